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
    enum MergeState {
        /** Nothing of the kind is here. */
        NEW,
        SAME,
        /** It says more, or says it more firmly, than what is here. */
        CHANGED,
        /** Both say something, and not the same. */
        CONFLICT
    }

    MergeState state();

    /** What the offer is about: an indicator, part, task, problem or countermeasure. */
    UUID subjectId();

    /** The plan with it taken. Nothing happens where what it hangs on is no longer here. */
    Plan applyTo(Plan into);

    /** An indicator with everything that belongs to it. */
    record NewIndicator(Indicator theirs, IndicatorGroup group) implements MergeChange {
        @Override
        public MergeState state() {
            return MergeState.NEW;
        }

        @Override
        public UUID subjectId() {
            return theirs.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.withGroup(into.findGroup(group.id()).orElse(group))
                    .withIndicator(theirs)
                    .withChanges(
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
    record ChangedIndicator(
            Indicator mine, Indicator theirs, IndicatorField field, MergeState state)
            implements MergeChange {
        @Override
        public UUID subjectId() {
            return mine.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.findIndicator(mine.id())
                    .map(i -> into.withIndicator(field.copyInto(i, theirs)))
                    .orElse(into);
        }
    }

    /** A part with its figures. */
    record NewPart(Indicator mine, Part theirs) implements MergeChange {
        @Override
        public MergeState state() {
            return MergeState.NEW;
        }

        @Override
        public UUID subjectId() {
            return theirs.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            Optional<Indicator> owner = into.findIndicator(mine.id());
            if (owner.isEmpty()) return into;
            return into.withIndicator(owner.get().withPart(theirs))
                    .withChanges(
                            d -> {
                                d.periods = new ArrayList<>(into.periods());
                                theirs.observations().forEach(o -> d.periods.add(o.period()));
                            });
        }
    }

    /** The targets of a part that is here. */
    record ChangedPartTargets(Indicator owner, Part mine, Part theirs, MergeState state)
            implements MergeChange {
        @Override
        public UUID subjectId() {
            return mine.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.findIndicatorOrPart(mine.id()).isEmpty()
                    ? into
                    : into.withChangedIndicatorOrPart(
                            mine.id(), i -> i.withChanges(d -> d.course = theirs.course()));
        }
    }

    /**
     * A figure of an indicator or part that is here.
     *
     * @param owner the indicator, or the one the part belongs to
     * @param indicatorOrPart the indicator, or the part seen as one
     */
    record OfferedFigure(
            Indicator owner,
            Indicator indicatorOrPart,
            Optional<Observation> mine,
            Observation theirs,
            MergeState state)
            implements MergeChange {
        @Override
        public UUID subjectId() {
            return indicatorOrPart.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.findIndicatorOrPart(indicatorOrPart.id()).isEmpty()
                    ? into
                    : into.withObservation(indicatorOrPart.id(), theirs);
        }

        static MergeState compareFigures(Optional<Observation> mine, Observation theirs) {
            if (mine.isEmpty()) return MergeState.NEW;
            Observation here = mine.get();
            if (isSameFigure(here, theirs))
                return here.source().isTyped() && !theirs.source().isTyped()
                        ? MergeState.CHANGED
                        : MergeState.SAME;
            return firmnessOf(theirs) > firmnessOf(here) ? MergeState.CHANGED : MergeState.CONFLICT;
        }

        private static boolean isSameFigure(Observation a, Observation b) {
            return a.monthsCovered() == b.monthsCovered()
                    && a.status() == b.status()
                    && isSameReading(a.reading(), b.reading());
        }

        private static boolean isSameReading(Reading a, Reading b) {
            if (a.findAmount().isEmpty() || b.findAmount().isEmpty()) return a.equals(b);
            return a.findAmount().get().compareTo(b.findAmount().get()) == 0;
        }

        /** A missing figure says least, one that is final most. */
        private static int firmnessOf(Observation o) {
            if (o.reading().findAmount().isEmpty()) return 0;
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
        public MergeState state() {
            return MergeState.NEW;
        }

        @Override
        public UUID subjectId() {
            return theirs.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            Plan next = into;
            List<Task> path = new ArrayList<>(above);
            path.add(theirs);
            for (int i = 0; i < path.size(); i++) {
                if (next.taskTree().findTask(path.get(i).id()).isPresent()) continue;
                next =
                        next.withTaskTree(
                                treeWithTask(
                                        next,
                                        path.get(i),
                                        i == 0
                                                ? Optional.empty()
                                                : Optional.of(path.get(i - 1).id())));
            }
            return next;
        }

        /** After everything that stands under the same task already. */
        private static TaskTree treeWithTask(Plan into, Task task, Optional<UUID> parent) {
            TaskTree tree = into.taskTree();
            int level = parent.map(p -> tree.findTask(p).orElseThrow().level() + 1).orElse(0);
            return tree.withTaskAfter(
                    parent,
                    task.withChanges(
                            d -> {
                                d.level = level;
                                d.indicatorIds =
                                        d.indicatorIds.stream()
                                                .filter(i -> into.findIndicator(i).isPresent())
                                                .toList();
                            }));
        }
    }

    /** What a task that is here is said to be. */
    record ChangedTask(Task mine, Task theirs, TaskField field, MergeState state)
            implements MergeChange {
        @Override
        public UUID subjectId() {
            return mine.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.taskTree()
                    .findTask(mine.id())
                    .map(
                            t ->
                                    into.withTaskTree(
                                            into.taskTree().withTask(field.copyInto(t, theirs))))
                    .orElse(into);
        }
    }

    /** A progress note of a task that is here. */
    record OfferedTaskEntry(Task task, Optional<TaskEntry> mine, TaskEntry theirs)
            implements MergeChange {
        @Override
        public MergeState state() {
            return mine.isEmpty()
                    ? MergeState.NEW
                    : mine.get().equals(theirs) ? MergeState.SAME : MergeState.CONFLICT;
        }

        @Override
        public UUID subjectId() {
            return task.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.taskTree()
                    .findTask(task.id())
                    .map(
                            t ->
                                    into.withTaskTree(
                                            into.taskTree()
                                                    .withTask(
                                                            t.withChanges(
                                                                    d ->
                                                                            d.entries =
                                                                                    replaceOrAppend(
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
    record OfferedFinding(Optional<Finding> mine, Finding theirs) implements MergeChange {
        @Override
        public MergeState state() {
            return mine.isEmpty()
                    ? MergeState.NEW
                    : mine.get().equals(theirs) ? MergeState.SAME : MergeState.CONFLICT;
        }

        @Override
        public UUID subjectId() {
            return theirs.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            return into.withIssue(
                    theirs.withLinks(
                            knownIndicators(theirs.indicatorIds(), into),
                            knownTasks(theirs.taskIds(), into)));
        }
    }

    /** 对策. */
    record OfferedCountermeasure(Optional<Countermeasure> mine, Countermeasure theirs)
            implements MergeChange {
        @Override
        public MergeState state() {
            return mine.isEmpty()
                    ? MergeState.NEW
                    : mine.get().equals(theirs) ? MergeState.SAME : MergeState.CONFLICT;
        }

        @Override
        public UUID subjectId() {
            return theirs.id();
        }

        @Override
        public Plan applyTo(Plan into) {
            List<UUID> findings =
                    theirs.findingIds().stream()
                            .filter(f -> into.findings().stream().anyMatch(x -> x.id().equals(f)))
                            .toList();
            return into.withIssue(
                    theirs.withFindings(findings)
                            .withLinks(
                                    knownIndicators(theirs.indicatorIds(), into),
                                    knownTasks(theirs.taskIds(), into)));
        }
    }

    private static List<UUID> knownIndicators(List<UUID> ids, Plan known) {
        return ids.stream().filter(i -> known.findIndicator(i).isPresent()).toList();
    }

    private static List<UUID> knownTasks(List<UUID> ids, Plan known) {
        return ids.stream().filter(i -> known.taskTree().findTask(i).isPresent()).toList();
    }

    private static <T> List<T> replaceOrAppend(List<T> items, T added, Predicate<T> same) {
        List<T> next = new ArrayList<>(items);
        next.replaceAll(i -> same.test(i) ? added : i);
        if (items.stream().noneMatch(same)) next.add(added);
        return next;
    }
}
