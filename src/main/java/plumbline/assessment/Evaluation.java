package plumbline.assessment;

import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Status;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where a whole plan stands at an evaluation date: one assessment for each indicator, in reading
 * order.
 *
 * @param unredactedPlan of a standing with values left out, see {@link Redactor}: the plan they are
 *     left out of, for judging it on other days
 */
public record Evaluation(
        Plan plan,
        LocalDate evaluationDate,
        List<Assessment> assessments,
        Optional<Plan> unredactedPlan) {

    /** A period that is over and for which an indicator has no figure. */
    public record FigureGap(Indicator indicator, Period period) {}

    public Evaluation {
        assessments = List.copyOf(assessments);
    }

    public Evaluation(Plan plan, LocalDate at, List<Assessment> assessments) {
        this(plan, at, assessments, Optional.empty());
    }

    /** Judges every indicator of the plan by the plan's own rule. */
    public static Evaluation evaluate(Plan plan, LocalDate at) {
        return evaluateReusing(plan, at, Map.of());
    }

    /** The same plan at another date; what is left out of this one is left out there too. */
    public Evaluation atDate(LocalDate day) {
        if (day.equals(evaluationDate)) return this;
        return unredactedPlan
                .map(all -> Redactor.redactEvaluation(evaluate(all, day)))
                .orElseGet(() -> evaluate(plan, day));
    }

    /** True of a baseline or target that there is, but that is left out. */
    public boolean withholdsTarget(Redaction.TargetRedaction target) {
        return unredactedPlan
                .filter(all -> all.isRedacted(target))
                .flatMap(all -> all.findIndicatorOrPart(target.indicatorOrPartId()))
                .stream()
                .flatMap(i -> i.courseInForceOn(evaluationDate).milestones().stream())
                .anyMatch(
                        m ->
                                Redaction.TargetRedaction.forMilestone(
                                                target.indicatorOrPartId(), m.role(), m.day())
                                        .equals(target));
    }

    /** As {@link #withholdsTarget(Redaction.Target)} of one that stands once. */
    public boolean withholdsMilestone(Indicator line, Milestone.Role role) {
        return withholdsTarget(new Redaction.TargetRedaction(line.id(), role, Optional.empty()));
    }

    /** With some of the assessments alone. */
    public Evaluation withAssessments(List<Assessment> chosen) {
        return new Evaluation(plan, evaluationDate, chosen, unredactedPlan);
    }

    /**
     * The same for a plan that came of this one by an edit; what the edit cannot have moved is not
     * judged again.
     */
    public Evaluation reevaluate(Plan edited) {
        Map<Indicator, Assessment> known = new IdentityHashMap<>();
        if (hasSameRulesAndPeriods(edited)) assessments.forEach(a -> known.put(a.indicator(), a));
        return evaluateReusing(edited, evaluationDate, known);
    }

    private boolean hasSameRulesAndPeriods(Plan other) {
        return plan.rule().equals(other.rule())
                && plan.bindingRule().equals(other.bindingRule())
                && plan.periods().equals(other.periods())
                && plan.firstYear() == other.firstYear()
                && plan.lastYear() == other.lastYear();
    }

    private static Evaluation evaluateReusing(
            Plan plan, LocalDate at, Map<Indicator, Assessment> known) {
        ReportedFigures.EvaluationWindow window =
                ReportedFigures.EvaluationWindow.forPlan(plan, at);
        List<Indicator> order = indicatorsInReadingOrder(plan);
        List<Assessment> assessments =
                IntStream.range(0, order.size())
                        .parallel()
                        .mapToObj(i -> assessReusing(window, order.get(i), i + 1, known))
                        .toList();
        return new Evaluation(plan, at, assessments);
    }

    private static Assessment assessReusing(
            ReportedFigures.EvaluationWindow window,
            Indicator indicator,
            int number,
            Map<Indicator, Assessment> known) {
        Assessment before = known.get(indicator);
        if (before != null && before.number() == number) return before;
        return new IndicatorJudge(
                        window.plan(), indicator, ReportedFigures.forIndicator(window, indicator))
                .assess(number);
    }

    /** As {@link Plan#indicatorsInOrder()}, in one pass. */
    private static List<Indicator> indicatorsInReadingOrder(Plan plan) {
        Map<UUID, Integer> places = new HashMap<>();
        for (IndicatorGroup group : plan.groups()) places.put(group.id(), places.size());
        return plan.indicators().stream()
                .sorted(Comparator.comparing(i -> places.get(i.groupId())))
                .toList();
    }

    /**
     * The evaluation date a plan suggests by itself: the end of the latest year with an actual
     * figure; else the end of the latest period with one; else the last month that is over, within
     * the plan. Never a day to come.
     */
    public static LocalDate suggestedDate(Plan plan, LocalDate today) {
        List<Observation> known =
                plan.indicators().stream()
                        .flatMap(i -> FigureSeries.forIndicator(i).observations().stream())
                        .filter(
                                o ->
                                        o.status() == Status.ACTUAL
                                                && o.reading() instanceof Reading.Value
                                                && !o.lastCoveredDay().isAfter(today))
                        .toList();
        return known.stream()
                .filter(o -> o.period().isYear())
                .map(Observation::lastCoveredDay)
                .max(Comparator.naturalOrder())
                .or(
                        () ->
                                known.stream()
                                        .map(Observation::lastCoveredDay)
                                        .max(Comparator.naturalOrder()))
                .orElseGet(() -> lastMonthEndWithinPlan(plan, today));
    }

    private static LocalDate lastMonthEndWithinPlan(Plan plan, LocalDate today) {
        LocalDate over = today.plusDays(1).withDayOfMonth(1).minusDays(1);
        if (over.isAfter(plan.lastDay())) return plan.lastDay();
        return over.isBefore(plan.dayBeforeStart()) ? plan.dayBeforeStart() : over;
    }

    public Optional<Assessment> findAssessment(UUID indicator) {
        return assessments.stream().filter(a -> a.indicator().id().equals(indicator)).findFirst();
    }

    /**
     * How an indicator of the plan would stand if it were like this; or a part, seen as an
     * indicator.
     */
    public Assessment assessInstead(Indicator other) {
        return new IndicatorJudge(
                        plan,
                        other,
                        ReportedFigures.forIndicator(
                                ReportedFigures.EvaluationWindow.forPlan(plan, evaluationDate),
                                other))
                .assess(findAssessment(other.id()).map(Assessment::number).orElse(0));
    }

    /** Where each part of an indicator stands on its own course. */
    public List<Assessment> assessParts(Indicator indicator) {
        return indicator.parts().stream()
                .map(indicator::partAsIndicator)
                .map(this::assessInstead)
                .toList();
    }

    public List<Assessment> assessmentsInGroup(IndicatorGroup group) {
        return assessmentsWhere(i -> i.groupId().equals(group.id()));
    }

    public VerdictTally tallyAll() {
        return VerdictTally.forAssessments(assessments);
    }

    public VerdictTally tallyByProperty(Property property) {
        return VerdictTally.forAssessments(assessmentsWhere(i -> i.property() == property));
    }

    public VerdictTally tallyOfGroup(IndicatorGroup group) {
        return VerdictTally.forAssessments(assessmentsInGroup(group));
    }

    /**
     * Behind, nearly on course or not judged: the worst first, then in reading order; last what
     * only a verdict by hand finds wanting.
     */
    public List<Assessment> assessmentsNeedingAttention() {
        return assessments.stream()
                .filter(
                        a ->
                                a.verdict().map(Evaluation::isWanting).orElse(true)
                                        || a.handVerdict()
                                                .filter(h -> isWanting(h.verdict()))
                                                .isPresent())
                .sorted(
                        Comparator.comparingInt(Evaluation::urgencyRank)
                                .thenComparing(a -> a.pace().knownValue().orElse(BigDecimal.ZERO)))
                .toList();
    }

    private static int urgencyRank(Assessment a) {
        return a.verdict().map(v -> v == Verdict.BEHIND ? 0 : isWanting(v) ? 1 : 3).orElse(2);
    }

    private static boolean isWanting(Verdict verdict) {
        return verdict.compareTo(Verdict.NEARLY) >= 0;
    }

    /**
     * Periods of the plan that are over and have neither a figure nor a stated reason; a forecast
     * is not a figure.
     */
    public List<FigureGap> figureGaps() {
        List<Period> over = periodsOver();
        return assessments.stream()
                .map(Assessment::indicator)
                .flatMap(i -> figureGapsOf(i, over).stream())
                .toList();
    }

    private static List<FigureGap> figureGapsOf(Indicator indicator, List<Period> over) {
        FigureSeries series = FigureSeries.forIndicator(indicator);
        return over.stream()
                .filter(p -> isUnreported(series, p))
                .map(p -> new FigureGap(indicator, p))
                .toList();
    }

    private static boolean isUnreported(FigureSeries series, Period period) {
        return series.findShown(period)
                .map(
                        o ->
                                o.isForecast()
                                        || o.reading()
                                                        instanceof
                                                        Reading.Missing(MissingReason reason, _)
                                                && reason == MissingReason.NOT_REPORTED)
                .orElse(true);
    }

    /** The plan's periods and years that are over at the evaluation date. */
    public List<Period> periodsOver() {
        TreeSet<Period> due = new TreeSet<>(plan.periods());
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++)
            due.add(Period.ofYear(year));
        return due.stream().filter(p -> !p.lastDay().isAfter(evaluationDate)).toList();
    }

    /**
     * Forecasts whose period is over and for which no figure came, nor the reason why there is
     * none.
     */
    public List<FigureGap> overdueForecasts() {
        return assessments.stream()
                .map(a -> FigureSeries.forIndicator(a.indicator()))
                .flatMap(
                        s ->
                                s.observations().stream()
                                        .filter(
                                                o ->
                                                        o.isForecast()
                                                                && o.reading()
                                                                        instanceof Reading.Value
                                                                && !o.period()
                                                                        .lastDay()
                                                                        .isAfter(evaluationDate)
                                                                && isUnreported(s, o.period()))
                                        .map(o -> new FigureGap(s.indicator(), o.period())))
                .toList();
    }

    private List<Assessment> assessmentsWhere(Predicate<Indicator> wanted) {
        return assessments.stream().filter(a -> wanted.test(a.indicator())).toList();
    }
}
