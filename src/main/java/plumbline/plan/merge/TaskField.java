package plumbline.plan.merge;

import plumbline.plan.Task;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** What can be said of a task, apart from where it stands and its progress notes. */
public enum TaskField {
    TITLE(Task::title, (d, t) -> d.title = t.title()),
    KIND(Task::kind, (d, t) -> d.kind = t.kind()),
    STATE(Task::state, (d, t) -> d.state = t.state()),
    OWNER(Task::ownerDepartment, (d, t) -> d.ownerDepartment = t.ownerDepartment()),
    DUE(Task::dueDay, (d, t) -> d.dueDay = t.dueDay()),
    NOTE(Task::note, (d, t) -> d.note = t.note());

    private final Function<Task, Object> reader;
    private final BiConsumer<Task.Draft, Task> copier;

    TaskField(Function<Task, Object> of, BiConsumer<Task.Draft, Task> put) {
        this.reader = of;
        this.copier = put;
    }

    /** What a task says of it: a text, a constant or an optional. */
    public Object readFrom(Task task) {
        return reader.apply(task);
    }

    /** The task as it is, but in this as the other. */
    Task copyInto(Task into, Task from) {
        return into.withChanges(d -> copier.accept(d, from));
    }
}
