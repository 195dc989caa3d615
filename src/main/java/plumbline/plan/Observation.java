package plumbline.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * 实际值: what was reported for one period.
 *
 * @param monthsCovered how many months from the period's beginning it covers: “上半年(截至5月底)” covers
 *     five
 */
public record Observation(
        Period period,
        int monthsCovered,
        Reading reading,
        Status status,
        Source source,
        String note)
        implements Comparable<Observation> {
    public Observation {
        Objects.requireNonNull(reading);
        Objects.requireNonNull(status);
        Objects.requireNonNull(source);
        Objects.requireNonNull(note);
        if (reading instanceof Reading.Value value && !value.fitsPlan())
            throw new IllegalArgumentException("amount out of range: " + value.amount());
        if (monthsCovered < 1 || monthsCovered > period.monthCount())
            throw new IllegalArgumentException(
                    "months covered: " + monthsCovered + " of " + period.monthCount());
    }

    public static Observation of(Period period, Status status, Reading reading) {
        return new Observation(period, period.monthCount(), reading, status, Source.TYPED, "");
    }

    public static Observation actual(Period period, String amount) {
        return of(period, Status.ACTUAL, Reading.ofAmount(amount));
    }

    /** The same figure from another source. */
    public Observation withSource(Source other) {
        return new Observation(period, monthsCovered, reading, status, other, note);
    }

    public boolean isForecast() {
        return status == Status.FORECAST;
    }

    /** The last month covered. */
    public YearMonth lastCoveredMonth() {
        return monthsCovered == period.monthCount()
                ? period.lastMonth()
                : period.firstMonth().plusMonths(monthsCovered - 1L);
    }

    /** The day up to which the figure speaks: the end of the last month covered. */
    public LocalDate lastCoveredDay() {
        return lastCoveredMonth().atEndOfMonth();
    }

    /** A period holds one reported figure and, apart from it, one forecast. */
    public boolean isSameCell(Observation other) {
        return period.equals(other.period) && isForecast() == other.isForecast();
    }

    /** In time; of one period the forecast before the figure that replaced it. */
    @Override
    public int compareTo(Observation other) {
        int byPeriod = period.compareTo(other.period);
        return byPeriod != 0 ? byPeriod : Boolean.compare(other.isForecast(), isForecast());
    }
}
