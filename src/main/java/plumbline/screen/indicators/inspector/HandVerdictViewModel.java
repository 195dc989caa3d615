package plumbline.screen.indicators.inspector;

import plumbline.assessment.Assessment;
import plumbline.desk.Workspace;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Verdict;
import plumbline.words.DecisionWording;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The verdict set by hand: set and withdrawn, each as one edit. */
final class HandVerdictViewModel {

    /**
     * @param said date and reason, and where the evaluation date lies before it a remark
     */
    record ShownHandVerdict(HandVerdict hand, String word, String said) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final DecisionWording decisions;

    HandVerdictViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
        this.decisions = new DecisionWording(words);
    }

    Optional<ShownHandVerdict> findShownVerdict(Assessment a) {
        return a.indicator()
                .handVerdict()
                .map(
                        h -> {
                            String said =
                                    wording.formatDate(h.day())
                                            + words.sentence("wording.sentences")
                                            + h.reason();
                            return new ShownHandVerdict(
                                    h,
                                    decisions.verdictLabel(h.verdict(), a),
                                    h.day().isAfter(a.evaluationDate())
                                            ? said + "\n" + words.sentence("hand.later")
                                            : said);
                        });
    }

    List<Verdict> choosableVerdicts(Assessment a) {
        return DecisionWording.possibleVerdicts(a);
    }

    String verdictName(Verdict verdict, Assessment a) {
        return decisions.verdictLabel(verdict, a);
    }

    LocalDate suggestedDay(Assessment a) {
        return a.evaluationDate();
    }

    /**
     * @return a sentence where something is wanting; then nothing is changed
     */
    Optional<String> setVerdict(
            UUID indicator, Optional<Verdict> verdict, String reason, Optional<LocalDate> on) {
        if (verdict.isEmpty()) return Optional.of(words.sentence("hand.noVerdict"));
        if (reason.isBlank()) return Optional.of(words.sentence("hand.noReason"));
        if (on.isEmpty()) return Optional.of(words.sentence("hand.noDay"));
        editIndicator(
                "hand.edit",
                indicator,
                d ->
                        d.handVerdict =
                                Optional.of(
                                        new HandVerdict(verdict.get(), reason.strip(), on.get())));
        return Optional.empty();
    }

    void withdrawVerdict(UUID indicator) {
        editIndicator("hand.edit.withdrawn", indicator, d -> d.handVerdict = Optional.empty());
    }

    private void editIndicator(String key, UUID indicator, Consumer<Indicator.Draft> change) {
        Indicator i = desk.shownPlan().orElseThrow().findIndicator(indicator).orElseThrow();
        desk.editPlan(
                EditName.of(key, i.name()),
                p -> p.withChangedIndicator(indicator, x -> x.withChanges(change)));
    }
}
