package plumbline.screen.indicators.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.plan.Evidence;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Source;
import plumbline.screen.TestArchive;
import plumbline.screen.TestDesk;
import plumbline.screen.indicators.inspector.SourceViewModel.SourceEntry;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A figure's source is entered, its file kept, and let go with the last figure that names it. */
class SourceViewModelTest {
    private static final Period Y2023 = Period.ofYear(2023);
    private static final UUID ONE = TestDesk.id("i1");
    private static final UUID TWO = TestDesk.id("i2");
    private final TestDesk office = TestDesk.suizhou();
    private final TestArchive archive = new TestArchive();
    private final SourceViewModel model =
            new SourceViewModel(
                    office.desk,
                    archive,
                    office.work,
                    office.dialogs,
                    office.words,
                    TestDesk.CLOCK);
    @TempDir Path folder;

    private void type(UUID line) {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p -> p.withObservation(line, Observation.actual(Y2023, "5")));
    }

    private Source source(UUID line) {
        return office.plan()
                .findIndicator(line)
                .orElseThrow()
                .displayedObservation(Y2023)
                .orElseThrow()
                .source();
    }

    private void keep(UUID line, String text) throws Exception {
        office.dialogs.file = Optional.of(Files.writeString(folder.resolve(text + ".xls"), text));
        model.keepEvidence(line, Y2023);
    }

    @Test
    void aTypedFigureGetsItsSource() {
        type(ONE);
        assertEquals(SourceEntry.EMPTY, model.sourceEntry(ONE, Y2023));
        SourceEntry entry = new SourceEntry("报表.xls", "附表 1", "C14", "注册科", "2023年6月30日");
        assertEquals(Optional.empty(), model.recordSource(ONE, Y2023, entry));
        assertEquals(
                new SourceEntry("报表.xls", "附表 1", "C14", "注册科", "2023-06-30"),
                model.sourceEntry(ONE, Y2023));
        assertEquals("附表 1!C14", source(ONE).place());
        assertEquals(Optional.of("edit.source"), office.step());
        assertEquals(
                "5",
                office.reading("i1", "2023").orElseThrow().findAmount().orElseThrow().toString());
    }

    @Test
    void aPageIsAPlaceWithoutASheet() {
        type(ONE);
        model.recordSource(ONE, Y2023, new SourceEntry("年鉴", "", "第12页", "", ""));
        assertEquals(new SourceEntry("年鉴", "", "第12页", "", ""), model.sourceEntry(ONE, Y2023));
    }

    @Test
    void theSameDepartmentIsNotMadeTwice() {
        type(ONE);
        model.recordSource(ONE, Y2023, new SourceEntry("a", "", "", " 注册科 ", ""));
        int departments = office.plan().departments().size();
        model.recordSource(ONE, Y2023, new SourceEntry("b", "", "", "注册科", ""));
        assertEquals(departments, office.plan().departments().size());
    }

    @Test
    void whatCannotBeIsSaidAndNothingIsRecorded() {
        type(ONE);
        Plan before = office.plan();
        assertTrue(
                model.recordSource(ONE, Y2023, new SourceEntry("a", "", "", "", "2023-02-30"))
                        .orElseThrow()
                        .contains("2023-02-30"));
        assertTrue(
                model.recordSource(ONE, Y2023, new SourceEntry("长".repeat(1001), "", "", "", ""))
                        .isPresent());
        assertTrue(
                model.recordSource(
                                ONE,
                                Y2023,
                                new SourceEntry("", "长".repeat(600), "长".repeat(400), "", ""))
                        .isPresent());
        assertEquals(before, office.plan());
    }

    @Test
    void aFileIsKeptAndNamed() throws Exception {
        type(ONE);
        keep(ONE, "报表");
        Evidence kept = model.findEvidence(ONE, Y2023).orElseThrow();
        assertEquals("报表.xls", kept.name());
        assertEquals(Set.of(kept.sha256()), archive.files.keySet());
        assertEquals(
                new SourceEntry("报表.xls", "", "", "", "2023-07-03"), model.sourceEntry(ONE, Y2023));
        assertEquals("报表.xls，2023年7月3日收到", model.evidenceText(kept));
    }

    @Test
    void theSameFileForTwoFiguresIsOneEvidence() throws Exception {
        type(ONE);
        type(TWO);
        keep(ONE, "报表");
        keep(TWO, "报表");
        assertEquals(1, office.plan().evidence().size());
        model.removeEvidence(ONE, Y2023);
        assertEquals(1, office.plan().evidence().size());
        model.removeEvidence(TWO, Y2023);
        assertEquals(List.of(), office.plan().evidence());
        assertEquals("报表.xls", source(TWO).document());
        office.desk.undo();
        assertEquals(1, office.plan().evidence().size());
    }

    @Test
    void anotherFileTakesThePlaceOfTheOne() throws Exception {
        type(ONE);
        keep(ONE, "一");
        keep(ONE, "二");
        assertEquals(
                List.of("二.xls"), office.plan().evidence().stream().map(Evidence::name).toList());
    }

    @Test
    void aKnownFileIsUsedAgain() throws Exception {
        type(ONE);
        type(TWO);
        keep(ONE, "报表");
        model.useEvidence(TWO, Y2023, model.knownEvidence().getFirst());
        assertEquals(source(ONE).evidenceId(), source(TWO).evidenceId());
    }

    @Test
    void recordingTheCellKeepsTheFile() throws Exception {
        type(ONE);
        keep(ONE, "报表");
        model.recordSource(ONE, Y2023, new SourceEntry("报表.xls", "Sheet1", "C14", "", ""));
        assertTrue(model.findEvidence(ONE, Y2023).isPresent());
    }

    @Test
    void aCopyIsSavedUnderTheNameItCameWith() throws Exception {
        type(ONE);
        keep(ONE, "报表");
        office.dialogs.file = Optional.of(folder.resolve("copy.xls"));
        model.saveEvidenceCopy(ONE, Y2023);
        assertEquals("报表", Files.readString(folder.resolve("copy.xls")));
        assertEquals("报表.xls", office.dialogs.asked.getLast());
    }

    @Test
    void aFileThatIsNotKeptHereIsAFailure() throws Exception {
        type(ONE);
        keep(ONE, "报表");
        archive.files.clear();
        office.dialogs.file = Optional.of(folder.resolve("copy.xls"));
        model.saveEvidenceCopy(ONE, Y2023);
        assertEquals("problem.evidence.gone", office.dialogs.failures.getFirst().messageKey());
    }
}
