package plumbline.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

/** The arrows beside the evaluation date go from half year to half year. */
class ShellTest {
    @ParameterizedTest
    @CsvSource({
        "2023-03-31, 2023-06-30, 2022-12-31",
        "2023-06-30, 2023-12-31, 2022-12-31",
        "2022-12-31, 2023-06-30, 2022-06-30",
        "2023-08-31, 2023-12-31, 2023-06-30",
        "2023-12-30, 2023-12-31, 2023-06-30",
        "2024-02-29, 2024-06-30, 2023-12-31"
    })
    void theNearestHalfYearEndsAreGoneTo(LocalDate from, LocalDate later, LocalDate earlier) {
        assertEquals(later, Shell.nearestHalfYearEnd(from, 6));
        assertEquals(earlier, Shell.nearestHalfYearEnd(from, -6));
    }
}
