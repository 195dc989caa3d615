package plumbline.assessment;

import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * 走势: an indicator's figures as its verdict reads them. Where figures are summed these are the
 * totals, where it is judged by years the years; each stands on the day at which it is held against
 * the course.
 *
 * @param figures actual and preliminary ones, in time, whatever the evaluation date
 * @param forecasts what the forecasts would make of them
 * @param way what a rate of growth asks of an amount, year by year; empty for every other kind
 */
public record FigureTrack(List<Point> figures, List<Point> forecasts, List<Corner> way) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int WAY_DECIMALS = 6;

    /** After anything that can be reported. */
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    /**
     * @param figure the last figure it is made of
     * @param derived how it was computed, where it is not the figure itself
     * @param whole false for a part of a year that is held against the whole
     * @param joined false where a figure is missing between it and the one before
     */
    public record Point(
            LocalDate on,
            BigDecimal amount,
            Observation figure,
            Optional<Figure.Known> derived,
            boolean whole,
            boolean joined) {}

    public record Corner(LocalDate on, BigDecimal amount) {}

    public FigureTrack {
        figures = List.copyOf(figures);
        forecasts = List.copyOf(forecasts);
        way = List.copyOf(way);
    }

    public static FigureTrack of(Plan plan, Indicator indicator) {
        return new Maker(plan, indicator, Series.of(indicator)).track();
    }

    private record Maker(Plan plan, Indicator indicator, Series series) {

        FigureTrack track() {
            List<Observation> values =
                    series.observations().stream()
                            .filter(o -> o.reading() instanceof Reading.Value)
                            .toList();
            List<Point> figures = points(values.stream().filter(o -> !o.forecast()).toList());
            List<Point> forecasts =
                    plain()
                            ? points(values.stream().filter(Observation::forecast).toList())
                            : points(
                                            values.stream()
                                                    .filter(
                                                            o ->
                                                                    series.shown(o.period())
                                                                            .filter(o::equals)
                                                                            .isPresent())
                                                    .toList())
                                    .stream()
                                    .filter(p -> p.figure.forecast())
                                    .toList();
            return new FigureTrack(joined(figures), forecasts, way());
        }

        /** True where every figure stands for itself. */
        private boolean plain() {
            return switch (indicator.kind()) {
                case STOCK, MILESTONE -> true;
                case CUMULATIVE -> indicator.reporting() == Reporting.TO_DATE;
                case YEARLY, MEAN, HOLD, ZERO, GROWTH -> false;
            };
        }

        private List<Point> points(List<Observation> values) {
            if (plain()) return values.stream().map(o -> point(o, o.asOf())).toList();
            Reported.Window window = Reported.Window.of(plan, EVER);
            List<Observation> figures = values.stream().filter(window::holds).toList();
            Reported reported = Reported.of(window, series, figures);
            return points(reported, new Years(plan, reported))
                    .sorted(Comparator.comparing(Point::on))
                    .toList();
        }

        private Stream<Point> points(Reported reported, Years years) {
            return switch (indicator.kind()) {
                case STOCK, MILESTONE, ZERO -> years.apart().stream().map(o -> point(o, o.asOf()));
                case CUMULATIVE -> newest(reported).flatMap(o -> computed(years, o));
                case YEARLY -> yearly(years);
                case HOLD ->
                        years.held().stream()
                                .map(Years.Held::figure)
                                .distinct()
                                .map(o -> held(years, o));
                case MEAN, GROWTH ->
                        years.whole().entrySet().stream().map(e -> whole(e.getKey(), e.getValue()));
            };
        }

        private static Point point(Observation o, LocalDate on) {
            return new Point(on, amount(o), o, Optional.empty(), true, true);
        }

        private static BigDecimal amount(Observation o) {
            return o.reading().value().orElseThrow();
        }

        /** Of figures that speak of one day the longest. */
        private static Stream<Observation> newest(Reported reported) {
            Map<YearMonth, Observation> newest = new TreeMap<>();
            for (Observation o : reported.figures())
                newest.merge(o.asOfMonth(), o, (a, b) -> a.months() > b.months() ? a : b);
            return newest.values().stream();
        }

        private Stream<Point> computed(Years years, Observation o) {
            return JudgedValue.of(years, o).value().map(v -> point(o, v)).stream();
        }

        private static Point point(Observation o, JudgedValue value) {
            Optional<Figure.Known> derived = value.derived().map(Figure.Known.class::cast);
            boolean whole =
                    value.dueDay().equals(value.judged().asOf())
                            && !value.remarks().contains(Remark.PART_OF_YEAR);
            return new Point(value.dueDay(), value.amount(), o, derived, whole, true);
        }

        /**
         * Each year by its newest figure; what was reported for several years in one only where the
         * last of them has none.
         */
        private Stream<Point> yearly(Years years) {
            Map<LocalDate, Point> points = new TreeMap<>();
            Stream.concat(years.spans(), years.figures().stream())
                    .flatMap(o -> computed(years, o))
                    .forEach(p -> points.put(p.on, p));
            return points.values().stream();
        }

        private static Point held(Years years, Observation o) {
            boolean part = years.summed() && o.asOfMonth().getMonthValue() < 12;
            return new Point(
                    part ? LocalDate.of(o.asOf().getYear(), 12, 31) : o.asOf(),
                    amount(o),
                    o,
                    Optional.empty(),
                    !part,
                    true);
        }

        private static Point whole(int year, List<Observation> made) {
            LocalDate end = LocalDate.of(year, 12, 31);
            if (made.size() == 1) return point(made.getFirst(), end);
            List<Input> inputs =
                    made.stream()
                            .map(o -> new Input(Symbol.ADDEND, amount(o), new Origin.Reported(o)))
                            .toList();
            BigDecimal sum =
                    inputs.stream().map(Input::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Point(
                    end,
                    sum,
                    made.getLast(),
                    Optional.of(new Figure.Known(Formula.YEAR_SO_FAR, sum, inputs)),
                    true,
                    true);
        }

        /**
         * A figure that is missing between two points parts them; where it is judged by years only
         * that of a year.
         */
        private List<Point> joined(List<Point> points) {
            List<LocalDate> missing =
                    series.observations().stream()
                            .filter(
                                    o ->
                                            !o.forecast()
                                                    && o.reading() instanceof Reading.Missing
                                                    && (plain() || o.period().isYear()))
                            .map(Observation::period)
                            .map(Period::end)
                            .toList();
            List<Point> joined = new ArrayList<>();
            LocalDate before = LocalDate.MIN;
            for (Point p : points) {
                LocalDate since = before;
                boolean apart =
                        missing.stream().anyMatch(day -> day.isAfter(since) && day.isBefore(p.on));
                joined.add(new Point(p.on, p.amount, p.figure, p.derived, p.whole, !apart));
                before = p.on;
            }
            return joined;
        }

        /** From the baseline by the target's rate, to the end of each year. */
        private List<Corner> way() {
            boolean growing = indicator.kind() == Kind.GROWTH && !indicator.share();
            Optional<Milestone> baseline = indicator.course().baseline();
            Optional<Milestone> target = indicator.course().target();
            if (!growing || baseline.isEmpty() || target.isEmpty()) return List.of();
            BigDecimal factor = BigDecimal.ONE.add(target.get().amount().divide(HUNDRED));
            if (factor.signum() <= 0) return List.of();
            List<Corner> way =
                    new ArrayList<>(
                            List.of(new Corner(baseline.get().on(), baseline.get().amount())));
            for (int year = baseline.get().on().getYear() + 1;
                    year <= target.get().on().getYear();
                    year++) {
                LocalDate on =
                        year == target.get().on().getYear()
                                ? target.get().on()
                                : LocalDate.of(year, 12, 31);
                double years = Course.months(baseline.get().on(), on) / 12.0;
                BigDecimal grown =
                        BigDecimal.valueOf(Math.pow(factor.doubleValue(), years))
                                .multiply(baseline.get().amount());
                way.add(new Corner(on, grown.setScale(WAY_DECIMALS, RoundingMode.HALF_UP)));
            }
            return way;
        }
    }
}
