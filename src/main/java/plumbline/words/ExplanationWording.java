package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Formula;
import plumbline.assessment.FormulaInput;
import plumbline.assessment.Judgement;
import plumbline.assessment.Origin;
import plumbline.assessment.PartsTotal;
import plumbline.assessment.Reason;
import plumbline.assessment.Remark;
import plumbline.assessment.Symbol;
import plumbline.assessment.YearsMet;
import plumbline.plan.Direction;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
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
public final class ExplanationWording {

    /**
     * @param result the number as it is shown, or the reason why there is none; {@code inputs} then
     *     is empty
     */
    public record ExplanationStep(
            Formula formula,
            String name,
            String expression,
            List<ExplanationEntry> entries,
            String result,
            boolean isKnown) {}

    /** One number put in: what it is, the number, where it comes from. */
    public record ExplanationEntry(String name, String amount, String source) {}

    private static final int PACE_DECIMALS = 2;
    private static final int LAST_MONTH = 12;
    private final Messages messages;
    private final Wording wording;

    public ExplanationWording(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
    }

    /** Every figure of the assessment, in the order in which one follows from another. */
    public List<ExplanationStep> explainAssessment(Assessment a) {
        List<Figure> figures = new ArrayList<>();
        a.derivation().ifPresent(figures::add);
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
        return gatherUnknown(
                figures.stream()
                        .map(f -> explainInAssessment(f, a))
                        .map(s -> s.formula() == Formula.PROGRESS ? withInterval(s, a) : s)
                        .toList());
    }

    /**
     * Where the target is met nothing is needed, but that it is kept; where less is better more
     * than 100 % is no success.
     */
    private ExplanationStep explainInAssessment(Figure figure, Assessment a) {
        ExplanationStep step = explainFigure(figure, a.indicator());
        if (step.isKnown && step.formula == Formula.NEEDED_PER_YEAR && a.hasReachedTarget())
            return withResult(
                    step,
                    messages.sentence(
                            "explanation.kept",
                            wording.targetText(
                                    a.courseInForce().finalTarget().orElseThrow(), a.indicator())));
        boolean falling =
                step.formula == Formula.ATTAINMENT && a.indicator().direction() == Direction.LOWER;
        return falling
                        && figure.knownValue()
                                .filter(n -> n.compareTo(BigDecimal.ONE) > 0)
                                .isPresent()
                ? withResult(step, messages.sentence("explanation.falling", step.result))
                : step;
    }

    private static ExplanationStep withResult(ExplanationStep step, String result) {
        return new ExplanationStep(
                step.formula, step.name, step.expression, step.entries, result, step.isKnown);
    }

    /**
     * Those that are unknown for one and the same reason are named in one line, after the others.
     */
    private List<ExplanationStep> gatherUnknown(List<ExplanationStep> steps) {
        Map<String, List<ExplanationStep>> unknown =
                steps.stream()
                        .filter(s -> !s.isKnown)
                        .collect(
                                Collectors.groupingBy(
                                        ExplanationStep::result,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<ExplanationStep> gathered =
                new ArrayList<>(steps.stream().filter(ExplanationStep::isKnown).toList());
        unknown.forEach(
                (reason, without) ->
                        gathered.add(
                                without.size() == 1
                                        ? without.getFirst()
                                        : new ExplanationStep(
                                                without.getFirst().formula,
                                                "",
                                                "",
                                                List.of(),
                                                messages.sentence(
                                                        "explanation.without",
                                                        joinNames(
                                                                without.stream()
                                                                        .map(ExplanationStep::name)
                                                                        .toList()),
                                                        reason),
                                                false)));
        return gathered;
    }

    /**
     * With the interval in which it may lie, given how the figures were rounded; where that may
     * change the verdict.
     */
    private ExplanationStep withInterval(ExplanationStep step, Assessment a) {
        boolean matters =
                a.judgement() instanceof Judgement.Judged judged
                        && judged.remarks().contains(Remark.BORDERLINE);
        return a.progressInterval()
                .filter(_ -> matters)
                .map(
                        i ->
                                new ExplanationStep(
                                        step.formula(),
                                        step.name(),
                                        step.expression(),
                                        step.entries(),
                                        messages.sentence(
                                                "explanation.interval",
                                                step.result(),
                                                Wording.formatPercent(i.low()),
                                                Wording.formatPercent(i.high())),
                                        step.isKnown()))
                .orElse(step);
    }

    public ExplanationStep explainFigure(Figure figure, Indicator indicator) {
        Formula formula = figure.formula();
        return figure.foldKnownOrUnknown(
                known ->
                        new ExplanationStep(
                                formula,
                                formulaName(formula, indicator),
                                knownExpression(known, indicator),
                                inputEntries(known, indicator),
                                resultText(known, indicator),
                                true),
                reason ->
                        new ExplanationStep(
                                formula,
                                formulaName(formula, indicator),
                                formulaExpression(formula, indicator),
                                List.of(),
                                reasonSentence(reason, indicator),
                                false));
    }

    /** A value that begins anew each year is not achieved bit by bit, it rises. */
    private String formulaName(Formula formula, Indicator indicator) {
        if (indicator.kind() != IndicatorKind.YEARLY) return messages.nameOf(formula);
        return switch (formula) {
            case NEEDED_PER_YEAR -> messages.sentence("formula.NEEDED_PER_YEAR.YEARLY");
            case ACHIEVED_PER_YEAR -> messages.sentence("formula.ACHIEVED_PER_YEAR.YEARLY");
            default -> messages.nameOf(formula);
        };
    }

    private String knownExpression(Figure.Known known, Indicator indicator) {
        boolean range = known.inputs().stream().anyMatch(i -> i.symbol() == Symbol.RANGE_FROM);
        if (!range) return formulaExpression(known.formula(), indicator);
        return messages.sentence(
                known.formula() == Formula.GAP
                        ? "expression.GAP.RANGE"
                        : "expression.NEEDED_PER_YEAR.RANGE");
    }

    private String formulaExpression(Formula formula, Indicator indicator) {
        boolean ofTheYear = indicator.kind() == IndicatorKind.YEARLY && formula == Formula.DUE;
        return ofTheYear
                ? messages.sentence("expression.DUE.YEARLY")
                : messages.sentence("expression." + formula.name());
    }

    private List<ExplanationEntry> inputEntries(Figure.Known known, Indicator indicator) {
        return known.inputs().stream()
                .map(
                        i ->
                                new ExplanationEntry(
                                        messages.nameOf(i.symbol()),
                                        inputAmountText(i, indicator),
                                        inputSourceText(i, indicator)))
                .toList();
    }

    private static String inputAmountText(FormulaInput input, Indicator indicator) {
        BigDecimal amount = input.amount();
        return Wording.withMinusSigns(
                switch (input.origin()) {
                    case Origin.Derived(Formula formula) when formula == Formula.DUE ->
                            Wording.formatNumber(amount, indicator.decimals() + 2);
                    case Origin.Derived _, Origin.Calendar _ ->
                            Wording.formatDifference(amount, indicator.decimals());
                    case Origin.Reported _, Origin.RolledUp _, Origin.Planned _ ->
                            Wording.formatCompact(amount);
                });
    }

    /** The number as shown: a percentage, a pace, or an amount with the indicator's unit. */
    public String resultText(Figure.Known known, Indicator indicator) {
        return Wording.withMinusSigns(resultWithHyphens(known, indicator));
    }

    private String resultWithHyphens(Figure.Known known, Indicator indicator) {
        return switch (known.formula()) {
            case ATTAINMENT, TARGET_BY_ACTUAL, PROGRESS, TIME_PROGRESS, PROGRESS_DUE ->
                    Wording.formatPercent(known.value());
            case PACE, GROWTH_RATIO -> Wording.formatNumber(known.value(), PACE_DECIMALS);
            case MEAN_GROWTH, MEAN_RATE ->
                    Wording.formatApartFrom(
                                    known.value(),
                                    indicator
                                            .course()
                                            .finalTarget()
                                            .map(Milestone::amount)
                                            .orElse(known.value()))
                            + "%";
            case RUNNING_TOTAL, YEAR_SO_FAR, EVENTS ->
                    withIndicatorUnit(Wording.formatCompact(known.value()), indicator);
            case YEAR_EQUIVALENT, MEAN_OF_YEARS ->
                    withIndicatorUnit(
                            Wording.formatCompact(
                                    new BigDecimal(
                                            Wording.formatApartFrom(
                                                    known.value(),
                                                    indicator
                                                            .course()
                                                            .finalTarget()
                                                            .map(Milestone::amount)
                                                            .orElse(known.value())))),
                            indicator);
            case DUE, PROJECTED_PACE, PROJECTED_GROWTH, PROJECTED_TREND ->
                    withIndicatorUnit(
                            Wording.formatDerived(known.value(), indicator.decimals()), indicator);
            case GAP ->
                    wording.differenceWithUnit(
                            Wording.formatDifference(
                                    known.value(), Wording.indicatorDecimals(indicator)),
                            indicator);
            case NEEDED_PER_YEAR, ACHIEVED_PER_YEAR ->
                    wording.differenceWithUnit(
                            Wording.formatPerYear(known.value(), indicator.decimals()), indicator);
        };
    }

    private String withIndicatorUnit(String amount, Indicator indicator) {
        return wording.numberWithUnit(amount, indicator.unit());
    }

    private String inputSourceText(FormulaInput input, Indicator indicator) {
        return switch (input.origin()) {
            case Origin.Reported(Observation o) ->
                    wording.formatPeriod(o.period()) + " · " + sourceText(o.source());
            case Origin.RolledUp(PartsTotal total) ->
                    wording.formatPeriod(total.period())
                            + " · "
                            + new TotalWording(messages).totalSentence(total);
            case Origin.Planned(Milestone m) ->
                    messages.nameOf(m.role())
                            + " · "
                            + wording.formatDate(m.day())
                            + inForceText(m, indicator);
            case Origin.Derived(Formula formula) ->
                    messages.sentence("explanation.source.derived", messages.nameOf(formula));
            case Origin.Calendar() -> messages.sentence("explanation.source.calendar");
        };
    }

    /** Since when, or until when, a revised target was in force. */
    private String inForceText(Milestone m, Indicator indicator) {
        Optional<TargetRevision> until =
                indicator.revisions().stream().filter(r -> r.formerTarget().equals(m)).findFirst();
        Optional<TargetRevision> since =
                indicator.revisions().stream()
                        .filter(r -> indicator.targetAfterRevision(r).filter(m::equals).isPresent())
                        .reduce((_, b) -> b);
        return until.map(
                        r ->
                                " · "
                                        + messages.sentence(
                                                "revision.source.until",
                                                wording.formatDate(r.decidedOn())))
                .or(
                        () ->
                                since.map(
                                        r ->
                                                " · "
                                                        + messages.sentence(
                                                                "revision.source.since",
                                                                wording.formatDate(r.decidedOn()))))
                .orElse("");
    }

    /** File and place of a figure, or that it was typed in. */
    public String sourceText(Source source) {
        if (source.isTyped()) return messages.sentence("explanation.source.typed");
        return source.place().isEmpty()
                ? source.document()
                : source.document() + " · " + source.place();
    }

    /**
     * One sentence on what decided the verdict, with the numbers put in and the remarks beside it.
     */
    public String groundSentence(Assessment a) {
        return Wording.withMinusSigns(groundAndRemarks(a));
    }

    private String groundAndRemarks(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Unjudged(Reason reason) -> reasonSentence(reason, a.indicator());
            case Judgement.Judged judged ->
                    Stream.concat(
                                    missedYearsSentence(a).stream(),
                                    judged.remarks().stream()
                                            .map(r -> remarkSentence(r, a.indicator())))
                            .reduce(
                                    decidingSentence(judged.ground(), a),
                                    (said, remark) ->
                                            said + messages.sentence("wording.sentences") + remark);
        };
    }

    private String remarkSentence(Remark remark, Indicator indicator) {
        boolean above =
                remark == Remark.WORSE_THAN_BASELINE && indicator.direction() == Direction.LOWER;
        return above
                ? messages.sentence("remark.WORSE_THAN_BASELINE.above")
                : messages.nameOf(remark);
    }

    /**
     * The years that missed their own target, each with what it came to; empty where there is none.
     */
    public Optional<String> missedYearsSentence(Assessment a) {
        if (a.missedYears().isEmpty()) return Optional.empty();
        return Optional.of(
                messages.sentence(
                        "ground.missed",
                        joinNames(
                                a.missedYears().stream()
                                        .map(
                                                m ->
                                                        messages.sentence(
                                                                "ground.missed.year",
                                                                wording.formatPeriod(
                                                                        Period.ofYear(m.year())),
                                                                Wording.formatCompact(m.value()),
                                                                wording.targetText(
                                                                        m.target(), a.indicator())))
                                        .toList())));
    }

    private String decidingSentence(Judgement.JudgementGround ground, Assessment a) {
        return switch (ground) {
            case Judgement.TargetMet(BigDecimal value, Milestone target) ->
                    messages.sentence(
                            target.relation().needsBound() ? "ground.met.range" : "ground.met",
                            valueAgainstTargetText(a, value, target),
                            wording.targetText(target, a.indicator()));
            case Judgement.YearsHeld(YearsMet years) ->
                    messages.sentence(
                            "ground.held",
                            heldYearsClause(years),
                            wording.formatPeriod(years.worst().figure().period()),
                            worstFigureText(years.worst().figure()));
            case Judgement.ComparedWithTarget(BigDecimal value, Milestone target, boolean met)
                    when target.relation().needsBound() ->
                    rangeSentence(value, target, met, a);
            case Judgement.ComparedWithTarget(BigDecimal value, Milestone target, boolean met)
                    when wording.milestoneStateText(value, a.indicator()).isPresent() ->
                    messages.sentence(
                            met ? "ground.milestone.met" : "ground.milestone.unmet",
                            wording.milestoneStateText(value, a.indicator()).get(),
                            messages.nameOf(target.role()));
            case Judgement.ComparedWithTarget(BigDecimal value, Milestone target, boolean met) ->
                    messages.sentence(
                            met ? "ground.compared.met" : "ground.compared.unmet",
                            valueName(a),
                            valueAgainstTargetText(a, value, target),
                            wording.targetText(target, a.indicator()),
                            messages.nameOf(target.role()));
            case Judgement.ComparedWithDue(BigDecimal value, BigDecimal due, boolean met) ->
                    messages.sentence(
                            met ? "ground.due.met" : "ground.due.unmet",
                            Wording.formatCompact(value),
                            Wording.formatCompact(
                                    new BigDecimal(Wording.formatApartFrom(due, value))));
            case Judgement.EventFree(int years) -> messages.sentence("ground.eventFree", years);
            case Judgement.EventSeen(Observation first) ->
                    messages.sentence(
                            "ground.eventSeen",
                            wording.formatPeriod(first.period()),
                            Wording.formatNumber(first.reading().findAmount().orElseThrow()));
            case Judgement.LimitKept(BigDecimal value, Milestone target, boolean met, var used) ->
                    keptLimitSentence(value, target, met, used, a);
            case Judgement.AtTheEnd(Judgement.JudgementGround decided) ->
                    decidingSentence(decided, a);
            case Judgement.InBand band -> bandSentence(band, a);
            case Judgement.WithheldGround _ -> messages.sentence("ground.withheld");
        };
    }

    /**
     * Whole years are counted; what was reported for a part of one stands beside them, and what was
     * reported for several at once is said once.
     */
    private String heldYearsClause(YearsMet years) {
        List<YearsMet.YearResult> whole =
                years.years().stream()
                        .filter(y -> y.figure().lastCoveredMonth().getMonthValue() == LAST_MONTH)
                        .toList();
        String target = wording.targetText(years.target());
        List<String> said = new ArrayList<>();
        if (!whole.isEmpty())
            said.add(
                    messages.sentence(
                            "ground.held.years",
                            whole.size(),
                            whole.stream().filter(YearsMet.YearResult::isMet).count(),
                            target));
        List<String> parts =
                years.years().stream()
                        .filter(y -> !whole.contains(y))
                        .map(
                                y ->
                                        messages.sentence(
                                                "ground.held.part",
                                                wording.formatPeriod(y.figure().period()),
                                                messages.sentence(
                                                        y.isMet()
                                                                ? "verdict.met"
                                                                : "verdict.unmet")))
                        .distinct()
                        .toList();
        for (String part : parts)
            said.add(said.isEmpty() ? messages.sentence("ground.held.only", part, target) : part);
        return String.join(messages.sentence("wording.and"), said);
    }

    /** Whether a floor or a cap holds, and how much of what may be lost is lost. */
    private String keptLimitSentence(
            BigDecimal value,
            Milestone target,
            boolean met,
            Optional<BigDecimal> marginUsed,
            Assessment a) {
        String amount = valueAgainstTargetText(a, value, target);
        String asked = wording.targetText(target, a.indicator());
        if (!met) return messages.sentence("ground.kept.unmet", valueName(a), amount, asked);
        return marginUsed
                .filter(used -> used.signum() > 0)
                .map(
                        used ->
                                messages.sentence(
                                        "ground.kept.margin",
                                        valueName(a),
                                        amount,
                                        asked,
                                        Wording.formatPercent(used)))
                .orElseGet(() -> messages.sentence("ground.kept.met", valueName(a), amount, asked));
    }

    /** Within a range, or how far outside of it. */
    private String rangeSentence(BigDecimal value, Milestone target, boolean met, Assessment a) {
        String amount = valueAgainstTargetText(a, value, target);
        if (met)
            return messages.sentence(
                    "ground.range.within",
                    valueName(a),
                    amount,
                    wording.targetText(target),
                    messages.nameOf(target.role()));
        List<BigDecimal> edges = target.limits();
        boolean over = value.compareTo(edges.getLast()) >= 0;
        BigDecimal off = over ? value.subtract(edges.getLast()) : edges.getFirst().subtract(value);
        return messages.sentence(
                over ? "ground.range.over" : "ground.range.under",
                valueName(a),
                amount,
                wording.targetText(target),
                messages.nameOf(target.role()),
                wording.differenceWithUnit(
                        Wording.formatDifference(off, Wording.indicatorDecimals(a.indicator())),
                        a.indicator()));
    }

    /**
     * The value and what it is held against, for where there is little room; empty where there is
     * no value.
     */
    public String briefText(Assessment a) {
        return Wording.withMinusSigns(briefGroundText(a));
    }

    private String briefGroundText(Assessment a) {
        return switch (a.judgement()) {
            case Judgement.Judged(
                            _,
                            Judgement.YearsHeld(
                                    YearsMet(
                                            Milestone target,
                                            _,
                                            YearsMet.YearResult(_, Observation worst, _, _, _))),
                            _) ->
                    messages.sentence(
                            "ground.brief",
                            wording.formatPeriod(worst.period()),
                            worstFigureText(worst),
                            wording.targetText(target));
            case Judgement.Judged(_, Judgement.EventFree free, _) -> decidingSentence(free, a);
            case Judgement.Judged(_, Judgement.EventSeen seen, _) -> decidingSentence(seen, a);
            case Judgement.Judged(_, Judgement.ComparedWithTarget(_, Milestone target, _), _) ->
                    briefValueText(a, Optional.of(target));
            case Judgement.Judged _, Judgement.Unjudged _ ->
                    briefValueText(a, a.courseInForce().finalTarget());
        };
    }

    private String briefValueText(Assessment a, Optional<Milestone> target) {
        if (a.isWithheld()) return Redaction.REPLACEMENT_TEXT;
        return a.value()
                .map(
                        v ->
                                target.map(
                                                t ->
                                                        messages.sentence(
                                                                "ground.brief",
                                                                valueName(a),
                                                                valueAgainstTargetText(a, v, t),
                                                                wording.targetText(
                                                                        t, a.indicator())))
                                        .orElseGet(
                                                () ->
                                                        messages.sentence(
                                                                "ground.brief.noTarget",
                                                                valueName(a),
                                                                Wording.formatComputed(a, v))))
                .orElse("");
    }

    private String valueName(Assessment a) {
        return a.derivation()
                .map(f -> messages.nameOf(f.formula()))
                .orElse(messages.sentence("symbol.VALUE"));
    }

    /** As it was written; what was computed only to the digits that tell it from its target. */
    private String valueAgainstTargetText(Assessment a, BigDecimal value, Milestone target) {
        Optional<String> done = wording.milestoneStateText(value, a.indicator());
        if (done.isPresent()) return done.get();
        String amount =
                a.derivation().isEmpty()
                        ? Wording.formatCompact(value)
                        : Wording.formatCompact(
                                new BigDecimal(Wording.formatApartFrom(value, target.amount())));
        return amount + Wording.rateSign(target, a.indicator());
    }

    private static String worstFigureText(Observation figure) {
        BigDecimal amount = figure.reading().findAmount().orElseThrow();
        return Fraction.fromReading(figure.reading()).isPresent()
                ? Wording.formatNumber(amount, Wording.readingDecimals(figure.reading(), 0))
                : Wording.formatAsWritten(amount);
    }

    private String bandSentence(Judgement.InBand in, Assessment a) {
        VerdictRule.Bound bound = decisiveBound(in, a.rule());
        BigDecimal at = bound.amountAt(in.timeProgress());
        String measure = measureText(in, at);
        String where = boundText(in, bound, at);
        return switch (in.basis()) {
            case PACE ->
                    shareBesideYardstick(
                            "ground.pace.",
                            a.progress().knownValue().orElse(BigDecimal.ZERO),
                            a.progressDue().knownValue().orElse(BigDecimal.ZERO),
                            a);
            case PROGRESS ->
                    shareBesideYardstick("ground.progress.", in.measure(), in.timeProgress(), a);
            case ATTAINMENT ->
                    messages.sentence(
                            a.indicator().direction() == Direction.LOWER
                                    ? "ground.attainment.lower"
                                    : "ground.attainment",
                            measure,
                            where);
            case GROWTH_RATIO -> messages.sentence("ground.growth", measure, where);
        };
    }

    /** One share against another, with what lies between them in percentage points. */
    private String shareBesideYardstick(
            String key, BigDecimal share, BigDecimal yardstick, Assessment a) {
        BigDecimal points = share.subtract(yardstick).movePointRight(2);
        String side = points.signum() == 0 ? "equal" : points.signum() > 0 ? "ahead" : "behind";
        return messages.sentence(
                key + side,
                a.valuePeriod().map(wording::formatPeriod).orElse(""),
                Wording.formatPercent(share),
                Wording.formatPercent(yardstick),
                Wording.formatNumber(points.abs(), 2));
    }

    /**
     * With as many decimals as tell it from the bound: 0.7996 is not shown as 0.80 beside “under
     * 0.8”.
     */
    private static String measureText(Judgement.InBand in, BigDecimal bound) {
        boolean ratio = isRatioBasis(in.basis());
        BigDecimal measure = ratio ? in.measure() : in.measure().movePointRight(2);
        BigDecimal limit = ratio ? bound : bound.movePointRight(2);
        return Wording.formatApartFrom(measure, limit) + (ratio ? "" : "%");
    }

    private static boolean isRatioBasis(VerdictRule.Basis basis) {
        return basis == VerdictRule.Basis.PACE || basis == VerdictRule.Basis.GROWTH_RATIO;
    }

    /** The band's own lower bound, or for the last band the bound that was not reached. */
    private static VerdictRule.Bound decisiveBound(Judgement.InBand in, VerdictRule rule) {
        return in.band()
                .lowerBound()
                .orElseGet(
                        () -> rule.bands().get(rule.bands().size() - 2).lowerBound().orElseThrow());
    }

    private String boundText(Judgement.InBand in, VerdictRule.Bound bound, BigDecimal at) {
        String text =
                isRatioBasis(in.basis()) ? Wording.formatCompact(at) : Wording.formatPercent(at);
        if (in.band().lowerBound().isPresent())
            return messages.sentence(bound.inclusive() ? "ground.atLeast" : "ground.above", text);
        return messages.sentence(bound.inclusive() ? "ground.under" : "ground.notAbove", text);
    }

    /** Why something could not be computed. */
    public String reasonSentence(Reason reason, Indicator indicator) {
        return switch (reason.cause()) {
            case NOT_FOR_KIND ->
                    messages.sentence("cause.NOT_FOR_KIND", messages.nameOf(indicator.kind()));
            case PERIOD_MISSING ->
                    messages.sentence(
                            "cause.PERIOD_MISSING",
                            reason.period().map(wording::formatPeriod).orElse(""));
            case STALE ->
                    messages.sentence(
                            "cause.STALE", reason.period().map(wording::formatPeriod).orElse(""));
            case PART_MISSING ->
                    messages.sentence(
                            "cause.PART_MISSING",
                            reason.period().map(wording::formatPeriod).orElse(""),
                            joinNames(reason.parts()));
            default -> messages.nameOf(reason.cause());
        };
    }

    /** A list of names as the language strings them together. */
    public String joinNames(List<String> names) {
        return names.stream().collect(Collectors.joining(messages.sentence("wording.list")));
    }
}
