package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.assessment.Judgement.Unjudged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The verdict on one value by one course: which question is asked, and how it is answered. */
final class VerdictJudge {
    private final YearlyFigures years;
    private final Indicator indicator;
    private final VerdictRule rule;
    private final Course course;
    private final Demand demand;

    /**
     * @param course the targets in force, starting at the plan's beginning
     */
    VerdictJudge(YearlyFigures years, Course course) {
        this.years = years;
        this.indicator = years.reported().series().indicator();
        this.rule = years.plan().ruleFor(indicator);
        this.course = course;
        this.demand = indicator.demandOf(course);
    }

    /** The same question on another course. */
    VerdictJudge withCourse(Course other) {
        return new VerdictJudge(years, other);
    }

    Judgement judgeValue(CourseArithmetic sums, JudgedValue value) {
        return isOver(value) ? judgeAtTheEnd(value) : judgeUnderWay(sums, value);
    }

    /**
     * True once the day of the final target, or the plan's last day, has come, and the value speaks
     * of it.
     */
    boolean isOver(JudgedValue value) {
        if (years.isPlanOver()) return true;
        Optional<LocalDate> due = course.finalTarget().map(Milestone::day);
        return due.isPresent()
                && !due.get().isAfter(years.reported().evaluationDate())
                && !due.get().isAfter(value.dueDay());
    }

    private Judgement judgeUnderWay(CourseArithmetic sums, JudgedValue value) {
        return switch (indicator.kind()) {
            case STOCK, CUMULATIVE -> judgeOnCourse(sums, value);
            case YEARLY -> judgeYearly(sums, value);
            case MEAN, GROWTH -> judgeWholeYears(sums, value);
            case HOLD -> judgeHeldYears();
            case ZERO -> judgeEvents();
            case MILESTONE -> judgeMilestone(value);
        };
    }

    private Judgement judgeOnCourse(CourseArithmetic sums, JudgedValue value) {
        Optional<Milestone> target = course.finalTarget();
        if (course.milestones().stream().allMatch(m -> m.role() == Role.BASELINE))
            return new Unjudged(Reason.forCause(Cause.NO_TARGET));
        if (demand == Demand.KEEP) return judgeKeptLimit(value);
        if (indicator.isJudgedByRange(course))
            return judgeAgainstTarget(requireNextTarget(value), value);
        if (course.baseline().isEmpty()) return judgeWithoutBaseline(sums, value);
        if (target.isEmpty()) return judgeWithoutFinalTarget(value);
        if (isPastTheRange(value)) return judgeAgainstTarget(target.get(), value);
        if (rule.metIsAhead() && isReached(target.get(), value))
            return new Judged(
                    Verdict.AHEAD,
                    new Judgement.TargetMet(value.amount(), target.get()),
                    List.of());
        if (sums.isTargetTheBaseline())
            return new Unjudged(Reason.forCause(Cause.TARGET_IS_BASELINE));
        if (isRange() && !isOnTheWay(value))
            return sums.due().foldKnownOrUnknown(_ -> judgeAgainstDue(sums), Unjudged::new);
        return judgeByRule(sums, value, target.get());
    }

    private Judgement judgeByRule(CourseArithmetic sums, JudgedValue value, Milestone target) {
        boolean byAttainment = rule.basis() == VerdictRule.Basis.ATTAINMENT;
        if (byAttainment && !sums.isAttainmentMeaningful(indicator.direction()))
            return judgeAgainstTarget(target, value);
        Figure measure = measureOfRule(sums);
        boolean unknown = measure instanceof Figure.Unknown;
        if (unknown && isOnlyDueKnown(((Figure.Unknown) measure).reason().cause(), value))
            return judgeAgainstDue(sums);
        return measure.foldKnownOrUnknown(known -> judgeInBand(known.value(), sums), Unjudged::new);
    }

    /**
     * Without a baseline only a target whose day has come, or one that is met early, can be judged.
     */
    private Judgement judgeWithoutBaseline(CourseArithmetic sums, JudgedValue value) {
        Optional<Milestone> due = findDueTarget(value);
        if (due.isPresent()) return judgeAgainstTarget(due.get(), value);
        boolean metEarly =
                rule.metIsAhead()
                        && course.finalTarget().map(t -> isReached(t, value)).orElse(false);
        if (metEarly)
            return new Judged(
                    Verdict.AHEAD,
                    new Judgement.TargetMet(value.amount(), course.finalTarget().orElseThrow()),
                    List.of());
        return byAttainmentAlone(sums, value)
                .orElseGet(() -> new Unjudged(Reason.forCause(Cause.NO_BASELINE)));
    }

    /** Attainment needs no baseline; where the quotient means nothing the target is met or not. */
    private Optional<Judgement> byAttainmentAlone(CourseArithmetic sums, JudgedValue value) {
        boolean byAttainment = rule.basis() == VerdictRule.Basis.ATTAINMENT;
        if (!byAttainment || course.finalTarget().isEmpty()) return Optional.empty();
        return Optional.of(judgeByRule(sums, value, course.finalTarget().get()));
    }

    private Judgement judgeWithoutFinalTarget(JudgedValue value) {
        return findDueTarget(value)
                .map(due -> judgeAgainstTarget(due, value))
                .orElseGet(() -> new Unjudged(Reason.forCause(Cause.NO_TARGET)));
    }

    /** The newest target whose day has come, of which the value speaks. */
    private Optional<Milestone> findDueTarget(JudgedValue value) {
        LocalDate at = years.reported().evaluationDate();
        LocalDate spoken = value.dueDay();
        return course.lastTargetUpTo(spoken.isBefore(at) ? spoken : at);
    }

    private Milestone requireNextTarget(JudgedValue value) {
        return course.nextTargetFrom(value.dueDay()).or(course::finalTarget).orElseThrow();
    }

    /** A floor or a cap: the relation alone, and how much of what may be lost is lost. */
    private Judgement judgeKeptLimit(JudgedValue value) {
        Milestone target = demandedTarget(requireNextTarget(value));
        boolean met = isMet(target, value);
        return passOrFail(
                met, new Judgement.LimitKept(value.amount(), target, met, marginUsed(value)));
    }

    /**
     * (baseline − value) ÷ (baseline − target); empty where nothing may be lost or no baseline is
     * known.
     */
    private Optional<BigDecimal> marginUsed(JudgedValue value) {
        if (course.baseline().isEmpty()) return Optional.empty();
        BigDecimal baseline = course.baseline().get().amount();
        BigDecimal margin =
                baseline.subtract(demandedTarget(course.finalTarget().orElseThrow()).amount());
        return margin.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        baseline.subtract(value.amount()).divide(margin, MathContext.DECIMAL128));
    }

    /** On the course, or where there is none, against the year's own target. */
    private Judgement judgeYearly(CourseArithmetic sums, JudgedValue value) {
        boolean hasWay =
                course.baseline().isPresent()
                        && course.finalTarget().isPresent()
                        && demand == Demand.REACH
                        && !sums.isTargetTheBaseline();
        if (hasWay || indicator.isJudgedByRange(course)) return judgeOnCourse(sums, value);
        return findTargetOfYear(value.dueDay())
                .map(
                        own ->
                                demand == Demand.KEEP
                                        ? judgeKeptLimit(value)
                                        : judgeAgainstTarget(own, value))
                .orElseGet(() -> judgeOnCourse(sums, value));
    }

    private Optional<Milestone> findTargetOfYear(LocalDate yearEnd) {
        return course.milestones().reversed().stream()
                .filter(m -> m.role() != Role.BASELINE && m.day().getYear() == yearEnd.getYear())
                .findFirst();
    }

    /**
     * A mean over years, or growth: against the target that is due next, never in proportion to
     * time.
     */
    private Judgement judgeWholeYears(CourseArithmetic sums, JudgedValue value) {
        Optional<Milestone> target = course.finalTarget();
        if (target.isEmpty()) return new Unjudged(Reason.forCause(Cause.NO_TARGET));
        boolean inBands =
                rule.basis() == VerdictRule.Basis.ATTAINMENT
                        && !isRange()
                        && sums.isAttainmentMeaningful(indicator.direction());
        if (inBands)
            return measureOfRule(sums)
                    .foldKnownOrUnknown(k -> judgeInBand(k.value(), sums), Unjudged::new);
        Optional<Milestone> midTerm =
                course.midTermTarget().filter(m -> !m.day().isBefore(value.dueDay()));
        return judgeAgainstTarget(midTerm.orElse(target.get()), value);
    }

    private Figure measureOfRule(CourseArithmetic sums) {
        return switch (rule.basis()) {
            case PACE -> sums.pace();
            case PROGRESS -> sums.progress();
            case ATTAINMENT -> sums.attainmentForBetter(indicator.direction());
            case GROWTH_RATIO -> sums.growthRatio(trueBaselineDay());
        };
    }

    /** Of a baseline from before the plan its own day, which its yearly growth is counted from. */
    private Optional<LocalDate> trueBaselineDay() {
        return indicator
                .courseInForceOn(years.reported().evaluationDate())
                .baseline()
                .map(Milestone::day);
    }

    private Judgement judgeInBand(BigDecimal exact, CourseArithmetic sums) {
        BigDecimal measure = CourseArithmetic.roundForComparison(exact);
        BigDecimal time =
                CourseArithmetic.roundForComparison(sums.timeProgress().knownValue().orElseThrow());
        VerdictRule.Band band = rule.bandFor(measure, time);
        return new Judged(
                band.verdict(), new Judgement.InBand(rule.basis(), exact, time, band), List.of());
    }

    /**
     * True where a share of what is due means nothing, though something is due: the course leads
     * away from the target first, or keeps its level.
     */
    private boolean isOnlyDueKnown(Cause cause, JudgedValue value) {
        boolean afterBaseline =
                course.baseline().map(b -> value.dueDay().isAfter(b.day())).orElse(false);
        return cause == Cause.DUE_BELOW_BASELINE || cause == Cause.NOTHING_DUE_YET && afterBaseline;
    }

    /**
     * The value is only held against the course's height: on the way into a range that of its
     * nearer border.
     */
    private Judgement judgeAgainstDue(CourseArithmetic sums) {
        BigDecimal due = CourseArithmetic.roundForComparison(sums.due().knownValue().orElseThrow());
        int side = CourseArithmetic.roundForComparison(sums.value()).compareTo(due);
        boolean met = isRising() ? side >= 0 : side <= 0;
        return passOrFail(met, new Judgement.ComparedWithDue(sums.value(), due, met));
    }

    private boolean isRising() {
        BigDecimal target = indicator.judgedCourse(course).finalTarget().orElseThrow().amount();
        return target.compareTo(course.baseline().orElseThrow().amount()) > 0;
    }

    private boolean isRange() {
        return demand == Demand.STAY_WITHIN && course.hasRangeTarget();
    }

    /** From outside towards the range, which is not reached yet. */
    boolean isOnTheWay(JudgedValue value) {
        if (indicator.isJudgedByRange(course)
                || course.baseline().isEmpty()
                || course.finalTarget().isEmpty()) return false;
        return !isPastTheRange(value) && !isReached(course.finalTarget().get(), value);
    }

    /** Beyond the far end of a range of which both sides count. */
    private boolean isPastTheRange(JudgedValue value) {
        if (!isRange() || course.baseline().isEmpty()) return false;
        Milestone target = course.finalTarget().orElseThrow();
        BigDecimal amount = CourseArithmetic.roundForComparison(value.amount());
        BigDecimal lower = target.limits().getFirst();
        BigDecimal upper = target.limits().getLast();
        boolean rising = course.baseline().get().amount().compareTo(lower) < 0;
        return rising ? amount.compareTo(upper) > 0 : amount.compareTo(lower) < 0;
    }

    /** The last verdict: only whether the target was met, missed, or more than met. */
    private Judgement judgeAtTheEnd(JudgedValue value) {
        Judgement decided =
                switch (indicator.kind()) {
                    case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH -> judgeAgainstFinalTarget(value);
                    case HOLD -> judgeHeldYears();
                    case ZERO -> judgeEvents();
                    case MILESTONE -> judgeMilestone(value);
                };
        if (!(decided
                instanceof Judged(Verdict verdict, Judgement.JudgementGround ground, var remarks)))
            return decided;
        return new Judged(verdict, new Judgement.AtTheEnd(ground), remarks);
    }

    private Judgement judgeAgainstFinalTarget(JudgedValue value) {
        Optional<Milestone> target = course.finalTarget().or(() -> findDueTarget(value));
        if (target.isEmpty()) return new Unjudged(Reason.forCause(Cause.NO_TARGET));
        if (demand == Demand.KEEP) return judgeKeptLimit(value);
        boolean met = isMet(target.get(), value);
        Verdict verdict = met ? Verdict.ON_COURSE : Verdict.BEHIND;
        if (met && isExceeded(target.get(), value)) verdict = Verdict.AHEAD;
        if (!met && isNearlyMet(target.get(), value)) verdict = Verdict.NEARLY;
        return new Judged(
                verdict,
                new Judgement.ComparedWithTarget(value.amount(), target.get(), met),
                List.of());
    }

    /** 超额完成: better than was asked; what must be hit exactly cannot be exceeded. */
    private boolean isExceeded(Milestone target, JudgedValue value) {
        Milestone asked = demandedTarget(target);
        int side = CourseArithmetic.roundForComparison(value.amount()).compareTo(asked.amount());
        return switch (asked.relation()) {
            case AT_LEAST, ABOVE -> side > 0;
            case AT_MOST, BELOW -> side < 0;
            case EQUAL, BETWEEN, ABOUT -> false;
        };
    }

    /** 基本完成: missed by no more than the share of the target that the rule allows. */
    private boolean isNearlyMet(Milestone target, JudgedValue value) {
        BigDecimal aim = demandedTarget(target).targetAmountFrom(value.amount());
        BigDecimal missed = value.amount().subtract(aim).abs();
        BigDecimal allowed = aim.abs().multiply(rule.nearlyMetTolerance());
        return allowed.signum() > 0 && missed.compareTo(allowed) <= 0;
    }

    private Judgement judgeAgainstTarget(Milestone target, JudgedValue value) {
        boolean met = isMet(target, value);
        return passOrFail(met, new Judgement.ComparedWithTarget(value.amount(), target, met));
    }

    /** Whether the value stands on the good side of what is asked. */
    boolean isMet(Milestone target, JudgedValue value) {
        return demandedTarget(target)
                .isMetBy(CourseArithmetic.roundForComparison(value.amount()), value.sideBeyond());
    }

    /** Met for good: a part of a year taken for the whole reaches nothing. */
    private boolean isReached(Milestone target, JudgedValue value) {
        return value.isWhole()
                && demandedTarget(target).isMetBy(value.amount(), value.sideBeyond());
    }

    private Milestone demandedTarget(Milestone target) {
        return demand == Demand.STAY_WITHIN
                ? target
                : target.towardsWorseBorder(indicator.direction());
    }

    private static Judgement passOrFail(boolean met, Judgement.JudgementGround ground) {
        Verdict verdict = met ? Verdict.ON_COURSE : Verdict.BEHIND;
        return new Judged(verdict, ground, List.of());
    }

    private Judgement judgeEvents() {
        Optional<Observation> first =
                years.reported().figures().stream().filter(VerdictJudge::isEvent).findFirst();
        Judgement.JudgementGround ground =
                first.<Judgement.JudgementGround>map(Judgement.EventSeen::new)
                        .orElseGet(() -> new Judgement.EventFree(years.countYearsCovered()));
        return passOrFail(first.isEmpty(), ground);
    }

    private static boolean isEvent(Observation o) {
        return o.reading().findAmount().map(BigDecimal::signum).orElse(0) > 0;
    }

    /**
     * Done is what the latest figure says: it meets the target. What is not done is behind only
     * once it was due.
     */
    private Judgement judgeMilestone(JudgedValue value) {
        Optional<Milestone> target = course.finalTarget();
        if (target.isEmpty()) return new Unjudged(Reason.forCause(Cause.NO_TARGET));
        if (isMet(target.get(), value)) return judgeAgainstTarget(target.get(), value);
        return course.lastTargetUpTo(years.reported().evaluationDate())
                .map(due -> judgeAgainstTarget(due, value))
                .orElseGet(() -> new Unjudged(Reason.forCause(Cause.NOT_YET_DUE)));
    }

    private Judgement judgeHeldYears() {
        Optional<YearsMet> met = HeldYears.judgeYears(years);
        if (met.isEmpty()) return new Unjudged(Reason.forCause(Cause.NO_TARGET));
        return passOrFail(met.get().areAllMet(), new Judgement.YearsHeld(met.get()));
    }

    /** True where the figures seen decide already, whatever else is still to come. */
    static boolean isDecidedForGood(Judgement judgement, IndicatorKind kind) {
        boolean behind = judgement.findVerdict().filter(v -> v == Verdict.BEHIND).isPresent();
        return switch (kind) {
            case ZERO, HOLD -> behind;
            case MILESTONE -> !behind;
            case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH -> false;
        };
    }
}
