package plumbline.screen.tasks;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import plumbline.base.FormulaSafeText;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.plan.Task;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.screen.parts.field.DepartmentNames;
import plumbline.screen.parts.table.MasterDetailModel;
import plumbline.screen.parts.table.TreeRow;
import plumbline.screen.parts.table.TreeRows;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The task tree as rows, filtered and folded, and how it is arranged. */
public final class TasksViewModel implements MasterDetailModel<TasksViewModel.TaskRow> {

    /**
     * @param state of a branch what its leaves make of it
     */
    record TaskRow(
            Task task,
            boolean isLeaf,
            boolean isFolded,
            TaskState state,
            TaskTree.LeafProgress progress,
            String ownerName,
            String dueText,
            boolean isOverdue)
            implements TreeRow {
        @Override
        public UUID id() {
            return task.id();
        }

        @Override
        public String title() {
            return task.title();
        }

        @Override
        public int level() {
            return task.level();
        }
    }

    /** What must hold for a task to be shown; its ancestors are shown with it. */
    record TaskFilter(
            Optional<TaskState> state, Optional<String> owner, boolean onlyOverdue, String text) {
        static final TaskFilter NONE =
                new TaskFilter(Optional.empty(), Optional.empty(), false, "");
    }

    private final Workspace desk;
    private final Dialogs dialogs;
    private final Messages words;
    private final Wording wording;
    private final TaskViewModel task;
    private final ObjectProperty<TaskFilter> filter = new SimpleObjectProperty<>(TaskFilter.NONE);
    private final TreeRows<TaskRow, TaskFilter> lines;

    public TasksViewModel(Workspace desk, Dialogs dialogs, Messages words, Clock clock) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.words = words;
        this.wording = new Wording(words);
        this.task = new TaskViewModel(desk, words, clock);
        this.lines = new TreeRows<>(desk, desk.selectedTaskProperty(), filter, this::readRows);
    }

    @Override
    public TreeRows<TaskRow, TaskFilter> treeRows() {
        return lines;
    }

    TaskViewModel taskModel() {
        return task;
    }

    private List<TaskRow> readRows(Set<UUID> folded) {
        TaskTree tree = task.taskTree();
        List<TaskRow> next = new ArrayList<>();
        boolean all = filter.get().equals(TaskFilter.NONE);
        int hiddenBelow = Integer.MAX_VALUE;
        for (int i = 0; i < tree.tasksInOrder().size(); i++) {
            Task line = tree.tasksInOrder().get(i);
            if (line.level() > hiddenBelow) continue;
            hiddenBelow = Integer.MAX_VALUE;
            if (!all && !isAnyShown(tree, i)) continue;
            boolean fold = all && folded.contains(line.id()) && !tree.isLeaf(i);
            if (fold) hiddenBelow = line.level();
            next.add(createRow(tree, i, fold));
        }
        return next;
    }

    private boolean isAnyShown(TaskTree tree, int index) {
        int end = tree.endOfBranch(index);
        for (int i = index; i < end; i++) if (passesFilter(createRow(tree, i, false))) return true;
        return false;
    }

    private boolean passesFilter(TaskRow row) {
        TaskFilter f = filter.get();
        return f.state.map(s -> row.isLeaf && row.state == s).orElse(true)
                && f.owner.map(o -> row.ownerName.equals(o)).orElse(true)
                && (!f.onlyOverdue || row.isOverdue)
                && row.task
                        .title()
                        .toLowerCase(words.locale())
                        .contains(f.text.strip().toLowerCase(words.locale()));
    }

    private TaskRow createRow(TaskTree tree, int index, boolean fold) {
        Task task = tree.tasksInOrder().get(index);
        TaskState state = tree.stateOf(index);
        LocalDate at = desk.evaluationDate().orElse(LocalDate.MAX);
        boolean open = state != TaskState.DONE && state != TaskState.SUSPENDED;
        return new TaskRow(
                task,
                tree.isLeaf(index),
                fold,
                state,
                tree.leafProgressOf(index),
                DepartmentNames.departmentName(desk, task.ownerDepartment()),
                task.dueDay().map(wording::formatDate).orElse(""),
                open && task.dueDay().map(d -> d.isBefore(at)).orElse(false));
    }

    Optional<TaskRow> findRow(UUID id) {
        TaskTree tree = task.taskTree();
        int index = tree.indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(createRow(tree, index, false));
    }

    @Override
    public void setFolded(TaskRow row, boolean closed) {
        if (closed) lines.foldRow(row.id());
        else lines.unfoldRows(List.of(row.id()));
    }

    /**
     * A new task after the given one and all below it, on the same level; at the end where none is
     * given.
     */
    UUID addAfter(Optional<TaskRow> after) {
        Task added =
                Task.createTitled(
                        UUID.randomUUID(),
                        after.map(TaskRow::level).orElse(0),
                        after.map(r -> r.task.kind()).orElse(TaskKind.KEY_TASK),
                        words.sentence("tasks.new"));
        task.editTasks(
                "edit.task.added", added, t -> t.withTaskAfter(after.map(TaskRow::id), added));
        desk.selectedTaskProperty().set(Optional.of(added.id()));
        return added.id();
    }

    UUID addUnder(TaskRow parent) {
        int level = parent.level() + 1;
        Task added =
                Task.createTitled(
                        UUID.randomUUID(),
                        level,
                        level == 1 ? TaskKind.MEASURE : TaskKind.ITEM,
                        words.sentence("tasks.new"));
        lines.unfoldRows(List.of(parent.id()));
        task.editTasks("edit.task.added", added, t -> t.withTaskUnder(parent.id(), added));
        desk.selectedTaskProperty().set(Optional.of(added.id()));
        return added.id();
    }

    /** An empty title is not taken, nor one that is too long to be kept. */
    @Override
    public void renameRow(UUID id, String title) {
        if (!title.isBlank()) task.renameTask(id, title).ifPresent(dialogs::showMessage);
    }

    void indentTask(TaskRow row) {
        task.editTasks("edit.task.indented", row.task, tree -> tree.withTaskIndented(row.id()));
    }

    void outdentTask(TaskRow row) {
        task.editTasks("edit.task.outdented", row.task, tree -> tree.withTaskOutdented(row.id()));
    }

    @Override
    public void moveRow(TaskRow row, int by) {
        task.editTasks(
                "edit.task.moved",
                row.task,
                tree -> by < 0 ? tree.withTaskMovedUp(row.id()) : tree.withTaskMovedDown(row.id()));
    }

    @Override
    public void deleteRow(TaskRow row) {
        int index = task.taskTree().indexOf(row.id());
        int below = task.taskTree().endOfBranch(index) - index - 1;
        boolean plain = desk.isReadOnly() || below == 0 && row.task.entries().isEmpty();
        if (!plain
                && !dialogs.confirm(
                        words.sentence("tasks.delete.ask", row.title(), below),
                        words.sentence("tasks.delete"))) return;
        desk.editPlan(EditName.of("edit.task.deleted", row.title()), p -> p.withoutTask(row.task));
    }

    /** Done, or open again. Of a branch: all its leaves, but for those suspended. */
    void toggleDone(TaskRow row) {
        task.setState(row.id(), row.state == TaskState.DONE ? TaskState.UNDERWAY : TaskState.DONE);
    }

    @Override
    public String copyText() {
        return lines.rowsProperty().get().stream()
                .map(
                        r ->
                                FormulaSafeText.escapeCell("  ".repeat(r.level()) + r.title())
                                        + "\t"
                                        + words.nameOf(r.task.kind())
                                        + "\t"
                                        + words.nameOf(r.state)
                                        + "\t"
                                        + FormulaSafeText.escapeCell(r.ownerName)
                                        + "\t"
                                        + r.dueText
                                        + "\t"
                                        + r.progress.doneLeaves()
                                        + "/"
                                        + r.progress.leafCount())
                .collect(Collectors.joining("\n"));
    }
}
