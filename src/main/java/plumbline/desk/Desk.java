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

    private Optional<State> state = Optional.empty();
    private volatile Optional<State> kept = Optional.empty();
    /** Counts openings and failures: what was queued before one of them is no longer to be kept. */
    private volatile int round;
    private int pending;

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

    public ObjectProperty<Optional<UUID>> task() {
        return task;
    }

    /** Puts a plan that is kept already on the desk, with an empty history. */
    public void open(Plan plan, LocalDate at) {
        State opened = new State(plan, History.EMPTY);
        round++;
        pending = 0;
        keeping.set(Keeping.SAVED);
        kept = Optional.of(opened);
        indicator.set(Optional.empty());
        task.set(Optional.empty());
        show(opened, at);
    }

    public void close() {
        round++;
        state = Optional.empty();
        kept = Optional.empty();
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
        show(next, standing.get().orElseThrow().at());
        keeping.set(Keeping.SAVING);
        pending++;
        int inRound = round;
        store.execute(() -> keep(next, name, inRound));
    }

    private void keep(State next, EditName name, int inRound) {
        if (inRound != round) return;
        try {
            save.save(kept.orElseThrow().plan, next.plan, name);
            kept = Optional.of(next);
            screen.execute(() -> saved(inRound));
        } catch (Problem problem) {
            round++;
            screen.execute(() -> goBack(problem));
        }
    }

    private void saved(int inRound) {
        if (inRound != round) return;
        pending--;
        if (pending == 0) keeping.set(Keeping.SAVED);
    }

    private void goBack(Problem problem) {
        pending = 0;
        kept.ifPresent(last -> show(last, standing.get().orElseThrow().at()));
        keeping.set(Keeping.FAILED);
        failed.accept(problem);
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
