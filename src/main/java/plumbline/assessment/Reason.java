package plumbline.assessment;

import plumbline.plan.Period;

import java.util.List;
import java.util.Optional;

/**
 * Why something could not be computed or judged.
 *
 * @param period the one that is missing, or the last that is there
 * @param parts names of the parts that owe a figure
 */
public record Reason(Cause cause, Optional<Period> period, List<String> parts) {
    public enum Cause {
        NO_OBSERVATION,
        FORECAST_ONLY,
        PRELIMINARY_ONLY,
        NO_BASELINE,
        NO_TARGET,
        TARGET_IS_BASELINE,
        TARGET_IS_ZERO,
        NOTHING_DUE_YET,
        /**
         * The course leads away from the target first, so that a share of what is due means
         * nothing.
         */
        DUE_BELOW_BASELINE,
        /** A period that the running total needs was not reported. */
        PERIOD_MISSING,
        NO_TIME_LEFT,
        /** A mean over years needs a year that is over. */
        NO_WHOLE_YEAR,
        /** Growth from or to nothing, or less than nothing. */
        NOT_POSITIVE,
        /** Not done, and not due before the evaluation date. */
        NOT_YET_DUE,
        /** The formula means nothing for an indicator of this kind. */
        NOT_FOR_KIND,
        /** The target is a range, so that a share of it means nothing. */
        TARGET_IS_RANGE,
        /** It moves away from its target, or stands still. */
        NEVER,
        /** Least squares need three points. */
        FEW_POINTS,
        /** 脱敏: it could be computed, but what it is computed from stays in the house. */
        WITHHELD,
        /** By its own rhythm a newer figure should be there. */
        STALE,
        /** The plan is over, and its last year has no figure. */
        FINAL_FIGURE_MISSING,
        /** Parts that the total needs have not reported. */
        PART_MISSING,
        /** A floor or a cap is kept, not reached: there is no way to measure. */
        KEPT_NOT_REACHED,
        /** Growth so steep that its end is no number any more. */
        OUT_OF_RANGE
    }

    public Reason {
        parts = List.copyOf(parts);
    }

    static Reason forCause(Cause cause) {
        return new Reason(cause, Optional.empty(), List.of());
    }

    static Reason forPeriod(Cause cause, Period period) {
        return new Reason(cause, Optional.of(period), List.of());
    }
}
