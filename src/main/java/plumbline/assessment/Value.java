package plumbline.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Reporting;

/**
 * A: the value that is judged, as the kind of the indicator has it.
 *
 * @param derived   how it was computed, where it does not stand in the series as it is
 * @param reached   what has really been reached: unlike {@code amount}, never a part of a year taken for the whole
 * @param spread    half the width of what A may really be
 * @param dueDay    the day whose height on the course A is compared with
 */
record Value(BigDecimal amount, Origin origin, Optional<Figure> derived, BigDecimal reached, BigDecimal spread, LocalDate dueDay, List<Remark> remarks) {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int GROWTH_DECIMALS = 10;

    /** Either the value, or the figure that could not be computed with its reason. */
    record Found(Optional<Value> value, Optional<Figure> missing) { }

    static Found of(Plan plan, Indicator indicator, Reported reported, Observation latest) {
        return switch (indicator.kind()) {
            case STOCK, HOLD, MILESTONE -> found(plain(indicator, reported, latest));
            case CUMULATIVE -> indicator.reporting() == Reporting.TO_DATE ? found(plain(indicator, reported, latest))
                    : computed(RunningTotal.upTo(latest, reported.figures(), plan.courseOf(indicator), YearMonth.of(plan.firstYear(), 1)), reported, latest);
            case YEARLY -> indicator.share() ? found(plain(indicator, reported, latest).on(yearEnd(latest))) : year(indicator, reported, latest);
            case MEAN -> computed(mean(reported), reported, latest);
            case ZERO -> computed(events(reported), reported, latest);
            case GROWTH -> computed(indicator.share() ? meanRate(reported) : meanGrowth(indicator, reported, latest), reported, latest);
        };
    }

    private static Found found(Value value) {
        return new Found(Optional.of(value), Optional.empty());
    }

    private static Value plain(Indicator indicator, Reported reported, Observation latest) {
        BigDecimal amount = latest.reading().value().orElseThrow();
        Origin origin = reported.origin(latest);
        return new Value(amount, origin, Optional.empty(), amount, Precision.of(origin, indicator), latest.asOf(), List.of());
    }

    private static Found computed(Figure figure, Reported reported, Observation latest) {
        if (!(figure instanceof Figure.Known plain)) return new Found(Optional.empty(), Optional.of(figure));
        Figure.Known known = new Figure.Known(plain.formula(), plain.value(), plain.inputs().stream().map(i -> traced(i, reported)).toList());
        return found(new Value(known.value(), new Origin.Derived(known.formula()), Optional.of(known), known.value(), spread(known, reported.series().indicator()),
                latest.asOf(), List.of()));
    }

    /** A figure that was put in is traced back to the parts it was made of. */
    private static Input traced(Input input, Reported reported) {
        return input.origin() instanceof Origin.Reported(Observation o) ? new Input(input.symbol(), input.amount(), reported.origin(o)) : input;
    }

    /** Of a sum the sum of its parts, of a mean their mean; growth hardly moves with the last digit. */
    private static BigDecimal spread(Figure.Known known, Indicator indicator) {
        BigDecimal sum = known.inputs().stream().map(i -> Precision.of(i.origin(), indicator)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (known.formula()) {
            case MEAN_OF_YEARS -> divide(sum, BigDecimal.valueOf(known.inputs().size()));
            case MEAN_GROWTH, MEAN_RATE -> BigDecimal.ZERO;
            default -> sum;
        };
    }

    private Value on(LocalDate day) {
        return new Value(amount, origin, derived, reached, spread, day, remarks);
    }

    private static LocalDate yearEnd(Observation latest) {
        return LocalDate.of(latest.asOf().getYear(), 12, 31);
    }

    /** The year so far; a part of it is taken for the whole in proportion to the months covered. */
    private static Found year(Indicator indicator, Reported reported, Observation latest) {
        boolean sums = indicator.reporting() == Reporting.PER_PERIOD && latest.months() < 12;
        Found soFar = sums ? computed(soFar(reported, latest), reported, latest) : found(plain(indicator, reported, latest));
        if (soFar.value.isEmpty()) return soFar;
        Value year = soFar.value.get();
        int months = latest.asOf().getMonthValue();
        if (months == 12 || latest.months() > 12) return found(year.on(yearEnd(latest)));
        Input covered = new Input(Symbol.MONTHS_COVERED, BigDecimal.valueOf(months), new Origin.Calendar());
        BigDecimal whole = divide(year.amount.multiply(MONTHS_PER_YEAR), BigDecimal.valueOf(months));
        Figure figure = new Figure.Known(Formula.YEAR_EQUIVALENT, whole, List.of(new Input(Symbol.VALUE, year.amount, year.origin), covered));
        BigDecimal spread = divide(year.spread.multiply(MONTHS_PER_YEAR), BigDecimal.valueOf(months));
        return found(new Value(whole, new Origin.Derived(Formula.YEAR_EQUIVALENT), Optional.of(figure), year.amount, spread, yearEnd(latest), List.of(Remark.PART_OF_YEAR)));
    }

    private static Figure soFar(Reported reported, Observation latest) {
        return RunningTotal.between(YearMonth.of(latest.asOf().getYear(), 1), latest, reported.figures());
    }

    private static Figure mean(Reported reported) {
        List<Input> years = addends(reported.wholeYears());
        if (years.isEmpty()) return new Figure.Unknown(Formula.MEAN_OF_YEARS, Reason.of(Cause.NO_WHOLE_YEAR));
        return new Figure.Known(Formula.MEAN_OF_YEARS, divide(sum(years), BigDecimal.valueOf(years.size())), years);
    }

    private static Figure events(Reported reported) {
        List<Input> years = addends(reported.byYear());
        return new Figure.Known(Formula.EVENTS, sum(years), years);
    }

    private static Figure meanRate(Reported reported) {
        List<Input> years = addends(reported.wholeYears());
        if (years.isEmpty()) return new Figure.Unknown(Formula.MEAN_RATE, Reason.of(Cause.NO_WHOLE_YEAR));
        BigDecimal product = years.stream().map(i -> BigDecimal.ONE.add(i.amount().movePointLeft(2))).reduce(BigDecimal.ONE, BigDecimal::multiply);
        if (product.signum() <= 0) return new Figure.Unknown(Formula.MEAN_RATE, Reason.of(Cause.NOT_POSITIVE));
        return new Figure.Known(Formula.MEAN_RATE, percent(root(product, years.size())), years);
    }

    private static Figure meanGrowth(Indicator indicator, Reported reported, Observation latest) {
        Optional<Milestone> baseline = indicator.course().baseline();
        if (baseline.isEmpty()) return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NO_BASELINE));
        BigDecimal from = baseline.get().amount();
        BigDecimal to = latest.reading().value().orElseThrow();
        if (from.signum() <= 0 || to.signum() <= 0) return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NOT_POSITIVE));
        BigDecimal years = divide(BigDecimal.valueOf(Course.months(baseline.get().on(), latest.asOf())), MONTHS_PER_YEAR);
        if (years.signum() <= 0) return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NOTHING_DUE_YET));
        List<Input> inputs = List.of(new Input(Symbol.VALUE, to, reported.origin(latest)),
                new Input(Symbol.BASELINE, from, new Origin.Planned(baseline.get())), new Input(Symbol.YEARS, years, new Origin.Calendar()));
        return new Figure.Known(Formula.MEAN_GROWTH, percent(root(divide(to, from), years.doubleValue())), inputs);
    }

    /** The n-th root, to ten decimals. */
    static BigDecimal root(BigDecimal of, double n) {
        return BigDecimal.valueOf(Math.pow(of.doubleValue(), 1 / n)).setScale(GROWTH_DECIMALS + 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(BigDecimal factor) {
        return factor.subtract(BigDecimal.ONE).multiply(HUNDRED).setScale(GROWTH_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<Input> addends(List<Observation> observations) {
        List<Input> inputs = new ArrayList<>();
        for (Observation o : observations) inputs.add(new Input(Symbol.ADDEND, o.reading().value().orElseThrow(), new Origin.Reported(o)));
        return inputs;
    }

    private static BigDecimal sum(List<Input> inputs) {
        return inputs.stream().map(Input::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }
}
