package plumbline.assessment;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.FigureAge;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an indicator's series offers for judgement at a date: firm figures of the plan's time, up to
 * the date.
 *
 * @param series the indicator's own figures and the totals of its parts
 * @param figures in time; each has a value
 * @param latest the one that speaks of the latest day; where years are judged rather the year's own
 *     than that of several
 * @param forecast the newest that speaks of a later day than the latest figure
 */
public record ReportedFigures(
        EvaluationWindow window,
        FigureSeries series,
        List<Observation> figures,
        Optional<Observation> latest,
        Optional<Observation> forecast) {
    private static final int MONTHS_PER_YEAR = 12;

    /**
     * The time that is looked at, the same for every indicator of a plan.
     *
     * @param monthBefore the month before the plan's first
     * @param lastMonthOver the last month of the plan that is over at the evaluation date
     * @param latestPeriodOver the latest of the plan's periods and years that is over
     */
    public record EvaluationWindow(
            Plan plan,
            LocalDate evaluationDate,
            YearMonth monthBefore,
            YearMonth lastMonthOver,
            Optional<Period> latestPeriodOver) {
        public static EvaluationWindow forPlan(Plan plan, LocalDate at) {
            YearMonth begins = YearMonth.from(plan.dayBeforeStart());
            YearMonth month = YearMonth.from(at);
            YearMonth over = at.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
            YearMonth end = YearMonth.from(plan.lastDay());
            YearMonth upTo = over.isAfter(end) ? end : over;
            Optional<Period> recent =
                    Stream.concat(
                                    plan.periods().stream(),
                                    IntStream.rangeClosed(plan.firstYear(), plan.lastYear())
                                            .mapToObj(Period::ofYear))
                            .filter(
                                    p ->
                                            !p.lastMonth().isAfter(upTo)
                                                    && p.lastMonth().isAfter(begins))
                            .max(Comparator.naturalOrder());
            return new EvaluationWindow(plan, at, begins, upTo, recent);
        }

        boolean contains(Observation o) {
            return contains(o.lastCoveredMonth());
        }

        boolean contains(YearMonth month) {
            return month.isAfter(monthBefore) && !month.isAfter(lastMonthOver);
        }
    }

    public static ReportedFigures forIndicator(EvaluationWindow window, Indicator indicator) {
        boolean preliminary = window.plan.ruleFor(indicator).judgesPreliminary();
        FigureSeries series = FigureSeries.forIndicator(indicator);
        List<Observation> figures =
                series.observations().stream()
                        .filter(
                                o ->
                                        isFirm(o, preliminary)
                                                && o.reading() instanceof Reading.Value
                                                && window.contains(o))
                        .toList();
        return fromFigures(window, series, figures);
    }

    /**
     * @param figures in time; each has a value
     */
    static ReportedFigures fromFigures(
            EvaluationWindow window, FigureSeries series, List<Observation> figures) {
        Optional<Observation> latest = findLatest(figures.stream());
        boolean byYears =
                series.indicator().kind() == IndicatorKind.YEARLY
                        || series.indicator().kind() == IndicatorKind.HOLD;
        Optional<Observation> own =
                byYears
                        ? findLatest(figures.stream().filter(YearlyFigures::isWithinOneYear))
                        : Optional.empty();
        boolean newer =
                own.isPresent()
                        && own.get().lastCoveredMonth().getYear()
                                == latest.orElseThrow().lastCoveredMonth().getYear();
        Optional<Observation> judged = newer ? own : latest;
        return new ReportedFigures(
                window,
                series,
                figures,
                judged,
                findForecastAfter(
                        series,
                        judged.map(Observation::lastCoveredMonth).orElse(window.monthBefore)));
    }

    private static boolean isFirm(Observation o, boolean preliminary) {
        return o.status() == Status.ACTUAL || o.status() == Status.PRELIMINARY && preliminary;
    }

    Origin originOf(Observation figure) {
        return series.findTotalBehind(figure)
                .<Origin>map(Origin.RolledUp::new)
                .orElse(new Origin.Reported(figure));
    }

    /** The one that speaks of the latest day; of two, the one of the longer period. */
    private static Optional<Observation> findLatest(Stream<Observation> figures) {
        return figures.reduce(
                (a, b) -> b.lastCoveredMonth().isBefore(a.lastCoveredMonth()) ? a : b);
    }

    LocalDate evaluationDate() {
        return window.evaluationDate;
    }

    private static Optional<Observation> findForecastAfter(FigureSeries series, YearMonth known) {
        return series.observations().stream()
                .filter(
                        o ->
                                o.isForecast()
                                        && o.reading() instanceof Reading.Value
                                        && o.lastCoveredMonth().isAfter(known))
                .reduce((_, b) -> b);
    }

    /** Why there is no latest figure. */
    Reason reasonWithoutFigure() {
        List<Observation> values =
                series.observations().stream()
                        .filter(o -> o.reading() instanceof Reading.Value && window.contains(o))
                        .toList();
        if (values.isEmpty())
            return findPartMissing().orElse(Reason.forCause(Cause.NO_OBSERVATION));
        boolean preliminary = values.stream().anyMatch(o -> o.status() == Status.PRELIMINARY);
        return Reason.forCause(preliminary ? Cause.PRELIMINARY_ONLY : Cause.FORECAST_ONLY);
    }

    /** Some parts have reported the newest period, but not all that the total needs. */
    private Optional<Reason> findPartMissing() {
        return series.totals().reversed().stream()
                .filter(t -> window.contains(t.period().lastMonth()) && t.isPartlyReported())
                .findFirst()
                .map(
                        t ->
                                new Reason(
                                        Cause.PART_MISSING,
                                        Optional.of(t.period()),
                                        t.missingParts().stream().map(Part::name).toList()));
    }

    /** True where a figure of the plan's last year is there. */
    boolean reachesLastYear() {
        return latest.map(o -> o.lastCoveredDay().getYear() >= window.plan.lastYear())
                .orElse(false);
    }

    /**
     * True where the latest figure is older than the rule allows.
     *
     * @param age by months, or by when a newer figure should have followed
     */
    boolean isOlderThan(FigureAge age) {
        if (age == FigureAge.ANY) return false;
        if (age.mostMonths().isEmpty()) return isFollowerDue();
        YearMonth oldest = window.lastMonthOver.minusMonths(age.mostMonths().getAsInt());
        return latest.map(o -> o.lastCoveredMonth().isBefore(oldest)).orElse(false);
    }

    /**
     * True where a newer figure should have followed the latest by now: the usual distance of this
     * indicator's figures, its baseline among them, has gone by once more.
     */
    private boolean isFollowerDue() {
        return latest.map(
                        o ->
                                !o.lastCoveredMonth()
                                        .plusMonths(usualDistanceInMonths())
                                        .isAfter(window.lastMonthOver))
                .orElse(false);
    }

    /** The median distance of neighbouring figures in months; a year where there is but one. */
    private long usualDistanceInMonths() {
        Stream<YearMonth> baseline =
                series.indicator().course().baseline().stream().map(m -> YearMonth.from(m.day()));
        List<YearMonth> known =
                Stream.concat(baseline, figures.stream().map(Observation::lastCoveredMonth))
                        .distinct()
                        .sorted()
                        .toList();
        if (known.size() < 2) return MONTHS_PER_YEAR;
        List<Long> distances = new ArrayList<>();
        for (int i = 1; i < known.size(); i++)
            distances.add(ChronoUnit.MONTHS.between(known.get(i - 1), known.get(i)));
        distances.sort(null);
        return distances.get(distances.size() / 2);
    }

    /**
     * @param from the figures that were judged
     */
    List<Remark> remarksOn(List<Observation> from) {
        List<Remark> remarks = new ArrayList<>();
        if (from.stream().anyMatch(o -> o.status() == Status.PRELIMINARY))
            remarks.add(Remark.PRELIMINARY);
        if (from.stream()
                .anyMatch(o -> o.reading() instanceof Reading.Value(_, boolean about, _) && about))
            remarks.add(Remark.APPROXIMATE);
        if (latest.isPresent()
                && window.latestPeriodOver.isPresent()
                && window.latestPeriodOver
                        .get()
                        .lastMonth()
                        .isAfter(latest.get().lastCoveredMonth())) {
            remarks.add(Remark.LATEST_MISSING);
        }
        if (forecast.filter(f -> !f.lastCoveredMonth().isAfter(window.lastMonthOver)).isPresent())
            remarks.add(Remark.FORECAST_AHEAD);
        if (hasFiguresAfterThePlan()) remarks.add(Remark.LATER_FIGURES);
        from.stream()
                .flatMap(o -> series.findTotalBehind(o).stream())
                .forEach(t -> addTotalRemarks(t, remarks));
        return remarks;
    }

    private boolean hasFiguresAfterThePlan() {
        YearMonth end = YearMonth.from(window.plan.lastDay());
        YearMonth at = YearMonth.from(window.evaluationDate);
        return series.observations().stream()
                .filter(o -> o.reading() instanceof Reading.Value && !o.isForecast())
                .map(Observation::lastCoveredMonth)
                .anyMatch(month -> month.isAfter(end) && !month.isAfter(at));
    }

    private static void addTotalRemarks(PartsTotal total, List<Remark> remarks) {
        if (total.coversDifferentMonths()) remarks.add(Remark.PARTS_COVER_OTHER_MONTHS);
        if (!total.leftOutParts().isEmpty()) remarks.add(Remark.PART_LEFT_OUT);
        if (!total.missingParts().isEmpty()) remarks.add(Remark.PARTS_MISSING);
    }
}
