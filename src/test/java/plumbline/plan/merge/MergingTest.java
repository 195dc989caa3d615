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
import plumbline.plan.merge.MergeChange.State;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What another plan offers, and what becomes of this one when it is taken. */
class MergingTest {
    private static final UUID GROUP = new UUID(1, 1);
    private static final UUID ONE = new UUID(2, 1);
    private static final UUID TWO = new UUID(2, 2);
    private static final Period Y2022 = Period.year(2022);

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
                Indicator.named(ONE, GROUP, "经营主体")
                        .change(
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
                .change(
                        d -> {
                            d.groups = List.of(new IndicatorGroup(GROUP, "发展"));
                            d.indicators =
                                    List.of(first.apply(one), Indicator.named(TWO, GROUP, "专利"));
                        });
    }

    private static Plan plan() {
        return plan(i -> i);
    }

    private static Plan with(Observation observation) {
        return plan(i -> i.with(observation));
    }

    private static List<String> said(Merging merging) {
        return merging.offers().stream()
                .map(o -> o.getClass().getSimpleName() + " " + o.state())
                .toList();
    }

    private static Plan all(Merging merging) {
        return merging.with(merging.offers());
    }

    @Test
    void aPlanOffersNothingNewToItself() {
        for (String name : SamplePlans.sampleNames()) {
            Merging merging = Merging.of(sample(name), sample(name));
            assertTrue(merging.offers().stream().allMatch(o -> o.state() == State.SAME), name);
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
                            .change(
                                    d -> {
                                        d.rule = sample.rule();
                                        d.periods = sample.periods();
                                        d.groups = sample.groups();
                                        d.departments = sample.departments();
                                    });
            assertEquals(
                    sample,
                    all(Merging.of(empty, sample)).change(d -> d.periods = sample.periods()),
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
    void aFigureIsHeldAgainstWhatIsThere(String mine, String theirs, State expected) {
        Plan here = mine.isEmpty() ? plan() : with(figure(mine));
        Merging merging = Merging.of(here, with(figure(theirs)));
        assertEquals(
                List.of("Figure " + expected),
                said(merging).stream().filter(s -> s.startsWith("Figure")).toList());
        assertEquals(
                figure(theirs).reading().value().map(BigDecimal::stripTrailingZeros),
                all(merging).indicator(ONE).orElseThrow().observations().stream()
                        .filter(o -> o.status() == figure(theirs).status())
                        .findFirst()
                        .orElseThrow()
                        .reading()
                        .value()
                        .map(BigDecimal::stripTrailingZeros));
    }

    private static Observation figure(String text) {
        String[] words = text.split(" ");
        return Observation.of(
                Y2022,
                Status.valueOf(words[0]),
                words[1].equals("-")
                        ? Reading.missing(MissingReason.NOT_REPORTED)
                        : Reading.of(words[1]));
    }

    @Test
    void theSameFigureWithASourceSaysMore() {
        Observation typed = Observation.actual(Y2022, "5");
        Merging merging = Merging.of(with(typed), with(typed.from(Source.of("报表.xlsx", "C4"))));
        assertEquals(List.of("Figure CHANGED"), said(merging));
        assertEquals(
                "C4",
                all(merging)
                        .indicator(ONE)
                        .orElseThrow()
                        .observations()
                        .getFirst()
                        .source()
                        .place());
    }

    @Test
    void whatIsNotChosenStaysAsItIs() {
        Plan mine = with(Observation.actual(Y2022, "5"));
        assertEquals(mine, Merging.of(mine, with(Observation.actual(Y2022, "6"))).with(List.of()));
    }

    @Test
    void whatTheOtherDoesNotSayIsLeftAlone() {
        Plan mine = with(Observation.actual(Y2022, "5"));
        Plan silent =
                plan(i -> Indicator.named(ONE, GROUP, "经营主体"))
                        .change(d -> d.indicators = d.indicators.subList(0, 1));
        assertEquals(List.of(), said(Merging.of(mine, silent)));
    }

    @Test
    void whatIsSaidDifferentlyIsAConflictAndWhatIsAddedAChange() {
        Merging merging =
                Merging.of(
                        plan(),
                        plan(
                                i ->
                                        i.change(
                                                d -> {
                                                    d.unit = "万户";
                                                    d.definition = "期末实有";
                                                })));
        assertEquals(List.of("Changed CONFLICT", "Changed CHANGED"), said(merging));
        Indicator taken = merging.with(merging.offers().subList(1, 2)).indicator(ONE).orElseThrow();
        assertEquals("户 期末实有", taken.unit() + " " + taken.definition());
    }

    @Test
    void aCopyKnowsARenamedIndicator() {
        Merging merging =
                Merging.of(
                        plan().change(d -> d.indicators = three(d.indicators)),
                        plan(i -> i.change(d -> d.name = "市场主体"))
                                .change(d -> d.indicators = three(d.indicators)));
        assertEquals(List.of("Changed CONFLICT"), said(merging));
        assertEquals("市场主体", all(merging).indicator(ONE).orElseThrow().name());
    }

    private static List<Indicator> three(List<Indicator> two) {
        return List.of(two.get(0), two.get(1), Indicator.named(new UUID(2, 3), GROUP, "商标"));
    }

    @Test
    void strangersWithTheSameIdsAreMatchedByTheirNames() {
        Plan stranger =
                plan().change(
                                d ->
                                        d.indicators =
                                                List.of(
                                                        Indicator.named(ONE, GROUP, "商标")
                                                                .with(
                                                                        Observation.actual(
                                                                                Y2022, "1")),
                                                        Indicator.named(TWO, GROUP, "经营 主体")
                                                                .with(
                                                                        Observation.actual(
                                                                                Y2022, "2"))));
        Merging merging = Merging.of(plan(), stranger);
        assertEquals(List.of("NewIndicator NEW", "Changed CONFLICT", "Figure NEW"), said(merging));
        Plan taken =
                merging.with(
                        merging.offers().stream().filter(o -> o.state() == State.NEW).toList());
        assertEquals(
                List.of("经营主体", "专利", "商标"),
                taken.inOrder().stream().map(Indicator::name).toList());
        assertEquals(
                Optional.of(new BigDecimal("2")),
                taken.indicator(ONE).orElseThrow().observations().getFirst().reading().value());
        assertTrue(
                Merging.of(taken, stranger).offers().stream()
                        .noneMatch(o -> o.state() == State.NEW));
    }

    @Test
    void twoIndicatorsOfOneNameAreToldApartByTheirGroups() {
        UUID other = new UUID(1, 2);
        Plan mine =
                plan().change(
                                d -> {
                                    d.groups =
                                            List.of(
                                                    new IndicatorGroup(GROUP, "发展"),
                                                    new IndicatorGroup(other, "民生"));
                                    d.indicators =
                                            List.of(
                                                    Indicator.named(ONE, GROUP, "合格率"),
                                                    Indicator.named(TWO, other, "合格率"));
                                });
        Plan stranger =
                mine.change(
                        d -> {
                            d.groups = List.of(new IndicatorGroup(new UUID(9, 1), "民生"));
                            d.indicators =
                                    List.of(
                                            Indicator.named(new UUID(9, 2), new UUID(9, 1), "合格率")
                                                    .with(Observation.actual(Y2022, "98")));
                        });
        Plan taken = all(Merging.of(mine, stranger));
        assertEquals(1, taken.indicator(TWO).orElseThrow().observations().size());
        assertEquals(2, taken.indicators().size());
    }

    @Test
    void aNewPartAndItsFiguresComeWithTheirPeriods() {
        Part part =
                new Part(
                        new UUID(3, 1),
                        "曾都区",
                        Course.EMPTY,
                        List.of(Observation.actual(Period.half(2023, 1), "3")));
        Merging merging = Merging.of(plan(), plan(i -> i.with(part)));
        assertEquals(List.of("NewPart NEW"), said(merging));
        assertTrue(all(merging).periods().contains(Period.half(2023, 1)));
        assertEquals(List.of(part), all(merging).indicator(ONE).orElseThrow().parts());
    }

    private static Task task(int id, int level, String title) {
        return Task.titled(new UUID(4, id), level, TaskKind.ITEM, title);
    }

    private static Plan tasks(Task... lines) {
        return plan().with(new TaskTree(List.of(lines)));
    }

    @Test
    void aNewTaskStandsUnderItsOwnAndBringsWhatItStandsUnder() {
        Plan mine = tasks(task(1, 0, "一"), task(2, 1, "一之一"), task(3, 0, "二"));
        Merging merging =
                Merging.of(
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
                merging.with(
                        List.of(
                                merging.offers().stream()
                                        .filter(o -> o.subject().equals(new UUID(4, 5)))
                                        .findFirst()
                                        .orElseThrow()));
        assertEquals(
                List.of("0一", "1一之一", "1一之二", "2细项", "0二"),
                taken.tasks().lines().stream().map(t -> t.level() + t.title()).toList());
    }

    @Test
    void aTasksStateAndItsNewNoteCanBeTakenApart() {
        TaskEntry note = new TaskEntry(new UUID(5, 1), LocalDate.of(2023, 1, 5), "已办结", List.of());
        Merging merging =
                Merging.of(
                        tasks(task(1, 0, "一")),
                        tasks(
                                task(1, 0, "一")
                                        .change(
                                                d -> {
                                                    d.state = TaskState.DONE;
                                                    d.entries = List.of(note);
                                                })));
        assertEquals(List.of("ChangedTask CONFLICT", "Entry NEW"), said(merging));
        Task taken = merging.with(merging.offers().subList(1, 2)).tasks().lines().getFirst();
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
                with(Observation.actual(Y2022, "5").from(source))
                        .change(
                                d -> {
                                    d.departments =
                                            List.of(
                                                    new Department(office, "注册科"),
                                                    new Department(new UUID(6, 3), "别的"));
                                    d.evidence = List.of(file);
                                });
        Plan taken = all(Merging.of(plan(), other));
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
                        Merging.of(
                                plan(),
                                plan().change(
                                                d -> {
                                                    d.findings = List.of(finding);
                                                    d.countermeasures = List.of(measure);
                                                })));
        assertEquals(List.of(ONE), taken.findings().getFirst().indicators());
        assertEquals(List.of(measure), taken.countermeasures());
    }

    @Test
    void aDepartmentsPartOfAPlanMergesBackWithoutAWord() {
        Plan whole = sample("xxshi");
        for (Department department : whole.departments()) {
            Merging merging = Merging.of(whole, PlanExtract.ofDepartment(whole, department.id()));
            assertTrue(
                    merging.offers().stream().allMatch(o -> o.state() == State.SAME),
                    department::name);
        }
    }

    /** A colleague's file keeps its confidence, under the ids of the plan that takes it in. */
    @Test
    void redactionsComeWithWhatIsTaken() {
        Plan theirs =
                with(Observation.actual(Period.year(2022), "70"))
                        .with(new Redaction.Figures(ONE, Period.year(2022)));
        assertEquals(theirs.redactions(), all(Merging.of(plan(), theirs)).redactions());
        assertEquals(List.of(), Merging.of(plan(), theirs).with(List.of()).redactions());
        UUID foreign = new UUID(9, 9);
        Plan renamed =
                theirs.change(
                        d -> {
                            d.indicators =
                                    List.of(
                                            theirs.indicators().getFirst().change(_ -> {}),
                                            Indicator.named(foreign, GROUP, "专利"));
                            d.redactions = List.of(new Redaction.Line(foreign));
                        });
        assertEquals(
                List.of(new Redaction.Line(TWO)), all(Merging.of(plan(), renamed)).redactions());
    }
}
