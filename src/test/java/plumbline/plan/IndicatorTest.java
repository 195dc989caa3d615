package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 指标: changed by copy, one figure and one forecast for a period. */
class IndicatorTest {
    private static final Indicator EMPTY =
            Indicator.createNamed(new UUID(2, 1), new UUID(1, 1), "指标");
    private static final Observation FIGURE = Observation.actual(Period.ofYear(2021), "5");
    private static final Observation FORECAST =
            Observation.of(Period.ofYear(2021), Status.FORECAST, Reading.ofAmount("7"));

    @Test
    void changeChangesWhatIsNamedAndNothingElse() {
        Indicator changed = EMPTY.withObservation(FIGURE).withChanges(d -> d.unit = "件");
        assertEquals("件", changed.unit());
        assertEquals(EMPTY.withObservation(FIGURE), changed.withChanges(d -> d.unit = ""));
    }

    @Test
    void changeLeavesTheOldOneAsItWas() {
        EMPTY.withChanges(d -> d.name = "另一个");
        assertEquals("指标", EMPTY.name());
    }

    @Test
    void aChangeOfNothingIsEqual() {
        assertEquals(EMPTY, EMPTY.withChanges(_ -> {}));
    }

    /** What was written to be equal, between or about stays; a baseline is none. */
    @Test
    void theOtherDirectionTurnsTheTargets() {
        Course rising =
                Course.of(
                        Milestone.baseline(LocalDate.of(2020, 12, 31), new BigDecimal("0.5")),
                        target(Milestone.Role.YEARLY, 2021, "0.52", Relation.ABOVE),
                        target(Milestone.Role.MID_TERM, 2023, "0.55", Relation.EQUAL),
                        target(Milestone.Role.FINAL, 2025, "0.6", Relation.AT_LEAST));
        TargetRevision former =
                new TargetRevision(
                        target(Milestone.Role.FINAL, 2025, "0.7", Relation.AT_LEAST),
                        LocalDate.of(2022, 5, 31),
                        "",
                        "");
        Indicator turned =
                EMPTY.withChanges(
                                d -> {
                                    d.course = rising;
                                    d.parts =
                                            List.of(
                                                    new Part(
                                                            new UUID(9, 1),
                                                            "区",
                                                            rising,
                                                            List.of()));
                                    d.revisions = List.of(former);
                                })
                        .withDirection(Direction.LOWER);
        List<Relation> expected =
                List.of(Relation.EQUAL, Relation.BELOW, Relation.EQUAL, Relation.AT_MOST);
        assertEquals(
                expected, turned.course().milestones().stream().map(Milestone::relation).toList());
        assertEquals(
                expected,
                turned.parts().getFirst().course().milestones().stream()
                        .map(Milestone::relation)
                        .toList());
        assertEquals(Relation.AT_MOST, turned.revisions().getFirst().formerTarget().relation());
        assertEquals(rising, turned.withDirection(Direction.HIGHER).course());
    }

    private static Milestone target(
            Milestone.Role role, int year, String amount, Relation relation) {
        return new Milestone(
                role,
                LocalDate.of(year, 12, 31),
                new BigDecimal(amount),
                relation,
                Optional.empty(),
                false);
    }

    @Test
    void theIdStays() {
        assertEquals(EMPTY.id(), EMPTY.withChanges(d -> d.groupId = new UUID(1, 2)).id());
    }

    @Test
    void aListHandedInIsCopied() {
        List<UUID> units = new ArrayList<>(List.of(new UUID(6, 1)));
        Indicator changed = EMPTY.withChanges(d -> d.supportingDepartments = units);
        units.clear();
        assertEquals(List.of(new UUID(6, 1)), changed.supportingDepartments());
    }

    @Test
    void anIndicatorWithoutNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EMPTY.withChanges(d -> d.name = " "));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13})
    void decimalsOutOfRangeAreRefused(int decimals) {
        assertThrows(
                IllegalArgumentException.class,
                () -> EMPTY.withChanges(d -> d.decimals = decimals));
    }

    @Test
    void aNewFigureReplacesTheOldOfItsPeriod() {
        Observation corrected =
                Observation.of(Period.ofYear(2021), Status.PRELIMINARY, Reading.ofAmount("6"));
        assertEquals(
                List.of(corrected),
                EMPTY.withObservation(FIGURE).withObservation(corrected).observations());
    }

    @Test
    void aFigureLeavesTheForecastInPlace() {
        assertEquals(
                List.of(FORECAST, FIGURE),
                EMPTY.withObservation(FORECAST).withObservation(FIGURE).observations());
    }

    @Test
    void twoFiguresForOnePeriodAreRefused() {
        Observation other =
                Observation.of(Period.ofYear(2021), Status.PRELIMINARY, Reading.ofAmount("6"));
        assertThrows(
                IllegalArgumentException.class,
                () -> EMPTY.withChanges(d -> d.observations = List.of(FIGURE, other)));
    }

    @Test
    void observationsStandInTime() {
        Observation later = Observation.actual(Period.ofYear(2022), "6");
        assertEquals(
                List.of(FIGURE, later),
                EMPTY.withObservation(later).withObservation(FIGURE).observations());
    }

    @Test
    void theFigureIsShownBeforeTheForecast() {
        assertEquals(
                Optional.of(FIGURE),
                EMPTY.withObservation(FIGURE)
                        .withObservation(FORECAST)
                        .displayedObservation(Period.ofYear(2021)));
    }

    @Test
    void theForecastIsShownWhereThereIsNoFigure() {
        assertEquals(
                Optional.of(FORECAST),
                EMPTY.withObservation(FORECAST).displayedObservation(Period.ofYear(2021)));
    }

    @Test
    void nothingIsShownForAnotherPeriod() {
        assertEquals(
                Optional.empty(),
                EMPTY.withObservation(FIGURE).displayedObservation(Period.ofHalfYear(2021, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2023H1, 6, 2023-06-30",
        "2023H1, 5, 2023-05-31",
        "2023, 2, 2023-02-28",
        "2021-01..2022-12, 24, 2022-12-31",
        "2023-05, 1, 2023-05-31"
    })
    void aFigureSpeaksUpToTheLastMonthCovered(String period, int months, LocalDate asOf) {
        assertEquals(
                asOf,
                new Observation(
                                Period.parse(period),
                                months,
                                Reading.ofAmount("1"),
                                Status.ACTUAL,
                                Source.TYPED,
                                "")
                        .lastCoveredDay());
    }

    @ParameterizedTest
    @CsvSource({"2023H1, 0", "2023H1, 7", "2023, 13"})
    void monthsThatThePeriodHasNotAreRefused(String period, int months) {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Observation(
                                Period.parse(period),
                                months,
                                Reading.ofAmount("1"),
                                Status.ACTUAL,
                                Source.TYPED,
                                ""));
    }

    @Test
    void decimalsAsWrittenAreKept() {
        assertNotEquals(Reading.ofAmount("12.5"), Reading.ofAmount("12.50"));
    }

    @Test
    void aMissingReadingHasNoValue() {
        assertEquals(Optional.empty(), Reading.missing(MissingReason.REDACTED).findAmount());
    }

    @ParameterizedTest
    @CsvSource({
        "%, true",
        "个百分点, true",
        "‰, true",
        "微克/立方米, true",
        "μg/m³, true",
        "分贝, true",
        "分, true",
        "件, false",
        "亿元, false",
        "份/百万人口, false",
        "元/人, false",
        "积分, false"
    })
    void aShareOrALevelIsNoAmountThatGrowsWithTheMonths(String unit, boolean share) {
        assertEquals(
                share,
                Indicator.createNamed(new UUID(0, 1), new UUID(0, 2), "指标")
                        .withChanges(d -> d.unit = unit)
                        .isShareOrLevel());
    }
}
