package plumbline.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Spoilt files of every format: none hangs, none fails without a sentence, none takes more than its
 * memory. {@code -Pfuzz} feeds ten thousand of each.
 */
class FuzzTest {
    private static final int FILES = Integer.getInteger("plumbline.fuzz", 300);

    static Stream<Subject> subjects() {
        return Subjects.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void noSpoiltFileDoesHarm(Subject subject) {
        Fuzz.Tally tally = new Fuzz(subject).run(FILES);
        System.out.println("fuzz " + subject + " " + tally);
        assertEquals(FILES, tally.outcomes().values().stream().mapToInt(n -> n).sum());
    }

    @Test
    void theSameNumberSpoilsInTheSameWay() {
        Subject csv = subjects().filter(s -> s.ending().equals("csv")).findFirst().orElseThrow();
        assertArrayEquals(Fuzz.file(csv, 7), Fuzz.file(csv, 7));
    }

    @Test
    void aCrashIsFound() {
        Subject weak =
                new Subject(
                        "weak",
                        List.of(new byte[100]),
                        (file, _) -> Objects.checkIndex(150, file.length));
        assertThrows(Fuzz.Harm.class, () -> new Fuzz(weak).run(50));
    }
}
