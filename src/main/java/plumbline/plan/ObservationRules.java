package plumbline.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules for a series of observations: in time, and one figure and one forecast for a period at
 * most.
 */
final class ObservationRules {
    private ObservationRules() {}

    static List<Observation> requireDistinctCells(List<Observation> observations) {
        List<Observation> sorted = observations.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).isSameCell(sorted.get(i - 1))) {
                throw new IllegalArgumentException(
                        "two figures for one period: " + sorted.get(i).period().code());
            }
        }
        return sorted;
    }

    static List<Observation> replaceOrAdd(List<Observation> observations, Observation added) {
        List<Observation> next = new ArrayList<>(observations);
        next.removeIf(added::isSameCell);
        next.add(added);
        return next;
    }
}
