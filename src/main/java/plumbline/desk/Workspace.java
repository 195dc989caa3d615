package plumbline.desk;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Redacted;
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
 * kept in the background, one after the other; {@link #keeping()} says SAVED only when the store
 * has said so. If keeping fails, the desk goes back to the last kept plan and says why. A snapshot
 * may be laid over the plan to be looked at; it refuses every edit, and the plan with its history
 * waits underneath.
 */
public final class Workspace {

    /** Keeps an edit for good; returns when it is durable. */
    @FunctionalInterface
    public interface Save {
        void save(Plan before, Plan after, EditName name) throws Problem;
    }

    public enum Keeping {
        SAVED,
        SAVING,
        FAILED
    }

    private record State(Plan plan, History history) {}

    /**
     * From an opening or a failure to the next: edits are queued in one and kept, or dropped, in
     * that one.
     */
    private static final class Sitting {
        private volatile State kept;

        /** Nothing that is still queued is to be kept. */
        private volatile boolean over;

        private int pending;

        private Sitting(State kept) {
            this.kept = kept;
        }
    }

    private final Save save;
    private final Executor store;
    private final Executor screen;
    private final Consumer<Problem> failed;

    private final ReadOnlyObjectWrapper<Optional<Evaluation>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Evaluation>> movedFrom =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> frozen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> nextUndo =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> nextRedo =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Keeping> keeping =
            new ReadOnlyObjectWrapper<>(Keeping.SAVED);
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.START);
    private final ObjectProperty<Optional<UUID>> indicator =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> task =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> concern =
            new SimpleObjectProperty<>(Optional.empty());

    private final BooleanProperty redacting = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<CellTarget>> spot =
            new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<List<RejectedInput>> entries =
            new SimpleObjectProperty<>(List.of());

    private Optional<State> state = Optional.empty();

    /** The plan's own standing, while a snapshot lies over it. */
    private Optional<Evaluation> aside = Optional.empty();

    private Optional<Sitting> sitting = Optional.empty();

    /**
     * @param store runs the keeping, one after the other
     * @param screen runs what changes the desk: the one thread it is used from
     * @param failed told when an edit could not be kept
     */
    public Workspace(Save save, Executor store, Executor screen, Consumer<Problem> failed) {
        this.save = save;
        this.store = store;
        this.screen = screen;
        this.failed = failed;
    }

    /**
     * What is looked at, the open plan or a snapshot of it, judged at the evaluation date; empty
     * while none is open.
     */
    public ReadOnlyObjectProperty<Optional<Evaluation>> standing() {
        return standing.getReadOnlyProperty();
    }

    /**
     * 按脱敏导出: whether marked values leave the house as XX. They do for every plan that is opened,
     * until the officer says otherwise.
     */
    public BooleanProperty redacting() {
        return redacting;
    }

    /**
     * What is looked at, as it may leave the house: every file, print and picture is made from
     * this.
     */
    public Optional<Evaluation> outgoing() {
        return redacting.get() ? standing.get().map(Redacted::of) : standing.get();
    }

    /** True if values are left out of what leaves the house. */
    public boolean withholds() {
        return outgoing().flatMap(Evaluation::whole).isPresent();
    }

    /** The plan itself, even while a snapshot is looked at. */
    public Optional<Evaluation> working() {
        return aside.or(standing::get);
    }

    /** The snapshot that is looked at: while there is one, every edit is refused. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return frozen.getReadOnlyProperty();
    }

    public boolean readOnly() {
        return frozen.get().isPresent();
    }

    /**
     * Where things stood before the evaluation date was last moved; empty again after the next
     * edit.
     */
    public ReadOnlyObjectProperty<Optional<Evaluation>> movedFrom() {
        return movedFrom.getReadOnlyProperty();
    }

    /** The plan that is looked at. */
    public Optional<Plan> plan() {
        return frozen.get().map(Snapshot::plan).or(() -> state.map(State::plan));
    }

    public Optional<LocalDate> evaluationDate() {
        return standing.get().map(Evaluation::at);
    }

    /** The name of the edit that undo would take back. */
    public ReadOnlyObjectProperty<Optional<EditName>> nextUndo() {
        return nextUndo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<EditName>> nextRedo() {
        return nextRedo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Keeping> keeping() {
        return keeping.getReadOnlyProperty();
    }

    public ObjectProperty<Place> place() {
        return place;
    }

    /** The indicator that is looked at; table, inspector and chart follow it. */
    public ObjectProperty<Optional<UUID>> indicator() {
        return indicator;
    }

    /** A cell that is to be gone to; whoever goes there empties it. */
    public ObjectProperty<Optional<CellTarget>> spot() {
        return spot;
    }

    /**
     * What was typed into the open plan and not understood; none of another plan, and none while a
     * snapshot is looked at.
     */
    public List<RejectedInput> unread() {
        return plan().filter(_ -> !readOnly())
                .map(
                        p ->
                                entries.get().stream()
                                        .filter(
                                                u ->
                                                        p.line(u.line()).isPresent()
                                                                || p.group(u.line()).isPresent())
                                        .toList())
                .orElse(List.of());
    }

    /** As the grid last told it; see {@link #unread()}. */
    public ObjectProperty<List<RejectedInput>> entries() {
        return entries;
    }

    public ObjectProperty<Optional<UUID>> task() {
        return task;
    }

    /** The problem or countermeasure that is looked at. */
    public ObjectProperty<Optional<UUID>> concern() {
        return concern;
    }

    /**
     * Puts a plan that is kept already on the desk, with an empty history. Edits of the one before
     * are still kept.
     */
    public void open(Plan plan, LocalDate at) {
        State opened = new State(plan, History.EMPTY);
        uncover();
        sitting = Optional.of(new Sitting(opened));
        begin();
        show(opened, at);
    }

    /** Clears the desk of a plan that is gone: what is still queued for it is dropped. */
    public void close() {
        sitting.ifPresent(s -> s.over = true);
        sitting = Optional.empty();
        state = Optional.empty();
        uncover();
        begin();
        standing.set(Optional.empty());
        nextUndo.set(Optional.empty());
        nextRedo.set(Optional.empty());
        place.set(Place.START);
    }

    /** Nothing is waiting to be kept, nothing chosen, and nothing marked may leave the house. */
    private void begin() {
        keeping.set(Keeping.SAVED);
        indicator.set(Optional.empty());
        task.set(Optional.empty());
        concern.set(Optional.empty());
        spot.set(Optional.empty());
        entries.set(List.of());
        redacting.set(true);
    }

    private void uncover() {
        aside = Optional.empty();
        movedFrom.set(Optional.empty());
        frozen.set(Optional.empty());
    }

    /**
     * Lays a snapshot over the open plan, judged at its own date.
     *
     * @throws java.util.NoSuchElementException if no plan is open
     */
    public void look(Snapshot snapshot) {
        Evaluation own = working().orElseThrow();
        Evaluation judged = Evaluation.of(snapshot.plan(), snapshot.evaluated());
        uncover();
        aside = Optional.of(own);
        frozen.set(Optional.of(snapshot));
        present(judged, History.EMPTY);
    }

    /** Back from a snapshot to the plan, its history and its date. */
    public void backToPlan() {
        aside.ifPresent(
                own -> {
                    uncover();
                    present(own, state.orElseThrow().history);
                });
    }

    /** Judges everything anew at another date. */
    public void moveEvaluationTo(LocalDate at) {
        standing.get()
                .ifPresent(
                        s -> {
                            movedFrom.set(Optional.of(s));
                            standing.set(Optional.of(Evaluation.of(s.plan(), at)));
                        });
    }

    /** What the last move of the date has changed need not be told any more. */
    public void forgetMove() {
        movedFrom.set(Optional.empty());
    }

    /**
     * Changes the open plan. Nothing happens if the edit leaves the plan equal; while a snapshot is
     * looked at it is refused, and the officer is told.
     *
     * @throws IllegalArgumentException if the edit would break a rule of the plan; the plan is
     *     unharmed
     * @throws java.util.NoSuchElementException if no plan is open
     */
    public void edit(EditName name, UnaryOperator<Plan> edit) {
        if (refused()) return;
        State before = state.orElseThrow();
        Plan after = edit.apply(before.plan);
        if (after.equals(before.plan)) return;
        go(new State(after, before.history.with(new History.Step(name, before.plan, after))), name);
    }

    private boolean refused() {
        frozen.get().ifPresent(s -> failed.accept(new Problem("snapshot.readOnly", s.name())));
        return readOnly();
    }

    public void undo() {
        if (refused()) return;
        State now = state.orElseThrow();
        now.history
                .nextUndo()
                .ifPresent(
                        step ->
                                go(
                                        new State(step.before(), now.history.undo()),
                                        step.name().undone()));
    }

    public void redo() {
        if (refused()) return;
        State now = state.orElseThrow();
        now.history
                .nextRedo()
                .ifPresent(
                        step ->
                                go(
                                        new State(step.after(), now.history.redo()),
                                        step.name().redone()));
    }

    private void go(State next, EditName name) {
        Sitting here = sitting.orElseThrow();
        movedFrom.set(Optional.empty());
        show(next, standing.get().orElseThrow().at());
        keeping.set(Keeping.SAVING);
        here.pending++;
        store.execute(() -> keep(here, next, name));
    }

    private void keep(Sitting here, State next, EditName name) {
        if (here.over) return;
        try {
            save.save(here.kept.plan, next.plan, name);
            here.kept = next;
            screen.execute(() -> saved(here));
        } catch (Problem problem) {
            fail(here, problem);
        } catch (RuntimeException unexpected) {
            fail(here, new Problem("problem.unexpected", unexpected).because(unexpected));
        }
    }

    private void fail(Sitting here, Problem problem) {
        here.over = true;
        screen.execute(() -> goBack(here, problem));
    }

    private void saved(Sitting here) {
        here.pending--;
        if (here.pending == 0 && current(here)) keeping.set(Keeping.SAVED);
    }

    private void goBack(Sitting here, Problem problem) {
        if (current(here)) {
            sitting = Optional.of(new Sitting(here.kept));
            show(here.kept, working().orElseThrow().at());
            keeping.set(Keeping.FAILED);
        }
        failed.accept(problem);
    }

    private boolean current(Sitting here) {
        return sitting.filter(s -> s == here).isPresent();
    }

    /** Under a snapshot it waits until the snapshot is put away. */
    private void show(State next, LocalDate at) {
        Plan plan = next.plan;
        // Judged first: a plan that could not be judged would not come to stand on the desk by
        // halves.
        Evaluation judged =
                working()
                        .filter(s -> s.at().equals(at))
                        .map(s -> s.after(plan))
                        .orElseGet(() -> Evaluation.of(plan, at));
        state = Optional.of(next);
        if (aside.isPresent()) aside = Optional.of(judged);
        else present(judged, next.history);
    }

    private void present(Evaluation shown, History history) {
        Plan plan = shown.plan();
        indicator.set(indicator.get().filter(id -> plan.indicator(id).isPresent()));
        task.set(task.get().filter(id -> plan.tasks().find(id).isPresent()));
        concern.set(concern.get().filter(id -> plan.concern(id).isPresent()));
        standing.set(Optional.of(shown));
        nextUndo.set(history.nextUndo().map(History.Step::name));
        nextRedo.set(history.nextRedo().map(History.Step::name));
    }
}
