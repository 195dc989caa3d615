package plumbline.exchange.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.plan.Period;

import java.util.Optional;

/** A period is the same one wherever it is read: typed, in a head, in a table, in a sentence. */
class PeriodParserTest {
    @ParameterizedTest
    @CsvSource({
        "2023年7-9月, 2023Q3",
        "2023年前三季度, 2023-01..2023-09",
        "2023年第三季度, 2023Q3",
        "2023年三季度, 2023Q3",
        "2023年上半年, 2023H1",
        "2023年1-5月, 2023-01..2023-05",
        "2023年6月底, 2023H1",
        "2023年5月, 2023-05",
        "2023年, 2023",
        "H1 2023, 2023H1",
        "Q3 2023, 2023Q3"
    })
    void everyReaderReadsTheSame(String text, String code) {
        Optional<Period> period = Optional.of(Period.parse(code));
        assertEquals(period, PeriodParser.parsePeriod(text));
        assertEquals(period, HeaderLexicon.findPeriod(text));
        assertEquals(period, TimeParser.findTime(text).orElseThrow().time().findPeriod());
    }

    @Test
    void aMonthsOfTwoYearsIsReadByItsCode() {
        assertEquals(
                Optional.of(Period.parse("2021-07..2022-06")),
                PeriodParser.parsePeriod("2021-07..2022-06"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年6月30日", "2023年完成", "1-9月", "2021-2025年", "去年同期", "99年"})
    void whatIsMoreOrLessThanAPeriodIsNone(String text) {
        assertEquals(Optional.empty(), PeriodParser.parsePeriod(text));
    }
}
