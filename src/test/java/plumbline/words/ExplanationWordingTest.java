package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.assessment.AnyPlan;
import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.FormulaInput;
import plumbline.assessment.Judgement;
import plumbline.assessment.Symbol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every result can be worked out again from the numbers its explanation names. */
class ExplanationWordingTest {
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final List<LocalDate> DAYS =
            List.of(
                    LocalDate.of(2022, 12, 31),
                    LocalDate.of(2023, 6, 30),
                    LocalDate.of(2031, 1, 1));

    static Stream<Integer> cases() {
        return IntStream.range(0, 300).boxed();
    }

    private static Stream<Assessment> assessments(int number) {
        return DAYS.stream()
                .map(day -> Evaluation.evaluate(AnyPlan.of(number), day).assessments().getFirst());
    }

    private static Stream<Figure> figures(Assessment a) {
        return Stream.concat(
                a.derivation().stream(),
                Stream.of(
                        a.attainment(),
                        a.progress(),
                        a.timeProgress(),
                        a.progressDue(),
                        a.pace(),
                        a.gap(),
                        a.achievedPerYear(),
                        a.neededPerYear()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumbersPutInMakeTheResult(int number) {
        assessments(number)
                .flatMap(ExplanationWordingTest::figures)
                .forEach(
                        f -> {
                            if (f instanceof Figure.Known known)
                                assertNear(again(known), known.value(), known);
                        });
    }

    private static void assertNear(BigDecimal again, BigDecimal value, Figure.Known known) {
        BigDecimal room = value.abs().max(BigDecimal.ONE).movePointLeft(6);
        assertTrue(
                again.subtract(value).abs().compareTo(room) <= 0,
                () -> known + " worked out again is " + again);
    }

    /** By the expression that is printed beside it. */
    private static BigDecimal again(Figure.Known f) {
        return switch (f.formula()) {
            case RUNNING_TOTAL, YEAR_SO_FAR, EVENTS ->
                    sum(f, Symbol.BASELINE, Symbol.ADDEND, Symbol.VALUE);
            case YEAR_EQUIVALENT ->
                    sum(f, Symbol.ADDEND, Symbol.VALUE)
                            .multiply(TWELVE)
                            .divide(the(f, Symbol.MONTHS_COVERED), MathContext.DECIMAL64);
            case MEAN_OF_YEARS ->
                    sum(f, Symbol.ADDEND).divide(the(f, Symbol.YEARS), MathContext.DECIMAL64);
            case MEAN_GROWTH ->
                    growth(
                            sum(f, Symbol.ADDEND, Symbol.VALUE).doubleValue()
                                    / the(f, Symbol.BASELINE).doubleValue(),
                            the(f, Symbol.YEARS).doubleValue());
            case MEAN_RATE ->
                    growth(
                            f.inputs().stream()
                                    .mapToDouble(i -> 1 + i.amount().doubleValue() / 100)
                                    .reduce(1, (a, b) -> a * b),
                            f.inputs().size());
            case ATTAINMENT -> quotient(the(f, Symbol.VALUE), the(f, Symbol.TARGET));
            case TARGET_BY_ACTUAL -> quotient(the(f, Symbol.TARGET), the(f, Symbol.VALUE));
            case PROGRESS -> way(f, Symbol.VALUE, Symbol.TARGET);
            case PROGRESS_DUE -> way(f, Symbol.DUE, Symbol.TARGET);
            case PACE -> way(f, Symbol.VALUE, Symbol.DUE);
            case TIME_PROGRESS ->
                    quotient(the(f, Symbol.MONTHS_GONE), the(f, Symbol.MONTHS_IN_ALL));
            case GAP -> left(f);
            case NEEDED_PER_YEAR -> quotient(left(f), the(f, Symbol.YEARS_LEFT));
            case ACHIEVED_PER_YEAR ->
                    quotient(
                            the(f, Symbol.VALUE).subtract(the(f, Symbol.BASELINE)),
                            the(f, Symbol.YEARS_GONE));
            case DUE, GROWTH_RATIO, PROJECTED_PACE, PROJECTED_GROWTH, PROJECTED_TREND -> f.value();
        };
    }

    /** To the target, or to the nearer border of a range. */
    private static BigDecimal left(Figure.Known f) {
        BigDecimal value = the(f, Symbol.VALUE);
        if (f.inputs().stream().noneMatch(i -> i.symbol() == Symbol.RANGE_FROM))
            return the(f, Symbol.TARGET).subtract(value);
        if (value.compareTo(the(f, Symbol.RANGE_FROM)) < 0)
            return the(f, Symbol.RANGE_FROM).subtract(value);
        return value.compareTo(the(f, Symbol.RANGE_TO)) > 0
                ? the(f, Symbol.RANGE_TO).subtract(value)
                : BigDecimal.ZERO;
    }

    private static BigDecimal growth(double factor, double years) {
        return BigDecimal.valueOf((Math.pow(factor, 1 / years) - 1) * 100);
    }

    private static BigDecimal way(Figure.Known f, Symbol to, Symbol whole) {
        BigDecimal from = the(f, Symbol.BASELINE);
        return quotient(the(f, to).subtract(from), the(f, whole).subtract(from));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL64);
    }

    private static BigDecimal the(Figure.Known f, Symbol symbol) {
        return f.inputs().stream()
                .filter(i -> i.symbol() == symbol)
                .map(FormulaInput::amount)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(Figure.Known f, Symbol... symbols) {
        return f.inputs().stream()
                .filter(i -> List.of(symbols).contains(i.symbol()))
                .map(FormulaInput::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * In both languages a ground, and a step for each figure; what is unknown says why, several
     * together where for one reason.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void everyResultIsSaid(int number) {
        for (Messages words :
                List.of(
                        Messages.forLocale(Messages.CHINESE),
                        Messages.forLocale(Messages.ENGLISH))) {
            ExplanationWording explanation = new ExplanationWording(words);
            assessments(number)
                    .forEach(
                            a -> {
                                assertFalse(explanation.groundSentence(a).isBlank());
                                assertFalse(
                                        explanation.groundSentence(a).contains("{"),
                                        explanation.groundSentence(a));
                                List<Figure> figures =
                                        Stream.concat(figures(a), Stream.of(a.due())).toList();
                                List<ExplanationWording.ExplanationStep> steps =
                                        explanation.explainAssessment(a);
                                assertEquals(
                                        figures.stream()
                                                .filter(f -> f.knownValue().isPresent())
                                                .count(),
                                        steps.stream()
                                                .filter(ExplanationWording.ExplanationStep::isKnown)
                                                .count());
                                figures.forEach(
                                        f ->
                                                assertTrue(
                                                        steps.stream()
                                                                .anyMatch(
                                                                        s ->
                                                                                (s.name()
                                                                                                + s
                                                                                                        .result())
                                                                                        .contains(
                                                                                                explanation
                                                                                                        .explainFigure(
                                                                                                                f,
                                                                                                                a
                                                                                                                        .indicator())
                                                                                                        .name())),
                                                        () -> f + " in " + steps));
                                steps.forEach(
                                        s ->
                                                assertFalse(
                                                        s.result().isBlank()
                                                                || s.isKnown()
                                                                        == s.entries().isEmpty()
                                                                || s.isKnown()
                                                                        && s.expression().isBlank(),
                                                        s::toString));
                                assertEquals(
                                        a.value().isPresent(), !explanation.briefText(a).isBlank());
                            });
        }
    }

    /**
     * The verdict in a word is that of the sentence: 达标 where met is said, a class where a measure
     * is.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void wordAndGroundAgree(int number) {
        Messages words = Messages.forLocale(Messages.CHINESE);
        assessments(number)
                .filter(a -> a.judgement().isPassOrFail())
                .forEach(
                        a -> {
                            String word = new Wording(words).verdictName(a);
                            String ground = new ExplanationWording(words).groundSentence(a);
                            boolean unmet =
                                    ground.contains("没有达到")
                                            || ground.contains("未守住")
                                            || ground.contains("区间之外")
                                            || ground.contains("已突破")
                                            || unheld(a);
                            assertEquals(unmet ? "未达标" : "达标", word, ground);
                        });
    }

    private static boolean unheld(Assessment a) {
        return Optional.of(a.judgement())
                .filter(
                        j ->
                                j instanceof Judgement.Judged(_, Judgement.YearsHeld(var years), _)
                                        && !years.areAllMet())
                .isPresent();
    }
}
