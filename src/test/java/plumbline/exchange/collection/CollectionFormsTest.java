package plumbline.exchange.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.ReportingStatus;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.ImportBatch;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.exchange.review.ReviewIssue;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.words.Messages;

import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Kits made, filled in by a program as people do, sent back, read. */
class CollectionFormsTest {
    private static final Period PERIOD = Period.ofHalfYear(2024, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 10);

    /** The period is not over yet: a forecast answers. */
    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 29);

    private static final Messages WORDS = Messages.forLocale(Messages.CHINESE);
    @TempDir Path folder;

    /**
     * Twenty departments, of which as many lead as there are indicators; the last indicator has
     * none; the first has a part.
     */
    private static Plan plan(String sample) throws Problem {
        Plan plan = SamplePlans.openSample(sample, new UUID(0, 7));
        for (int d = 1; d <= 20; d++)
            plan = plan.withDepartment(new Department(new UUID(9, d), "第" + d + "科"));
        List<Indicator> all = plan.indicatorsInOrder();
        for (int i = 0; i < all.size() - 1; i++) {
            UUID lead = new UUID(9, 1 + i % 20);
            plan =
                    plan.withChangedIndicator(
                            all.get(i).id(),
                            x -> x.withChanges(d -> d.leadDepartment = Optional.of(lead)));
        }
        return plan.withIndicator(
                plan.indicatorsInOrder()
                        .getFirst()
                        .withPart(Part.createNamed(new UUID(8, 1), "曾都区")));
    }

    private List<Path> made(Plan plan) throws Problem {
        return new CollectionForms(plan, PERIOD, WORDS)
                .<RuntimeException>writeWorkbooks(folder.resolve("kit"), _ -> {});
    }

    /** What a person does to a workbook. */
    private interface Hand {
        void fill(XSSFSheet sheet);
    }

    private Path returned(Path kit, String name, Hand hand) throws Exception {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(kit);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            hand.fill(workbook.getSheetAt(0));
            workbook.write(out);
        }
        return file;
    }

    private static XSSFRow row(XSSFSheet sheet, UUID line) {
        for (int r = 0; r <= sheet.getLastRowNum(); r++) {
            XSSFRow row = sheet.getRow(r);
            if (row != null
                    && row.getCell(0) != null
                    && row.getCell(0).toString().equals(line.toString())) return row;
        }
        throw new AssertionError("no row of " + line);
    }

    private static void put(XSSFSheet sheet, UUID line, FormColumn column, String text) {
        row(sheet, line).getCell(column.ordinal()).setCellValue(text);
    }

    private static ImportBatch read(Path... files) throws Problem {
        return ImportBatch.<RuntimeException>readFiles(
                List.of(files), Map.of(), TODAY, Set.of(), _ -> {});
    }

    private static Plan taken(Plan plan, Path... files) throws Problem {
        ImportBatch incoming = read(files).withGuessedDepartments(plan);
        ReviewDecisions all = ReviewDecisions.NONE;
        for (FigureProposal p : incoming.createReview(plan, all).proposals())
            if (p.isPossible()) all = all.withTaken(p.figure().address(), true);
        return incoming.applyToPlan(
                plan, all, new UUID(1, 2), Instant.parse("2024-07-10T01:00:00Z"));
    }

    private static Optional<Observation> there(Plan plan, UUID line) {
        return plan.findIndicatorOrPart(line).orElseThrow().displayedObservation(PERIOD);
    }

    @Test
    void aWorkbookHoldsOnlyTheDepartmentsOwnRows() throws Exception {
        Plan plan = plan("suizhou");
        List<Path> kits = made(plan);
        assertEquals(13, kits.size());
        assertEquals("2024年上半年 第1科.xlsx", kits.getFirst().getFileName().toString());
        assertEquals("2024年上半年 未注明单位.xlsx", kits.getLast().getFileName().toString());
        try (InputStream in = Files.newInputStream(kits.getFirst());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals(5, sheet.getLastRowNum());
            assertEquals(
                    "全市市场主体数（曾都区）",
                    sheet.getRow(5).getCell(FormColumn.NAME.ordinal()).getStringCellValue());
            assertEquals(SheetVisibility.VERY_HIDDEN, workbook.getSheetVisibility(1));
            assertTrue(
                    sheet.getProtect()
                            && sheet.isColumnHidden(0)
                            && sheet.getRow(2).getZeroHeight());
            assertTrue(
                    sheet.getRow(4).getCell(FormColumn.NAME.ordinal()).getCellStyle().getLocked());
            assertEquals(
                    false,
                    sheet.getRow(4).getCell(FormColumn.VALUE.ordinal()).getCellStyle().getLocked());
            assertEquals(3, sheet.getDataValidations().size());
        }
    }

    @Test
    void aForecastOfWhatIsOverIsNoAnswer() throws Problem {
        Plan plan = plan("suizhou");
        Indicator first = plan.indicatorsInOrder().getFirst();
        Plan next =
                plan.withObservation(
                        first.id(),
                        Observation.of(PERIOD, Status.FORECAST, Reading.ofAmount("290000")));
        ReportingStatus before =
                ReportingStatus.forDepartment(
                        next, next.findDepartmentByName("第1科"), PERIOD, BEFORE);
        assertEquals(
                "1 1 0",
                before.answeredCount()
                        + " "
                        + before.forecastCount()
                        + " "
                        + before.foreseenLines().size());
        ReportingStatus after =
                ReportingStatus.forDepartment(
                        next, next.findDepartmentByName("第1科"), PERIOD, PERIOD.lastDay());
        assertEquals(
                "0 0 1",
                after.answeredCount()
                        + " "
                        + after.forecastCount()
                        + " "
                        + after.foreseenLines().size());
        assertEquals(ReportingStatus.ReportingState.NONE, after.state());
    }

    @Test
    void ofAccidentsAtMostSoManyAreAskedFor() throws Exception {
        Plan plan = plan("suizhou");
        UUID first = plan.indicatorsInOrder().getFirst().id();
        Milestone target =
                Milestone.target(
                        Milestone.Role.FINAL, plan.lastDay(), BigDecimal.ZERO, Direction.HIGHER);
        Plan zero =
                plan.withChangedIndicator(
                        first,
                        i ->
                                i.withChanges(
                                        d -> {
                                            d.kind = IndicatorKind.ZERO;
                                            d.course = Course.of(target);
                                        }));
        try (InputStream in = Files.newInputStream(made(zero).getFirst());
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertEquals(
                    "2025 年 0",
                    row(workbook.getSheetAt(0), first)
                            .getCell(FormColumn.TARGET.ordinal())
                            .getStringCellValue());
        }
    }

    @Test
    void thatNothingHappenedIsReadFromTheWorkbook() throws Exception {
        Plan plan = plan("suizhou");
        UUID first = plan.indicatorsInOrder().getFirst().id();
        Plan zero = plan.withChangedIndicator(first, i -> i.withKind(IndicatorKind.ZERO));
        Path file =
                returned(
                        made(zero).getFirst(),
                        "回.xlsx",
                        sheet -> put(sheet, first, FormColumn.VALUE, "未发生"));
        assertEquals(
                Optional.of(BigDecimal.ZERO),
                there(taken(zero, file), first).flatMap(o -> o.reading().findAmount()));
    }

    @ParameterizedTest
    @CsvSource({
        "已建成, 1 ACTUAL",
        "未完成, 0 ACTUAL",
        "done, 1 ACTUAL",
        "预计完成, 1 FORECAST",
        "1, 1 ACTUAL"
    })
    void whetherAMilestoneIsDoneIsReadFromTheWorkbook(String text, String expected)
            throws Exception {
        Plan plan = plan("suizhou");
        UUID first = plan.indicatorsInOrder().getFirst().id();
        Plan milestone = plan.withChangedIndicator(first, i -> i.withKind(IndicatorKind.MILESTONE));
        Path file =
                returned(
                        made(milestone).getFirst(),
                        "回.xlsx",
                        sheet -> put(sheet, first, FormColumn.VALUE, text));
        assertEquals(
                Optional.of(expected),
                there(taken(milestone, file), first).map(o -> said(o.reading(), o.status())));
    }

    @Test
    void figuresGoStraightToTheirLinesWhateverWasDoneToTheFile() throws Exception {
        Plan plan = plan("suizhou");
        Indicator first = plan.indicatorsInOrder().getFirst();
        UUID part = first.parts().getFirst().id();
        Path file =
                returned(
                        made(plan).getFirst(),
                        "新建 XLSX 工作表(1).xlsx",
                        sheet -> {
                            put(sheet, first.id(), FormColumn.VALUE, "30.1万");
                            put(sheet, first.id(), FormColumn.NAME, "市场主体（改了名）");
                            put(sheet, first.id(), FormColumn.NOTE, "含个体户");
                            row(sheet, part)
                                    .getCell(FormColumn.VALUE.ordinal())
                                    .setCellValue(90210);
                            row(sheet, part)
                                    .getCell(FormColumn.STATUS.ordinal())
                                    .setCellValue("预计");
                            sheet.shiftRows(4, 5, 3);
                            sheet.shiftColumns(
                                    FormColumn.UNIT.ordinal(), FormColumn.NOTE.ordinal(), 2);
                        });
        Plan next = taken(plan, file);
        assertEquals(
                0,
                new BigDecimal("301000")
                        .compareTo(
                                there(next, first.id())
                                        .orElseThrow()
                                        .reading()
                                        .findAmount()
                                        .orElseThrow()));
        assertEquals("含个体户", there(next, first.id()).orElseThrow().note());
        assertEquals(
                Optional.of(new UUID(9, 1)),
                there(next, first.id()).orElseThrow().source().departmentId());
        assertEquals(Status.FORECAST, there(next, part).orElseThrow().status());
        assertEquals(
                ReportingStatus.ReportingState.COMPLETE,
                ReportingStatus.forDepartment(
                                next, next.findDepartmentByName("第1科"), PERIOD, BEFORE)
                        .state());
        assertEquals(
                Optional.of(TODAY),
                ReportingStatus.forDepartment(
                                next, next.findDepartmentByName("第1科"), PERIOD, BEFORE)
                        .receivedOn());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "273104, -, -, '273104 ACTUAL NEW'", "２７３１０４, -, -, '273104 ACTUAL NEW'",
                        "27.3万, -, -, '273000 ACTUAL NEW'",
                        "预计 290000, -, -, '290000 FORECAST NEW'",
                "290000, 预计, -, '290000 FORECAST NEW'", "未开展, -, -, 'NOT_CARRIED_OUT NEW'",
                        "-, -, 未开展, 'NOT_CARRIED_OUT NEW'", "——, -, 尚未到期, 'NOT_YET_DUE NEW'",
                "273104, -, 未开展, '273104 ACTUAL SUSPICIOUS'", "27.3亿元, -, -, 'none SUSPICIOUS'",
                        "正在统计, -, -, 'none UNREADABLE'", "-, -, 年底才有, 'none UNREADABLE'",
                "——, -, -, ''", "-, 预计, -, ''"
            })
    void whatIsTypedIsReadOrRefused(String value, String status, String reason, String expected)
            throws Exception {
        Plan plan = plan("suizhou");
        UUID line = plan.indicatorsInOrder().getFirst().id();
        Path file =
                returned(
                        made(plan).getFirst(),
                        "回.xlsx",
                        sheet -> {
                            if (value != null) put(sheet, line, FormColumn.VALUE, value);
                            if (status != null) put(sheet, line, FormColumn.STATUS, status);
                            if (reason != null) put(sheet, line, FormColumn.REASON, reason);
                        });
        List<String> said =
                read(file).createReview(plan, ReviewDecisions.NONE).proposals().stream()
                        .map(
                                p ->
                                        p.nextContent()
                                                        .map(
                                                                e ->
                                                                        said(
                                                                                e.reading(),
                                                                                p.figure()
                                                                                        .status()))
                                                        .orElse("none")
                                                + " "
                                                + p.status())
                        .toList();
        assertEquals(expected, String.join("; ", said));
    }

    private static String said(Reading reading, Status status) {
        return reading instanceof Reading.Missing(MissingReason reason, String _)
                ? reason.name()
                : reading.findAmount().orElseThrow().toBigInteger() + " " + status;
    }

    @ParameterizedTest
    @CsvSource({"suizhou, 13", "xxshi, 21"})
    void ofTwentyDepartmentsEveryDifferenceIsExplained(String sample, int workbooks)
            throws Exception {
        Plan plan = plan(sample);
        List<Path> kits = made(plan);
        assertEquals(workbooks, kits.size());
        List<Path> back = new ArrayList<>();
        int[] at = {0};
        for (Path kit : kits)
            back.add(returned(kit, "文件" + back.size() + ".xlsx", sheet -> fill(sheet, at)));
        Plan next = taken(plan, back.toArray(Path[]::new));
        List<String> different = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < at[0]; i++) {
            UUID line = lines(plan).get(i);
            Optional<Observation> o = there(next, line);
            String wanted =
                    i % 5 == 3
                            ? "NOT_CARRIED_OUT"
                            : i % 5 == 4
                                    ? ""
                                    : "" + (1000 + i) + (i % 5 == 2 ? " FORECAST" : " ACTUAL");
            String got = o.map(x -> said(x.reading(), x.status())).orElse("");
            filled += got.isEmpty() ? 0 : 1;
            if (!wanted.equals(got)) different.add(i + ": " + wanted + " / " + got);
        }
        assertEquals(List.of(), different);
        assertEquals(lines(plan).size() - lines(plan).size() / 5, filled);
        long open =
                ReportingStatus.leadingDepartments(next).stream()
                        .mapToLong(
                                d ->
                                        ReportingStatus.forDepartment(next, d, PERIOD, BEFORE)
                                                .openLines()
                                                .size())
                        .sum();
        assertEquals(lines(plan).size() / 5, open);
    }

    /** In the order the workbooks are made in. */
    private static List<UUID> lines(Plan plan) {
        return ReportingStatus.leadingDepartments(plan).stream()
                .flatMap(d -> ReportingStatus.indicatorsLedBy(plan, d).stream())
                .flatMap(i -> Stream.concat(Stream.of(i.id()), i.parts().stream().map(Part::id)))
                .toList();
    }

    /**
     * Number, number as text, forecast in words, reason, nothing; then every second sheet has its
     * rows moved.
     */
    private static void fill(XSSFSheet sheet, int[] at) {
        int last = sheet.getLastRowNum();
        for (int r = 4; r <= last; r++) {
            XSSFRow row = sheet.getRow(r);
            int i = at[0]++;
            switch (i % 5) {
                case 0 -> row.getCell(FormColumn.VALUE.ordinal()).setCellValue(1000 + i);
                case 1 ->
                        row.getCell(FormColumn.VALUE.ordinal())
                                .setCellValue(" " + (1000 + i) + " ");
                case 2 -> row.getCell(FormColumn.VALUE.ordinal()).setCellValue("预计" + (1000 + i));
                case 3 -> row.getCell(FormColumn.REASON.ordinal()).setCellValue("未开展");
                default -> {}
            }
        }
        if (at[0] % 2 == 0) sheet.shiftRows(4, last, 6);
    }

    @Test
    void namesAreSafeAndNothingThatLiesThereIsReplaced() throws Exception {
        Plan plan =
                plan("suizhou")
                        .withDepartment(new Department(new UUID(9, 1), "=cmd|'/c calc'!A1:财务\\科"));
        List<Path> first = made(plan);
        assertEquals(
                "2024年上半年 =cmd_'_c calc'!A1_财务_科.xlsx", first.getFirst().getFileName().toString());
        assertEquals("2024年上半年 第2科 (2).xlsx", made(plan).get(1).getFileName().toString());
    }

    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatIsEndedLeavesOnlyWholeFiles() throws Exception {
        assertThrows(
                Ended.class,
                () ->
                        new CollectionForms(plan("suizhou"), PERIOD, WORDS)
                                .<Ended>writeWorkbooks(
                                        folder.resolve("kit"),
                                        share -> {
                                            if (share > 0.2) throw new Ended();
                                        }));
        try (Stream<Path> files = Files.list(folder.resolve("kit"))) {
            List<Path> all = files.sorted(Comparator.naturalOrder()).toList();
            assertEquals(3, all.size());
            for (Path file : all)
                assertTrue(file.toString().endsWith(".xlsx") && !read(file).readings().isEmpty());
        }
    }

    @Test
    void aKitOfAnotherPlanIsFollowedByNameAndSaid() throws Exception {
        Plan plan = plan("suizhou");
        UUID line = plan.indicatorsInOrder().getFirst().id();
        Path file =
                returned(
                        made(plan).getFirst(),
                        "回.xlsx",
                        sheet -> put(sheet, line, FormColumn.VALUE, "280000"));
        ImportReview review =
                read(file)
                        .createReview(
                                plan.withChanges(d -> d.id = new UUID(0, 8)), ReviewDecisions.NONE);
        assertTrue(
                review.proposals().getFirst().issues().stream()
                        .anyMatch(d -> d.kind() == ReviewIssue.Kind.OTHER_PLAN));
        assertEquals(
                FigureProposal.ProposalStatus.SUSPICIOUS, review.proposals().getFirst().status());
    }
}
