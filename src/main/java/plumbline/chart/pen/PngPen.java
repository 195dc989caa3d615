package plumbline.chart.pen;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;
import plumbline.chart.drawing.Point;
import plumbline.chart.drawing.TextMeasure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * Paints a drawing into a PNG file, with the bundled Chinese font: no display and no installed font
 * is needed.
 */
public final class PngPen {
    /** What is behind the marks. */
    public enum Ground {
        PAPER,
        TRANSPARENT
    }

    private PngPen() {}

    /** Widths as the pens that write files will write. */
    public static TextMeasure measure() {
        return Faces::width;
    }

    /**
     * @param scale pixels for a point: 1, 2, 3 or 4
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    public static void write(Drawing drawing, Palette palette, int scale, Ground ground, Path file)
            throws Problem {
        BufferedImage image = paint(drawing, palette, scale, ground);
        AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
    }

    /** The same as pixels, row by row, each {@code 0xAARRGGBB}. */
    public static Pixels pixels(Drawing drawing, Palette palette, int scale) {
        BufferedImage image = paint(drawing, palette, scale, Ground.PAPER);
        return new Pixels(
                image.getWidth(),
                image.getHeight(),
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    public static BufferedImage paint(Drawing drawing, Palette palette, int scale, Ground ground) {
        int width = (int) Math.round(drawing.width() * scale);
        int height = (int) Math.round(drawing.height() * scale);
        BufferedImage image =
                new BufferedImage(
                        width,
                        height,
                        ground == Ground.PAPER
                                ? BufferedImage.TYPE_INT_RGB
                                : BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Drawing painted = drawing.patterned(palette);
        (ground == Ground.PAPER ? painted : painted.bare())
                .marks()
                .forEach(mark -> paint(g, palette, mark));
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
        g.setFont(Faces.of(text.text(), text.size(), text.bold()));
        double wide = Faces.width(text.text(), text.size(), text.bold());
        double x =
                switch (text.anchor()) {
                    case START -> text.at().x();
                    case MIDDLE -> text.at().x() - wide / 2;
                    case END -> text.at().x() - wide;
                };
        g.drawString(text.text(), (float) x, (float) text.at().y());
    }

    private static BasicStroke stroke(double width, boolean dashed) {
        float[] dash = dashed ? new float[] {5, 4} : null;
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
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
