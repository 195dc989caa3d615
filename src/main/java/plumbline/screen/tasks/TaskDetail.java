package plumbline.screen.tasks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plumbline.plan.TaskEntry;
import plumbline.plan.TaskKind;
import plumbline.plan.TaskState;
import plumbline.screen.parts.Texts;
import plumbline.screen.tasks.TasksViewModel.Row;
import plumbline.words.Words;

/** The task that is looked at. Made once; showing it again fills its fields, so that the keyboard stays where it is. */
final class TaskDetail {
    private final TasksViewModel model;
    private final Words words;
    private final VBox root = new VBox(10);
    private final VBox content = new VBox(10);
    private final Label nothing;
    private final Label title = Texts.heading("");
    private final ComboBox<TaskKind> kind = new ComboBox<>();
    private final ComboBox<TaskState> state = new ComboBox<>();
    private final ComboBox<String> owner = new ComboBox<>();
    private final DatePicker due = new DatePicker();
    private final TextArea note = new TextArea();
    private final VBox entries = new VBox(10);
    private final DatePicker on = new DatePicker();
    private final ObservableValue<Boolean> frozen;
    private Optional<Row> shown = Optional.empty();
    private boolean filling;

    /** @param frozen while true nothing can be changed */
    TaskDetail(TasksViewModel model, Words words, ObservableValue<Boolean> frozen) {
        this.model = model;
        this.words = words;
        this.frozen = frozen;
        this.nothing = Texts.small(words.say("tasks.nothing"));
        Node form = form();
        Node added = newEntry();
        for (Node each : List.of(form, added)) each.disableProperty().bind(frozen);
        content.getChildren().setAll(title, form, Texts.heading(words.say("tasks.entries")), entries, added);
        root.getChildren().setAll(nothing);
    }

    VBox node() {
        return root;
    }

    void show(Optional<Row> row) {
        boolean other = !row.map(Row::id).equals(shown.map(Row::id));
        if (other) leave();
        shown = row;
        Node wanted = row.isPresent() ? content : nothing;
        if (!root.getChildren().equals(List.of(wanted))) root.getChildren().setAll(wanted);
        row.ifPresent(r -> fill(r, other));
    }

    /** A note that was being written goes to the task it was written for. */
    private void leave() {
        if (note.isFocused()) keepNote();
    }

    private void fill(Row row, boolean other) {
        filling = true;
        title.setText(row.task().title());
        kind.setValue(row.task().kind());
        state.setValue(row.state());
        state.setDisable(!row.leaf());
        if (!owner.getItems().equals(model.owners())) owner.getItems().setAll(model.owners());
        owner.setValue(row.owner());
        due.setValue(row.task().due().orElse(null));
        if (other || !note.isFocused()) note.setText(row.task().note());
        if (other) on.setValue(model.today());
        entries.getChildren().clear();
        if (row.task().entries().isEmpty()) entries.getChildren().add(Texts.small(words.say("tasks.entries.none")));
        row.task().entries().forEach(e -> entries.getChildren().add(entry(row.id(), e)));
        filling = false;
    }

    private void with(Consumer<UUID> then) {
        if (!filling) shown.map(Row::id).ifPresent(then);
    }

    private Node form() {
        GridPane form = new GridPane();
        form.getStyleClass().add("inspector-form");
        kind.getItems().setAll(TaskKind.values());
        kind.setConverter(Texts.worded(model::word));
        kind.setOnAction(_ -> with(id -> model.kind(id, kind.getValue())));
        state.getItems().setAll(TaskState.values());
        state.setConverter(Texts.worded(model::word));
        state.setOnAction(_ -> with(id -> model.state(id, state.getValue())));
        owner.setId("task-owner");
        owner.setEditable(true);
        owner.setOnAction(_ -> with(id -> model.owner(id, Optional.ofNullable(owner.getValue()).orElse(""))));
        due.setId("task-due");
        Texts.typed(due);
        due.setOnAction(_ -> with(id -> model.due(id, Optional.ofNullable(due.getValue()))));
        note.setId("task-note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        note.focusedProperty().subscribe((_, focused) -> {
            if (!focused) keepNote();
        });
        add(form, "tasks.column.kind", kind);
        add(form, "tasks.column.state", state);
        add(form, "tasks.column.owner", owner);
        add(form, "tasks.column.due", due);
        add(form, "inspector.note", note);
        return form;
    }

    private void keepNote() {
        shown.filter(r -> !note.getText().equals(r.task().note())).ifPresent(r -> model.note(r.id(), note.getText()));
    }

    private Node entry(UUID task, TaskEntry entry) {
        Label text = new Label(model.entry(entry));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        Button remove = button("tasks.entry.remove", "task-entry-remove", () -> model.removeEntry(task, entry.id()));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.disableProperty().bind(frozen);
        remove.getStyleClass().addAll("flat", "small");
        HBox line = new HBox(6, text, remove);
        HBox.setHgrow(text, Priority.ALWAYS);
        line.getStyleClass().add("step");
        return line;
    }

    private Node newEntry() {
        Texts.typed(on);
        TextField text = field("tasks.entry.text");
        text.setId("task-entry-text");
        TextField name = field("tasks.entry.quantity");
        TextField value = field("tasks.entry.value");
        TextField unit = field("tasks.entry.unit");
        name.setPrefColumnCount(8);
        value.setPrefColumnCount(6);
        unit.setPrefColumnCount(4);
        List<TextField> fields = List.of(text, name, value, unit);
        Label wrong = new Label();
        wrong.getStyleClass().add("field-wrong");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        Runnable add = () -> with(id -> {
            Optional<String> refused = model.addEntry(id, Optional.ofNullable(on.getValue()).orElse(model.today()), text.getText(), name.getText(),
                    value.getText(), unit.getText());
            wrong.setText(refused.orElse(""));
            if (refused.isEmpty()) fields.forEach(TextField::clear);
        });
        fields.forEach(f -> f.setOnAction(_ -> add.run()));
        return new VBox(6, on, text, new HBox(6, name, value, unit), wrong, button("tasks.entry.add", "task-entry-add", add));
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(words.say(key));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private TextField field(String prompt) {
        TextField field = new TextField();
        field.setPromptText(words.say(prompt));
        return field;
    }

    private void add(GridPane form, String key, Region field) {
        field.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(words.say(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        form.addRow(form.getRowCount(), label, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }
}
