package plumbline.plan;

import java.util.Optional;
import java.util.UUID;

/** What stands at a {@link FigureSlot}. */
public sealed interface SlotContent {

    record ObservationContent(Observation observation) implements SlotContent {}

    record TargetContent(Milestone milestone) implements SlotContent {}

    default Reading reading() {
        return switch (this) {
            case ObservationContent(Observation o) -> o.reading();
            case TargetContent(Milestone m) -> Reading.ofAmount(m.amount());
        };
    }

    /** Where on a line it stands. */
    default FigureSlot slotOnLine(UUID line) {
        return switch (this) {
            case ObservationContent(Observation o) ->
                    new FigureSlot.ObservationSlot(line, o.period(), o.isForecast());
            case TargetContent(Milestone m) -> new FigureSlot.TargetSlot(line, m.role(), m.day());
        };
    }

    /** What stands there in a plan. */
    static Optional<SlotContent> findInPlan(FigureSlot slot, Plan plan) {
        return plan.findIndicatorOrPart(slot.indicatorOrPartId())
                .flatMap(line -> findOnIndicator(slot, line));
    }

    /** What stands there on the slot's own line. */
    static Optional<SlotContent> findOnIndicator(FigureSlot slot, Indicator line) {
        return switch (slot) {
            case FigureSlot.ObservationSlot(_, Period period, boolean forecast) ->
                    line.observations().stream()
                            .filter(o -> o.period().equals(period) && o.isForecast() == forecast)
                            .findFirst()
                            .map(ObservationContent::new);
            case FigureSlot.TargetSlot(_, Milestone.Role role, var on) ->
                    line.course().milestones().stream()
                            .filter(
                                    m ->
                                            m.role() == role
                                                    && (role != Milestone.Role.YEARLY
                                                            || m.day().equals(on)))
                            .findFirst()
                            .map(TargetContent::new);
        };
    }

    /** The plan with this at the line. */
    default Plan addedTo(Plan plan, UUID line) {
        return switch (this) {
            case ObservationContent(Observation o) -> plan.withObservation(line, o);
            case TargetContent(Milestone m) ->
                    plan.withChangedIndicatorOrPart(
                            line, i -> i.withChanges(d -> d.course = i.course().withMilestone(m)));
        };
    }

    /** The plan with nothing at the slot. */
    static Plan planWithEmptySlot(FigureSlot slot, Plan plan) {
        return switch (slot) {
            case FigureSlot.ObservationSlot(UUID line, Period period, boolean forecast) ->
                    plan.withChangedIndicatorOrPart(
                            line,
                            i ->
                                    i.withChanges(
                                            d ->
                                                    d.observations =
                                                            i.observations().stream()
                                                                    .filter(
                                                                            o ->
                                                                                    !o.period()
                                                                                                    .equals(
                                                                                                            period)
                                                                                            || o
                                                                                                            .isForecast()
                                                                                                    != forecast)
                                                                    .toList()));
            case FigureSlot.TargetSlot(UUID line, Milestone.Role role, var on) ->
                    plan.withChangedIndicatorOrPart(
                            line,
                            i ->
                                    i.withChanges(
                                            d -> d.course = i.course().withoutMilestone(role, on)));
        };
    }
}
