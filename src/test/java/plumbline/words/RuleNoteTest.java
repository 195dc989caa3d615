package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The note says what the rule does, in both languages. */
class RuleNoteTest {
    private static final Messages CHINESE = Messages.forLocale(Messages.CHINESE);
    private static final Messages ENGLISH = Messages.forLocale(Messages.ENGLISH);

    private static Band band(
            Verdict verdict, String label, Anchor anchor, String offset, boolean inclusive) {
        return new Band(
                verdict, label, Optional.of(new Bound(anchor, new BigDecimal(offset), inclusive)));
    }

    private static Band rest(Verdict verdict, String label) {
        return new Band(verdict, label, Optional.empty());
    }

    private static void assertNote(VerdictRule rule, String chinese, String english) {
        assertEquals(
                List.of(chinese, english),
                List.of(
                        new RuleNote(CHINESE).ruleNote(rule),
                        new RuleNote(ENGLISH).ruleNote(rule)));
    }

    /**
     * Printed under the table of seed 000:
     * 进度评价分为五类:提前完成(>100%),快于进度(>40%),符合进度(等于40%),基本符合(接近40%),慢于进度(<40%). 40 % is the time
     * progress; how wide “接近” is was not printed, and below it begins 慢于进度.
     */
    @Test
    void suizhouReadsLikeThePrintedNote() {
        assertNote(
                VerdictRule.suizhouRule(),
                "进度评价按完成进度分为 5 类，依次判定、先符合者为准：提前完成（>100%）、快于进度（>时间进度）、符合进度（等于时间进度）、"
                        + "基本符合（≥时间进度−5个百分点）、慢于进度（<时间进度−5个百分点）；快报数不参加评价。",
                "Verdicts by progress, with 5 verdicts, of which the first that applies counts: Completed early (>100%), Ahead of time (>time progress), "
                        + "On course (equal to time progress), Nearly on course (≥time progress − 5 points), Behind (<time progress − 5 points); "
                        + "preliminary figures do not count.");
    }

    @Test
    void byTimeAMetTargetIsNamedFirst() {
        assertNote(
                VerdictRule.timeRule(),
                "进度评价按进度比（完成进度 ÷ 应达进度）分为 5 类，依次判定、先符合者为准：提前完成（已达到期末目标）、快于进度（>1.005）、符合进度（≥0.995）、"
                        + "基本符合（≥0.8）、慢于进度（<0.8）；快报数不参加评价。",
                "Verdicts by pace (progress ÷ progress due), with 5 verdicts, of which the first that applies counts: Completed early (final target met), "
                        + "Ahead of time (>1.005), On course (≥0.995), Nearly on course (≥0.8), Behind (<0.8); preliminary figures do not count.");
    }

    @Test
    void aPresetNamesItsClassesInTheLanguage() {
        assertNote(
                VerdictRule.fourClassRule(),
                "进度评价按进度比（完成进度 ÷ 应达进度）分为 4 类，依次判定、先符合者为准：提前实现（已达到期末目标）、快于预期（≥1.05）、基本符合预期（≥0.9）、"
                        + "滞后（<0.9）；快报数不参加评价。",
                "Verdicts by pace (progress ÷ progress due), with 4 verdicts, of which the first that applies counts: Achieved early (final target met), "
                        + "Faster than expected (≥1.05), About as expected (≥0.9), Lagging (<0.9); preliminary figures do not count.");
    }

    @Test
    void everySignSwitchAndNameOfOnesOwn() {
        VerdictRule own =
                new VerdictRule(
                        "我局口径",
                        Basis.ATTAINMENT,
                        true,
                        true,
                        List.of(
                                band(Verdict.AHEAD, "优", Anchor.ZERO, "1.2", true),
                                band(Verdict.ON_COURSE, "良", Anchor.TIME, "0.105", false),
                                band(Verdict.BEHIND, "中", Anchor.TIME, "-0.00000000001", false),
                                rest(Verdict.BEHIND, "差")));
        assertNote(
                own,
                "进度评价按完成程度（越小越好的指标取目标值 ÷ 实际值）分为 4 类，依次判定、先符合者为准：优（已达到期末目标）、优（≥120%）、良（>时间进度+10.5个百分点）、"
                        + "中（>时间进度−0.000000001个百分点）、差（≤时间进度−0.000000001个百分点）；快报数参加评价。",
                "Verdicts by attainment (where less is better, target ÷ value), with 4 verdicts, of which the first that applies counts: 优 (final target met), "
                        + "优 (≥120%), 良 (>time progress + 10.5 points), 中 (>time progress − 0.000000001 points), 差 (≤time progress − 0.000000001 points); "
                        + "preliminary figures count.");
    }

    @Test
    void growthIsARatioAndMayBeNegative() {
        VerdictRule own =
                new VerdictRule(
                        "own",
                        Basis.GROWTH_RATIO,
                        false,
                        false,
                        List.of(
                                band(Verdict.ON_COURSE, "", Anchor.ZERO, "-0.5", true),
                                rest(Verdict.BEHIND, "")));
        assertNote(
                own,
                "进度评价按增速比（实际年均增速 ÷ 目标所需年均增速）分为 2 类，依次判定、先符合者为准：符合进度（≥-0.5）、慢于进度（<-0.5）；快报数不参加评价。",
                "Verdicts by growth ratio (growth achieved ÷ growth required, per year), with 2 verdicts, of which the first that applies counts: On course (≥−0.5), "
                        + "Behind (<−0.5); preliminary figures do not count.");
    }

    @Test
    void twoRulesAreNotedApart() {
        Plan plan =
                Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                        .withChanges(
                                d -> {
                                    d.rule = VerdictRule.ragRule();
                                    d.bindingRule = Optional.of(VerdictRule.fourClassRule());
                                });
        assertEquals(
                "进度评价分别评定。约束性指标按进度比（完成进度 ÷ 应达进度）分为 4 类，依次判定、先符合者为准：提前实现（已达到期末目标）、快于预期（≥1.05）、"
                        + "基本符合预期（≥0.9）、滞后（<0.9）；快报数不参加评价。预期性指标按进度比（完成进度 ÷ 应达进度）分为 3 类，依次判定、先符合者为准："
                        + "绿（≥1）、黄（≥0.9）、红（<0.9）；快报数不参加评价。",
                new RuleNote(CHINESE).planNote(plan));
        assertEquals(
                "Verdicts of binding indicators by pace (progress ÷ progress due), with 4 verdicts, of which the first that applies counts: Achieved early "
                        + "(final target met), Faster than expected (≥1.05), About as expected (≥0.9), Lagging (<0.9); preliminary figures do not count. "
                        + "Of expected indicators by pace (progress ÷ progress due), with 3 verdicts, of which the first that applies counts: Green (≥1), Amber (≥0.9), "
                        + "Red (<0.9); preliminary figures do not count.",
                new RuleNote(ENGLISH).planNote(plan));
        assertEquals(
                new RuleNote(CHINESE).ruleNote(VerdictRule.ragRule()),
                new RuleNote(CHINESE)
                        .planNote(plan.withChanges(d -> d.bindingRule = Optional.empty())));
    }
}
