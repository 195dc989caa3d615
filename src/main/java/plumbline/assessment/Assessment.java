package plumbline.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import plumbline.plan.Course;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

/**
 * Where one indicator stands at an evaluation date. Every figure is there: known, or unknown with its reason.
 *
 * @param number       序号 in the plan, from 1
 * @param latest       the observation that was judged
 * @param forecast     the newest forecast that lies after it, whatever the evaluation date
 * @param rule         by which it was judged
 * @param value        A: the latest value, or what the kind makes of the series
 * @param derived      how A was computed, where it does not stand in the series as it is
 * @param gap          T − A
 * @param interval     where progress may really lie, given the digits that were printed
 */
public record Assessment(int number, Indicator indicator, VerdictRule rule, LocalDate at, Optional<Observation> latest, Optional<Observation> forecast,
        Optional<BigDecimal> value, Optional<Figure> derived, Figure attainment, Figure progress, Figure timeProgress, Figure due,
        Figure progressDue, Figure pace, Figure gap, Figure neededPerYear, Figure achievedPerYear, Optional<Interval> interval, Judgement judgement) {

    /** The figures that were looked at: the indicator's own, and the totals of its parts. */
    public Series series() {
        return Series.of(indicator);
    }

    /** True if there is a value, but it stays in the house: only a value is ever judged. */
    public boolean withheld() {
        return latest.filter(o -> o.reading() instanceof Reading.Missing).isPresent() || derived.filter(Figure::withheld).isPresent();
    }

    public Optional<Verdict> verdict() {
        return judgement.given();
    }

    /** The targets in force at the evaluation date. */
    public Course course() {
        return indicator.courseAt(at);
    }

    /** The verdict set by hand up to the evaluation date: it stands beside the computed one. */
    public Optional<HandVerdict> byHand() {
        return indicator.handVerdict().filter(h -> !h.on().isAfter(at));
    }

    /** The revisions decided up to the evaluation date. */
    public List<TargetRevision> revisions() {
        return indicator.revisions().stream().filter(r -> !r.decided().isAfter(at)).toList();
    }
}
