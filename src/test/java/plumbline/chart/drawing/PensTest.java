package plumbline.chart.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.chart.layout.ChartPainter;
import plumbline.chart.make.IndicatorCharts;
import plumbline.chart.pen.PdfPen;
import plumbline.chart.pen.PngPen;
import plumbline.chart.pen.SvgPen;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.words.Messages;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/** What the pens have written is read back by readers of another make. */
class PensTest {
    @TempDir Path folder;

    private static List<Drawing> drawings() throws Problem {
        Evaluation standing =
                Evaluation.evaluate(
                        SamplePlans.openSample("suizhou", new UUID(0, 1)),
                        LocalDate.of(2022, 12, 31));
        List<Drawing> drawings = new ArrayList<>();
        for (var locale : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            IndicatorCharts charts = new IndicatorCharts(Messages.forLocale(locale));
            drawings.add(
                    ChartPainter.layOut(
                            charts.overviewCharts(standing).getFirst(),
                            960,
                            540,
                            PngPen.textMeasure()));
            standing.assessments()
                    .forEach(
                            a ->
                                    drawings.add(
                                            ChartPainter.layOut(
                                                    charts.trajectoryChart(standing, a),
                                                    960,
                                                    540,
                                                    PngPen.textMeasure())));
        }
        return drawings;
    }

    private static List<String> texts(Drawing drawing) {
        return drawing.marks().stream()
                .filter(Mark.DrawnText.class::isInstance)
                .map(m -> ((Mark.DrawnText) m).text())
                .toList();
    }

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Drawing awkward() {
        return new Drawing(
                200,
                100,
                "a < b & \"c\"",
                "一\u0007",
                List.of(
                        new Mark.FilledArea(
                                List.of(
                                        new DrawingPoint(0, 0),
                                        new DrawingPoint(200, 0),
                                        new DrawingPoint(200, 100),
                                        new DrawingPoint(0, 100)),
                                Ink.PAPER,
                                Optional.empty()),
                        new Mark.DrawnText(
                                new DrawingPoint(10, 50),
                                "≥98% <市场> & 「一」 十一 😀",
                                10,
                                true,
                                Mark.TextAnchor.START,
                                Ink.TEXT,
                                Optional.empty()),
                        new Mark.FilledArea(
                                List.of(
                                        new DrawingPoint(150, 60),
                                        new DrawingPoint(190, 60),
                                        new DrawingPoint(190, 90),
                                        new DrawingPoint(150, 90)),
                                Ink.BEHIND,
                                Optional.of(new MarkInfo(new UUID(0, 1), "1 < 2")))));
    }

    @Test
    void anSvgHasEveryTextAsTextInItsOrder() throws Exception {
        for (Drawing drawing : drawings()) {
            Path file = folder.resolve("c.svg");
            SvgPen.writeSvg(drawing, Palette.LIGHT, file);
            NodeList found = parsed(file).getElementsByTagName("text");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) texts.add(found.item(i).getTextContent());
            assertEquals(texts(drawing), texts);
        }
    }

    @Test
    void anSvgIsWellFormedWhateverIsWritten() throws Exception {
        Path file = folder.resolve("c.svg");
        SvgPen.writeSvg(awkward(), Palette.LIGHT, file);
        Document document = parsed(file);
        assertEquals(
                "≥98% <市场> & 「一」 十一 😀",
                document.getElementsByTagName("text").item(0).getTextContent());
        assertEquals(
                List.of("a < b & \"c\"", "1 < 2"),
                List.of(
                        document.getElementsByTagName("title").item(0).getTextContent(),
                        document.getElementsByTagName("title").item(1).getTextContent()));
        assertEquals("一", document.getElementsByTagName("desc").item(0).getTextContent());
        assertTrue(document.getDocumentElement().getAttribute("font-family").contains("微软雅黑"));
    }

    @Test
    void aPdfGivesBackEveryTextAndHasItsFontInside() throws Exception {
        Path file = folder.resolve("c.pdf");
        List<Drawing> drawings = drawings();
        PdfPen.writePdf(drawings, Palette.LIGHT, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(drawings.size(), document.getNumberOfPages());
            for (int i = 0; i < drawings.size(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                String page = flat(stripper.getText(document));
                for (String text : texts(drawings.get(i)))
                    assertTrue(page.contains(flat(text)), text + " not in " + page);
                for (var name : document.getPage(i).getResources().getFontNames())
                    assertTrue(document.getPage(i).getResources().getFont(name).isEmbedded());
            }
        }
        assertTrue(
                Files.size(file) < 1_000_000,
                "the font is not cut to what is used: " + Files.size(file));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void aCharacterTheFontLacksDoesNotSpoilThePage() throws Exception {
        Path file = folder.resolve("c.pdf");
        PdfPen.writePdf(List.of(awkward()), Palette.LIGHT, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals("≥98%<市场>&「一」十一〓", flat(new PDFTextStripper().getText(document)));
        }
    }

    @Test
    void aPictureHasThePixelsAskedForAndGroundOrNone() throws Exception {
        for (int scale = 1; scale <= 4; scale++) {
            Path file = folder.resolve("c.png");
            PngPen.writePng(
                    awkward(), Palette.LIGHT, scale, PngPen.PngBackground.TRANSPARENT, file);
            BufferedImage image = ImageIO.read(file.toFile());
            assertEquals(
                    List.of(200 * scale, 100 * scale),
                    List.of(image.getWidth(), image.getHeight()));
            assertEquals(0, image.getRGB(1, 1) >>> 24);
            assertEquals(0xffb3261e, image.getRGB(170 * scale, 75 * scale));
        }
        assertEquals(
                0xffffffff,
                PngPen.paintImage(awkward(), Palette.LIGHT, 1, PngPen.PngBackground.PAPER)
                        .getRGB(1, 1));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndLeavesNothing() throws Exception {
        Path taken = Files.createDirectories(folder.resolve("c.svg").resolve("inside"));
        assertThrows(
                Problem.class, () -> SvgPen.writeSvg(awkward(), Palette.LIGHT, taken.getParent()));
        assertFalse(Files.exists(folder.resolve("c.svg.part")));
        assertTrue(Files.isDirectory(taken));
    }

    /**
     * A square of 10 × 10 with level strokes 4 apart: at 4 and at 8, from edge to edge; 0 is the
     * edge itself.
     */
    @Test
    void strokesGoFromEdgeToEdge() {
        List<DrawingPoint> square =
                List.of(
                        new DrawingPoint(0, 0),
                        new DrawingPoint(10, 0),
                        new DrawingPoint(10, 10),
                        new DrawingPoint(0, 10));
        List<List<DrawingPoint>> strokes = PatternHatching.parallelStrokes(square, 0, 4);
        assertEquals(
                List.of(0L, 4L, 8L),
                strokes.stream().map(s -> Math.round(s.getFirst().y())).toList());
        assertTrue(
                strokes.stream()
                        .allMatch(
                                s ->
                                        Math.abs(s.getFirst().x()) < 1e-6
                                                && Math.abs(s.getLast().x() - 10) < 1e-6));
    }

    @Test
    void inBlackAndWhiteNoTwoVerdictsAreFilledAlike() {
        List<Ink> verdicts =
                List.of(Ink.AHEAD, Ink.FASTER, Ink.ON_COURSE, Ink.NEARLY, Ink.BEHIND, Ink.UNJUDGED);
        assertEquals(6, verdicts.stream().map(Palette.MONOCHROME::patternOf).distinct().count());
        assertEquals(FillPattern.SOLID, Palette.LIGHT.patternOf(Ink.BEHIND));
    }
}
