package plumbline.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The tasks in reading order; each line's level says under which it stands. */
public record TaskTree(List<Task> tasksInOrder) {
    public static final TaskTree EMPTY = new TaskTree(List.of());

    /**
     * Leaves done and leaves in all, suspended ones not counted; suspended alone makes {@code
     * leaves} 0.
     */
    public record LeafProgress(int doneLeaves, int leafCount) {}

    public TaskTree {
        tasksInOrder = List.copyOf(tasksInOrder);
        int before = -1;
        for (Task line : tasksInOrder) {
            if (line.level() > before + 1)
                throw new IllegalArgumentException("a level is left out before: " + line.title());
            before = line.level();
        }
        if (tasksInOrder.stream().map(Task::id).distinct().count() != tasksInOrder.size())
            throw new IllegalArgumentException("a task stands twice");
    }

    public Optional<Task> findTask(UUID id) {
        return tasksInOrder.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public int indexOf(UUID id) {
        for (int i = 0; i < tasksInOrder.size(); i++)
            if (tasksInOrder.get(i).id().equals(id)) return i;
        return -1;
    }

    /** The line after the last one below {@code index}. */
    public int endOfBranch(int index) {
        int end = index + 1;
        while (end < tasksInOrder.size()
                && tasksInOrder.get(end).level() > tasksInOrder.get(index).level()) end++;
        return end;
    }

    public boolean isLeaf(int index) {
        return index + 1 == tasksInOrder.size()
                || tasksInOrder.get(index + 1).level() <= tasksInOrder.get(index).level();
    }

    public Optional<Task> findParent(int index) {
        int level = tasksInOrder.get(index).level();
        for (int i = index - 1; i >= 0; i--)
            if (tasksInOrder.get(i).level() < level) return Optional.of(tasksInOrder.get(i));
        return Optional.empty();
    }

    public LeafProgress leafProgressOf(int index) {
        int done = 0;
        int leaves = 0;
        int end = endOfBranch(index);
        for (int i = index; i < end; i++) {
            if (!isLeaf(i) || tasksInOrder.get(i).state() == TaskState.SUSPENDED) continue;
            leaves++;
            if (tasksInOrder.get(i).state() == TaskState.DONE) done++;
        }
        return new LeafProgress(done, leaves);
    }

    /** A leaf's own state; of a branch what its leaves make of it. */
    public TaskState stateOf(int index) {
        if (isLeaf(index)) return tasksInOrder.get(index).state();
        LeafProgress progress = leafProgressOf(index);
        if (progress.leafCount == 0) return TaskState.SUSPENDED;
        if (progress.doneLeaves == progress.leafCount) return TaskState.DONE;
        return hasBegunLeaf(index) ? TaskState.UNDERWAY : TaskState.NOT_STARTED;
    }

    private boolean hasBegunLeaf(int index) {
        return IntStream.range(index, endOfBranch(index))
                .filter(this::isLeaf)
                .mapToObj(i -> tasksInOrder.get(i).state())
                .anyMatch(s -> s == TaskState.DONE || s == TaskState.UNDERWAY);
    }

    /**
     * Tasks not yet done whose due day is before the given one; of a branch its own day, and what
     * its leaves make of it.
     */
    public List<Task> overdueTasks(LocalDate day) {
        return openTasks().stream().filter(t -> t.dueDay().orElseThrow().isBefore(day)).toList();
    }

    /** Tasks not yet done that fall due from the first day to the second, both included. */
    public List<Task> tasksDueBetween(LocalDate from, LocalDate to) {
        return openTasks().stream()
                .filter(
                        t ->
                                !t.dueDay().orElseThrow().isBefore(from)
                                        && !t.dueDay().orElseThrow().isAfter(to))
                .toList();
    }

    private List<Task> openTasks() {
        List<Task> open = new ArrayList<>();
        for (int i = 0; i < tasksInOrder.size(); i++) {
            Task task = tasksInOrder.get(i);
            if (task.dueDay().isPresent() && !isClosed(stateOf(i))) open.add(task);
        }
        return open;
    }

    private static boolean isClosed(TaskState state) {
        return state == TaskState.DONE || state == TaskState.SUSPENDED;
    }

    public TaskTree withTask(Task changed) {
        return new TaskTree(
                tasksInOrder.stream().map(t -> t.id().equals(changed.id()) ? changed : t).toList());
    }

    /** The new line after everything below {@code after}, or last where that is empty. */
    public TaskTree withTaskAfter(Optional<UUID> after, Task added) {
        int index =
                after.map(this::indexOf)
                        .filter(i -> i >= 0)
                        .map(this::endOfBranch)
                        .orElse(tasksInOrder.size());
        return withTasksInserted(index, List.of(added));
    }

    /** The new line as the first child. */
    public TaskTree withTaskUnder(UUID parent, Task added) {
        return withTasksInserted(indexOf(parent) + 1, List.of(added));
    }

    /** Without the line and everything below it. */
    public TaskTree withoutTask(UUID id) {
        int index = indexOf(id);
        return index < 0 ? this : withoutBranch(index);
    }

    /**
     * One level deeper with everything below; unchanged where there is no line before to stand
     * under.
     */
    public TaskTree withTaskIndented(UUID id) {
        int index = indexOf(id);
        if (index <= 0 || tasksInOrder.get(index - 1).level() < tasksInOrder.get(index).level())
            return this;
        return withLevelShifted(index, 1);
    }

    /** One level up with everything below; the following siblings stay where they are read. */
    public TaskTree withTaskOutdented(UUID id) {
        int index = indexOf(id);
        if (index < 0 || tasksInOrder.get(index).level() == 0) return this;
        return withLevelShifted(index, -1);
    }

    /** Before the sibling above; unchanged for the first. */
    public TaskTree withTaskMovedUp(UUID id) {
        int index = indexOf(id);
        int above = indexOfSiblingBefore(index);
        if (above < 0) return this;
        return withoutBranch(index)
                .withTasksInserted(above, tasksInOrder.subList(index, endOfBranch(index)));
    }

    /** After the sibling below; unchanged for the last. */
    public TaskTree withTaskMovedDown(UUID id) {
        int index = indexOf(id);
        int below = index < 0 ? tasksInOrder.size() : endOfBranch(index);
        if (below >= tasksInOrder.size()
                || tasksInOrder.get(below).level() != tasksInOrder.get(index).level()) return this;
        return withTaskMovedUp(tasksInOrder.get(below).id());
    }

    private int indexOfSiblingBefore(int index) {
        for (int i = index - 1;
                i >= 0 && tasksInOrder.get(i).level() >= tasksInOrder.get(index).level();
                i--) {
            if (tasksInOrder.get(i).level() == tasksInOrder.get(index).level()) return i;
        }
        return -1;
    }

    private TaskTree withLevelShifted(int index, int by) {
        List<Task> next = new ArrayList<>(tasksInOrder);
        int end = endOfBranch(index);
        for (int i = index; i < end; i++) next.set(i, next.get(i).withChanges(d -> d.level += by));
        return new TaskTree(next);
    }

    private TaskTree withoutBranch(int index) {
        List<Task> next = new ArrayList<>(tasksInOrder);
        next.subList(index, endOfBranch(index)).clear();
        return new TaskTree(next);
    }

    private TaskTree withTasksInserted(int index, List<Task> added) {
        List<Task> next = new ArrayList<>(tasksInOrder);
        next.addAll(index, added);
        return new TaskTree(next);
    }
}
