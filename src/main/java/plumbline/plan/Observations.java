package plumbline.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules for a series of observations: in time, and one figure and one forecast for a period at
 * most.
 */
final class Observations {
    private Observations() {}

    static List<Observation> checked(List<Observation> observations) {
        List<Observation> sorted = observations.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).sameCell(sorted.get(i - 1))) {
                throw new IllegalArgumentException(
                        "two figures for one period: " + sorted.get(i).period().code());
            }
        }
        return sorted;
    }

    static List<Observation> with(List<Observation> observations, Observation added) {
        List<Observation> next = new ArrayList<>(observations);
        next.removeIf(added::sameCell);
        next.add(added);
        return next;
    }
}
