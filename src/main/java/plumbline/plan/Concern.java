package plumbline.plan;

import java.util.List;
import java.util.UUID;

/**
 * What a problem and a countermeasure have in common: a title, a text with its figures, and what
 * they touch.
 */
public sealed interface Concern permits Finding, Countermeasure {
    UUID id();

    String title();

    String text();

    List<Quantity> quantities();

    List<UUID> indicators();

    List<UUID> tasks();

    /** A copy in other words. */
    Concern said(String title, String text, List<Quantity> quantities);

    /** A copy that touches other indicators and tasks. */
    Concern touching(List<UUID> indicators, List<UUID> tasks);
}
