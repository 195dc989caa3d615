package plumbline.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share as it was counted: 1234 of 1300. It is kept as the raw text of its reading, so both
 * numbers stay with the figure.
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) {
    private static final Pattern TEXT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)");

    public Fraction {
        if (denominator.signum() <= 0) throw new IllegalArgumentException("nothing to divide by");
    }

    /** The fraction a reading was written as; empty where it was written as a plain number. */
    public static Optional<Fraction> fromReading(Reading reading) {
        if (!(reading instanceof Reading.Value(_, _, String raw)) || raw.indexOf('/') < 0)
            return Optional.empty();
        Matcher m = TEXT.matcher(raw);
        if (!m.matches() || new BigDecimal(m.group(2)).signum() == 0) return Optional.empty();
        return Optional.of(new Fraction(new BigDecimal(m.group(1)), new BigDecimal(m.group(2))));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(numerator.add(other.numerator), denominator.add(other.denominator));
    }

    /** The quotient in a unit: in percent, per thousand, or as it is; to twelve decimals. */
    public BigDecimal quotientInUnit(String unit) {
        int power = unit.contains("%") || unit.contains("％") ? 2 : unit.contains("‰") ? 3 : 0;
        BigDecimal quotient =
                numerator.scaleByPowerOfTen(power).divide(denominator, MathContext.DECIMAL128);
        BigDecimal rounded =
                quotient.setScale(Amounts.MOST_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** A reading that keeps both numbers. */
    public Reading toReading(String unit, boolean approximate) {
        return new Reading.Value(quotientInUnit(unit), approximate, toText());
    }

    /** As {@link #fromReading} reads it back. */
    public String toText() {
        return numerator.toPlainString() + "/" + denominator.toPlainString();
    }
}
