package plumbline.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Digits lead to places; hands know them by heart. */
class ScreenPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "1, START",
        "2, OVERVIEW",
        "3, INDICATORS",
        "4, TASKS",
        "5, CHARTS",
        "6, REPORTING",
        "7, IMPORTING",
        "8, SNAPSHOTS",
        "9, CHECKS",
        "0, PROOFREADING"
    })
    void aDigitLeadsToItsPlace(int digit, ScreenPlace place) {
        assertEquals(place, ScreenPlace.forShortcutDigit(digit));
        assertEquals(Optional.of(digit), place.shortcutDigit());
    }

    @Test
    void theOthersHaveNone() {
        List<ScreenPlace> keyed =
                IntStream.range(0, 10).mapToObj(ScreenPlace::forShortcutDigit).toList();
        assertEquals(
                List.of(ScreenPlace.PROBLEMS, ScreenPlace.ANALYSIS, ScreenPlace.SETTINGS),
                Arrays.stream(ScreenPlace.values()).filter(p -> !keyed.contains(p)).toList());
        assertEquals(Optional.empty(), ScreenPlace.PROBLEMS.shortcutDigit());
    }
}
