package plumbline.assessment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.plan.Course;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;

/** Sums figures that were reported per period: from the plan's first month on, without gap or overlap. */
final class RunningTotal {
    private RunningTotal() { }

    /**
     * B (or 0 where there is no baseline) plus every period up to the given observation.
     *
     * @param figures actual figures, in time; only those with a value
     */
    static Figure upTo(Observation latest, List<Observation> figures, Course course, YearMonth first) {
        List<Input> inputs = new ArrayList<>();
        course.baseline().ifPresent(b -> inputs.add(start(b)));
        YearMonth next = first;
        while (!next.atEndOfMonth().isAfter(latest.asOf())) {
            Optional<Observation> found = longestFrom(next, latest, figures);
            if (found.isEmpty()) return new Figure.Unknown(Formula.RUNNING_TOTAL, missing(next, latest, figures));
            inputs.add(addend(found.get()));
            next = YearMonth.from(found.get().asOf()).plusMonths(1);
        }
        BigDecimal sum = inputs.stream().map(Input::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Figure.Known(Formula.RUNNING_TOTAL, sum, inputs);
    }

    private static Optional<Observation> longestFrom(YearMonth first, Observation latest, List<Observation> figures) {
        return figures.stream().filter(o -> o.period().first().equals(first) && !o.asOf().isAfter(latest.asOf()))
                .max(Comparator.comparing(Observation::asOf));
    }

    /** The whole gap: up to the next figure that was reported. */
    private static Reason missing(YearMonth next, Observation latest, List<Observation> figures) {
        YearMonth last = figures.stream().map(o -> o.period().first()).filter(m -> m.isAfter(next) && !m.atEndOfMonth().isAfter(latest.asOf()))
                .min(Comparator.naturalOrder()).map(m -> m.minusMonths(1)).orElse(YearMonth.from(latest.asOf()));
        return new Reason(Reason.Cause.PERIOD_MISSING, Optional.of(new Period(next, last)));
    }

    private static Input start(Milestone baseline) {
        return new Input(Symbol.BASELINE, baseline.amount(), new Origin.Planned(baseline));
    }

    private static Input addend(Observation o) {
        return new Input(Symbol.ADDEND, o.reading().value().orElseThrow(), new Origin.Reported(o));
    }
}
