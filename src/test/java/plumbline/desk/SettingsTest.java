package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.desk.Settings.ColourTheme;
import plumbline.desk.Settings.Language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the officer chose: written, read back, and not lost to a damaged file. */
class SettingsTest {
    private static final UUID PLAN = new UUID(0, 1);
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("数据 1").resolve("settings.properties");
    }

    private Settings settings() {
        return Settings.loadFrom(file);
    }

    private void write(byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNothingChosen(Settings settings) {
        assertEquals(
                List.of(Language.SYSTEM, ColourTheme.LIGHT, Optional.empty(), Optional.empty()),
                List.of(
                        settings.language(),
                        settings.theme(),
                        settings.lastPlanId(),
                        settings.evaluationDate(PLAN)));
    }

    @Test
    void withoutAFileNothingIsChosen() {
        assertNothingChosen(settings());
    }

    @Test
    void theWindowIsReadBack() throws Problem {
        for (WindowBounds frame :
                List.of(
                        new WindowBounds(-8, 20, 1000, 700, false),
                        new WindowBounds(0, 0, 1280, 800, true))) {
            settings().rememberWindowBounds(frame);
            assertEquals(Optional.of(frame), settings().windowBounds());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window=",
                "window=1,2,3,4",
                "window=1,2,x,4,true",
                "window=1,2,0,700,false",
                "window=1,2,1000,-700,false"
            })
    void aWindowThatCannotBeIsNone(String written) throws IOException {
        write(written);
        assertEquals(Optional.empty(), settings().windowBounds());
    }

    @Test
    void readingWritesNothing() {
        settings().language();
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLanguageIsReadBack(Language language) throws Problem {
        settings().chooseLanguage(language);
        assertEquals(language, settings().language());
    }

    @ParameterizedTest
    @EnumSource(ColourTheme.class)
    void theThemeIsReadBack(ColourTheme theme) throws Problem {
        settings().chooseTheme(theme);
        assertEquals(theme, settings().theme());
    }

    @Test
    void theLastPlanIsReadBack() throws Problem {
        settings().rememberLastPlan(PLAN);
        assertEquals(Optional.of(PLAN), settings().lastPlanId());
    }

    @Test
    void eachPlanHasItsOwnEvaluationDate() throws Problem {
        Settings settings = settings();
        settings.rememberEvaluationDate(PLAN, AT);
        settings.rememberEvaluationDate(new UUID(0, 2), AT.plusYears(1));
        assertEquals(Optional.of(AT), settings().evaluationDate(PLAN));
        assertEquals(Optional.of(AT.plusYears(1)), settings().evaluationDate(new UUID(0, 2)));
        assertEquals(Optional.empty(), settings().evaluationDate(new UUID(0, 3)));
    }

    @Test
    void aChoiceIsKnownAtOnce() throws Problem {
        Settings settings = settings();
        settings.chooseTheme(ColourTheme.DARK);
        assertEquals(ColourTheme.DARK, settings.theme());
    }

    @Test
    void oneChoiceLeavesTheOthers() throws Problem {
        settings().chooseLanguage(Language.CHINESE);
        settings().chooseTheme(ColourTheme.DARK);
        assertEquals(Language.CHINESE, settings().language());
    }

    @Test
    void theLastChoiceCounts() throws Problem {
        settings().chooseTheme(ColourTheme.DARK);
        settings().chooseTheme(ColourTheme.LIGHT);
        assertEquals(ColourTheme.LIGHT, settings().theme());
    }

    @Test
    void nothingElseIsLeftBeside() throws Problem, IOException {
        settings().chooseTheme(ColourTheme.DARK);
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0000\u0000",
                "language=\\u00zz",
                "KLINGON",
                "language=KLINGON\ntheme=\nplan.last=x\nplan.evaluated.00000000-0000-0000-0000-000000000001=2022-02-30"
            })
    void aDamagedFileCountsAsNothingChosen(String text) throws IOException {
        write(text);
        assertNothingChosen(settings());
    }

    @Test
    void aFileThatIsNoTextCountsAsNothingChosen() throws IOException {
        write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3, (byte) 0x28});
        assertNothingChosen(settings());
    }

    @Test
    void oneDamagedEntryLeavesTheOthers() throws IOException {
        write("language=KLINGON\ntheme=DARK\n");
        assertEquals(ColourTheme.DARK, settings().theme());
    }

    @Test
    void aDamagedFileIsReplacedAtTheNextChoice() throws IOException, Problem {
        write(new byte[] {(byte) 0xff, (byte) 0xfe});
        settings().chooseTheme(ColourTheme.DARK);
        assertEquals(ColourTheme.DARK, settings().theme());
    }

    @Test
    void aFolderInItsPlaceCountsAsNothingChosen() throws IOException {
        Files.createDirectories(file);
        assertNothingChosen(settings());
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblem() throws IOException {
        Files.write(folder.resolve("数据 1"), new byte[0]);
        assertEquals(
                "problem.settings.unwritable",
                assertThrows(Problem.class, () -> settings().chooseTheme(ColourTheme.DARK))
                        .messageKey());
    }

    @Test
    void whatCannotBeReplacedStaysAsItWas() throws IOException, Problem {
        settings().chooseTheme(ColourTheme.DARK);
        byte[] before = Files.readAllBytes(file);
        Files.createDirectories(
                file.resolveSibling("settings.properties.part").resolve("in the way"));
        assertThrows(Problem.class, () -> settings().chooseTheme(ColourTheme.LIGHT));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgain() throws IOException, Problem {
        Settings settings = settings();
        Path inTheWay = Files.write(folder.resolve("数据 1"), new byte[0]);
        assertThrows(Problem.class, () -> settings.chooseTheme(ColourTheme.DARK));
        Files.delete(inTheWay);
        settings.chooseTheme(ColourTheme.DARK);
        assertEquals(ColourTheme.DARK, settings().theme());
    }
}
