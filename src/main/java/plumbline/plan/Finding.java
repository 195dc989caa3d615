package plumbline.plan;

import java.util.List;
import java.util.UUID;

/** 问题: what stands in the way, linked to indicators and tasks. */
public record Finding(
        UUID id,
        String title,
        String description,
        List<Quantity> quantities,
        List<UUID> indicatorIds,
        List<UUID> taskIds)
        implements Issue {
    public Finding {
        title = VisibleText.onOneLine(title);
        if (title.isBlank()) throw new IllegalArgumentException("a problem needs a title");
        Lengths.requireAtMost(title, Lengths.NAME);
        quantities = List.copyOf(quantities);
        indicatorIds = List.copyOf(indicatorIds);
        taskIds = List.copyOf(taskIds);
    }

    public static Finding createTitled(UUID id, String title) {
        return new Finding(id, title, "", List.of(), List.of(), List.of());
    }

    @Override
    public Finding withWording(String title, String text, List<Quantity> quantities) {
        return new Finding(id, title, text, quantities, indicatorIds, taskIds);
    }

    @Override
    public Finding withLinks(List<UUID> indicators, List<UUID> tasks) {
        return new Finding(id, title, description, quantities, indicators, tasks);
    }
}
