package plumbline.screen.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.exchange.planfile.PlanFile;
import plumbline.exchange.planfile.PlanFileReader;
import plumbline.exchange.planfile.PlanFileTransfer;
import plumbline.exchange.planfile.PlanFileTransfer.PlanCompanion;
import plumbline.plan.Evidence;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.plan.Source;
import plumbline.plan.merge.MergeChange;
import plumbline.screen.TestArchive;
import plumbline.screen.TestDesk;
import plumbline.screen.start.PlanFilesViewModel.ExportExtent;
import plumbline.screen.start.PlanFilesViewModel.MergeRow;
import plumbline.screen.start.PlanFilesViewModel.PlanFileStep;
import plumbline.words.EditName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A plan goes out and comes in: as a new plan, or merged in one step. */
class PlanFilesViewModelTest {
    private final TestDesk office = TestDesk.suizhou();
    private final TestArchive archive = new TestArchive();
    private final PlanFilesViewModel model =
            new PlanFilesViewModel(
                    office.desk,
                    new PlanFileTransfer(office.library, archive),
                    office.library::loadPlan,
                    office.work,
                    office.dialogs,
                    office.words,
                    TestDesk.CLOCK,
                    plan -> office.desk.openPlan(plan, TestDesk.END_2022));
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("规划.plumb");
        office.dialogs.file = Optional.of(file);
    }

    private PlanFile export(ExportExtent extent, PlanCompanion... companions) throws Problem {
        model.startExport(TestDesk.PLAN);
        model.exportPlan(
                ((PlanFileStep.Exporting) model.step().get().orElseThrow()).plan(),
                extent,
                Set.of(companions));
        return PlanFileReader.<RuntimeException>readPlanFile(file, _ -> {});
    }

    private PlanFileStep.Received arrive() {
        model.openFile(file);
        return (PlanFileStep.Received) model.step().get().orElseThrow();
    }

    private PlanFileStep.Reviewing review() {
        model.reviewMerge(arrive());
        return (PlanFileStep.Reviewing) model.step().get().orElseThrow();
    }

    private static Plan recorded(Plan plan, String indicator, String period, String amount) {
        return plan.withObservation(
                TestDesk.id(indicator), Observation.actual(Period.parse(period), amount));
    }

    @Test
    void theWholePlanGoesOut() throws Problem {
        PlanFile written = export(new ExportExtent.WholePlan());
        assertEquals(office.plan(), written.plan());
        assertEquals(LocalDate.of(2023, 7, 3), written.manifest().writtenOn());
        assertEquals("随州市市场监管“十四五”规划.plumb", office.dialogs.asked.getLast());
        assertTrue(model.step().get().isEmpty());
    }

    @Test
    void aGroupGoesOutAndSaysItIsAPart() throws Problem {
        PlanFile written =
                export(
                        new ExportExtent.OfGroups(Set.of(office.plan().groups().getFirst().id())),
                        PlanCompanion.SNAPSHOTS);
        assertEquals(
                office.plan().indicatorsInGroup(office.plan().groups().getFirst()),
                written.plan().indicators());
        assertTrue(written.manifest().isExtract());
        assertTrue(
                office.dialogs
                        .asked
                        .getLast()
                        .endsWith(office.plan().groups().getFirst().name() + ".plumb"));
    }

    @Test
    void snapshotsAndEvidenceGoAlongWhereTheyAreAskedFor() throws Exception {
        String sum = archive.keepFile(Files.writeString(folder.resolve("表.xls"), "abc"));
        Evidence evidence = new Evidence(new UUID(9, 1), "表.xls", sum, LocalDate.of(2023, 1, 1));
        office.desk.editPlan(
                EditName.of("edit.rule"), p -> p.withChanges(d -> d.evidence = List.of(evidence)));
        office.library.addSnapshot(
                new Snapshot(
                        new UUID(9, 2), "中期", TestDesk.END_2022, Instant.EPOCH, "", office.plan()));
        assertEquals(0, export(new ExportExtent.WholePlan()).snapshots().size());
        PlanFile both =
                export(
                        new ExportExtent.WholePlan(),
                        PlanCompanion.SNAPSHOTS,
                        PlanCompanion.EVIDENCE);
        assertEquals("中期", both.snapshots().getFirst().name());
        assertEquals(Set.of(sum), both.evidenceSums());
        archive.files.clear();
        model.addAsNew(arrive());
        assertEquals(Set.of(sum), archive.files.keySet());
        assertNotEquals(TestDesk.PLAN, office.plan().id());
        assertEquals(
                List.of("中期"),
                office.library.listSnapshots(office.plan().id()).stream()
                        .map(s -> s.name())
                        .toList());
        assertEquals(2, office.library.snapshots.size());
    }

    @Test
    void aNewPlanGetsAnIdOfItsOwnAndATitleThatIsFree() throws Problem {
        export(new ExportExtent.WholePlan());
        model.addAsNew(arrive());
        assertEquals("随州市市场监管“十四五”规划 (2)", office.plan().title());
        assertEquals(2, office.library.plans.size());
        model.addAsNew(arrive());
        assertEquals("随州市市场监管“十四五”规划 (3)", office.plan().title());
    }

    @Test
    void aPlanWhoseSnapshotsCannotBeKeptIsNotKeptEither() throws Problem {
        office.library.addSnapshot(
                new Snapshot(
                        new UUID(9, 2), "中期", TestDesk.END_2022, Instant.EPOCH, "", office.plan()));
        export(new ExportExtent.WholePlan(), PlanCompanion.SNAPSHOTS);
        office.library.full = true;
        model.addAsNew(arrive());
        assertEquals(Set.of(TestDesk.PLAN), office.library.plans.keySet());
        assertEquals("problem.library.unwritable", office.dialogs.failures.getFirst().messageKey());
    }

    @Test
    void aFileThatIsNoneIsAFailureAndNothingIsShown() throws IOException {
        model.openFile(Files.writeString(file, "规划"));
        assertEquals("problem.planfile.kind", office.dialogs.failures.getFirst().messageKey());
        assertTrue(model.step().get().isEmpty());
    }

    @Test
    void itIsSaidWhatCameIn() throws Problem {
        export(new ExportExtent.WholePlan());
        String about = model.aboutText(arrive().file());
        assertTrue(
                about.contains("2021–2025 · 2023年7月3日由 Plumbline 0.1.0 生成")
                        && about.contains("指标 13 项"),
                about);
    }

    @Test
    void aMergeIsOneStepThatCanBeUndone() throws Problem {
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p -> recorded(recorded(p, "i1", "2023", "300000"), "i2", "2022", "1800"));
        export(new ExportExtent.WholePlan());
        office.desk.undo();
        Plan before = office.plan();
        PlanFileStep.Reviewing reviewing = review();
        List<MergeRow> rows =
                reviewing.rows().stream()
                        .filter(r -> r.change().state() != MergeChange.MergeState.SAME)
                        .toList();
        assertEquals(
                List.of("2022年 1721 1800 CONFLICT", "2023年 —— 300000 NEW"),
                rows.stream()
                        .map(
                                r ->
                                        r.fieldText()
                                                + " "
                                                + r.currentText()
                                                + " "
                                                + r.offeredText()
                                                + " "
                                                + r.change().state())
                        .sorted()
                        .toList());
        model.acceptChanges(
                reviewing, rows.stream().filter(PlanFilesViewModel::isProposed).toList());
        assertEquals(
                "300000",
                office.reading("i1", "2023").orElseThrow().findAmount().orElseThrow().toString());
        assertEquals(
                "1721",
                office.reading("i2", "2022").orElseThrow().findAmount().orElseThrow().toString());
        assertEquals(Optional.of("edit.plan.merged"), office.step());
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void aPlanThatWasChangedInTheMeantimeIsComparedAnew() throws Problem {
        export(new ExportExtent.WholePlan());
        PlanFileStep.Reviewing reviewing = review();
        office.desk.editPlan(EditName.of("edit.rule"), p -> recorded(p, "i2", "2022", "1"));
        model.acceptChanges(reviewing, reviewing.rows());
        assertEquals(
                1,
                office.dialogs.told.stream()
                        .filter(t -> t.equals(office.words.sentence("merge.stale")))
                        .count());
        assertEquals(
                "1",
                office.reading("i2", "2022").orElseThrow().findAmount().orElseThrow().toString());
        PlanFileStep.Reviewing again = (PlanFileStep.Reviewing) model.step().get().orElseThrow();
        assertEquals(
                1,
                again.rows().stream()
                        .filter(r -> r.change().state() == MergeChange.MergeState.CONFLICT)
                        .count());
    }

    @Test
    void anEditWhileTheFileIsTakenInIsNotOverlooked() throws Problem {
        office.desk.editPlan(EditName.of("edit.rule"), p -> recorded(p, "i1", "2023", "300000"));
        export(new ExportExtent.WholePlan());
        office.desk.undo();
        Deque<Runnable> waiting = new ArrayDeque<>();
        PlanFilesViewModel slow =
                new PlanFilesViewModel(
                        office.desk,
                        new PlanFileTransfer(office.library, archive),
                        office.library::loadPlan,
                        new BackgroundWork(
                                waiting::add, Runnable::run, office.dialogs::showProblem),
                        office.dialogs,
                        office.words,
                        TestDesk.CLOCK,
                        _ -> {});
        slow.openFile(file);
        waiting.remove().run();
        slow.reviewMerge((PlanFileStep.Received) slow.step().get().orElseThrow());
        waiting.remove().run();
        PlanFileStep.Reviewing reviewing = (PlanFileStep.Reviewing) slow.step().get().orElseThrow();
        slow.acceptChanges(reviewing, reviewing.rows());
        office.desk.editPlan(EditName.of("edit.rule"), p -> recorded(p, "i2", "2022", "1"));
        waiting.remove().run();
        assertEquals(
                List.of(office.words.sentence("merge.stale")),
                office.dialogs.told.subList(
                        office.dialogs.told.size() - 1, office.dialogs.told.size()));
        assertEquals(Optional.empty(), office.reading("i1", "2023"));
        waiting.remove().run();
        PlanFileStep.Reviewing again = (PlanFileStep.Reviewing) slow.step().get().orElseThrow();
        assertEquals(
                1,
                again.rows().stream()
                        .filter(r -> r.change().state() == MergeChange.MergeState.CONFLICT)
                        .count());
    }

    @Test
    void evidenceOfWhatIsMergedIsKept() throws Exception {
        String sum = archive.keepFile(Files.writeString(folder.resolve("表.xls"), "abc"));
        Evidence evidence = new Evidence(new UUID(9, 1), "表.xls", sum, LocalDate.of(2023, 1, 1));
        Source source =
                new Source(
                        "表.xls",
                        "Sheet1!C4",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(evidence.id()));
        office.desk.editPlan(
                EditName.of("edit.rule"),
                p ->
                        p.withObservation(
                                        TestDesk.id("i1"),
                                        Observation.actual(Period.ofYear(2023), "5")
                                                .withSource(source))
                                .withChanges(d -> d.evidence = List.of(evidence)));
        export(new ExportExtent.WholePlan(), PlanCompanion.EVIDENCE);
        office.desk.undo();
        archive.files.clear();
        PlanFileStep.Reviewing reviewing = review();
        model.acceptChanges(reviewing, reviewing.rows());
        assertEquals(List.of(evidence), office.plan().evidence());
        assertEquals(Set.of(sum), archive.files.keySet());
    }

    @Test
    void aSnapshotThatIsLookedAtTakesNothingIn() throws Problem {
        office.desk.showSnapshot(
                new Snapshot(
                        new UUID(9, 2), "中期", TestDesk.END_2022, Instant.EPOCH, "", office.plan()));
        assertTrue(model.mergeTargetTitle().isEmpty());
    }
}
