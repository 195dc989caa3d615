package plumbline.exchange.proof;

import plumbline.exchange.file.Cell;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.Grid;
import plumbline.exchange.notation.HeaderLexicon;
import plumbline.exchange.notation.PlanYears;
import plumbline.exchange.proof.PublishedTable.PublishedRow;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table whose heads tell of no indicators: of counties, of projects, or one that is turned. Its
 * columns can still be held against one another.
 */
final class UnfamiliarTable {
    private static final String NOTE = "(?si)(注|备注|说明|数据来源|资料来源|notes?)\\s*[:：].*";
    private static final String FIGURE = "[^\\d]{0,4}-?\\d[\\d,]*(\\.\\d+)?[^\\d]{0,6}";
    private static final int FEWEST_COLUMNS = 2;
    private static final int FEWEST_ROWS = 2;
    private static final int USUAL_FIRST_YEAR = 2021;

    private UnfamiliarTable() {}

    /** The first grid with heads over rows of numbers. */
    static Optional<PublishedTable> findIn(List<DocumentBlock> blocks) {
        StringBuilder texts = new StringBuilder();
        for (DocumentBlock block : blocks)
            if (block instanceof DocumentBlock.TextBlock(String text))
                texts.append(text).append('\n');
        return blocks.stream()
                .filter(DocumentBlock.TableBlock.class::isInstance)
                .map(b -> ((DocumentBlock.TableBlock) b).grid())
                .flatMap(g -> readGrid(g, texts.toString()).stream())
                .findFirst();
    }

    private static Optional<PublishedTable> readGrid(Grid grid, String texts) {
        List<List<Cell>> rows = grid.rows();
        int head =
                IntStream.range(0, Math.max(rows.size() - 1, 0))
                        .filter(
                                r ->
                                        Grid.distinctTexts(rows.get(r)).size() >= FEWEST_COLUMNS
                                                && !holdsFigures(rows.get(r))
                                                && (holdsFigures(rows.get(r + 1))
                                                        || holdsYears(rows.get(r + 1))))
                        .findFirst()
                        .orElse(-1);
        if (head < 0) return Optional.empty();
        List<List<Cell>> below = new ArrayList<>();
        StringBuilder notes = new StringBuilder();
        for (List<Cell> row : rows.subList(head + 1, rows.size())) {
            List<String> said = Grid.distinctTexts(row);
            boolean note = !notes.isEmpty() || said.size() == 1 && said.getFirst().matches(NOTE);
            if (note) notes.append(String.join(",", said)).append('\n');
            else if (said.size() > 1 && !isHeadAgain(row, rows.get(head))) below.add(row);
        }
        StringBuilder title = new StringBuilder();
        rows.subList(0, head)
                .forEach(r -> title.append(String.join(",", Grid.distinctTexts(r))).append('\n'));
        return below.size() < FEWEST_ROWS
                ? Optional.empty()
                : Optional.of(
                        isTurned(below)
                                ? tableOf(turn(rows.get(head), below), title, notes, texts)
                                : tableOf(withHead(rows.get(head), below), title, notes, texts));
    }

    private static boolean holdsFigures(List<Cell> row) {
        return row.stream()
                .skip(1)
                .anyMatch(
                        c ->
                                c.shownText().matches(FIGURE)
                                        && !c.shownText().matches("(19|20)\\d\\d(年.*)?"));
    }

    private static boolean holdsYears(List<Cell> row) {
        return row.stream().skip(1).anyMatch(c -> c.shownText().matches("(19|20)\\d\\d年?"))
                && row.stream().noneMatch(Cell::isBlank);
    }

    private static boolean isHeadAgain(List<Cell> row, List<Cell> head) {
        return Grid.distinctTexts(row).equals(Grid.distinctTexts(head));
    }

    /** Years, targets and results stand one under the other. */
    private static boolean isTurned(List<List<Cell>> rows) {
        return rows.stream()
                        .filter(
                                r ->
                                        r.getFirst()
                                                .shownText()
                                                .matches("(?i)(19|20)\\d\\d年?.*|.*(目标|target).*"))
                        .count()
                >= 3;
    }

    private static List<List<Cell>> withHead(List<Cell> head, List<List<Cell>> below) {
        List<List<Cell>> all = new ArrayList<>();
        all.add(head);
        all.addAll(below);
        return all;
    }

    private static List<List<Cell>> turn(List<Cell> head, List<List<Cell>> below) {
        List<List<Cell>> all = withHead(head, below);
        return IntStream.range(0, head.size())
                .mapToObj(c -> all.stream().map(r -> r.get(c)).toList())
                .toList();
    }

    private static PublishedTable tableOf(
            List<List<Cell>> rows, StringBuilder title, StringBuilder notes, String texts) {
        List<String> heads = rows.getFirst().stream().map(Cell::shownText).toList();
        List<PrintedColumnRole> roles =
                new ArrayList<>(HeaderLexicon.columnRoles(heads, Optional.empty()));
        if (!roles.contains(PlainColumn.NAME)) roles.set(nameColumn(rows), PlainColumn.NAME);
        return new PublishedTable(
                title.toString().strip(),
                heads,
                List.copyOf(roles),
                rows.stream().skip(1).map(r -> new PublishedRow("", r)).toList(),
                notes.toString(),
                title + "\n" + notes + texts,
                PlanYears.planYearsAround(USUAL_FIRST_YEAR));
    }

    /** The first that holds no numbers. */
    private static int nameColumn(List<List<Cell>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .filter(
                        c ->
                                rows.stream()
                                        .skip(1)
                                        .noneMatch(r -> r.get(c).shownText().matches(FIGURE)))
                .findFirst()
                .orElse(0);
    }
}
