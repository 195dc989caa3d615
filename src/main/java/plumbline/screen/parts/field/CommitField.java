package plumbline.screen.parts.field;

import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import plumbline.screen.parts.Labels;

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
    public interface TextCommit<K> {
        /**
         * @return a sentence where the text is refused; then nothing is changed
         */
        Optional<String> commitText(K whose, String text);
    }

    private record RefusedText(String text, String sentence) {}

    private final TextInputControl field;
    private final Consumer<String> fill;
    private final Function<K, Optional<String>> keptText;
    private final TextCommit<K> textCommit;
    private final Label errorLabel = Labels.createErrorLabel();
    private final Map<K, RefusedText> refusedTexts = new HashMap<>();
    private Optional<K> currentKey = Optional.empty();
    private String filledText = "";

    /**
     * @param kept what the plan has for one; empty for one that is gone
     */
    public CommitField(
            TextInputControl field, Function<K, Optional<String>> kept, TextCommit<K> take) {
        this(field, field::setText, kept, take);
    }

    /** In a box that offers names and takes others as well. */
    public CommitField(
            ComboBox<String> box, Function<K, Optional<String>> kept, TextCommit<K> take) {
        this(
                box.getEditor(),
                text -> {
                    box.setValue(text);
                    box.getEditor().setText(text);
                },
                kept,
                take);
        // Not each that the arrows pass over.
        box.setOnHidden(_ -> commitTypedText(box.getEditor().getText()));
        CommitComboBox.onEscapeInList(box, this::discardTypedText);
    }

    private CommitField(
            TextInputControl field,
            Consumer<String> fill,
            Function<K, Optional<String>> kept,
            TextCommit<K> take) {
        this.field = field;
        this.fill = fill;
        this.keptText = kept;
        this.textCommit = take;
        field.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (!focused) commitTypedText(field.getText());
                        });
        field.textProperty().subscribe((_, text) -> clearOutdatedError(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
    }

    /** Says why a text was refused; there only then. */
    public Label errorLabel() {
        return errorLabel;
    }

    /**
     * Shows what is kept for one. What is being typed for the same one stays; for another one it is
     * taken first.
     */
    public void showTextOf(K next) {
        boolean same = currentKey.equals(Optional.of(next));
        if (same && hasTypedText(field.getText())) return;
        if (field.isFocused()) commitTypedText(field.getText());
        currentKey = Optional.of(next);
        showKeptText();
    }

    private boolean hasTypedText(String text) {
        return !text.equals(filledText);
    }

    private void onKeyPressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && field instanceof TextField)
            commitTypedText(field.getText());
        if (e.getCode() == KeyCode.ESCAPE) discardTypedText();
    }

    /**
     * What was said of a text holds no longer once it is another; whether that one is right is seen
     * when it is taken.
     */
    private void clearOutdatedError(String text) {
        boolean still =
                currentKey.map(refusedTexts::get).filter(r -> r.text().equals(text)).isPresent();
        if (!still) showError(Optional.empty());
    }

    private void showError(Optional<RefusedText> wrongly) {
        errorLabel.setText(wrongly.map(RefusedText::sentence).orElse(""));
        field.pseudoClassStateChanged(DANGER, wrongly.isPresent());
    }

    private void discardTypedText() {
        currentKey.ifPresent(refusedTexts::remove);
        showKeptText();
    }

    private void commitTypedText(String text) {
        if (currentKey.isEmpty() || !hasTypedText(text)) return;
        K of = currentKey.get();
        // At once, because taking it may show a dialog and so leave the field a second time.
        filledText = text;
        Optional<String> sentence =
                keptText.apply(of).flatMap(_ -> textCommit.commitText(of, text));
        refusedTexts.remove(of);
        sentence.ifPresent(s -> refusedTexts.put(of, new RefusedText(text, s)));
        showKeptText();
    }

    private void showKeptText() {
        Optional<RefusedText> wrongly = currentKey.map(refusedTexts::get);
        filledText =
                wrongly.map(RefusedText::text).or(() -> currentKey.flatMap(keptText)).orElse("");
        if (hasTypedText(field.getText())) fill.accept(filledText);
        showError(wrongly);
    }
}
