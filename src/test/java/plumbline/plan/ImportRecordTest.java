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
    private static final FigureSlot YEAR = new FigureSlot.Figure(ONE, Period.year(2021), false);
    private static final FigureSlot HALF = new FigureSlot.Figure(ONE, Period.half(2022, 1), false);
    private static final FigureSlot TARGET =
            new FigureSlot.Target(ONE, Milestone.Role.FINAL, LocalDate.of(2025, 12, 31));
    private final Plan before = before();
    private final Plan after =
            before.record(ONE, Observation.actual(Period.year(2021), "12"))
                    .record(ONE, Observation.actual(Period.half(2022, 1), "15"))
                    .changeLine(ONE, i -> i.change(d -> d.course = i.course().with(target("60"))));
    private final ImportRecord intake =
            ImportRecord.of(
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
                .with(group)
                .with(Period.half(2022, 1))
                .with(
                        Indicator.named(ONE, group.id(), "指标")
                                .change(
                                        d -> {
                                            d.course = Course.of(target("50"));
                                            d.observations =
                                                    List.of(
                                                            Observation.actual(
                                                                    Period.year(2021), "11"));
                                        }));
    }

    @Test
    void itKnowsWhatStoodThereBefore() {
        assertEquals(3, intake.figures());
        assertEquals(Optional.of(Reading.of("11")), intake.before(YEAR).map(SlotContent::reading));
        assertEquals(Optional.empty(), intake.before(HALF));
        assertEquals(Optional.of(Reading.of("60")), intake.after(TARGET).map(SlotContent::reading));
    }

    @Test
    void takenBackItIsAsIfItHadNeverCome() {
        Plan back = intake.takeBack(after.with(intake));
        assertEquals(before.indicators(), back.indicators());
        assertEquals(List.of(true), back.intakes().stream().map(ImportRecord::takenBack).toList());
    }

    /** The half year's column was there before it, the year of 2026 came with it. */
    @Test
    void aColumnThatItMadeGoesWithItUnlessSomethingStandsThere() {
        FigureSlot later = new FigureSlot.Figure(ONE, Period.year(2026), false);
        Plan wider = after.record(ONE, Observation.actual(Period.year(2026), "17"));
        ImportRecord made =
                ImportRecord.of(
                        new UUID(9, 8),
                        Instant.EPOCH,
                        List.of(),
                        List.of(HALF, later),
                        before,
                        wider);
        assertEquals(List.of(Period.year(2026)), made.periods());
        assertEquals(before.periods(), made.takeBack(wider).periods());
        Plan noted = wider.record(ONE, Observation.actual(Period.year(2026), "18"));
        assertEquals(wider.periods(), made.takeBack(noted).periods());
    }

    @Test
    void whatWasChangedSinceStays() {
        Plan since = after.record(ONE, Observation.actual(Period.year(2021), "13"));
        assertFalse(intake.untouched(YEAR, since));
        Indicator back = intake.takeBack(since).indicator(ONE).orElseThrow();
        assertEquals(List.of(Observation.actual(Period.year(2021), "13")), back.observations());
        assertEquals(new BigDecimal("50"), back.course().target().orElseThrow().amount());
    }
}
