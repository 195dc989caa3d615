package plumbline.plan;

/** Which way is better. */
public enum Direction {
    HIGHER,
    LOWER;

    /** How a target that goes this way is read where nothing else was said. */
    public Relation usualRelation() {
        return this == HIGHER ? Relation.AT_LEAST : Relation.AT_MOST;
    }
}
