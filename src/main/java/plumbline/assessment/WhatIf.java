package plumbline.assessment;

import plumbline.plan.Demand;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
    private static final BigDecimal ROOM = BigDecimal.valueOf(32);

    /** A quotient has more decimals than anyone writes. */
    private static final int MOST_WRITTEN = 4;

    /**
     * What earns a verdict: at least so much, or where less is better at most, or within a range
     * both.
     *
     * @param assessment as it would be with exactly the amount at which it begins
     */
    public record Threshold(
            Optional<BigDecimal> least, Optional<BigDecimal> most, Assessment assessment) {}

    private final Indicator indicator;
    private final Period period;
    private final int number;
    private final Reported.Window window;

    private WhatIf(Plan plan, Indicator indicator, Period period) {
        this.indicator = indicator;
        this.period = period;
        this.number = plan.numberOf(indicator.id());
        this.window = Reported.Window.of(plan.with(period), period.end());
    }

    /** The assessment at the period's end if the amount were its actual figure. */
    public static Assessment of(Plan plan, Indicator indicator, Period period, BigDecimal amount) {
        return new WhatIf(plan, indicator, period).with(amount);
    }

    /**
     * For each verdict from best to worst the threshold, to one decimal more than the figures
     * themselves have; things that are counted stay whole. The worst is left out, and whatever is
     * not to be had by one figure alone, or not by ever better figures.
     */
    public static List<Threshold> thresholds(Plan plan, Indicator indicator, Period period) {
        return new WhatIf(plan, indicator, period).thresholds();
    }

    private Assessment with(BigDecimal amount) {
        Observation supposed =
                new Observation(
                        period,
                        period.months(),
                        Reading.of(amount),
                        Status.ACTUAL,
                        Source.TYPED,
                        "");
        Indicator there = indicator.with(supposed);
        return new IndicatorJudge(window.plan(), there, Reported.of(window, there)).assess(number);
    }

    private List<Threshold> thresholds() {
        return Stream.of(Verdict.values())
                .filter(v -> v != Verdict.BEHIND)
                .flatMap(v -> (ranged() ? between(v) : from(v)).stream())
                .toList();
    }

    private boolean ranged() {
        boolean bothSides = indicator.demand() == Demand.STAY_WITHIN;
        return bothSides && indicator.course().ranged() && indicator.kind() != Kind.ZERO;
    }

    private boolean earns(Verdict verdict, BigDecimal amount) {
        return with(amount).verdict().filter(v -> v.compareTo(verdict) <= 0).isPresent();
    }

    private Optional<Threshold> from(Verdict verdict) {
        return edge(step -> earns(verdict, amount(step)))
                .map(this::amount)
                .map(this::from)
                .filter(t -> t.assessment.verdict().equals(Optional.of(verdict)));
    }

    private Threshold from(BigDecimal amount) {
        boolean least = side() == Direction.HIGHER;
        return new Threshold(
                Optional.of(amount).filter(_ -> least),
                Optional.of(amount).filter(_ -> !least),
                with(amount));
    }

    /**
     * On both sides of an amount with which the value lies in a range of the course, as far as the
     * verdict is earned.
     */
    private Optional<Threshold> between(Verdict verdict) {
        Predicate<BigInteger> good = step -> earns(verdict, new BigDecimal(step, decimals()));
        BigInteger bottom = negative() ? room().negate() : BigInteger.ZERO;
        BigInteger top = room();
        if (good.test(top)) return Optional.empty();
        return inside(bottom, top)
                .filter(good)
                .findFirst()
                .flatMap(
                        inside -> {
                            BigInteger least =
                                    good.test(bottom) ? bottom : between(bottom, inside, good);
                            BigInteger most =
                                    between(
                                                    top.negate(),
                                                    inside.negate(),
                                                    step -> good.test(step.negate()))
                                            .negate();
                            return Stream.of(least, most)
                                    .map(step -> new BigDecimal(step, decimals()))
                                    .map(this::with)
                                    .filter(a -> a.verdict().equals(Optional.of(verdict)))
                                    .findFirst()
                                    .map(
                                            a ->
                                                    new Threshold(
                                                            Optional.of(
                                                                    new BigDecimal(
                                                                            least, decimals())),
                                                            Optional.of(
                                                                    new BigDecimal(
                                                                            most, decimals())),
                                                            a));
                        });
    }

    /** For each range of the course the least step with which the value reaches it. */
    private Stream<BigInteger> inside(BigInteger bottom, BigInteger top) {
        return indicator.course().milestones().stream()
                .filter(m -> m.relation().bounded())
                .map(m -> m.edges().getFirst())
                .flatMap(
                        edge -> {
                            Predicate<BigInteger> reached =
                                    step ->
                                            with(new BigDecimal(step, decimals()))
                                                    .value()
                                                    .filter(
                                                            v ->
                                                                    Arithmetic.compared(v)
                                                                                    .compareTo(edge)
                                                                            >= 0)
                                                    .isPresent();
                            if (!reached.test(top)) return Stream.empty();
                            return Stream.of(
                                    reached.test(bottom) ? bottom : between(bottom, top, reached));
                        });
    }

    /**
     * The first good step between the worst and the best amount that are thought of; farther on it
     * only gets better.
     */
    private Optional<BigInteger> edge(Predicate<BigInteger> good) {
        BigInteger low = least();
        Optional<BigInteger> best =
                Stream.of(most(), most().subtract(BigInteger.ONE)).filter(good).findFirst();
        if (best.isEmpty() || good.test(low)) return best.map(_ -> low);
        return Optional.of(between(low, best.get(), good));
    }

    /** By halving, from a bad step to a good one. */
    private static BigInteger between(
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
    private BigDecimal amount(BigInteger step) {
        return new BigDecimal(side() == Direction.HIGHER ? step : step.negate(), decimals());
    }

    /**
     * One more than the figures were written with, so that it does not mislead; what is counted in
     * whole numbers stays whole.
     */
    private int decimals() {
        int own = Math.max(indicator.decimals(), written());
        return own == 0 && !indicator.share() ? 0 : own + 1;
    }

    private int written() {
        return Math.min(MOST_WRITTEN, known().mapToInt(BigDecimal::scale).max().orElse(0));
    }

    private Direction side() {
        return indicator.kind() == Kind.ZERO ? Direction.LOWER : indicator.direction();
    }

    private BigInteger least() {
        return side() == Direction.HIGHER && !negative() ? BigInteger.ZERO : room().negate();
    }

    /** Zero itself may not be comparable, one step from it is. */
    private BigInteger most() {
        return side() == Direction.LOWER && !negative() ? BigInteger.ZERO : room();
    }

    /** Nothing that never was negative is thought to become so. */
    private boolean negative() {
        return known().anyMatch(a -> a.signum() < 0);
    }

    private BigInteger room() {
        BigDecimal greatest = known().map(BigDecimal::abs).reduce(BigDecimal.ONE, BigDecimal::max);
        return greatest.multiply(ROOM).setScale(decimals(), RoundingMode.CEILING).unscaledValue();
    }

    private Stream<BigDecimal> known() {
        return Stream.concat(
                indicator.course().milestones().stream().map(Milestone::amount),
                Series.of(indicator).observations().stream()
                        .flatMap(o -> o.reading().value().stream()));
    }
}
