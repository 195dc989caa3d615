package plumbline.assessment;

/**
 * How a figure is computed; A value, B baseline, T final target (domain.md §4). Shares are
 * fractions, not percents.
 */
public enum Formula {
    /** B + Σ of the periods since the baseline, in the indicator's unit. */
    RUNNING_TOTAL,
    /** Σ of the periods of one year, up to the observation. */
    YEAR_SO_FAR,
    /** The year so far × 12 ÷ months covered. */
    YEAR_EQUIVALENT,
    /** Σ of the years ÷ their number. */
    MEAN_OF_YEARS,
    /** ((A ÷ B)^(1 ÷ years) − 1) × 100, in percent. */
    MEAN_GROWTH,
    /** ((Π (1 + rate of a year))^(1 ÷ years) − 1) × 100, in percent. */
    MEAN_RATE,
    /** Σ of the years' events. */
    EVENTS,
    /** A ÷ T. */
    ATTAINMENT,
    /** 目标÷实际: T ÷ A, as a rule on attainment compares what should be low. */
    TARGET_BY_ACTUAL,
    /** (A − B) ÷ (T − B). */
    PROGRESS,
    /** Elapsed months ÷ months up to the plan's end or an earlier target's own day. */
    TIME_PROGRESS,
    /** The course at the end of the observation, in the indicator's unit. */
    DUE,
    /** (due − B) ÷ (T − B). */
    PROGRESS_DUE,
    /** (A − B) ÷ (due − B), which is progress ÷ progress due. */
    PACE,
    /** ((A ÷ B)^(1 ÷ years gone) − 1) ÷ ((T ÷ B)^(1 ÷ years of the plan) − 1). */
    GROWTH_RATIO,
    /**
     * T − A, in the indicator's unit; T of a range is its nearer border, and A itself inside of it.
     */
    GAP,
    /** (T − A) ÷ years left; T as of {@link #GAP}. */
    NEEDED_PER_YEAR,
    /** (A − B) ÷ years gone. */
    ACHIEVED_PER_YEAR,
    /** A + (A − B) ÷ years gone × years left: the pace so far goes on. */
    PROJECTED_PACE,
    /** A × (A ÷ B)^(years left ÷ years gone): the mean growth so far goes on. */
    PROJECTED_GROWTH,
    /**
     * The line with the least sum of squares through baseline and yearly values, at the end of the
     * plan.
     */
    PROJECTED_TREND
}
