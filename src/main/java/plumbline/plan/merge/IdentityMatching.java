package plumbline.plan.merge;

import plumbline.plan.Countermeasure;
import plumbline.plan.Department;
import plumbline.plan.Evidence;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.Redaction;
import plumbline.plan.Source;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskTree;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another plan in terms of this one: what is the same thing in both gets the id it has here. Copies
 * of one plan know each other by their ids; between strangers, whose ids mean nothing, names
 * decide.
 */
final class IdentityMatching {
    private final Plan mine;
    private final Plan theirs;
    private final boolean areCopies;
    private final Map<UUID, UUID> idsHereByTheirs = new HashMap<>();
    private final Set<UUID> takenIds = new HashSet<>();

    private IdentityMatching(Plan mine, Plan theirs) {
        this.mine = mine;
        this.theirs = theirs;
        this.areCopies = areCopies(mine, theirs);
    }

    static Plan withSharedIds(Plan mine, Plan theirs) {
        return new IdentityMatching(mine, theirs).matchedPlan();
    }

    /** Of the indicators and tasks whose ids are in both, more than half have the same name. */
    private static boolean areCopies(Plan mine, Plan theirs) {
        Map<UUID, String> here = namesById(mine);
        Map<UUID, String> there = namesById(theirs);
        List<UUID> shared = there.keySet().stream().filter(here::containsKey).toList();
        long same =
                shared.stream()
                        .filter(
                                id ->
                                        comparisonKey(here.get(id))
                                                .equals(comparisonKey(there.get(id))))
                        .count();
        return same * 2 > shared.size();
    }

    private static Map<UUID, String> namesById(Plan plan) {
        Map<UUID, String> names = new HashMap<>();
        plan.indicators().forEach(i -> names.put(i.id(), i.name()));
        plan.taskTree().tasksInOrder().forEach(t -> names.put(t.id(), t.title()));
        return names;
    }

    /** A name without its spaces, and the width of its characters. */
    static String comparisonKey(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private Plan matchedPlan() {
        matchRecords(
                mine.departments(),
                theirs.departments(),
                Department::id,
                d -> comparisonKey(d.name()));
        matchRecords(
                mine.groups(), theirs.groups(), IndicatorGroup::id, g -> comparisonKey(g.name()));
        matchRecords(mine.evidence(), theirs.evidence(), Evidence::id, Evidence::sha256);
        matchIndicators();
        matchTasks();
        matchRecords(
                mine.findings(), theirs.findings(), Finding::id, f -> comparisonKey(f.title()));
        matchRecords(
                mine.countermeasures(),
                theirs.countermeasures(),
                Countermeasure::id,
                c -> comparisonKey(c.title()));
        return theirs.withChanges(this::writeRenumbered);
    }

    /** By group and name, then by a name that stands once. */
    private void matchIndicators() {
        pairById(mine.indicators(), theirs.indicators(), Indicator::id);
        pairByText(
                mine.indicators(),
                theirs.indicators(),
                Indicator::id,
                i -> comparisonKey(groupName(mine, i) + "\n" + i.name()),
                i -> comparisonKey(groupName(theirs, i) + "\n" + i.name()));
        matchRecords(
                mine.indicators(),
                theirs.indicators(),
                Indicator::id,
                i -> comparisonKey(i.name()));
        for (Indicator there : theirs.indicators()) {
            List<Part> here =
                    mine.findIndicator(idHere(there.id())).map(Indicator::parts).orElse(List.of());
            matchRecords(here, there.parts(), Part::id, p -> comparisonKey(p.name()));
        }
    }

    private static String groupName(Plan plan, Indicator indicator) {
        return plan.findGroup(indicator.groupId()).orElseThrow().name();
    }

    private void matchTasks() {
        Map<UUID, String> here = titlePathsById(mine.taskTree());
        Map<UUID, String> there = titlePathsById(theirs.taskTree());
        pairById(mine.taskTree().tasksInOrder(), theirs.taskTree().tasksInOrder(), Task::id);
        pairByText(
                mine.taskTree().tasksInOrder(),
                theirs.taskTree().tasksInOrder(),
                Task::id,
                t -> here.get(t.id()),
                t -> there.get(t.id()));
        assignFreeIds(theirs.taskTree().tasksInOrder(), Task::id);
        for (Task task : theirs.taskTree().tasksInOrder()) {
            List<TaskEntry> entries =
                    mine.taskTree()
                            .findTask(idHere(task.id()))
                            .map(Task::entries)
                            .orElse(List.of());
            matchRecords(
                    entries,
                    task.entries(),
                    TaskEntry::id,
                    e -> e.day() + comparisonKey(e.noteText()));
        }
    }

    /** A task's title after those it stands under. */
    private static Map<UUID, String> titlePathsById(TaskTree tree) {
        Map<UUID, String> paths = new HashMap<>();
        List<String> above = new ArrayList<>();
        for (Task task : tree.tasksInOrder()) {
            above.subList(task.level(), above.size()).clear();
            above.add(comparisonKey(task.title()));
            paths.put(task.id(), String.join("\n", above));
        }
        return paths;
    }

    private <T> void matchRecords(
            List<T> here, List<T> there, Function<T, UUID> id, Function<T, String> name) {
        pairById(here, there, id);
        pairByText(here, there, id, name, name);
        assignFreeIds(there, id);
    }

    private <T> void pairById(List<T> here, List<T> there, Function<T, UUID> id) {
        Set<UUID> known = here.stream().map(id).collect(Collectors.toSet());
        if (areCopies) there.stream().map(id).filter(known::contains).forEach(i -> pairIds(i, i));
    }

    /**
     * Where the text stands once among those of mine, and once among those of theirs, that have no
     * partner yet.
     */
    private <T> void pairByText(
            List<T> here,
            List<T> there,
            Function<T, UUID> id,
            Function<T, String> text,
            Function<T, String> textThere) {
        Map<String, List<T>> open =
                here.stream()
                        .filter(t -> !takenIds.contains(id.apply(t)))
                        .collect(Collectors.groupingBy(text));
        Map<String, List<T>> asking =
                there.stream()
                        .filter(t -> !idsHereByTheirs.containsKey(id.apply(t)))
                        .collect(Collectors.groupingBy(textThere));
        asking.forEach(
                (key, list) -> {
                    List<T> partners = open.getOrDefault(key, List.of());
                    if (list.size() == 1 && partners.size() == 1)
                        pairIds(id.apply(list.getFirst()), id.apply(partners.getFirst()));
                });
    }

    private void pairIds(UUID there, UUID here) {
        idsHereByTheirs.put(there, here);
        takenIds.add(here);
    }

    /** Whatever found no partner stays, or becomes, itself. */
    private <T> void assignFreeIds(List<T> there, Function<T, UUID> id) {
        there.stream().map(id).forEach(i -> idsHereByTheirs.computeIfAbsent(i, this::freeId));
    }

    /** Its own id, unless something else here has it. */
    private UUID freeId(UUID id) {
        boolean used = allIds(mine).anyMatch(id::equals);
        return used
                ? UUID.nameUUIDFromBytes(
                        (mine.id() + "/" + theirs.id() + "/" + id).getBytes(StandardCharsets.UTF_8))
                : id;
    }

    private static Stream<UUID> allIds(Plan p) {
        return Stream.of(
                        p.departments().stream().map(Department::id),
                        p.groups().stream().map(IndicatorGroup::id),
                        p.indicators().stream().map(Indicator::id),
                        p.indicators().stream().flatMap(i -> i.parts().stream()).map(Part::id),
                        p.taskTree().tasksInOrder().stream().map(Task::id),
                        p.taskTree().tasksInOrder().stream()
                                .flatMap(t -> t.entries().stream())
                                .map(TaskEntry::id),
                        p.findings().stream().map(Finding::id),
                        p.countermeasures().stream().map(Countermeasure::id),
                        p.evidence().stream().map(Evidence::id))
                .flatMap(s -> s);
    }

    private UUID idHere(UUID id) {
        return idsHereByTheirs.getOrDefault(id, id);
    }

    private List<UUID> idsHere(List<UUID> list) {
        return list.stream().map(this::idHere).toList();
    }

    private void writeRenumbered(Plan.Draft d) {
        d.departments =
                theirs.departments().stream()
                        .map(x -> new Department(idHere(x.id()), x.name()))
                        .toList();
        d.groups =
                theirs.groups().stream()
                        .map(x -> new IndicatorGroup(idHere(x.id()), x.name()))
                        .toList();
        d.evidence =
                theirs.evidence().stream()
                        .map(
                                x ->
                                        new Evidence(
                                                idHere(x.id()),
                                                x.name(),
                                                x.sha256(),
                                                x.receivedOn()))
                        .toList();
        d.indicators = theirs.indicators().stream().map(this::renumbered).toList();
        d.taskTree =
                new TaskTree(
                        theirs.taskTree().tasksInOrder().stream().map(this::renumbered).toList());
        d.findings =
                theirs.findings().stream()
                        .map(
                                f ->
                                        new Finding(
                                                idHere(f.id()),
                                                f.title(),
                                                f.description(),
                                                f.quantities(),
                                                idsHere(f.indicatorIds()),
                                                idsHere(f.taskIds())))
                        .toList();
        d.countermeasures =
                theirs.countermeasures().stream()
                        .map(
                                c ->
                                        new Countermeasure(
                                                idHere(c.id()),
                                                c.title(),
                                                c.description(),
                                                c.quantities(),
                                                c.leadDepartment().map(this::idHere),
                                                c.dueDay(),
                                                idsHere(c.findingIds()),
                                                idsHere(c.indicatorIds()),
                                                idsHere(c.taskIds())))
                        .toList();
        d.redactions =
                theirs.redactions().stream()
                        .map(r -> Redaction.parse(idHere(r.indicatorOrPartId()), r.placeCode()))
                        .toList();
    }

    private Indicator renumbered(Indicator i) {
        return new Indicator(
                idHere(i.id()),
                idHere(i.groupId()),
                i.name(),
                i.unit(),
                i.kind(),
                i.reporting(),
                i.direction(),
                i.chosenDemand(),
                i.property(),
                i.decimals(),
                i.definition(),
                i.leadDepartment().map(this::idHere),
                idsHere(i.supportingDepartments()),
                i.ratio(),
                i.course(),
                renumbered(i.observations()),
                i.rollUp(),
                i.parts().stream()
                        .map(
                                p ->
                                        new Part(
                                                idHere(p.id()),
                                                p.name(),
                                                p.course(),
                                                renumbered(p.observations())))
                        .toList(),
                i.revisions(),
                i.handVerdict(),
                i.note());
    }

    private List<Observation> renumbered(List<Observation> observations) {
        return observations.stream()
                .map(
                        o ->
                                o.withSource(
                                        new Source(
                                                o.source().document(),
                                                o.source().place(),
                                                o.source().departmentId().map(this::idHere),
                                                o.source().receivedOn(),
                                                o.source().evidenceId().map(this::idHere))))
                .toList();
    }

    private Task renumbered(Task t) {
        return new Task(
                idHere(t.id()),
                t.level(),
                t.kind(),
                t.title(),
                t.state(),
                t.ownerDepartment().map(this::idHere),
                t.dueDay(),
                idsHere(t.indicatorIds()),
                t.entries().stream()
                        .map(
                                e ->
                                        new TaskEntry(
                                                idHere(e.id()),
                                                e.day(),
                                                e.noteText(),
                                                e.quantities()))
                        .toList(),
                t.note());
    }
}
