package plumbline.proofreading;

import plumbline.proofreading.ColumnFormulaFinder.FoundFormula;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds every column against the formula most of its cells agree with, totals against their parts,
 * and words against the numbers they follow from.
 */
final class SheetCheck {
    private static final int MOST_DECIMALS = 8;
    private final SheetFigures figures;
    private final List<FoundFormula> formulas;
    private final Map<Integer, List<SheetOutcome>> outcomesByColumn = new HashMap<>();

    /**
     * A cell that could be held against something.
     *
     * @param contradiction what to say where it is not right
     */
    record SheetOutcome(
            PrintedRow row,
            PrintedColumn column,
            boolean isRight,
            String by,
            Contradiction contradiction) {}

    SheetCheck(PrintedTable table, String notes) {
        this.figures = new SheetFigures(table);
        this.formulas = new ColumnFormulaFinder(figures).findFormulas();
        List<SheetOutcome> all = new ArrayList<>();
        formulas.forEach(f -> checkFormula(f, all));
        for (TotalRowCheck.TotalOutcome t : new TotalRowCheck(figures).checkTotals(formulas))
            if (all.stream().noneMatch(o -> o.row == t.row() && o.column == t.column()))
                all.add(totalOutcome(t));
        for (WordColumnCheck.WordOutcome w :
                new WordColumnCheck(figures, notes).checkColumns(formulas)) all.add(wordOutcome(w));
        all.forEach(
                o ->
                        outcomesByColumn
                                .computeIfAbsent(o.column.index(), _ -> new ArrayList<>())
                                .add(o));
    }

    List<SheetOutcome> outcomesOf(PrintedColumn column) {
        return outcomesByColumn.getOrDefault(column.index(), List.of());
    }

    boolean hasFormula(PrintedColumn column) {
        return formulas.stream().anyMatch(f -> f.column().equals(column));
    }

    boolean isNumber(PrintedRow row, PrintedColumn column) {
        return figures.numberAt(row, column).isPresent();
    }

    /** Whether other columns are computed from it. */
    boolean isOperand(PrintedColumn column) {
        return formulas.stream().anyMatch(f -> f.formula().operands().contains(column));
    }

    private void checkFormula(FoundFormula found, List<SheetOutcome> all) {
        String by = found.formula().describe();
        for (PrintedRow row : figures.table().rows()) {
            Optional<Boolean> agrees = figures.agrees(found.formula(), row, found.column());
            if (agrees.isEmpty()) continue;
            FormulaResult result =
                    figures.resultOf(found.formula(), row, found.column()).orElseThrow();
            RoundedNumber printed = figures.numberAt(row, found.column()).orElseThrow();
            all.add(
                    new SheetOutcome(
                            row,
                            found.column(),
                            agrees.get(),
                            by,
                            contradictionOf(
                                    Kind.RESULT_WRONG,
                                    row,
                                    found.column(),
                                    amountOf(result.amount(), printed.decimals(), by))));
        }
    }

    private SheetOutcome totalOutcome(TotalRowCheck.TotalOutcome total) {
        int decimals = figures.numberAt(total.row(), total.column()).orElseThrow().decimals();
        return new SheetOutcome(
                total.row(),
                total.column(),
                total.isRight(),
                "Σ",
                contradictionOf(
                        Kind.SUM_WRONG,
                        total.row(),
                        total.column(),
                        amountOf(total.sum(), decimals, "Σ")));
    }

    private static SheetOutcome wordOutcome(WordColumnCheck.WordOutcome word) {
        return new SheetOutcome(
                word.row(),
                word.column(),
                word.isRight(),
                word.by(),
                contradictionOf(
                        Kind.WORD_WRONG,
                        word.row(),
                        word.column(),
                        new RecomputedResult.WordByFigures(word.expected(), word.by())));
    }

    private static RecomputedResult amountOf(double amount, int decimals, String by) {
        return new RecomputedResult.FormulaAmount(
                BigDecimal.valueOf(amount)
                        .setScale(Math.min(decimals, MOST_DECIMALS), RoundingMode.HALF_UP),
                by);
    }

    private static Contradiction contradictionOf(
            Kind kind, PrintedRow row, PrintedColumn column, RecomputedResult recomputed) {
        return Contradiction.inCell(
                kind,
                PrintedLocation.ofCell(row, column),
                recomputed,
                ErrorHypothesis.CommonError.NONE);
    }
}
