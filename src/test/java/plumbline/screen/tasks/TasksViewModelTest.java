package plumbline.screen.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.plan.Plan;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.screen.TestDesk;
import plumbline.screen.tasks.TasksViewModel.TaskFilter;
import plumbline.screen.tasks.TasksViewModel.TaskRow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The task tree: what is done, what is shown, and how it is arranged. */
class TasksViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2023, 6, 30);
    private TestDesk office = TestDesk.suizhou();
    private TasksViewModel model =
            new TasksViewModel(office.desk, office.dialogs, office.words, TestDesk.CLOCK);

    private void sit(TestDesk next) {
        office = next;
        model = new TasksViewModel(office.desk, office.dialogs, office.words, TestDesk.CLOCK);
    }

    private static UUID id(String name) {
        return TestDesk.id(name);
    }

    private TaskRow row(String name) {
        return model.findRow(id(name)).orElseThrow();
    }

    private int level(String name) {
        return office.task(name).level();
    }

    private List<String> titles() {
        return model.treeRows().rowsProperty().get().stream().map(r -> r.task().title()).toList();
    }

    private List<String> titlesOf(String... names) {
        return List.of(names).stream().map(n -> office.task(n).title()).toList();
    }

    private static TaskFilter with(TaskState state) {
        return new TaskFilter(Optional.of(state), Optional.empty(), false, "");
    }

    private static TaskFilter with(String text) {
        return new TaskFilter(Optional.empty(), Optional.empty(), false, text);
    }

    // done and open

    @Test
    void aBranchFollowsItsLeaves() {
        assertEquals(
                List.of(new TaskTree.LeafProgress(1, 4), TaskState.UNDERWAY),
                List.of(row("t1").progress(), row("t1").state()));
        assertEquals(TaskState.DONE, row("t11").state());
    }

    @Test
    void tickingALeafRollsUp() {
        model.toggleDone(row("t12"));
        assertEquals(new TaskTree.LeafProgress(2, 4), row("t1").progress());
    }

    @Test
    void theLastTickMakesTheBranchDone() {
        for (String leaf : List.of("t12", "t13", "t14")) model.toggleDone(row(leaf));
        assertEquals(TaskState.DONE, row("t1").state());
    }

    @Test
    void tickingTwiceOpensAgain() {
        model.toggleDone(row("t111"));
        assertEquals(TaskState.UNDERWAY, row("t111").state());
    }

    @Test
    void tickingABranchTicksAllItsLeavesInOneStep() {
        Plan before = office.plan();
        model.toggleDone(row("t1"));
        assertEquals(new TaskTree.LeafProgress(4, 4), row("t1").progress());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void suspendedLeavesDoNotCount() {
        model.taskModel().setState(id("t14"), TaskState.SUSPENDED);
        assertEquals(new TaskTree.LeafProgress(1, 3), row("t1").progress());
    }

    @Test
    void aStateOfATaskThatIsGoneDoesNothing() {
        model.taskModel().setState(UUID.randomUUID(), TaskState.DONE);
        assertEquals(Optional.empty(), office.step());
    }

    // what is shown

    @Test
    void withoutAFilterEverythingIsShown() {
        assertEquals(
                office.plan().taskTree().tasksInOrder().size(),
                model.treeRows().rowsProperty().get().size());
    }

    @Test
    void aStateIsShownWithItsAncestors() {
        model.treeRows().filterProperty().set(with(TaskState.DONE));
        assertEquals(
                titlesOf(
                        "t1", "t11", "t111", "t3", "t32", "t321", "t33", "t331", "t4", "t41",
                        "t411", "t43", "t431", "t432"),
                titles());
    }

    @Test
    void aTextIsShownWithItsAncestors() {
        model.treeRows().filterProperty().set(with(" 编钟 "));
        assertEquals(titlesOf("t4", "t41", "t411"), titles());
    }

    @Test
    void anOwnerIsShownWithItsAncestors() {
        model.taskModel().setOwner(id("t12"), "注册科");
        model.treeRows()
                .filterProperty()
                .set(new TaskFilter(Optional.empty(), Optional.of("注册科"), false, ""));
        assertEquals(titlesOf("t1", "t12"), titles());
    }

    @Test
    void onlyWhatIsOverdueIsShown() {
        office.at("2026-01-31");
        model.treeRows()
                .filterProperty()
                .set(new TaskFilter(Optional.empty(), Optional.empty(), true, ""));
        assertEquals(titlesOf("t4", "t41", "t412", "t43", "t433", "t434"), titles());
    }

    @Test
    void onItsDueDayATaskIsNotOverdue() {
        office.at("2025-12-31");
        assertFalse(row("t412").isOverdue());
    }

    @Test
    void aDoneTaskIsNotOverdue() {
        office.at("2026-01-31");
        model.toggleDone(row("t412"));
        assertFalse(row("t412").isOverdue());
    }

    @Test
    void aFilterThatNothingPassesShowsNothing() {
        model.treeRows().filterProperty().set(with("没有这个"));
        assertEquals(List.of(), titles());
    }

    @Test
    void foldingHidesWhatIsBelow() {
        model.setFolded(row("t1"), true);
        assertEquals(titlesOf("t1", "t2"), titles().subList(0, 2));
        assertTrue(model.treeRows().rowsProperty().get().getFirst().isFolded());
    }

    @Test
    void unfoldingShowsItAgain() {
        List<TaskRow> before = model.treeRows().rowsProperty().get();
        model.setFolded(row("t1"), true);
        model.setFolded(row("t1"), false);
        assertEquals(before, model.treeRows().rowsProperty().get());
    }

    @Test
    void aFilterLooksIntoWhatIsFolded() {
        model.setFolded(row("t4"), true);
        model.treeRows().filterProperty().set(with("编钟"));
        assertEquals(titlesOf("t4", "t41", "t411"), titles());
    }

    // arranging

    @Test
    void aNewTaskStandsAfterTheGivenOneAndAllBelow() {
        UUID added = model.addAfter(Optional.of(row("t11")));
        assertEquals(
                office.plan().taskTree().indexOf(id("t111")) + 1,
                office.plan().taskTree().indexOf(added));
        assertEquals(level("t11"), office.plan().taskTree().findTask(added).orElseThrow().level());
        assertEquals(Optional.of(added), model.treeRows().selectedProperty().get());
    }

    @Test
    void theFirstTaskOfAnEmptyPlanStandsAtTheTop() {
        sit(TestDesk.empty());
        model.addAfter(Optional.empty());
        assertEquals(List.of("新任务"), titles());
        office.desk.undo();
        assertEquals(List.of(), titles());
        assertEquals(Optional.empty(), model.treeRows().selectedProperty().get());
    }

    @Test
    void aNewTaskUnderAFoldedOneIsSeen() {
        model.setFolded(row("t5"), true);
        UUID added = model.addUnder(row("t5"));
        assertTrue(
                model.treeRows().rowsProperty().get().stream().anyMatch(r -> r.id().equals(added)));
        assertEquals(1, office.plan().taskTree().findTask(added).orElseThrow().level());
    }

    @Test
    void anEmptyTitleIsNotTaken() {
        model.renameRow(id("t1"), "  ");
        assertEquals("优化市场准入环境", office.task("t1").title());
    }

    @Test
    void aTitleThatIsAnEssayIsToldAndNotTaken() {
        model.renameRow(id("t1"), "长".repeat(5000));
        assertEquals("优化市场准入环境", office.task("t1").title());
        assertEquals(1, office.dialogs.told.size());
    }

    @Test
    void indentingTakesTheChildrenAlong() {
        model.indentTask(row("t3"));
        assertEquals(List.of(1, 2, 3), List.of(level("t3"), level("t32"), level("t321")));
    }

    @Test
    void theFirstTaskCannotBeIndented() {
        model.indentTask(row("t1"));
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void outdentingTakesTheChildrenAlong() {
        model.outdentTask(row("t11"));
        assertEquals(List.of(0, 1), List.of(level("t11"), level("t111")));
    }

    @Test
    void everyTaskCanBeOutdentedAndUndone() {
        Plan before = office.plan();
        for (Task task : before.taskTree().tasksInOrder()) {
            model.outdentTask(model.findRow(task.id()).orElseThrow());
            if (office.step().isPresent()) office.desk.undo();
            assertEquals(before, office.plan());
        }
        assertEquals(List.of(), office.dialogs.told);
    }

    @Test
    void movingTakesTheChildrenAlong() {
        Plan before = office.plan();
        model.moveRow(row("t12"), -1);
        assertEquals(titlesOf("t1", "t12", "t11", "t111", "t13"), titles().subList(0, 5));
        model.moveRow(row("t12"), 1);
        assertEquals(before, office.plan());
    }

    @Test
    void theFirstOfItsLevelStays() {
        model.moveRow(row("t11"), -1);
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aPlainLeafIsDeletedWithoutAsking() {
        model.deleteRow(row("t51"));
        assertEquals(List.of(), office.dialogs.asked);
        assertTrue(office.plan().taskTree().findTask(id("t51")).isEmpty());
    }

    @Test
    void aBranchIsDeletedAfterAsking() {
        model.deleteRow(row("t5"));
        assertEquals(List.of("删除“加强监管队伍能力建设”及其下 3 项和全部进展记录？可以撤销。"), office.dialogs.asked);
    }

    @Test
    void whoSaysNoKeepsTheBranch() {
        Plan before = office.plan();
        office.dialogs.agrees = false;
        model.deleteRow(row("t5"));
        assertEquals(before, office.plan());
    }

    @Test
    void deletingTheSelectedTaskSelectsNothing() {
        model.treeRows().selectedProperty().set(Optional.of(id("t51")));
        model.deleteRow(row("t51"));
        assertEquals(Optional.empty(), model.treeRows().selectedProperty().get());
    }

    // fields

    @Test
    void aNewOwnerIsMadeADepartment() {
        Plan before = office.plan();
        model.taskModel().setOwner(id("t1"), " 注册科 ");
        assertEquals(List.of("注册科"), model.taskModel().ownerNames());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void anEmptyOwnerTakesItAway() {
        model.taskModel().setOwner(id("t1"), "注册科");
        model.taskModel().setOwner(id("t1"), " ");
        assertEquals(Optional.empty(), office.task("t1").ownerDepartment());
    }

    // entries

    private Optional<String> entry(String text, String quantity, String value, String unit) {
        return model.taskModel().addEntry(id("t51"), DAY, text, quantity, value, unit);
    }

    private List<TaskEntry> entries() {
        return office.task("t51").entries();
    }

    @Test
    void anEntryTellsItsQuantity() {
        assertEquals(Optional.empty(), entry("办案情况", "查办案件", "1515", "件"));
        assertEquals(
                "2023年6月30日  办案情况\n查办案件 1515 件", model.taskModel().entryText(entries().getFirst()));
    }

    @Test
    void aQuantityAloneIsAnEntry() {
        assertEquals(Optional.empty(), entry("", "为企业融资", "近150亿元", "亿元"));
        assertEquals(
                "2023年6月30日  为企业融资 约150 亿元", model.taskModel().entryText(entries().getFirst()));
    }

    @Test
    void aQuantityTellsWhatItWasBefore() {
        assertTrue(
                model.taskModel()
                        .entryText(office.task("t13").entries().getFirst())
                        .contains("注销登记公示时间 45 → 20 天"));
    }

    @Test
    void entriesAreAddedOneAfterTheOther() {
        entry("一", "", "", "");
        entry("二", "", "", "");
        assertEquals(List.of("一", "二"), entries().stream().map(TaskEntry::noteText).toList());
        office.desk.undo();
        assertEquals(List.of("一"), entries().stream().map(TaskEntry::noteText).toList());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "|||",
                "一|案件|很多|件",
                "一|案件|5人|件",
                "一|案件|3-5|件",
                "一|案件|预计 5|件",
                "一||5|件",
                "一|||件",
                "||5|"
            },
            delimiter = '|')
    void aRefusedEntryAddsNothingAndSaysWhy(
            String text, String quantity, String value, String unit) {
        Plan before = office.plan();
        Optional<String> sentence = entry(plain(text), plain(quantity), plain(value), plain(unit));
        assertTrue(sentence.isPresent());
        assertEquals(before, office.plan());
    }

    private static String plain(String text) {
        return text == null ? "" : text;
    }

    @Test
    void aValueWithoutANameIsNotDropped() {
        assertTrue(entry("办案情况", "", "1515", "件").orElseThrow().contains("1515"));
    }

    @Test
    void anEssayAsAUnitIsRefusedForWhatItIs() {
        String sentence = entry("一", "案件", "5", "件".repeat(500)).orElseThrow();
        assertTrue(
                sentence.length() < 200
                        && !sentence.equals(office.words.sentence("tasks.entry.empty")),
                sentence);
    }

    @Test
    void anEntryIsRemovedAndComesBack() {
        Plan before = office.plan();
        model.taskModel().removeEntry(id("t13"), office.task("t13").entries().getFirst().id());
        assertEquals(List.of(), office.task("t13").entries());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void aCopyHasALineForEachRow() {
        model.treeRows().filterProperty().set(with("编钟"));
        assertEquals(
                List.of(
                        "提升质量品牌支撑\t重点任务\t进行中\t\t\t3/8",
                        "  开展质量提升工作\t举措\t进行中\t\t\t1/2",
                        "    出台编钟质量奖管理规定\t清单事项\t已完成\t\t\t1/1"),
                List.of(model.copyText().split("\n")));
    }

    @Test
    void nothingOpenIsAnEmptyTree() {
        sit(TestDesk.bare());
        assertEquals(List.of(), model.treeRows().rowsProperty().get());
    }

    /** Any order of arranging leads back, step by step. */
    @Test
    void noArrangingBreaksTheTree() {
        Plan before = office.plan();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<Task> lines = new ArrayList<>(office.plan().taskTree().tasksInOrder());
            TaskRow any = model.findRow(lines.get(random.nextInt(lines.size())).id()).orElseThrow();
            switch (random.nextInt(7)) {
                case 0 -> model.indentTask(any);
                case 1 -> model.outdentTask(any);
                case 2 -> model.moveRow(any, -1);
                case 3 -> model.moveRow(any, 1);
                case 4 -> model.addUnder(any);
                case 5 -> model.addAfter(Optional.of(any));
                default -> model.toggleDone(any);
            }
        }
        while (office.step().isPresent()) office.desk.undo();
        assertEquals(before, office.plan());
    }
}
