package plumbline.checks;

import plumbline.checks.Check.Found;
import plumbline.checks.Check.Mending;
import plumbline.checks.Check.Repair;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Plan;
import plumbline.plan.Relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Baseline and targets against one another, against kind and direction. */
final class CourseChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Indicator indicator;
    private final List<Found> found = new ArrayList<>();

    CourseChecks(Indicator indicator) {
        this.indicator = indicator;
    }

    List<Found> found() {
        indicator.course().target().ifPresent(this::check);
        return found;
    }

    private void check(Milestone target) {
        Optional<BigDecimal> baseline = indicator.course().baseline().map(Milestone::amount);
        if (indicator.kind().onCourse() && !indicator.ranged())
            baseline.ifPresent(b -> sides(b, target));
        if (indicator.kind() == Kind.CUMULATIVE && baseline.isEmpty())
            found.add(Check.BASELINE_MISSING.in(indicator.id()).mendedBy(zeroBaseline()));
        boolean turned = found.stream().anyMatch(f -> f.check() == Check.TARGET_SIDE);
        if (!turned) between(target).forEach(m -> middle(m, baseline, target));
        if (!turned) relation(target);
        if (indicator.kind() == Kind.HOLD && impossible(target))
            found.add(Check.HOLD_NEVER.in(indicator.id(), target));
        if (indicator.kind() == Kind.ZERO && target.amount().signum() > 0) found.add(zero(target));
    }

    private void sides(BigDecimal baseline, Milestone target) {
        int rise = target.amount().compareTo(baseline);
        boolean level = rise == 0 && indicator.kind() != Kind.YEARLY;
        boolean wrong = indicator.direction() == Direction.HIGHER ? rise < 0 : rise > 0;
        if (level)
            found.add(
                    Check.TARGET_IS_BASELINE
                            .in(indicator.id(), target.amount())
                            .mendedBy(toHold()));
        if (wrong) {
            Repair flip = new Repair(Mending.FLIP_DIRECTION, List.of(), this::flipped);
            found.add(
                    Check.TARGET_SIDE
                            .in(indicator.id(), indicator.direction(), baseline, target.amount())
                            .mendedBy(flip));
        }
    }

    /** The targets on the way to the final one. */
    private List<Milestone> between(Milestone target) {
        return indicator.course().milestones().stream()
                .filter(m -> m.role() != Milestone.Role.BASELINE && m.on().isBefore(target.on()))
                .toList();
    }

    /**
     * Behind the start, or farther than the end; a yearly amount is due anew each year and need not
     * grow.
     */
    private void middle(Milestone m, Optional<BigDecimal> baseline, Milestone target) {
        boolean onTheWay =
                (indicator.kind() == Kind.STOCK || indicator.kind() == Kind.CUMULATIVE)
                        && !indicator.ranged();
        Optional<BigDecimal> off =
                baseline.filter(
                        b ->
                                onTheWay
                                        && b.compareTo(target.amount()) != 0
                                        && !within(
                                                m.amount(),
                                                b.min(target.amount()),
                                                b.max(target.amount())));
        off.ifPresentOrElse(
                b -> found.add(Check.MIDDLE_SIDE.in(indicator.id(), m, m.role(), b, target)),
                () -> relation(m));
    }

    private static boolean within(BigDecimal amount, BigDecimal least, BigDecimal greatest) {
        return amount.compareTo(least) >= 0 && amount.compareTo(greatest) <= 0;
    }

    private Found zero(Milestone target) {
        Found one = Check.ZERO_TARGET.in(indicator.id(), target);
        boolean most = target.relation() == Relation.AT_MOST || target.relation() == Relation.BELOW;
        return most ? one.mendedBy(toHold()) : one;
    }

    /** What is built or added anew begins at nothing. */
    private Repair zeroBaseline() {
        return new Repair(
                Mending.ZERO_BASELINE,
                List.of(),
                p ->
                        p.changeLine(
                                indicator.id(),
                                i ->
                                        i.change(
                                                d ->
                                                        d.course =
                                                                i.course()
                                                                        .with(
                                                                                Milestone.baseline(
                                                                                        p
                                                                                                .baselineDay(),
                                                                                        BigDecimal
                                                                                                .ZERO)))));
    }

    private Repair toHold() {
        return new Repair(
                Mending.TO_HOLD,
                List.of(),
                p -> p.changeIndicator(indicator.id(), i -> i.change(d -> d.kind = Kind.HOLD)));
    }

    /** The other direction; a target that said “at least” in the old one says “at most” now. */
    private Plan flipped(Plan plan) {
        return plan.changeIndicator(
                indicator.id(),
                i ->
                        i.with(
                                i.direction() == Direction.HIGHER
                                        ? Direction.LOWER
                                        : Direction.HIGHER));
    }

    /**
     * At least of what should be low. A milestone or an event is met or not, whatever is better.
     */
    private void relation(Milestone target) {
        boolean directed = indicator.kind() != Kind.MILESTONE && indicator.kind() != Kind.ZERO;
        if (!directed || !target.relation().against(indicator.direction())) return;
        Repair turn =
                new Repair(
                        Mending.TURN_RELATION,
                        List.of(),
                        p -> p.changeIndicator(indicator.id(), i -> i.with(i.direction())));
        found.add(
                Check.RELATION_SIDE
                        .in(indicator.id(), indicator.direction(), target)
                        .mendedBy(turn));
    }

    /**
     * Of what is never negative: less than nothing; of a share of a whole: more than all; and a
     * range that ends before it begins.
     */
    private boolean impossible(Milestone target) {
        boolean share = UnitChecks.shareOfAWhole(indicator);
        int sign = target.amount().signum();
        int all = target.amount().compareTo(HUNDRED);
        return switch (target.relation()) {
            case AT_LEAST -> share && all > 0;
            case ABOVE -> share && all >= 0;
            case AT_MOST -> share && sign < 0;
            case BELOW -> share && sign <= 0;
            case EQUAL -> share && (all > 0 || sign < 0);
            case BETWEEN -> target.bound().orElseThrow().compareTo(target.amount()) < 0;
            case ABOUT -> false;
        };
    }
}
