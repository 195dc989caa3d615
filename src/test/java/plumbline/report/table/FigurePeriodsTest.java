package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.report.table.AppendixGrid.AppendixLine;
import plumbline.report.table.AppendixGrid.GridColumn;
import plumbline.words.Messages;
import plumbline.words.ReadingMarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of figures follow what was reported: nothing that was judged stands in none. */
class FigurePeriodsTest {
    private static final LocalDate AT = LocalDate.of(2023, 6, 30);
    private static final UUID GROUP = new UUID(0, 2);
    private final Messages words = Messages.forLocale(Messages.CHINESE);

    private static Indicator indicator(int number, Observation... figures) {
        return Indicator.createNamed(new UUID(1, number), GROUP, "指标" + number)
                .withChanges(
                        d -> {
                            d.course =
                                    Course.of(
                                            Milestone.baseline(
                                                    LocalDate.of(2020, 12, 31), BigDecimal.ZERO),
                                            Milestone.target(
                                                    Milestone.Role.FINAL,
                                                    LocalDate.of(2025, 12, 31),
                                                    BigDecimal.TEN,
                                                    Direction.HIGHER));
                            d.observations = List.of(figures);
                        });
    }

    private static Evaluation evaluate(Indicator... indicators) {
        return Evaluation.evaluate(
                Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.periods = List.of(Period.ofYear(2021), Period.ofYear(2022));
                                    d.groups = List.of(new IndicatorGroup(GROUP, "类"));
                                    d.indicators = List.of(indicators);
                                }),
                AT);
    }

    private AppendixGrid grid(Evaluation standing, Set<AppendixColumn> columns) {
        return new AppendixGrid(words, standing, columns);
    }

    private static List<String> heads(AppendixGrid grid) {
        return grid.gridColumns().stream()
                .filter(c -> c.period().isPresent() || c.kind() == AppendixColumn.LATEST_FIGURE)
                .map(GridColumn::heading)
                .toList();
    }

    /** The row of an indicator by its heads, those given. */
    private static String cell(AppendixGrid grid, int row, String head) {
        int column = grid.gridColumns().stream().map(GridColumn::heading).toList().indexOf(head);
        assertTrue(column >= 0, head);
        return grid.lines().stream()
                .filter(AppendixLine.AppendixRow.class::isInstance)
                .map(AppendixLine.AppendixRow.class::cast)
                .toList()
                .get(row)
                .entries()
                .get(column)
                .shownText();
    }

    private static Observation covering(int year, int months, String amount) {
        return new Observation(
                Period.ofYear(year),
                months,
                Reading.ofAmount(amount),
                Status.ACTUAL,
                Source.TYPED,
                "");
    }

    @Test
    void aYearUnderWayHasAColumnWithTheMonthsItCovers() {
        AppendixGrid all = grid(evaluate(indicator(1, covering(2023, 5, "6"))), standard());
        assertEquals(List.of("2023年（1—5月）"), heads(all));
        assertEquals("6", cell(all, 0, "2023年（1—5月）"));
        AppendixGrid mixed =
                grid(
                        evaluate(
                                indicator(1, covering(2023, 5, "6")),
                                indicator(2, covering(2023, 6, "7"))),
                        standard());
        assertEquals("6（1—5月）", cell(mixed, 0, "2023年"));
        assertEquals("7（1—6月）", cell(mixed, 1, "2023年"));
    }

    private static Set<AppendixColumn> standard() {
        return AppendixColumn.standardColumns();
    }

    /** What became known after the day is told nowhere but where later figures are asked for. */
    @Test
    void whatIsNotKnownYetStaysOut() {
        Evaluation standing =
                evaluate(
                        indicator(1, covering(2023, 5, "6")),
                        indicator(2, covering(2023, 12, "9")));
        assertEquals("——", cell(grid(standing, standard()), 1, "2023年（1—5月）"));
    }

    /**
     * 30 months of one indicator: its latest stands in one column, the others in the wide table.
     */
    @Test
    void monthsOfOneIndicatorAreFolded() {
        List<Observation> months = new ArrayList<>();
        for (int m = 0; m < 30; m++) {
            YearMonth month = YearMonth.of(2021, 1).plusMonths(m);
            months.add(Observation.actual(new Period(month, month), "" + (1 + m)));
        }
        Indicator monthly = indicator(1, months.toArray(Observation[]::new));
        Indicator[] all =
                Stream.concat(
                                Stream.of(monthly),
                                IntStream.rangeClosed(2, 4)
                                        .mapToObj(
                                                n ->
                                                        indicator(
                                                                n,
                                                                Observation.actual(
                                                                        Period.ofYear(2022), "3"))))
                        .toArray(Indicator[]::new);
        AppendixGrid grid = grid(evaluate(all), standard());
        assertEquals(List.of("2022年", "最近一期"), heads(grid));
        assertEquals("30（2023年6月）", cell(grid, 0, "最近一期"));
        assertEquals("——", cell(grid, 1, "最近一期"));
        assertEquals(31, heads(grid(evaluate(all), AppendixColumn.allColumns())).size());
    }

    /** Whatever was judged by a single figure of a sample stands in its row. */
    @ParameterizedTest
    @CsvSource({"suizhou", "ezhou", "jingmen", "jingdezhen", "xxshi"})
    void everyJudgedFigureStandsInTheTable(String sample) throws Exception {
        Evaluation standing =
                Evaluation.evaluate(SamplePlans.openSample(sample, new UUID(0, 1)), AT);
        FigurePeriods periods = new FigurePeriods(standing);
        standing.assessments()
                .forEach(
                        a ->
                                a.latest()
                                        .ifPresent(
                                                o ->
                                                        assertTrue(
                                                                periods.findFolded(a).isPresent()
                                                                        || periods.findFigure(
                                                                                        a,
                                                                                        o.period())
                                                                                .isPresent(),
                                                                a.indicator().name())));
        assertFalse(heads(grid(standing, standard())).size() > 12);
    }

    @Test
    void milestonesAreToldInWords() {
        Indicator built =
                indicator(1, Observation.actual(Period.ofYear(2022), "1"))
                        .withChanges(
                                d -> {
                                    d.kind = IndicatorKind.MILESTONE;
                                    d.course =
                                            Course.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31),
                                                            BigDecimal.ZERO),
                                                    Milestone.target(
                                                            Milestone.Role.FINAL,
                                                            LocalDate.of(2025, 12, 31),
                                                            BigDecimal.ONE,
                                                            Direction.HIGHER));
                                });
        AppendixGrid grid = grid(evaluate(built), standard());
        assertEquals("未完成", cell(grid, 0, "基期（2020年）"));
        assertEquals("完成", cell(grid, 0, "2022年"));
        assertEquals("完成", cell(grid, 0, "目标（2025年）"));
    }

    /** 24 months and 30 of 60: 40 and 50 %. */
    @Test
    void whatIsDueStandsBesideTheProgress() {
        AppendixGrid grid =
                grid(
                        evaluate(
                                indicator(1, Observation.actual(Period.ofYear(2022), "3")),
                                indicator(2, covering(2023, 6, "6"))),
                        standard());
        assertEquals("30.00%", cell(grid, 0, "完成进度"));
        assertEquals("40.00%", cell(grid, 0, "应达进度"));
        assertEquals("50.00%", cell(grid, 1, "应达进度"));
    }

    @ParameterizedTest
    @CsvSource({
        ">4, 4, false, >4, >4",
        "超过4, 4, false, >4, >4",
        "<4, 4, false, <4, <4",
        "20余次, 20, true, 20余, over 20",
        "4万多件, 40000, true, 40000余, over 40000",
        "4以上, 4, false, ≥4, ≥4",
        "不低于98, 98, false, ≥98, ≥98",
        "不超过5, 5, false, ≤5, ≤5",
        "近150, 150, true, 约150, about 150",
        "'', 7, false, 7, 7"
    })
    void boundsAreKeptAsTheyWereWritten(
            String raw, String amount, boolean about, String chinese, String english) {
        Reading reading = new Reading.Value(new BigDecimal(amount), about, raw);
        assertEquals(chinese, marked(reading, amount, Messages.forLocale(Messages.CHINESE)));
        assertEquals(english, marked(reading, amount, Messages.forLocale(Messages.ENGLISH)));
    }

    private static String marked(Reading reading, String amount, Messages words) {
        ReadingMarks marks = ReadingMarks.forReading(words, reading);
        return marks.before() + amount + marks.after();
    }
}
