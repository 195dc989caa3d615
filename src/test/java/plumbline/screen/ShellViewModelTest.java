package plumbline.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.desk.Settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The evaluation date and the appendix table, from anywhere. */
class ShellViewModelTest {
    private static final LocalDate MID_2023 = LocalDate.of(2023, 6, 30);
    @TempDir Path folder;
    private TestDesk office = TestDesk.suizhou();
    private Settings settings;
    private ShellViewModel model;

    @BeforeEach
    void sit() {
        settings = Settings.loadFrom(folder.resolve("settings.properties"));
        model =
                new ShellViewModel(
                        office.desk, office.work, office.dialogs, settings, office.words);
    }

    private LocalDate at() {
        return office.desk.evaluationDate().orElseThrow();
    }

    @Test
    void theDateIsRememberedForThePlan() {
        model.moveEvaluationTo(MID_2023);
        assertEquals(
                Optional.of(MID_2023),
                Settings.loadFrom(folder.resolve("settings.properties"))
                        .evaluationDate(TestDesk.PLAN));
    }

    @Test
    void theSameDateIsNoMove() {
        model.moveEvaluationTo(TestDesk.END_2022);
        assertEquals(Optional.empty(), settings.evaluationDate(TestDesk.PLAN));
    }

    @Test
    void movingTheDateIsNoEdit() {
        model.moveEvaluationTo(MID_2023);
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aDateThatCannotBeRememberedHoldsAllTheSame() throws Exception {
        Files.createDirectory(folder.resolve("settings.properties"));
        model.moveEvaluationTo(MID_2023);
        assertEquals(MID_2023, at());
        assertEquals(
                "problem.settings.unwritable", office.dialogs.failures.getFirst().messageKey());
    }

    @Test
    void theTableIsWrittenAndSaid() throws Exception {
        Path file = folder.resolve("appendix.xlsx");
        office.dialogs.file = Optional.of(file);
        model.exportAppendix();
        assertTrue(Files.size(file) > 4000);
        assertEquals(List.of("随州市市场监管“十四五”规划附表-2022-12-31.xlsx"), office.dialogs.asked);
        assertTrue(office.dialogs.told.getFirst().contains("appendix.xlsx"));
    }

    @Test
    void aTableOfAnEmptyPlanIsWritten() throws Exception {
        office = TestDesk.empty();
        sit();
        Path file = folder.resolve("empty.xlsx");
        office.dialogs.file = Optional.of(file);
        model.exportAppendix();
        assertTrue(Files.exists(file), () -> "" + office.dialogs.failures);
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureNotACrash() throws Exception {
        Files.writeString(folder.resolve("nowhere"), "");
        office.dialogs.file = Optional.of(folder.resolve("nowhere").resolve("a.xlsx"));
        model.exportAppendix();
        assertEquals("problem.file.unwritable", office.dialogs.failures.getFirst().messageKey());
    }

    @Test
    void withoutAPlanNothingIsExported() {
        office = TestDesk.bare();
        sit();
        model.exportAppendix();
        assertEquals(List.of(), office.dialogs.asked);
    }

    @Test
    void aTitleWithSlashesMakesAFileName() {
        office = TestDesk.with(TestDesk.sample().withChanges(d -> d.title = "a/b\\c:d*e?f"));
        sit();
        model.exportAppendix();
        assertEquals(List.of("a_b_c_d_e_f附表-2022-12-31.xlsx"), office.dialogs.asked);
    }
}
