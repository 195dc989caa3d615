package plumbline.proofreading;

import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence that counts indicators: 13项指标中，有10项达到进度要求，占76.9%.
 *
 * @param countedTogether with those counted before it in the sentence, up to the last share:
 *     3项…，2项…，占83.3%
 * @param verdicts the classes it counts, by its words
 * @param sharePercent in percent, with the decimals it was written with
 */
public record Headline(
        int indicatorCount,
        int countedHere,
        int countedTogether,
        Set<Verdict> verdicts,
        Optional<BigDecimal> sharePercent,
        Quote quote) {
    public Headline {
        verdicts = Set.copyOf(verdicts);
    }
}
