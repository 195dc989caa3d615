package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.RatioOf;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.words.Problem;

/** Figures typed as numerator/denominator. */
class FigureReaderTest {
    private static Indicator of(String unit) {
        return Indicator.named(new UUID(2, 1), new UUID(1, 1), "合格率").change(d -> d.unit = unit);
    }

    @ParameterizedTest
    @CsvSource({"1234/1300, 1234/1300, 94.923076923077", "１２３４／１３００, 1234/1300, 94.923076923077", "' 1,234 / 1,300 ', 1234/1300, 94.923076923077", "1.2万/2万, 12000/20000, 60",
        "19÷20, 19/20, 95"})
    void aFractionIsUnderstoodAndKept(String text, String kept, String amount) throws Problem {
        NumberReader.Written written = FigureReader.read(text, of("%"));
        assertEquals(Optional.of(kept), Fraction.of(written.reading()).map(Fraction::text));
        assertEquals(amount, written.reading().value().orElseThrow().toPlainString());
    }

    @Test void aForecastMayBeAFraction() throws Problem {
        assertEquals(Status.FORECAST, FigureReader.read("预计 95/100", of("%")).status());
    }

    @Test void whatIsNoFractionIsReadAsEver() throws Problem {
        assertEquals(NumberReader.read("94.92%", "%"), FigureReader.read("94.92%", of("%")));
        assertEquals(NumberReader.read("/", "%"), FigureReader.read("/", of("%")));
        assertEquals(NumberReader.read("12件/万人", "件/万人"), FigureReader.read("12件/万人", of("件/万人")));
        assertEquals(NumberReader.read("N/A", "%"), FigureReader.read("N/A", of("%")));
        assertEquals(NumberReader.read("12件/10万人", "件/10万人"), FigureReader.read("12件/10万人", of("件/10万人")));
    }

    @ParameterizedTest
    @CsvSource({"5/0, part.fraction.wrong", "5/-3, part.fraction.wrong", "≥5/10, part.fraction.wrong", "5/1o, part.fraction.wrong", "2022/12/31, problem.number.unreadable"})
    void whatCannotBeDividedIsRefused(String text, String key) {
        assertEquals(key, assertThrows(Problem.class, () -> FigureReader.read(text, of("%"))).key());
    }

    @ParameterizedTest
    @CsvSource({"无", "没有", "未发生", "零起", "未发生重大事故", "无事故", "none"})
    void ofAccidentsNoneIsZero(String text) throws Problem {
        Reading read = FigureReader.read(text, of("件").change(d -> d.kind = Kind.ZERO)).reading();
        assertEquals("0", read.value().orElseThrow().toPlainString());
        assertEquals(text, ((Reading.Value) read).raw());
    }

    @Test void ofAnythingElseItIsNoNumber() {
        assertThrows(Problem.class, () -> FigureReader.read("无", of("件")));
    }

    @Test void onlyASharesFigureIsAFraction() throws Problem {
        assertEquals("part.fraction.noShare", assertThrows(Problem.class, () -> FigureReader.read("5/10", of("件"))).key());
        Indicator perHead = of("元").change(d -> d.ratio = Optional.of(new RatioOf("投入", "人数")));
        assertEquals("0.5", ((Reading.Value) FigureReader.read("5/10", perHead).reading()).amount().toPlainString());
    }
}
