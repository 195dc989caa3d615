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
        return Indicator.named(id(name), group.id(), name);
    }

    /** G: A B, H: C, K: nothing; entered in another order. */
    private static Plan plan() {
        return EMPTY.with(G)
                .with(H)
                .with(K)
                .with(indicator("C", H))
                .with(indicator("A", G))
                .with(indicator("B", G));
    }

    private static String order(Plan plan) {
        return plan.groups().stream()
                .map(
                        g ->
                                g.name()
                                        + ":"
                                        + plan.in(g).stream()
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
        assertEquals(expected, order(plan().move(id(name), by)));
    }

    @Test
    void atTheVeryTopNothingMoves() {
        Plan plan = plan();
        assertSame(plan, plan.move(id("A"), -1));
    }

    @Test
    void atTheVeryBottomNothingMoves() {
        Plan plan = plan().move(id("C"), 1);
        assertSame(plan, plan.move(id("C"), 1));
    }

    @Test
    void aMoveDownAndUpIsTheOldOrder() {
        assertEquals(order(plan()), order(plan().move(id("B"), 1).move(id("B"), -1)));
    }

    @ParameterizedTest
    @CsvSource({"A, 1", "B, 2", "C, 3", "Z, 0"})
    void numbersFollowTheReadingOrder(String name, int number) {
        assertEquals(number, plan().numberOf(id(name)));
    }

    @Test
    void withReplacesTheIndicatorInItsPlace() {
        Plan plan = plan().with(indicator("A", G).change(d -> d.name = "X"));
        assertEquals("G:XB H:C K:", order(plan));
    }

    @Test
    void withoutTakesTheIndicatorAway() {
        assertEquals("G:B H:C K:", order(plan().without(indicator("A", G))));
    }

    @Test
    void withoutTakesEveryLinkToItAway() {
        Indicator gone = indicator("A", G);
        assertEquals(
                linked(List.of(id("B"))).without(gone),
                linked(List.of(id("A"), id("B"))).without(gone));
    }

    private static Plan linked(List<UUID> indicators) {
        Task task =
                Task.titled(new UUID(3, 1), 0, TaskKind.ITEM, "事项")
                        .change(d -> d.indicators = indicators);
        return plan().change(
                        d -> {
                            d.tasks = new TaskTree(List.of(task));
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
        Observation figure = Observation.actual(Period.year(2021), "5");
        assertEquals(
                List.of(figure),
                plan().record(id("A"), figure).indicator(id("A")).orElseThrow().observations());
    }

    @Test
    void recordPutsThePeriodAmongThePlansInOrder() {
        Plan plan = plan().record(id("A"), Observation.actual(Period.half(2023, 1), "5"));
        assertEquals(
                List.of("2021", "2022", "2023H1", "2023", "2024", "2025"),
                plan.periods().stream().map(Period::code).toList());
    }

    @Test
    void recordLeavesAKnownPeriodOnce() {
        assertEquals(
                plan().periods(),
                plan().record(id("A"), Observation.actual(Period.year(2021), "5")).periods());
    }

    @Test
    void recordLeavesTheOtherIndicatorsAlone() {
        Plan plan = plan().record(id("A"), Observation.actual(Period.year(2021), "5"));
        assertEquals(plan().indicator(id("B")), plan.indicator(id("B")));
    }

    @Test
    void recordForAnUnknownIndicatorIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> plan().record(id("Z"), Observation.actual(Period.year(2021), "5")));
    }

    @Test
    void recordDoesNotTouchThePlanItStartsFrom() {
        Plan plan = plan();
        plan.record(id("A"), Observation.actual(Period.year(2021), "5"));
        assertEquals(plan(), plan);
    }

    @Test
    void eraseTakesFigureAndForecastOfThePeriod() {
        Observation kept = Observation.actual(Period.year(2022), "6");
        Plan plan =
                plan().record(id("A"), kept)
                        .record(id("A"), Observation.actual(Period.year(2021), "5"))
                        .record(
                                id("A"),
                                Observation.of(
                                        Period.year(2021), Status.FORECAST, Reading.of("7")));
        assertEquals(
                List.of(kept),
                plan.erase(id("A"), Period.year(2021))
                        .indicator(id("A"))
                        .orElseThrow()
                        .observations());
    }

    @Test
    void eraseWhereNothingIsChangesNothing() {
        assertEquals(plan(), plan().erase(id("A"), Period.year(2021)));
    }

    @Test
    void eraseKeepsTheColumn() {
        Plan plan = plan().record(id("A"), Observation.actual(Period.half(2023, 1), "5"));
        assertEquals(plan.periods(), plan.erase(id("A"), Period.half(2023, 1)).periods());
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
                List.of(EMPTY.begins(), EMPTY.ends()));
    }

    @Test
    void itsBaselineMayLieEarlier() {
        assertEquals(
                LocalDate.of(2018, 12, 31), EMPTY.change(d -> d.baselineYear = 2018).baselineDay());
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
        assertThrows(IllegalArgumentException.class, () -> EMPTY.change(d -> d.title = " "));
    }

    @Test
    void anIndicatorOfNoGroupIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EMPTY.with(indicator("A", G)));
    }

    @Test
    void aDepartmentIsFoundByItsNameWhateverTheSpaces() {
        Department office = new Department(new UUID(6, 1), "注册科");
        assertEquals(Optional.of(office), EMPTY.with(office).department(" 注册科 "));
    }
}
