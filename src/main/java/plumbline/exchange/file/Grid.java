package plumbline.exchange.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells in rows, as a file or a text has them; every row is as long as the longest. Long stretches
 * of empty rows and columns are shortened: where a cell stood, its address says.
 *
 * @param name of the sheet; may be empty
 * @param mergedRanges areas of cells that are one, in places of {@code rows}; each says the same as
 *     its first
 */
public record Grid(
        List<List<Cell>> rows,
        String name,
        GridVisibility visibility,
        List<CellRange> mergedRanges) {

    /** Whether a person sees the sheet, and we. */
    public enum GridVisibility {
        SHOWN,
        /** In the file, but not shown. */
        HIDDEN,
        /** Beyond {@link ReadLimits}: it has no rows here. */
        LEFT_OUT
    }

    public Grid {
        int wide = rows.stream().mapToInt(List::size).max().orElse(0);
        List<List<Cell>> filled = new ArrayList<>(rows.size());
        for (int r = 0; r < rows.size(); r++)
            filled.add(
                    rows.get(r).size() == wide
                            ? List.copyOf(rows.get(r))
                            : filledToWidth(rows.get(r), r, wide));
        rows = List.copyOf(filled);
        mergedRanges = List.copyOf(mergedRanges);
    }

    public Grid(List<List<Cell>> rows) {
        this(rows, "", GridVisibility.SHOWN, List.of());
    }

    public Grid(List<List<Cell>> rows, String name) {
        this(rows, name, GridVisibility.SHOWN, List.of());
    }

    private static List<Cell> filledToWidth(List<Cell> row, int r, int wide) {
        List<Cell> cells = new ArrayList<>(row);
        while (cells.size() < wide) cells.add(Cell.blankCellAt(r, cells.size()));
        return List.copyOf(cells);
    }

    static Grid gridOfTexts(List<List<String>> texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < texts.size(); r++) {
            List<Cell> row = new ArrayList<>();
            for (int c = 0; c < texts.get(r).size(); c++)
                row.add(Cell.cellWithText(r, c, texts.get(r).get(c)));
            rows.add(row);
        }
        return new Grid(rows);
    }

    /**
     * The same further down: its cells are told by the lines of the whole text. @param lines above
     * it
     */
    Grid movedDown(int lines) {
        return lines == 0
                ? this
                : new Grid(
                        rows.stream()
                                .map(row -> row.stream().map(c -> c.movedDown(lines)).toList())
                                .toList(),
                        name,
                        visibility,
                        mergedRanges);
    }

    public int columnCount() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    /** The texts of a row, each once, without the empty ones: a merged cell counts as one. */
    public static List<String> distinctTexts(List<Cell> row) {
        return row.stream().map(Cell::shownText).filter(t -> !t.isBlank()).distinct().toList();
    }

    /** What is to be said of it before its figures are believed. */
    public List<GridFinding> gridFindings() {
        return GridFinding.findingsOfGrid(this);
    }
}
