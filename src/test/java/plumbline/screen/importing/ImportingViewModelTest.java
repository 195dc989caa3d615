package plumbline.screen.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.table.FigureRole;
import plumbline.exchange.table.LayoutMemory;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;
import plumbline.plan.Evidence;
import plumbline.plan.ImportRecord;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.screen.TestArchive;
import plumbline.screen.TestDesk;
import plumbline.screen.importing.ImportingViewModel.ImportFilter;
import plumbline.screen.importing.ImportingViewModel.ImportItem;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Read → look → take in → undo; an import taken back later. */
class ImportingViewModelTest {
    private static final String TABLE =
            "序号\t指标名称\t单位\t2022年\t2023年上半年\n1\t全市市场主体数\t万户\t27.3\t28.5\n2\t广告经营单位数量\t户\t1721\t1835\n3\t有效注册商标量\t件\t19000\t2.12\n4\t新设外资企业\t户\t\t33\n";
    private final TestDesk.Answers dialogs = new TestDesk.Answers();
    private final TestArchive archive = new TestArchive();
    private final Map<String, TableLayout> remembered = new HashMap<>();
    private final Workspace desk =
            new Workspace((_, _, _) -> {}, Runnable::run, Runnable::run, dialogs::showProblem);
    private final Clock clock = Clock.fixed(Instant.parse("2023-07-10T01:00:00Z"), ZoneOffset.UTC);
    private ImportingViewModel model;
    @TempDir Path folder;

    private final class Memory implements LayoutMemory {
        @Override
        public Map<String, TableLayout> rememberedLayouts() {
            return Map.copyOf(remembered);
        }

        @Override
        public void rememberLayout(TableLayout layout) {
            remembered.put(layout.fingerprint(), layout);
        }
    }

    @BeforeEach
    void open() throws Problem {
        Plan sample = SamplePlans.openSample("suizhou", new UUID(1, 1));
        desk.openPlan(sample, LocalDate.of(2023, 6, 30));
        model =
                new ImportingViewModel(
                        desk,
                        archive,
                        new BackgroundWork(Runnable::run, Runnable::run, dialogs::showProblem),
                        dialogs,
                        new Memory(),
                        Messages.forLocale(Messages.CHINESE),
                        clock);
    }

    private ImportItem item(String name, String period) {
        return model.items().get().stream()
                .filter(i -> i.indicator().contains(name) && i.period().contains(period))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Observation> reported(int number) {
        Plan plan = desk.shownPlan().orElseThrow();
        return plan.indicatorsInOrder().get(number - 1).observations().stream()
                .filter(o -> o.period().equals(Period.ofHalfYear(2023, 1)) && !o.isForecast())
                .findFirst();
    }

    @Test
    void everyFigureIsShownBesideThePlan() {
        model.pasteText(Optional.of(TABLE));
        assertEquals(FigureProposal.ProposalStatus.SAME, item("市场主体", "2022").proposal().status());
        assertEquals(FigureProposal.ProposalStatus.NEW, item("市场主体", "2023").proposal().status());
        assertEquals(
                FigureProposal.ProposalStatus.SUSPICIOUS, item("商标量", "2023").proposal().status());
        assertEquals(FigureProposal.ProposalStatus.UNKNOWN, item("外资", "2023").proposal().status());
        assertEquals(1, model.countTaken());
    }

    @Test
    void nothingIsBelievedBeforeItIsTakenIn() {
        Plan before = desk.shownPlan().orElseThrow();
        model.pasteText(Optional.of(TABLE));
        assertEquals(before, desk.shownPlan().orElseThrow());
    }

    @Test
    void allComeInByOneEditThatCanBeUndone() {
        Plan before = desk.shownPlan().orElseThrow();
        model.pasteText(Optional.of(TABLE));
        model.assignName("广告经营单位数量", Optional.of(before.indicatorsInOrder().get(1).id()));
        assertEquals(2, model.countTaken());
        model.importTaken();
        assertTrue(reported(1).isPresent());
        assertTrue(reported(2).isPresent());
        assertEquals(1, desk.shownPlan().orElseThrow().importRecords().size());
        desk.undo();
        assertEquals(before, desk.shownPlan().orElseThrow());
    }

    @Test
    void aNameToldOnceIsKnownNextTime() {
        model.pasteText(Optional.of(TABLE));
        model.assignName(
                "广告经营单位数量",
                Optional.of(desk.shownPlan().orElseThrow().indicatorsInOrder().get(1).id()));
        model.importTaken();
        model.clearBatch();
        model.pasteText(Optional.of(TABLE.replace("1835", "1840")));
        assertEquals(FigureProposal.ProposalStatus.CHANGED, item("广告", "2023").proposal().status());
    }

    @Test
    void anImportIsTakenBackLater() {
        Plan before = desk.shownPlan().orElseThrow();
        model.pasteText(Optional.of(TABLE));
        model.importTaken();
        assertEquals("1 个数", model.history().get().getFirst().countText());
        model.takeBackImport(model.history().get().getFirst().importRecord());
        assertEquals(before.indicators(), desk.shownPlan().orElseThrow().indicators());
        assertEquals("1 个数，已退回", model.history().get().getFirst().countText());
    }

    @Test
    void whatIsTypedStandsInPlaceOfWhatWasRead() {
        model.pasteText(Optional.of(TABLE));
        model.typeValue(item("商标量", "2023"), "2.12万");
        assertTrue(item("商标量", "2023").proposal().taken());
    }

    @Test
    void theListCanBeNarrowed() {
        model.pasteText(Optional.of(TABLE));
        model.filter().set(ImportFilter.DECIDE);
        assertEquals(3, model.items().get().size());
    }

    @Test
    void aColumnIsReadAnewAsTheOfficerSays() {
        model.pasteText(Optional.of(TABLE));
        TableReading table = model.findTable(item("市场主体", "2023")).orElseThrow();
        TableLayout.LayoutColumn last = table.layout().columns().getLast();
        model.correctLayout(table, table.layout().withColumn(last.withRole(FigureRole.FORECAST)));
        assertTrue(item("市场主体", "2023").period().contains("预计"));
        assertEquals(1, remembered.size());
    }

    @Test
    void aFolderIsReadAndABrokenFileIsTold() throws Exception {
        Files.writeString(folder.resolve("甲.csv"), TABLE.replace('\t', ','));
        Files.write(folder.resolve("乙.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        model.readFiles(List.of(folder));
        assertFalse(model.items().get().isEmpty());
        assertTrue(model.summaryText().contains("没有读成：乙.xlsx"), model.summaryText());
    }

    @Test
    void aFileIsKeptWithItsFiguresUnlessItWasChangedMeanwhile() throws Exception {
        Path file = Files.writeString(folder.resolve("甲.csv"), TABLE.replace('\t', ','));
        model.readFiles(List.of(file));
        Files.writeString(file, TABLE.replace('\t', ',') + "注\n");
        model.importTaken();
        assertEquals(
                List.of("import.changed"),
                dialogs.failures.stream().map(Problem::messageKey).toList());
        assertEquals(Optional.empty(), reported(1));
        Files.writeString(file, TABLE.replace('\t', ','));
        model.importTaken();
        Plan plan = desk.shownPlan().orElseThrow();
        assertEquals(
                reported(1).orElseThrow().source().evidenceId(),
                plan.evidence().stream()
                        .filter(e -> e.name().equals("甲.csv"))
                        .map(Evidence::id)
                        .findFirst());
        assertTrue(archive.findFile(plan.evidence().getLast().sha256()).isPresent());
        assertTrue(model.summaryText().startsWith("已导入 1 个数"), model.summaryText());
    }

    @Test
    void aFileIsNotKeptWhereThatIsNotWanted() throws Exception {
        model.keepInArchive().set(false);
        model.readFiles(
                List.of(Files.writeString(folder.resolve("甲.csv"), TABLE.replace('\t', ','))));
        model.importTaken();
        assertTrue(reported(1).isPresent());
        assertEquals(Map.of(), archive.files);
    }

    @Test
    void anotherFileOfTheSameNameStandsBesideTheFirst() throws Exception {
        Path one = Files.createDirectories(folder.resolve("曾都")).resolve("数据.csv");
        Path other = Files.createDirectories(folder.resolve("随县")).resolve("数据.csv");
        Files.writeString(one, TABLE.replace('\t', ','));
        Files.writeString(other, TABLE.replace('\t', ',').replace("28.5", "28.6"));
        model.readFiles(List.of(one));
        model.readFiles(List.of(other));
        model.readFiles(List.of(other));
        assertEquals(
                Set.of("数据.csv", "数据.csv (2)"),
                model.review().get().orElseThrow().files().keySet());
        assertEquals(
                FigureProposal.ProposalStatus.CONFLICT, item("市场主体", "2023").proposal().status());
    }

    @Test
    void ofTwoThatContradictOneIsTaken() {
        model.pasteText(Optional.of(TABLE));
        model.pasteText(Optional.of(TABLE.replace("28.5", "28.6")));
        List<ImportItem> both =
                model.items().get().stream()
                        .filter(i -> i.indicator().contains("市场主体") && i.period().contains("2023"))
                        .toList();
        assertEquals(2, both.size());
        model.setTaken(both, true);
        assertEquals(0, model.countTaken());
        for (ImportItem each : both) model.setTaken(List.of(each), true);
        assertEquals(1, model.countTaken());
        model.importTaken();
        assertEquals(
                new BigDecimal("286000"),
                new BigDecimal(
                        reported(1)
                                .orElseThrow()
                                .reading()
                                .findAmount()
                                .orElseThrow()
                                .toBigInteger()));
    }

    @Test
    void anUnlikeUnitCanBeSaidToBeTheSame() {
        model.pasteText(Optional.of("指标名称\t单位\t2022年\t2023年上半年\n全市市场主体数\t家\t273104\t285000\n"));
        ImportItem item = item("市场主体", "2023");
        assertEquals(FigureProposal.ProposalStatus.SUSPICIOUS, item.proposal().status());
        model.acceptPlanUnit(item.proposal());
        assertTrue(item("市场主体", "2023").proposal().taken());
        model.importTaken();
        assertEquals(
                new BigDecimal("285000"),
                reported(1).orElseThrow().reading().findAmount().orElseThrow());
    }

    @Test
    void aDashIsNoAnswerButAWordIs() {
        model.pasteText(
                Optional.of(
                        "指标名称\t单位\t2022年\t2023年上半年\n全市市场主体数\t户\t273104\t-\n广告经营单位\t户\t1721\t未调查\n"));
        List<FigureProposal> half =
                model.review().get().orElseThrow().proposals().stream()
                        .filter(
                                p ->
                                        p.figure()
                                                .period()
                                                .equals(Optional.of(Period.ofHalfYear(2023, 1))))
                        .toList();
        assertEquals(
                List.of(FigureProposal.ProposalStatus.UNUSED, FigureProposal.ProposalStatus.NEW),
                half.stream().map(FigureProposal::status).toList());
    }

    @Test
    void anImportOfAnIndicatorThatIsGoneCanStillBeLookedAt() {
        model.pasteText(Optional.of(TABLE));
        model.importTaken();
        desk.editPlan(
                EditName.of("edit.rule"),
                p -> p.withoutIndicator(p.indicatorsInOrder().getFirst()));
        assertTrue(
                model.pastImportLines(model.history().get().getFirst().importRecord())
                        .getFirst()
                        .contains("已删除"));
    }

    @Test
    void anImportOfAnotherPlanIsNotTakenBackHere() throws Problem {
        model.pasteText(Optional.of(TABLE));
        model.importTaken();
        ImportRecord there = model.history().get().getFirst().importRecord();
        desk.openPlan(SamplePlans.openSample("ezhou", new UUID(1, 2)), LocalDate.of(2023, 6, 30));
        assertEquals(List.of(), model.history().get());
        model.takeBackImport(there);
        assertEquals(List.of(), desk.shownPlan().orElseThrow().importRecords());
    }

    @Test
    void anotherPlanStartsWithNothing() throws Problem {
        model.pasteText(Optional.of(TABLE));
        desk.openPlan(SamplePlans.openSample("ezhou", new UUID(1, 2)), LocalDate.of(2023, 6, 30));
        assertEquals(Optional.empty(), model.review().get());
    }
}
