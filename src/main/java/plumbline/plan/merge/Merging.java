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
public record Merging(Plan mine, Plan theirs, List<MergeChange> offers) {
    public Merging {
        offers = List.copyOf(offers);
    }

    public static Merging of(Plan mine, Plan other) {
        Plan theirs = IdentityMatching.of(mine, other);
        List<MergeChange> offers = new ArrayList<>();
        for (Indicator indicator : theirs.inOrder())
            offers.addAll(ofIndicator(mine, theirs, indicator));
        List<Task> above = new ArrayList<>();
        for (Task task : theirs.tasks().lines()) {
            above.subList(task.level(), above.size()).clear();
            offers.addAll(ofTask(mine, task, above));
            above.add(task);
        }
        theirs.findings()
                .forEach(
                        f ->
                                offers.add(
                                        new MergeChange.OfFinding(
                                                find(mine.findings(), x -> x.id().equals(f.id())),
                                                f)));
        theirs.countermeasures()
                .forEach(
                        c ->
                                offers.add(
                                        new MergeChange.OfCountermeasure(
                                                find(
                                                        mine.countermeasures(),
                                                        x -> x.id().equals(c.id())),
                                                c)));
        return new Merging(mine, theirs, offers);
    }

    private static List<MergeChange> ofIndicator(Plan mine, Plan theirs, Indicator there) {
        Optional<Indicator> here = mine.indicator(there.id());
        if (here.isEmpty())
            return List.of(
                    new MergeChange.NewIndicator(there, theirs.group(there.group()).orElseThrow()));
        List<MergeChange> offers = new ArrayList<>();
        for (IndicatorField aspect : IndicatorField.values()) {
            state(aspect.of(here.get()), aspect.of(there))
                    .ifPresent(
                            s -> offers.add(new MergeChange.Changed(here.get(), there, aspect, s)));
        }
        offers.addAll(figures(here.get(), here.get(), there.observations()));
        for (Part part : there.parts()) offers.addAll(ofPart(here.get(), part));
        return offers;
    }

    private static List<MergeChange> ofPart(Indicator owner, Part there) {
        Optional<Part> here = owner.part(there.id());
        if (here.isEmpty()) return List.of(new MergeChange.NewPart(owner, there));
        List<MergeChange> offers = new ArrayList<>();
        state(here.get().course(), there.course())
                .ifPresent(
                        s -> offers.add(new MergeChange.PartTargets(owner, here.get(), there, s)));
        offers.addAll(figures(owner, owner.of(here.get()), there.observations()));
        return offers;
    }

    private static List<MergeChange> figures(
            Indicator owner, Indicator line, List<Observation> observations) {
        List<MergeChange> offers = new ArrayList<>();
        for (Observation there : observations) {
            Optional<Observation> here = find(line.observations(), there::sameCell);
            offers.add(
                    new MergeChange.Figure(
                            owner, line, here, there, MergeChange.Figure.of(here, there)));
        }
        return offers;
    }

    private static List<MergeChange> ofTask(Plan mine, Task there, List<Task> above) {
        Optional<Task> here = mine.tasks().find(there.id());
        if (here.isEmpty()) return List.of(new MergeChange.NewTask(there, above));
        List<MergeChange> offers = new ArrayList<>();
        for (TaskField aspect : TaskField.values()) {
            state(aspect.of(here.get()), aspect.of(there))
                    .ifPresent(
                            s ->
                                    offers.add(
                                            new MergeChange.ChangedTask(
                                                    here.get(), there, aspect, s)));
        }
        for (TaskEntry entry : there.entries())
            offers.add(
                    new MergeChange.Entry(
                            here.get(),
                            find(here.get().entries(), e -> e.id().equals(entry.id())),
                            entry));
        return offers;
    }

    /** Empty where the other says nothing, or the same. */
    private static Optional<MergeChange.State> state(Object here, Object there) {
        if (here.equals(there) || silent(there)) return Optional.empty();
        return Optional.of(silent(here) ? MergeChange.State.CHANGED : MergeChange.State.CONFLICT);
    }

    private static boolean silent(Object said) {
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
    public Plan with(Collection<MergeChange> chosen) {
        Set<MergeChange> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(chosen);
        Plan next = mine;
        for (MergeChange offer : offers)
            if (offer.state() != MergeChange.State.SAME && wanted.contains(offer))
                next = offer.take(next);
        return next.equals(mine) ? mine : accompanied(next);
    }

    private Plan accompanied(Plan taken) {
        Plan next = taken;
        Set<UUID> named = PlanExtract.named(taken);
        for (Department department : theirs.departments()) {
            if (named.contains(department.id()) && next.department(department.id()).isEmpty())
                next = next.with(department);
        }
        List<Evidence> evidence = new ArrayList<>(next.evidence());
        for (Evidence file : theirs.evidence()) {
            if (named.contains(file.id())
                    && evidence.stream().noneMatch(e -> e.id().equals(file.id())))
                evidence.add(file);
        }
        return next.change(d -> d.evidence = evidence).marked(theirs.redactions());
    }

    private static <T> Optional<T> find(List<T> items, Predicate<T> wanted) {
        return items.stream().filter(wanted).findFirst();
    }
}
