package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.base.Problem;
import plumbline.exchange.SeedRow.Column;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskTree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Every figure of the five seed documents stands in its sample, or one line says why it is told
 * otherwise.
 */
class SeedFiguresTest {
    private static final Map<String, String> DOCUMENTS =
            Map.of(
                    "suizhou",
                    "000",
                    "ezhou",
                    "001",
                    "jingmen",
                    "002",
                    "jingdezhen",
                    "003",
                    "xxshi",
                    "004");
    private static final List<SeedRow> ROWS = SeedRow.all();

    /** {@code row column} → why it is told otherwise. */
    private static final Map<String, String> EXCUSED = table("seed-excused.csv");

    /** Row → what the sample calls it, where that is another name. */
    private static final Map<String, String> NAMES = table("seed-names.csv");

    static List<String> samples() {
        return SamplePlans.sampleNames();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFigureStandsInTheSample(String sample) throws Problem {
        List<String> missing = missing(sample, plan -> plan);
        missing.removeIf(cell -> EXCUSED.containsKey(key(cell)));
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noFigureIsInvented(String sample) throws Problem {
        assertEquals(
                List.of(),
                figures(sample, plan -> plan).untold(rows(sample), SeedFiguresTest::nameOf));
    }

    @Test
    void anInventedFigureIsFound() throws Problem {
        UnaryOperator<Plan> more =
                plan ->
                        plan.withObservation(
                                plan.indicators().getFirst().id(),
                                Observation.actual(Period.ofYear(2024), "1"));
        assertEquals(
                1, figures("ezhou", more).untold(rows("ezhou"), SeedFiguresTest::nameOf).size());
    }

    @Test
    void theTranscriptionIsWholeAndEachDocumentHasItsSample() {
        assertEquals(536, ROWS.size());
        assertEquals(
                Map.of("000", 110L, "001", 111L, "002", 48L, "003", 50L, "004", 217L),
                ROWS.stream().collect(Collectors.groupingBy(SeedRow::file, Collectors.counting())));
        assertEquals(
                List.of("suizhou", "ezhou", "jingmen", "jingdezhen", "xxshi"),
                SamplePlans.sampleNames());
    }

    @Test
    void excusesAreFewAndNeeded() throws Problem {
        List<String> missing = new ArrayList<>();
        for (String sample : SamplePlans.sampleNames())
            missing(sample, plan -> plan).forEach(cell -> missing.add(key(cell)));
        List<String> idle = EXCUSED.keySet().stream().filter(k -> !missing.contains(k)).toList();
        assertEquals(List.of(), idle);
        assertTrue(
                EXCUSED.keySet().stream().map(k -> k.split(" ")[0]).distinct().count()
                        <= ROWS.size() / 20);
        assertTrue(EXCUSED.values().stream().noneMatch(String::isBlank));
    }

    @Test
    void aWrongObservationIsFound() throws Problem {
        assertBites(
                "suizhou",
                "6 ACTUAL 1721",
                plan ->
                        changed(
                                plan,
                                "广告经营单位",
                                o ->
                                        o.period().equals(Period.ofYear(2022))
                                                ? new Observation(
                                                        o.period(),
                                                        o.monthsCovered(),
                                                        Reading.ofAmount("1722"),
                                                        o.status(),
                                                        o.source(),
                                                        o.note())
                                                : o));
    }

    @Test
    void aWrongPeriodIsFound() throws Problem {
        assertBites(
                "ezhou",
                "172 ACTUAL 9611",
                plan ->
                        changed(
                                plan,
                                "有效商标注册总量",
                                o ->
                                        new Observation(
                                                o.period(),
                                                6,
                                                o.reading(),
                                                o.status(),
                                                o.source(),
                                                o.note())));
    }

    @Test
    void aForecastTakenForAnActualIsFound() throws Problem {
        assertBites(
                "jingdezhen",
                "313 FORECAST 10",
                plan ->
                        changed(
                                plan,
                                "“互联网+明厨亮灶”网红餐厅接入",
                                o ->
                                        new Observation(
                                                o.period(),
                                                o.monthsCovered(),
                                                o.reading(),
                                                Status.ACTUAL,
                                                o.source(),
                                                o.note())));
    }

    @Test
    void aWrongTargetIsFound() throws Problem {
        assertBites(
                "jingmen",
                "257 TARGET 98",
                plan ->
                        plan.withChanges(
                                d ->
                                        d.indicators =
                                                plan.indicators().stream()
                                                        .map(
                                                                i ->
                                                                        i.name().equals("食品抽检合格率")
                                                                                ? i.withChanges(
                                                                                        e ->
                                                                                                e.course =
                                                                                                        i.course()
                                                                                                                .withMilestone(
                                                                                                                        Milestone
                                                                                                                                .target(
                                                                                                                                        Milestone
                                                                                                                                                .Role
                                                                                                                                                .FINAL,
                                                                                                                                        plan
                                                                                                                                                .lastDay(),
                                                                                                                                        new BigDecimal(
                                                                                                                                                "97"),
                                                                                                                                        i
                                                                                                                                                .direction())))
                                                                                : i)
                                                        .toList()));
    }

    @Test
    void aLostQuantityIsFound() throws Problem {
        assertBites(
                "ezhou",
                "121 ACTUAL 4881",
                plan ->
                        plan.withChanges(
                                d ->
                                        d.taskTree =
                                                new TaskTree(
                                                        plan.taskTree().tasksInOrder().stream()
                                                                .map(
                                                                        t ->
                                                                                t.withChanges(
                                                                                        e ->
                                                                                                e.entries =
                                                                                                        t
                                                                                                                .entries()
                                                                                                                .stream()
                                                                                                                .map(
                                                                                                                        SeedFiguresTest
                                                                                                                                ::withoutPermits)
                                                                                                                .toList()))
                                                                .toList())));
    }

    private static TaskEntry withoutPermits(TaskEntry entry) {
        List<Quantity> kept =
                entry.quantities().stream().filter(q -> !q.name().equals("依申请办结行政许可")).toList();
        return new TaskEntry(entry.id(), entry.day(), entry.noteText(), kept);
    }

    private static Plan changed(Plan plan, String indicator, UnaryOperator<Observation> change) {
        return plan.withChanges(
                d ->
                        d.indicators =
                                plan.indicators().stream()
                                        .map(
                                                i ->
                                                        !i.name().equals(indicator)
                                                                ? i
                                                                : i.withChanges(
                                                                        e ->
                                                                                e.observations =
                                                                                        i
                                                                                                .observations()
                                                                                                .stream()
                                                                                                .map(
                                                                                                        change)
                                                                                                .toList()))
                                        .toList());
    }

    private static void assertBites(String sample, String cell, UnaryOperator<Plan> damage)
            throws Problem {
        List<String> before = missing(sample, plan -> plan);
        List<String> after = missing(sample, damage);
        after.removeAll(before);
        assertTrue(after.contains(cell), after::toString);
    }

    /** The filled cells that the sample does not tell: {@code 12 TARGET 3.5}. */
    private static List<String> missing(String sample, UnaryOperator<Plan> change) throws Problem {
        SampleFigures figures = figures(sample, change);
        List<String> missing = new ArrayList<>();
        for (SeedRow row : rows(sample)) {
            for (Column column : row.filled()) {
                if (!figures.has(row, column, nameOf(row)))
                    missing.add(row.number() + " " + column + " " + row.figure(column));
            }
        }
        return missing;
    }

    private static SampleFigures figures(String sample, UnaryOperator<Plan> change) throws Problem {
        return new SampleFigures(change.apply(SamplePlans.openSample(sample, new UUID(0, 1))));
    }

    private static List<SeedRow> rows(String sample) {
        return ROWS.stream().filter(r -> r.file().equals(DOCUMENTS.get(sample))).toList();
    }

    private static String nameOf(SeedRow row) {
        return SeedRow.plain(NAMES.getOrDefault("" + row.number(), row.plainName()));
    }

    private static String key(String cell) {
        return cell.substring(0, cell.indexOf(' ', cell.indexOf(' ') + 1));
    }

    private static Map<String, String> table(String resource) {
        Map<String, String> table = new HashMap<>();
        for (String line : SeedRow.lines(resource)) {
            String[] cells = line.split(",", 2);
            table.put(cells[0], cells[1]);
        }
        return table;
    }
}
