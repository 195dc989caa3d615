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
class PlaceTest {
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
    void aDigitLeadsToItsPlace(int digit, Place place) {
        assertEquals(place, Place.of(digit));
        assertEquals(Optional.of(digit), place.digit());
    }

    @Test
    void theOthersHaveNone() {
        List<Place> keyed = IntStream.range(0, 10).mapToObj(Place::of).toList();
        assertEquals(
                List.of(Place.PROBLEMS, Place.ANALYSIS, Place.SETTINGS),
                Arrays.stream(Place.values()).filter(p -> !keyed.contains(p)).toList());
        assertEquals(Optional.empty(), Place.PROBLEMS.digit());
    }
}
