package plumbline.screen.parts.table;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.desk.Workspace;
import plumbline.plan.Snapshot;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The lines of an {@link MasterDetailView} that are shown, as far as the filter and what is folded
 * let them, and the one that is looked at.
 */
public final class TreeRows<R extends TreeRow, F> {
    private final Workspace desk;
    private final ObjectProperty<Optional<UUID>> selected;
    private final ObjectProperty<F> filter;
    private final F none;
    private final Function<Set<UUID>, List<R>> read;
    private final Set<UUID> folded = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<R>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ActiveBinding seen;

    /**
     * @param filter lets everything pass at first
     * @param read the lines to be shown, given those that are folded; asked at once
     */
    public TreeRows(
            Workspace desk,
            ObjectProperty<Optional<UUID>> selected,
            ObjectProperty<F> filter,
            Function<Set<UUID>, List<R>> read) {
        this.desk = desk;
        this.selected = selected;
        this.filter = filter;
        this.none = filter.get();
        this.read = read;
        this.seen = new ActiveBinding(this::computeRows, desk.evaluationProperty(), filter);
    }

    private void computeRows() {
        rows.set(List.copyOf(read.apply(folded)));
    }

    /** Follows the desk only while it is seen. */
    public Activatable activatable() {
        return seen;
    }

    public void close() {
        seen.close();
    }

    public ReadOnlyObjectProperty<List<R>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<UUID>> selectedProperty() {
        return selected;
    }

    /** While there is a snapshot to look at, nothing can be changed. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> frozenProperty() {
        return desk.shownSnapshotProperty();
    }

    public ObjectProperty<F> filterProperty() {
        return filter;
    }

    public void changeFilter(UnaryOperator<F> change) {
        filter.set(change.apply(filter.get()));
    }

    public boolean isFiltered() {
        return !filter.get().equals(none);
    }

    public void foldRow(UUID id) {
        folded.add(id);
        computeRows();
    }

    public void unfoldRows(Collection<UUID> ids) {
        folded.removeAll(ids);
        computeRows();
    }
}
