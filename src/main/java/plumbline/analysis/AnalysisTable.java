package plumbline.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table that answers a question about the figures of a plan. */
public record AnalysisTable(
        List<AnalysisColumn> columns, List<List<AnalysisCell>> rows, Set<Caveat> caveats) {

    /**
     * @param isNumeric true for a column of numbers
     */
    public record AnalysisColumn(String heading, boolean isNumeric) {}

    /**
     * @param isNumeric as it is shown: of a percentage 46.73
     */
    public record AnalysisCell(String text, Optional<BigDecimal> number) {
        static AnalysisCell ofText(String text) {
            return new AnalysisCell(text, Optional.empty());
        }
    }

    /** What must be known about the numbers. */
    public enum Caveat {
        /** Different units stood in one place: the table was split by unit. */
        SPLIT_BY_UNIT,
        /** Shares cannot be added up. */
        SHARES_NOT_ADDED,
        /** Levels, running totals and overlapping periods cannot be added up over time. */
        NOT_ADDED_OVER_TIME,
        /** Forecasts are left out unless they are asked for. */
        NO_FORECASTS,
        /** Attainment and progress are those of each figure's own day. */
        ON_ITS_DAY,
        /**
         * The verdict of each figure is that of its own day: an indicator counts once for each of
         * its figures.
         */
        JUDGED_ON_ITS_DAY,
        /** Each indicator counts once, with the verdict at the evaluation date. */
        AT_EVALUATION,
        /** Growth starts from the baseline where there is one. */
        FROM_BASELINE,
        /** Of a share no growth is reckoned. */
        NO_GROWTH_OF_SHARES
    }

    public AnalysisTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        caveats = Set.copyOf(caveats);
    }
}
