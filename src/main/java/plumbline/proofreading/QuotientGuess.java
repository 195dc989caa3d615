package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.proofreading.PrintedColumnRole.Plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How the author may have come to a quotient that is not the note's: the first explanation that
 * gives the printed number.
 */
final class QuotientGuess {
    private static final int WAN = 4;
    private final Recomputation recomputation;
    private final List<Recomputation> others;

    QuotientGuess(Recomputation recomputation) {
        this.recomputation = recomputation;
        this.others = recomputation.others();
    }

    ErrorHypothesis of(PrintedRow row, Plain measure, BigDecimal exact, PrintedShare printed) {
        if (printed.isTruncated(exact)) return ErrorHypothesis.Plain.TRUNCATED;
        return otherMeasure(row, measure, printed)
                .or(() -> scaled(exact, printed))
                .or(() -> wan(row))
                .or(() -> otherPeriod(row, measure, printed))
                .or(() -> otherQuotient(row, measure, printed))
                .or(() -> typed(exact, printed))
                .or(() -> otherRow(row, measure, printed))
                .orElse(ErrorHypothesis.Plain.NONE);
    }

    private Optional<ErrorHypothesis> otherMeasure(
            PrintedRow row, Plain measure, PrintedShare printed) {
        Plain other = measure == Plain.ATTAINMENT ? Plain.PROGRESS : Plain.ATTAINMENT;
        if (recomputation.figure(row, other).number().filter(printed::is).isEmpty())
            return Optional.empty();
        Optional<PrintedShare> there = recomputation.shares().get(other).printed(row);
        boolean swapped =
                there.isPresent()
                        && recomputation
                                .figure(row, measure)
                                .number()
                                .filter(there.get()::is)
                                .isPresent();
        return Optional.of(
                swapped ? ErrorHypothesis.Plain.SWAPPED : ErrorHypothesis.Plain.OTHER_MEASURE);
    }

    private static Optional<ErrorHypothesis> scaled(BigDecimal exact, PrintedShare printed) {
        if (printed.is(exact.subtract(BigDecimal.ONE)))
            return Optional.of(ErrorHypothesis.Plain.EXCESS_ONLY);
        boolean capped =
                exact.compareTo(BigDecimal.ONE) > 0
                        && printed.fraction().compareTo(BigDecimal.ONE) == 0;
        if (capped) return Optional.of(ErrorHypothesis.Plain.CAPPED);
        boolean hundredfold =
                exact.signum() != 0 && (printed.times(2).is(exact) || printed.times(-2).is(exact));
        return hundredfold ? Optional.of(ErrorHypothesis.Plain.HUNDREDFOLD) : Optional.empty();
    }

    /** One number of the row with 万 put in or taken out makes every quotient that was printed. */
    private Optional<ErrorHypothesis> wan(PrintedRow row) {
        Indicator i = recomputation.of(row).indicator();
        Optional<BigDecimal> value = recomputation.of(row).value();
        for (int power : List.of(-WAN, WAN)) {
            if (value.filter(v -> agrees(row, recomputation.holding(i, v.scaleByPowerOfTen(power))))
                    .isPresent()) return Optional.of(ErrorHypothesis.Plain.VALUE_WAN);
            if (agrees(row, moved(i, Milestone.Role.FINAL, power)))
                return Optional.of(ErrorHypothesis.Plain.TARGET_WAN);
            if (agrees(row, moved(i, Milestone.Role.BASELINE, power)))
                return Optional.of(ErrorHypothesis.Plain.BASELINE_WAN);
        }
        return Optional.empty();
    }

    private boolean agrees(PrintedRow row, Indicator changed) {
        return recomputation.shares().entrySet().stream()
                .allMatch(
                        s ->
                                s.getValue()
                                        .printed(row)
                                        .map(
                                                there ->
                                                        recomputation
                                                                .figure(changed, s.getKey())
                                                                .number()
                                                                .filter(there::is)
                                                                .isPresent())
                                        .orElse(true));
    }

    private static Indicator moved(Indicator i, Milestone.Role role, int power) {
        return i.change(
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
                                                                                m.on(),
                                                                                m.amount()
                                                                                        .scaleByPowerOfTen(
                                                                                                power),
                                                                                m.relation(),
                                                                                m.bound(),
                                                                                m.striving()))
                                                .toList()));
    }

    private Optional<ErrorHypothesis> otherPeriod(
            PrintedRow row, Plain measure, PrintedShare printed) {
        return others.stream()
                .filter(
                        o ->
                                o.onJudged(row)
                                        && o.figure(row, measure)
                                                .number()
                                                .filter(printed::is)
                                                .isPresent())
                .<ErrorHypothesis>map(o -> new ErrorHypothesis.OtherPeriod(o.judged()))
                .findFirst();
    }

    private Optional<ErrorHypothesis> otherQuotient(
            PrintedRow row, Plain measure, PrintedShare printed) {
        Assessment a = recomputation.of(row);
        BigDecimal value = a.value().orElse(BigDecimal.ZERO);
        Optional<BigDecimal> target = a.indicator().course().target().map(Milestone::amount);
        Optional<BigDecimal> baseline = a.indicator().course().baseline().map(Milestone::amount);
        boolean inverted =
                measure == Plain.ATTAINMENT
                        && target.flatMap(t -> quotient(t, value)).filter(printed::is).isPresent();
        if (inverted) return Optional.of(ErrorHypothesis.Plain.INVERTED);
        if (baseline.flatMap(b -> quotient(value, b)).filter(printed::is).isPresent())
            return Optional.of(ErrorHypothesis.Plain.OVER_BASELINE);
        boolean growth =
                baseline.flatMap(b -> quotient(value.subtract(b), b))
                        .filter(printed::is)
                        .isPresent();
        return growth ? Optional.of(ErrorHypothesis.Plain.GROWTH) : Optional.empty();
    }

    private static Optional<BigDecimal> quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0
                ? Optional.empty()
                : Optional.of(dividend.divide(divisor, MathContext.DECIMAL128));
    }

    private static Optional<ErrorHypothesis> typed(BigDecimal exact, PrintedShare printed) {
        int scale = Math.max(printed.fraction().scale(), 0);
        String right = exact.setScale(scale, RoundingMode.HALF_UP).unscaledValue().toString();
        String there = printed.fraction().setScale(scale).unscaledValue().toString();
        return neighboursSwapped(right, there)
                ? Optional.of(ErrorHypothesis.Plain.DIGITS_SWAPPED)
                : Optional.empty();
    }

    private static boolean neighboursSwapped(String right, String there) {
        if (right.length() != there.length()) return false;
        int i = 0;
        while (i < right.length() && right.charAt(i) == there.charAt(i)) i++;
        return i + 1 < right.length()
                && right.charAt(i) == there.charAt(i + 1)
                && right.charAt(i + 1) == there.charAt(i)
                && right.substring(i + 2).equals(there.substring(i + 2));
    }

    /** The result of the row above or below, printed a row too far. */
    private Optional<ErrorHypothesis> otherRow(
            PrintedRow row, Plain measure, PrintedShare printed) {
        return recomputation.table().rows().stream()
                .filter(r -> Math.abs(r.index() - row.index()) == 1)
                .filter(
                        r ->
                                recomputation
                                        .figure(r, measure)
                                        .number()
                                        .filter(printed::is)
                                        .isPresent())
                .<ErrorHypothesis>map(r -> new ErrorHypothesis.OtherRow(r.number()))
                .findFirst();
    }
}
