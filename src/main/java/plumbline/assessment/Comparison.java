package plumbline.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two standings of a plan differ, indicator by indicator, and what moved each.
 *
 * @param changes in reading order; what is gone comes last
 */
public record Comparison(Standing before, Standing after, List<Change> changes) {

    /** One indicator whose verdict, value or progress differs; absent where it was not, or is no longer, in the plan. */
    public record Change(Optional<Assessment> before, Optional<Assessment> after, List<Mover> movers) {
        public Change { movers = List.copyOf(movers); }

        /** As it is now, or was last. */
        public Assessment latest() {
            return after.or(() -> before).orElseThrow();
        }

        /** True where it is another class, or a band of another name; false where the numbers alone differ. */
        public boolean verdictChanged() {
            return !before.map(Outcome::said).equals(after.map(Outcome::said));
        }
    }

    public Comparison { changes = List.copyOf(changes); }

    /** Both of one plan; an indicator is the same one by its id. */
    public static Comparison between(Standing before, Standing after) {
        List<Change> changes = new ArrayList<>();
        for (Assessment now : after.assessments()) {
            Optional<Assessment> was = before.of(now.indicator().id());
            if (was.isEmpty()) changes.add(new Change(was, Optional.of(now), List.of(new Mover.Added())));
            else if (!Outcome.of(was.get()).equals(Outcome.of(now))) changes.add(new Change(was, Optional.of(now), movers(before, after, was.get(), now)));
        }
        for (Assessment was : before.assessments()) {
            if (after.of(was.indicator().id()).isEmpty()) changes.add(new Change(Optional.of(was), Optional.empty(), List.of(new Mover.Removed())));
        }
        return new Comparison(before, after, changes);
    }

    private static List<Mover> movers(Standing before, Standing after, Assessment was, Assessment now) {
        return new Attribution(Circumstances.of(was, before.plan()), Circumstances.of(now, after.plan())).movers();
    }

    /** The changes that give another verdict. */
    public List<Change> verdicts() {
        return changes.stream().filter(Change::verdictChanged).toList();
    }
}
