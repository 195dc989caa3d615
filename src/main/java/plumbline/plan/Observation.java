package plumbline.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * 实际值: what was reported for one period.
 *
 * @param months how many months from the period's beginning it covers: “上半年(截至5月底)” covers five
 */
public record Observation(
        Period period, int months, Reading reading, Status status, Source source, String note)
        implements Comparable<Observation> {
    public Observation {
        Objects.requireNonNull(reading);
        Objects.requireNonNull(status);
        Objects.requireNonNull(source);
        Objects.requireNonNull(note);
        if (months < 1 || months > period.months())
            throw new IllegalArgumentException(
                    "months covered: " + months + " of " + period.months());
    }

    public static Observation of(Period period, Status status, Reading reading) {
        return new Observation(period, period.months(), reading, status, Source.TYPED, "");
    }

    public static Observation actual(Period period, String amount) {
        return of(period, Status.ACTUAL, Reading.of(amount));
    }

    /** The same figure from another source. */
    public Observation from(Source other) {
        return new Observation(period, months, reading, status, other, note);
    }

    public boolean forecast() {
        return status == Status.FORECAST;
    }

    /** The last month covered. */
    public YearMonth asOfMonth() {
        return months == period.months() ? period.last() : period.first().plusMonths(months - 1L);
    }

    /** The day up to which the figure speaks: the end of the last month covered. */
    public LocalDate asOf() {
        return asOfMonth().atEndOfMonth();
    }

    /** A period holds one reported figure and, apart from it, one forecast. */
    public boolean sameCell(Observation other) {
        return period.equals(other.period) && forecast() == other.forecast();
    }

    /** In time; of one period the forecast before the figure that replaced it. */
    @Override
    public int compareTo(Observation other) {
        int byPeriod = period.compareTo(other.period);
        return byPeriod != 0 ? byPeriod : Boolean.compare(other.forecast(), forecast());
    }
}
