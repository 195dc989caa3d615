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
        long months = milestones.stream().map(m -> YearMonth.from(m.on())).distinct().count();
        if (months != milestones.size())
            throw new IllegalArgumentException("two milestones in one month");
        if (count(milestones, Role.BASELINE) > 1
                || count(milestones, Role.MID_TERM) > 1
                || count(milestones, Role.FINAL) > 1) {
            throw new IllegalArgumentException(
                    "baseline, mid-term and final target stand once each");
        }
        if (count(milestones, Role.BASELINE) == 1
                && milestones.getFirst().role() != Role.BASELINE) {
            throw new IllegalArgumentException("a target lies before the baseline");
        }
        if (count(milestones, Role.FINAL) == 1 && milestones.getLast().role() != Role.FINAL) {
            throw new IllegalArgumentException("a target lies after the final one");
        }
    }

    public static Course of(Milestone... milestones) {
        return new Course(List.of(milestones));
    }

    public Optional<Milestone> baseline() {
        return with(Role.BASELINE);
    }

    public Optional<Milestone> midTerm() {
        return with(Role.MID_TERM);
    }

    public Optional<Milestone> target() {
        return with(Role.FINAL);
    }

    /** True if the final target is a range: between two amounts, or about one. */
    public boolean ranged() {
        return target().filter(t -> t.relation().bounded()).isPresent();
    }

    /**
     * True if the final target is a range that was kept already at the baseline, or that has none:
     * there is no way to go.
     */
    private boolean keepsRange() {
        return ranged()
                && baseline().map(b -> target().orElseThrow().metBy(b.amount())).orElse(true);
    }

    /**
     * The way from the baseline: into a range it leads to the nearer end. The targets themselves
     * stay as they are.
     */
    public Course way() {
        boolean into = ranged() && !keepsRange();
        return into
                ? new Course(
                        milestones.stream()
                                .map(m -> m.nearest(baseline().orElseThrow().amount()))
                                .toList())
                : this;
    }

    /** This course with the worse border of each range in its place. */
    public Course towardsWorseBorders(Direction direction) {
        if (milestones.stream().noneMatch(m -> m.relation().bounded())) return this;
        return new Course(milestones.stream().map(m -> m.worseBorder(direction)).toList());
    }

    /** True where the baseline meets the final target already, so that there is no way to go. */
    boolean meetsTargetFromTheStart() {
        return baseline().isPresent()
                && target().map(t -> t.metBy(baseline().get().amount())).orElse(false);
    }

    /** The target that is due last on the day or before it; empty while none is due. */
    public Optional<Milestone> lastTargetUpTo(LocalDate day) {
        return milestones.reversed().stream()
                .filter(m -> m.role() != Role.BASELINE && !m.on().isAfter(day))
                .findFirst();
    }

    /**
     * True where it is only asked whether a value lies within the target's range. A running total
     * that begins anywhere grows into its range.
     */
    boolean rangeOnly(Kind kind) {
        boolean grows = kind == Kind.CUMULATIVE && baseline().isEmpty();
        return ranged() && (!kind.onCourse() || !grows && keepsRange());
    }

    /** The first target that is due on the day or later, or else the last of all. */
    public Optional<Milestone> next(LocalDate day) {
        List<Milestone> targets =
                milestones.stream().filter(m -> m.role() != Role.BASELINE).toList();
        return targets.stream()
                .filter(m -> !m.on().isBefore(day))
                .findFirst()
                .or(() -> targets.stream().reduce((_, b) -> b));
    }

    public List<Milestone> yearly() {
        return milestones.stream().filter(m -> m.role() == Role.YEARLY).toList();
    }

    /** The milestone that stands where the other one would be put. */
    public Optional<Milestone> at(Milestone slot) {
        return milestones.stream().filter(m -> m.sameSlot(slot)).findFirst();
    }

    /**
     * This course with the milestone in place of the one in the same role (for a yearly one: on the
     * same day).
     */
    public Course with(Milestone milestone) {
        List<Milestone> next = new ArrayList<>(milestones);
        next.removeIf(m -> m.sameSlot(milestone));
        next.add(milestone);
        return new Course(next);
    }

    /**
     * True if the milestone has a place here: in a month of its own, after the baseline, not after
     * the final target.
     */
    public boolean takes(Milestone milestone) {
        try {
            with(milestone);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * @param on which of the yearly targets; every other role stands once and ignores it
     */
    public Course without(Role role, LocalDate on) {
        return new Course(milestones.stream().filter(m -> !sameSlot(m, role, on)).toList());
    }

    private static boolean sameSlot(Milestone m, Role role, LocalDate on) {
        return m.role() == role && (role != Role.YEARLY || m.on().equals(on));
    }

    /** This course with a baseline before the day moved to the day. */
    public Course startingAt(LocalDate day) {
        boolean crowded = milestones.size() > 1 && months(day, milestones.get(1).on()) <= 0;
        return baseline()
                .filter(b -> !crowded && b.on().isBefore(day))
                .map(b -> with(b.on(day)))
                .orElse(this);
    }

    /** This course with its targets on the side that the direction calls better. */
    Course turned(Direction direction) {
        return new Course(milestones.stream().map(m -> m.turned(direction)).toList());
    }

    /** This course with each milestone on the day that is told for it. */
    Course moved(Function<Milestone, LocalDate> to) {
        return new Course(milestones.stream().map(m -> m.on(to.apply(m))).toList());
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
            if (!day.isAfter(to.on())) return Optional.of(between(from, to, day));
            from = to;
        }
        return Optional.of(from.amount());
    }

    private static BigDecimal between(Milestone from, Milestone to, LocalDate day) {
        if (day.isBefore(from.on())) return from.amount();
        BigDecimal rise =
                to.amount()
                        .subtract(from.amount())
                        .multiply(BigDecimal.valueOf(months(from.on(), day)));
        return from.amount()
                .add(
                        rise.divide(
                                BigDecimal.valueOf(months(from.on(), to.on())),
                                MathContext.DECIMAL128));
    }

    /** Whole calendar months from one day's month to the other's. */
    public static long months(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    }

    /** Asked for very often: without a stream. */
    private Optional<Milestone> with(Role role) {
        for (Milestone m : milestones) if (m.role() == role) return Optional.of(m);
        return Optional.empty();
    }

    private static long count(Collection<Milestone> milestones, Role role) {
        return milestones.stream().filter(m -> m.role() == role).count();
    }
}
