package plumbline.proofreading;

import plumbline.proofreading.ColumnFormulaFinder.FoundFormula;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the parts add up to the row that is named their total. */
final class TotalRowCheck {
    private static final Pattern NEVER_SUMMED =
            Pattern.compile(
                    "(?i).*(%|率|比重|占比|增长|增幅|增速|平均|人均|每|排名|位次|均|per |rank|rate|share|growth|change|average).*");
    private final SheetFigures figures;

    /** A cell of the total against its parts. */
    record TotalOutcome(PrintedRow row, PrintedColumn column, double sum, boolean isRight) {}

    TotalRowCheck(SheetFigures figures) {
        this.figures = figures;
    }

    /**
     * Columns that have a formula of their own are left to it. Nothing is said where no column of
     * the total is the sum of its parts: then it is the total of something else.
     */
    List<TotalOutcome> checkTotals(List<FoundFormula> formulas) {
        Optional<PrintedRow> total = figures.totalRow();
        if (total.isEmpty()) return List.of();
        Set<Integer> computed =
                formulas.stream()
                        .filter(f -> f.formula().operation() != ColumnFormula.Operation.SUM)
                        .map(f -> f.column().index())
                        .collect(Collectors.toSet());
        List<TotalOutcome> outcomes =
                figures.numberColumns().stream()
                        .filter(c -> !computed.contains(c.index()))
                        .flatMap(c -> checkColumn(total.get(), c).stream())
                        .toList();
        boolean known = outcomes.stream().anyMatch(TotalOutcome::isRight);
        return known ? outcomes : List.of();
    }

    private Optional<TotalOutcome> checkColumn(PrintedRow total, PrintedColumn column) {
        Optional<RoundedNumber> printed = figures.numberAt(total, column);
        List<RoundedNumber> parts =
                figures.table().rows().stream()
                        .filter(r -> !SheetFigures.isTotal(r) && !SheetFigures.isPartOfAnother(r))
                        .flatMap(r -> figures.numberAt(r, column).stream())
                        .toList();
        if (printed.isEmpty() || parts.size() < 2) return Optional.empty();
        double sum = parts.stream().mapToDouble(RoundedNumber::amount).sum();
        double slack = parts.stream().mapToDouble(RoundedNumber::halfUnit).sum();
        boolean right =
                new FormulaResult(sum, sum - slack, sum + slack)
                        .admits(printed.get(), printed.get().halfUnit() == 0);
        if (!right && NEVER_SUMMED.matcher(column.heading()).matches()) return Optional.empty();
        return Optional.of(new TotalOutcome(total, column, sum, right));
    }
}
