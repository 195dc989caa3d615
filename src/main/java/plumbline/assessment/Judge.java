package plumbline.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import plumbline.plan.TargetRevision;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;

/** Assesses one indicator of a plan: the value, the formulas, the verdict. */
final class Judge {
    private static final Set<Formula> OF_A_MEAN = EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS, Formula.GAP);
    private static final Map<Kind, Set<Formula>> FITTING = new EnumMap<>(Map.of(Kind.MEAN, OF_A_MEAN, Kind.GROWTH, OF_A_MEAN,
            Kind.MILESTONE, EnumSet.of(Formula.ATTAINMENT, Formula.TIME_PROGRESS), Kind.ZERO, EnumSet.of(Formula.TIME_PROGRESS)));
    private final Plan plan;
    private final Indicator indicator;
    private final Reported reported;
    private final VerdictRule rule;
    private final Course course;

    Judge(Plan plan, Indicator indicator, Reported reported) {
        this.plan = plan;
        this.indicator = indicator;
        this.reported = reported;
        this.rule = plan.ruleOf(indicator);
        this.course = plan.courseOf(indicator, reported.at());
    }

    Assessment assess(int number) {
        Optional<Observation> latest = reported.latest();
        if (latest.isEmpty()) return without(number, latest, Optional.empty(), Reason.of(reported.absence()));
        Value.Found found = Value.of(plan, indicator, reported, latest.get());
        if (found.value().isEmpty()) return without(number, latest, found.missing(), found.missing().orElseThrow().either(_ -> null, r -> r));
        Value value = found.value().get();
        Arithmetic sums = new Arithmetic(plan, course, value.amount(), value.judged().asOf(), value.dueDay(), value.origin());
        Judgement judgement = judge(sums, value);
        return new Assessment(number, indicator, rule, reported.at(), Optional.of(value.judged()), reported.forecast(), Optional.of(value.amount()), value.derived(),
                fitting(sums.attainment()), fitting(sums.progress()), sums.timeProgress(), fitting(sums.due()), fitting(sums.progressDue()),
                fitting(sums.pace()), fitting(sums.gap()), fitting(sums.neededPerYear()), fitting(sums.achievedPerYear()), interval(sums, value),
                borderline(judgement, sums, value));
    }

    /** The figure, or that its formula means nothing for the kind. */
    private Figure fitting(Figure figure) {
        boolean fits = FITTING.getOrDefault(indicator.kind(), EnumSet.allOf(Formula.class)).contains(figure.formula());
        return fits ? figure : unknown(figure.formula(), Reason.of(Cause.NOT_FOR_KIND));
    }

    private Assessment without(int number, Optional<Observation> latest, Optional<Figure> derived, Reason reason) {
        Judgement none = notYetDue().filter(_ -> indicator.kind() == Kind.MILESTONE).map(r -> (Judgement) new Unjudged(r)).orElse(new Unjudged(reason));
        return new Assessment(number, indicator, rule, reported.at(), latest, reported.forecast(), Optional.empty(), derived,
                unknown(Formula.ATTAINMENT, reason), unknown(Formula.PROGRESS, reason), unknown(Formula.TIME_PROGRESS, reason),
                unknown(Formula.DUE, reason), unknown(Formula.PROGRESS_DUE, reason), unknown(Formula.PACE, reason),
                unknown(Formula.GAP, reason), unknown(Formula.NEEDED_PER_YEAR, reason), unknown(Formula.ACHIEVED_PER_YEAR, reason),
                Optional.empty(), none);
    }

    private static Figure unknown(Formula formula, Reason reason) {
        return new Figure.Unknown(formula, reason);
    }

    private Judgement judge(Arithmetic sums, Value value) {
        return switch (indicator.kind()) {
            case STOCK, CUMULATIVE -> onCourse(sums, value);
            case YEARLY -> yearly(sums, value);
            case MEAN, GROWTH -> whole(sums, value);
            case HOLD -> held(value);
            case ZERO -> eventFree(value);
            case MILESTONE -> done(value);
        };
    }

    private Judgement onCourse(Arithmetic sums, Value value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (sums.targetIsBaseline()) return new Unjudged(Reason.of(Cause.TARGET_IS_BASELINE));
        if (rule.metIsAhead() && value.meets(target.get())) return new Judged(Verdict.AHEAD, new Judgement.TargetMet(value.amount(), target.get()), remarks(value));
        Figure measure = measure(sums);
        if (measure instanceof Figure.Unknown(_, Reason(Cause cause, _)) && cause == Cause.DUE_BELOW_BASELINE) return againstDue(sums, value);
        return measure.either(known -> inBand(known.value(), sums, value), Unjudged::new);
    }

    private Figure measure(Arithmetic sums) {
        return switch (rule.basis()) {
            case PACE -> sums.pace();
            case PROGRESS -> sums.progress();
            case ATTAINMENT -> sums.attainmentForBetter(indicator.direction());
            case GROWTH_RATIO -> sums.growthRatio();
        };
    }

    private Judgement inBand(BigDecimal exact, Arithmetic sums, Value value) {
        BigDecimal measure = Arithmetic.compared(exact);
        BigDecimal time = Arithmetic.compared(sums.timeProgressDue().number().orElseThrow());
        VerdictRule.Band band = rule.bandOf(measure, time);
        return new Judged(band.verdict(), new Judgement.InBand(rule.basis(), exact, time, band), remarks(sums, value));
    }

    /** Where the course leads away from the target first, the value is only held against the course's height. */
    private Judgement againstDue(Arithmetic sums, Value value) {
        BigDecimal due = Arithmetic.compared(sums.due().number().orElseThrow());
        int side = Arithmetic.compared(sums.value()).compareTo(due);
        boolean rising = course.target().orElseThrow().amount().compareTo(course.baseline().orElseThrow().amount()) > 0;
        boolean met = rising ? side >= 0 : side <= 0;
        return passed(met, new Judgement.AgainstDue(sums.value(), due, met), remarks(sums, value));
    }

    /** On the course, or where there is none, against the year's own target. */
    private Judgement yearly(Arithmetic sums, Value value) {
        boolean course = this.course.baseline().isPresent() && this.course.target().isPresent() && !sums.targetIsBaseline();
        Optional<Milestone> own = targetOf(value.dueDay());
        return course || own.isEmpty() ? onCourse(sums, value) : compared(own.get(), value);
    }

    /** The target of a year: its yearly one, or in the last year and for a level course the final one. */
    private Optional<Milestone> targetOf(LocalDate yearEnd) {
        boolean level = course.baseline().isPresent() && course.target().map(Milestone::amount).filter(t -> t.compareTo(course.baseline().get().amount()) == 0).isPresent();
        return course.milestones().stream().filter(m -> m.role() != Role.BASELINE && m.on().getYear() == yearEnd.getYear()).reduce((_, b) -> b)
                .or(() -> course.target().filter(_ -> level));
    }

    /** A mean over years, or growth: against its target, never in proportion to time. */
    private Judgement whole(Arithmetic sums, Value value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (rule.basis() == VerdictRule.Basis.ATTAINMENT) {
            return sums.attainmentForBetter(indicator.direction()).either(known -> inBand(known.value(), sums, value), Unjudged::new);
        }
        Judgement.Compared comparison = comparison(target.get(), value);
        return passed(comparison.met(), comparison, ofWholeYears(value));
    }

    private Judgement compared(Milestone target, Value value) {
        Judgement.Compared comparison = comparison(target, value);
        return passed(comparison.met(), comparison, remarks(value));
    }

    private static Judgement.Compared comparison(Milestone target, Value value) {
        return new Judgement.Compared(value.amount(), target, target.metBy(Arithmetic.compared(value.amount()), value.beyond()));
    }

    private static Judgement passed(boolean met, Judgement.Ground ground, List<Remark> remarks) {
        return new Judged(met ? Verdict.ON_COURSE : Verdict.BEHIND, ground, remarks);
    }

    private Judgement eventFree(Value value) {
        Optional<Observation> first = reported.figures().stream().filter(o -> amount(o).signum() > 0).findFirst();
        Judgement.Ground ground = first.<Judgement.Ground>map(Judgement.EventSeen::new).orElse(new Judgement.EventFree(years().seen()));
        return passed(first.isEmpty(), ground, ofYears(value.from(), value));
    }

    /** Done is what the latest figure says: it meets the target. What is not done is behind only once it was due. */
    private Judgement done(Value value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        if (comparison(target.get(), value).met()) return compared(target.get(), value);
        return due().map(m -> compared(m, value)).orElseGet(() -> new Unjudged(Reason.of(Cause.NOT_YET_DUE)));
    }

    private Optional<Milestone> due() {
        return course.milestones().stream().filter(m -> m.role() != Role.BASELINE && !m.on().isAfter(reported.at())).reduce((_, b) -> b);
    }

    private Optional<Reason> notYetDue() {
        return course.target().isPresent() && due().isEmpty() ? Optional.of(Reason.of(Cause.NOT_YET_DUE)) : Optional.empty();
    }

    private List<Remark> remarks(Value value) {
        return remarks(value.from(), value);
    }

    private List<Remark> remarks(List<Observation> from, Value value) {
        List<Remark> remarks = new ArrayList<>(reported.remarks(from));
        remarks.addAll(value.remarks());
        revision().ifPresent(remarks::add);
        return remarks;
    }

    /** Whether the targets judged by were revised, or will be. */
    private Optional<Remark> revision() {
        List<TargetRevision> revisions = indicator.revisions();
        if (revisions.stream().anyMatch(r -> r.decided().isAfter(reported.at()))) return Optional.of(Remark.FORMER_TARGET);
        return revisions.isEmpty() ? Optional.empty() : Optional.of(Remark.REVISED_TARGET);
    }

    private List<Remark> remarks(Arithmetic sums, Value value) {
        List<Remark> remarks = remarks(value);
        sums.progress().number().map(BigDecimal::signum).ifPresent(sign -> {
            if (sign == 0) remarks.addFirst(Remark.NO_HEADWAY);
            if (sign < 0) remarks.addFirst(Remark.BELOW_BASELINE);
        });
        boolean straight = course.milestones().stream().allMatch(m -> m.role() == Role.BASELINE || m.role() == Role.FINAL);
        if (rule.basis() == VerdictRule.Basis.PACE && straight) remarks.add(Remark.DUE_DERIVED);
        return remarks;
    }

    private Years years() {
        return new Years(plan, reported);
    }

    private List<Remark> ofYears(List<Observation> from, Value value) {
        List<Remark> remarks = remarks(from, value);
        if (years().missing()) remarks.add(Remark.YEAR_MISSING);
        return remarks;
    }

    /** A part of a year is not missed where whole years are judged. Growth of an amount is seen from the last of them alone, a mean needs every one. */
    private List<Remark> ofWholeYears(Value value) {
        boolean fromTheLast = indicator.kind() == Kind.GROWTH && !indicator.share();
        List<Remark> remarks = fromTheLast ? remarks(value) : ofYears(value.from(), value);
        remarks.remove(Remark.LATEST_MISSING);
        if (fromTheLast && years().latestMissing()) remarks.addFirst(Remark.LATEST_MISSING);
        return remarks;
    }

    private Judgement held(Value value) {
        Optional<Milestone> target = course.target();
        if (target.isEmpty()) return new Unjudged(Reason.of(Cause.NO_TARGET));
        List<YearsMet.Year> years = years().held().stream().map(h -> new YearsMet.Year(h.year(), h.figure(), met(target.get(), h.figure()))).toList();
        YearsMet held = new YearsMet(target.get(), years, worst(target.get(), years));
        List<Remark> remarks = ofYears(years.stream().map(YearsMet.Year::figure).toList(), value);
        return passed(held.all(), new Judgement.YearsHeld(held), remarks);
    }

    private static boolean met(Milestone target, Observation o) {
        return o.reading() instanceof Reading.Value value && target.metBy(value);
    }

    private static YearsMet.Year worst(Milestone target, List<YearsMet.Year> years) {
        return years.stream().max(Comparator.comparing(y -> shortfall(target, amount(y.figure())))).orElseThrow();
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
    private Optional<Interval> interval(Arithmetic sums, Value value) {
        Optional<BigDecimal> progress = fitting(sums.progress()).number();
        if (progress.isEmpty()) return Optional.empty();
        Interval interval = new Interval(progress.get(), progress.get());
        for (Arithmetic corner : corners(sums, value)) interval = corner.progress().number().map(interval::with).orElse(interval);
        return Optional.of(interval).filter(i -> !i.point());
    }

    /** The extremes of what value and baseline may really be; none where both are exact. */
    private List<Arithmetic> corners(Arithmetic sums, Value value) {
        Optional<BigDecimal> baseline = course.baseline().map(Milestone::amount);
        BigDecimal around = baseline.map(b -> Precision.of(b, indicator)).orElse(BigDecimal.ZERO);
        if (value.spread().signum() == 0 && around.signum() == 0) return List.of();
        List<Arithmetic> corners = new ArrayList<>();
        for (BigDecimal a : List.of(sums.value().subtract(value.spread()), sums.value().add(value.spread()))) {
            BigDecimal b = baseline.orElse(BigDecimal.ZERO);
            corners.add(sums.with(a, b.subtract(around)));
            corners.add(sums.with(a, b.add(around)));
        }
        return corners;
    }

    /** The verdict, marked where the numbers as printed would allow another. */
    private Judgement borderline(Judgement judgement, Arithmetic sums, Value value) {
        if (!(judgement instanceof Judged judged)) return judgement;
        boolean other = switch (indicator.kind()) {
            case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH -> corners(sums, value).stream().anyMatch(c -> differs(c, value, judged));
            case HOLD -> years().held().stream().anyMatch(this::undecided);
            case ZERO, MILESTONE -> false;
        };
        return other ? judged.with(Remark.BORDERLINE) : judged;
    }

    /** Judged on the course as it may really be. */
    private boolean differs(Arithmetic corner, Value value, Judged judged) {
        return new Judge(this, corner.course()).judge(corner, value.moved(corner.value())).given().filter(v -> v != judged.verdict()).isPresent();
    }

    private Judge(Judge like, Course course) {
        this.plan = like.plan;
        this.indicator = like.indicator;
        this.reported = like.reported;
        this.rule = like.rule;
        this.course = course;
    }

    private boolean undecided(Years.Held year) {
        Milestone target = course.target().orElseThrow();
        boolean met = met(target, year.figure());
        return possible(year, target).anyMatch(a -> target.metBy(a) != met);
    }

    /** What a year's figure may really be: half a unit of its last digit more or less, or anything beyond it where it was written so. */
    private static Stream<BigDecimal> possible(Years.Held year, Milestone target) {
        BigDecimal amount = amount(year.figure());
        int beyond = year.figure().reading() instanceof Reading.Value value ? value.beyond() : 0;
        if (beyond == 0) return Stream.of(amount.subtract(year.spread()), amount.add(year.spread()));
        BigDecimal step = amount.abs().add(target.amount().abs()).add(target.bound().orElse(BigDecimal.ZERO).abs()).add(BigDecimal.ONE);
        Stream<BigDecimal> onTheWay = Stream.of(target.amount()).filter(t -> t.compareTo(amount) == beyond);
        return Stream.concat(onTheWay, Stream.of(amount.add(step.multiply(BigDecimal.valueOf(2L * beyond)))));
    }
}
