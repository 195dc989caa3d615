package plumbline.plan;

import java.math.BigDecimal;

/** The range of amounts a plan can keep: 24 digits before the point, 12 after it. */
final class Amounts {
    static final int MOST_DECIMALS = 12;
    private static final int MOST_WHOLE_DIGITS = 24;

    /** What a file may say, before a plan keeps it. */
    private static final int MOST_DECIMALS_READ = 30;

    private Amounts() {}

    /**
     * @throws IllegalArgumentException for an amount that no file says
     */
    static BigDecimal requireReadable(BigDecimal amount) {
        boolean fits =
                amount.scale() <= MOST_DECIMALS_READ
                        && amount.scale() >= -MOST_WHOLE_DIGITS
                        && amount.precision() - amount.scale() <= MOST_WHOLE_DIGITS;
        if (!fits) throw new IllegalArgumentException("amount out of range: " + amount);
        return amount;
    }

    /**
     * @throws IllegalArgumentException for an amount outside the range
     */
    static BigDecimal requireInRange(BigDecimal amount) {
        if (!isInRange(amount))
            throw new IllegalArgumentException("amount out of range: " + amount);
        return amount;
    }

    static boolean isInRange(BigDecimal amount) {
        return amount.scale() <= MOST_DECIMALS
                && amount.scale() >= -MOST_WHOLE_DIGITS
                && amount.precision() - amount.scale() <= MOST_WHOLE_DIGITS;
    }
}
