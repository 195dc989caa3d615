package plumbline.assessment;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
public record Reported(
        Window window,
        Series series,
        List<Observation> figures,
        Optional<Observation> latest,
        Optional<Observation> forecast) {
    private static final int MONTHS_PER_YEAR = 12;

    /**
     * The time that is looked at, the same for every indicator of a plan.
     *
     * @param begins the month before the plan's first
     * @param upTo the last month of the plan that is over at the evaluation date
     * @param recent the latest of the plan's periods and years that is over
     */
    public record Window(
            Plan plan, LocalDate at, YearMonth begins, YearMonth upTo, Optional<Period> recent) {
        public static Window of(Plan plan, LocalDate at) {
            YearMonth begins = YearMonth.from(plan.begins());
            YearMonth month = YearMonth.from(at);
            YearMonth over = at.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
            YearMonth end = YearMonth.from(plan.ends());
            YearMonth upTo = over.isAfter(end) ? end : over;
            Optional<Period> recent =
                    Stream.concat(
                                    plan.periods().stream(),
                                    IntStream.rangeClosed(plan.firstYear(), plan.lastYear())
                                            .mapToObj(Period::year))
                            .filter(p -> !p.last().isAfter(upTo) && p.last().isAfter(begins))
                            .max(Comparator.naturalOrder());
            return new Window(plan, at, begins, upTo, recent);
        }

        boolean holds(Observation o) {
            return holds(o.asOfMonth());
        }

        boolean holds(YearMonth month) {
            return month.isAfter(begins) && !month.isAfter(upTo);
        }
    }

    public static Reported of(Window window, Indicator indicator) {
        boolean preliminary = window.plan.ruleOf(indicator).preliminary();
        Series series = Series.of(indicator);
        List<Observation> figures =
                series.observations().stream()
                        .filter(
                                o ->
                                        firm(o, preliminary)
                                                && o.reading() instanceof Reading.Value
                                                && window.holds(o))
                        .toList();
        return of(window, series, figures);
    }

    /**
     * @param figures in time; each has a value
     */
    static Reported of(Window window, Series series, List<Observation> figures) {
        Optional<Observation> latest = latest(figures.stream());
        boolean byYears =
                series.indicator().kind() == Kind.YEARLY || series.indicator().kind() == Kind.HOLD;
        Optional<Observation> own =
                byYears ? latest(figures.stream().filter(Years::within)) : Optional.empty();
        boolean newer =
                own.isPresent()
                        && own.get().asOfMonth().getYear()
                                == latest.orElseThrow().asOfMonth().getYear();
        Optional<Observation> judged = newer ? own : latest;
        return new Reported(
                window,
                series,
                figures,
                judged,
                forecast(series, judged.map(Observation::asOfMonth).orElse(window.begins)));
    }

    private static boolean firm(Observation o, boolean preliminary) {
        return o.status() == Status.ACTUAL || o.status() == Status.PRELIMINARY && preliminary;
    }

    Origin origin(Observation figure) {
        return series.totalOf(figure)
                .<Origin>map(Origin.RolledUp::new)
                .orElse(new Origin.Reported(figure));
    }

    /** The one that speaks of the latest day; of two, the one of the longer period. */
    private static Optional<Observation> latest(Stream<Observation> figures) {
        return figures.reduce((a, b) -> b.asOfMonth().isBefore(a.asOfMonth()) ? a : b);
    }

    LocalDate at() {
        return window.at;
    }

    private static Optional<Observation> forecast(Series series, YearMonth known) {
        return series.observations().stream()
                .filter(
                        o ->
                                o.forecast()
                                        && o.reading() instanceof Reading.Value
                                        && o.asOfMonth().isAfter(known))
                .reduce((_, b) -> b);
    }

    /** Why there is no latest figure. */
    Reason absence() {
        List<Observation> values =
                series.observations().stream()
                        .filter(o -> o.reading() instanceof Reading.Value && window.holds(o))
                        .toList();
        if (values.isEmpty()) return partMissing().orElse(Reason.of(Cause.NO_OBSERVATION));
        boolean preliminary = values.stream().anyMatch(o -> o.status() == Status.PRELIMINARY);
        return Reason.of(preliminary ? Cause.PRELIMINARY_ONLY : Cause.FORECAST_ONLY);
    }

    /** Some parts have reported the newest period, but not all that the total needs. */
    private Optional<Reason> partMissing() {
        return series.totals().reversed().stream()
                .filter(t -> window.holds(t.period().last()) && t.isPartlyReported())
                .findFirst()
                .map(
                        t ->
                                new Reason(
                                        Cause.PART_MISSING,
                                        Optional.of(t.period()),
                                        t.missing().stream().map(Part::name).toList()));
    }

    /** True where a figure of the plan's last year is there. */
    boolean reachesLastYear() {
        return latest.map(o -> o.asOf().getYear() >= window.plan.lastYear()).orElse(false);
    }

    /**
     * True where a newer figure should have followed the latest by now: the usual distance of this
     * indicator's figures, its baseline among them, has gone by once more.
     */
    boolean isStale() {
        return latest.map(o -> !o.asOfMonth().plusMonths(rhythm()).isAfter(window.upTo))
                .orElse(false);
    }

    /** The median distance of neighbouring figures in months; a year where there is but one. */
    private long rhythm() {
        Stream<YearMonth> baseline =
                series.indicator().course().baseline().stream().map(m -> YearMonth.from(m.on()));
        List<YearMonth> known =
                Stream.concat(baseline, figures.stream().map(Observation::asOfMonth))
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
    List<Remark> remarks(List<Observation> from) {
        List<Remark> remarks = new ArrayList<>();
        if (from.stream().anyMatch(o -> o.status() == Status.PRELIMINARY))
            remarks.add(Remark.PRELIMINARY);
        if (from.stream()
                .anyMatch(o -> o.reading() instanceof Reading.Value(_, boolean about, _) && about))
            remarks.add(Remark.APPROXIMATE);
        if (latest.isPresent()
                && window.recent.isPresent()
                && window.recent.get().last().isAfter(latest.get().asOfMonth())) {
            remarks.add(Remark.LATEST_MISSING);
        }
        if (forecast.filter(f -> !f.asOfMonth().isAfter(window.upTo)).isPresent())
            remarks.add(Remark.FORECAST_AHEAD);
        if (hasFiguresAfterThePlan()) remarks.add(Remark.LATER_FIGURES);
        from.stream().flatMap(o -> series.totalOf(o).stream()).forEach(t -> addRemarks(t, remarks));
        return remarks;
    }

    private boolean hasFiguresAfterThePlan() {
        YearMonth end = YearMonth.from(window.plan.ends());
        YearMonth at = YearMonth.from(window.at);
        return series.observations().stream()
                .filter(o -> o.reading() instanceof Reading.Value && !o.forecast())
                .map(Observation::asOfMonth)
                .anyMatch(month -> month.isAfter(end) && !month.isAfter(at));
    }

    private static void addRemarks(Total total, List<Remark> remarks) {
        if (total.coversDifferentMonths()) remarks.add(Remark.PARTS_COVER_OTHER_MONTHS);
        if (!total.leftOut().isEmpty()) remarks.add(Remark.PART_LEFT_OUT);
        if (!total.missing().isEmpty()) remarks.add(Remark.PARTS_MISSING);
    }
}
