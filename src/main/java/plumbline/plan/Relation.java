package plumbline.plan;

import java.math.BigDecimal;

/** How a value must stand to its target. */
public enum Relation {
    AT_LEAST, AT_MOST, ABOVE, BELOW, EQUAL,
    /** Between the target and its bound, both included. */
    BETWEEN,
    /** Not further from the target than its bound. */
    ABOUT;

    /** True for the relations that need a second number. */
    public boolean bounded() {
        return this == BETWEEN || this == ABOUT;
    }

    /**
     * @param bound  the upper end (BETWEEN) or the tolerance (ABOUT); ignored by the others
     * @param beyond on which side of the value the real one lies: 1, −1, or 0 where it is the value itself
     */
    boolean holds(BigDecimal value, BigDecimal target, BigDecimal bound, int beyond) {
        int side = side(value, target, beyond);
        return switch (this) {
            case AT_LEAST -> side >= 0;
            case AT_MOST -> side <= 0;
            case ABOVE -> side > 0;
            case BELOW -> side < 0;
            case EQUAL -> side == 0;
            case BETWEEN -> side >= 0 && side(value, bound, beyond) <= 0;
            case ABOUT -> side(value, target.subtract(bound), beyond) >= 0 && side(value, target.add(bound), beyond) <= 0;
        };
    }

    private static int side(BigDecimal value, BigDecimal than, int beyond) {
        int side = value.compareTo(than);
        return side == 0 ? beyond : side;
    }
}
