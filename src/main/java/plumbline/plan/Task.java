package plumbline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * 任务: one line of the task tree. The tree is the list in reading order with a level on each line.
 *
 * @param level 0 for the top; at most one more than the line before
 * @param state what was said of a leaf; a branch follows its leaves
 */
public record Task(
        UUID id,
        int level,
        TaskKind kind,
        String title,
        TaskState state,
        Optional<UUID> ownerDepartment,
        Optional<LocalDate> dueDay,
        List<UUID> indicatorIds,
        List<TaskEntry> entries,
        String note) {
    public Task {
        title = VisibleText.onOneLine(title);
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(state);
        if (title.isBlank()) throw new IllegalArgumentException("a task needs a title");
        Lengths.requireAtMost(title, Lengths.NAME);
        if (level < 0) throw new IllegalArgumentException("level: " + level);
        indicatorIds = List.copyOf(indicatorIds);
        entries = List.copyOf(entries);
    }

    public static Task createTitled(UUID id, int level, TaskKind kind, String title) {
        Draft draft = new Draft(id);
        draft.level = level;
        draft.kind = kind;
        draft.title = title;
        return draft.build();
    }

    /** A copy with the changes made to its draft. */
    public Task withChanges(Consumer<Draft> changes) {
        Draft draft = new Draft(this);
        changes.accept(draft);
        return draft.build();
    }

    /** The fields of a task, open for change while a copy is made. */
    public static final class Draft {
        private final UUID id;
        public int level;
        public TaskKind kind = TaskKind.ITEM;
        public String title = "";
        public TaskState state = TaskState.NOT_STARTED;
        public Optional<UUID> ownerDepartment = Optional.empty();
        public Optional<LocalDate> dueDay = Optional.empty();
        public List<UUID> indicatorIds = List.of();
        public List<TaskEntry> entries = List.of();
        public String note = "";

        public Draft(UUID id) {
            this.id = id;
        }

        private Draft(Task from) {
            this(from.id);
            level = from.level;
            kind = from.kind;
            title = from.title;
            state = from.state;
            ownerDepartment = from.ownerDepartment;
            dueDay = from.dueDay;
            indicatorIds = from.indicatorIds;
            entries = from.entries;
            note = from.note;
        }

        /**
         * @throws IllegalArgumentException if the fields do not make a task
         */
        public Task build() {
            return new Task(
                    id,
                    level,
                    kind,
                    title,
                    state,
                    ownerDepartment,
                    dueDay,
                    indicatorIds,
                    entries,
                    note);
        }
    }
}
