package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell.CellTrait;
import plumbline.exchange.file.Grid.GridVisibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Gathers the cells of one sheet, in any order, and makes a grid of them: as large as its content,
 * not as the sheet claims to be.
 */
final class SheetBuilder {
    static final int MOST_ROWS = 1 << 20;
    static final int MOST_COLUMNS = 1 << 14;

    /** Longer stretches of empty rows, or columns, are cut to this length. */
    private static final int LONGEST_GAP = 20;

    private static final int MOST_AREAS = 100_000;

    private record PlacedCell(int column, Cell cell) {}

    private final String name;
    private final GridVisibility sight;
    private final ReadBudget budget;
    private final TreeMap<Integer, List<PlacedCell>> rows = new TreeMap<>();
    private final BitSet columns = new BitSet();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<CellRange> areas = new ArrayList<>();
    private int taken;
    private boolean overfull;

    SheetBuilder(String name, GridVisibility sight, ReadBudget budget) {
        this.name = name;
        this.sight = sight;
        this.budget = budget;
    }

    /**
     * @throws Problem if there is more than we read
     */
    static Grid readTexts(Iterator<List<String>> rows, ReadBudget budget) throws Problem {
        SheetBuilder sheet = new SheetBuilder("", GridVisibility.SHOWN, budget);
        for (int r = 0; rows.hasNext() && !sheet.overfull; r++) {
            List<String> row = rows.next();
            for (int c = 0; c < row.size(); c++)
                if (!row.get(c).isBlank()) sheet.putCell(r, c, Cell.cellWithText(r, c, row.get(c)));
        }
        return sheet.wholeGrid();
    }

    /**
     * @throws Problem if there is more than we read
     */
    Grid wholeGrid() throws Problem {
        Grid grid = toGrid();
        if (grid.visibility() == GridVisibility.LEFT_OUT)
            throw new Problem(
                    "problem.table.rows",
                    budget.name(),
                    budget.limits().rows(),
                    budget.limits().cells());
        return grid;
    }

    /** More than we read of a sheet: the rest of it need not be looked at. */
    boolean isOverfull() {
        return overfull;
    }

    void putCell(int row, int column, Cell cell) {
        if (overfull || cell.isEmpty()) return;
        if (row >= MOST_ROWS
                || column >= MOST_COLUMNS
                || !rows.containsKey(row) && rows.size() >= budget.limits().rows()
                || !budget.takeCells(1)) {
            markOverfull();
            return;
        }
        taken++;
        columns.set(column);
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(new PlacedCell(column, cell));
    }

    private void markOverfull() {
        overfull = true;
        budget.giveBackCells(taken);
        taken = 0;
        rows.clear();
        areas.clear();
    }

    void hideRow(int row) {
        if (row < MOST_ROWS) hiddenRows.set(row);
    }

    /**
     * @param to included
     */
    void hideColumns(int from, int to) {
        if (from >= 0 && from <= to && from < MOST_COLUMNS)
            hiddenColumns.set(from, Math.min(to + 1, MOST_COLUMNS));
    }

    void mergeCells(CellRange area) {
        boolean one = area.top() == area.bottom() && area.left() == area.right();
        if (one || overfull) return;
        areas.add(area);
        if (areas.size() > MOST_AREAS) markOverfull();
    }

    Grid toGrid() {
        int[] rowsKept = keptIndexes(rows.navigableKeySet().stream().mapToInt(r -> r).toArray());
        int[] columnsKept = keptIndexes(columns.stream().toArray());
        if (!overfull && (long) rowsKept.length * columnsKept.length > budget.limits().cells())
            markOverfull();
        if (overfull) return leftOutGrid();
        Cell[][] cells = placeCells(rowsKept, columnsKept);
        List<CellRange> merged = mergedRanges(cells, rowsKept, columnsKept);
        if (overfull) return leftOutGrid();
        List<List<Cell>> filled = new ArrayList<>(cells.length);
        for (int r = 0; r < cells.length; r++)
            filled.add(filledRow(cells[r], rowsKept[r], columnsKept));
        return new Grid(filled, name, sight, merged);
    }

    private Grid leftOutGrid() {
        return new Grid(List.of(), name, GridVisibility.LEFT_OUT, List.of());
    }

    /** From 0 to the last that has content, without long gaps. */
    private static int[] keptIndexes(int[] used) {
        IntStream.Builder kept = IntStream.builder();
        int last = -1;
        for (int place : used) {
            for (int i = Math.max(last + 1, place - LONGEST_GAP); i <= place; i++) kept.add(i);
            last = place;
        }
        return kept.build().toArray();
    }

    private Cell[][] placeCells(int[] rowsKept, int[] columnsKept) {
        Cell[][] cells = new Cell[rowsKept.length][columnsKept.length];
        for (int r = 0; r < rowsKept.length; r++) {
            for (PlacedCell placed : rows.getOrDefault(rowsKept[r], List.of()))
                cells[r][Arrays.binarySearch(columnsKept, placed.column)] = placed.cell;
        }
        return cells;
    }

    private List<Cell> filledRow(Cell[] cells, int row, int[] columnsKept) {
        List<Cell> filled = new ArrayList<>(cells.length);
        for (int c = 0; c < cells.length; c++) {
            Cell cell = cells[c] == null ? Cell.blankCellAt(row, columnsKept[c]) : cells[c];
            if (hiddenRows.get(row)) cell = cell.withTrait(CellTrait.HIDDEN_ROW);
            filled.add(
                    hiddenColumns.get(columnsKept[c])
                            ? cell.withTrait(CellTrait.HIDDEN_COLUMN)
                            : cell);
        }
        return filled;
    }

    /** A merged cell says the same in each of its places, as far as the content reaches. */
    private List<CellRange> mergedRanges(Cell[][] cells, int[] rowsKept, int[] columnsKept) {
        List<CellRange> merged = new ArrayList<>();
        long spread = 0;
        for (CellRange area : areas) {
            int top = Arrays.binarySearch(rowsKept, area.top());
            int left = Arrays.binarySearch(columnsKept, area.left());
            if (top < 0 || left < 0 || cells[top][left] == null) continue;
            int bottom = lastKeptIndex(rowsKept, area.bottom());
            int right = lastKeptIndex(columnsKept, area.right());
            spread += (bottom - top + 1L) * (right - left + 1L);
            if (spread > budget.limits().cells()) {
                markOverfull();
                return List.of();
            }
            if (bottom == top && right == left) continue;
            for (int r = top; r <= bottom; r++) {
                for (int c = left; c <= right; c++)
                    if (r != top || c != left)
                        cells[r][c] =
                                cells[top][left]
                                        .withAddress(
                                                Cell.formatAddress(rowsKept[r], columnsKept[c]))
                                        .withTrait(CellTrait.MERGED);
            }
            merged.add(new CellRange(top, left, bottom, right));
        }
        return merged;
    }

    /** Where the last place up to this one is. */
    private static int lastKeptIndex(int[] kept, int place) {
        int at = Arrays.binarySearch(kept, place);
        return at >= 0 ? at : -at - 2;
    }
}
