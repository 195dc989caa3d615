package plumbline.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.proof.TextProof;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Passage;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Verdict;
import plumbline.words.Messages;
import plumbline.words.RulePresets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the report says of the sample, and what becomes of the officer's own wording when figures
 * change.
 */
class NarrativeTest {
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);

    private static Plan suizhou() throws Problem {
        return SamplePlans.openSample("suizhou", new UUID(0, 1));
    }

    private static Narrative narrative(Plan plan, Locale language) {
        return new Narrative(Messages.forLocale(language), Evaluation.evaluate(plan, AT));
    }

    private static Narrative narrative(Plan plan) {
        return narrative(plan, Messages.CHINESE);
    }

    private static ReportBlock.ProseBlock prose(Narrative narrative, String key) {
        return narrative.reportBlocks(Outline.EVALUATION).stream()
                .filter(b -> b instanceof ReportBlock.ProseBlock p && p.key().equals(key))
                .map(b -> (ReportBlock.ProseBlock) b)
                .findFirst()
                .orElseThrow();
    }

    private static String of(Plan plan, int number) {
        return "ind." + plan.indicatorsInOrder().get(number - 1).id();
    }

    @Test
    void theTalliesStandWithTheirDenominators() throws Problem {
        assertEquals(
                "规划共设主要指标13项，达到或快于进度的9项，占69.23%。按进度评价分：提前完成4项、快于进度2项、符合进度1项、达标2项、慢于进度4项。13项指标均为预期性指标。",
                prose(narrative(suizhou()), "overall").text());
    }

    @Test
    void bindingAndExpectedIndicatorsAreToldApart() throws Problem {
        Plan plan = suizhou();
        Indicator eighth = plan.indicatorsInOrder().get(7);
        Indicator fourth = plan.indicatorsInOrder().get(3);
        Plan mixed =
                plan.withIndicator(eighth.withChanges(d -> d.property = Property.BINDING))
                        .withIndicator(fourth.withChanges(d -> d.property = Property.BINDING));
        assertTrue(
                prose(narrative(mixed), "overall")
                        .text()
                        .endsWith("其中，约束性指标2项，1项达到或快于进度。预期性指标11项，达到或快于进度的8项，占72.73%。"),
                () -> prose(narrative(mixed), "overall").text());
    }

    @Test
    void anIndicatorIsToldAgainstTimeWithItsForecastSaidToBeOne() throws Problem {
        Plan plan = suizhou();
        assertEquals(
                "全市市场主体数：2022年为27.31万户（基期21.78万户，期末目标24.29万户），完成进度220.86%，快于时间进度180.86个百分点，评价为“提前完成”；预计2023年上半年为29万户。",
                prose(narrative(plan), of(plan, 1)).text());
        assertEquals(
                "主导和参与制修订国家、行业标准：截至2022年底累计35项（基期33项，期末目标38项），完成进度40.00%，与时间进度持平，评价为“符合进度”。",
                prose(narrative(plan), of(plan, 8)).text());
        assertEquals(
                "食品评价抽检合格率：年度要求不低于99%，已报年度（2年）均达到要求，评价为“达标”。",
                prose(narrative(plan), of(plan, 12)).text());
    }

    /**
     * By the middle of 2023 it was to be 2000: at the end of 2022, 24 of the 30 months to there,
     * (2000 − 1257) × 0.8 ÷ 993 = 59.86 % was due; 46.73 % is less by 13.13.
     */
    private static Plan withMidTerm() throws Problem {
        Plan plan = suizhou();
        Milestone midTerm =
                Milestone.target(
                        Milestone.Role.MID_TERM,
                        LocalDate.of(2023, 6, 30),
                        new BigDecimal("2000"),
                        Direction.HIGHER);
        return plan.withChangedIndicator(
                        plan.indicatorsInOrder().get(1).id(),
                        i -> i.withChanges(d -> d.course = i.course().withMilestone(midTerm)))
                .withChanges(d -> d.rule = RulePresets.findPreset("time").orElseThrow());
    }

    @Test
    void theYardstickIsTheOneTheVerdictUsed() throws Problem {
        Plan plan = withMidTerm();
        String text = prose(narrative(plan), of(plan, 2)).text();
        assertTrue(text.contains("完成进度46.73%，慢于应达进度（59.86%，按目标路径）13.13个百分点，评价为“慢于进度”"), text);
        String met = prose(narrative(plan), of(plan, 1)).text();
        assertTrue(met.contains("完成进度220.86%，已达到期末目标，评价为“提前完成”"), met);
        String even = prose(narrative(plan), of(plan, 8)).text();
        assertTrue(even.contains("完成进度40.00%，与时间进度持平，评价为“符合进度”"), even);
    }

    @Test
    void theBriefNamesTheSameYardstickAndProofReadingAgrees() throws Problem {
        Evaluation standing = Evaluation.evaluate(withMidTerm(), AT);
        String brief = text(standing, Outline.BRIEF);
        assertTrue(brief.contains("广告经营单位（完成进度46.73%，慢于应达进度（59.86%，按目标路径）13.13个百分点）"), brief);
        for (Outline outline : Outline.values()) {
            assertEquals(
                    List.of(),
                    TextProof.fromText(
                                    text(standing, outline),
                                    standing,
                                    "t",
                                    Messages.forLocale(Messages.CHINESE))
                            .contradictions());
        }
    }

    private static String text(Evaluation standing, Outline outline) {
        return new Narrative(Messages.forLocale(Messages.CHINESE), standing)
                .reportBlocks(outline).stream()
                        .filter(ReportBlock.ProseBlock.class::isInstance)
                        .map(b -> ((ReportBlock.ProseBlock) b).text())
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void theBriefNamesRevisedTargetsAndVerdictsByHand() throws Problem {
        Plan plan = suizhou();
        LocalDate day = LocalDate.of(2022, 11, 30);
        Milestone next =
                Milestone.target(
                        Milestone.Role.FINAL,
                        LocalDate.of(2025, 12, 31),
                        new BigDecimal("20000"),
                        Direction.HIGHER);
        Plan decided =
                plan.withIndicator(
                                plan.indicatorsInOrder()
                                        .get(2)
                                        .withRevisedTarget(next, day, "疫情影响", "〔2022〕12号"))
                        .withIndicator(
                                plan.indicatorsInOrder()
                                        .get(3)
                                        .withChanges(
                                                d ->
                                                        d.handVerdict =
                                                                Optional.of(
                                                                        new HandVerdict(
                                                                                Verdict.NEARLY,
                                                                                "专家意见",
                                                                                day))));
        ReportBlock.ProseBlock said =
                narrative(decided).reportBlocks(Outline.BRIEF).stream()
                        .filter(
                                b ->
                                        b instanceof ReportBlock.ProseBlock p
                                                && p.key().equals("brief.decided"))
                        .map(b -> (ReportBlock.ProseBlock) b)
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "目标经过调整或另有人工评价的2项：有效注册商标量：期末目标由≥18000件调整为≥20000件（2022年11月30日；〔2022〕12号；疫情影响）；地理标志商标量：人工评价为“基本符合”（专家意见，2022年11月30日）。",
                said.text());
    }

    @Test
    void theBriefEndsWithWhatIsToBeDecided() throws Problem {
        Narrative narrative = narrative(suizhou());
        List<ReportBlock> brief = narrative.reportBlocks(Outline.BRIEF);
        ReportBlock.ProseBlock last = (ReportBlock.ProseBlock) brief.getLast();
        assertEquals("brief.decisions", last.key());
        assertTrue(last.text().startsWith("请审定以下5项对策：针对“"), last.text());
        assertEquals(
                1,
                brief.stream()
                        .filter(
                                b ->
                                        b instanceof ReportBlock.ProseBlock p
                                                && p.text().contains("以监管维护公平竞争"))
                        .count());
        assertTrue(
                narrative.reportBlocks(Outline.SUMMARY).stream()
                        .noneMatch(
                                b ->
                                        b instanceof ReportBlock.ProseBlock p
                                                && p.key().equals("brief.decisions")));
    }

    @Test
    void oneBehindHasItsReasonAndItsCountermeasure() throws Problem {
        Plan plan = suizhou();
        String text =
                prose(narrative(plan), "behind." + plan.indicatorsInOrder().get(9).id()).text();
        assertTrue(
                text.endsWith("距期末目标还差0.18万张，今后每年需推进0.06万张。主要原因：质量品牌缺少突破。拟采取的对策：系统建设质量品牌高地。"),
                text);
    }

    /** 17 of 26, for three reasons. */
    @Test
    void aReasonIsToldOnceForAllItHoldsFor() throws Problem {
        String text =
                prose(narrative(SamplePlans.openSample("xxshi", new UUID(0, 1))), "unjudged")
                        .text();
        assertTrue(text.startsWith("另有17项指标暂不能评价：截至评估日没有实际值的有每万人高价值发明专利拥有量、PCT国际专利申请量、"), text);
        assertTrue(text.contains("；没有基期值，无法计算进度的有重点工业产品监督抽查合格率、"), text);
        assertEquals(1, text.split("没有实际值", -1).length - 1, text);
    }

    @Test
    void tasksAreCountedByField() throws Problem {
        Narrative narrative = narrative(suizhou());
        assertEquals(
                "规划部署的任务分为5个领域，共25项具体事项（暂缓的不计），已完成6项，占24.00%；进行中19项，未启动0项。",
                prose(narrative, "tasks").text());
    }

    @Test
    void englishSaysTheSame() throws Problem {
        assertEquals(
                "13 indicators: 9 on course or ahead (69.23%). By verdict: Completed early: 4, Ahead of time: 2, On course: 1, Met: 2, Behind: 4. All 13 are expected, none is binding.",
                prose(narrative(suizhou(), Messages.ENGLISH), "overall").text().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-31, 实施情况评估报告",
        "2022-12-31, 实施情况中期评估报告",
        "2023-06-30, 实施情况中期评估报告",
        "2025-12-31, 实施情况总结评估报告"
    })
    void theTitleFollowsTheTime(LocalDate at, String ending) throws Problem {
        String title =
                new Narrative(
                                Messages.forLocale(Messages.CHINESE),
                                Evaluation.evaluate(suizhou(), at))
                        .documentTitle(Outline.EVALUATION);
        assertEquals("随州市市场监管“十四五”规划" + ending, title);
    }

    @Test
    void theOfficersWordingFollowsTheFigures() throws Problem {
        Plan plan = suizhou();
        Narrative first = narrative(plan);
        ReportBlock.ProseBlock before = prose(first, of(plan, 2));
        Passage passage = first.toPassage(before, "广告经营单位稳步增长，达到{指标2·实际值}，完成{指标2·完成进度}。");
        Plan reworded = plan.withPassage(passage);
        assertEquals(
                "广告经营单位稳步增长，达到1721户，完成46.73%。", prose(narrative(reworded), of(plan, 2)).text());
        assertEquals(
                ReportBlock.Authorship.OFFICER,
                prose(narrative(reworded), of(plan, 2)).authorship());
        Plan later =
                reworded.withObservation(
                        plan.indicatorsInOrder().get(1).id(),
                        Observation.actual(Period.ofYear(2022), "1900"));
        assertEquals("广告经营单位稳步增长，达到1900户，完成64.75%。", prose(narrative(later), of(plan, 2)).text());
        assertEquals(
                ReportBlock.Authorship.OFFICER, prose(narrative(later), of(plan, 2)).authorship());
    }

    @Test
    void aNumberThatIsGoneMakesTheWordingStale() throws Problem {
        Plan plan = suizhou();
        Narrative first = narrative(plan);
        Plan reworded =
                plan.withPassage(first.toPassage(prose(first, "overall"), "第一项完成进度{指标1·完成进度}。"));
        Plan without = reworded.withoutIndicator(plan.indicatorsInOrder().getFirst());
        ReportBlock.ProseBlock stale = prose(narrative(without), "overall");
        assertEquals("第一项完成进度〔缺数〕。", stale.text());
        assertEquals(ReportBlock.Authorship.STALE, stale.authorship());
    }

    @Test
    void aWordingIsStaleOnceTheProgramWouldSaySomethingElse() throws Problem {
        Plan plan = suizhou();
        Narrative first = narrative(plan);
        String key = of(plan, 4);
        Plan reworded =
                plan.withPassage(first.toPassage(prose(first, key), "地理标志商标量完成{指标4·完成进度}。"));
        Plan aimless =
                reworded.withChangedIndicator(
                        plan.indicatorsInOrder().get(3).id(),
                        i ->
                                i.withChanges(
                                        d ->
                                                d.course =
                                                        Course.of(
                                                                i.course()
                                                                        .finalTarget()
                                                                        .orElseThrow())));
        assertEquals(ReportBlock.Authorship.STALE, prose(narrative(aimless), key).authorship());
    }

    @Test
    void anIndicatorThatMovesKeepsItsNumberInTheText() throws Problem {
        Plan plan = suizhou();
        Narrative first = narrative(plan);
        Plan reworded = plan.withPassage(first.toPassage(prose(first, "overall"), "标准{指标8·实际值}。"));
        Plan moved = reworded.withIndicatorMoved(plan.indicatorsInOrder().get(7).id(), -1);
        assertEquals("标准35项。", prose(narrative(moved), "overall").text());
        assertEquals(
                "标准{指标7·实际值}。", narrative(moved).toTypedText(prose(narrative(moved), "overall")));
    }

    @Test
    void aNameThatIsNoneIsRefused() throws Problem {
        Narrative narrative = narrative(suizhou());
        ReportBlock.ProseBlock overall = prose(narrative, "overall");
        Problem problem =
                assertThrows(Problem.class, () -> narrative.toPassage(overall, "共{指标总共}项"));
        assertEquals("problem.narrative.name", problem.messageKey());
        assertEquals(List.of("指标总共"), problem.arguments());
    }

    @Test
    void bracesInAPlansOwnTextNameNothing() throws Problem {
        Plan plan = suizhou();
        Plan braced =
                plan.withChangedIndicator(
                        plan.indicatorsInOrder().getFirst().id(),
                        i -> i.withChanges(d -> d.name = "主体{all.total}"));
        assertTrue(prose(narrative(braced), of(plan, 1)).text().startsWith("主体｛all.total｝："));
    }

    @Test
    void anEmptyPlanSaysNothingOfIndicatorsAndDoesNotFail() {
        Plan empty = Plan.empty(new UUID(0, 1), "空规划", "", 2021, 2025, 2020);
        for (Outline outline : Outline.values())
            assertFalse(
                    narrative(empty).reportBlocks(outline).stream()
                            .anyMatch(
                                    b ->
                                            b instanceof ReportBlock.ProseBlock p
                                                    && p.text().contains("缺数")));
    }
}
