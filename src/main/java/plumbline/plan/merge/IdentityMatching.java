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
    private final boolean copies;
    private final Map<UUID, UUID> ids = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    private IdentityMatching(Plan mine, Plan theirs) {
        this.mine = mine;
        this.theirs = theirs;
        this.copies = copies(mine, theirs);
    }

    static Plan of(Plan mine, Plan theirs) {
        return new IdentityMatching(mine, theirs).plan();
    }

    /** Of the indicators and tasks whose ids are in both, more than half have the same name. */
    private static boolean copies(Plan mine, Plan theirs) {
        Map<UUID, String> here = names(mine);
        Map<UUID, String> there = names(theirs);
        List<UUID> shared = there.keySet().stream().filter(here::containsKey).toList();
        long same =
                shared.stream().filter(id -> key(here.get(id)).equals(key(there.get(id)))).count();
        return same * 2 > shared.size();
    }

    private static Map<UUID, String> names(Plan plan) {
        Map<UUID, String> names = new HashMap<>();
        plan.indicators().forEach(i -> names.put(i.id(), i.name()));
        plan.tasks().lines().forEach(t -> names.put(t.id(), t.title()));
        return names;
    }

    /** A name without its spaces, and the width of its characters. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    private Plan plan() {
        match(mine.departments(), theirs.departments(), Department::id, d -> key(d.name()));
        match(mine.groups(), theirs.groups(), IndicatorGroup::id, g -> key(g.name()));
        match(mine.evidence(), theirs.evidence(), Evidence::id, Evidence::sha256);
        matchIndicators();
        matchTasks();
        match(mine.findings(), theirs.findings(), Finding::id, f -> key(f.title()));
        match(
                mine.countermeasures(),
                theirs.countermeasures(),
                Countermeasure::id,
                c -> key(c.title()));
        return theirs.change(this::renumber);
    }

    /** By group and name, then by a name that stands once. */
    private void matchIndicators() {
        pairById(mine.indicators(), theirs.indicators(), Indicator::id);
        pairByText(
                mine.indicators(),
                theirs.indicators(),
                Indicator::id,
                i -> key(groupOf(mine, i) + "\n" + i.name()),
                i -> key(groupOf(theirs, i) + "\n" + i.name()));
        match(mine.indicators(), theirs.indicators(), Indicator::id, i -> key(i.name()));
        for (Indicator there : theirs.indicators()) {
            List<Part> here =
                    mine.indicator(to(there.id())).map(Indicator::parts).orElse(List.of());
            match(here, there.parts(), Part::id, p -> key(p.name()));
        }
    }

    private static String groupOf(Plan plan, Indicator indicator) {
        return plan.group(indicator.group()).orElseThrow().name();
    }

    private void matchTasks() {
        Map<UUID, String> here = paths(mine.tasks());
        Map<UUID, String> there = paths(theirs.tasks());
        pairById(mine.tasks().lines(), theirs.tasks().lines(), Task::id);
        pairByText(
                mine.tasks().lines(),
                theirs.tasks().lines(),
                Task::id,
                t -> here.get(t.id()),
                t -> there.get(t.id()));
        free(theirs.tasks().lines(), Task::id);
        for (Task task : theirs.tasks().lines()) {
            List<TaskEntry> entries =
                    mine.tasks().find(to(task.id())).map(Task::entries).orElse(List.of());
            match(entries, task.entries(), TaskEntry::id, e -> e.on() + key(e.text()));
        }
    }

    /** A task's title after those it stands under. */
    private static Map<UUID, String> paths(TaskTree tree) {
        Map<UUID, String> paths = new HashMap<>();
        List<String> above = new ArrayList<>();
        for (Task task : tree.lines()) {
            above.subList(task.level(), above.size()).clear();
            above.add(key(task.title()));
            paths.put(task.id(), String.join("\n", above));
        }
        return paths;
    }

    private <T> void match(
            List<T> here, List<T> there, Function<T, UUID> id, Function<T, String> name) {
        pairById(here, there, id);
        pairByText(here, there, id, name, name);
        free(there, id);
    }

    private <T> void pairById(List<T> here, List<T> there, Function<T, UUID> id) {
        Set<UUID> known = here.stream().map(id).collect(Collectors.toSet());
        if (copies) there.stream().map(id).filter(known::contains).forEach(i -> pair(i, i));
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
                        .filter(t -> !taken.contains(id.apply(t)))
                        .collect(Collectors.groupingBy(text));
        Map<String, List<T>> asking =
                there.stream()
                        .filter(t -> !ids.containsKey(id.apply(t)))
                        .collect(Collectors.groupingBy(textThere));
        asking.forEach(
                (key, list) -> {
                    List<T> partners = open.getOrDefault(key, List.of());
                    if (list.size() == 1 && partners.size() == 1)
                        pair(id.apply(list.getFirst()), id.apply(partners.getFirst()));
                });
    }

    private void pair(UUID there, UUID here) {
        ids.put(there, here);
        taken.add(here);
    }

    /** Whatever found no partner stays, or becomes, itself. */
    private <T> void free(List<T> there, Function<T, UUID> id) {
        there.stream().map(id).forEach(i -> ids.computeIfAbsent(i, this::free));
    }

    /** Its own id, unless something else here has it. */
    private UUID free(UUID id) {
        boolean used = everyId(mine).anyMatch(id::equals);
        return used
                ? UUID.nameUUIDFromBytes(
                        (mine.id() + "/" + theirs.id() + "/" + id).getBytes(StandardCharsets.UTF_8))
                : id;
    }

    private static Stream<UUID> everyId(Plan p) {
        return Stream.of(
                        p.departments().stream().map(Department::id),
                        p.groups().stream().map(IndicatorGroup::id),
                        p.indicators().stream().map(Indicator::id),
                        p.indicators().stream().flatMap(i -> i.parts().stream()).map(Part::id),
                        p.tasks().lines().stream().map(Task::id),
                        p.tasks().lines().stream()
                                .flatMap(t -> t.entries().stream())
                                .map(TaskEntry::id),
                        p.findings().stream().map(Finding::id),
                        p.countermeasures().stream().map(Countermeasure::id),
                        p.evidence().stream().map(Evidence::id))
                .flatMap(s -> s);
    }

    private UUID to(UUID id) {
        return ids.getOrDefault(id, id);
    }

    private List<UUID> to(List<UUID> list) {
        return list.stream().map(this::to).toList();
    }

    private void renumber(Plan.Draft d) {
        d.departments =
                theirs.departments().stream()
                        .map(x -> new Department(to(x.id()), x.name()))
                        .toList();
        d.groups =
                theirs.groups().stream()
                        .map(x -> new IndicatorGroup(to(x.id()), x.name()))
                        .toList();
        d.evidence =
                theirs.evidence().stream()
                        .map(x -> new Evidence(to(x.id()), x.name(), x.sha256(), x.received()))
                        .toList();
        d.indicators = theirs.indicators().stream().map(this::renumbered).toList();
        d.tasks = new TaskTree(theirs.tasks().lines().stream().map(this::renumbered).toList());
        d.findings =
                theirs.findings().stream()
                        .map(
                                f ->
                                        new Finding(
                                                to(f.id()),
                                                f.title(),
                                                f.text(),
                                                f.quantities(),
                                                to(f.indicators()),
                                                to(f.tasks())))
                        .toList();
        d.countermeasures =
                theirs.countermeasures().stream()
                        .map(
                                c ->
                                        new Countermeasure(
                                                to(c.id()),
                                                c.title(),
                                                c.text(),
                                                c.quantities(),
                                                c.lead().map(this::to),
                                                c.due(),
                                                to(c.findings()),
                                                to(c.indicators()),
                                                to(c.tasks())))
                        .toList();
        d.redactions =
                theirs.redactions().stream()
                        .map(r -> Redaction.parse(to(r.line()), r.place()))
                        .toList();
    }

    private Indicator renumbered(Indicator i) {
        return new Indicator(
                to(i.id()),
                to(i.group()),
                i.name(),
                i.unit(),
                i.kind(),
                i.reporting(),
                i.direction(),
                i.property(),
                i.decimals(),
                i.definition(),
                i.lead().map(this::to),
                to(i.supporting()),
                i.ratio(),
                i.course(),
                renumbered(i.observations()),
                i.rollUp(),
                i.parts().stream()
                        .map(
                                p ->
                                        new Part(
                                                to(p.id()),
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
                                o.from(
                                        new Source(
                                                o.source().document(),
                                                o.source().place(),
                                                o.source().department().map(this::to),
                                                o.source().received(),
                                                o.source().evidence().map(this::to))))
                .toList();
    }

    private Task renumbered(Task t) {
        return new Task(
                to(t.id()),
                t.level(),
                t.kind(),
                t.title(),
                t.state(),
                t.owner().map(this::to),
                t.due(),
                to(t.indicators()),
                t.entries().stream()
                        .map(e -> new TaskEntry(to(e.id()), e.on(), e.text(), e.quantities()))
                        .toList(),
                t.note());
    }
}
