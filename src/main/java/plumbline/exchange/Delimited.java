package plumbline.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Comma-, tab- or semicolon-separated text, with quotes as spreadsheets write them. */
final class Delimited {
    private Delimited() { }

    static Grid read(String text) {
        return read(text, delimiter(text));
    }

    static Grid read(String text, char delimiter) {
        return read(text, delimiter, 0);
    }

    /** @param line of a longer text in which this one begins, from 0 */
    static Grid read(String text, char delimiter, int line) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"';
            if (doubled) cell.append(all.charAt(++i));
            else if (c == '"' && (quoted || cell.toString().isBlank())) quoted = !quoted;
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
        return Grid.ofTexts(rows, line);
    }

    private static void next(StringBuilder cell, List<String> row) {
        row.add(cell.toString());
        cell.setLength(0);
    }

    /** The one there is most of. */
    private static char delimiter(String text) {
        return Stream.of('\t', ',', ';').max(Comparator.comparingLong(d -> text.chars().filter(c -> c == d).count())).orElseThrow();
    }
}
