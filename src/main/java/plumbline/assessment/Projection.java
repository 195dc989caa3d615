package plumbline.assessment;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
public record Projection(Outlook pace, Outlook growth, Outlook trend) {
    /** What lies beyond the last year a plan can have is never. */
    private static final YearMonth HORIZON = YearMonth.of(2200, 12);

    private static final int FEWEST_POINTS = 3;
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    /**
     * @param atEnd in the indicator's unit, at the end of the plan
     */
    public record Outlook(Figure atEnd, Reach reach) {}

    /** When the final target is reached. */
    public sealed interface Reach {
        /** Reached already; by the first figure since which every one met it. */
        record Already(Observation since) implements Reach {}

        /** At the end of a month. */
        record On(LocalDate day) implements Reach {}

        /** The target is a range: whether the value will lie in it at the end of the plan. */
        record AtEnd(boolean within) implements Reach {}

        record Not(Reason reason) implements Reach {}
    }

    /** A value in time, with what it is called in a formula. */
    private record Point(LocalDate on, Input input) {
        BigDecimal amount() {
            return input.amount();
        }
    }

    /**
     * @param at the evaluation date: later figures are not known yet, later revisions not decided
     */
    public static Projection of(Plan plan, Indicator indicator, LocalDate at) {
        if (!indicator.kind().onCourse()) return none(Reason.of(Cause.NOT_FOR_KIND));
        Reported reported = Reported.of(Reported.Window.of(plan, at), indicator);
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty()) return none(reported.absence());
        Years years = new Years(plan, reported);
        JudgedValue.Found found = JudgedValue.of(years, latest.get());
        if (found.value().isEmpty())
            return none(found.missing().orElseThrow().either(_ -> null, r -> r));
        return new Series(plan, indicator, years, plan.courseOf(indicator, at), found.value().get())
                .projection();
    }

    private static Projection none(Reason reason) {
        return new Projection(
                none(Formula.PROJECTED_PACE, reason),
                none(Formula.PROJECTED_GROWTH, reason),
                none(Formula.PROJECTED_TREND, reason));
    }

    private static Outlook none(Formula formula, Reason reason) {
        return new Outlook(new Figure.Unknown(formula, reason), new Reach.Not(reason));
    }

    /** What is known of one indicator: its course, its latest value A and the day A stands for. */
    private record Series(
            Plan plan, Indicator indicator, Years years, Course course, JudgedValue value) {
        Projection projection() {
            if (left() <= 0) return ended();
            return new Projection(pace(), growth(), trend());
        }

        private Projection ended() {
            Projection over = none(Reason.of(Cause.NO_TIME_LEFT));
            Optional<Reach> already = already();
            return already.isEmpty()
                    ? over
                    : new Projection(
                            new Outlook(over.pace.atEnd, already.get()),
                            new Outlook(over.growth.atEnd, already.get()),
                            new Outlook(over.trend.atEnd, already.get()));
        }

        private Outlook pace() {
            Optional<Cause> without = withoutStart();
            if (without.isPresent()) return unknown(Formula.PROJECTED_PACE, without.get());
            BigDecimal way = value.amount().subtract(baseline().amount());
            LongFunction<BigDecimal> line =
                    month ->
                            value.amount()
                                    .add(
                                            quotient(
                                                    way.multiply(BigDecimal.valueOf(month)),
                                                    BigDecimal.valueOf(gone())));
            return known(Formula.PROJECTED_PACE, line, sinceBaseline());
        }

        private Outlook growth() {
            Optional<Cause> without = withoutStart();
            if (without.isPresent()) return unknown(Formula.PROJECTED_GROWTH, without.get());
            boolean positive = value.amount().signum() > 0 && baseline().amount().signum() > 0;
            if (!positive) return unknown(Formula.PROJECTED_GROWTH, Cause.NOT_POSITIVE);
            double factor = quotient(value.amount(), baseline().amount()).doubleValue();
            if (!Double.isFinite(Math.pow(factor, (double) left() / gone())))
                return unknown(Formula.PROJECTED_GROWTH, Cause.OUT_OF_RANGE);
            LongFunction<BigDecimal> curve =
                    month -> value.amount().multiply(power(factor, (double) month / gone()));
            return known(Formula.PROJECTED_GROWTH, curve, sinceBaseline());
        }

        /**
         * A power beyond every number counts as the greatest of them: the target was passed long
         * before.
         */
        private static BigDecimal power(double of, double exponent) {
            return BigDecimal.valueOf(Math.min(Math.pow(of, exponent), Double.MAX_VALUE));
        }

        /**
         * y = a + b·x with b = (n·Σxy − Σx·Σy) ÷ (n·Σx² − (Σx)²) and a = (Σy − b·Σx) ÷ n; x in
         * months after the latest value.
         */
        private Outlook trend() {
            List<Point> points = points();
            if (points.size() < FEWEST_POINTS)
                return unknown(Formula.PROJECTED_TREND, Cause.FEW_POINTS);
            BigDecimal n = BigDecimal.valueOf(points.size());
            BigDecimal x = BigDecimal.ZERO;
            BigDecimal y = BigDecimal.ZERO;
            BigDecimal xx = BigDecimal.ZERO;
            BigDecimal xy = BigDecimal.ZERO;
            for (Point point : points) {
                BigDecimal month = BigDecimal.valueOf(Course.months(value.dueDay(), point.on));
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
            return known(
                    Formula.PROJECTED_TREND,
                    month -> level.add(slope.multiply(BigDecimal.valueOf(month))),
                    points.stream().map(Point::input).toList());
        }

        /** The baseline, and for each year after it the value its fullest figure makes. */
        private List<Point> points() {
            List<Point> points = new ArrayList<>();
            course.baseline()
                    .ifPresent(
                            b ->
                                    points.add(
                                            new Point(
                                                    b.on(),
                                                    new Input(
                                                            Symbol.BASELINE,
                                                            b.amount(),
                                                            new Origin.Planned(b)))));
            for (Observation year : years.figures()) {
                JudgedValue.of(years, year)
                        .value()
                        .filter(
                                v ->
                                        course.baseline()
                                                .filter(b -> !v.dueDay().isAfter(b.on()))
                                                .isEmpty())
                        .ifPresent(
                                v ->
                                        points.add(
                                                new Point(
                                                        v.dueDay(),
                                                        new Input(
                                                                Symbol.VALUE,
                                                                v.amount(),
                                                                v.origin()))));
            }
            return points;
        }

        /**
         * @param ahead the value so many months after the latest one
         */
        private Outlook known(Formula formula, LongFunction<BigDecimal> ahead, List<Input> inputs) {
            BigDecimal atEnd = ahead.apply(left());
            return new Outlook(
                    new Figure.Known(formula, atEnd, inputs),
                    ranged() ? atEnd(atEnd) : already().orElseGet(() -> reach(ahead)));
        }

        private boolean ranged() {
            return course.ranged();
        }

        /** A range can be left again, so it is not reached once and for all. */
        private Reach atEnd(BigDecimal amount) {
            return new Reach.AtEnd(
                    course.target().orElseThrow().metBy(Arithmetic.compared(amount)));
        }

        private Outlook unknown(Formula formula, Cause cause) {
            return new Outlook(
                    new Figure.Unknown(formula, Reason.of(cause)),
                    already().orElse(new Reach.Not(Reason.of(cause))));
        }

        /**
         * The first month's end at which the target is met, or passed over; of a value for a whole
         * year the year's end.
         */
        private Reach reach(LongFunction<BigDecimal> ahead) {
            if (course.target().isEmpty()) return new Reach.Not(Reason.of(Cause.NO_TARGET));
            Milestone target = course.target().get();
            int side = value.amount().compareTo(target.amount());
            int step = indicator.kind() == Kind.YEARLY ? 12 : 1;
            long most = Course.months(value.dueDay(), HORIZON.atEndOfMonth());
            return LongStream.iterate(
                            target.metBy(value.amount()) ? 0 : step,
                            month -> month <= most,
                            month -> month + step)
                    .filter(month -> arrived(Arithmetic.compared(ahead.apply(month)), target, side))
                    .boxed()
                    .findFirst()
                    .<Reach>map(
                            month ->
                                    new Reach.On(
                                            YearMonth.from(value.dueDay())
                                                    .plusMonths(month)
                                                    .atEndOfMonth()))
                    .orElse(new Reach.Not(Reason.of(Cause.NEVER)));
        }

        private static boolean arrived(BigDecimal amount, Milestone target, int side) {
            return target.metBy(amount) || side * amount.compareTo(target.amount()) < 0;
        }

        /** The first of the unbroken run of figures that meet the target up to the latest. */
        private Optional<Reach> already() {
            Optional<Milestone> target = course.target();
            if (target.isEmpty() || ranged() && left() > 0) return Optional.empty();
            Optional<Observation> since = Optional.empty();
            for (Observation o : years.reported().figures().reversed()) {
                Optional<JudgedValue> then = JudgedValue.of(years, o).value();
                if (then.isPresent() && !isReached(target.get(), then.get())) break;
                if (then.isPresent()) since = Optional.of(o);
            }
            return since.map(Reach.Already::new);
        }

        private static boolean isReached(Milestone target, JudgedValue value) {
            return value.isWhole() && target.metBy(value.amount(), value.beyond());
        }

        private Optional<Cause> withoutStart() {
            if (course.baseline().isEmpty()) return Optional.of(Cause.NO_BASELINE);
            return gone() <= 0 ? Optional.of(Cause.NOTHING_DUE_YET) : Optional.empty();
        }

        private Milestone baseline() {
            return course.baseline().orElseThrow();
        }

        private long gone() {
            return Course.months(baseline().on(), value.dueDay());
        }

        private long left() {
            return Course.months(value.dueDay(), plan.ends());
        }

        private List<Input> sinceBaseline() {
            return List.of(
                    new Input(Symbol.VALUE, value.amount(), value.origin()),
                    new Input(Symbol.BASELINE, baseline().amount(), new Origin.Planned(baseline())),
                    years(Symbol.YEARS_GONE, gone()),
                    years(Symbol.YEARS_LEFT, left()));
        }

        private static Input years(Symbol symbol, long months) {
            return new Input(
                    symbol,
                    quotient(BigDecimal.valueOf(months), MONTHS_PER_YEAR),
                    new Origin.Calendar());
        }
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }
}
