package plumbline.proofreading;

import plumbline.assessment.Figure;
import plumbline.assessment.Reason;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.Where;
import plumbline.proofreading.PrintedColumnRole.Plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attainment and progress, cell by cell. */
final class QuotientCheck {
    private final Recomputation recomputation;
    private final PrintedTable table;
    private final QuotientGuess guesses;

    QuotientCheck(Recomputation recomputation) {
        this.recomputation = recomputation;
        this.table = recomputation.table();
        this.guesses = new QuotientGuess(recomputation);
    }

    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        for (Plain measure : List.of(Plain.ATTAINMENT, Plain.PROGRESS)) {
            Optional<PrintedColumn> column = table.column(measure);
            Shares shares = recomputation.shares().get(measure);
            column.ifPresent(
                    c ->
                            table.rows()
                                    .forEach(
                                            r ->
                                                    check(r, c, measure, shares)
                                                            .ifPresent(found::add)));
        }
        return found;
    }

    private Optional<Contradiction> check(
            PrintedRow row, PrintedColumn column, Plain measure, Shares shares) {
        Where where = Where.of(row, column);
        Figure figure = recomputation.figure(row, measure);
        Optional<PrintedShare> printed = shares.printed(row);
        if (printed.isPresent())
            return figure.either(
                    known -> wrong(row, measure, known, printed.get(), where),
                    reason ->
                            recomputation.lacking(row, reason)
                                    ? impossible(Kind.QUOTIENT_IMPOSSIBLE, reason, where)
                                    : Optional.empty());
        if (!row.cells().get(column.index()).blank()) return Optional.empty();
        return figure.either(
                known ->
                        measure == Plain.PROGRESS && recomputation.heldAsSuch(row)
                                ? Optional.empty()
                                : fillable(row, known, where),
                reason ->
                        Recomputation.zeroDivisor(reason)
                                ? impossible(Kind.BLANK_IMPOSSIBLE, reason, where)
                                : Optional.empty());
    }

    private Optional<Contradiction> wrong(
            PrintedRow row, Plain measure, Figure.Known known, PrintedShare printed, Where where) {
        if (!recomputation.onJudged(row)
                || printed.is(known.value())
                || recomputation.takenOtherwise(row)) return Optional.empty();
        ErrorHypothesis guess = guesses.of(row, measure, known.value(), printed);
        boolean withinInputs =
                guess != ErrorHypothesis.Plain.TRUNCATED
                        && new Tolerance(recomputation, row).admits(measure, printed);
        return withinInputs
                ? Optional.empty()
                : Optional.of(
                        Proofreading.contradiction(
                                Kind.QUOTIENT_WRONG,
                                where,
                                new Recomputed.Percent(known.value()),
                                guess));
    }

    private Optional<Contradiction> fillable(PrintedRow row, Figure.Known known, Where where) {
        if (!recomputation.onJudged(row)) return Optional.empty();
        return Optional.of(
                Proofreading.contradiction(
                        Kind.BLANK_FILLABLE,
                        where,
                        new Recomputed.Percent(known.value()),
                        ErrorHypothesis.Plain.NONE));
    }

    /**
     * A blank that follows from a blank in the same row needs no word; one that follows from a zero
     * divisor does.
     */
    private static Optional<Contradiction> impossible(Kind kind, Reason reason, Where where) {
        return Optional.of(
                Proofreading.contradiction(
                        kind,
                        where,
                        new Recomputed.Impossible(reason),
                        ErrorHypothesis.Plain.NONE));
    }
}
