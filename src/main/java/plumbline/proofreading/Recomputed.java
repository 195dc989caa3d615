package plumbline.proofreading;

import plumbline.assessment.Reason;
import plumbline.plan.Period;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** What stands against what was printed. */
public sealed interface Recomputed {
    /**
     * @param share as a fraction
     */
    record Percent(BigDecimal share) implements Recomputed {}

    record Amount(BigDecimal amount) implements Recomputed {}

    /**
     * @param label the rule's own name for the class; empty for the usual one
     */
    record Class(Verdict verdict, String label) implements Recomputed {}

    record Count(int counted, int total) implements Recomputed {
        public BigDecimal share() {
            return BigDecimal.valueOf(counted)
                    .divide(BigDecimal.valueOf(Math.max(total, 1)), MathContext.DECIMAL128);
        }
    }

    /** So many rows belong into the class. */
    record Members(Verdict verdict, String label, int count) implements Recomputed {}

    /** A figure that is only expected. */
    record Expected(BigDecimal amount) implements Recomputed {}

    /** As it would have to be written: 24.3万. @param suffix 万, 亿, or nothing */
    record Written(BigDecimal number, String suffix) implements Recomputed {}

    /** What the periods come to, as it would have to be written. */
    record Sum(BigDecimal number, String suffix, Period over) implements Recomputed {}

    /** The figure of a period. */
    record Of(Period period, BigDecimal amount) implements Recomputed {}

    /** The target that took the place of the former one. */
    record Revised(LocalDate decided, BigDecimal amount) implements Recomputed {}

    /** What the text says instead. */
    record Text(String text) implements Recomputed {}

    /** The figure of the period itself, in so many of the filled cells. */
    record EndValue(Period period, int cells, int filled) implements Recomputed {}

    record Impossible(Reason reason) implements Recomputed {}

    record Nothing() implements Recomputed {}
}
