package plumbline.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which room may know which, where each library lives, and that no packages go round in a circle.
 */
class ArchitectureTest {
    private static final String ALL_ROOMS = "*";

    /**
     * A room (a package directly below {@code plumbline}) and the rooms it may know. {@code app} is
     * where everything is introduced to everything.
     */
    private static final Map<String, Set<String>> MAY_KNOW =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("plan", Set.of()),
                            Map.entry("base", Set.of("plan")),
                            Map.entry("assessment", Set.of("plan")),
                            Map.entry("checks", Set.of("plan", "assessment")),
                            Map.entry("comparison", Set.of("plan", "assessment")),
                            Map.entry("proofreading", Set.of("plan", "assessment")),
                            Map.entry("words", followingFromFactsAnd("base")),
                            Map.entry("library", Set.of("base", "plan", "words")),
                            Map.entry("store", Set.of("base", "plan", "words")),
                            Map.entry(
                                    "exchange", followingFromFactsAnd("base", "words", "library")),
                            Map.entry("analysis", Set.of("plan", "assessment", "words")),
                            Map.entry("chart", Set.of("base", "plan", "assessment", "words")),
                            Map.entry("desk", Set.of("base", "plan", "assessment", "words")),
                            Map.entry(
                                    "report",
                                    followingFromFactsAnd(
                                            "base", "words", "chart", "exchange", "analysis")),
                            Map.entry(
                                    "screen",
                                    followingFromFactsAnd(
                                            "base",
                                            "words",
                                            "library",
                                            "exchange",
                                            "analysis",
                                            "chart",
                                            "report",
                                            "desk")),
                            Map.entry(
                                    "command",
                                    followingFromFactsAnd(
                                            "base",
                                            "words",
                                            "exchange",
                                            "chart",
                                            "report",
                                            "desk")),
                            Map.entry("app", Set.of(ALL_ROOMS)),
                            Map.entry("", Set.of("app", "command"))));

    /** The packages of a library and the rooms that may use it. */
    private static final Map<String, Set<String>> MAY_USE =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("org.jooq", Set.of("store")),
                            Map.entry("java.sql", Set.of("store")),
                            Map.entry("org.h2", Set.of("store")),
                            Map.entry("org.apache.poi", Set.of("report", "exchange")),
                            Map.entry("org.apache.pdfbox", Set.of("chart")),
                            Map.entry("org.apache.fontbox", Set.of("chart")),
                            Map.entry("org.jsoup", Set.of("exchange")),
                            Map.entry("org.apache.commons.compress", Set.of("exchange")),
                            Map.entry("tech.tablesaw", Set.of("report", "analysis")),
                            Map.entry("com.fasterxml.jackson", Set.of("report", "exchange")),
                            Map.entry("javafx.scene", Set.of("screen", "app", "")),
                            Map.entry("javafx.beans", Set.of("screen", "desk", "app", "")),
                            Map.entry("picocli", Set.of("command", "app", ""))));

    private static final String[] SOCKETS = {
        "java.net.Socket",
        "java.net.ServerSocket",
        "java.net.DatagramSocket",
        "java.net.URLConnection"
    };

    private static final JavaClasses HOUSE = HouseClasses.main();

    private static Set<String> followingFromFactsAnd(String... others) {
        Set<String> rooms = new TreeSet<>(List.of(others));
        rooms.addAll(List.of("plan", "assessment", "checks", "comparison", "proofreading"));
        return rooms;
    }

    static Stream<String> rooms() {
        return MAY_KNOW.keySet().stream();
    }

    static Stream<String> libraries() {
        return MAY_USE.keySet().stream();
    }

    @Test
    void everyRoomStandsInTheTable() {
        Set<String> found = new TreeSet<>();
        HOUSE.forEach(c -> found.add(roomOf(c)));
        assertEquals(MAY_KNOW.keySet(), found);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsOnlyTheRoomsItMay(String room) {
        noClasses()
                .that(liveIn(room))
                .should()
                .dependOnClassesThat(liveOutOfReachOf(room))
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsUsedOnlyWhereItBelongs(String library) {
        DescribedPredicate<JavaClass> elsewhere =
                DescribedPredicate.describe(
                        "live elsewhere than in " + MAY_USE.get(library),
                        c -> !MAY_USE.get(library).contains(roomOf(c)));
        noClasses()
                .that(elsewhere)
                .should()
                .dependOnClassesThat(resideInAnyPackage(library + ".."))
                .check(HOUSE);
    }

    @Test
    void packagesDoNotGoRoundInACircle() {
        slices().matching("plumbline.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void noClassOpensASocket() {
        for (String socket : SOCKETS)
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName(socket).check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net.http..", "java.nio.channels.spi.."))
                .check(HOUSE);
    }

    @Test
    void aViewModelKnowsNoNode() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene.."))
                .check(HOUSE);
    }

    /** The rules bite: held against a room that knows less than it uses, they fail. */
    @Test
    void aTrespassIsFound() {
        assertThrows(
                AssertionError.class,
                () ->
                        noClasses()
                                .that(liveIn("assessment"))
                                .should()
                                .dependOnClassesThat(liveIn("plan"))
                                .check(HOUSE));
        assertThrows(
                AssertionError.class,
                () ->
                        classes()
                                .that(liveIn("store"))
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage("java..", "plumbline.."))
                                .check(HOUSE));
        assertThrows(
                AssertionError.class,
                () ->
                        slices().matching("plumbline.house.circle.(*)")
                                .should()
                                .beFreeOfCycles()
                                .check(HouseClasses.below("plumbline.house.circle")));
        assertTrue(HOUSE.size() > 500);
    }

    private static DescribedPredicate<JavaClass> liveIn(String room) {
        return DescribedPredicate.describe(
                "live in " + room, c -> isOurs(c) && roomOf(c).equals(room));
    }

    private static DescribedPredicate<JavaClass> liveOutOfReachOf(String room) {
        Set<String> reach = MAY_KNOW.get(room);
        return DescribedPredicate.describe(
                "live in no room that " + room + " may know",
                c ->
                        isOurs(c)
                                && !roomOf(c).equals(room)
                                && !reach.contains(ALL_ROOMS)
                                && !reach.contains(roomOf(c)));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("plumbline")
                || type.getPackageName().startsWith("plumbline.");
    }

    /** {@code plumbline.chart.pen.SvgPen} lives in {@code chart}; the root's room is empty. */
    private static String roomOf(JavaClass type) {
        String[] path = type.getPackageName().split("\\.");
        return path.length < 2 ? "" : path[1];
    }
}
