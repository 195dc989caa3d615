package plumbline.screen.indicators.grid;

import plumbline.plan.Milestone.Role;
import plumbline.plan.Period;
import plumbline.plan.Redaction;

import java.util.Optional;
import java.util.UUID;

/** A column of the grid. */
public sealed interface IndicatorColumn {
    record FieldColumn(ColumnField field) implements IndicatorColumn {}

    record PeriodColumn(Period period) implements IndicatorColumn {}

    enum ColumnField {
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
    default boolean isEditable() {
        return switch (this) {
            case PeriodColumn _ -> true;
            case FieldColumn(ColumnField field) ->
                    switch (field) {
                        case NAME, UNIT, BASELINE, MID_TERM, TARGET -> true;
                        case NUMBER, ATTAINMENT, PROGRESS, VERDICT, TREND -> false;
                    };
        };
    }

    /** True where a cell holds a number. */
    default boolean holdsNumber() {
        return !(this instanceof FieldColumn(ColumnField field)
                && (field == ColumnField.NAME || field == ColumnField.UNIT));
    }

    /** What is marked at a cell of a line; at the name, or what stands with it, the whole line. */
    default Optional<Redaction> redactionOfCell(UUID line) {
        return switch (this) {
            case PeriodColumn(Period period) ->
                    Optional.of(new Redaction.PeriodRedaction(line, period));
            case FieldColumn(ColumnField field) ->
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
