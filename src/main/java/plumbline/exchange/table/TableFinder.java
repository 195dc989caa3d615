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
    record Area(List<Integer> heads, int first, int end, int left, int right, List<String> above) {
        Area between(int from, int to) {
            return new Area(heads, first, end, from, to, above);
        }
    }

    private final CellKinds sketch;

    private TableFinder(CellKinds sketch) {
        this.sketch = sketch;
    }

    public static List<TableReading> find(List<DocumentBlock> blocks, String file) {
        List<TableReading> tables = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (DocumentBlock block : blocks) {
            switch (block) {
                case DocumentBlock.Text(String text) ->
                        text.lines()
                                .map(String::strip)
                                .filter(l -> !l.isEmpty())
                                .forEach(above::add);
                case DocumentBlock.Table(Grid grid) -> {
                    tables.addAll(tables(DecimalComma.withPoints(grid), file, above));
                    above.clear();
                }
            }
        }
        List<String> places =
                tables.stream()
                        .map(t -> t.layout().sheet())
                        .distinct()
                        .filter(BreakdownTerms::place)
                        .toList();
        return places.size() < 2 ? tables : tables.stream().map(TableFinder::ofItsPlace).toList();
    }

    /** A sheet for each county. */
    private static TableReading ofItsPlace(TableReading table) {
        TableLayout layout = table.layout();
        return BreakdownTerms.place(layout.sheet())
                ? table.read(layout.with(layout.said().of(layout.sheet())))
                : table;
    }

    private static List<TableReading> tables(Grid grid, String file, List<String> above) {
        CellKinds sketch = new CellKinds(grid);
        List<TableReading> tables = new ArrayList<>();
        String sheet = grid.name();
        List<String> lines = above.subList(Math.max(0, above.size() - LINES_ABOVE), above.size());
        for (Area area : new TableFinder(sketch).areas(lines)) {
            TableLayout layout = new LayoutDetector(sketch, area, file, sheet).layout();
            tables.add(new TableReader(file, grid, layout).read());
        }
        return tables;
    }

    private List<Area> areas(List<String> before) {
        List<Area> areas = new ArrayList<>();
        int from = 0;
        while (from < sketch.height()) {
            int data = from;
            while (data < sketch.height() && !sketch.data(data)) data++;
            if (data == sketch.height()) break;
            List<Integer> heads = headsAbove(data, from);
            int top = heads.isEmpty() ? data : heads.getFirst();
            List<String> above =
                    new ArrayList<>(areas.isEmpty() ? before : titles(areas.getFirst().above()));
            for (int r = from; r < top; r++) above.addAll(sketch.texts(r));
            int first = heads.isEmpty() ? data : heads.getLast() + 1;
            int end = end(first, heads);
            areas.addAll(
                    sideBySide(
                            new Area(
                                    heads,
                                    first,
                                    Math.max(end, data + 1),
                                    0,
                                    sketch.width(),
                                    above)));
            from = Math.max(end, data + 1);
        }
        return areas;
    }

    /**
     * What is said of a whole sheet holds for the tables further down too, as long as they say
     * nothing themselves.
     */
    private static List<String> titles(List<String> above) {
        return above.stream().limit(3).toList();
    }

    /** The rows of heads over the first row of figures; headings of groups may stand between. */
    private List<Integer> headsAbove(int data, int from) {
        int bottom = data - 1;
        while (bottom >= from && !multiple(bottom) && data - bottom <= 4) bottom--;
        if (bottom < from
                || !multiple(bottom)
                || sketch.preamble(bottom)
                        && sketch.texts(bottom).size() > 1
                        && sketch.recognised(bottom) < 2) return List.of();
        List<Integer> heads = new ArrayList<>(List.of(bottom));
        for (int r = bottom - 1; r >= from && heads.size() < MOST_HEAD_ROWS; r--) {
            if (!continues(r, heads.getFirst())) break;
            heads.addFirst(r);
        }
        for (int r = bottom + 1; r < data; r++)
            if (isStackedHead(r, heads.getLast(), data)) heads.add(r);
        return heads;
    }

    /** One text below a head and above the figures of the same column: LAND / SALE / PERMIT. */
    private boolean isStackedHead(int r, int above, int data) {
        if (sketch.texts(r).size() != 1 || !sketch.text(r, 0).isEmpty()) return false;
        for (int c = 1; c < sketch.width(); c++)
            if (!sketch.text(r, c).isEmpty())
                return !sketch.text(above, c).isEmpty()
                        && sketch.kind(data, c) == CellKinds.Kind.NUMBER;
        return false;
    }

    /** At least two different things side by side. */
    private boolean multiple(int r) {
        return sketch.texts(r).size() >= 2 && !sketch.note(r);
    }

    private boolean continues(int r, int below) {
        if (sketch.blank(r) || sketch.note(r) || sketch.data(r)) return false;
        if (multiple(r)) return !sketch.preamble(r);
        return partial(r)
                && sketch.texts(r).getFirst().length() <= 20
                && !sketch.texts(r).getFirst().matches(".*([单單]位|unit)\\s*[:：].*");
    }

    /** One text over some of the columns, not from the first one on. */
    private boolean partial(int r) {
        if (!sketch.text(r, 0).isEmpty() || sketch.width() < 3) return false;
        HeaderMeaning facet = sketch.facet(sketch.texts(r).getFirst());
        return facet.saysSomething()
                || sketch.width() > 3 && sketch.count(r, CellKinds.Kind.TEXT) > 1;
    }

    private int end(int first, List<Integer> heads) {
        int last = first;
        for (int r = first; r < sketch.height(); r++) {
            if (sketch.note(r) && notesFollow(r)) return last + 1;
            if (isNewHead(r, heads) && dataFollows(r)) return last + 1;
            if (sketch.data(r)) last = r;
            else if (newTitle(r, last)) return last + 1;
        }
        return last + 1;
    }

    /** It bears label words where the labels are, and says something else than the heads above. */
    private boolean isNewHead(int r, List<Integer> heads) {
        return sketch.head(r) && !again(r, heads) && (heads.isEmpty() || bearsLabelWord(r));
    }

    private boolean bearsLabelWord(int r) {
        for (int c = 0; c < sketch.width(); c++) {
            String text = sketch.text(r, c);
            if (sketch.kind(r, c) == CellKinds.Kind.TIME) continue;
            if (text.isEmpty()) continue;
            return sketch.facet(text).word().label();
        }
        return true;
    }

    /** A note in the middle of the rows does not end them. */
    private boolean notesFollow(int r) {
        for (int next = r + 1; next < sketch.height(); next++) {
            if (sketch.head(next)) return true;
            if (sketch.data(next)) return false;
        }
        return true;
    }

    private boolean dataFollows(int r) {
        for (int next = r + 1; next < Math.min(r + MOST_HEAD_ROWS, sketch.height()); next++)
            if (sketch.data(next)) return true;
        return false;
    }

    /** A title after the last figures, with heads under it. */
    private boolean newTitle(int r, int last) {
        if (r == last || sketch.texts(r).size() != 1) return false;
        int next = r + 1;
        while (next < sketch.height() && (sketch.blank(next) || sketch.preamble(next))) next++;
        return next < sketch.height()
                && !sketch.data(next)
                && multiple(next)
                && dataFollows(next)
                && sketch.blank(Math.max(r - 1, 0))
                && sketch.recognised(next) >= 1;
    }

    private boolean again(int r, List<Integer> heads) {
        return heads.stream().anyMatch(h -> sketch.texts(h).equals(sketch.texts(r)));
    }

    /**
     * Tables beside one another: the head of the first column stands again further to the right, or
     * an empty column parts them.
     */
    private List<Area> sideBySide(Area area) {
        List<Integer> starts = starts(area);
        if (starts.size() < 2) return List.of(area);
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++)
            areas.add(
                    area.between(
                            starts.get(i),
                            i + 1 < starts.size() ? starts.get(i + 1) : area.right()));
        return areas;
    }

    private List<Integer> starts(Area area) {
        List<Integer> starts = new ArrayList<>();
        int first = 0;
        while (first < area.right() && empty(area, first)) first++;
        if (first == area.right() || area.heads().isEmpty()) return List.of(0);
        starts.add(first);
        String head = head(area, first);
        for (int c = first + 1; c < area.right(); c++) {
            boolean repeated =
                    !head.isEmpty()
                            && head(area, c).equals(head)
                            && !head(area, c - 1).equals(head)
                            && sketch.facet(head).word().label();
            boolean parted =
                    empty(area, c - 1)
                            && labels(area, c)
                            && labels(area, first)
                            && figures(area, starts.getLast(), c);
            if ((repeated || parted) && figures(area, starts.getLast(), c)) starts.add(c);
        }
        return starts;
    }

    private String head(Area area, int c) {
        List<String> path = new ArrayList<>();
        for (int r : area.heads())
            if (!sketch.text(r, c).isEmpty() && !path.contains(sketch.text(r, c)))
                path.add(sketch.text(r, c));
        return path.isEmpty() ? "" : path.getLast().replaceAll("\\s+", "");
    }

    private boolean empty(Area area, int c) {
        for (int r : area.heads()) if (!sketch.text(r, c).isEmpty()) return false;
        for (int r = area.first(); r < area.end(); r++)
            if (!sketch.text(r, c).isEmpty() && sketch.texts(r).size() > 1) return false;
        return true;
    }

    private boolean labels(Area area, int c) {
        int texts = 0;
        int figures = 0;
        for (int r = area.first(); r < area.end(); r++) {
            if (sketch.kind(r, c) == CellKinds.Kind.NUMBER) figures++;
            if (sketch.kind(r, c) == CellKinds.Kind.TEXT
                    || sketch.kind(r, c) == CellKinds.Kind.TIME) texts++;
        }
        return texts > figures;
    }

    private boolean figures(Area area, int from, int to) {
        for (int c = from; c < to; c++)
            for (int r = area.first(); r < area.end(); r++)
                if (sketch.kind(r, c) == CellKinds.Kind.NUMBER && (c > from || to - from < 3))
                    return true;
        return false;
    }
}
