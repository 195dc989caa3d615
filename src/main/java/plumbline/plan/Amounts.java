package plumbline.plan;

import java.math.BigDecimal;

/** The range of amounts a plan can keep: 24 digits before the point, 12 after it. */
final class Amounts {
    static final int MOST_DECIMALS = 12;
    private static final int MOST_WHOLE_DIGITS = 24;

    private Amounts() {}

    /**
     * @throws IllegalArgumentException for an amount outside the range
     */
    static BigDecimal requireInRange(BigDecimal amount) {
        boolean fits =
                amount.scale() <= MOST_DECIMALS
                        && amount.scale() >= -MOST_WHOLE_DIGITS
                        && amount.precision() - amount.scale() <= MOST_WHOLE_DIGITS;
        if (!fits) throw new IllegalArgumentException("amount out of range: " + amount);
        return amount;
    }
}
