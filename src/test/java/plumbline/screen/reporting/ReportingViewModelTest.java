package plumbline.screen.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Redaction;
import plumbline.report.HandoverPart;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.ReportBlock;
import plumbline.report.text.Section;
import plumbline.report.text.TextSpan;
import plumbline.screen.TestDesk;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rewording is one edit that can be undone; what is chosen is what is written. */
class ReportingViewModelTest {
    @TempDir Path folder;
    private final List<Path> revealed = new ArrayList<>();
    private final TestDesk test = TestDesk.suizhou();
    private final ReportingViewModel model =
            new ReportingViewModel(test.desk, test.work, test.dialogs, test.words, revealed::add);

    private ReportBlock.ProseBlock prose(String key) {
        return model.blocks().get().stream()
                .filter(b -> b instanceof ReportBlock.ProseBlock p && p.key().equals(key))
                .map(b -> (ReportBlock.ProseBlock) b)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHiddenTextIsToldAnewOnceItIsSeen() {
        List<ReportBlock> before = model.blocks().get();
        model.activatable().deactivate();
        test.at("2021-12-31");
        assertEquals(before, model.blocks().get());
        model.activatable().activate();
        assertNotEquals(before, model.blocks().get());
    }

    @Test
    void aParagraphIsTypedWithReadableNames() {
        assertTrue(
                model.editableText(prose("overall")).startsWith("规划共设主要指标{全部指标·总数}项，{全部指标·达到进度情况}"),
                model.editableText(prose("overall")));
    }

    @Test
    void theTextIsShownWhileItIsTyped() {
        List<TextSpan> spans = model.previewSpans("共{全部指标·总数}项，{没有}");
        assertEquals("共13项，〔缺数〕", spans.stream().map(TextSpan::text).collect(Collectors.joining()));
    }

    @Test
    void rewordingIsOneEditThatCanBeUndone() {
        Plan before = test.desk.shownPlan().orElseThrow();
        String own = prose("overall").text();
        assertTrue(model.reword(prose("overall"), "13项中{全部指标·达到进度数}项达到进度。"));
        assertEquals("13项中9项达到进度。", prose("overall").text());
        assertEquals(ReportBlock.Authorship.OFFICER, prose("overall").authorship());
        assertEquals(
                "改写报告段落“规划共设主要指标13项，达到或快…”",
                test.desk.nextUndoProperty().get().orElseThrow().nameIn(test.words));
        test.desk.undo();
        assertEquals(before, test.desk.shownPlan().orElseThrow());
        assertEquals(own, prose("overall").text());
    }

    @Test
    void theProgramsOwnTextIsNoEdit() {
        assertTrue(model.reword(prose("overall"), model.editableText(prose("overall"))));
        assertEquals(Optional.empty(), test.desk.nextUndoProperty().get());
    }

    @Test
    void anEmptyTextBringsTheProgramsBack() {
        model.reword(prose("overall"), "改过。");
        model.reword(prose("overall"), " ");
        assertEquals(ReportBlock.Authorship.PROGRAM, prose("overall").authorship());
        assertEquals(List.of(), test.desk.shownPlan().orElseThrow().passages());
    }

    @Test
    void eachLanguageHasItsOwnWording() {
        model.reword(prose("overall"), "改过。");
        model.language().set(Messages.ENGLISH);
        assertEquals(ReportBlock.Authorship.PROGRAM, prose("overall").authorship());
        model.language().set(Messages.CHINESE);
        assertEquals("改过。", prose("overall").text());
    }

    @Test
    void aNameThatIsNoneIsToldAndNothingChanges() {
        assertFalse(model.reword(prose("overall"), "{没有}"));
        assertEquals(Optional.empty(), test.desk.nextUndoProperty().get());
        assertEquals(1, test.dialogs.failures.size());
    }

    @Test
    void whatBecameStaleIsCounted() {
        model.reword(prose("overall"), "第一项{指标1·完成进度}。");
        assertEquals(0, model.countStale());
        test.desk.editPlan(
                EditName.of("edit.indicator.deleted", "一"),
                p -> p.withoutIndicator(p.indicatorsInOrder().getFirst()));
        assertEquals(1, model.countStale());
    }

    @Test
    void partsThatAreNotChosenAreNotThere() {
        model.sections().set(EnumSet.of(Section.TASKS));
        assertEquals(
                "重点任务进展", ((ReportBlock.ReportHeading) model.blocks().get().getFirst()).text());
        model.outline().set(Outline.BRIEF);
        assertEquals(List.of(), model.blocks().get());
    }

    @Test
    void numbersAreFoundByNameAndByValue() {
        assertEquals(
                List.of("指标1·实际值"),
                model.findNames("27.31万").stream().map(Narrative.BoundNumber::name).toList());
        assertEquals("27.31万户", model.findNames("指标1·实际值").getFirst().shownText());
    }

    @Test
    void whatIsChosenIsWrittenAndItsFolderShown() {
        test.dialogs.file = Optional.of(folder.resolve("会议"));
        model.handoverParts().set(EnumSet.of(HandoverPart.APPENDIX, HandoverPart.BRIEF));
        model.handOver();
        assertEquals(
                List.of("appendix.xlsx", "brief.docx", "manifest.json"),
                List.of(folder.resolve("会议").toFile().list()).stream().sorted().toList());
        assertTrue(Files.exists(folder.resolve("会议/manifest.json")));
        model.openFolder();
        assertEquals(List.of(folder.resolve("会议")), revealed);
    }

    private static final Redaction FIRST =
            new Redaction.PeriodRedaction(TestDesk.id("i1"), Period.ofYear(2022));

    private void mark() {
        test.desk.editPlan(EditName.of("edit.redaction", "1"), p -> p.withRedaction(FIRST));
    }

    @Test
    void aMarkedValueIsXxInTheTextUntilTheOfficerSaysOtherwise() {
        mark();
        assertEquals("XX户", model.findNames("指标1·实际值").getFirst().shownText());
        model.redacting().set(false);
        assertEquals("27.31万户", model.findNames("指标1·实际值").getFirst().shownText());
        test.desk.openPlan(test.plan(), TestDesk.END_2022);
        assertTrue(model.redacting().get());
    }

    @Test
    void whatStillShowsIsListedAndAskedAboutBeforeItIsWritten() {
        mark();
        model.reword(prose("overall"), "市场主体27.31万户。");
        assertEquals(
                List.of(
                        "1. 全市市场主体数 2022年（273104）：报告“主要指标总体进展”一节的文字里仍写着这个数",
                        "1. 全市市场主体数 2022年（273104）：1. 全市市场主体数 2022年的备注或来源里仍写着这个数"),
                model.leakWarnings());
        test.dialogs.file = Optional.of(folder.resolve("会议"));
        test.dialogs.agrees = false;
        model.handOver();
        assertTrue(
                test.dialogs.asked.getFirst().contains(model.leakWarnings().getFirst()),
                test.dialogs.asked.getFirst());
        assertFalse(Files.exists(folder.resolve("会议")));
    }

    @Test
    void theHandoverIsRedactedAndSaysSo() throws Exception {
        mark();
        test.dialogs.file = Optional.of(folder.resolve("会议"));
        model.handoverParts().set(EnumSet.of(HandoverPart.FIGURES));
        model.handOver();
        assertFalse(Files.readString(folder.resolve("会议/figures.csv")).contains("273104"));
        assertTrue(
                test.dialogs.told.getFirst().contains("1 处数值写作 XX"), test.dialogs.told.getFirst());
    }

    @Test
    void withoutRedactionNothingIsAskedAndAllIsWritten() throws Exception {
        mark();
        model.redacting().set(false);
        test.dialogs.file = Optional.of(folder.resolve("会议"));
        model.handoverParts().set(EnumSet.of(HandoverPart.FIGURES));
        model.handOver();
        assertTrue(Files.readString(folder.resolve("会议/figures.csv")).contains("273104"));
        assertEquals(1, model.redactionCount().get());
    }
}
