package plumbline.assessment;

import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.RollUp;
import plumbline.plan.Source;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the parts of an indicator make together for one period: their sum, their mean, or of shares
 * Σ numerators ÷ Σ denominators. A part that is not applicable does not count; while any other has
 * no figure, there is no total.
 *
 * @param missingParts parts without a figure; for a ratio also those whose figure was not written
 *     as a fraction
 * @param leftOutParts parts to which the indicator does not apply
 * @param figure the total; as firm as its least firm part, and speaking of as many months as the
 *     shortest
 */
public record PartsTotal(
        RollUp rollUp,
        Period period,
        List<Addend> addends,
        List<Part> missingParts,
        List<Part> leftOutParts,
        Optional<Observation> figure) {
    private static final int MOST_DECIMALS = 12;

    /** A part with its figure; one with a value. */
    public record Addend(Part part, Observation observation) {
        public BigDecimal amount() {
            return observation.reading().findAmount().orElseThrow();
        }

        boolean isApproximate() {
            return observation.reading() instanceof Reading.Value(_, boolean about, _) && about;
        }
    }

    public PartsTotal {
        addends = List.copyOf(addends);
        missingParts = List.copyOf(missingParts);
        leftOutParts = List.copyOf(leftOutParts);
    }

    static PartsTotal rollUpParts(Indicator indicator, Period period) {
        List<Addend> addends = new ArrayList<>();
        List<Part> missing = new ArrayList<>();
        List<Part> leftOut = new ArrayList<>();
        for (Part part : indicator.parts()) {
            Optional<Observation> shown =
                    indicator.partAsIndicator(part).displayedObservation(period);
            if (shown.filter(o -> isUsable(o, indicator.rollUp())).isPresent())
                addends.add(new Addend(part, shown.get()));
            else if (shown.filter(PartsTotal::isNotApplicable).isPresent()) leftOut.add(part);
            else missing.add(part);
        }
        boolean enough = missing.isEmpty() || isBrokenAlready(indicator, addends);
        boolean whole = enough && !addends.isEmpty() && indicator.rollUp() != RollUp.NONE;
        return new PartsTotal(
                indicator.rollUp(),
                period,
                addends,
                missing,
                leftOut,
                whole ? totalFigure(indicator, period, addends) : Optional.empty());
    }

    /** One known event breaks what must not happen at all, whoever has not reported. */
    private static boolean isBrokenAlready(Indicator indicator, List<Addend> addends) {
        return indicator.kind() == IndicatorKind.ZERO
                && indicator.rollUp() == RollUp.SUM
                && addends.stream().anyMatch(a -> a.amount().signum() > 0);
    }

    /** True where some parts have reported, and others still owe their figure. */
    boolean isPartlyReported() {
        return !addends.isEmpty() && !missingParts.isEmpty();
    }

    /** True where the figures of the parts speak of different numbers of months. */
    boolean coversDifferentMonths() {
        return addends.stream().map(a -> a.observation().monthsCovered()).distinct().count() > 1;
    }

    private static boolean isUsable(Observation o, RollUp by) {
        return o.reading() instanceof Reading.Value
                && (by != RollUp.RATIO || Fraction.fromReading(o.reading()).isPresent());
    }

    private static boolean isNotApplicable(Observation o) {
        return o.reading() instanceof Reading.Missing(MissingReason reason, _)
                && reason == MissingReason.NOT_APPLICABLE;
    }

    private static Optional<Observation> totalFigure(
            Indicator indicator, Period period, List<Addend> addends) {
        Status status =
                addends.stream()
                        .map(a -> a.observation.status())
                        .max(Enum::compareTo)
                        .orElseThrow();
        int months =
                addends.stream().mapToInt(a -> a.observation.monthsCovered()).min().orElseThrow();
        try {
            return Optional.of(
                    new Observation(
                            period,
                            months,
                            totalReading(indicator, addends),
                            status,
                            Source.TYPED,
                            ""));
        } catch (IllegalArgumentException _) {
            // Beyond the range a plan can keep.
            return Optional.empty();
        }
    }

    private static Reading totalReading(Indicator indicator, List<Addend> addends) {
        boolean about = addends.stream().anyMatch(Addend::isApproximate);
        BigDecimal sum =
                addends.stream().map(Addend::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (indicator.rollUp()) {
            case RATIO -> sumOfFractions(addends).toReading(indicator.unit(), about);
            case MEAN -> meanReading(sum, addends.size(), about);
            case SUM, NONE -> new Reading.Value(sum, about, "");
        };
    }

    /** Keeps sum and number as its raw text, so that it is shown like any quotient. */
    private static Reading meanReading(BigDecimal sum, int number, boolean about) {
        BigDecimal mean =
                sum.divide(BigDecimal.valueOf(number), MathContext.DECIMAL128)
                        .setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return new Reading.Value(
                mean.scale() < 0 ? mean.setScale(0) : mean,
                about,
                sum.toPlainString() + "/" + number);
    }

    private static Fraction sumOfFractions(List<Addend> addends) {
        return addends.stream()
                .map(a -> Fraction.fromReading(a.observation.reading()).orElseThrow())
                .reduce(Fraction::plus)
                .orElseThrow();
    }

    /** Σ numerators and Σ denominators; of a ratio whose parts are all there. */
    public Optional<Fraction> fraction() {
        return rollUp == RollUp.RATIO && figure.isPresent()
                ? Optional.of(sumOfFractions(addends))
                : Optional.empty();
    }

    public Optional<BigDecimal> amount() {
        return figure.flatMap(f -> f.reading().findAmount());
    }

    public boolean isApproximate() {
        return addends.stream().anyMatch(Addend::isApproximate);
    }
}
