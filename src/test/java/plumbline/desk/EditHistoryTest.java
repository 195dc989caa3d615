package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import plumbline.desk.EditHistory.EditStep;
import plumbline.plan.Plan;
import plumbline.words.EditName;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done and undone, as a value. */
class EditHistoryTest {
    private static final EditStep FIRST = step("1");
    private static final EditStep SECOND = step("2");

    private static EditStep step(String name) {
        Plan plan = Plan.empty(new UUID(0, 1), name, "", 2021, 2025, 2020);
        return new EditStep(EditName.of(name), plan, plan);
    }

    @Test
    void emptyHasNothingToUndoOrRedo() {
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                List.of(EditHistory.EMPTY.findNextUndo(), EditHistory.EMPTY.findNextRedo()));
    }

    @Test
    void theLastStepIsTheNextToUndo() {
        assertEquals(
                Optional.of(SECOND),
                EditHistory.EMPTY.withStep(FIRST).withStep(SECOND).findNextUndo());
    }

    @Test
    void stepsAreUndoneFromTheLast() {
        assertEquals(
                new EditHistory(List.of(), List.of(SECOND, FIRST)),
                EditHistory.EMPTY
                        .withStep(FIRST)
                        .withStep(SECOND)
                        .withLastUndone()
                        .withLastUndone());
    }

    @Test
    void stepsAreRedoneFromTheFirst() {
        EditHistory undone =
                EditHistory.EMPTY
                        .withStep(FIRST)
                        .withStep(SECOND)
                        .withLastUndone()
                        .withLastUndone();
        assertEquals(Optional.of(FIRST), undone.findNextRedo());
        assertEquals(Optional.of(SECOND), undone.withLastRedone().findNextRedo());
    }

    @Test
    void redoTakesUndoBack() {
        EditHistory history = EditHistory.EMPTY.withStep(FIRST).withStep(SECOND);
        assertEquals(history, history.withLastUndone().withLastRedone());
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        assertEquals(
                new EditHistory(List.of(SECOND), List.of()),
                EditHistory.EMPTY.withStep(FIRST).withLastUndone().withStep(SECOND));
    }

    @Test
    void theOldValueStays() {
        EditHistory history = EditHistory.EMPTY.withStep(FIRST);
        history.withLastUndone();
        assertEquals(new EditHistory(List.of(FIRST), List.of()), history);
    }
}
