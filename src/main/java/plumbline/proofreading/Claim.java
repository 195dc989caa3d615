package plumbline.proofreading;

import plumbline.plan.Period;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** What a sentence around the table says of one of its indicators. */
public sealed interface Claim {
    UUID indicator();

    /** The words of the document. */
    Quote quote();

    /** What an amount speaks of. */
    sealed interface Subject {}

    record Baseline() implements Subject {}

    record Target() implements Subject {}

    /** 完成程度 or 完成进度. */
    record Result(PrintedColumnRole.Plain measure) implements Subject {}

    record At(Period period) implements Subject {}

    /** 截至2023年底, 2023年累计: the period's own amount, or what had come together by its end. */
    record UpTo(Period period) implements Subject {}

    /** No period is named. @param assumed the day the paragraph opens with, 截至2023年底 */
    record Undated(Optional<Period> assumed) implements Subject {}

    /** 2021-2022年累计 or 年均. */
    record Over(Period span) implements Subject {}

    /**
     * @param amount in the row's unit; its scale is the precision it was written with: 24.2万 has
     *     the scale −3
     * @param written as it was written, {@code 24.2万}
     */
    record Amount(UUID indicator, Subject subject, BigDecimal amount, String written, Quote quote)
            implements Claim {
        Amount of(Subject other) {
            return new Amount(indicator, other, amount, written, quote);
        }
    }

    /** As {@link Amount}, but only expected: 预计. */
    record Forecast(UUID indicator, Period period, BigDecimal amount, String written, Quote quote)
            implements Claim {}

    /** An amount of the table in another unit: 万件 where the table has 万张. */
    record OtherUnit(UUID indicator, String unit, Quote quote) implements Claim {}

    /** 每百万 where the table has 每万. */
    record OtherScale(UUID indicator, String inTable, String inText, Quote quote)
            implements Claim {}

    /** 未发生: there was none. @param written as it was written */
    record NoEvent(UUID indicator, Subject during, String written, Quote quote) implements Claim {}

    /** 连续三年达标. @param years how many, the last ones; absent for every year */
    record Held(UUID indicator, Optional<Integer> years, String written, Quote quote)
            implements Claim {}

    record Classed(UUID indicator, Verdict verdict, Quote quote) implements Claim {}

    /** The target must be met every year, or in the mean of the years. */
    record Yearly(UUID indicator, Quote quote) implements Claim {}
}
