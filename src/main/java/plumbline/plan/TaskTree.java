package plumbline.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The tasks in reading order; each line's level says under which it stands. */
public record TaskTree(List<Task> lines) {
    public static final TaskTree EMPTY = new TaskTree(List.of());

    /**
     * Leaves done and leaves in all, suspended ones not counted; suspended alone makes {@code
     * leaves} 0.
     */
    public record Done(int done, int leaves) {}

    public TaskTree {
        lines = List.copyOf(lines);
        int before = -1;
        for (Task line : lines) {
            if (line.level() > before + 1)
                throw new IllegalArgumentException("a level is left out before: " + line.title());
            before = line.level();
        }
        if (lines.stream().map(Task::id).distinct().count() != lines.size())
            throw new IllegalArgumentException("a task stands twice");
    }

    public Optional<Task> find(UUID id) {
        return lines.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public int indexOf(UUID id) {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).id().equals(id)) return i;
        return -1;
    }

    /** The line after the last one below {@code index}. */
    public int endOf(int index) {
        int end = index + 1;
        while (end < lines.size() && lines.get(end).level() > lines.get(index).level()) end++;
        return end;
    }

    public boolean leaf(int index) {
        return index + 1 == lines.size()
                || lines.get(index + 1).level() <= lines.get(index).level();
    }

    public Optional<Task> parentOf(int index) {
        int level = lines.get(index).level();
        for (int i = index - 1; i >= 0; i--)
            if (lines.get(i).level() < level) return Optional.of(lines.get(i));
        return Optional.empty();
    }

    public Done progress(int index) {
        int done = 0;
        int leaves = 0;
        int end = endOf(index);
        for (int i = index; i < end; i++) {
            if (!leaf(i) || lines.get(i).state() == TaskState.SUSPENDED) continue;
            leaves++;
            if (lines.get(i).state() == TaskState.DONE) done++;
        }
        return new Done(done, leaves);
    }

    /** A leaf's own state; of a branch what its leaves make of it. */
    public TaskState state(int index) {
        if (leaf(index)) return lines.get(index).state();
        Done progress = progress(index);
        if (progress.leaves == 0) return TaskState.SUSPENDED;
        if (progress.done == progress.leaves) return TaskState.DONE;
        return anyBegun(index) ? TaskState.UNDERWAY : TaskState.NOT_STARTED;
    }

    private boolean anyBegun(int index) {
        return IntStream.range(index, endOf(index))
                .filter(this::leaf)
                .mapToObj(i -> lines.get(i).state())
                .anyMatch(s -> s == TaskState.DONE || s == TaskState.UNDERWAY);
    }

    /**
     * Tasks not yet done whose due day is before the given one; of a branch its own day, and what
     * its leaves make of it.
     */
    public List<Task> overdue(LocalDate day) {
        return open().stream().filter(t -> t.due().orElseThrow().isBefore(day)).toList();
    }

    /** Tasks not yet done that fall due from the first day to the second, both included. */
    public List<Task> due(LocalDate from, LocalDate to) {
        return open().stream()
                .filter(
                        t ->
                                !t.due().orElseThrow().isBefore(from)
                                        && !t.due().orElseThrow().isAfter(to))
                .toList();
    }

    private List<Task> open() {
        List<Task> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Task task = lines.get(i);
            if (task.due().isPresent() && !closed(state(i))) open.add(task);
        }
        return open;
    }

    private static boolean closed(TaskState state) {
        return state == TaskState.DONE || state == TaskState.SUSPENDED;
    }

    public TaskTree with(Task changed) {
        return new TaskTree(
                lines.stream().map(t -> t.id().equals(changed.id()) ? changed : t).toList());
    }

    /** The new line after everything below {@code after}, or last where that is empty. */
    public TaskTree add(Optional<UUID> after, Task added) {
        int index =
                after.map(this::indexOf).filter(i -> i >= 0).map(this::endOf).orElse(lines.size());
        return insert(index, List.of(added));
    }

    /** The new line as the first child. */
    public TaskTree addUnder(UUID parent, Task added) {
        return insert(indexOf(parent) + 1, List.of(added));
    }

    /** Without the line and everything below it. */
    public TaskTree remove(UUID id) {
        int index = indexOf(id);
        return index < 0 ? this : cut(index);
    }

    /**
     * One level deeper with everything below; unchanged where there is no line before to stand
     * under.
     */
    public TaskTree indent(UUID id) {
        int index = indexOf(id);
        if (index <= 0 || lines.get(index - 1).level() < lines.get(index).level()) return this;
        return shift(index, 1);
    }

    /** One level up with everything below; the following siblings stay where they are read. */
    public TaskTree outdent(UUID id) {
        int index = indexOf(id);
        if (index < 0 || lines.get(index).level() == 0) return this;
        return shift(index, -1);
    }

    /** Before the sibling above; unchanged for the first. */
    public TaskTree moveUp(UUID id) {
        int index = indexOf(id);
        int above = siblingBefore(index);
        if (above < 0) return this;
        return cut(index).insert(above, lines.subList(index, endOf(index)));
    }

    /** After the sibling below; unchanged for the last. */
    public TaskTree moveDown(UUID id) {
        int index = indexOf(id);
        int below = index < 0 ? lines.size() : endOf(index);
        if (below >= lines.size() || lines.get(below).level() != lines.get(index).level())
            return this;
        return moveUp(lines.get(below).id());
    }

    private int siblingBefore(int index) {
        for (int i = index - 1; i >= 0 && lines.get(i).level() >= lines.get(index).level(); i--) {
            if (lines.get(i).level() == lines.get(index).level()) return i;
        }
        return -1;
    }

    private TaskTree shift(int index, int by) {
        List<Task> next = new ArrayList<>(lines);
        int end = endOf(index);
        for (int i = index; i < end; i++) next.set(i, next.get(i).change(d -> d.level += by));
        return new TaskTree(next);
    }

    private TaskTree cut(int index) {
        List<Task> next = new ArrayList<>(lines);
        next.subList(index, endOf(index)).clear();
        return new TaskTree(next);
    }

    private TaskTree insert(int index, List<Task> added) {
        List<Task> next = new ArrayList<>(lines);
        next.addAll(index, added);
        return new TaskTree(next);
    }
}
