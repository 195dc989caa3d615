package plumbline.screen.indicators;

import plumbline.plan.Period;

/** A column of the grid. */
sealed interface Column {
    record Of(Field field) implements Column { }

    record Figures(Period period) implements Column { }

    enum Field { NUMBER, NAME, UNIT, BASELINE, MID_TERM, TARGET, ATTAINMENT, PROGRESS, VERDICT, TREND }

    /** True where the officer may type. */
    default boolean typed() {
        return switch (this) {
            case Figures _ -> true;
            case Of(Field field) -> switch (field) {
                case NAME, UNIT, BASELINE, MID_TERM, TARGET -> true;
                case NUMBER, ATTAINMENT, PROGRESS, VERDICT, TREND -> false;
            };
        };
    }

    /** True where a cell holds a number. */
    default boolean number() {
        return !(this instanceof Of(Field field) && (field == Field.NAME || field == Field.UNIT));
    }
}
