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
import plumbline.screen.parts.ScrollIntoView;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.Fields;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A small form that opens in place: fields under one another, a sentence for what is wrong, a verb
 * and a way out. Enter takes it, Esc closes it.
 */
final class Form {
    private static final double TWO_LINES = 40;
    private final VBox root = new VBox(8);
    private final Fields fields = new Fields();
    private final Label wrong = Texts.wrong();

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
    Form(String verb, String id, Supplier<Optional<String>> taking, String cancel, Runnable done) {
        this.take =
                Buttons.verb(
                        verb,
                        id,
                        () -> {
                            wrong.setText(taking.get().orElse(""));
                            ScrollIntoView.bring(root);
                        });
        take.getStyleClass().add("accent");
        said.setMinHeight(TWO_LINES);
        root.getChildren()
                .addAll(
                        fields,
                        new FlowPane(8, 6, take, Buttons.verb(cancel, id + "-cancel", done)),
                        said);
        ScrollIntoView.bring(root);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(e, done));
    }

    private void pressed(KeyEvent e, Runnable done) {
        if (e.getCode() == KeyCode.ESCAPE) done.run();
        else if (e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof Button)) take.fire();
        else return;
        e.consume();
    }

    Node node() {
        return root;
    }

    /** With what is to be said of the field, which stands below the buttons. */
    Form row(String name, Region field, Label wrongly) {
        said.getChildren().addFirst(wrongly);
        return row(name, field);
    }

    Form row(String name, Node field) {
        fields.row(name, field);
        changing(field);
        return this;
    }

    /** What was said of the fields holds no longer once one of them is changed. */
    private void changing(Node field) {
        switch (field) {
            case TextInputControl text ->
                    text.textProperty().subscribe((_, _) -> wrong.setText(""));
            case ComboBoxBase<?> choice ->
                    choice.valueProperty().subscribe((_, _) -> wrong.setText(""));
            default -> {}
        }
    }
}
