package plumbline.proofreading;

import java.util.Optional;

/**
 * Something in a published table that does not hold.
 *
 * @param printed what stands there, in the document's own words
 * @param quote the words of the text that say otherwise; may be none
 */
public record Contradiction(
        Kind kind,
        Where where,
        String printed,
        Recomputed recomputed,
        ErrorHypothesis guess,
        Quote quote) {

    public enum Kind {
        QUOTIENT_WRONG(Severity.WRONG),
        QUOTIENT_IMPOSSIBLE(Severity.WRONG),
        CLASS_WRONG(Severity.WRONG),
        CLASS_UNKNOWN(Severity.REMARK),
        CLASS_UNUSED(Severity.WRONG),
        BLANK_FILLABLE(Severity.MISSING),
        BLANK_IMPOSSIBLE(Severity.REMARK),
        AGGREGATE_WRONG(Severity.WRONG),
        COLUMN_OTHERWISE(Severity.REMARK),
        TALLY_WRONG(Severity.WRONG),
        SHARE_WRONG(Severity.WRONG),
        TOTAL_WRONG(Severity.WRONG),
        FORECAST_AS_FACT(Severity.WRONG),
        FACT_IS_FORECAST(Severity.WRONG),
        TEXT_DIFFERS(Severity.WRONG),
        TOTAL_DIFFERS(Severity.WRONG),
        FORMER_TARGET(Severity.WRONG),
        EVENT_SEEN(Severity.WRONG),
        NOT_HELD(Severity.WRONG),
        CLASS_IN_TEXT(Severity.REMARK),
        UNIT_DIFFERS(Severity.WRONG),
        SCALE_DIFFERS(Severity.WRONG),
        UNREADABLE(Severity.REMARK);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    /** Wrong; left out though it could stand there; or only to be known. */
    public enum Severity {
        WRONG,
        MISSING,
        REMARK
    }

    /**
     * A cell has a row and a column; a class or a column has only a column; a sentence about the
     * whole has neither.
     */
    public record Where(Optional<PrintedRow> row, Optional<PrintedColumn> column) {
        static final Where WHOLE = new Where(Optional.empty(), Optional.empty());

        static Where of(PrintedColumn column) {
            return new Where(Optional.empty(), Optional.of(column));
        }

        static Where of(PrintedRow row, PrintedColumn column) {
            return new Where(Optional.of(row), Optional.of(column));
        }

        /** The cell's address; empty where it is not one cell. */
        public String address() {
            return row.isPresent() && column.isPresent()
                    ? row.get().cells().get(column.get().index()).address()
                    : "";
        }
    }

    public Severity severity() {
        return kind.severity;
    }
}
