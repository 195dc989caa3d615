package plumbline.screen.indicators.grid;

import plumbline.plan.Milestone.Role;
import plumbline.plan.Period;
import plumbline.plan.Redaction;

import java.util.Optional;
import java.util.UUID;

/** A column of the grid. */
public sealed interface Column {
    record Of(Field field) implements Column {}

    record Figures(Period period) implements Column {}

    enum Field {
        NUMBER,
        NAME,
        UNIT,
        BASELINE,
        MID_TERM,
        TARGET,
        ATTAINMENT,
        PROGRESS,
        VERDICT,
        TREND
    }

    /** True where the officer may type. */
    default boolean typed() {
        return switch (this) {
            case Figures _ -> true;
            case Of(Field field) ->
                    switch (field) {
                        case NAME, UNIT, BASELINE, MID_TERM, TARGET -> true;
                        case NUMBER, ATTAINMENT, PROGRESS, VERDICT, TREND -> false;
                    };
        };
    }

    /** True where a cell holds a number. */
    default boolean number() {
        return !(this instanceof Of(Field field) && (field == Field.NAME || field == Field.UNIT));
    }

    /** What is marked at a cell of a line; at the name, or what stands with it, the whole line. */
    default Optional<Redaction> redaction(UUID line) {
        return switch (this) {
            case Figures(Period period) -> Optional.of(new Redaction.PeriodRedaction(line, period));
            case Of(Field field) ->
                    switch (field) {
                        case NUMBER, NAME, UNIT -> Optional.of(new Redaction.LineRedaction(line));
                        case BASELINE ->
                                Optional.of(
                                        new Redaction.TargetRedaction(
                                                line, Role.BASELINE, Optional.empty()));
                        case MID_TERM ->
                                Optional.of(
                                        new Redaction.TargetRedaction(
                                                line, Role.MID_TERM, Optional.empty()));
                        case TARGET ->
                                Optional.of(
                                        new Redaction.TargetRedaction(
                                                line, Role.FINAL, Optional.empty()));
                        case ATTAINMENT, PROGRESS, VERDICT, TREND -> Optional.empty();
                    };
        };
    }
}
