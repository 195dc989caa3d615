package plumbline.screen.indicators.grid;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.FigureSeries;
import plumbline.assessment.PartsTotal;
import plumbline.plan.Direction;
import plumbline.plan.Fraction;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Status;
import plumbline.plan.TargetRevision;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.screen.indicators.grid.IndicatorRow.CellContent;
import plumbline.screen.indicators.grid.IndicatorRow.IndicatorCellLook;
import plumbline.screen.indicators.grid.IndicatorRow.PartNesting;
import plumbline.words.DecisionWording;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.TotalWording;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the cells and heads of the grid; a cell is worded when it is looked at, for most
 * of a large plan never are.
 */
final class CellFormatter {
    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final DecisionWording decisions;
    private final TotalWording totals;

    CellFormatter(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.decisions = new DecisionWording(words);
        this.totals = new TotalWording(words);
    }

    /** What was refused there, or else what the plan has. */
    CellContent formatCell(IndicatorRow.LineRow line, IndicatorColumn column) {
        return Optional.ofNullable(line.refused().get(column))
                .map(
                        r ->
                                new CellContent(
                                        r.text(),
                                        r.text(),
                                        IndicatorCellLook.REFUSED,
                                        words.problemSentence(r.why())))
                .orElseGet(() -> formatComputedCell(line, column));
    }

    /** The baseline, where there is one, and the figures that are no forecasts, in time. */
    static List<Double> trendValues(IndicatorRow.LineRow line) {
        List<Double> trend = new ArrayList<>();
        line.assessment()
                .indicator()
                .course()
                .baseline()
                .ifPresent(b -> trend.add(b.amount().doubleValue()));
        line.assessment().series().observations().stream()
                .filter(o -> !o.isForecast())
                .forEach(o -> o.reading().findAmount().ifPresent(v -> trend.add(v.doubleValue())));
        return List.copyOf(trend);
    }

    private CellContent formatComputedCell(IndicatorRow.LineRow line, IndicatorColumn column) {
        Assessment a = line.assessment();
        FigureSeries series = a.series();
        PartNesting nest = line.nest();
        Indicator i = a.indicator();
        boolean unjudged = nest == PartNesting.PART && i.course().milestones().isEmpty();
        if (unjudged
                && List.of(
                                new FieldColumn(ColumnField.ATTAINMENT),
                                new FieldColumn(ColumnField.PROGRESS),
                                new FieldColumn(ColumnField.VERDICT))
                        .contains(column)) return createComputedCell("", "");
        return switch (column) {
            case PeriodColumn(Period period) -> formatPeriodCell(series, period);
            case FieldColumn(ColumnField field) ->
                    switch (field) {
                        case NUMBER ->
                                createComputedCell(
                                        nest == PartNesting.PART ? "" : "" + a.number(), "");
                        case NAME ->
                                new CellContent(
                                        i.name(),
                                        i.name(),
                                        IndicatorCellLook.PLAIN,
                                        i.definition());
                        case UNIT ->
                                new CellContent(i.unit(), i.unit(), IndicatorCellLook.PLAIN, "");
                        case BASELINE -> formatMilestoneCell(i.course().baseline(), a);
                        case MID_TERM -> formatMilestoneCell(i.course().midTermTarget(), a);
                        case TARGET -> formatMilestoneCell(i.course().finalTarget(), a);
                        case ATTAINMENT ->
                                createComputedCell(
                                        a.value().isPresent()
                                                ? wording.percentText(a.attainment())
                                                : "",
                                        attainmentHint(a.attainment(), i));
                        case PROGRESS ->
                                createComputedCell(
                                        a.value().isPresent()
                                                ? wording.percentText(a.progress())
                                                : "",
                                        explanationHint(a.progress(), i));
                        case VERDICT ->
                                createComputedCell(
                                        wording.verdictName(a),
                                        explanation.groundSentence(a)
                                                + a.handVerdict()
                                                        .map(
                                                                h ->
                                                                        "\n"
                                                                                + decisions
                                                                                        .handVerdictSentence(
                                                                                                h,
                                                                                                a))
                                                        .orElse(""));
                        case TREND -> createComputedCell("", "");
                    };
        };
    }

    /** Of a falling indicator it is said that less is better: 145 % is no success there. */
    private String attainmentHint(Figure figure, Indicator i) {
        return figure.foldKnownOrUnknown(
                _ -> i.direction() == Direction.LOWER ? words.sentence("indicators.falling") : "",
                reason -> explanation.reasonSentence(reason, i));
    }

    private String explanationHint(Figure figure, Indicator i) {
        return figure.foldKnownOrUnknown(_ -> "", reason -> explanation.reasonSentence(reason, i));
    }

    private static CellContent createComputedCell(String text, String hint) {
        return new CellContent(
                Wording.withMinusSigns(text), text, IndicatorCellLook.COMPUTED, hint);
    }

    /**
     * The indicator's own figure, or the total of its parts; where there is neither, the hint says
     * which parts are missing.
     */
    private CellContent formatPeriodCell(FigureSeries series, Period period) {
        Indicator i = series.indicator();
        Optional<Observation> shown = series.findShown(period);
        Optional<PartsTotal> total = shown.flatMap(series::findTotalBehind);
        if (total.isPresent()) return formatTotalCell(shown.get(), total.get(), i);
        return shown.map(o -> formatFigureCell(o, i))
                .orElseGet(
                        () ->
                                new CellContent(
                                        "",
                                        "",
                                        IndicatorCellLook.PLAIN,
                                        series.findTotal(period)
                                                .map(totals::totalSentence)
                                                .orElse("")));
    }

    private CellContent formatTotalCell(Observation o, PartsTotal total, Indicator i) {
        String text = wording.observationText(o, i);
        return new CellContent(
                words.sentence("part.sign", text),
                text,
                IndicatorCellLook.TOTAL,
                totals.totalSentence(total));
    }

    private CellContent formatFigureCell(Observation o, Indicator i) {
        IndicatorCellLook look =
                o.reading() instanceof Reading.Missing
                        ? IndicatorCellLook.MISSING
                        : o.isForecast() ? IndicatorCellLook.FORECAST : IndicatorCellLook.PLAIN;
        String text = wording.observationText(o, i);
        String typing =
                o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, _)
                                && !about
                                && o.status() == Status.ACTUAL
                        ? wording.milestoneStateText(amount, i).orElse(Wording.formatNumber(amount))
                        : text;
        String hint =
                Fraction.fromReading(o.reading()).map(f -> f.toText() + "\n").orElse("")
                        + explanation.sourceText(o.source())
                        + (o.note().isEmpty() ? "" : "\n" + o.note());
        return new CellContent(
                text,
                Fraction.fromReading(o.reading()).map(f -> typedText(f, o.status())).orElse(typing),
                look,
                hint);
    }

    /** A fraction is typed and copied as it was written. */
    private String typedText(Fraction fraction, Status status) {
        return switch (status) {
            case ACTUAL -> fraction.toText();
            case PRELIMINARY -> words.sentence("wording.preliminary", fraction.toText());
            case FORECAST -> words.sentence("wording.forecast", fraction.toText());
        };
    }

    private CellContent formatMilestoneCell(Optional<Milestone> milestone, Assessment a) {
        return milestone
                .map(
                        m -> {
                            boolean plain =
                                    m.relation()
                                            == (m.role() == Role.BASELINE
                                                    ? Relation.EQUAL
                                                    : a.indicator().direction().usualRelation());
                            String text =
                                    wording.milestoneStateText(m.amount(), a.indicator())
                                            .filter(_ -> plain)
                                            .orElse(
                                                    plain
                                                            ? Wording.formatNumber(m.amount())
                                                            : wording.typedTargetText(
                                                                    m, a.indicator()));
                            return new CellContent(
                                    text,
                                    text,
                                    IndicatorCellLook.PLAIN,
                                    words.nameOf(m.role())
                                            + " · "
                                            + wording.formatDate(m.day())
                                            + revisionHint(m, a));
                        })
                .orElse(new CellContent("", "", IndicatorCellLook.PLAIN, ""));
    }

    /** How a target came about, and whether it was in force at the evaluation date. */
    private String revisionHint(Milestone m, Assessment a) {
        StringBuilder said = new StringBuilder();
        for (TargetRevision r : a.indicator().revisions()) {
            if (!r.isRevisionOf(m)) continue;
            said.append('\n')
                    .append(decisions.revisionText(a.indicator(), r))
                    .append(words.sentence("wording.sentences"))
                    .append(decisions.revisionBasis(r));
            if (r.decidedOn().isAfter(a.evaluationDate()))
                said.append(words.sentence("wording.sentences"))
                        .append(words.sentence("revision.grid.former"));
        }
        return said.toString();
    }

    /** The head of a column; of a target whose day is not the end of a year with that day. */
    String headingWithDate(IndicatorColumn column, Plan plan) {
        return column.equals(new FieldColumn(ColumnField.MID_TERM))
                ? words.sentence(
                        "indicators.midTerm", columnHeading(column, plan), plan.midTermDay())
                : columnHeading(column, plan);
    }

    /** The name of a column. */
    String columnHeading(IndicatorColumn column, Plan plan) {
        return switch (column) {
            case PeriodColumn(Period period) -> wording.formatPeriod(period);
            case FieldColumn(ColumnField field) ->
                    switch (field) {
                        case BASELINE ->
                                words.sentence("indicators.baseline", "" + plan.baselineYear());
                        case TARGET -> words.sentence("indicators.target", "" + plan.lastYear());
                        default -> words.sentence("indicators.column." + field.name());
                    };
        };
    }
}
