package plumbline.screen.indicators.grid;

import plumbline.assessment.Assessment;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Redaction;
import plumbline.screen.indicators.grid.RejectedEntries.RefusedEntry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A line of the grid. */
public sealed interface IndicatorRow {
    /** What is marked at the name is not marked there again. */
    List<IndicatorColumn> BESIDE_NAME =
            List.of(
                    new IndicatorColumn.FieldColumn(IndicatorColumn.ColumnField.NUMBER),
                    new IndicatorColumn.FieldColumn(IndicatorColumn.ColumnField.UNIT));

    UUID id();

    /**
     * @param summary how many of the group's indicators are on course
     */
    record GroupRow(IndicatorGroup group, String summary) implements IndicatorRow {
        @Override
        public UUID id() {
            return group.id();
        }
    }

    /**
     * @param assessment of the indicator, or of the part seen as one
     * @param refused what was typed into its cells and not understood
     * @param redactions the marks on its values
     */
    record LineRow(
            Assessment assessment,
            PartNesting nest,
            Map<IndicatorColumn, RefusedEntry> refused,
            Set<Redaction> redactions)
            implements IndicatorRow {
        @Override
        public UUID id() {
            return assessment.indicator().id();
        }

        /** True where the value leaves the house as XX; of the name, if all does. */
        boolean isRedacted(IndicatorColumn column) {
            boolean all = redactions.stream().anyMatch(Redaction.LineRedaction.class::isInstance);
            Optional<Redaction> place =
                    BESIDE_NAME.contains(column) ? Optional.empty() : column.redactionOfCell(id());
            return place.filter(p -> all || redactions.contains(p)).isPresent();
        }

        /** True where the officer may type: a part shares its indicator's unit. */
        boolean isEditable(IndicatorColumn column) {
            return column.isEditable()
                    && !(nest == PartNesting.PART
                            && column.equals(
                                    new IndicatorColumn.FieldColumn(
                                            IndicatorColumn.ColumnField.UNIT)));
        }
    }

    /**
     * How a line stands to parts: it has none, it has some that are folded away or shown, or it is
     * one.
     */
    enum PartNesting {
        SINGLE,
        FOLDED,
        UNFOLDED,
        PART
    }

    /**
     * @param typing what stands in the cell when one begins to edit it, and what is copied
     */
    record CellContent(String text, String typing, IndicatorCellLook look, String hint) {}

    /**
     * How a cell is set: computed cells cannot be typed in; a total of parts can, and then is the
     * indicator's own; a refused one keeps what was typed.
     */
    enum IndicatorCellLook {
        PLAIN,
        FORECAST,
        MISSING,
        COMPUTED,
        TOTAL,
        REFUSED
    }
}
