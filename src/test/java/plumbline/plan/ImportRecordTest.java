package plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class ImportRecordTest {
    private static final UUID ONE = new UUID(7, 1);
    private static final FigureSlot YEAR =
            new FigureSlot.ObservationSlot(ONE, Period.ofYear(2021), false);
    private static final FigureSlot HALF =
            new FigureSlot.ObservationSlot(ONE, Period.ofHalfYear(2022, 1), false);
    private static final FigureSlot TARGET =
            new FigureSlot.TargetSlot(ONE, Milestone.Role.FINAL, LocalDate.of(2025, 12, 31));
    private final Plan before = before();
    private final Plan after =
            before.withObservation(ONE, Observation.actual(Period.ofYear(2021), "12"))
                    .withObservation(ONE, Observation.actual(Period.ofHalfYear(2022, 1), "15"))
                    .withChangedIndicatorOrPart(
                            ONE,
                            i ->
                                    i.withChanges(
                                            d ->
                                                    d.course =
                                                            i.course()
                                                                    .withMilestone(target("60"))));
    private final ImportRecord intake =
            ImportRecord.recordEdit(
                    new UUID(9, 9),
                    Instant.EPOCH,
                    List.of(),
                    List.of(YEAR, HALF, TARGET),
                    before,
                    after);

    private static Milestone target(String amount) {
        return Milestone.target(
                Milestone.Role.FINAL,
                LocalDate.of(2025, 12, 31),
                new BigDecimal(amount),
                Direction.HIGHER);
    }

    private static Plan before() {
        IndicatorGroup group = new IndicatorGroup(new UUID(6, 1), "类");
        return Plan.empty(new UUID(1, 1), "规划", "局", 2021, 2025, 2020)
                .withGroup(group)
                .withPeriod(Period.ofHalfYear(2022, 1))
                .withIndicator(
                        Indicator.createNamed(ONE, group.id(), "指标")
                                .withChanges(
                                        d -> {
                                            d.course = Course.of(target("50"));
                                            d.observations =
                                                    List.of(
                                                            Observation.actual(
                                                                    Period.ofYear(2021), "11"));
                                        }));
    }

    @Test
    void itKnowsWhatStoodThereBefore() {
        assertEquals(3, intake.figureCount());
        assertEquals(
                Optional.of(Reading.ofAmount("11")),
                intake.findContentBefore(YEAR).map(SlotContent::reading));
        assertEquals(Optional.empty(), intake.findContentBefore(HALF));
        assertEquals(
                Optional.of(Reading.ofAmount("60")),
                intake.findContentAfter(TARGET).map(SlotContent::reading));
    }

    @Test
    void takenBackItIsAsIfItHadNeverCome() {
        Plan back = intake.planWithoutImport(after.withImportRecord(intake));
        assertEquals(before.indicators(), back.indicators());
        assertEquals(
                List.of(true), back.importRecords().stream().map(ImportRecord::takenBack).toList());
    }

    /** The half year's column was there before it, the year of 2026 came with it. */
    @Test
    void aColumnThatItMadeGoesWithItUnlessSomethingStandsThere() {
        FigureSlot later = new FigureSlot.ObservationSlot(ONE, Period.ofYear(2026), false);
        Plan wider = after.withObservation(ONE, Observation.actual(Period.ofYear(2026), "17"));
        ImportRecord made =
                ImportRecord.recordEdit(
                        new UUID(9, 8),
                        Instant.EPOCH,
                        List.of(),
                        List.of(HALF, later),
                        before,
                        wider);
        assertEquals(List.of(Period.ofYear(2026)), made.periods());
        assertEquals(before.periods(), made.planWithoutImport(wider).periods());
        Plan noted = wider.withObservation(ONE, Observation.actual(Period.ofYear(2026), "18"));
        assertEquals(wider.periods(), made.planWithoutImport(noted).periods());
    }

    @Test
    void whatWasChangedSinceStays() {
        Plan since = after.withObservation(ONE, Observation.actual(Period.ofYear(2021), "13"));
        assertFalse(intake.isUntouched(YEAR, since));
        Indicator back = intake.planWithoutImport(since).findIndicator(ONE).orElseThrow();
        assertEquals(List.of(Observation.actual(Period.ofYear(2021), "13")), back.observations());
        assertEquals(new BigDecimal("50"), back.course().finalTarget().orElseThrow().amount());
    }
}
