package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class RedactionTest {
    private static final UUID GROUP = new UUID(1, 1);
    private static final UUID LINE = new UUID(2, 1);
    private static final UUID PART = new UUID(3, 1);
    private static final Plan PLAN =
            Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                    .with(new IndicatorGroup(GROUP, "类"))
                    .with(Indicator.named(LINE, GROUP, "指标").with(Part.named(PART, "甲县")));
    private static final Redaction FIGURES = new Redaction.Figures(PART, Period.year(2022));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2022",
                "2023H1",
                "2021-03..2022-11",
                "BASELINE",
                "MID_TERM",
                "FINAL",
                "YEARLY 2023-12-31"
            })
    void itsPlaceIsReadBack(String place) {
        assertEquals(place, Redaction.parse(LINE, place).place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"YEARLY", "FINAL 2025-12-31", "LAST", "2022H3", "20"})
    void whatIsNoPlaceIsRefused(String place) {
        assertThrows(IllegalArgumentException.class, () -> Redaction.parse(LINE, place));
    }

    @Test
    void aMarkOnAnIndicatorHidesItsParts() {
        assertTrue(PLAN.with(new Redaction.Line(LINE)).redacts(FIGURES));
        assertFalse(
                PLAN.with(new Redaction.Line(PART))
                        .redacts(new Redaction.Figures(LINE, Period.year(2022))));
        assertFalse(PLAN.redacts(FIGURES));
    }

    @Test
    void aYearlyTargetIsMarkedByItsDay() {
        LocalDate end = LocalDate.of(2023, 12, 31);
        Plan marked = PLAN.with(Redaction.Target.of(LINE, Milestone.Role.YEARLY, end));
        assertTrue(marked.redacts(Redaction.Target.of(LINE, Milestone.Role.YEARLY, end)));
        assertFalse(
                marked.redacts(Redaction.Target.of(LINE, Milestone.Role.YEARLY, end.plusYears(1))));
    }

    @Test
    void markingTwiceIsMarkingOnce() {
        assertEquals(PLAN.with(FIGURES), PLAN.with(FIGURES).with(FIGURES));
        assertEquals(PLAN, PLAN.with(FIGURES).without(FIGURES));
    }

    @Test
    void theOrderOfMarkingDoesNotMatter() {
        Redaction other =
                Redaction.Target.of(LINE, Milestone.Role.FINAL, LocalDate.of(2025, 12, 31));
        assertEquals(PLAN.with(FIGURES).with(other), PLAN.with(other).with(FIGURES));
    }

    @Test
    void aMarkGoesWithItsPartAndItsIndicator() {
        Plan marked = PLAN.with(FIGURES);
        assertEquals(
                List.of(),
                marked.changeIndicator(LINE, i -> i.without(i.parts().getFirst())).redactions());
        assertEquals(List.of(), marked.without(marked.indicator(LINE).orElseThrow()).redactions());
    }

    @Test
    void aCorrectedFigureStaysMarked() {
        Plan corrected =
                PLAN.with(FIGURES).record(PART, Observation.actual(Period.year(2022), "5"));
        assertTrue(corrected.redacts(FIGURES));
        assertEquals(
                Optional.of(Reading.of("5")),
                corrected
                        .line(PART)
                        .flatMap(l -> l.shown(Period.year(2022)))
                        .map(Observation::reading));
    }
}
