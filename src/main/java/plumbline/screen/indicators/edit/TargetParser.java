package plumbline.screen.indicators.edit;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.FigureParser;
import plumbline.exchange.notation.PeriodParser;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Relation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Targets as they are typed, wherever that is. A number alone changes the amount of the target that
 * stands there: its day, its relation and its 力争 stay.
 */
public final class TargetParser {
    private TargetParser() {}

    /**
     * @param role one that stands once
     * @return the indicator's course with the target; a blank text takes it away
     * @throws Problem where the text is no target
     */
    static Course parseTargetIntoCourse(Indicator i, Role role, String text, Plan plan)
            throws Problem {
        LocalDate usual =
                switch (role) {
                    case BASELINE -> plan.baselineDay();
                    case MID_TERM -> plan.midTermDay();
                    case FINAL, YEARLY -> plan.lastDay();
                };
        Optional<Milestone> old =
                i.course().milestones().stream().filter(m -> m.role() == role).findFirst();
        if (text.isBlank()) return i.course().withoutMilestone(role, usual);
        return i.course().withMilestone(parseMilestone(i, role, old, usual, text));
    }

    /** The indicator with the target, turned where it is the first and lies below the baseline. */
    public static UnaryOperator<Indicator> parseTargetEdit(
            Indicator i, Role role, String text, Plan plan) throws Problem {
        Course course = parseTargetIntoCourse(i, role, text, plan);
        boolean down = turnsDirection(i, role, text, plan);
        return x ->
                down
                        ? x.withTypedCourse(course).withDirection(Direction.LOWER)
                        : x.withTypedCourse(course);
    }

    /**
     * True where the first target of an indicator lies below its baseline, and neither it nor the
     * indicator says that less is better: nobody has been asked yet. Figures that have risen speak
     * against it.
     */
    static boolean turnsDirection(Indicator i, Role role, String text, Plan plan) throws Problem {
        boolean first = i.course().milestones().stream().allMatch(m -> m.role() == Role.BASELINE);
        boolean open =
                first
                        && role != Role.BASELINE
                        && i.kind().isJudgedOnCourse()
                        && i.direction() == Direction.HIGHER
                        && plan.findIndicator(i.id()).isPresent();
        if (!open || text.isBlank()) return false;
        Course rising = parseTargetIntoCourse(i, role, text, plan);
        boolean unsaid =
                !rising.equals(
                        parseTargetIntoCourse(
                                i.withChanges(d -> d.direction = Direction.LOWER),
                                role,
                                text,
                                plan));
        return unsaid
                && rising.baseline()
                        .filter(
                                b ->
                                        rising.milestones().getLast().amount().compareTo(b.amount())
                                                        < 0
                                                && !hasRisenFigures(i, b))
                        .isPresent();
    }

    /**
     * The figures lead the other way: such a target may be a rate of growth, whose kind is still to
     * be chosen.
     */
    private static boolean hasRisenFigures(Indicator i, Milestone baseline) {
        return i.observations().reversed().stream()
                .filter(o -> !o.isForecast())
                .flatMap(o -> o.reading().findAmount().stream())
                .findFirst()
                .filter(v -> v.compareTo(baseline.amount()) > 0)
                .isPresent();
    }

    /** Another amount for a target that there is. */
    public static Milestone parseReplacement(Indicator i, Milestone old, String text)
            throws Problem {
        return parseMilestone(i, old.role(), Optional.of(old), old.day(), text);
    }

    private static Milestone parseMilestone(
            Indicator i, Role role, Optional<Milestone> old, LocalDate usual, String text)
            throws Problem {
        Relation unwritten =
                old.map(Milestone::relation)
                        .filter(r -> !r.needsBound())
                        .orElse(
                                role == Role.BASELINE
                                        ? Relation.EQUAL
                                        : i.direction().usualRelation());
        Milestone read =
                AmountParser.parseTarget(
                        FigureParser.toDigits(text, i.kind()),
                        i.unit(),
                        role,
                        old.map(Milestone::day).orElse(usual),
                        unwritten);
        boolean striving = read.striving() || old.map(Milestone::striving).orElse(false);
        return new Milestone(
                role, read.day(), read.amount(), read.relation(), read.bound(), striving);
    }

    /**
     * When a yearly target is due, as it is typed: {@code 2021}, or {@code 2021-06} where it is not
     * the end of the year.
     */
    public static String formatDueDate(Milestone m) {
        return m.day().getMonthValue() == 12
                ? "" + m.day().getYear()
                : "%d-%02d".formatted(m.day().getYear(), m.day().getMonthValue());
    }

    /**
     * @param text all yearly targets, {@code 2021: 15, 2022: ≥20}; those that it leaves out are
     *     taken away
     * @throws Problem where it is not understood, or two fall together
     */
    public static Course parseYearlyTargets(Indicator i, String text) throws Problem {
        Course course = i.course();
        for (Milestone old : course.yearlyTargets())
            course = course.withoutMilestone(Role.YEARLY, old.day());
        for (String item : text.split("[,，、;；]"))
            if (!item.isBlank())
                course = withYearlyTarget(course, parseYearlyTarget(i, item), item.strip());
        return course;
    }

    private static Milestone parseYearlyTarget(Indicator i, String item) throws Problem {
        String[] both = item.split("[:：]", 2);
        Optional<Period> period = PeriodParser.parsePeriod(both[0]);
        if (both.length < 2 || period.isEmpty())
            throw new Problem("inspector.yearly.wrong", item.strip());
        LocalDate end = period.get().lastDay();
        Optional<Milestone> old =
                i.course().yearlyTargets().stream()
                        .filter(m -> Course.monthsBetween(m.day(), end) == 0)
                        .findFirst();
        return parseMilestone(i, Role.YEARLY, old, end, both[1]);
    }

    private static Course withYearlyTarget(Course course, Milestone added, String item)
            throws Problem {
        Optional<Milestone> there =
                course.milestones().stream()
                        .filter(m -> Course.monthsBetween(m.day(), added.day()) == 0)
                        .findFirst();
        if (there.isPresent())
            throw new Problem("inspector.yearly.is." + there.get().role().name(), item);
        try {
            return course.withMilestone(added);
        } catch (IllegalArgumentException outside) {
            throw new Problem("inspector.yearly.outside", item).withCause(outside);
        }
    }
}
