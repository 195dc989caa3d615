package plumbline.proofreading;

import plumbline.assessment.Figure;
import plumbline.assessment.Reason;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attainment and progress, cell by cell. */
final class QuotientCheck {
    private final TableRecomputation recomputation;
    private final PrintedTable table;
    private final QuotientErrorFinder errorFinder;

    QuotientCheck(TableRecomputation recomputation) {
        this.recomputation = recomputation;
        this.table = recomputation.table();
        this.errorFinder = new QuotientErrorFinder(recomputation);
    }

    List<Contradiction> findContradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (PlainColumn measure : List.of(PlainColumn.ATTAINMENT, PlainColumn.PROGRESS)) {
            Optional<PrintedColumn> column = table.findColumn(measure);
            PrintedShareColumn shares = recomputation.shareColumns().get(measure);
            column.ifPresent(
                    c ->
                            table.rows()
                                    .forEach(
                                            r ->
                                                    checkCell(r, c, measure, shares)
                                                            .ifPresent(found::add)));
        }
        return found;
    }

    /** The addresses of the printed shares that agree with the plan made of the table. */
    Set<String> confirmedCells() {
        PrintedTable table = recomputation.table();
        Set<String> confirmed = new HashSet<>();
        for (PlainColumn measure : List.of(PlainColumn.ATTAINMENT, PlainColumn.PROGRESS)) {
            Optional<PrintedColumn> column = table.findColumn(measure);
            if (column.isEmpty()) continue;
            for (PrintedRow row : table.rows())
                if (isConfirmed(row, measure))
                    confirmed.add(row.cells().get(column.get().index()).address());
        }
        return confirmed;
    }

    private boolean isConfirmed(PrintedRow row, PlainColumn measure) {
        Optional<PrintedShare> printed =
                recomputation.shareColumns().get(measure).findPrintedShare(row);
        Optional<BigDecimal> known = recomputation.figureOfRow(row, measure).knownValue();
        if (printed.isEmpty() || known.isEmpty()) return false;
        if (recomputation.isTakenOtherwise(row)) return true;
        return recomputation.isOnJudgedPeriod(row)
                && (printed.get().isRoundedFrom(known.get())
                        || !printed.get().isTruncatedFrom(known.get())
                                && new RoundingTolerance(recomputation, row)
                                        .admitsShare(measure, printed.get()));
    }

    private Optional<Contradiction> checkCell(
            PrintedRow row, PrintedColumn column, PlainColumn measure, PrintedShareColumn shares) {
        PrintedLocation where = PrintedLocation.ofCell(row, column);
        Figure figure = recomputation.figureOfRow(row, measure);
        Optional<PrintedShare> printed = shares.findPrintedShare(row);
        if (printed.isPresent())
            return figure.foldKnownOrUnknown(
                    known -> checkPrintedQuotient(row, measure, known, printed.get(), where),
                    reason ->
                            recomputation.liesInRow(row, reason)
                                    ? impossibleContradiction(
                                            Kind.QUOTIENT_IMPOSSIBLE, reason, where)
                                    : Optional.empty());
        if (!row.cells().get(column.index()).isBlank()) return Optional.empty();
        return figure.foldKnownOrUnknown(
                known ->
                        measure == PlainColumn.PROGRESS && recomputation.isRightWithoutProgress(row)
                                ? Optional.empty()
                                : checkFillableBlank(row, known, where),
                reason ->
                        TableRecomputation.isZeroDivisor(reason)
                                ? impossibleContradiction(Kind.BLANK_IMPOSSIBLE, reason, where)
                                : Optional.empty());
    }

    private Optional<Contradiction> checkPrintedQuotient(
            PrintedRow row,
            PlainColumn measure,
            Figure.Known known,
            PrintedShare printed,
            PrintedLocation where) {
        if (!recomputation.isOnJudgedPeriod(row)
                || printed.isRoundedFrom(known.value())
                || recomputation.isTakenOtherwise(row)) return Optional.empty();
        ErrorHypothesis guess = errorFinder.guessError(row, measure, known.value(), printed);
        boolean withinInputs =
                guess != ErrorHypothesis.CommonError.TRUNCATED
                        && new RoundingTolerance(recomputation, row).admitsShare(measure, printed);
        return withinInputs
                ? Optional.empty()
                : Optional.of(
                        Contradiction.inCell(
                                Kind.QUOTIENT_WRONG,
                                where,
                                new RecomputedResult.PercentResult(known.value()),
                                guess));
    }

    private Optional<Contradiction> checkFillableBlank(
            PrintedRow row, Figure.Known known, PrintedLocation where) {
        if (!recomputation.isOnJudgedPeriod(row)) return Optional.empty();
        return Optional.of(
                Contradiction.inCell(
                        Kind.BLANK_FILLABLE,
                        where,
                        new RecomputedResult.PercentResult(known.value()),
                        ErrorHypothesis.CommonError.NONE));
    }

    /**
     * A blank that follows from a blank in the same row needs no word; one that follows from a zero
     * divisor does.
     */
    private static Optional<Contradiction> impossibleContradiction(
            Kind kind, Reason reason, PrintedLocation where) {
        return Optional.of(
                Contradiction.inCell(
                        kind,
                        where,
                        new RecomputedResult.ImpossibleResult(reason),
                        ErrorHypothesis.CommonError.NONE));
    }
}
