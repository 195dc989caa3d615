package plumbline.plan;

import plumbline.plan.Milestone.Role;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 目标路径: the milestones in order of their dates, straight lines between them. */
public record Course(List<Milestone> milestones) {
    public static final Course EMPTY = new Course(List.of());

    public Course {
        milestones = milestones.stream().sorted().toList();
        long months = milestones.stream().map(m -> YearMonth.from(m.day())).distinct().count();
        if (months != milestones.size())
            throw new IllegalArgumentException("two milestones in one month");
        if (countByRole(milestones, Role.BASELINE) > 1
                || countByRole(milestones, Role.MID_TERM) > 1
                || countByRole(milestones, Role.FINAL) > 1) {
            throw new IllegalArgumentException(
                    "baseline, mid-term and final target stand once each");
        }
        if (countByRole(milestones, Role.BASELINE) == 1
                && milestones.getFirst().role() != Role.BASELINE) {
            throw new IllegalArgumentException("a target lies before the baseline");
        }
        if (countByRole(milestones, Role.FINAL) == 1 && milestones.getLast().role() != Role.FINAL) {
            throw new IllegalArgumentException("a target lies after the final one");
        }
    }

    public static Course of(Milestone... milestones) {
        return new Course(List.of(milestones));
    }

    public Optional<Milestone> baseline() {
        return findByRole(Role.BASELINE);
    }

    public Optional<Milestone> midTermTarget() {
        return findByRole(Role.MID_TERM);
    }

    public Optional<Milestone> finalTarget() {
        return findByRole(Role.FINAL);
    }

    /** True if the final target is a range: between two amounts, or about one. */
    public boolean hasRangeTarget() {
        return finalTarget().filter(t -> t.relation().needsBound()).isPresent();
    }

    /**
     * True if the final target is a range that was kept already at the baseline, or that has none:
     * there is no way to go.
     */
    private boolean isRangeToBeKept() {
        return hasRangeTarget()
                && baseline()
                        .map(b -> finalTarget().orElseThrow().isMetBy(b.amount()))
                        .orElse(true);
    }

    /**
     * The way from the baseline: into a range it leads to the nearer end. The targets themselves
     * stay as they are.
     */
    public Course courseIntoRange() {
        boolean into = hasRangeTarget() && !isRangeToBeKept();
        return into
                ? new Course(
                        milestones.stream()
                                .map(m -> m.towardsNearestLimit(baseline().orElseThrow().amount()))
                                .toList())
                : this;
    }

    /** This course with the worse border of each range in its place. */
    public Course towardsWorseBorders(Direction direction) {
        if (milestones.stream().noneMatch(m -> m.relation().needsBound())) return this;
        return new Course(milestones.stream().map(m -> m.towardsWorseBorder(direction)).toList());
    }

    /** True where the baseline meets the final target already, so that there is no way to go. */
    boolean meetsTargetFromTheStart() {
        return baseline().isPresent()
                && finalTarget().map(t -> t.isMetBy(baseline().get().amount())).orElse(false);
    }

    /** The target that is due last on the day or before it; empty while none is due. */
    public Optional<Milestone> lastTargetUpTo(LocalDate day) {
        return milestones.reversed().stream()
                .filter(m -> m.role() != Role.BASELINE && !m.day().isAfter(day))
                .findFirst();
    }

    /**
     * True where it is only asked whether a value lies within the target's range. A running total
     * that begins anywhere grows into its range.
     */
    boolean isJudgedByRangeOnly(IndicatorKind kind) {
        boolean grows = kind == IndicatorKind.CUMULATIVE && baseline().isEmpty();
        return hasRangeTarget() && (!kind.isJudgedOnCourse() || !grows && isRangeToBeKept());
    }

    /** The first target that is due on the day or later, or else the last of all. */
    public Optional<Milestone> nextTargetFrom(LocalDate day) {
        List<Milestone> targets =
                milestones.stream().filter(m -> m.role() != Role.BASELINE).toList();
        return targets.stream()
                .filter(m -> !m.day().isBefore(day))
                .findFirst()
                .or(() -> targets.stream().reduce((_, b) -> b));
    }

    public List<Milestone> yearlyTargets() {
        return milestones.stream().filter(m -> m.role() == Role.YEARLY).toList();
    }

    /** The milestone that stands where the other one would be put. */
    public Optional<Milestone> findMilestoneInSlotOf(Milestone slot) {
        return milestones.stream().filter(m -> m.isSameSlot(slot)).findFirst();
    }

    /**
     * This course with the milestone in place of the one in the same role (for a yearly one: on the
     * same day).
     */
    public Course withMilestone(Milestone milestone) {
        List<Milestone> next = new ArrayList<>(milestones);
        next.removeIf(m -> m.isSameSlot(milestone));
        next.add(milestone);
        return new Course(next);
    }

    /**
     * True if the milestone has a place here: in a month of its own, after the baseline, not after
     * the final target.
     */
    public boolean canTakeMilestone(Milestone milestone) {
        try {
            withMilestone(milestone);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * @param on which of the yearly targets; every other role stands once and ignores it
     */
    public Course withoutMilestone(Role role, LocalDate on) {
        return new Course(milestones.stream().filter(m -> !isInSlot(m, role, on)).toList());
    }

    private static boolean isInSlot(Milestone m, Role role, LocalDate on) {
        return m.role() == role && (role != Role.YEARLY || m.day().equals(on));
    }

    /** This course with a baseline before the day moved to the day. */
    public Course startingAt(LocalDate day) {
        boolean crowded = milestones.size() > 1 && monthsBetween(day, milestones.get(1).day()) <= 0;
        return baseline()
                .filter(b -> !crowded && b.day().isBefore(day))
                .map(b -> withMilestone(b.withDay(day)))
                .orElse(this);
    }

    /** This course with its targets on the side that the direction calls better. */
    Course turnedTowards(Direction direction) {
        return new Course(milestones.stream().map(m -> m.turnedTowards(direction)).toList());
    }

    /** This course with each milestone on the day that is told for it. */
    Course withMilestoneDays(Function<Milestone, LocalDate> to) {
        return new Course(milestones.stream().map(m -> m.withDay(to.apply(m))).toList());
    }

    /**
     * What is due on a day: straight between the two neighbouring milestones by whole months, level
     * before the first and after the last. Empty where there is no baseline or no target to draw a
     * line between.
     */
    public Optional<BigDecimal> dueOn(LocalDate day) {
        if (baseline().isEmpty() || milestones.size() < 2) return Optional.empty();
        Milestone from = milestones.getFirst();
        for (Milestone to : milestones.subList(1, milestones.size())) {
            if (!day.isAfter(to.day())) return Optional.of(interpolate(from, to, day));
            from = to;
        }
        return Optional.of(from.amount());
    }

    private static BigDecimal interpolate(Milestone from, Milestone to, LocalDate day) {
        if (day.isBefore(from.day())) return from.amount();
        BigDecimal rise =
                to.amount()
                        .subtract(from.amount())
                        .multiply(BigDecimal.valueOf(monthsBetween(from.day(), day)));
        return from.amount()
                .add(
                        rise.divide(
                                BigDecimal.valueOf(monthsBetween(from.day(), to.day())),
                                MathContext.DECIMAL128));
    }

    /** Whole calendar months from one day's month to the other's. */
    public static long monthsBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    }

    /** Asked for very often: without a stream. */
    private Optional<Milestone> findByRole(Role role) {
        for (Milestone m : milestones) if (m.role() == role) return Optional.of(m);
        return Optional.empty();
    }

    private static long countByRole(Collection<Milestone> milestones, Role role) {
        return milestones.stream().filter(m -> m.role() == role).count();
    }
}
