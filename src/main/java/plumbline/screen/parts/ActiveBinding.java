package plumbline.screen.parts;

import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

import java.util.Arrays;

/**
 * Computes at once, and again whenever one of the values it follows changes; what changes while it
 * rests is made up for in one go.
 */
public final class ActiveBinding implements Activatable {
    private final Runnable compute;
    private final Subscription subscriptions;
    private boolean isInactive;
    private boolean isOutdated;

    public ActiveBinding(Runnable compute, ObservableValue<?>... values) {
        this.compute = compute;
        this.subscriptions =
                Arrays.stream(values)
                        .map(v -> v.subscribe((_, _) -> onValueChanged()))
                        .reduce(Subscription.EMPTY, Subscription::and);
        compute.run();
    }

    private void onValueChanged() {
        isOutdated = isInactive;
        if (!isInactive) compute.run();
    }

    @Override
    public void deactivate() {
        isInactive = true;
    }

    @Override
    public void activate() {
        isInactive = false;
        if (isOutdated) onValueChanged();
    }

    public void close() {
        subscriptions.unsubscribe();
    }
}
