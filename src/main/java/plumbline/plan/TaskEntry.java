package plumbline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** 进展: a dated note on a task, with the quantities it tells. */
public record TaskEntry(UUID id, LocalDate day, String noteText, List<Quantity> quantities) {
    public TaskEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(day);
        quantities = List.copyOf(quantities);
        if (noteText.isBlank() && quantities.isEmpty())
            throw new IllegalArgumentException("an entry needs a text or a quantity");
    }
}
