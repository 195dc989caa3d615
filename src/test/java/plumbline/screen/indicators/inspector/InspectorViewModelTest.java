package plumbline.screen.indicators.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Assessment;
import plumbline.chart.Chart;
import plumbline.desk.ScreenPlace;
import plumbline.library.PlanLibrary;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.RatioTerms;
import plumbline.plan.Relation;
import plumbline.screen.TestDesk;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is said and set beside the grid. */
class InspectorViewModelTest {
    private static final UUID I1 = TestDesk.id("i1");
    private final TestDesk office = TestDesk.suizhou();
    private final InspectorViewModel model =
            new InspectorViewModel(office.desk, office.work, office.library, office.words);

    InspectorViewModelTest() {
        office.desk.selectedIndicatorProperty().set(Optional.of(I1));
    }

    private Assessment assessment() {
        return model.assessmentProperty().get().orElseThrow();
    }

    private Indicator i1() {
        return office.indicator("i1");
    }

    private Milestone target() {
        return i1().course().finalTarget().orElseThrow();
    }

    @Test
    void theTargetGoesWithTheDirection() {
        model.changeDirection(I1, Direction.LOWER);
        assertEquals(Relation.AT_MOST, target().relation());
        model.changeDirection(I1, Direction.HIGHER);
        assertEquals(Relation.AT_LEAST, target().relation());
    }

    @Test
    void ofWhatMustNotHappenLessIsBetter() {
        model.changeKind(I1, IndicatorKind.ZERO);
        assertEquals(Direction.LOWER, office.indicator("i1").direction());
        assertEquals(Relation.AT_MOST, target().relation());
        office.desk.undo();
        assertEquals(Direction.HIGHER, office.indicator("i1").direction());
    }

    @Test
    void atMostSoManyTypedAsTheOnlyTargetTurnsTheDirection() {
        assertEquals(
                Optional.empty(), model.changeTarget(office.indicator("i1"), Role.FINAL, "≤5.0"));
        assertEquals(Direction.LOWER, office.indicator("i1").direction());
        office.desk.undo();
        model.changeTarget(office.indicator("i1"), Role.MID_TERM, "≤230000");
        assertEquals(Direction.HIGHER, office.indicator("i1").direction());
    }

    @Test
    void nothingSelectedIsNothingShown() {
        office.desk.selectedIndicatorProperty().set(Optional.empty());
        assertEquals(Optional.empty(), model.assessmentProperty().get());
    }

    @Test
    void theSelectedIndicatorIsShown() {
        office.desk.selectedIndicatorProperty().set(Optional.of(TestDesk.id("i10")));
        assertEquals("认证有效证书", assessment().indicator().name());
    }

    @Test
    void aDeletedIndicatorIsShownNoMore() {
        office.desk.editPlan(EditName.of("edit.rule"), p -> p.withoutIndicator(i1()));
        assertEquals(Optional.empty(), model.assessmentProperty().get());
    }

    @Test
    void theProblemsThatNameTheIndicatorLeadToTheirPlace() {
        List<String> told =
                model.namedProblems(assessment()).stream()
                        .map(InspectorViewModel.NamedProblem::sentence)
                        .toList();
        assertEquals(List.of("问题：市场主体结构不优（对策 1 条）"), told);
        model.goToProblem(model.namedProblems(assessment()).getFirst().problem());
        assertEquals(
                List.of(ScreenPlace.PROBLEMS, Optional.of(TestDesk.id("f1"))),
                List.of(
                        office.desk.placeProperty().get(),
                        office.desk.selectedIssueProperty().get()));
    }

    @Test
    void aProblemWithoutAnAnswerSaysSo() {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p -> p.withoutIssue(p.countermeasuresFor(TestDesk.id("f1")).getFirst()));
        assertEquals("问题：市场主体结构不优（尚无对策）", model.namedProblems(assessment()).getFirst().sentence());
        office.desk.selectedIndicatorProperty().set(Optional.of(TestDesk.id("i2")));
        assertEquals(List.of(), model.namedProblems(assessment()));
    }

    @Test
    void theGroundNamesTheNumbers() {
        assertEquals("提前完成", model.verdictName(assessment()));
        assertTrue(
                model.groundSentence(assessment())
                        .startsWith("2022年完成进度 220.86%，快于时间进度 40.00% 180.86 个百分点"),
                model.groundSentence(assessment()));
    }

    @Test
    void theStepsNameTheSource() {
        assertTrue(
                model.explanationSteps(assessment()).stream()
                        .flatMap(s -> s.entries().stream())
                        .anyMatch(e -> e.source().contains("附表第1行")));
    }

    @Test
    void theChartIsTheIndicatorsOwn() {
        assertEquals(I1, ((Chart.TrajectoryChart) model.trajectoryChart(assessment())).indicator());
    }

    @Test
    void figuresAreListedNewestFirst() {
        assertEquals(
                List.of("预计 290000", "273104", "237837"),
                model.figureEntries(assessment()).stream()
                        .map(InspectorViewModel.FigureEntry::value)
                        .toList());
    }

    // targets

    @ParameterizedTest
    @CsvSource({
        "≥250000,AT_LEAST,250000,",
        "25万户,AT_LEAST,250000,",
        ">250000,ABOVE,250000,",
        "≤5,AT_MOST,5,",
        "250000~260000,BETWEEN,250000,260000",
        "250000±100,ABOUT,250000,100",
        "２５００００,AT_LEAST,250000,"
    })
    void aTargetIsReadWithItsRelation(
            String text, Relation relation, BigDecimal amount, BigDecimal bound) {
        assertEquals(Optional.empty(), model.changeTarget(i1(), Role.FINAL, text));
        assertEquals(relation, target().relation());
        assertEquals(0, amount.compareTo(target().amount()));
        assertEquals(Optional.ofNullable(bound), target().bound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"≥250000", ">5", "≤5", "<5", "=5", "5~8", "15±1", "2.50"})
    void whatIsShownOfATargetReadsBackAsTheSame(String text) {
        model.changeTarget(i1(), Role.FINAL, text);
        Milestone before = target();
        assertEquals(
                Optional.empty(),
                model.changeTarget(i1(), Role.FINAL, model.formatMilestone(i1(), Role.FINAL)));
        assertEquals(before, target());
    }

    @Test
    void strivingIsKeptBesideTheTarget() {
        model.changeTarget(i1(), Role.FINAL, "力争 250000");
        assertTrue(target().striving());
    }

    @Test
    void anEmptyTargetIsTakenAwayAndUndoBringsItBack() {
        Plan before = office.plan();
        model.changeTarget(i1(), Role.FINAL, " ");
        assertEquals(Optional.empty(), i1().course().finalTarget());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "很多",
                "预计 5",
                "——",
                "未报",
                "25万件",
                "8~5",
                "九九九",
                "99999999999999999999999999"
            })
    void aRefusedTargetLeavesEverything(String wrong) {
        Plan before = office.plan();
        assertTrue(model.changeTarget(i1(), Role.FINAL, wrong).orElseThrow().contains(wrong));
        assertEquals(before, office.plan());
    }

    @Test
    void aMidTermTargetStandsHalfWay() {
        model.changeTarget(i1(), Role.MID_TERM, "230000");
        assertEquals("2023-06-30", i1().course().midTermTarget().orElseThrow().day().toString());
    }

    // yearly targets

    @Test
    void yearlyTargetsAreReadFromOneText() {
        assertEquals(
                Optional.empty(),
                model.changeYearlyTargets(
                        i1(), "2021: 22万户、2022年：230000；2023: ≥235000, 2024:240000"));
        assertEquals(
                List.of("2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31"),
                i1().course().yearlyTargets().stream().map(m -> m.day().toString()).toList());
    }

    @Test
    void yearlyTargetsReadBackAsTheyAreShown() {
        model.changeYearlyTargets(i1(), "2021: 220000户, 2022: 230000~240000, 2023: 235000±5");
        Plan before = office.plan();
        assertEquals(
                Optional.empty(), model.changeYearlyTargets(i1(), model.formatYearlyTargets(i1())));
        assertEquals(before.indicators().getFirst().course(), i1().course());
    }

    @Test
    void yearlyTargetsAreOneStep() {
        Plan before = office.plan();
        model.changeYearlyTargets(i1(), "2021: 220000, 2022: 230000");
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void anEmptyTextTakesTheYearlyTargetsAway() {
        model.changeYearlyTargets(i1(), "2021: 220000");
        assertEquals(Optional.empty(), model.changeYearlyTargets(i1(), "  "));
        assertEquals(List.of(), i1().course().yearlyTargets());
    }

    @Test
    void fullWidthYearsAreYears() {
        assertEquals(Optional.empty(), model.changeYearlyTargets(i1(), "２０２１：２２００００"));
        assertEquals(1, i1().course().yearlyTargets().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021",
                "2021 220000",
                "明年: 5",
                "2021: 很多",
                "2021: 5, 2022",
                ": 5",
                "2021:",
                "2021: 预计 5",
                "2021H1: 5; 2021-06: 6",
                "2021: 5, 2021: 6",
                "2019: 5"
            })
    void refusedYearlyTargetsLeaveEverything(String wrong) {
        Plan before = office.plan();
        assertTrue(model.changeYearlyTargets(i1(), wrong).isPresent());
        assertEquals(before, office.plan());
    }

    @Test
    void theLastYearsTargetIsTheFinalOneAndThatIsSaid() {
        Plan before = office.plan();
        String sentence =
                model.changeYearlyTargets(i1(), "2024: 240000, 2025: 242854").orElseThrow();
        assertTrue(sentence.contains("期末目标"), sentence);
        assertEquals(before, office.plan());
    }

    // fields

    @Test
    void anEmptyNameIsRefused() {
        assertTrue(model.tryChangeIndicator("inspector.name", I1, d -> d.name = " ").isPresent());
        assertEquals("全市市场主体数", i1().name());
    }

    @Test
    void aNewDepartmentIsMadeOnTheFly() {
        model.changeLead(I1, " 注册科 ");
        assertEquals(List.of("注册科"), model.departmentNames());
        assertEquals("注册科", model.leadName(i1()));
    }

    @Test
    void aKnownDepartmentIsNotMadeTwice() {
        model.changeLead(I1, "注册科");
        model.changeSupporting(I1, "注册科、广告科，广告科");
        assertEquals(List.of("注册科", "广告科"), model.departmentNames());
        assertEquals("注册科、广告科", model.supportingNames(i1()));
    }

    @Test
    void undoTakesTheNewDepartmentAwayToo() {
        Plan before = office.plan();
        model.changeLead(I1, "注册科");
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void anEmptyLeadTakesItAway() {
        model.changeLead(I1, "注册科");
        model.changeLead(I1, "");
        assertEquals(Optional.empty(), i1().leadDepartment());
    }

    @Test
    void aNewGroupIsMadeOnTheFly() {
        model.changeGroup(I1, "新类");
        assertEquals("新类", model.groupName(i1()));
        assertEquals(5, model.groupNames().size());
    }

    @Test
    void anEmptyGroupNameChangesNothing() {
        model.changeGroup(I1, "  ");
        assertEquals("市场发展类", model.groupName(i1()));
    }

    @Test
    void aRatioIsSetAndTakenAway() {
        model.changeRatio(I1, "企业", "全部主体");
        assertEquals(Optional.of(new RatioTerms("企业", "全部主体")), i1().ratio());
        model.changeRatio(I1, "", " ");
        assertEquals(Optional.empty(), i1().ratio());
    }

    @Test
    void aFiguresNoteIsKept() {
        model.changeNote(I1, Period.parse("2022"), " 年报数 ");
        assertEquals("年报数", i1().displayedObservation(Period.parse("2022")).orElseThrow().note());
    }

    @Test
    void aNoteOfNoFigureChangesNothing() {
        model.changeNote(I1, Period.parse("2024"), "年报数");
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void monthsCoveredAreKept() {
        assertEquals(Optional.empty(), model.changeMonths(I1, Period.parse("2023H1"), 5));
        assertEquals(
                5, i1().displayedObservation(Period.parse("2023H1")).orElseThrow().monthsCovered());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, -1, 99})
    void moreMonthsThanThePeriodHasAreRefused(int months) {
        Plan before = office.plan();
        assertTrue(model.changeMonths(I1, Period.parse("2023H1"), months).isPresent());
        assertEquals(before, office.plan());
    }

    @Test
    void theHistorySaysFromWhatToWhat() {
        office.library.changes.add(
                new PlanLibrary.FigureEdit(
                        TestDesk.CLOCK.instant(),
                        EditName.of("edit.cell", "全市市场主体数", "2022年"),
                        Optional.empty(),
                        Optional.of("5")));
        List<InspectorViewModel.FigureHistoryEntry> heard = new ArrayList<>();
        model.loadFigureHistory(I1, Period.parse("2022"), heard::addAll);
        assertEquals(
                List.of("修改“全市市场主体数”的2022年", "—— → 5"),
                List.of(heard.getFirst().edit(), heard.getFirst().change()));
    }

    @Test
    void anIndicatorWithoutATargetSaysSo() {
        model.changeTarget(i1(), Role.FINAL, "");
        assertEquals("没有期末目标，无法评价", model.groundSentence(assessment()));
    }
}
