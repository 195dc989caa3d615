package plumbline.assessment;

import plumbline.plan.Milestone;
import plumbline.plan.Observation;

/** Where a number put into a formula comes from. */
public sealed interface Origin {
    record Reported(Observation observation) implements Origin {}

    /** Made of the parts' figures. */
    record RolledUp(PartsTotal total) implements Origin {}

    record Planned(Milestone milestone) implements Origin {}

    /** Computed before; its own explanation stands with its formula. */
    record Derived(Formula formula) implements Origin {}

    record Calendar() implements Origin {}
}
