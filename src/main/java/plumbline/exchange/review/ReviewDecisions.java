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
 * @param names what a strange name stands for, by its {@link NormalizedName}; empty for none of the
 *     plan's
 * @param added names that become indicators of the plan
 * @param parts indicators whose unknown breakdowns become parts
 * @param taken figures to be taken in or left, where that differs from the proposal
 * @param typed what is to stand in place of what was read
 */
public record ReviewDecisions(
        Map<String, Optional<UUID>> names,
        Set<String> added,
        Set<UUID> parts,
        Map<CellAddress, Boolean> taken,
        Map<CellAddress, String> typed) {
    public static final ReviewDecisions NONE =
            new ReviewDecisions(Map.of(), Set.of(), Set.of(), Map.of(), Map.of());

    public ReviewDecisions {
        names = Map.copyOf(names);
        added = Set.copyOf(added);
        parts = Set.copyOf(parts);
        taken = Map.copyOf(taken);
        typed = Map.copyOf(typed);
    }

    public ReviewDecisions named(String name, Optional<UUID> indicator) {
        return new ReviewDecisions(
                with(names, NormalizedName.of(name), indicator),
                without(added, NormalizedName.of(name)),
                parts,
                taken,
                typed);
    }

    public ReviewDecisions added(String name) {
        Map<String, Optional<UUID>> others = new HashMap<>(names);
        others.remove(NormalizedName.of(name));
        return new ReviewDecisions(
                others, with(added, NormalizedName.of(name)), parts, taken, typed);
    }

    public ReviewDecisions broken(UUID indicator) {
        return new ReviewDecisions(names, added, with(parts, indicator), taken, typed);
    }

    public ReviewDecisions taking(CellAddress place, boolean take) {
        return new ReviewDecisions(names, added, parts, with(taken, place, take), typed);
    }

    /** Typed is meant: it is taken as well. */
    public ReviewDecisions typing(CellAddress place, String text) {
        return new ReviewDecisions(
                names, added, parts, with(taken, place, true), with(typed, place, text));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new HashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static <T> Set<T> with(Set<T> set, T value) {
        Set<T> next = new HashSet<>(set);
        next.add(value);
        return next;
    }

    private static <T> Set<T> without(Set<T> set, T value) {
        Set<T> next = new HashSet<>(set);
        next.remove(value);
        return next;
    }
}
