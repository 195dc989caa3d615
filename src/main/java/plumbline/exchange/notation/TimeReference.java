package plumbline.exchange.notation;

import plumbline.plan.Period;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What a text says of the time of a figure, which may be a part only: 2023年, 1-9月, 本月, 累计, 上年同期.
 * Parts are put together by {@link #completedFrom}.
 *
 * @param fromYear first year, 0 if it is not said
 * @param toYear last year, the first one for most
 * @param firstMonth first month, 0 if it is not said
 * @param lastMonth last month
 * @param aside how it lies to the time of the table
 * @param toDate summed from the year's beginning: 累计
 */
public record TimeReference(
        int fromYear, int toYear, int firstMonth, int lastMonth, TimeAside aside, boolean toDate) {
    public static final TimeReference UNSAID = new TimeReference(0, 0, 0, 0, TimeAside.NONE, false);

    /** THIS: 本期, of the time of the table itself. MONTH: 本月, its last month alone. */
    public enum TimeAside {
        NONE,
        THIS,
        MONTH,
        YEAR_BEFORE,
        YEAR_BEFORE_MONTH,
        WHOLE_YEAR_BEFORE,
        MONTH_BEFORE
    }

    public static TimeReference yearReference(int year) {
        return new TimeReference(year, year, 0, 0, TimeAside.NONE, false);
    }

    public static TimeReference yearsReference(int from, int to) {
        return new TimeReference(from, to, 0, 0, TimeAside.NONE, false);
    }

    /**
     * What ends when half of a plan is over: the first half of 2023 for 2021–2025, the whole of
     * 2022 for 2021–2024.
     */
    public static TimeReference middleOfPlan(PlanYears plan) {
        int length = plan.lastYear() - plan.firstYear() + 1;
        int year = plan.firstYear() + (length - 1) / 2;
        return length % 2 == 0
                ? yearReference(year)
                : new TimeReference(year, year, 1, 6, TimeAside.NONE, false);
    }

    public static TimeReference monthsReference(int first, int last) {
        return new TimeReference(0, 0, first, last, TimeAside.NONE, false);
    }

    static TimeReference asideReference(TimeAside aside) {
        return new TimeReference(0, 0, 0, 0, aside, false);
    }

    public static TimeReference referenceToPeriod(Period period) {
        return new TimeReference(
                period.firstMonth().getYear(),
                period.lastMonth().getYear(),
                period.firstMonth().getMonthValue(),
                period.lastMonth().getMonthValue(),
                TimeAside.NONE,
                false);
    }

    public static TimeReference summedReference() {
        return new TimeReference(0, 0, 0, 0, TimeAside.NONE, true);
    }

    public boolean isUnsaid() {
        return equals(UNSAID);
    }

    public boolean hasYear() {
        return fromYear != 0;
    }

    public boolean hasMonths() {
        return firstMonth != 0;
    }

    TimeReference inYear(int year) {
        return new TimeReference(year, year, firstMonth, lastMonth, aside, toDate);
    }

    /**
     * This, completed by what the wider surroundings say: the month of a column in the year of the
     * title.
     */
    public TimeReference completedFrom(TimeReference wider) {
        if (isUnsaid()) return wider;
        if (wider.isUnsaid()) return this;
        boolean sum = toDate || wider.toDate;
        if (hasYear() && hasMonths())
            return new TimeReference(fromYear, toYear, firstMonth, lastMonth, aside, sum);
        if (hasYear())
            return wider.hasMonths() && (!wider.hasYear() || sum || aside != TimeAside.NONE)
                    ? new TimeReference(
                            fromYear, toYear, wider.firstMonth, wider.lastMonth, aside, sum)
                    : new TimeReference(fromYear, toYear, firstMonth, lastMonth, aside, sum);
        if (hasMonths())
            return new TimeReference(
                    wider.fromYear,
                    wider.toYear,
                    firstMonth,
                    lastMonth,
                    aside == TimeAside.NONE ? wider.aside : aside,
                    sum);
        return new TimeReference(
                wider.fromYear,
                wider.toYear,
                wider.firstMonth,
                wider.lastMonth,
                aside == TimeAside.NONE ? wider.aside : aside,
                sum);
    }

    /** Empty as long as no year is known. */
    public Optional<Period> findPeriod() {
        if (fromYear == 0 || toYear < fromYear) return Optional.empty();
        int begin = firstMonth == 0 ? 1 : firstMonth;
        int end = lastMonth == 0 ? 12 : lastMonth;
        YearMonth until = YearMonth.of(toYear, end);
        return switch (aside) {
            case NONE, THIS ->
                    findSpan(
                            YearMonth.of(fromYear, toDate && fromYear == toYear ? 1 : begin),
                            until);
            case MONTH ->
                    lastMonth == 0
                            ? Optional.empty()
                            : findSpan(toDate ? YearMonth.of(toYear, 1) : until, until);
            case YEAR_BEFORE ->
                    findSpan(
                            YearMonth.of(fromYear - 1, toDate && fromYear == toYear ? 1 : begin),
                            until.minusYears(1));
            case YEAR_BEFORE_MONTH -> findSpan(until.minusYears(1), until.minusYears(1));
            case WHOLE_YEAR_BEFORE -> Optional.of(Period.ofYear(fromYear - 1));
            case MONTH_BEFORE ->
                    lastMonth == 0
                            ? Optional.of(Period.ofYear(fromYear - 1))
                            : findSpan(until.minusMonths(1), until.minusMonths(1));
        };
    }

    private static Optional<Period> findSpan(YearMonth first, YearMonth last) {
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last));
    }
}
