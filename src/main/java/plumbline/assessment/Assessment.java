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
 * @param derivation how A was computed, where it does not stand in the series as it is
 * @param gap T − A
 * @param missedYears of a value that begins anew each year: the years that are over and missed
 *     their own target
 * @param progressInterval where progress may really lie, given the digits that were printed
 */
public record Assessment(
        int number,
        Indicator indicator,
        VerdictRule rule,
        LocalDate evaluationDate,
        Optional<Observation> latest,
        Optional<Observation> forecast,
        Optional<BigDecimal> value,
        Optional<Figure> derivation,
        Figure attainment,
        Figure progress,
        Figure timeProgress,
        Figure due,
        Figure progressDue,
        Figure pace,
        Figure gap,
        Figure neededPerYear,
        Figure achievedPerYear,
        Optional<Interval> progressInterval,
        Judgement judgement,
        List<MissedYear> missedYears) {

    public Assessment {
        missedYears = List.copyOf(missedYears);
    }

    /** The figures that were looked at: the indicator's own, and the totals of its parts. */
    public FigureSeries series() {
        return FigureSeries.forIndicator(indicator);
    }

    /** True if there is a value, but it stays in the house: only a value is ever judged. */
    public boolean isWithheld() {
        return latest.filter(o -> o.reading() instanceof Reading.Missing).isPresent()
                || derivation.filter(Figure::isWithheld).isPresent();
    }

    /**
     * What the value speaks of: the latest figure's own period, or all that was put into it where
     * it was computed from several.
     */
    public Optional<Period> valuePeriod() {
        return latest.map(
                o ->
                        derivation
                                .map(f -> new Period(firstMonth(f, o), o.lastCoveredMonth()))
                                .orElse(o.period()));
    }

    private YearMonth firstMonth(Figure figure, Observation last) {
        Stream<YearMonth> put =
                figure.foldKnownOrUnknown(
                        known ->
                                known.inputs().stream()
                                        .flatMap(
                                                i ->
                                                        firstMonthOfOrigin(
                                                                known.formula(), i.origin())),
                        _ ->
                                indicator.observations().stream()
                                        .filter(
                                                o ->
                                                        !o.isForecast()
                                                                && !o.lastCoveredMonth()
                                                                        .isAfter(
                                                                                last
                                                                                        .lastCoveredMonth()))
                                        .map(o -> o.period().firstMonth()));
        return put.min(Comparator.naturalOrder())
                .filter(m -> !m.isAfter(last.lastCoveredMonth()))
                .orElse(last.period().firstMonth());
    }

    /** Growth begins after its baseline; a total only with its first period. */
    private static Stream<YearMonth> firstMonthOfOrigin(Formula formula, Origin origin) {
        return switch (origin) {
            case Origin.Reported(Observation o) -> Stream.of(o.period().firstMonth());
            case Origin.RolledUp(PartsTotal total) -> Stream.of(total.period().firstMonth());
            case Origin.Planned(var m) when formula == Formula.MEAN_GROWTH ->
                    Stream.of(YearMonth.from(m.day()).plusMonths(1));
            case Origin.Planned _, Origin.Derived _, Origin.Calendar _ -> Stream.empty();
        };
    }

    /**
     * True on a course whose end is not reached: only then is there a way left to go. Also of a
     * distance that stays in the house.
     */
    public boolean hasWayToGo() {
        return indicator.kind().isJudgedOnCourse()
                && (gap.isWithheld()
                        || gap.knownValue().filter(g -> g.signum() != 0).isPresent()
                                && !hasReachedTarget());
    }

    /** True where the value has met the final target of its course. */
    public boolean hasReachedTarget() {
        return indicator.kind().isJudgedOnCourse()
                && value.flatMap(v -> courseInForce().finalTarget().map(t -> t.isMetBy(v)))
                        .orElse(false);
    }

    /** True where the way left to go leads down. */
    public boolean leadsDown() {
        return gap.knownValue()
                .map(g -> g.signum() < 0)
                .orElse(indicator.direction() == Direction.LOWER);
    }

    public Optional<Verdict> verdict() {
        return judgement.findVerdict();
    }

    /** The targets in force at the evaluation date. */
    public Course courseInForce() {
        return indicator.courseInForceOn(evaluationDate);
    }

    /** The verdict set by hand up to the evaluation date: it stands beside the computed one. */
    public Optional<HandVerdict> handVerdict() {
        return indicator.handVerdict().filter(h -> !h.day().isAfter(evaluationDate));
    }

    /** The revisions decided up to the evaluation date. */
    public List<TargetRevision> revisionsInForce() {
        return indicator.revisions().stream()
                .filter(r -> !r.decidedOn().isAfter(evaluationDate))
                .toList();
    }
}
