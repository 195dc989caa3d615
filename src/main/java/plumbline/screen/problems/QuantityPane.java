package plumbline.screen.problems;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import plumbline.plan.Issue;
import plumbline.plan.Quantity;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.field.QuantityText;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The quantities told in a problem or a countermeasure; pressing one puts it into the form below.
 */
final class QuantityPane extends VBox {
    private final IssueViewModel model;
    private final Messages words;
    private final ObservableValue<Boolean> frozen;
    private final VBox lines = new VBox(2);
    private final TextField name;
    private final TextField value;
    private final TextField unit;
    private final TextField before;
    private final TextField period;
    private final Label wrong = Labels.createErrorLabel();
    private final Button take;
    private final Button cancel;
    private Optional<UUID> whose = Optional.empty();
    private Optional<Quantity> changing = Optional.empty();

    QuantityPane(IssueViewModel model, Messages words, ObservableValue<Boolean> frozen) {
        super(6);
        this.model = model;
        this.words = words;
        this.frozen = frozen;
        name = createField("tasks.entry.quantity", "problem-quantity", 12);
        value = createField("tasks.entry.value", "problem-value", 6);
        unit = createField("tasks.entry.unit", "problem-unit", 4);
        before = createField("problems.quantity.before", "problem-before", 6);
        period = createField("problems.quantity.period", "problem-period", 6);
        take = Buttons.createActionButton("", "problem-quantity-take", this::saveTyped);
        cancel =
                Buttons.createActionButton(
                        words.sentence("problems.quantity.cancel"),
                        "problem-quantity-cancel",
                        () -> fillFields(Optional.empty()));
        cancel.managedProperty().bind(cancel.visibleProperty());
        Label head = new Label(words.sentence("problems.quantities"));
        head.getStyleClass().add("step-name");
        getChildren().setAll(head, lines, createForm());
        fillFields(Optional.empty());
    }

    private Node createForm() {
        VBox form =
                new VBox(
                        6,
                        name,
                        new HBox(6, value, unit),
                        new HBox(6, before, period),
                        wrong,
                        new HBox(6, take, cancel));
        form.disableProperty().bind(frozen);
        return form;
    }

    private TextField createField(String prompt, String id, int columns) {
        TextField field = Labels.createTextField(words.sentence(prompt), id, columns);
        field.setOnAction(_ -> saveTyped());
        field.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) fillFields(Optional.empty());
                });
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    void showIssue(Issue concern) {
        boolean other = !whose.equals(Optional.of(concern.id()));
        whose = Optional.of(concern.id());
        if (other || changing.filter(q -> !concern.quantities().contains(q)).isPresent())
            fillFields(Optional.empty());
        lines.getChildren()
                .setAll(concern.quantities().stream().map(this::createQuantityLine).toList());
    }

    private Node createQuantityLine(Quantity quantity) {
        Label said = new Label(model.quantityText(quantity));
        said.setWrapText(true);
        LinkRow leading =
                new LinkRow(
                        new VBox(said),
                        () -> {
                            if (!frozen.getValue()) fillFields(Optional.of(quantity));
                        });
        leading.setAccessibleText(said.getText());
        HBox.setHgrow(leading, Priority.ALWAYS);
        Button remove =
                Buttons.createIconButton(
                        Feather.X,
                        words.sentence("problems.quantity.remove", quantity.name()),
                        "problem-quantity-remove",
                        () -> {
                            name.requestFocus();
                            whose.ifPresent(id -> model.removeQuantity(id, quantity));
                        });
        remove.disableProperty().bind(frozen);
        HBox line = new HBox(4, leading, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fillFields(Optional<Quantity> quantity) {
        changing = quantity;
        QuantityText typed = quantity.map(model::toQuantityText).orElse(QuantityText.BLANK);
        List<TextField> fields = List.of(name, value, unit, before, period);
        List<String> texts =
                List.of(typed.name(), typed.value(), typed.unit(), typed.before(), typed.period());
        for (int i = 0; i < fields.size(); i++) fields.get(i).setText(texts.get(i));
        wrong.setText("");
        take.setText(
                words.sentence(
                        quantity.isPresent()
                                ? "problems.quantity.change"
                                : "problems.quantity.add"));
        cancel.setVisible(quantity.isPresent());
        if (quantity.isPresent()) value.requestFocus();
    }

    private void saveTyped() {
        QuantityText typed =
                new QuantityText(
                        name.getText(),
                        value.getText(),
                        unit.getText(),
                        before.getText(),
                        period.getText());
        whose.ifPresent(
                id -> {
                    Optional<String> refused = model.saveQuantity(id, changing, typed);
                    if (refused.isEmpty()) fillFields(Optional.empty());
                    wrong.setText(refused.orElse(""));
                });
    }
}
