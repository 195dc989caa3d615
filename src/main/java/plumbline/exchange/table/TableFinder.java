package plumbline.exchange.table;

import plumbline.exchange.file.DecimalComma;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.Grid;
import plumbline.exchange.notation.BreakdownTerms;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tables of figures in the blocks of a file: one under another, side by side, each with
 * what stands above it.
 */
public final class TableFinder {
    private static final int MOST_HEAD_ROWS = 6;
    private static final int LINES_ABOVE = 8;

    /**
     * A table in a grid.
     *
     * @param heads rows of heads, from the top; none for a table without
     * @param first the first row below the heads
     * @param end one past the last row
     * @param above the lines above it, the nearest last
     */
    record TableArea(
            List<Integer> heads, int first, int end, int left, int right, List<String> above) {
        TableArea betweenColumns(int from, int to) {
            return new TableArea(heads, first, end, from, to, above);
        }
    }

    private final CellKinds sketch;

    private TableFinder(CellKinds sketch) {
        this.sketch = sketch;
    }

    public static List<TableReading> findTables(List<DocumentBlock> blocks, String file) {
        List<TableReading> tables = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (DocumentBlock block : blocks) {
            switch (block) {
                case DocumentBlock.TextBlock(String text) ->
                        text.lines()
                                .map(String::strip)
                                .filter(l -> !l.isEmpty())
                                .forEach(above::add);
                case DocumentBlock.TableBlock(Grid grid) -> {
                    tables.addAll(tablesOfGrid(DecimalComma.withDecimalPoints(grid), file, above));
                    above.clear();
                }
            }
        }
        List<String> places =
                tables.stream()
                        .map(t -> t.layout().sheet())
                        .distinct()
                        .filter(BreakdownTerms::isPlace)
                        .toList();
        return places.size() < 2
                ? tables
                : tables.stream().map(TableFinder::withBreakdownOfSheet).toList();
    }

    /** A sheet for each county. */
    private static TableReading withBreakdownOfSheet(TableReading table) {
        TableLayout layout = table.layout();
        return BreakdownTerms.isPlace(layout.sheet())
                ? table.readWithLayout(
                        layout.withSubject(layout.subject().withBreakdown(layout.sheet())))
                : table;
    }

    private static List<TableReading> tablesOfGrid(Grid grid, String file, List<String> above) {
        CellKinds sketch = new CellKinds(grid);
        List<TableReading> tables = new ArrayList<>();
        String sheet = grid.name();
        List<String> lines = above.subList(Math.max(0, above.size() - LINES_ABOVE), above.size());
        for (TableArea area : new TableFinder(sketch).findAreas(lines)) {
            TableLayout layout = new LayoutDetector(sketch, area, file, sheet).detectLayout();
            tables.add(new TableReader(file, grid, layout).readTable());
        }
        return tables;
    }

    private List<TableArea> findAreas(List<String> before) {
        List<TableArea> areas = new ArrayList<>();
        int from = 0;
        while (from < sketch.rowCount()) {
            int data = from;
            while (data < sketch.rowCount() && !sketch.isDataRow(data)) data++;
            if (data == sketch.rowCount()) break;
            List<Integer> heads = headsAbove(data, from);
            int top = heads.isEmpty() ? data : heads.getFirst();
            List<String> above =
                    new ArrayList<>(
                            areas.isEmpty() ? before : nearestTitles(areas.getFirst().above()));
            for (int r = from; r < top; r++) above.addAll(sketch.textsOfRow(r));
            int first = heads.isEmpty() ? data : heads.getLast() + 1;
            int end = endOfTable(first, heads);
            areas.addAll(
                    splitSideBySide(
                            new TableArea(
                                    heads,
                                    first,
                                    Math.max(end, data + 1),
                                    0,
                                    sketch.columnCount(),
                                    above)));
            from = Math.max(end, data + 1);
        }
        return areas;
    }

    /**
     * What is said of a whole sheet holds for the tables further down too, as long as they say
     * nothing themselves.
     */
    private static List<String> nearestTitles(List<String> above) {
        return above.stream().limit(3).toList();
    }

    /** The rows of heads over the first row of figures; headings of groups may stand between. */
    private List<Integer> headsAbove(int data, int from) {
        int bottom = data - 1;
        while (bottom >= from && !hasSeveralTexts(bottom) && data - bottom <= 4) bottom--;
        if (bottom < from
                || !hasSeveralTexts(bottom)
                || sketch.isPreambleRow(bottom)
                        && sketch.textsOfRow(bottom).size() > 1
                        && sketch.countRecognisedHeads(bottom) < 2) return List.of();
        List<Integer> heads = new ArrayList<>(List.of(bottom));
        for (int r = bottom - 1; r >= from && heads.size() < MOST_HEAD_ROWS; r--) {
            if (!isHeadContinuation(r, heads.getFirst())) break;
            heads.addFirst(r);
        }
        for (int r = bottom + 1; r < data; r++)
            if (isStackedHead(r, heads.getLast(), data)) heads.add(r);
        return heads;
    }

    /** One text below a head and above the figures of the same column: LAND / SALE / PERMIT. */
    private boolean isStackedHead(int r, int above, int data) {
        if (sketch.textsOfRow(r).size() != 1 || !sketch.textAt(r, 0).isEmpty()) return false;
        for (int c = 1; c < sketch.columnCount(); c++)
            if (!sketch.textAt(r, c).isEmpty())
                return !sketch.textAt(above, c).isEmpty()
                        && sketch.kindAt(data, c) == CellKinds.CellKind.NUMBER;
        return false;
    }

    /** At least two different things side by side. */
    private boolean hasSeveralTexts(int r) {
        return sketch.textsOfRow(r).size() >= 2 && !sketch.isNoteRow(r);
    }

    private boolean isHeadContinuation(int r, int below) {
        if (sketch.isBlankRow(r) || sketch.isNoteRow(r) || sketch.isDataRow(r)) return false;
        if (hasSeveralTexts(r)) return !sketch.isPreambleRow(r);
        return isPartialHead(r)
                && sketch.textsOfRow(r).getFirst().length() <= 20
                && !sketch.textsOfRow(r).getFirst().matches(".*([单單]位|unit)\\s*[:：].*");
    }

    /** One text over some of the columns, not from the first one on. */
    private boolean isPartialHead(int r) {
        if (!sketch.textAt(r, 0).isEmpty() || sketch.columnCount() < 3) return false;
        HeaderMeaning facet = sketch.headerMeaning(sketch.textsOfRow(r).getFirst());
        return facet.saysSomething()
                || sketch.columnCount() > 3 && sketch.countKind(r, CellKinds.CellKind.TEXT) > 1;
    }

    private int endOfTable(int first, List<Integer> heads) {
        int last = first;
        for (int r = first; r < sketch.rowCount(); r++) {
            if (sketch.isNoteRow(r) && doNotesFollow(r)) return last + 1;
            if (isNewHead(r, heads) && doDataFollow(r)) return last + 1;
            if (sketch.isDataRow(r)) last = r;
            else if (isNewTitle(r, last)) return last + 1;
        }
        return last + 1;
    }

    /** It bears label words where the labels are, and says something else than the heads above. */
    private boolean isNewHead(int r, List<Integer> heads) {
        return sketch.isHeadRow(r)
                && !isRepeatedHead(r, heads)
                && (heads.isEmpty() || hasLabelWord(r));
    }

    private boolean hasLabelWord(int r) {
        for (int c = 0; c < sketch.columnCount(); c++) {
            String text = sketch.textAt(r, c);
            if (sketch.kindAt(r, c) == CellKinds.CellKind.TIME) continue;
            if (text.isEmpty()) continue;
            return sketch.headerMeaning(text).term().isLabel();
        }
        return true;
    }

    /** A note in the middle of the rows does not end them. */
    private boolean doNotesFollow(int r) {
        for (int next = r + 1; next < sketch.rowCount(); next++) {
            if (sketch.isHeadRow(next)) return true;
            if (sketch.isDataRow(next)) return false;
        }
        return true;
    }

    private boolean doDataFollow(int r) {
        for (int next = r + 1; next < Math.min(r + MOST_HEAD_ROWS, sketch.rowCount()); next++)
            if (sketch.isDataRow(next)) return true;
        return false;
    }

    /** A title after the last figures, with heads under it. */
    private boolean isNewTitle(int r, int last) {
        if (r == last || sketch.textsOfRow(r).size() != 1) return false;
        int next = r + 1;
        while (next < sketch.rowCount() && (sketch.isBlankRow(next) || sketch.isPreambleRow(next)))
            next++;
        return next < sketch.rowCount()
                && !sketch.isDataRow(next)
                && hasSeveralTexts(next)
                && doDataFollow(next)
                && sketch.isBlankRow(Math.max(r - 1, 0))
                && sketch.countRecognisedHeads(next) >= 1;
    }

    private boolean isRepeatedHead(int r, List<Integer> heads) {
        return heads.stream().anyMatch(h -> sketch.textsOfRow(h).equals(sketch.textsOfRow(r)));
    }

    /**
     * Tables beside one another: the head of the first column stands again further to the right, or
     * an empty column parts them.
     */
    private List<TableArea> splitSideBySide(TableArea area) {
        List<Integer> starts = findAreaStarts(area);
        if (starts.size() < 2) return List.of(area);
        List<TableArea> areas = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++)
            areas.add(
                    area.betweenColumns(
                            starts.get(i),
                            i + 1 < starts.size() ? starts.get(i + 1) : area.right()));
        return areas;
    }

    private List<Integer> findAreaStarts(TableArea area) {
        List<Integer> starts = new ArrayList<>();
        int first = 0;
        while (first < area.right() && isEmptyColumn(area, first)) first++;
        if (first == area.right() || area.heads().isEmpty()) return List.of(0);
        starts.add(first);
        String head = headText(area, first);
        for (int c = first + 1; c < area.right(); c++) {
            boolean repeated =
                    !head.isEmpty()
                            && headText(area, c).equals(head)
                            && !headText(area, c - 1).equals(head)
                            && sketch.headerMeaning(head).term().isLabel();
            boolean parted =
                    isEmptyColumn(area, c - 1)
                            && isLabelColumn(area, c)
                            && isLabelColumn(area, first)
                            && hasFigures(area, starts.getLast(), c);
            if ((repeated || parted) && hasFigures(area, starts.getLast(), c)) starts.add(c);
        }
        return starts;
    }

    private String headText(TableArea area, int c) {
        List<String> path = new ArrayList<>();
        for (int r : area.heads())
            if (!sketch.textAt(r, c).isEmpty() && !path.contains(sketch.textAt(r, c)))
                path.add(sketch.textAt(r, c));
        return path.isEmpty() ? "" : path.getLast().replaceAll("\\s+", "");
    }

    private boolean isEmptyColumn(TableArea area, int c) {
        for (int r : area.heads()) if (!sketch.textAt(r, c).isEmpty()) return false;
        for (int r = area.first(); r < area.end(); r++)
            if (!sketch.textAt(r, c).isEmpty() && sketch.textsOfRow(r).size() > 1) return false;
        return true;
    }

    private boolean isLabelColumn(TableArea area, int c) {
        int texts = 0;
        int figures = 0;
        for (int r = area.first(); r < area.end(); r++) {
            if (sketch.kindAt(r, c) == CellKinds.CellKind.NUMBER) figures++;
            if (sketch.kindAt(r, c) == CellKinds.CellKind.TEXT
                    || sketch.kindAt(r, c) == CellKinds.CellKind.TIME) texts++;
        }
        return texts > figures;
    }

    private boolean hasFigures(TableArea area, int from, int to) {
        for (int c = from; c < to; c++)
            for (int r = area.first(); r < area.end(); r++)
                if (sketch.kindAt(r, c) == CellKinds.CellKind.NUMBER && (c > from || to - from < 3))
                    return true;
        return false;
    }
}
