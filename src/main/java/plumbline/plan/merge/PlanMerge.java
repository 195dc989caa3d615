package plumbline.plan.merge;

import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Evidence;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.PlanExtract;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What another plan offers to this one, in reading order. What the other does not say is left
 * alone: what is missing there was perhaps never sent. Title, years, rules and columns stay as they
 * are here.
 *
 * @param theirs the other plan, with the ids of this one wherever both speak of the same thing
 */
public record PlanMerge(Plan mine, Plan theirs, List<MergeChange> changes) {
    public PlanMerge {
        changes = List.copyOf(changes);
    }

    public static PlanMerge betweenPlans(Plan mine, Plan other) {
        Plan theirs = IdentityMatching.withSharedIds(mine, other);
        List<MergeChange> offers = new ArrayList<>();
        for (Indicator indicator : theirs.indicatorsInOrder())
            offers.addAll(indicatorChanges(mine, theirs, indicator));
        List<Task> above = new ArrayList<>();
        for (Task task : theirs.taskTree().tasksInOrder()) {
            above.subList(task.level(), above.size()).clear();
            offers.addAll(taskChanges(mine, task, above));
            above.add(task);
        }
        theirs.findings()
                .forEach(
                        f ->
                                offers.add(
                                        new MergeChange.OfferedFinding(
                                                findFirst(
                                                        mine.findings(),
                                                        x -> x.id().equals(f.id())),
                                                f)));
        theirs.countermeasures()
                .forEach(
                        c ->
                                offers.add(
                                        new MergeChange.OfferedCountermeasure(
                                                findFirst(
                                                        mine.countermeasures(),
                                                        x -> x.id().equals(c.id())),
                                                c)));
        return new PlanMerge(mine, theirs, offers);
    }

    private static List<MergeChange> indicatorChanges(Plan mine, Plan theirs, Indicator there) {
        Optional<Indicator> here = mine.findIndicator(there.id());
        if (here.isEmpty())
            return List.of(
                    new MergeChange.NewIndicator(
                            there, theirs.findGroup(there.groupId()).orElseThrow()));
        List<MergeChange> offers = new ArrayList<>();
        for (IndicatorField aspect : IndicatorField.values()) {
            findDifference(aspect.readFrom(here.get()), aspect.readFrom(there))
                    .ifPresent(
                            s ->
                                    offers.add(
                                            new MergeChange.ChangedIndicator(
                                                    here.get(), there, aspect, s)));
        }
        offers.addAll(figureChanges(here.get(), here.get(), there.observations()));
        for (Part part : there.parts()) offers.addAll(partChanges(here.get(), part));
        return offers;
    }

    private static List<MergeChange> partChanges(Indicator owner, Part there) {
        Optional<Part> here = owner.findPart(there.id());
        if (here.isEmpty()) return List.of(new MergeChange.NewPart(owner, there));
        List<MergeChange> offers = new ArrayList<>();
        findDifference(here.get().course(), there.course())
                .ifPresent(
                        s ->
                                offers.add(
                                        new MergeChange.ChangedPartTargets(
                                                owner, here.get(), there, s)));
        offers.addAll(
                figureChanges(owner, owner.partAsIndicator(here.get()), there.observations()));
        return offers;
    }

    private static List<MergeChange> figureChanges(
            Indicator owner, Indicator line, List<Observation> observations) {
        List<MergeChange> offers = new ArrayList<>();
        for (Observation there : observations) {
            Optional<Observation> here = findFirst(line.observations(), there::isSameCell);
            offers.add(
                    new MergeChange.OfferedFigure(
                            owner,
                            line,
                            here,
                            there,
                            MergeChange.OfferedFigure.compareFigures(here, there)));
        }
        return offers;
    }

    private static List<MergeChange> taskChanges(Plan mine, Task there, List<Task> above) {
        Optional<Task> here = mine.taskTree().findTask(there.id());
        if (here.isEmpty()) return List.of(new MergeChange.NewTask(there, above));
        List<MergeChange> offers = new ArrayList<>();
        for (TaskField aspect : TaskField.values()) {
            findDifference(aspect.readFrom(here.get()), aspect.readFrom(there))
                    .ifPresent(
                            s ->
                                    offers.add(
                                            new MergeChange.ChangedTask(
                                                    here.get(), there, aspect, s)));
        }
        for (TaskEntry entry : there.entries())
            offers.add(
                    new MergeChange.OfferedTaskEntry(
                            here.get(),
                            findFirst(here.get().entries(), e -> e.id().equals(entry.id())),
                            entry));
        return offers;
    }

    /** Empty where the other says nothing, or the same. */
    private static Optional<MergeChange.MergeState> findDifference(Object here, Object there) {
        if (here.equals(there) || isUnsaid(there)) return Optional.empty();
        return Optional.of(
                isUnsaid(here) ? MergeChange.MergeState.CHANGED : MergeChange.MergeState.CONFLICT);
    }

    private static boolean isUnsaid(Object said) {
        return said.equals("")
                || said.equals(Optional.empty())
                || said.equals(List.of())
                || said.equals(Course.EMPTY)
                || said.equals(IndicatorField.NO_TARGETS);
    }

    /**
     * This plan with the chosen ones of the offers taken, with the departments and files of
     * evidence they name, and with the other's redactions.
     */
    public Plan planWithChanges(Collection<MergeChange> chosen) {
        Set<MergeChange> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(chosen);
        Plan next = mine;
        for (MergeChange offer : changes)
            if (offer.state() != MergeChange.MergeState.SAME && wanted.contains(offer))
                next = offer.applyTo(next);
        return next.equals(mine) ? mine : withNamedRecords(next);
    }

    private Plan withNamedRecords(Plan taken) {
        Plan next = taken;
        Set<UUID> named = PlanExtract.namedDepartmentsAndEvidence(taken);
        for (Department department : theirs.departments()) {
            if (named.contains(department.id()) && next.findDepartment(department.id()).isEmpty())
                next = next.withDepartment(department);
        }
        List<Evidence> evidence = new ArrayList<>(next.evidence());
        for (Evidence file : theirs.evidence()) {
            if (named.contains(file.id())
                    && evidence.stream().noneMatch(e -> e.id().equals(file.id())))
                evidence.add(file);
        }
        return next.withChanges(d -> d.evidence = evidence).withRedactions(theirs.redactions());
    }

    private static <T> Optional<T> findFirst(List<T> items, Predicate<T> wanted) {
        return items.stream().filter(wanted).findFirst();
    }
}
