package plumbline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.exchange.Grid.Sight;
import plumbline.words.Problem;

/** Text parted by commas, tabs, semicolons or bars, with quotes as spreadsheets write them. */
final class Delimited {
    /** In this order where nothing else decides. */
    static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');
    private static final int SAMPLE = 20_000;

    private Delimited() { }

    /** @throws Problem if there is more than we read */
    static Grid read(String text, Budget budget) throws Problem {
        return read(text, delimiter(text), budget);
    }

    static Grid read(String text, char delimiter, Budget budget) throws Problem {
        long most = text.chars().filter(c -> c == delimiter || c == '\n' || c == '\r').count();
        SheetBuilder sheet = new SheetBuilder("", Sight.SHOWN, budget);
        // Each blank cell of a row is made once before it is left out.
        if (most > 20L * budget.limits().cells()) throw tooLarge(budget);
        List<List<String>> rows = rows(text, delimiter);
        for (int r = 0; r < rows.size() && !sheet.overfull(); r++) {
            List<String> row = rows.get(r);
            for (int c = 0; c < row.size(); c++) if (!row.get(c).isBlank()) sheet.put(r, c, Cell.of(r, c, SafeText.read(row.get(c))));
        }
        Grid grid = sheet.grid();
        if (grid.sight() == Sight.LEFT_OUT) throw tooLarge(budget);
        return grid;
    }

    private static Problem tooLarge(Budget budget) {
        return new Problem("problem.table.rows", budget.name(), budget.limits().rows(), budget.limits().cells());
    }

    /** A quote that is never closed was none. */
    static List<List<String>> rows(String text, char delimiter) {
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        List<List<String>> rows = new ArrayList<>();
        boolean closed = read(all, delimiter, true, rows);
        if (!closed) {
            rows.clear();
            read(all, delimiter, false, rows);
        }
        return delimiter == '|' ? rows.stream().map(Delimited::withoutFrame).map(r -> ruler(r) ? List.<String>of() : r).toList() : rows;
    }

    /** @return whether every quote was closed */
    private static boolean read(String all, char delimiter, boolean quotes, List<List<String>> rows) {
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"';
            if (doubled) cell.append(all.charAt(++i));
            else if (quotes && c == '"' && (quoted || blank(cell))) quoted = !quoted;
            else if (!quoted && c == delimiter) next(cell, row);
            else if (!quoted && c == '\n') {
                next(cell, row);
                rows.add(row);
                row = new ArrayList<>();
            } else cell.append(c);
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            next(cell, row);
            rows.add(row);
        }
        return !quoted;
    }

    private static boolean blank(StringBuilder cell) {
        for (int i = 0; i < cell.length(); i++) if (!Character.isWhitespace(cell.charAt(i))) return false;
        return true;
    }

    private static void next(StringBuilder cell, List<String> row) {
        row.add(cell.toString());
        cell.setLength(0);
    }

    /** Bars may stand about a line as well as in it. */
    private static List<String> withoutFrame(List<String> row) {
        int from = row.size() > 1 && row.getFirst().isBlank() ? 1 : 0;
        int to = row.size() > from + 1 && row.getLast().isBlank() ? row.size() - 1 : row.size();
        return row.subList(from, to);
    }

    private static boolean ruler(List<String> row) {
        return row.stream().allMatch(c -> c.matches("\\s*[:+]?[-=]{2,}[-=+]*:?\\s*"));
    }

    /** The one that parts most lines into the same number of cells. */
    static char delimiter(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        char best = DELIMITERS.get(1);
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long regular = sample.indexOf(delimiter) < 0 ? 0 : regular(rows(sample, delimiter));
            if (regular > most) {
                most = regular;
                best = delimiter;
            }
        }
        return best;
    }

    /** How many lines have as many cells as most lines that have more than one. */
    private static long regular(List<List<String>> rows) {
        Map<Integer, Long> widths = new HashMap<>();
        for (List<String> row : rows) if (row.size() > 1) widths.merge(row.size(), 1L, Long::sum);
        return widths.values().stream().mapToLong(n -> n).max().orElse(0);
    }
}
