package plumbline.exchange.file;

import plumbline.base.FormulaSafeText;
import plumbline.base.Problem;
import plumbline.exchange.file.Grid.Sight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Text parted by commas, tabs, semicolons or bars, with quotes as spreadsheets write them. */
final class DelimitedText {
    /** In this order where nothing else decides. */
    static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');

    private static final char FRAME = '|';
    private static final int SAMPLE = 20_000;

    private DelimitedText() {}

    /**
     * @throws Problem if there is more than we read
     */
    static Grid read(String text, ReadBudget budget) throws Problem {
        return read(text, delimiter(text), budget);
    }

    static Grid read(String text, char delimiter, ReadBudget budget) throws Problem {
        SheetBuilder sheet = new SheetBuilder("", Sight.SHOWN, budget);
        Taker put =
                (row, column, cell) -> {
                    if (!cell.isBlank())
                        sheet.put(
                                row, column, Cell.of(row, column, FormulaSafeText.unescape(cell)));
                    return !sheet.overfull();
                };
        if (delimiter == FRAME) putFramed(text, put, budget);
        else part(text, delimiter, put);
        return sheet.wholeGrid();
    }

    private static void putFramed(String text, Taker put, ReadBudget budget) throws Problem {
        if (text.chars().filter(c -> c == FRAME || c == '\n').count()
                > 4L * budget.limits().cells()) throw tooLarge(budget);
        List<List<String>> rows = rows(text, FRAME);
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c < rows.get(r).size(); c++) put.take(r, c, rows.get(r).get(c));
    }

    private static Problem tooLarge(ReadBudget budget) {
        return new Problem(
                "problem.table.rows",
                budget.name(),
                budget.limits().rows(),
                budget.limits().cells());
    }

    static List<List<String>> rows(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        part(
                text,
                delimiter,
                (row, column, cell) -> {
                    if (row == rows.size()) rows.add(new ArrayList<>());
                    return rows.get(row).add(cell);
                });
        return delimiter == FRAME
                ? rows.stream()
                        .map(DelimitedText::withoutFrame)
                        .map(r -> ruler(r) ? List.<String>of() : r)
                        .toList()
                : rows;
    }

    /** Is given one cell after the other. */
    private interface Taker {
        /**
         * @return whether it wants more
         */
        boolean take(int row, int column, String cell);
    }

    /** A quote that is never closed was none. */
    private static void part(String text, char delimiter, Taker taker) {
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        boolean closed = text.indexOf('"') < 0 || part(all, delimiter, true, (_, _, _) -> true);
        part(all, delimiter, closed, taker);
    }

    /**
     * @return whether every quote was closed
     */
    private static boolean part(String all, char delimiter, boolean quotes, Taker taker) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int row = 0;
        int column = 0;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            boolean doubled =
                    quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"';
            if (doubled) cell.append(all.charAt(++i));
            else if (quotes && c == '"' && (quoted || blank(cell))) quoted = !quoted;
            else if (!quoted && (c == delimiter || c == '\n')) {
                if (!taker.take(row, column, taken(cell))) return true;
                column = c == delimiter ? column + 1 : 0;
                row = c == delimiter ? row : row + 1;
            } else cell.append(c);
        }
        if (!cell.isEmpty() || column > 0) taker.take(row, column, taken(cell));
        return !quoted;
    }

    private static String taken(StringBuilder cell) {
        String text = cell.isEmpty() ? "" : cell.toString();
        cell.setLength(0);
        return text;
    }

    private static boolean blank(StringBuilder cell) {
        for (int i = 0; i < cell.length(); i++)
            if (!Character.isWhitespace(cell.charAt(i))) return false;
        return true;
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
