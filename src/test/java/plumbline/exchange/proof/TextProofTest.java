package plumbline.exchange.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.plan.Alias;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.words.Messages;
import plumbline.words.ProofWording;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Sentences against the sample, judged at the end of 2022 by the rule of its own note; the figures
 * are those of domain.md §6.
 */
public class TextProofTest {
    private static final ProofWording SAY = new ProofWording(Messages.forLocale(Messages.ENGLISH));
    private static final LocalDate AT = LocalDate.of(2022, 12, 31);

    private static Plan suizhou() {
        try {
            return SamplePlans.openSample("suizhou", new UUID(0, 1));
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    private static TextProof proof(Plan plan, String text) {
        return TextProof.fromText(
                text, Evaluation.evaluate(plan, AT), "text", Messages.forLocale(Messages.ENGLISH));
    }

    private static TextProof proof(String text) {
        return proof(suizhou(), text);
    }

    private static List<String> found(TextProof proof) {
        return proof.contradictions().stream()
                .map(
                        c ->
                                (c.kind()
                                                + " "
                                                + c.printedText()
                                                + " "
                                                + SAY.recomputedText(c)
                                                + " "
                                                + ProofWording.hypothesisCode(c.hypothesis()))
                                        .strip())
                .toList();
    }

    @Test
    void aCountNobodyCanHaveIsNoCount() {
        assertEquals(List.of(), proof("12345678901项指标中，有12345678901项达到中期进度要求。").contradictions());
    }

    /** What was tied, and what was not: in brackets the tied, in braces the contradicted. */
    public static String marked(TextProof proof) {
        StringBuilder shown = new StringBuilder();
        int end = 0;
        for (TextProof.TextMark mark : proof.marks()) {
            String words = proof.text().substring(mark.from(), mark.to());
            shown.append(proof.text(), end, mark.from());
            shown.append(
                    mark.match().isEmpty()
                            ? "‹" + words + "›"
                            : mark.match().get().contradiction().isEmpty()
                                    ? "[" + words + "]"
                                    : "{" + words + "}");
            end = mark.to();
        }
        return shown.append(proof.text().substring(end)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "全市市场主体数2022年为27.3万户。 | 全市市场主体数2022年为[27.3万]户。",
                "2022年，广告经营单位１，７２１户，完成进度46.7%，快于进度。 | 2022年，广告经营单位[１，７２１]户，完成进度[46.7%]，[快于进度]。",
                "广告经营单位2020年为1257户，到规划期末目标2250户。 | 广告经营单位2020年为[1257]户，到规划期末目标[2250]户。",
                "有效注册商标量2023年上半年预计为2.1万件。 | 有效注册商标量2023年上半年预计为[2.1万]件。",
                "有效注册商标量2022年为1.9万件；预计2023年上半年为2.1万件。 | 有效注册商标量2022年为[1.9万]件；预计2023年上半年为[2.1万]件。",
                "广告经营单位2022年为1722户，查处案件1515件。 | 广告经营单位2022年为{1722}户，查处案件‹1515›件。",
                "13项指标中，9项达到进度要求，占69.2%。 | [13]项指标中，[9]项达到进度要求，占[69.2%]。",
                "规划共设指标13项，达到或快于进度的9项，占69.23%。 | 规划共设指标[13]项，达到或快于进度的[9]项，占[69.23%]。",
                "4月17日启动；“1+4”布局；第3名。 | 4月17日启动；“1+4”布局；第3名。"
            })
    void everyNumberIsTiedWhereItCanBe(String text, String marked) {
        assertEquals(marked, marked(proof(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "广告经营单位2022年为1712户。 | TEXT_DIFFERS 1712 1721 NONE",
                "全市市场主体数已达到24.2万户的目标。 | TEXT_DIFFERS 24.2万 24.3万 TRUNCATED",
                "广告经营单位完成进度46.8%。 | TEXT_DIFFERS 46.8 46.7 NONE",
                "宣贯卓越绩效模式企业完成进度160%。 | TEXT_DIFFERS 160 260 NONE",
                "认证有效证书2022年为0.39万件。 | UNIT_DIFFERS 万张 万件 NONE",
                "每百万人口高价值发明专利拥有量达到0.42件。 | SCALE_DIFFERS 每万 每百万 NONE",
                "制修订地方标准已提前完成。 | CLASS_IN_TEXT Ahead of time Completed early NONE",
                "地理标志商标量基本符合进度。 | CLASS_IN_TEXT Behind Nearly on course NONE",
                "药品监督抽检及评价性抽检合格率慢于进度。 | CLASS_IN_TEXT Met Behind NONE",
                "全市市场主体数2023年上半年达到29万户。 | FACT_IS_FORECAST 29万 290000 NONE",
                "全市市场主体数2023年上半年预计达到28万户。 | TEXT_DIFFERS 28万 29万 NONE",
                "广告经营单位2022年预计达到1721户。 | FORECAST_AS_FACT 1721 1721 NONE",
                "13项指标中，有10项达到中期进度要求。 | TALLY_WRONG 10/13 9/13 NONE",
                "13项指标中，有9项达到中期进度要求，占69.3%。 | SHARE_WRONG 69.3% 69.23% NONE",
                "规划共设指标12项，达到进度的9项。 | TOTAL_WRONG 12 13/13 NONE"
            })
    void aContradictionIsFoundAndNamed(String text, String expected) {
        assertEquals(List.of(expected), found(proof(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "全市市场主体数2022年为27.31万户。",
                "约束性指标4项，达到进度的2项。",
                "全省广告经营单位2022年为9999户。",
                "广告经营单位比上年增加239户。",
                "食品评价抽检合格率2021-2022年均为100%，达到99%的年均目标。",
                "药品监督抽检及评价性抽检合格率符合进度。",
                "全市市场主体数，快于时间进度180.86个百分点。"
            })
    void whatHoldsOrIsSaidOfSomethingElseIsNoContradiction(String text) {
        assertEquals(List.of(), found(proof(text)));
    }

    @Test
    void anAliasIsAName() {
        Plan plan = suizhou();
        Plan known = plan.withAlias(new Alias("广告户", plan.indicatorsInOrder().get(1).id()));
        assertEquals("广告户2022年为{1700}户。", marked(proof(known, "广告户2022年为1700户。")));
        assertEquals("广告户2022年为‹1700›户。", marked(proof(plan, "广告户2022年为1700户。")));
    }

    @Test
    void theClassesOfTheRuleAreReadByTheirNames() {
        Plan plan = suizhou().withRule(VerdictRule.fourClassRule());
        assertEquals(List.of(), found(proof(plan, "主导和参与制修订国家、行业标准评价为“基本符合预期”。")));
        assertEquals(
                List.of("CLASS_IN_TEXT"),
                found(proof(plan, "主导和参与制修订国家、行业标准评价为“滞后”。")).stream()
                        .map(f -> f.split(" ")[0])
                        .toList());
    }

    @Test
    void aContradictionLeadsToItsWordsAndItsCell() {
        TextProof proof = proof("（一）概况。\n２０２２年，广告经营单位为１７００户。");
        var found = proof.contradictions().getFirst();
        assertEquals("１７００", proof.text().substring(found.quote().start(), found.quote().end()));
        assertEquals(
                "2 2022",
                found.location().row().orElseThrow().number()
                        + " "
                        + found.location().column().orElseThrow().heading());
    }

    /** Written by this program, now. */
    @Test
    void ourOwnReportHolds() {
        Evaluation standing = Evaluation.evaluate(suizhou(), AT);
        StringBuilder report = new StringBuilder();
        for (plumbline.report.text.ReportBlock block :
                new Narrative(Messages.forLocale(Messages.CHINESE), standing)
                        .reportBlocks(Outline.EVALUATION)) {
            if (block instanceof plumbline.report.text.ReportBlock.ProseBlock prose)
                report.append(prose.text()).append('\n');
        }
        TextProof proof =
                TextProof.fromText(
                        report.toString(), standing, "own", Messages.forLocale(Messages.CHINESE));
        assertEquals(List.of(), found(proof));
        assertTrue(proof.countTied() > 60, () -> marked(proof));
    }

    /**
     * The published document: the tally, a target cut off, a unit, a scale, two classes in the
     * text, then those of its table in rows 1, 3, 4, 6 and 7; its 预计 are the plan's.
     */
    @Test
    void thePublishedReportIsFoundOut() throws Problem {
        TextProof proof =
                TextProof.fromBlocks(
                        DocumentReader.readFile(
                                Path.of("src/test/resources/plumbline/seeds/000.txt")),
                        Evaluation.evaluate(suizhou(), AT),
                        "000",
                        Messages.forLocale(Messages.CHINESE));
        assertEquals(
                List.of(
                        "TALLY_WRONG 10/13 9/13 NONE",
                        "TEXT_DIFFERS 24.2万 24.3万 TRUNCATED",
                        "CLASS_IN_TEXT 慢于进度 Nearly on course NONE",
                        "SCALE_DIFFERS 每万 每百万 NONE",
                        "CLASS_IN_TEXT 快于进度 Completed early NONE",
                        "UNIT_DIFFERS 万张 万件 NONE",
                        "CLASS_IN_TEXT 提前完成 Ahead of time NONE",
                        "CLASS_IN_TEXT 提前完成 Ahead of time NONE",
                        "CLASS_IN_TEXT 慢于进度 Nearly on course NONE",
                        "CLASS_IN_TEXT 提前完成 Ahead of time NONE",
                        "CLASS_IN_TEXT 提前完成 Ahead of time NONE"),
                found(proof));
    }
}
