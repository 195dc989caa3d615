package plumbline.exchange.planfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.exchange.review.FileReading;
import plumbline.plan.Plan;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Files that once broke the program, or were taken and could never be opened again. */
class BreakingPlanFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/plumbline/breaking");

    @ParameterizedTest
    @ValueSource(strings = {"period-0001-bricks-plan", "aliasdup", "day0000"})
    void whatCouldNotBeKeptIsRefused(String name) {
        Problem problem =
                assertThrows(
                        Problem.class, () -> PlanFileTest.read(FOLDER.resolve(name + ".plumb")));
        assertEquals("problem.planfile.content", problem.messageKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero-width-space-in-name", "title_zwsp", "unit_tab"})
    void whatIsNotSeenIsNotKept(String name) throws Problem {
        Plan plan = PlanFileTest.read(FOLDER.resolve(name + ".plumb")).plan();
        Stream<String> names =
                Stream.concat(
                        Stream.of(plan.title()),
                        plan.indicators().stream().flatMap(i -> Stream.of(i.name(), i.unit())));
        assertTrue(names.noneMatch(n -> n.contains("\u200b") || n.contains("\t")));
    }

    @Test
    void aCellOfThousandsOfDashesIsOnlyACell() throws Problem {
        assertEquals(
                2,
                FileReading.readFile(FOLDER.resolve("long-cell.csv"), Map.of())
                        .allFigures()
                        .stream()
                        .filter(f -> f.indicator().equals("甲"))
                        .count());
    }
}
