package plumbline.exchange;

import plumbline.plan.Alias;
import plumbline.plan.ChartColours;
import plumbline.plan.ChartKind;
import plumbline.plan.ChartLabels;
import plumbline.plan.ChartSize;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Evidence;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Passage;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Quantity;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.SavedChart;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Plans drawn from a number, so that a failure can be repeated: every kind, relation, status and
 * missing reason comes up.
 */
public final class DrawnPlan {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "",
                    "指标",
                    " 前后有空格 ",
                    "a\"b\\c",
                    "两\n行\t",
                    "=cmd|' /C calc'!A0",
                    "😀 emoji",
                    "\u0000\u001f",
                    "<>&'",
                    "»ü—…");
    private static final List<Period> PERIODS =
            List.of(
                    Period.ofYear(2021),
                    Period.ofYear(2022),
                    Period.ofHalfYear(2023, 1),
                    Period.ofQuarter(2023, 3),
                    Period.parse("2024-05"),
                    Period.parse("2021-01..2022-12"),
                    Period.parse("2021-03..2022-11"),
                    Period.ofYear(1901));
    private final Random random;
    private int ids;

    private DrawnPlan(long number) {
        random = new Random(number);
    }

    public static Plan of(long number) {
        return new DrawnPlan(number).plan();
    }

    private Plan plan() {
        List<Department> departments = some(4, () -> new Department(id(), name()));
        List<IndicatorGroup> groups = some(3, () -> new IndicatorGroup(id(), name()));
        List<Evidence> evidence =
                some(3, () -> new Evidence(id(), name(), "0123456789abcdef".repeat(4), day()));
        List<UUID> files = evidence.stream().map(Evidence::id).toList();
        List<UUID> offices = departments.stream().map(Department::id).toList();
        List<Indicator> indicators =
                groups.stream()
                        .flatMap(g -> some(4, () -> indicator(g.id(), offices, files)).stream())
                        .toList();
        List<UUID> lines = indicators.stream().map(Indicator::id).toList();
        TaskTree tasks = tasks(offices, lines);
        List<UUID> works = tasks.tasksInOrder().stream().map(Task::id).toList();
        List<Finding> findings =
                some(
                        3,
                        () ->
                                new Finding(
                                        id(),
                                        name(),
                                        text(),
                                        some(3, this::quantity),
                                        pick(lines),
                                        pick(works)));
        return new Plan(
                id(),
                name(),
                text(),
                2021,
                2025,
                2020,
                maybe(() -> LocalDate.of(2023, 6, 15)),
                one(
                        List.of(
                                VerdictRule.timeRule(),
                                VerdictRule.suizhouRule(new BigDecimal("0.2334")),
                                VerdictRule.growthRatioRule())),
                maybe(VerdictRule::ragRule),
                pick(PERIODS),
                departments,
                groups,
                indicators,
                tasks,
                findings,
                some(
                        3,
                        () ->
                                new Countermeasure(
                                        id(),
                                        name(),
                                        text(),
                                        some(2, this::quantity),
                                        first(offices),
                                        maybe(this::day),
                                        pick(findings.stream().map(Finding::id).toList()),
                                        pick(lines),
                                        pick(works))),
                evidence,
                lines.isEmpty()
                        ? List.of()
                        : some(3, () -> new Alias(name(), lines.getFirst())).stream()
                                .distinct()
                                .toList(),
                some(2, () -> intake(lines, offices, files)),
                passages(),
                some(
                        3,
                        () ->
                                new SavedChart(
                                        id(),
                                        one(ChartKind.values()),
                                        text(),
                                        pick(lines),
                                        pick(PERIODS),
                                        one(ChartLabels.values()),
                                        one(ChartSize.values()),
                                        one(ChartColours.values()))),
                pick(lines).stream()
                        .<Redaction>map(
                                l ->
                                        one(
                                                List.of(
                                                        new Redaction.LineRedaction(l),
                                                        new Redaction.PeriodRedaction(
                                                                l, one(PERIODS)),
                                                        Redaction.TargetRedaction.forMilestone(
                                                                l,
                                                                one(Milestone.Role.values()),
                                                                day()))))
                        .toList());
    }

    private ImportRecord intake(List<UUID> lines, List<UUID> offices, List<UUID> files) {
        return new ImportRecord(
                id(),
                Instant.EPOCH,
                some(2, () -> new ImportRecord.ImportedFile(name(), "")),
                pick(lines).stream()
                        .map(
                                l ->
                                        new ImportRecord.ImportedLine(
                                                l, held(offices, files), held(offices, files)))
                        .toList(),
                pick(PERIODS),
                random.nextBoolean());
    }

    private ImportRecord.LineContents held(List<UUID> offices, List<UUID> files) {
        return new ImportRecord.LineContents(
                id(), course().milestones(), observations(offices, files));
    }

    /** Of each paragraph and language one at most. */
    private List<Passage> passages() {
        return pick(List.of("overall", "tasks")).stream()
                .map(key -> new Passage(key, one(List.of("zh", "en")), name(), text()))
                .toList();
    }

    private Indicator indicator(UUID group, List<UUID> offices, List<UUID> files) {
        return Indicator.createNamed(id(), group, name())
                .withChanges(
                        d -> {
                            d.unit = text();
                            d.kind = one(IndicatorKind.values());
                            d.reporting = one(Reporting.values());
                            d.direction = one(Direction.values());
                            d.property = one(Property.values());
                            d.decimals = random.nextInt(13);
                            d.definition = text();
                            d.leadDepartment = first(offices);
                            d.supportingDepartments = pick(offices);
                            d.ratio = maybe(() -> new RatioTerms(text(), text()));
                            d.course = course();
                            d.observations = observations(offices, files);
                            d.rollUp = one(RollUp.values());
                            d.parts =
                                    some(
                                            3,
                                            () ->
                                                    new Part(
                                                            id(),
                                                            name(),
                                                            course(),
                                                            observations(offices, files)));
                            d.revisions =
                                    some(
                                            2,
                                            () ->
                                                    new TargetRevision(
                                                            milestone(
                                                                    Role.FINAL,
                                                                    LocalDate.of(2025, 12, 31)),
                                                            day(),
                                                            text(),
                                                            text()));
                            d.handVerdict =
                                    maybe(
                                            () ->
                                                    new HandVerdict(
                                                            one(Verdict.values()), name(), day()));
                            d.note = text();
                        });
    }

    private Course course() {
        List<Milestone> all =
                List.of(
                        milestone(Role.BASELINE, LocalDate.of(2020, 12, 31)),
                        milestone(Role.YEARLY, LocalDate.of(2021, 12, 31)),
                        milestone(Role.MID_TERM, LocalDate.of(2023, 6, 30)),
                        milestone(Role.FINAL, LocalDate.of(2025, 12, 31)));
        return new Course(pick(all));
    }

    private Milestone milestone(Role role, LocalDate on) {
        Relation relation = one(Relation.values());
        return new Milestone(
                role,
                on,
                amount(),
                relation,
                relation.needsBound() ? Optional.of(amount()) : Optional.empty(),
                random.nextBoolean());
    }

    private List<Observation> observations(List<UUID> offices, List<UUID> files) {
        TreeMap<String, Observation> cells = new TreeMap<>();
        for (Period period : pick(PERIODS)) {
            Status status = one(Status.values());
            Source source =
                    random.nextBoolean()
                            ? Source.TYPED
                            : new Source(
                                    text(), text(), first(offices), maybe(this::day), first(files));
            cells.put(
                    period.code() + (status == Status.FORECAST),
                    new Observation(
                            period,
                            1 + random.nextInt(period.monthCount()),
                            reading(),
                            status,
                            source,
                            text()));
        }
        return List.copyOf(cells.values());
    }

    private Reading reading() {
        return random.nextInt(3) == 0
                ? Reading.missing(one(MissingReason.values()))
                : new Reading.Value(amount(), random.nextBoolean(), text());
    }

    private Quantity quantity() {
        return new Quantity(
                name(), reading(), text(), maybe(this::reading), maybe(() -> one(PERIODS)));
    }

    private TaskTree tasks(List<UUID> offices, List<UUID> lines) {
        List<Task> tasks = new ArrayList<>();
        int level = -1;
        for (int i = random.nextInt(8); i > 0; i--) {
            level = random.nextInt(level + 2);
            int at = level;
            tasks.add(
                    Task.createTitled(id(), level, one(TaskKind.values()), name())
                            .withChanges(
                                    d -> {
                                        d.level = at;
                                        d.state = one(TaskState.values());
                                        d.ownerDepartment = first(offices);
                                        d.dueDay = maybe(this::day);
                                        d.indicatorIds = pick(lines);
                                        d.entries =
                                                some(
                                                        3,
                                                        () ->
                                                                new TaskEntry(
                                                                        id(),
                                                                        day(),
                                                                        name(),
                                                                        some(2, this::quantity)));
                                        d.note = text();
                                    }));
        }
        return new TaskTree(tasks);
    }

    /**
     * From a trillionth to the largest that can be kept, with trailing zeros and negative scales.
     */
    private BigDecimal amount() {
        return switch (random.nextInt(5)) {
            case 0 -> new BigDecimal("1.80E+4");
            case 1 -> new BigDecimal("-0.000000000001");
            case 2 -> new BigDecimal("999999999999999999999999.999999999999");
            case 3 -> BigDecimal.ZERO.setScale(random.nextInt(13));
            default -> BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(13) - 4);
        };
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2500));
    }

    private String text() {
        return one(TEXTS);
    }

    private String name() {
        return "名" + text() + ids;
    }

    private UUID id() {
        return new UUID(random.nextLong(), ids++);
    }

    private <T> Optional<T> maybe(Supplier<T> thing) {
        return random.nextBoolean() ? Optional.of(thing.get()) : Optional.empty();
    }

    private <T> Optional<T> first(List<T> things) {
        return things.stream().filter(_ -> random.nextBoolean()).findFirst();
    }

    private <T> List<T> pick(List<T> things) {
        return things.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private <T> List<T> some(int most, Supplier<T> thing) {
        return Stream.generate(thing).limit(random.nextInt(most + 1)).toList();
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private <T> T one(T[] things) {
        return things[random.nextInt(things.length)];
    }
}
