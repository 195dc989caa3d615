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
 * @param sideBeyond on which side of the amount it was written to lie; see {@link
 *     Reading.Value#openSide}
 * @param derivation how it was computed, where it does not stand in the series as it is
 * @param reached what has really been reached: unlike {@code amount}, never a part of a year taken
 *     for the whole
 * @param spread half the width of what A may really be
 * @param figures the figures it is made of, in time
 * @param dueDay the day whose height on the course A is compared with
 */
record JudgedValue(
        BigDecimal amount,
        int sideBeyond,
        Origin origin,
        Optional<Figure> derivation,
        BigDecimal reached,
        BigDecimal spread,
        List<Observation> figures,
        LocalDate dueDay,
        List<Remark> remarks) {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int GROWTH_DECIMALS = 10;

    /** Either the value, or the figure that could not be computed with its reason. */
    record JudgedValueResult(Optional<JudgedValue> value, Optional<Figure> unknownFigure) {
        /** Why there is no value. */
        Reason reasonWithoutValue() {
            return ((Figure.Unknown) unknownFigure.orElseThrow()).reason();
        }
    }

    /**
     * @param latest up to which of the figures
     */
    static JudgedValueResult computeValue(YearlyFigures years, Observation latest) {
        Plan plan = years.plan();
        ReportedFigures reported = years.reported();
        Indicator indicator = reported.series().indicator();
        return switch (indicator.kind()) {
            case STOCK, MILESTONE -> resultWith(valueAsReported(indicator, reported, latest));
            case HOLD ->
                    years.countsAnew()
                            ? yearValue(indicator, reported, latest)
                            : resultWith(valueAsReported(indicator, reported, latest));
            case CUMULATIVE ->
                    indicator.reporting() == Reporting.TO_DATE
                            ? resultWith(valueAsReported(indicator, reported, latest))
                            : valueOfFigure(
                                    RunningTotal.sumWithBaseline(
                                            latest,
                                            reported.figures(),
                                            plan.courseWithinPlan(indicator),
                                            YearMonth.of(plan.firstYear(), 1)),
                                    reported);
            case YEARLY -> yearValue(indicator, reported, latest);
            case MEAN -> valueOfFigure(meanOfYears(years), reported);
            case ZERO -> valueOfFigure(sumOfEvents(years), reported);
            case GROWTH ->
                    valueOfFigure(
                            indicator.isShareOrLevel()
                                    ? meanRate(years)
                                    : meanGrowth(indicator, years),
                            reported);
        };
    }

    private static JudgedValueResult resultWith(JudgedValue value) {
        return new JudgedValueResult(Optional.of(value), Optional.empty());
    }

    private static JudgedValue valueAsReported(
            Indicator indicator, ReportedFigures reported, Observation latest) {
        Reading.Value reading = (Reading.Value) latest.reading();
        Origin origin = reported.originOf(latest);
        return new JudgedValue(
                reading.amount(),
                reading.openSide(),
                origin,
                Optional.empty(),
                reading.amount(),
                Precision.ofOrigin(origin, indicator),
                List.of(latest),
                latest.lastCoveredDay(),
                List.of());
    }

    private static JudgedValueResult valueOfFigure(Figure figure, ReportedFigures reported) {
        if (!(figure instanceof Figure.Known plain))
            return new JudgedValueResult(Optional.empty(), Optional.of(figure));
        List<Observation> from =
                plain.inputs().stream()
                        .flatMap(i -> reportedObservation(i).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Observation::lastCoveredMonth))
                        .toList();
        Figure.Known known =
                new Figure.Known(
                        plain.formula(),
                        plain.value(),
                        plain.inputs().stream().map(i -> tracedToParts(i, reported)).toList());
        return resultWith(
                new JudgedValue(
                        known.value(),
                        0,
                        new Origin.Derived(known.formula()),
                        Optional.of(known),
                        known.value(),
                        spreadOf(known, reported.series().indicator()),
                        from,
                        from.getLast().lastCoveredDay(),
                        List.of()));
    }

    private static Optional<Observation> reportedObservation(FormulaInput input) {
        return input.origin() instanceof Origin.Reported(Observation o)
                ? Optional.of(o)
                : Optional.empty();
    }

    /** A figure that was put in is traced back to the parts it was made of. */
    private static FormulaInput tracedToParts(FormulaInput input, ReportedFigures reported) {
        return reportedObservation(input)
                .map(o -> new FormulaInput(input.symbol(), input.amount(), reported.originOf(o)))
                .orElse(input);
    }

    /**
     * Of a sum the sum of its parts, of a mean their mean, of growth what the extremes of its
     * inputs make.
     */
    private static BigDecimal spreadOf(Figure.Known known, Indicator indicator) {
        BigDecimal sum =
                known.inputs().stream()
                        .map(i -> Precision.ofOrigin(i.origin(), indicator))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (known.formula()) {
            case MEAN_OF_YEARS -> divide(sum, known.inputs().getLast().amount());
            case MEAN_GROWTH ->
                    largerDeviation(
                            known,
                            extremeGrowth(known, indicator, -1),
                            extremeGrowth(known, indicator, 1));
            case MEAN_RATE ->
                    largerDeviation(
                            known,
                            extremeRate(known, indicator, -1),
                            extremeRate(known, indicator, 1));
            default -> sum;
        };
    }

    private static BigDecimal largerDeviation(Figure.Known known, BigDecimal low, BigDecimal high) {
        return known.value().subtract(low).abs().max(high.subtract(known.value()).abs());
    }

    /**
     * @param side 1 with what was reported at its most and the baseline at its least, −1 the other
     *     way round
     */
    private static BigDecimal extremeGrowth(Figure.Known known, Indicator indicator, int side) {
        BigDecimal way = BigDecimal.valueOf(side);
        BigDecimal to = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ONE;
        for (FormulaInput input : known.inputs()) {
            if (input.symbol() == Symbol.BASELINE)
                from =
                        input.amount()
                                .subtract(
                                        Precision.ofAmount(input.amount(), indicator)
                                                .multiply(way));
            else if (input.symbol() != Symbol.YEARS)
                to =
                        to.add(input.amount())
                                .add(Precision.ofOrigin(input.origin(), indicator).multiply(way));
        }
        boolean positive = from.signum() > 0 && to.signum() > 0;
        return positive
                ? growthPercent(
                        nthRoot(divide(to, from), known.inputs().getLast().amount().doubleValue()))
                : known.value();
    }

    private static BigDecimal extremeRate(Figure.Known known, Indicator indicator, int side) {
        BigDecimal product = BigDecimal.ONE;
        for (FormulaInput input : known.inputs()) {
            BigDecimal rate =
                    input.amount()
                            .add(
                                    Precision.ofOrigin(input.origin(), indicator)
                                            .multiply(BigDecimal.valueOf(side)));
            product = product.multiply(BigDecimal.ONE.add(rate.movePointLeft(2)));
        }
        return product.signum() > 0
                ? growthPercent(nthRoot(product, known.inputs().size()))
                : known.value();
    }

    /** The last of the figures it is made of. */
    Observation judgedObservation() {
        return figures.getLast();
    }

    /** False of a part of a year that was taken for the whole: it reaches no target yet. */
    boolean isWhole() {
        return !remarks.contains(Remark.PART_OF_YEAR);
    }

    /** The same, if the amount really were another. */
    JudgedValue withAmount(BigDecimal to) {
        return new JudgedValue(
                to,
                sideBeyond,
                origin,
                derivation,
                reached.add(to.subtract(amount)),
                spread,
                figures,
                dueDay,
                remarks);
    }

    private JudgedValue withDueDay(LocalDate day) {
        return new JudgedValue(
                amount, sideBeyond, origin, derivation, reached, spread, figures, day, remarks);
    }

    private static LocalDate yearEnd(Observation latest) {
        return LocalDate.of(latest.lastCoveredDay().getYear(), 12, 31);
    }

    /**
     * The year so far; of a count a part of it is taken for the whole in proportion to the months
     * covered.
     */
    static JudgedValueResult yearValue(
            Indicator indicator, ReportedFigures reported, Observation latest) {
        JudgedValueResult soFar = yearSoFar(indicator, reported, latest);
        if (indicator.isShareOrLevel() || soFar.value.isEmpty()) return soFar;
        boolean across =
                latest.period().firstMonth().getYear() != latest.lastCoveredDay().getYear();
        int months = across ? latest.monthsCovered() : latest.lastCoveredDay().getMonthValue();
        return months == MONTHS_PER_YEAR.intValue()
                ? soFar
                : resultWith(soFar.value.get().scaledToWholeYear(months));
    }

    private static JudgedValueResult yearSoFar(
            Indicator indicator, ReportedFigures reported, Observation latest) {
        boolean within =
                latest.period().firstMonth().getYear() == latest.lastCoveredDay().getYear();
        boolean sums =
                indicator.reporting() == Reporting.PER_PERIOD
                        && !indicator.isShareOrLevel()
                        && within
                        && latest.period().firstMonth().getMonthValue() > 1;
        JudgedValueResult soFar =
                sums
                        ? valueOfFigure(
                                RunningTotal.sumFromMonth(
                                        YearMonth.of(latest.lastCoveredDay().getYear(), 1),
                                        latest,
                                        reported.figures()),
                                reported)
                        : resultWith(valueAsReported(indicator, reported, latest));
        return soFar.value.map(v -> resultWith(v.withDueDay(yearEnd(latest)))).orElse(soFar);
    }

    /**
     * Times 12 ÷ the months covered; the numbers put in are those of what it has come to so far.
     */
    private JudgedValue scaledToWholeYear(int months) {
        List<FormulaInput> inputs =
                new ArrayList<>(
                        derivation
                                .map(f -> ((Figure.Known) f).inputs())
                                .orElse(List.of(new FormulaInput(Symbol.VALUE, amount, origin))));
        inputs.add(
                new FormulaInput(
                        Symbol.MONTHS_COVERED, BigDecimal.valueOf(months), new Origin.Calendar()));
        Figure figure =
                new Figure.Known(Formula.YEAR_EQUIVALENT, amountPerYear(amount, months), inputs);
        return new JudgedValue(
                amountPerYear(amount, months),
                sideBeyond,
                new Origin.Derived(Formula.YEAR_EQUIVALENT),
                Optional.of(figure),
                amount,
                amountPerYear(spread, months),
                figures,
                dueDay,
                List.of(Remark.PART_OF_YEAR));
    }

    private static BigDecimal amountPerYear(BigDecimal amount, int months) {
        return divide(amount.multiply(MONTHS_PER_YEAR), BigDecimal.valueOf(months));
    }

    private static Figure meanOfYears(YearlyFigures years) {
        SortedMap<Integer, List<Observation>> whole = years.wholeYears();
        if (whole.isEmpty())
            return new Figure.Unknown(Formula.MEAN_OF_YEARS, Reason.forCause(Cause.NO_WHOLE_YEAR));
        List<FormulaInput> inputs = addendInputs(whole.values());
        BigDecimal number = BigDecimal.valueOf(whole.size());
        BigDecimal mean = divide(sumOfInputs(inputs), number);
        inputs.add(new FormulaInput(Symbol.YEARS, number, new Origin.Calendar()));
        return new Figure.Known(Formula.MEAN_OF_YEARS, mean, inputs);
    }

    private static Figure sumOfEvents(YearlyFigures years) {
        List<FormulaInput> figures = addendInputs(List.of(years.figuresWithoutOverlap()));
        return new Figure.Known(Formula.EVENTS, sumOfInputs(figures), figures);
    }

    private static Figure meanRate(YearlyFigures years) {
        List<FormulaInput> rates = addendInputs(years.wholeYears().values());
        if (rates.isEmpty())
            return new Figure.Unknown(Formula.MEAN_RATE, Reason.forCause(Cause.NO_WHOLE_YEAR));
        BigDecimal product =
                rates.stream()
                        .map(i -> BigDecimal.ONE.add(i.amount().movePointLeft(2)))
                        .reduce(BigDecimal.ONE, BigDecimal::multiply);
        if (product.signum() <= 0)
            return new Figure.Unknown(Formula.MEAN_RATE, Reason.forCause(Cause.NOT_POSITIVE));
        return new Figure.Known(
                Formula.MEAN_RATE, growthPercent(nthRoot(product, rates.size())), rates);
    }

    /** From the baseline to the last whole year. */
    private static Figure meanGrowth(Indicator indicator, YearlyFigures years) {
        Optional<Milestone> baseline = indicator.course().baseline();
        if (baseline.isEmpty())
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.forCause(Cause.NO_BASELINE));
        SortedMap<Integer, List<Observation>> whole = years.wholeYears();
        if (whole.isEmpty())
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.forCause(Cause.NO_WHOLE_YEAR));
        List<FormulaInput> inputs =
                new ArrayList<>(addendInputs(List.of(whole.lastEntry().getValue())));
        if (inputs.size() == 1)
            inputs.set(
                    0,
                    new FormulaInput(
                            Symbol.VALUE, inputs.getFirst().amount(), inputs.getFirst().origin()));
        return meanGrowthBetween(
                baseline.get(), sumOfInputs(inputs), inputs, LocalDate.of(whole.lastKey(), 12, 31));
    }

    private static Figure meanGrowthBetween(
            Milestone baseline, BigDecimal to, List<FormulaInput> inputs, LocalDate on) {
        BigDecimal from = baseline.amount();
        if (from.signum() <= 0 || to.signum() <= 0)
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.forCause(Cause.NOT_POSITIVE));
        BigDecimal years =
                divide(
                        BigDecimal.valueOf(Course.monthsBetween(baseline.day(), on)),
                        MONTHS_PER_YEAR);
        if (years.signum() <= 0)
            return new Figure.Unknown(Formula.MEAN_GROWTH, Reason.forCause(Cause.NOTHING_DUE_YET));
        inputs.add(new FormulaInput(Symbol.BASELINE, from, new Origin.Planned(baseline)));
        inputs.add(new FormulaInput(Symbol.YEARS, years, new Origin.Calendar()));
        return new Figure.Known(
                Formula.MEAN_GROWTH,
                growthPercent(nthRoot(divide(to, from), years.doubleValue())),
                inputs);
    }

    /** The n-th root, to ten decimals. */
    static BigDecimal nthRoot(BigDecimal of, double n) {
        return BigDecimal.valueOf(Math.pow(of.doubleValue(), 1 / n))
                .setScale(GROWTH_DECIMALS + 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal growthPercent(BigDecimal factor) {
        return factor.subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .setScale(GROWTH_DECIMALS, RoundingMode.HALF_UP);
    }

    private static List<FormulaInput> addendInputs(Collection<List<Observation>> years) {
        List<FormulaInput> inputs = new ArrayList<>();
        years.stream()
                .flatMap(List::stream)
                .forEach(
                        o ->
                                inputs.add(
                                        new FormulaInput(
                                                Symbol.ADDEND,
                                                o.reading().findAmount().orElseThrow(),
                                                new Origin.Reported(o))));
        return inputs;
    }

    private static BigDecimal sumOfInputs(List<FormulaInput> inputs) {
        return inputs.stream().map(FormulaInput::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, MathContext.DECIMAL128);
    }
}
