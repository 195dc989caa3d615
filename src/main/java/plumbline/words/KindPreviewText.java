package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.FormulaInput;
import plumbline.assessment.Judgement;
import plumbline.assessment.Origin;
import plumbline.assessment.YearsMet;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Reporting;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another kind or another way of reporting would make of an indicator's own figures, before
 * one chooses.
 */
public final class KindPreviewText {

    /**
     * @param description by what it is judged, in a sentence; empty for a way of reporting
     * @param computation the computation with the indicator's own figures, or why there is none
     * @param verdictText as worded; {@code shape} is its class
     * @param isChosen as it is now
     */
    public record KindChoice(
            String name,
            String description,
            String computation,
            String verdictText,
            Optional<Verdict> verdictClass,
            boolean isChosen) {}

    private final Messages messages;
    private final Wording wording;
    private final ExplanationWording explanation;

    public KindPreviewText(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
    }

    /**
     * True where it matters how figures are reported: of a running total always, else where parts
     * of a year would be summed.
     */
    public static boolean asksReporting(Indicator indicator) {
        return switch (indicator.kind()) {
            case CUMULATIVE -> true;
            case ZERO -> hasPartsOfYears(indicator);
            case YEARLY, MEAN, HOLD, GROWTH ->
                    !indicator.isShareOrLevel() && hasPartsOfYears(indicator);
            case STOCK, MILESTONE -> false;
        };
    }

    private static boolean hasPartsOfYears(Indicator indicator) {
        return Stream.concat(
                        indicator.observations().stream(),
                        indicator.parts().stream().flatMap(p -> p.observations().stream()))
                .anyMatch(o -> !o.period().isYear());
    }

    /** Both ways of reporting; none where they come to the same because nothing is summed. */
    public List<KindChoice> reportingChoices(Evaluation standing, Indicator indicator) {
        if (!asksReporting(indicator)) return List.of();
        List<KindChoice> choices = new ArrayList<>();
        for (Reporting reporting : Reporting.values()) {
            Assessment a =
                    standing.assessInstead(indicator.withChanges(d -> d.reporting = reporting));
            choices.add(
                    createChoice(
                            messages.nameOf(reporting), "", a, indicator.reporting() == reporting));
        }
        return choices;
    }

    public List<KindChoice> kindChoices(Evaluation standing, Indicator indicator) {
        List<KindChoice> choices = new ArrayList<>();
        for (IndicatorKind kind : IndicatorKind.values()) {
            Assessment a = standing.assessInstead(indicator.withChanges(d -> d.kind = kind));
            choices.add(
                    createChoice(
                            messages.nameOf(kind),
                            messages.sentence("preview.kind." + kind.name()),
                            a,
                            indicator.kind() == kind));
        }
        return choices;
    }

    private KindChoice createChoice(String name, String about, Assessment a, boolean chosen) {
        return new KindChoice(
                name, about, computationText(a), wording.verdictName(a), a.verdict(), chosen);
    }

    private String computationText(Assessment a) {
        if (a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(YearsMet held), _))
            return yearsHeldText(held, a.indicator());
        return a.derivation()
                .map(
                        f ->
                                f.foldKnownOrUnknown(
                                        known -> formulaText(known, a.indicator()),
                                        reason ->
                                                explanation.reasonSentence(reason, a.indicator())))
                .or(() -> a.latest().map(this::observationText))
                .orElseGet(() -> explanation.groundSentence(a));
    }

    /** {@code 2021 88 met, 2022 83 not met}. */
    private String yearsHeldText(YearsMet held, Indicator indicator) {
        return explanation.joinNames(
                held.years().stream()
                        .map(
                                y ->
                                        messages.sentence(
                                                "preview.held",
                                                wording.formatPeriod(y.figure().period()),
                                                wording.readingText(
                                                        y.figure().reading(), indicator),
                                                messages.sentence(
                                                        y.isMet()
                                                                ? "verdict.met"
                                                                : "verdict.unmet")))
                        .toList());
    }

    /** An event is told with its period. */
    private String numberWithPeriod(FormulaInput input, String number) {
        return input.origin() instanceof Origin.Reported(Observation o)
                ? messages.sentence("preview.dated", wording.formatPeriod(o.period()), number)
                : number;
    }

    private String observationText(Observation o) {
        return messages.sentence(
                "preview.value",
                wording.formatPeriod(o.period()),
                Wording.formatCompact(o.reading().findAmount().orElseThrow()));
    }

    /** {@code 25 + 40 + 220 = 285}. */
    private String formulaText(Figure.Known known, Indicator indicator) {
        List<String> numbers =
                known.inputs().stream()
                        .map(FormulaInput::amount)
                        .map(KindPreviewText::formatAddend)
                        .toList();
        String result = explanation.resultText(known, indicator);
        return switch (known.formula()) {
            case EVENTS ->
                    messages.sentence(
                            "preview.sum",
                            joinWithPlus(
                                    known.inputs().stream()
                                            .map(i -> numberWithPeriod(i, formatAddend(i.amount())))
                                            .toList()),
                            result);
            case MEAN_OF_YEARS ->
                    numbers.size() == 2
                            ? numberWithPeriod(known.inputs().getFirst(), numbers.getFirst())
                            : messages.sentence(
                                    "preview.mean",
                                    joinWithPlus(withoutLast(numbers, 1)),
                                    numbers.getLast(),
                                    result);
            case YEAR_EQUIVALENT ->
                    messages.sentence(
                            "preview.year",
                            bracketedSum(withoutLast(numbers, 1)),
                            numbers.getLast(),
                            result);
            case MEAN_GROWTH ->
                    messages.sentence(
                            "preview.growth",
                            bracketedSum(withoutLast(numbers, 2)),
                            numbers.get(numbers.size() - 2),
                            numbers.getLast(),
                            result);
            case MEAN_RATE ->
                    messages.sentence(
                            "preview.rate",
                            numbers.stream()
                                    .map(n -> "(1 + " + n + "%)")
                                    .collect(Collectors.joining(" × ")),
                            numbers.size(),
                            result);
            default -> messages.sentence("preview.sum", joinWithPlus(numbers), result);
        };
    }

    private static List<String> withoutLast(List<String> numbers, int last) {
        return numbers.subList(0, numbers.size() - last);
    }

    /** Several in brackets: {@code (30 + 50)}. */
    private static String bracketedSum(List<String> numbers) {
        return numbers.size() == 1 ? numbers.getFirst() : "(" + joinWithPlus(numbers) + ")";
    }

    private static String formatAddend(BigDecimal amount) {
        return amount.signum() < 0
                ? "(" + Wording.formatCompact(amount) + ")"
                : Wording.formatCompact(amount);
    }

    private static String joinWithPlus(List<String> numbers) {
        return String.join(" + ", numbers);
    }
}
