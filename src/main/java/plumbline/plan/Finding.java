package plumbline.plan;

import java.util.List;
import java.util.UUID;

/** 问题: what stands in the way, linked to indicators and tasks. */
public record Finding(
        UUID id,
        String title,
        String text,
        List<Quantity> quantities,
        List<UUID> indicators,
        List<UUID> tasks)
        implements Issue {
    public Finding {
        if (title.isBlank()) throw new IllegalArgumentException("a problem needs a title");
        Lengths.check(title, Lengths.NAME);
        quantities = List.copyOf(quantities);
        indicators = List.copyOf(indicators);
        tasks = List.copyOf(tasks);
    }

    public static Finding titled(UUID id, String title) {
        return new Finding(id, title, "", List.of(), List.of(), List.of());
    }

    @Override
    public Finding said(String title, String text, List<Quantity> quantities) {
        return new Finding(id, title, text, quantities, indicators, tasks);
    }

    @Override
    public Finding touching(List<UUID> indicators, List<UUID> tasks) {
        return new Finding(id, title, text, quantities, indicators, tasks);
    }
}
