package plumbline.assessment;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Where an indicator will stand at the end of the plan if it goes on as it did (domain.md §4), by
 * three methods.
 *
 * @param pace on the straight line from the baseline through the latest value
 * @param growth by the mean growth since the baseline
 * @param trend on the least-squares line through the baseline and each year's value
 */
public record Projection(ProjectedOutlook pace, ProjectedOutlook growth, ProjectedOutlook trend) {
    /** What lies beyond the last year a plan can have is never. */
    private static final YearMonth HORIZON = YearMonth.of(2200, 12);

    private static final int FEWEST_POINTS = 3;
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    /**
     * @param valueAtEnd in the indicator's unit, at the end of the plan
     */
    public record ProjectedOutlook(Figure valueAtEnd, TargetReach reach) {}

    /** When the final target is reached. */
    public sealed interface TargetReach {
        /** Reached already; by the first figure since which every one met it. */
        record AlreadyReached(Observation since) implements TargetReach {}

        /** At the end of a month. */
        record ReachedOnDay(LocalDate day) implements TargetReach {}

        /** The target is a range: whether the value will lie in it at the end of the plan. */
        record WithinRangeAtEnd(boolean isWithin) implements TargetReach {}

        record NotReached(Reason reason) implements TargetReach {}
    }

    /** A value in time, with what it is called in a formula. */
    private record ProjectionPoint(LocalDate day, FormulaInput input) {
        BigDecimal amount() {
            return input.amount();
        }
    }

    /**
     * @param at the evaluation date: later figures are not known yet, later revisions not decided
     */
    public static Projection project(Plan plan, Indicator indicator, LocalDate at) {
        if (!indicator.kind().isJudgedOnCourse())
            return withoutProjection(Reason.forCause(Cause.NOT_FOR_KIND));
        ReportedFigures reported =
                ReportedFigures.forIndicator(
                        ReportedFigures.EvaluationWindow.forPlan(plan, at), indicator);
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty()) return withoutProjection(reported.reasonWithoutFigure());
        YearlyFigures years = new YearlyFigures(plan, reported);
        JudgedValue.JudgedValueResult found = JudgedValue.computeValue(years, latest.get());
        if (found.value().isEmpty())
            return withoutProjection(
                    found.unknownFigure().orElseThrow().foldKnownOrUnknown(_ -> null, r -> r));
        return new ProjectionBuilder(
                        plan,
                        indicator,
                        years,
                        plan.courseWithinPlanOn(indicator, at),
                        found.value().get())
                .buildProjection();
    }

    private static Projection withoutProjection(Reason reason) {
        return new Projection(
                unknownOutlook(Formula.PROJECTED_PACE, reason),
                unknownOutlook(Formula.PROJECTED_GROWTH, reason),
                unknownOutlook(Formula.PROJECTED_TREND, reason));
    }

    private static ProjectedOutlook unknownOutlook(Formula formula, Reason reason) {
        return new ProjectedOutlook(
                new Figure.Unknown(formula, reason), new TargetReach.NotReached(reason));
    }

    /** What is known of one indicator: its course, its latest value A and the day A stands for. */
    private record ProjectionBuilder(
            Plan plan, Indicator indicator, YearlyFigures years, Course course, JudgedValue value) {
        Projection buildProjection() {
            if (monthsLeft() <= 0) return projectionAfterEnd();
            return new Projection(paceOutlook(), growthOutlook(), trendOutlook());
        }

        private Projection projectionAfterEnd() {
            Projection over = withoutProjection(Reason.forCause(Cause.NO_TIME_LEFT));
            Optional<TargetReach> already = findAlreadyReached();
            return already.isEmpty()
                    ? over
                    : new Projection(
                            new ProjectedOutlook(over.pace.valueAtEnd, already.get()),
                            new ProjectedOutlook(over.growth.valueAtEnd, already.get()),
                            new ProjectedOutlook(over.trend.valueAtEnd, already.get()));
        }

        private ProjectedOutlook paceOutlook() {
            Optional<Cause> without = whyNoStart();
            if (without.isPresent())
                return outlookWithoutValue(Formula.PROJECTED_PACE, without.get());
            BigDecimal way = value.amount().subtract(requireBaseline().amount());
            LongFunction<BigDecimal> line =
                    month ->
                            value.amount()
                                    .add(
                                            quotient(
                                                    way.multiply(BigDecimal.valueOf(month)),
                                                    BigDecimal.valueOf(monthsGone())));
            return knownOutlook(Formula.PROJECTED_PACE, line, inputsSinceBaseline());
        }

        private ProjectedOutlook growthOutlook() {
            Optional<Cause> without = whyNoStart();
            if (without.isPresent())
                return outlookWithoutValue(Formula.PROJECTED_GROWTH, without.get());
            boolean positive =
                    value.amount().signum() > 0 && requireBaseline().amount().signum() > 0;
            if (!positive) return outlookWithoutValue(Formula.PROJECTED_GROWTH, Cause.NOT_POSITIVE);
            double factor = quotient(value.amount(), requireBaseline().amount()).doubleValue();
            if (!Double.isFinite(Math.pow(factor, (double) monthsLeft() / monthsGone())))
                return outlookWithoutValue(Formula.PROJECTED_GROWTH, Cause.OUT_OF_RANGE);
            LongFunction<BigDecimal> curve =
                    month ->
                            value.amount()
                                    .multiply(boundedPower(factor, (double) month / monthsGone()));
            return knownOutlook(Formula.PROJECTED_GROWTH, curve, inputsSinceBaseline());
        }

        /**
         * A power beyond every number counts as the greatest of them: the target was passed long
         * before.
         */
        private static BigDecimal boundedPower(double of, double exponent) {
            return BigDecimal.valueOf(Math.min(Math.pow(of, exponent), Double.MAX_VALUE));
        }

        /**
         * y = a + b·x with b = (n·Σxy − Σx·Σy) ÷ (n·Σx² − (Σx)²) and a = (Σy − b·Σx) ÷ n; x in
         * months after the latest value.
         */
        private ProjectedOutlook trendOutlook() {
            List<ProjectionPoint> points = yearlyPoints();
            if (points.size() < FEWEST_POINTS)
                return outlookWithoutValue(Formula.PROJECTED_TREND, Cause.FEW_POINTS);
            BigDecimal n = BigDecimal.valueOf(points.size());
            BigDecimal x = BigDecimal.ZERO;
            BigDecimal y = BigDecimal.ZERO;
            BigDecimal xx = BigDecimal.ZERO;
            BigDecimal xy = BigDecimal.ZERO;
            for (ProjectionPoint point : points) {
                BigDecimal month =
                        BigDecimal.valueOf(Course.monthsBetween(value.dueDay(), point.day));
                x = x.add(month);
                y = y.add(point.amount());
                xx = xx.add(month.multiply(month));
                xy = xy.add(month.multiply(point.amount()));
            }
            BigDecimal slope =
                    quotient(
                            n.multiply(xy).subtract(x.multiply(y)),
                            n.multiply(xx).subtract(x.multiply(x)));
            BigDecimal level = quotient(y.subtract(slope.multiply(x)), n);
            return knownOutlook(
                    Formula.PROJECTED_TREND,
                    month -> level.add(slope.multiply(BigDecimal.valueOf(month))),
                    points.stream().map(ProjectionPoint::input).toList());
        }

        /** The baseline, and for each year after it the value its fullest figure makes. */
        private List<ProjectionPoint> yearlyPoints() {
            List<ProjectionPoint> points = new ArrayList<>();
            course.baseline()
                    .ifPresent(
                            b ->
                                    points.add(
                                            new ProjectionPoint(
                                                    b.day(),
                                                    new FormulaInput(
                                                            Symbol.BASELINE,
                                                            b.amount(),
                                                            new Origin.Planned(b)))));
            for (Observation year : years.figureOfEachYear()) {
                JudgedValue.computeValue(years, year)
                        .value()
                        .filter(
                                v ->
                                        course.baseline()
                                                .filter(b -> !v.dueDay().isAfter(b.day()))
                                                .isEmpty())
                        .ifPresent(
                                v ->
                                        points.add(
                                                new ProjectionPoint(
                                                        v.dueDay(),
                                                        new FormulaInput(
                                                                Symbol.VALUE,
                                                                v.amount(),
                                                                v.origin()))));
            }
            return points;
        }

        /**
         * @param ahead the value so many months after the latest one
         */
        private ProjectedOutlook knownOutlook(
                Formula formula, LongFunction<BigDecimal> ahead, List<FormulaInput> inputs) {
            BigDecimal atEnd = ahead.apply(monthsLeft());
            return new ProjectedOutlook(
                    new Figure.Known(formula, atEnd, inputs),
                    isTargetRange()
                            ? rangeReachAtEnd(atEnd)
                            : findAlreadyReached().orElseGet(() -> firstMonthReached(ahead)));
        }

        private boolean isTargetRange() {
            return course.hasRangeTarget();
        }

        /** A range can be left again, so it is not reached once and for all. */
        private TargetReach rangeReachAtEnd(BigDecimal amount) {
            return new TargetReach.WithinRangeAtEnd(
                    course.finalTarget()
                            .orElseThrow()
                            .isMetBy(CourseArithmetic.roundForComparison(amount)));
        }

        private ProjectedOutlook outlookWithoutValue(Formula formula, Cause cause) {
            return new ProjectedOutlook(
                    new Figure.Unknown(formula, Reason.forCause(cause)),
                    findAlreadyReached()
                            .orElse(new TargetReach.NotReached(Reason.forCause(cause))));
        }

        /**
         * The first month's end at which the target is met, or passed over; of a value for a whole
         * year the year's end.
         */
        private TargetReach firstMonthReached(LongFunction<BigDecimal> ahead) {
            if (course.finalTarget().isEmpty())
                return new TargetReach.NotReached(Reason.forCause(Cause.NO_TARGET));
            Milestone target = course.finalTarget().get();
            int side = value.amount().compareTo(target.amount());
            int step = indicator.kind() == IndicatorKind.YEARLY ? 12 : 1;
            long most = Course.monthsBetween(value.dueDay(), HORIZON.atEndOfMonth());
            return LongStream.iterate(
                            target.isMetBy(value.amount()) ? 0 : step,
                            month -> month <= most,
                            month -> month + step)
                    .filter(
                            month ->
                                    hasReachedOrPassed(
                                            CourseArithmetic.roundForComparison(ahead.apply(month)),
                                            target,
                                            side))
                    .boxed()
                    .findFirst()
                    .<TargetReach>map(
                            month ->
                                    new TargetReach.ReachedOnDay(
                                            YearMonth.from(value.dueDay())
                                                    .plusMonths(month)
                                                    .atEndOfMonth()))
                    .orElse(new TargetReach.NotReached(Reason.forCause(Cause.NEVER)));
        }

        private static boolean hasReachedOrPassed(BigDecimal amount, Milestone target, int side) {
            return target.isMetBy(amount) || side * amount.compareTo(target.amount()) < 0;
        }

        /** The first of the unbroken run of figures that meet the target up to the latest. */
        private Optional<TargetReach> findAlreadyReached() {
            Optional<Milestone> target = course.finalTarget();
            if (target.isEmpty() || isTargetRange() && monthsLeft() > 0) return Optional.empty();
            Optional<Observation> since = Optional.empty();
            for (Observation o : years.reported().figures().reversed()) {
                Optional<JudgedValue> then = JudgedValue.computeValue(years, o).value();
                if (then.isPresent() && !isReached(target.get(), then.get())) break;
                if (then.isPresent()) since = Optional.of(o);
            }
            return since.map(TargetReach.AlreadyReached::new);
        }

        private static boolean isReached(Milestone target, JudgedValue value) {
            return value.isWhole() && target.isMetBy(value.amount(), value.sideBeyond());
        }

        private Optional<Cause> whyNoStart() {
            if (course.baseline().isEmpty()) return Optional.of(Cause.NO_BASELINE);
            return monthsGone() <= 0 ? Optional.of(Cause.NOTHING_DUE_YET) : Optional.empty();
        }

        private Milestone requireBaseline() {
            return course.baseline().orElseThrow();
        }

        private long monthsGone() {
            return Course.monthsBetween(requireBaseline().day(), value.dueDay());
        }

        private long monthsLeft() {
            return Course.monthsBetween(value.dueDay(), plan.lastDay());
        }

        private List<FormulaInput> inputsSinceBaseline() {
            return List.of(
                    new FormulaInput(Symbol.VALUE, value.amount(), value.origin()),
                    new FormulaInput(
                            Symbol.BASELINE,
                            requireBaseline().amount(),
                            new Origin.Planned(requireBaseline())),
                    yearsInput(Symbol.YEARS_GONE, monthsGone()),
                    yearsInput(Symbol.YEARS_LEFT, monthsLeft()));
        }

        private static FormulaInput yearsInput(Symbol symbol, long months) {
            return new FormulaInput(
                    symbol,
                    quotient(BigDecimal.valueOf(months), MONTHS_PER_YEAR),
                    new Origin.Calendar());
        }
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }
}
