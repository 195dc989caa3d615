package plumbline.proofreading;

import plumbline.proofreading.CellCheck.CheckOutcome;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;
import plumbline.proofreading.SheetCheck.SheetOutcome;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what the plan made of a table says of its cells with what the columns say of one another:
 * of each column the side with which more of its cells agree is believed.
 */
final class TableVerdicts {
    private static final Set<Kind> OF_RESULTS =
            EnumSet.of(
                    Kind.QUOTIENT_WRONG,
                    Kind.AGGREGATE_WRONG,
                    Kind.CLASS_WRONG,
                    Kind.CLASS_UNUSED,
                    Kind.CLASS_UNKNOWN,
                    Kind.COLUMN_OTHERWISE);
    private static final Set<PlainColumn> LABELS =
            EnumSet.of(
                    PlainColumn.NUMBER,
                    PlainColumn.NAME,
                    PlainColumn.UNIT,
                    PlainColumn.GROUP,
                    PlainColumn.PROPERTY);
    private final PrintedTable table;
    private final SheetCheck sheet;
    private final Set<String> confirmedByPlan;
    private final List<Contradiction> contradictions = new ArrayList<>();

    /**
     * @param confirmedByPlan the addresses of the cells that agree with the plan
     */
    TableVerdicts(
            PrintedTable table,
            SheetCheck sheet,
            Set<String> confirmedByPlan,
            List<Contradiction> byPlan) {
        this.table = table;
        this.sheet = sheet;
        this.confirmedByPlan = confirmedByPlan;
        contradictions.addAll(byPlan);
    }

    /**
     * @param rowsDiffer whether each row may have a formula of its own: then the plan's side is
     *     believed of its results
     */
    void joinBothSides(boolean rowsDiffer) {
        table.columns().stream()
                .filter(c -> isSheetBelieved(c) && !(rowsDiffer && isOfPlan(c)))
                .forEach(this::takeFromSheet);
    }

    private static boolean isOfPlan(PrintedColumn column) {
        return column.role() == PlainColumn.ATTAINMENT
                || column.role() == PlainColumn.PROGRESS
                || column.role() == PlainColumn.VERDICT
                || column.role() instanceof PrintedColumnRole.AggregateColumn;
    }

    private boolean isSheetBelieved(PrintedColumn column) {
        if (sheet.outcomesOf(column).isEmpty() || isOtherwise(column)) return false;
        long bySheet = sheet.outcomesOf(column).stream().filter(SheetOutcome::isRight).count();
        long byPlan =
                table.rows().stream()
                        .filter(r -> confirmedByPlan.contains(addressOf(r, column)))
                        .count();
        return bySheet > byPlan || byPlan == 0;
    }

    private boolean isOtherwise(PrintedColumn column) {
        return contradictions.stream()
                .anyMatch(
                        c ->
                                c.kind() == Kind.COLUMN_OTHERWISE
                                        && c.location()
                                                .column()
                                                .filter(column::equals)
                                                .isPresent());
    }

    private static String addressOf(PrintedRow row, PrintedColumn column) {
        return row.cells().get(column.index()).address();
    }

    /** What both find wrong is told with the guess of the plan's side. */
    private void takeFromSheet(PrintedColumn column) {
        for (SheetOutcome outcome : sheet.outcomesOf(column)) {
            Optional<Contradiction> same = findContradiction(outcome.row(), column);
            if (outcome.isRight()) same.ifPresent(contradictions::remove);
            else if (same.isEmpty()) contradictions.add(outcome.contradiction());
        }
        boolean allRight = sheet.outcomesOf(column).stream().allMatch(SheetOutcome::isRight);
        contradictions.removeIf(
                c ->
                        OF_RESULTS.contains(c.kind())
                                && c.location().column().filter(column::equals).isPresent()
                                && (c.location().row().isEmpty()
                                        ? allRight
                                        : isWithoutOutcome(c, column)));
    }

    private boolean isWithoutOutcome(Contradiction c, PrintedColumn column) {
        return sheet.outcomesOf(column).stream()
                .noneMatch(o -> o.row().equals(c.location().row().orElseThrow()));
    }

    private Optional<Contradiction> findContradiction(PrintedRow row, PrintedColumn column) {
        return contradictions.stream()
                .filter(
                        c ->
                                OF_RESULTS.contains(c.kind())
                                        && c.location().row().filter(row::equals).isPresent()
                                        && c.location().column().filter(column::equals).isPresent())
                .findFirst();
    }

    List<Contradiction> contradictions() {
        return contradictions;
    }

    List<CellCheck> cellChecks() {
        List<CellCheck> checks = new ArrayList<>();
        for (PrintedRow row : table.rows())
            for (PrintedColumn column : table.columns())
                if (!LABELS.contains(column.role())) checks.add(checkOf(row, column));
        return checks;
    }

    private CellCheck checkOf(PrintedRow row, PrintedColumn column) {
        Optional<SheetOutcome> outcome =
                sheet.outcomesOf(column).stream().filter(o -> o.row().equals(row)).findFirst();
        boolean wrong =
                contradictions.stream()
                        .anyMatch(
                                c ->
                                        c.severity() != Contradiction.ContradictionSeverity.REMARK
                                                && c.location()
                                                        .row()
                                                        .filter(row::equals)
                                                        .isPresent()
                                                && c.location()
                                                        .column()
                                                        .filter(column::equals)
                                                        .isPresent());
        boolean right =
                confirmedByPlan.contains(addressOf(row, column))
                        || outcome.filter(SheetOutcome::isRight).isPresent();
        CheckOutcome said =
                wrong ? CheckOutcome.WRONG : right ? CheckOutcome.RIGHT : whyUnchecked(row, column);
        return new CellCheck(row, column, said, outcome.map(SheetOutcome::by).orElse(""));
    }

    private CheckOutcome whyUnchecked(PrintedRow row, PrintedColumn column) {
        PrintedCell cell = row.cells().get(column.index());
        if (cell.isBlank() || cell.text().matches("[-—–―/\\s]*|(?i)n/a")) return CheckOutcome.BLANK;
        if (cell.content() instanceof PrintedCell.UnreadablePrint) return CheckOutcome.UNREADABLE;
        if (!sheet.isNumber(row, column) && cell.findNumber().isEmpty()) return CheckOutcome.WORDS;
        if (isGiven(column) || sheet.isOperand(column)) return CheckOutcome.GIVEN;
        return sheet.hasFormula(column) ? CheckOutcome.FIGURE_MISSING : CheckOutcome.NO_FORMULA;
    }

    private static boolean isGiven(PrintedColumn column) {
        return switch (column.role()) {
            case PrintedColumnRole.ActualColumn _, PrintedColumnRole.YearlyTargetColumn _ -> true;
            case PrintedColumnRole.AggregateColumn _ -> false;
            case PlainColumn plain ->
                    plain == PlainColumn.BASELINE
                            || plain == PlainColumn.MID_TERM
                            || plain == PlainColumn.TARGET
                            || plain == PlainColumn.FORMER_TARGET;
        };
    }
}
