package plumbline.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static plumbline.assessment.Given.actual;
import static plumbline.assessment.Given.baseline;
import static plumbline.assessment.Given.course;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Given;
import plumbline.base.Problem;
import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.RepairKind;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskTree;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Each check with a case worked by hand, and with what it must leave alone. */
class PlanChecksTest {
    private static final LocalDate AT = LocalDate.of(2023, 12, 31);
    private static final LocalDate MIDDLE = LocalDate.of(2023, 6, 30);

    private static List<CheckFinding> found(Plan plan) {
        return PlanChecks.checkPlan(
                Evaluation.evaluate(plan, AT), RulePresets.chineseVerdictNames());
    }

    private static List<Check> kinds(Plan plan) {
        return found(plan).stream().map(CheckFinding::check).toList();
    }

    private static CheckFinding only(Plan plan, Check check) {
        assertEquals(List.of(check), kinds(plan));
        return found(plan).getFirst();
    }

    private static void clean(Plan plan) {
        assertEquals(List.of(), found(plan));
    }

    private static Plan mended(Plan plan) {
        return found(plan).getFirst().repair().orElseThrow().edit().apply(plan);
    }

    private static Plan plan(Consumer<Indicator.Draft> changes) {
        return Given.plan(changes);
    }

    private static Indicator indicator(Plan plan) {
        return plan.indicators().getFirst();
    }

    /** {@code 2021 40, 2022 预计 220, 2022H1 约 3}. */
    private static List<Observation> figures(String text) {
        List<Observation> figures = new ArrayList<>();
        for (String item : text.split(",")) {
            String[] words = item.strip().split(" ");
            Status status = item.contains("预计") ? Status.FORECAST : Status.ACTUAL;
            Reading reading =
                    new Reading.Value(
                            new BigDecimal(words[words.length - 1]), item.contains("约"), "");
            figures.add(Observation.of(Period.parse(words[0]), status, reading));
        }
        return figures;
    }

    private static Observation counted(
            String period, String numerator, String denominator, String unit) {
        return Observation.of(
                Period.parse(period),
                Status.ACTUAL,
                new Fraction(new BigDecimal(numerator), new BigDecimal(denominator))
                        .toReading(unit, false));
    }

    private static Part part(int id, Course course, Observation... figures) {
        return new Part(new UUID(9, id), "区" + id, course, List.of(figures));
    }

    private static Consumer<Indicator.Draft> parted(
            RollUp by, String unit, String typed, Part... parts) {
        return d -> {
            d.unit = unit;
            d.rollUp = by;
            d.parts = List.of(parts);
            d.observations = typed.isEmpty() ? List.of() : figures(typed);
        };
    }

    // Parts against the total.

    @Test
    void aTypedTotalIsHeldAgainstItsParts() {
        Plan plan =
                plan(
                        parted(
                                RollUp.SUM,
                                "家",
                                "2022 600",
                                part(1, Course.EMPTY, actual("2022", "200")),
                                part(2, Course.EMPTY, actual("2022", "380"))));
        CheckFinding one = only(plan, Check.PARTS_TOTAL);
        assertEquals(
                List.of(Period.ofYear(2022), new BigDecimal("600"), new BigDecimal("580")),
                one.arguments());
        Plan mended = mended(plan);
        assertEquals(List.of(), indicator(mended).observations());
        clean(mended);
    }

    @Test
    void usingThePartsLeavesTheForecast() {
        Plan plan =
                plan(
                        parted(
                                RollUp.SUM,
                                "家",
                                "2022 600, 2022 预计 700",
                                part(1, Course.EMPTY, actual("2022", "580"))));
        assertEquals(figures("2022 预计 700"), indicator(mended(plan)).observations());
        clean(mended(plan));
    }

    @Test
    void roundedPartsMayMissTheTotalByTheirRounding() {
        // 1.2 + 1.2 + 1.2 = 3.6, each known to ±0.05, the total to ±0.05: 3.8 is within 0.2, 3.9 is
        // not.
        Part[] parts = {
            part(1, Course.EMPTY, actual("2022", "1.2")),
            part(2, Course.EMPTY, actual("2022", "1.2")),
            part(3, Course.EMPTY, actual("2022", "1.2"))
        };
        clean(plan(parted(RollUp.SUM, "亿元", "2022 3.8", parts)));
        only(plan(parted(RollUp.SUM, "亿元", "2022 3.9", parts)), Check.PARTS_TOTAL);
    }

    @Test
    void partsThatAreMissingForecastOrAboutProveNothing() {
        Part known = part(1, Course.EMPTY, actual("2022", "200"));
        clean(plan(parted(RollUp.SUM, "家", "2022 600", known, part(2, Course.EMPTY))));
        clean(
                plan(
                        parted(
                                RollUp.SUM,
                                "家",
                                "2022 600",
                                known,
                                new Part(
                                        new UUID(9, 2),
                                        "区",
                                        Course.EMPTY,
                                        figures("2022 预计 380")))));
        clean(
                plan(
                        parted(
                                RollUp.SUM,
                                "家",
                                "2022 600",
                                known,
                                new Part(
                                        new UUID(9, 2),
                                        "区",
                                        Course.EMPTY,
                                        figures("2022 约 380")))));
        clean(
                plan(
                        parted(
                                RollUp.NONE,
                                "家",
                                "2022 600",
                                known,
                                part(2, Course.EMPTY, actual("2022", "380")))));
    }

    @Test
    void aTypedShareIsHeldAgainstItsCountedParts() {
        // (90 + 300) ÷ (100 + 900) = 39 %, not the mean of 90 % and 33.3 %.
        Part[] parts = {
            part(1, Course.EMPTY, counted("2022", "90", "100", "%")),
            part(2, Course.EMPTY, counted("2022", "300", "900", "%"))
        };
        only(plan(parted(RollUp.RATIO, "%", "2022 61.7", parts)), Check.PARTS_TOTAL);
        clean(plan(parted(RollUp.RATIO, "%", "2022 39.0", parts)));
    }

    @Test
    void theBaselinesAndTargetsOfThePartsAreSummedToo() {
        Part[] parts = {part(1, course("10", "40")), part(2, course("20", "50"))};
        Consumer<Indicator.Draft> base = parted(RollUp.SUM, "家", "", parts);
        assertEquals(
                List.of(Check.PARTS_BASELINE, Check.PARTS_TARGET),
                kinds(plan(base.andThen(d -> d.course = course("31", "91")))));
        clean(plan(base.andThen(d -> d.course = course("30", "90"))));
        clean(plan(base.andThen(d -> d.course = course("30", "80"))));
    }

    // Ratios and wholes.

    @Test
    void aFractionThatDoesNotGiveItsFigureIsFoundAndMended() {
        Plan plan =
                plan(
                        d -> {
                            d.unit = "‰";
                            d.observations = List.of(counted("2022", "1234", "1300", "%"));
                        });
        CheckFinding one = only(plan, Check.RATIO_OFF);
        assertEquals("1234/1300", one.arguments().get(1));
        Plan mended = mended(plan);
        // 1234 ÷ 1300 = 949.230769… per thousand.
        assertTrue(
                indicator(mended)
                        .observations()
                        .getFirst()
                        .reading()
                        .findAmount()
                        .orElseThrow()
                        .toPlainString()
                        .startsWith("949.2307"));
        clean(mended);
        clean(
                plan(
                        d -> {
                            d.unit = "%";
                            d.observations = List.of(counted("2022", "1234", "1300", "%"));
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "33.3, 全市10个县, true",
        "30, 全市10个县, false",
        "33.3, 3个县, false",
        "33.33, 3个县, false",
        "33.4, 3个县, true",
        "32.6, 抽查611项, false",
        "33.3, 抽检批次数, false",
        "33.3, 10个县和5个区, false",
        "33.3, 2022年底的总数, false",
        "100, 全市10个县, false"
    })
    void aPercentageOfTenThingsIsAMultipleOfTen(String percent, String denominator, boolean odd) {
        Plan plan =
                plan(
                        d -> {
                            d.unit = "%";
                            d.ratio = Optional.of(new RatioTerms("达标县数", denominator));
                            d.observations = figures("2022 " + percent);
                        });
        assertEquals(odd ? List.of(Check.NOT_WHOLE) : List.of(), kinds(plan));
    }

    @ParameterizedTest
    @CsvSource({
        "合格批次, 3.33, true",
        "合格批次, 3, false",
        "满意度指数, 3.33, false",
        "技术收入, 3.33, false",
        "达标县数, 3.5, true"
    })
    void whatIsCountedIsWhole(String numerator, String count, boolean odd) {
        Plan plan =
                plan(
                        d -> {
                            d.unit = "%";
                            d.ratio = Optional.of(new RatioTerms(numerator, "全部"));
                            d.observations = List.of(counted("2022", count, "10", "%"));
                        });
        assertEquals(odd ? List.of(Check.COUNT_NOT_WHOLE) : List.of(), kinds(plan));
    }

    /** ≥0.5 of what should be low: the one or the other is a slip. A milestone is done or not. */
    @ParameterizedTest
    @CsvSource({
        "LOWER, AT_LEAST, STOCK, AT_MOST",
        "LOWER, ABOVE, STOCK, BELOW",
        "HIGHER, AT_MOST, HOLD, AT_LEAST",
        "LOWER, AT_MOST, STOCK,",
        "HIGHER, EQUAL, STOCK,",
        "LOWER, AT_LEAST, MILESTONE,"
    })
    void aTargetAsksForTheBetterSide(
            Direction direction, Relation relation, IndicatorKind kind, Relation mended) {
        String[] way =
                direction == Direction.LOWER
                        ? new String[] {"0.6", "0.5"}
                        : new String[] {"0.5", "0.6"};
        Plan plan =
                plan(
                        d -> {
                            d.kind = kind;
                            d.direction = direction;
                            d.course =
                                    Course.of(
                                            baseline(way[0]),
                                            new Milestone(
                                                    Role.FINAL,
                                                    Given.END,
                                                    new BigDecimal(way[1]),
                                                    relation,
                                                    Optional.empty(),
                                                    false));
                        });
        if (mended == null) {
            clean(plan);
            return;
        }
        assertEquals(
                List.of(direction, indicator(plan).course().finalTarget().orElseThrow()),
                only(plan, Check.RELATION_SIDE).arguments());
        assertEquals(
                mended, indicator(mended(plan)).course().finalTarget().orElseThrow().relation());
        clean(mended(plan));
    }

    /** New things begin at nothing: then 0 is the baseline, and progress can be computed. */
    @Test
    void aRunningTotalNeedsToBeginSomewhere() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.CUMULATIVE;
                            d.course =
                                    Course.of(
                                            Given.target(
                                                    Role.FINAL,
                                                    Given.END,
                                                    "100",
                                                    Direction.HIGHER));
                            d.observations = figures("2022 40");
                        });
        only(plan, Check.BASELINE_MISSING);
        clean(mended(plan));
        assertEquals(
                Optional.of(Verdict.ON_COURSE),
                Given.assess(mended(plan), LocalDate.of(2022, 12, 31)).verdict());
        clean(
                plan(
                        d ->
                                d.course =
                                        Course.of(
                                                Given.target(
                                                        Role.FINAL,
                                                        Given.END,
                                                        "100",
                                                        Direction.HIGHER))));
    }

    // Series.

    @Test
    void aTotalToDateDoesNotFall() {
        Consumer<Indicator.Draft> falling =
                d -> {
                    d.kind = IndicatorKind.CUMULATIVE;
                    d.unit = "家";
                    d.course = course("25", "300");
                    d.observations = figures("2021 40, 2022 39, 2023H1 120");
                };
        Plan plan = plan(falling);
        assertEquals(
                List.of(Period.ofYear(2022), new BigDecimal("39"), new BigDecimal("40")),
                only(plan, Check.FALL).arguments());
        clean(mended(plan));
        only(plan(falling.andThen(d -> d.observations = figures("2021 24"))), Check.FALL);
        clean(plan(falling.andThen(d -> d.observations = figures("2021 40, 2022 40, 2023 预计 30"))));
        clean(plan(falling.andThen(d -> d.observations = figures("2021 40, 2022 约 39"))));
        clean(plan(falling.andThen(d -> d.kind = IndicatorKind.STOCK)));
        clean(plan(falling.andThen(d -> d.reporting = Reporting.PER_PERIOD)));
    }

    /**
     * Two events up to June cannot be one up to December; in the next year it begins anew. A
     * concentration may fall.
     */
    @ParameterizedTest
    @CsvSource({
        "ZERO, 起, '2022H1 2, 2022H2 1', true",
        "YEARLY, 件, '2022H1 9, 2022 8', true",
        "YEARLY, 件, '2022H1 9, 2022 18, 2023H1 3', false",
        "YEARLY, 微克/立方米, '2022H1 9, 2022 8', false",
        "YEARLY, 亿元, '2022H1 9, 2022 8', false",
        "HOLD, 件, '2022H1 9, 2022 8', false",
        "STOCK, 件, '2022H1 9, 2022 8', false"
    })
    void whatIsCountedToDateDoesNotFallWithinItsYear(
            IndicatorKind kind, String unit, String figures, boolean fallen) {
        Plan plan =
                plan(
                        d -> {
                            d.kind = kind;
                            d.unit = unit;
                            d.observations = figures(figures);
                        });
        assertEquals(fallen ? List.of(Check.FALL) : List.of(), kinds(plan));
        if (fallen && !figures.contains("2022 ")) clean(mended(plan));
    }

    @ParameterizedTest
    @CsvSource({
        "'2021 23.7837, 2022 273104', TIMES",
        "'2021 2378370000, 2022 273104', DIVIDE",
        "'2021 237837, 2022 27.3', TIMES"
    })
    void aLostWanIsFoundAndPutBack(String figures, RepairKind mending) {
        Plan plan =
                plan(
                        d -> {
                            d.course = course("217825", "242854");
                            d.observations = figures(figures);
                        });
        CheckFinding one = only(plan, Check.JUMP);
        assertEquals(mending, one.repair().orElseThrow().repairKind());
        clean(mended(plan));
        assertTrue(
                indicator(mended(plan)).observations().stream()
                        .allMatch(o -> o.reading().findAmount().orElseThrow().scale() <= 0));
    }

    /** The forecast that the figure replaced is hidden beneath it. */
    @Test
    void aLostWanIsPutBackInTheNamedFigureAlone() {
        Plan plan =
                plan(
                        d -> {
                            d.course = course("217825", "242854");
                            d.observations = figures("2022 273104, 2023H1 预计 290000, 2023H1 29.5");
                        });
        assertEquals(
                List.of(
                        Period.ofHalfYear(2023, 1),
                        new BigDecimal("29.5"),
                        new BigDecimal("217825"),
                        "×10000"),
                only(plan, Check.JUMP).arguments());
        Plan mended = mended(plan);
        clean(mended);
        assertEquals(
                List.of(
                        new BigDecimal("273104"),
                        new BigDecimal("290000"),
                        new BigDecimal("295000")),
                indicator(mended).observations().stream()
                        .map(o -> o.reading().findAmount().orElseThrow().setScale(0))
                        .toList());
    }

    @Test
    void aForecastThatLostItsWanIsPutBackAsAForecast() {
        Plan mended =
                mended(
                        plan(
                                d -> {
                                    d.course = course("217825", "242854");
                                    d.observations = figures("2022 273104, 2023 预计 29");
                                }));
        assertEquals(Status.FORECAST, indicator(mended).observations().getLast().status());
        clean(mended);
    }

    @Test
    void aTargetInAnotherUnitIsFoundAgainstItsFigures() {
        Plan plan =
                plan(
                        d -> {
                            d.course =
                                    course("217825", "242854")
                                            .withMilestone(
                                                    Given.target(
                                                            Role.FINAL,
                                                            Given.END,
                                                            "24.2854",
                                                            Direction.HIGHER));
                            d.observations = figures("2021 237837, 2022 273104");
                        });
        assertTrue(kinds(plan).contains(Check.JUMP), kinds(plan)::toString);
        Plan mended =
                found(plan).stream()
                        .filter(f -> f.check() == Check.JUMP)
                        .findFirst()
                        .orElseThrow()
                        .repair()
                        .orElseThrow()
                        .edit()
                        .apply(plan);
        assertEquals(
                0,
                new BigDecimal("242854")
                        .compareTo(
                                indicator(mended).course().finalTarget().orElseThrow().amount()));
    }

    @ParameterizedTest
    @CsvSource({
        "'2021 40, 2022 220, 2023 246'",
        "'2021 0, 2022 120'",
        "'2021 99, 2022 980, 2023 9000'",
        "'2021 2400'"
    })
    void growthZeroAndSteadyRiseAreNoJump(String figures) {
        clean(
                plan(
                        d -> {
                            d.course = course("25", "100");
                            d.observations = figures(figures);
                        }));
    }

    @Test
    void noSampleHasANumberOfAnotherMagnitude() throws Problem {
        for (String name : SamplePlans.sampleNames())
            assertEquals(
                    List.of(),
                    found(SamplePlans.openSample(name, new UUID(0, 1))).stream()
                            .filter(
                                    f ->
                                            List.of(
                                                            Check.JUMP,
                                                            Check.FAR_ABOVE,
                                                            Check.FAR_BELOW,
                                                            Check.MIDDLE_SIDE,
                                                            Check.RELATION_SIDE)
                                                    .contains(f.check()))
                            .toList(),
                    name);
    }

    /** Beds: 176000/15200 = 11.6, 176000/18000 = 9.8; 1680/16200 = 1/9.6, 1680/18000 = 1/10.7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021 15200, 2022 176000            | ÷10",
                "2021 15200, 2022 176000, 2023 17000 | ÷10",
                "2021 15200, 2022 1680, 2023 17000  | ×10",
                "2021 151000, 2022 15800            | ÷10",
                "2021 15200, 2022H1 1650            | ",
                "2021 15200, 2022 176000, 2023 180000 | ",
                "2021 15200, 2022 100000            | "
            })
    void aZeroTooManyOrTooFewIsFound(String figures, String step) {
        Plan plan =
                plan(
                        d -> {
                            d.unit = "张";
                            d.course = course("14500", "18000");
                            d.observations = figures(figures);
                        });
        List<CheckFinding> found = found(plan);
        assertEquals(
                step == null ? List.of() : List.of(step),
                found.stream().map(f -> f.arguments().getLast()).toList());
        if (step != null) clean(mended(plan));
    }

    /**
     * 230 → 31000 is growth as far as anyone can see, and so is 300 → 30000: one digit is no
     * likeness. 23.9 beside 2375 and 2380 has its point moved, ×100 = 2390 is within two per cent;
     * 1.1 is something else.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021 230, 2022 250, 2023 31000                   | ",
                "2021 230, 2022 250, 2023 99000                   | ",
                "2021 1, 2022 2, 2023 400                         | ",
                "2021 1000, 2022 10000, 2023 100000               | ",
                "2021 300, 2022 300, 2023 30000                   | ",
                "2021 2375, 2022 2380, 2023 23.9                  | ×100",
                "2021 2375, 2022 2380, 2023 2.39                  | ×1000",
                "2021 2375, 2022 2380, 2023 238.9                 | ×10",
                "2021 2375, 2022 2380, 2023 23890                 | ÷10",
                "2021 2375, 2022 2380, 2023 0.24                  | ×10000",
                "2021 2375, 2022 2380, 2023 0.0000239             | ×100000000",
                "2021 2375, 2022 2380, 2023 239000000000          | ÷100000000",
                "2021 2375, 2022 2380, 2023 1.1                   | "
            })
    void onlyEvidenceOfALostStepMakesAJump(String figures, String step) {
        Plan plan =
                plan(
                        d -> {
                            d.unit = "亿元";
                            d.observations = figures(figures);
                        });
        List<CheckFinding> found = found(plan);
        assertEquals(
                step == null ? List.of() : List.of(step),
                found.stream().map(f -> f.arguments().getLast()).toList());
        if (step != null) clean(mended(plan));
    }

    /**
     * The others lie between 12.5 and 20 (1.6 times apart), 60 and 90 (1.5), 75 and 83 (1.1): 30000
     * is 1500 times 20, 0.80 a 75th of 60 and ×100 = 80 is among them, 1234 is 15 times 83. 120 is
     * but 6 times 20; from 1 to 20 the others are 20 times apart, so that 300 tells nothing; 3
     * stands at a beginning.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5 | 16 | 20 | 2021 13.6, 2022 14.9, 2023 30000 | FAR_ABOVE | 1500",
                "12.5 | 16 | 20 | 2021 13.6, 2022 14.9, 2023 120   |           | ",
                "60   | 75 | 90 | 2021 66, 2022 73, 2023 0.80      | JUMP      | ×100",
                "60   | 75 | 90 | 2021 66, 2022 73, 2023 0.20      | FAR_BELOW | 300",
                "75   | 80 | 80 | 2021 78, 2022 82, 2023 83, 2024 1234 | FAR_ABOVE | 15",
                "75   | 80 | 80 | 2021 78, 2022 1234, 2023 83      | FAR_ABOVE | 15",
                "1    | 10 | 20 | 2021 2, 2022 5, 2023 300         |           | ",
                "0    | 50 | 60 | 2021 1, 2022 53, 2023 55         |           | "
            })
    void aFigureFarFromAllOthersIsFound(
            String from, String middle, String to, String figures, Check check, String by) {
        List<CheckFinding> found =
                found(
                        plan(
                                d -> {
                                    d.kind =
                                            from.equals("75")
                                                    ? IndicatorKind.MEAN
                                                    : IndicatorKind.STOCK;
                                    d.course =
                                            course(from, to)
                                                    .withMilestone(
                                                            Given.target(
                                                                    Role.MID_TERM,
                                                                    MIDDLE,
                                                                    middle,
                                                                    Direction.HIGHER));
                                    d.observations = figures(figures);
                                }));
        assertEquals(
                check == null ? List.of() : List.of(check),
                found.stream().map(CheckFinding::check).toList());
        if (check != null) assertEquals(by, found.getFirst().arguments().getLast().toString());
    }

    /** A month beside a year is no neighbour, and a total to date begins with little. */
    @Test
    void whatCoversOtherMonthsIsNoNeighbour() {
        clean(
                plan(
                        d -> {
                            d.kind = IndicatorKind.YEARLY;
                            d.reporting = Reporting.PER_PERIOD;
                            d.unit = "件";
                            d.course = course("100", "130");
                            d.observations = figures("2021 110, 2022 120, 2023-01 1");
                        }));
    }

    @Test
    void twoNumbersMayBeAHundredTimesApartButNotTenThousand() {
        clean(plan(d -> d.observations = figures("2021 1, 2022 150")));
        only(plan(d -> d.observations = figures("2021 1.2, 2022 12000")), Check.JUMP);
    }

    @ParameterizedTest
    @CsvSource({
        "CUMULATIVE, 人, true",
        "YEARLY, 件, true",
        "YEARLY, 微克/立方米, false",
        "MEAN, 人, false",
        "STOCK, 张, false"
    })
    void aHalfYearIsNoMoreThanItsYear(IndicatorKind kind, String unit, boolean found) {
        Plan plan =
                plan(
                        d -> {
                            d.kind = kind;
                            d.reporting = Reporting.PER_PERIOD;
                            d.unit = unit;
                            d.course = Course.EMPTY;
                            d.observations = figures("2022 45000, 2023H1 53000, 2023 48000");
                        });
        List<Object> args =
                found(plan).stream()
                        .filter(f -> f.check() == Check.PART_EXCEEDS)
                        .flatMap(f -> f.arguments().stream())
                        .toList();
        assertEquals(
                found
                        ? List.of(
                                Period.ofYear(2023),
                                new BigDecimal("48000"),
                                Period.ofHalfYear(2023, 1),
                                new BigDecimal("53000"))
                        : List.of(),
                args);
    }

    @Test
    void aYearIsTheSumOfItsHalvesAndQuarters() {
        Consumer<Indicator.Draft> counts =
                d -> {
                    d.kind = IndicatorKind.CUMULATIVE;
                    d.reporting = Reporting.PER_PERIOD;
                    d.unit = "家";
                    d.observations = figures("2022 100, 2022H1 40, 2022H2 50");
                };
        assertEquals(
                List.of(Period.ofYear(2022), new BigDecimal("100"), new BigDecimal("90")),
                only(plan(counts), Check.SUM_DIFFERS).arguments());
        clean(plan(counts.andThen(d -> d.observations = figures("2022 90, 2022H1 40, 2022H2 50"))));
        clean(plan(counts.andThen(d -> d.observations = figures("2022 100, 2022H1 40"))));
        clean(
                plan(
                        counts.andThen(
                                d ->
                                        d.observations =
                                                figures("2022 预计 100, 2022H1 40, 2022H2 50"))));
        clean(
                plan(
                        counts.andThen(
                                d ->
                                        d.observations =
                                                figures("2022 约 100, 2022H1 40, 2022H2 50"))));
        clean(plan(counts.andThen(d -> d.kind = IndicatorKind.MEAN).andThen(d -> d.unit = "%")));
        for (IndicatorKind kind :
                List.of(
                        IndicatorKind.YEARLY,
                        IndicatorKind.MEAN,
                        IndicatorKind.HOLD,
                        IndicatorKind.ZERO,
                        IndicatorKind.GROWTH))
            only(plan(counts.andThen(d -> d.kind = kind)), Check.SUM_DIFFERS);
        only(
                plan(
                        counts.andThen(
                                d ->
                                        d.observations =
                                                figures(
                                                        "2022 90, 2022Q1 20, 2022Q2 20, 2022H2 49"))),
                Check.SUM_DIFFERS);
        // 0.3 + 0.3 = 0.6 ± 0.1 and 0.7 ± 0.05 may be the same.
        clean(
                plan(
                        counts.andThen(
                                d -> {
                                    d.unit = "亿元";
                                    d.observations = figures("2022 0.7, 2022H1 0.3, 2022H2 0.3");
                                })));
    }

    @Test
    void oneDayHasOneStock() {
        Consumer<Indicator.Draft> stock =
                d -> {
                    d.unit = "户";
                    d.observations = figures("2022 273104, 2022H2 273000");
                };
        only(plan(stock), Check.SAME_DAY);
        clean(plan(stock.andThen(d -> d.observations = figures("2022 273104, 2022H2 2.73E+5"))));
        clean(plan(stock.andThen(d -> d.observations = figures("2022 273104, 2022 预计 260000"))));
        clean(plan(stock.andThen(d -> d.kind = IndicatorKind.YEARLY)));
    }

    @Test
    void moreThanAllIsOddWhereTheTargetIsAShare() {
        Consumer<Indicator.Draft> share =
                d -> {
                    d.unit = "%";
                    d.course = course("90", "98");
                    d.observations = figures("2022 105");
                };
        only(plan(share), Check.PERCENT_OVER);
        clean(plan(share.andThen(d -> d.observations = figures("2022 100"))));
        clean(plan(share.andThen(d -> d.course = course("90", "120"))));
        clean(plan(share.andThen(d -> d.name = "营业收入增长率")));
        clean(plan(share.andThen(d -> d.unit = "件")));
    }

    // Units.

    @ParameterizedTest
    @CsvSource({
        "每万人口发明专利拥有量, 件, 正文写作“每百万人口”, SCALE_DIFFERS",
        "每万人口发明专利拥有量, 件/每十万人, '', SCALE_DIFFERS",
        "每万人口发明专利拥有量, 件, 每万人口的件数；每年统计一次,",
        "认证有效证书, 万张, 正文的单位写作“万件”。, UNIT_DIFFERS",
        "认证有效证书（件）, 万张, '', UNIT_DIFFERS",
        "认证有效证书（张）, 张, 单位：张,",
        "认证有效证书, 万张, 全市共有3万件商标,",
        "市场主体（户）, %, 单位：户,"
    })
    void unitsAgree(String name, String unit, String note, String expected) {
        Plan plan =
                plan(
                        d -> {
                            d.name = name;
                            d.unit = unit;
                            d.note = note;
                        });
        assertEquals(expected == null ? List.of() : List.of(Check.valueOf(expected)), kinds(plan));
    }

    // Course.

    @Test
    void aTargetBelowTheBaselineIsNotHigher() {
        Consumer<Indicator.Draft> wrong =
                d ->
                        d.course =
                                Course.of(
                                        baseline("45"),
                                        Given.target(
                                                Role.FINAL, Given.END, "20", Direction.HIGHER));
        Plan plan = plan(wrong);
        only(plan, Check.TARGET_SIDE);
        Plan mended = mended(plan);
        assertEquals(Direction.LOWER, indicator(mended).direction());
        assertEquals(
                Relation.AT_MOST,
                indicator(mended).course().finalTarget().orElseThrow().relation());
        clean(mended);
        clean(plan(d -> d.course = course("20", "45")));
        clean(plan(wrong.andThen(d -> d.kind = IndicatorKind.HOLD)));
        only(
                plan(
                        d -> {
                            d.course = course("20", "45");
                            d.direction = Direction.LOWER;
                        }),
                Check.TARGET_SIDE);
    }

    /**
     * From 12.5 to 20 the way leads over 16; 10 lies behind the start and 21 beyond the end. From
     * 20 down to 10 it is the other way round.
     */
    @ParameterizedTest
    @CsvSource({
        "12.5, 10, 20, STOCK, true",
        "12.5, 16, 20, STOCK, false",
        "12.5, 12.5, 20, STOCK, false",
        "12.5, 20, 20, STOCK, false",
        "12.5, 21, 20, STOCK, true",
        "20, 22, 10, STOCK, true",
        "20, 15, 10, STOCK, false",
        "12.5, 10, 20, YEARLY, false",
        "12.5, 10, 20, HOLD, false"
    })
    void aMidTermTargetLiesOnTheWayToTheFinalOne(
            String from, String middle, String to, IndicatorKind kind, boolean found) {
        Direction better =
                new BigDecimal(from).compareTo(new BigDecimal(to)) < 0
                        ? Direction.HIGHER
                        : Direction.LOWER;
        Plan plan =
                plan(
                        d -> {
                            d.kind = kind;
                            d.direction = better;
                            d.course =
                                    Course.of(
                                            baseline(from),
                                            Given.target(Role.MID_TERM, MIDDLE, middle, better),
                                            Given.target(Role.FINAL, Given.END, to, better));
                        });
        assertEquals(found ? List.of(Check.MIDDLE_SIDE) : List.of(), kinds(plan));
    }

    @Test
    void aMidTermTargetTurnedTheOtherWayIsTurnedBack() {
        Plan plan =
                plan(
                        d ->
                                d.course =
                                        course("12.5", "20")
                                                .withMilestone(
                                                        Given.target(
                                                                Role.MID_TERM,
                                                                MIDDLE,
                                                                "16",
                                                                Direction.LOWER)));
        only(plan, Check.RELATION_SIDE);
        Plan mended = mended(plan);
        assertEquals(
                Relation.AT_LEAST,
                indicator(mended).course().midTermTarget().orElseThrow().relation());
        clean(mended);
    }

    @Test
    void aTargetThatIsTheBaselineIsToBeHeld() {
        Plan plan = plan(d -> d.course = course("98", "98"));
        only(plan, Check.TARGET_IS_BASELINE);
        assertEquals(IndicatorKind.HOLD, indicator(mended(plan)).kind());
        clean(mended(plan));
        clean(
                plan(
                        d -> {
                            d.course = course("98", "98");
                            d.kind = IndicatorKind.YEARLY;
                        }));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 101, %, true",
        "AT_LEAST, 100, %, false",
        "ABOVE, 100, %, true",
        "AT_MOST, -1, %, true",
        "BELOW, 0, %, true",
        "AT_MOST, 0, %, false",
        "EQUAL, 100, %, false",
        "AT_LEAST, 101, 件, false"
    })
    void whatCanNeverBeHeldIsFound(
            Relation relation, BigDecimal target, String unit, boolean never) {
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.unit = unit;
                            d.direction =
                                    relation == Relation.AT_MOST || relation == Relation.BELOW
                                            ? Direction.LOWER
                                            : Direction.HIGHER;
                            d.course =
                                    Course.of(
                                            new Milestone(
                                                    Role.FINAL,
                                                    Given.END,
                                                    target,
                                                    relation,
                                                    Optional.empty(),
                                                    false));
                        });
        assertEquals(never ? List.of(Check.HOLD_NEVER) : List.of(), kinds(plan));
    }

    @Test
    void noEventAtAllLeavesNoRoomForTwo() {
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.ZERO;
                            d.course =
                                    Course.of(
                                            new Milestone(
                                                    Role.FINAL,
                                                    Given.END,
                                                    new BigDecimal("2"),
                                                    Relation.AT_MOST,
                                                    Optional.empty(),
                                                    false));
                        });
        only(plan, Check.ZERO_TARGET);
        assertEquals(IndicatorKind.HOLD, indicator(mended(plan)).kind());
        clean(
                plan(
                        d -> {
                            d.kind = IndicatorKind.ZERO;
                            d.course =
                                    Course.of(
                                            new Milestone(
                                                    Role.FINAL,
                                                    Given.END,
                                                    BigDecimal.ZERO,
                                                    Relation.AT_MOST,
                                                    Optional.empty(),
                                                    false));
                        }));
    }

    // Words. 40 % done when 60 % are due: behind.

    private static Plan behind(String note) {
        return plan(
                d -> {
                    d.name = "市场主体数";
                    d.course = course("0", "100");
                    d.observations = figures("2023 40");
                    d.note = note;
                });
    }

    @ParameterizedTest
    @CsvSource({
        "已提前完成。, true",
        "进度评价为“基本符合”, true",
        "全市慢于进度, false",
        "没有提前完成, false",
        "力争提前完成, false",
        "不符合进度, false",
        "按注不到“提前完成”；正文却写已提前完成, true",
        "各县达标创建启动, false",
        "'', false",
        "尚未达到目标，预计2025年提前完成, false"
    })
    void aWordThatContradictsTheVerdictIsFound(String note, boolean contrary) {
        assertEquals(contrary ? List.of(Check.VERDICT_WORD) : List.of(), kinds(behind(note)));
    }

    @Test
    void aNoteIsHeldAgainstTheVerdictOfItsOwnDay() {
        Consumer<Indicator.Draft> changing =
                d -> {
                    d.course = course("0", "100");
                    d.observations = List.of(noted("2022", "40", "符合进度"), noted("2023", "40", ""));
                };
        clean(plan(changing));
        only(
                plan(
                        changing.andThen(
                                d ->
                                        d.observations =
                                                List.of(
                                                        noted("2022", "40", ""),
                                                        noted("2023", "40", "符合进度")))),
                Check.VERDICT_WORD);
    }

    private static Observation noted(String period, String amount, String note) {
        Period of = Period.parse(period);
        return new Observation(
                of, of.monthCount(), Reading.ofAmount(amount), Status.ACTUAL, Source.TYPED, note);
    }

    @Test
    void heldEveryYearIsMetOrNot() {
        Consumer<Indicator.Draft> held =
                d -> {
                    d.kind = IndicatorKind.HOLD;
                    d.unit = "%";
                    d.course = course("98", "98");
                    d.observations = figures("2021 99, 2022 97, 2023 99");
                };
        only(plan(held.andThen(d -> d.note = "三年均达标。")), Check.VERDICT_WORD);
        clean(plan(held.andThen(d -> d.note = "2022年未达标。")));
        clean(plan(held.andThen(d -> d.note = "达标率98%以上")));
    }

    @ParameterizedTest
    @CsvSource({"市场主体数已提前完成, true", "签约仪式提前完成, false", "该项符合进度, true", "市场主体数慢于进度, false"})
    void aTaskSpeaksOfItsIndicatorWhereItNamesIt(String text, boolean contrary) {
        Plan plan = behind("");
        Task task =
                Task.createTitled(new UUID(3, 1), 0, TaskKind.ITEM, "事项")
                        .withChanges(
                                d -> {
                                    d.indicatorIds = List.of(indicator(plan).id());
                                    d.entries =
                                            List.of(
                                                    new TaskEntry(
                                                            new UUID(3, 2), AT, text, List.of()));
                                });
        assertEquals(
                contrary ? List.of(Check.VERDICT_WORD) : List.of(),
                kinds(plan.withTaskTree(new TaskTree(List.of(task)))));
    }

    @Test
    void theWordsAreThoseOfTheRule() {
        assertEquals(
                List.of(),
                kinds(
                        behind("基本符合")
                                .withRule(
                                        named(
                                                VerdictRule.fourClassRule(),
                                                v ->
                                                        v.name().equals("BEHIND")
                                                                ? "滞后"
                                                                : v.name() + "档"))));
    }

    /**
     * 40 % when 60 % are due is 滞后 by 四档, 进展不足 by the ratio of growth; the colours are no words. A
     * short word counts only where it is said of progress.
     */
    @ParameterizedTest
    @CsvSource({
        "four, 已提前实现, true",
        "four, 进度滞后。, false",
        "four, 快于预期, true",
        "four, 该指标基本符合预期, true",
        "four, 力争提前实现, false",
        "four, 慢于进度, false",
        "rag, 绿, false",
        "time, 滞后, false"
    })
    void aPresetHasItsOwnWordsInTexts(String preset, String note, boolean contrary) {
        assertEquals(
                contrary ? List.of(Check.VERDICT_WORD) : List.of(),
                kinds(behind(note).withRule(RulePresets.findPreset(preset).orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource({
        "进度滞后。, true",
        "市场主体数滞后，需加快, true",
        "“滞后”, true",
        "评价为滞后, true",
        "该指标明显滞后；, true",
        "配套设施滞后，影响推进, false",
        "滞后于全省平均, false",
        "不再滞后, false",
        "尚未滞后, false"
    })
    void aShortWordCountsWhereItIsSaidOfProgress(String note, boolean contrary) {
        Plan plan =
                plan(
                        d -> {
                            d.name = "市场主体数";
                            d.course = course("0", "100");
                            d.observations = figures("2023 70");
                            d.note = note;
                        });
        assertEquals(
                contrary ? List.of(Check.VERDICT_WORD) : List.of(),
                kinds(plan.withRule(VerdictRule.fourClassRule())));
    }

    private static VerdictRule named(VerdictRule rule, Function<Verdict, String> label) {
        return new VerdictRule(
                "own",
                rule.basis(),
                rule.metIsAhead(),
                rule.judgesPreliminary(),
                rule.bands().stream()
                        .map(
                                b ->
                                        new VerdictRule.Band(
                                                b.verdict(),
                                                label.apply(b.verdict()),
                                                b.lowerBound()))
                        .toList());
    }

    // Parts are looked through like indicators, but what would change the whole is not offered.

    @Test
    void aPartIsLookedThroughToo() {
        Part falling = part(1, Course.EMPTY, actual("2021", "40"), actual("2022", "30"));
        Plan plan =
                plan(
                        d -> {
                            d.kind = IndicatorKind.CUMULATIVE;
                            d.parts = List.of(falling);
                        });
        CheckFinding one = only(plan, Check.FALL);
        assertEquals(falling.id(), one.lineId());
        assertEquals(Optional.empty(), one.repair());
    }

    /** What the published report really has: two words of the text, two units. */
    @Test
    void theSampleHasFourOdditiesAndTheyAreReallySo() throws Exception {
        Plan plan = SamplePlans.openSample("suizhou", new UUID(0, 1));
        List<String> said = new ArrayList<>();
        for (LocalDate at : List.of(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 6, 30))) {
            said.add(
                    PlanChecks.checkPlan(
                                    Evaluation.evaluate(plan, at),
                                    RulePresets.chineseVerdictNames())
                            .stream()
                            .map(f -> plan.sequenceNumberOf(f.lineId()) + " " + f.check())
                            .toList()
                            .toString());
        }
        String expected = "[6 SCALE_DIFFERS, 10 UNIT_DIFFERS, 4 VERDICT_WORD, 9 VERDICT_WORD]";
        assertEquals(Arrays.asList(expected, expected), said);
    }

    @Test
    void theWorstComeFirst() {
        Plan plan =
                plan(
                        d -> {
                            d.name = "每万人口（每百万人口）";
                            d.kind = IndicatorKind.ZERO;
                            d.course = course("0", "2");
                        });
        assertEquals(List.of(Check.ZERO_TARGET, Check.SCALE_DIFFERS), kinds(plan));
    }
}
