package plumbline.assessment;

import plumbline.plan.Department;
import plumbline.plan.Indicator;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.RollUp;
import plumbline.plan.Source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 报送: what a department owes for a period, and what of it has come.
 *
 * @param department empty for the indicators that no department leads
 * @param due the indicators and parts it has to report, parts seen as indicators
 * @param open those without a figure, a forecast or a reason; a forecast of what is over by now is
 *     no answer
 * @param foreseen those of the open ones that stand as such a forecast
 * @param forecasts how many of the answered ones stand as a forecast
 * @param received when the last of its files came, where a figure tells
 */
public record ReportingStatus(
        Optional<Department> department,
        Period period,
        List<Indicator> due,
        List<Indicator> open,
        List<Indicator> foreseen,
        int forecasts,
        Optional<LocalDate> received) {

    /** FORESEEN: all of it stands as forecasts, though the period is over. */
    public enum State {
        NONE,
        FORESEEN,
        PARTLY,
        COMPLETE
    }

    public ReportingStatus {
        due = List.copyOf(due);
        open = List.copyOf(open);
        foreseen = List.copyOf(foreseen);
    }

    /**
     * Those who lead an indicator, in the plan's order; last, if there is any without a lead,
     * nobody.
     */
    public static List<Optional<Department>> departments(Plan plan) {
        List<Optional<Department>> all = new ArrayList<>();
        plan.departments().stream()
                .map(Optional::of)
                .filter(d -> !indicators(plan, d).isEmpty())
                .forEach(all::add);
        if (!indicators(plan, Optional.empty()).isEmpty()) all.add(Optional.empty());
        return all;
    }

    /** What a department leads, in reading order. */
    public static List<Indicator> indicators(Plan plan, Optional<Department> department) {
        return plan.inOrder().stream()
                .filter(i -> i.lead().flatMap(plan::department).equals(department))
                .toList();
    }

    /**
     * @param at the evaluation date: what ends after it may still be a forecast
     */
    public static ReportingStatus of(
            Plan plan, Optional<Department> department, Period period, LocalDate at) {
        boolean over = !period.end().isAfter(at);
        List<Indicator> due =
                indicators(plan, department).stream().flatMap(i -> due(i).stream()).toList();
        List<Observation> answers = due.stream().flatMap(i -> answer(i, period).stream()).toList();
        List<Indicator> foreseen =
                due.stream()
                        .filter(
                                i ->
                                        over
                                                && answer(i, period)
                                                        .filter(Observation::forecast)
                                                        .isPresent())
                        .toList();
        List<Indicator> open =
                due.stream()
                        .filter(i -> answer(i, period).isEmpty() || foreseen.contains(i))
                        .toList();
        Optional<LocalDate> received =
                answers.stream()
                        .map(Observation::source)
                        .filter(s -> sentBy(s, department))
                        .flatMap(s -> s.received().stream())
                        .max(LocalDate::compareTo);
        return new ReportingStatus(
                department,
                period,
                due,
                open,
                foreseen,
                (int) answers.stream().filter(Observation::forecast).count() - foreseen.size(),
                received);
    }

    /** A whole that is made up of its parts need not be reported. */
    private static List<Indicator> due(Indicator indicator) {
        List<Indicator> lines = new ArrayList<>();
        boolean added = indicator.rollUp() != RollUp.NONE && !indicator.parts().isEmpty();
        if (!added) lines.add(indicator);
        indicator.parts().forEach(p -> lines.add(indicator.of(p)));
        return lines;
    }

    private static Optional<Observation> answer(Indicator line, Period period) {
        return line.shown(period)
                .filter(o -> !o.reading().equals(Reading.missing(MissingReason.NOT_REPORTED)));
    }

    private static boolean sentBy(Source source, Optional<Department> department) {
        return department.isEmpty() || source.department().equals(department.map(Department::id));
    }

    public int answered() {
        return due.size() - open.size();
    }

    public State state() {
        if (open.isEmpty()) return State.COMPLETE;
        if (answered() > 0) return State.PARTLY;
        return foreseen.equals(open) ? State.FORESEEN : State.NONE;
    }
}
