package plumbline.screen.parts.table;

import java.util.UUID;

/** A line of an {@link MasterDetailView}. */
public interface TreeRow {
    UUID id();

    String title();

    /** 0 for a line that stands under no other. */
    int level();

    boolean isLeaf();

    boolean isFolded();

    /**
     * What tells it from all other lines, however it looks; more than the id where one thing stands
     * in several lines.
     */
    default Object rowKey() {
        return id();
    }
}
