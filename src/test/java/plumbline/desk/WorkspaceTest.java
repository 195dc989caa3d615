package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.desk.Workspace.SaveStatus;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Plan;
import plumbline.plan.Task;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskTree;
import plumbline.words.EditName;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The plan that is open: edits, undo, keeping, and what happens if keeping fails. */
class WorkspaceTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    private static final IndicatorGroup GROUP = new IndicatorGroup(new UUID(1, 1), "类");
    private static final Indicator INDICATOR =
            Indicator.createNamed(new UUID(2, 1), GROUP.id(), "指标");
    private static final Task TASK = Task.createTitled(new UUID(3, 1), 0, TaskKind.ITEM, "事项");
    private static final Plan PLAN =
            plan("0")
                    .withGroup(GROUP)
                    .withIndicator(INDICATOR)
                    .withTaskTree(new TaskTree(List.of(TASK)));
    private static final Plan OTHER = Plan.empty(new UUID(0, 2), "另一个", "", 2026, 2030, 2025);

    private final Queue store = new Queue();
    private final Queue screen = new Queue();
    private final List<String> saved = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean broken;
    private final Workspace desk =
            new Workspace(this::save, store, screen, problem -> told.add(problem.messageKey()));

    private static Plan plan(String title) {
        return Plan.empty(new UUID(0, 1), title, "", 2021, 2025, 2020);
    }

    private void save(Plan before, Plan after, EditName name) throws Problem {
        if (broken) throw new Problem("problem.broken");
        saved.add(before.title() + "→" + after.title() + " " + name.key());
    }

    private static UnaryOperator<Plan> titled(String title) {
        return plan -> plan.withChanges(d -> d.title = title);
    }

    private void edit(String title) {
        desk.editPlan(EditName.of("edit." + title), titled(title));
    }

    private void settle() {
        store.runAll();
        screen.runAll();
    }

    private void open() {
        desk.openPlan(PLAN, AT);
    }

    private String title() {
        return desk.shownPlan().orElseThrow().title();
    }

    private static Optional<String> key(Optional<EditName> name) {
        return name.map(EditName::key);
    }

    @Test
    void nothingIsOpenAtFirst() {
        assertEquals(Optional.empty(), desk.shownPlan());
        assertEquals(ScreenPlace.START, desk.placeProperty().get());
    }

    @Test
    void anOpenedPlanIsJudgedAtItsDate() {
        open();
        assertEquals(Optional.of(Evaluation.evaluate(PLAN, AT)), desk.evaluationProperty().get());
        assertEquals(Optional.of(AT), desk.evaluationDate());
    }

    @Test
    void anOpenedPlanIsKeptAlreadyAndHasNothingToUndo() {
        open();
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(Optional.empty(), desk.nextRedoProperty().get());
    }

    @Test
    void anEditIsOnTheScreenBeforeItIsKept() {
        open();
        edit("1");
        assertEquals("1", title());
        assertEquals(SaveStatus.SAVING, desk.saveStatusProperty().get());
        assertEquals(List.of(), saved);
    }

    @Test
    void anEditIsSavedWhenTheStoreHasSaidSo() {
        open();
        edit("1");
        store.runAll();
        assertEquals(SaveStatus.SAVING, desk.saveStatusProperty().get());
        screen.runAll();
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
    }

    @Test
    void editsAreSavedOneAfterTheOther() {
        open();
        edit("1");
        edit("2");
        settle();
        assertEquals(List.of("0→1 edit.1", "1→2 edit.2"), saved);
    }

    /**
     * Its plan is being deleted: what is queued behind that is never kept, and nobody waits for it.
     */
    @Test
    void aClosedDeskHasNothingToKeepAndNothingChosen() {
        open();
        desk.selectedIndicatorProperty().set(Optional.of(INDICATOR.id()));
        desk.selectedTaskProperty().set(Optional.of(TASK.id()));
        desk.cellTargetProperty()
                .set(Optional.of(new CellTarget(INDICATOR.id(), Optional.empty())));
        edit("1");
        desk.closePlan();
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(
                        desk.selectedIndicatorProperty().get(),
                        desk.selectedTaskProperty().get(),
                        desk.cellTargetProperty().get()));
        settle();
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
        assertEquals(List.of(), saved);
    }

    @Test
    void thePlanIsNotSavedBeforeItsLastEditIs() {
        open();
        edit("1");
        edit("2");
        store.runOne();
        screen.runAll();
        assertEquals(SaveStatus.SAVING, desk.saveStatusProperty().get());
    }

    @Test
    void anEditThatChangesNothingLeavesNoStep() {
        open();
        desk.editPlan(EditName.of("edit.same"), titled("0"));
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
        settle();
        assertEquals(List.of(), saved);
    }

    @Test
    void anEditThatChangesNothingLeavesWhatWasUndone() {
        open();
        edit("1");
        desk.undo();
        desk.editPlan(EditName.of("edit.same"), titled("0"));
        assertEquals(Optional.of("edit.1"), key(desk.nextRedoProperty().get()));
    }

    @Test
    void anEditThatBreaksARuleLeavesThePlanUnharmed() {
        open();
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.editPlan(EditName.of("edit.blank"), titled(" ")));
        assertEquals(Optional.of(PLAN), desk.shownPlan());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
    }

    @Test
    void withoutAPlanThereIsNothingToEdit() {
        assertThrows(NoSuchElementException.class, () -> edit("1"));
    }

    @Test
    void undoTakesTheLastEditBack() {
        open();
        edit("1");
        edit("2");
        desk.undo();
        assertEquals("1", title());
        assertEquals(Optional.of("edit.1"), key(desk.nextUndoProperty().get()));
        assertEquals(Optional.of("edit.2"), key(desk.nextRedoProperty().get()));
    }

    @Test
    void redoDoesItAgain() {
        open();
        edit("1");
        desk.undo();
        desk.redo();
        assertEquals("1", title());
        assertEquals(Optional.of("edit.1"), key(desk.nextUndoProperty().get()));
        assertEquals(Optional.empty(), desk.nextRedoProperty().get());
    }

    @Test
    void undoneToTheEndItIsThePlanThatWasOpened() {
        open();
        edit("1");
        edit("2");
        desk.undo();
        desk.undo();
        assertEquals(Optional.of(PLAN), desk.shownPlan());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
    }

    @Test
    void undoAndRedoAreSavedUnderTheirOwnNames() {
        open();
        edit("1");
        desk.undo();
        desk.redo();
        settle();
        assertEquals(List.of("0→1 edit.1", "1→0 edit.undo", "0→1 edit.redo"), saved);
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        open();
        edit("1");
        desk.undo();
        edit("2");
        assertEquals(Optional.empty(), desk.nextRedoProperty().get());
        desk.redo();
        assertEquals("2", title());
    }

    @Test
    void undoWithNothingToUndoChangesNothing() {
        open();
        desk.undo();
        desk.redo();
        settle();
        assertEquals(Optional.of(PLAN), desk.shownPlan());
        assertEquals(List.of(), saved);
    }

    @Test
    void aFailedSaveReturnsToTheLastKeptPlanAndSaysSo() {
        open();
        edit("1");
        settle();
        broken = true;
        edit("2");
        settle();
        assertEquals("1", title());
        assertEquals(SaveStatus.FAILED, desk.saveStatusProperty().get());
        assertEquals(List.of("problem.broken"), told);
    }

    @Test
    void aFailedSaveReturnsToTheHistoryOfTheLastKeptPlan() {
        open();
        edit("1");
        settle();
        broken = true;
        edit("2");
        settle();
        assertEquals(Optional.of("edit.1"), key(desk.nextUndoProperty().get()));
        assertEquals(Optional.empty(), desk.nextRedoProperty().get());
    }

    @Test
    void anUndoThatCouldNotBeKeptIsDoneAgain() {
        open();
        edit("1");
        settle();
        broken = true;
        desk.undo();
        settle();
        assertEquals("1", title());
        assertEquals(Optional.of("edit.1"), key(desk.nextUndoProperty().get()));
    }

    @Test
    void editsQueuedBeforeAFailureAreDropped() {
        open();
        broken = true;
        edit("1");
        edit("2");
        store.runOne();
        broken = false;
        settle();
        assertEquals(Optional.of(PLAN), desk.shownPlan());
        assertEquals(List.of(), saved);
        assertEquals(List.of("problem.broken"), told);
    }

    /** The officer goes on typing while the news of the failure is on its way to the screen. */
    @Test
    void anEditMadeBeforeTheFailureIsKnownIsDropped() {
        open();
        broken = true;
        edit("1");
        store.runOne();
        broken = false;
        edit("2");
        settle();
        assertEquals(Optional.of(PLAN), desk.shownPlan());
        assertEquals(List.of(), saved);
        assertEquals(SaveStatus.FAILED, desk.saveStatusProperty().get());
    }

    @Test
    void whatIsKeptAndWhatIsShownAreOneAfterAFailure() {
        open();
        broken = true;
        edit("1");
        store.runOne();
        broken = false;
        edit("2");
        screen.runAll();
        store.runAll();
        screen.runAll();
        edit("3");
        settle();
        assertEquals(List.of("0→3 edit.3"), saved);
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
    }

    @Test
    void afterAFailureTheNextEditIsKept() {
        open();
        broken = true;
        edit("1");
        settle();
        broken = false;
        edit("2");
        settle();
        assertEquals("2", title());
        assertEquals(List.of("0→2 edit.2"), saved);
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
    }

    @Test
    void anEditQueuedWhenAnotherPlanIsOpenedIsKeptAllTheSame() {
        open();
        edit("1");
        desk.openPlan(OTHER, AT);
        settle();
        assertEquals(List.of("0→1 edit.1"), saved);
        assertEquals(Optional.of(OTHER), desk.shownPlan());
    }

    @Test
    void aFailureOfThePlanThatWasOpenBeforeIsToldAndLeavesTheNewOneAlone() {
        open();
        broken = true;
        edit("1");
        desk.openPlan(OTHER, AT);
        desk.editPlan(EditName.of("edit.new"), titled("新"));
        store.runOne();
        broken = false;
        settle();
        assertEquals("新", title());
        assertEquals(List.of("problem.broken"), told);
        assertEquals(List.of("另一个→新 edit.new"), saved);
        assertEquals(SaveStatus.SAVED, desk.saveStatusProperty().get());
    }

    @Test
    void savingTheOldPlanDoesNotMakeTheNewOneSaved() {
        open();
        edit("1");
        desk.openPlan(OTHER, AT);
        desk.editPlan(EditName.of("edit.new"), titled("新"));
        store.runOne();
        screen.runAll();
        assertEquals(SaveStatus.SAVING, desk.saveStatusProperty().get());
    }

    @Test
    void openingAnotherPlanForgetsTheHistory() {
        open();
        edit("1");
        desk.openPlan(OTHER, AT);
        desk.undo();
        assertEquals(Optional.of(OTHER), desk.shownPlan());
    }

    @Test
    void closingLeavesAnEmptyDesk() {
        open();
        edit("1");
        desk.placeProperty().set(ScreenPlace.TASKS);
        desk.closePlan();
        assertEquals(Optional.empty(), desk.shownPlan());
        assertEquals(Optional.empty(), desk.evaluationProperty().get());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(ScreenPlace.START, desk.placeProperty().get());
    }

    @Test
    void whatWasQueuedForAPlanThatIsGoneIsDropped() {
        open();
        edit("1");
        desk.closePlan();
        settle();
        assertEquals(List.of(), saved);
        assertEquals(Optional.empty(), desk.shownPlan());
    }

    @Test
    void aFailureThatArrivesAfterClosingLeavesTheDeskEmpty() {
        open();
        broken = true;
        edit("1");
        store.runAll();
        desk.closePlan();
        screen.runAll();
        assertEquals(Optional.empty(), desk.shownPlan());
        assertEquals(Optional.empty(), desk.evaluationProperty().get());
    }

    @Test
    void anotherEvaluationDateIsNotAnEdit() {
        open();
        desk.moveEvaluationDate(AT.plusYears(1));
        settle();
        assertEquals(Optional.of(AT.plusYears(1)), desk.evaluationDate());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(List.of(), saved);
    }

    @Test
    void anEditIsJudgedAtTheDateThatIsSet() {
        open();
        desk.moveEvaluationDate(AT.plusYears(1));
        edit("1");
        assertEquals(Optional.of(AT.plusYears(1)), desk.evaluationDate());
    }

    @Test
    void theSelectedIndicatorStaysThroughAnEdit() {
        open();
        desk.selectedIndicatorProperty().set(Optional.of(INDICATOR.id()));
        edit("1");
        assertEquals(Optional.of(INDICATOR.id()), desk.selectedIndicatorProperty().get());
    }

    @Test
    void anIndicatorThatIsGoneIsNoLongerSelected() {
        open();
        desk.selectedIndicatorProperty().set(Optional.of(INDICATOR.id()));
        desk.editPlan(
                EditName.of("edit.indicator.deleted"), plan -> plan.withoutIndicator(INDICATOR));
        assertEquals(Optional.empty(), desk.selectedIndicatorProperty().get());
    }

    @Test
    void aProblemThatGoesIsLookedAtNoMore() {
        open();
        Finding problem = Finding.createTitled(new UUID(4, 1), "问题");
        desk.editPlan(EditName.of("edit.problem.added", "问题"), p -> p.withIssue(problem));
        desk.selectedIssueProperty().set(Optional.of(problem.id()));
        desk.undo();
        assertEquals(Optional.empty(), desk.selectedIssueProperty().get());
    }

    @Test
    void aTaskThatIsGoneIsNoLongerSelected() {
        open();
        desk.selectedTaskProperty().set(Optional.of(TASK.id()));
        desk.editPlan(EditName.of("edit.task.deleted"), plan -> plan.withTaskTree(TaskTree.EMPTY));
        assertEquals(Optional.empty(), desk.selectedTaskProperty().get());
    }

    @Test
    void openingAPlanSelectsNothing() {
        open();
        desk.selectedIndicatorProperty().set(Optional.of(INDICATOR.id()));
        desk.selectedTaskProperty().set(Optional.of(TASK.id()));
        open();
        assertEquals(Optional.empty(), desk.selectedIndicatorProperty().get());
        assertEquals(Optional.empty(), desk.selectedTaskProperty().get());
    }
}
