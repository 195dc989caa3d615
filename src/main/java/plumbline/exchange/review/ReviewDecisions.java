package plumbline.exchange.review;

import plumbline.exchange.notation.NormalizedName;
import plumbline.exchange.table.CellAddress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the officer said about the figures of a review, by which it is made anew.
 *
 * @param indicatorsByName what a strange name stands for, by its {@link NormalizedName}; empty for
 *     none of the plan's
 * @param addedNames names that become indicators of the plan
 * @param brokenDownIndicators indicators whose unknown breakdowns become parts
 * @param takenByAddress figures to be taken in or left, where that differs from the proposal
 * @param typedByAddress what is to stand in place of what was read
 */
public record ReviewDecisions(
        Map<String, Optional<UUID>> indicatorsByName,
        Set<String> addedNames,
        Set<UUID> brokenDownIndicators,
        Map<CellAddress, Boolean> takenByAddress,
        Map<CellAddress, String> typedByAddress) {
    public static final ReviewDecisions NONE =
            new ReviewDecisions(Map.of(), Set.of(), Set.of(), Map.of(), Map.of());

    public ReviewDecisions {
        indicatorsByName = Map.copyOf(indicatorsByName);
        addedNames = Set.copyOf(addedNames);
        brokenDownIndicators = Set.copyOf(brokenDownIndicators);
        takenByAddress = Map.copyOf(takenByAddress);
        typedByAddress = Map.copyOf(typedByAddress);
    }

    public ReviewDecisions withIndicatorForName(String name, Optional<UUID> indicator) {
        return new ReviewDecisions(
                withEntry(indicatorsByName, NormalizedName.normalizeName(name), indicator),
                withoutElement(addedNames, NormalizedName.normalizeName(name)),
                brokenDownIndicators,
                takenByAddress,
                typedByAddress);
    }

    public ReviewDecisions withAddedName(String name) {
        Map<String, Optional<UUID>> others = new HashMap<>(indicatorsByName);
        others.remove(NormalizedName.normalizeName(name));
        return new ReviewDecisions(
                others,
                withElement(addedNames, NormalizedName.normalizeName(name)),
                brokenDownIndicators,
                takenByAddress,
                typedByAddress);
    }

    public ReviewDecisions withIndicatorBrokenDown(UUID indicator) {
        return new ReviewDecisions(
                indicatorsByName,
                addedNames,
                withElement(brokenDownIndicators, indicator),
                takenByAddress,
                typedByAddress);
    }

    public ReviewDecisions withTaken(CellAddress place, boolean take) {
        return new ReviewDecisions(
                indicatorsByName,
                addedNames,
                brokenDownIndicators,
                withEntry(takenByAddress, place, take),
                typedByAddress);
    }

    /** Typed is meant: it is taken as well. */
    public ReviewDecisions withTyped(CellAddress place, String text) {
        return new ReviewDecisions(
                indicatorsByName,
                addedNames,
                brokenDownIndicators,
                withEntry(takenByAddress, place, true),
                withEntry(typedByAddress, place, text));
    }

    private static <K, V> Map<K, V> withEntry(Map<K, V> map, K key, V value) {
        Map<K, V> next = new HashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static <T> Set<T> withElement(Set<T> set, T value) {
        Set<T> next = new HashSet<>(set);
        next.add(value);
        return next;
    }

    private static <T> Set<T> withoutElement(Set<T> set, T value) {
        Set<T> next = new HashSet<>(set);
        next.remove(value);
        return next;
    }
}
