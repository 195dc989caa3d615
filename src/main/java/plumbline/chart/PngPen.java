package plumbline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import plumbline.words.Problem;
import plumbline.words.WholeFile;

/** Paints a drawing into a PNG file, with the bundled Chinese font: no display and no installed font is needed. */
public final class PngPen {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** The two faces, read once. */
    private static final class Faces {
        static final Font REGULAR = face("NotoSansSC-Regular.ttf");
        static final Font BOLD = face("NotoSansSC-Bold.ttf");

        private static Font face(String file) {
            try (InputStream in = PngPen.class.getResourceAsStream("/plumbline/fonts/" + file)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private PngPen() { }

    /** Widths as this pen will write. */
    public static TextMeasure measure() {
        return (text, size, bold) -> font(text, size, bold).getStringBounds(text, CONTEXT).getWidth();
    }

    /** The bold face has fewer characters; a text it cannot write is written in the regular one. */
    private static Font font(String text, double size, boolean bold) {
        Font face = bold && Faces.BOLD.canDisplayUpTo(text) < 0 ? Faces.BOLD : Faces.REGULAR;
        return face.deriveFont((float) size);
    }

    /**
     * @param scale pixels for a point: 1, 2, 3 or 4
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    public static void write(Drawing drawing, Palette palette, int scale, Path file) throws Problem {
        WholeFile.write(file, out -> ImageIO.write(paint(drawing, palette, scale), "png", out));
    }

    static BufferedImage paint(Drawing drawing, Palette palette, int scale) {
        int width = (int) Math.round(drawing.width() * scale);
        int height = (int) Math.round(drawing.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.marks().forEach(mark -> paint(g, palette, mark));
        g.dispose();
        return image;
    }

    private static void paint(Graphics2D g, Palette palette, Mark mark) {
        switch (mark) {
            case Mark.Area area -> {
                g.setColor(colour(palette, area.ink()));
                g.fill(path(area.corners(), true));
            }
            case Mark.Outline outline -> {
                g.setColor(colour(palette, Ink.PAPER));
                g.fill(path(outline.corners(), true));
                g.setColor(colour(palette, outline.ink()));
                g.setStroke(stroke(outline.width(), false));
                g.draw(path(outline.corners(), true));
            }
            case Mark.Line line -> {
                g.setColor(colour(palette, line.ink()));
                g.setStroke(stroke(line.width(), line.dashed()));
                g.draw(path(line.points(), false));
            }
            case Mark.Text text -> text(g, palette, text);
        }
    }

    private static void text(Graphics2D g, Palette palette, Mark.Text text) {
        g.setColor(colour(palette, text.ink()));
        g.setFont(font(text.text(), text.size(), text.bold()));
        double wide = measure().width(text.text(), text.size(), text.bold());
        double x = switch (text.anchor()) {
            case START -> text.at().x();
            case MIDDLE -> text.at().x() - wide / 2;
            case END -> text.at().x() - wide;
        };
        g.drawString(text.text(), (float) x, (float) text.at().y());
    }

    private static BasicStroke stroke(double width, boolean dashed) {
        float[] dash = dashed ? new float[] {5, 4} : null;
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Path2D path(List<Point> points, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
        if (closed) path.closePath();
        return path;
    }

    private static Color colour(Palette palette, Ink ink) {
        return new Color(palette.colour(ink));
    }
}
