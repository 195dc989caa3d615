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
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;

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
    public static void writePdf(List<Drawing> drawings, Palette palette, Path file) throws Problem {
        AtomicFile.write(file, out -> writePages(drawings, palette, out));
    }

    private static void writePages(List<Drawing> drawings, Palette palette, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument();
                TrueTypeFont regular = parseFace(FontFaces.REGULAR);
                TrueTypeFont bold = parseFace(FontFaces.BOLD)) {
            PdfFonts fonts =
                    new PdfFonts(
                            PDType0Font.load(document, regular, true),
                            PDType0Font.load(document, bold, true));
            document.getDocumentInformation().setTitle(drawings.getFirst().title());
            for (Drawing drawing : drawings) addPage(document, drawing, palette, fonts);
            document.save(out);
        }
    }

    /** Without ligatures: “fi” drawn as one glyph would be found by no search. */
    private static TrueTypeFont parseFace(String file) throws IOException {
        try (InputStream in = FontFaces.openFontFile(file)) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(in));
            face.setEnableGsub(false);
            return face;
        }
    }

    private record PdfFonts(PDFont regular, PDFont bold) {
        PDFont fontFor(Mark.DrawnText text) {
            return FontFaces.isWrittenInBold(text.text(), text.isBold()) ? bold : regular;
        }
    }

    private static void addPage(
            PDDocument document, Drawing drawing, Palette palette, PdfFonts fonts)
            throws IOException {
        PDPage page =
                new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            PdfPage sheet = new PdfPage(content, drawing.height(), palette, fonts);
            for (Mark mark : drawing.withPatterns(palette).marks()) sheet.paintMark(mark);
        }
    }

    /** A page being painted; its origin is the lower left corner. */
    private record PdfPage(
            PDPageContentStream content, double height, Palette palette, PdfFonts fonts) {
        void paintMark(Mark mark) throws IOException {
            switch (mark) {
                case Mark.FilledArea area -> {
                    setFillColour(area.ink());
                    addPath(area.corners());
                    content.fill();
                }
                case Mark.ClosedOutline outline -> {
                    setFillColour(Ink.PAPER);
                    setStroke(outline.ink(), outline.width(), false);
                    addPath(outline.corners());
                    content.closeAndFillAndStroke();
                }
                case Mark.StrokedLine line -> {
                    setStroke(line.ink(), line.width(), line.isDashed());
                    addPath(line.points());
                    content.stroke();
                }
                case Mark.DrawnText text -> paintText(text);
            }
        }

        private void setFillColour(Ink ink) throws IOException {
            int rgb = palette.colourOf(ink);
            content.setNonStrokingColor(
                    (rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
        }

        private void setStroke(Ink ink, double width, boolean dashed) throws IOException {
            int rgb = palette.colourOf(ink);
            content.setStrokingColor(
                    (rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
            content.setLineWidth((float) width);
            content.setLineJoinStyle(1);
            content.setLineDashPattern(dashed ? new float[] {5, 4} : new float[0], 0);
        }

        private void addPath(List<DrawingPoint> points) throws IOException {
            content.moveTo((float) points.getFirst().x(), toPdfY(points.getFirst()));
            for (DrawingPoint p : points.subList(1, points.size()))
                content.lineTo((float) p.x(), toPdfY(p));
        }

        private void paintText(Mark.DrawnText text) throws IOException {
            double wide = FontFaces.textWidth(text.text(), text.size(), text.isBold());
            double x =
                    switch (text.anchor()) {
                        case START -> text.position().x();
                        case MIDDLE -> text.position().x() - wide / 2;
                        case END -> text.position().x() - wide;
                    };
            PDFont font = fonts.fontFor(text);
            setFillColour(text.ink());
            content.beginText();
            content.setFont(font, (float) text.size());
            content.newLineAtOffset((float) x, toPdfY(text.position()));
            content.showText(withoutUnknownCharacters(text.text(), font == fonts.bold));
            content.endText();
        }

        private static String withoutUnknownCharacters(String text, boolean bold) {
            StringBuilder known = new StringBuilder();
            text.codePoints()
                    .forEach(
                            c -> {
                                if (isUnseen(c)) return;
                                if (FontFaces.hasCharacter(c, bold)) known.appendCodePoint(c);
                                else known.append(UNKNOWN);
                            });
            return known.toString();
        }

        /** The font has no glyph for it, and needs none. */
        private static boolean isUnseen(int c) {
            int type = Character.getType(c);
            return type == Character.FORMAT
                    || type == Character.CONTROL
                    || c >= 0xfe00 && c <= 0xfe0f;
        }

        private float toPdfY(DrawingPoint p) {
            return (float) (height - p.y());
        }
    }
}
