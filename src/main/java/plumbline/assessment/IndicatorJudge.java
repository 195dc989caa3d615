package plumbline.assessment;

import plumbline.assessment.Judgement.Unjudged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assesses one indicator of a plan: the value, the formulas, the verdict. */
public final class IndicatorJudge {
    private static final Set<Formula> ALL_FORMULAS = EnumSet.allOf(Formula.class);
    private static final Set<Formula> FORMULAS_OF_MEANS =
            EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS, Formula.GAP);
    private static final Set<Formula> FORMULAS_WITHOUT_A_WAY =
            EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS);
    private static final Set<Formula> FORMULAS_OF_TIME_ALONE = EnumSet.of(Formula.TIME_PROGRESS);

    /** The formulas that mean something for a kind; all for a kind that is not named. */
    private static final Map<IndicatorKind, Set<Formula>> FORMULAS_BY_KIND =
            new EnumMap<>(
                    Map.of(
                            IndicatorKind.MEAN, FORMULAS_OF_MEANS,
                            IndicatorKind.GROWTH, FORMULAS_OF_MEANS,
                            IndicatorKind.HOLD, FORMULAS_WITHOUT_A_WAY,
                            IndicatorKind.MILESTONE, FORMULAS_OF_TIME_ALONE,
                            IndicatorKind.ZERO, FORMULAS_OF_TIME_ALONE));

    /** Of a range there is no share, but on the way to its nearer border. */
    private static final Set<Formula> FORMULAS_OF_SHARES =
            EnumSet.of(Formula.ATTAINMENT, Formula.PROGRESS, Formula.PROGRESS_DUE, Formula.PACE);

    /** What only an indicator still under way needs. */
    private static final Set<Formula> FORMULAS_OF_WHAT_IS_AHEAD =
            EnumSet.of(Formula.PACE, Formula.NEEDED_PER_YEAR);

    private final Plan plan;
    private final Indicator indicator;
    private final ReportedFigures reported;
    private final VerdictRule rule;
    private final Course course;
    private final YearlyFigures years;
    private final VerdictJudge verdictJudge;

    public IndicatorJudge(Plan plan, Indicator indicator, ReportedFigures reported) {
        this.plan = plan;
        this.indicator = indicator;
        this.reported = reported;
        this.rule = plan.ruleFor(indicator);
        this.course = plan.courseWithinPlanOn(indicator, reported.evaluationDate());
        this.years = new YearlyFigures(plan, reported);
        this.verdictJudge = new VerdictJudge(years, course);
    }

    public Assessment assess(int number) {
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty())
            return assessWithoutValue(
                    number, latest, Optional.empty(), reported.reasonWithoutFigure());
        JudgedValue.JudgedValueResult found = JudgedValue.computeValue(years, latest.get());
        if (found.value().isEmpty())
            return assessWithoutValue(
                    number, latest, found.unknownFigure(), found.reasonWithoutValue());
        return assessValue(number, found.value().get());
    }

    private Assessment assessValue(int number, JudgedValue value) {
        CourseArithmetic sums =
                CourseArithmetic.forValue(plan, indicator.judgedCourse(course), value);
        BorderlineCheck precision = new BorderlineCheck(indicator, course, sums, value);
        Figure progress = figureIfMeaningful(sums.progress(), value);
        Judgement judgement = unlessTooOld(verdictJudge.judgeValue(sums, value));
        RemarkCollector remarks = new RemarkCollector(indicator, years, rule, course, value);
        CourseArithmetic decided = sums.withCourse(course);
        return new Assessment(
                number,
                indicator,
                rule,
                reported.evaluationDate(),
                Optional.of(value.judgedObservation()),
                reported.forecast(),
                Optional.of(value.amount()),
                value.derivation(),
                figureIfMeaningful(sums.attainment(), value),
                progress,
                sums.timeProgress(),
                figureIfMeaningful(sums.due(), value),
                figureIfMeaningful(sums.progressDue(), value),
                figureIfMeaningful(sums.pace(), value),
                figureIfMeaningful(decided.gap(), value),
                figureIfMeaningful(decided.neededPerYear(), value),
                figureIfMeaningful(sums.achievedPerYear(), value),
                precision.progressInterval(progress),
                precision.withBorderlineRemark(
                        remarks.withRemarks(judgement, progress), verdictJudge),
                missedYears());
    }

    /**
     * A figure that a newer one should have followed carries no verdict, but what it decided for
     * good.
     */
    private Judgement unlessTooOld(Judgement judgement) {
        if (VerdictJudge.isDecidedForGood(judgement, indicator.kind())) return judgement;
        Optional<Period> latest = reported.latest().map(Observation::period);
        if (years.isPlanOver() && !reported.reachesLastYear())
            return new Unjudged(new Reason(Cause.FINAL_FIGURE_MISSING, latest, List.of()));
        return reported.isOlderThan(rule.figureAge())
                ? new Unjudged(new Reason(Cause.STALE, latest, List.of()))
                : judgement;
    }

    /** What is due anew each year is missed for good where its own year did. */
    private List<MissedYear> missedYears() {
        if (indicator.kind() != IndicatorKind.YEARLY) return List.of();
        List<MissedYear> missed = new ArrayList<>();
        for (Observation o : years.figureOfEachYear())
            JudgedValue.computeValue(years, o)
                    .value()
                    .filter(JudgedValue::isWhole)
                    .ifPresent(v -> missed.addAll(yearsMissedBy(v)));
        return missed;
    }

    private List<MissedYear> yearsMissedBy(JudgedValue value) {
        return course.yearlyTargets().stream()
                .filter(
                        m ->
                                m.day().equals(value.dueDay())
                                        && !m.day().isAfter(reported.evaluationDate()))
                .filter(m -> !verdictJudge.isMet(m, value))
                .map(m -> new MissedYear(m.day().getYear(), value.amount(), m))
                .toList();
    }

    /**
     * The figure, or why it means nothing: for the kind, for what is asked, or where the value lies
     * to a range.
     */
    private Figure figureIfMeaningful(Figure figure, JudgedValue value) {
        Formula formula = figure.formula();
        if (!FORMULAS_BY_KIND.getOrDefault(indicator.kind(), ALL_FORMULAS).contains(formula))
            return unknownFigure(formula, Reason.forCause(Cause.NOT_FOR_KIND));
        if (hasNoWay() && !FORMULAS_WITHOUT_A_WAY.contains(formula))
            return unknownFigure(formula, Reason.forCause(Cause.KEPT_NOT_REACHED));
        if (verdictJudge.isOver(value) && FORMULAS_OF_WHAT_IS_AHEAD.contains(formula))
            return unknownFigure(formula, Reason.forCause(Cause.NO_TIME_LEFT));
        if (isMeaninglessForRange(formula, value))
            return unknownFigure(formula, Reason.forCause(Cause.TARGET_IS_RANGE));
        return figure;
    }

    private boolean hasNoWay() {
        return indicator.kind().isJudgedOnCourse() && indicator.demandOf(course) == Demand.KEEP;
    }

    private boolean isMeaninglessForRange(Formula formula, JudgedValue value) {
        boolean noShare =
                course.hasRangeTarget()
                        && !verdictJudge.isOnTheWay(value)
                        && FORMULAS_OF_SHARES.contains(formula);
        boolean nothingDue = indicator.isJudgedByRange(course) && formula == Formula.DUE;
        return noShare || nothingDue;
    }

    private Assessment assessWithoutValue(
            int number, Optional<Observation> latest, Optional<Figure> derived, Reason reason) {
        boolean notYetDue =
                indicator.kind() == IndicatorKind.MILESTONE
                        && course.finalTarget().isPresent()
                        && course.lastTargetUpTo(reported.evaluationDate()).isEmpty();
        Reason why = notYetDue ? Reason.forCause(Cause.NOT_YET_DUE) : reason;
        return new Assessment(
                number,
                indicator,
                rule,
                reported.evaluationDate(),
                latest,
                reported.forecast(),
                Optional.empty(),
                derived,
                unknownFigure(Formula.ATTAINMENT, reason),
                unknownFigure(Formula.PROGRESS, reason),
                unknownFigure(Formula.TIME_PROGRESS, reason),
                unknownFigure(Formula.DUE, reason),
                unknownFigure(Formula.PROGRESS_DUE, reason),
                unknownFigure(Formula.PACE, reason),
                unknownFigure(Formula.GAP, reason),
                unknownFigure(Formula.NEEDED_PER_YEAR, reason),
                unknownFigure(Formula.ACHIEVED_PER_YEAR, reason),
                Optional.empty(),
                new Unjudged(why),
                List.of());
    }

    private static Figure unknownFigure(Formula formula, Reason reason) {
        return new Figure.Unknown(formula, reason);
    }
}
