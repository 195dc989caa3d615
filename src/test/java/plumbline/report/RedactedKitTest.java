package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Redactor;
import plumbline.chart.Chart;
import plumbline.chart.make.ChartGallery;
import plumbline.plan.Passage;
import plumbline.plan.SavedChart;
import plumbline.report.table.AppendixColumn;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.words.Messages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Every file of a handover is read back, down to the data inside its charts, and the digits that
 * are kept are found in none of them.
 */
class RedactedKitTest {
    @TempDir Path folder;

    /** Everything a reader could find in a file, by the name of the file. */
    private TreeMap<String, String> written(Evaluation standing, Messages words) throws Exception {
        TreeMap<String, String> texts = new TreeMap<>();
        HandoverOptions order =
                HandoverOptions.everything().withColumns(EnumSet.allOf(AppendixColumn.class));
        for (Path file : new Handover(words, order).writeHandover(standing, folder, _ -> {})) {
            String name = folder.relativize(file).toString();
            if (!name.endsWith(".png")) texts.put(name, text(name, Files.readAllBytes(file)));
        }
        return texts;
    }

    private static String text(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".pdf"))
            try (var document = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(document);
            }
        if (name.endsWith("manifest.json"))
            return ((ObjectNode) JsonMapper.builder().build().readTree(bytes))
                    .without("files")
                    .toString();
        if (name.matches(".*\\.(xlsx|docx|pptx)")) return zipped(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Between tags stands what is read; attributes are places and sizes, but for values that a
        // chart keeps.
        return name.matches(".*\\.(xml|rels|svg|vml)") ? text.replaceAll("<[^>]*>", "\n") : text;
    }

    private static String zipped(byte[] bytes) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                all.append('\n').append(text(entry.getName(), zip.readAllBytes()));
        }
        return all.toString();
    }

    private static boolean holds(String text, String digits) {
        Pattern number = Pattern.compile("(?<![\\d.])" + Pattern.quote(digits) + "(?!\\d)");
        return number.matcher(text).find()
                || number.matcher(text.replaceAll("(?<=\\d),(?=\\d{3})", "")).find();
    }

    private static Evaluation marked() {
        return Redactor.redactEvaluation(Evaluation.evaluate(Secret.marked(), Secret.AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theDigitsStandInNoFile(String language) throws Exception {
        Messages words = Messages.forLocale(Locale.forLanguageTag(language));
        TreeMap<String, String> texts = written(marked(), words);
        texts.forEach(
                (file, text) ->
                        Secret.DIGITS.forEach(
                                digits ->
                                        assertFalse(
                                                holds(text, digits),
                                                () -> digits + " in " + file)));
        texts.forEach(
                (file, text) ->
                        Secret.FRACTIONS.forEach(
                                digits ->
                                        assertFalse(
                                                text.contains(digits),
                                                () -> digits + " in " + file)));
        for (String file :
                List.of(
                        "appendix.xlsx",
                        "wide.xlsx",
                        "report.docx",
                        "summary.docx",
                        "slides.pptx",
                        "figures.csv")) assertTrue(texts.get(file).contains("XX"), file);
        texts.forEach(
                (file, text) -> assertFalse(text.contains(words.sentence("narrative.lost")), file));
    }

    /** The search can find: without redaction most of the digits stand in the files. */
    @Test
    void withoutRedactionTheDigitsAreThere() throws Exception {
        TreeMap<String, String> texts =
                written(
                        Evaluation.evaluate(Secret.marked(), Secret.AT),
                        Messages.forLocale(Messages.CHINESE));
        for (String file : List.of("appendix.xlsx", "wide.xlsx", "report.docx", "figures.csv")) {
            for (String digits : List.of("27391", "1879", "2467", "98.37"))
                assertTrue(holds(texts.get(file), digits), digits + " in " + file);
        }
        assertTrue(
                texts.get("slides.pptx").contains("0.7375")
                        && holds(texts.get("slides.pptx"), "98.37"));
        assertTrue(
                texts.entrySet().stream()
                        .anyMatch(
                                e -> e.getKey().endsWith(".svg") && holds(e.getValue(), "73.76")));
        assertTrue(
                texts.entrySet().stream()
                        .anyMatch(
                                e -> e.getKey().endsWith(".pdf") && holds(e.getValue(), "27391")));
    }

    @Test
    void verdictsAndTalliesAreTheRealOnes() throws Exception {
        Evaluation real = Evaluation.evaluate(Secret.marked(), Secret.AT);
        TreeMap<String, String> texts = written(marked(), Messages.forLocale(Messages.CHINESE));
        JsonNode manifest = JsonMapper.builder().build().readTree(texts.get("manifest.json"));
        assertEquals(5, manifest.get("redacted").asInt());
        assertEquals(
                real.tallyAll().onCourseCount(),
                manifest.get("tallies").get("all").get("onCourse").asInt());
        assertEquals(
                real.assessments().stream().map(a -> a.verdict()).toList(),
                marked().assessments().stream().map(a -> a.verdict()).toList());
        List<String> lines = texts.get("figures.csv").lines().toList();
        assertTrue(lines.get(1).contains(",20011,≥30017,2022,XX,XX,XX,40.00,快于进度,"), lines.get(1));
        assertTrue(lines.get(2).contains(",XX,XX,2022,XX,XX,XX,40.00,快于进度,"), lines.get(2));
        assertTrue(lines.get(5).contains(",4001,XX,2022,5443,XX,XX,40.00,基本符合,"), lines.get(5));
        assertTrue(
                lines.get(6).contains(",3300,≥6600,2022,4700,71.21,42.42,40.00,快于进度,"),
                lines.get(6));
    }

    @Test
    void noFormulaRestsOnAHiddenCell() throws Exception {
        written(marked(), Messages.forLocale(Messages.CHINESE));
        for (String file : List.of("appendix.xlsx", "wide.xlsx"))
            try (Workbook workbook =
                    WorkbookFactory.create(folder.resolve(file).toFile(), null, true)) {
                for (Sheet sheet : workbook)
                    for (Row row : sheet)
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.FORMULA)
                                assertEquals(
                                        CellType.NUMERIC,
                                        cell.getCachedFormulaResultType(),
                                        () -> file + " " + cell.getAddress());
                        }
            }
    }

    /** The matrix judges the plan on other days as well: by the real figures there too. */
    @Test
    void theMatrixOfVerdictsIsTheRealOne() {
        ChartGallery gallery = new ChartGallery(Messages.forLocale(Messages.CHINESE));
        SavedChart matrix = Secret.marked().charts().getFirst();
        assertEquals(
                words(gallery, matrix, Evaluation.evaluate(Secret.marked(), Secret.AT)),
                words(gallery, matrix, marked()));
    }

    private static List<String> words(
            ChartGallery gallery, SavedChart matrix, Evaluation standing) {
        return gallery.createCharts(matrix, standing, Optional.empty()).stream()
                .flatMap(c -> ((Chart.MatrixChart) c).rows().stream())
                .flatMap(
                        r ->
                                r instanceof Chart.MatrixLine line
                                        ? line.squares().stream()
                                                .map(Chart.VerdictSquare::verdictWord)
                                        : Stream.empty())
                .toList();
    }

    /**
     * A paragraph the officer has worded is not called stale only because its numbers are hidden.
     */
    @Test
    void theSentencesAreTheSame() {
        for (Outline outline : Outline.values())
            assertEquals(
                    bases(Evaluation.evaluate(Secret.marked(), Secret.AT), outline),
                    bases(marked(), outline));
    }

    private static List<String> bases(Evaluation standing, Outline outline) {
        return new Narrative(Messages.forLocale(Messages.CHINESE), standing)
                .reportBlocks(outline).stream()
                        .flatMap(
                                b ->
                                        b instanceof ReportBlock.ProseBlock p
                                                ? Stream.of(p.basis())
                                                : Stream.empty())
                        .toList();
    }

    @Test
    void aRewordedParagraphHidesItsBoundNumbersToo() {
        String scope = "ind." + Secret.WHOLE;
        Passage own =
                new Passage(
                        "overall",
                        "zh",
                        "重点企业{"
                                + scope
                                + ".value}，进度{"
                                + scope
                                + ".progress}，{"
                                + scope
                                + ".lead}，还差{"
                                + scope
                                + ".gap}。",
                        "");
        ReportBlock.ProseBlock prose =
                new Narrative(
                                Messages.forLocale(Messages.CHINESE),
                                Redactor.redactEvaluation(
                                        Evaluation.evaluate(
                                                Secret.marked().withPassage(own), Secret.AT)))
                        .reportBlocks(Outline.BRIEF).stream()
                                .flatMap(
                                        b ->
                                                b instanceof ReportBlock.ProseBlock p
                                                        ? Stream.of(p)
                                                        : Stream.empty())
                                .findFirst()
                                .orElseThrow();
        assertEquals("重点企业XX户，进度XX，与时间进度相差XX个百分点，还差XX户。", prose.text());
    }
}
