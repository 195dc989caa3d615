package plumbline.assessment;

/** How a figure is computed; A value, B baseline, T final target (domain.md §4). Shares are fractions, not percents. */
public enum Formula {
    /** B + Σ of the periods since the baseline, in the indicator's unit. */
    RUNNING_TOTAL,
    /** A ÷ T. */
    ATTAINMENT,
    /** (A − B) ÷ (T − B). */
    PROGRESS,
    /** Elapsed months ÷ months of the plan, at the end of the observation. */
    TIME_PROGRESS,
    /** The course at the end of the observation, in the indicator's unit. */
    DUE,
    /** (due − B) ÷ (T − B). */
    PROGRESS_DUE,
    /** (A − B) ÷ (due − B), which is progress ÷ progress due. */
    PACE,
    /** T − A, in the indicator's unit. */
    GAP,
    /** (T − A) ÷ years left. */
    NEEDED_PER_YEAR,
    /** (A − B) ÷ years gone. */
    ACHIEVED_PER_YEAR
}
