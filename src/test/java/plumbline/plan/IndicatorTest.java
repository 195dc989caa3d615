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
    private static final Indicator EMPTY = Indicator.named(new UUID(2, 1), new UUID(1, 1), "指标");
    private static final Observation FIGURE = Observation.actual(Period.year(2021), "5");
    private static final Observation FORECAST =
            Observation.of(Period.year(2021), Status.FORECAST, Reading.of("7"));

    @Test
    void changeChangesWhatIsNamedAndNothingElse() {
        Indicator changed = EMPTY.with(FIGURE).change(d -> d.unit = "件");
        assertEquals("件", changed.unit());
        assertEquals(EMPTY.with(FIGURE), changed.change(d -> d.unit = ""));
    }

    @Test
    void changeLeavesTheOldOneAsItWas() {
        EMPTY.change(d -> d.name = "另一个");
        assertEquals("指标", EMPTY.name());
    }

    @Test
    void aChangeOfNothingIsEqual() {
        assertEquals(EMPTY, EMPTY.change(_ -> {}));
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
                EMPTY.change(
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
                        .with(Direction.LOWER);
        List<Relation> expected =
                List.of(Relation.EQUAL, Relation.BELOW, Relation.EQUAL, Relation.AT_MOST);
        assertEquals(
                expected, turned.course().milestones().stream().map(Milestone::relation).toList());
        assertEquals(
                expected,
                turned.parts().getFirst().course().milestones().stream()
                        .map(Milestone::relation)
                        .toList());
        assertEquals(Relation.AT_MOST, turned.revisions().getFirst().before().relation());
        assertEquals(rising, turned.with(Direction.HIGHER).course());
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
        assertEquals(EMPTY.id(), EMPTY.change(d -> d.group = new UUID(1, 2)).id());
    }

    @Test
    void aListHandedInIsCopied() {
        List<UUID> units = new ArrayList<>(List.of(new UUID(6, 1)));
        Indicator changed = EMPTY.change(d -> d.supporting = units);
        units.clear();
        assertEquals(List.of(new UUID(6, 1)), changed.supporting());
    }

    @Test
    void anIndicatorWithoutNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EMPTY.change(d -> d.name = " "));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13})
    void decimalsOutOfRangeAreRefused(int decimals) {
        assertThrows(
                IllegalArgumentException.class, () -> EMPTY.change(d -> d.decimals = decimals));
    }

    @Test
    void aNewFigureReplacesTheOldOfItsPeriod() {
        Observation corrected =
                Observation.of(Period.year(2021), Status.PRELIMINARY, Reading.of("6"));
        assertEquals(List.of(corrected), EMPTY.with(FIGURE).with(corrected).observations());
    }

    @Test
    void aFigureLeavesTheForecastInPlace() {
        assertEquals(List.of(FORECAST, FIGURE), EMPTY.with(FORECAST).with(FIGURE).observations());
    }

    @Test
    void twoFiguresForOnePeriodAreRefused() {
        Observation other = Observation.of(Period.year(2021), Status.PRELIMINARY, Reading.of("6"));
        assertThrows(
                IllegalArgumentException.class,
                () -> EMPTY.change(d -> d.observations = List.of(FIGURE, other)));
    }

    @Test
    void observationsStandInTime() {
        Observation later = Observation.actual(Period.year(2022), "6");
        assertEquals(List.of(FIGURE, later), EMPTY.with(later).with(FIGURE).observations());
    }

    @Test
    void theFigureIsShownBeforeTheForecast() {
        assertEquals(
                Optional.of(FIGURE), EMPTY.with(FIGURE).with(FORECAST).shown(Period.year(2021)));
    }

    @Test
    void theForecastIsShownWhereThereIsNoFigure() {
        assertEquals(Optional.of(FORECAST), EMPTY.with(FORECAST).shown(Period.year(2021)));
    }

    @Test
    void nothingIsShownForAnotherPeriod() {
        assertEquals(Optional.empty(), EMPTY.with(FIGURE).shown(Period.half(2021, 1)));
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
                                Reading.of("1"),
                                Status.ACTUAL,
                                Source.TYPED,
                                "")
                        .asOf());
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
                                Reading.of("1"),
                                Status.ACTUAL,
                                Source.TYPED,
                                ""));
    }

    @Test
    void decimalsAsWrittenAreKept() {
        assertNotEquals(Reading.of("12.5"), Reading.of("12.50"));
    }

    @Test
    void aMissingReadingHasNoValue() {
        assertEquals(Optional.empty(), Reading.missing(MissingReason.REDACTED).value());
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
                Indicator.named(new UUID(0, 1), new UUID(0, 2), "指标")
                        .change(d -> d.unit = unit)
                        .share());
    }
}
