package plumbline.screen.overview;

import plumbline.assessment.Assessment;
import plumbline.comparison.ChangeCause;
import plumbline.comparison.Comparison;
import plumbline.plan.Verdict;
import plumbline.words.ComparisonWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the last move of the evaluation date has changed, as it is read.
 *
 * @param otherIndicatorNames the indicators whose numbers alone changed; empty if there are none
 */
record EvaluationDateMove(
        String title, List<MovedIndicator> movedIndicators, String otherIndicatorNames) {

    /** A verdict as it is shown. */
    record VerdictWord(Optional<Verdict> verdict, String word) {}

    record MovedIndicator(
            UUID indicatorId, String name, VerdictWord before, VerdictWord after, String reason) {}

    static EvaluationDateMove fromComparison(Comparison comparison, Messages words) {
        Wording wording = new Wording(words);
        String title =
                words.sentence(
                        "comparison.moved",
                        wording.formatDate(comparison.before().evaluationDate()),
                        wording.formatDate(comparison.after().evaluationDate()));
        List<String> rest =
                comparison.changes().stream()
                        .filter(c -> !c.hasChangedVerdict())
                        .map(c -> c.latestAssessment().indicator().name())
                        .toList();
        return new EvaluationDateMove(
                title,
                comparison.verdictChanges().stream()
                        .map(c -> createMovedIndicator(c, words))
                        .toList(),
                new ExplanationWording(words).joinNames(rest));
    }

    private static MovedIndicator createMovedIndicator(
            Comparison.IndicatorChange change, Messages words) {
        Assessment now = change.latestAssessment();
        String ground = new ExplanationWording(words).groundSentence(now);
        String reason =
                change.causes().stream()
                        .flatMap(m -> findJudgementReason(m, now, words).stream())
                        .reduce(
                                ground,
                                (said, j) -> j + words.sentence("wording.sentences") + said);
        return new MovedIndicator(
                now.indicator().id(),
                now.number() + ". " + now.indicator().name(),
                verdictWord(change.before(), words),
                verdictWord(change.after(), words),
                reason);
    }

    /** That the date moved, the title says already. */
    private static Optional<String> findJudgementReason(
            ChangeCause mover, Assessment now, Messages words) {
        return mover instanceof ChangeCause.EvaluationDateChange time
                ? new ComparisonWording(words).judgedFigureSentence(time, now.indicator())
                : Optional.empty();
    }

    private static VerdictWord verdictWord(Optional<Assessment> a, Messages words) {
        return new VerdictWord(
                a.flatMap(Assessment::verdict), new ComparisonWording(words).verdictText(a));
    }
}
