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
record ComparedOutcome(
        Optional<NamedVerdict> namedVerdict,
        Optional<BigDecimal> value,
        Optional<BigDecimal> progress) {

    /**
     * @param label the rule's own name for the class; empty if it has none
     */
    record NamedVerdict(Verdict verdict, boolean isPassOrFail, String label) {}

    static ComparedOutcome fromAssessment(Assessment a) {
        return new ComparedOutcome(
                findNamedVerdict(a),
                withoutTrailingZeros(a.value()),
                withoutTrailingZeros(a.progress().knownValue()));
    }

    static Optional<NamedVerdict> findNamedVerdict(Assessment a) {
        return a.verdict()
                .map(
                        v ->
                                new NamedVerdict(
                                        v, a.judgement().isPassOrFail(), bandLabel(a.judgement())));
    }

    private static String bandLabel(Judgement judgement) {
        return judgement instanceof Judgement.Judged(_, Judgement.InBand in, _)
                ? in.band().label()
                : "";
    }

    private static Optional<BigDecimal> withoutTrailingZeros(Optional<BigDecimal> number) {
        return number.map(BigDecimal::stripTrailingZeros);
    }
}
