package plumbline.proofreading;

import plumbline.plan.Period;

import java.util.Optional;

/** What a column of a printed table holds, by its head. */
public sealed interface PrintedColumnRole {
    enum PlainColumn implements PrintedColumnRole {
        NUMBER,
        NAME,
        UNIT,
        GROUP,
        BASELINE,
        MID_TERM,
        TARGET,
        /** What the target was before it was revised. */
        FORMER_TARGET,
        ATTAINMENT,
        PROGRESS,
        VERDICT,
        PROPERTY,
        OTHER
    }

    record ActualColumn(Period period) implements PrintedColumnRole {}

    record YearlyTargetColumn(int year) implements PrintedColumnRole {}

    /**
     * 年均, 累计, or 年均或累计: one figure for several years.
     *
     * @param span the years, where the head names them
     * @param meaning what the head lets it be
     */
    record AggregateColumn(Optional<Period> span, AggregateMeaning meaning)
            implements PrintedColumnRole {}

    enum AggregateMeaning {
        MEAN,
        TOTAL,
        EITHER
    }
}
