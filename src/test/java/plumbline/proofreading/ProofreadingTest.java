package plumbline.proofreading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.proof.TableProof;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;
import plumbline.report.table.AppendixTable;
import plumbline.words.Messages;
import plumbline.words.ProofWording;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Small tables, worked by hand: each contradiction is found, and nothing that is not one. */
class ProofreadingTest {
    private static final ProofWording SAY = new ProofWording(Messages.forLocale(Messages.ENGLISH));
    private static final String NOTE =
            "注：以2022年数据计算；分为提前完成（>100%），快于进度（>40%），符合进度（等于40%），慢于进度（<40%）";
    @TempDir Path folder;

    private static List<String> found(String table, Optional<VerdictRule> rule) throws Problem {
        return TableProof.fromBlocks(DocumentReader.readPastedText(table), rule, "pasted")
                .contradictions()
                .stream()
                .map(
                        c ->
                                (c.location().address()
                                                + " "
                                                + c.kind()
                                                + " "
                                                + SAY.recomputedText(c)
                                                + " "
                                                + ProofWording.hypothesisCode(c.hypothesis()))
                                        .strip())
                .toList();
    }

    private static List<String> found(String... lines) throws Problem {
        return found(String.join("\n", lines), Optional.empty());
    }

    /**
     * B 10, T 20: by hand 12 is 60.00 % and 20.00 %, 17 is 85.00 % and 70.00 %; 2021 was 11: 55 %
     * and 10 %.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | 85%    | 70%   |",
                "17 | 85.0   | 70.0  |",
                "17 | 0.85   | 0.70  |",
                "13.33 | 66.7% | 33.3% |",
                "13.33 | 66.6% | 33.3% |",
                "13.335 | 66.6% | 33.4% | F2 QUOTIENT_WRONG 66.68% TRUNCATED",
                "17 | 70%    | 85%   | F2 QUOTIENT_WRONG 85.00% SWAPPED, G2 QUOTIENT_WRONG 70.00% SWAPPED",
                "17 | 85%    | 85%   | G2 QUOTIENT_WRONG 70.00% OTHER_MEASURE",
                "25 | 125%   | 50%   | G2 QUOTIENT_WRONG 150.00% EXCESS_ONLY",
                "25 | 25%    | 150%  | F2 QUOTIENT_WRONG 125.00% EXCESS_ONLY",
                "25 | 100%   | 150%  | F2 QUOTIENT_WRONG 125.00% CAPPED",
                "17 | 117.6% | 70%   | F2 QUOTIENT_WRONG 85.00% INVERTED",
                "17 | 170%   | 70%   | F2 QUOTIENT_WRONG 85.00% OVER_BASELINE",
                "12 | 60%    | 10%   | G2 QUOTIENT_WRONG 20.00% OTHER_PERIOD",
                "17 | 58%    | 70%   | F2 QUOTIENT_WRONG 85.00% DIGITS_SWAPPED",
                "17 | 0.85%  | 70%   | F2 QUOTIENT_WRONG 85.00% HUNDREDFOLD",
                "17 | 81%    | 70%   | F2 QUOTIENT_WRONG 85.00% NONE",
                "17 | ——     | 70%   | F2 BLANK_FILLABLE 85.00% NONE",
                "—— | ——     | ——    |",
                "12 | 六成   | 20%   | F2 UNREADABLE  NONE"
            })
    void quotients(String value, String attainment, String progress, String expected)
            throws Problem {
        List<String> found =
                found(
                        "指标\t基期\t目标\t2021年\t2022年\t完成程度\t完成进度",
                        "甲（件）\t10\t20\t11\t" + value + "\t" + attainment + "\t" + progress,
                        "注：以2022年数据计算");
        assertEquals(expected == null ? "" : expected, String.join(", ", found));
    }

    @Test
    void halfToEvenIsRoundingToo() throws Problem {
        assertEquals(
                List.of(),
                found("指标\t基期\t目标\t2022年\t完成程度", "甲\t0\t800\t650\t81.2%", "乙\t0\t800\t650\t81.3%"));
    }

    @Test
    void figuresThatWereRoundedThemselvesMakeNoContradiction() throws Problem {
        assertEquals(List.of(), found("指标\t基期\t目标\t2022年\t完成进度", "甲\t0.4\t0.8\t0.6\t48.9%"));
        assertEquals(
                List.of("E2 QUOTIENT_WRONG 50.00% NONE"),
                found("指标\t基期\t目标\t2022年\t完成进度", "甲\t4\t8\t6\t48.9%"));
    }

    @Test
    void whatCannotBeComputedIsSaidWithItsReasonButABlankFromABlankIsNot() throws Problem {
        assertEquals(
                List.of(
                        "E2 BLANK_IMPOSSIBLE the target equals the baseline, so the divisor is zero NONE",
                        "E4 QUOTIENT_IMPOSSIBLE there is no target NONE"),
                found(
                        "指标\t基期\t目标\t2022年\t完成进度",
                        "甲\t5\t5\t6\t——",
                        "乙\t\t5\t6\t",
                        "丙\t1\t\t6\t50%",
                        "丁\t0\t8\t6\t75%"));
    }

    @Test
    void withoutAWordOnTheYearTheOneThatFitsIsTaken() throws Problem {
        assertEquals(
                List.of("F3 QUOTIENT_WRONG 60.00% NONE"),
                found(
                        "指标\t基期\t目标\t2021年\t2022年\t完成程度",
                        "甲\t0\t10\t5\t7\t50%",
                        "乙\t0\t10\t6\t8\t62%",
                        "丙\t0\t10\t2\t9\t20%"));
    }

    /** B 0, T 100: the value is the progress. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "101, 提前完成|",
                "100, 快于进度|",
                "41, 快于进度|",
                "40, 符合进度|",
                "39, 慢于进度|",
                "-5, 慢于进度|",
                "101, 快于进度| E2 CLASS_WRONG 提前完成 BETTER_CLASS_FIRST",
                "100, 提前完成| E2 CLASS_WRONG 快于进度 NONE",
                "40, 快于进度| E2 CLASS_WRONG 符合进度 NONE",
                "39, 符合进度| E2 CLASS_WRONG 慢于进度 NONE",
                "41, 符合进度| E2 CLASS_WRONG 快于进度 NONE",
                "41, ——| E2 BLANK_FILLABLE 快于进度 NONE",
                "41, 优| E2 CLASS_UNKNOWN  NONE",
                "41, 未评价|"
            })
    void classBorders(String valueAndClass, String expected) throws Problem {
        String[] parts = valueAndClass.split(", ");
        List<String> found =
                found(
                        "指标\t基期\t目标\t2022年\t进度评价",
                        "甲\t0\t100\t" + parts[0] + "\t" + parts[1],
                        "乙\t0\t100\t101\t提前完成",
                        "丙\t0\t100\t41\t快于进度",
                        "丁\t0\t100\t40\t符合进度",
                        "戊\t0\t100\t0\t慢于进度",
                        NOTE);
        assertEquals(expected == null ? "" : expected, String.join(", ", found));
    }

    @Test
    void aClassThatIsNeverUsedThoughARowBelongsThere() throws Problem {
        assertEquals(
                List.of("CLASS_UNUSED 1 NONE", "E2 CLASS_WRONG 提前完成 BETTER_CLASS_FIRST"),
                found(
                        "指标\t基期\t目标\t2022年\t进度评价",
                        "甲\t0\t100\t101\t快于进度",
                        "乙\t0\t100\t3\t慢于进度",
                        NOTE));
    }

    /**
     * 0.39 ÷ 0.57 = 68.42 %, 0.01 ÷ 0.19 = 5.26 %; the row says 3900, or 5700, or 0.000038. Both
     * quotients must come right.
     */
    @ParameterizedTest
    @CsvSource({
        "0.38, 0.57, 3900, 68.42%, 5.26%, VALUE_WAN VALUE_WAN",
        "0.38, 5700, 0.39, 68.42%, 5.26%, TARGET_WAN TARGET_WAN",
        "3800, 0.57, 0.39, 68.42%, 5.26%, BASELINE_WAN",
        "0.38, 0.57, 0.000039, 68.42%, 5.26%, VALUE_WAN VALUE_WAN",
        "0.38, 0.57, 3900, 68.42%, 7.77%, NONE NONE",
        "0.38, 0.57, 3900, 68.42%, ——, VALUE_WAN"
    })
    void aLostWanIsGuessed(
            String baseline,
            String target,
            String value,
            String attainment,
            String progress,
            String guesses)
            throws Problem {
        String said =
                found(
                                "指标\t基期\t目标\t2022年\t完成程度\t完成进度",
                                "认证有效证书（万张）\t"
                                        + String.join(
                                                "\t",
                                                baseline,
                                                target,
                                                value,
                                                attainment,
                                                progress),
                                "注：以2022年数据计算")
                        .stream()
                        .filter(f -> f.contains("QUOTIENT_WRONG"))
                        .map(f -> f.substring(f.lastIndexOf(' ') + 1))
                        .collect(Collectors.joining(" "));
        assertEquals(guesses, said);
    }

    @Test
    void withoutARuleNothingIsSaidOfClasses() throws Problem {
        String table = "指标\t基期\t目标\t2022年\t进度评价\n甲\t0\t100\t101\t慢于进度\n注：以2022年数据计算";
        assertEquals(List.of(), found(table, Optional.empty()));
        assertEquals(
                List.of("E2 CLASS_WRONG Completed early NONE"),
                found(table, Optional.of(VerdictRule.suizhouRule())).subList(1, 2));
    }

    @Test
    void nearIsOpenWhereTheNoteDoesNotSayHowNear() throws Problem {
        String note = "注：以2022年数据计算；分为快于进度（>40%），符合进度（等于40%），基本符合（接近40%），慢于进度（<40%）";
        assertEquals(
                List.of("E4 CLASS_WRONG 慢于进度 NEAR_WIDTH"),
                found(
                        "指标\t基期\t目标\t2022年\t进度评价",
                        "甲\t0\t100\t38\t慢于进度",
                        "乙\t0\t100\t36\t基本符合",
                        "丙\t0\t100\t30\t基本符合",
                        "丁\t0\t100\t41\t快于进度",
                        "戊\t0\t100\t40\t符合进度",
                        note));
    }

    @Test
    void whatMustHoldEveryYearMayBeClassedEitherWay() throws Problem {
        String[] rows = {
            "某合格率2022年为100%，超过99%的年均目标。",
            "指标\t基期\t目标\t2022年\t进度评价",
            "某合格率（%）\t98\t99\t100\t符合进度",
            "乙\t0\t100\t101\t提前完成",
            NOTE
        };
        assertEquals(List.of(), found(rows));
        rows[2] = rows[2].replace("符合进度", "提前完成");
        assertEquals(List.of(), found(rows));
        rows[2] = rows[2].replace("提前完成", "慢于进度");
        assertEquals(List.of("E3 CLASS_WRONG 符合进度 NONE"), found(rows));
    }

    private static final String YEARS = "指标\t2021年\t2022年\t目标\t";

    @Test
    void aRowThatIsCountedByYearIsMeantSo() throws Problem {
        assertEquals(
                List.of(),
                found(
                        "指标\t目标\t2021年\t2022年\t累计\t完成率",
                        "甲（件）\t10\t3\t5\t8\t80%",
                        "乙（件）\t10\t2\t3\t5\t50%"));
        assertEquals(
                List.of(),
                found(
                        "指标\t基期\t目标\t2022年目标\t2022年\t完成率",
                        "甲（件）\t0\t10\t4\t5\t125%",
                        "乙（件）\t0\t10\t4\t3\t75%"));
    }

    @Test
    void targetsThatAreNoNumberAreLeftAlone() throws Problem {
        assertEquals(
                List.of(),
                found(
                        "指标\t基期\t目标\t2022年\t完成程度",
                        "甲（%）\t3\t保持在合理区间\t3\t100%",
                        "乙（%）\t3\t3-5\t4\t100%",
                        "丙（%）\t3\t4\t4\t100%"));
    }

    @Test
    void aColumnTheTableHasNotGotMayBeKnownElsewhere() throws Problem {
        assertEquals(
                List.of(),
                found(
                        "指标\t目标\t2022年\t完成程度\t完成进度",
                        "甲（件）\t10\t5\t50%\t30%",
                        "乙（件）\t10\t5\t50%\t——"));
    }

    @Test
    void aMeanIsAMeanAndATotalATotal() throws Problem {
        assertEquals(
                List.of(),
                found(
                        YEARS + "年均\t2021-2022年累计",
                        "甲（%）\t99\t100\t100\t99.5\t——",
                        "乙（件）\t3\t4\t10\t3.5\t7"));
        assertEquals(
                List.of("E2 AGGREGATE_WRONG 99.75 TRUNCATED"),
                found(YEARS + "年均", "甲（%）\t99.7\t99.8\t100\t99.7"));
        assertEquals(
                List.of("E2 AGGREGATE_WRONG 8 NONE"),
                found(YEARS + "累计", "甲（件）\t3\t5\t10\t9", "乙（件）\t3\t4\t10\t7"));
        assertEquals(
                List.of("E2 AGGREGATE_WRONG 8 OTHER_PERIOD"),
                found(YEARS + "累计", "甲（件）\t3\t5\t10\t5", "乙（件）\t3\t4\t10\t7", "丙（件）\t1\t4\t10\t5"));
        assertEquals(
                List.of("E2 BLANK_FILLABLE 8 NONE"),
                found(YEARS + "累计", "甲（件）\t3\t5\t10\t——", "乙（件）\t3\t4\t10\t7"));
    }

    @Test
    void aColumnThatOnlyRepeatsTheLastYearIsNotWhatItsHeadSays() throws Problem {
        assertEquals(
                List.of("COLUMN_OTHERWISE 2022 NONE"),
                found(YEARS + "年均", "甲（件）\t3\t5\t10\t5", "乙（件）\t3\t9\t10\t9", "丙（件）\t4\t4\t10\t4"));
    }

    @Test
    void theHeadlineIsCounted() throws Problem {
        String[] table = {
            "",
            "指标\t基期\t目标\t2022年\t进度评价",
            "甲\t0\t100\t41\t快于进度",
            "乙\t0\t100\t40\t符合进度",
            "丙\t0\t100\t1\t慢于进度",
            "注：以2022年数据计算；分为快于进度（>40%），符合进度（等于40%），慢于进度（<40%）"
        };
        table[0] = "3项指标中，有2项达到进度要求，占66.7%。";
        assertEquals(List.of(), found(table));
        table[0] = "3项指标中，有3项达到进度要求，占100%。";
        assertEquals(List.of("TALLY_WRONG 2/3 NONE"), found(table));
        table[0] = "3项指标中，有2项达到进度要求，占66.6%。";
        assertEquals(List.of("SHARE_WRONG 66.67% TRUNCATED"), found(table));
        table[0] = "4项指标中，有2项达到进度要求，占50%。";
        assertEquals(List.of("TOTAL_WRONG 3/3 NONE"), found(table));
        table[0] = "3项指标中，1项快于进度，1项符合进度，共占66.7%，1项慢于进度。";
        assertEquals(List.of(), found(table));
    }

    @Test
    void theTextAgainstTheTable() throws Problem {
        String table = "\n指标\t目标\t2022年\t2023年上半年\n甲产量（件）\t30000\t24567\t26000";
        assertEquals(List.of(), found("甲产量2022年达到2.46万件，2023年上半年达到2.6万件。" + table));
        assertEquals(
                List.of("C3 TEXT_DIFFERS 2.46万 TRUNCATED"), found("甲产量2022年达到2.45万件。" + table));
        assertEquals(List.of("C3 TEXT_DIFFERS 24567 NONE"), found("甲产量2022年达到25467件。" + table));
        assertEquals(List.of("B3 TEXT_DIFFERS 3万 NONE"), found("甲产量2022年超过4万件的目标。" + table));
        assertEquals(
                List.of("D3 FORECAST_AS_FACT 26000 NONE"), found("甲产量预计2023年上半年达到2.6万件。" + table));
        assertEquals(
                List.of(), found("甲产量预计2023年上半年达到2.6万件。" + table.replace("\t26000", "\t预计26000")));
    }

    @Test
    void ourOwnTablesHoldButForWhatIsReallySo() throws Problem {
        Path file = folder.resolve("附表.xlsx");
        for (Locale language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            for (LocalDate at : List.of(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 6, 30))) {
                for (VerdictRule rule :
                        List.of(VerdictRule.suizhouRule(), VerdictRule.timeRule())) {
                    Plan plan = SamplePlans.openSample("suizhou", UUID.randomUUID()).withRule(rule);
                    new AppendixTable(Messages.forLocale(language))
                            .writeWorkbook(Evaluation.evaluate(plan, at), file);
                    List<String> found =
                            TableProof.fromFile(file, Optional.empty()).contradictions().stream()
                                    .map(c -> c.location().address() + " " + c.kind())
                                    .toList();
                    // The half-year has a column once it is over.
                    assertEquals(
                            List.of((at.getYear() == 2022 ? "I21" : "J21") + " BLANK_IMPOSSIBLE"),
                            found,
                            language + " " + at + " " + rule.name());
                }
            }
        }
    }
}
