package plumbline.assessment;

import plumbline.plan.Course;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sums figures that were reported per period: from the plan's first month on, without gap or
 * overlap.
 */
public final class RunningTotal {
    private RunningTotal() {}

    /**
     * B (or 0 where there is no baseline) plus every period up to the given observation.
     *
     * @param figures actual figures, in time; only those with a value
     */
    static Figure sumWithBaseline(
            Observation latest, List<Observation> figures, Course course, YearMonth first) {
        List<FormulaInput> inputs = new ArrayList<>();
        course.baseline().ifPresent(b -> inputs.add(baselineInput(b)));
        return sumPeriods(Formula.RUNNING_TOTAL, inputs, first, latest, figures);
    }

    /** The periods from a month on, up to the given observation, without a baseline. */
    public static Figure sumFromMonth(
            YearMonth first, Observation latest, List<Observation> figures) {
        return sumPeriods(Formula.YEAR_SO_FAR, new ArrayList<>(), first, latest, figures);
    }

    private static Figure sumPeriods(
            Formula formula,
            List<FormulaInput> inputs,
            YearMonth first,
            Observation latest,
            List<Observation> figures) {
        PeriodTiling tiling = createTiling(first, latest, figures);
        Optional<List<Observation>> tiles = tiling.findTilesFrom(first);
        if (tiles.isEmpty())
            return new Figure.Unknown(
                    formula, reasonOfGap(tiling.furthestMonth(first), latest, figures));
        tiles.get().forEach(o -> inputs.add(addendInput(o)));
        return new Figure.Known(
                formula,
                inputs.stream().map(FormulaInput::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                inputs);
    }

    /**
     * The figures that cover the months from the first up to the given observation; empty if they
     * leave a gap.
     */
    static Optional<List<Observation>> findTiles(
            YearMonth first, Observation latest, List<Observation> figures) {
        return createTiling(first, latest, figures).findTilesFrom(first);
    }

    private static PeriodTiling createTiling(
            YearMonth first, Observation latest, List<Observation> figures) {
        Map<YearMonth, List<Observation>> beginning = new TreeMap<>();
        for (Observation o : figures) {
            boolean within =
                    !o.period().firstMonth().isBefore(first)
                            && !o.lastCoveredMonth().isAfter(latest.lastCoveredMonth());
            if (within)
                beginning.computeIfAbsent(o.period().firstMonth(), _ -> new ArrayList<>()).add(o);
        }
        return new PeriodTiling(
                beginning, latest.lastCoveredMonth().plusMonths(1), new TreeSet<>());
    }

    /**
     * Covers the months up to {@code end} (excluded) with figures that neither overlap nor leave a
     * gap, the longest first.
     *
     * @param figuresByFirstMonth the figures by their first month
     */
    private record PeriodTiling(
            Map<YearMonth, List<Observation>> figuresByFirstMonth,
            YearMonth end,
            TreeSet<YearMonth> deadEnds) {
        Optional<List<Observation>> findTilesFrom(YearMonth first) {
            List<Observation> tiles = new ArrayList<>();
            return coverFrom(first, tiles) ? Optional.of(tiles) : Optional.empty();
        }

        /** Adds the tiles from a month on, or none. */
        private boolean coverFrom(YearMonth month, List<Observation> tiles) {
            if (!month.isBefore(end)) return month.equals(end);
            if (deadEnds.contains(month)) return false;
            for (Observation first : figuresLongestFirst(month)) {
                tiles.add(first);
                if (coverFrom(first.lastCoveredMonth().plusMonths(1), tiles)) return true;
                tiles.removeLast();
            }
            deadEnds.add(month);
            return false;
        }

        private List<Observation> figuresLongestFirst(YearMonth month) {
            List<Observation> there = figuresByFirstMonth.getOrDefault(month, List.of());
            return there.size() < 2
                    ? there
                    : there.stream()
                            .sorted(Comparator.comparing(Observation::lastCoveredMonth).reversed())
                            .toList();
        }

        /** The first month that no way of covering gets beyond. */
        YearMonth furthestMonth(YearMonth first) {
            return deadEnds.isEmpty() ? first : deadEnds.last();
        }
    }

    /** The whole gap: up to the next figure that was reported. */
    private static Reason reasonOfGap(
            YearMonth next, Observation latest, List<Observation> figures) {
        YearMonth last =
                figures.stream()
                        .map(o -> o.period().firstMonth())
                        .filter(
                                m ->
                                        m.isAfter(next)
                                                && !m.atEndOfMonth()
                                                        .isAfter(latest.lastCoveredDay()))
                        .min(Comparator.naturalOrder())
                        .map(m -> m.minusMonths(1))
                        .orElse(YearMonth.from(latest.lastCoveredDay()));
        return Reason.forPeriod(Reason.Cause.PERIOD_MISSING, new Period(next, last));
    }

    private static FormulaInput baselineInput(Milestone baseline) {
        return new FormulaInput(Symbol.BASELINE, baseline.amount(), new Origin.Planned(baseline));
    }

    private static FormulaInput addendInput(Observation o) {
        return new FormulaInput(
                Symbol.ADDEND, o.reading().findAmount().orElseThrow(), new Origin.Reported(o));
    }
}
