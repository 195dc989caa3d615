package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Reason;
import plumbline.plan.Demand;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a printed table, assessed anew from its own figures. What only the text calls a
 * forecast counts as printed here: as a figure.
 *
 * @param judgedPeriod the period whose figures the results are computed from
 */
record TableRecomputation(
        PrintedTable table,
        Plan plan,
        Period judgedPeriod,
        Evaluation evaluation,
        Map<UUID, Assessment> assessmentsById,
        Map<PlainColumn, PrintedShareColumn> shareColumns) {

    /** Of an amount that a plan can keep. */
    private static final int MOST_DECIMALS = 12;

    /**
     * By the period the notes name, or else the one with which most printed results agree; of two
     * the later year.
     */
    static Optional<TableRecomputation> fromPlan(PrintedTable table, Plan made) {
        Plan plan = asPrinted(table, made);
        List<Period> periods = table.periodsWithColumn();
        Optional<Period> named =
                table.note()
                        .judgedPeriod()
                        .filter(
                                p ->
                                        periods.stream()
                                                .anyMatch(q -> q.lastDay().equals(p.lastDay())));
        if (named.isPresent()) return named.map(p -> atPeriod(table, plan, p));
        return periods.stream()
                .map(p -> atPeriod(table, plan, p))
                .max(
                        Comparator.comparingLong(TableRecomputation::countAgreeing)
                                .thenComparing(r -> r.judgedPeriod.isYear())
                                .thenComparing(r -> r.judgedPeriod));
    }

    /** A table made of a plan, with the plan's own standing. */
    static TableRecomputation fromEvaluation(PrintedTable table, Evaluation standing) {
        YearMonth last = YearMonth.from(standing.evaluationDate());
        return withEvaluation(table, standing, new Period(last.withMonth(1), last));
    }

    private static TableRecomputation atPeriod(PrintedTable table, Plan plan, Period period) {
        return withEvaluation(table, Evaluation.evaluate(plan, period.lastDay()), period);
    }

    private static TableRecomputation withEvaluation(
            PrintedTable table, Evaluation standing, Period period) {
        Plan plan = standing.plan();
        Map<UUID, Assessment> assessments =
                standing.assessments().stream()
                        .collect(Collectors.toMap(a -> a.indicator().id(), Function.identity()));
        TableRecomputation bare =
                new TableRecomputation(table, plan, period, standing, assessments, Map.of());
        Map<PlainColumn, PrintedShareColumn> shares =
                Map.of(
                        PlainColumn.ATTAINMENT,
                        PrintedShareColumn.forMeasure(bare, PlainColumn.ATTAINMENT),
                        PlainColumn.PROGRESS,
                        PrintedShareColumn.forMeasure(bare, PlainColumn.PROGRESS));
        return new TableRecomputation(table, plan, period, standing, assessments, shares);
    }

    private static Plan asPrinted(PrintedTable table, Plan made) {
        return made.withChanges(
                d ->
                        d.indicators =
                                made.indicators().stream()
                                        .map(
                                                i ->
                                                        i.withChanges(
                                                                e ->
                                                                        e.observations =
                                                                                i
                                                                                        .observations()
                                                                                        .stream()
                                                                                        .map(
                                                                                                o ->
                                                                                                        table.findRow(
                                                                                                                        i
                                                                                                                                .id())
                                                                                                                .flatMap(
                                                                                                                        r ->
                                                                                                                                table
                                                                                                                                        .findNumber(
                                                                                                                                                r,
                                                                                                                                                new PrintedColumnRole
                                                                                                                                                        .ActualColumn(
                                                                                                                                                        o
                                                                                                                                                                .period())))
                                                                                                                .map(
                                                                                                                        n ->
                                                                                                                                withStatus(
                                                                                                                                        o,
                                                                                                                                        n
                                                                                                                                                .status()))
                                                                                                                .orElse(
                                                                                                                        o))
                                                                                        .toList()))
                                        .toList());
    }

    private static Observation withStatus(Observation o, Status status) {
        return new Observation(
                o.period(), o.monthsCovered(), o.reading(), status, o.source(), o.note());
    }

    /** The same table, assessed at every other period that has a column. */
    List<TableRecomputation> atOtherPeriods() {
        return table.periodsWithColumn().stream()
                .filter(p -> !p.equals(judgedPeriod))
                .map(p -> atPeriod(table, plan, p))
                .toList();
    }

    Assessment assessmentOf(PrintedRow row) {
        return assessmentsById.get(row.indicatorId());
    }

    /** Whether the row's assessment stands on the judged period's own figure. */
    boolean isOnJudgedPeriod(PrintedRow row) {
        return assessmentOf(row)
                        .latest()
                        .filter(o -> o.lastCoveredDay().equals(judgedPeriod.lastDay()))
                        .isPresent()
                && !hasRedactedFigures(row);
    }

    /** True where what the kind needs besides the newest figure is printed as redacted. */
    private boolean hasRedactedFigures(PrintedRow row) {
        return assessmentOf(row).indicator().kind() != IndicatorKind.STOCK
                && table.columns().stream()
                        .filter(
                                c ->
                                        c.role() instanceof PrintedColumnRole.ActualColumn(Period p)
                                                && !p.lastDay().isAfter(judgedPeriod.lastDay()))
                        .anyMatch(c -> row.cells().get(c.index()).isRedacted());
    }

    /** True where a point of the course is printed as redacted: what was due is not known then. */
    boolean hasRedactedCourse(PrintedRow row) {
        return table.columns().stream()
                .filter(
                        c ->
                                c.role() == PlainColumn.BASELINE
                                        || c.role() == PlainColumn.MID_TERM
                                        || c.role() == PlainColumn.TARGET
                                        || c.role() instanceof PrintedColumnRole.YearlyTargetColumn)
                .anyMatch(c -> row.cells().get(c.index()).isRedacted());
    }

    Figure figureOfRow(PrintedRow row, PlainColumn measure) {
        return measure == PlainColumn.ATTAINMENT
                ? assessmentOf(row).attainment()
                : assessedByFigures(assessmentOf(row)).progress();
    }

    /**
     * A printed quotient is one of the row's figures, also where the row is to be held every year
     * or its target only to be kept, and a plan would compute none.
     */
    Assessment assessedByFigures(Assessment a) {
        Indicator indicator = a.indicator();
        boolean held = indicator.kind() == IndicatorKind.HOLD;
        if (!held && indicator.demand() != Demand.KEEP) return a;
        return assess(
                (held ? indicator.withKind(IndicatorKind.STOCK) : indicator)
                        .withDemand(Demand.REACH));
    }

    private Assessment assess(Indicator other) {
        return Evaluation.evaluate(
                        plan.withChanges(d -> d.indicators = List.of(other)),
                        judgedPeriod.lastDay())
                .assessments()
                .getFirst();
    }

    /**
     * True of a row whose target is only to be kept, or that is held every year and says so: that
     * no progress stands in it is right.
     */
    boolean isRightWithoutProgress(PrintedRow row) {
        Indicator indicator = assessmentOf(row).indicator();
        if (indicator.kind() != IndicatorKind.HOLD) return indicator.demand() == Demand.KEEP;
        return table.findCell(row, PlainColumn.VERDICT)
                .filter(c -> c.content() instanceof PrintedCell.PrintedPassOrFail)
                .isPresent();
    }

    /** True of a row that is held every year, the earlier of them against a former target. */
    boolean isHeldByFormerTarget(PrintedRow row) {
        return assessmentOf(row).indicator().kind() == IndicatorKind.HOLD
                && table.findCell(row, PlainColumn.FORMER_TARGET)
                        .map(cell -> !cell.isBlank())
                        .orElse(false);
    }

    private long countAgreeing() {
        return table.rows().stream()
                .flatMap(
                        row ->
                                shareColumns.entrySet().stream()
                                        .filter(
                                                s ->
                                                        agreesWithPrinted(
                                                                row, s.getKey(), s.getValue())))
                .count();
    }

    private boolean agreesWithPrinted(
            PrintedRow row, PlainColumn measure, PrintedShareColumn shares) {
        Optional<PrintedShare> printed = shares.findPrintedShare(row);
        return printed.isPresent()
                && isOnJudgedPeriod(row)
                && figureOfRow(row, measure)
                        .knownValue()
                        .filter(printed.get()::isRoundedFrom)
                        .isPresent();
    }

    /**
     * True if the reason lies in the row itself: an empty cell, or a target that cannot divide. A
     * column the table has not got may be known elsewhere.
     */
    boolean liesInRow(PrintedRow row, Reason reason) {
        return switch (reason.cause()) {
            case NO_BASELINE ->
                    table.findCell(row, PlainColumn.BASELINE)
                            .filter(PrintedCell::isBlank)
                            .isPresent();
            case NO_TARGET ->
                    table.findCell(row, PlainColumn.TARGET)
                            .filter(PrintedCell::isBlank)
                            .isPresent();
            default -> isZeroDivisor(reason);
        };
    }

    static boolean isZeroDivisor(Reason reason) {
        return reason.cause() == Reason.Cause.TARGET_IS_BASELINE
                || reason.cause() == Reason.Cause.TARGET_IS_ZERO;
    }

    /**
     * True if the printed results are right for another figure than the judged period's own: the
     * total of the years, what the column of totals says, or against the year's own target. Then
     * the row was meant so, and is not checked further.
     */
    boolean isTakenOtherwise(PrintedRow row) {
        return Stream.of(PlainColumn.ATTAINMENT, PlainColumn.PROGRESS)
                .anyMatch(m -> isMeasureTakenOtherwise(row, m));
    }

    private boolean isMeasureTakenOtherwise(PrintedRow row, PlainColumn measure) {
        Optional<PrintedShare> printed = shareColumns.get(measure).findPrintedShare(row);
        Optional<BigDecimal> own = figureOfRow(row, measure).knownValue();
        if (printed.isEmpty() || own.isEmpty() || printed.get().isRoundedFrom(own.get()))
            return false;
        return possibleTotals(row)
                        .anyMatch(
                                t ->
                                        figureWithValue(row, t, measure)
                                                .knownValue()
                                                .filter(printed.get()::isRoundedFrom)
                                                .isPresent())
                || measure == PlainColumn.ATTAINMENT
                        && attainmentOfYear(row).filter(printed.get()::isRoundedFrom).isPresent();
    }

    private Stream<BigDecimal> possibleTotals(PrintedRow row) {
        List<BigDecimal> years =
                table.periodsWithColumn().stream()
                        .filter(p -> p.isYear() && !p.lastDay().isAfter(judgedPeriod.lastDay()))
                        .flatMap(
                                p ->
                                        table
                                                .findNumber(
                                                        row, new PrintedColumnRole.ActualColumn(p))
                                                .stream())
                        .map(PrintedCell.PrintedNumber::amount)
                        .toList();
        Stream<BigDecimal> total =
                years.size() < 2
                        ? Stream.empty()
                        : Stream.of(years.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return Stream.concat(
                total,
                table.columns().stream()
                        .filter(c -> c.role() instanceof PrintedColumnRole.AggregateColumn)
                        .flatMap(c -> row.cells().get(c.index()).findNumber().stream())
                        .map(PrintedCell.PrintedNumber::amount));
    }

    private Figure figureWithValue(PrintedRow row, BigDecimal value, PlainColumn measure) {
        return figureOfIndicator(withOnlyFigure(assessmentOf(row).indicator(), value), measure);
    }

    /** With this value as the judged period's only figure. */
    Indicator withOnlyFigure(Indicator indicator, BigDecimal exact) {
        BigDecimal value =
                exact.scale() > MOST_DECIMALS
                        ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                        : exact;
        return indicator.withChanges(
                i ->
                        i.observations =
                                List.of(
                                        Observation.of(
                                                judgedPeriod,
                                                Status.ACTUAL,
                                                Reading.ofAmount(value))));
    }

    /** Of an indicator as it might have been. */
    Figure figureOfIndicator(Indicator other, PlainColumn measure) {
        Assessment a = assess(other);
        return measure == PlainColumn.ATTAINMENT ? a.attainment() : assessedByFigures(a).progress();
    }

    private Optional<BigDecimal> attainmentOfYear(PrintedRow row) {
        Optional<BigDecimal> target =
                table.findNumber(
                                row,
                                new PrintedColumnRole.YearlyTargetColumn(
                                        judgedPeriod.lastMonth().getYear()))
                        .map(PrintedCell.PrintedNumber::amount)
                        .filter(t -> t.signum() != 0);
        return target.flatMap(
                t -> assessmentOf(row).value().map(v -> v.divide(t, MathContext.DECIMAL128)));
    }
}
