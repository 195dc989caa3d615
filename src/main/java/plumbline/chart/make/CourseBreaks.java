package plumbline.chart.make;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.CourseBreak;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Plan;
import plumbline.words.DecisionWording;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the course of an indicator breaks because its targets were revised. */
final class CourseBreaks {
    private final Messages words;
    private final DecisionWording decisions;

    CourseBreaks(Messages words) {
        this.words = words;
        this.decisions = new DecisionWording(words);
    }

    /**
     * One for each month with a decision, in time; those outside the plan's years are not drawn.
     */
    List<CourseBreak> breaksOfIndicator(Evaluation standing, Indicator i) {
        if (i.kind() == IndicatorKind.GROWTH && !i.isShareOrLevel()) return List.of();
        List<CourseBreak> breaks = new ArrayList<>();
        LocalDate since = LocalDate.MIN;
        List<YearMonth> months =
                i.revisions().stream()
                        .map(r -> YearMonth.from(r.decidedOn()))
                        .distinct()
                        .filter(
                                m ->
                                        m.atEndOfMonth().isAfter(standing.plan().dayBeforeStart())
                                                && !m.atEndOfMonth()
                                                        .isAfter(standing.plan().lastDay()))
                        .toList();
        for (YearMonth month : months) {
            Optional<ChartDot> at =
                    courseHeight(
                                    i,
                                    standing.plan().courseWithinPlanOn(i, month.atEndOfMonth()),
                                    month.atEndOfMonth())
                            .map(h -> breakDot(i, month, h));
            List<ChartDot> former = formerCourseDots(i, standing.plan(), since, month);
            at.ifPresent(d -> breaks.add(new CourseBreak(d, former)));
            since = month.atEndOfMonth();
        }
        return List.copyOf(breaks);
    }

    private ChartDot breakDot(Indicator i, YearMonth month, BigDecimal height) {
        String hint =
                i.revisions().stream()
                        .filter(r -> YearMonth.from(r.decidedOn()).equals(month))
                        .map(r -> decisions.revisionText(i, r) + "\n" + decisions.revisionBasis(r))
                        .collect(Collectors.joining("\n"));
        return new ChartDot(
                month.atEndOfMonth(), height, words.sentence("revision.chart", month), hint, true);
    }

    /**
     * True for an indicator that is held against one level or a range instead of a course; of
     * growth that is a share.
     */
    static boolean isHeldAgainstLevel(Indicator i) {
        return i.kind() == IndicatorKind.HOLD
                || i.kind() == IndicatorKind.MEAN
                || i.kind() == IndicatorKind.ZERO
                || i.kind() == IndicatorKind.GROWTH && i.isShareOrLevel()
                || i.course().hasRangeTarget();
    }

    /** Of an indicator with a level the level, else the course's height. */
    private static Optional<BigDecimal> courseHeight(Indicator i, Course course, LocalDate day) {
        if (isHeldAgainstLevel(i)) return course.finalTarget().map(m -> m.limits().getLast());
        return i.kind() == IndicatorKind.MILESTONE
                ? lastMilestoneAmount(course, day)
                : course.dueOn(day);
    }

    /** What is done or not done is not done bit by bit. */
    private static Optional<BigDecimal> lastMilestoneAmount(Course course, LocalDate day) {
        return course.milestones().stream()
                .filter(m -> !m.day().isAfter(day))
                .reduce((_, b) -> b)
                .map(Milestone::amount);
    }

    /** The corners with those between them at which a course that is no slope steps up. */
    static List<ChartDot> withSteps(Indicator i, List<ChartDot> corners) {
        if (i.kind() != IndicatorKind.MILESTONE) return corners;
        List<ChartDot> steps = new ArrayList<>();
        for (ChartDot corner : corners) {
            if (!steps.isEmpty()) steps.add(courseCorner(corner.day(), steps.getLast().amount()));
            steps.add(corner);
        }
        return List.copyOf(steps);
    }

    private static List<ChartDot> formerCourseDots(
            Indicator i, Plan plan, LocalDate since, YearMonth month) {
        Course course = plan.courseWithinPlanOn(i, month.atDay(1).minusDays(1));
        LocalDate until = month.atEndOfMonth();
        List<ChartDot> dots = new ArrayList<>();
        if (since != LocalDate.MIN || isHeldAgainstLevel(i)) {
            LocalDate start =
                    since == LocalDate.MIN
                            ? course.baseline().map(Milestone::day).orElse(plan.dayBeforeStart())
                            : since;
            courseHeight(i, course, start).ifPresent(h -> dots.add(courseCorner(start, h)));
        }
        if (!isHeldAgainstLevel(i))
            course.milestones().stream()
                    .filter(m -> m.day().isAfter(since) && m.day().isBefore(until))
                    .forEach(m -> dots.add(courseCorner(m.day(), m.amount())));
        courseHeight(i, course, until).ifPresent(h -> dots.add(courseCorner(until, h)));
        if (isHeldAgainstLevel(i)) lowerBorder(course).ifPresent(low -> addLowerBorder(dots, low));
        return withSteps(i, dots);
    }

    /** The lower border of a range. */
    private static Optional<BigDecimal> lowerBorder(Course course) {
        return course.finalTarget()
                .filter(_ -> course.hasRangeTarget())
                .map(m -> m.limits().getFirst());
    }

    /** From the end of the lower border back to its beginning, and along the upper one. */
    private static void addLowerBorder(List<ChartDot> upper, BigDecimal low) {
        List<ChartDot> lower =
                upper.reversed().stream().map(d -> courseCorner(d.day(), low)).toList();
        upper.addAll(0, lower);
    }

    /** The present course from the last break on. */
    static List<ChartDot> courseSinceBreak(CourseBreak last, Indicator i, Course course) {
        List<ChartDot> dots = new ArrayList<>(List.of(last.newCourseDot()));
        course.milestones().stream()
                .filter(m -> m.day().isAfter(last.newCourseDot().day()))
                .forEach(m -> dots.add(courseCorner(m.day(), m.amount())));
        return withSteps(i, dots);
    }

    private static ChartDot courseCorner(LocalDate on, BigDecimal amount) {
        return new ChartDot(on, amount, "", "", true);
    }
}
