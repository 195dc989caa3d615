package plumbline.plan;

import java.math.BigDecimal;
import java.util.List;

/** How a value must stand to its target. */
public enum Relation {
    AT_LEAST,
    AT_MOST,
    ABOVE,
    BELOW,
    EQUAL,
    /** Between the target and its bound, both included. */
    BETWEEN,
    /** Not further from the target than its bound. */
    ABOUT;

    /**
     * True where it asks for the side that this direction calls worse: at least of what should be
     * low.
     */
    public boolean asksForWorseSide(Direction direction) {
        return turnedTowards(direction) != this;
    }

    /**
     * What it becomes where this direction is better: at least for at most, and the other way
     * round; the others stay.
     */
    Relation turnedTowards(Direction direction) {
        boolean higher = direction == Direction.HIGHER;
        return switch (this) {
            case AT_LEAST, AT_MOST -> direction.usualRelation();
            case ABOVE, BELOW -> higher ? ABOVE : BELOW;
            case EQUAL, BETWEEN, ABOUT -> this;
        };
    }

    /** True for the relations that need a second number. */
    public boolean needsBound() {
        return this == BETWEEN || this == ABOUT;
    }

    /**
     * The amounts at which good ends: the target, or both ends of a range, the lower first.
     *
     * @param bound as of {@link Milestone#bound}; ignored where there is none
     */
    public List<BigDecimal> limits(BigDecimal target, BigDecimal bound) {
        return switch (this) {
            case AT_LEAST, AT_MOST, ABOVE, BELOW, EQUAL -> List.of(target);
            case BETWEEN -> List.of(target, bound);
            case ABOUT -> List.of(target.subtract(bound), target.add(bound));
        };
    }

    /**
     * @param bound the upper end (BETWEEN) or the tolerance (ABOUT); ignored by the others
     * @param beyond on which side of the value the real one lies: 1, −1, or 0 where it is the value
     *     itself
     */
    boolean isSatisfiedBy(BigDecimal value, BigDecimal target, BigDecimal bound, int beyond) {
        int side = compareWithOpenSide(value, target, beyond);
        return switch (this) {
            case AT_LEAST -> side >= 0;
            case AT_MOST -> side <= 0;
            case ABOVE -> side > 0;
            case BELOW -> side < 0;
            case EQUAL -> side == 0;
            case BETWEEN, ABOUT ->
                    compareWithOpenSide(value, limits(target, bound).getFirst(), beyond) >= 0
                            && compareWithOpenSide(value, limits(target, bound).getLast(), beyond)
                                    <= 0;
        };
    }

    private static int compareWithOpenSide(BigDecimal value, BigDecimal than, int beyond) {
        int side = value.compareTo(than);
        return side == 0 ? beyond : side;
    }
}
