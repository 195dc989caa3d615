package plumbline.plan;

/** How an indicator's figures are to be read, and so how it is judged. */
public enum IndicatorKind {
    /** 时点值: the latest value, on the course. */
    STOCK,
    /** 累计: a running total, on the course; see {@link Reporting}. */
    CUMULATIVE,
    /** 年度值: each year's value against that year's target. */
    YEARLY,
    /** 年均: the mean over the years against the target. */
    MEAN,
    /** 每年保持: every year must satisfy the relation. */
    HOLD,
    /** 零容忍: no event at all; the first one breaks it. */
    ZERO,
    /** 里程碑: done, or not, by a date. */
    MILESTONE,
    /** 年均增速: mean growth against the target rate. */
    GROWTH;

    /**
     * True where a value is on its way from the baseline to the target; the others are held against
     * the target alone.
     */
    public boolean isJudgedOnCourse() {
        return this == STOCK || this == CUMULATIVE || this == YEARLY;
    }
}
