package plumbline.exchange.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells in rows, as a file or a text has them; every row is as long as the longest. Long stretches
 * of empty rows and columns are shortened: where a cell stood, its address says.
 *
 * @param name of the sheet; may be empty
 * @param merged areas of cells that are one, in places of {@code rows}; each says the same as its
 *     first
 */
public record Grid(List<List<Cell>> rows, String name, Sight sight, List<CellRange> merged) {

    /** Whether a person sees the sheet, and we. */
    public enum Sight {
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
                            : filled(rows.get(r), r, wide));
        rows = List.copyOf(filled);
        merged = List.copyOf(merged);
    }

    public Grid(List<List<Cell>> rows) {
        this(rows, "", Sight.SHOWN, List.of());
    }

    public Grid(List<List<Cell>> rows, String name) {
        this(rows, name, Sight.SHOWN, List.of());
    }

    private static List<Cell> filled(List<Cell> row, int r, int wide) {
        List<Cell> cells = new ArrayList<>(row);
        while (cells.size() < wide) cells.add(Cell.blankAt(r, cells.size()));
        return List.copyOf(cells);
    }

    static Grid ofTexts(List<List<String>> texts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < texts.size(); r++) {
            List<Cell> row = new ArrayList<>();
            for (int c = 0; c < texts.get(r).size(); c++)
                row.add(Cell.of(r, c, texts.get(r).get(c)));
            rows.add(row);
        }
        return new Grid(rows);
    }

    /**
     * The same further down: its cells are told by the lines of the whole text. @param lines above
     * it
     */
    Grid below(int lines) {
        return lines == 0
                ? this
                : new Grid(
                        rows.stream()
                                .map(row -> row.stream().map(c -> c.below(lines)).toList())
                                .toList(),
                        name,
                        sight,
                        merged);
    }

    public int width() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    /** The texts of a row, each once, without the empty ones: a merged cell counts as one. */
    public static List<String> texts(List<Cell> row) {
        return row.stream().map(Cell::shown).filter(t -> !t.isBlank()).distinct().toList();
    }

    /** What is to be said of it before its figures are believed. */
    public List<GridFinding> findings() {
        return GridFinding.in(this);
    }
}
