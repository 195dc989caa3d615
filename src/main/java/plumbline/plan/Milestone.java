package plumbline.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 节点目标: a dated amount. Baseline, yearly, mid-term and final target are the same thing.
 *
 * @param day the last day of the month in which it is due
 * @param bound upper end for BETWEEN, tolerance for ABOUT, absent for every other relation
 * @param striving worded 争取 or 力争: a flag, not a relation
 */
public record Milestone(
        Role role,
        LocalDate day,
        BigDecimal amount,
        Relation relation,
        Optional<BigDecimal> bound,
        boolean striving)
        implements Comparable<Milestone> {

    public enum Role {
        BASELINE,
        YEARLY,
        MID_TERM,
        FINAL
    }

    public Milestone {
        Objects.requireNonNull(role);
        Objects.requireNonNull(day);
        Amounts.requireInRange(amount);
        bound.ifPresent(Amounts::requireInRange);
        if (relation.needsBound() != bound.isPresent())
            throw new IllegalArgumentException("bound does not fit the relation " + relation);
    }

    public static Milestone baseline(LocalDate on, BigDecimal amount) {
        return new Milestone(Role.BASELINE, on, amount, Relation.EQUAL, Optional.empty(), false);
    }

    /** A target in the indicator's own direction: at least, or at most. */
    public static Milestone target(
            Role role, LocalDate on, BigDecimal amount, Direction direction) {
        return new Milestone(role, on, amount, direction.usualRelation(), Optional.empty(), false);
    }

    /** Every role stands once on a course; of the yearly targets each on its own day. */
    boolean isSameSlot(Milestone other) {
        return role == other.role && (role != Role.YEARLY || day.equals(other.day));
    }

    /** The same on another day. */
    Milestone withDay(LocalDate day) {
        return new Milestone(role, day, amount, relation, bound, striving);
    }

    /** The amounts at which good ends: one, or both ends of a range. */
    public List<BigDecimal> limits() {
        return relation.limits(amount, bound.orElse(BigDecimal.ZERO));
    }

    /** Of a range the end that is nearer from here; every other one itself. */
    Milestone towardsNearestLimit(BigDecimal from) {
        if (role == Role.BASELINE || !relation.needsBound()) return this;
        boolean below = from.compareTo(limits().getFirst()) < 0;
        return new Milestone(
                role,
                day,
                below ? limits().getFirst() : limits().getLast(),
                below ? Relation.AT_LEAST : Relation.AT_MOST,
                Optional.empty(),
                striving);
    }

    /**
     * Of a range the border that must not be passed where only the worse side counts, as a target
     * of its own; every other one itself.
     */
    public Milestone towardsWorseBorder(Direction direction) {
        if (role == Role.BASELINE || !relation.needsBound()) return this;
        BigDecimal border =
                direction == Direction.HIGHER ? limits().getFirst() : limits().getLast();
        return new Milestone(
                role, day, border, direction.usualRelation(), Optional.empty(), striving);
    }

    /**
     * The amount that is to be reached from here: of a range its nearer border, and inside of it
     * none other than this one; of every other target its own.
     */
    public BigDecimal targetAmountFrom(BigDecimal from) {
        return relation.needsBound()
                ? from.max(limits().getFirst()).min(limits().getLast())
                : amount;
    }

    /**
     * A target that said at least where higher is better says at most where lower is; a baseline
     * stays.
     */
    Milestone turnedTowards(Direction direction) {
        return role == Role.BASELINE
                ? this
                : new Milestone(
                        role, day, amount, relation.turnedTowards(direction), bound, striving);
    }

    public boolean isMetBy(BigDecimal value) {
        return isMetBy(value, 0);
    }

    /**
     * What was written as lying beyond its number counts as such: {@code >4} meets {@code >4},
     * {@code <98} does not meet {@code ≥98}.
     */
    public boolean isMetBy(Reading.Value value) {
        return isMetBy(value.amount(), value.openSide());
    }

    /**
     * @param beyond as of {@link Reading.Value#openSide}
     */
    public boolean isMetBy(BigDecimal value, int beyond) {
        return relation.isSatisfiedBy(value, amount, bound.orElse(BigDecimal.ZERO), beyond);
    }

    @Override
    public int compareTo(Milestone other) {
        int byDate = day.compareTo(other.day);
        return byDate != 0 ? byDate : role.compareTo(other.role);
    }
}
