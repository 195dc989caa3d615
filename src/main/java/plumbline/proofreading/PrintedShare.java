package plumbline.proofreading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share as it was printed, as a fraction; its scale tells with how many decimals. */
record PrintedShare(BigDecimal fraction) {

    /** Rounded half up, or half to even as GB/T 8170 has it. */
    boolean is(BigDecimal exact) {
        return same(exact, RoundingMode.HALF_UP) || same(exact, RoundingMode.HALF_EVEN);
    }

    boolean isTruncated(BigDecimal exact) {
        return same(exact, RoundingMode.DOWN);
    }

    private boolean same(BigDecimal exact, RoundingMode rounding) {
        return exact.setScale(Math.max(fraction.scale(), 0), rounding).compareTo(fraction) == 0;
    }

    PrintedShare times(int powerOfTen) {
        return new PrintedShare(fraction.scaleByPowerOfTen(powerOfTen));
    }
}
