package plumbline.screen.settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.UUID;

/**
 * The rules as they are being written. They outlive the settings, which are made anew in another
 * language or theme.
 */
public final class RuleDrafts {

    /**
     * @param binding the rule of the binding indicators, where they have their own
     */
    record Drafts(RuleDraft all, Optional<RuleDraft> binding) {}

    /** The rules as they were when writing began, and of which plan. */
    record Base(UUID plan, Drafts drafts) {}

    private final ReadOnlyObjectWrapper<Optional<UUID>> pending =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Base> base = Optional.empty();
    private Optional<Drafts> drafts = Optional.empty();

    /** The plan of which a rule was changed and neither taken nor dropped. */
    public ReadOnlyObjectProperty<Optional<UUID>> pending() {
        return pending.getReadOnlyProperty();
    }

    Optional<Base> base() {
        return base;
    }

    Optional<Drafts> drafts() {
        return drafts;
    }

    boolean touched() {
        return !drafts.equals(base.map(Base::drafts));
    }

    void keep(Optional<Base> from, Optional<Drafts> written) {
        base = from;
        drafts = written;
        pending.set(base.filter(_ -> touched()).map(Base::plan));
    }
}
