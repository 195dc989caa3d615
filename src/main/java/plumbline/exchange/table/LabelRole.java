package plumbline.exchange.table;

/**
 * What a column says of its rows. SUB names what stands under the name of a group of rows: a
 * breakdown, a measure or a period.
 */
public enum LabelRole implements ColumnRole {
    NUMBER,
    NAME,
    SUB,
    GROUP,
    BREAKDOWN,
    UNIT,
    PERIOD,
    /** The year of the figures in the column to its right: 目标年份. */
    TIME_OF_NEXT,
    PROPERTY,
    DEPARTMENT,
    NOTE,
    IGNORED
}
