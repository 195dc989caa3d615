package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Palette;
import plumbline.chart.make.ChartGallery;
import plumbline.chart.make.IndicatorCharts;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.ChartKind;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.SavedChart;
import plumbline.plan.Status;
import plumbline.words.Messages;

import java.awt.geom.Rectangle2D;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

class NativeChartTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private static final Messages WORDS = Messages.forLocale(Messages.CHINESE);
    private final NativeChart charts = new NativeChart(WORDS, Palette.LIGHT);
    @TempDir Path folder;

    private static Evaluation suizhou() throws Exception {
        return Evaluation.evaluate(SamplePlans.openSample("suizhou", UUID.randomUUID()), AT);
    }

    private static Chart trajectory(Evaluation standing) {
        return new IndicatorCharts(WORDS)
                .trajectoryChart(standing, standing.assessments().getFirst());
    }

    private XSSFWorkbook reopened(Chart chart) throws Exception {
        Path file = folder.resolve("chart.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            charts.addSheet(chart, workbook, "走势");
            workbook.write(out);
        }
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static List<String> cached(CTScatterSer series) {
        return series.getYVal().getNumRef().getNumCache().getPtList().stream()
                .map(p -> p.getV())
                .toList();
    }

    @Test
    void aTrajectoryKeepsItsNumbersAndDashesItsForecast() throws Exception {
        try (XSSFWorkbook workbook = reopened(trajectory(suizhou()))) {
            XSSFChart chart = workbook.getSheetAt(0).getDrawingPatriarch().getCharts().getFirst();
            List<CTScatterSer> series =
                    chart.getCTChart().getPlotArea().getScatterChartArray(0).getSerList();
            assertEquals(List.of("217825.0", "237837.0", "273104.0"), cached(series.get(0)));
            assertEquals(List.of("273104.0", "290000.0"), cached(series.get(1)));
            assertTrue(series.get(1).getSpPr().getLn().isSetPrstDash());
            assertEquals(
                    "实际", series.get(0).getTx().getStrRef().getStrCache().getPtArray(0).getV());
            assertEquals(273104, workbook.getSheetAt(0).getRow(3).getCell(1).getNumericCellValue());
        }
    }

    /**
     * 2022 was not reported: a blank row between 2021 and 2023, in the sheet and in what is kept,
     * and no 0.
     */
    @Test
    void whatIsMissingIsAGap() throws Exception {
        Evaluation standing = suizhou();
        UUID id = standing.assessments().getFirst().indicator().id();
        Evaluation gap =
                Evaluation.evaluate(
                        standing.plan()
                                .withObservation(
                                        id,
                                        Observation.of(
                                                Period.ofYear(2022),
                                                Status.ACTUAL,
                                                Reading.missing(MissingReason.NOT_REPORTED)))
                                .withObservation(
                                        id, Observation.actual(Period.ofYear(2023), "280000")),
                        AT);
        try (XSSFWorkbook workbook = reopened(trajectory(gap))) {
            XSSFChart chart = workbook.getSheetAt(0).getDrawingPatriarch().getCharts().getFirst();
            var numbers =
                    chart.getCTChart()
                            .getPlotArea()
                            .getScatterChartArray(0)
                            .getSerArray(0)
                            .getYVal()
                            .getNumRef()
                            .getNumCache();
            assertEquals(4, numbers.getPtCount().getVal());
            assertEquals(
                    List.of(0L, 1L, 3L),
                    numbers.getPtList().stream().map(p -> p.getIdx()).toList());
            assertEquals(
                    org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs.GAP,
                    chart.getCTChart().getDispBlanksAs().getVal());
        }
    }

    @Test
    void aSlideAndADocumentHaveTheSheetInside() throws Exception {
        Evaluation standing = suizhou();
        Chart overview = new IndicatorCharts(WORDS).overviewCharts(standing).getFirst();
        Path slides = folder.resolve("s.pptx");
        Path text = folder.resolve("t.docx");
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(slides)) {
            charts.addToSlide(
                    overview, show, show.createSlide(), new Rectangle2D.Double(20, 20, 680, 500));
            charts.addToSlide(
                    trajectory(standing),
                    show,
                    show.createSlide(),
                    new Rectangle2D.Double(20, 20, 680, 500));
            show.write(out);
        }
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(text)) {
            charts.addInLine(overview, document, document.createParagraph().createRun(), 420, 400);
            charts.addInLine(
                    trajectory(standing),
                    document,
                    document.createParagraph().createRun(),
                    420,
                    280);
            document.write(out);
        }
        List<Double> progress = new ArrayList<>();
        try (XMLSlideShow show = new XMLSlideShow(Files.newInputStream(slides));
                XWPFDocument document = new XWPFDocument(Files.newInputStream(text))) {
            progress.add(
                    show.getCharts()
                            .getFirst()
                            .getWorkbook()
                            .getSheetAt(0)
                            .getRow(1)
                            .getCell(1)
                            .getNumericCellValue());
            progress.add(
                    document.getCharts()
                            .getFirst()
                            .getWorkbook()
                            .getSheetAt(0)
                            .getRow(1)
                            .getCell(1)
                            .getNumericCellValue());
            assertEquals(2, show.getCharts().size());
        }
        double exact =
                standing.assessments()
                        .getFirst()
                        .progress()
                        .knownValue()
                        .orElseThrow()
                        .doubleValue();
        assertEquals(List.of(exact, exact), progress);
    }

    /** Of six verdicts one is filled, the others each by a pattern of its own. */
    @Test
    void inBlackAndWhiteBarsAreToldByPattern() throws Exception {
        Chart tally =
                new ChartGallery(WORDS)
                        .createCharts(
                                SavedChart.createForWholePlan(new UUID(6, 1), ChartKind.TALLY),
                                suizhou(),
                                Optional.empty())
                        .getFirst();
        Path file = folder.resolve("bw.pptx");
        try (XMLSlideShow show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            new NativeChart(WORDS, Palette.MONOCHROME)
                    .addToSlide(
                            tally,
                            show,
                            show.createSlide(),
                            new Rectangle2D.Double(20, 20, 680, 500));
            show.write(out);
        }
        try (XMLSlideShow show = new XMLSlideShow(Files.newInputStream(file))) {
            String xml = show.getCharts().getFirst().getCTChart().xmlText();
            assertEquals(
                    List.of("diagCross", "wdUpDiag", "pct5"),
                    Pattern.compile("pattFill prst=\"(\\w+)\"")
                            .matcher(xml)
                            .results()
                            .map(r -> r.group(1))
                            .toList());
        }
    }
}
