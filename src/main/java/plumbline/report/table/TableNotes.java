package plumbline.report.table;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Judgement;
import plumbline.assessment.Remark;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Redaction;
import plumbline.plan.Source;
import plumbline.words.DecisionWording;
import plumbline.words.Explanation;
import plumbline.words.KindNote;
import plumbline.words.Messages;
import plumbline.words.RuleNote;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The notes under the table: formulas, cut-off, rule, what is a forecast, where the figures come
 * from.
 */
public final class TableNotes {
    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;
    private final DecisionWording decisions;

    TableNotes(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.decisions = new DecisionWording(words);
    }

    /**
     * @param shown the periods that have a column in the table
     * @param yearly whether the yearly targets have columns
     */
    List<String> numberedNotes(Evaluation standing, List<Period> shown, boolean yearly) {
        List<String> notes =
                new ArrayList<>(
                        List.of(
                                words.say("appendix.note.attainment"),
                                words.say("appendix.note.progress"),
                                words.say("appendix.note.date", wording.date(standing.at())),
                                new RuleNote(words).of(standing.plan()),
                                words.say("appendix.note.rounding")));
        if (standing.assessments().stream()
                .anyMatch(a -> a.indicator().direction() == Direction.LOWER))
            notes.add(words.say("appendix.note.falling"));
        if (standing.assessments().stream().anyMatch(a -> a.indicator().kind() == Kind.HOLD))
            notes.add(words.say("appendix.note.hold"));
        if (standing.assessments().stream().anyMatch(TableNotes::isPassOrFail))
            notes.add(words.say("rule.note.passOrFail"));
        for (Period period : shown) {
            List<String> forecasts = forecastNumbers(standing, period);
            if (!forecasts.isEmpty())
                notes.add(
                        words.say(
                                "appendix.note.forecast",
                                wording.period(period),
                                explanation.list(forecasts)));
        }
        notes.addAll(new KindNote(words).of(standing, yearly));
        derivedNote(standing).ifPresent(notes::add);
        List<String> borderline =
                standing.assessments().stream()
                        .filter(TableNotes::isBorderline)
                        .map(Assessment::number)
                        .map(String::valueOf)
                        .toList();
        if (!borderline.isEmpty())
            notes.add(words.say("appendix.note.borderline", explanation.list(borderline)));
        revisionNote(standing).ifPresent(notes::add);
        handVerdictNote(standing).ifPresent(notes::add);
        if (standing.whole().isPresent())
            notes.add(words.say("appendix.note.redacted", Redaction.SHOWN));
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++)
            numbered.add(
                    (i == 0 ? words.say("appendix.note") : "") + (i + 1) + ". " + notes.get(i));
        sourcesNote(standing).ifPresent(numbered::add);
        return numbered;
    }

    /** Judged by no band of the rule, and not by the note on holding either. */
    private static boolean isPassOrFail(Assessment a) {
        return a.judgement().passOrFail() && a.indicator().kind() != Kind.HOLD;
    }

    private static boolean isBorderline(Assessment a) {
        return a.judgement() instanceof Judgement.Judged judged
                && judged.remarks().contains(Remark.BORDERLINE);
    }

    private Optional<String> revisionNote(Evaluation standing) {
        List<String> revisions =
                standing.assessments().stream()
                        .flatMap(
                                a ->
                                        a.revisions().stream()
                                                .map(
                                                        r ->
                                                                words.say(
                                                                        "revision.note.one",
                                                                        a.number(),
                                                                        decisions.revised(
                                                                                a.indicator(), r),
                                                                        decisions.basis(r))))
                        .toList();
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say("revision.note", joinSentences(revisions)));
    }

    private Optional<String> handVerdictNote(Evaluation standing) {
        List<String> verdicts =
                standing.assessments().stream()
                        .flatMap(
                                a ->
                                        a.byHand().stream()
                                                .map(
                                                        h ->
                                                                words.say(
                                                                        "hand.note.one",
                                                                        a.number(),
                                                                        decisions.label(
                                                                                h.verdict(), a),
                                                                        wording.date(h.on()),
                                                                        h.reason())))
                        .toList();
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say("hand.note", joinSentences(verdicts)));
    }

    private String joinSentences(List<String> said) {
        return String.join(words.say("wording.sentences"), said);
    }

    private static List<String> forecastNumbers(Evaluation standing, Period period) {
        return standing.assessments().stream()
                .filter(a -> a.series().shown(period).map(Observation::forecast).orElse(false))
                .map(Assessment::number)
                .map(String::valueOf)
                .toList();
    }

    /** Of what stands in no cell, but is what the quotients are of. */
    private Optional<String> derivedNote(Evaluation standing) {
        List<String> said =
                standing.assessments().stream()
                        .filter(
                                a ->
                                        a.derived().isPresent()
                                                && Stream.of(a.attainment(), a.progress())
                                                        .anyMatch(
                                                                f ->
                                                                        f.number().isPresent()
                                                                                || f.withheld()))
                        .map(
                                a ->
                                        words.say(
                                                "appendix.note.derived.one",
                                                a.number(),
                                                wording.spoken(a),
                                                wording.amount(
                                                        a.value()
                                                                .map(v -> Wording.computed(a, v))
                                                                .orElse(Redaction.SHOWN),
                                                        a.indicator())))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say("appendix.note.derived", joinSentences(said)));
    }

    /** The files that the figures up to the evaluation date, and the forecasts, came from. */
    public static List<String> sourceDocuments(Evaluation standing) {
        return standing.plan().indicators().stream()
                .map(Indicator::observations)
                .flatMap(List::stream)
                .filter(o -> o.forecast() || !o.asOf().isAfter(standing.at()))
                .map(Observation::source)
                .filter(s -> !s.typed())
                .map(Source::document)
                .distinct()
                .toList();
    }

    private Optional<String> sourcesNote(Evaluation standing) {
        List<String> documents = sourceDocuments(standing);
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say("appendix.source", explanation.list(documents)));
    }
}
