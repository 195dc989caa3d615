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
 * @param chosenMidTermDay the day of the mid-term evaluation, where it is not the one on which half
 *     of the plan is over
 * @param bindingRule by which binding indicators are judged, if not by the same as all
 * @param aliases names others use for the indicators
 * @param importRecords the imports, in the order they were made
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
        Optional<LocalDate> chosenMidTermDay,
        VerdictRule rule,
        Optional<VerdictRule> bindingRule,
        List<Period> periods,
        List<Department> departments,
        List<IndicatorGroup> groups,
        List<Indicator> indicators,
        TaskTree taskTree,
        List<Finding> findings,
        List<Countermeasure> countermeasures,
        List<Evidence> evidence,
        List<Alias> aliases,
        List<ImportRecord> importRecords,
        List<Passage> passages,
        List<SavedChart> charts,
        List<Redaction> redactions) {

    public Plan {
        title = VisibleText.onOneLine(title);
        organisation = VisibleText.onOneLine(organisation);
        Objects.requireNonNull(id);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(bindingRule);
        Objects.requireNonNull(chosenMidTermDay);
        Objects.requireNonNull(taskTree);
        if (title.isBlank()) throw new IllegalArgumentException("a plan needs a title");
        Lengths.requireAtMost(title, Lengths.TITLE);
        Lengths.requireAtMost(organisation, Lengths.TITLE);
        if (firstYear < 1900 || lastYear > 2200)
            throw new IllegalArgumentException("years out of range");
        if (lastYear < firstYear)
            throw new IllegalArgumentException("the plan ends before it begins");
        if (baselineYear >= lastYear)
            throw new IllegalArgumentException("the baseline year is not before the end");
        int earliest = firstYear;
        int latest = lastYear;
        boolean outside =
                chosenMidTermDay
                        .filter(
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
        importRecords = List.copyOf(importRecords);
        passages = List.copyOf(passages);
        charts = List.copyOf(charts);
        redactions =
                redactions.isEmpty() ? List.of() : redactionsOfKnownLines(redactions, indicators);
        checkGroups(groups, indicators);
    }

    /** In one order, so that the same marks are the same plan. */
    private static List<Redaction> redactionsOfKnownLines(
            List<Redaction> redactions, List<Indicator> indicators) {
        Set<UUID> lines =
                indicators.stream()
                        .flatMap(
                                i ->
                                        Stream.concat(
                                                Stream.of(i.id()),
                                                i.parts().stream().map(Part::id)))
                        .collect(Collectors.toSet());
        return redactions.stream()
                .filter(r -> lines.contains(r.indicatorOrPartId()))
                .distinct()
                .sorted()
                .toList();
    }

    private static void checkGroups(List<IndicatorGroup> groups, List<Indicator> indicators) {
        List<UUID> known = groups.stream().map(IndicatorGroup::id).toList();
        for (Indicator indicator : indicators) {
            if (!known.contains(indicator.groupId()))
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
            years.add(Period.ofYear(year));
        return new Plan(
                id,
                title,
                organisation,
                firstYear,
                lastYear,
                baselineYear,
                Optional.empty(),
                VerdictRule.timeRule(),
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
    public Plan withChanges(Consumer<Draft> changes) {
        Draft draft = new Draft(this);
        changes.accept(draft);
        return draft.build();
    }

    /** The day before the plan's first day: its clock starts here. */
    public LocalDate dayBeforeStart() {
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
    public LocalDate midTermDay() {
        return chosenMidTermDay.orElseGet(this::halfwayDay);
    }

    private LocalDate halfwayDay() {
        return YearMonth.from(dayBeforeStart())
                .plusMonths(Course.monthsBetween(dayBeforeStart(), lastDay()) / 2)
                .atEndOfMonth();
    }

    /** The last day of the plan. */
    public LocalDate lastDay() {
        return LocalDate.of(lastYear, 12, 31);
    }

    public Optional<Indicator> findIndicator(UUID id) {
        return findByKey(indicators, Indicator::id, id);
    }

    public Optional<IndicatorGroup> findGroup(UUID id) {
        return findByKey(groups, IndicatorGroup::id, id);
    }

    public Optional<Department> findDepartment(UUID id) {
        return findByKey(departments, Department::id, id);
    }

    public Optional<Department> findDepartmentByName(String name) {
        return findByKey(departments, Department::name, name.strip());
    }

    /** The indicators of a group, in their order. */
    public List<Indicator> indicatorsInGroup(IndicatorGroup group) {
        return indicators.stream().filter(i -> i.groupId().equals(group.id())).toList();
    }

    /** The indicators as they are read: group by group. */
    public List<Indicator> indicatorsInOrder() {
        return groups.stream().flatMap(g -> indicatorsInGroup(g).stream()).toList();
    }

    /** 序号: the place of an indicator in reading order, from 1; 0 if it is not of this plan. */
    public int sequenceNumberOf(UUID indicator) {
        return indicatorsInOrder().stream().map(Indicator::id).toList().indexOf(indicator) + 1;
    }

    /**
     * The course an indicator is judged on: a baseline older than the plan counts from the plan's
     * own beginning, because its clock starts there.
     */
    public Course courseWithinPlan(Indicator indicator) {
        return indicator.course().startingAt(dayBeforeStart());
    }

    /**
     * The course that was in force on a day, as it is judged on: by the targets decided up to then.
     */
    public Course courseWithinPlanOn(Indicator indicator, LocalDate day) {
        return indicator.courseInForceOn(day).startingAt(dayBeforeStart());
    }

    /** The rule an indicator is judged by: binding ones may have their own. */
    public VerdictRule ruleFor(Indicator indicator) {
        return indicator.property() == Property.BINDING ? bindingRule.orElse(rule) : rule;
    }

    /** With the indicator in place of the one of the same id, or after the others. */
    public Plan withIndicator(Indicator indicator) {
        return withChanges(
                d -> d.indicators = replaceOrAppend(indicators, Indicator::id, indicator));
    }

    /** Without the indicator and without any link to it. */
    public Plan withoutIndicator(Indicator indicator) {
        UUID gone = indicator.id();
        return withChanges(
                d -> {
                    d.indicators = indicators.stream().filter(i -> !i.id().equals(gone)).toList();
                    d.taskTree =
                            new TaskTree(
                                    taskTree.tasksInOrder().stream()
                                            .map(
                                                    t ->
                                                            t.withChanges(
                                                                    e ->
                                                                            e.indicatorIds =
                                                                                    idsWithout(
                                                                                            e.indicatorIds,
                                                                                            gone)))
                                            .toList());
                    d.findings =
                            findings.stream()
                                    .map(
                                            f ->
                                                    f.withLinks(
                                                            idsWithout(f.indicatorIds(), gone),
                                                            f.taskIds()))
                                    .toList();
                    d.countermeasures =
                            countermeasures.stream()
                                    .map(
                                            c ->
                                                    c.withLinks(
                                                            idsWithout(c.indicatorIds(), gone),
                                                            c.taskIds()))
                                    .toList();
                    // A chart of nothing but what is gone goes with it: without a choice it would
                    // show everything.
                    d.charts =
                            charts.stream()
                                    .filter(c -> !c.indicatorIds().equals(List.of(gone)))
                                    .map(c -> c.withIndicators(idsWithout(c.indicatorIds(), gone)))
                                    .toList();
                });
    }

    /** Without the task, everything below it, and any link to these. */
    public Plan withoutTask(Task task) {
        int index = taskTree.indexOf(task.id());
        if (index < 0) return this;
        List<UUID> gone =
                taskTree.tasksInOrder().subList(index, taskTree.endOfBranch(index)).stream()
                        .map(Task::id)
                        .toList();
        return withChanges(
                d -> {
                    d.taskTree = taskTree.withoutTask(task.id());
                    d.findings =
                            findings.stream()
                                    .map(
                                            f ->
                                                    f.withLinks(
                                                            f.indicatorIds(),
                                                            idsWithout(f.taskIds(), gone)))
                                    .toList();
                    d.countermeasures =
                            countermeasures.stream()
                                    .map(
                                            c ->
                                                    c.withLinks(
                                                            c.indicatorIds(),
                                                            idsWithout(c.taskIds(), gone)))
                                    .toList();
                });
    }

    /** The problem or countermeasure of the id. */
    public Optional<Issue> findIssue(UUID id) {
        return findByKey(findings, Finding::id, id)
                .<Issue>map(f -> f)
                .or(() -> findByKey(countermeasures, Countermeasure::id, id));
    }

    /** The countermeasures that answer a problem, in their order. */
    public List<Countermeasure> countermeasuresFor(UUID finding) {
        return countermeasures.stream().filter(c -> c.findingIds().contains(finding)).toList();
    }

    /**
     * With the problem or countermeasure in place of the one of the same id, or after the others of
     * its kind.
     */
    public Plan withIssue(Issue concern) {
        return withChanges(
                d -> {
                    switch (concern) {
                        case Finding f -> d.findings = replaceOrAppend(findings, Finding::id, f);
                        case Countermeasure c ->
                                d.countermeasures =
                                        replaceOrAppend(countermeasures, Countermeasure::id, c);
                    }
                });
    }

    /** Without the problem or countermeasure; what answered the problem stays. */
    public Plan withoutIssue(Issue concern) {
        UUID gone = concern.id();
        return withChanges(
                d -> {
                    d.findings = findings.stream().filter(f -> !f.id().equals(gone)).toList();
                    d.countermeasures =
                            countermeasures.stream()
                                    .filter(c -> !c.id().equals(gone))
                                    .map(c -> c.withFindings(idsWithout(c.findingIds(), gone)))
                                    .toList();
                });
    }

    /**
     * With a problem or countermeasure before (−1) or after (+1) another of its kind; unchanged if
     * there is none such.
     */
    public Plan withIssueMoved(UUID moved, int side, UUID other) {
        return withChanges(
                d -> {
                    d.findings = moveBeside(findings, Finding::id, moved, side, other);
                    d.countermeasures =
                            moveBeside(countermeasures, Countermeasure::id, moved, side, other);
                });
    }

    /** With the file of evidence in place of the one of the same id, or after the others. */
    public Plan withEvidence(Evidence file) {
        return withChanges(d -> d.evidence = replaceOrAppend(evidence, Evidence::id, file));
    }

    /** Without the file of evidence, if no source names it any more. */
    public Plan withoutUnusedEvidence(UUID file) {
        if (PlanExtract.namedDepartmentsAndEvidence(this).contains(file)) return this;
        return withChanges(
                d -> d.evidence = evidence.stream().filter(e -> !e.id().equals(file)).toList());
    }

    public Plan withGroup(IndicatorGroup group) {
        return withChanges(d -> d.groups = replaceOrAppend(groups, IndicatorGroup::id, group));
    }

    public Plan withDepartment(Department department) {
        return withChanges(
                d -> d.departments = replaceOrAppend(departments, Department::id, department));
    }

    /** With a department of the name, if there was none. */
    public Plan withDepartmentNamed(String name) {
        return findDepartmentByName(name).isPresent()
                ? this
                : withDepartment(new Department(UUID.randomUUID(), name.strip()));
    }

    public Plan withRule(VerdictRule next) {
        return withChanges(d -> d.rule = next);
    }

    public Plan withPeriod(Period period) {
        return withChanges(
                d -> {
                    d.periods = new ArrayList<>(periods);
                    d.periods.add(period);
                });
    }

    /** With the import in place of the one of the same id, or after the others. */
    public Plan withImportRecord(ImportRecord intake) {
        List<ImportRecord> next = new ArrayList<>(importRecords);
        next.replaceAll(i -> i.id().equals(intake.id()) ? intake : i);
        if (!next.contains(intake)) next.add(intake);
        return withChanges(d -> d.importRecords = next);
    }

    /** With the name told for an indicator, in place of what it was told for before. */
    public Plan withAlias(Alias alias) {
        List<Alias> next =
                new ArrayList<>(
                        aliases.stream().filter(a -> !a.name().equals(alias.name())).toList());
        next.add(alias);
        return withChanges(d -> d.aliases = next);
    }

    /** With the chart in place of the one of the same id, or after the others. */
    public Plan withChart(SavedChart chart) {
        return withChanges(d -> d.charts = replaceOrAppend(charts, SavedChart::id, chart));
    }

    public Plan withoutChart(SavedChart chart) {
        return withChanges(
                d -> d.charts = charts.stream().filter(c -> !c.id().equals(chart.id())).toList());
    }

    public Optional<SavedChart> findChart(UUID id) {
        return findByKey(charts, SavedChart::id, id);
    }

    /** 脱敏: with the value marked to leave the house as XX. */
    public Plan withRedaction(Redaction redaction) {
        return withRedactions(List.of(redaction));
    }

    public Plan withoutRedaction(Redaction redaction) {
        return withoutRedactions(List.of(redaction));
    }

    /** With all of the values marked; those of lines that are not here are passed over. */
    public Plan withRedactions(Collection<Redaction> more) {
        return withChanges(
                d -> d.redactions = Stream.concat(redactions.stream(), more.stream()).toList());
    }

    public Plan withoutRedactions(Collection<Redaction> marks) {
        return withChanges(
                d -> d.redactions = redactions.stream().filter(r -> !marks.contains(r)).toList());
    }

    /**
     * True if the value at a place is marked: by itself, with its whole line, or with the indicator
     * that its part belongs to.
     */
    public boolean isRedacted(Redaction place) {
        if (redactions.isEmpty()) return false;
        return redactions.contains(place)
                || redactions.contains(new Redaction.LineRedaction(place.indicatorOrPartId()))
                || findOwner(place.indicatorOrPartId())
                        .filter(i -> redactions.contains(new Redaction.LineRedaction(i.id())))
                        .isPresent();
    }

    /** With the officer's wording of a paragraph in place of an earlier one. */
    public Plan withPassage(Passage passage) {
        List<Passage> next =
                new ArrayList<>(
                        passages.stream().filter(p -> !p.isSameParagraph(passage)).toList());
        next.add(passage);
        return withChanges(d -> d.passages = next);
    }

    /** With the program's own wording of a paragraph again. */
    public Plan withoutPassage(Passage passage) {
        return withChanges(
                d ->
                        d.passages =
                                passages.stream()
                                        .filter(p -> !p.isSameParagraph(passage))
                                        .toList());
    }

    public Optional<Passage> findPassage(String key, String language) {
        return passages.stream()
                .filter(p -> p.key().equals(key) && p.language().equals(language))
                .findFirst();
    }

    public Plan withTaskTree(TaskTree next) {
        return withChanges(d -> d.taskTree = next);
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
        return withChanges(
                        d -> {
                            d.firstYear = first;
                            d.lastYear = last;
                            d.baselineYear = baseline;
                            d.periods = new ArrayList<>(periods);
                            for (int year = first; year <= last; year++)
                                if (year < firstYear || year > lastYear)
                                    d.periods.add(Period.ofYear(year));
                            d.chosenMidTermDay =
                                    chosenMidTermDay.filter(
                                            m ->
                                                    m.getYear() >= first
                                                            && m.isBefore(
                                                                    LocalDate.of(last, 12, 1)));
                        })
                .withMilestonesCarriedFrom(this);
    }

    /**
     * With another day of the mid-term evaluation; mid-term targets that stood on the day before go
     * with it.
     *
     * @param day empty for the day on which half of the plan is over
     * @throws IllegalArgumentException if the day lies outside the plan, or in the month of another
     *     target
     */
    public Plan withMidTermDay(Optional<LocalDate> day) {
        return withChanges(d -> d.chosenMidTermDay = day.filter(x -> !x.equals(halfwayDay())))
                .withMilestonesCarriedFrom(this);
    }

    /**
     * With every milestone that stood on one of the days of the plan before on the same day of this
     * one.
     */
    private Plan withMilestonesCarriedFrom(Plan before) {
        return withChanges(
                d ->
                        d.indicators =
                                indicators.stream()
                                        .map(
                                                i ->
                                                        i.withChanges(
                                                                x -> {
                                                                    x.course =
                                                                            i.course()
                                                                                    .withMilestoneDays(
                                                                                            m ->
                                                                                                    carriedDay(
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
                                                                                                                    .withMilestoneDays(
                                                                                                                            m ->
                                                                                                                                    carriedDay(
                                                                                                                                            m,
                                                                                                                                            before)),
                                                                                                            p
                                                                                                                    .observations()))
                                                                                    .toList();
                                                                }))
                                        .toList());
    }

    private LocalDate carriedDay(Milestone m, Plan before) {
        return switch (m.role()) {
            case BASELINE -> m.day().equals(before.baselineDay()) ? baselineDay() : m.day();
            case MID_TERM -> m.day().equals(before.midTermDay()) ? midTermDay() : m.day();
            case FINAL -> m.day().equals(before.lastDay()) ? lastDay() : m.day();
            case YEARLY -> m.day();
        };
    }

    /** The indicator, or the part seen as one: whatever has figures of its own. */
    public Optional<Indicator> findIndicatorOrPart(UUID id) {
        return findIndicator(id)
                .or(() -> findOwner(id).flatMap(i -> i.findPart(id).map(i::partAsIndicator)));
    }

    /** The indicator itself, or the one a part belongs to. */
    public Optional<Indicator> findOwner(UUID line) {
        return findIndicator(line)
                .or(
                        () ->
                                indicators.stream()
                                        .filter(i -> i.findPart(line).isPresent())
                                        .findFirst());
    }

    /** With the figure recorded for the indicator or part, and its period among the plan's. */
    public Plan withObservation(UUID line, Observation observation) {
        return withChangedIndicatorOrPart(line, i -> i.withObservation(observation))
                .withPeriod(observation.period());
    }

    /** Without anything for the period, forecast or figure. */
    public Plan withoutObservations(UUID line, Period period) {
        return withChangedIndicatorOrPart(line, i -> i.withoutObservations(period));
    }

    /**
     * Changes an indicator; of a part, seen as one, name, course and figures.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public Plan withChangedIndicatorOrPart(UUID id, Function<Indicator, Indicator> change) {
        Indicator owner =
                findOwner(id)
                        .orElseThrow(() -> new IllegalArgumentException("no such line: " + id));
        if (owner.id().equals(id)) return withIndicator(change.apply(owner));
        Indicator next = change.apply(owner.partAsIndicator(owner.findPart(id).orElseThrow()));
        return withIndicator(
                owner.withPart(new Part(id, next.name(), next.course(), next.observations())));
    }

    /**
     * @throws IllegalArgumentException if there is no such indicator
     */
    public Plan withChangedIndicator(UUID id, Function<Indicator, Indicator> change) {
        Indicator before =
                findIndicator(id)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no such indicator: " + id));
        return withIndicator(change.apply(before));
    }

    /**
     * With the indicator one place up (−1) or down (+1) in reading order; at the edge of its group
     * it goes over into the neighbouring group. Unchanged at the very top and bottom.
     */
    public Plan withIndicatorMoved(UUID id, int by) {
        List<Indicator> order = new ArrayList<>(indicatorsInOrder());
        int from = sequenceNumberOf(id) - 1;
        Indicator moved = order.get(from);
        int groupIndex = groups.indexOf(findGroup(moved.groupId()).orElseThrow());
        boolean within =
                from + by >= 0
                        && from + by < order.size()
                        && order.get(from + by).groupId().equals(moved.groupId());
        if (!within) {
            int next = groupIndex + by;
            if (next < 0 || next >= groups.size()) return this;
            UUID neighbour = groups.get(next).id();
            order.set(from, moved.withChanges(d -> d.groupId = neighbour));
        } else {
            order.add(from + by, order.remove(from));
        }
        return withChanges(d -> d.indicators = order);
    }

    private static <T, K> Optional<T> findByKey(Collection<T> items, Function<T, K> key, K wanted) {
        return items.stream().filter(i -> key.apply(i).equals(wanted)).findFirst();
    }

    private static <T> List<T> replaceOrAppend(List<T> items, Function<T, UUID> key, T added) {
        List<T> next = new ArrayList<>(items);
        next.replaceAll(i -> key.apply(i).equals(key.apply(added)) ? added : i);
        if (findByKey(items, key, key.apply(added)).isEmpty()) next.add(added);
        return next;
    }

    private static <T> List<T> moveBeside(
            List<T> items, Function<T, UUID> key, UUID moved, int side, UUID other) {
        List<UUID> order = new ArrayList<>(items.stream().map(key).toList());
        if (moved.equals(other) || !order.containsAll(List.of(moved, other))) return items;
        order.remove(moved);
        order.add(order.indexOf(other) + (side > 0 ? 1 : 0), moved);
        return order.stream().map(id -> findByKey(items, key, id).orElseThrow()).toList();
    }

    private static List<UUID> idsWithout(List<UUID> ids, UUID gone) {
        return idsWithout(ids, List.of(gone));
    }

    private static List<UUID> idsWithout(List<UUID> ids, List<UUID> gone) {
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
        public Optional<LocalDate> chosenMidTermDay;
        public VerdictRule rule;
        public Optional<VerdictRule> bindingRule;
        public List<Period> periods;
        public List<Department> departments;
        public List<IndicatorGroup> groups;
        public List<Indicator> indicators;
        public TaskTree taskTree;
        public List<Finding> findings;
        public List<Countermeasure> countermeasures;
        public List<Evidence> evidence;
        public List<Alias> aliases;
        public List<ImportRecord> importRecords;
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
            chosenMidTermDay = from.chosenMidTermDay;
            rule = from.rule;
            bindingRule = from.bindingRule;
            periods = from.periods;
            departments = from.departments;
            groups = from.groups;
            indicators = from.indicators;
            taskTree = from.taskTree;
            findings = from.findings;
            countermeasures = from.countermeasures;
            evidence = from.evidence;
            aliases = from.aliases;
            importRecords = from.importRecords;
            passages = from.passages;
            charts = from.charts;
            redactions = from.redactions;
        }

        private Plan build() {
            return new Plan(
                    id,
                    title,
                    organisation,
                    firstYear,
                    lastYear,
                    baselineYear,
                    chosenMidTermDay,
                    rule,
                    bindingRule,
                    periods,
                    departments,
                    groups,
                    indicators,
                    taskTree,
                    findings,
                    countermeasures,
                    evidence,
                    aliases,
                    importRecords,
                    passages,
                    charts,
                    redactions);
        }
    }
}
