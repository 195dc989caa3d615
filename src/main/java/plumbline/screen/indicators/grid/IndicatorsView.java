package plumbline.screen.indicators.grid;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Skin;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import plumbline.screen.indicators.grid.Column.Field;
import plumbline.screen.indicators.grid.Column.Figures;
import plumbline.screen.indicators.grid.Column.Of;
import plumbline.screen.indicators.grid.GridKeys.At;
import plumbline.screen.indicators.grid.IndicatorsViewModel.Head;
import plumbline.screen.indicators.grid.IndicatorsViewModel.Place;
import plumbline.screen.indicators.inspector.Inspector;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.FocusSwitch;
import plumbline.screen.parts.View;
import plumbline.screen.parts.table.FrozenColumns;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The grid of indicators, typed in like a spreadsheet, and the inspector beside it. */
public final class IndicatorsView implements View {
    private static final double NARROWEST_NAME = 120;
    private static final double WIDEST_NAME = 208;
    private static final double WIDEST_UNIT = 96;
    private static final double WIDEST_FIGURE = 200;
    private static final double NAME_SHARE = 0.26;
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass PART = PseudoClass.getPseudoClass("part");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final IndicatorsViewModel model;
    private final Messages words;
    private final Inspector inspector;

    /**
     * Its items are the places of rows: a row that changes is shown anew alone, where another item
     * would have the table build all it shows.
     */
    private final TableView<ObjectProperty<Row>> grid = new TableView<>();

    private final FrozenColumns frozen =
            new FrozenColumns(
                    grid,
                    c -> leading((Column) c.getUserData()),
                    c -> new Of(Field.VERDICT).equals(c.getUserData()));
    private final SplitPane split = new SplitPane();
    private final ToggleButton aside;
    private final BorderPane root = new BorderPane();
    private Subscription subscriptions = Subscription.EMPTY;
    private final BooleanProperty readOnly = new SimpleBooleanProperty();

    /** The text the next cell to be edited begins with, instead of its own. */
    private Optional<String> begun = Optional.empty();

    private boolean showing;

    /** Row and column where the selected block begins. */
    private int[] anchor = {0, 0};

    private final GridKeys.Sheet sheet =
            new GridKeys.Sheet() {
                @Override
                public int rows() {
                    return grid.getItems().size();
                }

                @Override
                public int columns() {
                    return grid.getColumns().size();
                }

                @Override
                public boolean filled(int row, int column) {
                    return row(row) instanceof Row.Line line
                            && !model.cell(
                                            line,
                                            (Column) grid.getColumns().get(column).getUserData())
                                    .text()
                                    .isEmpty();
                }
            };

    public IndicatorsView(IndicatorsViewModel model, Inspector inspector, Messages words) {
        this.model = model;
        this.words = words;
        this.inspector = inspector;
        this.aside = Buttons.aside(words.sentence("shell.details"), "indicators-inspector");
        root.setId("indicators");
        root.getStyleClass().add("indicators");
        root.setTop(tools());
        root.setCenter(middle());
        listen();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void rest() {
        model.seen().rest();
        inspector.rest();
    }

    @Override
    public void wake() {
        model.seen().wake();
        if (aside.isSelected()) inspector.wake();
    }

    /** To what something elsewhere leads to, a cell or an indicator. */
    @Override
    public void focus() {
        grid.requestFocus();
        reveal(model.selected().get());
        goToSpot();
        if (model.selected().get().isEmpty() && grid.getItems().size() > 1)
            goTo(1, grid.getColumns().indexOf(columnOf(new Of(Field.NAME))));
    }

    private static boolean leading(Column column) {
        return column instanceof Of(Field field) && (field == Field.NUMBER || field == Field.NAME);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
        inspector.close();
    }

    private Node tools() {
        Button indicator = tool("indicators.add", "indicators-add", this::addIndicator);
        Button group = tool("indicators.addGroup", "indicators-add-group", this::addGroup);
        TextField period = new TextField();
        period.setId("indicators-period");
        period.setPromptText(words.sentence("indicators.period.prompt"));
        period.setPrefColumnCount(9);
        period.setAccessibleText(words.sentence("indicators.period.prompt"));
        period.setOnAction(_ -> addPeriod(period));
        Button addPeriod =
                tool("indicators.addPeriod", "indicators-add-period", () -> addPeriod(period));
        Button up =
                Buttons.tool(words.sentence("indicators.up"), "indicators-up", UP, () -> move(-1));
        Button down =
                Buttons.tool(
                        words.sentence("indicators.down"), "indicators-down", DOWN, () -> move(1));
        Button delete = tool("indicators.delete", "indicators-delete", this::delete);
        aside.selectedProperty().subscribe(this::showInspector);
        for (Node each : List.of(indicator, group, up, down, delete, period, addPeriod))
            each.disableProperty().bind(readOnly);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new ToolBar(
                indicator,
                group,
                up,
                down,
                delete,
                new Separator(Orientation.VERTICAL),
                period,
                addPeriod,
                space,
                aside);
    }

    /** Without a period yet, the keyboard goes where it is typed. */
    private void addPeriod(TextField period) {
        if (period.getText().isBlank()) period.requestFocus();
        else
            model.addPeriod(period.getText())
                    .ifPresentOrElse(
                            wrong -> period.setTooltip(shownTip(period, wrong)), period::clear);
    }

    private void showInspector(boolean shown) {
        split.getItems().remove(inspector.node());
        if (!shown) {
            inspector.rest();
            return;
        }
        inspector.wake();
        split.getItems().add(inspector.node());
        split.setDividerPositions(0.66);
    }

    private static Tooltip shownTip(Node at, String text) {
        Tooltip tip = new Tooltip(text);
        var bounds = at.localToScreen(at.getBoundsInLocal());
        tip.setAutoHide(true);
        if (bounds != null) tip.show(at, bounds.getMinX(), bounds.getMaxY() + 4);
        return tip;
    }

    private Button tool(String key, String id, Runnable action) {
        return Buttons.tool(words.sentence(key), id, action);
    }

    private Node middle() {
        Label message = new Label();
        message.setId("indicators-message");
        message.setWrapText(true);
        message.textProperty().bind(model.message());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        message.getStyleClass().add("grid-message");
        model.refusing().subscribe(wrong -> message.pseudoClassStateChanged(WRONG, wrong));
        Label hint = new Label(words.sentence("indicators.keys"));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.visibleProperty().bind(readOnly.not());
        VBox left = new VBox(grid, message, hint);
        left.getStyleClass().add("grid-side");
        VBox.setVgrow(grid, Priority.ALWAYS);
        split.getItems().addFirst(left);
        split.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(inspector.node(), false);
        FocusSwitch.between(split, grid, inspector.node());
        return split;
    }

    private void listen() {
        grid.setId("indicators-grid");
        grid.getSelectionModel().setCellSelectionEnabled(true);
        grid.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        grid.setPlaceholder(empty());
        grid.setRowFactory(_ -> new GridRow());
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        grid.contextMenuProperty()
                .bind(Bindings.when(readOnly).then((ContextMenu) null).otherwise(menu()));
        grid.editingCellProperty()
                .subscribe(
                        cell -> {
                            if (cell == null) grid.setEditable(false);
                        });
        grid.widthProperty().subscribe(_ -> fitNames());
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        grid.addEventHandler(MouseEvent.DRAG_DETECTED, _ -> grid.startFullDrag());
        subscriptions =
                Subscription.combine(
                        model.heads().subscribe(this::showHeads),
                        model.rows().subscribe(this::showRows),
                        grid.getFocusModel().focusedCellProperty().subscribe(_ -> follow()),
                        model.selected().subscribe(this::reveal),
                        model.frozen().subscribe(f -> readOnly.set(f.isPresent())));
    }

    private Node empty() {
        Label label = new Label(words.sentence("indicators.empty"));
        Button add =
                Buttons.verb(
                        words.sentence("indicators.add"),
                        "indicators-add-first",
                        this::addIndicator);
        VBox box = new VBox(12, label, add);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** A group's line is set apart. */
    private final class GridRow extends TableRow<ObjectProperty<Row>> {
        @Override
        protected Skin<?> createDefaultSkin() {
            return frozen.skin(this);
        }

        @Override
        protected void updateItem(ObjectProperty<Row> place, boolean empty) {
            super.updateItem(place, empty);
            Row row = place == null ? null : place.get();
            pseudoClassStateChanged(GROUP, row instanceof Row.Group);
            pseudoClassStateChanged(
                    PART, row instanceof Row.Line line && line.nest() == Row.Nest.PART);
        }
    }

    private void showHeads(List<Head> heads) {
        List<Column> columns = heads.stream().map(Head::column).toList();
        boolean same =
                grid.getColumns().stream().map(TableColumn::getUserData).toList().equals(columns);
        if (!same) {
            grid.getColumns().setAll(columns.stream().map(this::column).toList());
            fitNames();
            frozen.columnsChanged();
        }
        for (int i = 0; i < heads.size(); i++)
            grid.getColumns().get(i).setText(heads.get(i).text());
    }

    /** In a narrow grid names give way to figures; the tooltip has them whole. */
    private void fitNames() {
        double width = Math.clamp(grid.getWidth() * NAME_SHARE, NARROWEST_NAME, WIDEST_NAME);
        grid.getColumns().stream()
                .filter(c -> new Of(Field.NAME).equals(c.getUserData()))
                .forEach(c -> c.setPrefWidth(width));
    }

    private TableColumn<ObjectProperty<Row>, Row> column(Column column) {
        TableColumn<ObjectProperty<Row>, Row> shown = new TableColumn<>();
        shown.setUserData(column);
        shown.setSortable(false);
        shown.setReorderable(false);
        shown.setEditable(column.typed());
        shown.setPrefWidth(width(column));
        shown.setMinWidth(40);
        shown.setCellValueFactory(TableColumn.CellDataFeatures::getValue);
        shown.setCellFactory(
                _ -> {
                    GridCell cell =
                            new GridCell(
                                    model, column, () -> begun, needed -> widen(shown, needed));
                    cell.setOnMouseDragEntered(
                            _ -> extend(cell.getIndex(), grid.getColumns().indexOf(shown)));
                    frozen.freeze(cell, shown);
                    return cell;
                });
        if (column instanceof Figures(var period)) {
            MenuItem remove = new MenuItem(words.sentence("indicators.period.remove"));
            remove.setOnAction(_ -> model.removePeriod(period));
            shown.setContextMenu(new ContextMenu(remove));
        }
        return shown;
    }

    /** A number is never cut off, so its column grows to what is seen in it; not without end. */
    private void widen(TableColumn<?, ?> shown, double needed) {
        double wanted =
                Math.min(
                        needed,
                        new Of(Field.UNIT).equals(shown.getUserData())
                                ? WIDEST_UNIT
                                : WIDEST_FIGURE);
        if (wanted > shown.getPrefWidth())
            Platform.runLater(
                    () -> {
                        shown.setPrefWidth(Math.max(wanted, shown.getPrefWidth()));
                        if (grid.isFocused()) focused().ifPresent(p -> inSight(p.column()));
                    });
    }

    private static double width(Column column) {
        return switch (column) {
            case Figures(var period) -> period.monthCount() == 12 ? 84 : 108;
            case Of(Field field) ->
                    switch (field) {
                        case NUMBER -> 46;
                        case NAME -> WIDEST_NAME;
                        case UNIT -> 52;
                        case BASELINE, MID_TERM, TARGET, ATTAINMENT, PROGRESS -> 92;
                        case VERDICT -> 128;
                        case TREND -> 88;
                    };
        };
    }

    /**
     * Row by row where the lines stay the same, so that focus and selection stay too; else the
     * focus goes with its line.
     */
    private void showRows(List<Row> rows) {
        showing = true;
        var shown = grid.getItems();
        boolean same =
                shown.stream()
                        .map(place -> place.get().id())
                        .toList()
                        .equals(rows.stream().map(Row::id).toList());
        if (same) {
            for (int i = 0; i < rows.size(); i++)
                if (!row(i).equals(rows.get(i))) shown.get(i).set(rows.get(i));
        } else {
            TablePosition<?, ?> focus = grid.getFocusModel().getFocusedCell();
            Optional<UUID> focused =
                    valid(focus.getRow(), focus.getColumn())
                            ? Optional.of(row(focus.getRow()).id())
                            : Optional.empty();
            shown.setAll(rows.stream().map(SimpleObjectProperty::new).toList());
            focused.ifPresent(id -> goTo(lineOf(id, focus.getRow()), focus.getColumn()));
        }
        showing = false;
    }

    private Row row(int index) {
        return grid.getItems().get(index).get();
    }

    /** Where a line stands now; if it is gone, the one that took its place. */
    private int lineOf(UUID id, int before) {
        int index = model.indexOf(id);
        return index >= 0 ? index : Math.min(before, grid.getItems().size() - 1);
    }

    private void goTo(int row, int column) {
        if (!valid(row, column)) return;
        grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
        anchor = new int[] {row, column};
    }

    /** A press is where a block begins; twice on a cell opens it, as in a spreadsheet. */
    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) return;
        Optional<GridCell> cell = cellAt(e);
        if (cell.isEmpty() || editing()) return;
        // What is typed in the inspector is taken before another line is looked at.
        grid.requestFocus();
        int[] at = {cell.get().getIndex(), grid.getColumns().indexOf(cell.get().getTableColumn())};
        if (e.isShiftDown()) extend(at[0], at[1]);
        else anchor = at;
        if (e.isShiftDown()) e.consume();
        if (e.isShiftDown() || e.getClickCount() != 2 || !valid(at[0], at[1])) return;
        goTo(at[0], at[1]);
        edit(Optional.empty());
        e.consume();
    }

    private static Optional<GridCell> cellAt(MouseEvent e) {
        for (Node at = e.getTarget() instanceof Node node ? node : null;
                at != null;
                at = at.getParent()) {
            if (at instanceof GridCell cell && !cell.isEmpty()) return Optional.of(cell);
        }
        return Optional.empty();
    }

    /** Selects the block from where the selection began up to the cell. */
    private void extend(int row, int column) {
        TablePosition<?, ?> focus = grid.getFocusModel().getFocusedCell();
        if (grid.getSelectionModel().getSelectedCells().size() <= 1)
            anchor = new int[] {focus.getRow(), focus.getColumn()};
        if (!valid(row, column) || !valid(anchor[0], anchor[1])) return;
        block(new At(anchor[0], anchor[1]), new At(row, column), new At(row, column));
    }

    /** Selects the cells between two corners, the frame about one of them. */
    private void block(At from, At to, At framed) {
        var columns = grid.getColumns();
        grid.getSelectionModel().clearSelection();
        grid.getSelectionModel()
                .selectRange(
                        Math.min(from.row(), to.row()),
                        columns.get(Math.min(from.column(), to.column())),
                        Math.max(from.row(), to.row()),
                        columns.get(Math.max(from.column(), to.column())));
        grid.getFocusModel().focus(framed.row(), columns.get(framed.column()));
    }

    private boolean valid(int row, int column) {
        return row >= 0
                && row < grid.getItems().size()
                && column >= 0
                && column < grid.getColumns().size();
    }

    /** The inspector shows the line the focus is on. */
    private void follow() {
        if (showing) return;
        focused()
                .ifPresent(
                        p -> {
                            model.select(p.row());
                            if (!grid.isPressed()) inSight(p.column());
                            inspector.showFigure(
                                    p.row(),
                                    p.column() instanceof Figures(var period)
                                            ? Optional.of(period)
                                            : Optional.empty());
                        });
    }

    /** What is selected elsewhere is brought into view. */
    private void reveal(Optional<UUID> indicator) {
        indicator
                .map(model::indexOf)
                .filter(i -> i >= 0)
                .ifPresent(
                        row -> {
                            if (focused()
                                    .filter(p -> model.of(p.row(), indicator.get()))
                                    .isPresent()) return;
                            showing = true;
                            grid.scrollTo(Math.max(0, row - 3));
                            grid.getSelectionModel()
                                    .clearAndSelect(row, columnOf(new Of(Field.NAME)));
                            showing = false;
                        });
    }

    /** The cell that something elsewhere leads to. */
    private void goToSpot() {
        model.takeSpot()
                .ifPresent(
                        spot -> {
                            int row = model.indexOf(spot.indicatorOrPartId());
                            Column column =
                                    spot.period()
                                            .<Column>map(Figures::new)
                                            .filter(model.columns().get()::contains)
                                            .or(() -> model.unread(spot.indicatorOrPartId()))
                                            .orElse(new Of(Field.NAME));
                            if (row < 0) return;
                            grid.scrollTo(Math.max(0, row - 3));
                            goTo(row, grid.getColumns().indexOf(columnOf(column)));
                            inSight(column);
                        });
    }

    /**
     * Once the grid is laid out; not under a pressed mouse, whose second click would meet another
     * cell.
     */
    private void inSight(Column column) {
        Platform.runLater(
                () -> {
                    int index = model.columns().get().indexOf(column);
                    if (index >= 0 && index < grid.getColumns().size()) frozen.reveal(index);
                });
    }

    private TableColumn<ObjectProperty<Row>, ?> columnOf(Column wanted) {
        return grid.getColumns().stream()
                .filter(c -> c.getUserData().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Place> focused() {
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        return valid(p.getRow(), p.getColumn()) ? Optional.of(place(p)) : Optional.empty();
    }

    private Place place(TablePosition<?, ?> p) {
        return new Place(
                row(p.getRow()).id(), (Column) grid.getColumns().get(p.getColumn()).getUserData());
    }

    private List<Place> selected() {
        List<Place> places = new ArrayList<>();
        for (TablePosition<?, ?> p : grid.getSelectionModel().getSelectedCells())
            if (valid(p.getRow(), p.getColumn())) places.add(place(p));
        return places;
    }

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CUT =
            new KeyCodeCombination(KeyCode.X, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UP =
            new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
    private static final KeyCombination DOWN =
            new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    private static final KeyCombination UNFOLD =
            new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FOLD =
            new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination REDACT =
            new KeyCodeCombination(
                    KeyCode.X, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination ADD_PART =
            new KeyCodeCombination(
                    KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private void pressed(KeyEvent e) {
        if (editing()) return;
        if (handled(e)) e.consume();
    }

    private boolean editing() {
        return grid.getEditingCell() != null;
    }

    private boolean handled(KeyEvent e) {
        if (readOnly.get() && edits(e)) return model.refusesEdits();
        if (COPY.match(e)) copy();
        else if (CUT.match(e)) cut();
        else if (PASTE.match(e)) paste();
        else if (UP.match(e)) move(-1);
        else if (DOWN.match(e)) move(1);
        else if (UNFOLD.match(e)) focused().ifPresent(p -> model.unfold(p.row()));
        else if (FOLD.match(e)) fold();
        else if (ADD_PART.match(e)) addPart();
        else if (REDACT.match(e)) model.redact(selected());
        else if (moves(e)) return true;
        else if (e.isShortcutDown() || e.isAltDown()) return false;
        else return plainKey(e);
        return true;
    }

    private static boolean edits(KeyEvent e) {
        return switch (e.getCode()) {
            case F2, DELETE, BACK_SPACE, INSERT -> true;
            default ->
                    CUT.match(e)
                            || PASTE.match(e)
                            || UP.match(e)
                            || DOWN.match(e)
                            || ADD_PART.match(e)
                            || REDACT.match(e);
        };
    }

    /** Moving leaves one cell selected; with Shift the block grows or shrinks. */
    private boolean moves(KeyEvent e) {
        if (e.isAltDown()) return false;
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        Optional<At> to =
                GridKeys.lead(
                        e.getCode(),
                        e.isShortcutDown(),
                        new At(p.getRow(), p.getColumn()),
                        page(),
                        sheet);
        to.ifPresent(
                at -> {
                    if (e.isShiftDown()) extend(at.row(), at.column());
                    else goTo(at.row(), at.column());
                    show(at);
                });
        return to.isPresent();
    }

    /** How many rows are seen at once. */
    private int page() {
        return grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? Math.max(
                        1,
                        flow.getLastVisibleCell().getIndex()
                                - flow.getFirstVisibleCell().getIndex())
                : 1;
    }

    /** Scrolls just so far that a cell is seen whole. */
    private void show(At at) {
        if (grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) flow.scrollTo(at.row());
        frozen.reveal(at.column());
    }

    private boolean plainKey(KeyEvent e) {
        switch (e.getCode()) {
            case F2 -> edit(Optional.empty());
            case F4 -> aside.fire();
            case ENTER -> step(e.isShiftDown() ? -1 : 1, 0);
            case TAB -> step(0, e.isShiftDown() ? -1 : 1);
            case DELETE, BACK_SPACE -> model.clear(selected());
            case ESCAPE -> focused().ifPresent(p -> model.cancel(p.row(), p.column()));
            case INSERT -> addIndicator();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A character typed on a cell begins its text anew. */
    private void typed(KeyEvent e) {
        String text = e.getCharacter();
        boolean plain =
                !editing()
                        && !e.isControlDown()
                        && !e.isAltDown()
                        && !e.isMetaDown()
                        && !text.isEmpty()
                        && text.charAt(0) >= ' '
                        && text.charAt(0) != 127;
        if (plain) edit(Optional.of(text));
    }

    /** Editable only while a cell is open: the table would open one at a second single click. */
    private void edit(Optional<String> text) {
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        if (!valid(p.getRow(), p.getColumn())) return;
        Column column = (Column) grid.getColumns().get(p.getColumn()).getUserData();
        boolean heading = row(p.getRow()) instanceof Row.Group;
        if (!column.typed()
                || heading && !column.equals(new Of(Field.NAME))
                || model.refusesEdits()) return;
        show(new At(p.getRow(), p.getColumn()));
        grid.layout();
        begun = text;
        grid.setEditable(true);
        grid.edit(p.getRow(), grid.getColumns().get(p.getColumn()));
        begun = Optional.empty();
    }

    private void step(int down, int right) {
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        int row = Math.clamp(p.getRow() + (long) down, 0, Math.max(0, grid.getItems().size() - 1));
        int column = Math.clamp(p.getColumn() + (long) right, 0, grid.getColumns().size() - 1);
        if (!valid(row, column)) return;
        goTo(row, column);
        show(new At(row, column));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copy(selected()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void cut() {
        copy();
        model.clear(selected());
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isEmpty()) return;
        List<Place> places = selected();
        boolean one =
                ClipboardBlock.read(text).size() == 1
                        && ClipboardBlock.read(text).getFirst().size() == 1;
        if (one && places.size() > 1) {
            model.fill(places, ClipboardBlock.read(text).getFirst().getFirst());
            return;
        }
        corner().map(p -> model.paste(p.row(), p.column(), text)).ifPresent(this::select);
    }

    /** The block about the cells, the frame about its upper left one. */
    private void select(List<Place> places) {
        List<At> cells =
                places.stream()
                        .map(
                                p ->
                                        new At(
                                                model.indexOf(p.row()),
                                                model.columns().get().indexOf(p.column())))
                        .filter(c -> valid(c.row(), c.column()))
                        .toList();
        if (cells.isEmpty()) return;
        At first =
                new At(
                        cells.stream().mapToInt(At::row).min().getAsInt(),
                        cells.stream().mapToInt(At::column).min().getAsInt());
        At last =
                new At(
                        cells.stream().mapToInt(At::row).max().getAsInt(),
                        cells.stream().mapToInt(At::column).max().getAsInt());
        anchor = new int[] {first.row(), first.column()};
        block(first, last, first);
    }

    /** The upper left of what is selected. */
    private Optional<Place> corner() {
        var cells = grid.getSelectionModel().getSelectedCells();
        int row = cells.stream().mapToInt(c -> c.getRow()).min().orElse(-1);
        int column = cells.stream().mapToInt(c -> c.getColumn()).min().orElse(-1);
        if (!valid(row, column)) return focused();
        return Optional.of(
                new Place(row(row).id(), (Column) grid.getColumns().get(column).getUserData()));
    }

    private ContextMenu menu() {
        MenuItem forecast =
                item(
                        "indicators.forecast",
                        () ->
                                focused()
                                        .ifPresent(
                                                p -> {
                                                    if (p.column() instanceof Figures(var period))
                                                        model.toggleForecast(p.row(), period);
                                                }));
        return new ContextMenu(
                item(
                        "indicators.edit",
                        new KeyCodeCombination(KeyCode.F2),
                        () -> edit(Optional.empty())),
                forecast,
                item("indicators.redact", REDACT, () -> model.redact(selected())),
                new SeparatorMenuItem(),
                item("indicators.cut", CUT, this::cut),
                item("indicators.copy", COPY, this::copy),
                item("indicators.paste", PASTE, this::paste),
                item(
                        "indicators.clear",
                        new KeyCodeCombination(KeyCode.DELETE),
                        () -> model.clear(selected())),
                new SeparatorMenuItem(),
                item("indicators.add", new KeyCodeCombination(KeyCode.INSERT), this::addIndicator),
                item("indicators.addGroup", this::addGroup),
                item("part.add", ADD_PART, this::addPart),
                item("part.unfold", UNFOLD, () -> focused().ifPresent(p -> model.unfold(p.row()))),
                item("part.fold", FOLD, this::fold),
                item("indicators.up", UP, () -> move(-1)),
                item("indicators.down", DOWN, () -> move(1)),
                item("indicators.delete", this::delete),
                item(
                        "indicators.period.remove",
                        () ->
                                focused()
                                        .ifPresent(
                                                p -> {
                                                    if (p.column() instanceof Figures(var period))
                                                        model.removePeriod(period);
                                                })));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.sentence(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /**
     * The keys are shown only: the grid itself answers them, so that they are not answered twice.
     */
    private MenuItem item(String key, KeyCombination keys, Runnable action) {
        MenuItem item = item(key, action);
        item.setText(item.getText() + "    " + keys.getDisplayText());
        return item;
    }

    private void addIndicator() {
        UUID id = model.addIndicator(focused().map(Place::row));
        beginName(id);
    }

    /** The focus stays on the indicator whose parts are gone. */
    private void fold() {
        focused()
                .ifPresent(
                        p ->
                                model.fold(p.row())
                                        .ifPresent(
                                                owner ->
                                                        goTo(
                                                                model.indexOf(owner),
                                                                grid.getColumns()
                                                                        .indexOf(
                                                                                columnOf(
                                                                                        p
                                                                                                .column())))));
    }

    private void addPart() {
        focused().flatMap(p -> model.addPart(p.row())).ifPresent(this::beginName);
    }

    private void addGroup() {
        beginName(model.addGroup());
    }

    /** At once: keys may be waiting already, and would be taken by whatever cell has the focus. */
    private void beginName(UUID row) {
        int index = model.indexOf(row);
        if (index < 0) return;
        grid.requestFocus();
        grid.scrollTo(index);
        grid.layout();
        goTo(index, grid.getColumns().indexOf(columnOf(new Of(Field.NAME))));
        edit(Optional.empty());
    }

    private void move(int by) {
        focused()
                .ifPresent(
                        p -> {
                            model.move(p.row(), by);
                        });
    }

    private void delete() {
        focused().ifPresent(p -> model.delete(p.row()));
    }
}
