package plumbline.store;

import plumbline.plan.Alias;
import plumbline.plan.ChartColours;
import plumbline.plan.ChartKind;
import plumbline.plan.ChartLabels;
import plumbline.plan.ChartSize;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Evidence;
import plumbline.plan.FigureAge;
import plumbline.plan.Finding;
import plumbline.plan.HandVerdict;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A plan in which every field of every record is used, with its awkward values. */
public final class FullPlan {
    static final UUID INDICATOR = new UUID(2, 1);
    static final UUID EMPTY_INDICATOR = new UUID(2, 2);

    private FullPlan() {}

    public static Plan of(UUID id) {
        UUID office = new UUID(1, 1);
        UUID group = new UUID(1, 2);
        UUID file = new UUID(1, 3);
        UUID task = new UUID(3, 1);
        UUID finding = new UUID(4, 1);
        LocalDate end = LocalDate.of(2025, 12, 31);
        Milestone between =
                new Milestone(
                        Milestone.Role.FINAL,
                        end,
                        new BigDecimal("63"),
                        Relation.BETWEEN,
                        Optional.of(new BigDecimal("68.50")),
                        true);
        Course course =
                Course.of(
                        Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal("18E+3")),
                        Milestone.target(
                                Milestone.Role.YEARLY,
                                LocalDate.of(2021, 12, 31),
                                new BigDecimal("-0.000000000001"),
                                Direction.LOWER),
                        Milestone.target(
                                Milestone.Role.MID_TERM,
                                LocalDate.of(2023, 6, 30),
                                BigDecimal.ZERO,
                                Direction.LOWER),
                        between);
        Source source =
                new Source(
                        "报表 “甲”.xls",
                        "Sheet1!C14",
                        Optional.of(office),
                        Optional.of(LocalDate.of(2023, 1, 9)),
                        Optional.of(file));
        List<Observation> observations =
                List.of(
                        new Observation(
                                Period.ofYear(2021),
                                12,
                                new Reading.Value(new BigDecimal("1.50E+6"), true, "近150万"),
                                Status.ACTUAL,
                                source,
                                "注：😀"),
                        Observation.of(
                                Period.ofYear(2022),
                                Status.FORECAST,
                                Reading.ofAmount("999999999999999999999999.999999999999")),
                        Observation.of(
                                Period.ofYear(2022),
                                Status.PRELIMINARY,
                                Reading.missing(MissingReason.REDACTED)),
                        new Observation(
                                Period.ofHalfYear(2023, 1),
                                5,
                                Reading.ofAmount("0.10"),
                                Status.ACTUAL,
                                Source.TYPED,
                                ""),
                        Observation.of(
                                Period.parse("2021-03..2022-11"),
                                Status.ACTUAL,
                                Reading.missing(MissingReason.NOT_APPLICABLE)));
        Indicator full =
                Indicator.createNamed(INDICATOR, group, "指标\n第二行")
                        .withChanges(
                                d -> {
                                    d.unit = "万张";
                                    d.kind = IndicatorKind.CUMULATIVE;
                                    d.reporting = Reporting.PER_PERIOD;
                                    d.direction = Direction.LOWER;
                                    d.property = Property.BINDING;
                                    d.decimals = 12;
                                    d.definition = "口径".repeat(5000);
                                    d.leadDepartment = Optional.of(office);
                                    d.supportingDepartments = List.of(new UUID(1, 9), office);
                                    d.ratio = Optional.of(new RatioTerms("分子", ""));
                                    d.course = course;
                                    d.observations = observations;
                                    d.rollUp = RollUp.SUM;
                                    d.chosenDemand = Optional.of(Demand.REACH);
                                    d.parts =
                                            List.of(
                                                    new Part(
                                                            new UUID(2, 8),
                                                            "曾都区",
                                                            course,
                                                            observations),
                                                    new Part(
                                                            new UUID(2, 9),
                                                            "广水市",
                                                            Course.EMPTY,
                                                            List.of()));
                                    d.revisions =
                                            List.of(
                                                    new TargetRevision(
                                                            between,
                                                            LocalDate.of(2023, 5, 1),
                                                            "疫情",
                                                            "〔2023〕12号"));
                                    d.handVerdict =
                                            Optional.of(
                                                    new HandVerdict(
                                                            Verdict.NEARLY,
                                                            "专家意见",
                                                            LocalDate.of(2023, 7, 1)));
                                    d.note = "'quoted'; drop table plan; --";
                                });
        Quantity quantity =
                new Quantity(
                        "公示时间",
                        Reading.ofAmount("20"),
                        "天",
                        Optional.of(Reading.ofAmount("45")),
                        Optional.of(Period.parse("2021-01..2022-12")));
        Quantity bare =
                new Quantity(
                        "费用",
                        Reading.missing(MissingReason.NOT_REPORTED),
                        "",
                        Optional.empty(),
                        Optional.empty());
        Quantity from =
                new Quantity(
                        "户数",
                        Reading.ofAmount("1"),
                        "",
                        Optional.of(new Reading.Missing(MissingReason.NOT_CARRIED_OUT, "未调查")),
                        Optional.empty());
        Task top = Task.createTitled(task, 0, TaskKind.STRATEGY, "战略");
        Task below =
                Task.createTitled(new UUID(3, 2), 1, TaskKind.ITEM, "事项")
                        .withChanges(
                                d -> {
                                    d.state = TaskState.SUSPENDED;
                                    d.ownerDepartment = Optional.of(office);
                                    d.dueDay = Optional.of(end);
                                    d.indicatorIds = List.of(INDICATOR);
                                    d.entries =
                                            List.of(
                                                    new TaskEntry(
                                                            new UUID(3, 8),
                                                            end,
                                                            "",
                                                            List.of(quantity, bare, from)),
                                                    new TaskEntry(
                                                            new UUID(3, 9), end, "做了", List.of()));
                                    d.note = "备注";
                                });
        return Plan.empty(id, "规划", "", 2021, 2025, 2020)
                .withChanges(
                        d -> {
                            d.rule = VerdictRule.suizhouRule(new BigDecimal("0.2334"));
                            d.bindingRule = Optional.of(labelled(VerdictRule.timeRule()));
                            d.chosenMidTermDay = Optional.of(LocalDate.of(2022, 12, 31));
                            d.periods = List.of(Period.ofYear(2021), Period.ofHalfYear(2023, 1));
                            d.departments = List.of(new Department(office, "注册科"));
                            d.groups =
                                    List.of(
                                            new IndicatorGroup(group, "类"),
                                            new IndicatorGroup(new UUID(1, 5), "空类"));
                            d.indicators =
                                    List.of(
                                            full,
                                            Indicator.createNamed(EMPTY_INDICATOR, group, "空"));
                            d.taskTree = new TaskTree(List.of(top, below));
                            d.findings =
                                    List.of(
                                            new Finding(
                                                    finding,
                                                    "问题",
                                                    "",
                                                    List.of(quantity),
                                                    List.of(INDICATOR),
                                                    List.of(task)));
                            d.countermeasures =
                                    List.of(
                                            new Countermeasure(
                                                    new UUID(4, 2),
                                                    "对策",
                                                    "写",
                                                    List.of(bare),
                                                    Optional.of(office),
                                                    Optional.of(end),
                                                    List.of(finding),
                                                    List.of(INDICATOR),
                                                    List.of(task)));
                            d.charts =
                                    List.of(
                                            new SavedChart(
                                                    new UUID(6, 1),
                                                    ChartKind.MATRIX,
                                                    "题'; --",
                                                    List.of(EMPTY_INDICATOR, INDICATOR),
                                                    List.of(
                                                            Period.ofHalfYear(2023, 1),
                                                            Period.ofYear(2021)),
                                                    ChartLabels.HIDDEN,
                                                    ChartSize.A4_WIDTH,
                                                    ChartColours.MONOCHROME),
                                            SavedChart.createForWholePlan(
                                                    new UUID(6, 2), ChartKind.GANTT));
                            d.passages =
                                    List.of(
                                            new Passage(
                                                    "overall",
                                                    "zh",
                                                    "共{all.total}项；'引号'",
                                                    "共有{all.total}项"),
                                            new Passage("overall", "en", "{all.total} in all", ""));
                            d.evidence =
                                    List.of(
                                            new Evidence(
                                                    file,
                                                    "表.xls",
                                                    "0123456789abcdef".repeat(4),
                                                    end));
                            d.redactions =
                                    List.of(
                                            new Redaction.LineRedaction(EMPTY_INDICATOR),
                                            new Redaction.PeriodRedaction(
                                                    INDICATOR, Period.parse("2021-03..2022-11")),
                                            new Redaction.PeriodRedaction(
                                                    new UUID(2, 8), Period.ofYear(2021)),
                                            Redaction.TargetRedaction.forMilestone(
                                                    INDICATOR,
                                                    Milestone.Role.YEARLY,
                                                    LocalDate.of(2021, 12, 31)),
                                            Redaction.TargetRedaction.forMilestone(
                                                    INDICATOR, Milestone.Role.FINAL, end));
                            d.aliases =
                                    List.of(
                                            new Alias("登记主体", INDICATOR),
                                            new Alias("gdp", EMPTY_INDICATOR));
                            d.importRecords =
                                    List.of(
                                            new ImportRecord(
                                                    new UUID(9, 1),
                                                    Instant.parse("2023-07-10T08:00:00.123456Z"),
                                                    List.of(
                                                            new ImportRecord.ImportedFile(
                                                                    "甲.xlsx", "0".repeat(64)),
                                                            new ImportRecord.ImportedFile(
                                                                    "粘贴", "")),
                                                    List.of(
                                                            new ImportRecord.ImportedLine(
                                                                    INDICATOR,
                                                                    new ImportRecord.LineContents(
                                                                            new UUID(9, 2),
                                                                            List.of(between),
                                                                            observations.subList(
                                                                                    0, 1)),
                                                                    new ImportRecord.LineContents(
                                                                            new UUID(9, 3),
                                                                            course.milestones(),
                                                                            observations))),
                                                    List.of(
                                                            Period.ofHalfYear(2022, 1),
                                                            Period.parse("2021-03..2022-11")),
                                                    true),
                                            new ImportRecord(
                                                    new UUID(9, 4),
                                                    Instant.EPOCH,
                                                    List.of(),
                                                    List.of(),
                                                    List.of(),
                                                    false));
                        });
    }

    private static VerdictRule labelled(VerdictRule rule) {
        return new VerdictRule(
                "自定",
                rule.basis(),
                rule.metIsAhead(),
                true,
                rule.bands().stream()
                        .map(
                                b ->
                                        new VerdictRule.Band(
                                                b.verdict(),
                                                b.verdict() == Verdict.BEHIND ? "未兑现" : "",
                                                b.lowerBound()))
                        .toList(),
                new BigDecimal("0.05"),
                FigureAge.SIX_MONTHS);
    }
}
