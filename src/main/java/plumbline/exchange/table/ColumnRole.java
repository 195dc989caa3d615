package plumbline.exchange.table;

/** What a column of a table is for: it labels its rows, or it holds figures. */
public sealed interface ColumnRole permits LabelRole, FigureRole {}
