package plumbline.screen.indicators.inspector;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Projection;
import plumbline.assessment.Projection.Outlook;
import plumbline.assessment.Projection.Reach;
import plumbline.assessment.Reason;
import plumbline.assessment.WhatIf;
import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.exchange.notation.AmountParser;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Verdict;
import plumbline.words.Explanation;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 展望: where an indicator is heading, and what would be if a figure were another one. Changes
 * nothing.
 */
final class OutlookViewModel {

    /** One method: its result, and when the target is reached by it. */
    record Line(Explanation.Step step, String reach) {
        /** The numbers put in, in one line. */
        String numbers() {
            return step.inputs().stream()
                    .map(e -> e.name() + " " + e.amount())
                    .collect(Collectors.joining(" · "));
        }

        /** Where each of them comes from. */
        String sources() {
            return step.inputs().stream()
                    .map(e -> e.name() + " " + e.amount() + " · " + e.source())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Where the indicator stands, as shown in a column: real or supposed. */
    record Stand(
            String on,
            String attainment,
            String progress,
            Optional<Verdict> verdict,
            String word,
            String ground) {}

    /** What became of the amount that was typed. */
    sealed interface Answer {
        record Nothing() implements Answer {}

        record Wrong(String sentence) implements Answer {}

        record Supposed(Stand stand) implements Answer {}
    }

    /** What a verdict would take. */
    record Need(Optional<Verdict> verdict, String sentence) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;

    OutlookViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
    }

    private Plan plan() {
        return desk.plan().orElseThrow();
    }

    /** By the three methods; empty where {@link #without} says why. */
    List<Line> projection(Assessment a) {
        return without(a).isPresent()
                ? List.of()
                : outlooks(a).stream().map(o -> line(o, a)).toList();
    }

    /** The reason why there is no projection, if it is one and the same for all methods. */
    Optional<String> without(Assessment a) {
        List<Optional<Reason>> reasons =
                outlooks(a).stream().map(OutlookViewModel::missing).distinct().toList();
        return reasons.size() > 1
                ? Optional.empty()
                : reasons.getFirst().map(r -> explanation.say(r, a.indicator()));
    }

    private List<Outlook> outlooks(Assessment a) {
        Projection projection = Projection.of(plan(), a.indicator(), a.at());
        return List.of(projection.pace(), projection.growth(), projection.trend());
    }

    /** Why there is neither a number nor a day. */
    private static Optional<Reason> missing(Outlook outlook) {
        return outlook.reach() instanceof Reach.Not
                ? outlook.atEnd().either(_ -> Optional.empty(), Optional::of)
                : Optional.empty();
    }

    private Line line(Outlook outlook, Assessment a) {
        String reach =
                switch (outlook.reach()) {
                    case Reach.Already(Observation since) ->
                            words.say("projection.already", wording.period(since.period()));
                    case Reach.On(LocalDate day) ->
                            words.say(
                                    day.isAfter(plan().ends())
                                            ? "projection.late"
                                            : "projection.reached",
                                    wording.month(YearMonth.from(day)));
                    case Reach.AtEnd(boolean within) ->
                            words.say(within ? "projection.within" : "projection.outside");
                    case Reach.Not(var _) when outlook.atEnd() instanceof Figure.Unknown -> "";
                    case Reach.Not(var reason) ->
                            words.say("projection.never", explanation.say(reason, a.indicator()));
                };
        return new Line(explanation.step(outlook.atEnd(), a.indicator()), reach);
    }

    /**
     * Needed per year beside achieved per year, where both are known and something is needed yet.
     */
    Optional<String> effort(Assessment a) {
        if (a.course().target().filter(t -> a.value().filter(t::metBy).isPresent()).isPresent())
            return Optional.empty();
        if (!(a.neededPerYear() instanceof Figure.Known needed)
                || !(a.achievedPerYear() instanceof Figure.Known achieved)) return Optional.empty();
        return Optional.of(
                words.say(
                        a.indicator().kind() == Kind.YEARLY
                                ? "projection.effort.YEARLY"
                                : "projection.effort",
                        explanation.result(needed, a.indicator()),
                        explanation.result(achieved, a.indicator())));
    }

    /** What can be supposed: the columns of the grid, and each year of the plan. */
    List<Period> periods() {
        TreeSet<Period> periods = new TreeSet<>(plan().periods());
        IntStream.rangeClosed(plan().firstYear(), plan().lastYear())
                .mapToObj(Period::year)
                .forEach(periods::add);
        periods.removeIf(p -> !p.end().isAfter(plan().begins()));
        return List.copyOf(periods);
    }

    /** The first that ends after the evaluation date, or else the last. */
    Period suggested(Assessment a) {
        List<Period> periods = periods();
        return periods.stream()
                .filter(p -> p.end().isAfter(a.at()))
                .findFirst()
                .orElseGet(periods::getLast);
    }

    String name(Period period) {
        return wording.period(period);
    }

    Stand now(Assessment a) {
        return stand(a);
    }

    private Stand stand(Assessment a) {
        String on = a.latest().map(o -> wording.period(o.period())).orElseGet(wording::none);
        return new Stand(
                on,
                Wording.minus(wording.percent(a.attainment())),
                Wording.minus(wording.percent(a.progress())),
                a.verdict(),
                wording.verdict(a),
                explanation.ground(a));
    }

    /** The indicator as it would stand at the period's end with the amount that was typed. */
    Answer rehearse(Assessment a, Period period, String text) {
        if (text.isBlank()) return new Answer.Nothing();
        try {
            AmountParser.Written written = AmountParser.read(text, a.indicator().unit());
            if (!(written.reading() instanceof Reading.Value(BigDecimal amount, _, _)))
                return wrong(text);
            return new Answer.Supposed(stand(WhatIf.of(plan(), a.indicator(), period, amount)));
        } catch (Problem _) {
            return wrong(text);
        }
    }

    private Answer wrong(String text) {
        return new Answer.Wrong(words.say("rehearsal.wrong", text.strip()));
    }

    /** What each verdict would take in the period, best first. */
    List<Need> needs(Assessment a, Period period) {
        return WhatIf.thresholds(plan(), a.indicator(), period).stream()
                .map(t -> new Need(t.assessment().verdict(), sentence(t, a.indicator())))
                .toList();
    }

    private String sentence(WhatIf.Threshold t, Indicator i) {
        String verdict = wording.verdict(t.assessment());
        if (t.most().isEmpty())
            return words.say(
                    "rehearsal.least",
                    verdict,
                    wording.withUnit(threshold(t.least(), i), i.unit()));
        if (t.least().isEmpty())
            return words.say(
                    "rehearsal.most", verdict, wording.withUnit(threshold(t.most(), i), i.unit()));
        return words.say(
                "rehearsal.range",
                verdict,
                threshold(t.least(), i),
                wording.withUnit(threshold(t.most(), i), i.unit()));
    }

    /** With the decimals that say something. */
    private static String threshold(Optional<BigDecimal> amount, Indicator i) {
        BigDecimal exact = amount.orElseThrow();
        return Wording.minus(
                Wording.number(exact, Math.max(i.decimals(), exact.stripTrailingZeros().scale())));
    }
}
