package plumbline.screen.indicators.inspector;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Projection;
import plumbline.assessment.Projection.ProjectedOutlook;
import plumbline.assessment.Projection.TargetReach;
import plumbline.assessment.Reason;
import plumbline.assessment.WhatIf;
import plumbline.base.Problem;
import plumbline.desk.Workspace;
import plumbline.exchange.notation.AmountParser;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Verdict;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 展望: where an indicator is heading, and what would be if a figure were another one. Changes
 * nothing.
 */
final class OutlookViewModel {

    /** One method: its result, and when the target is reached by it. */
    record ProjectionLine(ExplanationWording.ExplanationStep step, String reach) {
        /** The numbers put in, in one line. */
        String numbersText() {
            return step.entries().stream()
                    .map(e -> e.name() + " " + e.amount())
                    .collect(Collectors.joining(" · "));
        }

        /** Where each of them comes from. */
        String sourcesText() {
            return step.entries().stream()
                    .map(e -> e.name() + " " + e.amount() + " · " + e.source())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Where the indicator stands, as shown in a column: real or supposed. */
    record StandingColumn(
            String on,
            String attainment,
            String progress,
            Optional<Verdict> verdict,
            String word,
            String ground) {}

    /** What became of the amount that was typed. */
    sealed interface RehearsalAnswer {
        record NothingRehearsed() implements RehearsalAnswer {}

        record WrongFigure(String sentence) implements RehearsalAnswer {}

        record SupposedStanding(StandingColumn stand) implements RehearsalAnswer {}
    }

    /** What a verdict would take. */
    record NeededFigure(Optional<Verdict> verdict, String sentence) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;

    OutlookViewModel(Workspace desk, Messages words) {
        this.desk = desk;
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
    }

    private Plan currentPlan() {
        return desk.shownPlan().orElseThrow();
    }

    /** By the three methods; empty where {@link #noProjectionSentence} says why. */
    List<ProjectionLine> projectionLines(Assessment a) {
        return noProjectionSentence(a).isPresent()
                ? List.of()
                : projectedOutlooks(a).stream().map(o -> projectionLineFor(o, a)).toList();
    }

    /** The reason why there is no projection, if it is one and the same for all methods. */
    Optional<String> noProjectionSentence(Assessment a) {
        List<Optional<Reason>> reasons =
                projectedOutlooks(a).stream()
                        .map(OutlookViewModel::findMissingReason)
                        .distinct()
                        .toList();
        return reasons.size() > 1
                ? Optional.empty()
                : reasons.getFirst().map(r -> explanation.reasonSentence(r, a.indicator()));
    }

    private List<ProjectedOutlook> projectedOutlooks(Assessment a) {
        Projection projection =
                Projection.project(currentPlan(), a.indicator(), a.evaluationDate());
        return List.of(projection.pace(), projection.growth(), projection.trend());
    }

    /** Why there is neither a number nor a day. */
    private static Optional<Reason> findMissingReason(ProjectedOutlook outlook) {
        return outlook.reach() instanceof TargetReach.NotReached
                ? outlook.valueAtEnd().foldKnownOrUnknown(_ -> Optional.empty(), Optional::of)
                : Optional.empty();
    }

    private ProjectionLine projectionLineFor(ProjectedOutlook outlook, Assessment a) {
        String reach =
                switch (outlook.reach()) {
                    case TargetReach.AlreadyReached(Observation since) ->
                            words.sentence(
                                    "projection.already", wording.formatPeriod(since.period()));
                    case TargetReach.ReachedOnDay(LocalDate day) ->
                            words.sentence(
                                    day.isAfter(currentPlan().lastDay())
                                            ? "projection.late"
                                            : "projection.reached",
                                    wording.formatMonth(YearMonth.from(day)));
                    case TargetReach.WithinRangeAtEnd(boolean within) ->
                            words.sentence(within ? "projection.within" : "projection.outside");
                    case TargetReach.NotReached(var _)
                            when outlook.valueAtEnd() instanceof Figure.Unknown ->
                            "";
                    case TargetReach.NotReached(var reason) ->
                            words.sentence(
                                    "projection.never",
                                    explanation.reasonSentence(reason, a.indicator()));
                };
        return new ProjectionLine(
                explanation.explainFigure(outlook.valueAtEnd(), a.indicator()), reach);
    }

    /**
     * Needed per year beside achieved per year, where both are known and something is needed yet.
     */
    Optional<String> effortSentence(Assessment a) {
        if (a.courseInForce()
                .finalTarget()
                .filter(t -> a.value().filter(t::isMetBy).isPresent())
                .isPresent()) return Optional.empty();
        if (!(a.neededPerYear() instanceof Figure.Known needed)
                || !(a.achievedPerYear() instanceof Figure.Known achieved)) return Optional.empty();
        return Optional.of(
                words.sentence(
                        a.indicator().kind() == IndicatorKind.YEARLY
                                ? "projection.effort.YEARLY"
                                : "projection.effort",
                        explanation.resultText(needed, a.indicator()),
                        explanation.resultText(achieved, a.indicator())));
    }

    /** What can be supposed: the columns of the grid, and each year of the plan. */
    List<Period> offeredPeriods() {
        TreeSet<Period> periods = new TreeSet<>(currentPlan().periods());
        IntStream.rangeClosed(currentPlan().firstYear(), currentPlan().lastYear())
                .mapToObj(Period::ofYear)
                .forEach(periods::add);
        periods.removeIf(p -> !p.lastDay().isAfter(currentPlan().dayBeforeStart()));
        return List.copyOf(periods);
    }

    /** The first that ends after the evaluation date, or else the last. */
    Period suggestedPeriod(Assessment a) {
        List<Period> periods = offeredPeriods();
        return periods.stream()
                .filter(p -> p.lastDay().isAfter(a.evaluationDate()))
                .findFirst()
                .orElseGet(periods::getLast);
    }

    String periodName(Period period) {
        return wording.formatPeriod(period);
    }

    StandingColumn currentStanding(Assessment a) {
        return standingOf(a);
    }

    private StandingColumn standingOf(Assessment a) {
        String on =
                a.latest()
                        .map(o -> wording.formatPeriod(o.period()))
                        .orElseGet(wording::placeholder);
        return new StandingColumn(
                on,
                Wording.withMinusSigns(wording.percentText(a.attainment())),
                Wording.withMinusSigns(wording.percentText(a.progress())),
                a.verdict(),
                wording.verdictName(a),
                explanation.groundSentence(a));
    }

    /** The indicator as it would stand at the period's end with the amount that was typed. */
    RehearsalAnswer rehearseFigure(Assessment a, Period period, String text) {
        if (text.isBlank()) return new RehearsalAnswer.NothingRehearsed();
        try {
            AmountParser.ParsedAmount written =
                    AmountParser.parseAmount(text, a.indicator().unit());
            if (!(written.reading() instanceof Reading.Value(BigDecimal amount, _, _)))
                return wrongFigureAnswer(text);
            return new RehearsalAnswer.SupposedStanding(
                    standingOf(
                            WhatIf.assessSupposing(currentPlan(), a.indicator(), period, amount)));
        } catch (Problem _) {
            return wrongFigureAnswer(text);
        }
    }

    private RehearsalAnswer wrongFigureAnswer(String text) {
        return new RehearsalAnswer.WrongFigure(words.sentence("rehearsal.wrong", text.strip()));
    }

    /** What each verdict would take in the period, best first. */
    List<NeededFigure> neededFigures(Assessment a, Period period) {
        return WhatIf.verdictThresholds(currentPlan(), a.indicator(), period).stream()
                .map(
                        t ->
                                new NeededFigure(
                                        t.assessment().verdict(),
                                        thresholdSentence(t, a.indicator())))
                .toList();
    }

    private String thresholdSentence(WhatIf.VerdictThreshold t, Indicator i) {
        String verdict = wording.verdictName(t.assessment());
        if (t.most().isEmpty())
            return words.sentence(
                    "rehearsal.least",
                    verdict,
                    wording.numberWithUnit(formatThreshold(t.least(), i), i.unit()));
        if (t.least().isEmpty())
            return words.sentence(
                    "rehearsal.most",
                    verdict,
                    wording.numberWithUnit(formatThreshold(t.most(), i), i.unit()));
        return words.sentence(
                "rehearsal.range",
                verdict,
                formatThreshold(t.least(), i),
                wording.numberWithUnit(formatThreshold(t.most(), i), i.unit()));
    }

    /** With the decimals that say something. */
    private static String formatThreshold(Optional<BigDecimal> amount, Indicator i) {
        BigDecimal exact = amount.orElseThrow();
        return Wording.withMinusSigns(
                Wording.formatNumber(
                        exact, Math.max(i.decimals(), exact.stripTrailingZeros().scale())));
    }
}
