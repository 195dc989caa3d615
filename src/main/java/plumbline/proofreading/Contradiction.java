package plumbline.proofreading;

import java.util.Optional;

/**
 * Something in a published table that does not hold.
 *
 * @param printedText what stands there, in the document's own words
 * @param quote the words of the text that say otherwise; may be none
 */
public record Contradiction(
        Kind kind,
        PrintedLocation location,
        String printedText,
        RecomputedResult recomputed,
        ErrorHypothesis hypothesis,
        Quote quote) {

    public enum Kind {
        QUOTIENT_WRONG(ContradictionSeverity.WRONG),
        QUOTIENT_IMPOSSIBLE(ContradictionSeverity.WRONG),
        CLASS_WRONG(ContradictionSeverity.WRONG),
        CLASS_UNKNOWN(ContradictionSeverity.REMARK),
        CLASS_UNUSED(ContradictionSeverity.WRONG),
        BLANK_FILLABLE(ContradictionSeverity.MISSING),
        BLANK_IMPOSSIBLE(ContradictionSeverity.REMARK),
        AGGREGATE_WRONG(ContradictionSeverity.WRONG),
        COLUMN_OTHERWISE(ContradictionSeverity.REMARK),
        TALLY_WRONG(ContradictionSeverity.WRONG),
        SHARE_WRONG(ContradictionSeverity.WRONG),
        TOTAL_WRONG(ContradictionSeverity.WRONG),
        FORECAST_AS_FACT(ContradictionSeverity.WRONG),
        FACT_IS_FORECAST(ContradictionSeverity.WRONG),
        TEXT_DIFFERS(ContradictionSeverity.WRONG),
        TOTAL_DIFFERS(ContradictionSeverity.WRONG),
        FORMER_TARGET(ContradictionSeverity.WRONG),
        EVENT_SEEN(ContradictionSeverity.WRONG),
        NOT_HELD(ContradictionSeverity.WRONG),
        CLASS_IN_TEXT(ContradictionSeverity.REMARK),
        UNIT_DIFFERS(ContradictionSeverity.WRONG),
        SCALE_DIFFERS(ContradictionSeverity.WRONG),
        RESULT_WRONG(ContradictionSeverity.WRONG),
        SUM_WRONG(ContradictionSeverity.WRONG),
        WORD_WRONG(ContradictionSeverity.WRONG),
        NOTE_WRONG(ContradictionSeverity.WRONG),
        CHANGE_WRONG(ContradictionSeverity.WRONG),
        DATED_VERDICT(ContradictionSeverity.WRONG),
        UNREADABLE(ContradictionSeverity.REMARK);

        private final ContradictionSeverity severity;

        Kind(ContradictionSeverity severity) {
            this.severity = severity;
        }

        public ContradictionSeverity severity() {
            return severity;
        }
    }

    /** Wrong; left out though it could stand there; or only to be known. */
    public enum ContradictionSeverity {
        WRONG,
        MISSING,
        REMARK
    }

    /**
     * A cell has a row and a column; a class or a column has only a column; a sentence about the
     * whole has neither.
     */
    public record PrintedLocation(Optional<PrintedRow> row, Optional<PrintedColumn> column) {
        static final PrintedLocation WHOLE_TABLE =
                new PrintedLocation(Optional.empty(), Optional.empty());

        static PrintedLocation ofColumn(PrintedColumn column) {
            return new PrintedLocation(Optional.empty(), Optional.of(column));
        }

        public static PrintedLocation ofCell(PrintedRow row, PrintedColumn column) {
            return new PrintedLocation(Optional.of(row), Optional.of(column));
        }

        /** The cell's address; empty where it is not one cell. */
        public String address() {
            return row.isPresent() && column.isPresent()
                    ? row.get().cells().get(column.get().index()).address()
                    : "";
        }
    }

    public ContradictionSeverity severity() {
        return kind.severity;
    }

    /** What stands in a cell against what was recomputed. */
    static Contradiction inCell(
            Kind kind, PrintedLocation where, RecomputedResult recomputed, ErrorHypothesis guess) {
        String printed =
                where.row()
                        .map(r -> r.cells().get(where.column().orElseThrow().index()).text())
                        .orElse("");
        return new Contradiction(kind, where, printed, recomputed, guess, Quote.NO_QUOTE);
    }
}
