package plumbline.screen.tasks;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.field.CommitField;
import plumbline.screen.parts.field.DateField;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.tasks.TasksViewModel.TaskRow;
import plumbline.words.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The task that is looked at. Made once; showing it again fills its fields, so that the keyboard
 * stays where it is.
 */
final class TaskDetail {
    private final TaskViewModel model;
    private final Messages words;
    private final VBox root = new VBox(10);
    private final VBox content = new VBox(10);
    private final Label nothing;
    private final Label title = Labels.createHeading("");
    private final ComboBox<TaskKind> kind = new ComboBox<>();
    private final ComboBox<TaskState> state = new ComboBox<>();
    private final ComboBox<String> owner = new ComboBox<>();
    private final DateField due;
    private final TextArea note = new TextArea();
    private final CommitField<UUID> ownerTyping;
    private final CommitField<UUID> noteTyping;
    private final VBox entries = new VBox(10);
    private final DateField on;
    private final ObservableValue<Boolean> frozen;
    private Optional<TaskRow> shown = Optional.empty();
    private boolean filling;

    /**
     * @param frozen while true nothing can be changed
     */
    TaskDetail(TaskViewModel model, Messages words, ObservableValue<Boolean> frozen) {
        this.model = model;
        this.words = words;
        this.frozen = frozen;
        this.due = new DateField(words, "task-due");
        this.on = new DateField(words, "task-entry-on");
        this.ownerTyping = new CommitField<>(owner, model::findOwnerName, model::setOwner);
        this.noteTyping = new CommitField<>(note, model::findNote, this::keepNote);
        this.nothing = Labels.createSmallLabel(words.sentence("tasks.nothing"));
        Node form = createForm();
        Node added = createNewEntryForm();
        for (Node each : List.of(form, added)) each.disableProperty().bind(frozen);
        content.getChildren()
                .setAll(
                        title,
                        form,
                        Labels.createHeading(words.sentence("tasks.entries")),
                        entries,
                        added);
        root.getChildren().setAll(nothing);
    }

    VBox node() {
        return root;
    }

    void showTask(Optional<TaskRow> row) {
        boolean other = !row.map(TaskRow::id).equals(shown.map(TaskRow::id));
        if (other && due.getEditor().isFocused()) due.commitValue();
        shown = row;
        Node wanted = row.isPresent() ? content : nothing;
        if (!root.getChildren().equals(List.of(wanted))) root.getChildren().setAll(wanted);
        row.ifPresent(r -> fillFields(r, other));
    }

    private void fillFields(TaskRow row, boolean other) {
        filling = true;
        title.setText(row.task().title());
        kind.setValue(row.task().kind());
        state.setValue(row.state());
        state.setDisable(!row.isLeaf());
        ownerTyping.showTextOf(row.id());
        noteTyping.showTextOf(row.id());
        if (other || !due.hasRefusedText()) due.showDay(row.task().dueDay());
        if (other) on.showDay(Optional.of(model.today()));
        entries.getChildren().clear();
        if (row.task().entries().isEmpty())
            entries.getChildren()
                    .add(Labels.createSmallLabel(words.sentence("tasks.entries.none")));
        row.task().entries().forEach(e -> entries.getChildren().add(createEntryNode(row.id(), e)));
        filling = false;
    }

    private void withShownTask(Consumer<UUID> then) {
        if (!filling) shown.map(TaskRow::id).ifPresent(then);
    }

    private Node createForm() {
        kind.getItems().setAll(TaskKind.values());
        kind.setConverter(Labels.converterFor(model::constantName));
        kind.setOnAction(_ -> withShownTask(id -> model.setKind(id, kind.getValue())));
        state.getItems().setAll(TaskState.values());
        state.setConverter(Labels.converterFor(model::constantName));
        state.setOnAction(_ -> withShownTask(id -> model.setState(id, state.getValue())));
        owner.setId("task-owner");
        owner.setEditable(true);
        owner.setOnShowing(_ -> owner.getItems().setAll(model.ownerNames()));
        due.setOnAction(
                _ -> withShownTask(id -> model.setDueDay(id, Optional.ofNullable(due.getValue()))));
        note.setId("task-note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        return new FieldGrid()
                .addField(words.sentence("tasks.column.kind"), kind)
                .addField(words.sentence("tasks.column.state"), state)
                .addField(words.sentence("tasks.column.owner"), owner, ownerTyping.errorLabel())
                .addField(words.sentence("tasks.column.due"), due, due.errorLabel())
                .addField(words.sentence("inspector.note"), note, noteTyping.errorLabel());
    }

    private Optional<String> keepNote(UUID task, String text) {
        model.setNote(task, text);
        return Optional.empty();
    }

    private Node createEntryNode(UUID task, TaskEntry entry) {
        Label text = new Label(model.entryText(entry));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        Button remove =
                Buttons.createActionButton(
                        words.sentence("tasks.entry.remove"),
                        "task-entry-remove",
                        () -> model.removeEntry(task, entry.id()));
        remove.disableProperty().bind(frozen);
        remove.getStyleClass().addAll("flat", "small");
        HBox line = new HBox(6, text, remove);
        HBox.setHgrow(text, Priority.ALWAYS);
        line.getStyleClass().add("step");
        return line;
    }

    private Node createNewEntryForm() {
        on.setAccessibleText(words.sentence("tasks.entries"));
        TextField text =
                Labels.createTextField(
                        words.sentence("tasks.entry.text"),
                        "task-entry-text",
                        TextField.DEFAULT_PREF_COLUMN_COUNT);
        TextField name =
                Labels.createTextField(
                        words.sentence("tasks.entry.quantity"), "task-entry-name", 8);
        TextField value =
                Labels.createTextField(words.sentence("tasks.entry.value"), "task-entry-value", 6);
        TextField unit =
                Labels.createTextField(words.sentence("tasks.entry.unit"), "task-entry-unit", 4);
        List<TextField> fields = List.of(text, name, value, unit);
        Label wrong = Labels.createErrorLabel();
        Runnable add =
                () ->
                        withShownTask(
                                id -> {
                                    LocalDate day = on.committedDay().orElse(model.today());
                                    if (on.hasRefusedText()) return;
                                    Optional<String> refused =
                                            model.addEntry(
                                                    id,
                                                    day,
                                                    text.getText(),
                                                    name.getText(),
                                                    value.getText(),
                                                    unit.getText());
                                    wrong.setText(refused.orElse(""));
                                    if (refused.isEmpty()) fields.forEach(TextField::clear);
                                });
        fields.forEach(f -> f.setOnAction(_ -> add.run()));
        return new VBox(
                6,
                on,
                on.errorLabel(),
                text,
                new HBox(6, name, value, unit),
                wrong,
                Buttons.createActionButton(
                        words.sentence("tasks.entry.add"), "task-entry-add", add));
    }
}
