package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Reason;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.proofreading.PrintedColumnRole.Plain;

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
 * @param judged the period whose figures the results are computed from
 */
record Recomputation(
        PrintedTable table,
        Plan plan,
        Period judged,
        Evaluation standing,
        Map<UUID, Assessment> assessments,
        Map<Plain, Shares> shares) {

    /** Of an amount that a plan can keep. */
    private static final int MOST_DECIMALS = 12;

    /**
     * By the period the notes name, or else the one with which most printed results agree; of two
     * the later year.
     */
    static Optional<Recomputation> of(PrintedTable table, Plan made) {
        Plan plan = asPrinted(table, made);
        List<Period> periods = table.periods();
        Optional<Period> named =
                table.note()
                        .judged()
                        .filter(p -> periods.stream().anyMatch(q -> q.end().equals(p.end())));
        if (named.isPresent()) return named.map(p -> at(table, plan, p));
        return periods.stream()
                .map(p -> at(table, plan, p))
                .max(
                        Comparator.comparingLong(Recomputation::agreeing)
                                .thenComparing(r -> r.judged.isYear())
                                .thenComparing(r -> r.judged));
    }

    /** A table made of a plan, with the plan's own standing. */
    static Recomputation of(PrintedTable table, Evaluation standing) {
        YearMonth last = YearMonth.from(standing.at());
        return at(table, standing, new Period(last.withMonth(1), last));
    }

    private static Recomputation at(PrintedTable table, Plan plan, Period period) {
        return at(table, Evaluation.of(plan, period.end()), period);
    }

    private static Recomputation at(PrintedTable table, Evaluation standing, Period period) {
        Plan plan = standing.plan();
        Map<UUID, Assessment> assessments =
                standing.assessments().stream()
                        .collect(Collectors.toMap(a -> a.indicator().id(), Function.identity()));
        Recomputation bare =
                new Recomputation(table, plan, period, standing, assessments, Map.of());
        Map<Plain, Shares> shares =
                Map.of(
                        Plain.ATTAINMENT,
                        Shares.of(bare, Plain.ATTAINMENT),
                        Plain.PROGRESS,
                        Shares.of(bare, Plain.PROGRESS));
        return new Recomputation(table, plan, period, standing, assessments, shares);
    }

    private static Plan asPrinted(PrintedTable table, Plan made) {
        return made.change(
                d ->
                        d.indicators =
                                made.indicators().stream()
                                        .map(
                                                i ->
                                                        i.change(
                                                                e ->
                                                                        e.observations =
                                                                                i
                                                                                        .observations()
                                                                                        .stream()
                                                                                        .map(
                                                                                                o ->
                                                                                                        table.row(
                                                                                                                        i
                                                                                                                                .id())
                                                                                                                .flatMap(
                                                                                                                        r ->
                                                                                                                                table
                                                                                                                                        .number(
                                                                                                                                                r,
                                                                                                                                                new PrintedColumnRole
                                                                                                                                                        .Actual(
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
        return new Observation(o.period(), o.months(), o.reading(), status, o.source(), o.note());
    }

    /** The same table, assessed at every other period that has a column. */
    List<Recomputation> others() {
        return table.periods().stream()
                .filter(p -> !p.equals(judged))
                .map(p -> at(table, plan, p))
                .toList();
    }

    Assessment of(PrintedRow row) {
        return assessments.get(row.indicator());
    }

    /** Whether the row's assessment stands on the judged period's own figure. */
    boolean onJudged(PrintedRow row) {
        return of(row).latest().filter(o -> o.asOf().equals(judged.end())).isPresent()
                && !withheld(row);
    }

    /** True where what the kind needs besides the newest figure is printed as redacted. */
    private boolean withheld(PrintedRow row) {
        return of(row).indicator().kind() != Kind.STOCK
                && table.columns().stream()
                        .filter(
                                c ->
                                        c.role() instanceof PrintedColumnRole.Actual(Period p)
                                                && !p.end().isAfter(judged.end()))
                        .anyMatch(c -> row.cells().get(c.index()).redacted());
    }

    /** True where a point of the course is printed as redacted: what was due is not known then. */
    boolean courseWithheld(PrintedRow row) {
        return table.columns().stream()
                .filter(
                        c ->
                                c.role() == Plain.BASELINE
                                        || c.role() == Plain.MID_TERM
                                        || c.role() == Plain.TARGET
                                        || c.role() instanceof PrintedColumnRole.YearlyTarget)
                .anyMatch(c -> row.cells().get(c.index()).redacted());
    }

    Figure figure(PrintedRow row, Plain measure) {
        return measure == Plain.ATTAINMENT ? of(row).attainment() : measured(of(row)).progress();
    }

    /**
     * A printed quotient is one of the row's figures, also where the row is to be held every year
     * and a plan would compute none.
     */
    Assessment measured(Assessment a) {
        return a.indicator().kind() == Kind.HOLD ? assessed(a.indicator().with(Kind.STOCK)) : a;
    }

    private Assessment assessed(Indicator other) {
        return Evaluation.of(plan.change(d -> d.indicators = List.of(other)), judged.end())
                .assessments()
                .getFirst();
    }

    /**
     * True of a row that is held every year and says so: that no progress stands in it is right.
     */
    boolean heldAsSuch(PrintedRow row) {
        boolean passed =
                table.cell(row, Plain.VERDICT)
                        .filter(c -> c.content() instanceof PrintedCell.Passed)
                        .isPresent();
        return passed && of(row).indicator().kind() == Kind.HOLD;
    }

    private long agreeing() {
        return table.rows().stream()
                .flatMap(
                        row ->
                                shares.entrySet().stream()
                                        .filter(s -> agrees(row, s.getKey(), s.getValue())))
                .count();
    }

    private boolean agrees(PrintedRow row, Plain measure, Shares shares) {
        Optional<PrintedShare> printed = shares.printed(row);
        return printed.isPresent()
                && onJudged(row)
                && figure(row, measure).number().filter(printed.get()::is).isPresent();
    }

    /**
     * True if the reason lies in the row itself: an empty cell, or a target that cannot divide. A
     * column the table has not got may be known elsewhere.
     */
    boolean lacking(PrintedRow row, Reason reason) {
        return switch (reason.cause()) {
            case NO_BASELINE ->
                    table.cell(row, Plain.BASELINE).filter(PrintedCell::blank).isPresent();
            case NO_TARGET -> table.cell(row, Plain.TARGET).filter(PrintedCell::blank).isPresent();
            default -> zeroDivisor(reason);
        };
    }

    static boolean zeroDivisor(Reason reason) {
        return reason.cause() == Reason.Cause.TARGET_IS_BASELINE
                || reason.cause() == Reason.Cause.TARGET_IS_ZERO;
    }

    /**
     * True if the printed results are right for another figure than the judged period's own: the
     * total of the years, what the column of totals says, or against the year's own target. Then
     * the row was meant so, and is not checked further.
     */
    boolean takenOtherwise(PrintedRow row) {
        return Stream.of(Plain.ATTAINMENT, Plain.PROGRESS).anyMatch(m -> takenOtherwise(row, m));
    }

    private boolean takenOtherwise(PrintedRow row, Plain measure) {
        Optional<PrintedShare> printed = shares.get(measure).printed(row);
        Optional<BigDecimal> own = figure(row, measure).number();
        if (printed.isEmpty() || own.isEmpty() || printed.get().is(own.get())) return false;
        return totals(row)
                        .anyMatch(
                                t ->
                                        with(row, t, measure)
                                                .number()
                                                .filter(printed.get()::is)
                                                .isPresent())
                || measure == Plain.ATTAINMENT && ofYear(row).filter(printed.get()::is).isPresent();
    }

    private Stream<BigDecimal> totals(PrintedRow row) {
        List<BigDecimal> years =
                table.periods().stream()
                        .filter(p -> p.isYear() && !p.end().isAfter(judged.end()))
                        .flatMap(p -> table.number(row, new PrintedColumnRole.Actual(p)).stream())
                        .map(PrintedCell.Number::amount)
                        .toList();
        Stream<BigDecimal> total =
                years.size() < 2
                        ? Stream.empty()
                        : Stream.of(years.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return Stream.concat(
                total,
                table.columns().stream()
                        .filter(c -> c.role() instanceof PrintedColumnRole.Aggregate)
                        .flatMap(c -> row.cells().get(c.index()).number().stream())
                        .map(PrintedCell.Number::amount));
    }

    private Figure with(PrintedRow row, BigDecimal value, Plain measure) {
        return figure(holding(of(row).indicator(), value), measure);
    }

    /** With this value as the judged period's only figure. */
    Indicator holding(Indicator indicator, BigDecimal exact) {
        BigDecimal value =
                exact.scale() > MOST_DECIMALS
                        ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                        : exact;
        return indicator.change(
                i ->
                        i.observations =
                                List.of(Observation.of(judged, Status.ACTUAL, Reading.of(value))));
    }

    /** Of an indicator as it might have been. */
    Figure figure(Indicator other, Plain measure) {
        Assessment a = assessed(other);
        return measure == Plain.ATTAINMENT ? a.attainment() : measured(a).progress();
    }

    private Optional<BigDecimal> ofYear(PrintedRow row) {
        Optional<BigDecimal> target =
                table.number(row, new PrintedColumnRole.YearlyTarget(judged.last().getYear()))
                        .map(PrintedCell.Number::amount)
                        .filter(t -> t.signum() != 0);
        return target.flatMap(t -> of(row).value().map(v -> v.divide(t, MathContext.DECIMAL128)));
    }
}
