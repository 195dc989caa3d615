package plumbline.proofreading;

import plumbline.plan.Period;

import java.util.Optional;

/** What a column of a printed table holds, by its head. */
public sealed interface PrintedColumnRole {
    enum Plain implements PrintedColumnRole {
        NUMBER,
        NAME,
        UNIT,
        GROUP,
        BASELINE,
        MID_TERM,
        TARGET,
        ATTAINMENT,
        PROGRESS,
        VERDICT,
        PROPERTY,
        OTHER
    }

    record Actual(Period period) implements PrintedColumnRole {}

    record YearlyTarget(int year) implements PrintedColumnRole {}

    /**
     * 年均, 累计, or 年均或累计: one figure for several years.
     *
     * @param span the years, where the head names them
     * @param means what the head lets it be
     */
    record Aggregate(Optional<Period> span, Means means) implements PrintedColumnRole {}

    enum Means {
        MEAN,
        TOTAL,
        EITHER
    }
}
