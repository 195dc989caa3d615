package plumbline.plan.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Department;
import plumbline.plan.Direction;
import plumbline.plan.Evidence;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.PlanExtract;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.plan.TaskTree;
import plumbline.plan.merge.MergeChange.MergeState;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What another plan offers, and what becomes of this one when it is taken. */
class PlanMergeTest {
    private static final UUID GROUP = new UUID(1, 1);
    private static final UUID ONE = new UUID(2, 1);
    private static final UUID TWO = new UUID(2, 2);
    private static final Period Y2022 = Period.ofYear(2022);

    private static Plan sample(String name) {
        try {
            return SamplePlans.openSample(name, new UUID(0, 1));
        } catch (Problem problem) {
            throw new AssertionError(problem);
        }
    }

    /** Two indicators in one group; the first has a target. */
    private static Plan plan(UnaryOperator<Indicator> first) {
        Indicator one =
                Indicator.createNamed(ONE, GROUP, "经营主体")
                        .withChanges(
                                d -> {
                                    d.unit = "户";
                                    d.course =
                                            Course.of(
                                                    Milestone.target(
                                                            Milestone.Role.FINAL,
                                                            LocalDate.of(2025, 12, 31),
                                                            new BigDecimal("100"),
                                                            Direction.HIGHER));
                                });
        return Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                .withChanges(
                        d -> {
                            d.groups = List.of(new IndicatorGroup(GROUP, "发展"));
                            d.indicators =
                                    List.of(
                                            first.apply(one),
                                            Indicator.createNamed(TWO, GROUP, "专利"));
                        });
    }

    private static Plan plan() {
        return plan(i -> i);
    }

    private static Plan with(Observation observation) {
        return plan(i -> i.withObservation(observation));
    }

    private static List<String> said(PlanMerge merging) {
        return merging.changes().stream()
                .map(o -> o.getClass().getSimpleName() + " " + o.state())
                .toList();
    }

    private static Plan all(PlanMerge merging) {
        return merging.planWithChanges(merging.changes());
    }

    @Test
    void aPlanOffersNothingNewToItself() {
        for (String name : SamplePlans.sampleNames()) {
            PlanMerge merging = PlanMerge.betweenPlans(sample(name), sample(name));
            assertTrue(
                    merging.changes().stream().allMatch(o -> o.state() == MergeState.SAME), name);
            assertEquals(sample(name), all(merging));
        }
    }

    @Test
    void anEmptyPlanTakesEverything() {
        for (String name : SamplePlans.sampleNames()) {
            Plan sample = sample(name);
            Plan empty =
                    Plan.empty(
                                    sample.id(),
                                    sample.title(),
                                    sample.organisation(),
                                    sample.firstYear(),
                                    sample.lastYear(),
                                    sample.baselineYear())
                            .withChanges(
                                    d -> {
                                        d.rule = sample.rule();
                                        d.periods = sample.periods();
                                        d.groups = sample.groups();
                                        d.departments = sample.departments();
                                    });
            assertEquals(
                    sample,
                    all(PlanMerge.betweenPlans(empty, sample))
                            .withChanges(d -> d.periods = sample.periods()),
                    name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',ACTUAL 5,NEW",
        "ACTUAL 5,ACTUAL 5,SAME",
        "ACTUAL 5,ACTUAL 5.0,SAME",
        "ACTUAL 5,ACTUAL 6,CONFLICT",
        "PRELIMINARY 5,ACTUAL 6,CHANGED",
        "ACTUAL 6,PRELIMINARY 5,CONFLICT",
        "ACTUAL -,ACTUAL 5,CHANGED",
        "ACTUAL 5,ACTUAL -,CONFLICT",
        "PRELIMINARY 5,PRELIMINARY 6,CONFLICT",
        "FORECAST 5,ACTUAL 6,NEW",
        "FORECAST 5,FORECAST 6,CONFLICT"
    })
    void aFigureIsHeldAgainstWhatIsThere(String mine, String theirs, MergeState expected) {
        Plan here = mine.isEmpty() ? plan() : with(figure(mine));
        PlanMerge merging = PlanMerge.betweenPlans(here, with(figure(theirs)));
        assertEquals(
                List.of("OfferedFigure " + expected),
                said(merging).stream().filter(s -> s.startsWith("OfferedFigure")).toList());
        assertEquals(
                figure(theirs).reading().findAmount().map(BigDecimal::stripTrailingZeros),
                all(merging).findIndicator(ONE).orElseThrow().observations().stream()
                        .filter(o -> o.status() == figure(theirs).status())
                        .findFirst()
                        .orElseThrow()
                        .reading()
                        .findAmount()
                        .map(BigDecimal::stripTrailingZeros));
    }

    private static Observation figure(String text) {
        String[] words = text.split(" ");
        return Observation.of(
                Y2022,
                Status.valueOf(words[0]),
                words[1].equals("-")
                        ? Reading.missing(MissingReason.NOT_REPORTED)
                        : Reading.ofAmount(words[1]));
    }

    @Test
    void theSameFigureWithASourceSaysMore() {
        Observation typed = Observation.actual(Y2022, "5");
        PlanMerge merging =
                PlanMerge.betweenPlans(
                        with(typed), with(typed.withSource(Source.inDocument("报表.xlsx", "C4"))));
        assertEquals(List.of("OfferedFigure CHANGED"), said(merging));
        assertEquals(
                "C4",
                all(merging)
                        .findIndicator(ONE)
                        .orElseThrow()
                        .observations()
                        .getFirst()
                        .source()
                        .place());
    }

    @Test
    void whatIsNotChosenStaysAsItIs() {
        Plan mine = with(Observation.actual(Y2022, "5"));
        assertEquals(
                mine,
                PlanMerge.betweenPlans(mine, with(Observation.actual(Y2022, "6")))
                        .planWithChanges(List.of()));
    }

    @Test
    void whatTheOtherDoesNotSayIsLeftAlone() {
        Plan mine = with(Observation.actual(Y2022, "5"));
        Plan silent =
                plan(i -> Indicator.createNamed(ONE, GROUP, "经营主体"))
                        .withChanges(d -> d.indicators = d.indicators.subList(0, 1));
        assertEquals(List.of(), said(PlanMerge.betweenPlans(mine, silent)));
    }

    @Test
    void whatIsSaidDifferentlyIsAConflictAndWhatIsAddedAChange() {
        PlanMerge merging =
                PlanMerge.betweenPlans(
                        plan(),
                        plan(
                                i ->
                                        i.withChanges(
                                                d -> {
                                                    d.unit = "万户";
                                                    d.definition = "期末实有";
                                                })));
        assertEquals(
                List.of("ChangedIndicator CONFLICT", "ChangedIndicator CHANGED"), said(merging));
        Indicator taken =
                merging.planWithChanges(merging.changes().subList(1, 2))
                        .findIndicator(ONE)
                        .orElseThrow();
        assertEquals("户 期末实有", taken.unit() + " " + taken.definition());
    }

    @Test
    void aCopyKnowsARenamedIndicator() {
        PlanMerge merging =
                PlanMerge.betweenPlans(
                        plan().withChanges(d -> d.indicators = three(d.indicators)),
                        plan(i -> i.withChanges(d -> d.name = "市场主体"))
                                .withChanges(d -> d.indicators = three(d.indicators)));
        assertEquals(List.of("ChangedIndicator CONFLICT"), said(merging));
        assertEquals("市场主体", all(merging).findIndicator(ONE).orElseThrow().name());
    }

    private static List<Indicator> three(List<Indicator> two) {
        return List.of(two.get(0), two.get(1), Indicator.createNamed(new UUID(2, 3), GROUP, "商标"));
    }

    @Test
    void strangersWithTheSameIdsAreMatchedByTheirNames() {
        Plan stranger =
                plan().withChanges(
                                d ->
                                        d.indicators =
                                                List.of(
                                                        Indicator.createNamed(ONE, GROUP, "商标")
                                                                .withObservation(
                                                                        Observation.actual(
                                                                                Y2022, "1")),
                                                        Indicator.createNamed(TWO, GROUP, "经营 主体")
                                                                .withObservation(
                                                                        Observation.actual(
                                                                                Y2022, "2"))));
        PlanMerge merging = PlanMerge.betweenPlans(plan(), stranger);
        assertEquals(
                List.of("NewIndicator NEW", "ChangedIndicator CONFLICT", "OfferedFigure NEW"),
                said(merging));
        Plan taken =
                merging.planWithChanges(
                        merging.changes().stream()
                                .filter(o -> o.state() == MergeState.NEW)
                                .toList());
        assertEquals(
                List.of("经营主体", "专利", "商标"),
                taken.indicatorsInOrder().stream().map(Indicator::name).toList());
        assertEquals(
                Optional.of(new BigDecimal("2")),
                taken.findIndicator(ONE)
                        .orElseThrow()
                        .observations()
                        .getFirst()
                        .reading()
                        .findAmount());
        assertTrue(
                PlanMerge.betweenPlans(taken, stranger).changes().stream()
                        .noneMatch(o -> o.state() == MergeState.NEW));
    }

    @Test
    void twoIndicatorsOfOneNameAreToldApartByTheirGroups() {
        UUID other = new UUID(1, 2);
        Plan mine =
                plan().withChanges(
                                d -> {
                                    d.groups =
                                            List.of(
                                                    new IndicatorGroup(GROUP, "发展"),
                                                    new IndicatorGroup(other, "民生"));
                                    d.indicators =
                                            List.of(
                                                    Indicator.createNamed(ONE, GROUP, "合格率"),
                                                    Indicator.createNamed(TWO, other, "合格率"));
                                });
        Plan stranger =
                mine.withChanges(
                        d -> {
                            d.groups = List.of(new IndicatorGroup(new UUID(9, 1), "民生"));
                            d.indicators =
                                    List.of(
                                            Indicator.createNamed(
                                                            new UUID(9, 2), new UUID(9, 1), "合格率")
                                                    .withObservation(
                                                            Observation.actual(Y2022, "98")));
                        });
        Plan taken = all(PlanMerge.betweenPlans(mine, stranger));
        assertEquals(1, taken.findIndicator(TWO).orElseThrow().observations().size());
        assertEquals(2, taken.indicators().size());
    }

    @Test
    void aNewPartAndItsFiguresComeWithTheirPeriods() {
        Part part =
                new Part(
                        new UUID(3, 1),
                        "曾都区",
                        Course.EMPTY,
                        List.of(Observation.actual(Period.ofHalfYear(2023, 1), "3")));
        PlanMerge merging = PlanMerge.betweenPlans(plan(), plan(i -> i.withPart(part)));
        assertEquals(List.of("NewPart NEW"), said(merging));
        assertTrue(all(merging).periods().contains(Period.ofHalfYear(2023, 1)));
        assertEquals(List.of(part), all(merging).findIndicator(ONE).orElseThrow().parts());
    }

    private static Task task(int id, int level, String title) {
        return Task.createTitled(new UUID(4, id), level, TaskKind.ITEM, title);
    }

    private static Plan tasks(Task... lines) {
        return plan().withTaskTree(new TaskTree(List.of(lines)));
    }

    @Test
    void aNewTaskStandsUnderItsOwnAndBringsWhatItStandsUnder() {
        Plan mine = tasks(task(1, 0, "一"), task(2, 1, "一之一"), task(3, 0, "二"));
        PlanMerge merging =
                PlanMerge.betweenPlans(
                        mine,
                        tasks(
                                task(1, 0, "一"),
                                task(2, 1, "一之一"),
                                task(4, 1, "一之二"),
                                task(5, 2, "细项"),
                                task(3, 0, "二")));
        assertEquals(
                List.of("NewTask NEW", "NewTask NEW"),
                said(merging).stream().filter(s -> s.startsWith("NewTask")).toList());
        Plan taken =
                merging.planWithChanges(
                        List.of(
                                merging.changes().stream()
                                        .filter(o -> o.subjectId().equals(new UUID(4, 5)))
                                        .findFirst()
                                        .orElseThrow()));
        assertEquals(
                List.of("0一", "1一之一", "1一之二", "2细项", "0二"),
                taken.taskTree().tasksInOrder().stream().map(t -> t.level() + t.title()).toList());
    }

    @Test
    void aTasksStateAndItsNewNoteCanBeTakenApart() {
        TaskEntry note = new TaskEntry(new UUID(5, 1), LocalDate.of(2023, 1, 5), "已办结", List.of());
        PlanMerge merging =
                PlanMerge.betweenPlans(
                        tasks(task(1, 0, "一")),
                        tasks(
                                task(1, 0, "一")
                                        .withChanges(
                                                d -> {
                                                    d.state = TaskState.DONE;
                                                    d.entries = List.of(note);
                                                })));
        assertEquals(List.of("ChangedTask CONFLICT", "OfferedTaskEntry NEW"), said(merging));
        Task taken =
                merging.planWithChanges(merging.changes().subList(1, 2))
                        .taskTree()
                        .tasksInOrder()
                        .getFirst();
        assertEquals(List.of(note), taken.entries());
        assertEquals(TaskState.NOT_STARTED, taken.state());
    }

    @Test
    void departmentsAndEvidenceThatAreNamedComeAlong() {
        UUID office = new UUID(6, 1);
        Evidence file =
                new Evidence(new UUID(6, 2), "报表.xlsx", "ab".repeat(32), LocalDate.of(2023, 1, 5));
        Source source =
                new Source(
                        "报表.xlsx",
                        "C4",
                        Optional.of(office),
                        Optional.empty(),
                        Optional.of(file.id()));
        Plan other =
                with(Observation.actual(Y2022, "5").withSource(source))
                        .withChanges(
                                d -> {
                                    d.departments =
                                            List.of(
                                                    new Department(office, "注册科"),
                                                    new Department(new UUID(6, 3), "别的"));
                                    d.evidence = List.of(file);
                                });
        Plan taken = all(PlanMerge.betweenPlans(plan(), other));
        assertEquals(List.of(new Department(office, "注册科")), taken.departments());
        assertEquals(List.of(file), taken.evidence());
    }

    @Test
    void problemsAndMeasuresAreOfferedWithTheLinksThatHold() {
        Finding finding =
                new Finding(
                        new UUID(7, 1),
                        "人手不足",
                        "",
                        List.of(),
                        List.of(ONE, new UUID(99, 9)),
                        List.of());
        Countermeasure measure =
                new Countermeasure(
                        new UUID(7, 2),
                        "增编",
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(finding.id()),
                        List.of(),
                        List.of());
        Plan taken =
                all(
                        PlanMerge.betweenPlans(
                                plan(),
                                plan().withChanges(
                                                d -> {
                                                    d.findings = List.of(finding);
                                                    d.countermeasures = List.of(measure);
                                                })));
        assertEquals(List.of(ONE), taken.findings().getFirst().indicatorIds());
        assertEquals(List.of(measure), taken.countermeasures());
    }

    @Test
    void aDepartmentsPartOfAPlanMergesBackWithoutAWord() {
        Plan whole = sample("xxshi");
        for (Department department : whole.departments()) {
            PlanMerge merging =
                    PlanMerge.betweenPlans(
                            whole, PlanExtract.extractDepartment(whole, department.id()));
            assertTrue(
                    merging.changes().stream().allMatch(o -> o.state() == MergeState.SAME),
                    department::name);
        }
    }

    /** A colleague's file keeps its confidence, under the ids of the plan that takes it in. */
    @Test
    void redactionsComeWithWhatIsTaken() {
        Plan theirs =
                with(Observation.actual(Period.ofYear(2022), "70"))
                        .withRedaction(new Redaction.PeriodRedaction(ONE, Period.ofYear(2022)));
        assertEquals(theirs.redactions(), all(PlanMerge.betweenPlans(plan(), theirs)).redactions());
        assertEquals(
                List.of(),
                PlanMerge.betweenPlans(plan(), theirs).planWithChanges(List.of()).redactions());
        UUID foreign = new UUID(9, 9);
        Plan renamed =
                theirs.withChanges(
                        d -> {
                            d.indicators =
                                    List.of(
                                            theirs.indicators().getFirst().withChanges(_ -> {}),
                                            Indicator.createNamed(foreign, GROUP, "专利"));
                            d.redactions = List.of(new Redaction.LineRedaction(foreign));
                        });
        assertEquals(
                List.of(new Redaction.LineRedaction(TWO)),
                all(PlanMerge.betweenPlans(plan(), renamed)).redactions());
    }
}
