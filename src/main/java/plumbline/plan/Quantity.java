package plumbline.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * A figure told in a progress note or a problem.
 *
 * @param formerReading what it was before, as in “cut from 45 to 20 days”
 * @param period the period it speaks of, where the text says one
 */
public record Quantity(
        String name,
        Reading reading,
        String unit,
        Optional<Reading> formerReading,
        Optional<Period> period) {
    public Quantity {
        name = VisibleText.onOneLine(name);
        unit = VisibleText.onOneLine(unit);
        Objects.requireNonNull(reading);
        if (name.isBlank()) throw new IllegalArgumentException("a quantity needs a name");
        Lengths.requireAtMost(name, Lengths.NAME);
        Lengths.requireAtMost(unit, Lengths.UNIT);
    }
}
