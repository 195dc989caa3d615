package plumbline.plan;

import java.util.OptionalInt;

/** How old the last figure of an indicator may be, at the evaluation date, to be judged. */
public enum FigureAge {
    /** No older than the period that was due by the indicator's own rhythm of reporting. */
    REPORTING_RHYTHM(OptionalInt.empty()),
    THREE_MONTHS(OptionalInt.of(3)),
    SIX_MONTHS(OptionalInt.of(6)),
    ONE_YEAR(OptionalInt.of(12)),
    TWO_YEARS(OptionalInt.of(24)),
    /** Whatever its age, a figure is judged. */
    ANY(OptionalInt.empty());

    private final OptionalInt mostMonths;

    FigureAge(OptionalInt mostMonths) {
        this.mostMonths = mostMonths;
    }

    /**
     * How many whole months may lie between the last month a figure covers and the last month that
     * is over; empty where months do not decide.
     */
    public OptionalInt mostMonths() {
        return mostMonths;
    }
}
