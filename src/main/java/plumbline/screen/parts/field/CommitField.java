package plumbline.screen.parts.field;

import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import plumbline.screen.parts.Texts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A text field that knows for whom, and with what, it was filled. What is typed goes to that one,
 * on Enter or when the field is left, wherever the window has gone meanwhile; a text that merely
 * stood there is never taken, for it may have been undone since. A text that is refused stays with
 * the one it was typed for until it is mended or dropped with Esc.
 */
public final class CommitField<K> {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** What a text means for the one it was typed for. */
    @FunctionalInterface
    public interface Take<K> {
        /**
         * @return a sentence where the text is refused; then nothing is changed
         */
        Optional<String> take(K whose, String text);
    }

    private record Refused(String text, String sentence) {}

    private final TextInputControl field;
    private final Consumer<String> fill;
    private final Function<K, Optional<String>> kept;
    private final Take<K> take;
    private final Label wrong = Texts.wrong();
    private final Map<K, Refused> refused = new HashMap<>();
    private Optional<K> whose = Optional.empty();
    private String filled = "";

    /**
     * @param kept what the plan has for one; empty for one that is gone
     */
    public CommitField(TextInputControl field, Function<K, Optional<String>> kept, Take<K> take) {
        this(field, field::setText, kept, take);
    }

    /** In a box that offers names and takes others as well. */
    public CommitField(ComboBox<String> box, Function<K, Optional<String>> kept, Take<K> take) {
        this(
                box.getEditor(),
                text -> {
                    box.setValue(text);
                    box.getEditor().setText(text);
                },
                kept,
                take);
        // Not each that the arrows pass over.
        box.setOnHidden(_ -> take(box.getEditor().getText()));
        ComboBoxKeys.cancelling(box, this::drop);
    }

    private CommitField(
            TextInputControl field,
            Consumer<String> fill,
            Function<K, Optional<String>> kept,
            Take<K> take) {
        this.field = field;
        this.fill = fill;
        this.kept = kept;
        this.take = take;
        field.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused) take(field.getText());
                        });
        field.textProperty().subscribe((_, text) -> mended(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Says why a text was refused; there only then. */
    public Label wrong() {
        return wrong;
    }

    /**
     * Shows what is kept for one. What is being typed for the same one stays; for another one it is
     * taken first.
     */
    public void show(K next) {
        boolean same = whose.equals(Optional.of(next));
        if (same && typed(field.getText())) return;
        if (field.isFocused()) take(field.getText());
        whose = Optional.of(next);
        refill();
    }

    private boolean typed(String text) {
        return !text.equals(filled);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && field instanceof TextField) take(field.getText());
        if (e.getCode() == KeyCode.ESCAPE) drop();
    }

    /**
     * What was said of a text holds no longer once it is another; whether that one is right is seen
     * when it is taken.
     */
    private void mended(String text) {
        boolean still = whose.map(refused::get).filter(r -> r.text().equals(text)).isPresent();
        if (!still) mark(Optional.empty());
    }

    private void mark(Optional<Refused> wrongly) {
        wrong.setText(wrongly.map(Refused::sentence).orElse(""));
        field.pseudoClassStateChanged(DANGER, wrongly.isPresent());
    }

    private void drop() {
        whose.ifPresent(refused::remove);
        refill();
    }

    private void take(String text) {
        if (whose.isEmpty() || !typed(text)) return;
        K of = whose.get();
        // At once, because taking it may show a dialog and so leave the field a second time.
        filled = text;
        Optional<String> sentence = kept.apply(of).flatMap(_ -> take.take(of, text));
        refused.remove(of);
        sentence.ifPresent(s -> refused.put(of, new Refused(text, s)));
        refill();
    }

    private void refill() {
        Optional<Refused> wrongly = whose.map(refused::get);
        filled = wrongly.map(Refused::text).or(() -> whose.flatMap(kept)).orElse("");
        if (typed(field.getText())) fill.accept(filled);
        mark(wrongly);
    }
}
