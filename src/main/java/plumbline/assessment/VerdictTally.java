package plumbline.assessment;

import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many indicators were given each verdict, and how many none. */
public record VerdictTally(Map<Verdict, Integer> counts, int unjudgedCount) {
    public VerdictTally {
        counts = Map.copyOf(counts);
    }

    public static VerdictTally forAssessments(Collection<Assessment> assessments) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        assessments.forEach(a -> a.verdict().ifPresent(v -> counts.merge(v, 1, Integer::sum)));
        int judged = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new VerdictTally(counts, assessments.size() - judged);
    }

    public int countOf(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    public int totalCount() {
        return unjudgedCount + counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** On course or better. */
    public int onCourseCount() {
        return countOf(Verdict.AHEAD) + countOf(Verdict.FASTER) + countOf(Verdict.ON_COURSE);
    }

    /** On course or better ÷ all, as a fraction; absent for no indicators at all. */
    public Optional<BigDecimal> shareOnCourse() {
        if (totalCount() == 0) return Optional.empty();
        return Optional.of(
                BigDecimal.valueOf(onCourseCount())
                        .divide(BigDecimal.valueOf(totalCount()), MathContext.DECIMAL128));
    }
}
