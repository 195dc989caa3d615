package plumbline.proofreading;

import plumbline.assessment.Arithmetic;
import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Judgement;
import plumbline.assessment.Reason;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Bound;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.Where;
import plumbline.proofreading.PrintedCell.Class;
import plumbline.proofreading.PrintedColumnRole.Plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The classes given, against the rule of the note or the one that was chosen; nothing is said where
 * there is no rule.
 */
final class ClassCheck {
    private static final int DECIMALS_OF_POINTS = 2;
    private final Recomputation recomputation;
    private final List<Recomputation> others;
    private final PrintedTable table;

    ClassCheck(Recomputation recomputation) {
        this.recomputation = recomputation;
        this.others = recomputation.others();
        this.table = recomputation.table();
    }

    List<Contradiction> contradictions() {
        Optional<PrintedColumn> column = table.column(Plain.VERDICT);
        Optional<VerdictRule> rule = table.note().rule();
        if (column.isEmpty() || rule.isEmpty()) return List.of();
        List<Contradiction> found = new ArrayList<>();
        for (Band band : rule.get().bands()) unused(band, column.get()).ifPresent(found::add);
        for (PrintedRow row : table.rows())
            check(row, column.get(), rule.get()).ifPresent(found::add);
        return found;
    }

    private Optional<Contradiction> unused(Band band, PrintedColumn column) {
        boolean used =
                table.rows().stream()
                        .anyMatch(
                                r ->
                                        r.cells()
                                                .get(column.index())
                                                .verdict()
                                                .equals(Optional.of(band.verdict())));
        if (used || table.note().open().contains(band.verdict())) return Optional.empty();
        int members =
                (int)
                        table.rows().stream()
                                .filter(r -> !recomputation.takenOtherwise(r))
                                .map(recomputation::of)
                                .filter(
                                        a ->
                                                !a.judgement().passOrFail()
                                                        && a.verdict()
                                                                .equals(
                                                                        Optional.of(
                                                                                band.verdict())))
                                .count();
        if (members == 0) return Optional.empty();
        return Optional.of(
                new Contradiction(
                        Kind.CLASS_UNUSED,
                        Where.of(column),
                        band.label(),
                        new Recomputed.Members(band.verdict(), band.label(), members),
                        ErrorHypothesis.Plain.NONE,
                        Quote.NONE));
    }

    private Optional<Contradiction> check(PrintedRow row, PrintedColumn column, VerdictRule rule) {
        Where where = Where.of(row, column);
        Assessment a = recomputation.of(row);
        return switch (row.cells().get(column.index()).content()) {
            case Class(Verdict printed) -> wrong(row, a, printed, rule, where);
            case PrintedCell.Passed(Verdict printed) ->
                    a.judgement().passOrFail()
                                    || ofRule(row.cells().get(column.index()).text(), rule)
                            ? wrong(row, a, printed, rule, where)
                            : Optional.empty();
            case PrintedCell.Blank _ -> blank(row, a, rule, where);
            case PrintedCell.Words _ ->
                    Optional.of(
                            Proofreading.contradiction(
                                    Kind.CLASS_UNKNOWN,
                                    where,
                                    new Recomputed.Nothing(),
                                    ErrorHypothesis.Plain.NONE));
            case PrintedCell.Number _, PrintedCell.Unreadable _, PrintedCell.Unjudged _ ->
                    Optional.empty();
        };
    }

    /**
     * 达标 is a class of some rules; of the others it says that the row was judged by something else.
     */
    private static boolean ofRule(String text, VerdictRule rule) {
        return rule.bands().stream().anyMatch(b -> b.label().equals(text.strip()));
    }

    private Optional<Contradiction> wrong(
            PrintedRow row, Assessment a, Verdict printed, VerdictRule rule, Where where) {
        if (!recomputation.onJudged(row)
                || a.verdict().isEmpty()
                || recomputation.courseWithheld(row)
                || recomputation.takenOtherwise(row)) return Optional.empty();
        Verdict expected = a.verdict().get();
        if (printed == expected || admitted(a, printed, rule) || leftOpen(printed, expected))
            return Optional.empty();
        return Optional.of(
                Proofreading.contradiction(
                        Kind.CLASS_WRONG,
                        where,
                        given(expected, rule),
                        guess(row, a, printed, rule)));
    }

    /** What must hold every year may also be classed by its progress. */
    private boolean admitted(Assessment a, Verdict printed, VerdictRule rule) {
        return a.judgement().passOrFail()
                && band(a, rule).filter(b -> b.verdict() == printed).isPresent();
    }

    /** 慢于 where the width of 接近 is not said and ours would reach so far. */
    private boolean leftOpen(Verdict printed, Verdict expected) {
        return table.note().open().contains(expected) && printed.compareTo(expected) > 0;
    }

    private Optional<Contradiction> blank(
            PrintedRow row, Assessment a, VerdictRule rule, Where where) {
        return switch (a.judgement()) {
            case Judgement.Judged judged
                    when recomputation.onJudged(row) && !recomputation.takenOtherwise(row) ->
                    Optional.of(
                            Proofreading.contradiction(
                                    Kind.BLANK_FILLABLE,
                                    where,
                                    given(judged.verdict(), rule),
                                    ErrorHypothesis.Plain.NONE));
            case Judgement.Unjudged(Reason reason) when Recomputation.zeroDivisor(reason) ->
                    Optional.of(
                            Proofreading.contradiction(
                                    Kind.BLANK_IMPOSSIBLE,
                                    where,
                                    new Recomputed.Impossible(reason),
                                    ErrorHypothesis.Plain.NONE));
            case Judgement.Judged _, Judgement.Unjudged _ -> Optional.empty();
        };
    }

    private static Recomputed given(Verdict verdict, VerdictRule rule) {
        String label =
                rule.bands().stream()
                        .filter(b -> b.verdict() == verdict)
                        .map(Band::label)
                        .findFirst()
                        .orElse("");
        return new Recomputed.Class(verdict, label);
    }

    private ErrorHypothesis guess(PrintedRow row, Assessment a, Verdict printed, VerdictRule rule) {
        Verdict expected = a.verdict().orElseThrow();
        if (printed == Verdict.NEARLY && expected == Verdict.BEHIND)
            return nearWidth(a, rule)
                    .<ErrorHypothesis>map(ErrorHypothesis.NearWidth::new)
                    .orElse(ErrorHypothesis.Plain.NONE);
        boolean better = expected.compareTo(printed) < 0 && holdsToo(a, printed, rule);
        if (better) return ErrorHypothesis.Plain.BETTER_CLASS_FIRST;
        return others.stream()
                .filter(o -> o.onJudged(row) && o.of(row).verdict().equals(Optional.of(printed)))
                .<ErrorHypothesis>map(o -> new ErrorHypothesis.OtherPeriod(o.judged()))
                .findFirst()
                .orElse(ErrorHypothesis.Plain.NONE);
    }

    /** How far below the bound that “near” is near to, in percentage points, rounded up. */
    private Optional<BigDecimal> nearWidth(Assessment a, VerdictRule rule) {
        int at = rule.bands().stream().map(Band::verdict).toList().indexOf(Verdict.NEARLY);
        Optional<BigDecimal> measure = measure(a, rule);
        if (at < 1
                || measure.isEmpty()
                || rule.basis() == VerdictRule.Basis.PACE
                || rule.basis() == VerdictRule.Basis.GROWTH_RATIO) return Optional.empty();
        BigDecimal bound = rule.bands().get(at - 1).from().orElseThrow().at(time(a));
        return Optional.of(
                bound.subtract(measure.get())
                        .movePointRight(2)
                        .setScale(DECIMALS_OF_POINTS, RoundingMode.UP));
    }

    /** Whether the class given would fit as well, if no better one came first. */
    private boolean holdsToo(Assessment a, Verdict printed, VerdictRule rule) {
        List<Band> bands = rule.bands();
        int at = bands.stream().map(Band::verdict).toList().indexOf(printed);
        Optional<BigDecimal> measure = measure(a, rule);
        if (at < 1 || measure.isEmpty() || bands.get(at).from().isEmpty()) return false;
        BigDecimal bound = bands.get(at).from().get().at(time(a));
        Optional<Bound> above = bands.get(at - 1).from();
        boolean exactly = above.isPresent() && above.get().at(time(a)).compareTo(bound) == 0;
        return !exactly && measure.get().compareTo(bound) > 0;
    }

    private Optional<Band> band(Assessment a, VerdictRule rule) {
        return measure(a, rule).map(m -> rule.bandOf(m, time(a)));
    }

    private Optional<BigDecimal> measure(Assessment a, VerdictRule rule) {
        Optional<Figure> figure =
                switch (rule.basis()) {
                    case PACE -> Optional.of(recomputation.measured(a).pace());
                    case PROGRESS -> Optional.of(recomputation.measured(a).progress());
                    case ATTAINMENT -> Optional.of(a.attainment());
                    case GROWTH_RATIO -> Optional.empty();
                };
        return figure.flatMap(Figure::number).map(Arithmetic::compared);
    }

    private static BigDecimal time(Assessment a) {
        return Arithmetic.compared(a.timeProgress().number().orElseThrow());
    }
}
