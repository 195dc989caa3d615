package plumbline.screen.proofreading;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.CellTarget;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.desk.Workspace;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.proof.TableProof;
import plumbline.exchange.proof.TextProof;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.proofreading.ClaimMatch;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.ProofWords;
import plumbline.words.RulePresets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A published table, what does not hold in it, and the plan that can be made of it; or a text, held
 * against the open plan.
 */
public final class ProofreadingViewModel {

    /** Checks the classes by the table's own note; every other choice is a preset's name. */
    static final String BY_NOTE = "note";

    /** What is proof-read: a table by its own figures, or a text by the open plan's. */
    enum Mode {
        TABLE,
        TEXT
    }

    /** One contradiction as it is listed. */
    record Item(
            Contradiction contradiction,
            String where,
            String kind,
            String sentence,
            String quote) {}

    /** What was read, to be checked again by another rule. */
    private record Source(List<DocumentBlock> blocks, String name) {}

    /** A text that is, or was last, held against the plan. */
    private record Holding(Source text, Evaluation against, BackgroundWork.Running running) {}

    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final ProofWords say;
    private final BiConsumer<Plan, EditName> add;
    private final ReadOnlyObjectWrapper<Optional<TableProof>> proof =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TextProof>> textProof =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.TABLE);
    private final Workspace desk;
    private final ActiveBinding seen;
    private Optional<Source> source = Optional.empty();
    private Optional<Source> text = Optional.empty();
    private Optional<Holding> holding = Optional.empty();
    private String check = BY_NOTE;

    /**
     * @param add keeps a new plan and opens it
     */
    public ProofreadingViewModel(
            Workspace desk,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            BiConsumer<Plan, EditName> add) {
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.say = new ProofWords(words);
        this.add = add;
        this.desk = desk;
        this.seen = new ActiveBinding(this::follow, desk.standing(), mode);
    }

    /** Follows the desk only while it is seen. */
    Activatable seen() {
        return seen;
    }

    void close() {
        seen.close();
    }

    /**
     * A text that is looked at is held against the plan as it stands now; without a plan there is
     * nothing to hold it against.
     */
    private void follow() {
        if (desk.standing().get().isEmpty()) turnTo(Mode.TABLE);
        else if (mode.get() == Mode.TEXT && !held()) latest().ifPresent(this::hold);
    }

    private boolean held() {
        return holding.map(Holding::against).equals(desk.standing().get());
    }

    /** The one under way, else the one that is shown. */
    private Optional<Source> latest() {
        return holding.filter(h -> h.running.going().get()).map(Holding::text).or(() -> text);
    }

    ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    /** Whether a plan is open that a text can be held against. */
    ObservableValue<Boolean> planOpen() {
        return desk.standing().map(Optional::isPresent);
    }

    void turnTo(Mode next) {
        mode.set(next);
    }

    ReadOnlyObjectProperty<Optional<TextProof>> textProof() {
        return textProof.getReadOnlyProperty();
    }

    /** The table that is shown: the published one, or the plan's. */
    Optional<PrintedTable> table() {
        return mode.get() == Mode.TABLE
                ? proof.get().map(TableProof::table)
                : textProof.get().map(TextProof::table);
    }

    private List<Contradiction> contradictions() {
        return mode.get() == Mode.TABLE
                ? proof.get().map(TableProof::contradictions).orElse(List.of())
                : textProof.get().map(TextProof::contradictions).orElse(List.of());
    }

    /** What a mark of the text was tied to, and what does not hold. */
    String said(TextProof.Mark mark) {
        String tied = say.tied(mark.tie());
        return mark.tie()
                .flatMap(ClaimMatch::contradiction)
                .map(c -> tied + "\n" + say.sentence(c))
                .orElse(tied);
    }

    /** To the cell of the indicators that a contradiction speaks of. */
    void go(Item item) {
        item.contradiction
                .where()
                .row()
                .map(PrintedRow::indicator)
                .filter(id -> desk.plan().flatMap(p -> p.ownerOf(id)).isPresent())
                .ifPresent(
                        id -> {
                            desk.indicator().set(Optional.of(id));
                            desk.spot().set(Optional.of(new CellTarget(id, period(item))));
                            desk.place().set(Place.INDICATORS);
                        });
    }

    private static Optional<Period> period(Item item) {
        return item.contradiction
                .where()
                .column()
                .map(PrintedColumn::role)
                .filter(PrintedColumnRole.Actual.class::isInstance)
                .map(r -> ((PrintedColumnRole.Actual) r).period());
    }

    ReadOnlyObjectProperty<Optional<TableProof>> proof() {
        return proof.getReadOnlyProperty();
    }

    void open() {
        dialogs.openFile(words.say("proof.open"), "*").ifPresent(this::open);
    }

    void open(Path file) {
        work.start(
                words.say("proof.reading"),
                _ -> new Source(DocumentReader.read(file), String.valueOf(file.getFileName())),
                this::take);
    }

    void paste(Optional<String> text) {
        Optional<String> some = text.filter(t -> !t.isBlank());
        try {
            if (some.isEmpty()) throw new Problem("problem.table.pasteboard");
            List<DocumentBlock> blocks =
                    mode.get() == Mode.TEXT
                            ? List.of(new DocumentBlock.Text(some.get()))
                            : DocumentReader.paste(some.get());
            take(new Source(blocks, words.say("proof.pasted")));
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

    private void take(Source next) {
        if (mode.get() == Mode.TABLE) read(next);
        else hold(next);
    }

    /**
     * One at a time: those that wait behind the one under way would be out of date when their turn
     * comes.
     */
    private void hold(Source next) {
        holding.ifPresent(h -> h.running.stop());
        holding =
                desk.standing()
                        .get()
                        .map(standing -> new Holding(next, standing, held(next, standing)));
    }

    private BackgroundWork.Running held(Source next, Evaluation standing) {
        return work.start(
                words.say("proof.text.reading"),
                progress -> {
                    progress.reached(0);
                    return TextProof.of(next.blocks, standing, next.name, words);
                },
                found -> {
                    text = Optional.of(next);
                    textProof.set(Optional.of(found));
                });
    }

    private void read(Source next) {
        work.start(
                words.say("proof.reading"),
                _ -> proofOf(next),
                found -> {
                    source = Optional.of(next);
                    proof.set(Optional.of(found));
                });
    }

    private TableProof proofOf(Source of) throws Problem {
        return TableProof.of(of.blocks, RulePresets.named(check), of.name);
    }

    /** A plan with new identities each time, so that one table may become two plans. */
    void makePlan() {
        source.ifPresent(
                s ->
                        work.start(
                                words.say("proof.making"),
                                _ -> proofOf(s).plan(),
                                plan -> add(plan, s)));
    }

    /** A table without a title gives the plan none: that is said, and where it is given. */
    private void add(Plan made, Source from) {
        boolean untitled = made.title().equals(from.name);
        Plan plan =
                untitled
                        ? made.change(d -> d.title = words.say("proof.plan.untitled", from.name))
                        : made;
        add.accept(plan, EditName.of("edit.plan.fromTable", plan.title()));
        if (untitled) dialogs.tell(words.say("proof.plan.untitled.said", plan.title()));
    }

    List<Item> items() {
        return contradictions().stream()
                .map(
                        c ->
                                new Item(
                                        c,
                                        say.where(c),
                                        say.kind(c.kind()),
                                        say.sentence(c),
                                        c.quote().sentence()))
                .toList();
    }

    /** What is said of a cell; of a column's head where there is no row. */
    List<Item> at(Optional<PrintedRow> row, PrintedColumn column) {
        return items().stream()
                .filter(
                        i ->
                                i.contradiction.where().row().equals(row)
                                        && i.contradiction
                                                .where()
                                                .column()
                                                .equals(Optional.of(column)))
                .toList();
    }

    String summary() {
        return mode.get() == Mode.TABLE
                ? proof.get().map(this::summary).orElse("")
                : textProof.get().map(this::summary).orElse("");
    }

    private String summary(TableProof p) {
        return say.summary(p.title(), p.table(), p.contradictions());
    }

    /** What stands in place of an empty list. */
    String nothing() {
        return proof.get()
                .filter(_ -> mode.get() == Mode.TABLE)
                .flatMap(TableProof::unchecked)
                .map(say::unchecked)
                .orElseGet(() -> words.say("proof.nothing"));
    }

    private String summary(TextProof p) {
        return say.summary(p.name(), p.tied(), p.open(), p.contradictions());
    }

    /** The list as text; tells how many were copied. */
    Optional<String> letter() {
        Optional<String> letter =
                mode.get() == Mode.TABLE
                        ? proof.get().map(p -> say.letter(p.title(), p.table(), p.contradictions()))
                        : textProof.get().map(p -> say.letter(summary(p), p.contradictions()));
        letter.ifPresent(_ -> dialogs.tell(words.say("proof.copied", items().size())));
        return letter;
    }
}
