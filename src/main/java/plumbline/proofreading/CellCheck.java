package plumbline.proofreading;

/**
 * What became of one cell of a table.
 *
 * @param by the formula it was held against, in the words of the heads; may be empty
 */
public record CellCheck(PrintedRow row, PrintedColumn column, CheckOutcome outcome, String by) {

    /** Checked and right, wrong, or why it was not checked. */
    public enum CheckOutcome {
        RIGHT,
        WRONG,
        /** Other figures are computed from it; there is nothing to hold it against. */
        GIVEN,
        /** No formula is known that gives the numbers of its column. */
        NO_FORMULA,
        /** The formula of its column needs a figure that the row has not got. */
        FIGURE_MISSING,
        /** Words that follow from no number of the row. */
        WORDS,
        BLANK,
        UNREADABLE;

        public boolean isChecked() {
            return this == RIGHT || this == WRONG;
        }
    }

    public String text() {
        return row.cells().get(column.index()).text();
    }

    public String address() {
        return row.cells().get(column.index()).address();
    }
}
