package plumbline.chart.pen;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;
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
    public enum PngBackground {
        PAPER,
        TRANSPARENT
    }

    private PngPen() {}

    /** Widths as the pens that write files will write. */
    public static TextMeasure textMeasure() {
        return FontFaces::textWidth;
    }

    /**
     * @param scale pixels for a point: 1, 2, 3 or 4
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    public static void writePng(
            Drawing drawing, Palette palette, int scale, PngBackground ground, Path file)
            throws Problem {
        BufferedImage image = paintImage(drawing, palette, scale, ground);
        AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
    }

    /** The same as pixels, row by row, each {@code 0xAARRGGBB}. */
    public static PixelImage paintPixels(Drawing drawing, Palette palette, int scale) {
        BufferedImage image = paintImage(drawing, palette, scale, PngBackground.PAPER);
        return new PixelImage(
                image.getWidth(),
                image.getHeight(),
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    public static BufferedImage paintImage(
            Drawing drawing, Palette palette, int scale, PngBackground ground) {
        int width = (int) Math.round(drawing.width() * scale);
        int height = (int) Math.round(drawing.height() * scale);
        BufferedImage image =
                new BufferedImage(
                        width,
                        height,
                        ground == PngBackground.PAPER
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
        Drawing painted = drawing.withPatterns(palette);
        (ground == PngBackground.PAPER ? painted : painted.withoutPaper())
                .marks()
                .forEach(mark -> paintMark(g, palette, mark));
        g.dispose();
        return image;
    }

    private static void paintMark(Graphics2D g, Palette palette, Mark mark) {
        switch (mark) {
            case Mark.FilledArea area -> {
                g.setColor(toColour(palette, area.ink()));
                g.fill(toPath(area.corners(), true));
            }
            case Mark.ClosedOutline outline -> {
                g.setColor(toColour(palette, Ink.PAPER));
                g.fill(toPath(outline.corners(), true));
                g.setColor(toColour(palette, outline.ink()));
                g.setStroke(toStroke(outline.width(), false));
                g.draw(toPath(outline.corners(), true));
            }
            case Mark.StrokedLine line -> {
                g.setColor(toColour(palette, line.ink()));
                g.setStroke(toStroke(line.width(), line.isDashed()));
                g.draw(toPath(line.points(), false));
            }
            case Mark.DrawnText text -> paintText(g, palette, text);
        }
    }

    private static void paintText(Graphics2D g, Palette palette, Mark.DrawnText text) {
        g.setColor(toColour(palette, text.ink()));
        g.setFont(FontFaces.fontFor(text.text(), text.size(), text.isBold()));
        double wide = FontFaces.textWidth(text.text(), text.size(), text.isBold());
        double x =
                switch (text.anchor()) {
                    case START -> text.position().x();
                    case MIDDLE -> text.position().x() - wide / 2;
                    case END -> text.position().x() - wide;
                };
        g.drawString(text.text(), (float) x, (float) text.position().y());
    }

    private static BasicStroke toStroke(double width, boolean dashed) {
        float[] dash = dashed ? new float[] {5, 4} : null;
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Path2D toPath(List<DrawingPoint> points, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.getFirst().x(), points.getFirst().y());
        points.stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
        if (closed) path.closePath();
        return path;
    }

    private static Color toColour(Palette palette, Ink ink) {
        return new Color(palette.colourOf(ink));
    }
}
