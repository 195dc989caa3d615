package plumbline.chart.make;

import plumbline.assessment.Evaluation;
import plumbline.chart.Chart.Break;
import plumbline.chart.Chart.Dot;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
final class Breaks {
    private final Messages words;
    private final DecisionWording decisions;

    Breaks(Messages words) {
        this.words = words;
        this.decisions = new DecisionWording(words);
    }

    /**
     * One for each month with a decision, in time; those outside the plan's years are not drawn.
     */
    List<Break> of(Evaluation standing, Indicator i) {
        if (i.kind() == Kind.GROWTH && !i.share()) return List.of();
        List<Break> breaks = new ArrayList<>();
        LocalDate since = LocalDate.MIN;
        List<YearMonth> months =
                i.revisions().stream()
                        .map(r -> YearMonth.from(r.decided()))
                        .distinct()
                        .filter(
                                m ->
                                        m.atEndOfMonth().isAfter(standing.plan().begins())
                                                && !m.atEndOfMonth()
                                                        .isAfter(standing.plan().ends()))
                        .toList();
        for (YearMonth month : months) {
            Optional<Dot> at =
                    height(
                                    i,
                                    standing.plan().courseOf(i, month.atEndOfMonth()),
                                    month.atEndOfMonth())
                            .map(h -> dot(i, month, h));
            List<Dot> former = between(i, standing.plan(), since, month);
            at.ifPresent(d -> breaks.add(new Break(d, former)));
            since = month.atEndOfMonth();
        }
        return List.copyOf(breaks);
    }

    private Dot dot(Indicator i, YearMonth month, BigDecimal height) {
        String hint =
                i.revisions().stream()
                        .filter(r -> YearMonth.from(r.decided()).equals(month))
                        .map(r -> decisions.revised(i, r) + "\n" + decisions.basis(r))
                        .collect(Collectors.joining("\n"));
        return new Dot(
                month.atEndOfMonth(), height, words.say("revision.chart", month), hint, true);
    }

    /**
     * True for an indicator that is held against one level or a range instead of a course; of
     * growth that is a share.
     */
    static boolean level(Indicator i) {
        return i.kind() == Kind.HOLD
                || i.kind() == Kind.MEAN
                || i.kind() == Kind.ZERO
                || i.kind() == Kind.GROWTH && i.share()
                || i.course().ranged();
    }

    /** Of an indicator with a level the level, else the course's height. */
    private static Optional<BigDecimal> height(Indicator i, Course course, LocalDate day) {
        if (level(i)) return course.target().map(m -> m.edges().getLast());
        return i.kind() == Kind.MILESTONE ? step(course, day) : course.dueOn(day);
    }

    /** What is done or not done is not done bit by bit. */
    private static Optional<BigDecimal> step(Course course, LocalDate day) {
        return course.milestones().stream()
                .filter(m -> !m.on().isAfter(day))
                .reduce((_, b) -> b)
                .map(Milestone::amount);
    }

    /** The corners with those between them at which a course that is no slope steps up. */
    static List<Dot> shaped(Indicator i, List<Dot> corners) {
        if (i.kind() != Kind.MILESTONE) return corners;
        List<Dot> steps = new ArrayList<>();
        for (Dot corner : corners) {
            if (!steps.isEmpty()) steps.add(corner(corner.on(), steps.getLast().amount()));
            steps.add(corner);
        }
        return List.copyOf(steps);
    }

    private static List<Dot> between(Indicator i, Plan plan, LocalDate since, YearMonth month) {
        Course course = plan.courseOf(i, month.atDay(1).minusDays(1));
        LocalDate until = month.atEndOfMonth();
        List<Dot> dots = new ArrayList<>();
        if (since != LocalDate.MIN || level(i)) {
            LocalDate start =
                    since == LocalDate.MIN
                            ? course.baseline().map(Milestone::on).orElse(plan.begins())
                            : since;
            height(i, course, start).ifPresent(h -> dots.add(corner(start, h)));
        }
        if (!level(i))
            course.milestones().stream()
                    .filter(m -> m.on().isAfter(since) && m.on().isBefore(until))
                    .forEach(m -> dots.add(corner(m.on(), m.amount())));
        height(i, course, until).ifPresent(h -> dots.add(corner(until, h)));
        if (level(i)) lower(course).ifPresent(low -> around(dots, low));
        return shaped(i, dots);
    }

    /** The lower border of a range. */
    private static Optional<BigDecimal> lower(Course course) {
        return course.target().filter(_ -> course.ranged()).map(m -> m.edges().getFirst());
    }

    /** From the end of the lower border back to its beginning, and along the upper one. */
    private static void around(List<Dot> upper, BigDecimal low) {
        List<Dot> lower = upper.reversed().stream().map(d -> corner(d.on(), low)).toList();
        upper.addAll(0, lower);
    }

    /** The present course from the last break on. */
    static List<Dot> since(Break last, Indicator i, Course course) {
        List<Dot> dots = new ArrayList<>(List.of(last.at()));
        course.milestones().stream()
                .filter(m -> m.on().isAfter(last.at().on()))
                .forEach(m -> dots.add(corner(m.on(), m.amount())));
        return shaped(i, dots);
    }

    private static Dot corner(LocalDate on, BigDecimal amount) {
        return new Dot(on, amount, "", "", true);
    }
}
