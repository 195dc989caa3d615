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
import plumbline.report.table.PlainTable.Measure;
import plumbline.words.DecisionWording;
import plumbline.words.Explanation;
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
    private final List<Measure<Assessment>> measures;
    private final DecisionWording decisions;

    public AssessmentTable(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        this.decisions = new DecisionWording(words);
        Wording wording = new Wording(words);
        Explanation explanation = new Explanation(words);
        this.measures =
                List.of(
                        number(
                                "number",
                                a -> Optional.of(BigDecimal.valueOf(a.number())),
                                BigDecimal::toPlainString),
                        text("indicator", a -> a.indicator().name()),
                        text("unit", a -> a.indicator().unit()),
                        new Measure<>(
                                "baseline",
                                head("baseline"),
                                a ->
                                        a.course()
                                                .baseline()
                                                .map(m -> Wording.number(m.amount()))
                                                .orElseGet(() -> none(a, Milestone.Role.BASELINE)),
                                a -> a.course().baseline().map(Milestone::amount),
                                true),
                        new Measure<>(
                                "target",
                                head("target"),
                                a ->
                                        a.course()
                                                .target()
                                                .map(t -> wording.target(t, a.indicator()))
                                                .orElseGet(() -> none(a, Milestone.Role.FINAL)),
                                a -> a.course().target().map(Milestone::amount),
                                true),
                        text("period", a -> a.spoken().map(Period::code).orElse("")),
                        new Measure<>(
                                "value",
                                head("value"),
                                a ->
                                        a.value()
                                                .map(Wording::plain)
                                                .orElse(a.withheld() ? Redaction.SHOWN : ""),
                                Assessment::value,
                                true),
                        percent("attainment", Assessment::attainment),
                        percent("progress", Assessment::progress),
                        percent("timeProgress", Assessment::timeProgress),
                        text("verdict", wording::verdict),
                        text("reason", a -> explanation.ground(a)));
    }

    /** Of a baseline or target that is not there, or stays in the house. */
    private String none(Assessment a, Milestone.Role role) {
        return standing.withholds(a.indicator(), role) ? Redaction.SHOWN : "";
    }

    private String head(String key) {
        return words.say("assess." + key);
    }

    private Measure<Assessment> text(String key, Function<Assessment, String> text) {
        return Measure.text(key, head(key), text);
    }

    private Measure<Assessment> number(
            String key,
            Function<Assessment, Optional<BigDecimal>> number,
            Function<BigDecimal, String> wording) {
        return Measure.number(key, head(key), number, wording);
    }

    private Measure<Assessment> percent(String key, Function<Assessment, Figure> figure) {
        return new Measure<>(
                key,
                head(key),
                a ->
                        figure.apply(a)
                                .number()
                                .map(Wording::percentNumber)
                                .orElse(figure.apply(a).withheld() ? Redaction.SHOWN : ""),
                a -> figure.apply(a).number().map(f -> new BigDecimal(Wording.percentNumber(f))),
                true);
    }

    public String in(Format format) {
        return switch (format) {
            case TABLE -> new PlainTable<>(columns(), standing.assessments()).table();
            case CSV -> new PlainTable<>(columns(), standing.assessments()).csv();
            case JSON ->
                    new PlainTable<>(measures, standing.assessments())
                            .json("assessments", this::about, this::beside);
        };
    }

    /** The measures as columns: verdicts by hand have one if there are any. */
    private List<Measure<Assessment>> columns() {
        if (standing.assessments().stream().noneMatch(a -> a.byHand().isPresent())) return measures;
        List<Measure<Assessment>> more = new ArrayList<>(measures);
        more.add(text("hand", a -> a.byHand().map(h -> decisions.byHand(h, a)).orElse("")));
        return more;
    }

    private void about(ObjectNode root) {
        root.put("plan", standing.plan().title())
                .put("at", standing.at().toString())
                .put("rule", standing.plan().rule().name())
                .put(
                        "bindingRule",
                        standing.plan().bindingRule().map(VerdictRule::name).orElse(null))
                .put("ruleNote", new RuleNote(words).of(standing.plan()));
    }

    private void beside(ObjectNode row, Assessment a) {
        put(row, a.byHand(), a);
        row.put(
                "verdictCode",
                a.verdict().map(v -> v.name().toLowerCase(Locale.ROOT)).orElse("none"));
    }

    private void put(ObjectNode row, Optional<HandVerdict> byHand, Assessment a) {
        if (byHand.isEmpty()) {
            row.putNull("handVerdict");
            return;
        }
        HandVerdict hand = byHand.get();
        row.putObject("handVerdict")
                .put("verdict", decisions.label(hand.verdict(), a))
                .put("verdictCode", hand.verdict().name().toLowerCase(Locale.ROOT))
                .put("on", hand.on().toString())
                .put("reason", hand.reason());
    }
}
