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
import plumbline.screen.indicators.grid.Column.Field;
import plumbline.screen.indicators.grid.Column.Figures;
import plumbline.screen.indicators.grid.Column.Of;
import plumbline.screen.indicators.grid.Row.Cell;
import plumbline.screen.indicators.grid.Row.Look;
import plumbline.screen.indicators.grid.Row.Nest;
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
    Cell of(Row.Line line, Column column) {
        return Optional.ofNullable(line.refused().get(column))
                .map(
                        r ->
                                new Cell(
                                        r.text(),
                                        r.text(),
                                        Look.REFUSED,
                                        words.problemSentence(r.why())))
                .orElseGet(() -> computed(line, column));
    }

    /** The baseline, where there is one, and the figures that are no forecasts, in time. */
    static List<Double> trend(Row.Line line) {
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

    private Cell computed(Row.Line line, Column column) {
        Assessment a = line.assessment();
        FigureSeries series = a.series();
        Nest nest = line.nest();
        Indicator i = a.indicator();
        boolean unjudged = nest == Nest.PART && i.course().milestones().isEmpty();
        if (unjudged
                && List.of(new Of(Field.ATTAINMENT), new Of(Field.PROGRESS), new Of(Field.VERDICT))
                        .contains(column)) return result("", "");
        return switch (column) {
            case Figures(Period period) -> figure(series, period);
            case Of(Field field) ->
                    switch (field) {
                        case NUMBER -> result(nest == Nest.PART ? "" : "" + a.number(), "");
                        case NAME -> new Cell(i.name(), i.name(), Look.PLAIN, i.definition());
                        case UNIT -> new Cell(i.unit(), i.unit(), Look.PLAIN, "");
                        case BASELINE -> milestone(i.course().baseline(), a);
                        case MID_TERM -> milestone(i.course().midTermTarget(), a);
                        case TARGET -> milestone(i.course().finalTarget(), a);
                        case ATTAINMENT ->
                                result(
                                        a.value().isPresent()
                                                ? wording.percentText(a.attainment())
                                                : "",
                                        attained(a.attainment(), i));
                        case PROGRESS ->
                                result(
                                        a.value().isPresent()
                                                ? wording.percentText(a.progress())
                                                : "",
                                        why(a.progress(), i));
                        case VERDICT ->
                                result(
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
                        case TREND -> result("", "");
                    };
        };
    }

    /** Of a falling indicator it is said that less is better: 145 % is no success there. */
    private String attained(Figure figure, Indicator i) {
        return figure.foldKnownOrUnknown(
                _ -> i.direction() == Direction.LOWER ? words.sentence("indicators.falling") : "",
                reason -> explanation.reasonSentence(reason, i));
    }

    private String why(Figure figure, Indicator i) {
        return figure.foldKnownOrUnknown(_ -> "", reason -> explanation.reasonSentence(reason, i));
    }

    private static Cell result(String text, String hint) {
        return new Cell(Wording.withMinusSigns(text), text, Look.COMPUTED, hint);
    }

    /**
     * The indicator's own figure, or the total of its parts; where there is neither, the hint says
     * which parts are missing.
     */
    private Cell figure(FigureSeries series, Period period) {
        Indicator i = series.indicator();
        Optional<Observation> shown = series.findShown(period);
        Optional<PartsTotal> total = shown.flatMap(series::findTotalBehind);
        if (total.isPresent()) return total(shown.get(), total.get(), i);
        return shown.map(o -> figure(o, i))
                .orElseGet(
                        () ->
                                new Cell(
                                        "",
                                        "",
                                        Look.PLAIN,
                                        series.findTotal(period)
                                                .map(totals::totalSentence)
                                                .orElse("")));
    }

    private Cell total(Observation o, PartsTotal total, Indicator i) {
        String text = wording.observationText(o, i);
        return new Cell(
                words.sentence("part.sign", text), text, Look.TOTAL, totals.totalSentence(total));
    }

    private Cell figure(Observation o, Indicator i) {
        Look look =
                o.reading() instanceof Reading.Missing
                        ? Look.MISSING
                        : o.isForecast() ? Look.FORECAST : Look.PLAIN;
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
        return new Cell(
                text,
                Fraction.fromReading(o.reading()).map(f -> typing(f, o.status())).orElse(typing),
                look,
                hint);
    }

    /** A fraction is typed and copied as it was written. */
    private String typing(Fraction fraction, Status status) {
        return switch (status) {
            case ACTUAL -> fraction.toText();
            case PRELIMINARY -> words.sentence("wording.preliminary", fraction.toText());
            case FORECAST -> words.sentence("wording.forecast", fraction.toText());
        };
    }

    private Cell milestone(Optional<Milestone> milestone, Assessment a) {
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
                            return new Cell(
                                    text,
                                    text,
                                    Look.PLAIN,
                                    words.nameOf(m.role())
                                            + " · "
                                            + wording.formatDate(m.day())
                                            + revised(m, a));
                        })
                .orElse(new Cell("", "", Look.PLAIN, ""));
    }

    /** How a target came about, and whether it was in force at the evaluation date. */
    private String revised(Milestone m, Assessment a) {
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
    String dated(Column column, Plan plan) {
        return column.equals(new Of(Field.MID_TERM))
                ? words.sentence("indicators.midTerm", head(column, plan), plan.midTermDay())
                : head(column, plan);
    }

    /** The name of a column. */
    String head(Column column, Plan plan) {
        return switch (column) {
            case Figures(Period period) -> wording.formatPeriod(period);
            case Of(Field field) ->
                    switch (field) {
                        case BASELINE ->
                                words.sentence("indicators.baseline", "" + plan.baselineYear());
                        case TARGET -> words.sentence("indicators.target", "" + plan.lastYear());
                        default -> words.sentence("indicators.column." + field.name());
                    };
        };
    }
}
