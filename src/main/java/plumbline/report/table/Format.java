package plumbline.report.table;

/** How a list is printed. */
public enum Format {
    TABLE,
    CSV,
    JSON
}
