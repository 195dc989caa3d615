package plumbline.comparison;

import plumbline.assessment.Assessment;
import plumbline.assessment.Judgement;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What of an assessment is compared: the verdict as it reads, the value, the progress. 1.50 and 1.5
 * are one value.
 */
record Outcome(Optional<Said> said, Optional<BigDecimal> value, Optional<BigDecimal> progress) {

    /**
     * @param label the rule's own name for the class; empty if it has none
     */
    record Said(Verdict verdict, boolean passOrFail, String label) {}

    static Outcome of(Assessment a) {
        return new Outcome(said(a), plain(a.value()), plain(a.progress().number()));
    }

    static Optional<Said> said(Assessment a) {
        return a.verdict().map(v -> new Said(v, a.judgement().passOrFail(), label(a.judgement())));
    }

    private static String label(Judgement judgement) {
        return judgement instanceof Judgement.Judged(_, Judgement.InBand in, _)
                ? in.band().label()
                : "";
    }

    private static Optional<BigDecimal> plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::stripTrailingZeros);
    }
}
