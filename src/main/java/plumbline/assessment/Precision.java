package plumbline.assessment;

import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.plan.RollUp;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How exactly a printed number is known: to half a unit of its last digit; a count of single things
 * is exact. Targets are decided, so exact.
 */
public final class Precision {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Measure words of things that are counted one by one. */
    private static final Set<String> COUNTED_UNITS =
            Set.of(
                    "个", "家", "户", "件", "项", "人", "次", "起", "批", "批次", "张", "所", "座", "台", "名", "条",
                    "份", "宗", "处", "篇", "部", "套", "辆", "只", "头", "村", "人次", "例", "门", "期", "场", "枚",
                    "支", "对", "站", "种", "类", "位", "款", "块", "间", "");

    /** Measure words of what happens, and is counted anew each year. */
    private static final Set<String> EVENT_UNITS =
            Set.of("次", "起", "场", "期", "批次", "人次", "例", "宗", "场次", "班次");

    /**
     * With more a number cannot be kept, so a half of its last digit cannot be added to it: it
     * counts as exact.
     */
    private static final int MOST_DECIMALS = 12;

    private Precision() {}

    /** The measure words, the longer ones first. */
    public static List<String> countedUnitsLongestFirst() {
        return COUNTED_UNITS.stream()
                .filter(w -> !w.isEmpty())
                .sorted(
                        Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** True for an indicator of single things. */
    public static boolean countsSingleThings(Indicator indicator) {
        return COUNTED_UNITS.contains(indicator.unit().strip());
    }

    /** True for an indicator of events, such as drills or accidents: 场, 起, 场/年. */
    static boolean isCountOfEvents(Indicator indicator) {
        String unit = indicator.unit().strip();
        return EVENT_UNITS.contains(unit) || unit.endsWith("/年");
    }

    /** Half the width of what a figure may really be. */
    public static BigDecimal ofObservation(Observation observation, Indicator indicator) {
        if (Fraction.fromReading(observation.reading()).isPresent()) return BigDecimal.ZERO;
        return observation.reading() instanceof Reading.Value(BigDecimal amount, _, _)
                ? ofAmount(amount, indicator)
                : BigDecimal.ZERO;
    }

    /**
     * Of a total what its parts make together: of a sum their sum, of a mean their mean, of counted
     * shares nothing.
     */
    public static BigDecimal ofOrigin(Origin origin, Indicator indicator) {
        return switch (origin) {
            case Origin.Reported(Observation o) -> ofObservation(o, indicator);
            case Origin.RolledUp(PartsTotal total) -> ofTotal(total, indicator);
            case Origin.Planned _, Origin.Derived _, Origin.Calendar _ -> BigDecimal.ZERO;
        };
    }

    public static BigDecimal ofTotal(PartsTotal total, Indicator indicator) {
        BigDecimal sum =
                total.addends().stream()
                        .map(a -> ofObservation(a.observation(), indicator))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.rollUp() == RollUp.MEAN
                ? sum.divide(BigDecimal.valueOf(total.addends().size()), MathContext.DECIMAL128)
                : sum;
    }

    /**
     * A number is known as it is shown: 78 of an indicator with one decimal is 78.0; 1.8万 is known
     * to a thousand.
     */
    public static BigDecimal ofAmount(BigDecimal amount, Indicator indicator) {
        int scale =
                amount.scale() < 0
                        ? amount.scale()
                        : Math.max(amount.scale(), indicator.decimals());
        boolean exact = scale >= MOST_DECIMALS || scale == 0 && countsSingleThings(indicator);
        return exact ? BigDecimal.ZERO : HALF.scaleByPowerOfTen(-scale);
    }
}
