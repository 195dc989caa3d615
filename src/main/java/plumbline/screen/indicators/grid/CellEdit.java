package plumbline.screen.indicators.grid;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.FigureParser;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Source;
import plumbline.plan.Status;
import plumbline.screen.indicators.edit.TargetParser;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.screen.indicators.grid.IndicatorsViewModel.CellPlace;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** From a text in a cell to an edit of the plan. */
final class CellEdit {
    private CellEdit() {}

    /** The edit a text in a cell means, read in the units of the plan. */
    static UnaryOperator<Plan> parseCellEdit(CellPlace place, String text, Plan plan)
            throws Problem {
        Optional<IndicatorGroup> group = plan.findGroup(place.row());
        if (group.isPresent())
            return p -> p.withGroup(new IndicatorGroup(place.row(), toOneLine(text)));
        Indicator indicator = plan.findIndicatorOrPart(place.row()).orElseThrow();
        return switch (place.column()) {
            case PeriodColumn(Period period) -> figure(indicator, period, text);
            case FieldColumn(ColumnField field) ->
                    switch (field) {
                        case NAME -> renameRow(plan, place.row(), toOneLine(text));
                        case UNIT ->
                                p ->
                                        p.withChangedIndicator(
                                                place.row(),
                                                i -> i.withChanges(d -> d.unit = toOneLine(text)));
                        case BASELINE -> milestone(indicator, Role.BASELINE, text, plan);
                        case MID_TERM -> milestone(indicator, Role.MID_TERM, text, plan);
                        case TARGET -> milestone(indicator, Role.FINAL, text, plan);
                        case NUMBER, ATTAINMENT, PROGRESS, VERDICT, TREND ->
                                UnaryOperator.identity();
                    };
        };
    }

    private static UnaryOperator<Plan> renameRow(Plan plan, UUID row, String name) throws Problem {
        boolean twice =
                plan.findIndicator(row).isEmpty()
                        && plan.findOwner(row).stream()
                                .flatMap(i -> i.parts().stream())
                                .anyMatch(p -> p.name().equals(name) && !p.id().equals(row));
        if (twice) throw new Problem("part.name.twice", name);
        return p -> p.withChangedIndicatorOrPart(row, i -> i.withChanges(d -> d.name = name));
    }

    static String toOneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static UnaryOperator<Plan> figure(Indicator indicator, Period period, String text)
            throws Problem {
        AmountParser.ParsedAmount written = FigureParser.parseFigure(text, indicator);
        if (text.isBlank()) return p -> p.withoutObservations(indicator.id(), period);
        Optional<Observation> old = indicator.displayedObservation(period);
        if (old.filter(o -> isSameFigure(o, written)).isPresent()) return p -> p;
        String note = old.map(Observation::note).orElse("");
        int months =
                old.filter(o -> o.status() == written.status())
                        .map(Observation::monthsCovered)
                        .orElse(period.monthCount());
        Observation typed =
                new Observation(
                        period, months, written.reading(), written.status(), Source.TYPED, note);
        boolean overFigure =
                written.status() == Status.FORECAST && old.filter(o -> !o.isForecast()).isPresent();
        return overFigure
                ? p ->
                        p.withoutObservations(indicator.id(), period)
                                .withObservation(indicator.id(), typed)
                : p -> p.withObservation(indicator.id(), typed);
    }

    /**
     * True if it would be shown the same, however it was written: then the figure keeps its source.
     */
    private static boolean isSameFigure(Observation old, AmountParser.ParsedAmount written) {
        boolean alike =
                old.reading() instanceof Reading.Value(BigDecimal was, boolean about, _)
                        && written.reading()
                                instanceof Reading.Value(BigDecimal is, boolean roughly, _)
                        && was.equals(is)
                        && about == roughly;
        return old.status() == written.status()
                && (alike || old.reading().equals(written.reading()));
    }

    private static UnaryOperator<Plan> milestone(Indicator i, Role role, String text, Plan plan)
            throws Problem {
        UnaryOperator<Indicator> aimed = TargetParser.parseTargetEdit(i, role, text, plan);
        return p -> p.withChangedIndicatorOrPart(i.id(), aimed);
    }
}
