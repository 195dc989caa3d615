package plumbline.assessment;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Milestone;
import plumbline.plan.Plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The formulas of domain.md §4 for one value on one course.
 *
 * @param value A
 * @param on the day A speaks of
 * @param dueDay the day whose height on the course A is compared with: of a year's value the end of
 *     that year
 * @param from where A comes from
 */
public record Arithmetic(
        Plan plan,
        Course course,
        Optional<BigDecimal> height,
        BigDecimal value,
        LocalDate on,
        LocalDate dueDay,
        Origin from) {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final int COMPARED_DECIMALS = 12;

    static Arithmetic of(Plan plan, Course course, JudgedValue value) {
        return new Arithmetic(
                plan,
                course,
                course.dueOn(value.dueDay()),
                value.amount(),
                value.judged().asOf(),
                value.dueDay(),
                value.origin());
    }

    Figure attainment() {
        Formula formula = Formula.ATTAINMENT;
        if (course.target().isEmpty()) return unknown(formula, Cause.NO_TARGET);
        Milestone target = course.target().get();
        if (target.amount().signum() == 0) return unknown(formula, Cause.TARGET_IS_ZERO);
        return known(formula, quotient(value, target.amount()), a(), of(Symbol.TARGET, target));
    }

    Figure progress() {
        return onTheWay(Formula.PROGRESS, value, a());
    }

    /**
     * Elapsed months ÷ all months, at the day A is compared at; of a target that is due before the
     * plan's end up to its own day.
     */
    Figure timeProgress() {
        LocalDate end =
                course.target()
                        .map(Milestone::on)
                        .filter(due -> due.isBefore(plan.ends()) && due.isAfter(plan.begins()))
                        .orElse(plan.ends());
        BigDecimal all = months(plan.begins(), end);
        BigDecimal gone = months(plan.begins(), dueDay).min(all);
        return known(
                Formula.TIME_PROGRESS,
                quotient(gone, all),
                calendar(Symbol.MONTHS_GONE, gone),
                calendar(Symbol.MONTHS_IN_ALL, all));
    }

    Figure due() {
        Optional<Cause> without = undrawable();
        if (without.isPresent()) return unknown(Formula.DUE, without.get());
        List<Input> inputs =
                course.milestones().stream()
                        .map(
                                m ->
                                        of(
                                                m.equals(course.baseline().orElse(null))
                                                        ? Symbol.BASELINE
                                                        : Symbol.TARGET,
                                                m))
                        .toList();
        return new Figure.Known(Formula.DUE, height.orElseThrow(), inputs);
    }

    Figure progressDue() {
        Optional<BigDecimal> due = undrawable().isPresent() ? Optional.empty() : height;
        return onTheWay(
                Formula.PROGRESS_DUE,
                due.orElse(BigDecimal.ZERO),
                derived(Symbol.DUE, due.orElse(BigDecimal.ZERO), Formula.DUE));
    }

    Figure pace() {
        Optional<Cause> without = undrawable();
        if (without.isPresent()) return unknown(Formula.PACE, without.get());
        if (targetIsBaseline()) return unknown(Formula.PACE, Cause.TARGET_IS_BASELINE);
        Milestone baseline = course.baseline().orElseThrow();
        BigDecimal due = height.orElseThrow();
        BigDecimal rise = due.subtract(baseline.amount());
        if (rise.signum() == 0) return unknown(Formula.PACE, Cause.NOTHING_DUE_YET);
        boolean away =
                rise.signum()
                        != course.target()
                                .orElseThrow()
                                .amount()
                                .subtract(baseline.amount())
                                .signum();
        if (away) return unknown(Formula.PACE, Cause.DUE_BELOW_BASELINE);
        return known(
                Formula.PACE,
                quotient(value.subtract(baseline.amount()), rise),
                a(),
                of(Symbol.BASELINE, baseline),
                derived(Symbol.DUE, due, Formula.DUE));
    }

    /**
     * Growth achieved ÷ growth required; both per year, over the months since the baseline.
     *
     * @param baselineDay the true day of a baseline from before the plan
     */
    Figure growthRatio(Optional<LocalDate> baselineDay) {
        Optional<Cause> without = undrawable();
        if (without.isPresent()) return unknown(Formula.GROWTH_RATIO, without.get());
        if (targetIsBaseline()) return unknown(Formula.GROWTH_RATIO, Cause.TARGET_IS_BASELINE);
        Milestone baseline = course.baseline().orElseThrow();
        Milestone target = course.target().orElseThrow();
        boolean positive =
                value.signum() > 0
                        && baseline.amount().signum() > 0
                        && target.amount().signum() > 0;
        if (!positive) return unknown(Formula.GROWTH_RATIO, Cause.NOT_POSITIVE);
        LocalDate from = baselineDay.orElse(baseline.on());
        BigDecimal gone = quotient(months(from, dueDay), MONTHS_PER_YEAR);
        BigDecimal all = quotient(months(from, target.on()), MONTHS_PER_YEAR);
        if (gone.signum() <= 0) return unknown(Formula.GROWTH_RATIO, Cause.NOTHING_DUE_YET);
        BigDecimal required =
                JudgedValue.root(quotient(target.amount(), baseline.amount()), all.doubleValue())
                        .subtract(BigDecimal.ONE);
        if (required.signum() == 0) return unknown(Formula.GROWTH_RATIO, Cause.TARGET_IS_BASELINE);
        BigDecimal achieved =
                JudgedValue.root(quotient(value, baseline.amount()), gone.doubleValue())
                        .subtract(BigDecimal.ONE);
        return known(
                Formula.GROWTH_RATIO,
                quotient(achieved, required),
                a(),
                of(Symbol.BASELINE, baseline),
                of(Symbol.TARGET, target),
                calendar(Symbol.YEARS_GONE, gone),
                calendar(Symbol.YEARS_IN_ALL, all));
    }

    /**
     * False where the quotient would turn better into worse: by nothing, or of less than nothing.
     */
    boolean attainmentTells(Direction direction) {
        boolean positive = course.target().map(t -> t.amount().signum() > 0).orElse(false);
        return positive && (direction == Direction.HIGHER || value.signum() > 0);
    }

    /**
     * Attainment as a rule compares it: where less is better 目标÷实际, T ÷ A, so that more than 1 is
     * good there too.
     */
    Figure attainmentForBetter(Direction direction) {
        if (direction == Direction.HIGHER || course.target().isEmpty()) return attainment();
        Milestone target = course.target().get();
        return known(
                Formula.TARGET_BY_ACTUAL,
                quotient(target.amount(), value),
                of(Symbol.TARGET, target),
                a());
    }

    /** On the course as it may really be. */
    Arithmetic on(Course other) {
        return other.equals(course)
                ? this
                : new Arithmetic(plan, other, other.dueOn(dueDay), value, on, dueDay, from);
    }

    /** With the value as it may really be. */
    Arithmetic with(BigDecimal other) {
        return new Arithmetic(plan, course, height, other, on, dueDay, from);
    }

    Figure gap() {
        if (course.target().isEmpty()) return unknown(Formula.GAP, Cause.NO_TARGET);
        Milestone target = course.target().get();
        return known(
                Formula.GAP,
                left(target),
                Stream.concat(aim(target), Stream.of(a())).toArray(Input[]::new));
    }

    /** T − A; of a range to its nearer border, and nothing inside of it. */
    private BigDecimal left(Milestone target) {
        return target.aim(value).subtract(value);
    }

    private static Stream<Input> aim(Milestone target) {
        Origin planned = new Origin.Planned(target);
        return target.relation().bounded()
                ? Stream.of(
                        new Input(Symbol.RANGE_FROM, target.edges().getFirst(), planned),
                        new Input(Symbol.RANGE_TO, target.edges().getLast(), planned))
                : Stream.of(of(Symbol.TARGET, target));
    }

    Figure neededPerYear() {
        Formula formula = Formula.NEEDED_PER_YEAR;
        if (course.target().isEmpty()) return unknown(formula, Cause.NO_TARGET);
        Milestone target = course.target().get();
        BigDecimal left = months(dueDay, target.on());
        if (left.signum() <= 0) return unknown(formula, Cause.NO_TIME_LEFT);
        BigDecimal perYear = quotient(left(target).multiply(MONTHS_PER_YEAR), left);
        return known(
                formula,
                perYear,
                Stream.concat(
                                aim(target),
                                Stream.of(
                                        a(),
                                        calendar(
                                                Symbol.YEARS_LEFT,
                                                quotient(left, MONTHS_PER_YEAR))))
                        .toArray(Input[]::new));
    }

    Figure achievedPerYear() {
        Formula formula = Formula.ACHIEVED_PER_YEAR;
        if (course.baseline().isEmpty()) return unknown(formula, Cause.NO_BASELINE);
        Milestone baseline = course.baseline().get();
        BigDecimal gone = months(baseline.on(), dueDay);
        if (gone.signum() <= 0) return unknown(formula, Cause.NOTHING_DUE_YET);
        BigDecimal perYear =
                quotient(value.subtract(baseline.amount()).multiply(MONTHS_PER_YEAR), gone);
        return known(
                formula,
                perYear,
                a(),
                of(Symbol.BASELINE, baseline),
                calendar(Symbol.YEARS_GONE, quotient(gone, MONTHS_PER_YEAR)));
    }

    /** (amount − B) ÷ (T − B). */
    private Figure onTheWay(Formula formula, BigDecimal amount, Input of) {
        Optional<Cause> without = undrawable();
        if (without.isPresent()) return unknown(formula, without.get());
        if (targetIsBaseline()) return unknown(formula, Cause.TARGET_IS_BASELINE);
        Milestone baseline = course.baseline().orElseThrow();
        Milestone target = course.target().orElseThrow();
        BigDecimal share =
                quotient(
                        amount.subtract(baseline.amount()),
                        target.amount().subtract(baseline.amount()));
        return known(formula, share, of, of(Symbol.BASELINE, baseline), of(Symbol.TARGET, target));
    }

    private Optional<Cause> undrawable() {
        if (course.target().isEmpty()) return Optional.of(Cause.NO_TARGET);
        return course.baseline().isEmpty() ? Optional.of(Cause.NO_BASELINE) : Optional.empty();
    }

    boolean targetIsBaseline() {
        return course.baseline().isPresent()
                && course.target().isPresent()
                && course.baseline().get().amount().compareTo(course.target().get().amount()) == 0;
    }

    private Input a() {
        return new Input(Symbol.VALUE, value, from);
    }

    private static Input of(Symbol symbol, Milestone milestone) {
        return new Input(symbol, milestone.amount(), new Origin.Planned(milestone));
    }

    private static Input derived(Symbol symbol, BigDecimal amount, Formula formula) {
        return new Input(symbol, amount, new Origin.Derived(formula));
    }

    private static Input calendar(Symbol symbol, BigDecimal amount) {
        return new Input(symbol, amount, new Origin.Calendar());
    }

    private static Figure known(Formula formula, BigDecimal value, Input... inputs) {
        return new Figure.Known(formula, value, List.of(inputs));
    }

    static Figure unknown(Formula formula, Cause cause) {
        return new Figure.Unknown(formula, Reason.of(cause));
    }

    private static BigDecimal months(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(Course.months(from, to));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    /** As it is compared with a bound: twelve decimals, so that 1/3 ÷ 1/3 is 1. */
    public static BigDecimal compared(BigDecimal measure) {
        return measure.setScale(COMPARED_DECIMALS, RoundingMode.HALF_UP);
    }
}
