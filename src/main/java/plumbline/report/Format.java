package plumbline.report;

/** How a list is printed. */
public enum Format {
    TABLE,
    CSV,
    JSON
}
