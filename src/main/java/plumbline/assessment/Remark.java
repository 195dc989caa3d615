package plumbline.assessment;

/** What is said beside a verdict. */
public enum Remark {
    /** 无进展: progress is exactly 0. */
    NO_HEADWAY,
    /** 劣于基期: progress is negative. */
    WORSE_THAN_BASELINE,
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
    /** Figures of the time after the plan are there; they are not judged. */
    LATER_FIGURES,
    /** 分项所含月数不一: the parts of the total cover different months. */
    PARTS_COVER_OTHER_MONTHS,
    /** The total leaves parts out to which the indicator does not apply. */
    PART_LEFT_OUT,
    /** Events of the parts that have reported; others have not. */
    PARTS_MISSING,
    /** 临界: within the precision of the printed digits the verdict could be another. */
    BORDERLINE,
    /** The targets were revised before the evaluation date. */
    REVISED_TARGET,
    /** The targets were revised after the evaluation date: judged by those that stood then. */
    FORMER_TARGET
}
