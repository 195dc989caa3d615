package plumbline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 对策: what will be done about it, linked to problems, indicators and tasks. */
public record Countermeasure(
        UUID id,
        String title,
        String description,
        List<Quantity> quantities,
        Optional<UUID> leadDepartment,
        Optional<LocalDate> dueDay,
        List<UUID> findingIds,
        List<UUID> indicatorIds,
        List<UUID> taskIds)
        implements Issue {
    public Countermeasure {
        title = VisibleText.onOneLine(title);
        if (title.isBlank()) throw new IllegalArgumentException("a countermeasure needs a title");
        Lengths.requireAtMost(title, Lengths.NAME);
        quantities = List.copyOf(quantities);
        findingIds = List.copyOf(findingIds);
        indicatorIds = List.copyOf(indicatorIds);
        taskIds = List.copyOf(taskIds);
    }

    public static Countermeasure createTitled(UUID id, String title) {
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
    public Countermeasure withWording(String title, String text, List<Quantity> quantities) {
        return new Countermeasure(
                id,
                title,
                text,
                quantities,
                leadDepartment,
                dueDay,
                findingIds,
                indicatorIds,
                taskIds);
    }

    @Override
    public Countermeasure withLinks(List<UUID> indicators, List<UUID> tasks) {
        return new Countermeasure(
                id,
                title,
                description,
                quantities,
                leadDepartment,
                dueDay,
                findingIds,
                indicators,
                tasks);
    }

    /** A copy that answers other problems. */
    public Countermeasure withFindings(List<UUID> findings) {
        return new Countermeasure(
                id,
                title,
                description,
                quantities,
                leadDepartment,
                dueDay,
                findings,
                indicatorIds,
                taskIds);
    }

    /** A copy led by another department, or until another day. */
    public Countermeasure withLeadAndDueDay(Optional<UUID> lead, Optional<LocalDate> due) {
        return new Countermeasure(
                id, title, description, quantities, lead, due, findingIds, indicatorIds, taskIds);
    }
}
