package plumbline.plan;

/** 进度评价: the five classes from best to worst. A rule may use fewer, and name them its own way. */
public enum Verdict {
    AHEAD,
    FASTER,
    ON_COURSE,
    NEARLY,
    BEHIND
}
