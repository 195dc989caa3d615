package plumbline.screen.parts;

import javafx.application.Platform;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows only the last of what it is given in one go, when that is over: what is dear to show does
 * not hold up what was typed.
 */
public final class Coalescing<T> implements Consumer<T> {
    private final Consumer<T> show;
    private Optional<T> last = Optional.empty();

    public Coalescing(Consumer<T> show) {
        this.show = show;
    }

    @Override
    public void accept(T next) {
        if (last.isEmpty()) Platform.runLater(this::show);
        last = Optional.of(next);
    }

    private void show() {
        T now = last.orElseThrow();
        last = Optional.empty();
        show.accept(now);
    }
}
