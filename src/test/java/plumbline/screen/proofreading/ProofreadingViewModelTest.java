package plumbline.screen.proofreading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.proof.TableProof;
import plumbline.exchange.proof.TextProof;
import plumbline.plan.Plan;
import plumbline.plan.Status;
import plumbline.screen.TestDesk;
import plumbline.screen.proofreading.ProofreadingViewModel.ContradictionItem;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Open or paste → what does not hold → another rule → a plan. */
class ProofreadingViewModelTest {
    private static final String TABLE =
            "某市“十四五”规划主要指标\n指标\t2020年\t目标\t2022年\t完成程度\t进度评价\n甲（件）\t0\t100\t50\t50%\t慢于进度\n乙（件）\t0\t100\t70\t——\t快于进度\n";
    private final List<String> said = new ArrayList<>();
    private final List<Plan> added = new ArrayList<>();
    private final TestDesk.Answers dialogs = new TestDesk.Answers();
    private final Workspace desk =
            new Workspace((_, _, _) -> {}, Runnable::run, Runnable::run, dialogs::showProblem);
    private final ProofreadingViewModel model =
            new ProofreadingViewModel(
                    desk,
                    new BackgroundWork(Runnable::run, Runnable::run, dialogs::showProblem),
                    dialogs,
                    Messages.forLocale(Messages.CHINESE),
                    (plan, name) -> {
                        added.add(plan);
                        said.add(name.key());
                    });
    @TempDir Path folder;

    private List<String> kinds() {
        return model.contradictionItems().stream()
                .map(i -> i.contradiction().kind().name())
                .toList();
    }

    @Test
    void aPastedTableIsProofRead() {
        model.pasteText(Optional.of(TABLE));
        assertEquals(List.of("BLANK_FILLABLE"), kinds());
        assertEquals(
                "评价没有检查：表下的注没有规定类别。选一个规则（命令行用 --rule）就能检查。某市“十四五”规划主要指标：2 项指标，发现 1 处（不符 0，漏填 1，提示 0）",
                model.summaryText());
        ContradictionItem item = model.contradictionItems().getFirst();
        assertEquals("第 2 行 乙（件） · 完成程度".replace("（件）", ""), item.locationText());
        assertEquals("未填（——），可以算出：70.00%", item.sentence());
    }

    @Test
    void aFileIsProofRead() throws Exception {
        dialogs.file = Optional.of(Files.writeString(folder.resolve("表.txt"), TABLE));
        model.chooseFile();
        assertEquals(List.of("BLANK_FILLABLE"), kinds());
    }

    @Test
    void closingTheChooserLeavesWhatIsThere() {
        model.pasteText(Optional.of(TABLE));
        model.chooseFile();
        assertEquals(1, model.contradictionItems().size());
    }

    @Test
    void whatIsSaidOfACellIsFoundByTheCell() {
        model.pasteText(Optional.of(TABLE));
        TableProof proof = model.proof().get().orElseThrow();
        assertEquals(
                1,
                model.itemsAt(
                                Optional.of(proof.table().rows().get(1)),
                                proof.table().columns().get(4))
                        .size());
        assertEquals(
                List.of(),
                model.itemsAt(
                        Optional.of(proof.table().rows().get(0)), proof.table().columns().get(4)));
    }

    @Test
    void anotherRuleChecksTheClasses() {
        model.pasteText(Optional.of(TABLE));
        model.checkByRule("time");
        assertEquals(List.of("CLASS_WRONG", "BLANK_FILLABLE"), kinds());
        model.checkByRule(ProofreadingViewModel.BY_NOTE);
        assertEquals(List.of("BLANK_FILLABLE"), kinds());
    }

    @Test
    void whatHoldsNoTableIsSaidSoAndTheOldOneStays() {
        model.pasteText(Optional.of(TABLE));
        model.pasteText(Optional.of("没有表"));
        assertEquals(
                List.of("problem.table.none"),
                dialogs.failures.stream().map(Problem::messageKey).toList());
        assertEquals(1, model.contradictionItems().size());
    }

    @Test
    void anEmptyClipboardIsSaidSo() {
        model.pasteText(Optional.empty());
        model.pasteText(Optional.of(" "));
        assertEquals(
                List.of("problem.table.pasteboard", "problem.table.pasteboard"),
                dialogs.failures.stream().map(Problem::messageKey).toList());
    }

    @Test
    void aPlanIsMadeInOneStepAndEachIsItsOwn() {
        model.pasteText(
                Optional.of(
                        "甲预计2023年上半年达到90件。\n"
                                + TABLE.replace("\t完成程度", "\t2023年上半年\t完成程度")
                                        .replace("\t50\t", "\t50\t90\t")
                                        .replace("\t70\t", "\t70\t80\t")));
        model.makePlan();
        model.makePlan();
        assertEquals(List.of("edit.plan.fromTable", "edit.plan.fromTable"), said);
        assertNotEquals(added.get(0).id(), added.get(1).id());
        assertEquals("某市“十四五”规划", added.getFirst().title());
        assertEquals(
                List.of(Status.ACTUAL, Status.FORECAST),
                added.getFirst().indicators().getFirst().observations().stream()
                        .map(o -> o.status())
                        .toList());
    }

    @Test
    void aTableWithoutATitleMakesAPlanToBeNamed() {
        model.pasteText(Optional.of(TABLE.substring(TABLE.indexOf('\n') + 1)));
        model.makePlan();
        assertEquals("未命名规划（来自粘贴的文本）", added.getFirst().title());
        assertTrue(dialogs.told.getLast().contains("“设置”"), dialogs.told::toString);
    }

    @Test
    void beforeATableIsReadNothingIsMadeOrCopied() {
        model.makePlan();
        assertEquals(Optional.empty(), model.letterText());
        assertEquals("", model.summaryText());
        assertTrue(added.isEmpty());
    }

    @Test
    void theListIsCopiedAsText() {
        model.pasteText(Optional.of(TABLE));
        assertEquals(
                "第 2 行 乙 · 完成程度：未填（——），可以算出：70.00%",
                model.letterText().orElseThrow().lines().toList().get(1));
        assertEquals(List.of("已复制 1 条。"), dialogs.told);
    }

    private void againstSuizhou(String text) throws Problem {
        desk.openPlan(
                SamplePlans.openSample("suizhou", new UUID(0, 1)), LocalDate.of(2022, 12, 31));
        model.switchMode(ProofreadingViewModel.ProofreadingMode.TEXT);
        model.pasteText(Optional.of(text));
    }

    @Test
    void aPastedTextIsHeldAgainstTheOpenPlanAndLeadsToItsCell() throws Problem {
        againstSuizhou("广告经营单位2022年为1712户，另有3人。");
        assertEquals(List.of("TEXT_DIFFERS"), kinds());
        assertEquals("粘贴的文本：对上 1 处，没有对上 1 处，不符 1 处。", model.summaryText());
        assertEquals(
                "对应 广告经营单位 · 2022年：1721\n正文写作 1712，表中是 1721，应写作 1721",
                model.markText(model.textProof().get().orElseThrow().marks().getFirst()));
        model.goToCell(model.contradictionItems().getFirst());
        assertEquals(ScreenPlace.INDICATORS, desk.placeProperty().get());
        assertEquals(
                "2022",
                desk.cellTargetProperty().get().orElseThrow().period().orElseThrow().code());
        assertTrue(model.letterText().orElseThrow().contains("第 2 行 广告经营单位 · 2022年：正文写作 1712"));
    }

    @Test
    void theTextIsHeldAgainstThePlanAsItIsEdited() throws Problem {
        againstSuizhou("广告经营单位2022年为1721户。");
        assertEquals(List.of(), kinds());
        desk.moveEvaluationDate(LocalDate.of(2021, 12, 31));
        assertEquals(List.of(), kinds());
        desk.openPlan(
                SamplePlans.openSample("suizhou", new UUID(0, 2))
                        .withChanges(d -> d.indicators = List.of()),
                LocalDate.of(2022, 12, 31));
        assertEquals(1, model.textProof().get().orElseThrow().countUntied());
        desk.closePlan();
        assertEquals(ProofreadingViewModel.ProofreadingMode.TABLE, model.mode().get());
    }

    private void edit(String title) {
        desk.editPlan(EditName.of("edit.rule"), p -> p.withChanges(d -> d.title = title));
    }

    @Test
    void aHiddenTextIsHeldAgainstThePlanOnceItIsSeen() throws Problem {
        againstSuizhou("广告经营单位2022年为1712户。");
        Optional<TextProof> before = model.textProof().get();
        model.activatable().deactivate();
        edit("一");
        edit("二");
        assertSame(before, model.textProof().get());
        model.switchMode(ProofreadingViewModel.ProofreadingMode.TABLE);
        model.activatable().activate();
        assertSame(before, model.textProof().get());
        model.switchMode(ProofreadingViewModel.ProofreadingMode.TEXT);
        assertNotSame(before, model.textProof().get());
    }

    @Test
    void ofTheProofsThatWaitOnlyTheLastIsMade() throws Problem {
        Deque<Runnable> waiting = new ArrayDeque<>();
        List<TextProof> made = new ArrayList<>();
        desk.openPlan(
                SamplePlans.openSample("suizhou", new UUID(0, 1)), LocalDate.of(2022, 12, 31));
        ProofreadingViewModel slow =
                new ProofreadingViewModel(
                        desk,
                        new BackgroundWork(waiting::add, Runnable::run, dialogs::showProblem),
                        dialogs,
                        Messages.forLocale(Messages.CHINESE),
                        (_, _) -> {});
        slow.textProof().subscribe(found -> found.ifPresent(made::add));
        slow.switchMode(ProofreadingViewModel.ProofreadingMode.TEXT);
        slow.pasteText(Optional.of("广告经营单位2022年为1712户。"));
        edit("一");
        edit("二");
        assertEquals(3, waiting.size());
        waiting.forEach(Runnable::run);
        assertEquals(List.of("广告经营单位2022年为1712户。\n"), made.stream().map(TextProof::text).toList());
        assertEquals(List.of(), dialogs.failures);
    }

    @Test
    void tableAndTextAreKeptApart() throws Problem {
        model.pasteText(Optional.of(TABLE));
        againstSuizhou("没有数。");
        assertEquals(List.of(), kinds());
        model.switchMode(ProofreadingViewModel.ProofreadingMode.TABLE);
        assertEquals(List.of("BLANK_FILLABLE"), kinds());
    }
}
