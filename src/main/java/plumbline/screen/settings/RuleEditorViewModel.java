package plumbline.screen.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.VerdictTally;
import plumbline.desk.Workspace;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.screen.settings.RuleDrafts.DraftBase;
import plumbline.screen.settings.RuleDrafts.DraftedRules;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.RuleNote;
import plumbline.words.RulePresets;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rule of the open plan as it is being written, what is wrong with it, and what it would make
 * of the plan before it is taken.
 */
public final class RuleEditorViewModel {

    /**
     * @param preset the key of the preset that the rule is, if it is one
     * @param metLabel what it calls the class of targets that are met already
     * @param wrongBands the places of the bands, from 0, whose bound is refused
     */
    record DraftReading(
            Optional<String> preset,
            String metLabel,
            List<String> refusals,
            Set<Integer> wrongBands) {}

    record VerdictCount(Optional<Verdict> verdict, String word, int count) {}

    /** An indicator whose verdict would change. */
    record VerdictMove(
            String name,
            Optional<Verdict> verdictBefore,
            String wordBefore,
            Optional<Verdict> verdictAfter,
            String wordAfter) {}

    record RulePreview(
            String note,
            List<VerdictCount> before,
            List<VerdictCount> after,
            List<VerdictMove> moves) {}

    /**
     * @param preview absent while something is wrong
     * @param canApply whether the rules as written differ from those in force
     * @param isTouched whether anything was written
     */
    record RulePage(
            DraftedRules drafts,
            DraftReading general,
            Optional<DraftReading> binding,
            Optional<RulePreview> preview,
            boolean canApply,
            boolean isTouched) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final RuleReader reader;
    private final ReadOnlyObjectWrapper<Optional<RulePage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding activeBinding;
    private final RuleDrafts drafts;

    /**
     * @param writing what is written stays there while the plan is open
     */
    public RuleEditorViewModel(Workspace desk, RuleDrafts writing, Messages words) {
        this.desk = desk;
        this.drafts = writing;
        this.words = words;
        this.wording = new Wording(words);
        this.reader = new RuleReader(words);
        this.activeBinding =
                new ActiveBinding(
                        () -> followPlan(desk.evaluationProperty().get().map(Evaluation::plan)),
                        desk.evaluationProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
    }

    /** Empty while no plan is open. */
    ReadOnlyObjectProperty<Optional<RulePage>> page() {
        return page.getReadOnlyProperty();
    }

    /** What is being written stays while the same plan changes in other ways. */
    private void followPlan(Optional<Plan> plan) {
        boolean keep =
                drafts.isTouched()
                        && plan.map(Plan::id).equals(drafts.base().map(DraftBase::planId))
                        && !rulesOf(plan).equals(writtenRules());
        Optional<DraftBase> base = plan.map(p -> new DraftBase(p.id(), draftsOf(p)));
        drafts.keepDrafts(base, keep ? drafts.drafts() : base.map(DraftBase::drafts));
        updatePage();
    }

    private DraftedRules draftsOf(Plan plan) {
        return new DraftedRules(
                RuleDraft.fromRule(plan.rule(), words),
                plan.bindingRule().map(r -> RuleDraft.fromRule(r, words)));
    }

    /** The rules a plan is judged by; two that are equal are one. */
    private record PlanRules(VerdictRule generalRule, Optional<VerdictRule> binding) {
        private PlanRules {
            VerdictRule general = generalRule;
            binding = binding.filter(b -> !b.equals(general));
        }

        private Plan appliedTo(Plan plan) {
            return plan.withChanges(
                    d -> {
                        d.rule = generalRule;
                        d.bindingRule = binding;
                    });
        }
    }

    private static Optional<PlanRules> rulesOf(Optional<Plan> plan) {
        return plan.map(p -> new PlanRules(p.rule(), p.bindingRule()));
    }

    /** Empty while something is wrong. */
    private Optional<PlanRules> writtenRules() {
        return drafts.drafts()
                .flatMap(
                        d ->
                                reader.readRule(d.general())
                                        .acceptedRule()
                                        .flatMap(
                                                all ->
                                                        d.binding().isEmpty()
                                                                ? Optional.of(
                                                                        new PlanRules(
                                                                                all,
                                                                                Optional.empty()))
                                                                : reader.readRule(d.binding().get())
                                                                        .acceptedRule()
                                                                        .map(
                                                                                b ->
                                                                                        new PlanRules(
                                                                                                all,
                                                                                                Optional
                                                                                                        .of(
                                                                                                                b)))));
    }

    private void updatePage() {
        page.set(
                desk.evaluationProperty()
                        .get()
                        .flatMap(s -> drafts.drafts().map(d -> createPage(s, d))));
    }

    private RulePage createPage(Evaluation now, DraftedRules written) {
        Optional<PlanRules> rules = writtenRules();
        boolean takable = rules.isPresent() && !rules.equals(rulesOf(Optional.of(now.plan())));
        return new RulePage(
                written,
                readDraft(written.general()),
                written.binding().map(this::readDraft),
                rules.map(r -> createPreview(now, r)),
                takable,
                drafts.isTouched());
    }

    private DraftReading readDraft(RuleDraft draft) {
        RuleReader.RuleResult written = reader.readRule(draft);
        String met =
                written.acceptedRule()
                        .map(r -> RulePresets.targetMetLabel(r, words))
                        .orElseGet(() -> words.nameOf(Verdict.AHEAD));
        return new DraftReading(
                written.acceptedRule()
                        .map(VerdictRule::name)
                        .filter(RulePresets.presetNames()::contains),
                met,
                written.refusals(),
                written.wrongBands());
    }

    private RulePreview createPreview(Evaluation now, PlanRules rules) {
        Evaluation then = Evaluation.evaluate(rules.appliedTo(now.plan()), now.evaluationDate());
        List<VerdictMove> moves = new ArrayList<>();
        for (int i = 0; i < now.assessments().size(); i++) {
            VerdictMove move = verdictMove(now.assessments().get(i), then.assessments().get(i));
            boolean same =
                    move.verdictBefore.equals(move.verdictAfter)
                            && move.wordBefore.equals(move.wordAfter);
            if (!same) moves.add(move);
        }
        return new RulePreview(
                new RuleNote(words).planNote(then.plan()),
                verdictCounts(now),
                verdictCounts(then),
                moves);
    }

    private VerdictMove verdictMove(Assessment was, Assessment would) {
        return new VerdictMove(
                was.number() + ". " + was.indicator().name(),
                was.verdict(),
                wording.verdictName(was),
                would.verdict(),
                wording.verdictName(would));
    }

    private List<VerdictCount> verdictCounts(Evaluation standing) {
        VerdictTally tally = standing.tallyAll();
        List<VerdictCount> counts = new ArrayList<>();
        for (Verdict v : Verdict.values()) {
            if (tally.countOf(v) > 0)
                counts.add(
                        new VerdictCount(
                                Optional.of(v),
                                wording.commonVerdictName(Optional.of(v), standing.assessments()),
                                tally.countOf(v)));
        }
        if (tally.unjudgedCount() > 0)
            counts.add(
                    new VerdictCount(
                            Optional.empty(),
                            wording.commonVerdictName(Optional.empty(), standing.assessments()),
                            tally.unjudgedCount()));
        return counts;
    }

    /** Writes the rule of all indicators. */
    void writeGeneral(RuleDraft draft) {
        changeDrafts(d -> new DraftedRules(draft, d.binding()));
    }

    /** Writes the rule of the binding indicators. */
    void writeBinding(RuleDraft draft) {
        changeDrafts(d -> new DraftedRules(d.general(), Optional.of(draft)));
    }

    /** Gives the binding indicators a rule of their own, which begins as that of all. */
    void separateBinding() {
        changeDrafts(
                d -> new DraftedRules(d.general(), d.binding().or(() -> Optional.of(d.general()))));
    }

    /** Judges the binding indicators by the same rule as all. */
    void uniteBinding() {
        changeDrafts(d -> new DraftedRules(d.general(), Optional.empty()));
    }

    private void changeDrafts(UnaryOperator<DraftedRules> change) {
        drafts.keepDrafts(drafts.base(), drafts.drafts().map(change));
        updatePage();
    }

    RuleDraft presetDraft(String name) {
        return RuleDraft.fromRule(RulePresets.findPreset(name).orElseThrow(), words);
    }

    /** Takes the rules as written, as one edit; nothing happens while something is wrong. */
    void applyDrafts() {
        writtenRules()
                .ifPresent(rules -> desk.editPlan(EditName.of("edit.rule"), rules::appliedTo));
    }

    /** Back to the rules in force. */
    void discardDrafts() {
        drafts.keepDrafts(drafts.base(), drafts.base().map(DraftBase::drafts));
        updatePage();
    }
}
