package plumbline.assessment;

import plumbline.plan.Indicator;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.RollUp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of an indicator: its own, and for periods where it has none the totals of its parts.
 *
 * @param observations in time
 * @param totals one for each period the parts have anything for, used or not, whole or not
 */
public record FigureSeries(
        Indicator indicator, List<Observation> observations, List<PartsTotal> totals) {
    public FigureSeries {
        observations = List.copyOf(observations);
        totals = List.copyOf(totals);
    }

    public static FigureSeries forIndicator(Indicator indicator) {
        if (indicator.rollUp() == RollUp.NONE || indicator.parts().isEmpty())
            return new FigureSeries(indicator, indicator.observations(), List.of());
        List<PartsTotal> totals =
                indicator.parts().stream()
                        .flatMap(p -> p.observations().stream())
                        .map(Observation::period)
                        .distinct()
                        .sorted()
                        .map(p -> PartsTotal.rollUpParts(indicator, p))
                        .toList();
        Stream<Observation> derived =
                totals.stream()
                        .flatMap(t -> t.figure().stream())
                        .filter(f -> isWanted(indicator, f));
        return new FigureSeries(
                indicator,
                Stream.concat(indicator.observations().stream(), derived).sorted().toList(),
                totals);
    }

    /**
     * What was typed wins: a total stands where there is no figure, a total that is a forecast
     * where there is nothing at all.
     */
    private static boolean isWanted(Indicator indicator, Observation total) {
        Optional<Observation> own = indicator.displayedObservation(total.period());
        return own.isEmpty() || own.get().isForecast() && !total.isForecast();
    }

    /** As {@link Indicator#displayedObservation}, with the totals. */
    public Optional<Observation> findShown(Period period) {
        return observations.stream()
                .filter(o -> o.period().equals(period))
                .reduce((_, figure) -> figure);
    }

    public Optional<PartsTotal> findTotal(Period period) {
        return totals.stream().filter(t -> t.period().equals(period)).findFirst();
    }

    /** The total that a figure of this series is; empty for the indicator's own. */
    public Optional<PartsTotal> findTotalBehind(Observation figure) {
        if (totals.isEmpty() || indicator.observations().contains(figure)) return Optional.empty();
        return findTotal(figure.period()).filter(t -> t.figure().equals(Optional.of(figure)));
    }
}
