package plumbline.exchange.file;

import plumbline.base.FormulaSafeText;
import plumbline.base.Problem;
import plumbline.exchange.file.Grid.GridVisibility;

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
    static Grid readGrid(String text, ReadBudget budget) throws Problem {
        return readGrid(text, guessDelimiter(text), budget);
    }

    static Grid readGrid(String text, char delimiter, ReadBudget budget) throws Problem {
        SheetBuilder sheet = new SheetBuilder("", GridVisibility.SHOWN, budget);
        CellTaker put =
                (row, column, cell) -> {
                    if (!cell.isBlank())
                        sheet.putCell(
                                row,
                                column,
                                Cell.cellWithText(row, column, FormulaSafeText.unescape(cell)));
                    return !sheet.isOverfull();
                };
        if (delimiter == FRAME) readFramedRows(text, put, budget);
        else splitIntoCells(text, delimiter, put);
        return sheet.wholeGrid();
    }

    private static void readFramedRows(String text, CellTaker put, ReadBudget budget)
            throws Problem {
        if (text.chars().filter(c -> c == FRAME || c == '\n').count()
                > 4L * budget.limits().cells()) throw createTooLargeProblem(budget);
        List<List<String>> rows = splitIntoRows(text, FRAME);
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c < rows.get(r).size(); c++) put.takeCell(r, c, rows.get(r).get(c));
    }

    private static Problem createTooLargeProblem(ReadBudget budget) {
        return new Problem(
                "problem.table.rows",
                budget.name(),
                budget.limits().rows(),
                budget.limits().cells());
    }

    static List<List<String>> splitIntoRows(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        splitIntoCells(
                text,
                delimiter,
                (row, column, cell) -> {
                    if (row == rows.size()) rows.add(new ArrayList<>());
                    return rows.get(row).add(cell);
                });
        return delimiter == FRAME
                ? rows.stream()
                        .map(DelimitedText::withoutFrame)
                        .map(r -> isRulerRow(r) ? List.<String>of() : r)
                        .toList()
                : rows;
    }

    /** Is given one cell after the other. */
    private interface CellTaker {
        /**
         * @return whether it wants more
         */
        boolean takeCell(int row, int column, String cell);
    }

    /** A quote that is never closed was none. */
    private static void splitIntoCells(String text, char delimiter, CellTaker taker) {
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        boolean closed =
                text.indexOf('"') < 0 || splitQuotedCells(all, delimiter, true, (_, _, _) -> true);
        splitQuotedCells(all, delimiter, closed, taker);
    }

    /**
     * @return whether every quote was closed
     */
    private static boolean splitQuotedCells(
            String all, char delimiter, boolean quotes, CellTaker taker) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int row = 0;
        int column = 0;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            boolean doubled =
                    quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"';
            if (doubled) cell.append(all.charAt(++i));
            else if (quotes && c == '"' && (quoted || isBlankText(cell))) quoted = !quoted;
            else if (!quoted && (c == delimiter || c == '\n')) {
                if (!taker.takeCell(row, column, takeCellText(cell))) return true;
                column = c == delimiter ? column + 1 : 0;
                row = c == delimiter ? row : row + 1;
            } else cell.append(c);
        }
        if (!cell.isEmpty() || column > 0) taker.takeCell(row, column, takeCellText(cell));
        return !quoted;
    }

    private static String takeCellText(StringBuilder cell) {
        String text = cell.isEmpty() ? "" : cell.toString();
        cell.setLength(0);
        return text;
    }

    private static boolean isBlankText(StringBuilder cell) {
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

    private static boolean isRulerRow(List<String> row) {
        return row.stream().allMatch(c -> c.matches("\\s*[:+]?[-=]{2,}[-=+]*:?\\s*"));
    }

    /** The one that parts most lines into the same number of cells. */
    static char guessDelimiter(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        char best = DELIMITERS.get(1);
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long regular =
                    sample.indexOf(delimiter) < 0
                            ? 0
                            : countRegularRows(splitIntoRows(sample, delimiter));
            if (regular > most) {
                most = regular;
                best = delimiter;
            }
        }
        return best;
    }

    /** How many lines have as many cells as most lines that have more than one. */
    private static long countRegularRows(List<List<String>> rows) {
        Map<Integer, Long> widths = new HashMap<>();
        for (List<String> row : rows) if (row.size() > 1) widths.merge(row.size(), 1L, Long::sum);
        return widths.values().stream().mapToLong(n -> n).max().orElse(0);
    }
}
