package plumbline.assessment;

/** What is said beside a verdict. */
public enum Remark {
    /** 无进展: progress is exactly 0. */
    NO_HEADWAY,
    /** 低于基期: progress is negative. */
    BELOW_BASELINE,
    /** 推算: no mid-term target, so what is due was drawn straight from baseline to final target. */
    DUE_DERIVED,
    /** The latest period has no figure; an earlier one was judged. */
    LATEST_MISSING,
    /** A later forecast exists; it was not judged. */
    FORECAST_AHEAD,
    PRELIMINARY,
    APPROXIMATE,
    /** A year of the plan that is over has no figure. */
    YEAR_MISSING,
    /** 折算: a part of a year was taken for the whole in proportion. */
    PART_OF_YEAR,
    /** 超出目标: a target to be hit (=, between, about) was passed over. */
    OVERSHOT,
    /** 逾期: done, but not by its day. */
    LATE,
    /** 临界: within the precision of the printed digits the verdict could be another. */
    BORDERLINE,
    /** The targets were revised before the evaluation date. */
    REVISED_TARGET,
    /** The targets were revised after the evaluation date: judged by those that stood then. */
    FORMER_TARGET
}
