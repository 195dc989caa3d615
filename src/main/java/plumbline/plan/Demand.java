package plumbline.plan;

/** What a target asks of the values, taken from its relation, the direction and the baseline. */
public enum Demand {
    /** 达到: there is a way to go from the baseline to the target. */
    REACH,
    /** 守住: a floor or a cap that the baseline meets already; the relation alone decides. */
    KEEP,
    /** 保持在区间内: a range of which both sides count, because the officer says so. */
    STAY_WITHIN
}
