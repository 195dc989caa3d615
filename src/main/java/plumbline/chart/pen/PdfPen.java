package plumbline.chart.pen;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;
import plumbline.chart.drawing.Point;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes drawings as a PDF file, a page each: shapes are shapes and text is text, with what is used
 * of the Chinese font inside.
 */
public final class PdfPen {
    /** Stands for a character the font does not have: 〓, as printers do. */
    private static final String UNKNOWN = "〓";

    private PdfPen() {}

    /**
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    public static void write(List<Drawing> drawings, Palette palette, Path file) throws Problem {
        AtomicFile.write(file, out -> write(drawings, palette, out));
    }

    private static void write(List<Drawing> drawings, Palette palette, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument();
                TrueTypeFont regular = face(Faces.REGULAR);
                TrueTypeFont bold = face(Faces.BOLD)) {
            Fonts fonts =
                    new Fonts(
                            PDType0Font.load(document, regular, true),
                            PDType0Font.load(document, bold, true));
            document.getDocumentInformation().setTitle(drawings.getFirst().title());
            for (Drawing drawing : drawings) page(document, drawing, palette, fonts);
            document.save(out);
        }
    }

    /** Without ligatures: “fi” drawn as one glyph would be found by no search. */
    private static TrueTypeFont face(String file) throws IOException {
        try (InputStream in = Faces.open(file)) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in));
            face.setEnableGsub(false);
            return face;
        }
    }

    private record Fonts(PDFont regular, PDFont bold) {
        PDFont of(Mark.Text text) {
            return Faces.inBold(text.text(), text.bold()) ? bold : regular;
        }
    }

    private static void page(PDDocument document, Drawing drawing, Palette palette, Fonts fonts)
            throws IOException {
        PDPage page =
                new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            Sheet sheet = new Sheet(content, drawing.height(), palette, fonts);
            for (Mark mark : drawing.patterned(palette).marks()) sheet.paint(mark);
        }
    }

    /** A page being painted; its origin is the lower left corner. */
    private record Sheet(PDPageContentStream content, double height, Palette palette, Fonts fonts) {
        void paint(Mark mark) throws IOException {
            switch (mark) {
                case Mark.Area area -> {
                    fill(area.ink());
                    path(area.corners());
                    content.fill();
                }
                case Mark.Outline outline -> {
                    fill(Ink.PAPER);
                    stroke(outline.ink(), outline.width(), false);
                    path(outline.corners());
                    content.closeAndFillAndStroke();
                }
                case Mark.Line line -> {
                    stroke(line.ink(), line.width(), line.dashed());
                    path(line.points());
                    content.stroke();
                }
                case Mark.Text text -> text(text);
            }
        }

        private void fill(Ink ink) throws IOException {
            int rgb = palette.colour(ink);
            content.setNonStrokingColor(
                    (rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
        }

        private void stroke(Ink ink, double width, boolean dashed) throws IOException {
            int rgb = palette.colour(ink);
            content.setStrokingColor(
                    (rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
            content.setLineWidth((float) width);
            content.setLineJoinStyle(1);
            content.setLineDashPattern(dashed ? new float[] {5, 4} : new float[0], 0);
        }

        private void path(List<Point> points) throws IOException {
            content.moveTo((float) points.getFirst().x(), y(points.getFirst()));
            for (Point p : points.subList(1, points.size())) content.lineTo((float) p.x(), y(p));
        }

        private void text(Mark.Text text) throws IOException {
            double wide = Faces.width(text.text(), text.size(), text.bold());
            double x =
                    switch (text.anchor()) {
                        case START -> text.at().x();
                        case MIDDLE -> text.at().x() - wide / 2;
                        case END -> text.at().x() - wide;
                    };
            PDFont font = fonts.of(text);
            fill(text.ink());
            content.beginText();
            content.setFont(font, (float) text.size());
            content.newLineAtOffset((float) x, y(text.at()));
            content.showText(known(text.text(), font == fonts.bold));
            content.endText();
        }

        private static String known(String text, boolean bold) {
            StringBuilder known = new StringBuilder();
            text.codePoints()
                    .forEach(
                            c -> {
                                if (Faces.has(c, bold)) known.appendCodePoint(c);
                                else known.append(UNKNOWN);
                            });
            return known.toString();
        }

        private float y(Point p) {
            return (float) (height - p.y());
        }
    }
}
