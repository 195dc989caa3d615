package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.assessment.Input;
import plumbline.assessment.Judgement;
import plumbline.assessment.Origin;
import plumbline.assessment.Reason;
import plumbline.assessment.Remark;
import plumbline.assessment.Symbol;
import plumbline.assessment.Total;
import plumbline.assessment.YearsMet;
import plumbline.plan.Direction;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Redaction;
import plumbline.plan.Source;
import plumbline.plan.TargetRevision;
import plumbline.plan.VerdictRule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says how a result came about: formula, the numbers put in, and where each comes from; or why
 * there is none.
 */
public final class Explanation {

    /**
     * @param result the number as it is shown, or the reason why there is none; {@code inputs} then
     *     is empty
     */
    public record Step(
            Formula formula,
            String name,
            String expression,
            List<Entry> inputs,
            String result,
            boolean known) {}

    /** One number put in: what it is, the number, where it comes from. */
    public record Entry(String name, String amount, String source) {}

    private static final int PACE_DECIMALS = 2;
    private static final int LAST_MONTH = 12;
    private final Messages words;
    private final Wording wording;

    public Explanation(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    /** Every figure of the assessment, in the order in which one follows from another. */
    public List<Step> steps(Assessment a) {
        List<Figure> figures = new ArrayList<>();
        a.derived().ifPresent(figures::add);
        figures.addAll(
                List.of(
                        a.attainment(),
                        a.progress(),
                        a.timeProgress(),
                        a.due(),
                        a.progressDue(),
                        a.pace(),
                        a.gap(),
                        a.achievedPerYear(),
                        a.neededPerYear()));
        return gathered(
                figures.stream()
                        .map(f -> step(f, a))
                        .map(s -> s.formula() == Formula.PROGRESS ? precise(s, a) : s)
                        .toList());
    }

    /**
     * Where the target is met nothing is needed, but that it is kept; where less is better more
     * than 100 % is no success.
     */
    private Step step(Figure figure, Assessment a) {
        Step step = step(figure, a.indicator());
        if (step.known && step.formula == Formula.NEEDED_PER_YEAR && a.arrived())
            return with(
                    step,
                    words.say(
                            "explanation.kept",
                            wording.target(a.course().target().orElseThrow(), a.indicator())));
        boolean falling =
                step.formula == Formula.ATTAINMENT && a.indicator().direction() == Direction.LOWER;
        return falling && figure.number().filter(n -> n.compareTo(BigDecimal.ONE) > 0).isPresent()
                ? with(step, words.say("explanation.falling", step.result))
                : step;
    }

    private static Step with(Step step, String result) {
        return new Step(step.formula, step.name, step.expression, step.inputs, result, step.known);
    }

    /**
     * Those that are unknown for one and the same reason are named in one line, after the others.
     */
    private List<Step> gathered(List<Step> steps) {
        Map<String, List<Step>> unknown =
                steps.stream()
                        .filter(s -> !s.known)
                        .collect(
                                Collectors.groupingBy(
                                        Step::result, LinkedHashMap::new, Collectors.toList()));
        List<Step> gathered = new ArrayList<>(steps.stream().filter(Step::known).toList());
        unknown.forEach(
                (reason, without) ->
                        gathered.add(
                                without.size() == 1
                                        ? without.getFirst()
                                        : new Step(
                                                without.getFirst().formula,
                                                "",
                                                "",
                                                List.of(),
                                                words.say(
                                                        "explanation.without",
                                                        list(
                                                                without.stream()
                                                                        .map(Step::name)
                                                                        .toList()),
                                                        reason),
                                                false)));
        return gathered;
    }

    /**
     * With the interval in which it may lie, given how the figures were rounded; where that may
     * change the verdict.
     */
    private Step precise(Step step, Assessment a) {
        boolean matters =
                a.judgement() instanceof Judgement.Judged judged
                        && judged.remarks().contains(Remark.BORDERLINE);
        return a.interval()
                .filter(_ -> matters)
                .map(
                        i ->
                                new Step(
                                        step.formula(),
                                        step.name(),
                                        step.expression(),
                                        step.inputs(),
                                        words.say(
                                                "explanation.interval",
                                                step.result(),
                                                Wording.percent(i.low()),
                                                Wording.percent(i.high())),
                                        step.known()))
                .orElse(step);
    }

    public Step step(Figure figure, Indicator indicator) {
        Formula formula = figure.formula();
        return figure.either(
                known ->
                        new Step(
                                formula,
                                name(formula, indicator),
                                expression(known, indicator),
                                entries(known, indicator),
                                result(known, indicator),
                                true),
                reason ->
                        new Step(
                                formula,
                                name(formula, indicator),
                                expression(formula, indicator),
                                List.of(),
                                say(reason, indicator),
                                false));
    }

    /** A value that begins anew each year is not achieved bit by bit, it rises. */
    private String name(Formula formula, Indicator indicator) {
        if (indicator.kind() != Kind.YEARLY) return words.say(formula);
        return switch (formula) {
            case NEEDED_PER_YEAR -> words.say("formula.NEEDED_PER_YEAR.YEARLY");
            case ACHIEVED_PER_YEAR -> words.say("formula.ACHIEVED_PER_YEAR.YEARLY");
            default -> words.say(formula);
        };
    }

    private String expression(Figure.Known known, Indicator indicator) {
        boolean range = known.inputs().stream().anyMatch(i -> i.symbol() == Symbol.RANGE_FROM);
        if (!range) return expression(known.formula(), indicator);
        return words.say(
                known.formula() == Formula.GAP
                        ? "expression.GAP.RANGE"
                        : "expression.NEEDED_PER_YEAR.RANGE");
    }

    private String expression(Formula formula, Indicator indicator) {
        boolean ofTheYear = indicator.kind() == Kind.YEARLY && formula == Formula.DUE;
        return ofTheYear
                ? words.say("expression.DUE.YEARLY")
                : words.say("expression." + formula.name());
    }

    private List<Entry> entries(Figure.Known known, Indicator indicator) {
        return known.inputs().stream()
                .map(
                        i ->
                                new Entry(
                                        words.say(i.symbol()),
                                        amount(i, indicator),
                                        source(i, indicator)))
                .toList();
    }

    private static String amount(Input input, Indicator indicator) {
        BigDecimal amount = input.amount();
        return Wording.minus(
                switch (input.origin()) {
                    case Origin.Derived(Formula formula) when formula == Formula.DUE ->
                            Wording.number(amount, indicator.decimals() + 2);
                    case Origin.Derived _, Origin.Calendar _ ->
                            Wording.difference(amount, indicator.decimals());
                    case Origin.Reported _, Origin.RolledUp _, Origin.Planned _ ->
                            Wording.compact(amount);
                });
    }

    /** The number as shown: a percentage, a pace, or an amount with the indicator's unit. */
    public String result(Figure.Known known, Indicator indicator) {
        return Wording.minus(bare(known, indicator));
    }

    private String bare(Figure.Known known, Indicator indicator) {
        return switch (known.formula()) {
            case ATTAINMENT, TARGET_BY_ACTUAL, PROGRESS, TIME_PROGRESS, PROGRESS_DUE ->
                    Wording.percent(known.value());
            case PACE, GROWTH_RATIO -> Wording.number(known.value(), PACE_DECIMALS);
            case MEAN_GROWTH, MEAN_RATE ->
                    Wording.apart(
                                    known.value(),
                                    indicator
                                            .course()
                                            .target()
                                            .map(Milestone::amount)
                                            .orElse(known.value()))
                            + "%";
            case RUNNING_TOTAL, YEAR_SO_FAR, EVENTS ->
                    unit(Wording.compact(known.value()), indicator);
            case YEAR_EQUIVALENT, MEAN_OF_YEARS ->
                    unit(
                            Wording.compact(
                                    new BigDecimal(
                                            Wording.apart(
                                                    known.value(),
                                                    indicator
                                                            .course()
                                                            .target()
                                                            .map(Milestone::amount)
                                                            .orElse(known.value())))),
                            indicator);
            case DUE, PROJECTED_PACE, PROJECTED_GROWTH, PROJECTED_TREND ->
                    unit(Wording.derived(known.value(), indicator.decimals()), indicator);
            case GAP ->
                    wording.difference(
                            Wording.difference(known.value(), Wording.decimals(indicator)),
                            indicator);
            case NEEDED_PER_YEAR, ACHIEVED_PER_YEAR ->
                    wording.difference(
                            Wording.perYear(known.value(), indicator.decimals()), indicator);
        };
    }

    private String unit(String amount, Indicator indicator) {
        return wording.withUnit(amount, indicator.unit());
    }

    private String source(Input input, Indicator indicator) {
        return switch (input.origin()) {
            case Origin.Reported(Observation o) ->
                    wording.period(o.period()) + " · " + source(o.source());
            case Origin.RolledUp(Total total) ->
                    wording.period(total.period()) + " · " + new TotalWording(words).of(total);
            case Origin.Planned(Milestone m) ->
                    words.say(m.role()) + " · " + wording.date(m.on()) + inForce(m, indicator);
            case Origin.Derived(Formula formula) ->
                    words.say("explanation.source.derived", words.say(formula));
            case Origin.Calendar() -> words.say("explanation.source.calendar");
        };
    }

    /** Since when, or until when, a revised target was in force. */
    private String inForce(Milestone m, Indicator indicator) {
        Optional<TargetRevision> until =
                indicator.revisions().stream().filter(r -> r.before().equals(m)).findFirst();
        Optional<TargetRevision> since =
                indicator.revisions().stream()
                        .filter(r -> indicator.after(r).filter(m::equals).isPresent())
                        .reduce((_, b) -> b);
        return until.map(r -> " · " + words.say("revision.source.until", wording.date(r.decided())))
                .or(
                        () ->
                                since.map(
                                        r ->
                                                " · "
                                                        + words.say(
                                                                "revision.source.since",
                                                                wording.date(r.decided()))))
                .orElse("");
    }

    /** File and place of a figure, or that it was typed in. */
    public String source(Source source) {
        if (source.typed()) return words.say("explanation.source.typed");
        return source.place().isEmpty()
                ? source.document()
                : source.document() + " · " + source.place();
    }

    /**
     * One sentence on what decided the verdict, with the numbers put in and the remarks beside it.
     */
    public String ground(Assessment a) {
        return Wording.minus(grounds(a));
    }

    private String grounds(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Unjudged(Reason reason) -> say(reason, a.indicator());
            case Judgement.Judged judged ->
                    Stream.concat(
                                    missed(a).stream(),
                                    judged.remarks().stream().map(r -> remark(r, a.indicator())))
                            .reduce(
                                    say(judged.ground(), a),
                                    (said, remark) ->
                                            said + words.say("wording.sentences") + remark);
        };
    }

    private String remark(Remark remark, Indicator indicator) {
        boolean above =
                remark == Remark.WORSE_THAN_BASELINE && indicator.direction() == Direction.LOWER;
        return above ? words.say("remark.WORSE_THAN_BASELINE.above") : words.say(remark);
    }

    /**
     * The years that missed their own target, each with what it came to; empty where there is none.
     */
    public Optional<String> missed(Assessment a) {
        if (a.missed().isEmpty()) return Optional.empty();
        return Optional.of(
                words.say(
                        "ground.missed",
                        list(
                                a.missed().stream()
                                        .map(
                                                m ->
                                                        words.say(
                                                                "ground.missed.year",
                                                                wording.period(
                                                                        Period.year(m.year())),
                                                                Wording.compact(m.value()),
                                                                wording.target(
                                                                        m.target(), a.indicator())))
                                        .toList())));
    }

    private String say(Judgement.Ground ground, Assessment a) {
        return switch (ground) {
            case Judgement.TargetMet(BigDecimal value, Milestone target) ->
                    words.say(
                            target.relation().bounded() ? "ground.met.range" : "ground.met",
                            amount(a, value, target),
                            wording.target(target, a.indicator()));
            case Judgement.YearsHeld(YearsMet years) ->
                    words.say(
                            "ground.held",
                            held(years),
                            wording.period(years.worst().figure().period()),
                            worst(years.worst().figure()));
            case Judgement.Compared(BigDecimal value, Milestone target, boolean met)
                    when target.relation().bounded() ->
                    range(value, target, met, a);
            case Judgement.Compared(BigDecimal value, Milestone target, boolean met)
                    when wording.done(value, a.indicator()).isPresent() ->
                    words.say(
                            met ? "ground.milestone.met" : "ground.milestone.unmet",
                            wording.done(value, a.indicator()).get(),
                            words.say(target.role()));
            case Judgement.Compared(BigDecimal value, Milestone target, boolean met) ->
                    words.say(
                            met ? "ground.compared.met" : "ground.compared.unmet",
                            valueName(a),
                            amount(a, value, target),
                            wording.target(target, a.indicator()),
                            words.say(target.role()));
            case Judgement.AgainstDue(BigDecimal value, BigDecimal due, boolean met) ->
                    words.say(
                            met ? "ground.due.met" : "ground.due.unmet",
                            Wording.compact(value),
                            Wording.compact(new BigDecimal(Wording.apart(due, value))));
            case Judgement.EventFree(int years) -> words.say("ground.eventFree", years);
            case Judgement.EventSeen(Observation first) ->
                    words.say(
                            "ground.eventSeen",
                            wording.period(first.period()),
                            Wording.number(first.reading().value().orElseThrow()));
            case Judgement.Kept(BigDecimal value, Milestone target, boolean met, var used) ->
                    kept(value, target, met, used, a);
            case Judgement.AtTheEnd(Judgement.Ground decided) -> say(decided, a);
            case Judgement.InBand band -> inBand(band, a);
            case Judgement.Withheld _ -> words.say("ground.withheld");
        };
    }

    /**
     * Whole years are counted; what was reported for a part of one stands beside them, and what was
     * reported for several at once is said once.
     */
    private String held(YearsMet years) {
        List<YearsMet.Year> whole =
                years.years().stream()
                        .filter(y -> y.figure().asOfMonth().getMonthValue() == LAST_MONTH)
                        .toList();
        String target = wording.target(years.target());
        List<String> said = new ArrayList<>();
        if (!whole.isEmpty())
            said.add(
                    words.say(
                            "ground.held.years",
                            whole.size(),
                            whole.stream().filter(YearsMet.Year::met).count(),
                            target));
        List<String> parts =
                years.years().stream()
                        .filter(y -> !whole.contains(y))
                        .map(
                                y ->
                                        words.say(
                                                "ground.held.part",
                                                wording.period(y.figure().period()),
                                                words.say(
                                                        y.met() ? "verdict.met" : "verdict.unmet")))
                        .distinct()
                        .toList();
        for (String part : parts)
            said.add(said.isEmpty() ? words.say("ground.held.only", part, target) : part);
        return String.join(words.say("wording.and"), said);
    }

    /** Whether a floor or a cap holds, and how much of what may be lost is lost. */
    private String kept(
            BigDecimal value,
            Milestone target,
            boolean met,
            Optional<BigDecimal> marginUsed,
            Assessment a) {
        String amount = amount(a, value, target);
        String asked = wording.target(target, a.indicator());
        if (!met) return words.say("ground.kept.unmet", valueName(a), amount, asked);
        return marginUsed
                .filter(used -> used.signum() > 0)
                .map(
                        used ->
                                words.say(
                                        "ground.kept.margin",
                                        valueName(a),
                                        amount,
                                        asked,
                                        Wording.percent(used)))
                .orElseGet(() -> words.say("ground.kept.met", valueName(a), amount, asked));
    }

    /** Within a range, or how far outside of it. */
    private String range(BigDecimal value, Milestone target, boolean met, Assessment a) {
        String amount = amount(a, value, target);
        if (met)
            return words.say(
                    "ground.range.within",
                    valueName(a),
                    amount,
                    wording.target(target),
                    words.say(target.role()));
        List<BigDecimal> edges = target.edges();
        boolean over = value.compareTo(edges.getLast()) >= 0;
        BigDecimal off = over ? value.subtract(edges.getLast()) : edges.getFirst().subtract(value);
        return words.say(
                over ? "ground.range.over" : "ground.range.under",
                valueName(a),
                amount,
                wording.target(target),
                words.say(target.role()),
                wording.difference(
                        Wording.difference(off, Wording.decimals(a.indicator())), a.indicator()));
    }

    /**
     * The value and what it is held against, for where there is little room; empty where there is
     * no value.
     */
    public String brief(Assessment a) {
        return Wording.minus(inBrief(a));
    }

    private String inBrief(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Judged(
                            _,
                            Judgement.YearsHeld(
                                    YearsMet(
                                            Milestone target,
                                            _,
                                            YearsMet.Year(_, Observation worst, _, _, _))),
                            _) ->
                    words.say(
                            "ground.brief",
                            wording.period(worst.period()),
                            worst(worst),
                            wording.target(target));
            case Judgement.Judged(_, Judgement.EventFree free, _) -> say(free, a);
            case Judgement.Judged(_, Judgement.EventSeen seen, _) -> say(seen, a);
            case Judgement.Judged(_, Judgement.Compared(_, Milestone target, _), _) ->
                    brief(a, Optional.of(target));
            case Judgement.Judged _, Judgement.Unjudged _ -> brief(a, a.course().target());
        };
    }

    private String brief(Assessment a, Optional<Milestone> target) {
        if (a.withheld()) return Redaction.SHOWN;
        return a.value()
                .map(
                        v ->
                                target.map(
                                                t ->
                                                        words.say(
                                                                "ground.brief",
                                                                valueName(a),
                                                                amount(a, v, t),
                                                                wording.target(t, a.indicator())))
                                        .orElseGet(
                                                () ->
                                                        words.say(
                                                                "ground.brief.noTarget",
                                                                valueName(a),
                                                                Wording.computed(a, v))))
                .orElse("");
    }

    private String valueName(Assessment a) {
        return a.derived().map(f -> words.say(f.formula())).orElse(words.say("symbol.VALUE"));
    }

    /** As it was written; what was computed only to the digits that tell it from its target. */
    private String amount(Assessment a, BigDecimal value, Milestone target) {
        Optional<String> done = wording.done(value, a.indicator());
        if (done.isPresent()) return done.get();
        String amount =
                a.derived().isEmpty()
                        ? Wording.compact(value)
                        : Wording.compact(new BigDecimal(Wording.apart(value, target.amount())));
        return amount + Wording.rate(target, a.indicator());
    }

    private static String worst(Observation figure) {
        BigDecimal amount = figure.reading().value().orElseThrow();
        return Fraction.of(figure.reading()).isPresent()
                ? Wording.number(amount, Wording.decimals(figure.reading(), 0))
                : Wording.plain(amount);
    }

    private String inBand(Judgement.InBand in, Assessment a) {
        VerdictRule.Bound bound = decisive(in, a.rule());
        BigDecimal at = bound.at(in.timeProgress());
        String measure = shown(in, at);
        String where = bounds(in, bound, at);
        return switch (in.basis()) {
            case PACE ->
                    beside(
                            "ground.pace",
                            a.progress().number().orElse(BigDecimal.ZERO),
                            a.progressDue().number().orElse(BigDecimal.ZERO),
                            a);
            case PROGRESS -> beside("ground.progress", in.measure(), in.timeProgress(), a);
            case ATTAINMENT ->
                    words.say(
                            a.indicator().direction() == Direction.LOWER
                                    ? "ground.attainment.lower"
                                    : "ground.attainment",
                            measure,
                            where);
            case GROWTH_RATIO -> words.say("ground.growth", measure, where);
        };
    }

    /** One share against another, with what lies between them in percentage points. */
    private String beside(String key, BigDecimal share, BigDecimal yardstick, Assessment a) {
        BigDecimal points = share.subtract(yardstick).movePointRight(2);
        String side = points.signum() == 0 ? ".equal" : points.signum() > 0 ? ".ahead" : ".behind";
        return words.say(
                key + side,
                a.spoken().map(wording::period).orElse(""),
                Wording.percent(share),
                Wording.percent(yardstick),
                Wording.number(points.abs(), 2));
    }

    /**
     * With as many decimals as tell it from the bound: 0.7996 is not shown as 0.80 beside “under
     * 0.8”.
     */
    private static String shown(Judgement.InBand in, BigDecimal bound) {
        boolean ratio = ratio(in.basis());
        BigDecimal measure = ratio ? in.measure() : in.measure().movePointRight(2);
        BigDecimal limit = ratio ? bound : bound.movePointRight(2);
        return Wording.apart(measure, limit) + (ratio ? "" : "%");
    }

    private static boolean ratio(VerdictRule.Basis basis) {
        return basis == VerdictRule.Basis.PACE || basis == VerdictRule.Basis.GROWTH_RATIO;
    }

    /** The band's own lower bound, or for the last band the bound that was not reached. */
    private static VerdictRule.Bound decisive(Judgement.InBand in, VerdictRule rule) {
        return in.band()
                .from()
                .orElseGet(() -> rule.bands().get(rule.bands().size() - 2).from().orElseThrow());
    }

    private String bounds(Judgement.InBand in, VerdictRule.Bound bound, BigDecimal at) {
        String text = ratio(in.basis()) ? Wording.compact(at) : Wording.percent(at);
        if (in.band().from().isPresent())
            return words.say(bound.inclusive() ? "ground.atLeast" : "ground.above", text);
        return words.say(bound.inclusive() ? "ground.under" : "ground.notAbove", text);
    }

    /** Why something could not be computed. */
    public String say(Reason reason, Indicator indicator) {
        return switch (reason.cause()) {
            case NO_BASELINE ->
                    words.say(
                            indicator.kind() == Kind.CUMULATIVE
                                    ? "cause.NO_BASELINE.CUMULATIVE"
                                    : "cause.NO_BASELINE");
            case NOT_FOR_KIND -> words.say("cause.NOT_FOR_KIND", words.say(indicator.kind()));
            case PERIOD_MISSING ->
                    words.say(
                            "cause.PERIOD_MISSING",
                            reason.period().map(wording::period).orElse(""));
            case STALE -> words.say("cause.STALE", reason.period().map(wording::period).orElse(""));
            case PART_MISSING ->
                    words.say(
                            "cause.PART_MISSING",
                            reason.period().map(wording::period).orElse(""),
                            list(reason.parts()));
            default -> words.say(reason.cause());
        };
    }

    /** A list of names as the language strings them together. */
    public String list(List<String> names) {
        return names.stream().collect(Collectors.joining(words.say("wording.list")));
    }
}
