package plumbline.plan;

/** How the parts of an indicator make up the whole. */
public enum RollUp {
    NONE,
    SUM,
    MEAN,
    RATIO
}
