package plumbline.assessment;

import java.math.BigDecimal;

/**
 * Where a result may really lie, given how exactly the numbers put in are known; both ends
 * included.
 */
public record Interval(BigDecimal low, BigDecimal high) {
    public Interval {
        if (high.compareTo(low) < 0)
            throw new IllegalArgumentException("an interval ends before it begins");
    }

    Interval extendedTo(BigDecimal other) {
        return new Interval(low.min(other), high.max(other));
    }

    public boolean isSinglePoint() {
        return low.compareTo(high) == 0;
    }
}
