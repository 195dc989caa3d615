package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Problems f, g, h and countermeasures a (answers f and g), b (answers f), c (answers none). */
class IssueTest {
    private static final List<Finding> PROBLEMS = List.of(finding("f"), finding("g"), finding("h"));
    private static final List<Countermeasure> MEASURES =
            List.of(measure("a", "f", "g"), measure("b", "f"), measure("c"));

    private static UUID id(String name) {
        return new UUID(9, name.charAt(0));
    }

    private static Finding finding(String name) {
        return Finding.createTitled(id(name), name);
    }

    private static Countermeasure measure(String name, String... problems) {
        return Countermeasure.createTitled(id(name), name)
                .withFindings(List.of(problems).stream().map(IssueTest::id).toList());
    }

    private static Plan plan() {
        return Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                .withChanges(
                        d -> {
                            d.findings = PROBLEMS;
                            d.countermeasures = MEASURES;
                        });
    }

    private static String titles(List<? extends Issue> concerns) {
        return concerns.stream().map(Issue::title).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"f, ab", "g, a", "h, ''"})
    void aProblemHasItsAnswersInTheirOrder(String problem, String answers) {
        assertEquals(answers, titles(plan().countermeasuresFor(id(problem))));
    }

    @Test
    void bothAreFoundById() {
        assertEquals(
                List.of(
                        Optional.of(PROBLEMS.get(1)),
                        Optional.of(MEASURES.get(2)),
                        Optional.empty()),
                List.of(
                        plan().findIssue(id("g")),
                        plan().findIssue(id("c")),
                        plan().findIssue(id("z"))));
    }

    @Test
    void withReplacesInPlace() {
        assertEquals(
                "fXh",
                titles(
                        plan().withIssue(PROBLEMS.get(1).withWording("X", "", List.of()))
                                .findings()));
        assertEquals(
                "aXc",
                titles(
                        plan().withIssue(MEASURES.get(1).withWording("X", "", List.of()))
                                .countermeasures()));
    }

    @Test
    void withAddsANewOneLast() {
        assertEquals("fghx", titles(plan().withIssue(finding("x")).findings()));
        assertEquals("abcx", titles(plan().withIssue(measure("x")).countermeasures()));
    }

    @Test
    void aProblemThatGoesLeavesItsAnswersWithoutIt() {
        Plan left = plan().withoutIssue(PROBLEMS.getFirst());
        assertEquals(List.of(finding("g"), finding("h")), left.findings());
        assertEquals(
                List.of(measure("a", "g"), measure("b"), measure("c")), left.countermeasures());
    }

    @Test
    void aMeasureThatGoesLeavesTheProblems() {
        assertEquals(
                plan().withChanges(
                                d -> d.countermeasures = List.of(MEASURES.get(0), MEASURES.get(2))),
                plan().withoutIssue(MEASURES.get(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "f, 1, g, gfh",
        "f, 1, h, ghf",
        "h, -1, f, hfg",
        "g, 1, f, fgh",
        "f, 1, f, fgh",
        "f, 1, a, fgh",
        "z, 1, f, fgh"
    })
    void aProblemIsPutBesideAnother(String moved, int side, String other, String order) {
        assertEquals(order, titles(plan().withIssueMoved(id(moved), side, id(other)).findings()));
    }

    @ParameterizedTest
    @CsvSource({"a, 1, c, bca", "c, -1, a, cab", "b, -1, a, bac", "a, -1, f, abc"})
    void aMeasureIsPutBesideAnother(String moved, int side, String other, String order) {
        assertEquals(
                order, titles(plan().withIssueMoved(id(moved), side, id(other)).countermeasures()));
    }

    @Test
    void anEssayIsNoTitle() {
        assertThrows(
                IllegalArgumentException.class,
                () -> finding("f").withWording("长".repeat(1001), "", List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> measure("a").withWording("长".repeat(1001), "", List.of()));
    }
}
