package plumbline.proofreading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of a table as they stand in its cells, whatever the heads say. */
final class SheetFigures {
    private static final Pattern TOTAL_NAME =
            Pattern.compile(
                    "(?i)(合\\s*计|总\\s*计|全[市省县区州国旗镇乡]|total|sum|region|whole (?:city|county|region)|all)");
    private static final Pattern PART_OF_ANOTHER =
            Pattern.compile("(?i)\\s*(其中|#|of which|including).*");
    private static final Pattern DOWNWARDS =
            Pattern.compile("(?i)逆向?|负向|反向|↓|下降|降低|减少|越小越好|lower|down|fall(?:ing)?|decrease");
    private static final double WHOLE = 100;
    private final PrintedTable table;
    private final List<List<Optional<RoundedNumber>>> numbers = new ArrayList<>();

    SheetFigures(PrintedTable table) {
        this.table = table;
        for (PrintedRow row : table.rows())
            numbers.add(row.cells().stream().map(c -> RoundedNumber.parse(c.text())).toList());
    }

    PrintedTable table() {
        return table;
    }

    Optional<RoundedNumber> numberAt(PrintedRow row, PrintedColumn column) {
        return numbers.get(row.index()).get(column.index());
    }

    List<PrintedColumn> numberColumns() {
        return table.columns().stream().filter(this::holdsNumbers).toList();
    }

    private boolean holdsNumbers(PrintedColumn column) {
        if (column.role() == PrintedColumnRole.PlainColumn.NUMBER
                || column.role() == PrintedColumnRole.PlainColumn.NAME
                || column.role() == PrintedColumnRole.PlainColumn.UNIT) return false;
        long filled = table.rows().stream().filter(r -> numberAt(r, column).isPresent()).count();
        return filled >= 2 && 2 * filled >= table.rows().size();
    }

    /** The row that is named a total. */
    Optional<PrintedRow> totalRow() {
        return table.rows().stream().filter(SheetFigures::isTotal).reduce((_, b) -> b);
    }

    /** The total, or where none is named the row whose share is the whole. */
    Optional<PrintedRow> wholeRow(PrintedColumn shares) {
        return totalRow()
                .or(
                        () ->
                                table.rows().stream()
                                        .filter(
                                                r ->
                                                        numberAt(r, shares)
                                                                .filter(n -> n.amount() == WHOLE)
                                                                .isPresent())
                                        .findFirst());
    }

    static boolean isTotal(PrintedRow row) {
        return TOTAL_NAME.matcher(row.name().strip()).matches();
    }

    static boolean isPartOfAnother(PrintedRow row) {
        return PART_OF_ANOTHER.matcher(row.name()).matches();
    }

    /** By a word in one of the row's cells. */
    boolean isDownwards(PrintedRow row) {
        return row.cells().stream().anyMatch(c -> DOWNWARDS.matcher(c.text().strip()).matches());
    }

    /**
     * @return nothing where a figure is missing; an empty cell of a sum is none
     */
    Optional<FormulaResult> resultOf(
            ColumnFormula formula, PrintedRow row, PrintedColumn resultColumn) {
        List<RoundedNumber> inputs = new ArrayList<>();
        for (PrintedColumn operand : formula.operands()) {
            Optional<RoundedNumber> number = numberAt(row, operand);
            if (number.isPresent()) inputs.add(number.get());
            else if (formula.operation() != ColumnFormula.Operation.SUM) return Optional.empty();
        }
        if (inputs.isEmpty()) return Optional.empty();
        if (formula.operation() == ColumnFormula.Operation.SHARE_OF_TOTAL) {
            Optional<RoundedNumber> whole =
                    wholeRow(resultColumn).flatMap(w -> numberAt(w, formula.operands().getFirst()));
            if (whole.isEmpty()) return Optional.empty();
            inputs.add(whole.get());
        }
        return possibleResult(formula, inputs, isDownwards(row));
    }

    private static Optional<FormulaResult> possibleResult(
            ColumnFormula formula, List<RoundedNumber> inputs, boolean downwards) {
        List<Double> plain = inputs.stream().map(RoundedNumber::amount).toList();
        Optional<Double> amount = formula.compute(plain, downwards);
        if (amount.isEmpty()) return Optional.empty();
        double low = amount.get();
        double high = amount.get();
        if (formula.isAdditive()) {
            double slack = inputs.stream().mapToDouble(RoundedNumber::halfUnit).sum();
            if (formula.operation() == ColumnFormula.Operation.MEAN) slack /= inputs.size();
            return Optional.of(new FormulaResult(amount.get(), low - slack, high + slack));
        }
        for (int corner = 0; corner < 1 << inputs.size(); corner++) {
            List<Double> moved = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++)
                moved.add(
                        inputs.get(i).amount()
                                + ((corner >> i & 1) == 0 ? -1 : 1) * inputs.get(i).halfUnit());
            Optional<Double> there = formula.compute(moved, downwards);
            if (there.isEmpty()) continue;
            low = Math.min(low, there.get());
            high = Math.max(high, there.get());
        }
        return Optional.of(new FormulaResult(amount.get(), low, high));
    }

    /** Whether the printed number is the formula's; nothing where one of them is missing. */
    Optional<Boolean> agrees(ColumnFormula formula, PrintedRow row, PrintedColumn column) {
        Optional<RoundedNumber> printed = numberAt(row, column);
        Optional<FormulaResult> result = resultOf(formula, row, column);
        if (printed.isEmpty() || result.isEmpty()) return Optional.empty();
        boolean exact = formula.isAdditive() && formula.operation() != ColumnFormula.Operation.MEAN;
        return Optional.of(
                result.get().admits(printed.get(), exact && isAsFine(formula, row, printed.get())));
    }

    /** A sum shown with as many decimals as its parts is not rounded again. */
    private boolean isAsFine(ColumnFormula formula, PrintedRow row, RoundedNumber printed) {
        return formula.operands().stream()
                .flatMap(c -> numberAt(row, c).stream())
                .allMatch(n -> n.decimals() <= printed.decimals());
    }
}
