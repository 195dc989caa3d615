package plumbline.plan;

import java.util.Optional;
import java.util.UUID;

/** What stands at a {@link FigureSlot}. */
public sealed interface SlotContent {

    record Figure(Observation observation) implements SlotContent {}

    record Target(Milestone milestone) implements SlotContent {}

    default Reading reading() {
        return switch (this) {
            case Figure(Observation o) -> o.reading();
            case Target(Milestone m) -> Reading.of(m.amount());
        };
    }

    /** Where on a line it stands. */
    default FigureSlot slot(UUID line) {
        return switch (this) {
            case Figure(Observation o) -> new FigureSlot.Figure(line, o.period(), o.forecast());
            case Target(Milestone m) -> new FigureSlot.Target(line, m.role(), m.on());
        };
    }

    /** What stands there in a plan. */
    static Optional<SlotContent> at(FigureSlot slot, Plan plan) {
        return plan.line(slot.line()).flatMap(line -> on(slot, line));
    }

    /** What stands there on the slot's own line. */
    static Optional<SlotContent> on(FigureSlot slot, Indicator line) {
        return switch (slot) {
            case FigureSlot.Figure(_, Period period, boolean forecast) ->
                    line.observations().stream()
                            .filter(o -> o.period().equals(period) && o.forecast() == forecast)
                            .findFirst()
                            .map(Figure::new);
            case FigureSlot.Target(_, Milestone.Role role, var on) ->
                    line.course().milestones().stream()
                            .filter(
                                    m ->
                                            m.role() == role
                                                    && (role != Milestone.Role.YEARLY
                                                            || m.on().equals(on)))
                            .findFirst()
                            .map(Target::new);
        };
    }

    /** The plan with this at the line. */
    default Plan in(Plan plan, UUID line) {
        return switch (this) {
            case Figure(Observation o) -> plan.record(line, o);
            case Target(Milestone m) ->
                    plan.changeLine(line, i -> i.change(d -> d.course = i.course().with(m)));
        };
    }

    /** The plan with nothing at the slot. */
    static Plan without(FigureSlot slot, Plan plan) {
        return switch (slot) {
            case FigureSlot.Figure(UUID line, Period period, boolean forecast) ->
                    plan.changeLine(
                            line,
                            i ->
                                    i.change(
                                            d ->
                                                    d.observations =
                                                            i.observations().stream()
                                                                    .filter(
                                                                            o ->
                                                                                    !o.period()
                                                                                                    .equals(
                                                                                                            period)
                                                                                            || o
                                                                                                            .forecast()
                                                                                                    != forecast)
                                                                    .toList()));
            case FigureSlot.Target(UUID line, Milestone.Role role, var on) ->
                    plan.changeLine(
                            line, i -> i.change(d -> d.course = i.course().without(role, on)));
        };
    }
}
