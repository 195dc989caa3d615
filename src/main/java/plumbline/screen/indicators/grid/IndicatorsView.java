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

import plumbline.screen.indicators.grid.GridKeys.CellPosition;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorColumn.PeriodColumn;
import plumbline.screen.indicators.grid.IndicatorsViewModel.CellPlace;
import plumbline.screen.indicators.grid.IndicatorsViewModel.ColumnHead;
import plumbline.screen.indicators.inspector.Inspector;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.FocusSwitch;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.table.FrozenColumns;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The grid of indicators, typed in like a spreadsheet, and the inspector beside it. */
public final class IndicatorsView implements ScreenView {
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
    private final TableView<ObjectProperty<IndicatorRow>> grid = new TableView<>();

    private final FrozenColumns frozen =
            new FrozenColumns(
                    grid,
                    c -> isLeadingColumn((IndicatorColumn) c.getUserData()),
                    c -> new FieldColumn(ColumnField.VERDICT).equals(c.getUserData()));
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

    private final GridKeys.GridExtent sheet =
            new GridKeys.GridExtent() {
                @Override
                public int rowCount() {
                    return grid.getItems().size();
                }

                @Override
                public int columnCount() {
                    return grid.getColumns().size();
                }

                @Override
                public boolean isFilled(int row, int column) {
                    return rowAt(row) instanceof IndicatorRow.LineRow line
                            && !model.formatCell(
                                            line,
                                            (IndicatorColumn)
                                                    grid.getColumns().get(column).getUserData())
                                    .text()
                                    .isEmpty();
                }
            };

    public IndicatorsView(IndicatorsViewModel model, Inspector inspector, Messages words) {
        this.model = model;
        this.words = words;
        this.inspector = inspector;
        this.aside =
                Buttons.createDetailToggle(words.sentence("shell.details"), "indicators-inspector");
        root.setId("indicators");
        root.getStyleClass().add("indicators");
        root.setTop(createTools());
        root.setCenter(createGridSide());
        addSubscriptions();
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void deactivate() {
        model.activatable().deactivate();
        inspector.deactivate();
    }

    @Override
    public void activate() {
        model.activatable().activate();
        if (aside.isSelected()) inspector.activate();
    }

    /** To what something elsewhere leads to, a cell or an indicator. */
    @Override
    public void focusMainControl() {
        grid.requestFocus();
        revealIndicator(model.selectedProperty().get());
        goToTargetCell();
        if (model.selectedProperty().get().isEmpty() && grid.getItems().size() > 1)
            goToCell(
                    1,
                    grid.getColumns().indexOf(tableColumnFor(new FieldColumn(ColumnField.NAME))));
    }

    private static boolean isLeadingColumn(IndicatorColumn column) {
        return column instanceof FieldColumn(ColumnField field)
                && (field == ColumnField.NUMBER || field == ColumnField.NAME);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
        inspector.close();
    }

    private Node createTools() {
        Button indicator = createToolButton("indicators.add", "indicators-add", this::addIndicator);
        Button group =
                createToolButton("indicators.addGroup", "indicators-add-group", this::addGroup);
        TextField period = new TextField();
        period.setId("indicators-period");
        period.setPromptText(words.sentence("indicators.period.prompt"));
        period.setPrefColumnCount(9);
        period.setAccessibleText(words.sentence("indicators.period.prompt"));
        period.setOnAction(_ -> addPeriod(period));
        Button addPeriod =
                createToolButton(
                        "indicators.addPeriod", "indicators-add-period", () -> addPeriod(period));
        Button up =
                Buttons.createToolButton(
                        words.sentence("indicators.up"),
                        "indicators-up",
                        UP,
                        () -> moveFocusedRow(-1));
        Button down =
                Buttons.createToolButton(
                        words.sentence("indicators.down"),
                        "indicators-down",
                        DOWN,
                        () -> moveFocusedRow(1));
        Button delete =
                createToolButton("indicators.delete", "indicators-delete", this::deleteFocusedRow);
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
                            wrong -> period.setTooltip(showTooltip(period, wrong)), period::clear);
    }

    private void showInspector(boolean shown) {
        split.getItems().remove(inspector.rootNode());
        if (!shown) {
            inspector.deactivate();
            return;
        }
        inspector.activate();
        split.getItems().add(inspector.rootNode());
        split.setDividerPositions(0.66);
    }

    private static Tooltip showTooltip(Node at, String text) {
        Tooltip tip = new Tooltip(text);
        var bounds = at.localToScreen(at.getBoundsInLocal());
        tip.setAutoHide(true);
        if (bounds != null) tip.show(at, bounds.getMinX(), bounds.getMaxY() + 4);
        return tip;
    }

    private Button createToolButton(String key, String id, Runnable action) {
        return Buttons.createToolButton(words.sentence(key), id, action);
    }

    private Node createGridSide() {
        Label message = new Label();
        message.setId("indicators-message");
        message.setWrapText(true);
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        message.getStyleClass().add("grid-message");
        model.refusingProperty().subscribe(wrong -> message.pseudoClassStateChanged(WRONG, wrong));
        Label hint = new Label(words.sentence("indicators.keys"));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.visibleProperty().bind(readOnly.not());
        VBox left = new VBox(grid, message, hint);
        left.getStyleClass().add("grid-side");
        VBox.setVgrow(grid, Priority.ALWAYS);
        split.getItems().addFirst(left);
        split.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(inspector.rootNode(), false);
        FocusSwitch.switchOnF6(split, grid, inspector.rootNode());
        return split;
    }

    private void addSubscriptions() {
        grid.setId("indicators-grid");
        grid.getSelectionModel().setCellSelectionEnabled(true);
        grid.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        grid.setPlaceholder(createEmptyPlaceholder());
        grid.setRowFactory(_ -> new IndicatorTableRow());
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::onKeyTyped);
        grid.contextMenuProperty()
                .bind(
                        Bindings.when(readOnly)
                                .then((ContextMenu) null)
                                .otherwise(createContextMenu()));
        grid.editingCellProperty()
                .subscribe(
                        cell -> {
                            if (cell == null) grid.setEditable(false);
                        });
        grid.widthProperty().subscribe(_ -> fitNames());
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onMouseClicked);
        grid.addEventHandler(MouseEvent.DRAG_DETECTED, _ -> grid.startFullDrag());
        subscriptions =
                Subscription.combine(
                        model.headsProperty().subscribe(this::showHeads),
                        model.rowsProperty().subscribe(this::showRows),
                        grid.getFocusModel().focusedCellProperty().subscribe(_ -> onFocusMoved()),
                        model.selectedProperty().subscribe(this::revealIndicator),
                        model.frozenProperty().subscribe(f -> readOnly.set(f.isPresent())));
    }

    private Node createEmptyPlaceholder() {
        Label label = new Label(words.sentence("indicators.empty"));
        Button add =
                Buttons.createActionButton(
                        words.sentence("indicators.add"),
                        "indicators-add-first",
                        this::addIndicator);
        VBox box = new VBox(12, label, add);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** A group's line is set apart. */
    private final class IndicatorTableRow extends TableRow<ObjectProperty<IndicatorRow>> {
        @Override
        protected Skin<?> createDefaultSkin() {
            return frozen.createRowSkin(this);
        }

        @Override
        protected void updateItem(ObjectProperty<IndicatorRow> place, boolean empty) {
            super.updateItem(place, empty);
            IndicatorRow row = place == null ? null : place.get();
            pseudoClassStateChanged(GROUP, row instanceof IndicatorRow.GroupRow);
            pseudoClassStateChanged(
                    PART,
                    row instanceof IndicatorRow.LineRow line
                            && line.nest() == IndicatorRow.PartNesting.PART);
        }
    }

    private void showHeads(List<ColumnHead> heads) {
        List<IndicatorColumn> columns = heads.stream().map(ColumnHead::column).toList();
        boolean same =
                grid.getColumns().stream().map(TableColumn::getUserData).toList().equals(columns);
        if (!same) {
            grid.getColumns().setAll(columns.stream().map(this::createColumn).toList());
            fitNames();
            frozen.onColumnsChanged();
        }
        for (int i = 0; i < heads.size(); i++)
            grid.getColumns().get(i).setText(heads.get(i).text());
    }

    /** In a narrow grid names give way to figures; the tooltip has them whole. */
    private void fitNames() {
        double width = Math.clamp(grid.getWidth() * NAME_SHARE, NARROWEST_NAME, WIDEST_NAME);
        grid.getColumns().stream()
                .filter(c -> new FieldColumn(ColumnField.NAME).equals(c.getUserData()))
                .forEach(c -> c.setPrefWidth(width));
    }

    private TableColumn<ObjectProperty<IndicatorRow>, IndicatorRow> createColumn(
            IndicatorColumn column) {
        TableColumn<ObjectProperty<IndicatorRow>, IndicatorRow> shown = new TableColumn<>();
        shown.setUserData(column);
        shown.setSortable(false);
        shown.setReorderable(false);
        shown.setEditable(column.isEditable());
        shown.setPrefWidth(widthOfColumn(column));
        shown.setMinWidth(40);
        shown.setCellValueFactory(TableColumn.CellDataFeatures::getValue);
        shown.setCellFactory(
                _ -> {
                    GridCell cell =
                            new GridCell(
                                    model,
                                    column,
                                    () -> begun,
                                    needed -> widenColumn(shown, needed));
                    cell.setOnMouseDragEntered(
                            _ ->
                                    extendSelection(
                                            cell.getIndex(), grid.getColumns().indexOf(shown)));
                    frozen.freezeCell(cell, shown);
                    return cell;
                });
        if (column instanceof PeriodColumn(var period)) {
            MenuItem remove = new MenuItem(words.sentence("indicators.period.remove"));
            remove.setOnAction(_ -> model.removePeriod(period));
            shown.setContextMenu(new ContextMenu(remove));
        }
        return shown;
    }

    /** A number is never cut off, so its column grows to what is seen in it; not without end. */
    private void widenColumn(TableColumn<?, ?> shown, double needed) {
        double wanted =
                Math.min(
                        needed,
                        new FieldColumn(ColumnField.UNIT).equals(shown.getUserData())
                                ? WIDEST_UNIT
                                : WIDEST_FIGURE);
        if (wanted > shown.getPrefWidth())
            Platform.runLater(
                    () -> {
                        shown.setPrefWidth(Math.max(wanted, shown.getPrefWidth()));
                        if (grid.isFocused())
                            focusedPlace().ifPresent(p -> revealColumn(p.column()));
                    });
    }

    private static double widthOfColumn(IndicatorColumn column) {
        return switch (column) {
            case PeriodColumn(var period) -> period.monthCount() == 12 ? 84 : 108;
            case FieldColumn(ColumnField field) ->
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
    private void showRows(List<IndicatorRow> rows) {
        showing = true;
        var shown = grid.getItems();
        boolean same =
                shown.stream()
                        .map(place -> place.get().id())
                        .toList()
                        .equals(rows.stream().map(IndicatorRow::id).toList());
        if (same) {
            for (int i = 0; i < rows.size(); i++)
                if (!rowAt(i).equals(rows.get(i))) shown.get(i).set(rows.get(i));
        } else {
            TablePosition<?, ?> focus = grid.getFocusModel().getFocusedCell();
            Optional<UUID> focused =
                    isValidCell(focus.getRow(), focus.getColumn())
                            ? Optional.of(rowAt(focus.getRow()).id())
                            : Optional.empty();
            shown.setAll(rows.stream().map(SimpleObjectProperty::new).toList());
            focused.ifPresent(id -> goToCell(indexOfRow(id, focus.getRow()), focus.getColumn()));
        }
        showing = false;
    }

    private IndicatorRow rowAt(int index) {
        return grid.getItems().get(index).get();
    }

    /** Where a line stands now; if it is gone, the one that took its place. */
    private int indexOfRow(UUID id, int before) {
        int index = model.indexOfRow(id);
        return index >= 0 ? index : Math.min(before, grid.getItems().size() - 1);
    }

    private void goToCell(int row, int column) {
        if (!isValidCell(row, column)) return;
        grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
        anchor = new int[] {row, column};
    }

    /** A press is where a block begins; twice on a cell opens it, as in a spreadsheet. */
    private void onMouseClicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) return;
        Optional<GridCell> cell = cellAt(e);
        if (cell.isEmpty() || isEditingCell()) return;
        // What is typed in the inspector is taken before another line is looked at.
        grid.requestFocus();
        int[] at = {cell.get().getIndex(), grid.getColumns().indexOf(cell.get().getTableColumn())};
        if (e.isShiftDown()) extendSelection(at[0], at[1]);
        else anchor = at;
        if (e.isShiftDown()) e.consume();
        if (e.isShiftDown() || e.getClickCount() != 2 || !isValidCell(at[0], at[1])) return;
        goToCell(at[0], at[1]);
        startEditing(Optional.empty());
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
    private void extendSelection(int row, int column) {
        TablePosition<?, ?> focus = grid.getFocusModel().getFocusedCell();
        if (grid.getSelectionModel().getSelectedCells().size() <= 1)
            anchor = new int[] {focus.getRow(), focus.getColumn()};
        if (!isValidCell(row, column) || !isValidCell(anchor[0], anchor[1])) return;
        selectBlock(
                new CellPosition(anchor[0], anchor[1]),
                new CellPosition(row, column),
                new CellPosition(row, column));
    }

    /** Selects the cells between two corners, the frame about one of them. */
    private void selectBlock(CellPosition from, CellPosition to, CellPosition framed) {
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

    private boolean isValidCell(int row, int column) {
        return row >= 0
                && row < grid.getItems().size()
                && column >= 0
                && column < grid.getColumns().size();
    }

    /** The inspector shows the line the focus is on. */
    private void onFocusMoved() {
        if (showing) return;
        focusedPlace()
                .ifPresent(
                        p -> {
                            model.selectRow(p.row());
                            if (!grid.isPressed()) revealColumn(p.column());
                            inspector.showFigure(
                                    p.row(),
                                    p.column() instanceof PeriodColumn(var period)
                                            ? Optional.of(period)
                                            : Optional.empty());
                        });
    }

    /** What is selected elsewhere is brought into view. */
    private void revealIndicator(Optional<UUID> indicator) {
        indicator
                .map(model::indexOfRow)
                .filter(i -> i >= 0)
                .ifPresent(
                        row -> {
                            if (focusedPlace()
                                    .filter(p -> model.isRowOfIndicator(p.row(), indicator.get()))
                                    .isPresent()) return;
                            showing = true;
                            grid.scrollTo(Math.max(0, row - 3));
                            grid.getSelectionModel()
                                    .clearAndSelect(
                                            row, tableColumnFor(new FieldColumn(ColumnField.NAME)));
                            showing = false;
                        });
    }

    /** The cell that something elsewhere leads to. */
    private void goToTargetCell() {
        model.takeTargetCell()
                .ifPresent(
                        spot -> {
                            int row = model.indexOfRow(spot.indicatorOrPartId());
                            IndicatorColumn column =
                                    spot.period()
                                            .<IndicatorColumn>map(PeriodColumn::new)
                                            .filter(model.columnsProperty().get()::contains)
                                            .or(
                                                    () ->
                                                            model.findRefusedColumn(
                                                                    spot.indicatorOrPartId()))
                                            .orElse(new FieldColumn(ColumnField.NAME));
                            if (row < 0) return;
                            grid.scrollTo(Math.max(0, row - 3));
                            goToCell(row, grid.getColumns().indexOf(tableColumnFor(column)));
                            revealColumn(column);
                        });
    }

    /**
     * Once the grid is laid out; not under a pressed mouse, whose second click would meet another
     * cell.
     */
    private void revealColumn(IndicatorColumn column) {
        Platform.runLater(
                () -> {
                    int index = model.columnsProperty().get().indexOf(column);
                    if (index >= 0 && index < grid.getColumns().size()) frozen.revealColumn(index);
                });
    }

    private TableColumn<ObjectProperty<IndicatorRow>, ?> tableColumnFor(IndicatorColumn wanted) {
        return grid.getColumns().stream()
                .filter(c -> c.getUserData().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private Optional<CellPlace> focusedPlace() {
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        return isValidCell(p.getRow(), p.getColumn()) ? Optional.of(placeAt(p)) : Optional.empty();
    }

    private CellPlace placeAt(TablePosition<?, ?> p) {
        return new CellPlace(
                rowAt(p.getRow()).id(),
                (IndicatorColumn) grid.getColumns().get(p.getColumn()).getUserData());
    }

    private List<CellPlace> selectedPlaces() {
        List<CellPlace> places = new ArrayList<>();
        for (TablePosition<?, ?> p : grid.getSelectionModel().getSelectedCells())
            if (isValidCell(p.getRow(), p.getColumn())) places.add(placeAt(p));
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

    private void onKeyPressed(KeyEvent e) {
        if (isEditingCell()) return;
        if (handleCommandKey(e)) e.consume();
    }

    private boolean isEditingCell() {
        return grid.getEditingCell() != null;
    }

    private boolean handleCommandKey(KeyEvent e) {
        if (readOnly.get() && isEditKey(e)) return model.refusesEdits();
        if (COPY.match(e)) copySelection();
        else if (CUT.match(e)) cutSelection();
        else if (PASTE.match(e)) pasteClipboard();
        else if (UP.match(e)) moveFocusedRow(-1);
        else if (DOWN.match(e)) moveFocusedRow(1);
        else if (UNFOLD.match(e)) focusedPlace().ifPresent(p -> model.unfoldParts(p.row()));
        else if (FOLD.match(e)) foldOwner();
        else if (ADD_PART.match(e)) addPart();
        else if (REDACT.match(e)) model.toggleRedaction(selectedPlaces());
        else if (handleMoveKey(e)) return true;
        else if (e.isShortcutDown() || e.isAltDown()) return false;
        else return handlePlainKey(e);
        return true;
    }

    private static boolean isEditKey(KeyEvent e) {
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
    private boolean handleMoveKey(KeyEvent e) {
        if (e.isAltDown()) return false;
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        Optional<CellPosition> to =
                GridKeys.findNextPosition(
                        e.getCode(),
                        e.isShortcutDown(),
                        new CellPosition(p.getRow(), p.getColumn()),
                        rowsPerPage(),
                        sheet);
        to.ifPresent(
                at -> {
                    if (e.isShiftDown()) extendSelection(at.row(), at.column());
                    else goToCell(at.row(), at.column());
                    showPosition(at);
                });
        return to.isPresent();
    }

    /** How many rows are seen at once. */
    private int rowsPerPage() {
        return grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? Math.max(
                        1,
                        flow.getLastVisibleCell().getIndex()
                                - flow.getFirstVisibleCell().getIndex())
                : 1;
    }

    /** Scrolls just so far that a cell is seen whole. */
    private void showPosition(CellPosition at) {
        if (grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) flow.scrollTo(at.row());
        frozen.revealColumn(at.column());
    }

    private boolean handlePlainKey(KeyEvent e) {
        switch (e.getCode()) {
            case F2 -> startEditing(Optional.empty());
            case F4 -> aside.fire();
            case ENTER -> moveFocus(e.isShiftDown() ? -1 : 1, 0);
            case TAB -> moveFocus(0, e.isShiftDown() ? -1 : 1);
            case DELETE, BACK_SPACE -> model.clearCells(selectedPlaces());
            case ESCAPE ->
                    focusedPlace().ifPresent(p -> model.cancelRefusedText(p.row(), p.column()));
            case INSERT -> addIndicator();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A character typed on a cell begins its text anew. */
    private void onKeyTyped(KeyEvent e) {
        String text = e.getCharacter();
        boolean plain =
                !isEditingCell()
                        && !e.isControlDown()
                        && !e.isAltDown()
                        && !e.isMetaDown()
                        && !text.isEmpty()
                        && text.charAt(0) >= ' '
                        && text.charAt(0) != 127;
        if (plain) startEditing(Optional.of(text));
    }

    /** Editable only while a cell is open: the table would open one at a second single click. */
    private void startEditing(Optional<String> text) {
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        if (!isValidCell(p.getRow(), p.getColumn())) return;
        IndicatorColumn column =
                (IndicatorColumn) grid.getColumns().get(p.getColumn()).getUserData();
        boolean heading = rowAt(p.getRow()) instanceof IndicatorRow.GroupRow;
        if (!column.isEditable()
                || heading && !column.equals(new FieldColumn(ColumnField.NAME))
                || model.refusesEdits()) return;
        showPosition(new CellPosition(p.getRow(), p.getColumn()));
        grid.layout();
        begun = text;
        grid.setEditable(true);
        grid.edit(p.getRow(), grid.getColumns().get(p.getColumn()));
        begun = Optional.empty();
    }

    private void moveFocus(int down, int right) {
        TablePosition<?, ?> p = grid.getFocusModel().getFocusedCell();
        int row = Math.clamp(p.getRow() + (long) down, 0, Math.max(0, grid.getItems().size() - 1));
        int column = Math.clamp(p.getColumn() + (long) right, 0, grid.getColumns().size() - 1);
        if (!isValidCell(row, column)) return;
        goToCell(row, column);
        showPosition(new CellPosition(row, column));
    }

    private void copySelection() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copyCells(selectedPlaces()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void cutSelection() {
        copySelection();
        model.clearCells(selectedPlaces());
    }

    private void pasteClipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isEmpty()) return;
        List<CellPlace> places = selectedPlaces();
        boolean one =
                ClipboardBlock.parseBlock(text).size() == 1
                        && ClipboardBlock.parseBlock(text).getFirst().size() == 1;
        if (one && places.size() > 1) {
            model.fillCells(places, ClipboardBlock.parseBlock(text).getFirst().getFirst());
            return;
        }
        upperLeftPlace()
                .map(p -> model.pasteBlock(p.row(), p.column(), text))
                .ifPresent(this::selectPlaces);
    }

    /** The block about the cells, the frame about its upper left one. */
    private void selectPlaces(List<CellPlace> places) {
        List<CellPosition> cells =
                places.stream()
                        .map(
                                p ->
                                        new CellPosition(
                                                model.indexOfRow(p.row()),
                                                model.columnsProperty().get().indexOf(p.column())))
                        .filter(c -> isValidCell(c.row(), c.column()))
                        .toList();
        if (cells.isEmpty()) return;
        CellPosition first =
                new CellPosition(
                        cells.stream().mapToInt(CellPosition::row).min().getAsInt(),
                        cells.stream().mapToInt(CellPosition::column).min().getAsInt());
        CellPosition last =
                new CellPosition(
                        cells.stream().mapToInt(CellPosition::row).max().getAsInt(),
                        cells.stream().mapToInt(CellPosition::column).max().getAsInt());
        anchor = new int[] {first.row(), first.column()};
        selectBlock(first, last, first);
    }

    /** The upper left of what is selected. */
    private Optional<CellPlace> upperLeftPlace() {
        var cells = grid.getSelectionModel().getSelectedCells();
        int row = cells.stream().mapToInt(c -> c.getRow()).min().orElse(-1);
        int column = cells.stream().mapToInt(c -> c.getColumn()).min().orElse(-1);
        if (!isValidCell(row, column)) return focusedPlace();
        return Optional.of(
                new CellPlace(
                        rowAt(row).id(),
                        (IndicatorColumn) grid.getColumns().get(column).getUserData()));
    }

    private ContextMenu createContextMenu() {
        MenuItem forecast =
                createMenuItem(
                        "indicators.forecast",
                        () ->
                                focusedPlace()
                                        .ifPresent(
                                                p -> {
                                                    if (p.column()
                                                            instanceof PeriodColumn(var period))
                                                        model.toggleForecast(p.row(), period);
                                                }));
        return new ContextMenu(
                createMenuItem(
                        "indicators.edit",
                        new KeyCodeCombination(KeyCode.F2),
                        () -> startEditing(Optional.empty())),
                forecast,
                createMenuItem(
                        "indicators.redact", REDACT, () -> model.toggleRedaction(selectedPlaces())),
                new SeparatorMenuItem(),
                createMenuItem("indicators.cut", CUT, this::cutSelection),
                createMenuItem("indicators.copy", COPY, this::copySelection),
                createMenuItem("indicators.paste", PASTE, this::pasteClipboard),
                createMenuItem(
                        "indicators.clear",
                        new KeyCodeCombination(KeyCode.DELETE),
                        () -> model.clearCells(selectedPlaces())),
                new SeparatorMenuItem(),
                createMenuItem(
                        "indicators.add",
                        new KeyCodeCombination(KeyCode.INSERT),
                        this::addIndicator),
                createMenuItem("indicators.addGroup", this::addGroup),
                createMenuItem("part.add", ADD_PART, this::addPart),
                createMenuItem(
                        "part.unfold",
                        UNFOLD,
                        () -> focusedPlace().ifPresent(p -> model.unfoldParts(p.row()))),
                createMenuItem("part.fold", FOLD, this::foldOwner),
                createMenuItem("indicators.up", UP, () -> moveFocusedRow(-1)),
                createMenuItem("indicators.down", DOWN, () -> moveFocusedRow(1)),
                createMenuItem("indicators.delete", this::deleteFocusedRow),
                createMenuItem(
                        "indicators.period.remove",
                        () ->
                                focusedPlace()
                                        .ifPresent(
                                                p -> {
                                                    if (p.column()
                                                            instanceof PeriodColumn(var period))
                                                        model.removePeriod(period);
                                                })));
    }

    private MenuItem createMenuItem(String key, Runnable action) {
        MenuItem item = new MenuItem(words.sentence(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /**
     * The keys are shown only: the grid itself answers them, so that they are not answered twice.
     */
    private MenuItem createMenuItem(String key, KeyCombination keys, Runnable action) {
        MenuItem item = createMenuItem(key, action);
        item.setText(item.getText() + "    " + keys.getDisplayText());
        return item;
    }

    private void addIndicator() {
        UUID id = model.addIndicator(focusedPlace().map(CellPlace::row));
        startTypingName(id);
    }

    /** The focus stays on the indicator whose parts are gone. */
    private void foldOwner() {
        focusedPlace()
                .ifPresent(
                        p ->
                                model.foldParts(p.row())
                                        .ifPresent(
                                                owner ->
                                                        goToCell(
                                                                model.indexOfRow(owner),
                                                                grid.getColumns()
                                                                        .indexOf(
                                                                                tableColumnFor(
                                                                                        p
                                                                                                .column())))));
    }

    private void addPart() {
        focusedPlace().flatMap(p -> model.addPart(p.row())).ifPresent(this::startTypingName);
    }

    private void addGroup() {
        startTypingName(model.addGroup());
    }

    /** At once: keys may be waiting already, and would be taken by whatever cell has the focus. */
    private void startTypingName(UUID row) {
        int index = model.indexOfRow(row);
        if (index < 0) return;
        grid.requestFocus();
        grid.scrollTo(index);
        grid.layout();
        goToCell(
                index,
                grid.getColumns().indexOf(tableColumnFor(new FieldColumn(ColumnField.NAME))));
        startEditing(Optional.empty());
    }

    private void moveFocusedRow(int by) {
        focusedPlace()
                .ifPresent(
                        p -> {
                            model.moveRow(p.row(), by);
                        });
    }

    private void deleteFocusedRow() {
        focusedPlace().ifPresent(p -> model.deleteRow(p.row()));
    }
}
