package plumbline.screen.parts.field;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Fields under one another, each with its name before it. */
public final class FieldGrid extends GridPane {
    public FieldGrid() {
        getStyleClass().add("fields");
    }

    public FieldGrid addField(String name, Node field) {
        if (field instanceof Region region) region.setMaxWidth(Double.MAX_VALUE);
        addRow(getRowCount(), createTopLabel(name, field), field);
        setHgrow(field, Priority.ALWAYS);
        return this;
    }

    /** With what is to be said of the field below it. */
    public FieldGrid addField(String name, Region field, Label below) {
        field.setMaxWidth(Double.MAX_VALUE);
        VBox both = new VBox(2, field, below);
        addRow(getRowCount(), createTopLabel(name, field), both);
        setHgrow(both, Priority.ALWAYS);
        return this;
    }

    /** A field that means nothing at the moment is not there, and neither is its name. */
    public void showField(Node field, boolean shown) {
        for (Node child : getChildren()) {
            boolean its =
                    child == field || child instanceof Label name && name.getLabelFor() == field;
            if (its) child.setVisible(shown);
            if (its) child.setManaged(shown);
        }
    }

    /** Beside the first line of a field, however tall that grows. */
    private static Label createTopLabel(String name, Node field) {
        Label label = createFieldLabel(name, field);
        setValignment(label, VPos.TOP);
        if (field instanceof Control && !(field instanceof Label) || field instanceof HBox)
            label.getStyleClass().add("field-name");
        return label;
    }

    /** The name of a field, for eyes and for screen readers. */
    public static Label createFieldLabel(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
