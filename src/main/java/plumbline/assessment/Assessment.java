package plumbline.assessment;

import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.HandVerdict;
import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one indicator stands at an evaluation date. Every figure is there: known, or unknown with
 * its reason.
 *
 * @param number 序号 in the plan, from 1
 * @param latest the observation that was judged
 * @param forecast the newest forecast that lies after it, whatever the evaluation date
 * @param rule by which it was judged
 * @param value A: the latest value, or what the kind makes of the series
 * @param derived how A was computed, where it does not stand in the series as it is
 * @param gap T − A
 * @param missed of a value that begins anew each year: the years that are over and missed their own
 *     target
 * @param interval where progress may really lie, given the digits that were printed
 */
public record Assessment(
        int number,
        Indicator indicator,
        VerdictRule rule,
        LocalDate at,
        Optional<Observation> latest,
        Optional<Observation> forecast,
        Optional<BigDecimal> value,
        Optional<Figure> derived,
        Figure attainment,
        Figure progress,
        Figure timeProgress,
        Figure due,
        Figure progressDue,
        Figure pace,
        Figure gap,
        Figure neededPerYear,
        Figure achievedPerYear,
        Optional<Interval> interval,
        Judgement judgement,
        List<MissedYear> missed) {

    public Assessment {
        missed = List.copyOf(missed);
    }

    /** The figures that were looked at: the indicator's own, and the totals of its parts. */
    public Series series() {
        return Series.of(indicator);
    }

    /** True if there is a value, but it stays in the house: only a value is ever judged. */
    public boolean withheld() {
        return latest.filter(o -> o.reading() instanceof Reading.Missing).isPresent()
                || derived.filter(Figure::withheld).isPresent();
    }

    /**
     * What the value speaks of: the latest figure's own period, or all that was put into it where
     * it was computed from several.
     */
    public Optional<Period> spoken() {
        return latest.map(
                o -> derived.map(f -> new Period(since(f, o), o.asOfMonth())).orElse(o.period()));
    }

    private YearMonth since(Figure figure, Observation last) {
        Stream<YearMonth> put =
                figure.either(
                        known ->
                                known.inputs().stream()
                                        .flatMap(i -> since(known.formula(), i.origin())),
                        _ ->
                                indicator.observations().stream()
                                        .filter(
                                                o ->
                                                        !o.forecast()
                                                                && !o.asOfMonth()
                                                                        .isAfter(last.asOfMonth()))
                                        .map(o -> o.period().first()));
        return put.min(Comparator.naturalOrder())
                .filter(m -> !m.isAfter(last.asOfMonth()))
                .orElse(last.period().first());
    }

    /** Growth begins after its baseline; a total only with its first period. */
    private static Stream<YearMonth> since(Formula formula, Origin origin) {
        return switch (origin) {
            case Origin.Reported(Observation o) -> Stream.of(o.period().first());
            case Origin.RolledUp(Total total) -> Stream.of(total.period().first());
            case Origin.Planned(var m) when formula == Formula.MEAN_GROWTH ->
                    Stream.of(YearMonth.from(m.on()).plusMonths(1));
            case Origin.Planned _, Origin.Derived _, Origin.Calendar _ -> Stream.empty();
        };
    }

    /**
     * True on a course whose end is not reached: only then is there a way left to go. Also of a
     * distance that stays in the house.
     */
    public boolean toGo() {
        return indicator.kind().onCourse()
                && (gap.withheld()
                        || gap.number().filter(g -> g.signum() != 0).isPresent() && !arrived());
    }

    /** True where the value has met the final target of its course. */
    public boolean arrived() {
        return indicator.kind().onCourse()
                && value.flatMap(v -> course().target().map(t -> t.metBy(v))).orElse(false);
    }

    /** True where the way left to go leads down. */
    public boolean downward() {
        return gap.number()
                .map(g -> g.signum() < 0)
                .orElse(indicator.direction() == Direction.LOWER);
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
