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
 * @param dueLines the indicators and parts it has to report, parts seen as indicators
 * @param openLines those without a figure, a forecast or a reason; a forecast of what is over by
 *     now is no answer
 * @param foreseenLines those of the open ones that stand as such a forecast
 * @param forecastCount how many of the answered ones stand as a forecast
 * @param receivedOn when the last of its files came, where a figure tells
 */
public record ReportingStatus(
        Optional<Department> department,
        Period period,
        List<Indicator> dueLines,
        List<Indicator> openLines,
        List<Indicator> foreseenLines,
        int forecastCount,
        Optional<LocalDate> receivedOn) {

    /** FORESEEN: all of it stands as forecasts, though the period is over. */
    public enum ReportingState {
        NONE,
        FORESEEN,
        PARTLY,
        COMPLETE
    }

    public ReportingStatus {
        dueLines = List.copyOf(dueLines);
        openLines = List.copyOf(openLines);
        foreseenLines = List.copyOf(foreseenLines);
    }

    /**
     * Those who lead an indicator, in the plan's order; last, if there is any without a lead,
     * nobody.
     */
    public static List<Optional<Department>> leadingDepartments(Plan plan) {
        List<Optional<Department>> all = new ArrayList<>();
        plan.departments().stream()
                .map(Optional::of)
                .filter(d -> !indicatorsLedBy(plan, d).isEmpty())
                .forEach(all::add);
        if (!indicatorsLedBy(plan, Optional.empty()).isEmpty()) all.add(Optional.empty());
        return all;
    }

    /** What a department leads, in reading order. */
    public static List<Indicator> indicatorsLedBy(Plan plan, Optional<Department> department) {
        return plan.indicatorsInOrder().stream()
                .filter(i -> i.leadDepartment().flatMap(plan::findDepartment).equals(department))
                .toList();
    }

    /**
     * @param at the evaluation date: what ends after it may still be a forecast
     */
    public static ReportingStatus forDepartment(
            Plan plan, Optional<Department> department, Period period, LocalDate at) {
        boolean over = !period.lastDay().isAfter(at);
        List<Indicator> due =
                indicatorsLedBy(plan, department).stream()
                        .flatMap(i -> linesToReport(i).stream())
                        .toList();
        List<Observation> answers =
                due.stream().flatMap(i -> findAnswer(i, period).stream()).toList();
        List<Indicator> foreseen =
                due.stream()
                        .filter(
                                i ->
                                        over
                                                && findAnswer(i, period)
                                                        .filter(Observation::isForecast)
                                                        .isPresent())
                        .toList();
        List<Indicator> open =
                due.stream()
                        .filter(i -> findAnswer(i, period).isEmpty() || foreseen.contains(i))
                        .toList();
        Optional<LocalDate> received =
                answers.stream()
                        .map(Observation::source)
                        .filter(s -> wasSentBy(s, department))
                        .flatMap(s -> s.receivedOn().stream())
                        .max(LocalDate::compareTo);
        return new ReportingStatus(
                department,
                period,
                due,
                open,
                foreseen,
                (int) answers.stream().filter(Observation::isForecast).count() - foreseen.size(),
                received);
    }

    /** A whole that is made up of its parts need not be reported. */
    private static List<Indicator> linesToReport(Indicator indicator) {
        List<Indicator> lines = new ArrayList<>();
        boolean added = indicator.rollUp() != RollUp.NONE && !indicator.parts().isEmpty();
        if (!added) lines.add(indicator);
        indicator.parts().forEach(p -> lines.add(indicator.partAsIndicator(p)));
        return lines;
    }

    private static Optional<Observation> findAnswer(Indicator line, Period period) {
        return line.displayedObservation(period)
                .filter(o -> !o.reading().equals(Reading.missing(MissingReason.NOT_REPORTED)));
    }

    private static boolean wasSentBy(Source source, Optional<Department> department) {
        return department.isEmpty() || source.departmentId().equals(department.map(Department::id));
    }

    public int answeredCount() {
        return dueLines.size() - openLines.size();
    }

    public ReportingState state() {
        if (openLines.isEmpty()) return ReportingState.COMPLETE;
        if (answeredCount() > 0) return ReportingState.PARTLY;
        return foreseenLines.equals(openLines) ? ReportingState.FORESEEN : ReportingState.NONE;
    }
}
