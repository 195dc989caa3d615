package plumbline.screen.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Basis;
import plumbline.screen.settings.RuleEditorViewModel.RulePage;
import plumbline.screen.settings.RuleEditorViewModel.VerdictCount;
import plumbline.screen.settings.RuleEditorViewModel.VerdictMove;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A rule is chosen, written, refused, previewed, taken and undone. */
class RuleEditorViewModelTest {
    private final Workspace desk =
            new Workspace(
                    (_, _, _) -> {},
                    Runnable::run,
                    Runnable::run,
                    p -> {
                        throw new AssertionError(p);
                    });
    private final RuleDrafts writing = new RuleDrafts();
    private RuleEditorViewModel model;

    @BeforeEach
    void sit() throws Problem {
        sit(Messages.forLocale(Messages.CHINESE));
    }

    private void sit(Messages words) throws Problem {
        desk.openPlan(sample(), LocalDate.of(2022, 12, 31));
        model = new RuleEditorViewModel(desk, writing, words);
    }

    private static Plan sample() throws Problem {
        return SamplePlans.openSample("suizhou", new UUID(0, 1));
    }

    private RulePage page() {
        return model.page().get().orElseThrow();
    }

    private Plan plan() {
        return desk.shownPlan().orElseThrow();
    }

    private void write(UnaryOperator<RuleDraft> change) {
        model.writeGeneral(change.apply(page().drafts().general()));
    }

    private void bound(int place, String text) {
        write(d -> d.withBand(place, d.bands().get(place).withBound(text)));
    }

    private void assertRefused(String... sentences) {
        assertEquals(List.of(sentences), page().general().refusals());
        assertTrue(page().preview().isEmpty());
        assertFalse(page().canApply());
        Plan before = plan();
        model.applyDrafts();
        assertEquals(before, plan());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
    }

    @Test
    void whatWasWrittenOutlivesTheSettingsUntilItIsTakenOrDropped() {
        assertEquals(Optional.empty(), writing.pendingPlan().get());
        bound(3, "-12.5");
        assertEquals(Optional.of(plan().id()), writing.pendingPlan().get());
        model.close();
        model = new RuleEditorViewModel(desk, writing, Messages.forLocale(Messages.CHINESE));
        assertEquals("-12.5", page().drafts().general().bands().get(3).boundText());
        assertTrue(page().canApply());
        model.applyDrafts();
        assertEquals(Optional.empty(), writing.pendingPlan().get());
        bound(3, "-8");
        model.discardDrafts();
        assertEquals(Optional.empty(), writing.pendingPlan().get());
    }

    @Test
    void theRefusedBoundIsKnownByItsPlace() {
        bound(0, "abc");
        assertEquals(Set.of(0), page().general().wrongBands());
        bound(0, "100");
        bound(3, "5");
        assertEquals(Set.of(3), page().general().wrongBands());
        bound(3, "-5");
        assertEquals(Set.of(), page().general().wrongBands());
    }

    @Test
    void theRuleInForceIsShownAsItIsTyped() {
        assertEquals(Optional.of("suizhou"), page().general().preset());
        assertEquals(
                List.of("100", "0", "0", "-5", ""),
                page().drafts().general().bands().stream()
                        .map(RuleDraft.BandDraft::boundText)
                        .toList());
        assertFalse(page().canApply());
        assertFalse(page().isTouched());
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "suizhou", "four", "rag", "growth"})
    void aPresetIsTakenAsItIs(String preset) {
        model.writeGeneral(model.presetDraft(preset));
        assertEquals(Optional.of(preset), page().general().preset());
        model.applyDrafts();
        assertEquals(RulePresets.findPreset(preset).orElseThrow(), plan().rule());
        assertFalse(page().canApply());
        assertFalse(page().isTouched());
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "suizhou", "four", "rag", "growth"})
    void aPresetTakenInOneLanguageIsOneInTheOther(String preset) {
        model.writeGeneral(model.presetDraft(preset));
        model.applyDrafts();
        assertEquals(
                Optional.of(preset),
                new RuleEditorViewModel(
                                desk, new RuleDrafts(), Messages.forLocale(Messages.ENGLISH))
                        .page()
                        .get()
                        .orElseThrow()
                        .general()
                        .preset());
    }

    /**
     * domain.md §6: by the note 4 提前完成, 2 快于, 3 符合 (two of them as HOLD), 4 慢于; by time row 9 is
     * met and therefore 提前完成.
     */
    @Test
    void whatTheRuleWouldMakeOfThePlanIsShownBefore() {
        model.writeGeneral(model.presetDraft("time"));
        var preview = page().preview().orElseThrow();
        assertEquals(
                List.of("提前完成 4", "快于进度 2", "符合进度、达标 3", "慢于进度 4"),
                preview.before().stream().map(RuleEditorViewModelTest::say).toList());
        assertEquals(
                List.of("提前完成 5", "快于进度 1", "符合进度、达标 3", "慢于进度 4"),
                preview.after().stream().map(RuleEditorViewModelTest::say).toList());
        assertEquals(
                List.of(
                        new VerdictMove(
                                "9. 制修订地方标准",
                                Optional.of(Verdict.FASTER),
                                "快于进度",
                                Optional.of(Verdict.AHEAD),
                                "提前完成")),
                preview.moves());
        assertEquals(VerdictRule.suizhouRule(), plan().rule());
    }

    private static String say(VerdictCount count) {
        return count.word() + " " + count.count();
    }

    @Test
    void aChangedPresetKeepsItsWordForTargetsMet() {
        model.writeGeneral(model.presetDraft("four"));
        bound(0, "1.1");
        assertTrue(page().preview().orElseThrow().note().contains("提前实现（已达到期末目标）"));
        model.applyDrafts();
        assertEquals(
                "提前实现",
                RulePresets.verdictLabel(
                        plan().rule(), Verdict.AHEAD, Messages.forLocale(Messages.CHINESE)));
    }

    @Test
    void theNoteIsThatOfTheRuleAsWritten() {
        bound(3, "-7.5");
        assertTrue(page().preview().orElseThrow().note().contains("基本符合（≥时间进度−7.5个百分点）"));
    }

    @Test
    void takingIsOneEditAndUndoBringsTheOldRuleBack() {
        Plan before = plan();
        write(d -> d.withMetIsAhead(true).withPreliminary(true).withName("我局口径"));
        bound(3, "-10");
        model.applyDrafts();
        assertEquals(Optional.of(EditName.of("edit.rule")), desk.nextUndoProperty().get());
        assertEquals("我局口径", plan().rule().name());
        desk.undo();
        assertEquals(before, plan());
        assertEquals(Optional.empty(), desk.nextUndoProperty().get());
        assertEquals(Optional.of("suizhou"), page().general().preset());
    }

    @Test
    void droppingGoesBackToTheRuleInForce() {
        RulePage before = page();
        bound(0, "nonsense");
        model.discardDrafts();
        assertEquals(before, page());
    }

    @Test
    void anAlteredPresetIsOnesOwn() {
        bound(0, "120");
        assertEquals(Optional.empty(), page().general().preset());
        model.applyDrafts();
        assertEquals("自定义", plan().rule().name());
        // Words of the language are not kept: in English the classes read English.
        assertTrue(plan().rule().bands().stream().allMatch(b -> b.label().isEmpty()));
    }

    @Test
    void anAlteredPresetKeepsTheNamesOfItsClasses() {
        model.writeGeneral(model.presetDraft("rag"));
        bound(1, "0.85");
        model.applyDrafts();
        assertEquals(
                List.of("绿", "黄", "红"),
                plan().rule().bands().stream().map(VerdictRule.Band::label).toList());
    }

    @Test
    void suizhousWidthIsASettingOfThePreset() {
        bound(3, "-23.34");
        assertEquals(Optional.of("suizhou"), page().general().preset());
        model.applyDrafts();
        assertEquals(VerdictRule.suizhouRule(new BigDecimal("0.2334")), plan().rule());
        assertEquals(
                Optional.of(Verdict.NEARLY),
                desk.evaluationProperty().get().orElseThrow().assessments().get(3).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "-20, -0.2",
        "' -20 ', -0.2",
        "－２０, -0.2",
        "−20, -0.2",
        "-20%, -0.2",
        "-0.000000001, -0.00000000001",
        "-100, -1"
    })
    void aBoundIsTaken(String typed, BigDecimal offset) {
        bound(3, typed);
        assertEquals(List.of(), page().general().refusals());
        model.applyDrafts();
        assertEquals(
                new VerdictRule.Bound(Anchor.TIME, offset, true),
                plan().rule().bands().get(3).lowerBound().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "宽",
                "1e5",
                "-1e-2147483647",
                "预计 5",
                "——",
                "-3-5",
                "约5",
                "≥5",
                "-0.00000000001234",
                "5家"
            })
    void whatIsNoNumberIsRefused(String wrong) {
        bound(3, wrong);
        assertRefused("第 4 档“基本符合”的下限“" + wrong + "”不是数。请写一个数，例如 95 或 0.8，最多 12 位小数。");
    }

    @Test
    void anEmptyBoundIsRefused() {
        bound(1, " ");
        assertRefused("第 2 档“快于进度”没有下限，它下面的各档就永远轮不到。请给它写一个下限。");
    }

    @Test
    void aBandThatCanNeverApplyIsRefused() {
        bound(3, "5");
        assertRefused(
                "第 4 档“基本符合”（≥时间进度+5个百分点）永远轮不到：凡是符合它的，都已归入上面的第 2 档“快于进度”（>时间进度）。"
                        + "请改低它的下限，改高上面那一档的下限，或删除这一档。");
    }

    @Test
    void bandsOutOfOrderAreRefused() {
        model.writeGeneral(model.presetDraft("time").withBandMoved(0, 1));
        assertRefused(
                "第 2 档“快于进度”属于“快于进度”，却排在属于“符合进度”的第 1 档“符合进度”下面。各档要从好到差排列：请把它上移，或改它的档次。",
                "第 2 档“快于进度”（>1.005）永远轮不到：凡是符合它的，都已归入上面的第 1 档“符合进度”（≥0.995）。请改低它的下限，改高上面那一档的下限，或删除这一档。");
    }

    @Test
    void twoBandsShownAlikeAreRefused() {
        write(d -> d.withBand(3, d.bands().get(3).withLabel(" 符合进度 ")));
        assertRefused("第 4 档“符合进度”与第 3 档“符合进度”同名，表上分不清是哪一档。请改其中一个的名称。");
    }

    @Test
    void oneBandAloneIsRefused() {
        write(d -> d.withoutBand(0).withoutBand(0).withoutBand(0).withoutBand(0));
        assertRefused("这条规则只有 1 档，分不出好坏。请用“添加一档”再加一档。");
    }

    @Test
    void timeIsNotCountedTwice() {
        model.writeGeneral(model.presetDraft("suizhou").withBasis(Basis.PACE));
        assertEquals(3, page().general().refusals().size());
        assertEquals(
                "第 2 档“快于进度”与时间进度相比，而进度比本身已经除以应达的进度。请把它的下限改成固定数。",
                page().general().refusals().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"time, 序时进度", "序时进度, 序时进度", "rag, rag"})
    void anotherRuleMayNotBearAPresetsName(String name, String shown) {
        write(d -> d.withPreliminary(true).withName(name));
        assertRefused("“" + name + "”是程序自带规则的名称，而这条规则与它不同。请换一个名称；不写名称就叫“自定义”。");
    }

    @Test
    void aPresetUnderItsOwnNameIsThePreset() {
        model.writeGeneral(model.presetDraft("time").withName("序时进度"));
        assertEquals(Optional.of("time"), page().general().preset());
    }

    @Test
    void aNameOfAnyLengthIsNotTaken() {
        String forty = "长".repeat(40);
        write(d -> d.withName(forty));
        assertEquals(List.of(), page().general().refusals());
        write(d -> d.withName(forty + "了").withBand(0, d.bands().get(0).withLabel(forty + "呀")));
        assertRefused("“" + forty + "了”太长。请写 40 个字以内。", "“" + forty + "呀”太长。请写 40 个字以内。");
    }

    @Test
    void anAddedBandOnlyNeedsItsBound() {
        model.writeGeneral(model.presetDraft("rag").withNewBand());
        assertEquals(
                List.of("第 3 档“基本符合”没有下限，它下面的各档就永远轮不到。请给它写一个下限。"), page().general().refusals());
        bound(2, "0.5");
        assertEquals(List.of(), page().general().refusals());
    }

    @Test
    void aDeletedLastBandLeavesTheRestToTheOneAbove() {
        model.writeGeneral(model.presetDraft("time").withoutBand(3));
        model.applyDrafts();
        assertEquals(Optional.empty(), plan().rule().bands().getLast().lowerBound());
        assertEquals(Verdict.NEARLY, plan().rule().bands().getLast().verdict());
    }

    @Test
    void onAnotherMeasureABoundStaysWhatItIs() {
        assertEquals(
                List.of("100.5", "99.5", "80", ""),
                bounds(model.presetDraft("time").withBasis(Basis.PROGRESS)));
        assertEquals(
                List.of("1.005", "0.995", "0.8", ""),
                bounds(
                        model.presetDraft("time")
                                .withBasis(Basis.PROGRESS)
                                .withBasis(Basis.GROWTH_RATIO)));
        assertEquals(
                "0.95",
                bounds(
                                model.presetDraft("rag")
                                        .withBand(
                                                0,
                                                model.presetDraft("rag")
                                                        .bands()
                                                        .get(0)
                                                        .withBound("95%"))
                                        .withBasis(Basis.GROWTH_RATIO))
                        .getFirst());
    }

    private static List<String> bounds(RuleDraft draft) {
        return draft.bands().stream().map(RuleDraft.BandDraft::boundText).toList();
    }

    @Test
    void percentIsUnderstoodForARatio() {
        model.writeGeneral(model.presetDraft("rag"));
        bound(1, "85%");
        model.applyDrafts();
        assertEquals(
                new BigDecimal("0.85"),
                plan().rule().bands().get(1).lowerBound().orElseThrow().offset());
    }

    @Test
    void bindingIndicatorsGetARuleOfTheirOwn() {
        desk.editPlan(
                EditName.of("edit.plan"),
                p ->
                        p.withChangedIndicator(
                                p.indicators().get(3).id(),
                                i -> i.withChanges(d -> d.property = Property.BINDING)));
        model.separateBinding();
        assertFalse(page().canApply(), "the same rule twice is one rule");
        model.writeBinding(model.presetDraft("four"));
        assertEquals(
                List.of("4. 地理标志商标量: 慢于进度 → 滞后"),
                page().preview().orElseThrow().moves().stream()
                        .map(m -> m.name() + ": " + m.wordBefore() + " → " + m.wordAfter())
                        .toList());
        assertTrue(page().preview().orElseThrow().note().startsWith("进度评价分别评定。约束性指标按进度比"));
        model.applyDrafts();
        assertEquals(Optional.of(VerdictRule.fourClassRule()), plan().bindingRule());
        assertEquals(VerdictRule.suizhouRule(), plan().rule());
        model.uniteBinding();
        model.applyDrafts();
        assertEquals(Optional.empty(), plan().bindingRule());
    }

    @Test
    void aWrongBindingRuleIsRefusedWithItsSentence() {
        model.separateBinding();
        model.writeBinding(model.presetDraft("time").withoutBand(0).withoutBand(0).withoutBand(0));
        assertEquals(
                List.of("这条规则只有 1 档，分不出好坏。请用“添加一档”再加一档。"),
                page().binding().orElseThrow().refusals());
        assertEquals(List.of(), page().general().refusals());
        assertFalse(page().canApply());
    }

    @Test
    void whatIsWrittenStaysWhileThePlanChanges() {
        bound(3, "-20");
        RuleDraft written = page().drafts().general();
        desk.editPlan(EditName.of("edit.plan"), p -> p.withChanges(d -> d.title = "改名"));
        desk.moveEvaluationDate(LocalDate.of(2023, 6, 30));
        assertEquals(written, page().drafts().general());
    }

    @Test
    void anotherPlanBringsItsOwnRule() throws Problem {
        bound(3, "-20");
        desk.openPlan(
                SamplePlans.openSample("suizhou", new UUID(0, 2)).withRule(VerdictRule.timeRule()),
                LocalDate.of(2022, 12, 31));
        assertEquals(Optional.of("time"), page().general().preset());
        desk.closePlan();
        assertEquals(Optional.empty(), model.page().get());
    }

    @Test
    void inEnglishToo() throws Problem {
        sit(Messages.forLocale(Messages.ENGLISH));
        bound(3, "5");
        assertEquals(
                List.of(
                        "Band 4 \"Nearly on course\" (≥time progress + 5 points) can never apply: whatever it would take belongs to Band 2 \"Ahead of time\" "
                                + "(>time progress) above it already. Lower its bound, raise the bound above, or delete it."),
                page().general().refusals());
    }
}
