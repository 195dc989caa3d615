package plumbline.proofreading;

import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence that counts indicators: 13项指标中，有10项达到进度要求，占76.9%.
 *
 * @param together with those counted before it in the sentence, up to the last share:
 *     3项…，2项…，占83.3%
 * @param which the classes it counts, by its words
 * @param share in percent, with the decimals it was written with
 */
public record Headline(
        int total,
        int counted,
        int together,
        Set<Verdict> which,
        Optional<BigDecimal> share,
        Quote quote) {
    public Headline {
        which = Set.copyOf(which);
    }
}
