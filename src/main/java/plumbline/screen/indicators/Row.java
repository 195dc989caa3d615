package plumbline.screen.indicators;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * @param assessment of the indicator, or of the part seen as one
     * @param redacted   columns whose value leaves the house as XX; that of the name, if all does
     */
    record Line(Assessment assessment, Nest nest, Map<Column, Cell> cells, List<Double> trend, Set<Column> redacted) implements Row {
        @Override public UUID id() {
            return assessment.indicator().id();
        }

        /** True where the officer may type: a part shares its indicator's unit. */
        boolean takes(Column column) {
            return column.typed() && !(nest == Nest.PART && column.equals(new Column.Of(Column.Field.UNIT)));
        }
    }

    /** How a line stands to parts: it has none, it has some that are folded away or shown, or it is one. */
    enum Nest { SINGLE, FOLDED, UNFOLDED, PART }

    /** @param typing what stands in the cell when one begins to edit it, and what is copied */
    record Cell(String text, String typing, Look look, String hint) { }

    /** How a cell is set: computed cells cannot be typed in; a total of parts can, and then is the indicator's own; a refused one keeps what was typed. */
    enum Look { PLAIN, FORECAST, MISSING, COMPUTED, TOTAL, REFUSED }
}
