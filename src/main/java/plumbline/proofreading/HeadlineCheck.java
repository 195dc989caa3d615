package plumbline.proofreading;

import plumbline.assessment.Tally;
import plumbline.plan.Verdict;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.Where;
import plumbline.proofreading.PrintedColumnRole.Plain;

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
    private final Optional<Recomputation> recomputation;

    HeadlineCheck(PrintedTable table, Optional<Recomputation> recomputation) {
        this.table = table;
        this.recomputation = recomputation;
    }

    /** What a sentence says wrong twice is reported once. */
    List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        ties().stream()
                .flatMap(t -> t.contradiction().stream())
                .filter(c -> found.stream().noneMatch(f -> same(f, c)))
                .forEach(found::add);
        return found;
    }

    private static boolean same(Contradiction a, Contradiction b) {
        return a.kind() == b.kind()
                && a.printed().equals(b.printed())
                && a.recomputed().equals(b.recomputed())
                && a.quote().sentence().equals(b.quote().sentence());
    }

    /** For each sentence what is wrong with it, or that it holds. */
    List<ClaimMatch> ties() {
        List<ClaimMatch> ties = new ArrayList<>();
        for (Headline h : table.headlines()) {
            List<ClaimMatch> broken =
                    Stream.of(total(h), tally(h), share(h))
                            .flatMap(Optional::stream)
                            .map(ClaimMatch::broken)
                            .toList();
            ties.addAll(
                    broken.isEmpty()
                            ? List.of(ClaimMatch.holding(h.quote(), Where.WHOLE))
                            : broken);
        }
        return ties;
    }

    private Optional<Contradiction> total(Headline h) {
        int rows = table.rows().size();
        return h.total() == rows
                ? Optional.empty()
                : found(
                        Kind.TOTAL_WRONG,
                        h,
                        "" + h.total(),
                        new Recomputed.Count(rows, rows),
                        ErrorHypothesis.Plain.NONE);
    }

    private Optional<Contradiction> tally(Headline h) {
        if (h.which().isEmpty() || h.total() != table.rows().size()) return Optional.empty();
        Optional<Integer> counted = counted(h.which());
        if (counted.isEmpty() || counted.get() == h.counted()) return Optional.empty();
        return found(
                Kind.TALLY_WRONG,
                h,
                h.counted() + "/" + h.total(),
                new Recomputed.Count(counted.get(), h.total()),
                guess(h));
    }

    /**
     * By the rule, if there is one and every row is judged by it; else by the classes as printed.
     */
    private Optional<Integer> counted(Set<Verdict> which) {
        Optional<Tally> tally =
                recomputation
                        .filter(
                                r ->
                                        table.note().rule().isPresent()
                                                && table.rows().stream()
                                                        .noneMatch(r::takenOtherwise))
                        .map(r -> r.standing().tally());
        if (tally.isPresent() && tally.get().unjudged() == 0)
            return tally.map(t -> which.stream().mapToInt(t::of).sum());
        return table.column(Plain.VERDICT).map(_ -> printed(which));
    }

    private int printed(Set<Verdict> which) {
        return (int)
                table.rows().stream()
                        .filter(
                                r ->
                                        table.cell(r, Plain.VERDICT)
                                                .flatMap(PrintedCell::verdict)
                                                .filter(which::contains)
                                                .isPresent())
                        .count();
    }

    private ErrorHypothesis guess(Headline h) {
        if (table.column(Plain.VERDICT).isEmpty()) return ErrorHypothesis.Plain.NONE;
        if (printed(h.which()) == h.counted()) return ErrorHypothesis.Plain.CLASSES_AS_PRINTED;
        Set<Verdict> nearly = EnumSet.of(Verdict.NEARLY);
        nearly.addAll(h.which());
        return printed(nearly) == h.counted()
                ? ErrorHypothesis.Plain.NEARLY_COUNTED
                : ErrorHypothesis.Plain.NONE;
    }

    /** Whether the percentage is that of the two numbers beside it. */
    private static Optional<Contradiction> share(Headline h) {
        if (h.share().isEmpty() || h.total() == 0) return Optional.empty();
        PrintedShare printed = new PrintedShare(h.share().get().scaleByPowerOfTen(-2));
        BigDecimal exact = share(h.counted(), h.total());
        if (printed.is(exact) || printed.is(share(h.together(), h.total())))
            return Optional.empty();
        return found(
                Kind.SHARE_WRONG,
                h,
                h.share().get().toPlainString() + "%",
                new Recomputed.Percent(exact),
                printed.isTruncated(exact)
                        ? ErrorHypothesis.Plain.TRUNCATED
                        : ErrorHypothesis.Plain.NONE);
    }

    private static BigDecimal share(int counted, int total) {
        return BigDecimal.valueOf(counted)
                .divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
    }

    private static Optional<Contradiction> found(
            Kind kind, Headline h, String printed, Recomputed recomputed, ErrorHypothesis guess) {
        return Optional.of(
                new Contradiction(kind, Where.WHOLE, printed, recomputed, guess, h.quote()));
    }
}
