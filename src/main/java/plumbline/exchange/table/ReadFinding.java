package plumbline.exchange.table;

/**
 * Something that a reader of a file should know.
 *
 * @param text what it is about: the cell's text, the head
 */
public record ReadFinding(CellAddress address, Kind kind, String text) {
    /** What is odd. Its words begin with {@code readFinding.}. */
    public enum Kind {
        /** A text that is no number where a number should stand. */
        UNREADABLE,
        /** The unit at the number is another than the table's. */
        UNIT_DIFFERS,
        /** It could not be told which period the figures of a table are of. */
        NO_PERIOD,
        /** It could not be told what the figures of a column are. */
        NO_INDICATOR,
        /** Nothing that looks like a table of figures. */
        NO_TABLE,
        /** A column that holds digits and was left out. */
        LEFT_OUT,
        /** Figures of which the role is little more than a guess. */
        DOUBTFUL
    }
}
