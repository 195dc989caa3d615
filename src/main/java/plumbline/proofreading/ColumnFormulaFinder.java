package plumbline.proofreading;

import plumbline.proofreading.ColumnFormula.Operation;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a column is computed by: the formula with which most of its cells agree. A column with
 * which no formula agrees is not computed from the table.
 */
final class ColumnFormulaFinder {
    private static final int MOST_COLUMNS = 14;
    private static final Pattern SHARE_HEAD =
            Pattern.compile("(?i).*(占|比重|构成|share|proportion|% of).*");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /** How many of the cells that can be computed have to agree. */
    private static final double FEWEST_SHARE = 0.6;

    private final SheetFigures figures;
    private final List<PrintedColumn> numberColumns;

    /**
     * @param agreeing of how many cells that could be computed
     */
    record FoundFormula(PrintedColumn column, ColumnFormula formula, int agreeing, int computed) {}

    ColumnFormulaFinder(SheetFigures figures) {
        this.figures = figures;
        this.numberColumns = figures.numberColumns();
    }

    /** At most one for each column, and of columns that give one another only the last. */
    List<FoundFormula> findFormulas() {
        if (numberColumns.size() > MOST_COLUMNS) return List.of();
        List<FoundFormula> found = new ArrayList<>();
        for (PrintedColumn column : numberColumns)
            candidateFormulas(column).stream()
                    .flatMap(f -> tryFormula(column, f).stream())
                    .max(
                            Comparator.comparingInt(FoundFormula::agreeing)
                                    .thenComparing(f -> -f.formula().operation().ordinal()))
                    .ifPresent(found::add);
        return found.stream().filter(f -> isNotTurnedRound(f, found)).toList();
    }

    private static boolean isNotTurnedRound(FoundFormula f, List<FoundFormula> all) {
        return all.stream()
                .filter(o -> o != f && o.formula().operands().contains(f.column()))
                .noneMatch(
                        o -> f.formula().operands().contains(o.column()) && rankOf(o) > rankOf(f));
    }

    /** A result stands after what it comes from, unless its head names it a total. */
    private static int rankOf(FoundFormula f) {
        boolean named =
                f.formula().operation() == Operation.SUM && f.formula().operands().size() > 2;
        return f.column().index() + (isInput(f.column()) ? 0 : 1000) + (named ? 2000 : 0);
    }

    private Optional<FoundFormula> tryFormula(PrintedColumn column, ColumnFormula formula) {
        int agreeing = 0;
        int computed = 0;
        for (PrintedRow row : figures.table().rows()) {
            Optional<Boolean> agrees = figures.agrees(formula, row, column);
            if (agrees.isEmpty()) continue;
            computed++;
            if (agrees.get()) agreeing++;
        }
        boolean enough = agreeing >= 2 && agreeing >= FEWEST_SHARE * computed;
        return enough && (agreeing >= 3 || isNamedResult(column))
                ? Optional.of(new FoundFormula(column, formula, agreeing, computed))
                : Optional.empty();
    }

    private static boolean isNamedResult(PrintedColumn column) {
        return !isInput(column);
    }

    /** What a table is given with: figures of a period, and what they are to become. */
    static boolean isInput(PrintedColumn column) {
        return column.role() instanceof PrintedColumnRole.ActualColumn
                || column.role() instanceof PrintedColumnRole.YearlyTargetColumn
                || column.role() == PlainColumn.BASELINE
                || column.role() == PlainColumn.MID_TERM
                || column.role() == PlainColumn.TARGET
                || column.role() == PlainColumn.FORMER_TARGET
                || column.role() == PlainColumn.OTHER && TargetWords.isTarget(column);
    }

    private List<ColumnFormula> candidateFormulas(PrintedColumn column) {
        List<ColumnFormula> candidates = new ArrayList<>(sumsBeside(column));
        if (isInput(column)) return candidates;
        List<PrintedColumn> others =
                numberColumns.stream().filter(c -> c.index() != column.index()).toList();
        for (PrintedColumn a : others) {
            if (SHARE_HEAD.matcher(column.heading()).matches())
                candidates.add(new ColumnFormula(Operation.SHARE_OF_TOTAL, List.of(a), 1));
            for (PrintedColumn b : others) {
                if (a == b) continue;
                for (Operation o :
                        List.of(
                                Operation.RATIO,
                                Operation.DIRECTED_RATIO,
                                Operation.GROWTH,
                                Operation.DIFFERENCE,
                                Operation.QUOTIENT))
                    candidates.add(new ColumnFormula(o, List.of(a, b), 1));
                int years = yearOf(a) - yearOf(b);
                if (years > 1 && yearOf(b) > 0)
                    candidates.add(new ColumnFormula(Operation.MEAN_GROWTH, List.of(a, b), years));
                for (PrintedColumn c : others)
                    if (c != a && c != b)
                        candidates.add(new ColumnFormula(Operation.PROGRESS, List.of(a, b, c), 1));
            }
        }
        return candidates;
    }

    private static int yearOf(PrintedColumn column) {
        Matcher m = YEAR.matcher(column.heading());
        int year = 0;
        while (m.find()) year = Integer.parseInt(m.group());
        return year;
    }

    /** Of neighbouring columns, on one side: the parts stand together. */
    private List<ColumnFormula> sumsBeside(PrintedColumn column) {
        List<ColumnFormula> sums = new ArrayList<>();
        int at = numberColumns.indexOf(column);
        for (int from = 0; from < numberColumns.size(); from++)
            for (int to = from + 2; to <= numberColumns.size(); to++) {
                if (at >= from && at < to || isInput(column) && to != at && from != at + 1)
                    continue;
                List<PrintedColumn> parts = numberColumns.subList(from, to);
                sums.add(new ColumnFormula(Operation.SUM, parts, 1));
                if (!isInput(column)) sums.add(new ColumnFormula(Operation.MEAN, parts, 1));
            }
        return sums;
    }
}
