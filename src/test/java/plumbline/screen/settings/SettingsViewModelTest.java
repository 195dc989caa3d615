package plumbline.screen.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.desk.Settings;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.screen.TestDesk;
import plumbline.screen.parts.field.PlanForm;
import plumbline.words.EditName;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Language, theme, and the plan as a whole. */
class SettingsViewModelTest {
    @TempDir Path folder;
    private TestDesk office = TestDesk.suizhou();
    private Settings settings;
    private final ObjectProperty<Settings.Language> language =
            new SimpleObjectProperty<>(Settings.Language.SYSTEM);
    private final ObjectProperty<Settings.ColourTheme> theme =
            new SimpleObjectProperty<>(Settings.ColourTheme.LIGHT);
    private SettingsViewModel model;

    @BeforeEach
    void sit() {
        settings = Settings.loadFrom(folder.resolve("settings.properties"));
        model =
                new SettingsViewModel(
                        office.desk,
                        office.dialogs,
                        settings,
                        language,
                        theme,
                        folder,
                        office.words);
    }

    @Test
    void aLanguageShowsAtOnceAndIsRemembered() {
        model.chooseLanguage(Settings.Language.ENGLISH);
        assertEquals(Settings.Language.ENGLISH, language.get());
        assertEquals(
                Settings.Language.ENGLISH,
                Settings.loadFrom(folder.resolve("settings.properties")).language());
    }

    @Test
    void aThemeShowsAtOnceAndIsRemembered() {
        model.chooseTheme(Settings.ColourTheme.DARK);
        assertEquals(Settings.ColourTheme.DARK, theme.get());
        assertEquals(
                Settings.ColourTheme.DARK,
                Settings.loadFrom(folder.resolve("settings.properties")).theme());
    }

    @Test
    void aThemeThatCannotBeRememberedShowsAllTheSame() throws Exception {
        Files.createDirectory(folder.resolve("settings.properties"));
        model.chooseTheme(Settings.ColourTheme.DARK);
        assertEquals(Settings.ColourTheme.DARK, theme.get());
        assertEquals(
                "problem.settings.unwritable", office.dialogs.failures.getFirst().messageKey());
    }

    private Optional<String> take(String title, String first, String last, String baseline) {
        return model.changePlan(new PlanForm(title, "局", first, last, baseline, Optional.empty()));
    }

    @Test
    void theTitleIsChangedInOneStep() {
        Plan before = office.plan();
        assertEquals(Optional.empty(), take("新名称", "2021", "2025", "2020"));
        assertEquals("新名称 局", office.plan().title() + " " + office.plan().organisation());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void baselinesAndFinalTargetsGoWithTheYears() {
        assertEquals(Optional.empty(), take("规划", "2021", "2027", "2019"));
        Indicator first = office.indicator("i1");
        assertEquals(
                List.of(2019, 2027),
                first.course().milestones().stream().map(m -> m.day().getYear()).toList());
    }

    @Test
    void figuresFallOutOfThePlanOnlyWhenThatIsWanted() {
        Plan before = office.plan();
        long out =
                before.indicators().stream()
                        .flatMap(i -> i.observations().stream())
                        .filter(
                                o ->
                                        !o.isForecast()
                                                && o.reading().findAmount().isPresent()
                                                && o.lastCoveredDay().getYear() < 2023)
                        .count();
        office.dialogs.agrees = false;
        assertEquals(Optional.empty(), take("规划", "2023", "2025", "2020"));
        assertEquals(before, office.plan());
        assertEquals(
                List.of(office.words.sentence("settings.plan.outside", out, 0L)),
                office.dialogs.asked);
        office.dialogs.agrees = true;
        take("规划", "2023", "2025", "2020");
        assertEquals(2023, office.plan().firstYear());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    private Optional<String> midTerm(String day) {
        return model.changePlan(
                PlanForm.fromPlan(office.plan()).withMidTerm(Optional.of(LocalDate.parse(day))));
    }

    @Test
    void midTermTargetsGoWithTheDayOfTheMidTermEvaluation() {
        office.desk.editPlan(
                EditName.of("edit.plan.changed"),
                p ->
                        p.withChangedIndicator(
                                TestDesk.id("i1"),
                                i ->
                                        i.withChanges(
                                                d ->
                                                        d.course =
                                                                i.course()
                                                                        .withMilestone(
                                                                                Milestone.target(
                                                                                        Milestone
                                                                                                .Role
                                                                                                .MID_TERM,
                                                                                        LocalDate
                                                                                                .of(
                                                                                                        2023,
                                                                                                        6,
                                                                                                        30),
                                                                                        new BigDecimal(
                                                                                                "230000"),
                                                                                        i
                                                                                                .direction())))));
        Plan before = office.plan();
        assertEquals(Optional.empty(), midTerm("2022-12-31"));
        assertEquals(LocalDate.of(2022, 12, 31), office.plan().midTermDay());
        assertEquals(
                LocalDate.of(2022, 12, 31),
                office.indicator("i1").course().midTermTarget().orElseThrow().day());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void noQuestionIsAskedWhereNothingFallsOut() {
        take("规划", "2021", "2026", "2020");
        assertEquals(List.of(), office.dialogs.asked);
    }

    @Test
    void aDayOutsideThePlanIsNoMidTerm() {
        Plan before = office.plan();
        assertEquals(Optional.of("start.wrong.midTerm"), midTerm("2025-12-31"));
        assertEquals(Optional.of("start.wrong.midTerm"), midTerm("2020-12-31"));
        assertEquals(before, office.plan());
    }

    @Test
    void aMidTermLeftAsItIsGoesWithTheYears() {
        midTerm("2022-12-31");
        assertEquals(
                Optional.empty(),
                model.changePlan(
                        new PlanForm(
                                "规划",
                                "局",
                                "2026",
                                "2030",
                                "2025",
                                Optional.of(office.plan().midTermDay()))));
        assertEquals(LocalDate.of(2028, 6, 30), office.plan().midTermDay());
    }

    @Test
    void aWholeNewPlanPeriodIsPossible() {
        assertEquals(Optional.empty(), take("规划", "2026", "2030", "2025"));
        assertEquals(
                List.of(2025, 2030),
                office.indicator("i1").course().milestones().stream()
                        .map(m -> m.day().getYear())
                        .toList());
        assertTrue(office.plan().periods().contains(Period.parse("2030")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2021, 2025, 2020, start.wrong.title",
        "规划, x, 2025, 2020, start.wrong.years",
        "规划, 2025, 2021, 2020, start.wrong.span",
        "规划, 2021, 2025, 2021, start.wrong.baseline"
    })
    void whatMakesNoPlanIsRefusedAndNothingChanges(
            String title, String first, String last, String baseline, String key) {
        Plan before = office.plan();
        assertEquals(Optional.of(key), take(title, first, last, baseline));
        assertEquals(before, office.plan());
    }
}
