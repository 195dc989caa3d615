package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.FileReading;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReceivedFile;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Status;
import plumbline.words.Messages;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The appendix table, written, read back and calculated again. */
class AppendixTableTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private final DataFormatter shown = new DataFormatter();
    @TempDir Path folder;

    private static Evaluation suizhou() throws Problem {
        return Evaluation.evaluate(SamplePlans.openSample("suizhou", new UUID(0, 1)), AT);
    }

    /**
     * One that falls, one with a mid-term target, one summed from its periods, one without a
     * target.
     */
    private static Evaluation mixed() {
        UUID group = new UUID(0, 2);
        Milestone baseline = Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal("40"));
        LocalDate end = LocalDate.of(2025, 12, 31);
        Indicator falling =
                Indicator.createNamed(new UUID(1, 1), group, "PM2.5")
                        .withChanges(
                                d -> {
                                    d.direction = Direction.LOWER;
                                    d.course =
                                            Course.of(
                                                    baseline,
                                                    Milestone.target(
                                                            Milestone.Role.FINAL,
                                                            end,
                                                            new BigDecimal("35"),
                                                            Direction.LOWER));
                                    d.observations =
                                            List.of(
                                                    Observation.of(
                                                            Period.ofYear(2022),
                                                            Status.ACTUAL,
                                                            Reading.ofAmount("37.5")));
                                });
        Indicator stepped =
                Indicator.createNamed(new UUID(1, 2), group, "分段")
                        .withChanges(
                                d -> {
                                    d.course =
                                            Course.of(
                                                    baseline,
                                                    Milestone.target(
                                                            Milestone.Role.MID_TERM,
                                                            LocalDate.of(2023, 6, 30),
                                                            new BigDecimal("60"),
                                                            Direction.HIGHER),
                                                    Milestone.target(
                                                            Milestone.Role.FINAL,
                                                            end,
                                                            new BigDecimal("70"),
                                                            Direction.HIGHER));
                                    d.observations =
                                            List.of(
                                                    Observation.of(
                                                            Period.ofYear(2021),
                                                            Status.ACTUAL,
                                                            Reading.ofAmount("47")));
                                });
        Indicator summed =
                Indicator.createNamed(new UUID(1, 3), group, "累计办结")
                        .withChanges(
                                d -> {
                                    d.kind = IndicatorKind.CUMULATIVE;
                                    d.reporting = Reporting.PER_PERIOD;
                                    d.course =
                                            Course.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31),
                                                            BigDecimal.ZERO),
                                                    Milestone.target(
                                                            Milestone.Role.FINAL,
                                                            end,
                                                            new BigDecimal("100"),
                                                            Direction.HIGHER));
                                    d.observations =
                                            List.of(
                                                    Observation.of(
                                                            Period.ofYear(2021),
                                                            Status.ACTUAL,
                                                            Reading.ofAmount("10")),
                                                    Observation.of(
                                                            Period.ofYear(2022),
                                                            Status.ACTUAL,
                                                            Reading.ofAmount("20")));
                                });
        Indicator aimless =
                Indicator.createNamed(new UUID(1, 4), group, "无目标")
                        .withChanges(
                                d ->
                                        d.observations =
                                                List.of(
                                                        Observation.of(
                                                                Period.ofYear(2022),
                                                                Status.ACTUAL,
                                                                Reading.ofAmount("1"))));
        return Evaluation.evaluate(
                Plan.empty(new UUID(0, 1), "混合", "", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.periods = List.of(Period.ofYear(2021), Period.ofYear(2022));
                                    d.groups = List.of(new IndicatorGroup(group, "类"));
                                    d.indicators = List.of(falling, stepped, summed, aimless);
                                }),
                AT);
    }

    private Sheet written(Evaluation standing) throws Problem, IOException {
        Path file = folder.resolve("附表.xlsx");
        new AppendixTable(Messages.forLocale(Messages.CHINESE)).writeWorkbook(standing, file);
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            return workbook.getSheetAt(0);
        }
    }

    /** The rows of indicators, in reading order. */
    private static List<Row> lines(Sheet sheet, int count) {
        List<Row> lines = new ArrayList<>();
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            boolean numbered =
                    first != null
                            && first.getCellType() == CellType.NUMERIC
                            && first.getNumericCellValue() == lines.size() + 1;
            if (numbered && lines.size() < count) lines.add(row);
        }
        return lines;
    }

    private static void resultsAreOurs(Evaluation standing, Sheet sheet, int attainment) {
        List<Row> lines = lines(sheet, standing.assessments().size());
        assertEquals(standing.assessments().size(), lines.size());
        FormulaEvaluator again = sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
        again.clearAllCachedResultValues();
        for (Assessment a : standing.assessments()) {
            Row row = lines.get(a.number() - 1);
            same(a.attainment(), row.getCell(attainment), again);
            same(a.progress(), row.getCell(attainment + 1), again);
        }
    }

    private static void same(Figure ours, Cell cell, FormulaEvaluator again) {
        if (ours.knownValue().isEmpty()) {
            assertEquals("——", cell.getStringCellValue());
            return;
        }
        double expected = ours.knownValue().get().doubleValue();
        assertEquals(
                expected, cell.getNumericCellValue(), 1e-12, () -> "kept in " + cell.getAddress());
        if (cell.getCellType() == CellType.FORMULA)
            assertEquals(
                    expected,
                    again.evaluate(cell).getNumberValue(),
                    1e-12,
                    () -> "calculated in " + cell.getAddress());
    }

    /** What a table of our own would change in the plan it was made of. */
    private List<String> changed(Evaluation standing, Locale language) throws Exception {
        Path file = folder.resolve("appendix.xlsx");
        new AppendixTable(Messages.forLocale(language)).writeWorkbook(standing, file);
        FileReading read =
                FileReading.readBlocks(DocumentReader.readFile(file), "appendix.xlsx", Map.of());
        assertTrue(read.allFigures().size() > 3);
        ReceivedFile filed =
                new ReceivedFile(
                        "appendix.xlsx",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        AT,
                        Optional.empty());
        return ImportReview.createReview(
                        standing.plan(),
                        List.of(read),
                        Map.of("appendix.xlsx", filed),
                        Map.of(),
                        ReviewDecisions.NONE)
                .proposals()
                .stream()
                .filter(
                        p ->
                                p.status() != FigureProposal.ProposalStatus.SAME
                                        && p.status() != FigureProposal.ProposalStatus.UNUSED)
                .map(
                        p ->
                                p.figure().address().cell()
                                        + " "
                                        + p.figure().indicator()
                                        + " "
                                        + p.figure().role()
                                        + " "
                                        + p.figure().raw()
                                        + " "
                                        + p.status())
                .toList();
    }

    @Test
    void readBackItChangesNothing() throws Exception {
        for (Locale language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            assertEquals(List.of(), changed(suizhou(), language));
            assertEquals(List.of(), changed(mixed(), language));
        }
    }

    @Test
    void theSampleCalculatedAgainGivesOurResults() throws Exception {
        resultsAreOurs(suizhou(), written(suizhou()), 7);
    }

    @Test
    void fallingSteppedSummedAndAimlessIndicatorsToo() throws Exception {
        resultsAreOurs(mixed(), written(mixed()), 8);
    }

    @Test
    void aTotalOfPartsAndACountedShareAreNumbersToo() throws Exception {
        Plan plan = mixed().plan();
        Indicator parted =
                plan.indicators()
                        .getFirst()
                        .withChanges(
                                d -> {
                                    d.rollUp = RollUp.SUM;
                                    d.observations = List.of();
                                    d.parts =
                                            List.of(
                                                    new Part(
                                                            new UUID(9, 1),
                                                            "甲",
                                                            Course.EMPTY,
                                                            List.of(
                                                                    Observation.actual(
                                                                            Period.ofYear(2022),
                                                                            "20.5"))),
                                                    new Part(
                                                            new UUID(9, 2),
                                                            "乙",
                                                            Course.EMPTY,
                                                            List.of(
                                                                    Observation.actual(
                                                                            Period.ofYear(2022),
                                                                            "17"))));
                                });
        Indicator share =
                plan.indicators()
                        .get(1)
                        .withChanges(
                                d -> {
                                    d.unit = "%";
                                    d.observations =
                                            List.of(
                                                    Observation.of(
                                                            Period.ofYear(2022),
                                                            Status.ACTUAL,
                                                            new Fraction(
                                                                            new BigDecimal("1234"),
                                                                            new BigDecimal("1300"))
                                                                    .toReading("%", false)));
                                });
        Indicator mean = plan.indicators().get(2).withChanges(d -> d.kind = IndicatorKind.MEAN);
        Evaluation standing =
                Evaluation.evaluate(
                        plan.withIndicator(parted).withIndicator(share).withIndicator(mean), AT);
        Sheet sheet = written(standing);
        assertEquals(
                List.of("37.5", "94.92"),
                List.of(
                        shown.formatCellValue(lines(sheet, 4).get(0).getCell(7)),
                        shown.formatCellValue(lines(sheet, 4).get(1).getCell(7))));
        assertEquals(CellType.FORMULA, lines(sheet, 4).get(0).getCell(8).getCellType());
        resultsAreOurs(standing, sheet, 8);
    }

    @Test
    void resultsAreLiveWhereTheTableHoldsTheNumbers() throws Exception {
        List<Row> lines = lines(written(suizhou()), 13);
        assertEquals("G6/E6", lines.get(0).getCell(7).getCellFormula());
        assertEquals("(G6-D6)/(E6-D6)", lines.get(0).getCell(8).getCellFormula());
        assertEquals(
                13,
                lines.stream().filter(r -> r.getCell(7).getCellType() == CellType.FORMULA).count());
    }

    @Test
    void aForecastLooksLikeOneAndStaysANumber() throws Exception {
        Cell forecast = lines(withLater(suizhou()), 13).get(0).getCell(7);
        assertEquals(290000, forecast.getNumericCellValue());
        assertEquals("预计 290000", shown.formatCellValue(forecast));
    }

    private static Sheet withLater(Evaluation standing) {
        Set<AppendixColumn> columns = AppendixColumn.standardColumns();
        columns.add(AppendixColumn.LATER_FIGURES);
        return new AppendixTable(Messages.forLocale(Messages.CHINESE), columns)
                .createWorkbook(standing)
                .getSheetAt(0);
    }

    private static List<String> heads(Sheet sheet) {
        List<String> heads = new ArrayList<>();
        sheet.getRow(3).forEach(c -> heads.add(c.getStringCellValue()));
        return heads.stream().filter(h -> h.matches("20.*")).toList();
    }

    private static boolean noted(Sheet sheet, String words) {
        for (Row row : sheet)
            for (Cell cell : row)
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().contains(words)) return true;
        return false;
    }

    /** The half year of 2023 is known on its last day, and not the day before. */
    @Test
    void aPeriodHasItsColumnOnceItIsOver() throws Exception {
        Plan plan = suizhou().plan();
        assertEquals(
                List.of("2021年", "2022年", "2023年上半年"),
                heads(written(Evaluation.evaluate(plan, LocalDate.of(2023, 6, 30)))));
        assertEquals(
                List.of("2021年", "2022年"),
                heads(written(Evaluation.evaluate(plan, LocalDate.of(2023, 6, 29)))));
        assertEquals(
                List.of("2021年"),
                heads(written(Evaluation.evaluate(plan, LocalDate.of(2021, 12, 31)))));
    }

    @Test
    void whatComesAfterTheEvaluationStandsAndIsNotedOnlyWhereItIsAskedFor() throws Exception {
        assertEquals(List.of("2021年", "2022年", "2023年上半年"), heads(withLater(suizhou())));
        assertTrue(noted(withLater(suizhou()), "2023年上半年一列"));
        assertFalse(noted(written(suizhou()), "2023年上半年一列"));
    }

    @Test
    void headNotesAndPageAreAsOfficesExpect() throws Exception {
        Sheet sheet = written(suizhou());
        List<String> heads = new ArrayList<>();
        sheet.getRow(3).forEach(c -> heads.add(c.getStringCellValue()));
        assertEquals(
                List.of(
                        "序号",
                        "指标",
                        "单位",
                        "基期（2020年）",
                        "目标（2025年）",
                        "2021年",
                        "2022年",
                        "完成程度",
                        "完成进度",
                        "应达进度",
                        "进度评价",
                        "属性"),
                heads);
        assertTrue(sheet.getPrintSetup().getLandscape());
        assertEquals(
                List.of("附表", "随州市市场监管“十四五”规划主要指标完成情况"),
                List.of(
                        sheet.getRow(0).getCell(0).getStringCellValue(),
                        sheet.getRow(1).getCell(0).getStringCellValue()));
        assertEquals(3, sheet.getRepeatingRows().getFirstRow());
        assertEquals(4, sheet.getPaneInformation().getHorizontalSplitPosition());
        String last = sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue();
        assertTrue(last.startsWith("数据来源"), last);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidSoAndTheOldOneStays() throws Exception {
        Path locked = folder.resolve("in the way");
        Files.createDirectory(locked);
        Files.writeString(locked.resolve("kept"), "kept");
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                new AppendixTable(Messages.forLocale(Messages.ENGLISH))
                                        .writeWorkbook(suizhou(), locked));
        assertEquals("problem.file.unwritable", problem.messageKey());
        assertEquals("kept", Files.readString(locked.resolve("kept")));
        assertEquals(List.of("in the way"), List.of(folder.toFile().list()));
    }

    @Test
    void aNameThatLooksLikeAFormulaStaysAText() throws Exception {
        UUID group = new UUID(0, 2);
        Plan plan =
                Plan.empty(new UUID(0, 1), "=1+1", "@局", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.groups = List.of(new IndicatorGroup(group, "-cmd|x"));
                                    d.indicators =
                                            List.of(
                                                    Indicator.createNamed(
                                                            new UUID(1, 1),
                                                            group,
                                                            "=cmd|'/c calc'!A1"));
                                });
        try (Workbook workbook =
                new AppendixTable(Messages.forLocale(Messages.ENGLISH))
                        .createWorkbook(Evaluation.evaluate(plan, AT))) {
            int guarded = 0;
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertTrue(cell.getCellType() != CellType.FORMULA);
                    if (cell.getCellStyle().getQuotePrefixed()) guarded++;
                }
            }
            assertTrue(guarded >= 2);
        }
    }
}
