package plumbline.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import plumbline.assessment.Standing;
import plumbline.plan.Plan;
import plumbline.words.EditName;
import plumbline.words.Problem;

/**
 * The plan that is open, and everything that happens to it. An edit is on the screen at once and kept in the background, one
 * after the other; {@link #keeping()} says SAVED only when the store has said so. If keeping fails, the desk goes back to the
 * last kept plan and says why.
 */
public final class Desk {

    /** Keeps an edit for good; returns when it is durable. */
    @FunctionalInterface
    public interface Save {
        void save(Plan before, Plan after, EditName name) throws Problem;
    }

    public enum Keeping { SAVED, SAVING, FAILED }

    private record State(Plan plan, History history) { }

    /** From an opening or a failure to the next: edits are queued in one and kept, or dropped, in that one. */
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

    private final ReadOnlyObjectWrapper<Optional<Standing>> standing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> nextUndo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> nextRedo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Keeping> keeping = new ReadOnlyObjectWrapper<>(Keeping.SAVED);
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.START);
    private final ObjectProperty<Optional<UUID>> indicator = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> task = new SimpleObjectProperty<>(Optional.empty());

    private final ObjectProperty<Optional<Spot>> spot = new SimpleObjectProperty<>(Optional.empty());

    private Optional<State> state = Optional.empty();
    private Optional<Sitting> sitting = Optional.empty();

    /**
     * @param store  runs the keeping, one after the other
     * @param screen runs what changes the desk: the one thread it is used from
     * @param failed told when an edit could not be kept
     */
    public Desk(Save save, Executor store, Executor screen, Consumer<Problem> failed) {
        this.save = save;
        this.store = store;
        this.screen = screen;
        this.failed = failed;
    }

    /** The open plan judged at the evaluation date; empty while none is open. */
    public ReadOnlyObjectProperty<Optional<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    public Optional<Plan> plan() {
        return state.map(State::plan);
    }

    public Optional<LocalDate> evaluationDate() {
        return standing.get().map(Standing::at);
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
    public ObjectProperty<Optional<Spot>> spot() {
        return spot;
    }

    public ObjectProperty<Optional<UUID>> task() {
        return task;
    }

    /** Puts a plan that is kept already on the desk, with an empty history. Edits of the one before are still kept. */
    public void open(Plan plan, LocalDate at) {
        State opened = new State(plan, History.EMPTY);
        sitting = Optional.of(new Sitting(opened));
        keeping.set(Keeping.SAVED);
        indicator.set(Optional.empty());
        task.set(Optional.empty());
        spot.set(Optional.empty());
        show(opened, at);
    }

    /** Clears the desk of a plan that is gone: what is still queued for it is dropped. */
    public void close() {
        sitting.ifPresent(s -> s.over = true);
        sitting = Optional.empty();
        state = Optional.empty();
        standing.set(Optional.empty());
        nextUndo.set(Optional.empty());
        nextRedo.set(Optional.empty());
        place.set(Place.START);
    }

    /** Judges everything anew at another date. */
    public void moveEvaluationTo(LocalDate at) {
        state.ifPresent(s -> standing.set(Optional.of(Standing.of(s.plan, at))));
    }

    /**
     * Changes the open plan. Nothing happens if the edit leaves the plan equal.
     *
     * @throws IllegalArgumentException  if the edit would break a rule of the plan; the plan is unharmed
     * @throws java.util.NoSuchElementException if no plan is open
     */
    public void edit(EditName name, UnaryOperator<Plan> edit) {
        State before = state.orElseThrow();
        Plan after = edit.apply(before.plan);
        if (after.equals(before.plan)) return;
        go(new State(after, before.history.with(new History.Step(name, before.plan, after))), name);
    }

    public void undo() {
        State now = state.orElseThrow();
        now.history.nextUndo().ifPresent(step ->
                go(new State(step.before(), now.history.undo()), step.name().undone()));
    }

    public void redo() {
        State now = state.orElseThrow();
        now.history.nextRedo().ifPresent(step ->
                go(new State(step.after(), now.history.redo()), step.name().redone()));
    }

    private void go(State next, EditName name) {
        Sitting here = sitting.orElseThrow();
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
            here.over = true;
            screen.execute(() -> goBack(here, problem));
        }
    }

    private void saved(Sitting here) {
        here.pending--;
        if (here.pending == 0 && current(here)) keeping.set(Keeping.SAVED);
    }

    private void goBack(Sitting here, Problem problem) {
        if (current(here)) {
            sitting = Optional.of(new Sitting(here.kept));
            show(here.kept, standing.get().orElseThrow().at());
            keeping.set(Keeping.FAILED);
        }
        failed.accept(problem);
    }

    private boolean current(Sitting here) {
        return sitting.filter(s -> s == here).isPresent();
    }

    private void show(State next, LocalDate at) {
        state = Optional.of(next);
        Plan plan = next.plan;
        indicator.set(indicator.get().filter(id -> plan.indicator(id).isPresent()));
        task.set(task.get().filter(id -> plan.tasks().find(id).isPresent()));
        standing.set(Optional.of(Standing.of(plan, at)));
        nextUndo.set(next.history.nextUndo().map(History.Step::name));
        nextRedo.set(next.history.nextRedo().map(History.Step::name));
    }
}
