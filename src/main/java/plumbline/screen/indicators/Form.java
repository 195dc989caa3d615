package plumbline.screen.indicators;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A small form that opens in place: fields under one another, a sentence for what is wrong, a verb and a way out. Enter takes it, Esc closes it. */
final class Form {
    private final VBox root = new VBox(8);
    private final GridPane fields = new GridPane();
    private final Label wrong = Inspector.wrong();
    private final Button take;

    /** @param done to be run when the form is to close */
    Form(Button take, Button cancel, Runnable done) {
        this.take = take;
        take.setDefaultButton(false);
        cancel.setOnAction(_ -> done.run());
        fields.getStyleClass().add("form");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        fields.getColumnConstraints().addAll(new ColumnConstraints(), rest);
        root.getChildren().addAll(fields, wrong, new FlowPane(8, 6, take, cancel));
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

    Form row(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(Label.USE_PREF_SIZE);
        int row = fields.getRowCount();
        fields.add(label, 0, row);
        fields.add(field, 1, row);
        return this;
    }

    void wrong(Optional<String> sentence) {
        wrong.setText(sentence.orElse(""));
        wrong.setVisible(sentence.isPresent());
    }
}
