package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.assessment.Evaluation;
import plumbline.exchange.proof.TextProof;
import plumbline.exchange.proof.TextProofTest;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reporting;
import plumbline.plan.TargetRevision;
import plumbline.proofreading.Contradiction;
import plumbline.words.Messages;
import plumbline.words.ProofWording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sentences against a plan with an indicator of each kind that needs a sentence of its own, judged
 * at the end of 2023.
 */
class TextProofOfKindsTest {
    private static final ProofWording SAY = new ProofWording(Messages.forLocale(Messages.CHINESE));
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final UUID GROUP = new UUID(1, 1);

    private static Milestone target(String amount, Direction better) {
        return Milestone.target(Role.FINAL, END, new BigDecimal(amount), better);
    }

    private static Indicator indicator(
            int number,
            String name,
            String unit,
            IndicatorKind kind,
            String figures,
            Consumer<Indicator.Draft> rest) {
        return Indicator.createNamed(new UUID(2, number), GROUP, name)
                .withChanges(
                        d -> {
                            d.unit = unit;
                            d.kind = kind;
                            d.observations =
                                    List.of(figures.split(" ")).stream()
                                            .map(
                                                    f ->
                                                            Observation.actual(
                                                                    Period.parse(f.split("=")[0]),
                                                                    f.split("=")[1]))
                                            .toList();
                            rest.accept(d);
                        });
    }

    /**
     * Beds: revised from 20000 to 18000. Jobs: added period by period, 42000 + 45000 + 48000 =
     * 135000. Days: 2022 is below 85. Accidents: one in 2023.
     */
    private static Plan plan() {
        return Plan.empty(new UUID(0, 9), "民生规划", "", 2021, 2025, 2020)
                .withGroup(new IndicatorGroup(GROUP, "类"))
                .withIndicator(
                        indicator(
                                1,
                                "公办养老床位数",
                                "张",
                                IndicatorKind.STOCK,
                                "2021=13100 2022=14500 2023=17600",
                                d -> {
                                    d.course =
                                            Course.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31),
                                                            new BigDecimal("12000")),
                                                    target("18000", Direction.HIGHER));
                                    d.revisions =
                                            List.of(
                                                    new TargetRevision(
                                                            target("20000", Direction.HIGHER),
                                                            LocalDate.of(2023, 5, 31),
                                                            "调整",
                                                            ""));
                                }))
                .withIndicator(
                        indicator(
                                2,
                                "城镇新增就业",
                                "人",
                                IndicatorKind.CUMULATIVE,
                                "2021=42000 2022=45000 2023H1=23000 2023=48000",
                                d -> {
                                    d.reporting = Reporting.PER_PERIOD;
                                    d.course = Course.of(target("220000", Direction.HIGHER));
                                }))
                .withIndicator(
                        indicator(
                                3,
                                "空气优良天数比例",
                                "%",
                                IndicatorKind.HOLD,
                                "2021=86.1 2022=84.2 2023=86",
                                d -> d.course = Course.of(target("85", Direction.HIGHER))))
                .withIndicator(
                        indicator(
                                4,
                                "重特大安全事故",
                                "起",
                                IndicatorKind.ZERO,
                                "2021=0 2022=0 2023=1",
                                d -> {
                                    d.direction = Direction.LOWER;
                                    d.course = Course.of(target("0", Direction.LOWER));
                                }))
                .withIndicator(
                        indicator(
                                5,
                                "城镇调查失业率",
                                "%",
                                IndicatorKind.STOCK,
                                "2021=5.5 2022=5.3 2023=5.2",
                                d -> {
                                    d.direction = Direction.LOWER;
                                    d.course =
                                            Course.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31),
                                                            new BigDecimal("5.8")),
                                                    target("5.0", Direction.LOWER));
                                }));
    }

    private static TextProof proof(String text) {
        return TextProof.fromText(
                text,
                Evaluation.evaluate(plan(), LocalDate.of(2023, 12, 31)),
                "text",
                Messages.forLocale(Messages.CHINESE));
    }

    private static List<String> found(String text) {
        return proof(text).contradictions().stream().map(TextProofOfKindsTest::said).toList();
    }

    private static String said(Contradiction c) {
        return c.kind() + " " + SAY.contradictionSentence(c);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "截至2023年底，全市公办养老床位数达到1.67万张。 | TEXT_DIFFERS 正文写作 1.67万，表中是 17600，应写作 1.76万",
                "2023年末，公办养老床位数16700张。 | TEXT_DIFFERS 正文写作 16700，表中是 17600，应写作 17600",
                "到2023年底，公办养老床位数达到1.67万张。 | TEXT_DIFFERS 正文写作 1.67万，表中是 17600，应写作 1.76万",
                "截至2023年底，全市稳步推进。空气优良天数比例为68%。 | TEXT_DIFFERS 正文写作 68，表中是 86，应写作 86",
                "2021—2023年城镇新增就业累计13.4万人。 | TOTAL_DIFFERS 正文写作 13.4万，2021—2023年各期之和是 13.5万",
                "2021—2023年城镇新增就业累计4.8万人。 | TOTAL_DIFFERS 正文写作 4.8万，2021—2023年各期之和是 13.5万",
                "2021—2023年城镇新增就业累计13.5万人，2023年新增就业4.9万人。 | TEXT_DIFFERS 正文写作 4.9万，表中是 48000，应写作 4.8万",
                "2023年城镇新增就业为13.5万人。 | TEXT_DIFFERS 正文写作 13.5万，表中是 48000，应写作 4.8万",
                "公办养老床位数期末目标2万张。 | FORMER_TARGET 正文用的是原目标 2万，目标已于 2023年5月31日 调整为 18000",
                "公办养老床位数期末目标1.9万张。 | TEXT_DIFFERS 正文写作 1.9万，表中是 ≥18000，应写作 1.8万",
                "公办养老床位数完成期末目标1.8万张的88%。 | TEXT_DIFFERS 正文写作 88，表中是 97.78%，应写作 98",
                "全市未发生重特大安全事故。 | EVENT_SEEN 正文写作“未发生重特大安全事故”，规划中2023年为 1",
                "2023年全市没有发生重特大安全事故。 | EVENT_SEEN 正文写作“没有发生重特大安全事故”，规划中2023年为 1",
                "重特大安全事故零发生。 | EVENT_SEEN 正文写作“重特大安全事故零发生”，规划中2023年为 1",
                "空气优良天数比例为86%，连续三年达标。 | NOT_HELD 正文写作“连续三年达标”，规划中2022年为 84.2，没有达标",
                "空气优良天数比例每年均达标。 | NOT_HELD 正文写作“每年均达标”，规划中2022年为 84.2，没有达标"
            })
    void whatDoesNotHoldIsFound(String text, String expected) {
        assertEquals(List.of(expected), found(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021—2023年城镇新增就业累计13.5万人。",
                "截至2023年底，城镇新增就业累计13.5万人。",
                "到2023年底，城镇新增就业13.5万人。",
                "2023年城镇新增就业4.8万人。",
                "2021-2022年城镇新增就业累计8.7万人。",
                "公办养老床位数的期末目标由2万张调整为1.8万张。",
                "公办养老床位数期末目标1.8万张。",
                "2022年全市未发生重特大安全事故。",
                "2021—2022年全市未发生重特大安全事故。",
                "全国未发生重特大安全事故。",
                "力争不发生重特大安全事故。",
                "有效防范重特大安全事故。",
                "空气优良天数比例2023年达标。",
                "城镇调查失业率较2020年下降0.6个百分点。",
                "空气优良天数比例未能连续三年达标。",
                "公办养老床位数达到1.45万张。"
            })
    void whatHoldsOrCannotBeKnownIsNoContradiction(String text) {
        assertEquals(List.of(), found(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "空气优良天数比例为86%。 | 空气优良天数比例为[86%]。",
                "空气优良天数比例为84.2%。 | 空气优良天数比例为‹84.2%›。",
                "2021—2023年城镇新增就业累计13.5万人，2023年新增就业4.8万人。 | 2021—2023年城镇新增就业累计[13.5万]人，2023年新增就业[4.8万]人。",
                "截至2023年底有进展。城镇调查失业率为5.2%。 | 截至2023年底有进展。城镇调查失业率为[5.2%]。"
            })
    void aFigureWithoutAYearIsTiedToTheNewest(String text, String marked) {
        assertEquals(marked, TextProofTest.marked(proof(text)));
    }

    @Test
    void theYearOfAParagraphEndsWithIt() {
        assertEquals(List.of(), found("截至2023年底，全市稳步推进。\n空气优良天数比例为68%。"));
    }
}
