package plumbline.comparison;

import plumbline.comparison.ChangeCause.FigureChange;
import plumbline.plan.Course;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out what moved a result, by judging hybrids of the two circumstances.
 *
 * <p>Along a path from before to after one difference is taken over at a time, and judged: first
 * the evaluation date (the old plan, looked at on the new day), then the figures, newest first (so
 * that a newer one, and not those it hides, gets the credit), those of the parts as well, then
 * parts that came or went, then baseline and targets, then what the figures mean, then the rule.
 * What moves the result on its step has moved it; since the path ends at the other result,
 * something is always found. A second look goes back from the end: what alone, set back to its old
 * state, would change the result as it is now, was needed for it, though another step may have got
 * the credit (a new figure of the half year only counts because the date was moved as well). What
 * does neither is left unmentioned: a corrected figure of 2021 does not move a stock judged by
 * 2022.
 */
final class ChangeAttribution {

    /**
     * One thing that differs: to take over into the circumstances before, or back into those after.
     */
    private record InputDifference(
            ChangeCause cause,
            Function<ResultInputs, ResultInputs> takeOver,
            Function<ResultInputs, ResultInputs> setBack) {}

    private final ResultInputs before;
    private final ResultInputs after;

    ChangeAttribution(ResultInputs before, ResultInputs after) {
        this.before = before;
        this.after = after;
    }

    List<ChangeCause> findCauses() {
        List<ChangeCause> movers = new ArrayList<>();
        ComparedOutcome end = after.judgeOutcome();
        ResultInputs here = before;
        ComparedOutcome reached = before.judgeOutcome();
        for (InputDifference difference : allDifferences()) {
            here = difference.takeOver.apply(here);
            ComparedOutcome next = here.judgeOutcome();
            boolean moved = !next.equals(reached);
            boolean needed = !difference.setBack.apply(after).judgeOutcome().equals(end);
            if (moved || needed) movers.add(difference.cause);
            reached = next;
        }
        return movers;
    }

    /**
     * Targets and what the figures mean, wherever they differ: whoever compares wants to know, even
     * if nothing was moved.
     */
    List<ChangeCause> alwaysStatedCauses() {
        return Stream.of(targetDifferences(), meaningDifferences())
                .flatMap(List::stream)
                .map(InputDifference::cause)
                .toList();
    }

    private List<InputDifference> allDifferences() {
        return Stream.of(
                        dateDifferences(),
                        figureDifferences(),
                        partFigureDifferences(),
                        partDifferences(),
                        targetDifferences(),
                        meaningDifferences(),
                        planYearDifferences(),
                        ruleDifferences())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<InputDifference> differenceOf(
            T was, T is, ChangeCause mover, BiFunction<ResultInputs, T, ResultInputs> put) {
        return was.equals(is)
                ? List.of()
                : List.of(
                        new InputDifference(mover, c -> put.apply(c, is), c -> put.apply(c, was)));
    }

    private List<InputDifference> dateDifferences() {
        LocalDate is = after.evaluationDate();
        return differenceOf(
                before.evaluationDate(),
                is,
                new ChangeCause.EvaluationDateChange(
                        before.evaluationDate(),
                        is,
                        before.judgedObservation(),
                        before.withEvaluationDate(is).judgedObservation()),
                ResultInputs::withEvaluationDate);
    }

    private List<InputDifference> figureDifferences() {
        List<InputDifference> found = new ArrayList<>();
        for (FigureChange data :
                figureChanges(
                        before.indicator().observations(), after.indicator().observations())) {
            found.add(
                    new InputDifference(
                            data,
                            c -> c.withFigureExchanged(data.before(), data.after()),
                            c -> c.withFigureExchanged(data.after(), data.before())));
        }
        return found;
    }

    /** Figures and forecasts that differ, the newest first. */
    private static List<FigureChange> figureChanges(List<Observation> was, List<Observation> is) {
        TreeSet<Period> periods = new TreeSet<>();
        Stream.of(was, is).flatMap(List::stream).forEach(o -> periods.add(o.period()));
        return periods.descendingSet().stream()
                .flatMap(
                        p ->
                                Stream.of(
                                        findFigureChange(p, false, was, is),
                                        findFigureChange(p, true, was, is)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FigureChange> findFigureChange(
            Period period, boolean forecast, List<Observation> was, List<Observation> is) {
        Optional<Observation> old = findFigure(was, period, forecast);
        Optional<Observation> now = findFigure(is, period, forecast);
        return old.equals(now) ? Optional.empty() : Optional.of(new FigureChange(period, old, now));
    }

    private static Optional<Observation> findFigure(
            List<Observation> of, Period period, boolean forecast) {
        return of.stream()
                .filter(o -> o.period().equals(period) && o.isForecast() == forecast)
                .findFirst();
    }

    /** Of the parts that are there before and after. */
    private List<InputDifference> partFigureDifferences() {
        List<InputDifference> found = new ArrayList<>();
        for (Part is : after.indicator().parts()) {
            List<Observation> was =
                    before.indicator()
                            .findPart(is.id())
                            .map(Part::observations)
                            .orElse(is.observations());
            for (FigureChange data : figureChanges(was, is.observations())) {
                found.add(
                        new InputDifference(
                                new ChangeCause.PartFigureChange(is.name(), data),
                                c ->
                                        c.withPartFigureExchanged(
                                                is.id(), data.before(), data.after()),
                                c ->
                                        c.withPartFigureExchanged(
                                                is.id(), data.after(), data.before())));
            }
        }
        return found;
    }

    private List<InputDifference> partDifferences() {
        List<InputDifference> found = new ArrayList<>();
        for (Part gone : partsNotIn(before.indicator().parts(), after.indicator())) {
            found.add(
                    new InputDifference(
                            new ChangeCause.PartRemoved(gone.name()),
                            c -> c.withoutPart(gone),
                            c -> c.withPart(gone)));
        }
        for (Part came : partsNotIn(after.indicator().parts(), before.indicator())) {
            found.add(
                    new InputDifference(
                            new ChangeCause.PartAdded(came.name()),
                            c -> c.withPart(came),
                            c -> c.withoutPart(came)));
        }
        return found;
    }

    private static List<Part> partsNotIn(List<Part> parts, Indicator other) {
        return parts.stream().filter(p -> other.findPart(p.id()).isEmpty()).toList();
    }

    private List<InputDifference> targetDifferences() {
        List<InputDifference> found = new ArrayList<>();
        for (Role role : List.of(Role.BASELINE, Role.MID_TERM, Role.FINAL))
            found.addAll(targetDifference(m -> m.role() == role));
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(c -> c.indicator().course().yearlyTargets().stream())
                .forEach(m -> days.add(m.day()));
        for (LocalDate day : days)
            found.addAll(targetDifference(m -> m.role() == Role.YEARLY && m.day().equals(day)));
        return found;
    }

    private List<InputDifference> targetDifference(Function<Milestone, Boolean> which) {
        Course old = before.indicator().course();
        Course next = after.indicator().course();
        Optional<Milestone> was = old.milestones().stream().filter(which::apply).findFirst();
        Optional<Milestone> is = next.milestones().stream().filter(which::apply).findFirst();
        if (was.equals(is)) return List.of();
        return List.of(
                new InputDifference(
                        new ChangeCause.TargetChange(was, is),
                        c -> c.withMilestoneExchanged(was, is, next),
                        c -> c.withMilestoneExchanged(is, was, old)));
    }

    private List<InputDifference> meaningDifferences() {
        Indicator was = before.indicator();
        Indicator is = after.indicator();
        List<InputDifference> found = new ArrayList<>();
        found.addAll(meaningDifference(Indicator::kind, (d, v) -> d.kind = v));
        found.addAll(meaningDifference(Indicator::reporting, (d, v) -> d.reporting = v));
        found.addAll(meaningDifference(Indicator::direction, (d, v) -> d.direction = v));
        found.addAll(demandDifference());
        found.addAll(meaningDifference(Indicator::property, (d, v) -> d.property = v));
        found.addAll(meaningDifference(Indicator::rollUp, (d, v) -> d.rollUp = v));
        if (!was.unit().equals(is.unit()) || !was.ratio().equals(is.ratio())) {
            found.add(
                    new InputDifference(
                            new ChangeCause.UnitChange(was.unit(), is.unit()),
                            c -> c.withIndicatorChange(unitSetter(is)),
                            c -> c.withIndicatorChange(unitSetter(was))));
        }
        return found;
    }

    private static Consumer<Indicator.Draft> unitSetter(Indicator of) {
        return d -> {
            d.unit = of.unit();
            d.ratio = of.ratio();
        };
    }

    /** Puts a constant into a draft. */
    @FunctionalInterface
    private interface DraftSetter<E> {
        void put(Indicator.Draft draft, E constant);
    }

    private <E extends Enum<E>> List<InputDifference> meaningDifference(
            Function<Indicator, E> of, DraftSetter<E> put) {
        E was = of.apply(before.indicator());
        E is = of.apply(after.indicator());
        return differenceOf(
                was,
                is,
                new ChangeCause.MeaningChange(was, is),
                (c, v) -> c.withIndicatorChange(d -> put.put(d, v)));
    }

    /** What the officer says a target asks for; told as what is asked then and now. */
    private List<InputDifference> demandDifference() {
        Indicator was = before.indicator();
        Indicator is = after.indicator();
        return differenceOf(
                was.chosenDemand(),
                is.chosenDemand(),
                new ChangeCause.MeaningChange(was.demand(), is.demand()),
                (c, chosen) -> c.withIndicatorChange(d -> d.chosenDemand = chosen));
    }

    private List<InputDifference> planYearDifferences() {
        Plan was = before.plan();
        Plan is = after.plan();
        boolean same =
                was.firstYear() == is.firstYear()
                        && was.lastYear() == is.lastYear()
                        && was.baselineYear() == is.baselineYear();
        if (same) return List.of();
        return List.of(
                new InputDifference(
                        new ChangeCause.PlanYearsChange(was, is),
                        c -> c.withPlanChange(planYearsSetter(is)),
                        c -> c.withPlanChange(planYearsSetter(was))));
    }

    private static Consumer<Plan.Draft> planYearsSetter(Plan of) {
        return d -> {
            d.firstYear = of.firstYear();
            d.lastYear = of.lastYear();
            d.baselineYear = of.baselineYear();
        };
    }

    private List<InputDifference> ruleDifferences() {
        Plan was = before.plan();
        Plan is = after.plan();
        if (was.rule().equals(is.rule()) && was.bindingRule().equals(is.bindingRule()))
            return List.of();
        ChangeCause mover =
                new ChangeCause.RuleChange(
                        was.ruleFor(before.indicator()), is.ruleFor(after.indicator()));
        return List.of(
                new InputDifference(
                        mover,
                        c -> c.withPlanChange(rulesSetter(is)),
                        c -> c.withPlanChange(rulesSetter(was))));
    }

    private static Consumer<Plan.Draft> rulesSetter(Plan of) {
        return d -> {
            d.rule = of.rule();
            d.bindingRule = of.bindingRule();
        };
    }
}
