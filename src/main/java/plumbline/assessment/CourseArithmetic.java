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
 * @param valueDay the day A speaks of
 * @param dueDay the day whose height on the course A is compared with: of a year's value the end of
 *     that year
 * @param valueOrigin where A comes from
 */
public record CourseArithmetic(
        Plan plan,
        Course course,
        Optional<BigDecimal> dueAmount,
        BigDecimal value,
        LocalDate valueDay,
        LocalDate dueDay,
        Origin valueOrigin) {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final int COMPARED_DECIMALS = 12;

    static CourseArithmetic forValue(Plan plan, Course course, JudgedValue value) {
        return new CourseArithmetic(
                plan,
                course,
                course.dueOn(value.dueDay()),
                value.amount(),
                value.judgedObservation().lastCoveredDay(),
                value.dueDay(),
                value.origin());
    }

    Figure attainment() {
        Formula formula = Formula.ATTAINMENT;
        if (course.finalTarget().isEmpty()) return unknownFigure(formula, Cause.NO_TARGET);
        Milestone target = course.finalTarget().get();
        if (target.amount().signum() == 0) return unknownFigure(formula, Cause.TARGET_IS_ZERO);
        return knownFigure(
                formula,
                quotient(value, target.amount()),
                valueInput(),
                plannedInput(Symbol.TARGET, target));
    }

    Figure progress() {
        return shareOfTheWay(Formula.PROGRESS, value, valueInput());
    }

    /**
     * Elapsed months ÷ all months, at the day A is compared at; of a target that is due before the
     * plan's end up to its own day.
     */
    Figure timeProgress() {
        LocalDate end =
                course.finalTarget()
                        .map(Milestone::day)
                        .filter(
                                due ->
                                        due.isBefore(plan.lastDay())
                                                && due.isAfter(plan.dayBeforeStart()))
                        .orElse(plan.lastDay());
        BigDecimal all = monthsBetween(plan.dayBeforeStart(), end);
        BigDecimal gone = monthsBetween(plan.dayBeforeStart(), dueDay).min(all);
        return knownFigure(
                Formula.TIME_PROGRESS,
                quotient(gone, all),
                calendarInput(Symbol.MONTHS_GONE, gone),
                calendarInput(Symbol.MONTHS_IN_ALL, all));
    }

    Figure due() {
        Optional<Cause> without = whyCourseCannotBeDrawn();
        if (without.isPresent()) return unknownFigure(Formula.DUE, without.get());
        List<FormulaInput> inputs =
                course.milestones().stream()
                        .map(
                                m ->
                                        plannedInput(
                                                m.equals(course.baseline().orElse(null))
                                                        ? Symbol.BASELINE
                                                        : Symbol.TARGET,
                                                m))
                        .toList();
        return new Figure.Known(Formula.DUE, dueAmount.orElseThrow(), inputs);
    }

    Figure progressDue() {
        Optional<BigDecimal> due =
                whyCourseCannotBeDrawn().isPresent() ? Optional.empty() : dueAmount;
        return shareOfTheWay(
                Formula.PROGRESS_DUE,
                due.orElse(BigDecimal.ZERO),
                derivedInput(Symbol.DUE, due.orElse(BigDecimal.ZERO), Formula.DUE));
    }

    Figure pace() {
        Optional<Cause> without = whyCourseCannotBeDrawn();
        if (without.isPresent()) return unknownFigure(Formula.PACE, without.get());
        if (isTargetTheBaseline()) return unknownFigure(Formula.PACE, Cause.TARGET_IS_BASELINE);
        Milestone baseline = course.baseline().orElseThrow();
        BigDecimal due = dueAmount.orElseThrow();
        BigDecimal rise = due.subtract(baseline.amount());
        if (rise.signum() == 0) return unknownFigure(Formula.PACE, Cause.NOTHING_DUE_YET);
        boolean away =
                rise.signum()
                        != course.finalTarget()
                                .orElseThrow()
                                .amount()
                                .subtract(baseline.amount())
                                .signum();
        if (away) return unknownFigure(Formula.PACE, Cause.DUE_BELOW_BASELINE);
        return knownFigure(
                Formula.PACE,
                quotient(value.subtract(baseline.amount()), rise),
                valueInput(),
                plannedInput(Symbol.BASELINE, baseline),
                derivedInput(Symbol.DUE, due, Formula.DUE));
    }

    /**
     * Growth achieved ÷ growth required; both per year, over the months since the baseline.
     *
     * @param baselineDay the true day of a baseline from before the plan
     */
    Figure growthRatio(Optional<LocalDate> baselineDay) {
        Optional<Cause> without = whyCourseCannotBeDrawn();
        if (without.isPresent()) return unknownFigure(Formula.GROWTH_RATIO, without.get());
        if (isTargetTheBaseline())
            return unknownFigure(Formula.GROWTH_RATIO, Cause.TARGET_IS_BASELINE);
        Milestone baseline = course.baseline().orElseThrow();
        Milestone target = course.finalTarget().orElseThrow();
        boolean positive =
                value.signum() > 0
                        && baseline.amount().signum() > 0
                        && target.amount().signum() > 0;
        if (!positive) return unknownFigure(Formula.GROWTH_RATIO, Cause.NOT_POSITIVE);
        LocalDate from = baselineDay.orElse(baseline.day());
        BigDecimal gone = quotient(monthsBetween(from, dueDay), MONTHS_PER_YEAR);
        BigDecimal all = quotient(monthsBetween(from, target.day()), MONTHS_PER_YEAR);
        if (gone.signum() <= 0) return unknownFigure(Formula.GROWTH_RATIO, Cause.NOTHING_DUE_YET);
        BigDecimal required =
                JudgedValue.nthRoot(quotient(target.amount(), baseline.amount()), all.doubleValue())
                        .subtract(BigDecimal.ONE);
        if (required.signum() == 0)
            return unknownFigure(Formula.GROWTH_RATIO, Cause.TARGET_IS_BASELINE);
        BigDecimal achieved =
                JudgedValue.nthRoot(quotient(value, baseline.amount()), gone.doubleValue())
                        .subtract(BigDecimal.ONE);
        return knownFigure(
                Formula.GROWTH_RATIO,
                quotient(achieved, required),
                valueInput(),
                plannedInput(Symbol.BASELINE, baseline),
                plannedInput(Symbol.TARGET, target),
                calendarInput(Symbol.YEARS_GONE, gone),
                calendarInput(Symbol.YEARS_IN_ALL, all));
    }

    /**
     * False where the quotient would turn better into worse: by nothing, or of less than nothing.
     */
    boolean isAttainmentMeaningful(Direction direction) {
        boolean positive = course.finalTarget().map(t -> t.amount().signum() > 0).orElse(false);
        return positive && (direction == Direction.HIGHER || value.signum() > 0);
    }

    /**
     * Attainment as a rule compares it: where less is better 目标÷实际, T ÷ A, so that more than 1 is
     * good there too.
     */
    Figure attainmentForBetter(Direction direction) {
        if (direction == Direction.HIGHER || course.finalTarget().isEmpty()) return attainment();
        Milestone target = course.finalTarget().get();
        return knownFigure(
                Formula.TARGET_BY_ACTUAL,
                quotient(target.amount(), value),
                plannedInput(Symbol.TARGET, target),
                valueInput());
    }

    /** On the course as it may really be. */
    CourseArithmetic withCourse(Course other) {
        return other.equals(course)
                ? this
                : new CourseArithmetic(
                        plan, other, other.dueOn(dueDay), value, valueDay, dueDay, valueOrigin);
    }

    /** With the value as it may really be. */
    CourseArithmetic withValue(BigDecimal other) {
        return new CourseArithmetic(plan, course, dueAmount, other, valueDay, dueDay, valueOrigin);
    }

    Figure gap() {
        if (course.finalTarget().isEmpty()) return unknownFigure(Formula.GAP, Cause.NO_TARGET);
        Milestone target = course.finalTarget().get();
        return knownFigure(
                Formula.GAP,
                amountLeft(target),
                Stream.concat(targetInputs(target), Stream.of(valueInput()))
                        .toArray(FormulaInput[]::new));
    }

    /** T − A; of a range to its nearer border, and nothing inside of it. */
    private BigDecimal amountLeft(Milestone target) {
        return target.targetAmountFrom(value).subtract(value);
    }

    private static Stream<FormulaInput> targetInputs(Milestone target) {
        Origin planned = new Origin.Planned(target);
        return target.relation().needsBound()
                ? Stream.of(
                        new FormulaInput(Symbol.RANGE_FROM, target.limits().getFirst(), planned),
                        new FormulaInput(Symbol.RANGE_TO, target.limits().getLast(), planned))
                : Stream.of(plannedInput(Symbol.TARGET, target));
    }

    Figure neededPerYear() {
        Formula formula = Formula.NEEDED_PER_YEAR;
        if (course.finalTarget().isEmpty()) return unknownFigure(formula, Cause.NO_TARGET);
        Milestone target = course.finalTarget().get();
        BigDecimal left = monthsBetween(dueDay, target.day());
        if (left.signum() <= 0) return unknownFigure(formula, Cause.NO_TIME_LEFT);
        BigDecimal perYear = quotient(amountLeft(target).multiply(MONTHS_PER_YEAR), left);
        return knownFigure(
                formula,
                perYear,
                Stream.concat(
                                targetInputs(target),
                                Stream.of(
                                        valueInput(),
                                        calendarInput(
                                                Symbol.YEARS_LEFT,
                                                quotient(left, MONTHS_PER_YEAR))))
                        .toArray(FormulaInput[]::new));
    }

    Figure achievedPerYear() {
        Formula formula = Formula.ACHIEVED_PER_YEAR;
        if (course.baseline().isEmpty()) return unknownFigure(formula, Cause.NO_BASELINE);
        Milestone baseline = course.baseline().get();
        BigDecimal gone = monthsBetween(baseline.day(), dueDay);
        if (gone.signum() <= 0) return unknownFigure(formula, Cause.NOTHING_DUE_YET);
        BigDecimal perYear =
                quotient(value.subtract(baseline.amount()).multiply(MONTHS_PER_YEAR), gone);
        return knownFigure(
                formula,
                perYear,
                valueInput(),
                plannedInput(Symbol.BASELINE, baseline),
                calendarInput(Symbol.YEARS_GONE, quotient(gone, MONTHS_PER_YEAR)));
    }

    /** (amount − B) ÷ (T − B). */
    private Figure shareOfTheWay(Formula formula, BigDecimal amount, FormulaInput of) {
        Optional<Cause> without = whyCourseCannotBeDrawn();
        if (without.isPresent()) return unknownFigure(formula, without.get());
        if (isTargetTheBaseline()) return unknownFigure(formula, Cause.TARGET_IS_BASELINE);
        Milestone baseline = course.baseline().orElseThrow();
        Milestone target = course.finalTarget().orElseThrow();
        BigDecimal share =
                quotient(
                        amount.subtract(baseline.amount()),
                        target.amount().subtract(baseline.amount()));
        return knownFigure(
                formula,
                share,
                of,
                plannedInput(Symbol.BASELINE, baseline),
                plannedInput(Symbol.TARGET, target));
    }

    private Optional<Cause> whyCourseCannotBeDrawn() {
        if (course.finalTarget().isEmpty()) return Optional.of(Cause.NO_TARGET);
        return course.baseline().isEmpty() ? Optional.of(Cause.NO_BASELINE) : Optional.empty();
    }

    boolean isTargetTheBaseline() {
        return course.baseline().isPresent()
                && course.finalTarget().isPresent()
                && course.baseline().get().amount().compareTo(course.finalTarget().get().amount())
                        == 0;
    }

    private FormulaInput valueInput() {
        return new FormulaInput(Symbol.VALUE, value, valueOrigin);
    }

    private static FormulaInput plannedInput(Symbol symbol, Milestone milestone) {
        return new FormulaInput(symbol, milestone.amount(), new Origin.Planned(milestone));
    }

    private static FormulaInput derivedInput(Symbol symbol, BigDecimal amount, Formula formula) {
        return new FormulaInput(symbol, amount, new Origin.Derived(formula));
    }

    private static FormulaInput calendarInput(Symbol symbol, BigDecimal amount) {
        return new FormulaInput(symbol, amount, new Origin.Calendar());
    }

    private static Figure knownFigure(Formula formula, BigDecimal value, FormulaInput... inputs) {
        return new Figure.Known(formula, value, List.of(inputs));
    }

    static Figure unknownFigure(Formula formula, Cause cause) {
        return new Figure.Unknown(formula, Reason.forCause(cause));
    }

    private static BigDecimal monthsBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(Course.monthsBetween(from, to));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }

    /** As it is compared with a bound: twelve decimals, so that 1/3 ÷ 1/3 is 1. */
    public static BigDecimal roundForComparison(BigDecimal measure) {
        return measure.setScale(COMPARED_DECIMALS, RoundingMode.HALF_UP);
    }
}
