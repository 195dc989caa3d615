package plumbline.plan.merge;

import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One thing that another plan says, beside what this one says of it. Each can be taken or left by
 * itself.
 */
public sealed interface MergeChange {

    /** How what is offered stands to what is here. */
    enum State {
        /** Nothing of the kind is here. */
        NEW,
        SAME,
        /** It says more, or says it more firmly, than what is here. */
        CHANGED,
        /** Both say something, and not the same. */
        CONFLICT
    }

    State state();

    /** What the offer is about: an indicator, part, task, problem or countermeasure. */
    UUID subject();

    /** The plan with it taken. Nothing happens where what it hangs on is no longer here. */
    Plan take(Plan into);

    /** An indicator with everything that belongs to it. */
    record NewIndicator(Indicator theirs, IndicatorGroup group) implements MergeChange {
        @Override
        public State state() {
            return State.NEW;
        }

        @Override
        public UUID subject() {
            return theirs.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.with(into.group(group.id()).orElse(group))
                    .with(theirs)
                    .change(
                            d -> {
                                d.periods = new ArrayList<>(into.periods());
                                theirs.observations().forEach(o -> d.periods.add(o.period()));
                                theirs.parts()
                                        .forEach(
                                                p ->
                                                        p.observations()
                                                                .forEach(
                                                                        o ->
                                                                                d.periods.add(
                                                                                        o
                                                                                                .period())));
                            });
        }
    }

    /** What an indicator that is here is said to be. */
    record Changed(Indicator mine, Indicator theirs, IndicatorField aspect, State state)
            implements MergeChange {
        @Override
        public UUID subject() {
            return mine.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.indicator(mine.id())
                    .map(i -> into.with(aspect.take(i, theirs)))
                    .orElse(into);
        }
    }

    /** A part with its figures. */
    record NewPart(Indicator mine, Part theirs) implements MergeChange {
        @Override
        public State state() {
            return State.NEW;
        }

        @Override
        public UUID subject() {
            return theirs.id();
        }

        @Override
        public Plan take(Plan into) {
            Optional<Indicator> owner = into.indicator(mine.id());
            if (owner.isEmpty()) return into;
            return into.with(owner.get().with(theirs))
                    .change(
                            d -> {
                                d.periods = new ArrayList<>(into.periods());
                                theirs.observations().forEach(o -> d.periods.add(o.period()));
                            });
        }
    }

    /** The targets of a part that is here. */
    record PartTargets(Indicator owner, Part mine, Part theirs, State state)
            implements MergeChange {
        @Override
        public UUID subject() {
            return mine.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.line(mine.id()).isEmpty()
                    ? into
                    : into.changeLine(mine.id(), i -> i.change(d -> d.course = theirs.course()));
        }
    }

    /**
     * A figure of an indicator or part that is here.
     *
     * @param owner the indicator, or the one the part belongs to
     * @param line the indicator, or the part seen as one
     */
    record Figure(
            Indicator owner,
            Indicator line,
            Optional<Observation> mine,
            Observation theirs,
            State state)
            implements MergeChange {
        @Override
        public UUID subject() {
            return line.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.line(line.id()).isEmpty() ? into : into.record(line.id(), theirs);
        }

        static State of(Optional<Observation> mine, Observation theirs) {
            if (mine.isEmpty()) return State.NEW;
            Observation here = mine.get();
            if (same(here, theirs))
                return here.source().typed() && !theirs.source().typed()
                        ? State.CHANGED
                        : State.SAME;
            return firmness(theirs) > firmness(here) ? State.CHANGED : State.CONFLICT;
        }

        private static boolean same(Observation a, Observation b) {
            return a.months() == b.months()
                    && a.status() == b.status()
                    && same(a.reading(), b.reading());
        }

        private static boolean same(Reading a, Reading b) {
            if (a.value().isEmpty() || b.value().isEmpty()) return a.equals(b);
            return a.value().get().compareTo(b.value().get()) == 0;
        }

        /** A missing figure says least, one that is final most. */
        private static int firmness(Observation o) {
            if (o.reading().value().isEmpty()) return 0;
            return o.status() == Status.ACTUAL ? 2 : 1;
        }
    }

    /**
     * A task that is not here, without what stands under it.
     *
     * @param above the tasks it stands under, from the top; those that are not here come with it
     */
    record NewTask(Task theirs, List<Task> above) implements MergeChange {
        public NewTask {
            above = List.copyOf(above);
        }

        @Override
        public State state() {
            return State.NEW;
        }

        @Override
        public UUID subject() {
            return theirs.id();
        }

        @Override
        public Plan take(Plan into) {
            Plan next = into;
            List<Task> path = new ArrayList<>(above);
            path.add(theirs);
            for (int i = 0; i < path.size(); i++) {
                if (next.tasks().find(path.get(i).id()).isPresent()) continue;
                next =
                        next.with(
                                added(
                                        next,
                                        path.get(i),
                                        i == 0
                                                ? Optional.empty()
                                                : Optional.of(path.get(i - 1).id())));
            }
            return next;
        }

        /** After everything that stands under the same task already. */
        private static TaskTree added(Plan into, Task task, Optional<UUID> parent) {
            TaskTree tree = into.tasks();
            int level = parent.map(p -> tree.find(p).orElseThrow().level() + 1).orElse(0);
            return tree.add(
                    parent,
                    task.change(
                            d -> {
                                d.level = level;
                                d.indicators =
                                        d.indicators.stream()
                                                .filter(i -> into.indicator(i).isPresent())
                                                .toList();
                            }));
        }
    }

    /** What a task that is here is said to be. */
    record ChangedTask(Task mine, Task theirs, TaskField aspect, State state)
            implements MergeChange {
        @Override
        public UUID subject() {
            return mine.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.tasks()
                    .find(mine.id())
                    .map(t -> into.with(into.tasks().with(aspect.take(t, theirs))))
                    .orElse(into);
        }
    }

    /** A progress note of a task that is here. */
    record Entry(Task task, Optional<TaskEntry> mine, TaskEntry theirs) implements MergeChange {
        @Override
        public State state() {
            return mine.isEmpty()
                    ? State.NEW
                    : mine.get().equals(theirs) ? State.SAME : State.CONFLICT;
        }

        @Override
        public UUID subject() {
            return task.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.tasks()
                    .find(task.id())
                    .map(
                            t ->
                                    into.with(
                                            into.tasks()
                                                    .with(
                                                            t.change(
                                                                    d ->
                                                                            d.entries =
                                                                                    with(
                                                                                            t
                                                                                                    .entries(),
                                                                                            theirs,
                                                                                            e ->
                                                                                                    e.id().equals(
                                                                                                                    theirs
                                                                                                                            .id()))))))
                    .orElse(into);
        }
    }

    /** 问题. */
    record OfFinding(Optional<Finding> mine, Finding theirs) implements MergeChange {
        @Override
        public State state() {
            return mine.isEmpty()
                    ? State.NEW
                    : mine.get().equals(theirs) ? State.SAME : State.CONFLICT;
        }

        @Override
        public UUID subject() {
            return theirs.id();
        }

        @Override
        public Plan take(Plan into) {
            return into.with(
                    theirs.touching(
                            indicators(theirs.indicators(), into), tasks(theirs.tasks(), into)));
        }
    }

    /** 对策. */
    record OfCountermeasure(Optional<Countermeasure> mine, Countermeasure theirs)
            implements MergeChange {
        @Override
        public State state() {
            return mine.isEmpty()
                    ? State.NEW
                    : mine.get().equals(theirs) ? State.SAME : State.CONFLICT;
        }

        @Override
        public UUID subject() {
            return theirs.id();
        }

        @Override
        public Plan take(Plan into) {
            List<UUID> findings =
                    theirs.findings().stream()
                            .filter(f -> into.findings().stream().anyMatch(x -> x.id().equals(f)))
                            .toList();
            return into.with(
                    theirs.answering(findings)
                            .touching(
                                    indicators(theirs.indicators(), into),
                                    tasks(theirs.tasks(), into)));
        }
    }

    private static List<UUID> indicators(List<UUID> ids, Plan known) {
        return ids.stream().filter(i -> known.indicator(i).isPresent()).toList();
    }

    private static List<UUID> tasks(List<UUID> ids, Plan known) {
        return ids.stream().filter(i -> known.tasks().find(i).isPresent()).toList();
    }

    private static <T> List<T> with(List<T> items, T added, Predicate<T> same) {
        List<T> next = new ArrayList<>(items);
        next.replaceAll(i -> same.test(i) ? added : i);
        if (items.stream().noneMatch(same)) next.add(added);
        return next;
    }
}
