package plumbline.screen.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.desk.ScreenPlace;
import plumbline.plan.Department;
import plumbline.plan.HandVerdict;
import plumbline.plan.Period;
import plumbline.plan.Property;
import plumbline.plan.Verdict;
import plumbline.screen.TestDesk;
import plumbline.screen.overview.OverviewViewModel.AttentionItem;
import plumbline.screen.overview.OverviewViewModel.OverviewPage;
import plumbline.screen.overview.OverviewViewModel.VerdictTallyRow;
import plumbline.words.EditName;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the plan stands at a glance. The counts are those of the published table, strictly by its
 * note.
 */
class OverviewViewModelTest {
    private TestDesk office = TestDesk.suizhou();
    private OverviewViewModel model = new OverviewViewModel(office.desk, office.words);

    private void sit(TestDesk next) {
        office = next;
        model = new OverviewViewModel(office.desk, office.words);
    }

    private OverviewPage page() {
        return model.pageProperty().get().orElseThrow();
    }

    private static String counts(VerdictTallyRow row) {
        return String.join(" ", row.counts().stream().map(c -> c.word() + c.count()).toList());
    }

    @Test
    void theHeadlineCountsStrictlyByTheNote() {
        assertEquals("13 项指标中 9 项达到或快于进度，占 69.23%（评估日 2022年12月31日，随州口径）", page().headline());
    }

    @Test
    void halfAYearLaterEightAreOnCourse() {
        office.at("2023-06-30");
        assertEquals("13 项指标中 8 项达到或快于进度，占 61.54%（评估日 2023年6月30日，随州口径）", page().headline());
    }

    @Test
    void theFirstTallyIsOfAll() {
        assertEquals("提前完成4 快于进度2 符合进度、达标3 慢于进度4", counts(page().tallies().getFirst()));
    }

    @Test
    void propertiesAreTalliedApart() {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withChangedIndicator(
                                TestDesk.id("i4"),
                                i -> i.withChanges(d -> d.property = Property.BINDING)));
        assertEquals(
                List.of("全部", "约束性", "预期性"),
                page().tallies().stream().limit(3).map(VerdictTallyRow::name).toList());
        assertEquals("慢于进度1", counts(page().tallies().get(1)));
    }

    @Test
    void groupsAreTalliedInTheirOrder() {
        assertEquals(
                List.of("市场发展类 2/2 达到进度", "品牌发展类 2/4 达到进度", "质量发展类 3/5 达到进度", "民生保障类 2/2 达到进度"),
                page().tallies().stream().skip(2).map(t -> t.name() + " " + t.share()).toList());
    }

    @Test
    void aCountLeadsToItsFirstIndicator() {
        assertEquals(
                Optional.of(TestDesk.id("i4")),
                page().tallies().getFirst().counts().getLast().firstIndicatorId());
    }

    @Test
    void theWorstNeedAttentionFirst() {
        assertEquals(
                List.of("5. 驰名商标", "11. 长江质量奖", "10. 认证有效证书", "4. 地理标志商标量"),
                page().attention().stream().map(AttentionItem::name).toList());
    }

    @Test
    void attentionSaysWhy() {
        String reason = page().attention().get(2).reason();
        assertTrue(reason.startsWith("2022年完成进度 5.26%，慢于时间进度 40.00% 34.74 个百分点"), reason);
        assertTrue(
                page().attention().getFirst().reason().contains("无进展"),
                page().attention().getFirst().reason());
    }

    @Test
    void anIndicatorThatIsNotJudgedNeedsAttentionLast() {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withoutObservations(TestDesk.id("i1"), Period.parse("2021"))
                                .withoutObservations(TestDesk.id("i1"), Period.parse("2022"))
                                .withoutObservations(TestDesk.id("i1"), Period.parse("2023H1")));
        assertEquals(
                List.of("未评价", "截至评估日没有实际值"),
                List.of(
                        page().attention().getLast().word(),
                        page().attention().getLast().reason()));
    }

    @Test
    void aVerdictByHandStandsBesideTheComputedOne() {
        HandVerdict hand = new HandVerdict(Verdict.BEHIND, "专家意见", TestDesk.END_2022);
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withChangedIndicator(
                                TestDesk.id("i1"),
                                i -> i.withChanges(d -> d.handVerdict = Optional.of(hand))));
        OverviewViewModel.AttentionItem last = page().attention().getLast();
        assertEquals(TestDesk.id("i1"), last.id());
        assertEquals(
                List.of("提前完成", "人工评价：慢于进度（2022年12月31日）专家意见"),
                List.of(last.word(), last.manualNote().orElseThrow()));
    }

    @Test
    void atTheEndOf2022NoFigureIsMissing() {
        assertEquals(List.of(), page().gaps());
    }

    @Test
    void aForecastIsOverdueOnceItsPeriodIsOver() {
        office.at("2023-06-30");
        assertEquals(
                List.of(
                        new OverviewViewModel.FigureGapLine(
                                TestDesk.id("i1"),
                                "2023年上半年：4 项预计数已到期，尚无实际数",
                                "全市市场主体数、广告经营单位、有效注册商标量、每万人口高价值发明专利拥有量")),
                page().gaps());
    }

    @Test
    void aGapNamesWhoOwesTheFigure() {
        Department department = new Department(new UUID(9, 9), "注册科");
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withDepartment(department)
                                .withChangedIndicator(
                                        TestDesk.id("i1"),
                                        i ->
                                                i.withChanges(
                                                        d ->
                                                                d.leadDepartment =
                                                                        Optional.of(
                                                                                department.id()))));
        office.at("2023-06-30");
        assertTrue(
                page().gaps().getFirst().indicatorNames().startsWith("全市市场主体数（注册科）、"),
                page().gaps().getFirst().indicatorNames());
    }

    @Test
    void noTaskIsDueAtTheEndOf2022() {
        assertEquals(List.of(), page().tasks());
    }

    @Test
    void tasksAreDueNinetyDaysAhead() {
        office.at("2025-10-02");
        assertEquals(
                List.of("2025年12月31日 到期"),
                page().tasks().stream().map(t -> t.due()).distinct().toList());
        assertEquals(3, page().tasks().size());
    }

    @Test
    void ninetyOneDaysAheadIsTooEarly() {
        office.at("2025-10-01");
        assertEquals(List.of(), page().tasks());
    }

    @Test
    void afterItsDayATaskIsOverdue() {
        office.at("2026-01-01");
        assertEquals(
                List.of(true, true, true), page().tasks().stream().map(t -> t.overdue()).toList());
        assertEquals("2025年12月31日 逾期", page().tasks().getFirst().due());
    }

    @Test
    void aLineLeadsToItsIndicator() {
        model.openIndicator(page().attention().getFirst().id());
        assertEquals(
                List.of(ScreenPlace.INDICATORS, Optional.of(TestDesk.id("i5"))),
                List.of(
                        office.desk.placeProperty().get(),
                        office.desk.selectedIndicatorProperty().get()));
    }

    @Test
    void aTaskLineLeadsToItsTask() {
        office.at("2026-01-01");
        model.openTask(page().tasks().getFirst().id());
        assertEquals(
                List.of(ScreenPlace.TASKS, Optional.of(TestDesk.id("t412"))),
                List.of(
                        office.desk.placeProperty().get(),
                        office.desk.selectedTaskProperty().get()));
    }

    @Test
    void theRestLeadsToTheTables() {
        model.openTasks();
        assertEquals(ScreenPlace.TASKS, office.desk.placeProperty().get());
        model.openIndicators();
        assertEquals(ScreenPlace.INDICATORS, office.desk.placeProperty().get());
    }

    @Test
    void anEmptyPlanSaysSo() {
        sit(TestDesk.empty());
        assertEquals("这个规划还没有指标。", page().headline());
        assertTrue(page().isEmptyPlan());
    }

    @Test
    void nothingOpenIsNoPage() {
        sit(TestDesk.bare());
        assertEquals(Optional.empty(), model.pageProperty().get());
    }

    @Test
    void undoBringsTheHeadlineBack() {
        String before = page().headline();
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withoutObservations(TestDesk.id("i1"), Period.parse("2022"))
                                .withoutObservations(TestDesk.id("i1"), Period.parse("2021")));
        assertEquals(
                "13 项指标中已评价 12 项，其中 8 项达到或快于进度，占 66.67%（评估日 2022年12月31日，随州口径）", page().headline());
        office.desk.undo();
        assertEquals(before, page().headline());
    }
}
