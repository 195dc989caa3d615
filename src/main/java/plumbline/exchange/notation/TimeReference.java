package plumbline.exchange.notation;

import plumbline.plan.Period;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What a text says of the time of a figure, which may be a part only: 2023年, 1-9月, 本月, 累计, 上年同期.
 * Parts are put together by {@link #within}.
 *
 * @param from first year, 0 if it is not said
 * @param to last year, the first one for most
 * @param first first month, 0 if it is not said
 * @param last last month
 * @param aside how it lies to the time of the table
 * @param toDate summed from the year's beginning: 累计
 */
public record TimeReference(int from, int to, int first, int last, Aside aside, boolean toDate) {
    public static final TimeReference UNSAID = new TimeReference(0, 0, 0, 0, Aside.NONE, false);

    /** THIS: 本期, of the time of the table itself. MONTH: 本月, its last month alone. */
    public enum Aside {
        NONE,
        THIS,
        MONTH,
        YEAR_BEFORE,
        YEAR_BEFORE_MONTH,
        WHOLE_YEAR_BEFORE,
        MONTH_BEFORE
    }

    public static TimeReference year(int year) {
        return new TimeReference(year, year, 0, 0, Aside.NONE, false);
    }

    public static TimeReference years(int from, int to) {
        return new TimeReference(from, to, 0, 0, Aside.NONE, false);
    }

    /**
     * What ends when half of a plan is over: the first half of 2023 for 2021–2025, the whole of
     * 2022 for 2021–2024.
     */
    public static TimeReference middle(PlanYears plan) {
        int length = plan.last() - plan.first() + 1;
        int year = plan.first() + (length - 1) / 2;
        return length % 2 == 0
                ? year(year)
                : new TimeReference(year, year, 1, 6, Aside.NONE, false);
    }

    public static TimeReference months(int first, int last) {
        return new TimeReference(0, 0, first, last, Aside.NONE, false);
    }

    static TimeReference aside(Aside aside) {
        return new TimeReference(0, 0, 0, 0, aside, false);
    }

    public static TimeReference of(Period period) {
        return new TimeReference(
                period.firstMonth().getYear(),
                period.lastMonth().getYear(),
                period.firstMonth().getMonthValue(),
                period.lastMonth().getMonthValue(),
                Aside.NONE,
                false);
    }

    public static TimeReference summed() {
        return new TimeReference(0, 0, 0, 0, Aside.NONE, true);
    }

    public boolean unsaid() {
        return equals(UNSAID);
    }

    public boolean hasYear() {
        return from != 0;
    }

    public boolean hasMonths() {
        return first != 0;
    }

    TimeReference in(int year) {
        return new TimeReference(year, year, first, last, aside, toDate);
    }

    /**
     * This, completed by what the wider surroundings say: the month of a column in the year of the
     * title.
     */
    public TimeReference within(TimeReference wider) {
        if (unsaid()) return wider;
        if (wider.unsaid()) return this;
        boolean sum = toDate || wider.toDate;
        if (hasYear() && hasMonths()) return new TimeReference(from, to, first, last, aside, sum);
        if (hasYear())
            return wider.hasMonths() && (!wider.hasYear() || sum || aside != Aside.NONE)
                    ? new TimeReference(from, to, wider.first, wider.last, aside, sum)
                    : new TimeReference(from, to, first, last, aside, sum);
        if (hasMonths())
            return new TimeReference(
                    wider.from,
                    wider.to,
                    first,
                    last,
                    aside == Aside.NONE ? wider.aside : aside,
                    sum);
        return new TimeReference(
                wider.from,
                wider.to,
                wider.first,
                wider.last,
                aside == Aside.NONE ? wider.aside : aside,
                sum);
    }

    /** Empty as long as no year is known. */
    public Optional<Period> period() {
        if (from == 0 || to < from) return Optional.empty();
        int begin = first == 0 ? 1 : first;
        int end = last == 0 ? 12 : last;
        YearMonth until = YearMonth.of(to, end);
        return switch (aside) {
            case NONE, THIS -> span(YearMonth.of(from, toDate && from == to ? 1 : begin), until);
            case MONTH ->
                    last == 0
                            ? Optional.empty()
                            : span(toDate ? YearMonth.of(to, 1) : until, until);
            case YEAR_BEFORE ->
                    span(
                            YearMonth.of(from - 1, toDate && from == to ? 1 : begin),
                            until.minusYears(1));
            case YEAR_BEFORE_MONTH -> span(until.minusYears(1), until.minusYears(1));
            case WHOLE_YEAR_BEFORE -> Optional.of(Period.ofYear(from - 1));
            case MONTH_BEFORE ->
                    last == 0
                            ? Optional.of(Period.ofYear(from - 1))
                            : span(until.minusMonths(1), until.minusMonths(1));
        };
    }

    private static Optional<Period> span(YearMonth first, YearMonth last) {
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last));
    }
}
