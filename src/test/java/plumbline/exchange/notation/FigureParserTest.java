package plumbline.exchange.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.MissingReason;
import plumbline.plan.RatioTerms;
import plumbline.plan.Reading;
import plumbline.plan.Status;

import java.util.Optional;
import java.util.UUID;

/** Figures typed as numerator/denominator. */
class FigureParserTest {
    private static Indicator of(String unit) {
        return Indicator.createNamed(new UUID(2, 1), new UUID(1, 1), "合格率")
                .withChanges(d -> d.unit = unit);
    }

    @ParameterizedTest
    @CsvSource({
        "1234/1300, 1234/1300, 94.923076923077",
        "１２３４／１３００, 1234/1300, 94.923076923077",
        "' 1,234 / 1,300 ', 1234/1300, 94.923076923077",
        "1.2万/2万, 12000/20000, 60",
        "19÷20, 19/20, 95"
    })
    void aFractionIsUnderstoodAndKept(String text, String kept, String amount) throws Problem {
        AmountParser.ParsedAmount written = FigureParser.parseFigure(text, of("%"));
        assertEquals(
                Optional.of(kept), Fraction.fromReading(written.reading()).map(Fraction::toText));
        assertEquals(amount, written.reading().findAmount().orElseThrow().toPlainString());
    }

    @Test
    void aForecastMayBeAFraction() throws Problem {
        assertEquals(Status.FORECAST, FigureParser.parseFigure("预计 95/100", of("%")).status());
    }

    @Test
    void whatIsNoFractionIsReadAsEver() throws Problem {
        assertEquals(
                AmountParser.parseAmount("94.92%", "%"),
                FigureParser.parseFigure("94.92%", of("%")));
        assertEquals(AmountParser.parseAmount("/", "%"), FigureParser.parseFigure("/", of("%")));
        assertEquals(
                AmountParser.parseAmount("12件/万人", "件/万人"),
                FigureParser.parseFigure("12件/万人", of("件/万人")));
        assertEquals(
                AmountParser.parseAmount("N/A", "%"), FigureParser.parseFigure("N/A", of("%")));
        assertEquals(
                AmountParser.parseAmount("12件/10万人", "件/10万人"),
                FigureParser.parseFigure("12件/10万人", of("件/10万人")));
    }

    @ParameterizedTest
    @CsvSource({
        "5/0, part.fraction.wrong",
        "5/-3, part.fraction.wrong",
        "≥5/10, part.fraction.wrong",
        "5/1o, part.fraction.wrong",
        "2022/12/31, problem.number.unreadable"
    })
    void whatCannotBeDividedIsRefused(String text, String key) {
        assertEquals(
                key,
                assertThrows(Problem.class, () -> FigureParser.parseFigure(text, of("%")))
                        .messageKey());
    }

    @ParameterizedTest
    @CsvSource({"无", "没有", "未发生", "零起", "未发生重大事故", "无事故", "none"})
    void ofAccidentsNoneIsZero(String text) throws Problem {
        Reading read =
                FigureParser.parseFigure(
                                text, of("件").withChanges(d -> d.kind = IndicatorKind.ZERO))
                        .reading();
        assertEquals("0", read.findAmount().orElseThrow().toPlainString());
        assertEquals(text, ((Reading.Value) read).raw());
    }

    @Test
    void ofAnythingElseItIsNoNumber() {
        assertThrows(Problem.class, () -> FigureParser.parseFigure("无", of("件")));
    }

    @Test
    void onlyASharesFigureIsAFraction() throws Problem {
        assertEquals(
                "part.fraction.noShare",
                assertThrows(Problem.class, () -> FigureParser.parseFigure("5/10", of("件")))
                        .messageKey());
        Indicator perHead =
                of("元").withChanges(d -> d.ratio = Optional.of(new RatioTerms("投入", "人数")));
        assertEquals(
                "0.5",
                ((Reading.Value) FigureParser.parseFigure("5/10", perHead).reading())
                        .amount()
                        .toPlainString());
    }

    @ParameterizedTest
    @CsvSource({
        "yes, 1, ACTUAL",
        "no, 0, ACTUAL",
        "done, 1, ACTUAL",
        "not done, 0, ACTUAL",
        "Not yet done, 0, ACTUAL",
        "是, 1, ACTUAL",
        "否, 0, ACTUAL",
        "完成, 1, ACTUAL",
        "已完成, 1, ACTUAL",
        "未完成, 0, ACTUAL",
        "已建成, 1, ACTUAL",
        "未建成, 0, ACTUAL",
        "尚未建成, 0, ACTUAL",
        "预计完成, 1, FORECAST",
        "forecast done, 1, FORECAST",
        "快报 已建成, 1, PRELIMINARY",
        "to be completed, 1, FORECAST",
        "to be built, 1, FORECAST",
        "forecast to be opened, 1, FORECAST",
        "1, 1, ACTUAL",
        "0, 0, ACTUAL"
    })
    void aMilestoneIsDoneOrNot(String text, String digit, Status status) throws Problem {
        AmountParser.ParsedAmount written =
                FigureParser.parseFigure(
                        text, of("").withChanges(d -> d.kind = IndicatorKind.MILESTONE));
        assertEquals(digit, written.reading().findAmount().orElseThrow().toPlainString());
        assertEquals(status, written.status());
    }

    @Test
    void ofAMilestoneWhatIsNeitherIsRefusedWithItsOwnSentence() throws Problem {
        Indicator milestone = of("").withChanges(d -> d.kind = IndicatorKind.MILESTONE);
        assertEquals(
                "problem.number.milestone",
                assertThrows(Problem.class, () -> FigureParser.parseFigure("perhaps", milestone))
                        .messageKey());
        assertEquals(
                Optional.empty(),
                FigureParser.parseFigure("尚未到期", milestone).reading().findAmount());
        assertEquals(
                "problem.number.unreadable",
                assertThrows(Problem.class, () -> FigureParser.parseFigure("done", of("件")))
                        .messageKey());
    }

    @ParameterizedTest
    @CsvSource({"none", "无", "没有", "nil"})
    void ofAnythingElseNoneIsAskedBack(String text) {
        assertEquals(
                "problem.number.none",
                assertThrows(Problem.class, () -> FigureParser.parseFigure(text, of("件")))
                        .messageKey());
    }

    @ParameterizedTest
    @CsvSource({
        "not surveyed, NOT_CARRIED_OUT",
        "Not carried out, NOT_CARRIED_OUT",
        "not reported, NOT_REPORTED",
        "no data, NOT_REPORTED",
        "not yet published, NOT_REPORTED",
        "Not applicable, NOT_APPLICABLE",
        "n/a, NOT_APPLICABLE",
        "N.A., NOT_APPLICABLE",
        "confidential, REDACTED",
        "Redacted, REDACTED",
        "cannot be forecast, UNPREDICTABLE",
        "can't be predicted, UNPREDICTABLE",
        "Not yet due, NOT_YET_DUE",
        "not due yet, NOT_YET_DUE"
    })
    void whyThereIsNoFigureMayBeSaidInEnglish(String text, MissingReason why) throws Problem {
        assertEquals(
                why,
                ((Reading.Missing) FigureParser.parseFigure(text, of("件")).reading()).reason());
    }
}
