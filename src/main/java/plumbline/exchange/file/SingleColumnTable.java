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

    /** A line that is not empty. @param gapBefore the empty lines before it */
    private record TextLine(String text, int gapBefore) {}

    private final List<TextLine> lines;
    private final int from;
    private final int width;
    private final List<List<String>> rows = new ArrayList<>();
    private int at;

    private SingleColumnTable(List<TextLine> lines, int from, int width) {
        this.lines = lines;
        this.from = from;
        this.width = width;
    }

    static List<DocumentBlock> readBlocks(List<String> texts) {
        List<TextLine> lines = toTextLines(texts);
        Optional<SingleColumnTable> found = findTable(lines);
        if (found.isEmpty()) return List.of(new DocumentBlock.TextBlock(String.join("\n", texts)));
        SingleColumnTable table = found.get();
        table.readRows();
        return List.of(
                createTextBlock(lines, 0, table.from),
                new DocumentBlock.TableBlock(Grid.gridOfTexts(table.rows)),
                createTextBlock(lines, table.at, lines.size()));
    }

    private static DocumentBlock createTextBlock(List<TextLine> lines, int from, int to) {
        return new DocumentBlock.TextBlock(
                String.join("\n", lines.subList(from, to).stream().map(TextLine::text).toList()));
    }

    private static List<TextLine> toTextLines(List<String> texts) {
        List<TextLine> lines = new ArrayList<>();
        int gap = 0;
        for (String text : texts) {
            if (text.isBlank()) gap++;
            else {
                lines.add(new TextLine(text.strip(), gap));
                gap = 0;
            }
        }
        return lines;
    }

    /** Where heads follow one another and a “1” begins the first row. */
    private static Optional<SingleColumnTable> findTable(List<TextLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!HeaderLexicon.isNumber(lines.get(i).text)) continue;
            for (int width = FEWEST_COLUMNS;
                    width <= MOST_COLUMNS && i + width < lines.size();
                    width++) {
                if (!isSerialNumber(lines, i + width, 1)) continue;
                List<String> heads =
                        lines.subList(i, i + width).stream().map(TextLine::text).toList();
                if (HeaderLexicon.countRecognised(heads) >= FEWEST_COLUMNS)
                    return Optional.of(new SingleColumnTable(lines, i, width));
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean isSerialNumber(List<TextLine> lines, int at, int number) {
        return at < lines.size() && lines.get(at).text.equals("" + number);
    }

    private void readRows() {
        rows.add(lineTexts(from, from + width));
        at = from + width;
        for (int number = 1; isSerialNumber(lines, at, number); number++) {
            int end = rowEnd(number);
            rows.add(end - at == width ? lineTexts(at, end) : filledRow(end));
            at = end;
            boolean heading =
                    !isSerialNumber(lines, at, number + 1)
                            && isSerialNumber(lines, at + 1, number + 1);
            if (heading) rows.add(List.of(lines.get(at++).text));
        }
    }

    /**
     * One past the last cell of the row: where the next serial number stands, or after a full row.
     */
    private int rowEnd(int number) {
        int full = at + width;
        if (isSerialNumber(lines, full, number + 1) || isSerialNumber(lines, full + 1, number + 1))
            return full;
        for (int i = full - 1; i > at + 1; i--)
            if (isSerialNumber(lines, i, number + 1) && isRowStart(i)) return i;
        for (int i = at; i < Math.min(full, lines.size()); i++)
            if (lines.get(i).text.matches("[注备].*[:：].*")) return i;
        return Math.min(full, lines.size());
    }

    /** A serial number is followed by a name, which is no number. */
    private boolean isRowStart(int i) {
        return i + 1 < lines.size() && !lines.get(i + 1).text.matches("[\\d.,%+-]*");
    }

    /** Empty cells leave more empty lines than usual between two others. */
    private List<String> filledRow(int end) {
        int usual =
                lines.subList(from + 1, from + width).stream()
                        .mapToInt(TextLine::gapBefore)
                        .max()
                        .orElse(0);
        List<String> cells = new ArrayList<>();
        for (int i = at; i < end; i++) {
            int more = i == at ? 0 : (lines.get(i).gapBefore - usual) / (usual + 1);
            for (int n = 0; n < more; n++) cells.add("");
            cells.add(lines.get(i).text);
        }
        if (cells.size() == width) return cells;
        List<String> lost = new ArrayList<>(lineTexts(at, Math.min(at + 2, end)));
        while (lost.size() < width) lost.add(UNKNOWN);
        return lost;
    }

    private List<String> lineTexts(int first, int end) {
        return lines.subList(first, end).stream().map(TextLine::text).toList();
    }
}
