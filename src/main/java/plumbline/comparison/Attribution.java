package plumbline.comparison;

import plumbline.comparison.ChangeCause.Data;
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
final class Attribution {

    /**
     * One thing that differs: to take over into the circumstances before, or back into those after.
     */
    private record Difference(
            ChangeCause mover,
            Function<Circumstances, Circumstances> forth,
            Function<Circumstances, Circumstances> back) {}

    private final Circumstances before;
    private final Circumstances after;

    Attribution(Circumstances before, Circumstances after) {
        this.before = before;
        this.after = after;
    }

    List<ChangeCause> movers() {
        List<ChangeCause> movers = new ArrayList<>();
        Outcome end = after.outcome();
        Circumstances here = before;
        Outcome reached = before.outcome();
        for (Difference difference : differences()) {
            here = difference.forth.apply(here);
            Outcome next = here.outcome();
            boolean moved = !next.equals(reached);
            boolean needed = !difference.back.apply(after).outcome().equals(end);
            if (moved || needed) movers.add(difference.mover);
            reached = next;
        }
        return movers;
    }

    /**
     * Targets and what the figures mean, wherever they differ: whoever compares wants to know, even
     * if nothing was moved.
     */
    List<ChangeCause> stated() {
        return Stream.of(targets(), meanings())
                .flatMap(List::stream)
                .map(Difference::mover)
                .toList();
    }

    private List<Difference> differences() {
        return Stream.of(
                        time(),
                        data(),
                        partFigures(),
                        parts(),
                        targets(),
                        meanings(),
                        years(),
                        rule())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<Difference> differing(
            T was, T is, ChangeCause mover, BiFunction<Circumstances, T, Circumstances> put) {
        return was.equals(is)
                ? List.of()
                : List.of(new Difference(mover, c -> put.apply(c, is), c -> put.apply(c, was)));
    }

    private List<Difference> time() {
        LocalDate is = after.at();
        return differing(
                before.at(),
                is,
                new ChangeCause.Time(before.at(), is, before.judged(), before.on(is).judged()),
                Circumstances::on);
    }

    private List<Difference> data() {
        List<Difference> found = new ArrayList<>();
        for (Data data :
                data(before.indicator().observations(), after.indicator().observations())) {
            found.add(
                    new Difference(
                            data,
                            c -> c.exchange(data.before(), data.after()),
                            c -> c.exchange(data.after(), data.before())));
        }
        return found;
    }

    /** Figures and forecasts that differ, the newest first. */
    private static List<Data> data(List<Observation> was, List<Observation> is) {
        TreeSet<Period> periods = new TreeSet<>();
        Stream.of(was, is).flatMap(List::stream).forEach(o -> periods.add(o.period()));
        return periods.descendingSet().stream()
                .flatMap(p -> Stream.of(data(p, false, was, is), data(p, true, was, is)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Data> data(
            Period period, boolean forecast, List<Observation> was, List<Observation> is) {
        Optional<Observation> old = figure(was, period, forecast);
        Optional<Observation> now = figure(is, period, forecast);
        return old.equals(now) ? Optional.empty() : Optional.of(new Data(period, old, now));
    }

    private static Optional<Observation> figure(
            List<Observation> of, Period period, boolean forecast) {
        return of.stream()
                .filter(o -> o.period().equals(period) && o.forecast() == forecast)
                .findFirst();
    }

    /** Of the parts that are there before and after. */
    private List<Difference> partFigures() {
        List<Difference> found = new ArrayList<>();
        for (Part is : after.indicator().parts()) {
            List<Observation> was =
                    before.indicator()
                            .part(is.id())
                            .map(Part::observations)
                            .orElse(is.observations());
            for (Data data : data(was, is.observations())) {
                found.add(
                        new Difference(
                                new ChangeCause.PartFigure(is.name(), data),
                                c -> c.exchange(is.id(), data.before(), data.after()),
                                c -> c.exchange(is.id(), data.after(), data.before())));
            }
        }
        return found;
    }

    private List<Difference> parts() {
        List<Difference> found = new ArrayList<>();
        for (Part gone : without(before.indicator().parts(), after.indicator())) {
            found.add(
                    new Difference(
                            new ChangeCause.PartRemoved(gone.name()),
                            c -> c.without(gone),
                            c -> c.with(gone)));
        }
        for (Part came : without(after.indicator().parts(), before.indicator())) {
            found.add(
                    new Difference(
                            new ChangeCause.PartAdded(came.name()),
                            c -> c.with(came),
                            c -> c.without(came)));
        }
        return found;
    }

    private static List<Part> without(List<Part> parts, Indicator other) {
        return parts.stream().filter(p -> other.part(p.id()).isEmpty()).toList();
    }

    private List<Difference> targets() {
        List<Difference> found = new ArrayList<>();
        for (Role role : List.of(Role.BASELINE, Role.MID_TERM, Role.FINAL))
            found.addAll(target(m -> m.role() == role));
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(c -> c.indicator().course().yearly().stream())
                .forEach(m -> days.add(m.on()));
        for (LocalDate day : days)
            found.addAll(target(m -> m.role() == Role.YEARLY && m.on().equals(day)));
        return found;
    }

    private List<Difference> target(Function<Milestone, Boolean> which) {
        Course old = before.indicator().course();
        Course next = after.indicator().course();
        Optional<Milestone> was = old.milestones().stream().filter(which::apply).findFirst();
        Optional<Milestone> is = next.milestones().stream().filter(which::apply).findFirst();
        if (was.equals(is)) return List.of();
        return List.of(
                new Difference(
                        new ChangeCause.Target(was, is),
                        c -> c.exchange(was, is, next),
                        c -> c.exchange(is, was, old)));
    }

    private List<Difference> meanings() {
        Indicator was = before.indicator();
        Indicator is = after.indicator();
        List<Difference> found = new ArrayList<>();
        found.addAll(meaning(Indicator::kind, (d, v) -> d.kind = v));
        found.addAll(meaning(Indicator::reporting, (d, v) -> d.reporting = v));
        found.addAll(meaning(Indicator::direction, (d, v) -> d.direction = v));
        found.addAll(meaning(Indicator::property, (d, v) -> d.property = v));
        found.addAll(meaning(Indicator::rollUp, (d, v) -> d.rollUp = v));
        if (!was.unit().equals(is.unit()) || !was.ratio().equals(is.ratio())) {
            found.add(
                    new Difference(
                            new ChangeCause.Unit(was.unit(), is.unit()),
                            c -> c.with(unit(is)),
                            c -> c.with(unit(was))));
        }
        return found;
    }

    private static Consumer<Indicator.Draft> unit(Indicator of) {
        return d -> {
            d.unit = of.unit();
            d.ratio = of.ratio();
        };
    }

    /** Puts a constant into a draft. */
    @FunctionalInterface
    private interface Put<E> {
        void put(Indicator.Draft draft, E constant);
    }

    private <E extends Enum<E>> List<Difference> meaning(Function<Indicator, E> of, Put<E> put) {
        E was = of.apply(before.indicator());
        E is = of.apply(after.indicator());
        return differing(
                was, is, new ChangeCause.Meaning(was, is), (c, v) -> c.with(d -> put.put(d, v)));
    }

    private List<Difference> years() {
        Plan was = before.plan();
        Plan is = after.plan();
        boolean same =
                was.firstYear() == is.firstYear()
                        && was.lastYear() == is.lastYear()
                        && was.baselineYear() == is.baselineYear();
        if (same) return List.of();
        return List.of(
                new Difference(
                        new ChangeCause.Years(was, is),
                        c -> c.planned(years(is)),
                        c -> c.planned(years(was))));
    }

    private static Consumer<Plan.Draft> years(Plan of) {
        return d -> {
            d.firstYear = of.firstYear();
            d.lastYear = of.lastYear();
            d.baselineYear = of.baselineYear();
        };
    }

    private List<Difference> rule() {
        Plan was = before.plan();
        Plan is = after.plan();
        if (was.rule().equals(is.rule()) && was.bindingRule().equals(is.bindingRule()))
            return List.of();
        ChangeCause mover =
                new ChangeCause.Rule(was.ruleOf(before.indicator()), is.ruleOf(after.indicator()));
        return List.of(
                new Difference(mover, c -> c.planned(rules(is)), c -> c.planned(rules(was))));
    }

    private static Consumer<Plan.Draft> rules(Plan of) {
        return d -> {
            d.rule = of.rule();
            d.bindingRule = of.bindingRule();
        };
    }
}
