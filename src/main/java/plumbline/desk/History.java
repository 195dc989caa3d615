package plumbline.desk;

import plumbline.plan.Plan;
import plumbline.words.EditName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was done and what was undone in a session, as a value. The last of each list is the next to
 * go.
 */
record History(List<Step> done, List<Step> undone) {
    static final History EMPTY = new History(List.of(), List.of());

    record Step(EditName name, Plan before, Plan after) {}

    History with(Step step) {
        return new History(plus(done, step), List.of());
    }

    History undo() {
        return new History(done.subList(0, done.size() - 1), plus(undone, done.getLast()));
    }

    History redo() {
        return new History(plus(done, undone.getLast()), undone.subList(0, undone.size() - 1));
    }

    Optional<Step> nextUndo() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
    }

    Optional<Step> nextRedo() {
        return undone.isEmpty() ? Optional.empty() : Optional.of(undone.getLast());
    }

    private static List<Step> plus(List<Step> steps, Step step) {
        List<Step> next = new ArrayList<>(steps);
        next.add(step);
        return List.copyOf(next);
    }
}
