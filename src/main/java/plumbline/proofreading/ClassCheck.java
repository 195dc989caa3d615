package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.assessment.CourseArithmetic;
import plumbline.assessment.Figure;
import plumbline.assessment.Judgement;
import plumbline.assessment.Reason;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Bound;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedCell.PrintedClass;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes given, against the rule of the note or the one that was chosen; nothing is said where
 * there is no rule.
 */
final class ClassCheck {
    private static final int DECIMALS_OF_POINTS = 2;
    private final TableRecomputation recomputation;
    private final List<TableRecomputation> otherRecomputations;
    private final PrintedTable table;

    ClassCheck(TableRecomputation recomputation) {
        this.recomputation = recomputation;
        this.otherRecomputations = recomputation.atOtherPeriods();
        this.table = recomputation.table();
    }

    List<Contradiction> findContradictions() {
        Optional<PrintedColumn> column = table.findColumn(PlainColumn.VERDICT);
        Optional<VerdictRule> rule = table.note().rule();
        if (column.isEmpty() || rule.isEmpty()) return List.of();
        List<Contradiction> found = new ArrayList<>();
        for (Band band : rule.get().bands())
            checkUnusedClass(band, column.get()).ifPresent(found::add);
        for (PrintedRow row : table.rows())
            checkRow(row, column.get(), rule.get()).ifPresent(found::add);
        return found;
    }

    /**
     * @param contradictions what was found wrong
     * @return the addresses of the verdicts that follow from the rule
     */
    Set<String> confirmedCells(List<Contradiction> contradictions) {
        Optional<PrintedColumn> column = table.findColumn(PlainColumn.VERDICT);
        Set<String> confirmed = new HashSet<>();
        if (column.isEmpty() || table.note().rule().isEmpty()) return confirmed;
        for (PrintedRow row : table.rows()) {
            PrintedCell cell = row.cells().get(column.get().index());
            boolean wrong =
                    contradictions.stream()
                            .anyMatch(c -> c.location().row().filter(row::equals).isPresent());
            if (cell.findVerdict().isPresent()
                    && !wrong
                    && recomputation.assessmentOf(row).verdict().isPresent())
                confirmed.add(cell.address());
        }
        return confirmed;
    }

    private Optional<Contradiction> checkUnusedClass(Band band, PrintedColumn column) {
        boolean used =
                table.rows().stream()
                        .anyMatch(
                                r ->
                                        r.cells()
                                                .get(column.index())
                                                .findVerdict()
                                                .equals(Optional.of(band.verdict())));
        if (used || table.note().classesOfOpenWidth().contains(band.verdict()))
            return Optional.empty();
        int members =
                (int)
                        table.rows().stream()
                                .filter(r -> !recomputation.isTakenOtherwise(r))
                                .map(recomputation::assessmentOf)
                                .filter(
                                        a ->
                                                !a.judgement().isPassOrFail()
                                                        && a.verdict()
                                                                .equals(
                                                                        Optional.of(
                                                                                band.verdict())))
                                .count();
        if (members == 0) return Optional.empty();
        return Optional.of(
                new Contradiction(
                        Kind.CLASS_UNUSED,
                        PrintedLocation.ofColumn(column),
                        band.label(),
                        new RecomputedResult.ClassMemberCount(
                                band.verdict(), band.label(), members),
                        ErrorHypothesis.CommonError.NONE,
                        Quote.NO_QUOTE));
    }

    private Optional<Contradiction> checkRow(
            PrintedRow row, PrintedColumn column, VerdictRule rule) {
        PrintedLocation where = PrintedLocation.ofCell(row, column);
        Assessment a = recomputation.assessmentOf(row);
        return switch (row.cells().get(column.index()).content()) {
            case PrintedClass(Verdict printed) -> checkPrintedClass(row, a, printed, rule, where);
            case PrintedCell.PrintedPassOrFail(Verdict printed) ->
                    a.judgement().isPassOrFail()
                                    || isClassOfRule(row.cells().get(column.index()).text(), rule)
                            ? checkPrintedClass(row, a, printed, rule, where)
                            : Optional.empty();
            case PrintedCell.PrintedBlank _ -> checkBlank(row, a, rule, where);
            case PrintedCell.PrintedWords _ ->
                    Optional.of(
                            Contradiction.inCell(
                                    Kind.CLASS_UNKNOWN,
                                    where,
                                    new RecomputedResult.NoResult(),
                                    ErrorHypothesis.CommonError.NONE));
            case PrintedCell.PrintedNumber _,
                    PrintedCell.UnreadablePrint _,
                    PrintedCell.PrintedUnjudged _ ->
                    Optional.empty();
        };
    }

    /**
     * 达标 is a class of some rules; of the others it says that the row was judged by something else.
     */
    private static boolean isClassOfRule(String text, VerdictRule rule) {
        return rule.bands().stream().anyMatch(b -> b.label().equals(text.strip()));
    }

    private Optional<Contradiction> checkPrintedClass(
            PrintedRow row,
            Assessment a,
            Verdict printed,
            VerdictRule rule,
            PrintedLocation where) {
        if (!recomputation.isOnJudgedPeriod(row)
                || a.verdict().isEmpty()
                || recomputation.hasRedactedCourse(row)
                || recomputation.isHeldByFormerTarget(row)
                || recomputation.isTakenOtherwise(row)) return Optional.empty();
        Verdict expected = a.verdict().get();
        if (printed == expected
                || isAdmittedByProgress(a, printed, rule)
                || isLeftOpen(printed, expected)) return Optional.empty();
        return Optional.of(
                Contradiction.inCell(
                        Kind.CLASS_WRONG,
                        where,
                        classByRule(expected, rule),
                        guessError(row, a, printed, rule)));
    }

    /** What must hold every year may also be classed by its progress. */
    private boolean isAdmittedByProgress(Assessment a, Verdict printed, VerdictRule rule) {
        return a.judgement().isPassOrFail()
                && findBand(a, rule).filter(b -> b.verdict() == printed).isPresent();
    }

    /** 慢于 where the width of 接近 is not said and ours would reach so far. */
    private boolean isLeftOpen(Verdict printed, Verdict expected) {
        return table.note().classesOfOpenWidth().contains(expected)
                && printed.compareTo(expected) > 0;
    }

    private Optional<Contradiction> checkBlank(
            PrintedRow row, Assessment a, VerdictRule rule, PrintedLocation where) {
        return switch (a.judgement()) {
            case Judgement.Judged judged
                    when recomputation.isOnJudgedPeriod(row)
                            && !recomputation.isTakenOtherwise(row) ->
                    Optional.of(
                            Contradiction.inCell(
                                    Kind.BLANK_FILLABLE,
                                    where,
                                    classByRule(judged.verdict(), rule),
                                    ErrorHypothesis.CommonError.NONE));
            case Judgement.Unjudged(Reason reason) when TableRecomputation.isZeroDivisor(reason) ->
                    Optional.of(
                            Contradiction.inCell(
                                    Kind.BLANK_IMPOSSIBLE,
                                    where,
                                    new RecomputedResult.ImpossibleResult(reason),
                                    ErrorHypothesis.CommonError.NONE));
            case Judgement.Judged _, Judgement.Unjudged _ -> Optional.empty();
        };
    }

    private static RecomputedResult classByRule(Verdict verdict, VerdictRule rule) {
        String label =
                rule.bands().stream()
                        .filter(b -> b.verdict() == verdict)
                        .map(Band::label)
                        .findFirst()
                        .orElse("");
        return new RecomputedResult.ClassResult(verdict, label);
    }

    private ErrorHypothesis guessError(
            PrintedRow row, Assessment a, Verdict printed, VerdictRule rule) {
        Verdict expected = a.verdict().orElseThrow();
        if (printed == Verdict.NEARLY && expected == Verdict.BEHIND)
            return findNearWidth(a, rule)
                    .<ErrorHypothesis>map(ErrorHypothesis.NearWidthNeeded::new)
                    .orElse(ErrorHypothesis.CommonError.NONE);
        boolean better =
                expected.compareTo(printed) < 0 && doesPrintedClassHoldToo(a, printed, rule);
        if (better) return ErrorHypothesis.CommonError.BETTER_CLASS_FIRST;
        return otherRecomputations.stream()
                .filter(
                        o ->
                                o.isOnJudgedPeriod(row)
                                        && o.assessmentOf(row)
                                                .verdict()
                                                .equals(Optional.of(printed)))
                .<ErrorHypothesis>map(o -> new ErrorHypothesis.OtherPeriodUsed(o.judgedPeriod()))
                .findFirst()
                .orElse(ErrorHypothesis.CommonError.NONE);
    }

    /** How far below the bound that “near” is near to, in percentage points, rounded up. */
    private Optional<BigDecimal> findNearWidth(Assessment a, VerdictRule rule) {
        int at = rule.bands().stream().map(Band::verdict).toList().indexOf(Verdict.NEARLY);
        Optional<BigDecimal> measure = findMeasure(a, rule);
        if (at < 1
                || measure.isEmpty()
                || rule.basis() == VerdictRule.Basis.PACE
                || rule.basis() == VerdictRule.Basis.GROWTH_RATIO) return Optional.empty();
        BigDecimal bound =
                rule.bands()
                        .get(at - 1)
                        .lowerBound()
                        .orElseThrow()
                        .amountAt(comparedTimeProgress(a));
        return Optional.of(
                bound.subtract(measure.get())
                        .movePointRight(2)
                        .setScale(DECIMALS_OF_POINTS, RoundingMode.UP));
    }

    /** Whether the class given would fit as well, if no better one came first. */
    private boolean doesPrintedClassHoldToo(Assessment a, Verdict printed, VerdictRule rule) {
        List<Band> bands = rule.bands();
        int at = bands.stream().map(Band::verdict).toList().indexOf(printed);
        Optional<BigDecimal> measure = findMeasure(a, rule);
        if (at < 1 || measure.isEmpty() || bands.get(at).lowerBound().isEmpty()) return false;
        BigDecimal bound = bands.get(at).lowerBound().get().amountAt(comparedTimeProgress(a));
        Optional<Bound> above = bands.get(at - 1).lowerBound();
        boolean exactly =
                above.isPresent()
                        && above.get().amountAt(comparedTimeProgress(a)).compareTo(bound) == 0;
        return !exactly && measure.get().compareTo(bound) > 0;
    }

    private Optional<Band> findBand(Assessment a, VerdictRule rule) {
        return findMeasure(a, rule).map(m -> rule.bandFor(m, comparedTimeProgress(a)));
    }

    private Optional<BigDecimal> findMeasure(Assessment a, VerdictRule rule) {
        Optional<Figure> figure =
                switch (rule.basis()) {
                    case PACE -> Optional.of(recomputation.assessedByFigures(a).pace());
                    case PROGRESS -> Optional.of(recomputation.assessedByFigures(a).progress());
                    case ATTAINMENT -> Optional.of(a.attainment());
                    case GROWTH_RATIO -> Optional.empty();
                };
        return figure.flatMap(Figure::knownValue).map(CourseArithmetic::roundForComparison);
    }

    private static BigDecimal comparedTimeProgress(Assessment a) {
        return CourseArithmetic.roundForComparison(a.timeProgress().knownValue().orElseThrow());
    }
}
