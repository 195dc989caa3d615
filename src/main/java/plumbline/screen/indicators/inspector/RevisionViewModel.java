package plumbline.screen.indicators.inspector;

import plumbline.assessment.Assessment;
import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Plan;
import plumbline.plan.TargetRevision;
import plumbline.screen.indicators.edit.TargetParser;
import plumbline.words.DecisionWording;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 目标调整: the revisions of an indicator's targets, and recording another as one edit. */
final class RevisionViewModel {

    /** A target that can be revised. */
    record RevisableTarget(Milestone target, String name) {}

    /**
     * @param last only the last revision of a target can be taken back
     */
    record RevisionLine(TargetRevision revision, String what, String basis, boolean last) {}

    /** What was typed about a revision. */
    record RevisionEntry(
            Milestone target,
            String amount,
            Optional<LocalDate> decided,
            String reason,
            String decision) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final DecisionWording decisions;

    RevisionViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
        this.decisions = new DecisionWording(words);
    }

    List<RevisableTarget> revisableTargets(Indicator i) {
        return i.course().milestones().reversed().stream()
                .filter(m -> m.role() != Role.BASELINE)
                .map(
                        m ->
                                new RevisableTarget(
                                        m, decisions.targetName(m) + " " + wording.targetText(m)))
                .toList();
    }

    List<RevisionLine> revisionLines(Indicator i) {
        return i.revisions().stream()
                .map(
                        r ->
                                new RevisionLine(
                                        r,
                                        decisions.revisionText(i, r),
                                        decisions.revisionBasis(r),
                                        i.isLastRevision(r)))
                .toList();
    }

    LocalDate suggestedDay(Assessment a) {
        return a.evaluationDate();
    }

    /**
     * @return a sentence where the entry is refused; then nothing is changed
     */
    Optional<String> reviseTarget(UUID indicator, RevisionEntry entry) {
        Plan plan = desk.shownPlan().orElseThrow();
        Indicator i = plan.findIndicator(indicator).orElseThrow();
        Optional<String> wrong = findErrorSentence(i, entry, plan);
        if (wrong.isPresent()) return wrong;
        try {
            Milestone next = TargetParser.parseReplacement(i, entry.target, entry.amount);
            if (next.equals(entry.target)) return Optional.of(words.sentence("revision.same"));
            desk.editPlan(
                    EditName.of("revision.edit", i.name(), words.nameOf(next.role())),
                    p ->
                            p.withChangedIndicator(
                                    indicator,
                                    x ->
                                            x.withRevisedTarget(
                                                    next,
                                                    entry.decided.orElseThrow(),
                                                    entry.reason.strip(),
                                                    entry.decision.strip())));
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(words.problemSentence(problem));
        } catch (IllegalArgumentException _) {
            return Optional.of(words.sentence("revision.refused", entry.amount.strip()));
        }
    }

    private Optional<String> findErrorSentence(Indicator i, RevisionEntry entry, Plan plan) {
        if (entry.amount.isBlank()) return Optional.of(words.sentence("revision.noAmount"));
        if (entry.decided.isEmpty()) return Optional.of(words.sentence("revision.noDay"));
        LocalDate decided = entry.decided.get();
        if (!decided.isAfter(plan.dayBeforeStart()) || decided.isAfter(entry.target.day())) {
            return Optional.of(
                    words.sentence(
                            "revision.outside",
                            wording.formatDate(plan.dayBeforeStart().plusDays(1)),
                            wording.formatDate(entry.target.day())));
        }
        if (entry.reason.isBlank()) return Optional.of(words.sentence("revision.noReason"));
        return i.revisions().stream()
                .filter(r -> r.isRevisionOf(entry.target) && r.decidedOn().isAfter(decided))
                .findFirst()
                .map(r -> words.sentence("revision.earlier", wording.formatDate(r.decidedOn())));
    }

    void withdrawRevision(UUID indicator, TargetRevision revision) {
        Indicator i = desk.shownPlan().orElseThrow().findIndicator(indicator).orElseThrow();
        desk.editPlan(
                EditName.of("revision.edit.takeBack", i.name()),
                p -> p.withChangedIndicator(indicator, x -> x.withRevisionTakenBack(revision)));
    }
}
