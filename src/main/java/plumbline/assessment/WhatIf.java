package plumbline.assessment;

import plumbline.plan.Demand;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 假设推演: what would be if a period's figure were another one. Touches no data. */
public final class WhatIf {
    /**
     * How far beyond the amounts that are known a threshold is looked for; a mean over a plan's
     * years needs some room.
     */
    private static final BigDecimal SEARCH_FACTOR = BigDecimal.valueOf(32);

    /** A quotient has more decimals than anyone writes. */
    private static final int MOST_WRITTEN_DECIMALS = 4;

    /**
     * What earns a verdict: at least so much, or where less is better at most, or within a range
     * both.
     *
     * @param assessment as it would be with exactly the amount at which it begins
     */
    public record VerdictThreshold(
            Optional<BigDecimal> least, Optional<BigDecimal> most, Assessment assessment) {}

    private final Indicator indicator;
    private final Period period;
    private final int number;
    private final ReportedFigures.EvaluationWindow window;

    private WhatIf(Plan plan, Indicator indicator, Period period) {
        this.indicator = indicator;
        this.period = period;
        this.number = plan.sequenceNumberOf(indicator.id());
        this.window =
                ReportedFigures.EvaluationWindow.forPlan(plan.withPeriod(period), period.lastDay());
    }

    /** The assessment at the period's end if the amount were its actual figure. */
    public static Assessment assessSupposing(
            Plan plan, Indicator indicator, Period period, BigDecimal amount) {
        return new WhatIf(plan, indicator, period).assessWithAmount(amount);
    }

    /**
     * For each verdict from best to worst the threshold, to one decimal more than the figures
     * themselves have; things that are counted stay whole. The worst is left out, and whatever is
     * not to be had by one figure alone, or not by ever better figures.
     */
    public static List<VerdictThreshold> verdictThresholds(
            Plan plan, Indicator indicator, Period period) {
        return new WhatIf(plan, indicator, period).findThresholds();
    }

    private Assessment assessWithAmount(BigDecimal amount) {
        Observation supposed =
                new Observation(
                        period,
                        period.monthCount(),
                        Reading.ofAmount(amount),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        Indicator there = indicator.withObservation(supposed);
        return new IndicatorJudge(window.plan(), there, ReportedFigures.forIndicator(window, there))
                .assess(number);
    }

    private List<VerdictThreshold> findThresholds() {
        return Stream.of(Verdict.values())
                .filter(v -> v != Verdict.BEHIND)
                .flatMap(
                        v ->
                                (isTargetRange()
                                                ? findTwoSidedThreshold(v)
                                                : findOneSidedThreshold(v))
                                        .stream())
                .toList();
    }

    private boolean isTargetRange() {
        boolean bothSides = indicator.demand() == Demand.STAY_WITHIN;
        return bothSides
                && indicator.course().hasRangeTarget()
                && indicator.kind() != IndicatorKind.ZERO;
    }

    private boolean earnsVerdict(Verdict verdict, BigDecimal amount) {
        return assessWithAmount(amount)
                .verdict()
                .filter(v -> v.compareTo(verdict) <= 0)
                .isPresent();
    }

    private Optional<VerdictThreshold> findOneSidedThreshold(Verdict verdict) {
        return findFirstGoodStep(step -> earnsVerdict(verdict, amountOfStep(step)))
                .map(this::amountOfStep)
                .map(this::thresholdAt)
                .filter(t -> t.assessment.verdict().equals(Optional.of(verdict)));
    }

    private VerdictThreshold thresholdAt(BigDecimal amount) {
        boolean least = betterDirection() == Direction.HIGHER;
        return new VerdictThreshold(
                Optional.of(amount).filter(_ -> least),
                Optional.of(amount).filter(_ -> !least),
                assessWithAmount(amount));
    }

    /**
     * On both sides of an amount with which the value lies in a range of the course, as far as the
     * verdict is earned.
     */
    private Optional<VerdictThreshold> findTwoSidedThreshold(Verdict verdict) {
        Predicate<BigInteger> good =
                step -> earnsVerdict(verdict, new BigDecimal(step, thresholdDecimals()));
        BigInteger bottom = hasNegativeAmounts() ? searchLimit().negate() : BigInteger.ZERO;
        BigInteger top = searchLimit();
        if (good.test(top)) return Optional.empty();
        return stepsIntoRanges(bottom, top)
                .filter(good)
                .findFirst()
                .flatMap(
                        inside -> {
                            BigInteger least =
                                    good.test(bottom)
                                            ? bottom
                                            : bisectFirstGoodStep(bottom, inside, good);
                            BigInteger most =
                                    bisectFirstGoodStep(
                                                    top.negate(),
                                                    inside.negate(),
                                                    step -> good.test(step.negate()))
                                            .negate();
                            return Stream.of(least, most)
                                    .map(step -> new BigDecimal(step, thresholdDecimals()))
                                    .map(this::assessWithAmount)
                                    .filter(a -> a.verdict().equals(Optional.of(verdict)))
                                    .findFirst()
                                    .map(
                                            a ->
                                                    new VerdictThreshold(
                                                            Optional.of(
                                                                    new BigDecimal(
                                                                            least,
                                                                            thresholdDecimals())),
                                                            Optional.of(
                                                                    new BigDecimal(
                                                                            most,
                                                                            thresholdDecimals())),
                                                            a));
                        });
    }

    /** For each range of the course the least step with which the value reaches it. */
    private Stream<BigInteger> stepsIntoRanges(BigInteger bottom, BigInteger top) {
        return indicator.course().milestones().stream()
                .filter(m -> m.relation().needsBound())
                .map(m -> m.limits().getFirst())
                .flatMap(
                        edge -> {
                            Predicate<BigInteger> reached =
                                    step ->
                                            assessWithAmount(
                                                            new BigDecimal(
                                                                    step, thresholdDecimals()))
                                                    .value()
                                                    .filter(
                                                            v ->
                                                                    CourseArithmetic
                                                                                    .roundForComparison(
                                                                                            v)
                                                                                    .compareTo(edge)
                                                                            >= 0)
                                                    .isPresent();
                            if (!reached.test(top)) return Stream.empty();
                            return Stream.of(
                                    reached.test(bottom)
                                            ? bottom
                                            : bisectFirstGoodStep(bottom, top, reached));
                        });
    }

    /**
     * The first good step between the worst and the best amount that are thought of; farther on it
     * only gets better.
     */
    private Optional<BigInteger> findFirstGoodStep(Predicate<BigInteger> good) {
        BigInteger low = leastStep();
        Optional<BigInteger> best =
                Stream.of(mostStep(), mostStep().subtract(BigInteger.ONE)).filter(good).findFirst();
        if (best.isEmpty() || good.test(low)) return best.map(_ -> low);
        return Optional.of(bisectFirstGoodStep(low, best.get(), good));
    }

    /** By halving, from a bad step to a good one. */
    private static BigInteger bisectFirstGoodStep(
            BigInteger bad, BigInteger good, Predicate<BigInteger> isGood) {
        BigInteger low = bad;
        BigInteger high = good;
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (isGood.test(middle)) high = middle;
            else low = middle;
        }
        return high;
    }

    /** Steps count towards the better amounts. */
    private BigDecimal amountOfStep(BigInteger step) {
        return new BigDecimal(
                betterDirection() == Direction.HIGHER ? step : step.negate(), thresholdDecimals());
    }

    /**
     * One more than the figures were written with, so that it does not mislead; what is counted in
     * whole numbers stays whole.
     */
    private int thresholdDecimals() {
        int own = Math.max(indicator.decimals(), writtenDecimals());
        return own == 0 && !indicator.isShareOrLevel() ? 0 : own + 1;
    }

    private int writtenDecimals() {
        return Math.min(
                MOST_WRITTEN_DECIMALS, knownAmounts().mapToInt(BigDecimal::scale).max().orElse(0));
    }

    private Direction betterDirection() {
        return indicator.kind() == IndicatorKind.ZERO ? Direction.LOWER : indicator.direction();
    }

    private BigInteger leastStep() {
        return betterDirection() == Direction.HIGHER && !hasNegativeAmounts()
                ? BigInteger.ZERO
                : searchLimit().negate();
    }

    /** Zero itself may not be comparable, one step from it is. */
    private BigInteger mostStep() {
        return betterDirection() == Direction.LOWER && !hasNegativeAmounts()
                ? BigInteger.ZERO
                : searchLimit();
    }

    /** Nothing that never was negative is thought to become so. */
    private boolean hasNegativeAmounts() {
        return knownAmounts().anyMatch(a -> a.signum() < 0);
    }

    private BigInteger searchLimit() {
        BigDecimal greatest =
                knownAmounts().map(BigDecimal::abs).reduce(BigDecimal.ONE, BigDecimal::max);
        return greatest.multiply(SEARCH_FACTOR)
                .setScale(thresholdDecimals(), RoundingMode.CEILING)
                .unscaledValue();
    }

    private Stream<BigDecimal> knownAmounts() {
        return Stream.concat(
                indicator.course().milestones().stream().map(Milestone::amount),
                FigureSeries.forIndicator(indicator).observations().stream()
                        .flatMap(o -> o.reading().findAmount().stream()));
    }
}
