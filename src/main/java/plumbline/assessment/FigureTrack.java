package plumbline.assessment;

import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
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
 * @param growthPath what a rate of growth asks of an amount, year by year; empty for every other
 *     kind
 */
public record FigureTrack(
        List<TrackPoint> figures, List<TrackPoint> forecasts, List<GrowthPathPoint> growthPath) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int GROWTH_PATH_DECIMALS = 6;

    /** After anything that can be reported. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    /**
     * @param figure the last figure it is made of
     * @param derivation how it was computed, where it is not the figure itself
     * @param isWholeYear false for a part of a year that is held against the whole
     * @param isJoinedToPrevious false where a figure is missing between it and the one before
     */
    public record TrackPoint(
            LocalDate day,
            BigDecimal amount,
            Observation figure,
            Optional<Figure.Known> derivation,
            boolean isWholeYear,
            boolean isJoinedToPrevious) {}

    public record GrowthPathPoint(LocalDate day, BigDecimal amount) {}

    public FigureTrack {
        figures = List.copyOf(figures);
        forecasts = List.copyOf(forecasts);
        growthPath = List.copyOf(growthPath);
    }

    public static FigureTrack forIndicator(Plan plan, Indicator indicator) {
        return new FigureTrackBuilder(plan, indicator, FigureSeries.forIndicator(indicator))
                .buildTrack();
    }

    private record FigureTrackBuilder(Plan plan, Indicator indicator, FigureSeries series) {

        FigureTrack buildTrack() {
            List<Observation> values =
                    series.observations().stream()
                            .filter(o -> o.reading() instanceof Reading.Value)
                            .toList();
            List<TrackPoint> figures =
                    pointsOfObservations(values.stream().filter(o -> !o.isForecast()).toList());
            List<TrackPoint> forecasts =
                    standEachForItself()
                            ? pointsOfObservations(
                                    values.stream().filter(Observation::isForecast).toList())
                            : pointsOfObservations(
                                            values.stream()
                                                    .filter(
                                                            o ->
                                                                    series.findShown(o.period())
                                                                            .filter(o::equals)
                                                                            .isPresent())
                                                    .toList())
                                    .stream()
                                    .filter(p -> p.figure.isForecast())
                                    .toList();
            return new FigureTrack(joinNeighbours(figures), forecasts, buildGrowthPath());
        }

        /** True where every figure stands for itself. */
        private boolean standEachForItself() {
            return switch (indicator.kind()) {
                case STOCK, MILESTONE -> true;
                case CUMULATIVE -> indicator.reporting() == Reporting.TO_DATE;
                case YEARLY, MEAN, HOLD, ZERO, GROWTH -> false;
            };
        }

        private List<TrackPoint> pointsOfObservations(List<Observation> values) {
            if (standEachForItself())
                return values.stream().map(o -> plainPoint(o, o.lastCoveredDay())).toList();
            ReportedFigures.EvaluationWindow window =
                    ReportedFigures.EvaluationWindow.forPlan(plan, END_OF_TIME);
            List<Observation> figures = values.stream().filter(window::contains).toList();
            ReportedFigures reported = ReportedFigures.fromFigures(window, series, figures);
            return pointsByKind(reported, new YearlyFigures(plan, reported))
                    .sorted(Comparator.comparing(TrackPoint::day))
                    .toList();
        }

        private Stream<TrackPoint> pointsByKind(ReportedFigures reported, YearlyFigures years) {
            return switch (indicator.kind()) {
                case STOCK, MILESTONE, ZERO ->
                        years.figuresWithoutOverlap().stream()
                                .map(o -> plainPoint(o, o.lastCoveredDay()));
                case CUMULATIVE ->
                        longestOfEachDay(reported).flatMap(o -> computedPoints(years, o));
                case YEARLY -> yearlyPoints(years);
                case HOLD ->
                        years.heldYears().stream()
                                .map(YearlyFigures.HeldYear::figure)
                                .distinct()
                                .map(o -> heldYearPoint(years, o));
                case MEAN, GROWTH ->
                        years.wholeYears().entrySet().stream()
                                .map(e -> wholeYearPoint(e.getKey(), e.getValue()));
            };
        }

        private static TrackPoint plainPoint(Observation o, LocalDate on) {
            return new TrackPoint(on, amountOf(o), o, Optional.empty(), true, true);
        }

        private static BigDecimal amountOf(Observation o) {
            return o.reading().findAmount().orElseThrow();
        }

        /** Of figures that speak of one day the longest. */
        private static Stream<Observation> longestOfEachDay(ReportedFigures reported) {
            Map<YearMonth, Observation> newest = new TreeMap<>();
            for (Observation o : reported.figures())
                newest.merge(
                        o.lastCoveredMonth(),
                        o,
                        (a, b) -> a.monthsCovered() > b.monthsCovered() ? a : b);
            return newest.values().stream();
        }

        private Stream<TrackPoint> computedPoints(YearlyFigures years, Observation o) {
            return JudgedValue.computeValue(years, o).value().map(v -> judgedPoint(o, v)).stream();
        }

        private static TrackPoint judgedPoint(Observation o, JudgedValue value) {
            Optional<Figure.Known> derived = value.derivation().map(Figure.Known.class::cast);
            boolean whole =
                    value.dueDay().equals(value.judgedObservation().lastCoveredDay())
                            && !value.remarks().contains(Remark.PART_OF_YEAR);
            return new TrackPoint(value.dueDay(), value.amount(), o, derived, whole, true);
        }

        /**
         * Each year by its newest figure; what was reported for several years in one only where the
         * last of them has none.
         */
        private Stream<TrackPoint> yearlyPoints(YearlyFigures years) {
            Map<LocalDate, TrackPoint> points = new TreeMap<>();
            Stream.concat(years.figuresAcrossYears(), years.figureOfEachYear().stream())
                    .flatMap(o -> computedPoints(years, o))
                    .forEach(p -> points.put(p.day, p));
            return points.values().stream();
        }

        private static TrackPoint heldYearPoint(YearlyFigures years, Observation o) {
            boolean part = years.isSummedWithinYear() && o.lastCoveredMonth().getMonthValue() < 12;
            return new TrackPoint(
                    part ? LocalDate.of(o.lastCoveredDay().getYear(), 12, 31) : o.lastCoveredDay(),
                    amountOf(o),
                    o,
                    Optional.empty(),
                    !part,
                    true);
        }

        private static TrackPoint wholeYearPoint(int year, List<Observation> made) {
            LocalDate end = LocalDate.of(year, 12, 31);
            if (made.size() == 1) return plainPoint(made.getFirst(), end);
            List<FormulaInput> inputs =
                    made.stream()
                            .map(
                                    o ->
                                            new FormulaInput(
                                                    Symbol.ADDEND,
                                                    amountOf(o),
                                                    new Origin.Reported(o)))
                            .toList();
            BigDecimal sum =
                    inputs.stream()
                            .map(FormulaInput::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new TrackPoint(
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
        private List<TrackPoint> joinNeighbours(List<TrackPoint> points) {
            List<LocalDate> missing =
                    series.observations().stream()
                            .filter(
                                    o ->
                                            !o.isForecast()
                                                    && o.reading() instanceof Reading.Missing
                                                    && (standEachForItself()
                                                            || o.period().isYear()))
                            .map(Observation::period)
                            .map(Period::lastDay)
                            .toList();
            List<TrackPoint> joined = new ArrayList<>();
            LocalDate before = LocalDate.MIN;
            for (TrackPoint p : points) {
                LocalDate since = before;
                boolean apart =
                        missing.stream().anyMatch(day -> day.isAfter(since) && day.isBefore(p.day));
                joined.add(
                        new TrackPoint(
                                p.day, p.amount, p.figure, p.derivation, p.isWholeYear, !apart));
                before = p.day;
            }
            return joined;
        }

        /** From the baseline by the target's rate, to the end of each year. */
        private List<GrowthPathPoint> buildGrowthPath() {
            boolean growing =
                    indicator.kind() == IndicatorKind.GROWTH && !indicator.isShareOrLevel();
            Optional<Milestone> baseline = indicator.course().baseline();
            Optional<Milestone> target = indicator.course().finalTarget();
            if (!growing || baseline.isEmpty() || target.isEmpty()) return List.of();
            BigDecimal factor = BigDecimal.ONE.add(target.get().amount().divide(HUNDRED));
            if (factor.signum() <= 0) return List.of();
            List<GrowthPathPoint> way =
                    new ArrayList<>(
                            List.of(
                                    new GrowthPathPoint(
                                            baseline.get().day(), baseline.get().amount())));
            for (int year = baseline.get().day().getYear() + 1;
                    year <= target.get().day().getYear();
                    year++) {
                LocalDate on =
                        year == target.get().day().getYear()
                                ? target.get().day()
                                : LocalDate.of(year, 12, 31);
                double years = Course.monthsBetween(baseline.get().day(), on) / 12.0;
                BigDecimal grown =
                        BigDecimal.valueOf(Math.pow(factor.doubleValue(), years))
                                .multiply(baseline.get().amount());
                way.add(
                        new GrowthPathPoint(
                                on, grown.setScale(GROWTH_PATH_DECIMALS, RoundingMode.HALF_UP)));
            }
            return way;
        }
    }
}
