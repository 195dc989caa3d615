package plumbline.screen.parts.field;

import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

import plumbline.exchange.notation.DateParser;
import plumbline.screen.parts.Labels;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day that is typed or chosen: 2024-3-4, 2024年3月4日, 2024/3/4 or 20240304. What is no day, or an
 * impossible one, is refused with a sentence; the day before is kept, and the text stays until it
 * is mended or dropped with Esc.
 */
public final class DateField extends DatePicker {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /** Beyond these a digit was lost or typed twice. */
    private static final int EARLIEST_YEAR = 1900;

    private static final int LATEST_YEAR = 2200;
    private final Messages words;
    private final Label errorLabel = Labels.createErrorLabel();
    private Optional<String> refusedText = Optional.empty();

    public DateField(Messages words, String id) {
        this.words = words;
        setId(id);
        errorLabel.setId(id + "-wrong");
        setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(LocalDate day) {
                        return refusedText.orElse(day == null ? "" : day.toString());
                    }

                    @Override
                    public LocalDate fromString(String text) {
                        return readDay(text == null ? "" : text);
                    }
                });
        valueProperty().subscribe((_, _) -> setRefusedText(Optional.empty()));
        getEditor().textProperty().subscribe((_, text) -> onTextChanged(text));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        setOnHidden(_ -> discardTypedText());
    }

    /** Says what is wrong with the text; takes no room while it says nothing. */
    public Label errorLabel() {
        return errorLabel;
    }

    /** Shows a day, whatever was typed. */
    public void showDay(Optional<LocalDate> day) {
        setValue(day.orElse(null));
        discardTypedText();
    }

    /** The day; empty also while what is typed is no day. */
    public Optional<LocalDate> committedDay() {
        commitValue();
        return refusedText.isPresent() ? Optional.empty() : Optional.ofNullable(getValue());
    }

    public boolean hasRefusedText() {
        return refusedText.isPresent();
    }

    private LocalDate readDay(String text) {
        Optional<LocalDate> day = parseDay(text);
        boolean readable = text.isBlank() || day.isPresent();
        setRefusedText(readable ? Optional.empty() : Optional.of(text));
        return readable ? day.orElse(null) : getValue();
    }

    private void setRefusedText(Optional<String> text) {
        refusedText = text;
        errorLabel.setText(text.map(t -> words.sentence("date.wrong", t.strip())).orElse(""));
        getEditor().pseudoClassStateChanged(DANGER, text.isPresent());
    }

    /**
     * The picker empties its text where it has no day; what was refused stays. What is typed
     * instead is no longer wrong once it is a day.
     */
    private void onTextChanged(String text) {
        if (!isFocused()) refusedText.filter(r -> !r.equals(text)).ifPresent(getEditor()::setText);
        else if (refusedText.isPresent() && (text.isBlank() || parseDay(text).isPresent()))
            setRefusedText(Optional.empty());
    }

    private static Optional<LocalDate> parseDay(String text) {
        return DateParser.parseDate(text)
                .filter(d -> d.getYear() >= EARLIEST_YEAR && d.getYear() <= LATEST_YEAR);
    }

    private void discardTypedText() {
        setRefusedText(Optional.empty());
        getEditor().setText(getConverter().toString(getValue()));
    }

    /** What is refused goes no further: a form would take the day before. */
    private void onKeyPressed(KeyEvent e) {
        boolean dropped = e.getCode() == KeyCode.ESCAPE && refusedText.isPresent();
        boolean wrongly = e.getCode() == KeyCode.ENTER && isRefused(getEditor().getText());
        if (dropped) discardTypedText();
        if (dropped || wrongly) e.consume();
    }

    private boolean isRefused(String text) {
        readDay(text);
        return refusedText.isPresent();
    }
}
