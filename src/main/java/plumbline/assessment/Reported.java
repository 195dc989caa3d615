package plumbline.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;

/**
 * What an indicator's series offers for judgement at a date: firm figures of the plan's time, up to the date.
 *
 * @param series  the indicator's own figures and the totals of its parts
 * @param figures in time; each has a value
 */
record Reported(Plan plan, Series series, LocalDate at, List<Observation> figures) {

    static Reported of(Plan plan, Indicator indicator, LocalDate at) {
        Series series = Series.of(indicator);
        List<Observation> figures = series.observations().stream()
                .filter(o -> firm(plan, o) && o.reading() instanceof Reading.Value && reached(plan, o, at)).toList();
        return new Reported(plan, series, at, figures);
    }

    private static boolean firm(Plan plan, Observation o) {
        return o.status() == Status.ACTUAL || o.status() == Status.PRELIMINARY && plan.rule().preliminary();
    }

    private static boolean reached(Plan plan, Observation o, LocalDate at) {
        return o.asOf().isAfter(plan.begins()) && !o.asOf().isAfter(at);
    }

    Origin origin(Observation figure) {
        return series.totalOf(figure).<Origin>map(Origin.RolledUp::new).orElse(new Origin.Reported(figure));
    }

    /** The one that speaks of the latest day; of two, the one of the longer period. */
    Optional<Observation> latest() {
        return figures.stream().reduce((a, b) -> b.asOf().isBefore(a.asOf()) ? a : b);
    }

    /** The newest forecast that speaks of a later day than the latest figure. */
    Optional<Observation> forecast() {
        LocalDate known = latest().map(Observation::asOf).orElse(plan.begins());
        return series.observations().stream()
                .filter(o -> o.forecast() && o.reading() instanceof Reading.Value && o.asOf().isAfter(known)).reduce((_, b) -> b);
    }

    Cause absence() {
        List<Observation> values = series.observations().stream()
                .filter(o -> o.reading() instanceof Reading.Value && reached(plan, o, at)).toList();
        if (values.isEmpty()) return Cause.NO_OBSERVATION;
        return values.stream().anyMatch(o -> o.status() == Status.PRELIMINARY) ? Cause.PRELIMINARY_ONLY : Cause.FORECAST_ONLY;
    }

    /** One figure for each year: the one that covers most of it. */
    List<Observation> byYear() {
        Map<Integer, Observation> years = new TreeMap<>();
        for (Observation o : figures) {
            if (o.period().first().getYear() == o.period().last().getYear()) {
                years.merge(o.period().last().getYear(), o, (a, b) -> b.months() > a.months() || later(a, b) ? b : a);
            }
        }
        return List.copyOf(years.values());
    }

    /** The years that were reported whole. */
    List<Observation> wholeYears() {
        return byYear().stream().filter(o -> o.asOf().getMonthValue() == 12).toList();
    }

    private static boolean later(Observation a, Observation b) {
        return b.months() == a.months() && b.asOf().isAfter(a.asOf());
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        Optional<Observation> latest = latest();
        if (latest.map(o -> o.status() == Status.PRELIMINARY).orElse(false)) remarks.add(Remark.PRELIMINARY);
        if (latest.map(o -> o.reading() instanceof Reading.Value(_, boolean about, _) && about).orElse(false)) remarks.add(Remark.APPROXIMATE);
        if (latest.isPresent() && latestPeriod().isPresent() && latestPeriod().get().end().isAfter(latest.get().asOf())) {
            remarks.add(Remark.LATEST_MISSING);
        }
        if (forecast().filter(f -> !f.asOf().isAfter(at)).isPresent()) remarks.add(Remark.FORECAST_AHEAD);
        return remarks;
    }

    private Optional<Period> latestPeriod() {
        return plan.periods().stream().filter(p -> !p.end().isAfter(at) && p.end().isAfter(plan.begins())).reduce((_, b) -> b);
    }

    boolean yearMissing() {
        List<Integer> have = byYear().stream().map(o -> o.period().last().getYear()).toList();
        for (int year = plan.firstYear(); year <= plan.lastYear() && !Period.year(year).end().isAfter(at); year++) {
            if (!have.contains(year)) return true;
        }
        return false;
    }
}
