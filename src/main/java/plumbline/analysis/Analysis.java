package plumbline.analysis;

import plumbline.analysis.AnalysisQuery.AnalysisMeasure;
import plumbline.analysis.AnalysisQuery.AnalysisScope;
import plumbline.analysis.AnalysisQuery.Summary;
import plumbline.analysis.AnalysisTable.AnalysisCell;
import plumbline.analysis.AnalysisTable.AnalysisColumn;
import plumbline.analysis.AnalysisTable.Caveat;
import plumbline.assessment.Evaluation;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.words.Messages;
import plumbline.words.Wording;

import tech.tablesaw.aggregate.AggregateFunction;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Groups, filters and pivots the figures of one plan, and describes its series. The grouping is
 * Tablesaw's, in double precision; what it answers is shown with fifteen digits at most. Its first
 * use takes about half a second: never on the screen's thread.
 */
public final class Analysis {
    private static final MathContext SHOWN = new MathContext(15);
    private static final String CELL = "cell";
    private static final String NUMBER = "number";
    private static final int PERCENT_DECIMALS = 2;

    /** A mean of unlike figures has so many decimals more than these. */
    private static final int MORE_OF_A_MEAN = 2;

    private final Evaluation evaluation;
    private final Plan plan;
    private final Messages words;
    private final List<DataPoint> dataPoints;

    private Analysis(Evaluation standing, Messages words, List<DataPoint> facts) {
        this.evaluation = standing;
        this.plan = standing.plan();
        this.words = words;
        this.dataPoints = List.copyOf(facts);
    }

    public static Analysis forEvaluation(Evaluation standing, Messages words) {
        return new Analysis(standing, words, DataPoint.allOf(standing, words));
    }

    /** What it is made of. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** The values of a dimension, in order. */
    public List<String> valuesOf(Dimension dimension) {
        return valuesIn(dimension, dataPoints);
    }

    private static List<String> valuesIn(Dimension dimension, Collection<DataPoint> of) {
        return of.stream()
                .sorted(orderBy(dimension))
                .map(f -> f.textIn(dimension))
                .distinct()
                .toList();
    }

    /**
     * Periods in time, verdicts from the best to the worst and last what has none, all else as it
     * is read.
     */
    private static Comparator<DataPoint> orderBy(Dimension dimension) {
        return switch (dimension) {
            case PERIOD, YEAR -> Comparator.comparing(f -> f.observation().period());
            case VERDICT ->
                    Comparator.comparing(
                            f ->
                                    f.assessment()
                                            .flatMap(a -> a.verdict())
                                            .map(Verdict::ordinal)
                                            .orElse(Integer.MAX_VALUE));
            default -> (_, _) -> 0;
        };
    }

    public AnalysisTable answer(AnalysisQuery question) {
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        List<DataPoint> counted = dataPoints.stream().filter(f -> isCounted(f, question)).toList();
        if (leavesOutForecasts(question)) caveats.add(Caveat.NO_FORECASTS);
        boolean each = question.scope() == AnalysisScope.INDICATORS;
        if (question.scope() == AnalysisScope.STANDING) caveats.add(Caveat.AT_EVALUATION);
        if (each && question.measure() != AnalysisMeasure.VALUE) caveats.add(Caveat.ON_ITS_DAY);
        if (each && asksFor(question, Dimension.VERDICT)) caveats.add(Caveat.JUDGED_ON_ITS_DAY);
        boolean unlike =
                question.measure() == AnalysisMeasure.VALUE
                        && question.summary() != Summary.COUNT
                        && pointsByCell(question, counted).values().stream()
                                .anyMatch(
                                        c ->
                                                c.stream()
                                                                .map(f -> f.line().unit())
                                                                .distinct()
                                                                .count()
                                                        > 1);
        if (unlike) caveats.add(Caveat.SPLIT_BY_UNIT);
        return summarizeToTable(
                unlike ? question.withRowDimension(Dimension.UNIT) : question, counted, caveats);
    }

    private boolean isCounted(DataPoint fact, AnalysisQuery question) {
        if (fact.scope() != question.scope() || measuredNumber(fact, question).isEmpty())
            return false;
        if (leavesOutForecasts(question) && fact.observation().isForecast()) return false;
        return question.filter().entrySet().stream()
                .allMatch(e -> e.getValue().contains(fact.textIn(e.getKey())));
    }

    /** Unless the question looks at how firm a figure is. */
    private boolean leavesOutForecasts(AnalysisQuery q) {
        return q.scope() != AnalysisScope.STANDING
                && !asksFor(q, Dimension.STATUS)
                && dataPoints.stream().anyMatch(f -> f.observation().status() == Status.FORECAST);
    }

    private static boolean asksFor(AnalysisQuery q, Dimension dimension) {
        return q.rowDimensions().contains(dimension)
                || q.columnDimension().filter(d -> d == dimension).isPresent()
                || q.filter().containsKey(dimension);
    }

    /**
     * Attainment and progress in percent; an indicator without any number counts as one all the
     * same.
     */
    private static Optional<BigDecimal> measuredNumber(DataPoint fact, AnalysisQuery question) {
        return switch (question.measure()) {
            case VALUE ->
                    question.scope() == AnalysisScope.STANDING
                                    && question.summary() == Summary.COUNT
                            ? Optional.of(fact.value().orElse(BigDecimal.ZERO))
                            : fact.value();
            case ATTAINMENT ->
                    fact.assessment()
                            .flatMap(a -> a.attainment().knownValue())
                            .map(n -> n.movePointRight(2));
            case PROGRESS ->
                    fact.assessment()
                            .flatMap(a -> a.progress().knownValue())
                            .map(n -> n.movePointRight(2));
        };
    }

    private static List<Dimension> dimensionsOf(AnalysisQuery question) {
        List<Dimension> dimensions = new ArrayList<>(question.rowDimensions());
        question.columnDimension().filter(d -> !dimensions.contains(d)).ifPresent(dimensions::add);
        return dimensions;
    }

    private static List<String> keyOf(DataPoint fact, List<Dimension> dimensions) {
        return dimensions.stream().map(fact::textIn).toList();
    }

    private static Map<List<String>, List<DataPoint>> pointsByCell(
            AnalysisQuery question, List<DataPoint> counted) {
        List<Dimension> dimensions = dimensionsOf(question);
        return counted.stream().collect(Collectors.groupingBy(f -> keyOf(f, dimensions)));
    }

    private AnalysisTable summarizeToTable(
            AnalysisQuery question, List<DataPoint> counted, Set<Caveat> caveats) {
        Map<List<String>, Optional<BigDecimal>> numbers = summarizeCells(question, counted);
        if (question.summary() == Summary.SUM)
            pointsByCell(question, counted)
                    .forEach(
                            (key, cell) ->
                                    whyNotAddable(question, cell)
                                            .ifPresent(
                                                    why -> {
                                                        caveats.add(why);
                                                        numbers.put(key, Optional.empty());
                                                    }));
        return createTable(question, counted, numbers, caveats);
    }

    /** Why the figures of one cell cannot be added up; empty where they can. */
    private static Optional<Caveat> whyNotAddable(AnalysisQuery question, List<DataPoint> cell) {
        if (cell.size() < 2) return Optional.empty();
        if (question.measure() != AnalysisMeasure.VALUE
                || cell.stream().anyMatch(DataPoint::isRate))
            return Optional.of(Caveat.SHARES_NOT_ADDED);
        boolean onePeriod =
                cell.stream().map(f -> f.observation().period()).distinct().count() == 1;
        boolean twice =
                cell.stream()
                        .anyMatch(a -> cell.stream().anyMatch(b -> a != b && a.overlapsWith(b)));
        return twice || !onePeriod && !cell.stream().allMatch(DataPoint::isAddableOverTime)
                ? Optional.of(Caveat.NOT_ADDED_OVER_TIME)
                : Optional.empty();
    }

    private static Map<List<String>, Optional<BigDecimal>> summarizeCells(
            AnalysisQuery question, List<DataPoint> counted) {
        Map<List<String>, Optional<BigDecimal>> numbers = new HashMap<>();
        if (counted.isEmpty()) return numbers;
        List<Dimension> dimensions = dimensionsOf(question);
        List<List<String>> keys = counted.stream().map(f -> keyOf(f, dimensions)).toList();
        Map<List<String>, Integer> places = new HashMap<>();
        List<List<String>> distinct = keys.stream().distinct().toList();
        distinct.forEach(k -> places.put(k, places.size()));
        // A cell goes by its number: Tablesaw takes the texts it groups by apart again, and any
        // text may stand in a plan.
        Table table =
                Table.create(
                        StringColumn.create(
                                CELL, keys.stream().map(k -> "" + places.get(k)).toList()),
                        DoubleColumn.create(
                                NUMBER,
                                counted.stream()
                                        .mapToDouble(
                                                f ->
                                                        measuredNumber(f, question)
                                                                .orElseThrow()
                                                                .doubleValue())
                                        .toArray()));
        Table summary = table.summarize(NUMBER, aggregateFunction(question.summary())).by(CELL);
        String made = summary.columnNames().getLast();
        int decimals =
                counted.stream()
                                .flatMap(f -> f.value().stream())
                                .mapToInt(BigDecimal::scale)
                                .max()
                                .orElse(0)
                        + MORE_OF_A_MEAN;
        for (Row row : summary)
            numbers.put(
                    distinct.get(Integer.parseInt(row.getString(CELL))),
                    Optional.of(roundForQuery(row.getNumber(made), question, decimals)));
        return numbers;
    }

    private static AggregateFunction<?, ?> aggregateFunction(Summary summary) {
        return switch (summary) {
            case COUNT -> AggregateFunctions.count;
            case SUM -> AggregateFunctions.sum;
            case MEAN -> AggregateFunctions.mean;
            case MIN -> AggregateFunctions.min;
            case MAX -> AggregateFunctions.max;
            case MEDIAN -> AggregateFunctions.median;
        };
    }

    /**
     * @param decimals the most that are shown of what was divided
     */
    private static BigDecimal roundForQuery(double number, AnalysisQuery question, int decimals) {
        boolean percent =
                question.measure() != AnalysisMeasure.VALUE && question.summary() != Summary.COUNT;
        return percent ? roundPercent(number) : roundPlain(number, decimals);
    }

    private static BigDecimal roundPlain(double number, int decimals) {
        BigDecimal digits = new BigDecimal(number).round(SHOWN);
        BigDecimal rounded =
                digits.setScale(
                                Math.min(Math.max(0, decimals), Math.max(0, digits.scale())),
                                RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static BigDecimal roundPercent(double number) {
        return BigDecimal.valueOf(number).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    private AnalysisTable createTable(
            AnalysisQuery question,
            List<DataPoint> counted,
            Map<List<String>, Optional<BigDecimal>> numbers,
            Set<Caveat> caveats) {
        Optional<Dimension> across =
                question.columnDimension().filter(d -> !question.rowDimensions().contains(d));
        List<String> columns = across.map(d -> valuesIn(d, counted)).orElse(List.of());
        List<AnalysisColumn> heads =
                new ArrayList<>(
                        question.rowDimensions().stream()
                                .map(d -> new AnalysisColumn(words.nameOf(d), false))
                                .toList());
        if (across.isEmpty())
            heads.add(
                    new AnalysisColumn(
                            words.sentence(
                                    "analysis.head",
                                    words.nameOf(question.measure()),
                                    words.nameOf(question.summary())),
                            true));
        columns.forEach(c -> heads.add(new AnalysisColumn(c, true)));
        List<List<AnalysisCell>> rows = new ArrayList<>();
        for (List<String> key : sortedRowKeys(question.rowDimensions(), counted)) {
            List<AnalysisCell> row =
                    new ArrayList<>(key.stream().map(AnalysisCell::ofText).toList());
            if (across.isEmpty()) row.add(numberCell(numbers, key, question));
            for (String column : columns)
                row.add(numberCell(numbers, withAppended(key, column), question));
            rows.add(row);
        }
        return new AnalysisTable(heads, rows, caveats);
    }

    private static List<String> withAppended(List<String> key, String last) {
        List<String> longer = new ArrayList<>(key);
        longer.add(last);
        return longer;
    }

    /** The keys of the rows, in the order of each dimension's values. */
    private static List<List<String>> sortedRowKeys(List<Dimension> by, List<DataPoint> counted) {
        Comparator<List<String>> order = (_, _) -> 0;
        for (int i = 0; i < by.size(); i++) {
            List<String> values = valuesIn(by.get(i), counted);
            int at = i;
            order = order.thenComparing(key -> values.indexOf(key.get(at)));
        }
        return counted.stream().map(f -> keyOf(f, by)).distinct().sorted(order).toList();
    }

    /** Nothing where no figure is, a dash where there are figures that make no number. */
    private static AnalysisCell numberCell(
            Map<List<String>, Optional<BigDecimal>> numbers,
            List<String> key,
            AnalysisQuery question) {
        Optional<BigDecimal> number = numbers.getOrDefault(key, Optional.empty());
        String none = numbers.containsKey(key) ? "——" : "";
        boolean percent =
                question.measure() != AnalysisMeasure.VALUE && question.summary() != Summary.COUNT;
        return new AnalysisCell(
                number.map(n -> percent ? Wording.formatNumber(n) : Wording.formatCompact(n))
                        .orElse(none),
                number);
    }

    /**
     * Of each indicator that has yearly figures: how many, the extremes, mean and deviation, and
     * how it grew.
     */
    public AnalysisTable describeSeries() {
        List<List<AnalysisCell>> rows = new ArrayList<>();
        Set<Caveat> caveats = EnumSet.of(Caveat.FROM_BASELINE);
        for (Indicator indicator : plan.indicatorsInOrder()) {
            List<Observation> years =
                    indicator.observations().stream()
                            .filter(
                                    o ->
                                            o.period().isYear()
                                                    && o.status() == Status.ACTUAL
                                                    && o.reading().findAmount().isPresent())
                            .toList();
            if (!years.isEmpty()) rows.add(seriesRow(indicator, years));
            if (!years.isEmpty() && indicator.isShareOrLevel())
                caveats.add(Caveat.NO_GROWTH_OF_SHARES);
        }
        List<AnalysisColumn> heads =
                new ArrayList<>(
                        List.of(
                                new AnalysisColumn(words.nameOf(Dimension.INDICATOR), false),
                                new AnalysisColumn(words.nameOf(Dimension.UNIT), false),
                                new AnalysisColumn(words.sentence("series.years"), false)));
        for (String key :
                List.of(
                        "series.n",
                        "series.min",
                        "series.max",
                        "series.mean",
                        "series.deviation",
                        "series.growth",
                        "series.cagr")) heads.add(new AnalysisColumn(words.sentence(key), true));
        return new AnalysisTable(heads, rows, rows.isEmpty() ? Set.of() : caveats);
    }

    private List<AnalysisCell> seriesRow(Indicator indicator, List<Observation> years) {
        DoubleColumn numbers =
                DoubleColumn.create(
                        NUMBER,
                        years.stream()
                                .mapToDouble(
                                        o -> o.reading().findAmount().orElseThrow().doubleValue())
                                .toArray());
        String span = years.getFirst().period().code() + "–" + years.getLast().period().code();
        List<AnalysisCell> row =
                new ArrayList<>(
                        List.of(
                                AnalysisCell.ofText(indicator.name()),
                                AnalysisCell.ofText(indicator.unit()),
                                AnalysisCell.ofText(
                                        years.size() == 1
                                                ? years.getFirst().period().code()
                                                : span)));
        row.add(
                formattedCell(
                        Optional.of(BigDecimal.valueOf(years.size())), Wording::formatCompact));
        int decimals =
                years.stream()
                        .flatMap(o -> o.reading().findAmount().stream())
                        .mapToInt(BigDecimal::scale)
                        .reduce(indicator.decimals(), Math::max);
        for (double each : new double[] {numbers.min(), numbers.max(), numbers.mean()})
            row.add(formattedCell(Optional.of(roundPlain(each, decimals)), Wording::formatCompact));
        row.add(
                formattedCell(
                        years.size() < 2
                                ? Optional.empty()
                                : Optional.of(
                                        roundPlain(numbers.standardDeviation(), decimals + 1)),
                        Wording::formatCompact));
        row.add(formattedCell(yearOnYearGrowth(indicator, years), Wording::formatNumber));
        row.add(formattedCell(compoundGrowth(indicator, years), Wording::formatNumber));
        return row;
    }

    private static AnalysisCell formattedCell(
            Optional<BigDecimal> number, Function<BigDecimal, String> as) {
        return new AnalysisCell(number.map(as).orElse("——"), number);
    }

    /** From the year before the last to the last, in percent; the baseline is a year too. */
    private static Optional<BigDecimal> yearOnYearGrowth(
            Indicator indicator, List<Observation> years) {
        Map<Integer, BigDecimal> points = amountsByYear(indicator, years);
        int last = years.getLast().period().lastMonth().getYear();
        Optional<BigDecimal> before =
                Optional.ofNullable(points.get(last - 1))
                        .filter(b -> b.signum() > 0 && !indicator.isShareOrLevel());
        return before.map(
                b -> roundPercent((points.get(last).doubleValue() / b.doubleValue() - 1) * 100));
    }

    /** (last ÷ first)^(1 ÷ years) − 1, in percent. */
    private static Optional<BigDecimal> compoundGrowth(
            Indicator indicator, List<Observation> years) {
        Map<Integer, BigDecimal> points = amountsByYear(indicator, years);
        int first = points.keySet().iterator().next();
        int last = years.getLast().period().lastMonth().getYear();
        boolean possible =
                last > first
                        && points.get(first).signum() > 0
                        && points.get(last).signum() > 0
                        && !indicator.isShareOrLevel();
        return possible
                ? Optional.of(
                        roundPercent(
                                (Math.pow(
                                                        points.get(last).doubleValue()
                                                                / points.get(first).doubleValue(),
                                                        1.0 / (last - first))
                                                - 1)
                                        * 100))
                : Optional.empty();
    }

    /** The amounts by year, the baseline first where it was at the end of a year before. */
    private static Map<Integer, BigDecimal> amountsByYear(
            Indicator indicator, List<Observation> years) {
        Map<Integer, BigDecimal> points = new LinkedHashMap<>();
        int first = years.getFirst().period().lastMonth().getYear();
        indicator
                .course()
                .baseline()
                .filter(b -> b.day().getMonthValue() == 12 && b.day().getYear() < first)
                .map(Milestone::amount)
                .ifPresent(
                        amount ->
                                points.put(
                                        indicator.course().baseline().orElseThrow().day().getYear(),
                                        amount));
        years.forEach(
                o ->
                        points.put(
                                o.period().lastMonth().getYear(),
                                o.reading().findAmount().orElseThrow()));
        return points;
    }
}
