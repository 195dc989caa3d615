package plumbline.screen.parts;

import javafx.application.Platform;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows only the last of what it is given in one go, when that is over: what is dear to show does
 * not hold up what was typed.
 */
public final class CoalescingConsumer<T> implements Consumer<T> {
    private final Consumer<T> consumer;
    private Optional<T> latestValue = Optional.empty();

    public CoalescingConsumer(Consumer<T> show) {
        this.consumer = show;
    }

    @Override
    public void accept(T next) {
        if (latestValue.isEmpty()) Platform.runLater(this::passLatestValue);
        latestValue = Optional.of(next);
    }

    private void passLatestValue() {
        T now = latestValue.orElseThrow();
        latestValue = Optional.empty();
        consumer.accept(now);
    }
}
