package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.file.Grid.GridVisibility;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A table as documents and web pages tell it: cell after cell, some over several columns or rows.
 */
final class TableBuilder {
    private static final int WIDEST = 200;
    private static final int DEEPEST = 2_000;

    private final SheetBuilder sheet;

    /** By column: the area that reaches down to here, and one past its last row; of web pages. */
    private final Map<Integer, Integer> reaching = new HashMap<>();

    /** By column: where the cell began that the one below may continue; of documents. */
    private final Map<Integer, CellRange> above = new HashMap<>();

    private final Map<CellReference, CellRange> areas = new LinkedHashMap<>();
    private int row = -1;
    private int column;
    private int across = 1;
    private int down = 1;
    private boolean continued;
    private RichText text = new RichText();
    private Cell properties = new Cell("", "", Optional.empty());

    /**
     * @param nth of the tables of its file, from 1. All begin at A1: from the second on the number
     *     is the name, so that no two cells have one address.
     */
    TableBuilder(int nth, ReadBudget budget) {
        this.sheet = new SheetBuilder(nth == 1 ? "" : "#" + nth, GridVisibility.SHOWN, budget);
    }

    void beginRow() {
        row++;
        column = 0;
    }

    void hideRow() {
        sheet.hideRow(row);
    }

    /** Columns before the first cell that the row leaves free. */
    void skipColumns(int columns) {
        column += Math.clamp(columns, 0, WIDEST);
    }

    void beginCell() {
        if (row < 0) beginRow();
        while (reaching.getOrDefault(column, 0) > row) column++;
        spanCells(1, 1);
        continued = false;
        text = new RichText();
        properties = new Cell("", "", Optional.empty());
    }

    void spanCells(int columns, int rows) {
        across = Math.clamp(columns, 1, WIDEST);
        down = Math.clamp(rows, 1, DEEPEST);
    }

    /** It says what the cell above says. */
    void continueCellAbove() {
        continued = true;
    }

    /** A paragraph of the cell. */
    void addParagraph(RichText more) {
        if (!text.isEmpty() && !more.isEmpty()) text.addRun("\n", false);
        text.addText(more);
    }

    /** The number a web page keeps behind its cell. */
    void setCellProperties(Cell kept) {
        properties = kept;
    }

    void endCell() {
        if (continued && above.containsKey(column)) {
            CellRange begun = above.get(column);
            rememberRange(new CellRange(begun.top(), begun.left(), row, begun.right()));
        } else putCell();
        column += across;
    }

    private void putCell() {
        String address = Cell.formatAddress(row, column);
        Cell told = text.toCell(address);
        Cell cell =
                new Cell(
                        address,
                        told.shownText(),
                        properties.storedNumber(),
                        properties.date(),
                        told.superscript(),
                        properties.traits());
        sheet.putCell(row, column, cell);
        for (int c = column; c < column + across; c++) {
            if (down > 1) reaching.put(c, row + down);
        }
        rememberRange(new CellRange(row, column, row + down - 1, column + across - 1));
    }

    private void rememberRange(CellRange area) {
        for (int c = area.left(); c <= area.right(); c++) above.put(c, area);
        areas.put(new CellReference(area.top(), area.left()), area);
    }

    /**
     * @throws Problem if the table is larger than we read
     */
    Grid toGrid() throws Problem {
        areas.values().forEach(sheet::mergeCells);
        return sheet.wholeGrid();
    }
}
