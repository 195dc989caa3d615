package plumbline.screen.indicators.grid;

import plumbline.base.FormulaSafeText;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A block of cells as spreadsheets put it on the clipboard: tabs, lines, and quotes about cells
 * that contain either; no text becomes a formula there.
 */
final class ClipboardBlock {
    private ClipboardBlock() {}

    static List<List<String>> parseBlock(String text) {
        boolean ended = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        String block = ended ? text : text + "\n";
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int at = 0;
        while (at < block.length()) {
            int quote = indexOfClosingQuote(block, at);
            int end = quote < 0 ? indexOfCellEnd(block, at) : quote + 1;
            line.add(
                    FormulaSafeText.unescape(
                            quote < 0
                                    ? block.substring(at, end)
                                    : block.substring(at + 1, quote).replace("\"\"", "\"")));
            at = end + (block.startsWith("\r\n", end) ? 2 : 1);
            if (block.charAt(end) == '\t') continue;
            lines.add(List.copyOf(line));
            line.clear();
        }
        return lines;
    }

    private static int indexOfCellEnd(String block, int from) {
        int end = from;
        while (!isCellEnd(block.charAt(end))) end++;
        return end;
    }

    private static boolean isCellEnd(char c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    /**
     * Where the quote about a whole cell closes; −1 if the cell has none: other quotes are part of
     * its text.
     */
    private static int indexOfClosingQuote(String block, int from) {
        if (block.charAt(from) != '"') return -1;
        for (int i = from + 1; i < block.length(); i++) {
            if (block.charAt(i) != '"') continue;
            if (block.charAt(i + 1) != '"') return isCellEnd(block.charAt(i + 1)) ? i : -1;
            i++;
        }
        return -1;
    }

    static String formatBlock(List<List<String>> lines) {
        return lines.stream()
                .map(
                        line ->
                                line.stream()
                                        .map(FormulaSafeText::escape)
                                        .map(ClipboardBlock::quoteCell)
                                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String quoteCell(String cell) {
        boolean plain = cell.chars().noneMatch(c -> isCellEnd((char) c) || c == '"');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
