package plumbline.screen.parts.field;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A box of choices that knows for whom it was filled. What the arrows pass over is no choice yet:
 * it is taken when the list is closed, on Enter, or when the box is left, once; Esc gives back what
 * was.
 */
public final class ComboBoxKeys<K, E> {
    private final ComboBox<E> box;
    private final Function<K, Optional<E>> kept;
    private final BiConsumer<K, E> take;
    private Optional<K> whose = Optional.empty();
    private Optional<E> filled = Optional.empty();

    /**
     * @param kept what the plan has for one; empty for one that is gone
     * @param take what a choice means for the one it was made for
     */
    public ComboBoxKeys(ComboBox<E> box, Function<K, Optional<E>> kept, BiConsumer<K, E> take) {
        this.box = box;
        this.kept = kept;
        this.take = take;
        box.setOnHidden(_ -> take());
        box.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused && !box.isShowing()) take();
                        });
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        cancelling(box, this::refill);
    }

    /** Has Esc in the open list run something before the list closes. */
    static void cancelling(ComboBox<?> box, Runnable cancel) {
        box.skinProperty()
                .subscribe(
                        skin -> {
                            if (skin instanceof ComboBoxListViewSkin<?> shown)
                                onEscape(shown.getPopupContent(), cancel);
                        });
    }

    private static void onEscape(Node at, Runnable run) {
        at.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) run.run();
                });
    }

    /**
     * Shows what is kept for one. What is being chosen for the same one stays; for another one it
     * is taken first.
     */
    public void show(K next) {
        boolean same = whose.equals(Optional.of(next));
        if (same && chosen()) return;
        take();
        whose = Optional.of(next);
        refill();
    }

    private boolean chosen() {
        return !Optional.ofNullable(box.getValue()).equals(filled);
    }

    private void pressed(KeyEvent e) {
        if (box.isShowing()) return;
        if (e.getCode() == KeyCode.ENTER) take();
        if (e.getCode() == KeyCode.ESCAPE) refill();
    }

    private void take() {
        if (whose.isEmpty() || !chosen() || box.getValue() == null) return;
        K of = whose.get();
        filled = Optional.of(box.getValue());
        if (!kept.apply(of).equals(filled)) take.accept(of, box.getValue());
        refill();
    }

    private void refill() {
        filled = whose.flatMap(kept);
        filled.ifPresent(box::setValue);
    }
}
