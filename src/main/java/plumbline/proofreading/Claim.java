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
    sealed interface ClaimSubject {}

    record BaselineSubject() implements ClaimSubject {}

    record TargetSubject() implements ClaimSubject {}

    /** 完成程度 or 完成进度. */
    record ResultSubject(PrintedColumnRole.PlainColumn measure) implements ClaimSubject {}

    record PeriodSubject(Period period) implements ClaimSubject {}

    /** 截至2023年底, 2023年累计: the period's own amount, or what had come together by its end. */
    record UpToPeriodSubject(Period period) implements ClaimSubject {}

    /** No period is named. @param assumedPeriod the day the paragraph opens with, 截至2023年底 */
    record UndatedSubject(Optional<Period> assumedPeriod) implements ClaimSubject {}

    /** 2021-2022年累计 or 年均. */
    record SpanSubject(Period span) implements ClaimSubject {}

    /**
     * @param amount in the row's unit; its scale is the precision it was written with: 24.2万 has
     *     the scale −3
     * @param written as it was written, {@code 24.2万}
     */
    record AmountClaim(
            UUID indicator, ClaimSubject subject, BigDecimal amount, String written, Quote quote)
            implements Claim {
        AmountClaim withSubject(ClaimSubject other) {
            return new AmountClaim(indicator, other, amount, written, quote);
        }
    }

    /** As {@link Amount}, but only expected: 预计. */
    record ForecastClaim(
            UUID indicator, Period period, BigDecimal amount, String written, Quote quote)
            implements Claim {}

    /** An amount of the table in another unit: 万件 where the table has 万张. */
    record OtherUnitClaim(UUID indicator, String unit, Quote quote) implements Claim {}

    /** 每百万 where the table has 每万. */
    record OtherScaleClaim(UUID indicator, String scaleInTable, String scaleInText, Quote quote)
            implements Claim {}

    /** 未发生: there was none. @param written as it was written */
    record NoEventClaim(UUID indicator, ClaimSubject subject, String written, Quote quote)
            implements Claim {}

    /** 连续三年达标. @param yearCount how many, the last ones; absent for every year */
    record YearsHeldClaim(UUID indicator, Optional<Integer> yearCount, String written, Quote quote)
            implements Claim {}

    record VerdictClaim(UUID indicator, Verdict verdict, Quote quote) implements Claim {}

    /** The target must be met every year, or in the mean of the years. */
    record YearlyTargetClaim(UUID indicator, Quote quote) implements Claim {}
}
