package plumbline.assessment;

import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
record Years(Plan plan, Reported reported) {
    private static final int MONTHS = 12;

    /** As many as are shown of what nobody wrote. */
    private static final int MOST_DECIMALS = 6;

    private static final Comparator<Observation> BY_DAY =
            Comparator.comparing(Observation::asOfMonth).thenComparing(Observation::months);
    private static final Comparator<Observation> BY_LENGTH =
            Comparator.comparing(Observation::months).thenComparing(Observation::asOfMonth);

    /**
     * A year that must satisfy the target.
     *
     * @param figure what was reported for it, or what its periods come to
     * @param spread half the width of what it may really be
     */
    record Held(int year, Observation figure, BigDecimal spread) {
        YearsMet.Year against(Milestone target) {
            return new YearsMet.Year(
                    year,
                    figure,
                    spread,
                    target,
                    figure.reading() instanceof Reading.Value value && target.metBy(value));
        }
    }

    private Indicator indicator() {
        return reported.series().indicator();
    }

    boolean summed() {
        return perPeriod() && !indicator().share();
    }

    /** True of what is counted anew each year, so that a part of a year is not the year. */
    boolean countsAnew() {
        return summed() || !indicator().share() && Precision.isCountOfEvents(indicator());
    }

    /** True from the plan's last day on. */
    boolean isPlanOver() {
        return !reported.at().isBefore(plan.ends());
    }

    private boolean perPeriod() {
        return indicator().reporting() == Reporting.PER_PERIOD;
    }

    /**
     * One figure for each year: the newest, or where every year must hold the one that covers most
     * of it.
     */
    List<Observation> figures() {
        Comparator<Observation> better =
                indicator().kind() == Kind.HOLD && !summed() ? BY_LENGTH : BY_DAY;
        Map<Integer, Observation> years = new TreeMap<>();
        for (Observation o : reported.figures())
            if (within(o)) years.merge(lastYear(o), o, (a, b) -> better.compare(a, b) > 0 ? a : b);
        return List.copyOf(years.values());
    }

    /** What was reported across the turn of a year. */
    Stream<Observation> spans() {
        return reported.figures().stream().filter(o -> !within(o));
    }

    static boolean within(Observation o) {
        return o.period().first().getYear() == lastYear(o);
    }

    private static int lastYear(Observation o) {
        return o.asOfMonth().getYear();
    }

    private static IntStream years(Observation o) {
        return IntStream.rangeClosed(o.period().first().getYear(), lastYear(o));
    }

    /**
     * The years with a figure for all of their twelve months: that figure, the periods that are
     * summed, or a share that was reported for several years in one. What an amount of several
     * years is, their sum or their mean, nobody can tell.
     */
    SortedMap<Integer, List<Observation>> whole() {
        SortedMap<Integer, List<Observation>> whole = new TreeMap<>();
        if (indicator().share())
            spans().filter(Years::ofWholeYears)
                    .forEach(o -> years(o).forEach(year -> whole.put(year, List.of(o))));
        for (Observation newest : figures())
            whole(newest).ifPresent(made -> whole.put(lastYear(newest), made));
        return whole;
    }

    private Optional<List<Observation>> whole(Observation newest) {
        if (newest.period().isYear() && newest.months() == MONTHS)
            return Optional.of(List.of(newest));
        boolean over = newest.asOfMonth().getMonthValue() == MONTHS;
        return summed() && over
                ? RunningTotal.tiles(YearMonth.of(lastYear(newest), 1), newest, reported.figures())
                : Optional.empty();
    }

    private static boolean ofWholeYears(Observation o) {
        return o.period().first().getMonthValue() == 1 && o.asOfMonth().getMonthValue() == MONTHS;
    }

    /** For each year its own figure, or else that of several years in one. */
    List<Held> held() {
        SortedMap<Integer, Held> held = new TreeMap<>();
        spans().forEach(o -> years(o).forEach(year -> held.put(year, held(year, o))));
        for (Observation o : figures()) held(o).ifPresent(h -> held.put(h.year, h));
        return List.copyOf(held.values());
    }

    private Held held(int year, Observation o) {
        return new Held(year, o, Precision.of(reported.origin(o), indicator()));
    }

    private Optional<Held> held(Observation newest) {
        if (!countsAnew()) return Optional.of(held(lastYear(newest), newest));
        return JudgedValue.year(indicator(), reported, newest)
                .value()
                .map(v -> new Held(lastYear(newest), made(v), v.spread()));
    }

    /** The year's value as if it had been reported in one. */
    private static Observation made(JudgedValue value) {
        Observation last = value.judged();
        if (value.derived().isEmpty()) return last;
        Period period = new Period(YearMonth.of(lastYear(last), 1), last.asOfMonth());
        BigDecimal amount =
                value.amount()
                        .setScale(
                                Math.min(MOST_DECIMALS, value.amount().scale()),
                                RoundingMode.HALF_UP);
        Status status =
                value.from().stream()
                        .map(Observation::status)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return Observation.of(period, status, Reading.of(amount));
    }

    /**
     * Figures that together count every event once. Of those that overlap, such as a year and its
     * quarters, the one that tells of more counts; reported to date, each reaches back to the
     * beginning of its year.
     */
    List<Observation> apart() {
        List<Observation> apart = new ArrayList<>();
        BitSet counted = new BitSet();
        Comparator<Observation> telling =
                Comparator.comparing(o -> o.reading().value().orElseThrow());
        for (Observation o :
                reported.figures().stream()
                        .sorted(telling.thenComparing(BY_LENGTH).reversed())
                        .toList()) {
            BitSet months = months(o);
            if (months.intersects(counted)) continue;
            counted.or(months);
            apart.add(o);
        }
        return apart.stream().sorted(BY_DAY).toList();
    }

    /** The months a figure speaks of, counted from the beginning of the plan's first year. */
    private BitSet months(Observation o) {
        BitSet months = new BitSet();
        YearMonth from =
                perPeriod() || !within(o) ? o.period().first() : YearMonth.of(lastYear(o), 1);
        months.set(Math.max(0, month(from)), month(o.asOfMonth()) + 1);
        return months;
    }

    private int month(YearMonth month) {
        return (month.getYear() - plan.firstYear()) * MONTHS + month.getMonthValue() - 1;
    }

    /** How many years the figures speak of. */
    int seen() {
        return (int) reported.figures().stream().flatMapToInt(Years::years).distinct().count();
    }

    /** A year of the plan that is over has no figure for all of its months. */
    boolean wholeMissing() {
        return !over().allMatch(whole()::containsKey);
    }

    /** A year of the plan that is over has a month of which no figure speaks. */
    boolean monthMissing() {
        BitSet months = new BitSet();
        reported.figures().forEach(o -> months.or(months(o)));
        return !over().allMatch(
                        year ->
                                months.nextClearBit(month(YearMonth.of(year, 1)))
                                        > month(YearMonth.of(year, MONTHS)));
    }

    /** A year of the plan that is over is not among these. */
    boolean missing(Set<Integer> years) {
        return !over().allMatch(years::contains);
    }

    /** The years of the plan that are over. */
    private IntStream over() {
        return IntStream.rangeClosed(plan.firstYear(), plan.lastYear())
                .filter(year -> !YearMonth.of(year, MONTHS).isAfter(reported.window().upTo()));
    }

    /** True if the last year that is over has no whole figure. */
    boolean latestMissing() {
        return over().max().stream().anyMatch(year -> !whole().containsKey(year));
    }
}
