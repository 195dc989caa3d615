package plumbline.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the figures of a plan.
 *
 * @param by the dimensions whose values make the rows, one at least
 * @param across the dimension whose values make the columns
 * @param filter of a dimension the values that count; one that is not in it counts whole
 */
public record AnalysisQuery(
        List<Dimension> by,
        Optional<Dimension> across,
        Measured measured,
        Summary summary,
        Lines lines,
        Map<Dimension, Set<String>> filter) {

    /** What is measured. */
    public enum Measured {
        VALUE,
        ATTAINMENT,
        PROGRESS
    }

    /** How many figures become one. */
    public enum Summary {
        COUNT,
        SUM,
        MEAN,
        MIN,
        MAX,
        MEDIAN
    }

    /**
     * Each indicator once as it stands at the evaluation date, every figure of the indicators, or
     * of their parts: never mixed, for then something would count twice.
     */
    public enum Lines {
        STANDING,
        INDICATORS,
        PARTS
    }

    public AnalysisQuery {
        by = List.copyOf(by);
        filter = Map.copyOf(filter);
        if (by.isEmpty()) throw new IllegalArgumentException("nothing to group by");
    }

    /** How many indicators of each group have which verdict at the evaluation date. */
    public static AnalysisQuery first() {
        return new AnalysisQuery(
                List.of(Dimension.GROUP),
                Optional.of(Dimension.VERDICT),
                Measured.VALUE,
                Summary.COUNT,
                Lines.STANDING,
                Map.of());
    }

    AnalysisQuery with(Dimension more) {
        List<Dimension> next = new ArrayList<>(by);
        next.add(more);
        return new AnalysisQuery(next, across, measured, summary, lines, filter);
    }
}
