package plumbline.report.document;

import plumbline.report.table.AppendixColumn;
import plumbline.report.table.AppendixGrid;
import plumbline.report.table.AppendixGrid.AppendixLine;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How large the appendix table of a report is set: as large as lets every number stand on one line,
 * and smaller than that, down to 小五, if the table and its notes then stand on one page. Lines have
 * a fixed pitch, so that the height does not hang on whose 宋体 the machine has; some room is left
 * all the same, because its width does.
 *
 * @param textSize size of the table's text, in points
 * @param linePitch of its lines, in points
 * @param noteSize size of the notes' text, in points
 * @param widths of the columns, in twentieths of a point
 */
record TableFit(
        double textSize,
        double linePitch,
        double noteSize,
        List<Integer> widths,
        boolean fitsOnePage) {
    /** The width of a landscape page within its margins, in twentieths of a point. */
    static final int ACROSS = ReportDocument.toTwips(297 - 37 - 35).intValue();

    /** Attachment, title and what it is about, each on a line; in points. */
    static final double ATTACHMENT = 24;

    static final double TITLE = 24;
    static final double ABOUT = 14;

    /** Above, below and the rule, of each row, in points. */
    private static final double AROUND = 1.5;

    private static final double DOWN = (210 - 25 - 24) * 72 / 25.4;
    private static final double SAFE = 0.95;
    private static final int CELL_MARGINS = 130;
    private static final int WIDEST_NAME = 26;
    private static final int LONGEST_WORD = 10;
    private static final double SMALLEST_BY_CHOICE = 9;

    /** 五号, 小五, 六号. */
    private static final List<TableTextSize> SIZES =
            List.of(
                    new TableTextSize(10.5, 14.5, 9),
                    new TableTextSize(10.5, 13, 9),
                    new TableTextSize(9, 12, 9),
                    new TableTextSize(9, 11.2, 9),
                    new TableTextSize(9, 11.2, 7.5),
                    new TableTextSize(7.5, 9.6, 7.5));

    private record TableTextSize(double textSize, double linePitch, double noteSize) {}

    static TableFit fitGrid(AppendixGrid grid) {
        List<TableTextSize> narrow =
                SIZES.stream().filter(s -> totalWidth(grid, s.textSize) <= ACROSS).toList();
        TableTextSize usual = narrow.isEmpty() ? SIZES.getLast() : narrow.getFirst();
        List<TableFit> low =
                narrow.stream()
                        .filter(s -> s.textSize >= Math.min(SMALLEST_BY_CHOICE, usual.textSize))
                        .map(s -> fitWithSize(grid, s))
                        .filter(TableFit::fitsOnePage)
                        .toList();
        return low.isEmpty() ? fitWithSize(grid, usual) : low.getFirst();
    }

    private static TableFit fitWithSize(AppendixGrid grid, TableTextSize size) {
        List<Integer> widths = columnWidths(grid, size.textSize);
        return new TableFit(
                size.textSize,
                size.linePitch,
                size.noteSize,
                widths,
                tableHeight(grid, size, widths) <= DOWN * SAFE);
    }

    /** In points. */
    double notePitch() {
        return linePitchOfNote(noteSize);
    }

    private static double linePitchOfNote(double note) {
        return note * 1.28;
    }

    private static double tableHeight(AppendixGrid grid, TableTextSize size, List<Integer> widths) {
        double head =
                rowHeight(
                        grid.gridColumns().stream().map(p -> breakHead(p.heading())).toList(),
                        size,
                        widths);
        double lines =
                grid.lines().stream()
                        .mapToDouble(
                                l ->
                                        l instanceof AppendixLine.AppendixRow row
                                                ? rowHeight(
                                                        row.entries().stream()
                                                                .map(
                                                                        AppendixGrid.AppendixEntry
                                                                                ::shownText)
                                                                .toList(),
                                                        size,
                                                        widths)
                                                : size.linePitch + AROUND)
                        .sum();
        double notes =
                grid.notes().stream()
                        .mapToDouble(
                                n ->
                                        SlideLines.countLines(n, size.noteSize, ACROSS / 20.0)
                                                * linePitchOfNote(size.noteSize))
                        .sum();
        return ATTACHMENT
                + TITLE * SlideLines.countLines(grid.title(), 18, ACROSS / 20.0)
                + ABOUT
                + head
                + lines
                + notes;
    }

    private static double rowHeight(List<String> texts, TableTextSize size, List<Integer> widths) {
        int lines =
                IntStream.range(0, texts.size())
                        .map(c -> countLines(texts.get(c), size.textSize, widths.get(c)))
                        .max()
                        .orElse(1);
        return lines * size.linePitch + AROUND;
    }

    private static int countLines(String text, double size, int width) {
        return Stream.of(text.split("\n", -1))
                .mapToInt(
                        l ->
                                Math.max(
                                        1,
                                        Math.ceilDiv(
                                                (int) (widthInHalves(l) * size * 10),
                                                width - CELL_MARGINS + 10)))
                .sum();
    }

    /** Where there is too little room, what is shared out is the room beyond the longest words. */
    private static List<Integer> columnWidths(AppendixGrid grid, double size) {
        double all = totalWidth(grid, size);
        double least =
                IntStream.range(0, grid.gridColumns().size())
                        .mapToDouble(c -> leastWidth(grid, c, size))
                        .sum();
        double share =
                all <= ACROSS || least >= ACROSS ? ACROSS / all : (ACROSS - least) / (all - least);
        boolean tight = all > ACROSS && least < ACROSS;
        return IntStream.range(0, grid.gridColumns().size())
                .mapToObj(
                        c -> {
                            double kept = tight ? leastWidth(grid, c, size) : 0;
                            return (int) (kept + (naturalWidth(grid, c, size) - kept) * share);
                        })
                .toList();
    }

    /** For the longest word of a head, which must not be torn. */
    private static double leastWidth(AppendixGrid grid, int column, double size) {
        int word =
                Stream.of(breakHead(grid.gridColumns().get(column).heading()).split("[ \n]"))
                        .mapToInt(w -> Math.min(widthInHalves(w), LONGEST_WORD))
                        .max()
                        .orElse(0);
        return Math.min(naturalWidth(grid, column, size), (word + 1) * size * 10.5 + CELL_MARGINS);
    }

    private static double totalWidth(AppendixGrid grid, double size) {
        return IntStream.range(0, grid.gridColumns().size())
                .mapToDouble(c -> naturalWidth(grid, c, size))
                .sum();
    }

    /** What a column would like: its longest entry on one line, a name or a head on two. */
    private static double naturalWidth(AppendixGrid grid, int column, double size) {
        AppendixColumn kind = grid.gridColumns().get(column).kind();
        int longest =
                grid.lines().stream()
                        .mapToInt(
                                l ->
                                        l instanceof AppendixLine.AppendixRow row
                                                ? widthInHalves(
                                                        row.entries().get(column).shownText())
                                                : 0)
                        .max()
                        .orElse(0);
        int entry =
                kind == AppendixColumn.NAME
                        ? Math.min(longest, WIDEST_NAME)
                        : Math.min(longest, WIDEST_NAME / 2 + 1);
        int head = headWidth(grid.gridColumns().get(column).heading());
        return (Math.max(entry, head) + 1) * size * 10.5 + CELL_MARGINS;
    }

    /** What stands together in a head is not torn, unless it is long. */
    private static int headWidth(String head) {
        int half = Math.max(12, (widthInHalves(head) + 1) / 2);
        return Stream.of(breakHead(head).split("[ \n]"))
                .mapToInt(p -> Math.min(widthInHalves(p), half))
                .reduce(4, Math::max);
    }

    /** Where a head goes on in a second line. */
    static String breakHead(String head) {
        return head.replaceAll(" (?=[（(至])", "").replaceAll("(?=[（(至])", "\n");
    }

    /** A Chinese character is two halves wide. */
    private static int widthInHalves(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) || c > 0x2000 ? 2 : 1).sum();
    }
}
