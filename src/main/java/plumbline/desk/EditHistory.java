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
record EditHistory(List<EditStep> doneSteps, List<EditStep> undoneSteps) {
    static final EditHistory EMPTY = new EditHistory(List.of(), List.of());

    record EditStep(EditName name, Plan before, Plan after) {}

    EditHistory withStep(EditStep step) {
        return new EditHistory(append(doneSteps, step), List.of());
    }

    EditHistory withLastUndone() {
        return new EditHistory(
                doneSteps.subList(0, doneSteps.size() - 1),
                append(undoneSteps, doneSteps.getLast()));
    }

    EditHistory withLastRedone() {
        return new EditHistory(
                append(doneSteps, undoneSteps.getLast()),
                undoneSteps.subList(0, undoneSteps.size() - 1));
    }

    Optional<EditStep> findNextUndo() {
        return doneSteps.isEmpty() ? Optional.empty() : Optional.of(doneSteps.getLast());
    }

    Optional<EditStep> findNextRedo() {
        return undoneSteps.isEmpty() ? Optional.empty() : Optional.of(undoneSteps.getLast());
    }

    private static List<EditStep> append(List<EditStep> steps, EditStep step) {
        List<EditStep> next = new ArrayList<>(steps);
        next.add(step);
        return List.copyOf(next);
    }
}
