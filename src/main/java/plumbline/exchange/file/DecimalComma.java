package plumbline.exchange.file;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers as most of Europe writes them: 1.234,5. */
public final class DecimalComma {
    private static final int LONGEST = 40;
    private static final int LEAST_CERTAIN = 2;
    private static final Pattern WITH_COMMA =
            Pattern.compile("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+ ?%?");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d+\\.(\\d{1,2}|\\d{4,})");

    /** 1,234: may be more than a thousand as well. */
    private static final Pattern OPEN = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");

    private DecimalComma() {}

    /**
     * The grid with decimal points, where its numbers can only be read so; the same grid where one
     * of them is written with a point, or only one tells.
     */
    public static Grid withDecimalPoints(Grid grid) {
        return isUsedIn(grid.rows())
                ? new Grid(
                        grid.rows().stream()
                                .map(
                                        row ->
                                                row.stream()
                                                        .map(DecimalComma::withDecimalPoint)
                                                        .toList())
                                .toList(),
                        grid.name(),
                        grid.visibility(),
                        grid.mergedRanges())
                : grid;
    }

    private static boolean isUsedIn(List<List<Cell>> rows) {
        int certain = 0;
        for (List<Cell> row : rows)
            for (Cell cell : row) {
                String text = cell.shownText().strip();
                if (text.isEmpty() || text.length() > LONGEST) continue;
                if (WITH_POINT.matcher(text).matches() || cell.storedNumber().isPresent())
                    return false;
                boolean comma = WITH_COMMA.matcher(text).matches();
                if (comma && !OPEN.matcher(text).matches()) certain++;
            }
        return certain >= LEAST_CERTAIN;
    }

    private static Cell withDecimalPoint(Cell cell) {
        String text = cell.shownText().strip();
        boolean number = text.length() <= LONGEST && WITH_COMMA.matcher(text).matches();
        return number ? cell.withShownText(text.replace(".", "").replace(',', '.')) : cell;
    }
}
