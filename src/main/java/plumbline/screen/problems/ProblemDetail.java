package plumbline.screen.problems;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import plumbline.plan.Countermeasure;
import plumbline.plan.Issue;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.DateField;
import plumbline.screen.parts.field.Fields;
import plumbline.screen.problems.ConcernViewModel.Touch;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The problem or countermeasure that is looked at. Made once; showing it again fills its fields, so
 * that the keyboard stays where it is.
 */
final class ProblemDetail {
    private final ConcernViewModel model;
    private final Messages words;
    private final VBox root = new VBox(10);
    private final VBox content = new VBox(10);
    private final Label nothing;
    private final Label kind = Texts.small("");
    private final Label title = Texts.heading("");
    private final TextArea text = new TextArea();
    private final ComboBox<String> lead = new ComboBox<>();
    private final DateField due;
    private final CommitField<UUID> textTyping;
    private final CommitField<UUID> leadTyping;
    private final Fields charge;
    private final LinkPane problems;
    private final LinkPane indicators;
    private final LinkPane tasks;
    private final QuantityPane quantities;
    private Optional<UUID> shown = Optional.empty();
    private boolean filling;

    /**
     * @param frozen while true nothing can be changed
     */
    ProblemDetail(ConcernViewModel model, Messages words, ObservableValue<Boolean> frozen) {
        this.model = model;
        this.words = words;
        this.due = new DateField(words, "problem-due");
        this.textTyping = new CommitField<>(text, model::text, this::keepText);
        this.leadTyping = new CommitField<>(lead, model::lead, model::lead);
        this.charge = charge();
        this.problems = new LinkPane(model, words, Touch.PROBLEM, frozen);
        this.indicators = new LinkPane(model, words, Touch.INDICATOR, frozen);
        this.tasks = new LinkPane(model, words, Touch.TASK, frozen);
        this.quantities = new QuantityPane(model, words, frozen);
        this.nothing = Texts.small(words.sentence("problems.nothing"));
        for (Node each : List.of(charge, problems))
            each.managedProperty().bind(each.visibleProperty());
        charge.disableProperty().bind(frozen);
        text.editableProperty().bind(frozen.map(f -> !f));
        content.getChildren()
                .setAll(kind, title, said(), charge, problems, indicators, tasks, quantities);
        root.getChildren().setAll(nothing);
    }

    VBox node() {
        return root;
    }

    void show(Optional<Issue> concern) {
        boolean other = !concern.map(Issue::id).equals(shown);
        if (other && due.getEditor().isFocused()) due.commitValue();
        shown = concern.map(Issue::id);
        Node wanted = concern.isPresent() ? content : nothing;
        if (!root.getChildren().equals(List.of(wanted))) root.getChildren().setAll(wanted);
        concern.ifPresent(c -> fill(c, other));
    }

    private void fill(Issue concern, boolean other) {
        filling = true;
        kind.setText(model.kind(concern));
        title.setText(concern.title());
        textTyping.show(concern.id());
        boolean measure = concern instanceof Countermeasure;
        charge.setVisible(measure);
        problems.setVisible(measure);
        if (concern instanceof Countermeasure m) {
            leadTyping.show(m.id());
            if (other || !due.refused()) due.show(m.dueDay());
            problems.show(m.id());
        }
        indicators.show(concern.id());
        tasks.show(concern.id());
        quantities.show(concern);
        filling = false;
    }

    private Node said() {
        text.setId("problem-text");
        text.setPrefRowCount(5);
        text.setWrapText(true);
        return new VBox(
                4, Fields.name(words.sentence("problems.text"), text), text, textTyping.wrong());
    }

    private Optional<String> keepText(UUID id, String typed) {
        model.text(id, typed);
        return Optional.empty();
    }

    private Fields charge() {
        lead.setId("problem-lead");
        lead.setEditable(true);
        lead.setOnShowing(_ -> lead.getItems().setAll(model.departments()));
        due.setOnAction(
                _ -> {
                    if (!filling)
                        shown.ifPresent(id -> model.due(id, Optional.ofNullable(due.getValue())));
                });
        return new Fields()
                .row(words.sentence("inspector.lead"), lead, leadTyping.wrong())
                .row(words.sentence("tasks.column.due"), due, due.wrong());
    }
}
