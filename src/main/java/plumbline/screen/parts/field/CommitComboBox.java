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
public final class CommitComboBox<K, E> {
    private final ComboBox<E> box;
    private final Function<K, Optional<E>> keptValue;
    private final BiConsumer<K, E> commitAction;
    private Optional<K> currentKey = Optional.empty();
    private Optional<E> filledValue = Optional.empty();

    /**
     * @param kept what the plan has for one; empty for one that is gone
     * @param take what a choice means for the one it was made for
     */
    public CommitComboBox(ComboBox<E> box, Function<K, Optional<E>> kept, BiConsumer<K, E> take) {
        this.box = box;
        this.keptValue = kept;
        this.commitAction = take;
        box.setOnHidden(_ -> commitChoice());
        box.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused && !box.isShowing()) commitChoice();
                        });
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        onEscapeInList(box, this::showKeptValue);
    }

    /** Has Esc in the open list run something before the list closes. */
    static void onEscapeInList(ComboBox<?> box, Runnable cancel) {
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
    public void showValueOf(K next) {
        boolean same = currentKey.equals(Optional.of(next));
        if (same && hasNewChoice()) return;
        commitChoice();
        currentKey = Optional.of(next);
        showKeptValue();
    }

    private boolean hasNewChoice() {
        return !Optional.ofNullable(box.getValue()).equals(filledValue);
    }

    private void onKeyPressed(KeyEvent e) {
        if (box.isShowing()) return;
        if (e.getCode() == KeyCode.ENTER) commitChoice();
        if (e.getCode() == KeyCode.ESCAPE) showKeptValue();
    }

    private void commitChoice() {
        if (currentKey.isEmpty() || !hasNewChoice() || box.getValue() == null) return;
        K of = currentKey.get();
        filledValue = Optional.of(box.getValue());
        if (!keptValue.apply(of).equals(filledValue)) commitAction.accept(of, box.getValue());
        showKeptValue();
    }

    private void showKeptValue() {
        filledValue = currentKey.flatMap(keptValue);
        filledValue.ifPresent(box::setValue);
    }
}
