package plumbline.report.table;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Observation;
import plumbline.plan.Period;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which periods of a plan have columns in the table, by what was reported and not by the calendar:
 * every year with a figure, be it of its first months only; and half-years, quarters and months
 * that several indicators tell of. What was judged and stands in none of them stands in a column of
 * its own, whatever its period.
 */
final class FigurePeriods {
    /** No column is made for fewer indicators, unless there are no more. */
    private static final int FEWEST_INDICATORS = 3;

    private final Evaluation standing;
    private final List<Period> columns;

    FigurePeriods(Evaluation standing) {
        this.standing = standing;
        TreeSet<Period> reported = new TreeSet<>();
        standing.assessments()
                .forEach(
                        a ->
                                a.series().observations().stream()
                                        .filter(this::isKnown)
                                        .map(Observation::period)
                                        .forEach(reported::add));
        this.columns = reported.stream().filter(this::isWorthAColumn).toList();
    }

    /** In time. */
    List<Period> columns() {
        return columns;
    }

    /** The figures of other periods, for a table that has room for all, in time. */
    List<Period> otherPeriods() {
        return observedPeriods(this::isKnown);
    }

    /** Of periods not over, and not told of in {@link #columns} either, in time. */
    List<Period> laterPeriods() {
        return observedPeriods(o -> !isKnown(o));
    }

    private List<Period> observedPeriods(Predicate<Observation> wanted) {
        TreeSet<Period> found = new TreeSet<>();
        standing.assessments()
                .forEach(
                        a ->
                                a.series().observations().stream()
                                        .filter(wanted)
                                        .map(Observation::period)
                                        .filter(p -> !columns.contains(p))
                                        .forEach(found::add));
        return List.copyOf(found);
    }

    /** The figure of a period as far as the evaluation knows it. */
    Optional<Observation> findFigure(Assessment of, Period period) {
        return of.series().observations().stream()
                .filter(o -> o.period().equals(period) && isKnown(o))
                .reduce((_, figure) -> figure);
    }

    /** What was judged, where no column tells it. */
    Optional<Observation> findFolded(Assessment of) {
        return of.latest().filter(o -> !columns.contains(o.period()));
    }

    boolean isAnyFolded() {
        return standing.assessments().stream().anyMatch(a -> findFolded(a).isPresent());
    }

    /** Whether the figure speaks of no day after the evaluation date. */
    private boolean isKnown(Observation o) {
        return !o.lastCoveredDay().isAfter(standing.evaluationDate());
    }

    private boolean isWorthAColumn(Period period) {
        boolean isOfPlan = period.firstMonth().getYear() >= standing.plan().firstYear();
        if (period.isYear()) return isOfPlan || isPeriodOfPlan(period);
        boolean isHalf = period.code().contains("H");
        long telling =
                standing.assessments().stream()
                        .filter(
                                a ->
                                        isHalf
                                                ? findFigure(a, period).isPresent()
                                                : a.latest()
                                                        .filter(o -> o.period().equals(period))
                                                        .isPresent())
                        .count();
        return (isOfPlan || isPeriodOfPlan(period))
                && telling >= Math.min(FEWEST_INDICATORS, standing.assessments().size());
    }

    private boolean isPeriodOfPlan(Period period) {
        return standing.plan().periods().contains(period);
    }
}
