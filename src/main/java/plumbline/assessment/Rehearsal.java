package plumbline.assessment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

/** 假设推演: what would be if a period's figure were another one. Touches no data. */
public final class Rehearsal {
    /** How far beyond the amounts that are known a threshold is looked for; a mean over a plan's years needs some room. */
    private static final BigDecimal ROOM = BigDecimal.valueOf(32);

    /**
     * The least that earns a verdict, or where less is better the most that still does.
     *
     * @param side       HIGHER: at least this amount; LOWER: at most
     * @param assessment as it would be with exactly this amount
     */
    public record Threshold(Direction side, BigDecimal amount, Assessment assessment) { }

    private final Indicator indicator;
    private final Period period;
    private final int number;
    private final Reported.Window window;

    private Rehearsal(Plan plan, Indicator indicator, Period period) {
        this.indicator = indicator;
        this.period = period;
        this.number = plan.numberOf(indicator.id());
        this.window = Reported.Window.of(plan.with(period), period.end());
    }

    /** The assessment at the period's end if the amount were its actual figure. */
    public static Assessment of(Plan plan, Indicator indicator, Period period, BigDecimal amount) {
        return new Rehearsal(plan, indicator, period).with(amount);
    }

    /**
     * For each verdict from best to worst the threshold, in whole units of the indicator's last decimal. The worst is left out, and
     * whatever is not to be had by one figure alone, or not by ever better figures.
     */
    public static List<Threshold> thresholds(Plan plan, Indicator indicator, Period period) {
        return new Rehearsal(plan, indicator, period).thresholds();
    }

    private Assessment with(BigDecimal amount) {
        Observation supposed = new Observation(period, period.months(), Reading.of(amount), Status.ACTUAL, Source.TYPED, "");
        Indicator there = indicator.with(supposed);
        return new Judge(window.plan(), there, Reported.of(window, there)).assess(number);
    }

    /** Of a range alone there is no least and no most, but both. */
    private List<Threshold> thresholds() {
        if (indicator.ranged()) return List.of();
        List<Threshold> found = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.BEHIND) threshold(verdict).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Threshold> threshold(Verdict verdict) {
        Predicate<BigInteger> good = step -> with(amount(step)).verdict().filter(v -> v.compareTo(verdict) <= 0).isPresent();
        return edge(good).map(step -> new Threshold(side(), amount(step), with(amount(step))))
                .filter(t -> t.assessment.verdict().equals(Optional.of(verdict)));
    }

    /** The first good step between the worst and the best amount that are thought of; farther on it only gets better. */
    private Optional<BigInteger> edge(Predicate<BigInteger> good) {
        BigInteger low = least();
        Optional<BigInteger> best = Stream.of(most(), most().subtract(BigInteger.ONE)).filter(good).findFirst();
        if (best.isEmpty() || good.test(low)) return best.map(_ -> low);
        return Optional.of(between(low, best.get(), good));
    }

    /** By halving, from a bad step to a good one. */
    private static BigInteger between(BigInteger bad, BigInteger good, Predicate<BigInteger> isGood) {
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
        return new BigDecimal(side() == Direction.HIGHER ? step : step.negate(), indicator.decimals());
    }

    private Direction side() {
        return indicator.kind() == Kind.ZERO ? Direction.LOWER : indicator.direction();
    }

    private BigInteger least() {
        return side() == Direction.HIGHER && !negative() ? BigInteger.ZERO : room().negate();
    }

    /** Zero itself may not be comparable, one step from it is. What lies beyond a range is no better. */
    private BigInteger most() {
        Optional<List<BigDecimal>> range = indicator.course().target().filter(t -> t.relation().bounded()).map(Milestone::edges);
        if (range.isPresent()) return steps(side() == Direction.HIGHER ? range.get().getLast() : range.get().getFirst().negate());
        return side() == Direction.LOWER && !negative() ? BigInteger.ZERO : room();
    }

    /** Nothing that never was negative is thought to become so. */
    private boolean negative() {
        return known().anyMatch(a -> a.signum() < 0);
    }

    private BigInteger room() {
        BigDecimal greatest = known().map(BigDecimal::abs).reduce(BigDecimal.ONE, BigDecimal::max);
        return greatest.multiply(ROOM).setScale(indicator.decimals(), RoundingMode.CEILING).unscaledValue();
    }

    private BigInteger steps(BigDecimal amount) {
        return amount.setScale(indicator.decimals(), RoundingMode.FLOOR).unscaledValue();
    }

    private Stream<BigDecimal> known() {
        return Stream.concat(indicator.course().milestones().stream().map(Milestone::amount),
                Series.of(indicator).observations().stream().flatMap(o -> o.reading().value().stream()));
    }
}
