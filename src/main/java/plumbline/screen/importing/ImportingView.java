package plumbline.screen.importing;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import javafx.util.converter.DefaultStringConverter;

import org.kordamp.ikonli.feather.Feather;

import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.ImportReview;
import plumbline.screen.importing.ImportingViewModel.ImportFilter;
import plumbline.screen.importing.ImportingViewModel.ImportItem;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.FileDrop;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of colleagues' files in one table, what each would do to the plan, and beside it what
 * is to be said of the one that is looked at.
 */
public final class ImportingView implements ScreenView {
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination OPEN =
            new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TAKE_IN =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final ImportingViewModel model;
    private final Messages words;
    private final TableView<ImportItem> table = new TableView<>();
    private final TableColumn<ImportItem, String> newValueColumn = new TableColumn<>();
    private final ComboBox<ImportFilter> filters = new ComboBox<>();
    private final Label summary = Labels.createSmallLabel("");
    private final Button importButton;
    private final Button clearButton;
    private final ImportFigurePane figurePane;
    private final PastImportsPane pastPane;
    private final CollectingPane collectingPane;
    private final BorderPane root = new BorderPane();
    private final SplitPane split;
    private final Node welcomeNode;
    private final Tab reviewTab = new Tab();
    private final TabPane tabs;
    private final Subscription subscriptions;

    public ImportingView(ImportingViewModel model, CollectingViewModel collected, Messages words) {
        this.model = model;
        this.words = words;
        this.figurePane = new ImportFigurePane(model, words);
        this.pastPane = new PastImportsPane(model, words);
        this.collectingPane = new CollectingPane(collected, words);
        this.importButton = Buttons.createActionButton("", "import-take-in", model::importTaken);
        this.clearButton =
                Buttons.createActionButton(
                        words.sentence("import.clear"),
                        "import-clear",
                        Feather.X,
                        model::clearBatch);
        root.setId("importing");
        createColumns();
        ScrollPane detail = new ScrollPane(figurePane.node());
        detail.setFitToWidth(true);
        detail.setMinWidth(240);
        SplitPane.setResizableWithParent(detail, false);
        split = new SplitPane(table, detail);
        split.setDividerPositions(0.72);
        welcomeNode = createWelcome();
        reviewTab.setText(words.sentence("import.tab.review"));
        reviewTab.setClosable(false);
        Tab history = new Tab(words.sentence("import.tab.past"), pastPane.node());
        history.setClosable(false);
        Tab collect = new Tab(words.sentence("kit.tab"), collectingPane.node());
        collect.setClosable(false);
        collect.setOnSelectionChanged(_ -> collectingPane.revealPeriod());
        tabs = new TabPane(reviewTab, history, collect);
        tabs.setId("import-tabs");
        tabs.setSide(Side.TOP);
        root.setTop(createTools());
        root.setCenter(tabs);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        FileDrop.acceptFiles(root, model::readFiles);
        subscriptions =
                Subscription.combine(
                        model.review().subscribe(this::showReview),
                        model.items().subscribe(this::showItems),
                        model.history().subscribe(pastPane::showHistory),
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe(i -> figurePane.showItem(Optional.ofNullable(i))));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        if (model.review().get().isPresent()) table.requestFocus();
        else root.lookup("#import-open").requestFocus();
    }

    @Override
    public Activatable activatable() {
        return Activatable.combineActivatables(model.activatable(), collectingPane);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        collectingPane.close();
        model.close();
    }

    private Node createTools() {
        importButton.getStyleClass().add("accent");
        importButton.setTooltip(new Tooltip("Ctrl+Enter"));
        CheckBox keep = new CheckBox(words.sentence("import.keep"));
        keep.setId("import-keep");
        keep.setTooltip(new Tooltip(words.sentence("import.keep.about")));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.selectedProperty().bindBidirectional(model.keepInArchive());
        filters.setId("import-show");
        filters.setAccessibleText(words.sentence("import.show"));
        filters.setConverter(Labels.converterFor(model::filterText));
        filters.setMinWidth(150);
        filters.setOnAction(
                _ -> Optional.ofNullable(filters.getValue()).ifPresent(model.filter()::set));
        FlowPane tools =
                new FlowPane(
                        8,
                        6,
                        Buttons.createActionButton(
                                words.sentence("import.files"),
                                "import-open",
                                Feather.FILE_PLUS,
                                model::openFiles),
                        Buttons.createActionButton(
                                words.sentence("import.folder.choose"),
                                "import-folder",
                                Feather.FOLDER_PLUS,
                                model::openFolder),
                        Buttons.createActionButton(
                                words.sentence("import.paste"),
                                "import-paste",
                                Feather.CLIPBOARD,
                                this::pasteClipboard),
                        clearButton,
                        filters,
                        keep,
                        importButton);
        tools.getStyleClass().add("proof-tools");
        summary.setId("import-summary");
        summary.getStyleClass().add("proof-summary");
        summary.managedProperty().bind(summary.textProperty().isNotEmpty());
        return new VBox(tools, summary);
    }

    private Node createWelcome() {
        return Labels.createWelcome(
                600,
                words.sentence("import.title"),
                words.sentence("import.intro"),
                words.sentence("import.intro.kinds"));
    }

    private void createColumns() {
        table.setId("import-table");
        table.setEditable(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.sentence("import.none")));
        TableColumn<ImportItem, ImportItem> taken = new TableColumn<>();
        taken.setId("import-taken");
        taken.setPrefWidth(36);
        taken.setCellValueFactory(i -> new ReadOnlyObjectWrapper<>(i.getValue()));
        taken.setCellFactory(_ -> new ImportTakenCell());
        newValueColumn.setText(words.sentence("import.column.next"));
        newValueColumn.setId("import-next");
        newValueColumn.setPrefWidth(120);
        newValueColumn.setCellValueFactory(i -> new ReadOnlyStringWrapper(i.getValue().newText()));
        newValueColumn.setCellFactory(_ -> new TextFieldTableCell<>(new DefaultStringConverter()));
        newValueColumn.setOnEditCommit(
                e -> {
                    if (!e.getNewValue().equals(e.getOldValue()))
                        model.typeValue(e.getRowValue(), e.getNewValue());
                });
        table.getColumns()
                .setAll(
                        List.of(
                                taken,
                                createTextColumn(
                                        "import.column.indicator", 200, ImportItem::indicator),
                                createTextColumn("import.column.period", 116, ImportItem::period),
                                createTextColumn("import.column.now", 100, ImportItem::currentText),
                                newValueColumn,
                                createFindingColumn(),
                                createTextColumn("import.column.reason", 240, ImportItem::reason),
                                createTextColumn("import.column.source", 190, ImportItem::source)));
        table.setRowFactory(_ -> new ImportItemRow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onTableKeyPressed);
    }

    private TableColumn<ImportItem, String> createTextColumn(
            String key, double width, Function<ImportItem, String> of) {
        TableColumn<ImportItem, String> column = new TableColumn<>(words.sentence(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(i -> new ReadOnlyStringWrapper(of.apply(i.getValue())));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String text, boolean nothing) {
                                super.updateItem(text, nothing);
                                setText(nothing ? null : text);
                                setTooltip(
                                        nothing || text == null || text.isEmpty()
                                                ? null
                                                : new Tooltip(text));
                            }
                        });
        return column;
    }

    private TableColumn<ImportItem, String> createFindingColumn() {
        TableColumn<ImportItem, String> column =
                createTextColumn("import.column.finding", 76, ImportItem::findingText);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String text, boolean nothing) {
                                super.updateItem(text, nothing);
                                setText(nothing ? null : text);
                                getStyleClass().removeIf(s -> s.startsWith("finding-"));
                                ImportItem item =
                                        nothing || getTableRow() == null
                                                ? null
                                                : getTableRow().getItem();
                                if (item != null)
                                    getStyleClass()
                                            .add(
                                                    "finding-"
                                                            + item.proposal()
                                                                    .status()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT));
                            }
                        });
        return column;
    }

    private void showReview(Optional<ImportReview> now) {
        reviewTab.setContent(now.isPresent() ? split : welcomeNode);
        summary.setText(model.summaryText());
        importButton.setText(words.sentence("import.takeIn", model.countTaken()));
        importButton.setDisable(model.countTaken() == 0 || model.isReadOnly());
        for (Node each : List.of(filters, clearButton)) each.setDisable(now.isEmpty());
    }

    /** The figure that was looked at stays so, when everything is compared anew. */
    private void showItems(List<ImportItem> items) {
        Optional<ImportItem> before =
                Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        filters.getItems().setAll(model.availableFilters());
        filters.setValue(model.filter().get());
        table.getItems().setAll(items);
        before.flatMap(b -> items.stream().filter(i -> i.address().equals(b.address())).findFirst())
                .ifPresentOrElse(
                        table.getSelectionModel()::select,
                        () -> table.getSelectionModel().selectFirst());
    }

    private void pasteClipboard() {
        model.pasteText(Optional.ofNullable(Clipboard.getSystemClipboard().getString()));
    }

    private void onKeyPressed(KeyEvent e) {
        if (PASTE.match(e)) pasteClipboard();
        else if (OPEN.match(e)) model.openFiles();
        else if (TAKE_IN.match(e)) model.importTaken();
        else return;
        e.consume();
    }

    private void onTableKeyPressed(KeyEvent e) {
        if (table.getEditingCell() != null) return;
        List<ImportItem> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (e.getCode() == KeyCode.SPACE && !chosen.isEmpty())
            model.setTaken(chosen, chosen.stream().anyMatch(i -> !i.proposal().taken()));
        else if (e.getCode() == KeyCode.F2)
            table.edit(table.getSelectionModel().getSelectedIndex(), newValueColumn);
        else if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown())
            chosen.stream().findFirst().ifPresent(model::goToCell);
        else return;
        e.consume();
    }

    private final class ImportTakenCell extends TableCell<ImportItem, ImportItem> {
        private final CheckBox box = new CheckBox();

        ImportTakenCell() {
            setAlignment(Pos.CENTER);
            box.setOnAction(_ -> model.setTaken(List.of(getItem()), box.isSelected()));
            box.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(ImportItem item, boolean nothing) {
            super.updateItem(item, nothing);
            setGraphic(nothing || item == null || !item.proposal().isPossible() ? null : box);
            if (nothing || item == null) return;
            box.setSelected(item.proposal().taken());
            box.setAccessibleText(
                    words.sentence("import.column.taken")
                            + " "
                            + item.indicator()
                            + " "
                            + item.period());
        }
    }

    private static final class ImportItemRow extends TableRow<ImportItem> {
        @Override
        protected void updateItem(ImportItem item, boolean nothing) {
            super.updateItem(item, nothing);
            boolean pale =
                    item != null
                            && (item.proposal().status() == FigureProposal.ProposalStatus.SAME
                                    || item.proposal().status()
                                            == FigureProposal.ProposalStatus.UNUSED);
            getStyleClass().remove("row-pale");
            if (pale) getStyleClass().add("row-pale");
        }
    }
}
