package plumbline.report.text;

import plumbline.plan.Indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a number stands in a text, as it is or rounded: 273104 also in 27.31万. */
final class NumberInText {
    /** Neither the year of a date nor a day. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*(万亿|万|亿)?(?!\\s*[年月日号])");

    private static final Map<String, Integer> POWERS = Map.of("万", 4, "亿", 8, "万亿", 12);

    /** With fewer digits a number is found everywhere. */
    private static final int TELLING = 3;

    private NumberInText() {}

    /** True of a number that hardly stands at another place by chance. */
    static boolean isTelling(BigDecimal amount) {
        return amount.stripTrailingZeros().precision() >= TELLING;
    }

    /**
     * A short number counts only where the text names the indicator, or the indicator's unit stands
     * after it.
     */
    static boolean isInText(String text, BigDecimal amount, Indicator line) {
        Matcher numbers = NUMBER.matcher(text);
        return numbers.results()
                .anyMatch(
                        m ->
                                possibleAmounts(amount, line).stream()
                                                .anyMatch(a -> isWrittenAmount(m, a))
                                        && isMeant(text, m, amount, line));
    }

    /** In the indicator's unit, and of 万户 also in 户. */
    private static List<BigDecimal> possibleAmounts(BigDecimal amount, Indicator line) {
        int power = line.unit().isEmpty() ? 0 : POWERS.getOrDefault(line.unit().substring(0, 1), 0);
        return power == 0
                ? List.of(amount.abs())
                : List.of(amount.abs(), amount.abs().scaleByPowerOfTen(power));
    }

    private static boolean isWrittenAmount(MatchResult m, BigDecimal amount) {
        BigDecimal written =
                new BigDecimal(m.group(1).replace(",", ""))
                        .scaleByPowerOfTen(m.group(2) == null ? 0 : POWERS.get(m.group(2)));
        if (written.compareTo(amount) == 0) return true;
        boolean coarser = written.scale() < amount.scale() && written.precision() >= TELLING;
        return coarser
                && amount.setScale(written.scale(), RoundingMode.HALF_UP).compareTo(written) == 0;
    }

    private static boolean isMeant(String text, MatchResult m, BigDecimal amount, Indicator line) {
        boolean unit = !line.unit().isEmpty() && text.startsWith(line.unit(), m.end());
        return isTelling(amount) || unit || text.contains(line.name());
    }
}
