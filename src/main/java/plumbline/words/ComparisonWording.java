package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.base.SafeText;
import plumbline.comparison.ChangeCause;
import plumbline.comparison.Comparison;
import plumbline.comparison.Comparison.Change;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.RollUp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how two standings differ and what moved each indicator. */
public final class ComparisonWording {
    private final Messages words;
    private final Wording wording;

    public ComparisonWording(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    /**
     * How many verdicts differ, how many only in their numbers, and how the count of those on
     * course went.
     */
    public String summary(Comparison c) {
        if (c.changes().isEmpty()) return words.say("comparison.none");
        int verdicts = c.verdicts().size();
        return words.say(
                "comparison.summary",
                c.after().assessments().size(),
                verdicts,
                c.changes().size() - verdicts,
                c.before().tally().onCourse(),
                c.after().tally().onCourse());
    }

    /** The class by its name, or —— where the indicator was not there. */
    public String verdict(Optional<Assessment> a) {
        return a.map(wording::verdict).orElseGet(wording::none);
    }

    public String value(Optional<Assessment> a) {
        return a.flatMap(x -> x.value().map(v -> value(x, v))).orElseGet(wording::none);
    }

    private static String value(Assessment a, BigDecimal value) {
        return a.derived().isPresent()
                ? Wording.compact(value)
                : Wording.number(value, Math.max(a.indicator().decimals(), value.scale()));
    }

    public String progress(Optional<Assessment> a) {
        return a.flatMap(x -> x.progress().number()).map(Wording::percent).orElseGet(wording::none);
    }

    /** Everything that moved it, in one sentence, and what else differs. */
    public String reasons(Change change) {
        String moved = say(change.movers(), change);
        String beside = say(change.beside(), change);
        if (beside.isEmpty()) return moved;
        return moved.isEmpty() ? beside : words.say("comparison.beside", moved, beside);
    }

    private String say(List<ChangeCause> movers, Change change) {
        return movers.stream()
                .map(
                        m ->
                                m instanceof ChangeCause.Hand hand
                                        ? say(hand, change)
                                        : say(m, change.latest().indicator()))
                .collect(Collectors.joining(words.say("wording.sentences")));
    }

    private String say(ChangeCause.Hand hand, Change change) {
        if (hand.after().isEmpty())
            return words.say("comparison.hand.gone", label(hand.before().orElseThrow(), change));
        String now = label(hand.after().get(), change);
        if (hand.before().isEmpty())
            return words.say("comparison.hand.set", now, hand.after().get().reason());
        return words.say(
                "comparison.hand.changed",
                label(hand.before().get(), change),
                now,
                hand.after().get().reason());
    }

    private String label(HandVerdict hand, Change change) {
        return new DecisionWording(words).label(hand.verdict(), change.latest());
    }

    public String say(ChangeCause mover, Indicator indicator) {
        return switch (mover) {
            case ChangeCause.Time time -> say(time, indicator);
            case ChangeCause.Data data -> say(data, indicator);
            case ChangeCause.Target target -> say(target);
            case ChangeCause.Meaning(RollUp before, RollUp after) ->
                    words.say(
                            "comparison.rollUp",
                            words.say("part.rollUp." + before.name()),
                            words.say("part.rollUp." + after.name()));
            case ChangeCause.Meaning(Enum<?> before, Enum<?> after) ->
                    words.say("comparison.meaning", words.say(before), words.say(after));
            case ChangeCause.Unit(String before, String after) when before.equals(after) ->
                    words.say("comparison.ratio");
            case ChangeCause.Unit(String before, String after) ->
                    words.say("comparison.unit", before, after);
            case ChangeCause.Years(var before, var after) ->
                    words.say("comparison.years", wording.span(before), wording.span(after));
            case ChangeCause.Rule(var before, var after) when before.name().equals(after.name()) ->
                    words.say("comparison.bands", wording.rule(after));
            case ChangeCause.Rule(var before, var after) ->
                    words.say("comparison.rule", wording.rule(before), wording.rule(after));
            case ChangeCause.PartFigure(String part, ChangeCause.Data figure) ->
                    words.say("comparison.part.figure", part, say(figure, indicator));
            case ChangeCause.PartAdded(String part) -> words.say("comparison.part.added", part);
            case ChangeCause.PartRemoved(String part) -> words.say("comparison.part.removed", part);
            case ChangeCause.Name(String before, String after) ->
                    words.say("comparison.name", before, after);
            case ChangeCause.Hand _ -> words.say("hand.heading");
            case ChangeCause.Added() -> words.say("comparison.added");
            case ChangeCause.Removed() -> words.say("comparison.removed");
        };
    }

    private String say(ChangeCause.Time time, Indicator indicator) {
        String moved =
                words.say(
                        "comparison.time", wording.date(time.before()), wording.date(time.after()));
        return judged(time, indicator)
                .map(j -> words.say("comparison.time.judged", moved, j))
                .orElse(moved);
    }

    /** Which figure is judged on the new day; empty where it is the same one. */
    public Optional<String> judged(ChangeCause.Time time, Indicator indicator) {
        if (time.judgedBefore().equals(time.judgedAfter())) return Optional.empty();
        return time.judgedAfter()
                .map(o -> figure(o, indicator))
                .map(
                        now ->
                                time.judgedBefore()
                                        .map(
                                                o ->
                                                        words.say(
                                                                "comparison.judged",
                                                                now,
                                                                figure(o, indicator)))
                                        .orElse(words.say("comparison.judged.first", now)));
    }

    private String figure(Observation o, Indicator indicator) {
        return words.say("comparison.figure", wording.period(o.period()), text(o, indicator));
    }

    private String text(Observation o, Indicator indicator) {
        return wording.observation(o, indicator);
    }

    private String say(ChangeCause.Data data, Indicator indicator) {
        String period = wording.period(data.period());
        if (data.before().isEmpty())
            return words.say(
                    "comparison.data.came", period, text(data.after().orElseThrow(), indicator));
        Observation before = data.before().get();
        if (data.after().isEmpty())
            return words.say("comparison.data.went", period, text(before, indicator));
        Observation after = data.after().get();
        boolean months = text(before, indicator).equals(text(after, indicator));
        return months
                ? words.say("comparison.data.months", period, before.months(), after.months())
                : words.say(
                        "comparison.data.changed",
                        period,
                        text(before, indicator),
                        text(after, indicator));
    }

    private String say(ChangeCause.Target target) {
        if (target.before().isEmpty())
            return words.say(
                    "comparison.target.set",
                    name(target.after().orElseThrow()),
                    amount(target.after().get()));
        Milestone before = target.before().get();
        if (target.after().isEmpty())
            return words.say("comparison.target.gone", name(before), amount(before));
        Milestone after = target.after().get();
        boolean day = amount(before).equals(amount(after));
        return day
                ? words.say(
                        "comparison.target.day",
                        name(after),
                        wording.date(before.on()),
                        wording.date(after.on()))
                : words.say(
                        "comparison.target.changed", name(after), amount(before), amount(after));
    }

    /** A yearly target by its year; the others stand once. */
    private String name(Milestone m) {
        return m.role() == Milestone.Role.YEARLY
                ? words.say("comparison.yearly", "" + m.on().getYear())
                : words.say(m.role());
    }

    private String amount(Milestone m) {
        return m.role() == Milestone.Role.BASELINE ? Wording.number(m.amount()) : wording.target(m);
    }

    /**
     * As lines and tabs: a table where a spreadsheet takes it, legible where only text is taken.
     */
    public String text(Comparison c, String title) {
        Stream<String> lines = c.changes().stream().map(change -> String.join("\t", cells(change)));
        List<String> head =
                List.of(
                        words.say("comparison.indicator"),
                        words.say("comparison.verdict.before"),
                        words.say("comparison.verdict.after"),
                        words.say("comparison.value.before"),
                        words.say("comparison.value.after"),
                        words.say("comparison.progress.before"),
                        words.say("comparison.progress.after"),
                        words.say("comparison.why"));
        return Stream.concat(
                        Stream.of(SafeText.cell(title), summary(c), String.join("\t", head)), lines)
                .collect(Collectors.joining("\n"));
    }

    private List<String> cells(Change c) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                c.latest().indicator().name(),
                                verdict(c.before()),
                                verdict(c.after()),
                                value(c.before()),
                                value(c.after()),
                                progress(c.before()),
                                progress(c.after()),
                                reasons(c)));
        cells.replaceAll(SafeText::cell);
        return cells;
    }
}
