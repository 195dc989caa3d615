package plumbline.comparison;

import plumbline.plan.HandVerdict;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;

import java.time.LocalDate;
import java.util.Optional;

/** What moved an indicator's result, or is to be known beside it. */
public sealed interface ChangeCause {

    /** The evaluation date, and the figure that was judged at either. */
    record EvaluationDateChange(
            LocalDate before,
            LocalDate after,
            Optional<Observation> judgedBefore,
            Optional<Observation> judgedAfter)
            implements ChangeCause {}

    /**
     * A figure came, went or was changed; for a period there may be a figure and, apart from it, a
     * forecast.
     */
    record FigureChange(Period period, Optional<Observation> before, Optional<Observation> after)
            implements ChangeCause {}

    /** A baseline or target was set, taken away or changed. */
    record TargetChange(Optional<Milestone> before, Optional<Milestone> after)
            implements ChangeCause {}

    /**
     * How the figures are to be read: kind, reporting, direction, property, or how the parts are
     * rolled up.
     */
    record MeaningChange(Enum<?> before, Enum<?> after) implements ChangeCause {}

    /** The unit, or that it is a ratio: shares are not compared in proportion to months. */
    record UnitChange(String before, String after) implements ChangeCause {}

    /** It is called otherwise. */
    record NameChange(String before, String after) implements ChangeCause {}

    /** A verdict was set by hand, changed or withdrawn. */
    record HandVerdictChange(Optional<HandVerdict> before, Optional<HandVerdict> after)
            implements ChangeCause {}

    /** The years of the plan, by which time progress goes. */
    record PlanYearsChange(Plan before, Plan after) implements ChangeCause {}

    /** The rule the indicator is judged by. */
    record RuleChange(VerdictRule before, VerdictRule after) implements ChangeCause {}

    /** A figure of one of the parts that make up the indicator. */
    record PartFigureChange(String partName, FigureChange figureChange) implements ChangeCause {}

    /** A part is new. */
    record PartAdded(String partName) implements ChangeCause {}

    /** A part is gone. */
    record PartRemoved(String partName) implements ChangeCause {}

    /** The indicator is new. */
    record IndicatorAdded() implements ChangeCause {}

    /** The indicator is gone. */
    record IndicatorRemoved() implements ChangeCause {}
}
