package plumbline.proofreading;

import plumbline.assessment.Reason;
import plumbline.plan.Period;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** What stands against what was printed. */
public sealed interface RecomputedResult {
    /**
     * @param share as a fraction
     */
    record PercentResult(BigDecimal share) implements RecomputedResult {}

    record AmountResult(BigDecimal amount) implements RecomputedResult {}

    /**
     * @param label the rule's own name for the class; empty for the usual one
     */
    record ClassResult(Verdict verdict, String label) implements RecomputedResult {}

    record CountResult(int counted, int total) implements RecomputedResult {
        public BigDecimal shareOfTotal() {
            return BigDecimal.valueOf(counted)
                    .divide(BigDecimal.valueOf(Math.max(total, 1)), MathContext.DECIMAL128);
        }
    }

    /** So many rows belong into the class. */
    record ClassMemberCount(Verdict verdict, String label, int count) implements RecomputedResult {}

    /** A figure that is only expected. */
    record ExpectedAmount(BigDecimal amount) implements RecomputedResult {}

    /** As it would have to be written: 24.3万. @param suffix 万, 亿, or nothing */
    record WrittenAmount(BigDecimal number, String suffix) implements RecomputedResult {}

    /** What the periods come to, as it would have to be written. */
    record PeriodSum(BigDecimal number, String suffix, Period span) implements RecomputedResult {}

    /** The figure of a period. */
    record PeriodAmount(Period period, BigDecimal amount) implements RecomputedResult {}

    /** The target that took the place of the former one. */
    record RevisedTargetAmount(LocalDate decidedOn, BigDecimal amount)
            implements RecomputedResult {}

    /** What the text says instead. */
    record TextResult(String text) implements RecomputedResult {}

    /** The figure of the period itself, in so many of the filled cells. */
    record EndValueResult(Period period, int repeatingCells, int filledCells)
            implements RecomputedResult {}

    record ImpossibleResult(Reason reason) implements RecomputedResult {}

    /** By a formula of the columns, with the decimals of what was printed. */
    record FormulaAmount(BigDecimal amount, String formula) implements RecomputedResult {}

    /** A word that follows from the numbers. @param by the columns it follows from */
    record WordByFigures(String word, String by) implements RecomputedResult {}

    record NoResult() implements RecomputedResult {}
}
