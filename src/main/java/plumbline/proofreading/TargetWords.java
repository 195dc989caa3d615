package plumbline.proofreading;

import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a target that is met or missed, and targets as they are written. */
final class TargetWords {
    private static final Pattern MET =
            Pattern.compile("(?i)是|达标|达到|已达到|完成|已完成|实现|已实现|合格|符合|在区间|在目标区间|yes|met|achieved|✓|√");
    private static final Pattern MISSED =
            Pattern.compile(
                    "(?i)否|未达标|不达标|未达到|未完成|未实现|不合格|不符合|不在区间|no|not met|missed|not achieved|✗|×");
    private static final Pattern TARGET_HEAD =
            Pattern.compile(
                    "(?i)(?!.*(完成|率|差距|距|增量|%|progress|attainment|gap)).*(目标|控制|要求|限值|标准值|计划数|target|limit|ceiling|floor).*");
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "%?\\s*(?:[-~～—–至]|to)\\s*" + NUMBER + "[^\\d]*");
    private static final Pattern AROUND =
            Pattern.compile(NUMBER + "\\s*±\\s*" + NUMBER + "[^\\d]*");
    private static final Pattern BOUND =
            Pattern.compile(
                    "(?i)(≥|>=|≤|<=|>|<|=|不低于|不少于|不高于|不超过|高于|低于|at least|at most|below|above)?\\s*"
                            + NUMBER
                            + "[^\\d±~～]*");
    private static final double HAIR = 1e-7;

    private TargetWords() {}

    static boolean areAllKnown(Set<String> words) {
        return words.stream()
                .allMatch(w -> MET.matcher(w).matches() || MISSED.matcher(w).matches());
    }

    static boolean saysMet(String word) {
        return MET.matcher(word).matches();
    }

    static Optional<String> wordFor(boolean met, Set<String> words) {
        return words.stream()
                .filter(w -> saysMet(w) == met)
                .findFirst()
                .or(() -> words.stream().findFirst().map(TargetWords::opposite));
    }

    private static String opposite(String word) {
        if (!saysMet(word)) return word.replaceFirst("(?i)^(未|不|not )", "");
        return word.matches(".*\\p{IsHan}.*") ? "未" + word : "not " + word;
    }

    static boolean isTarget(PrintedColumn column) {
        return column.role() == PlainColumn.TARGET
                || column.role() == PlainColumn.MID_TERM
                || column.role() instanceof PrintedColumnRole.YearlyTargetColumn
                || TARGET_HEAD.matcher(column.heading()).matches();
    }

    /**
     * @param target as it is written: a bound, a range, or a number alone, which is to be reached;
     *     zero is not to be passed
     * @return nothing where it is no number
     */
    static Optional<Boolean> isMet(String target, double value, boolean isDownwards) {
        String plain =
                Normalizer.normalize(target, Normalizer.Form.NFKC)
                        .strip()
                        .replaceAll("(?<=\\d),(?=\\d{3})", "");
        Matcher range = RANGE.matcher(plain);
        if (range.matches())
            return Optional.of(isWithin(value, number(range, 1), number(range, 2)));
        Matcher around = AROUND.matcher(plain);
        if (around.matches())
            return Optional.of(
                    isWithin(
                            value,
                            number(around, 1) - number(around, 2),
                            number(around, 1) + number(around, 2)));
        Matcher bound = BOUND.matcher(plain);
        if (!bound.matches()) return Optional.empty();
        double limit = number(bound, 2);
        String sign = Optional.ofNullable(bound.group(1)).orElse("");
        return Optional.of(
                switch (sign.toLowerCase(Locale.ROOT)) {
                    case "≤", "<=", "不高于", "不超过", "at most" -> value <= limit + HAIR;
                    case ">", "高于", "above" -> value > limit + HAIR;
                    case "<", "低于", "below" -> value < limit - HAIR;
                    case "=" -> Math.abs(value - limit) < HAIR;
                    case "" ->
                            isDownwards || limit == 0
                                    ? value <= limit + HAIR
                                    : value >= limit - HAIR;
                    default -> value >= limit - HAIR;
                });
    }

    private static boolean isWithin(double value, double low, double high) {
        return value >= low - HAIR && value <= high + HAIR;
    }

    private static double number(Matcher m, int group) {
        return Double.parseDouble(m.group(group));
    }
}
