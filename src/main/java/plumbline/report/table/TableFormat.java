package plumbline.report.table;

/** How a list is printed. */
public enum TableFormat {
    TABLE,
    CSV,
    JSON
}
