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

    /** @param bound the upper end (BETWEEN) or the tolerance (ABOUT); ignored by the others */
    boolean holds(BigDecimal value, BigDecimal target, BigDecimal bound) {
        int side = value.compareTo(target);
        return switch (this) {
            case AT_LEAST -> side >= 0;
            case AT_MOST -> side <= 0;
            case ABOVE -> side > 0;
            case BELOW -> side < 0;
            case EQUAL -> side == 0;
            case BETWEEN -> side >= 0 && value.compareTo(bound) <= 0;
            case ABOUT -> value.subtract(target).abs().compareTo(bound) <= 0;
        };
    }
}
