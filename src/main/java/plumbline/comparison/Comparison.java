package plumbline.comparison;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How two standings of a plan differ, indicator by indicator, and what moved each.
 *
 * @param changes in reading order; what is gone comes last
 */
public record Comparison(Evaluation before, Evaluation after, List<Change> changes) {

    /**
     * One indicator that differs; absent where it was not, or is no longer, in the plan.
     *
     * @param movers what moved verdict, value or progress
     * @param beside what differs without having moved them: name, unit, targets, how it is read, a
     *     verdict set by hand
     */
    public record Change(
            Optional<Assessment> before,
            Optional<Assessment> after,
            List<ChangeCause> movers,
            List<ChangeCause> beside) {
        public Change {
            movers = List.copyOf(movers);
            beside = List.copyOf(beside);
        }

        /** As it is now, or was last. */
        public Assessment latest() {
            return after.or(() -> before).orElseThrow();
        }

        /**
         * True where it is another class, or a band of another name; false where the numbers alone
         * differ.
         */
        public boolean verdictChanged() {
            return !before.map(Outcome::said).equals(after.map(Outcome::said));
        }
    }

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Both of one plan; an indicator is the same one by its id. */
    public static Comparison between(Evaluation before, Evaluation after) {
        List<Change> changes = new ArrayList<>();
        for (Assessment now : after.assessments()) {
            Optional<Assessment> was = before.of(now.indicator().id());
            if (was.isEmpty())
                changes.add(
                        new Change(
                                was,
                                Optional.of(now),
                                List.of(new ChangeCause.Added()),
                                List.of()));
            else change(before, after, was.get(), now).ifPresent(changes::add);
        }
        for (Assessment was : before.assessments()) {
            if (after.of(was.indicator().id()).isEmpty())
                changes.add(
                        new Change(
                                Optional.of(was),
                                Optional.empty(),
                                List.of(new ChangeCause.Removed()),
                                List.of()));
        }
        return new Comparison(before, after, changes);
    }

    private static Optional<Change> change(
            Evaluation before, Evaluation after, Assessment was, Assessment now) {
        Attribution attribution =
                new Attribution(
                        Circumstances.of(was, before.plan()), Circumstances.of(now, after.plan()));
        List<ChangeCause> movers =
                Outcome.of(was).equals(Outcome.of(now)) ? List.of() : attribution.movers();
        List<ChangeCause> beside = new ArrayList<>(attribution.stated());
        if (!was.indicator().name().equals(now.indicator().name()))
            beside.addFirst(new ChangeCause.Name(was.indicator().name(), now.indicator().name()));
        if (!was.byHand().equals(now.byHand()))
            beside.add(new ChangeCause.Hand(was.byHand(), now.byHand()));
        beside.removeAll(movers);
        return movers.isEmpty() && beside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(Optional.of(was), Optional.of(now), movers, beside));
    }

    /** The changes that give another verdict. */
    public List<Change> verdicts() {
        return changes.stream().filter(Change::verdictChanged).toList();
    }
}
