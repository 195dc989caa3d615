package plumbline.screen.problems;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import plumbline.plan.Countermeasure;
import plumbline.plan.Issue;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.DateField;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.problems.IssueViewModel.LinkKind;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The problem or countermeasure that is looked at. Made once; showing it again fills its fields, so
 * that the keyboard stays where it is.
 */
final class ProblemDetail {
    private final IssueViewModel model;
    private final Messages words;
    private final VBox root = new VBox(10);
    private final VBox content = new VBox(10);
    private final Label nothing;
    private final Label kind = Labels.createSmallLabel("");
    private final Label title = Labels.createHeading("");
    private final TextArea text = new TextArea();
    private final ComboBox<String> lead = new ComboBox<>();
    private final DateField due;
    private final CommitField<UUID> textTyping;
    private final CommitField<UUID> leadTyping;
    private final FieldGrid charge;
    private final LinkPane problems;
    private final LinkPane indicators;
    private final LinkPane tasks;
    private final QuantityPane quantities;
    private Optional<UUID> shown = Optional.empty();
    private boolean filling;

    /**
     * @param frozen while true nothing can be changed
     */
    ProblemDetail(IssueViewModel model, Messages words, ObservableValue<Boolean> frozen) {
        this.model = model;
        this.words = words;
        this.due = new DateField(words, "problem-due");
        this.textTyping = new CommitField<>(text, model::findDescription, this::keepText);
        this.leadTyping = new CommitField<>(lead, model::findLeadName, model::setLead);
        this.charge = createChargeFields();
        this.problems = new LinkPane(model, words, LinkKind.PROBLEM, frozen);
        this.indicators = new LinkPane(model, words, LinkKind.INDICATOR, frozen);
        this.tasks = new LinkPane(model, words, LinkKind.TASK, frozen);
        this.quantities = new QuantityPane(model, words, frozen);
        this.nothing = Labels.createSmallLabel(words.sentence("problems.nothing"));
        for (Node each : List.of(charge, problems))
            each.managedProperty().bind(each.visibleProperty());
        charge.disableProperty().bind(frozen);
        text.editableProperty().bind(frozen.map(f -> !f));
        content.getChildren()
                .setAll(
                        kind,
                        title,
                        createDescriptionNode(),
                        charge,
                        problems,
                        indicators,
                        tasks,
                        quantities);
        root.getChildren().setAll(nothing);
    }

    VBox node() {
        return root;
    }

    void showIssue(Optional<Issue> concern) {
        boolean other = !concern.map(Issue::id).equals(shown);
        if (other && due.getEditor().isFocused()) due.commitValue();
        shown = concern.map(Issue::id);
        Node wanted = concern.isPresent() ? content : nothing;
        if (!root.getChildren().equals(List.of(wanted))) root.getChildren().setAll(wanted);
        concern.ifPresent(c -> fillFields(c, other));
    }

    private void fillFields(Issue concern, boolean other) {
        filling = true;
        kind.setText(model.kindName(concern));
        title.setText(concern.title());
        textTyping.showTextOf(concern.id());
        boolean measure = concern instanceof Countermeasure;
        charge.setVisible(measure);
        problems.setVisible(measure);
        if (concern instanceof Countermeasure m) {
            leadTyping.showTextOf(m.id());
            if (other || !due.hasRefusedText()) due.showDay(m.dueDay());
            problems.showIssue(m.id());
        }
        indicators.showIssue(concern.id());
        tasks.showIssue(concern.id());
        quantities.showIssue(concern);
        filling = false;
    }

    private Node createDescriptionNode() {
        text.setId("problem-text");
        text.setPrefRowCount(5);
        text.setWrapText(true);
        return new VBox(
                4,
                FieldGrid.createFieldLabel(words.sentence("problems.text"), text),
                text,
                textTyping.errorLabel());
    }

    private Optional<String> keepText(UUID id, String typed) {
        model.setDescription(id, typed);
        return Optional.empty();
    }

    private FieldGrid createChargeFields() {
        lead.setId("problem-lead");
        lead.setEditable(true);
        lead.setOnShowing(_ -> lead.getItems().setAll(model.departmentNames()));
        due.setOnAction(
                _ -> {
                    if (!filling)
                        shown.ifPresent(
                                id -> model.setDueDay(id, Optional.ofNullable(due.getValue())));
                });
        return new FieldGrid()
                .addField(words.sentence("inspector.lead"), lead, leadTyping.errorLabel())
                .addField(words.sentence("tasks.column.due"), due, due.errorLabel());
    }
}
