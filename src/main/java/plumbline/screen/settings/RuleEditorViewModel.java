package plumbline.screen.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Tally;
import plumbline.desk.Workspace;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.screen.settings.RuleDrafts.Base;
import plumbline.screen.settings.RuleDrafts.Drafts;
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
     * @param met what it calls the class of targets that are met already
     * @param wrong the places of the bands, from 0, whose bound is refused
     */
    record Read(Optional<String> preset, String met, List<String> refusals, Set<Integer> wrong) {}

    record Count(Optional<Verdict> verdict, String word, int count) {}

    /** An indicator whose verdict would change. */
    record Move(
            String name,
            Optional<Verdict> was,
            String wasWord,
            Optional<Verdict> would,
            String wouldWord) {}

    record Preview(String note, List<Count> before, List<Count> after, List<Move> moves) {}

    /**
     * @param preview absent while something is wrong
     * @param takable whether the rules as written differ from those in force
     * @param touched whether anything was written
     */
    record Page(
            Drafts drafts,
            Read all,
            Optional<Read> binding,
            Optional<Preview> preview,
            boolean takable,
            boolean touched) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final RuleReader reader;
    private final ReadOnlyObjectWrapper<Optional<Page>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding seen;
    private final RuleDrafts writing;

    /**
     * @param writing what is written stays there while the plan is open
     */
    public RuleEditorViewModel(Workspace desk, RuleDrafts writing, Messages words) {
        this.desk = desk;
        this.writing = writing;
        this.words = words;
        this.wording = new Wording(words);
        this.reader = new RuleReader(words);
        this.seen =
                new ActiveBinding(
                        () -> follow(desk.standing().get().map(Evaluation::plan)), desk.standing());
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return seen;
    }

    void close() {
        seen.close();
    }

    /** Empty while no plan is open. */
    ReadOnlyObjectProperty<Optional<Page>> page() {
        return page.getReadOnlyProperty();
    }

    /** What is being written stays while the same plan changes in other ways. */
    private void follow(Optional<Plan> plan) {
        boolean keep =
                writing.touched()
                        && plan.map(Plan::id).equals(writing.base().map(Base::plan))
                        && !rulesOf(plan).equals(written());
        Optional<Base> base = plan.map(p -> new Base(p.id(), draftsOf(p)));
        writing.keep(base, keep ? writing.drafts() : base.map(Base::drafts));
        show();
    }

    private Drafts draftsOf(Plan plan) {
        return new Drafts(
                RuleDraft.of(plan.rule(), words),
                plan.bindingRule().map(r -> RuleDraft.of(r, words)));
    }

    /** The rules a plan is judged by; two that are equal are one. */
    private record Rules(VerdictRule all, Optional<VerdictRule> binding) {
        private Rules {
            VerdictRule general = all;
            binding = binding.filter(b -> !b.equals(general));
        }

        private Plan in(Plan plan) {
            return plan.change(
                    d -> {
                        d.rule = all;
                        d.bindingRule = binding;
                    });
        }
    }

    private static Optional<Rules> rulesOf(Optional<Plan> plan) {
        return plan.map(p -> new Rules(p.rule(), p.bindingRule()));
    }

    /** Empty while something is wrong. */
    private Optional<Rules> written() {
        return writing.drafts()
                .flatMap(
                        d ->
                                reader.read(d.all())
                                        .rule()
                                        .flatMap(
                                                all ->
                                                        d.binding().isEmpty()
                                                                ? Optional.of(
                                                                        new Rules(
                                                                                all,
                                                                                Optional.empty()))
                                                                : reader.read(d.binding().get())
                                                                        .rule()
                                                                        .map(
                                                                                b ->
                                                                                        new Rules(
                                                                                                all,
                                                                                                Optional
                                                                                                        .of(
                                                                                                                b)))));
    }

    private void show() {
        page.set(desk.standing().get().flatMap(s -> writing.drafts().map(d -> page(s, d))));
    }

    private Page page(Evaluation now, Drafts written) {
        Optional<Rules> rules = written();
        boolean takable = rules.isPresent() && !rules.equals(rulesOf(Optional.of(now.plan())));
        return new Page(
                written,
                read(written.all()),
                written.binding().map(this::read),
                rules.map(r -> preview(now, r)),
                takable,
                writing.touched());
    }

    private Read read(RuleDraft draft) {
        RuleReader.Written written = reader.read(draft);
        String met =
                written.rule()
                        .map(r -> RulePresets.met(r, words))
                        .orElseGet(() -> words.say(Verdict.AHEAD));
        return new Read(
                written.rule().map(VerdictRule::name).filter(RulePresets.names()::contains),
                met,
                written.refusals(),
                written.wrong());
    }

    private Preview preview(Evaluation now, Rules rules) {
        Evaluation then = Evaluation.of(rules.in(now.plan()), now.at());
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < now.assessments().size(); i++) {
            Move move = move(now.assessments().get(i), then.assessments().get(i));
            boolean same = move.was.equals(move.would) && move.wasWord.equals(move.wouldWord);
            if (!same) moves.add(move);
        }
        return new Preview(new RuleNote(words).of(then.plan()), counts(now), counts(then), moves);
    }

    private Move move(Assessment was, Assessment would) {
        return new Move(
                was.number() + ". " + was.indicator().name(),
                was.verdict(),
                wording.verdict(was),
                would.verdict(),
                wording.verdict(would));
    }

    private List<Count> counts(Evaluation standing) {
        Tally tally = standing.tally();
        List<Count> counts = new ArrayList<>();
        for (Verdict v : Verdict.values()) {
            if (tally.of(v) > 0)
                counts.add(
                        new Count(
                                Optional.of(v),
                                wording.verdict(Optional.of(v), standing.assessments()),
                                tally.of(v)));
        }
        if (tally.unjudged() > 0)
            counts.add(
                    new Count(
                            Optional.empty(),
                            wording.verdict(Optional.empty(), standing.assessments()),
                            tally.unjudged()));
        return counts;
    }

    /** Writes the rule of all indicators. */
    void all(RuleDraft draft) {
        write(d -> new Drafts(draft, d.binding()));
    }

    /** Writes the rule of the binding indicators. */
    void binding(RuleDraft draft) {
        write(d -> new Drafts(d.all(), Optional.of(draft)));
    }

    /** Gives the binding indicators a rule of their own, which begins as that of all. */
    void separate() {
        write(d -> new Drafts(d.all(), d.binding().or(() -> Optional.of(d.all()))));
    }

    /** Judges the binding indicators by the same rule as all. */
    void unite() {
        write(d -> new Drafts(d.all(), Optional.empty()));
    }

    private void write(UnaryOperator<Drafts> change) {
        writing.keep(writing.base(), writing.drafts().map(change));
        show();
    }

    RuleDraft preset(String name) {
        return RuleDraft.of(RulePresets.named(name).orElseThrow(), words);
    }

    /** Takes the rules as written, as one edit; nothing happens while something is wrong. */
    void take() {
        written().ifPresent(rules -> desk.edit(EditName.of("edit.rule"), rules::in));
    }

    /** Back to the rules in force. */
    void drop() {
        writing.keep(writing.base(), writing.base().map(Base::drafts));
        show();
    }
}
