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

    /** How much of what there is was judged. */
    public enum Coverage {
        WHOLE,
        PARTLY,
        NONE
    }

    /** No indicators at all are judged wholly. */
    public Coverage coverage() {
        if (unjudgedCount == 0) return Coverage.WHOLE;
        return judgedCount() == 0 ? Coverage.NONE : Coverage.PARTLY;
    }

    public int totalCount() {
        return unjudgedCount + counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** On course or better. */
    public int onCourseCount() {
        return countOf(Verdict.AHEAD) + countOf(Verdict.FASTER) + countOf(Verdict.ON_COURSE);
    }

    public int judgedCount() {
        return totalCount() - unjudgedCount;
    }

    /** On course or better ÷ judged, as a fraction; absent where nothing was judged. */
    public Optional<BigDecimal> shareOnCourse() {
        if (judgedCount() == 0) return Optional.empty();
        return Optional.of(
                BigDecimal.valueOf(onCourseCount())
                        .divide(BigDecimal.valueOf(judgedCount()), MathContext.DECIMAL128));
    }
}
