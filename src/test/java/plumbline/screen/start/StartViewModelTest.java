package plumbline.screen.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Settings;
import plumbline.plan.Plan;
import plumbline.screen.TestDesk;
import plumbline.screen.parts.field.PlanForm;
import plumbline.words.EditName;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plans there are. */
class StartViewModelTest {
    private final TestDesk office = TestDesk.bare();
    @TempDir Path folder;
    private Settings settings;
    private StartViewModel model;

    @BeforeEach
    void sit() {
        settings = Settings.loadFrom(folder.resolve("settings.properties"));
        model = model(TestDesk.CLOCK);
    }

    private StartViewModel model(Clock clock) {
        return new StartViewModel(
                office.desk,
                office.library,
                office.work,
                office.dialogs,
                settings,
                office.words,
                clock);
    }

    private Optional<String> create(String title, String first, String last, String baseline) {
        return model.createPlan(new PlanForm(title, "局", first, last, baseline, Optional.empty()));
    }

    private StartViewModel.PlanRow first() {
        model.refreshPlans();
        return model.rows().get().getFirst();
    }

    @Test
    void aNewPlanIsKeptOpenedAndShown() {
        assertEquals(Optional.empty(), create(" 新规划 ", "2026", "2030", "2025"));
        assertEquals("新规划", office.plan().title());
        assertTrue(office.library.plans.containsKey(office.plan().id()));
        assertEquals(ScreenPlace.OVERVIEW, office.desk.placeProperty().get());
    }

    @ParameterizedTest
    @CsvSource({
        "'',2021,2025,2020,start.wrong.title",
        "' ',2021,2025,2020,start.wrong.title",
        "规划,今年,2025,2020,start.wrong.years",
        "规划,'',2025,2020,start.wrong.years",
        "规划,2021.5,2025,2020,start.wrong.years",
        "规划,99999999999,2025,2020,start.wrong.years",
        "规划,2025,2021,2020,start.wrong.span",
        "规划,2021,2041,2020,start.wrong.span",
        "规划,21,25,20,start.wrong.span",
        "规划,2099,2101,2098,start.wrong.span",
        "规划,2021,2025,2021,start.wrong.baseline",
        "规划,2021,2025,2010,start.wrong.baseline"
    })
    void whatIsWrongIsSaidAndNothingIsMade(
            String title, String first, String last, String baseline, String key) {
        assertEquals(Optional.of(key), create(title, first, last, baseline));
        assertEquals(List.of(), office.library.listPlans());
        assertEquals(Optional.empty(), office.desk.shownPlan());
    }

    @Test
    void aTitleThatIsAnEssayIsRefused() {
        assertEquals(
                Optional.of("start.wrong.long"), create("规".repeat(501), "2021", "2025", "2020"));
    }

    @Test
    void aPlanOfOneYearIsAPlan() {
        assertEquals(Optional.empty(), create("规划", "2021", "2021", "2020"));
    }

    @Test
    void fullWidthYearsAreYears() {
        create("规划", "２０２１", "２０２５", " ２０２０ ");
        assertEquals(2021, office.plan().firstYear());
    }

    @ParameterizedTest
    @CsvSource({"2020,2016", "2021,2021", "2025,2021", "2026,2026"})
    void theFiveYearsUnderWayAreProposed(int year, int first) {
        assertEquals(
                first,
                model(Clock.fixed(Instant.parse(year + "-06-01T00:00:00Z"), ZoneOffset.UTC))
                        .currentFirstYear());
    }

    @Test
    void theSampleIsJudgedAtItsLastYear() {
        model.openSample("suizhou");
        assertEquals("2022-12-31", office.desk.evaluationDate().orElseThrow().toString());
    }

    @Test
    void aTitleThatThereIsGetsANumber() {
        for (int i = 0; i < 3; i++) create("规划", "2021", "2025", "2020");
        assertEquals(
                List.of("规划", "规划（2）", "规划（3）"),
                office.library.plans.values().stream().map(Plan::title).sorted().toList());
        assertEquals("规划（3）", office.plan().title());
    }

    @Test
    void openingASampleTwiceOpensTheSameOne() {
        model.openSample("suizhou");
        UUID first = office.plan().id();
        office.desk.closePlan();
        model.openSample("suizhou");
        assertEquals(first, office.plan().id());
        assertEquals(1, office.library.plans.size());
    }

    @Test
    void anUnknownSampleIsAFailureNotACrash() {
        model.openSample("wuhan");
        assertEquals("problem.sample.unknown", office.dialogs.failures.getFirst().messageKey());
    }

    @Test
    void openingTheOpenPlanAgainKeepsItsUndo() {
        model.openSample("suizhou");
        office.desk.editPlan(EditName.of("edit.rule"), p -> p.withChanges(d -> d.title = "改过"));
        office.desk.placeProperty().set(ScreenPlace.START);
        model.openPlan(office.plan().id());
        assertEquals(Optional.of("edit.rule"), office.step());
        assertEquals(ScreenPlace.OVERVIEW, office.desk.placeProperty().get());
    }

    @Test
    void aPlanThatIsGoneIsAFailureNotACrash() {
        model.openPlan(UUID.randomUUID());
        assertEquals("problem.plan.gone", office.dialogs.failures.getFirst().messageKey());
    }

    @Test
    void theListTellsYearsAndLastChange() {
        model.openSample("suizhou");
        assertEquals("随州市市场监管“十四五”规划", first().title());
        assertTrue(
                first().aboutText().startsWith("2021–2025 · 最后修改 2023年7月3日"), first().aboutText());
    }

    @Test
    void deletingAsksFirst() {
        model.openSample("suizhou");
        office.dialogs.agrees = false;
        model.deletePlan(first());
        assertEquals(1, office.library.plans.size());
        assertTrue(office.dialogs.asked.getFirst().contains("随州市市场监管“十四五”规划"));
    }

    @Test
    void deletingTheOpenPlanClosesIt() {
        model.openSample("suizhou");
        model.deletePlan(first());
        assertEquals(Optional.empty(), office.desk.shownPlan());
        assertEquals(List.of(), model.rows().get());
        assertEquals(ScreenPlace.START, office.desk.placeProperty().get());
    }

    @Test
    void deletingAnotherPlanLeavesTheOpenOne() {
        model.openSample("suizhou");
        StartViewModel.PlanRow sample = first();
        create("另一个", "2026", "2030", "2025");
        model.deletePlan(sample);
        assertEquals("另一个", office.plan().title());
    }

    @Test
    void theLastPlanComesBack() {
        model.openSample("suizhou");
        UUID last = office.plan().id();
        office.desk.closePlan();
        settings = Settings.loadFrom(folder.resolve("settings.properties"));
        model(TestDesk.CLOCK).openLastPlan();
        assertEquals(last, office.plan().id());
    }

    @Test
    void theEvaluationDateComesBackWithThePlan() throws Problem {
        Plan sample = TestDesk.sample();
        office.library.plans.put(sample.id(), sample);
        settings.rememberEvaluationDate(sample.id(), LocalDate.of(2023, 6, 30));
        model.openPlan(sample.id());
        assertEquals("2023-06-30", office.desk.evaluationDate().orElseThrow().toString());
    }

    @Test
    void aLastPlanThatIsGoneIsNoTrouble() {
        model.openSample("suizhou");
        model.deletePlan(first());
        model.openLastPlan();
        assertEquals(Optional.empty(), office.desk.shownPlan());
        assertEquals(List.of(), office.dialogs.failures);
    }

    @Test
    void theFirstStartHasNoLastPlan() {
        model.openLastPlan();
        assertEquals(ScreenPlace.START, office.desk.placeProperty().get());
    }
}
