package plumbline.assessment;

/** What a number put into a formula stands for. */
public enum Symbol {
    VALUE,
    BASELINE,
    TARGET,
    RANGE_FROM,
    RANGE_TO,
    DUE,
    MONTHS_GONE,
    MONTHS_IN_ALL,
    YEARS_GONE,
    YEARS_LEFT,
    YEARS_IN_ALL,
    ADDEND,
    MONTHS_COVERED,
    YEARS
}
