package plumbline.screen.tasks;

import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.screen.parts.field.DepartmentNames;
import plumbline.screen.parts.field.EditAttempt;
import plumbline.screen.parts.field.QuantityText;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of one task, and what can be said anew. Nothing is changed of a task that is gone.
 */
final class TaskViewModel {
    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final Clock clock;

    TaskViewModel(Workspace desk, Messages words, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
    }

    TaskTree taskTree() {
        return desk.shownPlan().map(Plan::taskTree).orElse(TaskTree.EMPTY);
    }

    void withTask(UUID id, Consumer<Task> then) {
        taskTree().findTask(id).ifPresent(then);
    }

    void editTasks(String key, Task task, UnaryOperator<TaskTree> change) {
        desk.editPlan(
                EditName.of(key, task.title()), p -> p.withTaskTree(change.apply(p.taskTree())));
    }

    private void changeTask(String key, UUID id, Consumer<Task.Draft> change) {
        withTask(
                id,
                t ->
                        editTasks(
                                key,
                                t,
                                tree ->
                                        tree.withTask(
                                                tree.findTask(id)
                                                        .orElseThrow()
                                                        .withChanges(change))));
    }

    /**
     * @return a sentence where the title is too long to be kept
     */
    Optional<String> renameTask(UUID id, String title) {
        return EditAttempt.tryEdit(
                () -> changeTask("edit.task.renamed", id, d -> d.title = title.strip()), words);
    }

    /** Of a branch: of all its leaves, but for those suspended. */
    void setState(UUID id, TaskState state) {
        withTask(
                id,
                t ->
                        editTasks(
                                "edit.task.state",
                                t,
                                tree -> {
                                    TaskTree next = tree;
                                    int index = tree.indexOf(id);
                                    int end = tree.endOfBranch(index);
                                    for (int i = index; i < end; i++) {
                                        boolean rests =
                                                i != index
                                                        && tree.tasksInOrder().get(i).state()
                                                                == TaskState.SUSPENDED;
                                        if (tree.isLeaf(i) && !rests)
                                            next =
                                                    next.withTask(
                                                            tree.tasksInOrder()
                                                                    .get(i)
                                                                    .withChanges(
                                                                            d -> d.state = state));
                                    }
                                    return next;
                                }));
    }

    void setKind(UUID id, TaskKind kind) {
        changeTask("edit.task.changed", id, d -> d.kind = kind);
    }

    void setDueDay(UUID id, Optional<LocalDate> due) {
        changeTask("edit.task.changed", id, d -> d.dueDay = due);
    }

    void setNote(UUID id, String note) {
        changeTask("edit.task.changed", id, d -> d.note = note.strip());
    }

    /** What is written beside a task; empty if the task is gone. */
    Optional<String> findNote(UUID id) {
        return taskTree().findTask(id).map(Task::note);
    }

    List<String> ownerNames() {
        return DepartmentNames.departmentNames(desk);
    }

    /** The name of a task's owner, empty where there is none; nothing if the task is gone. */
    Optional<String> findOwnerName(UUID id) {
        return taskTree()
                .findTask(id)
                .map(t -> DepartmentNames.departmentName(desk, t.ownerDepartment()));
    }

    /**
     * The department of that name; one that is new is added to the plan, an empty name takes the
     * owner away.
     *
     * @return a sentence where the name is too long
     */
    Optional<String> setOwner(UUID id, String name) {
        return EditAttempt.tryEdit(
                () ->
                        withTask(
                                id,
                                t ->
                                        desk.editPlan(
                                                EditName.of("edit.task.changed", t.title()),
                                                plan ->
                                                        DepartmentNames.withDepartmentNamed(
                                                                name,
                                                                plan,
                                                                (p, owner) ->
                                                                        p.withTaskTree(
                                                                                p.taskTree()
                                                                                        .withTask(
                                                                                                t
                                                                                                        .withChanges(
                                                                                                                d ->
                                                                                                                        d.ownerDepartment =
                                                                                                                                owner)))))),
                words);
    }

    /**
     * Adds a dated note.
     *
     * @param quantity name, value and unit; an empty name means none
     * @return a sentence where it is refused; then nothing is added
     */
    Optional<String> addEntry(
            UUID id, LocalDate on, String text, String quantity, String value, String unit) {
        QuantityText told = new QuantityText(quantity, value, unit, "", "");
        return EditAttempt.tryEdit(
                () -> {
                    if (text.isBlank() && told.isBlankText())
                        throw new Problem("tasks.entry.empty");
                    List<Quantity> quantities =
                            told.isBlankText() ? List.of() : List.of(told.parseQuantity());
                    TaskEntry entry =
                            new TaskEntry(UUID.randomUUID(), on, text.strip(), quantities);
                    changeTask(
                            "edit.task.entry",
                            id,
                            d ->
                                    d.entries =
                                            Stream.concat(d.entries.stream(), Stream.of(entry))
                                                    .toList());
                },
                words);
    }

    void removeEntry(UUID id, UUID entry) {
        changeTask(
                "edit.task.entry.removed",
                id,
                d -> d.entries = d.entries.stream().filter(e -> !e.id().equals(entry)).toList());
    }

    /** An entry as it is read: date, text, quantities. */
    String entryText(TaskEntry entry) {
        String quantities =
                entry.quantities().stream()
                        .map(wording::quantityText)
                        .collect(Collectors.joining(words.sentence("wording.sentences")));
        String text =
                entry.noteText().isEmpty() || quantities.isEmpty()
                        ? entry.noteText() + quantities
                        : entry.noteText() + "\n" + quantities;
        return wording.formatDate(entry.day()) + "  " + text;
    }

    String constantName(Enum<?> constant) {
        return words.nameOf(constant);
    }

    /** What the date of a new note is suggested to be. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
