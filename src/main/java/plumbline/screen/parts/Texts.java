package plumbline.screen.parts;

import java.time.LocalDate;
import java.util.function.Function;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.util.StringConverter;
import plumbline.exchange.DayReader;

/** Small texts, words of choices and dates as all places set them. */
public final class Texts {
    private Texts() { }

    public static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    /** Says what is wrong with a field; takes no room while it says nothing. */
    public static Label wrong() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("field-wrong");
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    public static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        label.setWrapText(true);
        return label;
    }

    /** Shows each value by its word; for choices that are not typed. */
    public static <T> StringConverter<T> worded(Function<T, String> word) {
        return new StringConverter<>() {
            @Override public String toString(T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Lets a date be typed as 2024-3-4, 2024年3月4日, 2024/3/4 or 20240304; an impossible one leaves the old value. */
    public static void typed(DatePicker picker) {
        picker.setConverter(new StringConverter<>() {
            @Override public String toString(LocalDate day) {
                return day == null ? "" : day.toString();
            }

            @Override public LocalDate fromString(String text) {
                if (text == null || text.isBlank()) return null;
                return DayReader.read(text).orElse(picker.getValue());
            }
        });
    }
}
