package plumbline.assessment;

import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an indicator's figures make of each year. Counts that were reported period by period are
 * summed within their year; shares stand as they are, and what is reported to date holds its year
 * already.
 */
record YearlyFigures(Plan plan, ReportedFigures reported) {
    private static final int MONTHS = 12;

    /** As many as are shown of what nobody wrote. */
    private static final int MOST_DECIMALS = 6;

    private static final Comparator<Observation> BY_DAY =
            Comparator.comparing(Observation::lastCoveredMonth)
                    .thenComparing(Observation::monthsCovered);
    private static final Comparator<Observation> BY_LENGTH =
            Comparator.comparing(Observation::monthsCovered)
                    .thenComparing(Observation::lastCoveredMonth);

    /**
     * A year that must satisfy the target.
     *
     * @param figure what was reported for it, or what its periods come to
     * @param spread half the width of what it may really be
     */
    record HeldYear(int year, Observation figure, BigDecimal spread) {
        YearsMet.YearResult judgedAgainst(Milestone target) {
            return new YearsMet.YearResult(
                    year,
                    figure,
                    spread,
                    target,
                    figure.reading() instanceof Reading.Value value && target.isMetBy(value));
        }
    }

    private Indicator indicator() {
        return reported.series().indicator();
    }

    boolean isSummedWithinYear() {
        return isReportedPerPeriod() && !indicator().isShareOrLevel();
    }

    /** True of what is counted anew each year, so that a part of a year is not the year. */
    boolean countsAnew() {
        return isSummedWithinYear()
                || !indicator().isShareOrLevel() && Precision.isCountOfEvents(indicator());
    }

    /** True from the plan's last day on. */
    boolean isPlanOver() {
        return !reported.evaluationDate().isBefore(plan.lastDay());
    }

    private boolean isReportedPerPeriod() {
        return indicator().reporting() == Reporting.PER_PERIOD;
    }

    /**
     * One figure for each year: the newest, or where every year must hold the one that covers most
     * of it.
     */
    List<Observation> figureOfEachYear() {
        Comparator<Observation> better =
                indicator().kind() == IndicatorKind.HOLD && !isSummedWithinYear()
                        ? BY_LENGTH
                        : BY_DAY;
        Map<Integer, Observation> years = new TreeMap<>();
        for (Observation o : reported.figures())
            if (isWithinOneYear(o))
                years.merge(lastYear(o), o, (a, b) -> better.compare(a, b) > 0 ? a : b);
        return List.copyOf(years.values());
    }

    /** What was reported across the turn of a year. */
    Stream<Observation> figuresAcrossYears() {
        return reported.figures().stream().filter(o -> !isWithinOneYear(o));
    }

    static boolean isWithinOneYear(Observation o) {
        return o.period().firstMonth().getYear() == lastYear(o);
    }

    private static int lastYear(Observation o) {
        return o.lastCoveredMonth().getYear();
    }

    private static IntStream yearsCovered(Observation o) {
        return IntStream.rangeClosed(o.period().firstMonth().getYear(), lastYear(o));
    }

    /**
     * The years with a figure for all of their twelve months: that figure, the periods that are
     * summed, or a share that was reported for several years in one. What an amount of several
     * years is, their sum or their mean, nobody can tell.
     */
    SortedMap<Integer, List<Observation>> wholeYears() {
        SortedMap<Integer, List<Observation>> whole = new TreeMap<>();
        if (indicator().isShareOrLevel())
            figuresAcrossYears()
                    .filter(YearlyFigures::coversWholeYears)
                    .forEach(o -> yearsCovered(o).forEach(year -> whole.put(year, List.of(o))));
        for (Observation newest : figureOfEachYear())
            findWholeYear(newest).ifPresent(made -> whole.put(lastYear(newest), made));
        return whole;
    }

    private Optional<List<Observation>> findWholeYear(Observation newest) {
        if (newest.period().isYear() && newest.monthsCovered() == MONTHS)
            return Optional.of(List.of(newest));
        boolean over = newest.lastCoveredMonth().getMonthValue() == MONTHS;
        return isSummedWithinYear() && over
                ? RunningTotal.findTiles(
                        YearMonth.of(lastYear(newest), 1), newest, reported.figures())
                : Optional.empty();
    }

    private static boolean coversWholeYears(Observation o) {
        return o.period().firstMonth().getMonthValue() == 1
                && o.lastCoveredMonth().getMonthValue() == MONTHS;
    }

    /** For each year its own figure, or else that of several years in one. */
    List<HeldYear> heldYears() {
        SortedMap<Integer, HeldYear> held = new TreeMap<>();
        figuresAcrossYears()
                .forEach(
                        o ->
                                yearsCovered(o)
                                        .forEach(
                                                year ->
                                                        held.put(
                                                                year,
                                                                heldYearAsReported(year, o))));
        for (Observation o : figureOfEachYear())
            findHeldYear(o).ifPresent(h -> held.put(h.year, h));
        return List.copyOf(held.values());
    }

    private HeldYear heldYearAsReported(int year, Observation o) {
        return new HeldYear(year, o, Precision.ofOrigin(reported.originOf(o), indicator()));
    }

    private Optional<HeldYear> findHeldYear(Observation newest) {
        if (!countsAnew()) return Optional.of(heldYearAsReported(lastYear(newest), newest));
        return JudgedValue.yearValue(indicator(), reported, newest)
                .value()
                .map(v -> new HeldYear(lastYear(newest), toObservation(v), v.spread()));
    }

    /** The year's value as if it had been reported in one. */
    private static Observation toObservation(JudgedValue value) {
        Observation last = value.judgedObservation();
        if (value.derivation().isEmpty()) return last;
        Period period = new Period(YearMonth.of(lastYear(last), 1), last.lastCoveredMonth());
        BigDecimal amount =
                value.amount()
                        .setScale(
                                Math.min(MOST_DECIMALS, value.amount().scale()),
                                RoundingMode.HALF_UP);
        Status status =
                value.figures().stream()
                        .map(Observation::status)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return Observation.of(period, status, Reading.ofAmount(amount));
    }

    /**
     * Figures that together count every event once. Of those that overlap, such as a year and its
     * quarters, the one that tells of more counts; reported to date, each reaches back to the
     * beginning of its year.
     */
    List<Observation> figuresWithoutOverlap() {
        List<Observation> apart = new ArrayList<>();
        BitSet counted = new BitSet();
        Comparator<Observation> telling =
                Comparator.comparing(o -> o.reading().findAmount().orElseThrow());
        for (Observation o :
                reported.figures().stream()
                        .sorted(telling.thenComparing(BY_LENGTH).reversed())
                        .toList()) {
            BitSet months = monthsCovered(o);
            if (months.intersects(counted)) continue;
            counted.or(months);
            apart.add(o);
        }
        return apart.stream().sorted(BY_DAY).toList();
    }

    /** The months a figure speaks of, counted from the beginning of the plan's first year. */
    private BitSet monthsCovered(Observation o) {
        BitSet months = new BitSet();
        YearMonth from =
                isReportedPerPeriod() || !isWithinOneYear(o)
                        ? o.period().firstMonth()
                        : YearMonth.of(lastYear(o), 1);
        months.set(Math.max(0, monthIndex(from)), monthIndex(o.lastCoveredMonth()) + 1);
        return months;
    }

    private int monthIndex(YearMonth month) {
        return (month.getYear() - plan.firstYear()) * MONTHS + month.getMonthValue() - 1;
    }

    /** How many years the figures speak of. */
    int countYearsCovered() {
        return (int)
                reported.figures().stream()
                        .flatMapToInt(YearlyFigures::yearsCovered)
                        .distinct()
                        .count();
    }

    /** A year of the plan that is over has no figure for all of its months. */
    boolean isWholeYearMissing() {
        return !yearsOver().allMatch(wholeYears()::containsKey);
    }

    /** A year of the plan that is over has a month of which no figure speaks. */
    boolean isMonthMissing() {
        BitSet months = new BitSet();
        reported.figures().forEach(o -> months.or(monthsCovered(o)));
        return !yearsOver()
                .allMatch(
                        year ->
                                months.nextClearBit(monthIndex(YearMonth.of(year, 1)))
                                        > monthIndex(YearMonth.of(year, MONTHS)));
    }

    /** A year of the plan that is over is not among these. */
    boolean isYearMissingFrom(Set<Integer> years) {
        return !yearsOver().allMatch(years::contains);
    }

    /** The years of the plan that are over. */
    private IntStream yearsOver() {
        return IntStream.rangeClosed(plan.firstYear(), plan.lastYear())
                .filter(
                        year ->
                                !YearMonth.of(year, MONTHS)
                                        .isAfter(reported.window().lastMonthOver()));
    }

    /** True if the last year that is over has no whole figure. */
    boolean isLatestYearMissing() {
        return yearsOver().max().stream().anyMatch(year -> !wholeYears().containsKey(year));
    }
}
