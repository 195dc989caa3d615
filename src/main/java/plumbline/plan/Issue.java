package plumbline.plan;

import java.util.List;
import java.util.UUID;

/**
 * What a problem and a countermeasure have in common: a title, a text with its figures, and what
 * they touch.
 */
public sealed interface Issue permits Finding, Countermeasure {
    UUID id();

    String title();

    String description();

    List<Quantity> quantities();

    List<UUID> indicatorIds();

    List<UUID> taskIds();

    /** A copy in other words. */
    Issue withWording(String title, String text, List<Quantity> quantities);

    /** A copy that touches other indicators and tasks. */
    Issue withLinks(List<UUID> indicators, List<UUID> tasks);
}
