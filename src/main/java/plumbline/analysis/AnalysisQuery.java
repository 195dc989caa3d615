package plumbline.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the figures of a plan.
 *
 * @param rowDimensions the dimensions whose values make the rows, one at least
 * @param columnDimension the dimension whose values make the columns
 * @param filter of a dimension the values that count; one that is not in it counts whole
 */
public record AnalysisQuery(
        List<Dimension> rowDimensions,
        Optional<Dimension> columnDimension,
        AnalysisMeasure measure,
        Summary summary,
        AnalysisScope scope,
        Map<Dimension, Set<String>> filter) {

    /** What is measured. */
    public enum AnalysisMeasure {
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
    public enum AnalysisScope {
        STANDING,
        INDICATORS,
        PARTS
    }

    public AnalysisQuery {
        rowDimensions = List.copyOf(rowDimensions);
        filter = Map.copyOf(filter);
        if (rowDimensions.isEmpty()) throw new IllegalArgumentException("nothing to group by");
    }

    /** How many indicators of each group have which verdict at the evaluation date. */
    public static AnalysisQuery verdictsByGroup() {
        return new AnalysisQuery(
                List.of(Dimension.GROUP),
                Optional.of(Dimension.VERDICT),
                AnalysisMeasure.VALUE,
                Summary.COUNT,
                AnalysisScope.STANDING,
                Map.of());
    }

    AnalysisQuery withRowDimension(Dimension more) {
        List<Dimension> next = new ArrayList<>(rowDimensions);
        next.add(more);
        return new AnalysisQuery(next, columnDimension, measure, summary, scope, filter);
    }
}
