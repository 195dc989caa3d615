package plumbline.exchange.table;

import plumbline.exchange.file.Grid;

import java.util.List;

/** A table of a file with what was understood of it. */
public record TableReading(
        String file,
        Grid grid,
        TableLayout layout,
        List<ReadFigure> figures,
        List<ReadFinding> findings) {
    public TableReading {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** The same table, read as a person says. */
    public TableReading readWithLayout(TableLayout corrected) {
        return new TableReader(file, grid, corrected).readTable();
    }
}
