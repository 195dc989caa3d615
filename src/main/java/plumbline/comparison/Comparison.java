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
public record Comparison(Evaluation before, Evaluation after, List<IndicatorChange> changes) {

    /**
     * One indicator that differs; absent where it was not, or is no longer, in the plan.
     *
     * @param causes what moved verdict, value or progress
     * @param furtherDifferences what differs without having moved them: name, unit, targets, how it
     *     is read, a verdict set by hand
     */
    public record IndicatorChange(
            Optional<Assessment> before,
            Optional<Assessment> after,
            List<ChangeCause> causes,
            List<ChangeCause> furtherDifferences) {
        public IndicatorChange {
            causes = List.copyOf(causes);
            furtherDifferences = List.copyOf(furtherDifferences);
        }

        /** As it is now, or was last. */
        public Assessment latestAssessment() {
            return after.or(() -> before).orElseThrow();
        }

        /**
         * True where it is another class, or a band of another name; false where the numbers alone
         * differ.
         */
        public boolean hasChangedVerdict() {
            return !before.map(ComparedOutcome::findNamedVerdict)
                    .equals(after.map(ComparedOutcome::findNamedVerdict));
        }
    }

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Both of one plan; an indicator is the same one by its id. */
    public static Comparison compare(Evaluation before, Evaluation after) {
        List<IndicatorChange> changes = new ArrayList<>();
        for (Assessment now : after.assessments()) {
            Optional<Assessment> was = before.findAssessment(now.indicator().id());
            if (was.isEmpty())
                changes.add(
                        new IndicatorChange(
                                was,
                                Optional.of(now),
                                List.of(new ChangeCause.IndicatorAdded()),
                                List.of()));
            else findChange(before, after, was.get(), now).ifPresent(changes::add);
        }
        for (Assessment was : before.assessments()) {
            if (after.findAssessment(was.indicator().id()).isEmpty())
                changes.add(
                        new IndicatorChange(
                                Optional.of(was),
                                Optional.empty(),
                                List.of(new ChangeCause.IndicatorRemoved()),
                                List.of()));
        }
        return new Comparison(before, after, changes);
    }

    private static Optional<IndicatorChange> findChange(
            Evaluation before, Evaluation after, Assessment was, Assessment now) {
        ChangeAttribution attribution =
                new ChangeAttribution(
                        ResultInputs.fromAssessment(was, before.plan()),
                        ResultInputs.fromAssessment(now, after.plan()));
        List<ChangeCause> movers =
                ComparedOutcome.fromAssessment(was).equals(ComparedOutcome.fromAssessment(now))
                        ? List.of()
                        : attribution.findCauses();
        List<ChangeCause> beside = new ArrayList<>(attribution.alwaysStatedCauses());
        if (!was.indicator().name().equals(now.indicator().name()))
            beside.addFirst(
                    new ChangeCause.NameChange(was.indicator().name(), now.indicator().name()));
        if (!was.handVerdict().equals(now.handVerdict()))
            beside.add(new ChangeCause.HandVerdictChange(was.handVerdict(), now.handVerdict()));
        beside.removeAll(movers);
        return movers.isEmpty() && beside.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new IndicatorChange(Optional.of(was), Optional.of(now), movers, beside));
    }

    /** The changes that give another verdict. */
    public List<IndicatorChange> verdictChanges() {
        return changes.stream().filter(IndicatorChange::hasChangedVerdict).toList();
    }
}
