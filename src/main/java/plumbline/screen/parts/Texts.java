package plumbline.screen.parts;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

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
}
