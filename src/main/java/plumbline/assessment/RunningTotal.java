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
    static Figure upTo(
            Observation latest, List<Observation> figures, Course course, YearMonth first) {
        List<Input> inputs = new ArrayList<>();
        course.baseline().ifPresent(b -> inputs.add(start(b)));
        return sum(Formula.RUNNING_TOTAL, inputs, first, latest, figures);
    }

    /** The periods from a month on, up to the given observation, without a baseline. */
    public static Figure between(YearMonth first, Observation latest, List<Observation> figures) {
        return sum(Formula.YEAR_SO_FAR, new ArrayList<>(), first, latest, figures);
    }

    private static Figure sum(
            Formula formula,
            List<Input> inputs,
            YearMonth first,
            Observation latest,
            List<Observation> figures) {
        Tiling tiling = tiling(first, latest, figures);
        Optional<List<Observation>> tiles = tiling.from(first);
        if (tiles.isEmpty())
            return new Figure.Unknown(formula, missing(tiling.furthest(first), latest, figures));
        tiles.get().forEach(o -> inputs.add(addend(o)));
        return new Figure.Known(
                formula,
                inputs.stream().map(Input::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                inputs);
    }

    /**
     * The figures that cover the months from the first up to the given observation; empty if they
     * leave a gap.
     */
    static Optional<List<Observation>> tiles(
            YearMonth first, Observation latest, List<Observation> figures) {
        return tiling(first, latest, figures).from(first);
    }

    private static Tiling tiling(YearMonth first, Observation latest, List<Observation> figures) {
        Map<YearMonth, List<Observation>> beginning = new TreeMap<>();
        for (Observation o : figures) {
            boolean within =
                    !o.period().first().isBefore(first)
                            && !o.asOfMonth().isAfter(latest.asOfMonth());
            if (within)
                beginning.computeIfAbsent(o.period().first(), _ -> new ArrayList<>()).add(o);
        }
        return new Tiling(beginning, latest.asOfMonth().plusMonths(1), new TreeSet<>());
    }

    /**
     * Covers the months up to {@code end} (excluded) with figures that neither overlap nor leave a
     * gap, the longest first.
     *
     * @param beginning the figures by their first month
     */
    private record Tiling(
            Map<YearMonth, List<Observation>> beginning,
            YearMonth end,
            TreeSet<YearMonth> deadEnds) {
        Optional<List<Observation>> from(YearMonth first) {
            List<Observation> tiles = new ArrayList<>();
            return covers(first, tiles) ? Optional.of(tiles) : Optional.empty();
        }

        /** Adds the tiles from a month on, or none. */
        private boolean covers(YearMonth month, List<Observation> tiles) {
            if (!month.isBefore(end)) return month.equals(end);
            if (deadEnds.contains(month)) return false;
            for (Observation first : longestFirst(month)) {
                tiles.add(first);
                if (covers(first.asOfMonth().plusMonths(1), tiles)) return true;
                tiles.removeLast();
            }
            deadEnds.add(month);
            return false;
        }

        private List<Observation> longestFirst(YearMonth month) {
            List<Observation> there = beginning.getOrDefault(month, List.of());
            return there.size() < 2
                    ? there
                    : there.stream()
                            .sorted(Comparator.comparing(Observation::asOfMonth).reversed())
                            .toList();
        }

        /** The first month that no way of covering gets beyond. */
        YearMonth furthest(YearMonth first) {
            return deadEnds.isEmpty() ? first : deadEnds.last();
        }
    }

    /** The whole gap: up to the next figure that was reported. */
    private static Reason missing(YearMonth next, Observation latest, List<Observation> figures) {
        YearMonth last =
                figures.stream()
                        .map(o -> o.period().first())
                        .filter(m -> m.isAfter(next) && !m.atEndOfMonth().isAfter(latest.asOf()))
                        .min(Comparator.naturalOrder())
                        .map(m -> m.minusMonths(1))
                        .orElse(YearMonth.from(latest.asOf()));
        return Reason.of(Reason.Cause.PERIOD_MISSING, new Period(next, last));
    }

    private static Input start(Milestone baseline) {
        return new Input(Symbol.BASELINE, baseline.amount(), new Origin.Planned(baseline));
    }

    private static Input addend(Observation o) {
        return new Input(Symbol.ADDEND, o.reading().value().orElseThrow(), new Origin.Reported(o));
    }
}
