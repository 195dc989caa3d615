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
    private final Set<UUID> indicators;
    private final Set<UUID> tasks;

    private PlanExtract(Plan plan, Predicate<Indicator> indicators, Predicate<Task> tasks) {
        this.plan = plan;
        this.indicators =
                plan.indicators().stream()
                        .filter(indicators)
                        .map(Indicator::id)
                        .collect(Collectors.toSet());
        this.tasks =
                withParents(
                        t ->
                                tasks.test(t)
                                        || t.indicators().stream()
                                                .anyMatch(this.indicators::contains));
    }

    /** The indicators of these groups. */
    public static Plan ofGroups(Plan plan, Set<UUID> groups) {
        return new PlanExtract(plan, i -> groups.contains(i.group()), _ -> false).plan();
    }

    /** The indicators a department leads or supports, and the tasks it owns. */
    public static Plan ofDepartment(Plan plan, UUID department) {
        Optional<UUID> wanted = Optional.of(department);
        return new PlanExtract(
                        plan,
                        i -> i.lead().equals(wanted) || i.supporting().contains(department),
                        t -> t.owner().equals(wanted))
                .plan();
    }

    private Set<UUID> withParents(Predicate<Task> wanted) {
        Set<UUID> kept = new HashSet<>();
        int above = 0;
        for (Task task : plan.tasks().lines().reversed()) {
            boolean parent = task.level() < above;
            if (!parent && !wanted.test(task)) continue;
            kept.add(task.id());
            above = task.level();
        }
        return kept;
    }

    private Plan plan() {
        List<Indicator> lines =
                plan.indicators().stream().filter(i -> indicators.contains(i.id())).toList();
        List<Task> works =
                plan.tasks().lines().stream()
                        .filter(t -> tasks.contains(t.id()))
                        .map(t -> t.change(d -> d.indicators = only(d.indicators, indicators)))
                        .toList();
        List<Finding> findings =
                plan.findings().stream()
                        .map(this::linked)
                        .filter(f -> !f.indicators().isEmpty() || !f.tasks().isEmpty())
                        .toList();
        Set<UUID> problems = findings.stream().map(Finding::id).collect(Collectors.toSet());
        List<Countermeasure> measures =
                plan.countermeasures().stream()
                        .map(c -> linked(c, problems))
                        .filter(
                                c ->
                                        !c.findings().isEmpty()
                                                || !c.indicators().isEmpty()
                                                || !c.tasks().isEmpty())
                        .toList();
        Set<UUID> named = named(lines, works, measures);
        return plan.change(
                d -> {
                    d.indicators = lines;
                    d.groups =
                            plan.groups().stream()
                                    .filter(
                                            g ->
                                                    lines.stream()
                                                            .anyMatch(
                                                                    i -> i.group().equals(g.id())))
                                    .toList();
                    d.tasks = new TaskTree(works);
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
                                    .filter(a -> indicators.contains(a.indicator()))
                                    .toList();
                    d.charts = plan.charts().stream().flatMap(c -> linked(c).stream()).toList();
                    d.intakes = List.of();
                    d.passages = List.of();
                });
    }

    private Finding linked(Finding f) {
        return f.touching(only(f.indicators(), indicators), only(f.tasks(), tasks));
    }

    private Countermeasure linked(Countermeasure c, Set<UUID> problems) {
        return c.answering(only(c.findings(), problems))
                .touching(only(c.indicators(), indicators), only(c.tasks(), tasks));
    }

    /** A chart of none of them is left out. */
    private Optional<SavedChart> linked(SavedChart c) {
        List<UUID> shown = only(c.indicators(), indicators);
        return c.indicators().isEmpty()
                ? Optional.of(c)
                : Optional.of(c.ofIndicators(shown)).filter(_ -> !shown.isEmpty());
    }

    private static List<UUID> only(List<UUID> ids, Set<UUID> kept) {
        return ids.stream().filter(kept::contains).toList();
    }

    /** The departments and files of evidence that a plan's other records name. */
    public static Set<UUID> named(Plan plan) {
        Set<UUID> named = named(plan.indicators(), plan.tasks().lines(), plan.countermeasures());
        plan.intakes().stream()
                .flatMap(i -> i.lines().stream())
                .flatMap(l -> Stream.of(l.before(), l.after()))
                .flatMap(h -> h.observations().stream())
                .map(Observation::source)
                .flatMap(PlanExtract::named)
                .forEach(named::add);
        return named;
    }

    private static Stream<UUID> named(Source source) {
        return Stream.concat(source.department().stream(), source.evidence().stream());
    }

    private static Set<UUID> named(
            List<Indicator> lines, List<Task> works, List<Countermeasure> measures) {
        List<UUID> named = new ArrayList<>();
        lines.forEach(
                i -> {
                    i.lead().ifPresent(named::add);
                    named.addAll(i.supporting());
                });
        lines.stream()
                .flatMap(
                        i ->
                                Stream.concat(
                                        i.observations().stream(),
                                        i.parts().stream().flatMap(p -> p.observations().stream())))
                .map(Observation::source)
                .flatMap(PlanExtract::named)
                .forEach(named::add);
        works.forEach(t -> t.owner().ifPresent(named::add));
        measures.forEach(c -> c.lead().ifPresent(named::add));
        return new HashSet<>(named);
    }
}
