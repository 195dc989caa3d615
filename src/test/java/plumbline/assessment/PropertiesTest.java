package plumbline.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold of the arithmetic whatever is put in; each case is drawn from its own number, so a
 * failure can be repeated.
 */
class PropertiesTest {
    private static final Set<IndicatorKind> COURSED =
            EnumSet.of(IndicatorKind.STOCK, IndicatorKind.CUMULATIVE, IndicatorKind.YEARLY);

    static Stream<Integer> cases() {
        return IntStream.range(0, 300).boxed();
    }

    /** Baseline, target and the values of 2021 and 2022. */
    private record Drawn(
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal first,
            BigDecimal second,
            VerdictRule rule) {
        static Drawn of(int number) {
            Random random = AnyPlan.random(number);
            return new Drawn(
                    amount(random),
                    amount(random),
                    amount(random),
                    amount(random),
                    AnyPlan.RULES.get(random.nextInt(3)));
        }

        private static BigDecimal amount(Random random) {
            return BigDecimal.valueOf(random.nextInt(1, 20_000), random.nextInt(0, 3));
        }

        Optional<Verdict> verdict(BigDecimal value) {
            return judged(baseline, target, value).verdict();
        }

        Assessment judged(BigDecimal from, BigDecimal to, BigDecimal value) {
            Direction direction = to.compareTo(from) < 0 ? Direction.LOWER : Direction.HIGHER;
            Course course =
                    Course.of(
                            Milestone.baseline(LocalDate.of(2020, 12, 31), from),
                            Milestone.target(
                                    Role.FINAL, LocalDate.of(2025, 12, 31), to, direction));
            return Given.assess(
                    Given.plan(
                                    d -> {
                                        d.direction = direction;
                                        d.course = course;
                                        d.observations =
                                                List.of(
                                                        Observation.of(
                                                                Period.ofYear(2022),
                                                                Status.ACTUAL,
                                                                Reading.ofAmount(value)));
                                    })
                            .withRule(rule),
                    LocalDate.of(2022, 12, 31));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherUnitChangesNoVerdict(int number) {
        Drawn d = Drawn.of(number);
        for (int places : new int[] {-4, 1, 4}) {
            Assessment other =
                    d.judged(
                            d.baseline.movePointRight(places),
                            d.target.movePointRight(places),
                            d.second.movePointRight(places));
            assertEquals(d.verdict(d.second), other.verdict(), d + " × 10^" + places);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMirrorImageGetsTheSameVerdict(int number) {
        Drawn d = Drawn.of(number);
        BigDecimal mirror = new BigDecimal("50000");
        Assessment other =
                d.judged(
                        mirror.subtract(d.baseline),
                        mirror.subtract(d.target),
                        mirror.subtract(d.second));
        assertEquals(d.verdict(d.second), other.verdict(), d::toString);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void progressGrowsWithTheValueTowardsTheTarget(int number) {
        Drawn d = Drawn.of(number);
        if (d.target.compareTo(d.baseline) == 0 || d.first.compareTo(d.second) == 0) return;
        BigDecimal one =
                d.judged(d.baseline, d.target, d.first).progress().knownValue().orElseThrow();
        BigDecimal two =
                d.judged(d.baseline, d.target, d.second).progress().knownValue().orElseThrow();
        boolean nearer = d.second.compareTo(d.first) > 0 == d.target.compareTo(d.baseline) > 0;
        assertEquals(nearer, two.compareTo(one) > 0, d::toString);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBetterValueNeverGetsAWorseVerdict(int number) {
        Drawn d = Drawn.of(number);
        Optional<Verdict> one = d.verdict(d.first);
        Optional<Verdict> two = d.verdict(d.second);
        if (one.isEmpty() || two.isEmpty()) return;
        boolean better = d.second.compareTo(d.first) > 0 == d.target.compareTo(d.baseline) > 0;
        assertTrue(
                better ? two.get().compareTo(one.get()) <= 0 : one.get().compareTo(two.get()) <= 0,
                d::toString);
    }

    /**
     * Any kind, any relation, holes, forecasts, no baseline, no target, nothing at all: a verdict
     * or a reason, and no number out of nothing.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void noInputMakesAnExceptionOrASilentZero(int number) {
        Plan plan = AnyPlan.of(number);
        for (LocalDate at :
                List.of(
                        LocalDate.of(2019, 1, 1),
                        LocalDate.of(2020, 12, 31),
                        LocalDate.of(2022, 12, 31),
                        LocalDate.of(2023, 5, 9),
                        LocalDate.of(2031, 1, 1))) {
            Assessment a = Given.assess(plan, at);
            assertTrue(a.verdict().isPresent() || a.judgement() instanceof Judgement.Unjudged);
            for (Figure f :
                    List.of(
                            a.attainment(),
                            a.progress(),
                            a.timeProgress(),
                            a.due(),
                            a.progressDue(),
                            a.pace(),
                            a.gap(),
                            a.neededPerYear(),
                            a.achievedPerYear())) {
                if (f instanceof Figure.Known known)
                    assertTrue(!known.inputs().isEmpty() && a.value().isPresent(), f::toString);
            }
            if (a.latest().isEmpty()) assertTrue(a.value().isEmpty() && a.verdict().isEmpty());
        }
    }

    /**
     * Where a course is drawn, the line passes through the value that is judged, on the day at
     * whose height it is due.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void theTrackPassesThroughTheValueThatIsJudged(int number) {
        Plan plan =
                AnyPlan.of(number)
                        .withRule(
                                new VerdictRule(
                                        "own",
                                        VerdictRule.Basis.PACE,
                                        true,
                                        true,
                                        VerdictRule.timeRule().bands()));
        Indicator indicator = plan.indicators().getFirst();
        Assessment a = Given.assess(plan, LocalDate.of(2031, 1, 1));
        if (a.value().isEmpty() || !COURSED.contains(indicator.kind())) return;
        List<FigureTrack.TrackPoint> points = FigureTrack.forIndicator(plan, indicator).figures();
        assertTrue(
                points.stream()
                        .anyMatch(
                                p ->
                                        p.amount().compareTo(a.value().get()) == 0
                                                && a.due()
                                                        .knownValue()
                                                        .map(
                                                                due ->
                                                                        due.equals(
                                                                                plan.courseWithinPlan(
                                                                                                indicator)
                                                                                        .courseIntoRange()
                                                                                        .dueOn(
                                                                                                p
                                                                                                        .day())
                                                                                        .orElseThrow()))
                                                        .orElse(true)),
                () -> a.value() + " in " + points);
    }

    /**
     * A range from anywhere, any kind that has one value: what lies between the thresholds earns
     * the verdict, and nothing else does.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void theThresholdsOfARangeAreThoseOfTheRehearsal(int number) {
        Random random = AnyPlan.random(number);
        IndicatorKind kind =
                List.of(
                                IndicatorKind.STOCK,
                                IndicatorKind.CUMULATIVE,
                                IndicatorKind.YEARLY,
                                IndicatorKind.MEAN,
                                IndicatorKind.HOLD)
                        .get(number % 5);
        BigDecimal low = BigDecimal.valueOf(random.nextInt(1, 200));
        Milestone aim =
                new Milestone(
                        Role.FINAL,
                        LocalDate.of(2025, 12, 31),
                        low,
                        Relation.BETWEEN,
                        Optional.of(low.add(BigDecimal.valueOf(random.nextInt(1, 40)))),
                        false);
        BigDecimal from = BigDecimal.valueOf(random.nextInt(0, 300));
        Plan plan =
                Given.plan(
                                d -> {
                                    d.kind = kind;
                                    d.unit = number % 2 == 0 ? "%" : "件";
                                    d.chosenDemand = Optional.of(Demand.STAY_WITHIN);
                                    d.course =
                                            Course.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31), from),
                                                    aim);
                                    d.observations =
                                            List.of(
                                                    Observation.of(
                                                            Period.ofYear(2021),
                                                            Status.ACTUAL,
                                                            Reading.ofAmount(
                                                                    BigDecimal.valueOf(
                                                                            random.nextInt(
                                                                                    0, 300)))));
                                })
                        .withRule(AnyPlan.RULES.get(random.nextInt(3)));
        Indicator indicator = plan.indicators().getFirst();
        Period period = Period.ofYear(2022 + random.nextInt(4));
        for (WhatIf.VerdictThreshold t : WhatIf.verdictThresholds(plan, indicator, period)) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(t.least().orElseThrow().scale());
            List<BigDecimal> drawn =
                    List.of(
                            BigDecimal.valueOf(random.nextInt(0, 300)),
                            BigDecimal.valueOf(random.nextInt(0, 3000), 1),
                            t.least().get(),
                            t.most().orElseThrow(),
                            t.least().get().subtract(step),
                            t.most().get().add(step),
                            low,
                            aim.bound().orElseThrow(),
                            low.subtract(step),
                            aim.bound().get().add(step));
            for (BigDecimal amount : drawn) {
                if (amount.signum() < 0 || amount.scale() > t.least().get().scale()) continue;
                boolean inside =
                        amount.compareTo(t.least().get()) >= 0
                                && amount.compareTo(t.most().get()) <= 0;
                boolean earned =
                        WhatIf.assessSupposing(plan, indicator, period, amount)
                                .verdict()
                                .filter(
                                        v ->
                                                v.compareTo(t.assessment().verdict().orElseThrow())
                                                        <= 0)
                                .isPresent();
                assertEquals(
                        inside,
                        earned,
                        () ->
                                kind
                                        + " "
                                        + from
                                        + " → "
                                        + aim.limits()
                                        + ", "
                                        + amount
                                        + " by "
                                        + period.code()
                                        + ": "
                                        + t);
            }
        }
    }
}
