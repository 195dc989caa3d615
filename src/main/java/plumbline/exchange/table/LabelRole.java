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
    PROPERTY,
    DEPARTMENT,
    NOTE,
    IGNORED
}
