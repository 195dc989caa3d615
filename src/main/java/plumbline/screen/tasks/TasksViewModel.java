package plumbline.screen.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.plan.Department;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Snapshot;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.TooLong;
import plumbline.screen.parts.Attempt;
import plumbline.screen.parts.Following;
import plumbline.screen.parts.QuantityText;
import plumbline.screen.parts.Seen;
import plumbline.words.EditName;
import plumbline.words.Problem;
import plumbline.words.SafeText;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The task tree as rows, filtered and folded, and what can be done to a task. */
public final class TasksViewModel {

    /** @param state of a branch what its leaves make of it */
    record Row(Task task, boolean leaf, boolean folded, TaskState state, TaskTree.Done progress, String owner, String due, boolean overdue) {
        UUID id() {
            return task.id();
        }
    }

    /** What must hold for a task to be shown; its ancestors are shown with it. */
    record Filter(Optional<TaskState> state, Optional<String> owner, boolean overdue, String text) {
        static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), false, "");
    }

    private final Clock clock;
    private final Desk desk;
    private final Dialogs dialogs;
    private final Words words;
    private final Wording wording;
    private final Set<UUID> folded = new HashSet<>();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final Following seen;

    public TasksViewModel(Desk desk, Dialogs dialogs, Words words, Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.dialogs = dialogs;
        this.words = words;
        this.wording = new Wording(words);
        this.seen = new Following(this::compute, desk.standing(), filter);
    }

    /** Follows the desk only while it is seen. */
    Seen seen() {
        return seen;
    }

    void close() {
        seen.close();
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    ReadOnlyObjectProperty<Optional<Snapshot>> frozen() {
        return desk.frozen();
    }

    ObjectProperty<Filter> filter() {
        return filter;
    }

    ObjectProperty<Optional<UUID>> selected() {
        return desk.task();
    }

    private TaskTree tree() {
        return desk.plan().map(Plan::tasks).orElse(TaskTree.EMPTY);
    }

    private void compute() {
        TaskTree tree = tree();
        LocalDate at = desk.evaluationDate().orElse(LocalDate.MAX);
        List<Row> next = new ArrayList<>();
        boolean all = filter.get().equals(Filter.NONE);
        int hiddenBelow = Integer.MAX_VALUE;
        for (int i = 0; i < tree.lines().size(); i++) {
            Task task = tree.lines().get(i);
            if (task.level() > hiddenBelow) continue;
            hiddenBelow = Integer.MAX_VALUE;
            if (!all && !anyShown(tree, i, at)) continue;
            boolean fold = all && folded.contains(task.id()) && !tree.leaf(i);
            if (fold) hiddenBelow = task.level();
            next.add(row(tree, i, fold, at));
        }
        rows.set(List.copyOf(next));
    }

    private boolean anyShown(TaskTree tree, int index, LocalDate at) {
        int end = tree.endOf(index);
        for (int i = index; i < end; i++) if (passes(row(tree, i, false, at))) return true;
        return false;
    }

    private boolean passes(Row row) {
        Filter f = filter.get();
        return f.state.map(s -> row.leaf && row.state == s).orElse(true) && f.owner.map(o -> row.owner.equals(o)).orElse(true)
                && (!f.overdue || row.overdue) && row.task.title().toLowerCase(words.locale()).contains(f.text.strip().toLowerCase(words.locale()));
    }

    private Row row(TaskTree tree, int index, boolean fold, LocalDate at) {
        Task task = tree.lines().get(index);
        TaskState state = tree.state(index);
        boolean open = state != TaskState.DONE && state != TaskState.SUSPENDED;
        return new Row(task, tree.leaf(index), fold, state, tree.progress(index), owner(task), task.due().map(wording::date).orElse(""),
                open && task.due().map(d -> d.isBefore(at)).orElse(false));
    }

    private String owner(Task task) {
        return desk.plan().flatMap(p -> task.owner().flatMap(p::department)).map(Department::name).orElse("");
    }

    List<String> owners() {
        return desk.plan().map(p -> p.departments().stream().map(Department::name).toList()).orElse(List.of());
    }

    Optional<Row> row(UUID id) {
        int index = tree().indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(row(tree(), index, false, desk.evaluationDate().orElse(LocalDate.MAX)));
    }

    void fold(UUID id, boolean closed) {
        if (closed) folded.add(id);
        else folded.remove(id);
        compute();
    }

    private void edit(String key, Task task, UnaryOperator<TaskTree> change) {
        desk.edit(EditName.of(key, task.title()), p -> p.with(change.apply(p.tasks())));
    }

    private void with(UUID id, Consumer<Task> then) {
        tree().find(id).ifPresent(then);
    }

    /** A new task after the given one and all below it, on the same level; at the end where none is given. */
    UUID addAfter(Optional<UUID> after) {
        Optional<Task> sibling = after.flatMap(tree()::find);
        Task added = Task.titled(UUID.randomUUID(), sibling.map(Task::level).orElse(0), sibling.map(Task::kind).orElse(TaskKind.KEY_TASK),
                words.say("tasks.new"));
        edit("edit.task.added", added, t -> t.add(after, added));
        desk.task().set(Optional.of(added.id()));
        return added.id();
    }

    UUID addUnder(UUID parent) {
        int level = tree().find(parent).map(Task::level).orElse(-1) + 1;
        Task added = Task.titled(UUID.randomUUID(), level, level == 1 ? TaskKind.MEASURE : TaskKind.ITEM, words.say("tasks.new"));
        folded.remove(parent);
        edit("edit.task.added", added, t -> t.addUnder(parent, added));
        desk.task().set(Optional.of(added.id()));
        return added.id();
    }

    /** An empty title is not taken, nor one that is too long to be kept. */
    void rename(UUID id, String title) {
        if (title.isBlank()) return;
        Attempt.of(() -> change("edit.task.renamed", id, d -> d.title = title.strip()), words).ifPresent(dialogs::tell);
    }

    void indent(UUID id) {
        with(id, t -> edit("edit.task.indented", t, tree -> tree.indent(id)));
    }

    void outdent(UUID id) {
        with(id, t -> edit("edit.task.outdented", t, tree -> tree.outdent(id)));
    }

    void move(UUID id, int by) {
        with(id, t -> edit("edit.task.moved", t, tree -> by < 0 ? tree.moveUp(id) : tree.moveDown(id)));
    }

    void delete(UUID id) {
        with(id, t -> {
            int index = tree().indexOf(id);
            int below = tree().endOf(index) - index - 1;
            boolean plain = desk.readOnly() || below == 0 && t.entries().isEmpty();
            if (plain || dialogs.confirm(words.say("tasks.delete.ask", t.title(), below), words.say("tasks.delete"))) {
                desk.edit(EditName.of("edit.task.deleted", t.title()), p -> p.without(t));
            }
        });
    }

    /** Done, or open again. Of a branch: all its leaves, but for those suspended. */
    void tick(UUID id) {
        row(id).ifPresent(row -> {
            TaskState next = row.state == TaskState.DONE ? TaskState.UNDERWAY : TaskState.DONE;
            state(id, next);
        });
    }

    void state(UUID id, TaskState state) {
        with(id, t -> edit("edit.task.state", t, tree -> {
            TaskTree next = tree;
            int index = tree.indexOf(id);
            int end = tree.endOf(index);
            for (int i = index; i < end; i++) {
                boolean rests = i != index && tree.lines().get(i).state() == TaskState.SUSPENDED;
                if (tree.leaf(i) && !rests) next = next.with(tree.lines().get(i).change(d -> d.state = state));
            }
            return next;
        }));
    }

    void kind(UUID id, TaskKind kind) {
        change("edit.task.changed", id, d -> d.kind = kind);
    }

    void due(UUID id, Optional<LocalDate> due) {
        change("edit.task.changed", id, d -> d.due = due);
    }

    void note(UUID id, String note) {
        change("edit.task.changed", id, d -> d.note = note.strip());
    }

    /** What is written beside a task; empty if the task is gone. */
    Optional<String> note(UUID id) {
        return tree().find(id).map(Task::note);
    }

    private void change(String key, UUID id, Consumer<Task.Draft> change) {
        with(id, t -> edit(key, t, tree -> tree.with(tree.find(id).orElseThrow().change(change))));
    }

    /** The name of a task's owner, empty where there is none; nothing if the task is gone. */
    Optional<String> owner(UUID id) {
        return tree().find(id).map(this::owner);
    }

    /**
     * The department of that name; one that is new is added to the plan, an empty name takes the owner away.
     *
     * @return a sentence where the name is too long
     */
    Optional<String> owner(UUID id, String name) {
        String wanted = name.strip();
        return Attempt.of(() -> with(id, t -> desk.edit(EditName.of("edit.task.changed", t.title()), p -> {
            Plan next = wanted.isEmpty() ? p : p.withDepartment(wanted);
            Optional<UUID> owner = next.department(wanted).map(Department::id);
            return next.with(next.tasks().with(next.tasks().find(id).orElseThrow().change(d -> d.owner = owner)));
        })), words);
    }

    /**
     * Adds a dated note.
     *
     * @param quantity name, value and unit; an empty name means none
     * @return a sentence where it is refused; then nothing is added
     */
    Optional<String> addEntry(UUID id, LocalDate on, String text, String quantity, String value, String unit) {
        QuantityText told = new QuantityText(quantity, value, unit, "", "");
        if (text.isBlank() && told.blank()) return Optional.of(words.say("tasks.entry.empty"));
        try {
            List<Quantity> quantities = told.blank() ? List.of() : List.of(told.read());
            TaskEntry entry = new TaskEntry(UUID.randomUUID(), on, text.strip(), quantities);
            change("edit.task.entry", id, d -> {
                List<TaskEntry> entries = new ArrayList<>(d.entries);
                entries.add(entry);
                d.entries = entries;
            });
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(words.say(problem));
        } catch (TooLong refused) {
            return Optional.of(words.say(Problem.of(refused)));
        }
    }

    void removeEntry(UUID id, UUID entry) {
        change("edit.task.entry.removed", id, d -> d.entries = d.entries.stream().filter(e -> !e.id().equals(entry)).toList());
    }

    /** An entry as it is read: date, text, quantities. */
    String entry(TaskEntry entry) {
        String quantities = entry.quantities().stream().map(wording::quantity).collect(Collectors.joining(words.say("wording.sentences")));
        String text = entry.text().isEmpty() || quantities.isEmpty() ? entry.text() + quantities : entry.text() + "\n" + quantities;
        return wording.date(entry.on()) + "  " + text;
    }

    /** What is shown, as lines and tabs for a spreadsheet. */
    String copy() {
        return rows.get().stream().map(r -> SafeText.cell("  ".repeat(r.task.level()) + r.task.title()) + "\t" + words.say(r.task.kind()) + "\t" + words.say(r.state) + "\t"
                + SafeText.cell(r.owner) + "\t" + r.due + "\t" + r.progress.done() + "/" + r.progress.leaves()).collect(Collectors.joining("\n"));
    }

    String word(Enum<?> constant) {
        return words.say(constant);
    }

    /** What the date of a new note is suggested to be. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
