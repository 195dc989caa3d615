package plumbline.analysis;

import plumbline.analysis.AnalysisQuery.AnalysisScope;
import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Department;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Reporting;
import plumbline.plan.Status;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reported figure, or where an indicator stands at the evaluation date, with everything it may
 * be grouped by.
 *
 * @param scope what it is one of
 * @param line the indicator, or the part seen as one
 * @param value its number; empty where an indicator has none at the evaluation date
 * @param assessment where the indicator stood on the figure's own day, if that is the figure it was
 *     judged by; never for a part or a forecast
 * @param dimensionTexts what it is called in each dimension
 */
record DataPoint(
        AnalysisScope scope,
        Indicator line,
        Observation observation,
        Optional<BigDecimal> value,
        Optional<Assessment> assessment,
        Map<Dimension, String> dimensionTexts) {

    /**
     * Every figure of the plan that is a number, in reading order and in time; then where each
     * indicator stands.
     */
    static List<DataPoint> allOf(Evaluation standing, Messages words) {
        Plan plan = standing.plan();
        List<DataPoint> facts = new ArrayList<>();
        Map<LocalDate, Evaluation> standings = new HashMap<>();
        for (Indicator indicator : plan.indicatorsInOrder()) {
            for (Observation o : indicator.observations()) {
                Optional<Assessment> judged =
                        o.isForecast()
                                ? Optional.empty()
                                : standings
                                        .computeIfAbsent(
                                                o.lastCoveredDay(),
                                                day -> Evaluation.evaluate(plan, day))
                                        .findAssessment(indicator.id())
                                        .filter(a -> a.latest().filter(o::equals).isPresent());
                fromObservation(plan, indicator, indicator, o, judged, words).ifPresent(facts::add);
            }
            for (Part part : indicator.parts()) {
                for (Observation o : part.observations())
                    fromObservation(
                                    plan,
                                    indicator,
                                    indicator.partAsIndicator(part),
                                    o,
                                    Optional.empty(),
                                    words)
                            .ifPresent(facts::add);
            }
        }
        standing.assessments().forEach(a -> facts.add(fromAssessment(plan, a, words)));
        return facts;
    }

    private static DataPoint fromAssessment(Plan plan, Assessment a, Messages words) {
        YearMonth month = YearMonth.from(a.evaluationDate());
        Observation latest =
                a.latest()
                        .orElseGet(
                                () ->
                                        Observation.of(
                                                new Period(month, month),
                                                Status.ACTUAL,
                                                new Reading.Missing(
                                                        MissingReason.NOT_REPORTED, "")));
        Map<Dimension, String> said =
                new EnumMap<>(
                        textsByDimension(
                                plan, a.indicator(), a.indicator(), latest, Optional.of(a), words));
        if (a.latest().isEmpty())
            List.of(Dimension.PERIOD, Dimension.YEAR, Dimension.STATUS)
                    .forEach(d -> said.put(d, words.sentence("analysis.none")));
        return new DataPoint(
                AnalysisScope.STANDING,
                a.indicator(),
                latest,
                a.isWithheld() ? Optional.empty() : a.value(),
                Optional.of(a),
                said);
    }

    private static Optional<DataPoint> fromObservation(
            Plan plan,
            Indicator owner,
            Indicator line,
            Observation o,
            Optional<Assessment> judged,
            Messages words) {
        return o.reading()
                .findAmount()
                .map(
                        value ->
                                new DataPoint(
                                        line == owner
                                                ? AnalysisScope.INDICATORS
                                                : AnalysisScope.PARTS,
                                        line,
                                        o,
                                        Optional.of(value),
                                        judged,
                                        textsByDimension(plan, owner, line, o, judged, words)));
    }

    private static Map<Dimension, String> textsByDimension(
            Plan plan,
            Indicator owner,
            Indicator line,
            Observation o,
            Optional<Assessment> judged,
            Messages words) {
        String none = words.sentence("analysis.none");
        Wording wording = new Wording(words);
        return Map.ofEntries(
                Map.entry(
                        Dimension.GROUP,
                        plan.findGroup(owner.groupId()).map(IndicatorGroup::name).orElse(none)),
                Map.entry(Dimension.INDICATOR, owner.name()),
                Map.entry(
                        Dimension.PART,
                        line == owner ? words.sentence("analysis.whole") : line.name()),
                Map.entry(Dimension.UNIT, line.unit().isBlank() ? none : line.unit()),
                Map.entry(
                        Dimension.DEPARTMENT,
                        owner.leadDepartment()
                                .flatMap(plan::findDepartment)
                                .map(Department::name)
                                .orElse(none)),
                Map.entry(Dimension.PROPERTY, words.nameOf(owner.property())),
                Map.entry(Dimension.KIND, words.nameOf(owner.kind())),
                Map.entry(Dimension.STATUS, words.nameOf(o.status())),
                Map.entry(Dimension.PERIOD, wording.formatPeriod(o.period())),
                Map.entry(
                        Dimension.YEAR,
                        words.sentence("wording.year", o.period().lastMonth().getYear())),
                Map.entry(Dimension.VERDICT, judged.map(wording::verdictName).orElse(none)));
    }

    String textIn(Dimension dimension) {
        return dimensionTexts.get(dimension);
    }

    /**
     * True for a share, and for so many of one thing to each of another, which its unit does not
     * always say: 每万人口…拥有量（件）.
     */
    boolean isRate() {
        return line.isShareOrLevel()
                || line.unit().contains("/")
                || textIn(Dimension.INDICATOR).matches(".*(每|人均|户均|(?i:\\bper\\b)).*");
    }

    /**
     * True for what was added within its period, so that periods may be added up; false for a
     * level, a share or a running total.
     */
    boolean isAddableOverTime() {
        boolean perPeriod =
                line.kind() == IndicatorKind.YEARLY
                        || line.kind() == IndicatorKind.ZERO
                        || line.kind() == IndicatorKind.CUMULATIVE
                                && line.reporting() == Reporting.PER_PERIOD;
        return perPeriod && !isRate();
    }

    boolean overlapsWith(DataPoint other) {
        return line.id().equals(other.line.id())
                && !observation
                        .period()
                        .firstMonth()
                        .isAfter(other.observation.period().lastMonth())
                && !other.observation
                        .period()
                        .firstMonth()
                        .isAfter(observation.period().lastMonth());
    }
}
