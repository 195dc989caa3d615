package plumbline.proofreading;

import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A sentence that counts indicators: 13项指标中，有10项达到进度要求，占76.9%.
 *
 * @param judgedCount of how many of them it says that they were judged: what a share is of
 * @param countedTogether with those counted before it in the sentence, up to the last share:
 *     3项…，2项…，占83.3%
 * @param verdicts the classes it counts, by its words
 * @param sharePercent in percent, with the decimals it was written with
 */
public record Headline(
        int indicatorCount,
        OptionalInt judgedCount,
        int countedHere,
        int countedTogether,
        Set<Verdict> verdicts,
        Optional<BigDecimal> sharePercent,
        Quote quote) {
    public Headline {
        verdicts = Set.copyOf(verdicts);
    }

    /** What a share is of: those that were judged, or all. */
    int shareBase() {
        return judgedCount.orElse(indicatorCount);
    }
}
