package plumbline.exchange;

/** What a column of a table is for: it labels its rows, or it holds figures. */
public sealed interface ColumnUse permits LabelUse, FigureRole {}
