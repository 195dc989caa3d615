package plumbline.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xslf.extractor.XSLFExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.base.Problem;
import plumbline.base.Sha256;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.report.Handover;
import plumbline.report.HandoverOptions;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Every file of a handover is read back and found to say what the assessment says. */
class OneTruthTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    @TempDir Path folder;

    private static Evaluation standing(String sample) throws Problem {
        return Evaluation.evaluate(SamplePlans.openSample(sample, new UUID(0, 1)), AT);
    }

    private List<Path> write(Evaluation standing, Messages words) throws Problem {
        return new Handover(words, HandoverOptions.everything())
                .writeHandover(standing, folder, _ -> {});
    }

    @ParameterizedTest
    @CsvSource({"suizhou, zh", "suizhou, en", "xxshi, zh", "xxshi, en"})
    void everyFileSaysTheSame(String sample, String language) throws Exception {
        Messages words = Messages.forLocale(Locale.forLanguageTag(language));
        Evaluation standing = standing(sample);
        write(standing, words);
        tableHolds("appendix.xlsx", standing, words);
        tableHolds("wide.xlsx", standing, words);
        figuresHold(standing, words);
        for (String report : List.of("report.docx", "summary.docx"))
            reportHolds(
                    report,
                    standing,
                    words,
                    Outline.valueOf(report.startsWith("report") ? "EVALUATION" : "SUMMARY"));
        reportTable(standing, words);
        assertTrue(text("brief.docx").contains(tally(standing, words)));
        slidesHold(standing, words);
        chartsHold(standing, words);
        manifestHolds(standing);
    }

    /** The sentence with the tally, as every document must have it. */
    private static String tally(Evaluation standing, Messages words) {
        ReportBlock.ProseBlock overall =
                new Narrative(words, standing)
                        .reportBlocks(Outline.BRIEF).stream()
                                .filter(b -> b instanceof ReportBlock.ProseBlock)
                                .map(b -> (ReportBlock.ProseBlock) b)
                                .findFirst()
                                .orElseThrow();
        String said = overall.text();
        assertTrue(
                said.contains("" + standing.tallyAll().totalCount())
                        && said.contains(onCoursePhrase(standing.tallyAll(), words)),
                said);
        return said.strip();
    }

    /** As the rules of CountWordingTest have it. */
    private static String onCoursePhrase(VerdictTally tally, Messages words) {
        return new CountWording(words).tallyPhrase(tally);
    }

    private void tableHolds(String file, Evaluation standing, Messages words) throws IOException {
        try (Workbook workbook =
                WorkbookFactory.create(folder.resolve(file).toFile(), null, true)) {
            FormulaEvaluator again = workbook.getCreationHelper().createFormulaEvaluator();
            again.clearAllCachedResultValues();
            for (Sheet sheet : workbook)
                for (Row row : sheet) for (Cell cell : row) noError(cell, again);
            Sheet sheet = workbook.getSheetAt(0);
            List<Row> rows = lines(sheet);
            assertEquals(standing.assessments().size(), rows.size());
            DataFormatter shown = new DataFormatter();
            int attainment = column(sheet, words.sentence("formula.ATTAINMENT"));
            for (Assessment a : standing.assessments()) {
                Row row = rows.get(a.number() - 1);
                assertEquals(
                        new Wording(words).percentText(a.attainment()),
                        shown.formatCellValue(row.getCell(attainment), again),
                        a.indicator().name());
                assertEquals(
                        new Wording(words).percentText(a.progress()),
                        shown.formatCellValue(row.getCell(attainment + 1), again),
                        a.indicator().name());
                assertEquals(
                        new Wording(words).verdictName(a),
                        row.getCell(column(sheet, words.sentence("appendix.verdict")))
                                .getStringCellValue());
            }
        }
    }

    private static void noError(Cell cell, FormulaEvaluator again) {
        assertFalse(cell.getCellType() == CellType.ERROR, () -> "error in " + cell.getAddress());
        if (cell.getCellType() != CellType.FORMULA) return;
        assertFalse(
                again.evaluate(cell).getCellType() == CellType.ERROR,
                () ->
                        FormulaError.forInt(again.evaluate(cell).getErrorValue())
                                + " in "
                                + cell.getAddress());
    }

    private static int column(Sheet sheet, String head) {
        for (Cell cell : sheet.getRow(3))
            if (cell.getStringCellValue().equals(head)) return cell.getColumnIndex();
        throw new AssertionError("no column " + head);
    }

    private static List<Row> lines(Sheet sheet) {
        List<Row> lines = new ArrayList<>();
        for (Row row : sheet)
            if (row.getRowNum() > 3
                    && row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.NUMERIC) lines.add(row);
        return lines;
    }

    private void figuresHold(Evaluation standing, Messages words) throws IOException {
        List<String> lines = Files.readString(folder.resolve("figures.csv")).lines().toList();
        assertEquals(standing.assessments().size() + 1, lines.size());
        for (Assessment a : standing.assessments()) {
            String line = lines.get(a.number());
            String results =
                    a.attainment().knownValue().map(Wording::formatPercentNumber).orElse("")
                            + ","
                            + a.progress()
                                    .knownValue()
                                    .map(Wording::formatPercentNumber)
                                    .orElse("");
            assertTrue(
                    line.contains("," + results + ",")
                            && line.contains("," + new Wording(words).verdictName(a) + ","),
                    line);
        }
    }

    private String text(String file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(folder.resolve(file)));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private void reportHolds(String file, Evaluation standing, Messages words, Outline outline)
            throws IOException {
        String text = text(file);
        assertTrue(text.contains(tally(standing, words)), file);
        for (ReportBlock block : new Narrative(words, standing).reportBlocks(outline)) {
            if (block instanceof ReportBlock.ProseBlock prose)
                assertTrue(text.contains(prose.text().strip()), () -> file + ": " + prose.text());
        }
        for (Assessment a : standing.assessments()) {
            a.progress()
                    .knownValue()
                    .map(Wording::formatPercent)
                    .ifPresent(
                            p ->
                                    assertTrue(
                                            text.contains(a.indicator().name()) && text.contains(p),
                                            a.indicator().name()));
        }
        assertFalse(text.contains(words.sentence("narrative.lost")), file);
    }

    private void reportTable(Evaluation standing, Messages words) throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(Files.newInputStream(folder.resolve("report.docx")))) {
            XWPFTable table = document.getTables().getLast();
            assertTrue(table.getRow(0).isRepeatHeader());
            List<String> heads =
                    table.getRow(0).getTableCells().stream().map(c -> c.getText()).toList();
            int progress = heads.indexOf(words.sentence("formula.PROGRESS"));
            int due = heads.indexOf(words.sentence("formula.PROGRESS_DUE"));
            int verdict = heads.indexOf(words.sentence("appendix.verdict"));
            var rows =
                    table.getRows().stream()
                            .filter(
                                    r ->
                                            r.getTableCells().size() == heads.size()
                                                    && r.getCell(0).getText().matches("\\d+"))
                            .toList();
            assertEquals(standing.assessments().size(), rows.size());
            for (Assessment a : standing.assessments()) {
                assertEquals(
                        new Wording(words).percentText(a.progress()),
                        rows.get(a.number() - 1).getCell(progress).getText());
                if (due >= 0)
                    assertEquals(
                            new Wording(words).percentText(a.progressDue()),
                            rows.get(a.number() - 1).getCell(due).getText());
                assertEquals(
                        new Wording(words).verdictName(a),
                        rows.get(a.number() - 1).getCell(verdict).getText());
            }
        }
    }

    private void slidesHold(Evaluation standing, Messages words) throws IOException {
        try (XMLSlideShow show =
                        new XMLSlideShow(Files.newInputStream(folder.resolve("slides.pptx")));
                XSLFExtractor extractor = new XSLFExtractor(show)) {
            String text = extractor.getText();
            assertTrue(text.contains(tally(standing, words)), text);
            for (IndicatorGroup group : standing.plan().groups()) {
                assertTrue(
                        text.contains(
                                new Narrative(words, standing)
                                        .groupParagraph(group)
                                        .text()
                                        .strip()),
                        group.name());
            }
            List<String> drawn =
                    show.getSlides().stream()
                            .flatMap(s -> s.getRelations().stream())
                            .filter(r -> r instanceof XSLFChart)
                            .map(r -> (XSLFChart) r)
                            .filter(
                                    c ->
                                            title(c).contains(
                                                            words.sentence(
                                                                    "chart.overview.title", "")))
                            .flatMap(OneTruthTest::progress)
                            .toList();
            List<String> ours =
                    standing.assessments().stream()
                            .filter(a -> !a.judgement().isPassOrFail())
                            .flatMap(a -> a.progress().knownValue().stream())
                            .map(Wording::formatPercent)
                            .toList();
            assertEquals(ours, drawn);
        }
    }

    private static String title(XSLFChart chart) {
        return chart.getTitleShape().getText();
    }

    /** The numbers the chart keeps of its first series. */
    private static Stream<String> progress(XSLFChart chart) {
        var values = chart.getChartSeries().getFirst().getSeries(0).getValuesData();
        List<String> read = new ArrayList<>();
        for (int i = 0; i < values.getPointCount(); i++) {
            Object at = values.getPointAt(i);
            if (at instanceof Number n)
                read.add(Wording.formatPercent(new BigDecimal(n.toString())));
        }
        return read.stream();
    }

    private void chartsHold(Evaluation standing, Messages words) throws IOException {
        Path charts = folder.resolve("charts");
        StringBuilder svg = new StringBuilder();
        StringBuilder pdf = new StringBuilder();
        try (Stream<Path> files = Files.list(charts)) {
            for (Path file :
                    files.filter(
                                    f ->
                                            f.getFileName()
                                                    .toString()
                                                    .matches("\\d\\d-(指标总览|overview).*"))
                            .sorted()
                            .toList()) {
                if (file.toString().endsWith(".svg")) svg.append(Files.readString(file));
                if (file.toString().endsWith(".pdf"))
                    try (var document = Loader.loadPDF(file.toFile())) {
                        pdf.append(new PDFTextStripper().getText(document));
                    }
            }
        }
        for (Assessment a : standing.assessments()) {
            if (a.judgement().isPassOrFail()) continue;
            a.progress()
                    .knownValue()
                    .map(Wording::formatPercent)
                    .ifPresent(
                            p ->
                                    assertTrue(
                                            svg.toString().contains(p)
                                                    && pdf.toString().contains(p),
                                            () -> p + " of " + a.indicator().name()));
        }
        assertTrue(
                Files.exists(
                                charts.resolve(
                                        "01-" + (words.isChinese() ? "指标总览" : "overview") + ".png"))
                        || standing.assessments().size() > 20);
    }

    private void manifestHolds(Evaluation standing) throws IOException {
        JsonNode manifest =
                JsonMapper.builder().build().readTree(folder.resolve("manifest.json").toFile());
        JsonNode all = manifest.get("tallies").get("all");
        assertEquals(standing.tallyAll().totalCount(), all.get("total").asInt());
        assertEquals(standing.tallyAll().onCourseCount(), all.get("onCourse").asInt());
        assertEquals(
                standing.tallyByProperty(Property.EXPECTED).unjudgedCount(),
                manifest.get("tallies").get("expected").get("unjudged").asInt());
        for (JsonNode file : manifest.get("files")) {
            assertEquals(
                    Sha256.hashBytes(Files.readAllBytes(folder.resolve(file.get("name").asText()))),
                    file.get("sha256").asText());
        }
    }

    @Test
    void everyFileOfTheFolderIsInTheManifest() throws Exception {
        List<Path> written = write(standing("suizhou"), Messages.forLocale(Messages.CHINESE));
        JsonNode files =
                JsonMapper.builder()
                        .build()
                        .readTree(folder.resolve("manifest.json").toFile())
                        .get("files");
        assertEquals(written.size() - 1, files.size());
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(written.size(), all.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void stoppingLeavesTheFolderAsItWas() throws Exception {
        Files.writeString(folder.resolve("appendix.xlsx"), "kept");
        Handover handover =
                new Handover(Messages.forLocale(Messages.CHINESE), HandoverOptions.everything());
        assertThrows(
                InterruptedException.class,
                () ->
                        handover.writeHandover(
                                standing("suizhou"),
                                folder,
                                share -> {
                                    if (share > 0.05) throw new InterruptedException();
                                }));
        assertEquals(List.of("appendix.xlsx"), List.of(folder.toFile().list()));
        assertEquals("kept", Files.readString(folder.resolve("appendix.xlsx")));
    }

    @Test
    void aFolderInAFilesPlaceIsSaidAndNothingIsChanged() throws Exception {
        Files.writeString(folder.resolve("appendix.xlsx"), "kept");
        Files.createDirectories(folder.resolve("slides.pptx/in the way"));
        Problem problem =
                assertThrows(
                        Problem.class,
                        () -> write(standing("suizhou"), Messages.forLocale(Messages.CHINESE)));
        assertEquals("problem.file.unwritable", problem.messageKey());
        assertEquals("kept", Files.readString(folder.resolve("appendix.xlsx")));
        assertFalse(Files.exists(folder.resolve("report.docx")));
        assertEquals(2, folder.toFile().list().length);
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("kit"), "kept");
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                new Handover(
                                                Messages.forLocale(Messages.CHINESE),
                                                HandoverOptions.everything())
                                        .writeHandover(standing("suizhou"), file, _ -> {}));
        assertEquals("problem.file.unwritable", problem.messageKey());
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void aTemplateThatIsNoneIsSaidAndNoFolderIsMade() throws Exception {
        Path template = Files.writeString(folder.resolve("template.pptx"), "no slides");
        Path kit = folder.resolve("kit");
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                new Handover(
                                                Messages.forLocale(Messages.CHINESE),
                                                HandoverOptions.everything().withTemplate(template))
                                        .writeHandover(standing("suizhou"), kit, _ -> {}));
        assertEquals("problem.template.unreadable", problem.messageKey());
        assertFalse(Files.exists(kit));
    }

    @Test
    void aPlanWithoutAnythingIsHandedOverToo() throws Exception {
        Plan empty = Plan.empty(new UUID(0, 1), "空{规划", "", 2021, 2025, 2020);
        assertTrue(
                write(Evaluation.evaluate(empty, AT), Messages.forLocale(Messages.CHINESE)).size()
                        > 7);
    }
}
