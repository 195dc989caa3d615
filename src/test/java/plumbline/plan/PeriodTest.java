package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** A span of whole months: its code, its length, its order. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2021, 2021-01, 2021-12, 12",
        "2023H1, 2023-01, 2023-06, 6",
        "2023H2, 2023-07, 2023-12, 6",
        "2023Q1, 2023-01, 2023-03, 3",
        "2023Q2, 2023-04, 2023-06, 3",
        "2023Q3, 2023-07, 2023-09, 3",
        "2023Q4, 2023-10, 2023-12, 3",
        "2023-05, 2023-05, 2023-05, 1",
        "2021-01..2022-12, 2021-01, 2022-12, 24",
        "2023-01..2023-05, 2023-01, 2023-05, 5",
        "2022-11..2023-01, 2022-11, 2023-01, 3"
    })
    void aCodeIsReadAndWrittenBack(String code, YearMonth first, YearMonth last, int months) {
        Period period = Period.parse(code);
        assertEquals(new Period(first, last), period);
        assertEquals(months, period.monthCount());
        assertEquals(code, period.code());
    }

    /**
     * A span that is a year, half, quarter or month has the shorter code; six or three months
     * elsewhere have not.
     */
    @ParameterizedTest
    @CsvSource({
        "2021-01..2021-12, 2021",
        "2021-07..2021-12, 2021H2",
        "2021-10..2021-12, 2021Q4",
        "2021-02..2021-02, 2021-02",
        "2021-02..2021-07, 2021-02..2021-07",
        "2021-02..2021-04, 2021-02..2021-04",
        "2021-10..2022-03, 2021-10..2022-03",
        "2021-02..2022-01, 2021-02..2022-01"
    })
    void aCodeIsAsShortAsItCanBe(String written, String code) {
        assertEquals(code, Period.parse(written).code());
    }

    @Test
    void spacesAroundACodeAreIgnored() {
        assertEquals(Period.ofHalfYear(2023, 1), Period.parse(" 2023H1\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "21",
                "20211",
                "2023H0",
                "2023H3",
                "2023H4",
                "2023Q0",
                "2023Q5",
                "2023h1",
                "2023-5",
                "2021..2022",
                "2021-01..",
                "..2021-01",
                "2021H1..2022-12",
                "2021..2022-12",
                "2022-12..2021-01",
                "2021年",
                "2021-01-31"
            })
    void anythingElseIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Period.parse(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-00", "2023-13", "2023-01..2023-13"})
    void aMonthThatIsNoneIsRefused(String code) {
        assertThrows(DateTimeException.class, () -> Period.parse(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2021, 2021-12-31",
        "2024-02, 2024-02-29",
        "2023-02, 2023-02-28",
        "2023H1, 2023-06-30"
    })
    void endsOnTheLastDayOfItsLastMonth(String code, LocalDate end) {
        assertEquals(end, Period.parse(code).lastDay());
    }

    @ParameterizedTest
    @CsvSource({
        "2021, true",
        "2021H2, false",
        "2021-01..2022-12, false",
        "2021-02..2022-01, false"
    })
    void aYearIsFromJanuaryToDecember(String code, boolean year) {
        assertEquals(year, Period.parse(code).isYear());
    }

    @Test
    void orderedByEndAndOfOneEndTheLongerLast() {
        List<String> order =
                List.of(
                        "2021-11",
                        "2021-12",
                        "2021Q4",
                        "2021H2",
                        "2021",
                        "2022Q1",
                        "2022H1",
                        "2022-12",
                        "2022",
                        "2021-01..2022-12");
        assertEquals(
                order,
                Stream.of(
                                "2022",
                                "2021",
                                "2022H1",
                                "2021Q4",
                                "2021-01..2022-12",
                                "2021-12",
                                "2021H2",
                                "2022-12",
                                "2021-11",
                                "2022Q1")
                        .map(Period::parse)
                        .sorted()
                        .map(Period::code)
                        .toList());
    }

    @Test
    void theSamePeriodReadInTwoWaysIsEqualAndStandsInOnePlace() {
        assertEquals(Period.ofYear(2021), Period.parse("2021-01..2021-12"));
        assertEquals(0, Period.ofYear(2021).compareTo(Period.parse("2021-01..2021-12")));
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Period(YearMonth.of(2022, 1), YearMonth.of(2021, 12)));
    }
}
