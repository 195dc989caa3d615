package plumbline.report.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.plan.HandVerdict;
import plumbline.plan.Milestone;
import plumbline.plan.Period;
import plumbline.plan.Redaction;
import plumbline.plan.VerdictRule;
import plumbline.report.table.PlainTable.PlainTableColumn;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.RuleNote;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The assessments of a plan as a plain table. Percentages are in percent. */
public final class AssessmentTable {
    private final Messages words;
    private final Evaluation standing;
    private final List<PlainTableColumn<Assessment>> tableColumns;
    private final DecisionWording decisions;

    public AssessmentTable(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        this.decisions = new DecisionWording(words);
        Wording wording = new Wording(words);
        ExplanationWording explanation = new ExplanationWording(words);
        this.tableColumns =
                List.of(
                        numberColumn(
                                "number",
                                a -> Optional.of(BigDecimal.valueOf(a.number())),
                                BigDecimal::toPlainString),
                        textColumn("indicator", a -> a.indicator().name()),
                        textColumn("unit", a -> a.indicator().unit()),
                        new PlainTableColumn<>(
                                "baseline",
                                headingOf("baseline"),
                                a ->
                                        a.courseInForce()
                                                .baseline()
                                                .map(m -> Wording.formatNumber(m.amount()))
                                                .orElseGet(
                                                        () ->
                                                                withheldOrEmpty(
                                                                        a,
                                                                        Milestone.Role.BASELINE)),
                                a -> a.courseInForce().baseline().map(Milestone::amount),
                                true),
                        new PlainTableColumn<>(
                                "target",
                                headingOf("target"),
                                a ->
                                        a.courseInForce()
                                                .finalTarget()
                                                .map(t -> wording.targetText(t, a.indicator()))
                                                .orElseGet(
                                                        () ->
                                                                withheldOrEmpty(
                                                                        a, Milestone.Role.FINAL)),
                                a -> a.courseInForce().finalTarget().map(Milestone::amount),
                                true),
                        textColumn("period", a -> a.valuePeriod().map(Period::code).orElse("")),
                        new PlainTableColumn<>(
                                "value",
                                headingOf("value"),
                                a ->
                                        a.value()
                                                .map(Wording::formatAsWritten)
                                                .orElse(
                                                        a.isWithheld()
                                                                ? Redaction.REPLACEMENT_TEXT
                                                                : ""),
                                Assessment::value,
                                true),
                        percentColumn("attainment", Assessment::attainment),
                        percentColumn("progress", Assessment::progress),
                        percentColumn("timeProgress", Assessment::timeProgress),
                        textColumn("verdict", wording::verdictName),
                        textColumn("reason", a -> explanation.groundSentence(a)));
    }

    /** Of a baseline or target that is not there, or stays in the house. */
    private String withheldOrEmpty(Assessment a, Milestone.Role role) {
        return standing.withholdsMilestone(a.indicator(), role) ? Redaction.REPLACEMENT_TEXT : "";
    }

    private String headingOf(String key) {
        return words.sentence("assess." + key);
    }

    private PlainTableColumn<Assessment> textColumn(String key, Function<Assessment, String> text) {
        return PlainTableColumn.textColumn(key, headingOf(key), text);
    }

    private PlainTableColumn<Assessment> numberColumn(
            String key,
            Function<Assessment, Optional<BigDecimal>> number,
            Function<BigDecimal, String> wording) {
        return PlainTableColumn.numberColumn(key, headingOf(key), number, wording);
    }

    private PlainTableColumn<Assessment> percentColumn(
            String key, Function<Assessment, Figure> figure) {
        return new PlainTableColumn<>(
                key,
                headingOf(key),
                a ->
                        figure.apply(a)
                                .knownValue()
                                .map(Wording::formatPercentNumber)
                                .orElse(
                                        figure.apply(a).isWithheld()
                                                ? Redaction.REPLACEMENT_TEXT
                                                : ""),
                a ->
                        figure.apply(a)
                                .knownValue()
                                .map(f -> new BigDecimal(Wording.formatPercentNumber(f))),
                true);
    }

    public String formatAs(TableFormat format) {
        return switch (format) {
            case TABLE ->
                    new PlainTable<>(columnsWithHandVerdicts(), standing.assessments())
                            .toAlignedText();
            case CSV -> new PlainTable<>(columnsWithHandVerdicts(), standing.assessments()).toCsv();
            case JSON ->
                    new PlainTable<>(tableColumns, standing.assessments())
                            .toJson("assessments", this::putPlan, this::putVerdicts);
        };
    }

    /** The measures as columns: verdicts by hand have one if there are any. */
    private List<PlainTableColumn<Assessment>> columnsWithHandVerdicts() {
        if (standing.assessments().stream().noneMatch(a -> a.handVerdict().isPresent()))
            return tableColumns;
        List<PlainTableColumn<Assessment>> more = new ArrayList<>(tableColumns);
        more.add(
                textColumn(
                        "hand",
                        a ->
                                a.handVerdict()
                                        .map(h -> decisions.handVerdictSentence(h, a))
                                        .orElse("")));
        return more;
    }

    private void putPlan(ObjectNode root) {
        root.put("plan", standing.plan().title())
                .put("at", standing.evaluationDate().toString())
                .put("rule", standing.plan().rule().name())
                .put(
                        "bindingRule",
                        standing.plan().bindingRule().map(VerdictRule::name).orElse(null))
                .put("ruleNote", new RuleNote(words).planNote(standing.plan()));
    }

    private void putVerdicts(ObjectNode row, Assessment a) {
        putHandVerdict(row, a.handVerdict(), a);
        row.put(
                "verdictCode",
                a.verdict().map(v -> v.name().toLowerCase(Locale.ROOT)).orElse("none"));
    }

    private void putHandVerdict(ObjectNode row, Optional<HandVerdict> byHand, Assessment a) {
        if (byHand.isEmpty()) {
            row.putNull("handVerdict");
            return;
        }
        HandVerdict hand = byHand.get();
        row.putObject("handVerdict")
                .put("verdict", decisions.verdictLabel(hand.verdict(), a))
                .put("verdictCode", hand.verdict().name().toLowerCase(Locale.ROOT))
                .put("on", hand.day().toString())
                .put("reason", hand.reason());
    }
}
