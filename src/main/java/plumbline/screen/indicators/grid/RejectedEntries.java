package plumbline.screen.indicators.grid;

import plumbline.base.Problem;
import plumbline.desk.RejectedInput;
import plumbline.plan.Period;
import plumbline.screen.indicators.grid.IndicatorsViewModel.CellPlace;
import plumbline.words.EditName;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was typed or pasted into cells of the open plan and not understood. It outlives the grid,
 * which is made anew in another language; it does not outlive the plan on the desk, for two plans
 * made from one sample have the same indicators.
 */
public final class RejectedEntries {

    /**
     * @param step the edit it was pasted with; undone with it
     */
    record RefusedEntry(String text, Problem why, Optional<EditName> step) {}

    private final Map<CellPlace, RefusedEntry> cells = new HashMap<>();
    private Optional<UUID> plan = Optional.empty();

    /**
     * @return true if another plan lies on the desk than before
     */
    boolean switchToPlan(Optional<UUID> open) {
        boolean other = !plan.equals(open);
        if (other) cells.clear();
        plan = open;
        return other;
    }

    /** The cells of each line that has any. */
    Map<UUID, Map<IndicatorColumn, RefusedEntry>> entriesByRow() {
        return cells.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                e -> e.getKey().row(),
                                Collectors.toMap(e -> e.getKey().column(), Map.Entry::getValue)));
    }

    /** In the order of their texts, so that the list stands still. */
    List<RejectedInput> rejectedInputs() {
        return cells.entrySet().stream()
                .map(
                        e ->
                                new RejectedInput(
                                        e.getKey().row(),
                                        e.getKey().column()
                                                        instanceof
                                                        IndicatorColumn.PeriodColumn(Period period)
                                                ? Optional.of(period)
                                                : Optional.empty(),
                                        e.getValue().text(),
                                        e.getValue().why()))
                .sorted(Comparator.comparing(RejectedInput::typedText))
                .toList();
    }

    void addEntry(CellPlace place, RefusedEntry refused) {
        cells.put(place, refused);
    }

    /**
     * @return true if there was something
     */
    boolean removeEntry(CellPlace place) {
        return cells.remove(place) != null;
    }

    /**
     * @return true if there was something
     */
    boolean removeEntriesOf(EditName step) {
        return cells.values().removeIf(r -> r.step.filter(s -> s == step).isPresent());
    }

    void retainEntries(Predicate<CellPlace> wanted) {
        cells.keySet().removeIf(wanted.negate());
    }
}
