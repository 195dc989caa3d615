package plumbline.exchange.notation;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many of something a unit counts at once, and of what: 万人, 10,000 people, million dollars,
 * thousands of tonnes.
 *
 * @param power of ten: 4 of 万
 * @param base what is counted, without blanks; empty where the multiple stands alone
 */
record UnitScale(int power, String base) {
    private static final Map<String, Integer> CHINESE =
            Map.of(
                    "万亿", 12, "千亿", 11, "百亿", 10, "十亿", 9, "亿", 8, "千万", 7, "百万", 6, "十万", 5, "万",
                    4);
    private static final Map<String, Integer> ENGLISH =
            Map.of(
                    "trillion",
                    12,
                    "billion",
                    9,
                    "hundredmillion",
                    8,
                    "tenmillion",
                    7,
                    "million",
                    6,
                    "hundredthousand",
                    5,
                    "tenthousand",
                    4,
                    "thousand",
                    3);

    /** 1,000 and more: 100 m is a length, and 10 kV a voltage. */
    private static final Pattern DIGITS = Pattern.compile("(10{0,2})((?:,?000)+)(?![\\d,.])(.*)");

    private static final Pattern TENS =
            Pattern.compile("(10{1,2})((?:million|billion|thousand).*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HAN = Pattern.compile("(" + longestFirst(CHINESE) + ")(.*)");
    private static final Pattern WORD =
            Pattern.compile(
                    "(" + longestFirst(ENGLISH) + ")(?:sof|s$)?(.*)", Pattern.CASE_INSENSITIVE);

    private static String longestFirst(Map<String, Integer> words) {
        return words.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .collect(Collectors.joining("|"));
    }

    /**
     * @param unit without blanks, in half-width letters
     */
    static UnitScale scaleOfUnit(String unit) {
        Matcher han = HAN.matcher(unit);
        if (han.matches()) return new UnitScale(CHINESE.get(han.group(1)), han.group(2));
        Matcher tens = TENS.matcher(unit);
        if (tens.matches())
            return scaleOfUnit(tens.group(2)).multipliedByTens(tens.group(1).length() - 1);
        Matcher word = WORD.matcher(unit);
        if (word.matches())
            return new UnitScale(
                    ENGLISH.get(word.group(1).toLowerCase(Locale.ROOT)), word.group(2));
        Matcher digits = DIGITS.matcher(unit);
        return digits.matches()
                ? new UnitScale(
                        digits.group(1).length() - 1 + digits.group(2).replace(",", "").length(),
                        digits.group(3))
                : new UnitScale(0, unit);
    }

    private UnitScale multipliedByTens(int tens) {
        return new UnitScale(power + tens, base);
    }
}
