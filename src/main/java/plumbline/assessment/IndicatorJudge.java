package plumbline.assessment;

import plumbline.assessment.Judgement.Unjudged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
    private static final Set<Formula> ALL = EnumSet.allOf(Formula.class);
    private static final Set<Formula> OF_A_MEAN =
            EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS, Formula.GAP);
    private static final Set<Formula> WITHOUT_A_WAY =
            EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS);
    private static final Set<Formula> OF_TIME_ALONE = EnumSet.of(Formula.TIME_PROGRESS);

    /** The formulas that mean something for a kind; all for a kind that is not named. */
    private static final Map<Kind, Set<Formula>> FITTING =
            new EnumMap<>(
                    Map.of(
                            Kind.MEAN, OF_A_MEAN,
                            Kind.GROWTH, OF_A_MEAN,
                            Kind.HOLD, WITHOUT_A_WAY,
                            Kind.MILESTONE, OF_TIME_ALONE,
                            Kind.ZERO, OF_TIME_ALONE));

    /** Of a range there is no share, but on the way to its nearer border. */
    private static final Set<Formula> SHARES =
            EnumSet.of(Formula.ATTAINMENT, Formula.PROGRESS, Formula.PROGRESS_DUE, Formula.PACE);

    /** What only an indicator still under way needs. */
    private static final Set<Formula> OF_WHAT_IS_AHEAD =
            EnumSet.of(Formula.PACE, Formula.NEEDED_PER_YEAR);

    private final Plan plan;
    private final Indicator indicator;
    private final Reported reported;
    private final VerdictRule rule;
    private final Course course;
    private final Years years;
    private final VerdictJudge judge;

    public IndicatorJudge(Plan plan, Indicator indicator, Reported reported) {
        this.plan = plan;
        this.indicator = indicator;
        this.reported = reported;
        this.rule = plan.ruleOf(indicator);
        this.course = plan.courseOf(indicator, reported.at());
        this.years = new Years(plan, reported);
        this.judge = new VerdictJudge(years, course);
    }

    public Assessment assess(int number) {
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty()) return without(number, latest, Optional.empty(), reported.absence());
        JudgedValue.Found found = JudgedValue.of(years, latest.get());
        if (found.value().isEmpty())
            return without(number, latest, found.missing(), found.reason());
        return assess(number, found.value().get());
    }

    private Assessment assess(int number, JudgedValue value) {
        Arithmetic sums = Arithmetic.of(plan, indicator.judgedCourse(course), value);
        BorderlineCheck precision = new BorderlineCheck(indicator, course, sums, value);
        Figure progress = fitting(sums.progress(), value);
        Judgement judgement = notTooOld(judge.judge(sums, value));
        Remarks remarks = new Remarks(indicator, years, rule, course, value);
        Arithmetic decided = sums.on(course);
        return new Assessment(
                number,
                indicator,
                rule,
                reported.at(),
                Optional.of(value.judged()),
                reported.forecast(),
                Optional.of(value.amount()),
                value.derived(),
                fitting(sums.attainment(), value),
                progress,
                sums.timeProgress(),
                fitting(sums.due(), value),
                fitting(sums.progressDue(), value),
                fitting(sums.pace(), value),
                fitting(decided.gap(), value),
                fitting(decided.neededPerYear(), value),
                fitting(sums.achievedPerYear(), value),
                precision.progressInterval(progress),
                precision.mark(remarks.beside(judgement, progress), judge),
                missedYears());
    }

    /**
     * A figure that a newer one should have followed carries no verdict, but what it decided for
     * good.
     */
    private Judgement notTooOld(Judgement judgement) {
        if (VerdictJudge.isDecidedForGood(judgement, indicator.kind())) return judgement;
        Optional<Period> latest = reported.latest().map(Observation::period);
        if (years.isPlanOver() && !reported.reachesLastYear())
            return new Unjudged(new Reason(Cause.FINAL_FIGURE_MISSING, latest, List.of()));
        return reported.isStale()
                ? new Unjudged(new Reason(Cause.STALE, latest, List.of()))
                : judgement;
    }

    /** What is due anew each year is missed for good where its own year did. */
    private List<MissedYear> missedYears() {
        if (indicator.kind() != Kind.YEARLY) return List.of();
        List<MissedYear> missed = new ArrayList<>();
        for (Observation o : years.figures())
            JudgedValue.of(years, o)
                    .value()
                    .filter(JudgedValue::isWhole)
                    .ifPresent(v -> missed.addAll(missedBy(v)));
        return missed;
    }

    private List<MissedYear> missedBy(JudgedValue value) {
        return course.yearly().stream()
                .filter(m -> m.on().equals(value.dueDay()) && !m.on().isAfter(reported.at()))
                .filter(m -> !judge.isMet(m, value))
                .map(m -> new MissedYear(m.on().getYear(), value.amount(), m))
                .toList();
    }

    /**
     * The figure, or why it means nothing: for the kind, for what is asked, or where the value lies
     * to a range.
     */
    private Figure fitting(Figure figure, JudgedValue value) {
        Formula formula = figure.formula();
        if (!FITTING.getOrDefault(indicator.kind(), ALL).contains(formula))
            return unknown(formula, Reason.of(Cause.NOT_FOR_KIND));
        if (hasNoWay() && !WITHOUT_A_WAY.contains(formula))
            return unknown(formula, Reason.of(Cause.KEPT_NOT_REACHED));
        if (judge.isOver(value) && OF_WHAT_IS_AHEAD.contains(formula))
            return unknown(formula, Reason.of(Cause.NO_TIME_LEFT));
        if (isMeaninglessForRange(formula, value))
            return unknown(formula, Reason.of(Cause.TARGET_IS_RANGE));
        return figure;
    }

    private boolean hasNoWay() {
        return indicator.kind().onCourse() && indicator.demandOf(course) == Demand.KEEP;
    }

    private boolean isMeaninglessForRange(Formula formula, JudgedValue value) {
        boolean noShare = course.ranged() && !judge.isOnTheWay(value) && SHARES.contains(formula);
        boolean nothingDue = indicator.ranged(course) && formula == Formula.DUE;
        return noShare || nothingDue;
    }

    private Assessment without(
            int number, Optional<Observation> latest, Optional<Figure> derived, Reason reason) {
        boolean notYetDue =
                indicator.kind() == Kind.MILESTONE
                        && course.target().isPresent()
                        && course.lastTargetUpTo(reported.at()).isEmpty();
        Reason why = notYetDue ? Reason.of(Cause.NOT_YET_DUE) : reason;
        return new Assessment(
                number,
                indicator,
                rule,
                reported.at(),
                latest,
                reported.forecast(),
                Optional.empty(),
                derived,
                unknown(Formula.ATTAINMENT, reason),
                unknown(Formula.PROGRESS, reason),
                unknown(Formula.TIME_PROGRESS, reason),
                unknown(Formula.DUE, reason),
                unknown(Formula.PROGRESS_DUE, reason),
                unknown(Formula.PACE, reason),
                unknown(Formula.GAP, reason),
                unknown(Formula.NEEDED_PER_YEAR, reason),
                unknown(Formula.ACHIEVED_PER_YEAR, reason),
                Optional.empty(),
                new Unjudged(why),
                List.of());
    }

    private static Figure unknown(Formula formula, Reason reason) {
        return new Figure.Unknown(formula, reason);
    }
}
