package plumbline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 对策: what will be done about it, linked to problems, indicators and tasks. */
public record Countermeasure(UUID id, String title, String text, List<Quantity> quantities, Optional<UUID> lead, Optional<LocalDate> due,
        List<UUID> findings, List<UUID> indicators, List<UUID> tasks) {
    public Countermeasure {
        if (title.isBlank()) throw new IllegalArgumentException("a countermeasure needs a title");
        Lengths.check(title, Lengths.NAME);
        quantities = List.copyOf(quantities);
        findings = List.copyOf(findings);
        indicators = List.copyOf(indicators);
        tasks = List.copyOf(tasks);
    }
}
