package plumbline.screen.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Small texts, words of choices and dates as all places set them. */
public final class Labels {
    private Labels() {}

    public static Label createSmallLabel(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    /** Says what is wrong with a field; takes no room while it says nothing. */
    public static Label createErrorLabel() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("field-wrong");
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    public static Label createHeading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        label.setWrapText(true);
        return label;
    }

    /**
     * What is said in the middle of a place where there is nothing yet: a heading, what can be done
     * here, and with what.
     */
    public static Node createWelcome(double width, String title, String intro, String kinds) {
        Label said = new Label(intro);
        said.setWrapText(true);
        VBox box = new VBox(12, createHeading(title), said, createSmallLabel(kinds));
        box.setMaxWidth(width);
        box.setAlignment(Pos.CENTER_LEFT);
        HBox middle = new HBox(box);
        middle.setAlignment(Pos.CENTER);
        middle.getStyleClass().add("proof-welcome");
        HBox.setHgrow(box, Priority.ALWAYS);
        return middle;
    }

    /**
     * @param prompt stands in the field while it is empty, and is said to those who only hear it
     */
    public static TextField createTextField(String prompt, String id, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(columns);
        return field;
    }

    /**
     * One of what there is, or nothing in particular, which comes first; what there is is asked
     * anew whenever it is opened.
     */
    public static <T> ComboBox<Optional<T>> createOptionalChoice(
            String said, Supplier<List<T>> known, Function<Optional<T>, String> word) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.setConverter(converterFor(word));
        box.setAccessibleText(said);
        box.getItems().add(Optional.empty());
        box.setValue(Optional.empty());
        box.setOnShowing(
                _ -> {
                    List<Optional<T>> now = known.get().stream().map(Optional::of).toList();
                    box.getItems().remove(1, box.getItems().size());
                    box.getItems().addAll(now);
                });
        return box;
    }

    /** Shows each value by its word; for choices that are not typed. */
    public static <T> StringConverter<T> converterFor(Function<T, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
