package plumbline.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of whole months, both ends included: a year, half year, quarter, month, or any other run
 * of months.
 */
public record Period(YearMonth firstMonth, YearMonth lastMonth) implements Comparable<Period> {
    private static final Pattern CODE =
            Pattern.compile("(\\d{4})(?:([HQ])([1-4])|-(\\d{2}))?(?:\\.\\.(\\d{4})-(\\d{2}))?");
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::lastMonth)
                    .thenComparing(Period::firstMonth, Comparator.reverseOrder());

    /** A code has four digits of a year, and no plan reaches further. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;

    public Period {
        Objects.requireNonNull(firstMonth);
        if (lastMonth.isBefore(firstMonth))
            throw new IllegalArgumentException(
                    "period ends before it begins: " + firstMonth + ".." + lastMonth);
        if (firstMonth.getYear() < FIRST_YEAR || lastMonth.getYear() > LAST_YEAR)
            throw new IllegalArgumentException("not of our time: " + firstMonth + ".." + lastMonth);
    }

    public static Period ofYear(int year) {
        return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    /**
     * @param half 1 or 2
     */
    public static Period ofHalfYear(int year, int half) {
        return ofMonths(year, half, 6);
    }

    /**
     * @param quarter 1 to 4
     */
    public static Period ofQuarter(int year, int quarter) {
        return ofMonths(year, quarter, 3);
    }

    private static Period ofMonths(int year, int which, int length) {
        YearMonth first = YearMonth.of(year, 1 + (which - 1) * length);
        return new Period(first, first.plusMonths(length - 1));
    }

    /**
     * Reads {@code 2021}, {@code 2023H1}, {@code 2023Q3}, {@code 2023-05} and {@code
     * 2021-01..2022-12}.
     *
     * @throws IllegalArgumentException (or DateTimeException) if the text is none of these
     */
    public static Period parse(String code) {
        Matcher m = CODE.matcher(code.strip());
        if (!m.matches()) throw new IllegalArgumentException("not a period: " + code);
        int year = Integer.parseInt(m.group(1));
        if (m.group(5) != null && m.group(4) != null) {
            return new Period(
                    YearMonth.of(year, Integer.parseInt(m.group(4))),
                    YearMonth.of(Integer.parseInt(m.group(5)), Integer.parseInt(m.group(6))));
        }
        if (m.group(5) != null) throw new IllegalArgumentException("not a period: " + code);
        if (m.group(4) != null) return ofMonths(year, Integer.parseInt(m.group(4)), 1);
        if (m.group(2) == null) return ofYear(year);
        int which = Integer.parseInt(m.group(3));
        if (m.group(2).equals("H") && which > 2)
            throw new IllegalArgumentException("not a period: " + code);
        return m.group(2).equals("H") ? ofHalfYear(year, which) : ofQuarter(year, which);
    }

    /** The short unambiguous text that {@link #parse} reads back. */
    public String code() {
        int year = firstMonth.getYear();
        if (equals(ofYear(year))) return "" + year;
        if (monthCount() == 1) return firstMonth.toString();
        boolean regular = year == lastMonth.getYear();
        if (regular && monthCount() == 6 && (firstMonth.getMonthValue() - 1) % 6 == 0)
            return year + "H" + (1 + firstMonth.getMonthValue() / 6);
        if (regular && monthCount() == 3 && (firstMonth.getMonthValue() - 1) % 3 == 0)
            return year + "Q" + (1 + firstMonth.getMonthValue() / 3);
        return firstMonth + ".." + lastMonth;
    }

    public int monthCount() {
        return (lastMonth.getYear() - firstMonth.getYear()) * 12
                + lastMonth.getMonthValue()
                - firstMonth.getMonthValue()
                + 1;
    }

    /** The last day of the last month. */
    public LocalDate lastDay() {
        return lastMonth.atEndOfMonth();
    }

    public boolean isYear() {
        return equals(ofYear(firstMonth.getYear()));
    }

    /** In order of their ends; of two with one end the longer comes last. */
    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }
}
