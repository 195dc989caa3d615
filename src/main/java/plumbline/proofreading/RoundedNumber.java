package plumbline.proofreading;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it stands in a cell, with what rounding may have hidden of it.
 *
 * @param halfUnit half a unit of the last digit shown; 0 for a whole number, which is a count and
 *     known exactly
 * @param decimals digits after the point as they were written, before 万 or 亿
 */
record RoundedNumber(double amount, double halfUnit, int decimals) {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?i)[〔\\[(]?(?:约|近|逾|超过|超|不足|大约|about|nearly|almost|over|more than|at least|at"
                            + " most|some|[≥≤<>=])?\\s*([-+−]?\\d+(?:\\.(\\d+))?)\\s*(万亿|万|亿)?([^\\d±~～]{0,12})");
    private static final Pattern NO_NUMBER =
            Pattern.compile("(?:19|20)\\d\\d年|\\d+[-~～至]\\d+.*|.*±.*");
    private static final double WAN = 1e4;
    private static final double YI = 1e8;

    /** Empty for words, ranges and years. */
    static Optional<RoundedNumber> parse(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .strip()
                        .replaceAll("(?<=\\d),(?=\\d{3})", "");
        Matcher m = WRITTEN.matcher(plain);
        if (NO_NUMBER.matcher(plain).matches() || !m.matches()) return Optional.empty();
        int decimals = m.group(2) == null ? 0 : m.group(2).length();
        double scale = scaleOf(m.group(3));
        boolean rounded = decimals > 0 || scale > 1;
        return Optional.of(
                new RoundedNumber(
                        Double.parseDouble(m.group(1).replace('−', '-')) * scale,
                        rounded ? scale * Math.pow(10, -decimals) / 2 : 0,
                        decimals));
    }

    private static double scaleOf(String suffix) {
        if (suffix == null) return 1;
        return switch (suffix) {
            case "万" -> WAN;
            case "亿" -> YI;
            default -> WAN * YI;
        };
    }

    /** Half a unit of the last digit shown, of whole numbers too. */
    double printedHalfUnit() {
        return halfUnit > 0 ? halfUnit : 0.5;
    }
}
