package plumbline.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 规划: the whole plan as one immutable value. Every edit is a function from plan to plan.
 *
 * @param firstYear first year of the plan, 2021
 * @param lastYear last year of the plan, 2025
 * @param baselineYear the year whose end is the baseline, 2020
 * @param midTerm the day of the mid-term evaluation, where it is not the one on which half of the
 *     plan is over
 * @param bindingRule by which binding indicators are judged, if not by the same as all
 * @param aliases names others use for the indicators
 * @param intakes the imports, in the order they were made
 * @param periods the periods figures are collected for, in order: the columns of the grid
 * @param passages paragraphs of the report that the officer has worded
 * @param charts charts kept with the plan, in their order
 * @param redactions values that leave the house as XX; a mark of a line that is gone goes with it
 */
public record Plan(
        UUID id,
        String title,
        String organisation,
        int firstYear,
        int lastYear,
        int baselineYear,
        Optional<LocalDate> midTerm,
        VerdictRule rule,
        Optional<VerdictRule> bindingRule,
        List<Period> periods,
        List<Department> departments,
        List<IndicatorGroup> groups,
        List<Indicator> indicators,
        TaskTree tasks,
        List<Finding> findings,
        List<Countermeasure> countermeasures,
        List<Evidence> evidence,
        List<Alias> aliases,
        List<ImportRecord> intakes,
        List<Passage> passages,
        List<SavedChart> charts,
        List<Redaction> redactions) {

    public Plan {
        Objects.requireNonNull(id);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(bindingRule);
        Objects.requireNonNull(midTerm);
        Objects.requireNonNull(tasks);
        if (title.isBlank()) throw new IllegalArgumentException("a plan needs a title");
        Lengths.check(title, Lengths.TITLE);
        Lengths.check(organisation, Lengths.TITLE);
        if (firstYear < 1900 || lastYear > 2200)
            throw new IllegalArgumentException("years out of range");
        if (lastYear < firstYear)
            throw new IllegalArgumentException("the plan ends before it begins");
        if (baselineYear >= lastYear)
            throw new IllegalArgumentException("the baseline year is not before the end");
        int earliest = firstYear;
        int latest = lastYear;
        boolean outside =
                midTerm.filter(
                                m ->
                                        m.getYear() < earliest
                                                || !m.isBefore(LocalDate.of(latest, 12, 1)))
                        .isPresent();
        if (outside)
            throw new IllegalArgumentException("the mid-term evaluation is not within the plan");
        periods = List.copyOf(new TreeSet<>(periods));
        departments = List.copyOf(departments);
        groups = List.copyOf(groups);
        indicators = List.copyOf(indicators);
        findings = List.copyOf(findings);
        countermeasures = List.copyOf(countermeasures);
        evidence = List.copyOf(evidence);
        aliases = List.copyOf(aliases);
        intakes = List.copyOf(intakes);
        passages = List.copyOf(passages);
        charts = List.copyOf(charts);
        redactions = redactions.isEmpty() ? List.of() : kept(redactions, indicators);
        checkGroups(groups, indicators);
    }

    /** In one order, so that the same marks are the same plan. */
    private static List<Redaction> kept(List<Redaction> redactions, List<Indicator> indicators) {
        Set<UUID> lines =
                indicators.stream()
                        .flatMap(
                                i ->
                                        Stream.concat(
                                                Stream.of(i.id()),
                                                i.parts().stream().map(Part::id)))
                        .collect(Collectors.toSet());
        return redactions.stream()
                .filter(r -> lines.contains(r.line()))
                .distinct()
                .sorted()
                .toList();
    }

    private static void checkGroups(List<IndicatorGroup> groups, List<Indicator> indicators) {
        List<UUID> known = groups.stream().map(IndicatorGroup::id).toList();
        for (Indicator indicator : indicators) {
            if (!known.contains(indicator.group()))
                throw new IllegalArgumentException("no such group: " + indicator.name());
        }
    }

    /** An empty plan judged by time, with one column for each of its years. */
    public static Plan empty(
            UUID id,
            String title,
            String organisation,
            int firstYear,
            int lastYear,
            int baselineYear) {
        List<Period> years = new ArrayList<>();
        for (int year = firstYear; year <= lastYear && years.size() < 30; year++)
            years.add(Period.year(year));
        return new Plan(
                id,
                title,
                organisation,
                firstYear,
                lastYear,
                baselineYear,
                Optional.empty(),
                VerdictRule.time(),
                Optional.empty(),
                years,
                List.of(),
                List.of(),
                List.of(),
                TaskTree.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A copy with the changes made to its draft. */
    public Plan change(Consumer<Draft> changes) {
        Draft draft = new Draft(this);
        changes.accept(draft);
        return draft.done();
    }

    /** The day before the plan's first day: its clock starts here. */
    public LocalDate begins() {
        return LocalDate.of(firstYear - 1, 12, 31);
    }

    /** The day of the baseline: the end of its year. */
    public LocalDate baselineDay() {
        return LocalDate.of(baselineYear, 12, 31);
    }

    /**
     * Where a mid-term target stands if no day was said: the day of the mid-term evaluation, or the
     * end of the month in which half of the plan is over.
     */
    public LocalDate middle() {
        return midTerm.orElseGet(this::half);
    }

    private LocalDate half() {
        return YearMonth.from(begins())
                .plusMonths(Course.months(begins(), ends()) / 2)
                .atEndOfMonth();
    }

    /** The last day of the plan. */
    public LocalDate ends() {
        return LocalDate.of(lastYear, 12, 31);
    }

    public Optional<Indicator> indicator(UUID id) {
        return find(indicators, Indicator::id, id);
    }

    public Optional<IndicatorGroup> group(UUID id) {
        return find(groups, IndicatorGroup::id, id);
    }

    public Optional<Department> department(UUID id) {
        return find(departments, Department::id, id);
    }

    public Optional<Department> department(String name) {
        return find(departments, Department::name, name.strip());
    }

    /** The indicators of a group, in their order. */
    public List<Indicator> in(IndicatorGroup group) {
        return indicators.stream().filter(i -> i.group().equals(group.id())).toList();
    }

    /** The indicators as they are read: group by group. */
    public List<Indicator> inOrder() {
        return groups.stream().flatMap(g -> in(g).stream()).toList();
    }

    /** 序号: the place of an indicator in reading order, from 1; 0 if it is not of this plan. */
    public int numberOf(UUID indicator) {
        return inOrder().stream().map(Indicator::id).toList().indexOf(indicator) + 1;
    }

    /**
     * The course an indicator is judged on: a baseline older than the plan counts from the plan's
     * own beginning, because its clock starts there.
     */
    public Course courseOf(Indicator indicator) {
        return indicator.course().startingAt(begins());
    }

    /**
     * The course that was in force on a day, as it is judged on: by the targets decided up to then.
     */
    public Course courseOf(Indicator indicator, LocalDate day) {
        return indicator.courseAt(day).startingAt(begins());
    }

    /** The rule an indicator is judged by: binding ones may have their own. */
    public VerdictRule ruleOf(Indicator indicator) {
        return indicator.property() == Property.BINDING ? bindingRule.orElse(rule) : rule;
    }

    /** With the indicator in place of the one of the same id, or after the others. */
    public Plan with(Indicator indicator) {
        return change(d -> d.indicators = with(indicators, Indicator::id, indicator));
    }

    /** Without the indicator and without any link to it. */
    public Plan without(Indicator indicator) {
        UUID gone = indicator.id();
        return change(
                d -> {
                    d.indicators = indicators.stream().filter(i -> !i.id().equals(gone)).toList();
                    d.tasks =
                            new TaskTree(
                                    tasks.lines().stream()
                                            .map(
                                                    t ->
                                                            t.change(
                                                                    e ->
                                                                            e.indicators =
                                                                                    less(
                                                                                            e.indicators,
                                                                                            gone)))
                                            .toList());
                    d.findings =
                            findings.stream()
                                    .map(f -> f.touching(less(f.indicators(), gone), f.tasks()))
                                    .toList();
                    d.countermeasures =
                            countermeasures.stream()
                                    .map(c -> c.touching(less(c.indicators(), gone), c.tasks()))
                                    .toList();
                    // A chart of nothing but what is gone goes with it: without a choice it would
                    // show everything.
                    d.charts =
                            charts.stream()
                                    .filter(c -> !c.indicators().equals(List.of(gone)))
                                    .map(c -> c.ofIndicators(less(c.indicators(), gone)))
                                    .toList();
                });
    }

    /** Without the task, everything below it, and any link to these. */
    public Plan without(Task task) {
        int index = tasks.indexOf(task.id());
        if (index < 0) return this;
        List<UUID> gone =
                tasks.lines().subList(index, tasks.endOf(index)).stream().map(Task::id).toList();
        return change(
                d -> {
                    d.tasks = tasks.remove(task.id());
                    d.findings =
                            findings.stream()
                                    .map(f -> f.touching(f.indicators(), less(f.tasks(), gone)))
                                    .toList();
                    d.countermeasures =
                            countermeasures.stream()
                                    .map(c -> c.touching(c.indicators(), less(c.tasks(), gone)))
                                    .toList();
                });
    }

    /** The problem or countermeasure of the id. */
    public Optional<Issue> concern(UUID id) {
        return find(findings, Finding::id, id)
                .<Issue>map(f -> f)
                .or(() -> find(countermeasures, Countermeasure::id, id));
    }

    /** The countermeasures that answer a problem, in their order. */
    public List<Countermeasure> answers(UUID finding) {
        return countermeasures.stream().filter(c -> c.findings().contains(finding)).toList();
    }

    /**
     * With the problem or countermeasure in place of the one of the same id, or after the others of
     * its kind.
     */
    public Plan with(Issue concern) {
        return change(
                d -> {
                    switch (concern) {
                        case Finding f -> d.findings = with(findings, Finding::id, f);
                        case Countermeasure c ->
                                d.countermeasures = with(countermeasures, Countermeasure::id, c);
                    }
                });
    }

    /** Without the problem or countermeasure; what answered the problem stays. */
    public Plan without(Issue concern) {
        UUID gone = concern.id();
        return change(
                d -> {
                    d.findings = findings.stream().filter(f -> !f.id().equals(gone)).toList();
                    d.countermeasures =
                            countermeasures.stream()
                                    .filter(c -> !c.id().equals(gone))
                                    .map(c -> c.answering(less(c.findings(), gone)))
                                    .toList();
                });
    }

    /**
     * With a problem or countermeasure before (−1) or after (+1) another of its kind; unchanged if
     * there is none such.
     */
    public Plan put(UUID moved, int side, UUID other) {
        return change(
                d -> {
                    d.findings = put(findings, Finding::id, moved, side, other);
                    d.countermeasures =
                            put(countermeasures, Countermeasure::id, moved, side, other);
                });
    }

    /** With the file of evidence in place of the one of the same id, or after the others. */
    public Plan with(Evidence file) {
        return change(d -> d.evidence = with(evidence, Evidence::id, file));
    }

    /** Without the file of evidence, if no source names it any more. */
    public Plan letGo(UUID file) {
        if (PlanExtract.named(this).contains(file)) return this;
        return change(
                d -> d.evidence = evidence.stream().filter(e -> !e.id().equals(file)).toList());
    }

    public Plan with(IndicatorGroup group) {
        return change(d -> d.groups = with(groups, IndicatorGroup::id, group));
    }

    public Plan with(Department department) {
        return change(d -> d.departments = with(departments, Department::id, department));
    }

    /** With a department of the name, if there was none. */
    public Plan withDepartment(String name) {
        return department(name).isPresent()
                ? this
                : with(new Department(UUID.randomUUID(), name.strip()));
    }

    public Plan with(VerdictRule next) {
        return change(d -> d.rule = next);
    }

    public Plan with(Period period) {
        return change(
                d -> {
                    d.periods = new ArrayList<>(periods);
                    d.periods.add(period);
                });
    }

    /** With the import in place of the one of the same id, or after the others. */
    public Plan with(ImportRecord intake) {
        List<ImportRecord> next = new ArrayList<>(intakes);
        next.replaceAll(i -> i.id().equals(intake.id()) ? intake : i);
        if (!next.contains(intake)) next.add(intake);
        return change(d -> d.intakes = next);
    }

    /** With the name told for an indicator, in place of what it was told for before. */
    public Plan with(Alias alias) {
        List<Alias> next =
                new ArrayList<>(
                        aliases.stream().filter(a -> !a.name().equals(alias.name())).toList());
        next.add(alias);
        return change(d -> d.aliases = next);
    }

    /** With the chart in place of the one of the same id, or after the others. */
    public Plan with(SavedChart chart) {
        return change(d -> d.charts = with(charts, SavedChart::id, chart));
    }

    public Plan without(SavedChart chart) {
        return change(
                d -> d.charts = charts.stream().filter(c -> !c.id().equals(chart.id())).toList());
    }

    public Optional<SavedChart> chart(UUID id) {
        return find(charts, SavedChart::id, id);
    }

    /** 脱敏: with the value marked to leave the house as XX. */
    public Plan with(Redaction redaction) {
        return marked(List.of(redaction));
    }

    public Plan without(Redaction redaction) {
        return unmarked(List.of(redaction));
    }

    /** With all of the values marked; those of lines that are not here are passed over. */
    public Plan marked(Collection<Redaction> more) {
        return change(
                d -> d.redactions = Stream.concat(redactions.stream(), more.stream()).toList());
    }

    public Plan unmarked(Collection<Redaction> marks) {
        return change(
                d -> d.redactions = redactions.stream().filter(r -> !marks.contains(r)).toList());
    }

    /**
     * True if the value at a place is marked: by itself, with its whole line, or with the indicator
     * that its part belongs to.
     */
    public boolean redacts(Redaction place) {
        if (redactions.isEmpty()) return false;
        return redactions.contains(place)
                || redactions.contains(new Redaction.Line(place.line()))
                || ownerOf(place.line())
                        .filter(i -> redactions.contains(new Redaction.Line(i.id())))
                        .isPresent();
    }

    /** With the officer's wording of a paragraph in place of an earlier one. */
    public Plan with(Passage passage) {
        List<Passage> next =
                new ArrayList<>(passages.stream().filter(p -> !p.samePlace(passage)).toList());
        next.add(passage);
        return change(d -> d.passages = next);
    }

    /** With the program's own wording of a paragraph again. */
    public Plan without(Passage passage) {
        return change(
                d -> d.passages = passages.stream().filter(p -> !p.samePlace(passage)).toList());
    }

    public Optional<Passage> passage(String key, String language) {
        return passages.stream()
                .filter(p -> p.key().equals(key) && p.language().equals(language))
                .findFirst();
    }

    public Plan with(TaskTree next) {
        return change(d -> d.tasks = next);
    }

    /**
     * With other years; what stood on the plan's own days, baselines, mid-term and final targets,
     * stands on the new ones, and each new year has its column. A day of the mid-term evaluation
     * that lies outside is forgotten.
     *
     * @throws IllegalArgumentException if the years make no plan, or another target would fall
     *     outside its course
     */
    public Plan withYears(int first, int last, int baseline) {
        return change(
                        d -> {
                            d.firstYear = first;
                            d.lastYear = last;
                            d.baselineYear = baseline;
                            d.periods = new ArrayList<>(periods);
                            for (int year = first; year <= last; year++)
                                if (year < firstYear || year > lastYear)
                                    d.periods.add(Period.year(year));
                            d.midTerm =
                                    midTerm.filter(
                                            m ->
                                                    m.getYear() >= first
                                                            && m.isBefore(
                                                                    LocalDate.of(last, 12, 1)));
                        })
                .carried(this);
    }

    /**
     * With another day of the mid-term evaluation; mid-term targets that stood on the day before go
     * with it.
     *
     * @param day empty for the day on which half of the plan is over
     * @throws IllegalArgumentException if the day lies outside the plan, or in the month of another
     *     target
     */
    public Plan withMidTerm(Optional<LocalDate> day) {
        return change(d -> d.midTerm = day.filter(x -> !x.equals(half()))).carried(this);
    }

    /**
     * With every milestone that stood on one of the days of the plan before on the same day of this
     * one.
     */
    private Plan carried(Plan before) {
        return change(
                d ->
                        d.indicators =
                                indicators.stream()
                                        .map(
                                                i ->
                                                        i.change(
                                                                x -> {
                                                                    x.course =
                                                                            i.course()
                                                                                    .moved(
                                                                                            m ->
                                                                                                    carried(
                                                                                                            m,
                                                                                                            before));
                                                                    x.parts =
                                                                            i.parts().stream()
                                                                                    .map(
                                                                                            p ->
                                                                                                    new Part(
                                                                                                            p
                                                                                                                    .id(),
                                                                                                            p
                                                                                                                    .name(),
                                                                                                            p.course()
                                                                                                                    .moved(
                                                                                                                            m ->
                                                                                                                                    carried(
                                                                                                                                            m,
                                                                                                                                            before)),
                                                                                                            p
                                                                                                                    .observations()))
                                                                                    .toList();
                                                                }))
                                        .toList());
    }

    private LocalDate carried(Milestone m, Plan before) {
        return switch (m.role()) {
            case BASELINE -> m.on().equals(before.baselineDay()) ? baselineDay() : m.on();
            case MID_TERM -> m.on().equals(before.middle()) ? middle() : m.on();
            case FINAL -> m.on().equals(before.ends()) ? ends() : m.on();
            case YEARLY -> m.on();
        };
    }

    /** The indicator, or the part seen as one: whatever has figures of its own. */
    public Optional<Indicator> line(UUID id) {
        return indicator(id).or(() -> ownerOf(id).flatMap(i -> i.part(id).map(i::of)));
    }

    /** The indicator itself, or the one a part belongs to. */
    public Optional<Indicator> ownerOf(UUID line) {
        return indicator(line)
                .or(() -> indicators.stream().filter(i -> i.part(line).isPresent()).findFirst());
    }

    /** With the figure recorded for the indicator or part, and its period among the plan's. */
    public Plan record(UUID line, Observation observation) {
        return changeLine(line, i -> i.with(observation)).with(observation.period());
    }

    /** Without anything for the period, forecast or figure. */
    public Plan erase(UUID line, Period period) {
        return changeLine(line, i -> i.without(period));
    }

    /**
     * Changes an indicator; of a part, seen as one, name, course and figures.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public Plan changeLine(UUID id, Function<Indicator, Indicator> change) {
        Indicator owner =
                ownerOf(id).orElseThrow(() -> new IllegalArgumentException("no such line: " + id));
        if (owner.id().equals(id)) return with(change.apply(owner));
        Indicator next = change.apply(owner.of(owner.part(id).orElseThrow()));
        return with(owner.with(new Part(id, next.name(), next.course(), next.observations())));
    }

    /**
     * @throws IllegalArgumentException if there is no such indicator
     */
    public Plan changeIndicator(UUID id, Function<Indicator, Indicator> change) {
        Indicator before =
                indicator(id)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no such indicator: " + id));
        return with(change.apply(before));
    }

    /**
     * With the indicator one place up (−1) or down (+1) in reading order; at the edge of its group
     * it goes over into the neighbouring group. Unchanged at the very top and bottom.
     */
    public Plan move(UUID id, int by) {
        List<Indicator> order = new ArrayList<>(inOrder());
        int from = numberOf(id) - 1;
        Indicator moved = order.get(from);
        int groupIndex = groups.indexOf(group(moved.group()).orElseThrow());
        boolean within =
                from + by >= 0
                        && from + by < order.size()
                        && order.get(from + by).group().equals(moved.group());
        if (!within) {
            int next = groupIndex + by;
            if (next < 0 || next >= groups.size()) return this;
            UUID neighbour = groups.get(next).id();
            order.set(from, moved.change(d -> d.group = neighbour));
        } else {
            order.add(from + by, order.remove(from));
        }
        return change(d -> d.indicators = order);
    }

    private static <T, K> Optional<T> find(Collection<T> items, Function<T, K> key, K wanted) {
        return items.stream().filter(i -> key.apply(i).equals(wanted)).findFirst();
    }

    private static <T> List<T> with(List<T> items, Function<T, UUID> key, T added) {
        List<T> next = new ArrayList<>(items);
        next.replaceAll(i -> key.apply(i).equals(key.apply(added)) ? added : i);
        if (find(items, key, key.apply(added)).isEmpty()) next.add(added);
        return next;
    }

    private static <T> List<T> put(
            List<T> items, Function<T, UUID> key, UUID moved, int side, UUID other) {
        List<UUID> order = new ArrayList<>(items.stream().map(key).toList());
        if (moved.equals(other) || !order.containsAll(List.of(moved, other))) return items;
        order.remove(moved);
        order.add(order.indexOf(other) + (side > 0 ? 1 : 0), moved);
        return order.stream().map(id -> find(items, key, id).orElseThrow()).toList();
    }

    private static List<UUID> less(List<UUID> ids, UUID gone) {
        return less(ids, List.of(gone));
    }

    private static List<UUID> less(List<UUID> ids, List<UUID> gone) {
        return ids.stream().filter(i -> !gone.contains(i)).toList();
    }

    /** The fields of a plan, open for change while a copy is made. */
    public static final class Draft {
        public UUID id;
        public String title;
        public String organisation;
        public int firstYear;
        public int lastYear;
        public int baselineYear;
        public Optional<LocalDate> midTerm;
        public VerdictRule rule;
        public Optional<VerdictRule> bindingRule;
        public List<Period> periods;
        public List<Department> departments;
        public List<IndicatorGroup> groups;
        public List<Indicator> indicators;
        public TaskTree tasks;
        public List<Finding> findings;
        public List<Countermeasure> countermeasures;
        public List<Evidence> evidence;
        public List<Alias> aliases;
        public List<ImportRecord> intakes;
        public List<Passage> passages;
        public List<SavedChart> charts;
        public List<Redaction> redactions;

        private Draft(Plan from) {
            id = from.id;
            title = from.title;
            organisation = from.organisation;
            firstYear = from.firstYear;
            lastYear = from.lastYear;
            baselineYear = from.baselineYear;
            midTerm = from.midTerm;
            rule = from.rule;
            bindingRule = from.bindingRule;
            periods = from.periods;
            departments = from.departments;
            groups = from.groups;
            indicators = from.indicators;
            tasks = from.tasks;
            findings = from.findings;
            countermeasures = from.countermeasures;
            evidence = from.evidence;
            aliases = from.aliases;
            intakes = from.intakes;
            passages = from.passages;
            charts = from.charts;
            redactions = from.redactions;
        }

        private Plan done() {
            return new Plan(
                    id,
                    title,
                    organisation,
                    firstYear,
                    lastYear,
                    baselineYear,
                    midTerm,
                    rule,
                    bindingRule,
                    periods,
                    departments,
                    groups,
                    indicators,
                    tasks,
                    findings,
                    countermeasures,
                    evidence,
                    aliases,
                    intakes,
                    passages,
                    charts,
                    redactions);
        }
    }
}
