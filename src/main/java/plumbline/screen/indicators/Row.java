package plumbline.screen.indicators;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import plumbline.assessment.Assessment;
import plumbline.plan.IndicatorGroup;

/** A line of the grid. */
sealed interface Row {
    UUID id();

    /** @param summary how many of the group's indicators are on course */
    record Group(IndicatorGroup group, String summary) implements Row {
        @Override public UUID id() {
            return group.id();
        }
    }

    record Line(Assessment assessment, Map<Column, Cell> cells, List<Double> trend) implements Row {
        @Override public UUID id() {
            return assessment.indicator().id();
        }
    }

    /** @param typing what stands in the cell when one begins to edit it, and what is copied */
    record Cell(String text, String typing, Look look, String hint) { }

    /** How a cell is set: computed cells cannot be typed in; a refused one keeps what was typed. */
    enum Look { PLAIN, FORECAST, MISSING, COMPUTED, REFUSED }
}
