package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.desk.Workspace.SaveStatus;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.words.EditName;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * A snapshot over the open plan: looked at, never changed, and the plan underneath unharmed; and
 * what is told of a moved date.
 */
class FrozenDeskTest {
    private static final LocalDate AT = LocalDate.of(2023, 6, 30);
    private static final LocalDate EVALUATED = LocalDate.of(2022, 12, 31);
    private static final IndicatorGroup GROUP = new IndicatorGroup(new UUID(1, 1), "类");
    private static final Indicator LATER = Indicator.createNamed(new UUID(2, 1), GROUP.id(), "后来的");
    private static final Plan OLD =
            Plan.empty(new UUID(0, 1), "旧", "", 2021, 2025, 2020).withGroup(GROUP);
    private static final Plan PLAN = titled(OLD, "0").withIndicator(LATER);
    private static final Snapshot SNAPSHOT =
            new Snapshot(new UUID(9, 1), "2022年度评估", EVALUATED, Instant.EPOCH, "", OLD);

    private final Queue store = new Queue();
    private final Queue screen = new Queue();
    private final List<String> saved = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean broken;
    private final Workspace desk =
            new Workspace(this::save, store, screen, problem -> told.add(problem.messageKey()));

    private static Plan titled(Plan plan, String title) {
        return plan.withChanges(d -> d.title = title);
    }

    private void save(Plan before, Plan after, EditName name) throws Problem {
        if (broken) throw new Problem("problem.broken");
        saved.add(before.title() + "→" + after.title());
    }

    private void edit(String title) {
        desk.editPlan(EditName.of("edit." + title), p -> titled(p, title));
    }

    private void settle() {
        store.runAll();
        screen.runAll();
    }

    private void look() {
        desk.showSnapshot(SNAPSHOT);
    }

    private void open() {
        desk.openPlan(PLAN, AT);
    }

    private String title() {
        return desk.shownPlan().orElseThrow().title();
    }

    @Test
    void aSnapshotIsShownAtItsOwnDate() {
        open();
        look();
        assertEquals(
                Optional.of(Evaluation.evaluate(OLD, EVALUATED)), desk.evaluationProperty().get());
        assertEquals(Optional.of(OLD), desk.shownPlan());
        assertEquals(Optional.of(SNAPSHOT), desk.shownSnapshotProperty().get());
        assertEquals(Optional.of(Evaluation.evaluate(PLAN, AT)), desk.workingEvaluation());
    }

    @Test
    void withoutAPlanThereIsNothingToLayItOver() {
        assertThrows(NoSuchElementException.class, this::look);
        assertFalse(desk.isReadOnly());
    }

    @Test
    void anEditOfASnapshotIsRefusedAndTold() {
        open();
        look();
        edit("1");
        settle();
        assertEquals(List.of("snapshot.readOnly"), told);
        assertEquals(Optional.of(OLD), desk.shownPlan());
        assertEquals(Optional.of(PLAN), desk.workingEvaluation().map(Evaluation::plan));
        assertEquals(List.of(), saved);
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
    }

    @Test
    void undoAndRedoAreRefusedTooAndTheHistoryWaits() {
        open();
        edit("1");
        edit("2");
        desk.undo();
        look();
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(Optional.empty(), desk.nextRedoProperty().get());
        desk.undo();
        desk.redo();
        assertEquals(List.of("snapshot.readOnly", "snapshot.readOnly"), told);
        desk.returnToPlan();
        assertEquals("1", title());
        assertEquals(Optional.of("edit.1"), desk.nextUndoProperty().get().map(EditName::key));
        assertEquals(Optional.of("edit.2"), desk.nextRedoProperty().get().map(EditName::key));
        desk.redo();
        assertEquals("2", title());
    }

    @Test
    void backAtThePlanItsOwnDateHolds() {
        open();
        look();
        desk.moveEvaluationDate(EVALUATED.plusYears(2));
        assertEquals(Optional.of(EVALUATED.plusYears(2)), desk.evaluationDate());
        desk.returnToPlan();
        assertEquals(Optional.of(Evaluation.evaluate(PLAN, AT)), desk.evaluationProperty().get());
        assertFalse(desk.isReadOnly());
    }

    @Test
    void fromOneSnapshotToAnotherThePlanStillWaits() {
        open();
        look();
        desk.showSnapshot(
                new Snapshot(new UUID(9, 2), "另一份", AT, Instant.EPOCH, "", titled(OLD, "另")));
        assertEquals("另", title());
        desk.returnToPlan();
        assertEquals("0", title());
    }

    @Test
    void backWithoutASnapshotDoesNothing() {
        open();
        desk.returnToPlan();
        assertEquals("0", title());
    }

    @Test
    void anEditMadeBeforeLookingIsKept() {
        open();
        edit("1");
        look();
        settle();
        assertEquals(List.of("0→1"), saved);
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
        assertEquals(Optional.of(OLD), desk.shownPlan());
    }

    @Test
    void aFailureWhileLookingLeavesTheSnapshotAndMendsThePlanUnderneath() {
        open();
        broken = true;
        edit("1");
        look();
        settle();
        assertEquals(Optional.of(OLD), desk.shownPlan());
        assertEquals(
                Optional.of(Evaluation.evaluate(OLD, EVALUATED)), desk.evaluationProperty().get());
        assertEquals(SaveStatus.FAILED, desk.saveStatusProperty().get());
        assertEquals(List.of("problem.broken"), told);
        desk.returnToPlan();
        assertEquals("0", title());
        assertEquals(Optional.of(AT), desk.evaluationDate());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
    }

    @Test
    void openingAnotherPlanOrClosingPutsTheSnapshotAway() {
        open();
        look();
        desk.openPlan(titled(PLAN, "另"), AT);
        assertEquals("另", title());
        assertFalse(desk.isReadOnly());
        look();
        desk.closePlan();
        assertEquals(Optional.empty(), desk.shownPlan());
        assertEquals(Optional.empty(), desk.workingEvaluation());
        assertFalse(desk.isReadOnly());
    }

    @Test
    void whatTheSnapshotDoesNotHaveIsNotSelectedInIt() {
        open();
        desk.selectedIndicatorProperty().set(Optional.of(LATER.id()));
        look();
        assertEquals(Optional.empty(), desk.selectedIndicatorProperty().get());
    }

    @Test
    void aMovedDateTellsWhereThingsStoodBefore() {
        open();
        Evaluation before = desk.evaluationProperty().get().orElseThrow();
        desk.moveEvaluationDate(EVALUATED);
        assertEquals(Optional.of(before), desk.evaluationBeforeMoveProperty().get());
    }

    @Test
    void theNextEditUndoOrWishForgetsTheMove() {
        open();
        edit("1");
        for (Runnable action :
                List.<Runnable>of(
                        () -> edit("2"),
                        desk::undo,
                        desk::redo,
                        desk::forgetEvaluationMove,
                        this::look,
                        desk::returnToPlan,
                        this::open)) {
            desk.moveEvaluationDate(AT.plusDays(1));
            assertTrue(desk.evaluationBeforeMoveProperty().get().isPresent());
            action.run();
            assertEquals(Optional.empty(), desk.evaluationBeforeMoveProperty().get());
        }
    }
}
