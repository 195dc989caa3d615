package plumbline.screen.indicators.grid;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Series;
import plumbline.assessment.Total;
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
import plumbline.words.Explanation;
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
    private final Explanation explanation;
    private final DecisionWording decisions;
    private final TotalWording totals;

    CellFormatter(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
        this.decisions = new DecisionWording(words);
        this.totals = new TotalWording(words);
    }

    /** What was refused there, or else what the plan has. */
    Cell of(Row.Line line, Column column) {
        return Optional.ofNullable(line.refused().get(column))
                .map(r -> new Cell(r.text(), r.text(), Look.REFUSED, words.say(r.why())))
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
                .filter(o -> !o.forecast())
                .forEach(o -> o.reading().value().ifPresent(v -> trend.add(v.doubleValue())));
        return List.copyOf(trend);
    }

    private Cell computed(Row.Line line, Column column) {
        Assessment a = line.assessment();
        Series series = a.series();
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
                        case MID_TERM -> milestone(i.course().midTerm(), a);
                        case TARGET -> milestone(i.course().target(), a);
                        case ATTAINMENT ->
                                result(
                                        a.value().isPresent()
                                                ? wording.percent(a.attainment())
                                                : "",
                                        attained(a.attainment(), i));
                        case PROGRESS ->
                                result(
                                        a.value().isPresent() ? wording.percent(a.progress()) : "",
                                        why(a.progress(), i));
                        case VERDICT ->
                                result(
                                        wording.verdict(a),
                                        explanation.ground(a)
                                                + a.byHand()
                                                        .map(h -> "\n" + decisions.byHand(h, a))
                                                        .orElse(""));
                        case TREND -> result("", "");
                    };
        };
    }

    /** Of a falling indicator it is said that less is better: 145 % is no success there. */
    private String attained(Figure figure, Indicator i) {
        return figure.either(
                _ -> i.direction() == Direction.LOWER ? words.say("indicators.falling") : "",
                reason -> explanation.say(reason, i));
    }

    private String why(Figure figure, Indicator i) {
        return figure.either(_ -> "", reason -> explanation.say(reason, i));
    }

    private static Cell result(String text, String hint) {
        return new Cell(Wording.minus(text), text, Look.COMPUTED, hint);
    }

    /**
     * The indicator's own figure, or the total of its parts; where there is neither, the hint says
     * which parts are missing.
     */
    private Cell figure(Series series, Period period) {
        Indicator i = series.indicator();
        Optional<Observation> shown = series.shown(period);
        Optional<Total> total = shown.flatMap(series::totalOf);
        if (total.isPresent()) return total(shown.get(), total.get(), i);
        return shown.map(o -> figure(o, i))
                .orElseGet(
                        () ->
                                new Cell(
                                        "",
                                        "",
                                        Look.PLAIN,
                                        series.total(period).map(totals::of).orElse("")));
    }

    private Cell total(Observation o, Total total, Indicator i) {
        String text = wording.observation(o, i);
        return new Cell(words.say("part.sign", text), text, Look.TOTAL, totals.of(total));
    }

    private Cell figure(Observation o, Indicator i) {
        Look look =
                o.reading() instanceof Reading.Missing
                        ? Look.MISSING
                        : o.forecast() ? Look.FORECAST : Look.PLAIN;
        String text = wording.observation(o, i);
        String typing =
                o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, _)
                                && !about
                                && o.status() == Status.ACTUAL
                        ? wording.done(amount, i).orElse(Wording.number(amount))
                        : text;
        String hint =
                Fraction.of(o.reading()).map(f -> f.text() + "\n").orElse("")
                        + explanation.source(o.source())
                        + (o.note().isEmpty() ? "" : "\n" + o.note());
        return new Cell(
                text,
                Fraction.of(o.reading()).map(f -> typing(f, o.status())).orElse(typing),
                look,
                hint);
    }

    /** A fraction is typed and copied as it was written. */
    private String typing(Fraction fraction, Status status) {
        return switch (status) {
            case ACTUAL -> fraction.text();
            case PRELIMINARY -> words.say("wording.preliminary", fraction.text());
            case FORECAST -> words.say("wording.forecast", fraction.text());
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
                                                    : a.indicator().direction().usual());
                            String text =
                                    wording.done(m.amount(), a.indicator())
                                            .filter(_ -> plain)
                                            .orElse(
                                                    plain
                                                            ? Wording.number(m.amount())
                                                            : wording.bare(m, a.indicator()));
                            return new Cell(
                                    text,
                                    text,
                                    Look.PLAIN,
                                    words.say(m.role())
                                            + " · "
                                            + wording.date(m.on())
                                            + revised(m, a));
                        })
                .orElse(new Cell("", "", Look.PLAIN, ""));
    }

    /** How a target came about, and whether it was in force at the evaluation date. */
    private String revised(Milestone m, Assessment a) {
        StringBuilder said = new StringBuilder();
        for (TargetRevision r : a.indicator().revisions()) {
            if (!r.of(m)) continue;
            said.append('\n')
                    .append(decisions.revised(a.indicator(), r))
                    .append(words.say("wording.sentences"))
                    .append(decisions.basis(r));
            if (r.decided().isAfter(a.at()))
                said.append(words.say("wording.sentences"))
                        .append(words.say("revision.grid.former"));
        }
        return said.toString();
    }

    /** The head of a column; of a target whose day is not the end of a year with that day. */
    String dated(Column column, Plan plan) {
        return column.equals(new Of(Field.MID_TERM))
                ? words.say("indicators.midTerm", head(column, plan), plan.middle())
                : head(column, plan);
    }

    /** The name of a column. */
    String head(Column column, Plan plan) {
        return switch (column) {
            case Figures(Period period) -> wording.period(period);
            case Of(Field field) ->
                    switch (field) {
                        case BASELINE -> words.say("indicators.baseline", "" + plan.baselineYear());
                        case TARGET -> words.say("indicators.target", "" + plan.lastYear());
                        default -> words.say("indicators.column." + field.name());
                    };
        };
    }
}
