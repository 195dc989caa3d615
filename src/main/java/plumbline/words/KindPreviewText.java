package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Input;
import plumbline.assessment.Judgement;
import plumbline.assessment.Origin;
import plumbline.assessment.YearsMet;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
     * @param about by what it is judged, in a sentence; empty for a way of reporting
     * @param worked the computation with the indicator's own figures, or why there is none
     * @param verdict as worded; {@code shape} is its class
     * @param chosen as it is now
     */
    public record Choice(
            String name,
            String about,
            String worked,
            String verdict,
            Optional<Verdict> shape,
            boolean chosen) {}

    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;

    public KindPreviewText(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
    }

    /**
     * True where it matters how figures are reported: of a running total always, else where parts
     * of a year would be summed.
     */
    public static boolean asksReporting(Indicator indicator) {
        return switch (indicator.kind()) {
            case CUMULATIVE -> true;
            case ZERO -> partsOfYears(indicator);
            case YEARLY, MEAN, HOLD, GROWTH -> !indicator.share() && partsOfYears(indicator);
            case STOCK, MILESTONE -> false;
        };
    }

    private static boolean partsOfYears(Indicator indicator) {
        return Stream.concat(
                        indicator.observations().stream(),
                        indicator.parts().stream().flatMap(p -> p.observations().stream()))
                .anyMatch(o -> !o.period().isYear());
    }

    /** Both ways of reporting; none where they come to the same because nothing is summed. */
    public List<Choice> reportings(Evaluation standing, Indicator indicator) {
        if (!asksReporting(indicator)) return List.of();
        List<Choice> choices = new ArrayList<>();
        for (Reporting reporting : Reporting.values()) {
            Assessment a = standing.tried(indicator.change(d -> d.reporting = reporting));
            choices.add(choice(words.say(reporting), "", a, indicator.reporting() == reporting));
        }
        return choices;
    }

    public List<Choice> kinds(Evaluation standing, Indicator indicator) {
        List<Choice> choices = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Assessment a = standing.tried(indicator.change(d -> d.kind = kind));
            choices.add(
                    choice(
                            words.say(kind),
                            words.say("preview.kind." + kind.name()),
                            a,
                            indicator.kind() == kind));
        }
        return choices;
    }

    private Choice choice(String name, String about, Assessment a, boolean chosen) {
        return new Choice(name, about, worked(a), wording.verdict(a), a.verdict(), chosen);
    }

    private String worked(Assessment a) {
        if (a.judgement() instanceof Judgement.Judged(_, Judgement.YearsHeld(YearsMet held), _))
            return years(held, a.indicator());
        return a.derived()
                .map(
                        f ->
                                f.either(
                                        known -> worked(known, a.indicator()),
                                        reason -> explanation.say(reason, a.indicator())))
                .or(() -> a.latest().map(this::plain))
                .orElseGet(() -> explanation.ground(a));
    }

    /** {@code 2021 88 met, 2022 83 not met}. */
    private String years(YearsMet held, Indicator indicator) {
        return explanation.list(
                held.years().stream()
                        .map(
                                y ->
                                        words.say(
                                                "preview.held",
                                                wording.period(y.figure().period()),
                                                wording.reading(y.figure().reading(), indicator),
                                                words.say(
                                                        y.met() ? "verdict.met" : "verdict.unmet")))
                        .toList());
    }

    /** An event is told with its period. */
    private String dated(Input input, String number) {
        return input.origin() instanceof Origin.Reported(Observation o)
                ? words.say("preview.dated", wording.period(o.period()), number)
                : number;
    }

    private String plain(Observation o) {
        return words.say(
                "preview.value",
                wording.period(o.period()),
                Wording.compact(o.reading().value().orElseThrow()));
    }

    /** {@code 25 + 40 + 220 = 285}. */
    private String worked(Figure.Known known, Indicator indicator) {
        List<String> numbers =
                known.inputs().stream().map(Input::amount).map(KindPreviewText::number).toList();
        String result = explanation.result(known, indicator);
        return switch (known.formula()) {
            case EVENTS ->
                    words.say(
                            "preview.sum",
                            plus(
                                    known.inputs().stream()
                                            .map(i -> dated(i, number(i.amount())))
                                            .toList()),
                            result);
            case MEAN_OF_YEARS ->
                    numbers.size() == 2
                            ? dated(known.inputs().getFirst(), numbers.getFirst())
                            : words.say(
                                    "preview.mean",
                                    plus(but(numbers, 1)),
                                    numbers.getLast(),
                                    result);
            case YEAR_EQUIVALENT ->
                    words.say("preview.year", together(but(numbers, 1)), numbers.getLast(), result);
            case MEAN_GROWTH ->
                    words.say(
                            "preview.growth",
                            together(but(numbers, 2)),
                            numbers.get(numbers.size() - 2),
                            numbers.getLast(),
                            result);
            case MEAN_RATE ->
                    words.say(
                            "preview.rate",
                            numbers.stream()
                                    .map(n -> "(1 + " + n + "%)")
                                    .collect(Collectors.joining(" × ")),
                            numbers.size(),
                            result);
            default -> words.say("preview.sum", plus(numbers), result);
        };
    }

    private static List<String> but(List<String> numbers, int last) {
        return numbers.subList(0, numbers.size() - last);
    }

    /** Several in brackets: {@code (30 + 50)}. */
    private static String together(List<String> numbers) {
        return numbers.size() == 1 ? numbers.getFirst() : "(" + plus(numbers) + ")";
    }

    private static String number(BigDecimal amount) {
        return amount.signum() < 0 ? "(" + Wording.compact(amount) + ")" : Wording.compact(amount);
    }

    private static String plus(List<String> numbers) {
        return String.join(" + ", numbers);
    }
}
