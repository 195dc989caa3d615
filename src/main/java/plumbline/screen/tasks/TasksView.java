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
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.table.MasterDetailView;
import plumbline.screen.tasks.TasksViewModel.TaskFilter;
import plumbline.screen.tasks.TasksViewModel.TaskRow;
import plumbline.words.Messages;

import java.util.Optional;
import java.util.function.Function;

/** The task tree with its checklists, and the task that is looked at beside it. */
public final class TasksView extends MasterDetailView<TaskRow> {
    private static final KeyCombination OUTDENT =
            new KeyCodeCombination(KeyCode.TAB, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination INDENT = new KeyCodeCombination(KeyCode.TAB);
    private final TasksViewModel model;
    private final Messages words;

    public TasksView(TasksViewModel model, Messages words) {
        super("tasks", model, words.sentence("shell.details"));
        this.model = model;
        this.words = words;
        createTools();
        addFilters(
                createTextFilter(),
                createStateFilter(),
                createOwnerFilter(),
                createOverdueFilter());
        createColumns();
        addRowMark("top", r -> r.level() == 0);
        addRowMark("overdue", TaskRow::isOverdue);
        addRowMark("done", r -> r.state() == TaskState.DONE);
        setEmptyPlaceholder(
                words.sentence("tasks.empty"),
                words.sentence("tasks.empty.filtered"),
                words.sentence("tasks.add"),
                model::addAfter);
        TaskDetail detail = new TaskDetail(model.taskModel(), words, frozenProperty());
        showWithDetail(
                words.sentence("tasks.keys"),
                detail.node(),
                250,
                0.66,
                id -> detail.showTask(id.flatMap(model::findRow)));
    }

    private void createTools() {
        addInsertTool(words.sentence("tasks.add"), "tasks-add", INSERT, model::addAfter);
        addInsertKey(NEW, model::addAfter);
        addRowTool(
                words.sentence("tasks.addChild"),
                "tasks-add-child",
                NEW_BELOW,
                r -> startTypingTitle(model.addUnder(r)));
        addRowTool(words.sentence("tasks.outdent"), "tasks-outdent", OUTDENT, model::outdentTask);
        addRowTool(words.sentence("tasks.indent"), "tasks-indent", INDENT, model::indentTask);
        addRowTool(words.sentence("tasks.delete"), "tasks-delete", DELETE, model::deleteRow);
        addRowKey(KeyCode.SPACE, model::toggleDone);
    }

    private TextField createTextFilter() {
        TextField text =
                Labels.createTextField(words.sentence("tasks.filter.text"), "tasks-text", 4);
        text.textProperty()
                .subscribe(
                        t ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new TaskFilter(
                                                                f.state(),
                                                                f.owner(),
                                                                f.onlyOverdue(),
                                                                t)));
        return text;
    }

    private ComboBox<Optional<TaskState>> createStateFilter() {
        ComboBox<Optional<TaskState>> state = new ComboBox<>();
        state.getItems().add(Optional.empty());
        for (TaskState s : TaskState.values()) state.getItems().add(Optional.of(s));
        state.setConverter(
                Labels.converterFor(
                        s ->
                                s.<String>map(words::nameOf)
                                        .orElse(words.sentence("tasks.filter.anyState"))));
        state.setAccessibleText(words.sentence("tasks.column.state"));
        state.setValue(Optional.empty());
        state.valueProperty()
                .subscribe(
                        s ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new TaskFilter(
                                                                s,
                                                                f.owner(),
                                                                f.onlyOverdue(),
                                                                f.text())));
        return state;
    }

    private ComboBox<Optional<String>> createOwnerFilter() {
        ComboBox<Optional<String>> owner =
                Labels.createOptionalChoice(
                        words.sentence("tasks.column.owner"),
                        model.taskModel()::ownerNames,
                        o -> o.orElse(words.sentence("tasks.filter.anyOwner")));
        owner.valueProperty()
                .subscribe(
                        o ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new TaskFilter(
                                                                f.state(),
                                                                o == null ? Optional.empty() : o,
                                                                f.onlyOverdue(),
                                                                f.text())));
        return owner;
    }

    private CheckBox createOverdueFilter() {
        CheckBox overdue = new CheckBox(words.sentence("tasks.filter.overdue"));
        overdue.selectedProperty()
                .subscribe(
                        o ->
                                model.treeRows()
                                        .changeFilter(
                                                f ->
                                                        new TaskFilter(
                                                                f.state(), f.owner(), o,
                                                                f.text())));
        return overdue;
    }

    private void createColumns() {
        setUpTitleColumn(
                words.sentence("tasks.column.title"),
                340,
                160,
                r -> words.nameOf(r.state()),
                this::createTickBox);
        createTextColumn(
                "tasks.column.state",
                104,
                r -> r.isOverdue() ? words.sentence("tasks.overdue") : words.nameOf(r.state()));
        createTextColumn("tasks.column.owner", 90, TaskRow::ownerName);
        createTextColumn("tasks.column.due", 132, TaskRow::dueText);
        addTableColumn(words.sentence("tasks.column.progress"), 130, 112, Function.identity())
                .setCellFactory(
                        _ ->
                                new TableCell<>() {
                                    @Override
                                    protected void updateItem(TaskRow row, boolean empty) {
                                        super.updateItem(row, empty);
                                        setGraphic(
                                                empty || row == null || row.isLeaf()
                                                        ? null
                                                        : createProgressBar(row));
                                        setAccessibleText(
                                                empty || row == null
                                                        ? null
                                                        : row.progress().doneLeaves()
                                                                + "/"
                                                                + row.progress().leafCount());
                                    }
                                });
    }

    private void createTextColumn(String key, double width, Function<TaskRow, String> text) {
        addTableColumn(words.sentence(key), width, width * 0.9, text);
    }

    private static Node createProgressBar(TaskRow row) {
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

    private Node createTickBox(TaskRow row) {
        CheckBox tick = new CheckBox();
        tick.setFocusTraversable(false);
        tick.setSelected(row.state() == TaskState.DONE);
        tick.setIndeterminate(
                !row.isLeaf()
                        && row.state() == TaskState.UNDERWAY
                        && row.progress().doneLeaves() > 0);
        tick.disableProperty().bind(frozenProperty());
        tick.setOnAction(_ -> model.toggleDone(row));
        return tick;
    }
}
