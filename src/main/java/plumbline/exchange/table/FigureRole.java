package plumbline.exchange.table;

/**
 * What a figure of a stranger's table is. OTHER is a growth rate, a share or a rank beside the
 * indicator's own value.
 */
public enum FigureRole implements ColumnRole {
    BASELINE,
    MID_TERM,
    TARGET,
    ACTUAL,
    FORECAST,
    ATTAINMENT,
    PROGRESS,
    VERDICT,
    WEIGHT,
    OTHER;

    /** A value of the indicator itself, in its own unit. */
    boolean isAmount() {
        return this == BASELINE
                || this == MID_TERM
                || this == TARGET
                || this == ACTUAL
                || this == FORECAST;
    }
}
