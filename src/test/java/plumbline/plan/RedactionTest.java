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
                    .withGroup(new IndicatorGroup(GROUP, "类"))
                    .withIndicator(
                            Indicator.createNamed(LINE, GROUP, "指标")
                                    .withPart(Part.createNamed(PART, "甲县")));
    private static final Redaction FIGURES =
            new Redaction.PeriodRedaction(PART, Period.ofYear(2022));

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
        assertEquals(place, Redaction.parse(LINE, place).placeCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"YEARLY", "FINAL 2025-12-31", "LAST", "2022H3", "20"})
    void whatIsNoPlaceIsRefused(String place) {
        assertThrows(IllegalArgumentException.class, () -> Redaction.parse(LINE, place));
    }

    @Test
    void aMarkOnAnIndicatorHidesItsParts() {
        assertTrue(PLAN.withRedaction(new Redaction.LineRedaction(LINE)).isRedacted(FIGURES));
        assertFalse(
                PLAN.withRedaction(new Redaction.LineRedaction(PART))
                        .isRedacted(new Redaction.PeriodRedaction(LINE, Period.ofYear(2022))));
        assertFalse(PLAN.isRedacted(FIGURES));
    }

    @Test
    void aYearlyTargetIsMarkedByItsDay() {
        LocalDate end = LocalDate.of(2023, 12, 31);
        Plan marked =
                PLAN.withRedaction(
                        Redaction.TargetRedaction.forMilestone(LINE, Milestone.Role.YEARLY, end));
        assertTrue(
                marked.isRedacted(
                        Redaction.TargetRedaction.forMilestone(LINE, Milestone.Role.YEARLY, end)));
        assertFalse(
                marked.isRedacted(
                        Redaction.TargetRedaction.forMilestone(
                                LINE, Milestone.Role.YEARLY, end.plusYears(1))));
    }

    @Test
    void markingTwiceIsMarkingOnce() {
        assertEquals(
                PLAN.withRedaction(FIGURES), PLAN.withRedaction(FIGURES).withRedaction(FIGURES));
        assertEquals(PLAN, PLAN.withRedaction(FIGURES).withoutRedaction(FIGURES));
    }

    @Test
    void theOrderOfMarkingDoesNotMatter() {
        Redaction other =
                Redaction.TargetRedaction.forMilestone(
                        LINE, Milestone.Role.FINAL, LocalDate.of(2025, 12, 31));
        assertEquals(
                PLAN.withRedaction(FIGURES).withRedaction(other),
                PLAN.withRedaction(other).withRedaction(FIGURES));
    }

    @Test
    void aMarkGoesWithItsPartAndItsIndicator() {
        Plan marked = PLAN.withRedaction(FIGURES);
        assertEquals(
                List.of(),
                marked.withChangedIndicator(LINE, i -> i.withoutPart(i.parts().getFirst()))
                        .redactions());
        assertEquals(
                List.of(),
                marked.withoutIndicator(marked.findIndicator(LINE).orElseThrow()).redactions());
    }

    @Test
    void aCorrectedFigureStaysMarked() {
        Plan corrected =
                PLAN.withRedaction(FIGURES)
                        .withObservation(PART, Observation.actual(Period.ofYear(2022), "5"));
        assertTrue(corrected.isRedacted(FIGURES));
        assertEquals(
                Optional.of(Reading.ofAmount("5")),
                corrected
                        .findIndicatorOrPart(PART)
                        .flatMap(l -> l.displayedObservation(Period.ofYear(2022)))
                        .map(Observation::reading));
    }
}
