package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** 规划: every edit is a function from plan to plan. */
class PlanTest {
    private static final IndicatorGroup G = new IndicatorGroup(new UUID(1, 'G'), "G");
    private static final IndicatorGroup H = new IndicatorGroup(new UUID(1, 'H'), "H");
    private static final IndicatorGroup K = new IndicatorGroup(new UUID(1, 'K'), "K");
    private static final Plan EMPTY = Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020);

    private static UUID id(String name) {
        return new UUID(2, name.charAt(0));
    }

    private static Indicator indicator(String name, IndicatorGroup group) {
        return Indicator.createNamed(id(name), group.id(), name);
    }

    /** G: A B, H: C, K: nothing; entered in another order. */
    private static Plan plan() {
        return EMPTY.withGroup(G)
                .withGroup(H)
                .withGroup(K)
                .withIndicator(indicator("C", H))
                .withIndicator(indicator("A", G))
                .withIndicator(indicator("B", G));
    }

    private static String order(Plan plan) {
        return plan.groups().stream()
                .map(
                        g ->
                                g.name()
                                        + ":"
                                        + plan.indicatorsInGroup(g).stream()
                                                .map(Indicator::name)
                                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1, G:BA H:C K:",
        "B, -1, G:BA H:C K:",
        "B, 1, G:A H:BC K:",
        "C, -1, G:ABC H: K:",
        "C, 1, G:AB H: K:C",
        "A, -1, G:AB H:C K:"
    })
    void moveGoesOnePlaceAndOverIntoTheNextGroup(String name, int by, String expected) {
        assertEquals(expected, order(plan().withIndicatorMoved(id(name), by)));
    }

    @Test
    void atTheVeryTopNothingMoves() {
        Plan plan = plan();
        assertSame(plan, plan.withIndicatorMoved(id("A"), -1));
    }

    @Test
    void atTheVeryBottomNothingMoves() {
        Plan plan = plan().withIndicatorMoved(id("C"), 1);
        assertSame(plan, plan.withIndicatorMoved(id("C"), 1));
    }

    @Test
    void aMoveDownAndUpIsTheOldOrder() {
        assertEquals(
                order(plan()),
                order(plan().withIndicatorMoved(id("B"), 1).withIndicatorMoved(id("B"), -1)));
    }

    @ParameterizedTest
    @CsvSource({"A, 1", "B, 2", "C, 3", "Z, 0"})
    void numbersFollowTheReadingOrder(String name, int number) {
        assertEquals(number, plan().sequenceNumberOf(id(name)));
    }

    @Test
    void withReplacesTheIndicatorInItsPlace() {
        Plan plan = plan().withIndicator(indicator("A", G).withChanges(d -> d.name = "X"));
        assertEquals("G:XB H:C K:", order(plan));
    }

    @Test
    void withoutTakesTheIndicatorAway() {
        assertEquals("G:B H:C K:", order(plan().withoutIndicator(indicator("A", G))));
    }

    @Test
    void withoutTakesEveryLinkToItAway() {
        Indicator gone = indicator("A", G);
        assertEquals(
                linked(List.of(id("B"))).withoutIndicator(gone),
                linked(List.of(id("A"), id("B"))).withoutIndicator(gone));
    }

    private static Plan linked(List<UUID> indicators) {
        Task task =
                Task.createTitled(new UUID(3, 1), 0, TaskKind.ITEM, "事项")
                        .withChanges(d -> d.indicatorIds = indicators);
        return plan().withChanges(
                        d -> {
                            d.taskTree = new TaskTree(List.of(task));
                            d.findings =
                                    List.of(
                                            new Finding(
                                                    new UUID(4, 1),
                                                    "问题",
                                                    "",
                                                    List.of(),
                                                    indicators,
                                                    List.of()));
                            d.countermeasures =
                                    List.of(
                                            new Countermeasure(
                                                    new UUID(5, 1),
                                                    "对策",
                                                    "",
                                                    List.of(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    List.of(),
                                                    indicators,
                                                    List.of()));
                        });
    }

    @Test
    void recordPutsTheFigureIntoTheSeries() {
        Observation figure = Observation.actual(Period.ofYear(2021), "5");
        assertEquals(
                List.of(figure),
                plan().withObservation(id("A"), figure)
                        .findIndicator(id("A"))
                        .orElseThrow()
                        .observations());
    }

    @Test
    void recordPutsThePeriodAmongThePlansInOrder() {
        Plan plan =
                plan().withObservation(
                                id("A"), Observation.actual(Period.ofHalfYear(2023, 1), "5"));
        assertEquals(
                List.of("2021", "2022", "2023H1", "2023", "2024", "2025"),
                plan.periods().stream().map(Period::code).toList());
    }

    @Test
    void recordLeavesAKnownPeriodOnce() {
        assertEquals(
                plan().periods(),
                plan().withObservation(id("A"), Observation.actual(Period.ofYear(2021), "5"))
                        .periods());
    }

    @Test
    void recordLeavesTheOtherIndicatorsAlone() {
        Plan plan = plan().withObservation(id("A"), Observation.actual(Period.ofYear(2021), "5"));
        assertEquals(plan().findIndicator(id("B")), plan.findIndicator(id("B")));
    }

    @Test
    void recordForAnUnknownIndicatorIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        plan().withObservation(
                                        id("Z"), Observation.actual(Period.ofYear(2021), "5")));
    }

    @Test
    void recordDoesNotTouchThePlanItStartsFrom() {
        Plan plan = plan();
        plan.withObservation(id("A"), Observation.actual(Period.ofYear(2021), "5"));
        assertEquals(plan(), plan);
    }

    @Test
    void eraseTakesFigureAndForecastOfThePeriod() {
        Observation kept = Observation.actual(Period.ofYear(2022), "6");
        Plan plan =
                plan().withObservation(id("A"), kept)
                        .withObservation(id("A"), Observation.actual(Period.ofYear(2021), "5"))
                        .withObservation(
                                id("A"),
                                Observation.of(
                                        Period.ofYear(2021),
                                        Status.FORECAST,
                                        Reading.ofAmount("7")));
        assertEquals(
                List.of(kept),
                plan.withoutObservations(id("A"), Period.ofYear(2021))
                        .findIndicator(id("A"))
                        .orElseThrow()
                        .observations());
    }

    @Test
    void eraseWhereNothingIsChangesNothing() {
        assertEquals(plan(), plan().withoutObservations(id("A"), Period.ofYear(2021)));
    }

    @Test
    void eraseKeepsTheColumn() {
        Plan plan =
                plan().withObservation(
                                id("A"), Observation.actual(Period.ofHalfYear(2023, 1), "5"));
        assertEquals(
                plan.periods(),
                plan.withoutObservations(id("A"), Period.ofHalfYear(2023, 1)).periods());
    }

    @Test
    void anEmptyPlanHasAColumnForEachYear() {
        assertEquals(
                List.of("2021", "2022", "2023", "2024", "2025"),
                EMPTY.periods().stream().map(Period::code).toList());
    }

    @Test
    void itsClockRunsFromTheEndOfTheYearBefore() {
        assertEquals(
                List.of(LocalDate.of(2020, 12, 31), LocalDate.of(2025, 12, 31)),
                List.of(EMPTY.dayBeforeStart(), EMPTY.lastDay()));
    }

    @Test
    void itsBaselineMayLieEarlier() {
        assertEquals(
                LocalDate.of(2018, 12, 31),
                EMPTY.withChanges(d -> d.baselineYear = 2018).baselineDay());
    }

    @ParameterizedTest
    @CsvSource({"2025, 2021, 2020", "2021, 2025, 2025", "1899, 2025, 1898", "2021, 2201, 2020"})
    void yearsThatMakeNoPlanAreRefused(int first, int last, int baseline) {
        assertThrows(
                IllegalArgumentException.class,
                () -> Plan.empty(new UUID(0, 1), "规划", "", first, last, baseline));
    }

    @Test
    void aPlanWithoutTitleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EMPTY.withChanges(d -> d.title = " "));
    }

    @Test
    void anIndicatorOfNoGroupIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EMPTY.withIndicator(indicator("A", G)));
    }

    @Test
    void aDepartmentIsFoundByItsNameWhateverTheSpaces() {
        Department office = new Department(new UUID(6, 1), "注册科");
        assertEquals(
                Optional.of(office), EMPTY.withDepartment(office).findDepartmentByName(" 注册科 "));
    }
}
