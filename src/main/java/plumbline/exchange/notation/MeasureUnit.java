package plumbline.exchange.notation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A unit as it is written, told by what it counts and how many of it: 万户 is ten thousand 户.
 *
 * @param factor how many of the base one of it is
 * @param base what is counted: 户, 元, %
 */
public record MeasureUnit(BigDecimal factor, String base) {
    /** Other names of a unit, and units that are a whole number of a smaller one. */
    private static final Map<String, MeasureUnit> KNOWN =
            Map.ofEntries(
                    same("元人民币", "元"),
                    same("人民币元", "元"),
                    same("人民币", "元"),
                    same("百分比", "%"),
                    same("百分之", "%"),
                    times("吨", 1000, "千克"),
                    same("公斤", "千克"),
                    same("kg", "千克"),
                    same("t", "吨"),
                    times("公里", 1000, "米"),
                    times("千米", 1000, "米"),
                    times("km", 1000, "米"),
                    times("平方公里", 100, "公顷"),
                    times("平方千米", 100, "公顷"),
                    times("km2", 100, "公顷"),
                    times("千元", 1000, "元"),
                    times("千人", 1000, "人"),
                    times("%", 10, "‰"),
                    times("度", 1, "千瓦时"),
                    same("kwh", "千瓦时"));

    /** What counts whole things; 个 may stand for any of these. */
    private static final Set<String> COUNTED =
            Set.of("个", "家", "户", "项", "件", "所", "座", "处", "条", "张", "名");

    private static Map.Entry<String, MeasureUnit> same(String name, String base) {
        return times(name, 1, base);
    }

    private static Map.Entry<String, MeasureUnit> times(String name, int factor, String base) {
        return Map.entry(name, new MeasureUnit(BigDecimal.valueOf(factor), base));
    }

    public static MeasureUnit of(String written) {
        String text =
                Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\u200b()]+", "")
                        .toLowerCase(java.util.Locale.ROOT);
        UnitScale many = UnitScale.of(text);
        return known(many.base()).times(BigDecimal.ONE.scaleByPowerOfTen(many.power()));
    }

    private static MeasureUnit known(String name) {
        MeasureUnit found = KNOWN.get(name);
        if (found == null) return new MeasureUnit(BigDecimal.ONE, name);
        return found.base.equals("吨") ? known("吨") : found;
    }

    private MeasureUnit times(BigDecimal many) {
        return new MeasureUnit(factor.multiply(many), base);
    }

    /**
     * True where the same is counted by another word: 220 个 for 220 家. Two words that each count
     * their own are not alike.
     */
    public boolean calledOtherwise(MeasureUnit other) {
        return !base.equals(other.base) && alike(base, other.base);
    }

    private static boolean alike(String one, String other) {
        return one.equals(other)
                || (one.equals("个") || other.equals("个"))
                        && COUNTED.contains(one)
                        && COUNTED.contains(other);
    }

    /**
     * What a number in this unit is multiplied by to stand in the other; empty if they count
     * different things or it would not come out even.
     */
    public Optional<BigDecimal> to(MeasureUnit wanted) {
        if (!alike(base, wanted.base)) return Optional.empty();
        try {
            BigDecimal even = factor.divide(wanted.factor).stripTrailingZeros();
            return Optional.of(
                    even.scale() < 0 ? even.setScale(0, RoundingMode.UNNECESSARY) : even);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
