package plumbline.screen.tasks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.MasterDetailPane;
import plumbline.plan.TaskState;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Sides;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.TitleCell;
import plumbline.screen.parts.View;
import plumbline.screen.tasks.TasksViewModel.Filter;
import plumbline.screen.tasks.TasksViewModel.Row;
import plumbline.words.Words;

/** The task tree with its checklists, and the task that is looked at beside it. */
public final class TasksView implements View {
    private static final double INDENT = 20;
    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");
    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CHILD = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination INSERT = new KeyCodeCombination(KeyCode.INSERT);
    private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
    private static final KeyCombination OUTDENT = new KeyCodeCombination(KeyCode.TAB, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination INDENTING = new KeyCodeCombination(KeyCode.TAB);
    private static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
    private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    private final TasksViewModel model;
    private final Words words;
    private final TableView<Row> table = new TableView<>();
    private final TableColumn<Row, Row> title = new TableColumn<>();
    private final TaskDetail detail;
    private final ToggleButton aside;
    private final BorderPane root = new BorderPane();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final Subscription subscriptions;
    private boolean showing;

    public TasksView(TasksViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.detail = new TaskDetail(model, words, frozen);
        this.aside = Buttons.aside(words.say("shell.details"), "tasks-detail");
        root.setId("tasks");
        root.setTop(tools());
        root.setCenter(middle());
        subscriptions = Subscription.combine(model.rows().subscribe(this::show), model.selected().subscribe(this::reveal),
                table.getSelectionModel().selectedItemProperty().subscribe(this::picked), model.frozen().subscribe(f -> frozen.set(f.isPresent())));
    }

    @Override public Node node() {
        return root;
    }

    @Override public void rest() {
        model.seen().rest();
    }

    @Override public void wake() {
        model.seen().wake();
    }

    @Override public void focus() {
        reveal(model.selected().get());
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) table.getSelectionModel().selectFirst();
    }

    @Override public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node middle() {
        detail.node().setPadding(new Insets(12));
        ScrollPane scroll = new ScrollPane(detail.node());
        scroll.setFitToWidth(true);
        scroll.setMinWidth(250);
        MasterDetailPane pane = new MasterDetailPane(Side.RIGHT, left(), scroll, true);
        pane.setAnimated(false);
        pane.setDividerPosition(0.66);
        pane.showDetailNodeProperty().bind(aside.selectedProperty());
        Sides.between(pane, table, scroll);
        return pane;
    }

    private Node tools() {
        TextField text = new TextField();
        text.setId("tasks-text");
        text.setPromptText(words.say("tasks.filter.text"));
        text.setAccessibleText(words.say("tasks.filter.text"));
        text.setPrefColumnCount(4);
        text.textProperty().subscribe(t -> filter(f -> new Filter(f.state(), f.owner(), f.overdue(), t)));
        ComboBox<Optional<TaskState>> state = new ComboBox<>();
        state.getItems().add(Optional.empty());
        for (TaskState s : TaskState.values()) state.getItems().add(Optional.of(s));
        state.setConverter(Texts.worded(s -> s.map(model::word).orElse(words.say("tasks.filter.anyState"))));
        state.setValue(Optional.empty());
        state.valueProperty().subscribe(s -> filter(f -> new Filter(s, f.owner(), f.overdue(), f.text())));
        ComboBox<Optional<String>> owner = new ComboBox<>();
        owner.setConverter(Texts.worded(o -> o.orElse(words.say("tasks.filter.anyOwner"))));
        owner.getItems().add(Optional.empty());
        owner.setOnShowing(_ -> {
            List<Optional<String>> known = model.owners().stream().map(Optional::of).toList();
            owner.getItems().remove(1, owner.getItems().size());
            owner.getItems().addAll(known);
        });
        owner.setValue(Optional.empty());
        owner.valueProperty().subscribe(o -> filter(f -> new Filter(f.state(), o == null ? Optional.empty() : o, f.overdue(), f.text())));
        state.setAccessibleText(words.say("tasks.column.state"));
        owner.setAccessibleText(words.say("tasks.column.owner"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CheckBox overdue = new CheckBox(words.say("tasks.filter.overdue"));
        overdue.selectedProperty().subscribe(o -> filter(f -> new Filter(f.state(), f.owner(), o, f.text())));
        ToolBar tools = new ToolBar(tool("tasks.add", "tasks-add", INSERT, () -> beginTitle(model.addAfter(model.selected().get()))),
                tool("tasks.addChild", "tasks-add-child", CHILD, () -> model.selected().get().ifPresent(id -> beginTitle(model.addUnder(id)))),
                tool("tasks.outdent", "tasks-outdent", OUTDENT, () -> model.selected().get().ifPresent(model::outdent)),
                tool("tasks.indent", "tasks-indent", INDENTING, () -> model.selected().get().ifPresent(model::indent)),
                tool("tasks.delete", "tasks-delete", DELETE, () -> model.selected().get().ifPresent(model::delete)), text, state, owner, overdue, space, aside);
        tools.getItems().stream().filter(Button.class::isInstance).forEach(b -> b.disableProperty().bind(frozen));
        return tools;
    }

    private void filter(UnaryOperator<Filter> change) {
        model.filter().set(change.apply(model.filter().get()));
    }

    private Button tool(String key, String id, KeyCombination keys, Runnable action) {
        return Buttons.tool(words.say(key), id, keys, action);
    }

    private Node left() {
        table.setId("tasks-table");
        table.editableProperty().bind(frozen.not());
        table.setFixedCellSize(32);
        title.setText(words.say("tasks.column.title"));
        title.setCellFactory(_ -> new TitleCell<>("task-editor", r -> r.task().title(), r -> model.word(r.state()), this::line, (r, typed) -> model.rename(r.id(), typed)));
        title.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue()));
        title.setPrefWidth(340);
        title.setMinWidth(160);
        table.getColumns().add(title);
        column("tasks.column.state", 104, r -> r.overdue() ? words.say("tasks.overdue") : model.word(r.state()));
        column("tasks.column.owner", 90, Row::owner);
        column("tasks.column.due", 132, Row::due);
        progress();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().forEach(c -> c.setSortable(false));
        table.setRowFactory(_ -> new TaskRow());
        Label none = new Label();
        model.filter().subscribe(f -> none.setText(words.say(f.equals(Filter.NONE) ? "tasks.empty" : "tasks.empty.filtered")));
        VBox empty = new VBox(12, none,
                Buttons.verb(words.say("tasks.add"), "tasks-add-first", () -> beginTitle(model.addAfter(Optional.empty()))));
        empty.setAlignment(Pos.CENTER);
        table.setPlaceholder(empty);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label keys = Texts.small(words.say("tasks.keys"));
        keys.visibleProperty().bind(frozen.not());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(table, keys);
        left.getStyleClass().add("grid-side");
        return left;
    }

    private void column(String key, double width, Function<Row, String> text) {
        TableColumn<Row, String> column = new TableColumn<>(words.say(key));
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(text.apply(r.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.9);
        table.getColumns().add(column);
    }

    private void progress() {
        TableColumn<Row, Row> column = new TableColumn<>(words.say("tasks.column.progress"));
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null || row.leaf() ? null : bar(row));
                setAccessibleText(empty || row == null ? null : row.progress().done() + "/" + row.progress().leaves());
            }
        });
        column.setPrefWidth(130);
        column.setMinWidth(112);
        table.getColumns().add(column);
    }

    private static Node bar(Row row) {
        int leaves = row.progress().leaves();
        ProgressBar bar = new ProgressBar(leaves == 0 ? 0 : (double) row.progress().done() / leaves);
        bar.setPrefWidth(60);
        bar.getStyleClass().add("slim");
        Label count = new Label(row.progress().done() + "/" + leaves);
        count.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = new HBox(6, bar, count);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static final class TaskRow extends TableRow<Row> {
        @Override protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(OVERDUE, !empty && row != null && row.overdue());
            pseudoClassStateChanged(TOP, !empty && row != null && row.task().level() == 0);
            pseudoClassStateChanged(DONE, !empty && row != null && row.state() == TaskState.DONE);
        }
    }

    /** The title behind its indent, fold mark and tick. */
    private Node line(Row row, Node text) {
        Button fold = new Button(row.leaf() ? "" : row.folded() ? "▸" : "▾");
        fold.getStyleClass().add("fold");
        fold.setFocusTraversable(false);
        fold.setDisable(row.leaf());
        fold.setOnAction(_ -> model.fold(row.id(), !row.folded()));
        CheckBox tick = new CheckBox();
        tick.setFocusTraversable(false);
        tick.setSelected(row.state() == TaskState.DONE);
        tick.setIndeterminate(!row.leaf() && row.state() == TaskState.UNDERWAY && row.progress().done() > 0);
        tick.disableProperty().bind(frozen);
        tick.setOnAction(_ -> model.tick(row.id()));
        HBox line = new HBox(4, fold, tick, text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, row.task().level() * INDENT));
        HBox.setHgrow(text, Priority.ALWAYS);
        return line;
    }

    private void show(List<Row> rows) {
        showing = true;
        boolean same = table.getItems().stream().map(Row::id).toList().equals(rows.stream().map(Row::id).toList());
        if (same) {
            for (int i = 0; i < rows.size(); i++) if (!rows.get(i).equals(table.getItems().get(i))) table.getItems().set(i, rows.get(i));
        } else {
            table.getItems().setAll(rows);
        }
        showing = false;
        reveal(model.selected().get());
        model.selected().get().ifPresentOrElse(this::detail, this::noDetail);
    }

    private void reveal(Optional<UUID> id) {
        if (showing) return;
        showing = true;
        id.ifPresent(wanted -> {
            for (int i = 0; i < table.getItems().size(); i++) {
                if (!table.getItems().get(i).id().equals(wanted)) continue;
                if (table.getSelectionModel().getSelectedIndex() != i) {
                    table.getSelectionModel().clearAndSelect(i);
                    table.scrollTo(Math.max(0, i - 5));
                }
            }
        });
        showing = false;
        id.ifPresentOrElse(this::detail, this::noDetail);
    }

    private void picked(Row row) {
        if (!showing && row != null) model.selected().set(Optional.of(row.id()));
    }

    private void pressed(KeyEvent e) {
        if (table.getEditingCell() != null) return;
        Optional<UUID> selected = model.selected().get();
        boolean answered = true;
        if (COPY.match(e)) copy();
        else if (CHILD.match(e)) selected.ifPresent(id -> beginTitle(model.addUnder(id)));
        else if (NEW.match(e) || e.getCode() == KeyCode.INSERT) beginTitle(model.addAfter(selected));
        else if (UP.match(e)) selected.ifPresent(id -> model.move(id, -1));
        else if (DOWN.match(e)) selected.ifPresent(id -> model.move(id, 1));
        else if (e.isShortcutDown() || e.isAltDown()) answered = false;
        else answered = plain(e, selected);
        if (answered) e.consume();
    }

    private boolean plain(KeyEvent e, Optional<UUID> selected) {
        switch (e.getCode()) {
            case F4 -> aside.fire();
            case F2, ENTER -> table.edit(table.getSelectionModel().getSelectedIndex(), title);
            case SPACE -> selected.ifPresent(model::tick);
            case TAB -> selected.ifPresent(id -> {
                if (e.isShiftDown()) model.outdent(id);
                else model.indent(id);
            });
            case DELETE -> selected.ifPresent(model::delete);
            case LEFT -> selected.ifPresent(id -> model.fold(id, true));
            case RIGHT -> selected.ifPresent(id -> model.fold(id, false));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copy());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void beginTitle(UUID id) {
        Platform.runLater(() -> {
            for (int i = 0; i < table.getItems().size(); i++) {
                if (!table.getItems().get(i).id().equals(id)) continue;
                table.requestFocus();
                table.scrollTo(i);
                table.layout();
                table.getSelectionModel().clearAndSelect(i);
                table.edit(i, title);
            }
        });
    }

    private void noDetail() {
        detail.show(Optional.empty());
    }

    private void detail(UUID id) {
        detail.show(model.row(id));
    }
}
