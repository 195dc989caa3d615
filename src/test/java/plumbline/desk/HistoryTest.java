package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import plumbline.desk.History.Step;
import plumbline.plan.Plan;
import plumbline.words.EditName;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done and undone, as a value. */
class HistoryTest {
    private static final Step FIRST = step("1");
    private static final Step SECOND = step("2");

    private static Step step(String name) {
        Plan plan = Plan.empty(new UUID(0, 1), name, "", 2021, 2025, 2020);
        return new Step(EditName.of(name), plan, plan);
    }

    @Test
    void emptyHasNothingToUndoOrRedo() {
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                List.of(History.EMPTY.nextUndo(), History.EMPTY.nextRedo()));
    }

    @Test
    void theLastStepIsTheNextToUndo() {
        assertEquals(Optional.of(SECOND), History.EMPTY.with(FIRST).with(SECOND).nextUndo());
    }

    @Test
    void stepsAreUndoneFromTheLast() {
        assertEquals(
                new History(List.of(), List.of(SECOND, FIRST)),
                History.EMPTY.with(FIRST).with(SECOND).undo().undo());
    }

    @Test
    void stepsAreRedoneFromTheFirst() {
        History undone = History.EMPTY.with(FIRST).with(SECOND).undo().undo();
        assertEquals(Optional.of(FIRST), undone.nextRedo());
        assertEquals(Optional.of(SECOND), undone.redo().nextRedo());
    }

    @Test
    void redoTakesUndoBack() {
        History history = History.EMPTY.with(FIRST).with(SECOND);
        assertEquals(history, history.undo().redo());
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        assertEquals(
                new History(List.of(SECOND), List.of()),
                History.EMPTY.with(FIRST).undo().with(SECOND));
    }

    @Test
    void theOldValueStays() {
        History history = History.EMPTY.with(FIRST);
        history.undo();
        assertEquals(new History(List.of(FIRST), List.of()), history);
    }
}
