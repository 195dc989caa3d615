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

import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.Proposal;
import plumbline.screen.importing.ImportingViewModel.Item;
import plumbline.screen.importing.ImportingViewModel.Show;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.FileDrop;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.View;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of colleagues' files in one table, what each would do to the plan, and beside it what
 * is to be said of the one that is looked at.
 */
public final class ImportingView implements View {
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination OPEN =
            new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TAKE_IN =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final ImportingViewModel model;
    private final Messages words;
    private final TableView<Item> table = new TableView<>();
    private final TableColumn<Item, String> next = new TableColumn<>();
    private final ComboBox<Show> shows = new ComboBox<>();
    private final Label summary = Texts.small("");
    private final Button takeIn;
    private final Button clear;
    private final FigurePane figure;
    private final PastPane past;
    private final CollectingPane collecting;
    private final BorderPane root = new BorderPane();
    private final SplitPane split;
    private final Node empty;
    private final Tab review = new Tab();
    private final TabPane tabs;
    private final Subscription subscriptions;

    public ImportingView(ImportingViewModel model, CollectingViewModel collected, Messages words) {
        this.model = model;
        this.words = words;
        this.figure = new FigurePane(model, words);
        this.past = new PastPane(model, words);
        this.collecting = new CollectingPane(collected, words);
        this.takeIn = Buttons.verb("", "import-take-in", model::takeIn);
        this.clear =
                Buttons.verb(words.say("import.clear"), "import-clear", Feather.X, model::clear);
        root.setId("importing");
        columns();
        ScrollPane detail = new ScrollPane(figure.node());
        detail.setFitToWidth(true);
        detail.setMinWidth(240);
        SplitPane.setResizableWithParent(detail, false);
        split = new SplitPane(table, detail);
        split.setDividerPositions(0.72);
        empty = welcome();
        review.setText(words.say("import.tab.review"));
        review.setClosable(false);
        Tab history = new Tab(words.say("import.tab.past"), past.node());
        history.setClosable(false);
        Tab collect = new Tab(words.say("kit.tab"), collecting.node());
        collect.setClosable(false);
        collect.setOnSelectionChanged(_ -> collecting.reveal());
        tabs = new TabPane(review, history, collect);
        tabs.setId("import-tabs");
        tabs.setSide(Side.TOP);
        root.setTop(tools());
        root.setCenter(tabs);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        FileDrop.on(root, model::read);
        subscriptions =
                Subscription.combine(
                        model.review().subscribe(this::reviewed),
                        model.items().subscribe(this::list),
                        model.history().subscribe(past::show),
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe(i -> figure.show(Optional.ofNullable(i))));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        if (model.review().get().isPresent()) table.requestFocus();
        else root.lookup("#import-open").requestFocus();
    }

    @Override
    public Activatable seen() {
        return Activatable.all(model.seen(), collecting);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        collecting.close();
        model.close();
    }

    private Node tools() {
        takeIn.getStyleClass().add("accent");
        takeIn.setTooltip(new Tooltip("Ctrl+Enter"));
        CheckBox keep = new CheckBox(words.say("import.keep"));
        keep.setId("import-keep");
        keep.setTooltip(new Tooltip(words.say("import.keep.about")));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.selectedProperty().bindBidirectional(model.keeping());
        shows.setId("import-show");
        shows.setAccessibleText(words.say("import.show"));
        shows.setConverter(Texts.worded(model::said));
        shows.setMinWidth(150);
        shows.setOnAction(_ -> Optional.ofNullable(shows.getValue()).ifPresent(model.show()::set));
        FlowPane tools =
                new FlowPane(
                        8,
                        6,
                        Buttons.verb(
                                words.say("import.files"),
                                "import-open",
                                Feather.FILE_PLUS,
                                model::openFiles),
                        Buttons.verb(
                                words.say("import.folder.choose"),
                                "import-folder",
                                Feather.FOLDER_PLUS,
                                model::openFolder),
                        Buttons.verb(
                                words.say("import.paste"),
                                "import-paste",
                                Feather.CLIPBOARD,
                                this::paste),
                        clear,
                        shows,
                        keep,
                        takeIn);
        tools.getStyleClass().add("proof-tools");
        summary.setId("import-summary");
        summary.getStyleClass().add("proof-summary");
        summary.managedProperty().bind(summary.textProperty().isNotEmpty());
        return new VBox(tools, summary);
    }

    private Node welcome() {
        return Texts.welcome(
                600,
                words.say("import.title"),
                words.say("import.intro"),
                words.say("import.intro.kinds"));
    }

    private void columns() {
        table.setId("import-table");
        table.setEditable(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.say("import.none")));
        TableColumn<Item, Item> taken = new TableColumn<>();
        taken.setId("import-taken");
        taken.setPrefWidth(36);
        taken.setCellValueFactory(i -> new ReadOnlyObjectWrapper<>(i.getValue()));
        taken.setCellFactory(_ -> new TakenCell());
        next.setText(words.say("import.column.next"));
        next.setId("import-next");
        next.setPrefWidth(120);
        next.setCellValueFactory(i -> new ReadOnlyStringWrapper(i.getValue().next()));
        next.setCellFactory(_ -> new TextFieldTableCell<>(new DefaultStringConverter()));
        next.setOnEditCommit(
                e -> {
                    if (!e.getNewValue().equals(e.getOldValue()))
                        model.type(e.getRowValue(), e.getNewValue());
                });
        table.getColumns()
                .setAll(
                        List.of(
                                taken,
                                text("import.column.indicator", 200, Item::indicator),
                                text("import.column.period", 116, Item::period),
                                text("import.column.now", 100, Item::now),
                                next,
                                finding(),
                                text("import.column.reason", 240, Item::reason),
                                text("import.column.source", 190, Item::source)));
        table.setRowFactory(_ -> new ItemRow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyed);
    }

    private TableColumn<Item, String> text(String key, double width, Function<Item, String> of) {
        TableColumn<Item, String> column = new TableColumn<>(words.say(key));
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

    private TableColumn<Item, String> finding() {
        TableColumn<Item, String> column = text("import.column.finding", 76, Item::finding);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String text, boolean nothing) {
                                super.updateItem(text, nothing);
                                setText(nothing ? null : text);
                                getStyleClass().removeIf(s -> s.startsWith("finding-"));
                                Item item =
                                        nothing || getTableRow() == null
                                                ? null
                                                : getTableRow().getItem();
                                if (item != null)
                                    getStyleClass()
                                            .add(
                                                    "finding-"
                                                            + item.proposal()
                                                                    .finding()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT));
                            }
                        });
        return column;
    }

    private void reviewed(Optional<ImportReview> now) {
        review.setContent(now.isPresent() ? split : empty);
        summary.setText(model.summary());
        takeIn.setText(words.say("import.takeIn", model.taken()));
        takeIn.setDisable(model.taken() == 0 || model.readOnly());
        for (Node each : List.of(shows, clear)) each.setDisable(now.isEmpty());
    }

    /** The figure that was looked at stays so, when everything is compared anew. */
    private void list(List<Item> items) {
        Optional<Item> before = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        shows.getItems().setAll(model.shows());
        shows.setValue(model.show().get());
        table.getItems().setAll(items);
        before.flatMap(b -> items.stream().filter(i -> i.place().equals(b.place())).findFirst())
                .ifPresentOrElse(
                        table.getSelectionModel()::select,
                        () -> table.getSelectionModel().selectFirst());
    }

    private void paste() {
        model.paste(Optional.ofNullable(Clipboard.getSystemClipboard().getString()));
    }

    private void pressed(KeyEvent e) {
        if (PASTE.match(e)) paste();
        else if (OPEN.match(e)) model.openFiles();
        else if (TAKE_IN.match(e)) model.takeIn();
        else return;
        e.consume();
    }

    private void keyed(KeyEvent e) {
        if (table.getEditingCell() != null) return;
        List<Item> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (e.getCode() == KeyCode.SPACE && !chosen.isEmpty())
            model.take(chosen, chosen.stream().anyMatch(i -> !i.proposal().taken()));
        else if (e.getCode() == KeyCode.F2)
            table.edit(table.getSelectionModel().getSelectedIndex(), next);
        else if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown())
            chosen.stream().findFirst().ifPresent(model::go);
        else return;
        e.consume();
    }

    private final class TakenCell extends TableCell<Item, Item> {
        private final CheckBox box = new CheckBox();

        TakenCell() {
            setAlignment(Pos.CENTER);
            box.setOnAction(_ -> model.take(List.of(getItem()), box.isSelected()));
            box.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(Item item, boolean nothing) {
            super.updateItem(item, nothing);
            setGraphic(nothing || item == null || !item.proposal().possible() ? null : box);
            if (nothing || item == null) return;
            box.setSelected(item.proposal().taken());
            box.setAccessibleText(
                    words.say("import.column.taken")
                            + " "
                            + item.indicator()
                            + " "
                            + item.period());
        }
    }

    private static final class ItemRow extends TableRow<Item> {
        @Override
        protected void updateItem(Item item, boolean nothing) {
            super.updateItem(item, nothing);
            boolean pale =
                    item != null
                            && (item.proposal().finding() == Proposal.Finding.SAME
                                    || item.proposal().finding() == Proposal.Finding.UNUSED);
            getStyleClass().remove("row-pale");
            if (pale) getStyleClass().add("row-pale");
        }
    }
}
