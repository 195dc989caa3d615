package plumbline.desk;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Redactor;
import plumbline.base.Problem;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.words.EditName;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The plan that is open, and everything that happens to it. An edit is on the screen at once and
 * kept in the background, one after the other; {@link #saveStatusProperty()} says SAVED only when
 * the store has said so. If keeping fails, the desk goes back to the last kept plan and says why. A
 * snapshot may be laid over the plan to be looked at; it refuses every edit, and the plan with its
 * history waits underneath.
 */
public final class Workspace {

    /** Keeps an edit for good; returns when it is durable. */
    @FunctionalInterface
    public interface PlanSaver {
        void savePlan(Plan before, Plan after, EditName name) throws Problem;
    }

    public enum SaveStatus {
        SAVED,
        SAVING,
        FAILED
    }

    private record WorkspaceState(Plan plan, EditHistory history) {}

    /**
     * From an opening or a failure to the next: edits are queued in one and kept, or dropped, in
     * that one.
     */
    private static final class SaveSession {
        private volatile WorkspaceState lastSaved;

        /** Nothing that is still queued is to be kept. */
        private volatile boolean isOver;

        private int pendingSaves;

        private SaveSession(WorkspaceState kept) {
            this.lastSaved = kept;
        }
    }

    private final PlanSaver planSaver;
    private final Executor storeExecutor;
    private final Executor screenExecutor;
    private final Consumer<Problem> problemHandler;

    private final ReadOnlyObjectWrapper<Optional<Evaluation>> evaluation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Evaluation>> evaluationBeforeMove =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> shownSnapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> nextUndo =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> nextRedo =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SaveStatus> saveStatus =
            new ReadOnlyObjectWrapper<>(SaveStatus.SAVED);
    private final ObjectProperty<ScreenPlace> place = new SimpleObjectProperty<>(ScreenPlace.START);
    private final ObjectProperty<Optional<UUID>> selectedIndicator =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> selectedTask =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> selectedIssue =
            new SimpleObjectProperty<>(Optional.empty());

    private final BooleanProperty isRedacting = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<CellTarget>> cellTarget =
            new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<List<RejectedInput>> rejectedInputs =
            new SimpleObjectProperty<>(List.of());

    private Optional<WorkspaceState> state = Optional.empty();

    /** The plan's own standing, while a snapshot lies over it. */
    private Optional<Evaluation> coveredEvaluation = Optional.empty();

    private Optional<SaveSession> saveSession = Optional.empty();

    /**
     * @param store runs the keeping, one after the other
     * @param screen runs what changes the desk: the one thread it is used from
     * @param failed told when an edit could not be kept
     */
    public Workspace(PlanSaver save, Executor store, Executor screen, Consumer<Problem> failed) {
        this.planSaver = save;
        this.storeExecutor = store;
        this.screenExecutor = screen;
        this.problemHandler = failed;
    }

    /**
     * What is looked at, the open plan or a snapshot of it, judged at the evaluation date; empty
     * while none is open.
     */
    public ReadOnlyObjectProperty<Optional<Evaluation>> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /**
     * 按脱敏导出: whether marked values leave the house as XX. They do for every plan that is opened,
     * until the officer says otherwise.
     */
    public BooleanProperty redactingProperty() {
        return isRedacting;
    }

    /**
     * What is looked at, as it may leave the house: every file, print and picture is made from
     * this.
     */
    public Optional<Evaluation> outgoingEvaluation() {
        return isRedacting.get()
                ? evaluation.get().map(Redactor::redactEvaluation)
                : evaluation.get();
    }

    /** True if values are left out of what leaves the house. */
    public boolean isWithholdingValues() {
        return outgoingEvaluation().flatMap(Evaluation::unredactedPlan).isPresent();
    }

    /** The plan itself, even while a snapshot is looked at. */
    public Optional<Evaluation> workingEvaluation() {
        return coveredEvaluation.or(evaluation::get);
    }

    /** The snapshot that is looked at: while there is one, every edit is refused. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> shownSnapshotProperty() {
        return shownSnapshot.getReadOnlyProperty();
    }

    public boolean isReadOnly() {
        return shownSnapshot.get().isPresent();
    }

    /**
     * Where things stood before the evaluation date was last moved; empty again after the next
     * edit.
     */
    public ReadOnlyObjectProperty<Optional<Evaluation>> evaluationBeforeMoveProperty() {
        return evaluationBeforeMove.getReadOnlyProperty();
    }

    /** The plan that is looked at. */
    public Optional<Plan> shownPlan() {
        return shownSnapshot.get().map(Snapshot::plan).or(() -> state.map(WorkspaceState::plan));
    }

    public Optional<LocalDate> evaluationDate() {
        return evaluation.get().map(Evaluation::evaluationDate);
    }

    /** The name of the edit that undo would take back. */
    public ReadOnlyObjectProperty<Optional<EditName>> nextUndoProperty() {
        return nextUndo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<EditName>> nextRedoProperty() {
        return nextRedo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaveStatus> saveStatusProperty() {
        return saveStatus.getReadOnlyProperty();
    }

    public ObjectProperty<ScreenPlace> placeProperty() {
        return place;
    }

    /** The indicator that is looked at; table, inspector and chart follow it. */
    public ObjectProperty<Optional<UUID>> selectedIndicatorProperty() {
        return selectedIndicator;
    }

    /** A cell that is to be gone to; whoever goes there empties it. */
    public ObjectProperty<Optional<CellTarget>> cellTargetProperty() {
        return cellTarget;
    }

    /**
     * What was typed into the open plan and not understood; none of another plan, and none while a
     * snapshot is looked at.
     */
    public List<RejectedInput> rejectedInputsOfPlan() {
        return shownPlan()
                .filter(_ -> !isReadOnly())
                .map(
                        p ->
                                rejectedInputs.get().stream()
                                        .filter(
                                                u ->
                                                        p.findIndicatorOrPart(u.rowId()).isPresent()
                                                                || p.findGroup(u.rowId())
                                                                        .isPresent())
                                        .toList())
                .orElse(List.of());
    }

    /** As the grid last told it; see {@link #rejectedInputsOfPlan()}. */
    public ObjectProperty<List<RejectedInput>> rejectedInputsProperty() {
        return rejectedInputs;
    }

    public ObjectProperty<Optional<UUID>> selectedTaskProperty() {
        return selectedTask;
    }

    /** The problem or countermeasure that is looked at. */
    public ObjectProperty<Optional<UUID>> selectedIssueProperty() {
        return selectedIssue;
    }

    /**
     * Puts a plan that is kept already on the desk, with an empty history. Edits of the one before
     * are still kept.
     */
    public void openPlan(Plan plan, LocalDate at) {
        WorkspaceState opened = new WorkspaceState(plan, EditHistory.EMPTY);
        putSnapshotAway();
        saveSession = Optional.of(new SaveSession(opened));
        resetSelections();
        showState(opened, at);
    }

    /** Clears the desk of a plan that is gone: what is still queued for it is dropped. */
    public void closePlan() {
        saveSession.ifPresent(s -> s.isOver = true);
        saveSession = Optional.empty();
        state = Optional.empty();
        putSnapshotAway();
        resetSelections();
        evaluation.set(Optional.empty());
        nextUndo.set(Optional.empty());
        nextRedo.set(Optional.empty());
        place.set(ScreenPlace.START);
    }

    /** Nothing is waiting to be kept, nothing chosen, and nothing marked may leave the house. */
    private void resetSelections() {
        saveStatus.set(SaveStatus.SAVED);
        selectedIndicator.set(Optional.empty());
        selectedTask.set(Optional.empty());
        selectedIssue.set(Optional.empty());
        cellTarget.set(Optional.empty());
        rejectedInputs.set(List.of());
        isRedacting.set(true);
    }

    private void putSnapshotAway() {
        coveredEvaluation = Optional.empty();
        evaluationBeforeMove.set(Optional.empty());
        shownSnapshot.set(Optional.empty());
    }

    /**
     * Lays a snapshot over the open plan, judged at its own date.
     *
     * @throws java.util.NoSuchElementException if no plan is open
     */
    public void showSnapshot(Snapshot snapshot) {
        Evaluation own = workingEvaluation().orElseThrow();
        Evaluation judged = Evaluation.evaluate(snapshot.plan(), snapshot.evaluationDate());
        putSnapshotAway();
        coveredEvaluation = Optional.of(own);
        shownSnapshot.set(Optional.of(snapshot));
        showEvaluation(judged, EditHistory.EMPTY);
    }

    /** Back from a snapshot to the plan, its history and its date. */
    public void returnToPlan() {
        coveredEvaluation.ifPresent(
                own -> {
                    putSnapshotAway();
                    showEvaluation(own, state.orElseThrow().history);
                });
    }

    /** Judges everything anew at another date. */
    public void moveEvaluationDate(LocalDate at) {
        evaluation
                .get()
                .ifPresent(
                        s -> {
                            evaluationBeforeMove.set(Optional.of(s));
                            evaluation.set(Optional.of(Evaluation.evaluate(s.plan(), at)));
                        });
    }

    /** What the last move of the date has changed need not be told any more. */
    public void forgetEvaluationMove() {
        evaluationBeforeMove.set(Optional.empty());
    }

    /**
     * Changes the open plan. Nothing happens if the edit leaves the plan equal; while a snapshot is
     * looked at it is refused, and the officer is told.
     *
     * @throws IllegalArgumentException if the edit would break a rule of the plan; the plan is
     *     unharmed
     * @throws java.util.NoSuchElementException if no plan is open
     */
    public void editPlan(EditName name, UnaryOperator<Plan> edit) {
        if (refuseIfReadOnly()) return;
        WorkspaceState before = state.orElseThrow();
        Plan after = edit.apply(before.plan);
        if (after.equals(before.plan)) return;
        showAndSave(
                new WorkspaceState(
                        after,
                        before.history.withStep(
                                new EditHistory.EditStep(name, before.plan, after))),
                name);
    }

    private boolean refuseIfReadOnly() {
        shownSnapshot
                .get()
                .ifPresent(s -> problemHandler.accept(new Problem("snapshot.readOnly", s.name())));
        return isReadOnly();
    }

    public void undo() {
        if (refuseIfReadOnly()) return;
        WorkspaceState now = state.orElseThrow();
        now.history
                .findNextUndo()
                .ifPresent(
                        step ->
                                showAndSave(
                                        new WorkspaceState(
                                                step.before(), now.history.withLastUndone()),
                                        step.name().undoName()));
    }

    public void redo() {
        if (refuseIfReadOnly()) return;
        WorkspaceState now = state.orElseThrow();
        now.history
                .findNextRedo()
                .ifPresent(
                        step ->
                                showAndSave(
                                        new WorkspaceState(
                                                step.after(), now.history.withLastRedone()),
                                        step.name().redoName()));
    }

    private void showAndSave(WorkspaceState next, EditName name) {
        SaveSession here = saveSession.orElseThrow();
        evaluationBeforeMove.set(Optional.empty());
        showState(next, evaluation.get().orElseThrow().evaluationDate());
        saveStatus.set(SaveStatus.SAVING);
        here.pendingSaves++;
        storeExecutor.execute(() -> saveState(here, next, name));
    }

    private void saveState(SaveSession here, WorkspaceState next, EditName name) {
        if (here.isOver) return;
        try {
            planSaver.savePlan(here.lastSaved.plan, next.plan, name);
            here.lastSaved = next;
            screenExecutor.execute(() -> onSaved(here));
        } catch (Problem problem) {
            endSession(here, problem);
        } catch (RuntimeException unexpected) {
            endSession(here, new Problem("problem.unexpected", unexpected).withCause(unexpected));
        }
    }

    private void endSession(SaveSession here, Problem problem) {
        here.isOver = true;
        screenExecutor.execute(() -> goBackToLastSaved(here, problem));
    }

    private void onSaved(SaveSession here) {
        here.pendingSaves--;
        if (here.pendingSaves == 0 && isCurrent(here)) saveStatus.set(SaveStatus.SAVED);
    }

    private void goBackToLastSaved(SaveSession here, Problem problem) {
        if (isCurrent(here)) {
            saveSession = Optional.of(new SaveSession(here.lastSaved));
            showState(here.lastSaved, workingEvaluation().orElseThrow().evaluationDate());
            saveStatus.set(SaveStatus.FAILED);
        }
        problemHandler.accept(problem);
    }

    private boolean isCurrent(SaveSession here) {
        return saveSession.filter(s -> s == here).isPresent();
    }

    /** Under a snapshot it waits until the snapshot is put away. */
    private void showState(WorkspaceState next, LocalDate at) {
        Plan plan = next.plan;
        // Judged first: a plan that could not be judged would not come to stand on the desk by
        // halves.
        Evaluation judged =
                workingEvaluation()
                        .filter(s -> s.evaluationDate().equals(at))
                        .map(s -> s.reevaluate(plan))
                        .orElseGet(() -> Evaluation.evaluate(plan, at));
        state = Optional.of(next);
        if (coveredEvaluation.isPresent()) coveredEvaluation = Optional.of(judged);
        else showEvaluation(judged, next.history);
    }

    private void showEvaluation(Evaluation shown, EditHistory history) {
        Plan plan = shown.plan();
        selectedIndicator.set(
                selectedIndicator.get().filter(id -> plan.findIndicator(id).isPresent()));
        selectedTask.set(selectedTask.get().filter(id -> plan.taskTree().findTask(id).isPresent()));
        selectedIssue.set(selectedIssue.get().filter(id -> plan.findIssue(id).isPresent()));
        evaluation.set(Optional.of(shown));
        nextUndo.set(history.findNextUndo().map(EditHistory.EditStep::name));
        nextRedo.set(history.findNextRedo().map(EditHistory.EditStep::name));
    }
}
