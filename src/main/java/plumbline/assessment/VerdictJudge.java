package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.assessment.Judgement.Unjudged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
    private final Years years;
    private final Indicator indicator;
    private final VerdictRule rule;
    private final Course course;
    private final Demand demand;

    /**
     * @param course the targets in force, starting at the plan's beginning
     */
    VerdictJudge(Years years, Course course) {
        this.years = years;
        this.indicator = years.reported().series().indicator();
        this.rule = years.plan().ruleOf(indicator);
        this.course = course;
        this.demand = indicator.demandOf(course);
    }

    /** The same question on another course. */
    VerdictJudge withCourse(Course other) {
        return new VerdictJudge(years, other);
    }

    Judgement judge(Arithmetic sums, JudgedValue value) {
        return isOver(value) ? atTheEnd(value) : underWay(sums, value);
    }

    /**
     * True once the day of the final target, or the plan's last day, has come, and the value speaks
     * of it.
     */
    boolean isOver(JudgedValue value) {
        if (years.isPlanOver()) return true;
        Optional<LocalDate> due = course.target().map(Milestone::on);
        return due.isPresent()
                && !due.get().isAfter(years.reported().at())
                && !due.get().isAfter(value.dueDay());
    }

    private Judgement underWay(Arithmetic sums, JudgedValue value) {
        return switch (indicator.kind()) {
            case STOCK, CUMULATIVE -> onCourse(sums, value);
            case YEARLY -> yearly(sums, value);
            case MEAN, GROWTH -> ofWholeYears(sums, value);
            case HOLD -> held();
            case ZERO -> eventFree();
            case MILESTONE -> done(value);
        };
    }

    private Judgement onCourse(Arithmetic sums, JudgedValue value) {
        Optional<Milestone> target = course.target();
        if (course.milestones().stream().allMatch(m -> m.role() == Role.BASELINE))
            return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (demand == Demand.KEEP) return kept(value);
        if (indicator.ranged(course)) return compared(nextTarget(value), value);
        if (course.baseline().isEmpty()) return withoutBaseline(sums, value);
        if (target.isEmpty()) return withoutFinalTarget(value);
        if (isPastTheRange(value)) return compared(target.get(), value);
        if (rule.metIsAhead() && isReached(target.get(), value))
            return new Judged(
                    Verdict.AHEAD,
                    new Judgement.TargetMet(value.amount(), target.get()),
                    List.of());
        if (sums.targetIsBaseline()) return new Unjudged(Reason.of(Cause.TARGET_IS_BASELINE));
        if (isRange() && !isOnTheWay(value))
            return sums.due().either(_ -> againstDue(sums), Unjudged::new);
        return byRule(sums, value, target.get());
    }

    private Judgement byRule(Arithmetic sums, JudgedValue value, Milestone target) {
        boolean byAttainment = rule.basis() == VerdictRule.Basis.ATTAINMENT;
        if (byAttainment && !sums.attainmentTells(indicator.direction()))
            return compared(target, value);
        Figure measure = measure(sums);
        boolean unknown = measure instanceof Figure.Unknown;
        if (unknown && isOnlyDueKnown(((Figure.Unknown) measure).reason().cause(), value))
            return againstDue(sums);
        return measure.either(known -> inBand(known.value(), sums), Unjudged::new);
    }

    /**
     * Without a baseline only a target whose day has come, or one that is met early, can be judged.
     */
    private Judgement withoutBaseline(Arithmetic sums, JudgedValue value) {
        Optional<Milestone> due = dueTarget(value);
        if (due.isPresent()) return compared(due.get(), value);
        boolean metEarly =
                rule.metIsAhead() && course.target().map(t -> isReached(t, value)).orElse(false);
        if (metEarly)
            return new Judged(
                    Verdict.AHEAD,
                    new Judgement.TargetMet(value.amount(), course.target().orElseThrow()),
                    List.of());
        return byAttainmentAlone(sums, value).orElseGet(() -> new Unjudged(Reason.of(Cause.NO_BASELINE)));
    }

    /** Attainment needs no baseline; where the quotient means nothing the target is met or not. */
    private Optional<Judgement> byAttainmentAlone(Arithmetic sums, JudgedValue value) {
        boolean byAttainment = rule.basis() == VerdictRule.Basis.ATTAINMENT;
        if (!byAttainment || course.target().isEmpty()) return Optional.empty();
        return Optional.of(byRule(sums, value, course.target().get()));
    }

    private Judgement withoutFinalTarget(JudgedValue value) {
        return dueTarget(value)
                .map(due -> compared(due, value))
                .orElseGet(() -> new Unjudged(Reason.of(Cause.NO_TARGET)));
    }

    /** The newest target whose day has come, of which the value speaks. */
    private Optional<Milestone> dueTarget(JudgedValue value) {
        LocalDate at = years.reported().at();
        LocalDate spoken = value.dueDay();
        return course.lastTargetUpTo(spoken.isBefore(at) ? spoken : at);
    }

    private Milestone nextTarget(JudgedValue value) {
        return course.next(value.dueDay()).orElseThrow();
    }

    /** A floor or a cap: the relation alone, and how much of what may be lost is lost. */
    private Judgement kept(JudgedValue value) {
        Milestone target = nextTarget(value);
        boolean met = isMet(target, value);
        return passed(met, new Judgement.Kept(value.amount(), target, met, marginUsed(value)));
    }

    /** (baseline − value) ÷ (baseline − target); empty where nothing may be lost. */
    private Optional<BigDecimal> marginUsed(JudgedValue value) {
        BigDecimal baseline = course.baseline().orElseThrow().amount();
        BigDecimal margin = baseline.subtract(asked(course.target().orElseThrow()).amount());
        return margin.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        baseline.subtract(value.amount()).divide(margin, MathContext.DECIMAL128));
    }

    /** On the course, or where there is none, against the year's own target. */
    private Judgement yearly(Arithmetic sums, JudgedValue value) {
        boolean hasWay =
                course.baseline().isPresent()
                        && course.target().isPresent()
                        && demand == Demand.REACH
                        && !sums.targetIsBaseline();
        if (hasWay || indicator.ranged(course)) return onCourse(sums, value);
        return targetOfYear(value.dueDay())
                .map(own -> demand == Demand.KEEP ? kept(value) : compared(own, value))
                .orElseGet(() -> onCourse(sums, value));
    }

    private Optional<Milestone> targetOfYear(LocalDate yearEnd) {
        return course.milestones().reversed().stream()
                .filter(m -> m.role() != Role.BASELINE && m.on().getYear() == yearEnd.getYear())
                .findFirst();
    }

    /**
     * A mean over years, or growth: against the target that is due next, never in proportion to
     * time.
     */
    private Judgement ofWholeYears(Arithmetic sums, JudgedValue value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        boolean inBands =
                rule.basis() == VerdictRule.Basis.ATTAINMENT
                        && !isRange()
                        && sums.attainmentTells(indicator.direction());
        if (inBands) return measure(sums).either(k -> inBand(k.value(), sums), Unjudged::new);
        Optional<Milestone> midTerm =
                course.midTerm().filter(m -> !m.on().isBefore(value.dueDay()));
        return compared(midTerm.orElse(target.get()), value);
    }

    private Figure measure(Arithmetic sums) {
        return switch (rule.basis()) {
            case PACE -> sums.pace();
            case PROGRESS -> sums.progress();
            case ATTAINMENT -> sums.attainmentForBetter(indicator.direction());
            case GROWTH_RATIO -> sums.growthRatio(trueBaselineDay());
        };
    }

    /** Of a baseline from before the plan its own day, which its yearly growth is counted from. */
    private Optional<LocalDate> trueBaselineDay() {
        return indicator.courseAt(years.reported().at()).baseline().map(Milestone::on);
    }

    private Judgement inBand(BigDecimal exact, Arithmetic sums) {
        BigDecimal measure = Arithmetic.compared(exact);
        BigDecimal time = Arithmetic.compared(sums.timeProgress().number().orElseThrow());
        VerdictRule.Band band = rule.bandOf(measure, time);
        return new Judged(
                band.verdict(), new Judgement.InBand(rule.basis(), exact, time, band), List.of());
    }

    /**
     * True where a share of what is due means nothing, though something is due: the course leads
     * away from the target first, or keeps its level.
     */
    private boolean isOnlyDueKnown(Cause cause, JudgedValue value) {
        boolean afterBaseline =
                course.baseline().map(b -> value.dueDay().isAfter(b.on())).orElse(false);
        return cause == Cause.DUE_BELOW_BASELINE || cause == Cause.NOTHING_DUE_YET && afterBaseline;
    }

    /**
     * The value is only held against the course's height: on the way into a range that of its
     * nearer border.
     */
    private Judgement againstDue(Arithmetic sums) {
        BigDecimal due = Arithmetic.compared(sums.due().number().orElseThrow());
        int side = Arithmetic.compared(sums.value()).compareTo(due);
        boolean met = isRising() ? side >= 0 : side <= 0;
        return passed(met, new Judgement.AgainstDue(sums.value(), due, met));
    }

    private boolean isRising() {
        BigDecimal target = indicator.judgedCourse(course).target().orElseThrow().amount();
        return target.compareTo(course.baseline().orElseThrow().amount()) > 0;
    }

    private boolean isRange() {
        return demand == Demand.STAY_WITHIN && course.ranged();
    }

    /** From outside towards the range, which is not reached yet. */
    boolean isOnTheWay(JudgedValue value) {
        if (indicator.ranged(course) || course.baseline().isEmpty() || course.target().isEmpty())
            return false;
        return !isPastTheRange(value) && !isReached(course.target().get(), value);
    }

    /** Beyond the far end of a range of which both sides count. */
    private boolean isPastTheRange(JudgedValue value) {
        if (!isRange() || course.baseline().isEmpty()) return false;
        Milestone target = course.target().orElseThrow();
        BigDecimal amount = Arithmetic.compared(value.amount());
        BigDecimal lower = target.edges().getFirst();
        BigDecimal upper = target.edges().getLast();
        boolean rising = course.baseline().get().amount().compareTo(lower) < 0;
        return rising ? amount.compareTo(upper) > 0 : amount.compareTo(lower) < 0;
    }

    /** The last verdict: only whether the target was met, missed, or more than met. */
    private Judgement atTheEnd(JudgedValue value) {
        Judgement decided =
                switch (indicator.kind()) {
                    case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH -> againstFinalTarget(value);
                    case HOLD -> held();
                    case ZERO -> eventFree();
                    case MILESTONE -> done(value);
                };
        if (!(decided instanceof Judged(Verdict verdict, Judgement.Ground ground, var remarks)))
            return decided;
        return new Judged(verdict, new Judgement.AtTheEnd(ground), remarks);
    }

    private Judgement againstFinalTarget(JudgedValue value) {
        Optional<Milestone> target = course.target().or(() -> dueTarget(value));
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (demand == Demand.KEEP) return kept(value);
        boolean met = isMet(target.get(), value);
        Verdict verdict = met ? Verdict.ON_COURSE : Verdict.BEHIND;
        if (met && isExceeded(target.get(), value)) verdict = Verdict.AHEAD;
        if (!met && isNearlyMet(target.get(), value)) verdict = Verdict.NEARLY;
        return new Judged(
                verdict, new Judgement.Compared(value.amount(), target.get(), met), List.of());
    }

    /** 超额完成: better than was asked; what must be hit exactly cannot be exceeded. */
    private boolean isExceeded(Milestone target, JudgedValue value) {
        Milestone asked = asked(target);
        int side = Arithmetic.compared(value.amount()).compareTo(asked.amount());
        return switch (asked.relation()) {
            case AT_LEAST, ABOVE -> side > 0;
            case AT_MOST, BELOW -> side < 0;
            case EQUAL, BETWEEN, ABOUT -> false;
        };
    }

    /** 基本完成: missed by no more than the share of the target that the rule allows. */
    private boolean isNearlyMet(Milestone target, JudgedValue value) {
        BigDecimal aim = asked(target).aim(value.amount());
        BigDecimal missed = value.amount().subtract(aim).abs();
        BigDecimal allowed = aim.abs().multiply(rule.nearlyAtTheEnd());
        return allowed.signum() > 0 && missed.compareTo(allowed) <= 0;
    }

    private Judgement compared(Milestone target, JudgedValue value) {
        boolean met = isMet(target, value);
        return passed(met, new Judgement.Compared(value.amount(), target, met));
    }

    /** Whether the value stands on the good side of what is asked. */
    boolean isMet(Milestone target, JudgedValue value) {
        return asked(target).metBy(Arithmetic.compared(value.amount()), value.beyond());
    }

    /** Met for good: a part of a year taken for the whole reaches nothing. */
    private boolean isReached(Milestone target, JudgedValue value) {
        return value.isWhole() && asked(target).metBy(value.amount(), value.beyond());
    }

    private Milestone asked(Milestone target) {
        return demand == Demand.STAY_WITHIN ? target : target.worseBorder(indicator.direction());
    }

    private static Judgement passed(boolean met, Judgement.Ground ground) {
        Verdict verdict = met ? Verdict.ON_COURSE : Verdict.BEHIND;
        return new Judged(verdict, ground, List.of());
    }

    private Judgement eventFree() {
        Optional<Observation> first =
                years.reported().figures().stream().filter(VerdictJudge::isEvent).findFirst();
        Judgement.Ground ground =
                first.<Judgement.Ground>map(Judgement.EventSeen::new)
                        .orElseGet(() -> new Judgement.EventFree(years.seen()));
        return passed(first.isEmpty(), ground);
    }

    private static boolean isEvent(Observation o) {
        return o.reading().value().map(BigDecimal::signum).orElse(0) > 0;
    }

    /**
     * Done is what the latest figure says: it meets the target. What is not done is behind only
     * once it was due.
     */
    private Judgement done(JudgedValue value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (isMet(target.get(), value)) return compared(target.get(), value);
        return course.lastTargetUpTo(years.reported().at())
                .map(due -> compared(due, value))
                .orElseGet(() -> new Unjudged(Reason.of(Cause.NOT_YET_DUE)));
    }

    private Judgement held() {
        Optional<YearsMet> met = HeldYears.of(years);
        if (met.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        return passed(met.get().all(), new Judgement.YearsHeld(met.get()));
    }

    /** True where the figures seen decide already, whatever else is still to come. */
    static boolean isDecidedForGood(Judgement judgement, Kind kind) {
        boolean behind = judgement.given().filter(v -> v == Verdict.BEHIND).isPresent();
        return switch (kind) {
            case ZERO, HOLD -> behind;
            case MILESTONE -> !behind;
            case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH -> false;
        };
    }
}
