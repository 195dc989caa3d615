package plumbline.plan.merge;

import plumbline.plan.Task;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** What can be said of a task, apart from where it stands and its progress notes. */
public enum TaskField {
    TITLE(Task::title, (d, t) -> d.title = t.title()),
    KIND(Task::kind, (d, t) -> d.kind = t.kind()),
    STATE(Task::state, (d, t) -> d.state = t.state()),
    OWNER(Task::owner, (d, t) -> d.owner = t.owner()),
    DUE(Task::due, (d, t) -> d.due = t.due()),
    NOTE(Task::note, (d, t) -> d.note = t.note());

    private final Function<Task, Object> of;
    private final BiConsumer<Task.Draft, Task> put;

    TaskField(Function<Task, Object> of, BiConsumer<Task.Draft, Task> put) {
        this.of = of;
        this.put = put;
    }

    /** What a task says of it: a text, a constant or an optional. */
    public Object of(Task task) {
        return of.apply(task);
    }

    /** The task as it is, but in this as the other. */
    Task take(Task into, Task from) {
        return into.change(d -> put.accept(d, from));
    }
}
