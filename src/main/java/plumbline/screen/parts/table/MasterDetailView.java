package plumbline.screen.parts.table;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
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

import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.FocusSwitch;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.SystemClipboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Lines that stand under one another, with tools above and, beside them, what is told of the one
 * that is looked at. Titles are typed in place; tools and keys act on the line that is looked at.
 * What is shown is furnished by the place: title, columns, tools, keys, filters.
 */
public abstract class MasterDetailView<R extends TreeRow> implements ScreenView {
    protected static final KeyCombination NEW =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    protected static final KeyCombination NEW_BELOW =
            new KeyCodeCombination(
                    KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    protected static final KeyCombination INSERT = new KeyCodeCombination(KeyCode.INSERT);
    protected static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
    private static final double INDENT = 20;

    /** Lines that stay in sight above one that is gone to. */
    private static final int LINES_ABOVE = 5;

    private final String id;
    private final MasterDetailModel<R> model;
    private final TreeRows<R, ?> lines;
    private final TableView<R> table = new TableView<>();
    private final TableColumn<R, R> title = new TableColumn<>();
    private final ToolBar tools = new ToolBar();
    private final ToggleButton detailToggle;
    private final BorderPane root = new BorderPane();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final Map<KeyCombination, Runnable> keys = new HashMap<>();
    private final Map<PseudoClass, Predicate<R>> marks = new HashMap<>();
    private Subscription subscriptions = Subscription.EMPTY;
    private Consumer<Optional<UUID>> onSelection = _ -> {};
    private boolean showing;

    /**
     * @param details the word for what stands beside
     */
    protected MasterDetailView(String id, MasterDetailModel<R> model, String details) {
        this.id = id;
        this.model = model;
        this.lines = model.treeRows();
        this.detailToggle = Buttons.createDetailToggle(details, id + "-detail");
    }

    @Override
    public final Node rootNode() {
        return root;
    }

    @Override
    public final Activatable activatable() {
        return lines.activatable();
    }

    @Override
    public final void focusMainControl() {
        revealRow(lines.selectedProperty().get());
        table.requestFocus();
        if (lines.selectedProperty().get().isEmpty()) table.getSelectionModel().selectFirst();
    }

    @Override
    public final void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    /** While true nothing can be changed. */
    protected final ObservableValue<Boolean> frozenProperty() {
        return frozen;
    }

    // how it is furnished

    /**
     * @param state said after the title to those who only hear it
     * @param sign what stands before the title
     */
    protected final void setUpTitleColumn(
            String name,
            double width,
            double least,
            Function<R, String> state,
            Function<R, Node> sign) {
        title.setText(name);
        title.setCellFactory(
                _ ->
                        new TitleCell<>(
                                id + "-editor",
                                TreeRow::title,
                                state,
                                (r, text) -> createTitleLine(r, sign.apply(r), text),
                                (r, typed) -> model.renameRow(r.id(), typed)));
        addTableColumn(title, width, least, Function.identity());
    }

    /** A further column, which shows its values as texts unless it is told otherwise. */
    protected final <T> TableColumn<R, T> addTableColumn(
            String name, double width, double least, Function<R, T> value) {
        return addTableColumn(new TableColumn<>(name), width, least, value);
    }

    private <T> TableColumn<R, T> addTableColumn(
            TableColumn<R, T> column, double width, double least, Function<R, T> value) {
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(value.apply(r.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    /** The style sheets know such lines by this name. */
    protected final void addRowMark(String name, Predicate<R> which) {
        marks.put(PseudoClass.getPseudoClass(name), which);
    }

    /**
     * A tool, and the key for it, for the line that is looked at; nothing happens where there is
     * none.
     */
    protected final void addRowTool(
            String word, String name, KeyCombination key, Consumer<R> action) {
        addTool(word, name, key, () -> selectedRow().ifPresent(row -> applyToRow(row, action)));
    }

    /** Where a line is gone after it, the one that took its place is looked at. */
    private void applyToRow(R row, Consumer<R> action) {
        int at = table.getSelectionModel().getSelectedIndex();
        action.accept(row);
        if (selectedRow().isEmpty()) goToRow(Math.min(at, table.getItems().size() - 1));
    }

    private void addTool(String word, String name, KeyCombination key, Runnable action) {
        Button tool = Buttons.createToolButton(word, name, key, action);
        tool.disableProperty().bind(frozen);
        tools.getItems().add(tool);
        keys.put(key, action);
    }

    /**
     * As {@link #addRowTool}, for what adds a line, beside or below the one that is looked at: its
     * title is typed at once.
     */
    protected final void addInsertTool(
            String word, String name, KeyCombination key, Function<Optional<R>, UUID> add) {
        addTool(word, name, key, () -> startTypingTitle(add.apply(selectedRow())));
    }

    /** A key for what adds a line, instead of what the key did before. */
    protected final void addInsertKey(KeyCombination key, Function<Optional<R>, UUID> add) {
        keys.put(key, () -> startTypingTitle(add.apply(selectedRow())));
    }

    /** A key without a tool. */
    protected final void addRowKey(KeyCode key, Consumer<R> action) {
        keys.put(new KeyCodeCombination(key), () -> selectedRow().ifPresent(action));
    }

    /** What stands between the tools and the switch for the details. */
    protected final void addFilters(Node... filters) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tools.getItems().addAll(filters);
        tools.getItems().addAll(space, detailToggle);
    }

    /**
     * Where there is no line: the sentence that says so, the one where it is for the filter, and a
     * button for the first line.
     */
    protected final void setEmptyPlaceholder(
            String none, String filtered, String word, Function<Optional<R>, UUID> add) {
        Label said = new Label();
        said.setWrapText(true);
        said.setMaxWidth(460);
        lines.filterProperty().subscribe(_ -> said.setText(lines.isFiltered() ? filtered : none));
        Button first =
                Buttons.createActionButton(
                        word,
                        id + "-add-first",
                        () -> startTypingTitle(add.apply(Optional.empty())));
        first.disableProperty().bind(frozen);
        VBox empty = new VBox(12, said, first);
        empty.setPadding(new Insets(24));
        empty.setAlignment(Pos.CENTER);
        table.setPlaceholder(empty);
    }

    /**
     * The last thing to be said: from now on the lines are shown.
     *
     * @param said which keys there are
     * @param detail stands beside
     * @param least its width, at least
     * @param share of the lines, of the whole width
     * @param told what stands beside is filled with that one
     */
    protected final void showWithDetail(
            String said, Region detail, double least, double share, Consumer<Optional<UUID>> told) {
        detail.setPadding(new Insets(12));
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setId(id + "-scroll");
        scroll.setFitToWidth(true);
        scroll.setMinWidth(least);
        MasterDetailPane pane =
                new MasterDetailPane(Side.RIGHT, createTableSide(said), scroll, true);
        pane.setAnimated(false);
        pane.setDividerPosition(share);
        pane.showDetailNodeProperty().bind(detailToggle.selectedProperty());
        FocusSwitch.switchOnF6(pane, table, scroll);
        root.setId(id);
        root.setTop(tools);
        root.setCenter(pane);
        this.onSelection = told;
        subscriptions =
                Subscription.combine(
                        lines.rowsProperty().subscribe(this::showRows),
                        lines.selectedProperty().subscribe(this::revealRow),
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe(this::onRowPicked),
                        lines.frozenProperty().subscribe(f -> frozen.set(f.isPresent())));
    }

    private Node createTableSide(String said) {
        table.setId(id + "-table");
        table.editableProperty().bind(frozen.not());
        table.setFixedCellSize(32);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> new MarkedTableRow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        addStandardKeys();
        Label below = Labels.createSmallLabel(said);
        below.visibleProperty().bind(frozen.not());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(table, below);
        left.getStyleClass().add("grid-side");
        return left;
    }

    private final class MarkedTableRow extends TableRow<R> {
        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            marks.forEach(
                    (mark, which) ->
                            pseudoClassStateChanged(
                                    mark, !empty && row != null && which.test(row)));
        }
    }

    /** The title behind its indent, fold mark and sign. */
    private Node createTitleLine(R row, Node sign, Node text) {
        Button fold = new Button(row.isLeaf() ? "" : row.isFolded() ? "▸" : "▾");
        fold.getStyleClass().add("fold");
        fold.setFocusTraversable(false);
        fold.setDisable(row.isLeaf());
        fold.setOnAction(_ -> model.setFolded(row, !row.isFolded()));
        HBox line = new HBox(6, fold, sign, text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, row.level() * INDENT));
        HBox.setHgrow(text, Priority.ALWAYS);
        return line;
    }

    // what is looked at

    private Optional<R> selectedRow() {
        int at = table.getSelectionModel().getSelectedIndex();
        return at < 0 || at >= table.getItems().size()
                ? Optional.empty()
                : Optional.of(table.getItems().get(at));
    }

    private int indexOfRow(Predicate<R> wanted) {
        return IntStream.range(0, table.getItems().size())
                .filter(i -> wanted.test(table.getItems().get(i)))
                .findFirst()
                .orElse(-1);
    }

    private void showRows(List<R> rows) {
        Optional<Object> before = selectedRow().map(TreeRow::rowKey);
        showing = true;
        replaceRows(rows);
        selectRow(indexOfRow(r -> before.equals(Optional.of(r.rowKey()))));
        showing = false;
        revealRow(lines.selectedProperty().get());
    }

    /**
     * Where the same lines stay, only those that look different are set: what is scrolled to or
     * pressed among the others is left alone.
     */
    private void replaceRows(List<R> rows) {
        List<R> shown = table.getItems();
        boolean same =
                rows.stream()
                        .map(TreeRow::rowKey)
                        .toList()
                        .equals(shown.stream().map(TreeRow::rowKey).toList());
        if (!same) table.getItems().setAll(rows);
        else
            IntStream.range(0, rows.size())
                    .filter(i -> !rows.get(i).equals(shown.get(i)))
                    .forEach(i -> shown.set(i, rows.get(i)));
    }

    private void revealRow(Optional<UUID> wanted) {
        if (showing) return;
        showing = true;
        if (!selectedRow().map(TreeRow::id).equals(wanted))
            goToRow(indexOfRow(r -> wanted.equals(Optional.of(r.id()))));
        showing = false;
        onSelection.accept(wanted);
    }

    private void goToRow(int at) {
        selectRow(at);
        if (at >= 0) table.scrollTo(Math.max(0, at - LINES_ABOVE));
    }

    private void selectRow(int at) {
        if (at < 0) table.getSelectionModel().clearSelection();
        else if (at != table.getSelectionModel().getSelectedIndex())
            table.getSelectionModel().clearAndSelect(at);
    }

    private void onRowPicked(R row) {
        if (!showing && row != null) lines.selectedProperty().set(Optional.of(row.id()));
    }

    /** A line that was just added is gone to, and its title typed. */
    protected final void startTypingTitle(UUID added) {
        Platform.runLater(
                () -> {
                    int at = indexOfRow(r -> r.id().equals(added));
                    if (at < 0) return;
                    table.requestFocus();
                    goToRow(at);
                    table.layout();
                    table.edit(at, title);
                });
    }

    // keys

    private void addStandardKeys() {
        keys.put(
                new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN),
                () -> SystemClipboard.copyText(model.copyText()));
        keys.put(
                new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN),
                () -> selectedRow().ifPresent(r -> model.moveRow(r, -1)));
        keys.put(
                new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN),
                () -> selectedRow().ifPresent(r -> model.moveRow(r, 1)));
        keys.put(new KeyCodeCombination(KeyCode.F4), detailToggle::fire);
        for (KeyCode code : List.of(KeyCode.F2, KeyCode.ENTER))
            keys.put(
                    new KeyCodeCombination(code),
                    () -> table.edit(table.getSelectionModel().getSelectedIndex(), title));
        addRowKey(KeyCode.LEFT, r -> model.setFolded(r, true));
        addRowKey(KeyCode.RIGHT, r -> model.setFolded(r, false));
    }

    private void onKeyPressed(KeyEvent e) {
        if (table.getEditingCell() != null) return;
        keys.entrySet().stream()
                .filter(k -> k.getKey().match(e))
                .findFirst()
                .ifPresent(
                        k -> {
                            k.getValue().run();
                            e.consume();
                        });
    }
}
