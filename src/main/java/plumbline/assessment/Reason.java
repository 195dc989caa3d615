package plumbline.assessment;

import java.util.Optional;
import plumbline.plan.Period;

/** Why something could not be computed or judged. */
public record Reason(Cause cause, Optional<Period> period) {
    public enum Cause {
        NO_OBSERVATION, FORECAST_ONLY, PRELIMINARY_ONLY, NO_BASELINE, NO_TARGET, TARGET_IS_BASELINE, TARGET_IS_ZERO, NOTHING_DUE_YET,
        /** A period that the running total needs was not reported. */
        PERIOD_MISSING,
        NO_TIME_LEFT, KIND_NOT_JUDGED
    }

    static Reason of(Cause cause) {
        return new Reason(cause, Optional.empty());
    }
}
