package plumbline.report.table;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Judgement;
import plumbline.assessment.Remark;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Redaction;
import plumbline.plan.Source;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
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
    private final ExplanationWording explanation;
    private final DecisionWording decisions;

    TableNotes(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
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
                                words.sentence("appendix.note.attainment"),
                                words.sentence("appendix.note.progress"),
                                words.sentence(
                                        "appendix.note.date",
                                        wording.formatDate(standing.evaluationDate())),
                                new RuleNote(words).planNote(standing.plan()),
                                words.sentence("appendix.note.rounding")));
        if (standing.assessments().stream()
                .anyMatch(a -> a.indicator().direction() == Direction.LOWER))
            notes.add(words.sentence("appendix.note.falling"));
        if (standing.assessments().stream()
                .anyMatch(a -> a.indicator().kind() == IndicatorKind.HOLD))
            notes.add(words.sentence("appendix.note.hold"));
        if (standing.assessments().stream().anyMatch(TableNotes::isPassOrFail))
            notes.add(words.sentence("rule.note.passOrFail"));
        for (Period period : shown) {
            List<String> forecasts = forecastNumbers(standing, period);
            if (!forecasts.isEmpty())
                notes.add(
                        words.sentence(
                                "appendix.note.forecast",
                                wording.formatPeriod(period),
                                explanation.joinNames(forecasts)));
        }
        notes.addAll(new KindNote(words).notesFor(standing, yearly));
        derivedNote(standing).ifPresent(notes::add);
        List<String> borderline =
                standing.assessments().stream()
                        .filter(TableNotes::isBorderline)
                        .map(Assessment::number)
                        .map(String::valueOf)
                        .toList();
        if (!borderline.isEmpty())
            notes.add(
                    words.sentence("appendix.note.borderline", explanation.joinNames(borderline)));
        revisionNote(standing).ifPresent(notes::add);
        handVerdictNote(standing).ifPresent(notes::add);
        if (standing.unredactedPlan().isPresent())
            notes.add(words.sentence("appendix.note.redacted", Redaction.REPLACEMENT_TEXT));
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++)
            numbered.add(
                    (i == 0 ? words.sentence("appendix.note") : "")
                            + (i + 1)
                            + ". "
                            + notes.get(i));
        sourcesNote(standing).ifPresent(numbered::add);
        return numbered;
    }

    /** Judged by no band of the rule, and not by the note on holding either. */
    private static boolean isPassOrFail(Assessment a) {
        return a.judgement().isPassOrFail() && a.indicator().kind() != IndicatorKind.HOLD;
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
                                        a.revisionsInForce().stream()
                                                .map(
                                                        r ->
                                                                words.sentence(
                                                                        "revision.note.one",
                                                                        a.number(),
                                                                        decisions.revisionText(
                                                                                a.indicator(), r),
                                                                        decisions.revisionBasis(
                                                                                r))))
                        .toList();
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(words.sentence("revision.note", joinSentences(revisions)));
    }

    private Optional<String> handVerdictNote(Evaluation standing) {
        List<String> verdicts =
                standing.assessments().stream()
                        .flatMap(
                                a ->
                                        a.handVerdict().stream()
                                                .map(
                                                        h ->
                                                                words.sentence(
                                                                        "hand.note.one",
                                                                        a.number(),
                                                                        decisions.verdictLabel(
                                                                                h.verdict(), a),
                                                                        wording.formatDate(h.day()),
                                                                        h.reason())))
                        .toList();
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(words.sentence("hand.note", joinSentences(verdicts)));
    }

    private String joinSentences(List<String> said) {
        return String.join(words.sentence("wording.sentences"), said);
    }

    private static List<String> forecastNumbers(Evaluation standing, Period period) {
        return standing.assessments().stream()
                .filter(
                        a ->
                                a.series()
                                        .findShown(period)
                                        .map(Observation::isForecast)
                                        .orElse(false))
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
                                        a.derivation().isPresent()
                                                && Stream.of(a.attainment(), a.progress())
                                                        .anyMatch(
                                                                f ->
                                                                        f.knownValue().isPresent()
                                                                                || f.isWithheld()))
                        .map(
                                a ->
                                        words.sentence(
                                                "appendix.note.derived.one",
                                                a.number(),
                                                wording.valuePeriodText(a),
                                                wording.amountInSentence(
                                                        a.value()
                                                                .map(
                                                                        v ->
                                                                                Wording
                                                                                        .formatComputed(
                                                                                                a,
                                                                                                v))
                                                                .orElse(Redaction.REPLACEMENT_TEXT),
                                                        a.indicator())))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(words.sentence("appendix.note.derived", joinSentences(said)));
    }

    /** The files that the figures up to the evaluation date, and the forecasts, came from. */
    public static List<String> sourceDocuments(Evaluation standing) {
        return standing.plan().indicators().stream()
                .map(Indicator::observations)
                .flatMap(List::stream)
                .filter(
                        o ->
                                o.isForecast()
                                        || !o.lastCoveredDay().isAfter(standing.evaluationDate()))
                .map(Observation::source)
                .filter(s -> !s.isTyped())
                .map(Source::document)
                .distinct()
                .toList();
    }

    private Optional<String> sourcesNote(Evaluation standing) {
        List<String> documents = sourceDocuments(standing);
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(words.sentence("appendix.source", explanation.joinNames(documents)));
    }
}
