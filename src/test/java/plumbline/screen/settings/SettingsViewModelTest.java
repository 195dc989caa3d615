package plumbline.screen.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.desk.Settings;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.screen.TestDesk;

/** Language, theme and the plan's rule. */
class SettingsViewModelTest {
    @TempDir Path folder;
    private TestDesk office = TestDesk.suizhou();
    private Settings settings;
    private final ObjectProperty<Settings.Language> language = new SimpleObjectProperty<>(Settings.Language.SYSTEM);
    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>(Settings.Theme.LIGHT);
    private SettingsViewModel model;

    @BeforeEach void sit() {
        settings = Settings.in(folder.resolve("settings.properties"));
        model = new SettingsViewModel(office.desk, office.dialogs, settings, language, theme, folder, office.words);
    }

    private Verdict verdictOf(String indicator) {
        return office.desk.standing().get().orElseThrow().of(TestDesk.id(indicator)).orElseThrow().verdict().orElseThrow();
    }

    @Test void aLanguageShowsAtOnceAndIsRemembered() {
        model.language(Settings.Language.ENGLISH);
        assertEquals(Settings.Language.ENGLISH, language.get());
        assertEquals(Settings.Language.ENGLISH, Settings.in(folder.resolve("settings.properties")).language());
    }

    @Test void aThemeShowsAtOnceAndIsRemembered() {
        model.theme(Settings.Theme.DARK);
        assertEquals(Settings.Theme.DARK, theme.get());
        assertEquals(Settings.Theme.DARK, Settings.in(folder.resolve("settings.properties")).theme());
    }

    @Test void aThemeThatCannotBeRememberedShowsAllTheSame() throws Exception {
        Files.createDirectory(folder.resolve("settings.properties"));
        model.theme(Settings.Theme.DARK);
        assertEquals(Settings.Theme.DARK, theme.get());
        assertEquals("problem.settings.unwritable", office.dialogs.failures.getFirst().key());
    }

    @Test void anotherRuleJudgesAnewAndUndoBringsItBack() {
        Plan before = office.plan();
        model.rule(VerdictRule.time());
        // By time a target that is met is 提前完成: row 9.
        assertEquals(Verdict.AHEAD, verdictOf("i9"));
        office.desk.undo();
        assertEquals(before, office.plan());
        assertEquals(Verdict.FASTER, verdictOf("i9"));
    }

    @Test void theWidthIsShownInPoints() {
        assertEquals(Optional.of("5"), model.width());
    }

    @Test void theTimeRuleHasNoWidth() {
        model.rule(VerdictRule.time());
        assertEquals(Optional.empty(), model.width());
    }

    @Test void widerThan2333PointsRowFourIsNearlyOnCourse() {
        model.width("23.33");
        assertEquals(Verdict.BEHIND, verdictOf("i4"));
        model.width("23.34");
        assertEquals(Verdict.NEARLY, verdictOf("i4"));
    }

    @ParameterizedTest
    @CsvSource({"20,20", "' 20 ',20", "２０,20", "20%,20", "100,100", "0.5,0.5"})
    void aWidthIsTaken(String typed, String shown) {
        assertEquals(Optional.empty(), model.width(typed));
        assertEquals(Optional.of(shown), model.width());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "宽", "0", "-5", "100.1", "1e5", "1e-2147483647", "1E-400000000", "1e2147483647", "预计 5", "——", "3-5", "0.0000000000001"})
    void aWrongWidthIsToldAndChangesNothing(String wrong) {
        assertEquals(Optional.of("请填写 0 到 100 之间的数。"), model.width(wrong));
        assertEquals(Optional.empty(), office.step());
    }

    @Test void theNoteNamesTheRule() {
        assertTrue(model.note().contains("提前完成"), model.note());
    }

    @Test void withoutAPlanThereIsNoRule() {
        office = TestDesk.bare();
        sit();
        assertEquals(List.of(Optional.empty(), Optional.empty(), "打开规划后可以选择评价规则。"), List.of(model.rule(), model.width(), model.note()));
    }
}
