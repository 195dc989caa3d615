package plumbline.exchange.file;

import plumbline.exchange.notation.HeaderLexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of which each line is one cell: first the heads, then row after row. The serial numbers
 * show where a row begins.
 */
final class SingleColumnTable {
    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_COLUMNS = 40;

    /** Stands where it could not be told which cell is missing. */
    private static final String UNKNOWN = "…";

    /** A line that is not empty. @param gap the empty lines before it */
    private record Line(String text, int gap) {}

    private final List<Line> lines;
    private final int from;
    private final int width;
    private final List<List<String>> rows = new ArrayList<>();
    private int at;

    private SingleColumnTable(List<Line> lines, int from, int width) {
        this.lines = lines;
        this.from = from;
        this.width = width;
    }

    static List<DocumentBlock> read(List<String> texts) {
        List<Line> lines = lines(texts);
        Optional<SingleColumnTable> found = find(lines);
        if (found.isEmpty()) return List.of(new DocumentBlock.Text(String.join("\n", texts)));
        SingleColumnTable table = found.get();
        table.readRows();
        return List.of(
                text(lines, 0, table.from),
                new DocumentBlock.Table(Grid.ofTexts(table.rows)),
                text(lines, table.at, lines.size()));
    }

    private static DocumentBlock text(List<Line> lines, int from, int to) {
        return new DocumentBlock.Text(
                String.join("\n", lines.subList(from, to).stream().map(Line::text).toList()));
    }

    private static List<Line> lines(List<String> texts) {
        List<Line> lines = new ArrayList<>();
        int gap = 0;
        for (String text : texts) {
            if (text.isBlank()) gap++;
            else {
                lines.add(new Line(text.strip(), gap));
                gap = 0;
            }
        }
        return lines;
    }

    /** Where heads follow one another and a “1” begins the first row. */
    private static Optional<SingleColumnTable> find(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!HeaderLexicon.isNumber(lines.get(i).text)) continue;
            for (int width = FEWEST_COLUMNS;
                    width <= MOST_COLUMNS && i + width < lines.size();
                    width++) {
                if (!serial(lines, i + width, 1)) continue;
                List<String> heads = lines.subList(i, i + width).stream().map(Line::text).toList();
                if (HeaderLexicon.recognised(heads) >= FEWEST_COLUMNS)
                    return Optional.of(new SingleColumnTable(lines, i, width));
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean serial(List<Line> lines, int at, int number) {
        return at < lines.size() && lines.get(at).text.equals("" + number);
    }

    private void readRows() {
        rows.add(texts(from, from + width));
        at = from + width;
        for (int number = 1; serial(lines, at, number); number++) {
            int end = end(number);
            rows.add(end - at == width ? texts(at, end) : filled(end));
            at = end;
            boolean heading = !serial(lines, at, number + 1) && serial(lines, at + 1, number + 1);
            if (heading) rows.add(List.of(lines.get(at++).text));
        }
    }

    /**
     * One past the last cell of the row: where the next serial number stands, or after a full row.
     */
    private int end(int number) {
        int full = at + width;
        if (serial(lines, full, number + 1) || serial(lines, full + 1, number + 1)) return full;
        for (int i = full - 1; i > at + 1; i--)
            if (serial(lines, i, number + 1) && aRowBegins(i)) return i;
        for (int i = at; i < Math.min(full, lines.size()); i++)
            if (lines.get(i).text.matches("[注备].*[:：].*")) return i;
        return Math.min(full, lines.size());
    }

    /** A serial number is followed by a name, which is no number. */
    private boolean aRowBegins(int i) {
        return i + 1 < lines.size() && !lines.get(i + 1).text.matches("[\\d.,%+-]*");
    }

    /** Empty cells leave more empty lines than usual between two others. */
    private List<String> filled(int end) {
        int usual =
                lines.subList(from + 1, from + width).stream().mapToInt(Line::gap).max().orElse(0);
        List<String> cells = new ArrayList<>();
        for (int i = at; i < end; i++) {
            int more = i == at ? 0 : (lines.get(i).gap - usual) / (usual + 1);
            for (int n = 0; n < more; n++) cells.add("");
            cells.add(lines.get(i).text);
        }
        if (cells.size() == width) return cells;
        List<String> lost = new ArrayList<>(texts(at, Math.min(at + 2, end)));
        while (lost.size() < width) lost.add(UNKNOWN);
        return lost;
    }

    private List<String> texts(int first, int end) {
        return lines.subList(first, end).stream().map(Line::text).toList();
    }
}
