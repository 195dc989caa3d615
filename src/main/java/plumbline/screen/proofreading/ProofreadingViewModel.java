package plumbline.screen.proofreading;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.CellTarget;
import plumbline.desk.Dialogs;
import plumbline.desk.ScreenPlace;
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
import plumbline.words.ProofWording;
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
    enum ProofreadingMode {
        TABLE,
        TEXT
    }

    /** One contradiction as it is listed. */
    record ContradictionItem(
            Contradiction contradiction,
            String locationText,
            String kindText,
            String sentence,
            String quote) {}

    /** What was read, to be checked again by another rule. */
    private record ProofreadingSource(List<DocumentBlock> blocks, String name) {}

    /** A text that is, or was last, held against the plan. */
    private record TextComparison(
            ProofreadingSource text, Evaluation evaluation, BackgroundWork.RunningJob running) {}

    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final ProofWording proofWording;
    private final BiConsumer<Plan, EditName> planKeeper;
    private final ReadOnlyObjectWrapper<Optional<TableProof>> proof =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TextProof>> textProof =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ProofreadingMode> mode =
            new ReadOnlyObjectWrapper<>(ProofreadingMode.TABLE);
    private final Workspace desk;
    private final ActiveBinding activeBinding;
    private Optional<ProofreadingSource> tableSource = Optional.empty();
    private Optional<ProofreadingSource> textSource = Optional.empty();
    private Optional<TextComparison> textComparison = Optional.empty();
    private String chosenRule = BY_NOTE;

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
        this.proofWording = new ProofWording(words);
        this.planKeeper = add;
        this.desk = desk;
        this.activeBinding = new ActiveBinding(this::followPlan, desk.evaluationProperty(), mode);
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
    }

    /**
     * A text that is looked at is held against the plan as it stands now; without a plan there is
     * nothing to hold it against.
     */
    private void followPlan() {
        if (desk.evaluationProperty().get().isEmpty()) switchMode(ProofreadingMode.TABLE);
        else if (mode.get() == ProofreadingMode.TEXT && !isUpToDate())
            latestText().ifPresent(this::compareText);
    }

    private boolean isUpToDate() {
        return textComparison
                .map(TextComparison::evaluation)
                .equals(desk.evaluationProperty().get());
    }

    /** The one under way, else the one that is shown. */
    private Optional<ProofreadingSource> latestText() {
        return textComparison
                .filter(h -> h.running.runningProperty().get())
                .map(TextComparison::text)
                .or(() -> textSource);
    }

    ReadOnlyObjectProperty<ProofreadingMode> mode() {
        return mode.getReadOnlyProperty();
    }

    /** Whether a plan is open that a text can be held against. */
    ObservableValue<Boolean> isPlanOpen() {
        return desk.evaluationProperty().map(Optional::isPresent);
    }

    void switchMode(ProofreadingMode next) {
        mode.set(next);
    }

    ReadOnlyObjectProperty<Optional<TextProof>> textProof() {
        return textProof.getReadOnlyProperty();
    }

    /** The table that is shown: the published one, or the plan's. */
    Optional<PrintedTable> shownTable() {
        return mode.get() == ProofreadingMode.TABLE
                ? proof.get().map(TableProof::table)
                : textProof.get().map(TextProof::table);
    }

    private List<Contradiction> contradictions() {
        return mode.get() == ProofreadingMode.TABLE
                ? proof.get().map(TableProof::contradictions).orElse(List.of())
                : textProof.get().map(TextProof::contradictions).orElse(List.of());
    }

    /** What a mark of the text was tied to, and what does not hold. */
    String markText(TextProof.TextMark mark) {
        String tied = proofWording.matchText(mark.match());
        return mark.match()
                .flatMap(ClaimMatch::contradiction)
                .map(c -> tied + "\n" + proofWording.contradictionSentence(c))
                .orElse(tied);
    }

    /** To the cell of the indicators that a contradiction speaks of. */
    void goToCell(ContradictionItem item) {
        item.contradiction
                .location()
                .row()
                .map(PrintedRow::indicatorId)
                .filter(id -> desk.shownPlan().flatMap(p -> p.findOwner(id)).isPresent())
                .ifPresent(
                        id -> {
                            desk.selectedIndicatorProperty().set(Optional.of(id));
                            desk.cellTargetProperty()
                                    .set(Optional.of(new CellTarget(id, periodOf(item))));
                            desk.placeProperty().set(ScreenPlace.INDICATORS);
                        });
    }

    private static Optional<Period> periodOf(ContradictionItem item) {
        return item.contradiction
                .location()
                .column()
                .map(PrintedColumn::role)
                .filter(PrintedColumnRole.ActualColumn.class::isInstance)
                .map(r -> ((PrintedColumnRole.ActualColumn) r).period());
    }

    ReadOnlyObjectProperty<Optional<TableProof>> proof() {
        return proof.getReadOnlyProperty();
    }

    void chooseFile() {
        dialogs.chooseFile(words.sentence("proof.open"), "*").ifPresent(this::openFile);
    }

    void openFile(Path file) {
        work.startJob(
                words.sentence("proof.reading"),
                _ ->
                        new ProofreadingSource(
                                DocumentReader.readFile(file), String.valueOf(file.getFileName())),
                this::proofread);
    }

    void pasteText(Optional<String> text) {
        Optional<String> some = text.filter(t -> !t.isBlank());
        try {
            if (some.isEmpty()) throw new Problem("problem.table.pasteboard");
            List<DocumentBlock> blocks =
                    mode.get() == ProofreadingMode.TEXT
                            ? List.of(new DocumentBlock.TextBlock(some.get()))
                            : DocumentReader.readPastedText(some.get());
            proofread(new ProofreadingSource(blocks, words.sentence("proof.pasted")));
        } catch (Problem problem) {
            dialogs.showProblem(problem);
        }
    }

    List<String> ruleKeys() {
        return Stream.concat(Stream.of(BY_NOTE), RulePresets.presetNames().stream()).toList();
    }

    String ruleName(String rule) {
        return rule.equals(BY_NOTE)
                ? words.sentence("proof.rule.note")
                : RulePresets.ruleName(rule, words);
    }

    /** Checks what is shown by another rule. */
    void checkByRule(String by) {
        if (by.equals(chosenRule)) return;
        chosenRule = by;
        tableSource.ifPresent(this::readTable);
    }

    private void proofread(ProofreadingSource next) {
        if (mode.get() == ProofreadingMode.TABLE) readTable(next);
        else compareText(next);
    }

    /**
     * One at a time: those that wait behind the one under way would be out of date when their turn
     * comes.
     */
    private void compareText(ProofreadingSource next) {
        textComparison.ifPresent(h -> h.running.stop());
        textComparison =
                desk.evaluationProperty()
                        .get()
                        .map(
                                standing ->
                                        new TextComparison(
                                                next, standing, startComparison(next, standing)));
    }

    private BackgroundWork.RunningJob startComparison(
            ProofreadingSource next, Evaluation standing) {
        return work.startJob(
                words.sentence("proof.text.reading"),
                progress -> {
                    progress.reportShareDone(0);
                    return TextProof.fromBlocks(next.blocks, standing, next.name, words);
                },
                found -> {
                    textSource = Optional.of(next);
                    textProof.set(Optional.of(found));
                });
    }

    private void readTable(ProofreadingSource next) {
        work.startJob(
                words.sentence("proof.reading"),
                _ -> createProof(next),
                found -> {
                    tableSource = Optional.of(next);
                    proof.set(Optional.of(found));
                });
    }

    private TableProof createProof(ProofreadingSource of) throws Problem {
        return TableProof.fromBlocks(of.blocks, RulePresets.findPreset(chosenRule), of.name);
    }

    /** A plan with new identities each time, so that one table may become two plans. */
    void makePlan() {
        tableSource.ifPresent(
                s ->
                        work.startJob(
                                words.sentence("proof.making"),
                                _ -> createProof(s).plan(),
                                plan -> addPlan(plan, s)));
    }

    /** A table without a title gives the plan none: that is said, and where it is given. */
    private void addPlan(Plan made, ProofreadingSource from) {
        boolean untitled = made.title().equals(from.name);
        Plan plan =
                untitled
                        ? made.withChanges(
                                d -> d.title = words.sentence("proof.plan.untitled", from.name))
                        : made;
        planKeeper.accept(plan, EditName.of("edit.plan.fromTable", plan.title()));
        if (untitled) dialogs.showMessage(words.sentence("proof.plan.untitled.said", plan.title()));
    }

    List<ContradictionItem> contradictionItems() {
        return contradictions().stream()
                .map(
                        c ->
                                new ContradictionItem(
                                        c,
                                        proofWording.locationText(c),
                                        proofWording.kindName(c.kind()),
                                        proofWording.contradictionSentence(c),
                                        c.quote().sentence()))
                .toList();
    }

    /** What is said of a cell; of a column's head where there is no row. */
    List<ContradictionItem> itemsAt(Optional<PrintedRow> row, PrintedColumn column) {
        return contradictionItems().stream()
                .filter(
                        i ->
                                i.contradiction.location().row().equals(row)
                                        && i.contradiction
                                                .location()
                                                .column()
                                                .equals(Optional.of(column)))
                .toList();
    }

    String summaryText() {
        return mode.get() == ProofreadingMode.TABLE
                ? proof.get().map(this::tableSummary).orElse("")
                : textProof.get().map(this::textSummary).orElse("");
    }

    private String tableSummary(TableProof p) {
        return proofWording.tableSummary(p.title(), p.table(), p.contradictions());
    }

    /** What stands in place of an empty list. */
    String emptyListText() {
        return proof.get()
                .filter(_ -> mode.get() == ProofreadingMode.TABLE)
                .flatMap(TableProof::uncheckedReason)
                .map(proofWording::uncheckedSentence)
                .orElseGet(() -> words.sentence("proof.nothing"));
    }

    private String textSummary(TextProof p) {
        return proofWording.textSummary(
                p.name(), p.countTied(), p.countUntied(), p.contradictions());
    }

    /** The list as text; tells how many were copied. */
    Optional<String> letterText() {
        Optional<String> letter =
                mode.get() == ProofreadingMode.TABLE
                        ? proof.get()
                                .map(
                                        p ->
                                                proofWording.tableLetter(
                                                        p.title(), p.table(), p.contradictions()))
                        : textProof
                                .get()
                                .map(
                                        p ->
                                                proofWording.contradictionsLetter(
                                                        textSummary(p), p.contradictions()));
        letter.ifPresent(
                _ ->
                        dialogs.showMessage(
                                words.sentence("proof.copied", contradictionItems().size())));
        return letter;
    }
}
