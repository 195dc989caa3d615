package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.base.FormulaSafeText;
import plumbline.comparison.ChangeCause;
import plumbline.comparison.Comparison;
import plumbline.comparison.Comparison.IndicatorChange;
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
    private final Messages messages;
    private final Wording wording;

    public ComparisonWording(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
    }

    /**
     * How many verdicts differ, how many only in their numbers, and how the count of those on
     * course went.
     */
    public String summarySentence(Comparison c) {
        if (c.changes().isEmpty()) return messages.sentence("comparison.none");
        int verdicts = c.verdictChanges().size();
        return messages.sentence(
                "comparison.summary",
                c.after().assessments().size(),
                verdicts,
                c.changes().size() - verdicts,
                c.before().tallyAll().onCourseCount(),
                c.after().tallyAll().onCourseCount());
    }

    /** The class by its name, or —— where the indicator was not there. */
    public String verdictText(Optional<Assessment> a) {
        return a.map(wording::verdictName).orElseGet(wording::placeholder);
    }

    public String valueText(Optional<Assessment> a) {
        return a.flatMap(x -> x.value().map(v -> formatValue(x, v)))
                .orElseGet(wording::placeholder);
    }

    private static String formatValue(Assessment a, BigDecimal value) {
        return a.derivation().isPresent()
                ? Wording.formatCompact(value)
                : Wording.formatNumber(value, Math.max(a.indicator().decimals(), value.scale()));
    }

    public String progressText(Optional<Assessment> a) {
        return a.flatMap(x -> x.progress().knownValue())
                .map(Wording::formatPercent)
                .orElseGet(wording::placeholder);
    }

    /** Everything that moved it, in one sentence, and what else differs. */
    public String reasonsSentence(IndicatorChange change) {
        String moved = causesSentence(change.causes(), change);
        String beside = causesSentence(change.furtherDifferences(), change);
        if (beside.isEmpty()) return moved;
        return moved.isEmpty() ? beside : messages.sentence("comparison.beside", moved, beside);
    }

    private String causesSentence(List<ChangeCause> movers, IndicatorChange change) {
        return movers.stream()
                .map(
                        m ->
                                m instanceof ChangeCause.HandVerdictChange hand
                                        ? handVerdictSentence(hand, change)
                                        : causeSentence(m, change.latestAssessment().indicator()))
                .collect(Collectors.joining(messages.sentence("wording.sentences")));
    }

    private String handVerdictSentence(ChangeCause.HandVerdictChange hand, IndicatorChange change) {
        if (hand.after().isEmpty())
            return messages.sentence(
                    "comparison.hand.gone", handVerdictLabel(hand.before().orElseThrow(), change));
        String now = handVerdictLabel(hand.after().get(), change);
        if (hand.before().isEmpty())
            return messages.sentence("comparison.hand.set", now, hand.after().get().reason());
        return messages.sentence(
                "comparison.hand.changed",
                handVerdictLabel(hand.before().get(), change),
                now,
                hand.after().get().reason());
    }

    private String handVerdictLabel(HandVerdict hand, IndicatorChange change) {
        return new DecisionWording(messages)
                .verdictLabel(hand.verdict(), change.latestAssessment());
    }

    public String causeSentence(ChangeCause mover, Indicator indicator) {
        return switch (mover) {
            case ChangeCause.EvaluationDateChange time -> dateSentence(time, indicator);
            case ChangeCause.FigureChange data -> figureSentence(data, indicator);
            case ChangeCause.TargetChange target -> targetSentence(target);
            case ChangeCause.MeaningChange(RollUp before, RollUp after) ->
                    messages.sentence(
                            "comparison.rollUp",
                            messages.sentence("part.rollUp." + before.name()),
                            messages.sentence("part.rollUp." + after.name()));
            case ChangeCause.MeaningChange(Enum<?> before, Enum<?> after) ->
                    messages.sentence(
                            "comparison.meaning", messages.nameOf(before), messages.nameOf(after));
            case ChangeCause.UnitChange(String before, String after) when before.equals(after) ->
                    messages.sentence("comparison.ratio");
            case ChangeCause.UnitChange(String before, String after) ->
                    messages.sentence("comparison.unit", before, after);
            case ChangeCause.PlanYearsChange(var before, var after) ->
                    messages.sentence(
                            "comparison.years",
                            wording.planYearsText(before),
                            wording.planYearsText(after));
            case ChangeCause.RuleChange(var before, var after)
                    when before.name().equals(after.name()) ->
                    messages.sentence("comparison.bands", wording.ruleName(after));
            case ChangeCause.RuleChange(var before, var after) ->
                    messages.sentence(
                            "comparison.rule", wording.ruleName(before), wording.ruleName(after));
            case ChangeCause.PartFigureChange(String part, ChangeCause.FigureChange figure) ->
                    messages.sentence(
                            "comparison.part.figure", part, figureSentence(figure, indicator));
            case ChangeCause.PartAdded(String part) ->
                    messages.sentence("comparison.part.added", part);
            case ChangeCause.PartRemoved(String part) ->
                    messages.sentence("comparison.part.removed", part);
            case ChangeCause.NameChange(String before, String after) ->
                    messages.sentence("comparison.name", before, after);
            case ChangeCause.HandVerdictChange _ -> messages.sentence("hand.heading");
            case ChangeCause.IndicatorAdded() -> messages.sentence("comparison.added");
            case ChangeCause.IndicatorRemoved() -> messages.sentence("comparison.removed");
        };
    }

    private String dateSentence(ChangeCause.EvaluationDateChange time, Indicator indicator) {
        String moved =
                messages.sentence(
                        "comparison.time",
                        wording.formatDate(time.before()),
                        wording.formatDate(time.after()));
        return judgedFigureSentence(time, indicator)
                .map(j -> messages.sentence("comparison.time.judged", moved, j))
                .orElse(moved);
    }

    /** Which figure is judged on the new day; empty where it is the same one. */
    public Optional<String> judgedFigureSentence(
            ChangeCause.EvaluationDateChange time, Indicator indicator) {
        if (time.judgedBefore().equals(time.judgedAfter())) return Optional.empty();
        return time.judgedAfter()
                .map(o -> figureWithPeriod(o, indicator))
                .map(
                        now ->
                                time.judgedBefore()
                                        .map(
                                                o ->
                                                        messages.sentence(
                                                                "comparison.judged",
                                                                now,
                                                                figureWithPeriod(o, indicator)))
                                        .orElse(messages.sentence("comparison.judged.first", now)));
    }

    private String figureWithPeriod(Observation o, Indicator indicator) {
        return messages.sentence(
                "comparison.figure",
                wording.formatPeriod(o.period()),
                observationText(o, indicator));
    }

    private String observationText(Observation o, Indicator indicator) {
        return wording.observationText(o, indicator);
    }

    private String figureSentence(ChangeCause.FigureChange data, Indicator indicator) {
        String period = wording.formatPeriod(data.period());
        if (data.before().isEmpty())
            return messages.sentence(
                    "comparison.data.came",
                    period,
                    observationText(data.after().orElseThrow(), indicator));
        Observation before = data.before().get();
        if (data.after().isEmpty())
            return messages.sentence(
                    "comparison.data.went", period, observationText(before, indicator));
        Observation after = data.after().get();
        boolean months =
                observationText(before, indicator).equals(observationText(after, indicator));
        return months
                ? messages.sentence(
                        "comparison.data.months",
                        period,
                        before.monthsCovered(),
                        after.monthsCovered())
                : messages.sentence(
                        "comparison.data.changed",
                        period,
                        observationText(before, indicator),
                        observationText(after, indicator));
    }

    private String targetSentence(ChangeCause.TargetChange target) {
        if (target.before().isEmpty())
            return messages.sentence(
                    "comparison.target.set",
                    targetName(target.after().orElseThrow()),
                    targetAmountText(target.after().get()));
        Milestone before = target.before().get();
        if (target.after().isEmpty())
            return messages.sentence(
                    "comparison.target.gone", targetName(before), targetAmountText(before));
        Milestone after = target.after().get();
        boolean day = targetAmountText(before).equals(targetAmountText(after));
        return day
                ? messages.sentence(
                        "comparison.target.day",
                        targetName(after),
                        wording.formatDate(before.day()),
                        wording.formatDate(after.day()))
                : messages.sentence(
                        "comparison.target.changed",
                        targetName(after),
                        targetAmountText(before),
                        targetAmountText(after));
    }

    /** A yearly target by its year; the others stand once. */
    private String targetName(Milestone m) {
        return m.role() == Milestone.Role.YEARLY
                ? messages.sentence("comparison.yearly", "" + m.day().getYear())
                : messages.nameOf(m.role());
    }

    private String targetAmountText(Milestone m) {
        return m.role() == Milestone.Role.BASELINE
                ? Wording.formatNumber(m.amount())
                : wording.targetText(m);
    }

    /**
     * As lines and tabs: a table where a spreadsheet takes it, legible where only text is taken.
     */
    public String tabSeparatedText(Comparison c, String title) {
        Stream<String> lines =
                c.changes().stream().map(change -> String.join("\t", rowCells(change)));
        List<String> head =
                List.of(
                        messages.sentence("comparison.indicator"),
                        messages.sentence("comparison.verdict.before"),
                        messages.sentence("comparison.verdict.after"),
                        messages.sentence("comparison.value.before"),
                        messages.sentence("comparison.value.after"),
                        messages.sentence("comparison.progress.before"),
                        messages.sentence("comparison.progress.after"),
                        messages.sentence("comparison.why"));
        return Stream.concat(
                        Stream.of(
                                FormulaSafeText.escapeCell(title),
                                summarySentence(c),
                                String.join("\t", head)),
                        lines)
                .collect(Collectors.joining("\n"));
    }

    private List<String> rowCells(IndicatorChange c) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                c.latestAssessment().indicator().name(),
                                verdictText(c.before()),
                                verdictText(c.after()),
                                valueText(c.before()),
                                valueText(c.after()),
                                progressText(c.before()),
                                progressText(c.after()),
                                reasonsSentence(c)));
        cells.replaceAll(FormulaSafeText::escapeCell);
        return cells;
    }
}
