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
                    sameUnit("元人民币", "元"),
                    sameUnit("人民币元", "元"),
                    sameUnit("人民币", "元"),
                    sameUnit("百分比", "%"),
                    sameUnit("百分之", "%"),
                    multipleUnit("吨", 1000, "千克"),
                    sameUnit("公斤", "千克"),
                    sameUnit("kg", "千克"),
                    sameUnit("t", "吨"),
                    multipleUnit("公里", 1000, "米"),
                    multipleUnit("千米", 1000, "米"),
                    multipleUnit("km", 1000, "米"),
                    multipleUnit("平方公里", 100, "公顷"),
                    multipleUnit("平方千米", 100, "公顷"),
                    multipleUnit("km2", 100, "公顷"),
                    multipleUnit("千元", 1000, "元"),
                    multipleUnit("千人", 1000, "人"),
                    multipleUnit("%", 10, "‰"),
                    multipleUnit("度", 1, "千瓦时"),
                    sameUnit("kwh", "千瓦时"));

    /** What counts whole things; 个 may stand for any of these. */
    private static final Set<String> COUNTED =
            Set.of("个", "家", "户", "项", "件", "所", "座", "处", "条", "张", "名");

    private static Map.Entry<String, MeasureUnit> sameUnit(String name, String base) {
        return multipleUnit(name, 1, base);
    }

    private static Map.Entry<String, MeasureUnit> multipleUnit(
            String name, int factor, String base) {
        return Map.entry(name, new MeasureUnit(BigDecimal.valueOf(factor), base));
    }

    public static MeasureUnit parseUnit(String written) {
        String text =
                Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\u200b()]+", "")
                        .toLowerCase(java.util.Locale.ROOT);
        UnitScale many = UnitScale.scaleOfUnit(text);
        return unitByName(many.base()).multipliedBy(BigDecimal.ONE.scaleByPowerOfTen(many.power()));
    }

    private static MeasureUnit unitByName(String name) {
        MeasureUnit found = KNOWN.get(name);
        if (found == null) return new MeasureUnit(BigDecimal.ONE, name);
        return found.base.equals("吨") ? unitByName("吨") : found;
    }

    private MeasureUnit multipliedBy(BigDecimal many) {
        return new MeasureUnit(factor.multiply(many), base);
    }

    /**
     * True where the same is counted by another word: 220 个 for 220 家. Two words that each count
     * their own are not alike.
     */
    public boolean isAliasOf(MeasureUnit other) {
        return !base.equals(other.base) && countSameThing(base, other.base);
    }

    private static boolean countSameThing(String one, String other) {
        return one.equals(other)
                || (one.equals("个") || other.equals("个"))
                        && COUNTED.contains(one)
                        && COUNTED.contains(other);
    }

    /**
     * What a number in this unit is multiplied by to stand in the other; empty if they count
     * different things or it would not come out even.
     */
    public Optional<BigDecimal> findFactorTo(MeasureUnit wanted) {
        if (!countSameThing(base, wanted.base)) return Optional.empty();
        try {
            BigDecimal even = factor.divide(wanted.factor).stripTrailingZeros();
            return Optional.of(
                    even.scale() < 0 ? even.setScale(0, RoundingMode.UNNECESSARY) : even);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
