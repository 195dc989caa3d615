package plumbline.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a plan, to be handed on: some of its indicators, the tasks that belong to them with
 * everything these stand under, the problems and countermeasures about them, the charts of them,
 * and whatever these name. Id, title, years, rules and columns stay. The history of imports and the
 * officer's own wording of the report speak of the whole and stay at home.
 */
public final class PlanExtract {
    private final Plan plan;
    private final Set<UUID> indicatorIds;
    private final Set<UUID> taskIds;

    private PlanExtract(Plan plan, Predicate<Indicator> indicators, Predicate<Task> tasks) {
        this.plan = plan;
        this.indicatorIds =
                plan.indicators().stream()
                        .filter(indicators)
                        .map(Indicator::id)
                        .collect(Collectors.toSet());
        this.taskIds =
                tasksWithParents(
                        t ->
                                tasks.test(t)
                                        || t.indicatorIds().stream()
                                                .anyMatch(this.indicatorIds::contains));
    }

    /** The indicators of these groups. */
    public static Plan extractGroups(Plan plan, Set<UUID> groups) {
        return new PlanExtract(plan, i -> groups.contains(i.groupId()), _ -> false).toPlan();
    }

    /** The indicators a department leads or supports, and the tasks it owns. */
    public static Plan extractDepartment(Plan plan, UUID department) {
        Optional<UUID> wanted = Optional.of(department);
        return new PlanExtract(
                        plan,
                        i ->
                                i.leadDepartment().equals(wanted)
                                        || i.supportingDepartments().contains(department),
                        t -> t.ownerDepartment().equals(wanted))
                .toPlan();
    }

    private Set<UUID> tasksWithParents(Predicate<Task> wanted) {
        Set<UUID> kept = new HashSet<>();
        int above = 0;
        for (Task task : plan.taskTree().tasksInOrder().reversed()) {
            boolean parent = task.level() < above;
            if (!parent && !wanted.test(task)) continue;
            kept.add(task.id());
            above = task.level();
        }
        return kept;
    }

    private Plan toPlan() {
        List<Indicator> lines =
                plan.indicators().stream().filter(i -> indicatorIds.contains(i.id())).toList();
        List<Task> works =
                plan.taskTree().tasksInOrder().stream()
                        .filter(t -> taskIds.contains(t.id()))
                        .map(
                                t ->
                                        t.withChanges(
                                                d ->
                                                        d.indicatorIds =
                                                                retainIds(
                                                                        d.indicatorIds,
                                                                        indicatorIds)))
                        .toList();
        List<Finding> findings =
                plan.findings().stream()
                        .map(this::withRemainingLinks)
                        .filter(f -> !f.indicatorIds().isEmpty() || !f.taskIds().isEmpty())
                        .toList();
        Set<UUID> problems = findings.stream().map(Finding::id).collect(Collectors.toSet());
        List<Countermeasure> measures =
                plan.countermeasures().stream()
                        .map(c -> withRemainingLinks(c, problems))
                        .filter(
                                c ->
                                        !c.findingIds().isEmpty()
                                                || !c.indicatorIds().isEmpty()
                                                || !c.taskIds().isEmpty())
                        .toList();
        Set<UUID> named = idsNamedByRecords(lines, works, measures);
        return plan.withChanges(
                d -> {
                    d.indicators = lines;
                    d.groups =
                            plan.groups().stream()
                                    .filter(
                                            g ->
                                                    lines.stream()
                                                            .anyMatch(
                                                                    i ->
                                                                            i.groupId()
                                                                                    .equals(
                                                                                            g
                                                                                                    .id())))
                                    .toList();
                    d.taskTree = new TaskTree(works);
                    d.findings = findings;
                    d.countermeasures = measures;
                    d.departments =
                            plan.departments().stream()
                                    .filter(x -> named.contains(x.id()))
                                    .toList();
                    d.evidence =
                            plan.evidence().stream().filter(x -> named.contains(x.id())).toList();
                    d.aliases =
                            plan.aliases().stream()
                                    .filter(a -> indicatorIds.contains(a.indicatorId()))
                                    .toList();
                    d.charts =
                            plan.charts().stream()
                                    .flatMap(c -> withRemainingLinks(c).stream())
                                    .toList();
                    d.importRecords = List.of();
                    d.passages = List.of();
                });
    }

    private Finding withRemainingLinks(Finding f) {
        return f.withLinks(
                retainIds(f.indicatorIds(), indicatorIds), retainIds(f.taskIds(), taskIds));
    }

    private Countermeasure withRemainingLinks(Countermeasure c, Set<UUID> problems) {
        return c.withFindings(retainIds(c.findingIds(), problems))
                .withLinks(
                        retainIds(c.indicatorIds(), indicatorIds), retainIds(c.taskIds(), taskIds));
    }

    /** A chart of none of them is left out. */
    private Optional<SavedChart> withRemainingLinks(SavedChart c) {
        List<UUID> shown = retainIds(c.indicatorIds(), indicatorIds);
        return c.indicatorIds().isEmpty()
                ? Optional.of(c)
                : Optional.of(c.withIndicators(shown)).filter(_ -> !shown.isEmpty());
    }

    private static List<UUID> retainIds(List<UUID> ids, Set<UUID> kept) {
        return ids.stream().filter(kept::contains).toList();
    }

    /** The departments and files of evidence that a plan's other records name. */
    public static Set<UUID> namedDepartmentsAndEvidence(Plan plan) {
        Set<UUID> named =
                idsNamedByRecords(
                        plan.indicators(), plan.taskTree().tasksInOrder(), plan.countermeasures());
        plan.importRecords().stream()
                .flatMap(i -> i.importedLines().stream())
                .flatMap(l -> Stream.of(l.before(), l.after()))
                .flatMap(h -> h.observations().stream())
                .map(Observation::source)
                .flatMap(PlanExtract::idsNamedBySource)
                .forEach(named::add);
        return named;
    }

    private static Stream<UUID> idsNamedBySource(Source source) {
        return Stream.concat(source.departmentId().stream(), source.evidenceId().stream());
    }

    private static Set<UUID> idsNamedByRecords(
            List<Indicator> lines, List<Task> works, List<Countermeasure> measures) {
        List<UUID> named = new ArrayList<>();
        lines.forEach(
                i -> {
                    i.leadDepartment().ifPresent(named::add);
                    named.addAll(i.supportingDepartments());
                });
        lines.stream()
                .flatMap(
                        i ->
                                Stream.concat(
                                        i.observations().stream(),
                                        i.parts().stream().flatMap(p -> p.observations().stream())))
                .map(Observation::source)
                .flatMap(PlanExtract::idsNamedBySource)
                .forEach(named::add);
        works.forEach(t -> t.ownerDepartment().ifPresent(named::add));
        measures.forEach(c -> c.leadDepartment().ifPresent(named::add));
        return new HashSet<>(named);
    }
}
