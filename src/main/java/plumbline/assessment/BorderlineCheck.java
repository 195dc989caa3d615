package plumbline.assessment;

import plumbline.assessment.Judgement.Judged;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 临界: what the numbers may really be, given the digits that were printed, and whether another
 * verdict could follow from it.
 */
final class BorderlineCheck {
    private final Indicator indicator;
    private final Course course;
    private final CourseArithmetic arithmetic;
    private final JudgedValue value;
    private final List<CourseArithmetic> extremes;

    /**
     * @param course the targets in force
     * @param sums the value on the course it is judged by
     */
    BorderlineCheck(Indicator indicator, Course course, CourseArithmetic sums, JudgedValue value) {
        this.indicator = indicator;
        this.course = course;
        this.arithmetic = sums;
        this.value = value;
        this.extremes = possibleExtremes();
    }

    /** The extremes of what value and baseline may really be; none where both are exact. */
    private List<CourseArithmetic> possibleExtremes() {
        List<Course> courses = possibleCourses();
        if (value.spread().signum() == 0 && courses.size() == 1) return List.of();
        BigDecimal least = arithmetic.value().subtract(value.spread());
        BigDecimal most = arithmetic.value().add(value.spread());
        return courses.stream()
                .map(indicator::judgedCourse)
                .map(arithmetic::withCourse)
                .flatMap(on -> Stream.of(on.withValue(least), on.withValue(most)))
                .toList();
    }

    /** The course with either extreme of what the baseline may really be. */
    private List<Course> possibleCourses() {
        Optional<Milestone> baseline = course.baseline();
        BigDecimal around =
                baseline.map(b -> Precision.ofAmount(b.amount(), indicator))
                        .orElse(BigDecimal.ZERO);
        if (around.signum() == 0) return List.of(course);
        return Stream.of(around.negate(), around).map(this::withBaselineMovedBy).toList();
    }

    private Course withBaselineMovedBy(BigDecimal difference) {
        Milestone baseline = course.baseline().orElseThrow();
        return course.withMilestone(
                Milestone.baseline(baseline.day(), baseline.amount().add(difference)));
    }

    /** Where progress may really lie; absent where it is known exactly or not at all. */
    Optional<Interval> progressInterval(Figure progress) {
        if (extremes.isEmpty() || progress.knownValue().isEmpty()) return Optional.empty();
        Interval interval = new Interval(progress.knownValue().get(), progress.knownValue().get());
        for (CourseArithmetic corner : extremes)
            interval = corner.progress().knownValue().map(interval::extendedTo).orElse(interval);
        return interval.isSinglePoint() ? Optional.empty() : Optional.of(interval);
    }

    /** The judgement, marked where the numbers as printed would allow another. */
    Judgement withBorderlineRemark(Judgement judgement, VerdictJudge judge) {
        if (!(judgement instanceof Judged judged)) return judgement;
        boolean other =
                switch (indicator.kind()) {
                    case STOCK, CUMULATIVE, YEARLY, MEAN, GROWTH ->
                            extremes.stream()
                                    .anyMatch(corner -> isJudgedOtherwise(corner, judged, judge));
                    case HOLD -> hasUndecidedYear(judged.ground());
                    case ZERO, MILESTONE -> false;
                };
        return other ? judged.withRemark(Remark.BORDERLINE) : judged;
    }

    private boolean isJudgedOtherwise(CourseArithmetic corner, Judged judged, VerdictJudge judge) {
        Optional<Milestone> baseline = corner.course().baseline();
        Course possible = baseline.map(course::withMilestone).orElse(course);
        // What is asked stays: a baseline half a unit lower makes no other demand.
        if (indicator.demandOf(possible) != indicator.demandOf(course)) return false;
        Judgement other =
                judge.withCourse(possible).judgeValue(corner, value.withAmount(corner.value()));
        return other.findVerdict().filter(v -> v != judged.verdict()).isPresent();
    }

    private static boolean hasUndecidedYear(Judgement.JudgementGround ground) {
        return switch (ground) {
            case Judgement.AtTheEnd(Judgement.JudgementGround decided) -> hasUndecidedYear(decided);
            case Judgement.YearsHeld(YearsMet met) ->
                    met.years().stream().anyMatch(BorderlineCheck::isUndecided);
            default -> false;
        };
    }

    private static boolean isUndecided(YearsMet.YearResult year) {
        return possibleAmounts(year).anyMatch(a -> year.target().isMetBy(a) != year.isMet());
    }

    /**
     * What a year's figure may really be: half a unit of its last digit more or less, or anything
     * beyond it where it was written so.
     */
    private static Stream<BigDecimal> possibleAmounts(YearsMet.YearResult year) {
        Observation figure = year.figure();
        Milestone target = year.target();
        BigDecimal amount = figure.reading().findAmount().orElseThrow();
        int beyond = figure.reading() instanceof Reading.Value written ? written.openSide() : 0;
        if (beyond == 0)
            return Stream.of(amount.subtract(year.spread()), amount.add(year.spread()));
        BigDecimal bound = target.bound().orElse(BigDecimal.ZERO).abs();
        BigDecimal step = amount.abs().add(target.amount().abs()).add(bound).add(BigDecimal.ONE);
        Stream<BigDecimal> onTheWay =
                Stream.of(target.amount()).filter(t -> t.compareTo(amount) == beyond);
        BigDecimal farBeyond = amount.add(step.multiply(BigDecimal.valueOf(2L * beyond)));
        return Stream.concat(onTheWay, Stream.of(farBeyond));
    }
}
