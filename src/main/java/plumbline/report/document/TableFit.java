package plumbline.report.document;

import plumbline.report.table.AppendixColumn;
import plumbline.report.table.AppendixGrid;
import plumbline.report.table.AppendixGrid.Line;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How large the appendix table of a report is set: as large as lets every number stand on one line,
 * and smaller than that, down to 小五, if the table and its notes then stand on one page. Lines have
 * a fixed pitch, so that the height does not hang on whose 宋体 the machine has; some room is left
 * all the same, because its width does.
 *
 * @param text size of the table's text, in points
 * @param pitch of its lines, in points
 * @param note size of the notes' text, in points
 * @param widths of the columns, in twentieths of a point
 */
record TableFit(double text, double pitch, double note, List<Integer> widths, boolean onePage) {
    /** The width of a landscape page within its margins, in twentieths of a point. */
    static final int ACROSS = ReportDocument.twips(297 - 37 - 35).intValue();

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
    private static final List<Size> SIZES =
            List.of(
                    new Size(10.5, 14.5, 9),
                    new Size(10.5, 13, 9),
                    new Size(9, 12, 9),
                    new Size(9, 11.2, 9),
                    new Size(9, 11.2, 7.5),
                    new Size(7.5, 9.6, 7.5));

    private record Size(double text, double pitch, double note) {}

    static TableFit of(AppendixGrid grid) {
        List<Size> narrow = SIZES.stream().filter(s -> width(grid, s.text) <= ACROSS).toList();
        Size usual = narrow.isEmpty() ? SIZES.getLast() : narrow.getFirst();
        List<TableFit> low =
                narrow.stream()
                        .filter(s -> s.text >= Math.min(SMALLEST_BY_CHOICE, usual.text))
                        .map(s -> of(grid, s))
                        .filter(TableFit::onePage)
                        .toList();
        return low.isEmpty() ? of(grid, usual) : low.getFirst();
    }

    private static TableFit of(AppendixGrid grid, Size size) {
        List<Integer> widths = widths(grid, size.text);
        return new TableFit(
                size.text,
                size.pitch,
                size.note,
                widths,
                height(grid, size, widths) <= DOWN * SAFE);
    }

    /** In points. */
    double notePitch() {
        return pitch(note);
    }

    private static double pitch(double note) {
        return note * 1.28;
    }

    private static double height(AppendixGrid grid, Size size, List<Integer> widths) {
        double head = row(grid.places().stream().map(p -> torn(p.head())).toList(), size, widths);
        double lines =
                grid.lines().stream()
                        .mapToDouble(
                                l ->
                                        l instanceof Line.Row row
                                                ? row(
                                                        row.entries().stream()
                                                                .map(AppendixGrid.Entry::shown)
                                                                .toList(),
                                                        size,
                                                        widths)
                                                : size.pitch + AROUND)
                        .sum();
        double notes =
                grid.notes().stream()
                        .mapToDouble(
                                n ->
                                        SlideLines.lines(n, size.note, ACROSS / 20.0)
                                                * pitch(size.note))
                        .sum();
        return ATTACHMENT
                + TITLE * SlideLines.lines(grid.title(), 18, ACROSS / 20.0)
                + ABOUT
                + head
                + lines
                + notes;
    }

    private static double row(List<String> texts, Size size, List<Integer> widths) {
        int lines =
                IntStream.range(0, texts.size())
                        .map(c -> lines(texts.get(c), size.text, widths.get(c)))
                        .max()
                        .orElse(1);
        return lines * size.pitch + AROUND;
    }

    private static int lines(String text, double size, int width) {
        return Stream.of(text.split("\n", -1))
                .mapToInt(
                        l ->
                                Math.max(
                                        1,
                                        Math.ceilDiv(
                                                (int) (halves(l) * size * 10),
                                                width - CELL_MARGINS + 10)))
                .sum();
    }

    /** Where there is too little room, what is shared out is the room beyond the longest words. */
    private static List<Integer> widths(AppendixGrid grid, double size) {
        double all = width(grid, size);
        double least =
                IntStream.range(0, grid.places().size())
                        .mapToDouble(c -> least(grid, c, size))
                        .sum();
        double share =
                all <= ACROSS || least >= ACROSS ? ACROSS / all : (ACROSS - least) / (all - least);
        boolean tight = all > ACROSS && least < ACROSS;
        return IntStream.range(0, grid.places().size())
                .mapToObj(
                        c -> {
                            double kept = tight ? least(grid, c, size) : 0;
                            return (int) (kept + (natural(grid, c, size) - kept) * share);
                        })
                .toList();
    }

    /** For the longest word of a head, which must not be torn. */
    private static double least(AppendixGrid grid, int column, double size) {
        int word =
                Stream.of(torn(grid.places().get(column).head()).split("[ \n]"))
                        .mapToInt(w -> Math.min(halves(w), LONGEST_WORD))
                        .max()
                        .orElse(0);
        return Math.min(natural(grid, column, size), (word + 1) * size * 10.5 + CELL_MARGINS);
    }

    private static double width(AppendixGrid grid, double size) {
        return IntStream.range(0, grid.places().size())
                .mapToDouble(c -> natural(grid, c, size))
                .sum();
    }

    /** What a column would like: its longest entry on one line, a name or a head on two. */
    private static double natural(AppendixGrid grid, int column, double size) {
        AppendixColumn kind = grid.places().get(column).column();
        int longest =
                grid.lines().stream()
                        .mapToInt(
                                l ->
                                        l instanceof Line.Row row
                                                ? halves(row.entries().get(column).shown())
                                                : 0)
                        .max()
                        .orElse(0);
        int entry =
                kind == AppendixColumn.NAME
                        ? Math.min(longest, WIDEST_NAME)
                        : Math.min(longest, WIDEST_NAME / 2 + 1);
        int head = head(grid.places().get(column).head());
        return (Math.max(entry, head) + 1) * size * 10.5 + CELL_MARGINS;
    }

    /** What stands together in a head is not torn, unless it is long. */
    private static int head(String head) {
        int half = Math.max(12, (halves(head) + 1) / 2);
        return Stream.of(torn(head).split("[ \n]"))
                .mapToInt(p -> Math.min(halves(p), half))
                .reduce(4, Math::max);
    }

    /** Where a head goes on in a second line. */
    static String torn(String head) {
        return head.replaceAll(" (?=[（(至])", "").replaceAll("(?=[（(至])", "\n");
    }

    /** A Chinese character is two halves wide. */
    private static int halves(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) || c > 0x2000 ? 2 : 1).sum();
    }
}
