package plumbline.checks;

import plumbline.assessment.FigureSeries;
import plumbline.assessment.PartsTotal;
import plumbline.assessment.Precision;
import plumbline.checks.Check.CheckFinding;
import plumbline.checks.Check.PlanRepair;
import plumbline.checks.Check.RepairKind;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.RollUp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An indicator's own numbers against those of its parts. */
final class PartChecks {
    private PartChecks() {}

    static List<CheckFinding> checkParts(Indicator indicator) {
        List<CheckFinding> found = new ArrayList<>();
        for (PartsTotal total : FigureSeries.forIndicator(indicator).totals())
            checkTotal(indicator, total).ifPresent(found::add);
        if (indicator.rollUp() != RollUp.SUM || indicator.parts().isEmpty()) return found;
        checkBaseline(indicator).ifPresent(found::add);
        checkTarget(indicator).ifPresent(found::add);
        return found;
    }

    /** Only exact, firm numbers that cover the same months are held against one another. */
    private static Optional<CheckFinding> checkTotal(Indicator indicator, PartsTotal total) {
        Optional<Observation> own = indicator.displayedObservation(total.period());
        if (own.isEmpty() || total.figure().isEmpty() || total.isApproximate())
            return Optional.empty();
        Observation o = own.get();
        boolean alike =
                !o.isForecast()
                        && !total.figure().get().isForecast()
                        && o.monthsCovered() == total.figure().get().monthsCovered();
        if (!alike
                || !(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, _))
                || about) return Optional.empty();
        BigDecimal around =
                Precision.ofObservation(o, indicator).add(Precision.ofTotal(total, indicator));
        BigDecimal sum = total.amount().orElseThrow();
        if (isNear(amount, sum, around)) return Optional.empty();
        PlanRepair repair =
                new PlanRepair(
                        RepairKind.USE_PARTS,
                        List.of(sum),
                        p ->
                                p.withChangedIndicator(
                                        indicator.id(), i -> withoutFigure(i, total.period())));
        return Optional.of(
                Check.PARTS_TOTAL
                        .findingOnFigure(indicator.id(), total.period(), amount, sum)
                        .withRepair(repair));
    }

    /** A forecast stays. */
    private static Indicator withoutFigure(Indicator indicator, Period period) {
        return indicator.withChanges(
                d ->
                        d.observations =
                                indicator.observations().stream()
                                        .filter(o -> o.isForecast() || !o.period().equals(period))
                                        .toList());
    }

    private static Optional<CheckFinding> checkBaseline(Indicator indicator) {
        List<Milestone> parts =
                indicator.parts().stream()
                        .map(Part::course)
                        .flatMap(c -> c.baseline().stream())
                        .toList();
        if (parts.size() < indicator.parts().size() || indicator.course().baseline().isEmpty())
            return Optional.empty();
        BigDecimal own = indicator.course().baseline().get().amount();
        BigDecimal around =
                parts.stream()
                        .map(m -> Precision.ofAmount(m.amount(), indicator))
                        .reduce(Precision.ofAmount(own, indicator), BigDecimal::add);
        BigDecimal sum = sumOfAmounts(parts);
        return isNear(own, sum, around)
                ? Optional.empty()
                : Optional.of(Check.PARTS_BASELINE.findingOnLine(indicator.id(), own, sum));
    }

    /** More than the whole needs is no fault. */
    private static Optional<CheckFinding> checkTarget(Indicator indicator) {
        List<Milestone> parts =
                indicator.parts().stream()
                        .map(Part::course)
                        .map(Course::finalTarget)
                        .flatMap(Optional::stream)
                        .toList();
        boolean comparable =
                parts.size() == indicator.parts().size()
                        && indicator.course().finalTarget().isPresent()
                        && !indicator.course().hasRangeTarget();
        if (!comparable) return Optional.empty();
        BigDecimal own = indicator.course().finalTarget().get().amount();
        BigDecimal sum = sumOfAmounts(parts);
        boolean enough =
                indicator.direction() == Direction.HIGHER
                        ? sum.compareTo(own) >= 0
                        : sum.compareTo(own) <= 0;
        return enough
                ? Optional.empty()
                : Optional.of(Check.PARTS_TARGET.findingOnLine(indicator.id(), own, sum));
    }

    private static BigDecimal sumOfAmounts(List<Milestone> milestones) {
        return milestones.stream().map(Milestone::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isNear(BigDecimal a, BigDecimal b, BigDecimal around) {
        return a.subtract(b).abs().compareTo(around) <= 0;
    }
}
