package plumbline.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.report.table.AppendixColumn;
import plumbline.report.table.AppendixGrid;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.words.Messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The appendix table in a report: on one page with its notes if it can be, and never the notes
 * alone.
 */
class ReportTableTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);

    /** In five groups, each indicator a tenth of the way. */
    private static Evaluation many(int count) {
        List<IndicatorGroup> groups =
                IntStream.range(0, 5)
                        .mapToObj(n -> new IndicatorGroup(new UUID(2, n), "第" + n + "类"))
                        .toList();
        List<Indicator> indicators =
                IntStream.range(0, count)
                        .mapToObj(
                                n ->
                                        Indicator.createNamed(
                                                        new UUID(1, n),
                                                        new UUID(2, n % 5),
                                                        "按期整改第" + n + "项")
                                                .withChanges(
                                                        d -> {
                                                            d.unit = "万件";
                                                            d.course =
                                                                    Course.of(
                                                                            Milestone.baseline(
                                                                                    LocalDate.of(
                                                                                            2020,
                                                                                            12, 31),
                                                                                    BigDecimal
                                                                                            .ZERO),
                                                                            Milestone.target(
                                                                                    Milestone.Role
                                                                                            .FINAL,
                                                                                    LocalDate.of(
                                                                                            2025,
                                                                                            12, 31),
                                                                                    BigDecimal.TEN,
                                                                                    Direction
                                                                                            .HIGHER));
                                                            d.observations =
                                                                    List.of(
                                                                            Observation.actual(
                                                                                    Period.ofYear(
                                                                                            2022),
                                                                                    "1"));
                                                        }))
                        .toList();
        return Evaluation.evaluate(
                Plan.empty(new UUID(0, 1), "许多", "", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.periods = List.of(Period.ofYear(2021), Period.ofYear(2022));
                                    d.groups = groups;
                                    d.indicators = indicators;
                                }),
                AT);
    }

    private static TableFit fit(Evaluation standing, Locale language) {
        return TableFit.fitGrid(
                new AppendixGrid(
                        Messages.forLocale(language), standing, AppendixColumn.standardColumns()));
    }

    private static XWPFDocument written(Evaluation standing, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Messages words = Messages.forLocale(language);
        ReportDocument.writeReport(
                words,
                standing,
                Outline.SUMMARY,
                new Narrative(words, standing).reportBlocks(Outline.SUMMARY),
                AppendixColumn.standardColumns(),
                out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }

    private static boolean kept(XWPFTableRow row) {
        return row.getTableCells().stream()
                .flatMap(c -> c.getParagraphs().stream())
                .allMatch(XWPFParagraph::isKeepNext);
    }

    @Test
    void fifteenIndicatorsAndTheNotesStandOnOnePageInBothLanguages() throws Exception {
        for (Locale language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            assertTrue(fit(many(15), language).fitsOnePage(), language::toString);
            assertTrue(fit(many(15), language).textSize() >= 9, language::toString);
            assertTrue(
                    fit(
                                    Evaluation.evaluate(
                                            SamplePlans.openSample("suizhou", new UUID(0, 1)), AT),
                                    language)
                            .fitsOnePage(),
                    language::toString);
        }
    }

    /**
     * 5 indicators: 24 + 24 + 14 above, a head of two lines, ten lines, six notes or so: far below
     * 456 points.
     */
    @Test
    void aShortTableIsNotMadeSmall() {
        assertEquals(10.5, fit(many(5), Messages.CHINESE).textSize());
        assertEquals(14.5, fit(many(5), Messages.CHINESE).linePitch());
    }

    /** What cannot stand on one page is not made small in vain. */
    @Test
    void aLongTableKeepsItsSize() {
        assertFalse(fit(many(40), Messages.CHINESE).fitsOnePage());
        assertEquals(10.5, fit(many(40), Messages.CHINESE).textSize());
    }

    @Test
    void theNotesNeverStandAlone() throws Exception {
        for (int count : new int[] {13, 40}) {
            try (XWPFDocument document = written(many(count), Messages.CHINESE)) {
                XWPFTable table = document.getTables().getFirst();
                int rows = table.getRows().size();
                assertTrue(table.getRow(0).isRepeatHeader());
                for (int r = rows - 3; r < rows; r++) assertTrue(kept(table.getRow(r)), "row " + r);
                assertFalse(kept(table.getRow(rows - 4)));
                List<XWPFParagraph> notes =
                        document.getParagraphs().stream()
                                .filter(p -> "Note".equals(p.getStyle()))
                                .toList();
                assertTrue(notes.size() > 4);
                assertTrue(
                        notes.subList(0, notes.size() - 1).stream()
                                .allMatch(XWPFParagraph::isKeepNext));
                assertFalse(notes.getLast().isKeepNext());
            }
        }
    }

    /** A fixed pitch: the height is the same whatever the machine's fonts. */
    @Test
    void everyLineOfTheTableHasAFixedPitch() throws Exception {
        try (XWPFDocument document = written(many(13), Messages.ENGLISH)) {
            document.getTables().getFirst().getRows().stream()
                    .flatMap(r -> r.getTableCells().stream())
                    .flatMap(c -> c.getParagraphs().stream())
                    .forEach(
                            p ->
                                    assertEquals(
                                            fit(many(13), Messages.ENGLISH).linePitch(),
                                            p.getSpacingBetween(),
                                            0.05));
        }
    }

    @Test
    void aHeadGoesOnInTheLineBelowAndLeavesNoneEmpty() {
        assertEquals("Baseline\n(2020)", TableFit.breakHead("Baseline (2020)"));
        assertEquals("目标\n（2025年）", TableFit.breakHead("目标（2025年）"));
        assertEquals("2021年1月\n至2023年3月", TableFit.breakHead("2021年1月至2023年3月"));
    }
}
