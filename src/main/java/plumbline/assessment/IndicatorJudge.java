package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.assessment.Judgement.Unjudged;
import plumbline.assessment.Reason.Cause;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Assesses one indicator of a plan: the value, the formulas, the verdict. */
public final class IndicatorJudge {
    private static final Set<Formula> ALL = EnumSet.allOf(Formula.class);
    private static final Set<Formula> OF_A_MEAN =
            EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS, Formula.GAP);
    private static final Map<Kind, Set<Formula>> FITTING =
            new EnumMap<>(
                    Map.of(
                            Kind.MEAN,
                            OF_A_MEAN,
                            Kind.GROWTH,
                            OF_A_MEAN,
                            Kind.HOLD,
                            EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS),
                            Kind.MILESTONE,
                            EnumSet.of(Formula.TIME_PROGRESS),
                            Kind.ZERO,
                            EnumSet.of(Formula.TIME_PROGRESS)));

    /** Of a range there is no share, but on the way to its nearer border. */
    private static final Set<Formula> SHARES =
            EnumSet.of(Formula.ATTAINMENT, Formula.PROGRESS, Formula.PROGRESS_DUE, Formula.PACE);

    private final Plan plan;
    private final Indicator indicator;
    private final Reported reported;
    private final VerdictRule rule;
    private final Course course;
    private final Years years;

    public IndicatorJudge(Plan plan, Indicator indicator, Reported reported) {
        this.plan = plan;
        this.indicator = indicator;
        this.reported = reported;
        this.rule = plan.ruleOf(indicator);
        this.course = plan.courseOf(indicator, reported.at());
        this.years = new Years(plan, reported);
    }

    public Assessment assess(int number) {
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty())
            return without(number, latest, Optional.empty(), Reason.of(reported.absence()));
        JudgedValue.Found found = JudgedValue.of(years, latest.get());
        if (found.value().isEmpty())
            return without(
                    number,
                    latest,
                    found.missing(),
                    found.missing().orElseThrow().either(_ -> null, r -> r));
        JudgedValue value = found.value().get();
        Arithmetic sums = Arithmetic.of(plan, course.way(), value);
        List<Arithmetic> corners = corners(sums, value);
        Figure progress = sums.progress();
        Judgement judgement =
                new Remarks(indicator, years, rule, course, value)
                        .beside(judge(sums, value), progress);
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
                fitting(progress, value),
                sums.timeProgress(),
                fitting(sums.due(), value),
                fitting(sums.progressDue(), value),
                fitting(sums.pace(), value),
                fitting(sums.on(course).gap(), value),
                fitting(sums.on(course).neededPerYear(), value),
                fitting(sums.achievedPerYear(), value),
                interval(fitting(progress, value), corners),
                borderline(judgement, corners, value),
                missed());
    }

    /** What is due anew each year is missed for good where its own year did. */
    private List<MissedYear> missed() {
        if (indicator.kind() != Kind.YEARLY) return List.of();
        return years.figures().stream()
                .flatMap(o -> JudgedValue.of(years, o).value().stream())
                .filter(v -> !v.remarks().contains(Remark.PART_OF_YEAR))
                .flatMap(
                        v ->
                                course.yearly().stream()
                                        .filter(
                                                m ->
                                                        m.on().equals(v.dueDay())
                                                                && !m.on().isAfter(reported.at())
                                                                && !m.metBy(
                                                                        Arithmetic.compared(
                                                                                v.amount()),
                                                                        v.beyond()))
                                        .map(m -> new MissedYear(m.on().getYear(), v.amount(), m)))
                .toList();
    }

    /**
     * The figure, or that its formula means nothing for the kind, or where the value lies to a
     * range.
     */
    private Figure fitting(Figure figure, JudgedValue value) {
        boolean fits = FITTING.getOrDefault(indicator.kind(), ALL).contains(figure.formula());
        if (!fits) return unknown(figure.formula(), Reason.of(Cause.NOT_FOR_KIND));
        boolean none =
                course.ranged() && !onTheWay(value) && SHARES.contains(figure.formula())
                        || ranged() && figure.formula() == Formula.DUE;
        return none ? unknown(figure.formula(), Reason.of(Cause.TARGET_IS_RANGE)) : figure;
    }

    private boolean ranged() {
        return indicator.ranged(course);
    }

    private Assessment without(
            int number, Optional<Observation> latest, Optional<Figure> derived, Reason reason) {
        Judgement none =
                notYetDue()
                        .filter(_ -> indicator.kind() == Kind.MILESTONE)
                        .map(r -> (Judgement) new Unjudged(r))
                        .orElse(new Unjudged(reason));
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
                none,
                List.of());
    }

    private static Figure unknown(Formula formula, Reason reason) {
        return new Figure.Unknown(formula, reason);
    }

    private Judgement judge(Arithmetic sums, JudgedValue value) {
        return switch (indicator.kind()) {
            case STOCK, CUMULATIVE -> ranged() ? inRange(value) : onCourse(sums, value);
            case YEARLY -> ranged() ? inRange(value) : yearly(sums, value);
            case MEAN, GROWTH -> whole(sums, value);
            case HOLD -> held();
            case ZERO -> eventFree();
            case MILESTONE -> done(value);
        };
    }

    private Judgement onCourse(Arithmetic sums, JudgedValue value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (past(value, target.get())) return compared(target.get(), value);
        if (sums.targetIsBaseline()) return new Unjudged(Reason.of(Cause.TARGET_IS_BASELINE));
        if (rule.metIsAhead() && value.meets(target.get()))
            return new Judged(
                    Verdict.AHEAD,
                    new Judgement.TargetMet(value.amount(), target.get()),
                    List.of());
        if (course.ranged() && !onTheWay(value))
            return sums.due().either(_ -> againstDue(sums), Unjudged::new);
        if (rule.basis() == VerdictRule.Basis.ATTAINMENT
                && !sums.attainmentTells(indicator.direction()))
            return compared(target.get(), value);
        Figure measure = measure(sums);
        if (measure instanceof Figure.Unknown(_, Reason(Cause cause, _)) && onlyDue(cause, value))
            return againstDue(sums);
        return measure.either(known -> inBand(known.value(), sums), Unjudged::new);
    }

    /** Within the range that is to be reached next, or outside of it. */
    private Judgement inRange(JudgedValue value) {
        return compared(course.next(value.dueDay()).orElseThrow(), value);
    }

    /** From outside towards the range, which is not reached yet. */
    private boolean onTheWay(JudgedValue value) {
        return !ranged()
                && course.baseline().isPresent()
                && course.target().filter(t -> !past(value, t) && !value.meets(t)).isPresent();
    }

    /** Beyond the far end of the range that the way leads into. */
    private boolean past(JudgedValue value, Milestone target) {
        if (!course.ranged() || course.baseline().isEmpty()) return false;
        BigDecimal amount = Arithmetic.compared(value.amount());
        boolean rising = course.baseline().get().amount().compareTo(target.edges().getFirst()) < 0;
        return rising
                ? amount.compareTo(target.edges().getLast()) > 0
                : amount.compareTo(target.edges().getFirst()) < 0;
    }

    private Figure measure(Arithmetic sums) {
        return switch (rule.basis()) {
            case PACE -> sums.pace();
            case PROGRESS -> sums.progress();
            case ATTAINMENT -> sums.attainmentForBetter(indicator.direction());
            case GROWTH_RATIO -> sums.growthRatio();
        };
    }

    private Judgement inBand(BigDecimal exact, Arithmetic sums) {
        BigDecimal measure = Arithmetic.compared(exact);
        BigDecimal time = Arithmetic.compared(sums.timeProgressDue().number().orElseThrow());
        VerdictRule.Band band = rule.bandOf(measure, time);
        return new Judged(
                band.verdict(), new Judgement.InBand(rule.basis(), exact, time, band), List.of());
    }

    /**
     * True where a share of what is due means nothing, though something is due: the course leads
     * away from the target first, or keeps its level.
     */
    private boolean onlyDue(Cause cause, JudgedValue value) {
        return cause == Cause.DUE_BELOW_BASELINE
                || cause == Cause.NOTHING_DUE_YET
                        && course.baseline()
                                .filter(b -> value.dueDay().isAfter(b.on()))
                                .isPresent();
    }

    /**
     * The value is only held against the course's height: on the way into a range that of its
     * nearer border.
     */
    private Judgement againstDue(Arithmetic sums) {
        BigDecimal due = Arithmetic.compared(sums.due().number().orElseThrow());
        int side = Arithmetic.compared(sums.value()).compareTo(due);
        boolean rising =
                course.way()
                                .target()
                                .orElseThrow()
                                .amount()
                                .compareTo(course.baseline().orElseThrow().amount())
                        > 0;
        boolean met = rising ? side >= 0 : side <= 0;
        return passed(met, new Judgement.AgainstDue(sums.value(), due, met));
    }

    /** On the course, or where there is none, against the year's own target. */
    private Judgement yearly(Arithmetic sums, JudgedValue value) {
        boolean course =
                this.course.baseline().isPresent()
                        && this.course.target().isPresent()
                        && !sums.targetIsBaseline();
        Optional<Milestone> own = targetOf(value.dueDay());
        return course || own.isEmpty() ? onCourse(sums, value) : compared(own.get(), value);
    }

    /**
     * The target of a year: its yearly one, or in the last year and for a level course the final
     * one.
     */
    private Optional<Milestone> targetOf(LocalDate yearEnd) {
        boolean level =
                course.baseline().isPresent()
                        && course.target()
                                .map(Milestone::amount)
                                .filter(t -> t.compareTo(course.baseline().get().amount()) == 0)
                                .isPresent();
        return course.milestones().stream()
                .filter(m -> m.role() != Role.BASELINE && m.on().getYear() == yearEnd.getYear())
                .reduce((_, b) -> b)
                .or(() -> course.target().filter(_ -> level));
    }

    /**
     * A mean over years, or growth: against the target that is due next, never in proportion to
     * time.
     */
    private Judgement whole(Arithmetic sums, JudgedValue value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (rule.basis() == VerdictRule.Basis.ATTAINMENT
                && !ranged()
                && sums.attainmentTells(indicator.direction())) {
            return sums.attainmentForBetter(indicator.direction())
                    .either(known -> inBand(known.value(), sums), Unjudged::new);
        }
        return compared(
                course.midTerm().filter(m -> !m.on().isBefore(value.dueDay())).orElse(target.get()),
                value);
    }

    private static Judgement compared(Milestone target, JudgedValue value) {
        boolean met = target.metBy(Arithmetic.compared(value.amount()), value.beyond());
        return passed(met, new Judgement.Compared(value.amount(), target, met));
    }

    private static Judgement passed(boolean met, Judgement.Ground ground) {
        return new Judged(met ? Verdict.ON_COURSE : Verdict.BEHIND, ground, List.of());
    }

    private Judgement eventFree() {
        Optional<Observation> first =
                reported.figures().stream().filter(o -> amount(o).signum() > 0).findFirst();
        Judgement.Ground ground =
                first.<Judgement.Ground>map(Judgement.EventSeen::new)
                        .orElse(new Judgement.EventFree(years.seen()));
        return passed(first.isEmpty(), ground);
    }

    /**
     * Done is what the latest figure says: it meets the target. What is not done is behind only
     * once it was due.
     */
    private Judgement done(JudgedValue value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        Judgement done = compared(target.get(), value);
        if (done.given().equals(Optional.of(Verdict.ON_COURSE))) return done;
        return due().map(m -> compared(m, value))
                .orElseGet(() -> new Unjudged(Reason.of(Cause.NOT_YET_DUE)));
    }

    private Optional<Milestone> due() {
        return course.milestones().stream()
                .filter(m -> m.role() != Role.BASELINE && !m.on().isAfter(reported.at()))
                .reduce((_, b) -> b);
    }

    private Optional<Reason> notYetDue() {
        return course.target().isPresent() && due().isEmpty()
                ? Optional.of(Reason.of(Cause.NOT_YET_DUE))
                : Optional.empty();
    }

    private Judgement held() {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        List<YearsMet.Year> met = years.held().stream().map(h -> h.against(target.get())).toList();
        YearsMet held = new YearsMet(target.get(), met, worst(target.get(), met));
        return passed(held.all(), new Judgement.YearsHeld(held));
    }

    private static YearsMet.Year worst(Milestone target, List<YearsMet.Year> years) {
        return years.stream()
                .max(Comparator.comparing(y -> shortfall(target, amount(y.figure()))))
                .orElseThrow();
    }

    /** How far a value stands on the wrong side of its target; negative on the right side. */
    private static BigDecimal shortfall(Milestone target, BigDecimal value) {
        BigDecimal over = value.subtract(target.amount());
        return switch (target.relation()) {
            case AT_LEAST, ABOVE -> over.negate();
            case AT_MOST, BELOW -> over;
            case EQUAL, ABOUT -> over.abs();
            case BETWEEN -> over.negate().max(value.subtract(target.bound().orElseThrow()));
        };
    }

    private static BigDecimal amount(Observation o) {
        return o.reading().value().orElseThrow();
    }

    /** Where progress may really lie; absent where it is known exactly or not at all. */
    private static Optional<Interval> interval(Figure progress, List<Arithmetic> corners) {
        if (corners.isEmpty() || progress.number().isEmpty()) return Optional.empty();
        Interval interval = new Interval(progress.number().get(), progress.number().get());
        for (Arithmetic corner : corners)
            interval = corner.progress().number().map(interval::with).orElse(interval);
        return Optional.of(interval).filter(i -> !i.point());
    }

    /** The extremes of what value and baseline may really be; none where both are exact. */
    private List<Arithmetic> corners(Arithmetic sums, JudgedValue value) {
        List<Course> courses = courses();
        if (value.spread().signum() == 0 && courses.size() == 1) return List.of();
        return courses.stream()
                .map(Course::way)
                .map(sums::on)
                .flatMap(
                        c ->
                                Stream.of(
                                        c.with(sums.value().subtract(value.spread())),
                                        c.with(sums.value().add(value.spread()))))
                .toList();
    }

    /** The course as it may really be: with either extreme of what the baseline is. */
    private List<Course> courses() {
        BigDecimal around =
                course.baseline()
                        .map(b -> Precision.of(b.amount(), indicator))
                        .orElse(BigDecimal.ZERO);
        if (around.signum() == 0) return List.of(course);
        Milestone baseline = course.baseline().orElseThrow();
        return Stream.of(baseline.amount().subtract(around), baseline.amount().add(around))
                .map(b -> course.with(Milestone.baseline(baseline.on(), b)))
                .toList();
    }

    /** The verdict, marked where the numbers as printed would allow another. */
    private Judgement borderline(Judgement judgement, List<Arithmetic> corners, JudgedValue value) {
        if (!(judgement instanceof Judged judged)) return judgement;
        boolean other =
                switch (indicator.kind()) {
                    case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH ->
                            corners.stream().anyMatch(c -> differs(c, value, judged));
                    case HOLD ->
                            judged.ground() instanceof Judgement.YearsHeld(YearsMet met)
                                    && met.years().stream()
                                            .anyMatch(y -> undecided(y, met.target()));
                    case ZERO, MILESTONE -> false;
                };
        return other ? judged.with(Remark.BORDERLINE) : judged;
    }

    /** Judged on the course as it may really be. */
    private boolean differs(Arithmetic corner, JudgedValue value, Judged judged) {
        return new IndicatorJudge(this, corner.course().baseline().map(course::with).orElse(course))
                .judge(corner, value.moved(corner.value()))
                .given()
                .filter(v -> v != judged.verdict())
                .isPresent();
    }

    private IndicatorJudge(IndicatorJudge like, Course course) {
        this.plan = like.plan;
        this.indicator = like.indicator;
        this.reported = like.reported;
        this.rule = like.rule;
        this.course = course;
        this.years = like.years;
    }

    private static boolean undecided(YearsMet.Year year, Milestone target) {
        return possible(year, target).anyMatch(a -> target.metBy(a) != year.met());
    }

    /**
     * What a year's figure may really be: half a unit of its last digit more or less, or anything
     * beyond it where it was written so.
     */
    private static Stream<BigDecimal> possible(YearsMet.Year year, Milestone target) {
        BigDecimal amount = amount(year.figure());
        int beyond = year.figure().reading() instanceof Reading.Value value ? value.beyond() : 0;
        if (beyond == 0)
            return Stream.of(amount.subtract(year.spread()), amount.add(year.spread()));
        BigDecimal step =
                amount.abs()
                        .add(target.amount().abs())
                        .add(target.bound().orElse(BigDecimal.ZERO).abs())
                        .add(BigDecimal.ONE);
        Stream<BigDecimal> onTheWay =
                Stream.of(target.amount()).filter(t -> t.compareTo(amount) == beyond);
        return Stream.concat(
                onTheWay, Stream.of(amount.add(step.multiply(BigDecimal.valueOf(2L * beyond)))));
    }
}
