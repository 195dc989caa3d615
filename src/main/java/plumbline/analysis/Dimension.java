package plumbline.analysis;

/** By what figures are grouped, filtered and spread. */
public enum Dimension {
    GROUP,
    INDICATOR,
    PART,
    UNIT,
    DEPARTMENT,
    PROPERTY,
    KIND,
    STATUS,
    PERIOD,
    YEAR,
    VERDICT
}
