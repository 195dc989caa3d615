package plumbline.screen.parts.field;

import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

import plumbline.exchange.notation.DateParser;
import plumbline.screen.parts.Texts;
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
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2200;
    private final Messages words;
    private final Label wrong = Texts.wrong();
    private Optional<String> refused = Optional.empty();

    public DateField(Messages words, String id) {
        this.words = words;
        setId(id);
        wrong.setId(id + "-wrong");
        setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(LocalDate day) {
                        return refused.orElse(day == null ? "" : day.toString());
                    }

                    @Override
                    public LocalDate fromString(String text) {
                        return read(text == null ? "" : text);
                    }
                });
        valueProperty().subscribe((_, _) -> refuse(Optional.empty()));
        getEditor().textProperty().subscribe((_, text) -> stay(text));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnHidden(_ -> drop());
    }

    /** Says what is wrong with the text; takes no room while it says nothing. */
    public Label wrong() {
        return wrong;
    }

    /** Shows a day, whatever was typed. */
    public void show(Optional<LocalDate> day) {
        setValue(day.orElse(null));
        drop();
    }

    /** The day; empty also while what is typed is no day. */
    public Optional<LocalDate> day() {
        commitValue();
        return refused.isPresent() ? Optional.empty() : Optional.ofNullable(getValue());
    }

    public boolean refused() {
        return refused.isPresent();
    }

    private LocalDate read(String text) {
        Optional<LocalDate> day = typed(text);
        boolean readable = text.isBlank() || day.isPresent();
        refuse(readable ? Optional.empty() : Optional.of(text));
        return readable ? day.orElse(null) : getValue();
    }

    private void refuse(Optional<String> text) {
        refused = text;
        wrong.setText(text.map(t -> words.sentence("date.wrong", t.strip())).orElse(""));
        getEditor().pseudoClassStateChanged(DANGER, text.isPresent());
    }

    /**
     * The picker empties its text where it has no day; what was refused stays. What is typed
     * instead is no longer wrong once it is a day.
     */
    private void stay(String text) {
        if (!isFocused()) refused.filter(r -> !r.equals(text)).ifPresent(getEditor()::setText);
        else if (refused.isPresent() && (text.isBlank() || typed(text).isPresent()))
            refuse(Optional.empty());
    }

    private static Optional<LocalDate> typed(String text) {
        return DateParser.read(text).filter(d -> d.getYear() >= EARLIEST && d.getYear() <= LATEST);
    }

    private void drop() {
        refuse(Optional.empty());
        getEditor().setText(getConverter().toString(getValue()));
    }

    /** What is refused goes no further: a form would take the day before. */
    private void pressed(KeyEvent e) {
        boolean dropped = e.getCode() == KeyCode.ESCAPE && refused.isPresent();
        boolean wrongly = e.getCode() == KeyCode.ENTER && refusing(getEditor().getText());
        if (dropped) drop();
        if (dropped || wrongly) e.consume();
    }

    private boolean refusing(String text) {
        read(text);
        return refused.isPresent();
    }
}
