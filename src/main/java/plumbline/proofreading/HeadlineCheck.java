package plumbline.proofreading;

import plumbline.assessment.VerdictTally;
import plumbline.plan.Verdict;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The sentences that count indicators, against the table. */
final class HeadlineCheck {
    private final PrintedTable table;
    private final Optional<TableRecomputation> recomputation;

    HeadlineCheck(PrintedTable table, Optional<TableRecomputation> recomputation) {
        this.table = table;
        this.recomputation = recomputation;
    }

    /** What a sentence says wrong twice is reported once. */
    List<Contradiction> findContradictions() {
        List<Contradiction> found = new ArrayList<>();
        matchHeadlines().stream()
                .flatMap(t -> t.contradiction().stream())
                .filter(c -> found.stream().noneMatch(f -> isSameContradiction(f, c)))
                .forEach(found::add);
        return found;
    }

    private static boolean isSameContradiction(Contradiction a, Contradiction b) {
        return a.kind() == b.kind()
                && a.printedText().equals(b.printedText())
                && a.recomputed().equals(b.recomputed())
                && a.quote().sentence().equals(b.quote().sentence());
    }

    /** For each sentence what is wrong with it, or that it holds. */
    List<ClaimMatch> matchHeadlines() {
        List<ClaimMatch> ties = new ArrayList<>();
        for (Headline h : table.headlines()) {
            List<ClaimMatch> broken =
                    Stream.of(checkTotal(h), checkTally(h), checkShare(h))
                            .flatMap(Optional::stream)
                            .map(ClaimMatch::contradicted)
                            .toList();
            ties.addAll(
                    broken.isEmpty()
                            ? List.of(ClaimMatch.confirmed(h.quote(), PrintedLocation.WHOLE_TABLE))
                            : broken);
        }
        return ties;
    }

    private Optional<Contradiction> checkTotal(Headline h) {
        int rows = table.rows().size();
        return h.indicatorCount() == rows
                ? Optional.empty()
                : contradictionOf(
                        Kind.TOTAL_WRONG,
                        h,
                        "" + h.indicatorCount(),
                        new RecomputedResult.CountResult(rows, rows),
                        ErrorHypothesis.CommonError.NONE);
    }

    private Optional<Contradiction> checkTally(Headline h) {
        if (h.verdicts().isEmpty() || h.indicatorCount() != table.rows().size())
            return Optional.empty();
        Optional<Integer> counted = findCount(h.verdicts());
        if (counted.isEmpty() || counted.get() == h.countedHere()) return Optional.empty();
        return contradictionOf(
                Kind.TALLY_WRONG,
                h,
                h.countedHere() + "/" + h.indicatorCount(),
                new RecomputedResult.CountResult(counted.get(), h.indicatorCount()),
                guessError(h));
    }

    /**
     * By the rule, if there is one and every row is judged by it; else by the classes as printed.
     */
    private Optional<Integer> findCount(Set<Verdict> which) {
        Optional<VerdictTally> tally =
                recomputation
                        .filter(
                                r ->
                                        table.note().rule().isPresent()
                                                && table.rows().stream()
                                                        .noneMatch(r::isTakenOtherwise))
                        .map(r -> r.evaluation().tallyAll());
        if (tally.isPresent() && tally.get().unjudgedCount() == 0)
            return tally.map(t -> which.stream().mapToInt(t::countOf).sum());
        return table.findColumn(PlainColumn.VERDICT).map(_ -> countPrinted(which));
    }

    private int countPrinted(Set<Verdict> which) {
        return (int)
                table.rows().stream()
                        .filter(
                                r ->
                                        table.findCell(r, PlainColumn.VERDICT)
                                                .flatMap(PrintedCell::findVerdict)
                                                .filter(which::contains)
                                                .isPresent())
                        .count();
    }

    private ErrorHypothesis guessError(Headline h) {
        if (table.findColumn(PlainColumn.VERDICT).isEmpty())
            return ErrorHypothesis.CommonError.NONE;
        if (countPrinted(h.verdicts()) == h.countedHere())
            return ErrorHypothesis.CommonError.CLASSES_AS_PRINTED;
        Set<Verdict> nearly = EnumSet.of(Verdict.NEARLY);
        nearly.addAll(h.verdicts());
        return countPrinted(nearly) == h.countedHere()
                ? ErrorHypothesis.CommonError.NEARLY_COUNTED
                : ErrorHypothesis.CommonError.NONE;
    }

    /** Whether the percentage is that of the two numbers beside it. */
    private static Optional<Contradiction> checkShare(Headline h) {
        if (h.sharePercent().isEmpty() || h.shareBase() == 0) return Optional.empty();
        PrintedShare printed = new PrintedShare(h.sharePercent().get().scaleByPowerOfTen(-2));
        BigDecimal exact = quotientOf(h.countedHere(), h.shareBase());
        if (printed.isRoundedFrom(exact)
                || printed.isRoundedFrom(quotientOf(h.countedTogether(), h.shareBase())))
            return Optional.empty();
        return contradictionOf(
                Kind.SHARE_WRONG,
                h,
                h.sharePercent().get().toPlainString() + "%",
                new RecomputedResult.PercentResult(exact),
                printed.isTruncatedFrom(exact)
                        ? ErrorHypothesis.CommonError.TRUNCATED
                        : ErrorHypothesis.CommonError.NONE);
    }

    private static BigDecimal quotientOf(int counted, int total) {
        return BigDecimal.valueOf(counted)
                .divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
    }

    private static Optional<Contradiction> contradictionOf(
            Kind kind,
            Headline h,
            String printed,
            RecomputedResult recomputed,
            ErrorHypothesis guess) {
        return Optional.of(
                new Contradiction(
                        kind, PrintedLocation.WHOLE_TABLE, printed, recomputed, guess, h.quote()));
    }
}
