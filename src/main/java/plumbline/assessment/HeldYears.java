package plumbline.assessment;

import plumbline.plan.Course;
import plumbline.plan.Demand;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What must hold every year: each year against the target that was in force for it. */
final class HeldYears {
    private final YearlyFigures years;
    private final Indicator indicator;

    private HeldYears(YearlyFigures years) {
        this.years = years;
        this.indicator = years.reported().series().indicator();
    }

    /** Empty without a target, or without a year that has a figure. */
    static Optional<YearsMet> judgeYears(YearlyFigures years) {
        return new HeldYears(years).judgeHeldYears();
    }

    private Optional<YearsMet> judgeHeldYears() {
        List<YearsMet.YearResult> met = new ArrayList<>();
        for (YearlyFigures.HeldYear held : years.heldYears())
            targetOf(held.year()).ifPresent(target -> met.add(held.judgedAgainst(target)));
        if (met.isEmpty()) return Optional.empty();
        YearsMet.YearResult worst =
                met.stream().max(Comparator.comparing(HeldYears::shortfall)).orElseThrow();
        return Optional.of(new YearsMet(met.getLast().target(), met, worst));
    }

    /**
     * A revision counts from the year in which it was decided; a year's own target stands before
     * the one that is due next.
     */
    private Optional<Milestone> targetOf(int year) {
        LocalDate yearEnd = LocalDate.of(year, 12, 31);
        LocalDate at = years.reported().evaluationDate();
        Course course = indicator.courseInForceOn(yearEnd.isBefore(at) ? yearEnd : at);
        if (course.finalTarget().isEmpty()) return Optional.empty();
        Optional<Milestone> next = course.nextTargetFrom(yearEnd);
        return indicator.demandOf(course) == Demand.STAY_WITHIN
                ? next
                : next.map(m -> m.towardsWorseBorder(indicator.direction()));
    }

    /** How far a value stands on the wrong side of its target; negative on the right side. */
    private static BigDecimal shortfall(YearsMet.YearResult year) {
        Milestone target = year.target();
        BigDecimal value = amountOf(year.figure());
        BigDecimal over = value.subtract(target.amount());
        return switch (target.relation()) {
            case AT_LEAST, ABOVE -> over.negate();
            case AT_MOST, BELOW -> over;
            case EQUAL, ABOUT -> over.abs();
            case BETWEEN -> over.negate().max(value.subtract(target.bound().orElseThrow()));
        };
    }

    private static BigDecimal amountOf(Observation o) {
        return o.reading().findAmount().orElseThrow();
    }
}
