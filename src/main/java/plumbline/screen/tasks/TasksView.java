package plumbline.screen.tasks;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

import plumbline.plan.TaskState;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.table.MasterDetailView;
import plumbline.screen.tasks.TasksViewModel.Filter;
import plumbline.screen.tasks.TasksViewModel.Row;
import plumbline.words.Messages;

import java.util.Optional;
import java.util.function.Function;

/** The task tree with its checklists, and the task that is looked at beside it. */
public final class TasksView extends MasterDetailView<Row> {
    private static final KeyCombination OUTDENT =
            new KeyCodeCombination(KeyCode.TAB, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination INDENT = new KeyCodeCombination(KeyCode.TAB);
    private final TasksViewModel model;
    private final Messages words;

    public TasksView(TasksViewModel model, Messages words) {
        super("tasks", model, words.sentence("shell.details"));
        this.model = model;
        this.words = words;
        tools();
        filters(text(), state(), owner(), overdue());
        columns();
        mark("top", r -> r.level() == 0);
        mark("overdue", Row::overdue);
        mark("done", r -> r.state() == TaskState.DONE);
        empty(
                words.sentence("tasks.empty"),
                words.sentence("tasks.empty.filtered"),
                words.sentence("tasks.add"),
                model::addAfter);
        TaskDetail detail = new TaskDetail(model.task(), words, frozen());
        show(
                words.sentence("tasks.keys"),
                detail.node(),
                250,
                0.66,
                id -> detail.show(id.flatMap(model::row)));
    }

    private void tools() {
        adding(words.sentence("tasks.add"), "tasks-add", INSERT, model::addAfter);
        adding(NEW, model::addAfter);
        tool(
                words.sentence("tasks.addChild"),
                "tasks-add-child",
                NEW_BELOW,
                r -> begin(model.addUnder(r)));
        tool(words.sentence("tasks.outdent"), "tasks-outdent", OUTDENT, model::outdent);
        tool(words.sentence("tasks.indent"), "tasks-indent", INDENT, model::indent);
        tool(words.sentence("tasks.delete"), "tasks-delete", DELETE, model::delete);
        key(KeyCode.SPACE, model::tick);
    }

    private TextField text() {
        TextField text = Texts.field(words.sentence("tasks.filter.text"), "tasks-text", 4);
        text.textProperty()
                .subscribe(
                        t ->
                                model.lines()
                                        .filter(
                                                f ->
                                                        new Filter(
                                                                f.state(),
                                                                f.owner(),
                                                                f.overdue(),
                                                                t)));
        return text;
    }

    private ComboBox<Optional<TaskState>> state() {
        ComboBox<Optional<TaskState>> state = new ComboBox<>();
        state.getItems().add(Optional.empty());
        for (TaskState s : TaskState.values()) state.getItems().add(Optional.of(s));
        state.setConverter(
                Texts.worded(
                        s ->
                                s.<String>map(words::nameOf)
                                        .orElse(words.sentence("tasks.filter.anyState"))));
        state.setAccessibleText(words.sentence("tasks.column.state"));
        state.setValue(Optional.empty());
        state.valueProperty()
                .subscribe(
                        s ->
                                model.lines()
                                        .filter(
                                                f ->
                                                        new Filter(
                                                                s,
                                                                f.owner(),
                                                                f.overdue(),
                                                                f.text())));
        return state;
    }

    private ComboBox<Optional<String>> owner() {
        ComboBox<Optional<String>> owner =
                Texts.anyOf(
                        words.sentence("tasks.column.owner"),
                        model.task()::owners,
                        o -> o.orElse(words.sentence("tasks.filter.anyOwner")));
        owner.valueProperty()
                .subscribe(
                        o ->
                                model.lines()
                                        .filter(
                                                f ->
                                                        new Filter(
                                                                f.state(),
                                                                o == null ? Optional.empty() : o,
                                                                f.overdue(),
                                                                f.text())));
        return owner;
    }

    private CheckBox overdue() {
        CheckBox overdue = new CheckBox(words.sentence("tasks.filter.overdue"));
        overdue.selectedProperty()
                .subscribe(
                        o ->
                                model.lines()
                                        .filter(
                                                f ->
                                                        new Filter(
                                                                f.state(), f.owner(), o,
                                                                f.text())));
        return overdue;
    }

    private void columns() {
        title(
                words.sentence("tasks.column.title"),
                340,
                160,
                r -> words.nameOf(r.state()),
                this::tick);
        text(
                "tasks.column.state",
                104,
                r -> r.overdue() ? words.sentence("tasks.overdue") : words.nameOf(r.state()));
        text("tasks.column.owner", 90, Row::owner);
        text("tasks.column.due", 132, Row::due);
        column(words.sentence("tasks.column.progress"), 130, 112, Function.identity())
                .setCellFactory(
                        _ ->
                                new TableCell<>() {
                                    @Override
                                    protected void updateItem(Row row, boolean empty) {
                                        super.updateItem(row, empty);
                                        setGraphic(
                                                empty || row == null || row.leaf()
                                                        ? null
                                                        : bar(row));
                                        setAccessibleText(
                                                empty || row == null
                                                        ? null
                                                        : row.progress().doneLeaves()
                                                                + "/"
                                                                + row.progress().leafCount());
                                    }
                                });
    }

    private void text(String key, double width, Function<Row, String> text) {
        column(words.sentence(key), width, width * 0.9, text);
    }

    private static Node bar(Row row) {
        int leaves = row.progress().leafCount();
        ProgressBar bar =
                new ProgressBar(leaves == 0 ? 0 : (double) row.progress().doneLeaves() / leaves);
        bar.setPrefWidth(60);
        bar.getStyleClass().add("slim");
        Label count = new Label(row.progress().doneLeaves() + "/" + leaves);
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = new HBox(6, bar, count);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node tick(Row row) {
        CheckBox tick = new CheckBox();
        tick.setFocusTraversable(false);
        tick.setSelected(row.state() == TaskState.DONE);
        tick.setIndeterminate(
                !row.leaf()
                        && row.state() == TaskState.UNDERWAY
                        && row.progress().doneLeaves() > 0);
        tick.disableProperty().bind(frozen());
        tick.setOnAction(_ -> model.tick(row));
        return tick;
    }
}
