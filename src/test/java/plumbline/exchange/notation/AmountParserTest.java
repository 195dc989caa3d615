package plumbline.exchange.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

class AmountParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            290000      | 户   | 290000 | ACTUAL   | false
            预计 290000 | 户   | 290000 | FORECAST | false
            预计达到29万户 | 户 | 29E+4  | FORECAST | false
            27.3万户    | 户   | 273E+3 | ACTUAL   | false
            1.8万       | 件   | 18E+3  | ACTUAL   | false
            0.39万张    | 万张 | 0.39   | ACTUAL   | false
            3900张      | 万张 | 0.3900 | ACTUAL   | false
            近150亿元   | 亿元 | 150    | ACTUAL   | true
            180余万条   | 万条 | 180    | ACTUAL   | true
            4万余件     | 件   | 4E+4   | ACTUAL   | true
            1,721       | 户   | 1721   | ACTUAL   | false
            １００％    | %    | 100    | ACTUAL   | false
            76。7       | %    | 76.7   | ACTUAL   | false
            -3.5        | %    | -3.5   | ACTUAL   | false
            0.460       | 件   | 0.460  | ACTUAL   | false
            快报 12     | 项   | 12     | PRELIMINARY | false
            15左右      | %    | 15     | ACTUAL   | true
            forecast 12 | 项   | 12     | FORECAST | false
            ２.13万     | 件   | 2.13E+4 | ACTUAL  | false
            10.185亿元  | 亿元 | 10.185 | ACTUAL   | false
            10.185亿元  | 万元 | 1.0185E+5 | ACTUAL | false
            L2亿        | 亿元 | 1.2    | ACTUAL   | false
            IO0%        | %    | 100    | ACTUAL   | false
            Io0%        | %    | 100    | ACTUAL   | false
            100%O       | %    | 100    | ACTUAL   | false
            IO0%以上    | %    | 100    | ACTUAL   | false
            〔18〕      | 项   | 18     | ACTUAL   | false
            第二        | 名   | 2      | ACTUAL   | false
            第3名       | 名   | 3      | ACTUAL   | false
            零          | 起   | 0      | ACTUAL   | false
            98%以上     | %    | 98     | ACTUAL   | false
            3万         | 10,000 people | 3 | ACTUAL | false
            3万         | ten thousand people | 3 | ACTUAL | false
            3万         | people | 3E+4 | ACTUAL   | false
            30 thousand | 10,000 people | 3.0 | ACTUAL | false
            30,000 people | 10,000 people | 3.0000 | ACTUAL | false
            3 million   | 万人 | 3E+2   | ACTUAL   | false
            1.5 million dollars | million dollars | 1.5 | ACTUAL | false
            1.2亿       | million dollars | 1.2E+2 | ACTUAL | false
            5千万       | million yuan | 5E+1 | ACTUAL | false
            12          | 1000 tonnes | 12 | ACTUAL | false
            approx 2    | 项   | 2      | ACTUAL   | true
            approx. 2   | 项   | 2      | ACTUAL   | true
            ~2          | 项   | 2      | ACTUAL   | true
            ca. 2       | 项   | 2      | ACTUAL   | true
            ca 2        | 项   | 2      | ACTUAL   | true
            about 2     | 项   | 2      | ACTUAL   | true
            forecast approx. 2 | 项 | 2 | FORECAST | true
            >4          | 批次/千人 | 4 | ACTUAL   | false
            """)
    void aFigureIsReadAsOfficialsWriteIt(
            String text, String unit, BigDecimal amount, Status status, boolean approximate)
            throws Problem {
        AmountParser.ParsedAmount written = AmountParser.parseAmount(text, unit);
        assertEquals(Optional.of(amount), written.reading().findAmount());
        assertEquals(status, written.status());
        assertEquals(approximate, ((Reading.Value) written.reading()).approximate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "——", "-", "/", "—"})
    void aDashOrBlankIsMissingAndNeverZero(String text) throws Problem {
        assertTrue(AmountParser.parseAmount(text, "户").isBlank());
    }

    @Test
    void aReasonIsKept() throws Problem {
        assertEquals(
                Reading.missing(MissingReason.NOT_CARRIED_OUT),
                AmountParser.parseAmount("未开展", "户").reading());
        assertEquals(
                Reading.missing(MissingReason.REDACTED),
                AmountParser.parseAmount("XX", "户").reading());
        assertEquals(
                Reading.missing(MissingReason.REDACTED),
                AmountParser.parseAmount("Ｘ", "户").reading());
        assertEquals(
                Reading.missing(MissingReason.UNPREDICTABLE),
                AmountParser.parseAmount("无法预期", "%").reading());
        assertEquals(Status.FORECAST, AmountParser.parseAmount("预计 XX", "万件").status());
    }

    /** What was written is shown again; what it means for the program is one of the six reasons. */
    @ParameterizedTest
    @CsvSource({
        "未调查,NOT_CARRIED_OUT",
        "未开展调查,NOT_CARRIED_OUT",
        "尚未开展,NOT_CARRIED_OUT",
        "未统计,NOT_CARRIED_OUT",
        "（无数据）,NOT_REPORTED",
        "(暂无数据),NOT_REPORTED",
        "暂无,NOT_REPORTED",
        "尚未公布,NOT_REPORTED",
        "待补,NOT_REPORTED",
        "缺,NOT_REPORTED",
        "不涉及,NOT_APPLICABLE",
        "涉密,REDACTED",
        "无法预测,UNPREDICTABLE",
        "未到期,NOT_YET_DUE",
        "no data,NOT_REPORTED"
    })
    void theWordsForWhatIsMissingAreKept(String text, MissingReason reason) throws Problem {
        AmountParser.ParsedAmount written = AmountParser.parseAmount(" " + text, "分");
        assertEquals(new Reading.Missing(reason, text), written.reading());
        assertFalse(written.isBlank());
    }

    @ParameterizedTest
    @CsvSource({"（未报）,NOT_REPORTED", "(Not applicable),NOT_APPLICABLE"})
    void aReasonsOwnWordNeedsNotBeKept(String text, MissingReason reason) throws Problem {
        assertEquals(Reading.missing(reason), AmountParser.parseAmount(text, "分").reading());
    }

    @Test
    void theTextIsKeptWhereItWasMoreThanTheNumber() throws Problem {
        assertEquals(
                new Reading.Value(new BigDecimal("150"), true, "近150亿元"),
                AmountParser.parseAmount("近150亿元", "亿元").reading());
        assertEquals(
                new Reading.Value(new BigDecimal("100"), false, "IO0%"),
                AmountParser.parseAmount("IO0%", "%").reading());
        assertEquals(
                new Reading.Value(new BigDecimal("2"), false, "第二"),
                AmountParser.parseAmount("第二", "名").reading());
        assertEquals(Reading.ofAmount("12"), AmountParser.parseAmount(" 12 ", "项").reading());
    }

    @ParameterizedTest
    @CsvSource({
        "≥98,%,98,AT_LEAST,",
        "98%以上,%,98,AT_LEAST,",
        ">80,,80,ABOVE,",
        "<=5,,5,AT_MOST,",
        "3-5家,家,3,BETWEEN,5",
        "63%~68%,%,63,BETWEEN,68",
        "15±1,,15,ABOUT,1",
        "100,,100,AT_LEAST,"
    })
    void aTargetHasItsRelation(
            String text, String unit, BigDecimal amount, Relation relation, BigDecimal bound)
            throws Problem {
        LocalDate end = LocalDate.of(2025, 12, 31);
        Milestone read =
                AmountParser.parseTarget(
                        text,
                        unit == null ? "" : unit,
                        Milestone.Role.FINAL,
                        end,
                        Relation.AT_LEAST);
        assertEquals(
                new Milestone(
                        Milestone.Role.FINAL,
                        end,
                        amount,
                        relation,
                        Optional.ofNullable(bound),
                        false),
                read);
    }

    /** About without a tolerance cannot be judged; a baseline is not judged. */
    @ParameterizedTest
    @CsvSource({
        "约78,FINAL,problem.target.about",
        "78左右,MID_TERM,problem.target.about",
        "近150,YEARLY,problem.target.about",
        "力争约78,FINAL,problem.target.about",
        "约78,BASELINE,",
        "abc,FINAL,problem.target.unreadable",
        "abc,BASELINE,problem.baseline.unreadable",
        "12 13,YEARLY,problem.target.unreadable",
        "预计 5,FINAL,problem.number.target"
    })
    void aTargetIsRefusedInItsOwnWords(String text, Milestone.Role role, String key)
            throws Problem {
        LocalDate end = LocalDate.of(2025, 12, 31);
        if (key == null)
            assertEquals(
                    new BigDecimal("78"),
                    AmountParser.parseTarget(text, "%", role, end, Relation.EQUAL).amount());
        else
            assertEquals(
                    key,
                    assertThrows(
                                    Problem.class,
                                    () ->
                                            AmountParser.parseTarget(
                                                    text, "%", role, end, Relation.AT_LEAST))
                            .messageKey());
    }

    @ParameterizedTest
    @CsvSource({
        "abc,户",
        "12abc,户",
        "1.2.3,户",
        "十二,户",
        "12万件,张",
        "1e5,户",
        "12 13 14x,户",
        "O%,%",
        "LO,户",
        "I2,户",
        "第十二,名",
        "5-3,家",
        "'1,23',户",
        "99999999999999999999999999999,户"
    })
    void whatIsNotUnderstoodIsRefused(String text, String unit) {
        assertThrows(Problem.class, () -> AmountParser.parseAmount(text, unit));
    }

    @Test
    void aTargetIsNeitherForecastNorMissing() {
        LocalDate end = LocalDate.of(2025, 12, 31);
        for (String text : new String[] {"预计 5", "——", "未报"}) {
            assertThrows(
                    Problem.class,
                    () ->
                            AmountParser.parseTarget(
                                    text, "", Milestone.Role.FINAL, end, Relation.AT_LEAST));
        }
    }
}
