package plumbline.plan;

import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.plan.VerdictRule.Basis;
import plumbline.plan.VerdictRule.Bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Why bands make no rule: an overlap, a gap, a class that cannot be told from another. A band is
 * told by its place, from 0.
 */
public sealed interface RuleFault {

    /** One band alone tells nothing from anything. */
    record TooFewBands(int bandCount) implements RuleFault {}

    /** It has no lower bound though bands follow: nothing is left for them. */
    record OpenTooEarly(int bandIndex) implements RuleFault {}

    /** It is the last and has a lower bound: what lies below it would have no class. */
    record GapAtEnd(int bandIndex) implements RuleFault {}

    /** Its verdict is better than that of the band before. */
    record OutOfOrder(int bandIndex) implements RuleFault {}

    /** Neither its name nor its verdict tells it from the band above. */
    record SameName(int bandIndex, int bandAboveIndex) implements RuleFault {}

    /** Whatever it would admit belongs to the band above already. */
    record NeverApplies(int bandIndex, int bandAboveIndex) implements RuleFault {}

    /**
     * It counts from the time progress, though the rule's measure has been divided by time already.
     */
    record TimeTwice(int bandIndex) implements RuleFault {}

    /** All that is wrong, from the first band to the last; empty for bands that make a rule. */
    static List<RuleFault> findFaults(Basis basis, List<Band> bands) {
        List<RuleFault> faults = new ArrayList<>();
        if (bands.size() < 2) faults.add(new TooFewBands(bands.size()));
        for (int i = 0; i < bands.size(); i++) {
            findOrderFault(bands, i).ifPresent(faults::add);
            findNameFault(bands, i).ifPresent(faults::add);
            findBoundFault(basis, bands, i).ifPresent(faults::add);
        }
        return faults;
    }

    private static Optional<RuleFault> findOrderFault(List<Band> bands, int i) {
        boolean better = i > 0 && bands.get(i).verdict().compareTo(bands.get(i - 1).verdict()) < 0;
        return better ? Optional.of(new OutOfOrder(i)) : Optional.empty();
    }

    private static Optional<RuleFault> findNameFault(List<Band> bands, int i) {
        return findFirstAbove(i, j -> haveSameName(bands.get(j), bands.get(i)))
                .map(above -> new SameName(i, above));
    }

    /** An empty name stands for the verdict's own word. */
    private static boolean haveSameName(Band above, Band band) {
        return above.label().equals(band.label())
                && (!band.label().isEmpty() || above.verdict() == band.verdict());
    }

    private static Optional<RuleFault> findBoundFault(Basis basis, List<Band> bands, int i) {
        boolean last = i == bands.size() - 1;
        Optional<Bound> from = bands.get(i).lowerBound();
        if (from.isEmpty()) return last ? Optional.empty() : Optional.of(new OpenTooEarly(i));
        if (last) return Optional.of(new GapAtEnd(i));
        if (from.get().anchor() == Anchor.TIME && !basis.isShare())
            return Optional.of(new TimeTwice(i));
        return findFirstAbove(
                        i,
                        j ->
                                bands.get(j)
                                        .lowerBound()
                                        .filter(b -> b.coversBandFrom(from.get()))
                                        .isPresent())
                .map(above -> new NeverApplies(i, above));
    }

    private static Optional<Integer> findFirstAbove(int i, IntPredicate wanted) {
        return IntStream.range(0, i).filter(wanted).boxed().findFirst();
    }
}
