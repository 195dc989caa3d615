package plumbline.proofreading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share as it was printed, as a fraction; its scale tells with how many decimals. */
record PrintedShare(BigDecimal fraction) {

    /** Rounded half up, or half to even as GB/T 8170 has it. */
    boolean isRoundedFrom(BigDecimal exact) {
        return equalsRounded(exact, RoundingMode.HALF_UP)
                || equalsRounded(exact, RoundingMode.HALF_EVEN);
    }

    boolean isTruncatedFrom(BigDecimal exact) {
        return equalsRounded(exact, RoundingMode.DOWN);
    }

    private boolean equalsRounded(BigDecimal exact, RoundingMode rounding) {
        return exact.setScale(Math.max(fraction.scale(), 0), rounding).compareTo(fraction) == 0;
    }

    PrintedShare timesPowerOfTen(int powerOfTen) {
        return new PrintedShare(fraction.scaleByPowerOfTen(powerOfTen));
    }
}
