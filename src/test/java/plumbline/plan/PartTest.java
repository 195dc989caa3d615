package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Named edits of parts, and figures kept as fractions. */
class PartTest {
    private static final UUID GROUP = new UUID(1, 1);
    private static final UUID OWNER = new UUID(2, 1);
    private static final Part A = Part.createNamed(new UUID(9, 1), "甲县");
    private static final Part B = Part.createNamed(new UUID(9, 2), "乙县");
    private static final Indicator INDICATOR =
            Indicator.createNamed(OWNER, GROUP, "指标")
                    .withChanges(
                            d -> {
                                d.unit = "家";
                                d.kind = IndicatorKind.CUMULATIVE;
                            })
                    .withPart(A)
                    .withPart(B);
    private static final Plan PLAN =
            Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                    .withGroup(new IndicatorGroup(GROUP, "类"))
                    .withIndicator(INDICATOR);

    private static List<String> names(Indicator indicator) {
        return indicator.parts().stream().map(Part::name).toList();
    }

    @Test
    void aPartTakesTheirPlaceOrIsTheLast() {
        assertEquals(List.of("甲县", "乙县"), names(INDICATOR));
        assertEquals(
                List.of("甲市", "乙县"),
                names(INDICATOR.withPart(new Part(A.id(), "甲市", Course.EMPTY, List.of()))));
        assertEquals(List.of("乙县"), names(INDICATOR.withoutPart(A)));
        assertEquals(INDICATOR, INDICATOR.withoutPart(Part.createNamed(new UUID(9, 3), "丙")));
    }

    @Test
    void aPartMovesUntilTheEdge() {
        assertEquals(List.of("乙县", "甲县"), names(INDICATOR.withPartMoved(B, -1)));
        assertEquals(INDICATOR, INDICATOR.withPartMoved(B, 1));
        assertEquals(INDICATOR, INDICATOR.withPartMoved(A, -1));
    }

    @Test
    void aPartIsSeenAsAnIndicatorOfTheSameKind() {
        Indicator seen = PLAN.findIndicatorOrPart(A.id()).orElseThrow();
        assertEquals(
                List.of("甲县", "家", IndicatorKind.CUMULATIVE, A.id(), List.of()),
                List.of(seen.name(), seen.unit(), seen.kind(), seen.id(), seen.parts()));
        assertEquals(Optional.of(INDICATOR), PLAN.findOwner(A.id()));
        assertEquals(Optional.empty(), PLAN.findIndicatorOrPart(new UUID(9, 9)));
    }

    @Test
    void aFigureIsRecordedForAPartAndErasedAgain() {
        Observation figure = Observation.actual(Period.ofHalfYear(2024, 1), "12");
        Plan recorded = PLAN.withObservation(A.id(), figure);
        assertEquals(
                List.of(figure),
                recorded.findIndicator(OWNER)
                        .orElseThrow()
                        .findPart(A.id())
                        .orElseThrow()
                        .observations());
        assertEquals(List.of(), recorded.findIndicator(OWNER).orElseThrow().observations());
        assertEquals(true, recorded.periods().contains(Period.ofHalfYear(2024, 1)));
        assertEquals(
                PLAN.withPeriod(Period.ofHalfYear(2024, 1)),
                recorded.withoutObservations(A.id(), Period.ofHalfYear(2024, 1)));
    }

    @Test
    void onlyNameCourseAndFiguresOfAPartCanChange() {
        Milestone target =
                Milestone.target(
                        Milestone.Role.FINAL,
                        LocalDate.of(2025, 12, 31),
                        BigDecimal.TEN,
                        Direction.HIGHER);
        Plan changed =
                PLAN.withChangedIndicatorOrPart(
                        A.id(),
                        i ->
                                i.withChanges(
                                        d -> {
                                            d.name = "甲市";
                                            d.unit = "万家";
                                            d.course = Course.of(target);
                                        }));
        assertEquals(
                PLAN.withChangedIndicator(
                        OWNER,
                        i -> i.withPart(new Part(A.id(), "甲市", Course.of(target), List.of()))),
                changed);
        assertThrows(
                IllegalArgumentException.class,
                () -> PLAN.withChangedIndicatorOrPart(new UUID(9, 9), i -> i));
    }

    @ParameterizedTest
    @CsvSource({
        "1234, 1300, %, 94.923076923077",
        "95, 100, %, 95",
        "100, 100, %, 100",
        "3, 1000, ‰, 3",
        "1, 4, 元/人, 0.25",
        "0, 7, %, 0",
        "1.5, 3, ％, 50"
    })
    void aFractionIsComputedInItsUnit(
            BigDecimal numerator, BigDecimal denominator, String unit, String amount) {
        Fraction fraction = new Fraction(numerator, denominator);
        assertEquals(amount, fraction.quotientInUnit(unit).toPlainString());
        assertEquals(Optional.of(fraction), Fraction.fromReading(fraction.toReading(unit, false)));
    }

    @ParameterizedTest
    @CsvSource({"27.3万户", "1/0", "2022/12/31", "''", "1/"})
    void otherTextsAreNoFraction(String raw) {
        assertEquals(
                Optional.empty(),
                Fraction.fromReading(new Reading.Value(BigDecimal.ONE, false, raw)));
    }
}
