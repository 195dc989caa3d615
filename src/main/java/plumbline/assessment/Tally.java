package plumbline.assessment;

import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many indicators were given each verdict, and how many none. */
public record Tally(Map<Verdict, Integer> verdicts, int unjudged) {
    public Tally {
        verdicts = Map.copyOf(verdicts);
    }

    public static Tally of(Collection<Assessment> assessments) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        assessments.forEach(a -> a.verdict().ifPresent(v -> counts.merge(v, 1, Integer::sum)));
        int judged = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Tally(counts, assessments.size() - judged);
    }

    public int of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    public int total() {
        return unjudged + verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** On course or better. */
    public int onCourse() {
        return of(Verdict.AHEAD) + of(Verdict.FASTER) + of(Verdict.ON_COURSE);
    }

    /** On course or better ÷ all, as a fraction; absent for no indicators at all. */
    public Optional<BigDecimal> shareOnCourse() {
        if (total() == 0) return Optional.empty();
        return Optional.of(
                BigDecimal.valueOf(onCourse())
                        .divide(BigDecimal.valueOf(total()), MathContext.DECIMAL128));
    }
}
