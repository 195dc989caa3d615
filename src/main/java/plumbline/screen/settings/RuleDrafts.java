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
    record DraftedRules(RuleDraft general, Optional<RuleDraft> binding) {}

    /** The rules as they were when writing began, and of which plan. */
    record DraftBase(UUID planId, DraftedRules drafts) {}

    private final ReadOnlyObjectWrapper<Optional<UUID>> pendingPlan =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<DraftBase> base = Optional.empty();
    private Optional<DraftedRules> drafts = Optional.empty();

    /** The plan of which a rule was changed and neither taken nor dropped. */
    public ReadOnlyObjectProperty<Optional<UUID>> pendingPlan() {
        return pendingPlan.getReadOnlyProperty();
    }

    Optional<DraftBase> base() {
        return base;
    }

    Optional<DraftedRules> drafts() {
        return drafts;
    }

    boolean isTouched() {
        return !drafts.equals(base.map(DraftBase::drafts));
    }

    void keepDrafts(Optional<DraftBase> from, Optional<DraftedRules> written) {
        base = from;
        drafts = written;
        pendingPlan.set(base.filter(_ -> isTouched()).map(DraftBase::planId));
    }
}
