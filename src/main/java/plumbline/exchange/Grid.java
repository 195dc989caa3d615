package plumbline.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells in rows, as a file or a text has them; every row is as long as the longest.
 *
 * @param name of the sheet; may be empty
 */
public record Grid(List<List<Cell>> rows, String name) {

    public Grid {
        int wide = rows.stream().mapToInt(List::size).max().orElse(0);
        List<List<Cell>> filled = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Cell> row = new ArrayList<>(rows.get(r));
            while (row.size() < wide) row.add(Cell.of(r, row.size(), ""));
            filled.add(List.copyOf(row));
        }
        rows = List.copyOf(filled);
    }

    public Grid(List<List<Cell>> rows) {
        this(rows, "");
    }

    static Grid ofTexts(List<List<String>> texts) {
        return ofTexts(texts, 0);
    }

    /** @param line of the text in which the first row stands, from 0 */
    static Grid ofTexts(List<List<String>> texts, int line) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < texts.size(); r++) {
            List<Cell> row = new ArrayList<>();
            for (int c = 0; c < texts.get(r).size(); c++) row.add(Cell.of(line + r, c, texts.get(r).get(c)));
            rows.add(row);
        }
        return new Grid(rows);
    }

    public int width() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    /** The texts of a row, each once, without the empty ones: a merged cell counts as one. */
    static List<String> texts(List<Cell> row) {
        return row.stream().map(Cell::shown).filter(t -> !t.isBlank()).distinct().toList();
    }
}
