package plumbline.screen.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ReadOnlyObjectWrapper;

import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.review.FileReading;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReceivedFile;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.plan.Department;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.screen.TestDesk;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who has answered, and what is written to those who have not. */
class CollectingViewModelTest {
    private static final Period PERIOD = Period.ofHalfYear(2024, 1);
    private final TestDesk desk = TestDesk.with(plan());
    private final CollectingViewModel model =
            new CollectingViewModel(
                    desk.desk,
                    desk.work,
                    desk.dialogs,
                    new ReadOnlyObjectWrapper<>(Optional.<ImportReview>empty()),
                    desk.words,
                    TestDesk.CLOCK);

    /** Two indicators of one department, the others of nobody. */
    private static Plan plan() {
        Department lead = new Department(new UUID(9, 1), "统计科");
        Plan plan = TestDesk.sample().withDepartment(lead);
        for (int i = 0; i < 2; i++)
            plan =
                    plan.withChangedIndicator(
                            plan.indicatorsInOrder().get(i).id(),
                            x -> x.withChanges(d -> d.leadDepartment = Optional.of(lead.id())));
        return plan;
    }

    private String said(int row) {
        return model.fullStatusText(model.rows().get().get(row).statusFor(PERIOD));
    }

    private void report(int indicator, Status status) {
        desk.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withObservation(
                                p.indicatorsInOrder().get(indicator).id(),
                                Observation.of(PERIOD, status, Reading.ofAmount(BigDecimal.ONE))));
    }

    @Test
    void everyDepartmentHasItsRowAndNobodyTheLast() {
        model.period().set(Optional.of(PERIOD));
        assertEquals(
                List.of("统计科", "未注明单位"),
                model.rows().get().stream().map(CollectingViewModel.CollectingRow::name).toList());
        assertEquals("未报（0/2）", said(0));
        assertEquals("未报（0/11）", said(1));
    }

    @Test
    void theHalfYearThatWasOverLastIsSuggested() {
        assertEquals(Optional.of(Period.ofHalfYear(2023, 1)), model.period().get());
    }

    /** The eleven of 未注明单位 are still open. */
    @Test
    void whereNobodyIsNamedItIsNotSaidThatAllIsThere() {
        model.period().set(Optional.of(PERIOD));
        report(0, Status.ACTUAL);
        report(1, Status.ACTUAL);
        assertTrue(
                model.reminderText(Optional.empty()).contains("11"),
                model.reminderText(Optional.empty()));
        assertEquals("", model.reminderText(Optional.of(model.rows().get().getFirst())));
    }

    @Test
    void hiddenRowsAreCountedAnewOnceTheyAreSeen() {
        model.period().set(Optional.of(PERIOD));
        model.activatable().deactivate();
        report(0, Status.ACTUAL);
        assertEquals("未报（0/2）", said(0));
        model.activatable().activate();
        assertEquals("报了一部分（1/2）", said(0));
    }

    @Test
    void theChaseNamesWhatIsStillMissing() {
        model.period().set(Optional.of(PERIOD));
        assertTrue(
                model.reminderText(Optional.empty()).contains("2 项还没有收到"),
                model.reminderText(Optional.empty()));
        report(0, Status.FORECAST);
        assertEquals("报了一部分（1/2），其中预计 1", said(0));
        assertTrue(
                model.reminderText(Optional.empty()).contains("还缺 1 项：广告经营单位"),
                model.reminderText(Optional.empty()));
        report(1, Status.ACTUAL);
        assertEquals("", model.reminderText(Optional.of(model.rows().get().getFirst())));
    }

    @Test
    void aCellSaysTheStateAloneAndTheLineBelowTheRest() {
        model.period().set(Optional.of(PERIOD));
        report(0, Status.FORECAST);
        report(1, Status.ACTUAL);
        CollectingViewModel.CollectingRow row = model.rows().get().getFirst();
        assertEquals("报齐（2/2）", model.briefStatusText(row.statusFor(PERIOD)));
        assertEquals("统计科，2024年上半年：报齐（2/2），其中预计 1", model.detailText(Optional.of(row)));
    }

    @Test
    void whatStandsAsAForecastOnlyIsCalledSo() {
        model.period().set(Optional.of(PERIOD));
        report(0, Status.FORECAST);
        report(1, Status.FORECAST);
        desk.at("2024-06-30");
        assertEquals(
                "仅预计（0/2）", model.briefStatusText(model.rows().get().getFirst().statusFor(PERIOD)));
        assertTrue(model.summaryText().contains("报齐 0 个"), model.summaryText());
        assertTrue(
                model.reminderText(Optional.empty()).contains("先前报的是预计数"),
                model.reminderText(Optional.empty()));
    }

    @Test
    void aForecastOfWhatIsOverIsChased() {
        model.period().set(Optional.of(PERIOD));
        report(0, Status.FORECAST);
        report(1, Status.ACTUAL);
        assertEquals("报齐（2/2），其中预计 1", said(0));
        desk.at("2024-06-30");
        assertEquals("报了一部分（1/2），另有 1 个仅为预计", said(0));
        assertTrue(
                model.reminderText(Optional.empty()).contains("还缺 1 项：全市市场主体数。其中全市市场主体数先前报的是预计数"),
                model.reminderText(Optional.empty()));
    }

    @Test
    void theLetterSaysWhatTheFileSaysAndWhatThePlanHasWithTheirUnits() throws Problem {
        ReceivedFile filed =
                new ReceivedFile(
                        "a.xlsx",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        LocalDate.of(2023, 7, 10),
                        Optional.empty());
        FileReading read =
                FileReading.readBlocks(
                        DocumentReader.readPastedText(
                                "指标\t单位\t2022年\t2021年\n1.全市市场主体数\t万户\t27.1\t23.7837\n"),
                        "a.xlsx",
                        Map.of());
        ImportReview review =
                ImportReview.createReview(
                        plan(),
                        List.of(read),
                        Map.of("a.xlsx", filed),
                        Map.of(),
                        ReviewDecisions.NONE);
        CollectingViewModel asking =
                new CollectingViewModel(
                        desk.desk,
                        desk.work,
                        desk.dialogs,
                        new ReadOnlyObjectWrapper<>(Optional.of(review)),
                        desk.words,
                        TestDesk.CLOCK);
        String line =
                asking.queryLetter("a.xlsx")
                        .lines()
                        .filter(l -> l.startsWith("1."))
                        .findFirst()
                        .orElseThrow();
        assertEquals("1. 全市市场主体数，2022年（C2）：报的是“27.1 万户”，这一期先前报过 273104 户。", line);
        asking.period().set(Optional.of(Period.ofYear(2022)));
        assertTrue(asking.summaryText().contains("另有 1 个数已读入、还没有导入"), asking.summaryText());
    }

    @Test
    void whatNobodyLeadsIsNamedWithHowToSetIt() {
        model.period().set(Optional.of(PERIOD));
        assertEquals("2024年上半年：1 个单位，报齐 0 个，还差 1 个，共缺 2 个数。另有 11 个数没有注明牵头科室。", model.summaryText());
        String chase = model.reminderText(Optional.of(model.rows().get().getLast()));
        assertTrue(chase.startsWith("还有 11 个数没有注明牵头科室") && chase.contains("填上“牵头科室”"), chase);
    }
}
