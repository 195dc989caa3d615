package plumbline.chart.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What stands beside the axis. */
class NumberScaleTest {
    @ParameterizedTest
    @CsvSource({
        "6 8, 5 6 7 8 9",
        "6 7, 5 6 7 8",
        "0 1, 0 1 2",
        "0, 0 1 2",
        "-2 3, -3 -2 -1 0 1 2 3 4",
        "18 20, 17 18 19 20 21",
        "25 220 100, 0 50 100 150 200 250",
        "98 99 100, 97 98 99 100 101"
    })
    void wholeThingsAreCountedInWholeSteps(String amounts, String ticks) {
        assertEquals(ticks, ticks(amounts));
    }

    @ParameterizedTest
    @CsvSource({
        "6 8.5, 5.5 6.0 6.5 7.0 7.5 8.0 8.5 9.0",
        "0.26 0.46, 0.25 0.30 0.35 0.40 0.45 0.50",
        "98 99.6 100, 97.5 98.0 98.5 99.0 99.5 100.0 100.5"
    })
    void othersMayStandBetween(String amounts, String ticks) {
        assertEquals(ticks, ticks(amounts));
    }

    private static String ticks(String amounts) {
        List<Double> given = Arrays.stream(amounts.split(" ")).map(Double::valueOf).toList();
        NumberScale scale = NumberScale.aroundAmounts(given, 5);
        return scale.ticks().stream().map(scale::formatTick).collect(Collectors.joining(" "));
    }
}
