package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.plan.TaskTree.LeafProgress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The task tree, written as its levels and titles: {@code 0A 1B 2C 1D 0E}. */
class TaskTreeTest {
    private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

    /** A word is a level and a title, and perhaps a state: d done, u under way, s suspended. */
    private static TaskTree tree(String words) {
        List<Task> lines = new ArrayList<>();
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            lines.add(
                    Task.createTitled(
                                    id(word.substring(1, 2)),
                                    word.charAt(0) - '0',
                                    TaskKind.ITEM,
                                    word.substring(1, 2))
                            .withChanges(d -> d.state = state(word.substring(2))));
        }
        return new TaskTree(lines);
    }

    private static TaskState state(String letter) {
        return switch (letter) {
            case "d" -> TaskState.DONE;
            case "u" -> TaskState.UNDERWAY;
            case "s" -> TaskState.SUSPENDED;
            default -> TaskState.NOT_STARTED;
        };
    }

    private static UUID id(String title) {
        return new UUID(3, title.charAt(0));
    }

    private static Task task(int level, String title) {
        return Task.createTitled(id(title), level, TaskKind.ITEM, title);
    }

    private static String words(TaskTree tree) {
        return tree.tasksInOrder().stream()
                .map(t -> t.level() + t.title())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({"A, 0A 1B 2C 1D 0X 0E", "E, 0A 1B 2C 1D 0E 0X"})
    void aNewLineStandsAfterEverythingBelow(String after, String expected) {
        assertEquals(
                expected,
                words(tree("0A 1B 2C 1D 0E").withTaskAfter(Optional.of(id(after)), task(0, "X"))));
    }

    @Test
    void aNewLineBesideAChild() {
        assertEquals(
                "0A 1B 2C 1X 1D 0E",
                words(tree("0A 1B 2C 1D 0E").withTaskAfter(Optional.of(id("B")), task(1, "X"))));
    }

    @ParameterizedTest
    @CsvSource({"''", "Z"})
    void aNewLineAfterNothingIsTheLast(String after) {
        Optional<UUID> place = after.isEmpty() ? Optional.empty() : Optional.of(id(after));
        assertEquals("0A 1B 0X", words(tree("0A 1B").withTaskAfter(place, task(0, "X"))));
    }

    @Test
    void theFirstLineOfAll() {
        assertEquals("0X", words(TaskTree.EMPTY.withTaskAfter(Optional.empty(), task(0, "X"))));
    }

    @Test
    void aNewChildIsTheFirst() {
        assertEquals("0A 1X 1B 0E", words(tree("0A 1B 0E").withTaskUnder(id("A"), task(1, "X"))));
    }

    @Test
    void aLeftOutLevelIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> tree("0A 2B"));
    }

    @Test
    void aTreeThatBeginsBelowTheTopIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> tree("1A"));
    }

    @Test
    void aTaskThatStandsTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> tree("0A 0A"));
    }

    /** With all below it, under the line before; the first child and the first line stay. */
    @ParameterizedTest
    @CsvSource({
        "A, 0A 1B 2C 1D 0E 1F",
        "B, 0A 1B 2C 1D 0E 1F",
        "C, 0A 1B 2C 1D 0E 1F",
        "D, 0A 1B 2C 2D 0E 1F",
        "E, 0A 1B 2C 1D 1E 2F",
        "F, 0A 1B 2C 1D 0E 1F",
        "Z, 0A 1B 2C 1D 0E 1F"
    })
    void indent(String title, String expected) {
        assertEquals(expected, words(tree("0A 1B 2C 1D 0E 1F").withTaskIndented(id(title))));
    }

    /** With all below it; siblings that follow come to stand under it. */
    @ParameterizedTest
    @CsvSource({
        "A, 0A 1B 2C 1D 0E 1F",
        "B, 0A 0B 1C 1D 0E 1F",
        "C, 0A 1B 1C 1D 0E 1F",
        "D, 0A 1B 2C 0D 0E 1F",
        "F, 0A 1B 2C 1D 0E 0F",
        "Z, 0A 1B 2C 1D 0E 1F"
    })
    void outdent(String title, String expected) {
        assertEquals(expected, words(tree("0A 1B 2C 1D 0E 1F").withTaskOutdented(id(title))));
    }

    @Test
    void outdentTakesIndentBack() {
        TaskTree tree = tree("0A 1B 1C 2D");
        assertEquals(tree, tree.withTaskIndented(id("C")).withTaskOutdented(id("C")));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 0A 1B 2C 1D 0E 1F",
        "E, 0E 1F 0A 1B 2C 1D",
        "D, 0A 1D 1B 2C 0E 1F",
        "C, 0A 1B 2C 1D 0E 1F",
        "F, 0A 1B 2C 1D 0E 1F",
        "Z, 0A 1B 2C 1D 0E 1F"
    })
    void moveUp(String title, String expected) {
        assertEquals(expected, words(tree("0A 1B 2C 1D 0E 1F").withTaskMovedUp(id(title))));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 0E 1F 0A 1B 2C 1D",
        "B, 0A 1D 1B 2C 0E 1F",
        "D, 0A 1B 2C 1D 0E 1F",
        "E, 0A 1B 2C 1D 0E 1F",
        "F, 0A 1B 2C 1D 0E 1F",
        "Z, 0A 1B 2C 1D 0E 1F"
    })
    void moveDown(String title, String expected) {
        assertEquals(expected, words(tree("0A 1B 2C 1D 0E 1F").withTaskMovedDown(id(title))));
    }

    @ParameterizedTest
    @CsvSource({"A, 0E 1F", "B, 0A 1D 0E 1F", "F, 0A 1B 2C 1D 0E", "Z, 0A 1B 2C 1D 0E 1F"})
    void removeTakesAllBelowAlong(String title, String expected) {
        assertEquals(expected, words(tree("0A 1B 2C 1D 0E 1F").withoutTask(id(title))));
    }

    @Test
    void theLastOneCanBeRemoved() {
        assertEquals(TaskTree.EMPTY, tree("0A").withoutTask(id("A")));
    }

    @Test
    void withReplacesALine() {
        assertEquals(
                "0A 1X",
                words(tree("0A 1B").withTask(task(1, "B").withChanges(d -> d.title = "X"))));
    }

    /** Done of leaves; a branch's own state and suspended leaves do not count. */
    @ParameterizedTest
    @CsvSource({
        "0Ad, 1, 1",
        "0A, 0, 1",
        "0As, 0, 0",
        "0A 1Bd 1C, 1, 2",
        "0A 1Bd 1Cd, 2, 2",
        "0A 1Bd 1Cs, 1, 1",
        "0A 1Bs 1Cs, 0, 0",
        "0Ad 1B, 0, 1",
        "0A 1Bd 2C 2Dd 1E, 1, 3",
        "0A 1B 0Cd, 0, 1"
    })
    void progressIsRolledUp(String words, int done, int leaves) {
        assertEquals(new LeafProgress(done, leaves), tree(words).leafProgressOf(0));
    }

    @ParameterizedTest
    @CsvSource({
        "0A 1B 1C, NOT_STARTED",
        "0A 1Bd 1C, UNDERWAY",
        "0A 1Bu 1C, UNDERWAY",
        "0A 1Bd 1Cd, DONE",
        "0A 1Bd 1Cs, DONE",
        "0A 1Bs 1Cs, SUSPENDED",
        "0A 1Bs 1C, NOT_STARTED",
        "0Ad 1B, NOT_STARTED",
        "0A 1B 0Cd, NOT_STARTED",
        "0Au, UNDERWAY",
        "0A 1B 2Cu, UNDERWAY"
    })
    void aBranchIsWhatItsLeavesMakeOfIt(String words, TaskState state) {
        assertEquals(state, tree(words).stateOf(0));
    }

    /** What was said of B while it was a leaf is no longer said. */
    @ParameterizedTest
    @CsvSource({
        "0A 1Bu 2C, NOT_STARTED",
        "0A 1Bd 2C, NOT_STARTED",
        "0A 1Bd 2Cs 1D, NOT_STARTED",
        "0A 1Bd 2Cd, DONE"
    })
    void aBranchInBetweenHasNoSayOfItsOwn(String words, TaskState state) {
        assertEquals(state, tree(words).stateOf(0));
    }

    private static TaskTree due(String words, LocalDate day) {
        return new TaskTree(
                tree(words).tasksInOrder().stream()
                        .map(t -> t.withChanges(d -> d.dueDay = Optional.of(day)))
                        .toList());
    }

    private static String titles(List<Task> tasks) {
        return tasks.stream().map(Task::title).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({"2022-06-29, ''", "2022-06-30, ''", "2022-07-01, A"})
    void overdueFromTheDayAfter(LocalDate day, String expected) {
        assertEquals(expected, titles(due("0A", DAY).overdueTasks(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-01, 2022-06-29, ''",
        "2022-06-01, 2022-06-30, A",
        "2022-06-30, 2022-06-30, A",
        "2022-06-30, 2022-07-31, A",
        "2022-07-01, 2022-07-31, ''"
    })
    void dueWithBothEndsIncluded(LocalDate from, LocalDate to, String expected) {
        assertEquals(expected, titles(due("0A", DAY).tasksDueBetween(from, to)));
    }

    @Test
    void openLeavesAndBranchesAreOverdueByTheirOwnDay() {
        assertEquals(
                "A C E F", titles(due("0A 1Bd 1C 1Ds 0Ed 1Fu", DAY).overdueTasks(DAY.plusDays(1))));
    }

    @Test
    void withoutADayNothingIsOverdue() {
        assertEquals(List.of(), tree("0A").overdueTasks(LocalDate.MAX));
    }
}
