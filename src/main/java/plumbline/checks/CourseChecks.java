package plumbline.checks;

import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.PlanRepair;
import plumbline.checks.Check.RepairKind;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
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
    private final List<CheckFinding> findings = new ArrayList<>();

    CourseChecks(Indicator indicator) {
        this.indicator = indicator;
    }

    List<CheckFinding> checkCourse() {
        indicator.course().finalTarget().ifPresent(this::checkFinalTarget);
        return findings;
    }

    private void checkFinalTarget(Milestone target) {
        Optional<BigDecimal> baseline = indicator.course().baseline().map(Milestone::amount);
        if (indicator.kind().isJudgedOnCourse() && !indicator.isJudgedByRange())
            baseline.ifPresent(b -> checkTargetSide(b, target));
        if (indicator.kind() == IndicatorKind.CUMULATIVE && baseline.isEmpty())
            findings.add(
                    Check.BASELINE_MISSING
                            .findingOnLine(indicator.id())
                            .withRepair(repairWithZeroBaseline()));
        boolean turned = findings.stream().anyMatch(f -> f.check() == Check.TARGET_SIDE);
        if (!turned) targetsOnTheWay(target).forEach(m -> checkTargetOnTheWay(m, baseline, target));
        if (!turned) checkRelation(target);
        if (indicator.kind() == IndicatorKind.HOLD && isImpossible(target))
            findings.add(Check.HOLD_NEVER.findingOnLine(indicator.id(), target));
        if (indicator.kind() == IndicatorKind.ZERO && target.amount().signum() > 0)
            findings.add(zeroTargetFinding(target));
    }

    private void checkTargetSide(BigDecimal baseline, Milestone target) {
        int rise = target.amount().compareTo(baseline);
        boolean level = rise == 0 && indicator.kind() != IndicatorKind.YEARLY;
        boolean wrong = indicator.direction() == Direction.HIGHER ? rise < 0 : rise > 0;
        if (level)
            findings.add(
                    Check.TARGET_IS_BASELINE
                            .findingOnLine(indicator.id(), target.amount())
                            .withRepair(repairToHold()));
        if (wrong) {
            PlanRepair flip =
                    new PlanRepair(
                            RepairKind.FLIP_DIRECTION, List.of(), this::withFlippedDirection);
            findings.add(
                    Check.TARGET_SIDE
                            .findingOnLine(
                                    indicator.id(),
                                    indicator.direction(),
                                    baseline,
                                    target.amount())
                            .withRepair(flip));
        }
    }

    /** The targets on the way to the final one. */
    private List<Milestone> targetsOnTheWay(Milestone target) {
        return indicator.course().milestones().stream()
                .filter(m -> m.role() != Milestone.Role.BASELINE && m.day().isBefore(target.day()))
                .toList();
    }

    /**
     * Behind the start, or farther than the end; a yearly amount is due anew each year and need not
     * grow.
     */
    private void checkTargetOnTheWay(Milestone m, Optional<BigDecimal> baseline, Milestone target) {
        boolean onTheWay =
                (indicator.kind() == IndicatorKind.STOCK
                                || indicator.kind() == IndicatorKind.CUMULATIVE)
                        && !indicator.isJudgedByRange();
        Optional<BigDecimal> off =
                baseline.filter(
                        b ->
                                onTheWay
                                        && b.compareTo(target.amount()) != 0
                                        && !isWithin(
                                                m.amount(),
                                                b.min(target.amount()),
                                                b.max(target.amount())));
        off.ifPresentOrElse(
                b ->
                        findings.add(
                                Check.MIDDLE_SIDE.findingOnLine(
                                        indicator.id(), m, m.role(), b, target)),
                () -> checkRelation(m));
    }

    private static boolean isWithin(BigDecimal amount, BigDecimal least, BigDecimal greatest) {
        return amount.compareTo(least) >= 0 && amount.compareTo(greatest) <= 0;
    }

    private CheckFinding zeroTargetFinding(Milestone target) {
        CheckFinding one = Check.ZERO_TARGET.findingOnLine(indicator.id(), target);
        boolean most = target.relation() == Relation.AT_MOST || target.relation() == Relation.BELOW;
        return most ? one.withRepair(repairToHold()) : one;
    }

    /** What is built or added anew begins at nothing. */
    private PlanRepair repairWithZeroBaseline() {
        return new PlanRepair(
                RepairKind.ZERO_BASELINE,
                List.of(),
                p ->
                        p.withChangedIndicatorOrPart(
                                indicator.id(),
                                i ->
                                        i.withChanges(
                                                d ->
                                                        d.course =
                                                                i.course()
                                                                        .withMilestone(
                                                                                Milestone.baseline(
                                                                                        p
                                                                                                .baselineDay(),
                                                                                        BigDecimal
                                                                                                .ZERO)))));
    }

    private PlanRepair repairToHold() {
        return new PlanRepair(
                RepairKind.TO_HOLD,
                List.of(),
                p ->
                        p.withChangedIndicator(
                                indicator.id(),
                                i -> i.withChanges(d -> d.kind = IndicatorKind.HOLD)));
    }

    /** The other direction; a target that said “at least” in the old one says “at most” now. */
    private Plan withFlippedDirection(Plan plan) {
        return plan.withChangedIndicator(
                indicator.id(),
                i ->
                        i.withDirection(
                                i.direction() == Direction.HIGHER
                                        ? Direction.LOWER
                                        : Direction.HIGHER));
    }

    /**
     * At least of what should be low. A milestone or an event is met or not, whatever is better.
     */
    private void checkRelation(Milestone target) {
        boolean directed =
                indicator.kind() != IndicatorKind.MILESTONE
                        && indicator.kind() != IndicatorKind.ZERO;
        if (!directed || !target.relation().asksForWorseSide(indicator.direction())) return;
        PlanRepair turn =
                new PlanRepair(
                        RepairKind.TURN_RELATION,
                        List.of(),
                        p ->
                                p.withChangedIndicator(
                                        indicator.id(), i -> i.withDirection(i.direction())));
        findings.add(
                Check.RELATION_SIDE
                        .findingOnLine(indicator.id(), indicator.direction(), target)
                        .withRepair(turn));
    }

    /**
     * Of what is never negative: less than nothing; of a share of a whole: more than all; and a
     * range that ends before it begins.
     */
    private boolean isImpossible(Milestone target) {
        boolean share = UnitChecks.isShareOfWhole(indicator);
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
