package plumbline.screen.indicators.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScrollIntoView;
import plumbline.screen.parts.field.FieldGrid;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A small form that opens in place: fields under one another, a sentence for what is wrong, a verb
 * and a way out. Enter takes it, Esc closes it.
 */
final class InlineForm {
    private static final double TWO_LINES = 40;
    private final VBox root = new VBox(8);
    private final FieldGrid fields = new FieldGrid();
    private final Label wrong = Labels.createErrorLabel();

    /**
     * Below the buttons, in a room of its own: what is said moves nothing from under the pointer.
     */
    private final VBox said = new VBox(2, wrong);

    private final Button take;

    /**
     * @param verb the word of the button that takes it, and its id
     * @param taking takes what the fields hold; answers what is wrong with it
     * @param cancel the word of the way out
     * @param done to be run when the form is to close
     */
    InlineForm(
            String verb,
            String id,
            Supplier<Optional<String>> taking,
            String cancel,
            Runnable done) {
        this.take =
                Buttons.createActionButton(
                        verb,
                        id,
                        () -> {
                            wrong.setText(taking.get().orElse(""));
                            ScrollIntoView.scrollIntoView(root);
                        });
        take.getStyleClass().add("accent");
        said.setMinHeight(TWO_LINES);
        root.getChildren()
                .addAll(
                        fields,
                        new FlowPane(
                                8,
                                6,
                                take,
                                Buttons.createActionButton(cancel, id + "-cancel", done)),
                        said);
        ScrollIntoView.scrollIntoView(root);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> onKeyPressed(e, done));
    }

    private void onKeyPressed(KeyEvent e, Runnable done) {
        if (e.getCode() == KeyCode.ESCAPE) done.run();
        else if (e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof Button)) take.fire();
        else return;
        e.consume();
    }

    Node rootNode() {
        return root;
    }

    /** With what is to be said of the field, which stands below the buttons. */
    InlineForm addField(String name, Region field, Label wrongly) {
        said.getChildren().addFirst(wrongly);
        return addField(name, field);
    }

    InlineForm addField(String name, Node field) {
        fields.addField(name, field);
        clearErrorOnChange(field);
        return this;
    }

    /** What was said of the fields holds no longer once one of them is changed. */
    private void clearErrorOnChange(Node field) {
        switch (field) {
            case TextInputControl text ->
                    text.textProperty().subscribe((_, _) -> wrong.setText(""));
            case ComboBoxBase<?> choice ->
                    choice.valueProperty().subscribe((_, _) -> wrong.setText(""));
            default -> {}
        }
    }
}
