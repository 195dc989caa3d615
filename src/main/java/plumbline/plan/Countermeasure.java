package plumbline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 对策: what will be done about it, linked to problems, indicators and tasks. */
public record Countermeasure(
        UUID id,
        String title,
        String text,
        List<Quantity> quantities,
        Optional<UUID> lead,
        Optional<LocalDate> due,
        List<UUID> findings,
        List<UUID> indicators,
        List<UUID> tasks)
        implements Issue {
    public Countermeasure {
        if (title.isBlank()) throw new IllegalArgumentException("a countermeasure needs a title");
        Lengths.check(title, Lengths.NAME);
        quantities = List.copyOf(quantities);
        findings = List.copyOf(findings);
        indicators = List.copyOf(indicators);
        tasks = List.copyOf(tasks);
    }

    public static Countermeasure titled(UUID id, String title) {
        return new Countermeasure(
                id,
                title,
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public Countermeasure said(String title, String text, List<Quantity> quantities) {
        return new Countermeasure(
                id, title, text, quantities, lead, due, findings, indicators, tasks);
    }

    @Override
    public Countermeasure touching(List<UUID> indicators, List<UUID> tasks) {
        return new Countermeasure(
                id, title, text, quantities, lead, due, findings, indicators, tasks);
    }

    /** A copy that answers other problems. */
    public Countermeasure answering(List<UUID> findings) {
        return new Countermeasure(
                id, title, text, quantities, lead, due, findings, indicators, tasks);
    }

    /** A copy led by another department, or until another day. */
    public Countermeasure charged(Optional<UUID> lead, Optional<LocalDate> due) {
        return new Countermeasure(
                id, title, text, quantities, lead, due, findings, indicators, tasks);
    }
}
