package plumbline.screen.proofreading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import plumbline.assessment.Contradiction;
import plumbline.assessment.PrintedColumn;
import plumbline.assessment.PrintedRow;
import plumbline.desk.Dialogs;
import plumbline.desk.Work;
import plumbline.exchange.Block;
import plumbline.exchange.GridReader;
import plumbline.exchange.Proof;
import plumbline.plan.Plan;
import plumbline.words.EditName;
import plumbline.words.Problem;
import plumbline.words.ProofWords;
import plumbline.words.RulePresets;
import plumbline.words.Words;

/** A published table, what does not hold in it, and the plan that can be made of it. */
public final class ProofreadingViewModel {

    /** Checks the classes by the table's own note; every other choice is a preset's name. */
    static final String BY_NOTE = "note";

    /** One contradiction as it is listed. */
    record Item(Contradiction contradiction, String where, String kind, String sentence, String quote) { }

    /** What was read, to be checked again by another rule. */
    private record Source(List<Block> blocks, String name) { }

    private final Work work;
    private final Dialogs dialogs;
    private final Words words;
    private final ProofWords say;
    private final BiConsumer<Plan, EditName> add;
    private final ReadOnlyObjectWrapper<Optional<Proof>> proof = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Source> source = Optional.empty();
    private String check = BY_NOTE;

    /** @param add keeps a new plan and opens it */
    public ProofreadingViewModel(Work work, Dialogs dialogs, Words words, BiConsumer<Plan, EditName> add) {
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.say = new ProofWords(words);
        this.add = add;
    }

    ReadOnlyObjectProperty<Optional<Proof>> proof() {
        return proof.getReadOnlyProperty();
    }

    void open() {
        dialogs.openFile(words.say("proof.open"), "*").ifPresent(this::open);
    }

    void open(Path file) {
        work.start(words.say("proof.reading"), _ -> new Source(GridReader.read(file), String.valueOf(file.getFileName())), this::read);
    }

    void paste(Optional<String> text) {
        Optional<String> some = text.filter(t -> !t.isBlank());
        try {
            if (some.isEmpty()) throw new Problem("problem.table.pasteboard");
            read(new Source(GridReader.paste(some.get()), words.say("proof.pasted")));
        } catch (Problem problem) {
            dialogs.fail(problem);
        }
    }

    List<String> rules() {
        return Stream.concat(Stream.of(BY_NOTE), RulePresets.names().stream()).toList();
    }

    String ruleName(String rule) {
        return rule.equals(BY_NOTE) ? words.say("proof.rule.note") : RulePresets.name(rule, words);
    }

    /** Checks what is shown by another rule. */
    void check(String by) {
        if (by.equals(check)) return;
        check = by;
        source.ifPresent(this::read);
    }

    private void read(Source next) {
        work.start(words.say("proof.reading"), _ -> proofOf(next), found -> {
            source = Optional.of(next);
            proof.set(Optional.of(found));
        });
    }

    private Proof proofOf(Source of) throws Problem {
        return Proof.of(of.blocks, RulePresets.named(check), of.name);
    }

    /** A plan with new identities each time, so that one table may become two plans. */
    void makePlan() {
        source.ifPresent(s -> work.start(words.say("proof.making"), _ -> proofOf(s).plan(),
                plan -> add.accept(plan, EditName.of("edit.plan.fromTable", plan.title()))));
    }

    List<Item> items() {
        return proof.get().map(p -> p.contradictions().stream()
                .map(c -> new Item(c, say.where(c), say.kind(c.kind()), say.sentence(c), c.quote())).toList()).orElse(List.of());
    }

    /** What is said of a cell; of a column's head where there is no row. */
    List<Item> at(Optional<PrintedRow> row, PrintedColumn column) {
        return items().stream().filter(i -> i.contradiction.where().row().equals(row) && i.contradiction.where().column().equals(Optional.of(column))).toList();
    }

    String summary() {
        return proof.get().map(p -> say.summary(p.title(), p.table().rows().size(), p.contradictions())
                + (p.table().note().rule().isEmpty() ? " " + words.say("proof.noRule") : "")).orElse("");
    }

    /** The list as text; tells how many were copied. */
    Optional<String> letter() {
        Optional<String> letter = proof.get().map(p -> say.letter(p.title(), p.table().rows().size(), p.contradictions()));
        letter.ifPresent(_ -> dialogs.tell(words.say("proof.copied", items().size())));
        return letter;
    }
}
