package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How the author may have come to a quotient that is not the note's: the first explanation that
 * gives the printed number.
 */
final class QuotientErrorFinder {
    private static final int POWER_OF_WAN = 4;
    private final TableRecomputation recomputation;
    private final List<TableRecomputation> otherRecomputations;

    QuotientErrorFinder(TableRecomputation recomputation) {
        this.recomputation = recomputation;
        this.otherRecomputations = recomputation.atOtherPeriods();
    }

    ErrorHypothesis guessError(
            PrintedRow row, PlainColumn measure, BigDecimal exact, PrintedShare printed) {
        if (printed.isTruncatedFrom(exact)) return ErrorHypothesis.CommonError.TRUNCATED;
        return guessOtherMeasure(row, measure, printed)
                .or(() -> guessScaling(exact, printed))
                .or(() -> guessWanError(row))
                .or(() -> guessOtherPeriod(row, measure, printed))
                .or(() -> guessOtherQuotient(row, measure, printed))
                .or(() -> guessTypingError(exact, printed))
                .or(() -> guessOtherRow(row, measure, printed))
                .orElse(ErrorHypothesis.CommonError.NONE);
    }

    private Optional<ErrorHypothesis> guessOtherMeasure(
            PrintedRow row, PlainColumn measure, PrintedShare printed) {
        PlainColumn other =
                measure == PlainColumn.ATTAINMENT ? PlainColumn.PROGRESS : PlainColumn.ATTAINMENT;
        if (recomputation
                .figureOfRow(row, other)
                .knownValue()
                .filter(printed::isRoundedFrom)
                .isEmpty()) return Optional.empty();
        Optional<PrintedShare> there =
                recomputation.shareColumns().get(other).findPrintedShare(row);
        boolean swapped =
                there.isPresent()
                        && recomputation
                                .figureOfRow(row, measure)
                                .knownValue()
                                .filter(there.get()::isRoundedFrom)
                                .isPresent();
        return Optional.of(
                swapped
                        ? ErrorHypothesis.CommonError.SWAPPED
                        : ErrorHypothesis.CommonError.OTHER_MEASURE);
    }

    private static Optional<ErrorHypothesis> guessScaling(BigDecimal exact, PrintedShare printed) {
        if (printed.isRoundedFrom(exact.subtract(BigDecimal.ONE)))
            return Optional.of(ErrorHypothesis.CommonError.EXCESS_ONLY);
        boolean capped =
                exact.compareTo(BigDecimal.ONE) > 0
                        && printed.fraction().compareTo(BigDecimal.ONE) == 0;
        if (capped) return Optional.of(ErrorHypothesis.CommonError.CAPPED);
        boolean hundredfold =
                exact.signum() != 0
                        && (printed.timesPowerOfTen(2).isRoundedFrom(exact)
                                || printed.timesPowerOfTen(-2).isRoundedFrom(exact));
        return hundredfold
                ? Optional.of(ErrorHypothesis.CommonError.HUNDREDFOLD)
                : Optional.empty();
    }

    /** One number of the row with 万 put in or taken out makes every quotient that was printed. */
    private Optional<ErrorHypothesis> guessWanError(PrintedRow row) {
        Indicator i = recomputation.assessmentOf(row).indicator();
        Optional<BigDecimal> value = recomputation.assessmentOf(row).value();
        for (int power : List.of(-POWER_OF_WAN, POWER_OF_WAN)) {
            if (value.filter(
                            v ->
                                    agreesWithPrinted(
                                            row,
                                            recomputation.withOnlyFigure(
                                                    i, v.scaleByPowerOfTen(power))))
                    .isPresent()) return Optional.of(ErrorHypothesis.CommonError.VALUE_WAN);
            if (agreesWithPrinted(row, withMilestoneScaled(i, Milestone.Role.FINAL, power)))
                return Optional.of(ErrorHypothesis.CommonError.TARGET_WAN);
            if (agreesWithPrinted(row, withMilestoneScaled(i, Milestone.Role.BASELINE, power)))
                return Optional.of(ErrorHypothesis.CommonError.BASELINE_WAN);
        }
        return Optional.empty();
    }

    private boolean agreesWithPrinted(PrintedRow row, Indicator changed) {
        return recomputation.shareColumns().entrySet().stream()
                .allMatch(
                        s ->
                                s.getValue()
                                        .findPrintedShare(row)
                                        .map(
                                                there ->
                                                        recomputation
                                                                .figureOfIndicator(
                                                                        changed, s.getKey())
                                                                .knownValue()
                                                                .filter(there::isRoundedFrom)
                                                                .isPresent())
                                        .orElse(true));
    }

    private static Indicator withMilestoneScaled(Indicator i, Milestone.Role role, int power) {
        return i.withChanges(
                d ->
                        d.course =
                                new Course(
                                        i.course().milestones().stream()
                                                .map(
                                                        m ->
                                                                m.role() != role
                                                                        ? m
                                                                        : new Milestone(
                                                                                m.role(),
                                                                                m.day(),
                                                                                m.amount()
                                                                                        .scaleByPowerOfTen(
                                                                                                power),
                                                                                m.relation(),
                                                                                m.bound(),
                                                                                m.striving()))
                                                .toList()));
    }

    private Optional<ErrorHypothesis> guessOtherPeriod(
            PrintedRow row, PlainColumn measure, PrintedShare printed) {
        return otherRecomputations.stream()
                .filter(
                        o ->
                                o.isOnJudgedPeriod(row)
                                        && o.figureOfRow(row, measure)
                                                .knownValue()
                                                .filter(printed::isRoundedFrom)
                                                .isPresent())
                .<ErrorHypothesis>map(o -> new ErrorHypothesis.OtherPeriodUsed(o.judgedPeriod()))
                .findFirst();
    }

    private Optional<ErrorHypothesis> guessOtherQuotient(
            PrintedRow row, PlainColumn measure, PrintedShare printed) {
        Assessment a = recomputation.assessmentOf(row);
        BigDecimal value = a.value().orElse(BigDecimal.ZERO);
        Optional<BigDecimal> target = a.indicator().course().finalTarget().map(Milestone::amount);
        Optional<BigDecimal> baseline = a.indicator().course().baseline().map(Milestone::amount);
        boolean inverted =
                measure == PlainColumn.ATTAINMENT
                        && target.flatMap(t -> findQuotient(t, value))
                                .filter(printed::isRoundedFrom)
                                .isPresent();
        if (inverted) return Optional.of(ErrorHypothesis.CommonError.INVERTED);
        if (baseline.flatMap(b -> findQuotient(value, b))
                .filter(printed::isRoundedFrom)
                .isPresent()) return Optional.of(ErrorHypothesis.CommonError.OVER_BASELINE);
        boolean growth =
                baseline.flatMap(b -> findQuotient(value.subtract(b), b))
                        .filter(printed::isRoundedFrom)
                        .isPresent();
        return growth ? Optional.of(ErrorHypothesis.CommonError.GROWTH) : Optional.empty();
    }

    private static Optional<BigDecimal> findQuotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0
                ? Optional.empty()
                : Optional.of(dividend.divide(divisor, MathContext.DECIMAL128));
    }

    private static Optional<ErrorHypothesis> guessTypingError(
            BigDecimal exact, PrintedShare printed) {
        int scale = Math.max(printed.fraction().scale(), 0);
        String right = exact.setScale(scale, RoundingMode.HALF_UP).unscaledValue().toString();
        String there = printed.fraction().setScale(scale).unscaledValue().toString();
        return areNeighboursSwapped(right, there)
                ? Optional.of(ErrorHypothesis.CommonError.DIGITS_SWAPPED)
                : Optional.empty();
    }

    private static boolean areNeighboursSwapped(String right, String there) {
        if (right.length() != there.length()) return false;
        int i = 0;
        while (i < right.length() && right.charAt(i) == there.charAt(i)) i++;
        return i + 1 < right.length()
                && right.charAt(i) == there.charAt(i + 1)
                && right.charAt(i + 1) == there.charAt(i)
                && right.substring(i + 2).equals(there.substring(i + 2));
    }

    /** The result of the row above or below, printed a row too far. */
    private Optional<ErrorHypothesis> guessOtherRow(
            PrintedRow row, PlainColumn measure, PrintedShare printed) {
        return recomputation.table().rows().stream()
                .filter(r -> Math.abs(r.index() - row.index()) == 1)
                .filter(
                        r ->
                                recomputation
                                        .figureOfRow(r, measure)
                                        .knownValue()
                                        .filter(printed::isRoundedFrom)
                                        .isPresent())
                .<ErrorHypothesis>map(r -> new ErrorHypothesis.OtherRowUsed(r.number()))
                .findFirst();
    }
}
