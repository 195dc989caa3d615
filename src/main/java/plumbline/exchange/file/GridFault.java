package plumbline.exchange.file;

/** What can be odd about a sheet or its cells before any figure is understood. */
public enum GridFault {
    UNCALCULATED,
    ERROR,
    HIDDEN_ROWS,
    HIDDEN_COLUMNS,
    HIDDEN_SHEET,
    LEFT_OUT
}
