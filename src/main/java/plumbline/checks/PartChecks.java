package plumbline.checks;

import plumbline.assessment.Precision;
import plumbline.assessment.Series;
import plumbline.assessment.Total;
import plumbline.checks.Check.Found;
import plumbline.checks.Check.Mending;
import plumbline.checks.Check.Repair;
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

    static List<Found> of(Indicator indicator) {
        List<Found> found = new ArrayList<>();
        for (Total total : Series.of(indicator).totals())
            typed(indicator, total).ifPresent(found::add);
        if (indicator.rollUp() != RollUp.SUM || indicator.parts().isEmpty()) return found;
        baseline(indicator).ifPresent(found::add);
        target(indicator).ifPresent(found::add);
        return found;
    }

    /** Only exact, firm numbers that cover the same months are held against one another. */
    private static Optional<Found> typed(Indicator indicator, Total total) {
        Optional<Observation> own = indicator.shown(total.period());
        if (own.isEmpty() || total.figure().isEmpty() || total.approximate())
            return Optional.empty();
        Observation o = own.get();
        boolean alike =
                !o.forecast()
                        && !total.figure().get().forecast()
                        && o.months() == total.figure().get().months();
        if (!alike
                || !(o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, _))
                || about) return Optional.empty();
        BigDecimal around = Precision.of(o, indicator).add(Precision.of(total, indicator));
        BigDecimal sum = total.amount().orElseThrow();
        if (near(amount, sum, around)) return Optional.empty();
        Repair repair =
                new Repair(
                        Mending.USE_PARTS,
                        List.of(sum),
                        p -> p.changeIndicator(indicator.id(), i -> untyped(i, total.period())));
        return Optional.of(
                Check.PARTS_TOTAL.at(indicator.id(), total.period(), amount, sum).mendedBy(repair));
    }

    /** A forecast stays. */
    private static Indicator untyped(Indicator indicator, Period period) {
        return indicator.change(
                d ->
                        d.observations =
                                indicator.observations().stream()
                                        .filter(o -> o.forecast() || !o.period().equals(period))
                                        .toList());
    }

    private static Optional<Found> baseline(Indicator indicator) {
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
                        .map(m -> Precision.of(m.amount(), indicator))
                        .reduce(Precision.of(own, indicator), BigDecimal::add);
        BigDecimal sum = sum(parts);
        return near(own, sum, around)
                ? Optional.empty()
                : Optional.of(Check.PARTS_BASELINE.in(indicator.id(), own, sum));
    }

    /** More than the whole needs is no fault. */
    private static Optional<Found> target(Indicator indicator) {
        List<Milestone> parts =
                indicator.parts().stream()
                        .map(Part::course)
                        .map(Course::target)
                        .flatMap(Optional::stream)
                        .toList();
        boolean comparable =
                parts.size() == indicator.parts().size()
                        && indicator.course().target().isPresent()
                        && !indicator.course().ranged();
        if (!comparable) return Optional.empty();
        BigDecimal own = indicator.course().target().get().amount();
        BigDecimal sum = sum(parts);
        boolean enough =
                indicator.direction() == Direction.HIGHER
                        ? sum.compareTo(own) >= 0
                        : sum.compareTo(own) <= 0;
        return enough
                ? Optional.empty()
                : Optional.of(Check.PARTS_TARGET.in(indicator.id(), own, sum));
    }

    private static BigDecimal sum(List<Milestone> milestones) {
        return milestones.stream().map(Milestone::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean near(BigDecimal a, BigDecimal b, BigDecimal around) {
        return a.subtract(b).abs().compareTo(around) <= 0;
    }
}
