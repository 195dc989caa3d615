package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.Grid;
import plumbline.exchange.notation.HeaderLexicon;
import plumbline.exchange.notation.PlanYears;
import plumbline.plan.Period;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of indicators as it was found in a document: heads, rows of indicators under their group,
 * notes below, text around.
 *
 * @param title what stands above the table
 * @param notes what stands below it
 * @param surroundingText the whole of the document but the table
 */
record PublishedTable(
        String title,
        List<String> heads,
        List<PrintedColumnRole> roles,
        List<PublishedRow> publishedRows,
        String notes,
        String surroundingText,
        PlanYears years) {
    private static final int FEWEST_HEADS = 3;
    private static final int MOST_HEAD_ROWS = 3;
    private static final int DEEPEST_HEAD = 100;

    /** A row of the table. @param group the heading it stands under; may be empty */
    record PublishedRow(String group, List<Cell> cells) {}

    /** The table whose heads are understood best; empty where none has such heads. */
    static Optional<PublishedTable> findFamiliarIn(List<DocumentBlock> blocks) throws Problem {
        List<TableCandidate> found = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof DocumentBlock.TableBlock(Grid grid))
                TableCandidate.bestInGrid(grid, i).ifPresent(found::add);
        }
        Optional<TableCandidate> best =
                found.stream().max(Comparator.comparingInt(TableCandidate::score));
        return best.isPresent() ? Optional.of(best.get().readTable(blocks)) : Optional.empty();
    }

    /**
     * The same table with attainment read as progress, or the other way round; empty where both
     * have a column, or the notes decide.
     */
    Optional<PublishedTable> withMeasuresSwapped() {
        boolean attainment = roles.contains(PlainColumn.ATTAINMENT);
        PlainColumn measure = attainment ? PlainColumn.ATTAINMENT : PlainColumn.PROGRESS;
        int at = roles.indexOf(measure);
        if (at < 0
                || attainment && roles.contains(PlainColumn.PROGRESS)
                || new FormulaReader(notes).definesFormulaOf(heads.get(at)))
            return Optional.empty();
        List<PrintedColumnRole> other = new ArrayList<>(roles);
        other.set(at, attainment ? PlainColumn.PROGRESS : PlainColumn.ATTAINMENT);
        return Optional.of(
                new PublishedTable(
                        title,
                        heads,
                        List.copyOf(other),
                        publishedRows,
                        notes,
                        surroundingText,
                        years));
    }

    Optional<Cell> findCell(PublishedRow line, PrintedColumnRole role) {
        int at = roles.indexOf(role);
        return at < 0 ? Optional.empty() : Optional.of(line.cells.get(at));
    }

    /** A grid with a row of heads. */
    private record TableCandidate(
            Grid grid, int blockIndex, int headRow, int headRows, List<String> heads, int score) {

        static Optional<TableCandidate> bestInGrid(Grid grid, int block) {
            return Stream.iterate(
                            0, r -> r < Math.min(grid.rows().size(), DEEPEST_HEAD), r -> r + 1)
                    .flatMap(r -> candidateAtRow(grid, block, r).stream())
                    .max(Comparator.comparingInt(TableCandidate::score));
        }

        private static Optional<TableCandidate> candidateAtRow(Grid grid, int block, int row) {
            int rows = countHeadRows(grid, row);
            List<String> heads = joinedHeads(grid, row, rows);
            List<PrintedColumnRole> roles = HeaderLexicon.columnRoles(heads, Optional.empty());
            boolean tellsOfIndicators =
                    roles.contains(PlainColumn.NAME)
                            && HeaderLexicon.countRecognised(heads) >= FEWEST_HEADS
                            && roles.stream().anyMatch(TableCandidate::holdsFigures);
            if (!tellsOfIndicators) return Optional.empty();
            int below = grid.rows().size() - row - rows;
            return below < 1
                    ? Optional.empty()
                    : Optional.of(
                            new TableCandidate(
                                    grid,
                                    block,
                                    row,
                                    rows,
                                    heads,
                                    10 * HeaderLexicon.countRecognised(heads)
                                            + Math.min(below, 30)));
        }

        private static boolean holdsFigures(PrintedColumnRole role) {
            return role == PlainColumn.TARGET
                    || role == PlainColumn.BASELINE
                    || role instanceof PrintedColumnRole.ActualColumn;
        }

        /**
         * Heads may stand over one another: a second row without a number in it that is not one
         * merged heading.
         */
        private static int countHeadRows(Grid grid, int row) {
            int rows = 1;
            while (rows < MOST_HEAD_ROWS
                    && row + rows < grid.rows().size()
                    && continuesHead(grid.rows().get(row + rows))) rows++;
            return rows;
        }

        private static boolean continuesHead(List<Cell> cells) {
            List<String> texts = Grid.distinctTexts(cells);
            return texts.size() > 1
                    && texts.stream()
                            .noneMatch(
                                    t ->
                                            t.matches("[<>≥≤=]?[\\d,]*\\.?\\d+%?")
                                                    && !t.matches("(19|20)\\d\\d"))
                    && HeaderLexicon.countRecognised(texts) >= 2;
        }

        private static List<String> joinedHeads(Grid grid, int row, int rows) {
            List<String> heads = new ArrayList<>();
            for (int c = 0; c < grid.columnCount(); c++) {
                int column = c;
                heads.add(
                        String.join(
                                "",
                                grid.rows().subList(row, row + rows).stream()
                                        .map(r -> r.get(column).shownText())
                                        .filter(t -> !t.isBlank())
                                        .distinct()
                                        .toList()));
            }
            return heads;
        }

        PublishedTable readTable(List<DocumentBlock> blocks) {
            List<List<Cell>> below = grid.rows().subList(headRow + headRows, grid.rows().size());
            String above =
                    joinedText(blocks.subList(0, blockIndex))
                            + joinedRows(grid.rows().subList(0, headRow), "\n");
            int end = endOfRows(below);
            List<DocumentBlock> after = blocks.subList(blockIndex + 1, blocks.size());
            String notes =
                    joinedRows(below.subList(end, below.size()), "\n")
                            + joinedText(
                                    after.stream()
                                            .takeWhile(DocumentBlock.TextBlock.class::isInstance)
                                            .toList());
            String all =
                    above
                            + "\n"
                            + notes
                            + joinedText(
                                    after.stream()
                                            .dropWhile(DocumentBlock.TextBlock.class::isInstance)
                                            .toList());
            PlanYears years =
                    PlanYears.findPlanYears(all)
                            .orElseGet(
                                    () ->
                                            yearsOfColumns(
                                                    HeaderLexicon.columnRoles(
                                                            heads, Optional.empty())));
            List<PrintedColumnRole> roles =
                    new FormulaReader(notes)
                            .correctedRoles(
                                    heads, HeaderLexicon.columnRoles(heads, Optional.of(years)));
            return new PublishedTable(
                    titleFrom(above),
                    heads,
                    roles,
                    rowsUnderGroups(below.subList(0, end), roles),
                    notes,
                    all,
                    years);
        }

        private static PlanYears yearsOfColumns(List<PrintedColumnRole> roles) {
            int[] years =
                    roles.stream()
                            .filter(PrintedColumnRole.ActualColumn.class::isInstance)
                            .mapToInt(
                                    r ->
                                            ((PrintedColumnRole.ActualColumn) r)
                                                    .period()
                                                    .lastMonth()
                                                    .getYear())
                            .toArray();
            return years.length == 0
                    ? PlanYears.planYearsAround(Period.parse("2021").firstMonth().getYear())
                    : PlanYears.planYearsAround(years);
        }

        /** One past the last row that has more than one text: what follows are notes. */
        private static int endOfRows(List<List<Cell>> rows) {
            int end = rows.size();
            while (end > 0
                    && (Grid.distinctTexts(rows.get(end - 1)).size() < 2
                            || isNote(rows.get(end - 1)))) end--;
            for (int i = 0; i < end; i++) if (isNote(rows.get(i))) return i;
            return end;
        }

        private static boolean isNote(List<Cell> row) {
            return Grid.distinctTexts(row).stream()
                    .findFirst()
                    .filter(t -> t.matches("(?si)(注|备注|说明|数据来源|资料来源|notes?)\\s*[:：].*"))
                    .isPresent();
        }

        private static List<PublishedRow> rowsUnderGroups(
                List<List<Cell>> rows, List<PrintedColumnRole> roles) {
            List<PublishedRow> lines = new ArrayList<>();
            String group = "";
            for (List<Cell> row : rows) {
                List<String> texts = Grid.distinctTexts(row);
                String name = row.get(roles.indexOf(PlainColumn.NAME)).shownText();
                boolean headAgain =
                        HeaderLexicon.countRecognised(row.stream().map(Cell::shownText).toList())
                                        >= FEWEST_HEADS
                                && roles.equals(
                                        HeaderLexicon.columnRoles(
                                                row.stream().map(Cell::shownText).toList(),
                                                Optional.empty()));
                if (texts.size() == 1)
                    group = texts.getFirst().replaceFirst("^[(（]?[一二三四五六七八九十]+[)）]?[、.．]?\\s*", "");
                else if (!texts.isEmpty() && !name.isBlank() && !headAgain)
                    lines.add(new PublishedRow(groupOfRow(row, roles, group), row));
            }
            return lines;
        }

        private static String groupOfRow(
                List<Cell> row, List<PrintedColumnRole> roles, String heading) {
            int column = roles.indexOf(PlainColumn.GROUP);
            return column < 0 || row.get(column).isBlank() ? heading : row.get(column).shownText();
        }

        private static String joinedText(List<DocumentBlock> blocks) {
            StringBuilder all = new StringBuilder();
            for (DocumentBlock block : blocks)
                if (block instanceof DocumentBlock.TextBlock(String text))
                    all.append(text).append('\n');
            return all.toString();
        }

        private static String joinedRows(List<List<Cell>> rows, String end) {
            StringBuilder all = new StringBuilder();
            rows.forEach(row -> all.append(String.join(",", Grid.distinctTexts(row))).append(end));
            return all.toString();
        }

        /** The last line above that names an indicator table or a plan; or the last line of all. */
        private static String titleFrom(String above) {
            List<String> lines =
                    above.lines()
                            .map(String::strip)
                            .filter(l -> !l.isEmpty() && l.length() <= 60)
                            .toList();
            return lines.reversed().stream()
                    .limit(12)
                    .filter(l -> l.matches(".*(规划|指标|完成情况|附表|indicators).*"))
                    .findFirst()
                    .or(() -> lines.reversed().stream().findFirst())
                    .orElse("")
                    .replaceFirst("^附[表件]\\s*\\d*\\s*[:：]\\s*", "");
        }
    }
}
