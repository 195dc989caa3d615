package plumbline.assessment;

import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A: the value that is judged, as the kind of the indicator has it.
 *
 * @param beyond on which side of the amount it was written to lie; see {@link Reading.Value#beyond}
 * @param derived how it was computed, where it does not stand in the series as it is
 * @param reached what has really been reached: unlike {@code amount}, never a part of a year taken
 *     for the whole
 * @param spread half the width of what A may really be
 * @param from the figures it is made of, in time
 * @param dueDay the day whose height on the course A is compared with
 */
record JudgedValue(
        BigDecimal amount,
        int beyond,
        Origin origin,
        Optional<Figure> derived,
        BigDecimal reached,
        BigDecimal spread,
        List<Observation> from,
        LocalDate dueDay,
        List<Remark> remarks) {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int GROWTH_DECIMALS = 10;

    /** Either the value, or the figure that could not be computed with its reason. */
    record Found(Optional<JudgedValue> value, Optional<Figure> missing) {
        /** Why there is no value. */
        Reason reason() {
            return ((Figure.Unknown) missing.orElseThrow()).reason();
        }
    }

    /**
     * @param latest up to which of the figures
     */
    static Found of(Years years, Observation latest) {
        Plan plan = years.plan();
        Reported reported = years.reported();
        Indicator indicator = reported.series().indicator();
        return switch (indicator.kind()) {
            case STOCK, MILESTONE -> found(plain(indicator, reported, latest));
            case HOLD ->
                    years.countsAnew()
                            ? year(indicator, reported, latest)
                            : found(plain(indicator, reported, latest));
            case CUMULATIVE ->
                    indicator.reporting() == Reporting.TO_DATE
                            ? found(plain(indicator, reported, latest))
                            : computed(
                                    RunningTotal.upTo(
                                            latest,
                                            reported.figures(),
                                            plan.courseOf(indicator),
                                            YearMonth.of(plan.firstYear(), 1)),
                                    reported);
            case YEARLY -> year(indicator, reported, latest);
            case MEAN -> computed(mean(years), reported);
            case ZERO -> computed(events(years), reported);
            case GROWTH ->
                    computed(
                            indicator.share() ? meanRate(years) : meanGrowth(indicator, years),
                            reported);
        };
    }

    private static Found found(JudgedValue value) {
        return new Found(Optional.of(value), Optional.empty());
    }

    private static JudgedValue plain(Indicator indicator, Reported reported, Observation latest) {
        Reading.Value reading = (Reading.Value) latest.reading();
        Origin origin = reported.origin(latest);
        return new JudgedValue(
                reading.amount(),
                reading.beyond(),
                origin,
                Optional.empty(),
                reading.amount(),
                Precision.of(origin, indicator),
                List.of(latest),
                latest.asOf(),
                List.of());
    }

    private static Found computed(Figure figure, Reported reported) {
        if (!(figure instanceof Figure.Known plain))
            return new Found(Optional.empty(), Optional.of(figure));
        List<Observation> from =
                plain.inputs().stream()
                        .flatMap(i -> reported(i).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Observation::asOfMonth))
                        .toList();
        Figure.Known known =
                new Figure.Known(
                        plain.formula(),
                        plain.value(),
                        plain.inputs().stream().map(i -> traced(i, reported)).toList());
        return found(
                new JudgedValue(
                        known.value(),
                        0,
                        new Origin.Derived(known.formula()),
                        Optional.of(known),
                        known.value(),
                        spread(known, reported.series().indicator()),
                        from,
                        from.getLast().asOf(),
                        List.of()));
    }

    private static Optional<Observation> reported(Input input) {
        return input.origin() instanceof Origin.Reported(Observation o)
                ? Optional.of(o)
                : Optional.empty();
    }

    /** A figure that was put in is traced back to the parts it was made of. */
    private static Input traced(Input input, Reported reported) {
        return reported(input)
                .map(o -> new Input(input.symbol(), input.amount(), reported.origin(o)))
                .orElse(input);
    }

    /**
     * Of a sum the sum of its parts, of a mean their mean, of growth what the extremes of its
     * inputs make.
     */
    private static BigDecimal spread(Figure.Known known, Indicator indicator) {
        BigDecimal sum =
                known.inputs().stream()
                        .map(i -> Precision.of(i.origin(), indicator))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (known.formula()) {
            case MEAN_OF_YEARS -> divide(sum, known.inputs().getLast().amount());
            case MEAN_GROWTH ->
                    reach(known, growth(known, indicator, -1), growth(known, indicator, 1));
            case MEAN_RATE -> reach(known, rate(known, indicator, -1), rate(known, indicator, 1));
            default -> sum;
        };
    }

    private static BigDecimal reach(Figure.Known known, BigDecimal low, BigDecimal high) {
        return known.value().subtract(low).abs().max(high.subtract(known.value()).abs());
    }

    /**
     * @param side 1 with what was reported at its most and the baseline at its least, −1 the other
     *     way round
     */
    private static BigDecimal growth(Figure.Known known, Indicator indicator, int side) {
        BigDecimal way = BigDecimal.valueOf(side);
        BigDecimal to = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ONE;
        for (Input input : known.inputs()) {
            if (input.symbol() == Symbol.BASELINE)
                from =
                        input.amount()
                                .subtract(Precision.of(input.amount(), indicator).multiply(way));
            else if (input.symbol() != Symbol.YEARS)
                to =
                        to.add(input.amount())
                                .add(Precision.of(input.origin(), indicator).multiply(way));
        }
        boolean positive = from.signum() > 0 && to.signum() > 0;
        return positive
                ? percent(root(divide(to, from), known.inputs().getLast().amount().doubleValue()))
                : known.value();
    }

    private static BigDecimal rate(Figure.Known known, Indicator indicator, int side) {
        BigDecimal product = BigDecimal.ONE;
        for (Input input : known.inputs()) {
            BigDecimal rate =
                    input.amount()
                            .add(
                                    Precision.of(input.origin(), indicator)
                                            .multiply(BigDecimal.valueOf(side)));
            product = product.multiply(BigDecimal.ONE.add(rate.movePointLeft(2)));
        }
        return product.signum() > 0 ? percent(root(product, known.inputs().size())) : known.value();
    }

    /** The last of the figures it is made of. */
    Observation judged() {
        return from.getLast();
    }

    /** False of a part of a year that was taken for the whole: it reaches no target yet. */
    boolean isWhole() {
        return !remarks.contains(Remark.PART_OF_YEAR);
    }

    /** The same, if the amount really were another. */
    JudgedValue moved(BigDecimal to) {
        return new JudgedValue(
                to,
                beyond,
                origin,
                derived,
                reached.add(to.subtract(amount)),
                spread,
                from,
                dueDay,
                remarks);
    }

    private JudgedValue on(LocalDate day) {
        return new JudgedValue(
                amount, beyond, origin, derived, reached, spread, from, day, remarks);
    }

    private static LocalDate yearEnd(Observation latest) {
        return LocalDate.of(latest.asOf().getYear(), 12, 31);
    }

    /**
     * The year so far; of a count a part of it is taken for the whole in proportion to the months
     * covered.
     */
    static Found year(Indicator indicator, Reported reported, Observation latest) {
        Found soFar = soFar(indicator, reported, latest);
        if (indicator.share() || soFar.value.isEmpty()) return soFar;
        boolean across = latest.period().first().getYear() != latest.asOf().getYear();
        int months = across ? latest.months() : latest.asOf().getMonthValue();
        return months == MONTHS_PER_YEAR.intValue()
                ? soFar
                : found(soFar.value.get().whole(months));
    }

    private static Found soFar(Indicator indicator, Reported reported, Observation latest) {
        boolean within = latest.period().first().getYear() == latest.asOf().getYear();
        boolean sums =
                indicator.reporting() == Reporting.PER_PERIOD
                        && !indicator.share()
                        && within
                        && latest.period().first().getMonthValue() > 1;
        Found soFar =
                sums
                        ? computed(
                                RunningTotal.between(
                                        YearMonth.of(latest.asOf().getYear(), 1),
                                        latest,
                                        reported.figures()),
                                reported)
                        : found(plain(indicator, reported, latest));
        return soFar.value.map(v -> found(v.on(yearEnd(latest)))).orElse(soFar);
    }

    /**
     * Times 12 ÷ the months covered; the numbers put in are those of what it has come to so far.
     */
    private JudgedValue whole(int months) {
        List<Input> inputs =
                new ArrayList<>(
                        derived.map(f -> ((Figure.Known) f).inputs())
                                .orElse(List.of(new Input(Symbol.VALUE, amount, origin))));
        inputs.add(
                new Input(
                        Symbol.MONTHS_COVERED, BigDecimal.valueOf(months), new Origin.Calendar()));
        Figure figure = new Figure.Known(Formula.YEAR_EQUIVALENT, aYear(amount, months), inputs);
        return new JudgedValue(
                aYear(amount, months),
                beyond,
                new Origin.Derived(Formula.YEAR_EQUIVALENT),
                Optional.of(figure),
                amount,
                aYear(spread, months),
                from,
                dueDay,
                List.of(Remark.PART_OF_YEAR));
    }

    private static BigDecimal aYear(BigDecimal amount, int months) {
        return divide(amount.multiply(MONTHS_PER_YEAR), BigDecimal.valueOf(months));
    }

    private static Figure mean(Years years) {
        SortedMap<Integer, List<Observation>> whole = years.whole();
        if (whole.isEmpty())
            return new Figure.Unknown(Formula.MEAN_OF_YEARS, Reason.of(Cause.NO_WHOLE_YEAR));
        List<Input> inputs = addends(whole.values());
        BigDecimal number = BigDecimal.valueOf(whole.size());
        BigDecimal mean = divide(sum(inputs), number);
        inputs.add(new Input(Symbol.YEARS, number, new Origin.Calendar()));
        return new Figure.Known(Formula.MEAN_OF_YEARS, mean, inputs);
    }

    private static Figure events(Years years) {
        List<Input> figures = addends(List.of(years.apart()));
        return new Figure.Known(Formula.EVENTS, sum(figures), figures);
    }

    private static Figure meanRate(Years years) {
        List<Input> rates = addends(years.whole().values());
        if (rates.isEmpty())
            return new Figure.Unknown(Formula.MEAN_RATE, Reason.of(Cause.NO_WHOLE_YEAR));
        BigDecimal product =
                rates.stream()
                        .map(i -> BigDecimal.ONE.add(i.amount().movePointLeft(2)))
                        .reduce(BigDecimal.ONE, BigDecimal::multiply);
        if (product.signum() <= 0)
            return new Figure.Unknown(Formula.MEAN_RATE, Reason.of(Cause.NOT_POSITIVE));
        return new Figure.Known(Formula.MEAN_RATE, percent(root(product, rates.size())), rates);
    }

    /** From the baseline to the last whole year. */
    private static Figure meanGrowth(Indicator indicator, Years years) {
        Optional<Milestone> baseline = indicator.course().baseline();
        if (baseline.isEmpty())
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NO_BASELINE));
        SortedMap<Integer, List<Observation>> whole = years.whole();
        if (whole.isEmpty())
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NO_WHOLE_YEAR));
        List<Input> inputs = new ArrayList<>(addends(List.of(whole.lastEntry().getValue())));
        if (inputs.size() == 1)
            inputs.set(
                    0,
                    new Input(
                            Symbol.VALUE, inputs.getFirst().amount(), inputs.getFirst().origin()));
        return meanGrowth(
                baseline.get(), sum(inputs), inputs, LocalDate.of(whole.lastKey(), 12, 31));
    }

    private static Figure meanGrowth(
            Milestone baseline, BigDecimal to, List<Input> inputs, LocalDate on) {
        BigDecimal from = baseline.amount();
        if (from.signum() <= 0 || to.signum() <= 0)
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NOT_POSITIVE));
        BigDecimal years =
                divide(BigDecimal.valueOf(Course.months(baseline.on(), on)), MONTHS_PER_YEAR);
        if (years.signum() <= 0)
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.of(Cause.NOTHING_DUE_YET));
        inputs.add(new Input(Symbol.BASELINE, from, new Origin.Planned(baseline)));
        inputs.add(new Input(Symbol.YEARS, years, new Origin.Calendar()));
        return new Figure.Known(
                Formula.MEAN_GROWTH, percent(root(divide(to, from), years.doubleValue())), inputs);
    }

    /** The n-th root, to ten decimals. */
    static BigDecimal root(BigDecimal of, double n) {
        return BigDecimal.valueOf(Math.pow(of.doubleValue(), 1 / n))
                .setScale(GROWTH_DECIMALS + 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(BigDecimal factor) {
        return factor.subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .setScale(GROWTH_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<Input> addends(Collection<List<Observation>> years) {
        List<Input> inputs = new ArrayList<>();
        years.stream()
                .flatMap(List::stream)
                .forEach(
                        o ->
                                inputs.add(
                                        new Input(
                                                Symbol.ADDEND,
                                                o.reading().value().orElseThrow(),
                                                new Origin.Reported(o))));
        return inputs;
    }

    private static BigDecimal sum(List<Input> inputs) {
        return inputs.stream().map(Input::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }
}
