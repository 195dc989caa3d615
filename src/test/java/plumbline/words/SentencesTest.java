package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Formula;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Relation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a verdict and of the numbers it comes from. */
class SentencesTest {
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final UUID GROUP = new UUID(1, 1);

    private static ExplanationWording in(String language) {
        return new ExplanationWording(
                Messages.forLocale(language.equals("zh") ? Messages.CHINESE : Messages.ENGLISH));
    }

    /**
     * @param figures {@code 2021 5.1, 2022 5.6}
     */
    private static Assessment of(String figures, String at, Consumer<Indicator.Draft> change) {
        Indicator indicator =
                Indicator.createNamed(new UUID(2, 1), GROUP, "指标")
                        .withChanges(change)
                        .withChanges(
                                d ->
                                        d.observations =
                                                Arrays.stream(figures.split(", "))
                                                        .map(t -> t.split(" "))
                                                        .map(
                                                                t ->
                                                                        Observation.actual(
                                                                                Period.parse(t[0]),
                                                                                t[1]))
                                                        .toList());
        Plan plan =
                Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                        .withGroup(new IndicatorGroup(GROUP, "类"))
                        .withIndicator(indicator);
        return Evaluation.evaluate(plan, LocalDate.parse(at)).assessments().getFirst();
    }

    private static Milestone baseline(String amount) {
        return Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal(amount));
    }

    private static Milestone range(Relation relation, String amount, String bound) {
        return new Milestone(
                Role.FINAL,
                END,
                new BigDecimal(amount),
                relation,
                Optional.of(new BigDecimal(bound)),
                false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.20 | BETWEEN | zh | 实际值 5.2，在期末目标 4.5~5.5 的区间之内",
                "5.60 | BETWEEN | zh | 实际值 5.6，在期末目标 4.5~5.5 的区间之外，高出 0.1 个百分点",
                "4.30 | BETWEEN | zh | 实际值 4.3，在期末目标 4.5~5.5 的区间之外，低了 0.2 个百分点",
                "5.60 | BETWEEN | en | value 5.6 lies outside 4.5–5.5 (Final target), 0.1 points too high"
            })
    void aRangeIsSaidWithTheDistance(
            String figure, Relation relation, String language, String said) {
        Assessment a =
                of(
                        "2022 " + figure,
                        "2022-12-31",
                        d -> {
                            d.unit = "%";
                            d.chosenDemand = Optional.of(Demand.STAY_WITHIN);
                            d.course = Course.of(baseline("4.8"), range(relation, "4.5", "5.5"));
                        });
        assertEquals(said, in(language).groundSentence(a));
    }

    private static ExplanationWording.ExplanationStep step(Assessment a, Formula formula) {
        return in("zh").explainAssessment(a).stream()
                .filter(s -> s.formula() == formula)
                .findFirst()
                .orElseThrow();
    }

    /** 5.99981 is not shown as 6.00 beside 没有达到, nor its share of the target as 100.00 %. */
    @Test
    void whatMissesByAHairIsShownSo() {
        Assessment a =
                of(
                        "2021 6.2, 2022 5.8",
                        "2022-12-31",
                        d -> {
                            d.kind = IndicatorKind.GROWTH;
                            d.unit = "%";
                            d.course = Course.of(target(Role.FINAL, END, "6"));
                        });
        assertEquals("5.9998%", step(a, Formula.MEAN_RATE).result());
        assertEquals("99.997%", step(a, Formula.ATTAINMENT).result());
        assertEquals("0.0002 个百分点", step(a, Formula.GAP).result());
        assertTrue(
                in("zh").groundSentence(a).startsWith("年均增速 5.9998，没有达到期末目标 ≥6；临界："),
                in("zh").groundSentence(a));
    }

    /** 54 may be 53.5: that matters only where it could change the verdict. */
    @Test
    void theIntervalIsSaidOnlyWhereItMatters() {
        assertEquals(
                "40.00%（填报的数按末位四舍五入，实际在 31.58% 与 47.62% 之间）",
                step(share("54"), Formula.PROGRESS).result());
        assertEquals("90.00%", step(share("59"), Formula.PROGRESS).result());
    }

    private static Assessment share(String figure) {
        return of(
                "2022 " + figure,
                "2022-12-31",
                d -> {
                    d.unit = "%";
                    d.course = Course.of(baseline("50"), target(Role.FINAL, END, "60"));
                });
    }

    private static Milestone target(Role role, LocalDate on, String amount) {
        return Milestone.target(role, on, new BigDecimal(amount), Direction.HIGHER);
    }

    /** One line for what is not computed, not eight. */
    @Test
    void whatIsNotComputedForOneReasonIsSaidOnce() {
        Assessment a = of("2022 0", "2022-12-31", d -> d.kind = IndicatorKind.ZERO);
        List<ExplanationWording.ExplanationStep> unknown =
                in("zh").explainAssessment(a).stream().filter(s -> !s.isKnown()).toList();
        assertEquals(
                List.of("完成程度、完成进度、应达值、应达进度、进度比、距目标、至今每年完成、今后每年需要：“零容忍”类指标只对照目标评价，不按时间折算，不计算这一项"),
                unknown.stream().map(ExplanationWording.ExplanationStep::result).toList());
        assertEquals("", unknown.getFirst().name() + unknown.getFirst().expression());
    }

    /** It is asked to hold every year already. */
    @Test
    void aLevelThatIsHeldIsNotToldToHold() {
        Assessment held =
                of(
                        "2022 99",
                        "2022-12-31",
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.unit = "%";
                            d.course = Course.of(baseline("98"), target(Role.FINAL, END, "98"));
                        });
        String said =
                in("zh").explainAssessment(held).stream()
                        .filter(s -> !s.isKnown())
                        .map(ExplanationWording.ExplanationStep::result)
                        .collect(Collectors.joining("\n"));
        assertTrue(said.contains("只对照目标评价") && !said.contains("请把类型改为"), said);
    }

    private static Assessment drills() {
        return of(
                "2021 52, 2022 48, 2023 55",
                "2023-12-31",
                d -> {
                    d.kind = IndicatorKind.YEARLY;
                    d.unit = "次";
                    d.course =
                            Course.of(
                                    baseline("45"),
                                    target(Role.YEARLY, LocalDate.of(2021, 12, 31), "50"),
                                    target(Role.YEARLY, LocalDate.of(2022, 12, 31), "50"),
                                    target(Role.YEARLY, LocalDate.of(2023, 12, 31), "50"),
                                    target(Role.FINAL, END, "50"));
                });
    }

    @Test
    void theYearThatMissedItsOwnTargetIsNamed() {
        assertEquals("55 ≥50，已达到期末目标；未达到年度目标：2022年 48（目标 ≥50）", in("zh").groundSentence(drills()));
        assertTrue(
                in("en").groundSentence(drills())
                        .contains("yearly target missed: 2022 with 48 (target ≥50)"),
                in("en").groundSentence(drills()));
    }

    /** (50 − 55) ÷ 2 = −2.5 a year is nothing that anybody must do. */
    @Test
    void whatHasMetItsTargetNeedsOnlyToBeKept() {
        assertEquals("目标已达到，今后保持 ≥50 即可", step(drills(), Formula.NEEDED_PER_YEAR).result());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1.5 | −1.5",
                "2022年为-5% | 2022年为−5%",
                "2021-2025 | 2021-2025",
                "-0.3, -4 | −0.3, −4",
                "COVID-19 | COVID-19",
                "2023-06-30 | 2023-06-30"
            })
    void aMinusIsPrintedAsOne(String said, String printed) {
        assertEquals(printed, Wording.withMinusSigns(said));
    }

    /**
     * 6 − 6.265857 = −0.265857 is −0.27; what is nearly nothing is not nothing; 0.125 − 0.1 has
     * three decimals of its own.
     */
    @ParameterizedTest
    @CsvSource({
        "-0.265857, 0, -0.27",
        "7.066667, 0, 7.07",
        "0.000189, 0, 0.0002",
        "0.0254, 3, 0.025",
        "0, 0, 0",
        "12, 0, 12",
        "2.5, 0, 2.5"
    })
    void aDifferenceHasNoMoreDecimalsThanSaySomething(
            BigDecimal amount, int decimals, String said) {
        assertEquals(said, Wording.formatDifference(amount, decimals));
    }

    /** 6.5 ÷ 5.0 = 130 % of what is to be no more than 5.0; 4.5 is 90 %. */
    @ParameterizedTest
    @CsvSource({"6.5, 130.00%（越低越好：不高于 100% 为达到目标）", "4.5, 90.00%"})
    void moreThanAllOfALimitIsNoSuccess(String figure, String said) {
        Assessment a =
                of(
                        "2022 " + figure,
                        "2022-12-31",
                        d -> {
                            d.direction = Direction.LOWER;
                            d.course =
                                    Course.of(
                                            baseline("8.0"),
                                            Milestone.target(
                                                    Role.FINAL,
                                                    END,
                                                    new BigDecimal("5.0"),
                                                    Direction.LOWER));
                        });
        assertEquals(said, step(a, Formula.ATTAINMENT).result());
    }

    /** 70 in half of 2023 is 140 in all of it, which is held against the height at its end. */
    @Test
    void aYearsValueIsComparedAtTheEndOfItsYear() {
        Assessment a =
                of(
                        "2023H1 70",
                        "2023-06-30",
                        d -> {
                            d.kind = IndicatorKind.YEARLY;
                            d.unit = "亿元";
                            d.course = Course.of(baseline("100"), target(Role.FINAL, END, "200"));
                        });
        assertEquals("160 亿元", step(a, Formula.DUE).result());
        assertTrue(
                step(a, Formula.DUE).expression().contains("当年年末"),
                step(a, Formula.DUE).expression());
        assertEquals(
                List.of("今后每年需增加", "30 亿元"),
                List.of(
                        step(a, Formula.NEEDED_PER_YEAR).name(),
                        step(a, Formula.NEEDED_PER_YEAR).result()));
        assertEquals("至今每年增加", step(a, Formula.ACHIEVED_PER_YEAR).name());
    }

    /**
     * (84 + 88) ÷ 2 = 86 meets the mid-term target, which is the next; after it the final one is.
     */
    @ParameterizedTest
    @CsvSource({"2022-12-31, 年均值 86，达到中期目标 ≥86", "2023-12-31, 年均值 86，没有达到期末目标 ≥87"})
    void aMeanIsHeldAgainstTheNextTarget(String at, String said) {
        Assessment a =
                of(
                        "2021 84, 2022 88, 2023 86",
                        at,
                        d -> {
                            d.kind = IndicatorKind.MEAN;
                            d.unit = "分";
                            d.course =
                                    Course.of(
                                            baseline("80"),
                                            target(Role.MID_TERM, LocalDate.of(2023, 6, 30), "86"),
                                            target(Role.FINAL, END, "87"));
                        });
        assertTrue(in("zh").groundSentence(a).startsWith(said), in("zh").groundSentence(a));
    }

    @ParameterizedTest
    @CsvSource({"户, 0, '529 户', '176 户', '232 户'", "%, 1, '529 个百分点', '176.3 个百分点', '232.0 个百分点'"})
    void distancesAreInTheUnitOfADistance(
            String unit, int decimals, String gap, String needed, String achieved) {
        Assessment a =
                of(
                        "2022 1721",
                        "2022-12-31",
                        d -> {
                            d.unit = unit;
                            d.decimals = decimals;
                            d.course = Course.of(baseline("1257"), target(Role.FINAL, END, "2250"));
                        });
        assertEquals(
                List.of(gap, needed, achieved),
                Stream.of(Formula.GAP, Formula.NEEDED_PER_YEAR, Formula.ACHIEVED_PER_YEAR)
                        .map(f -> step(a, f).result())
                        .toList());
    }

    /** A half year is no year. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021 99, 2022 97, 2023H1 99 | 2 年中 1 年达标（≥98），2023年上半年达标，最不利的是2022年的 97",
                "2021 99, 2022 99, 2023H1 96 | 2 年中 2 年达标（≥98），2023年上半年未达标，最不利的是2023年上半年的 96",
                "2021 99, 2022 97 | 2 年中 1 年达标（≥98），最不利的是2022年的 97",
                "2023H1 99 | 2023年上半年达标（≥98），最不利的是2023年上半年的 99"
            })
    void aPartOfAYearIsNotCountedAsOne(String figures, String said) {
        Assessment a =
                of(
                        figures,
                        "2023-06-30",
                        d -> {
                            d.kind = IndicatorKind.HOLD;
                            d.unit = "%";
                            d.course = Course.of(target(Role.FINAL, END, "98"));
                        });
        assertTrue(in("zh").groundSentence(a).startsWith(said), in("zh").groundSentence(a));
    }

    /** A total that begins at nothing has 0 as its baseline; whoever knows must say so. */
    @Test
    void aRunningTotalAsksForItsBaseline() {
        Assessment a =
                of(
                        "2022 30",
                        "2022-12-31",
                        d -> {
                            d.kind = IndicatorKind.CUMULATIVE;
                            d.course = Course.of(target(Role.FINAL, END, "100"));
                        });
        assertEquals("没有基期值，无法计算进度", in("zh").groundSentence(a));
    }

    @Test
    void theWordsFollowTheCount() {
        Messages english = Messages.forLocale(Messages.ENGLISH);
        assertEquals(
                List.of(
                        "Take in 0 figures",
                        "Take in 1 figure",
                        "Take in 2 figures",
                        "Take in 21 figures"),
                Stream.of(0, 1, 2, 21).map(n -> english.sentence("import.takeIn", n)).toList());
        assertEquals(
                "1 of 13 indicators is on course or ahead: 7.7% (evaluated on 2022, time)",
                english.sentence("overview.headline.WHOLE", 13, 1, "7.7%", "2022", "time"));
    }
}
