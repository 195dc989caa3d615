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
    private boolean resting;
    private boolean behind;

    public ActiveBinding(Runnable compute, ObservableValue<?>... values) {
        this.compute = compute;
        this.subscriptions =
                Arrays.stream(values)
                        .map(v -> v.subscribe((_, _) -> follow()))
                        .reduce(Subscription.EMPTY, Subscription::and);
        compute.run();
    }

    private void follow() {
        behind = resting;
        if (!resting) compute.run();
    }

    @Override
    public void rest() {
        resting = true;
    }

    @Override
    public void wake() {
        resting = false;
        if (behind) follow();
    }

    public void close() {
        subscriptions.unsubscribe();
    }
}
