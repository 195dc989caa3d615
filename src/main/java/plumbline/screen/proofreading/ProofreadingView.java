package plumbline.screen.proofreading;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.exchange.file.DocumentReader;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.Contradiction.ContradictionSeverity;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.FileDrop;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.SystemClipboard;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.parts.table.FrozenColumns;
import plumbline.screen.proofreading.ProofreadingViewModel.ContradictionItem;
import plumbline.screen.proofreading.ProofreadingViewModel.ProofreadingMode;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table with its marked cells, or the text above the plan's, and beside it what does not hold.
 */
public final class ProofreadingView implements ScreenView {
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination OPEN =
            new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
    private static final Map<ContradictionSeverity, Feather> ICONS =
            Map.of(
                    ContradictionSeverity.WRONG,
                    Feather.ALERT_CIRCLE,
                    ContradictionSeverity.MISSING,
                    Feather.EDIT_3,
                    ContradictionSeverity.REMARK,
                    Feather.INFO);
    private static final double NAME_WIDTH = 190;
    private static final double NARROWEST = 62;
    private static final double HEAD_CHARACTER = 12;
    private static final double HEAD_PADDING = 34;

    /** Icon, gaps and scroll bar beside the sentences of the list. */
    private static final double BESIDE_TEXT = 66;

    private final ProofreadingViewModel model;
    private final Messages words;
    private final TableView<PrintedRow> table = new TableView<>();
    private final FrozenColumns frozen =
            new FrozenColumns(
                    table,
                    c -> isLeadingColumn((PrintedColumn) c.getUserData()),
                    c ->
                            ((PrintedColumn) c.getUserData()).role()
                                    == PrintedColumnRole.PlainColumn.VERDICT);
    private final ListView<ContradictionItem> list = new ListView<>();
    private final Label summary = new Label();
    private final BorderPane root = new BorderPane();
    private final SplitPane split;
    private final SplitPane textAndTable = new SplitPane();
    private final ProofTextPane textPane;
    private final Subscription subscription;

    public ProofreadingView(ProofreadingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("proofreading");
        table.setId("proof-table");
        table.setSortPolicy(_ -> false);
        table.getSelectionModel().setCellSelectionEnabled(true);
        list.setId("proof-list");
        list.setCellFactory(_ -> new ContradictionCell());
        list.setMinWidth(220);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(i -> Optional.ofNullable(i).ifPresent(this::revealItem));
        textPane = new ProofTextPane(model, this::selectContradiction);
        split = new SplitPane();
        textAndTable.setOrientation(Orientation.VERTICAL);
        root.setTop(new VBox(createTools(), summary));
        summary.setId("proof-summary");
        summary.setWrapText(true);
        summary.getStyleClass().add("proof-summary");
        summary.managedProperty().bind(summary.textProperty().isNotEmpty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        FileDrop.acceptFiles(root, files -> model.openFile(files.getFirst()));
        subscription =
                Subscription.combine(
                        model.proof().subscribe(_ -> showProof()),
                        model.textProof().subscribe(_ -> showProof()),
                        model.mode().subscribe(_ -> showProof()));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        if (model.shownTable().isPresent()) list.requestFocus();
        else root.lookup("#proof-open").requestFocus();
    }

    @Override
    public Activatable activatable() {
        return model.activatable();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        model.close();
    }

    private Node createTools() {
        Button open =
                Buttons.createActionButton(
                        words.sentence("proof.open"),
                        "proof-open",
                        Feather.FOLDER,
                        model::chooseFile);
        Button paste =
                Buttons.createActionButton(
                        words.sentence("proof.paste"),
                        "proof-paste",
                        Feather.CLIPBOARD,
                        this::pasteClipboard);
        Button plan =
                Buttons.createActionButton(
                        words.sentence("proof.plan"),
                        "proof-plan",
                        Feather.FILE_PLUS,
                        model::makePlan);
        Button copy =
                Buttons.createActionButton(
                        words.sentence("proof.copy"), "proof-copy", Feather.COPY, this::copyLetter);
        plan.getStyleClass().add("accent");
        Button go =
                Buttons.createActionButton(
                        words.sentence("proof.go"),
                        "proof-go",
                        Feather.GRID,
                        () -> model.goToCell(list.getSelectionModel().getSelectedItem()));
        go.disableProperty()
                .bind(
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .map(i -> i.contradiction().location().row().isEmpty())
                                .orElse(true));
        ObservableValue<Boolean> ofTable = model.mode().map(m -> m == ProofreadingMode.TABLE);
        plan.disableProperty().bind(model.proof().map(Optional::isEmpty));
        copy.setDisable(true);
        list.itemsProperty()
                .get()
                .addListener(
                        (ListChangeListener<ContradictionItem>)
                                _ -> copy.setDisable(model.shownTable().isEmpty()));
        Node choice = createRuleChoice();
        HBox rules =
                new HBox(
                        8,
                        FieldGrid.createFieldLabel(words.sentence("proof.rule"), choice),
                        choice);
        rules.setAlignment(Pos.CENTER_LEFT);
        for (Node each : List.of(rules, plan)) bindVisibility(each, ofTable);
        bindVisibility(go, model.mode().map(m -> m == ProofreadingMode.TEXT));
        FlowPane tools = new FlowPane(8, 6, createModeSwitch(), open, paste, rules, go, copy, plan);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("proof-tools");
        return tools;
    }

    private static void bindVisibility(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private Node createModeSwitch() {
        ToggleButton ofTable =
                createModeButton("proof.mode.table", "proof-mode-table", ProofreadingMode.TABLE);
        ToggleButton ofText =
                createModeButton("proof.mode.text", "proof-mode-text", ProofreadingMode.TEXT);
        ofText.disableProperty().bind(model.isPlanOpen().map(o -> !o));
        return new HBox(ofTable, ofText);
    }

    private ToggleButton createModeButton(String key, String id, ProofreadingMode mode) {
        ToggleButton button =
                Buttons.createModeButton(words.sentence(key), id, () -> model.switchMode(mode));
        model.mode().subscribe(m -> button.setSelected(m == mode));
        return button;
    }

    private Node createRuleChoice() {
        ComboBox<String> rules = new ComboBox<>();
        rules.setId("proof-rule");
        rules.getItems().setAll(model.ruleKeys());
        rules.setValue(ProofreadingViewModel.BY_NOTE);
        rules.setMinWidth(Region.USE_PREF_SIZE);
        rules.setConverter(Labels.converterFor(model::ruleName));
        rules.setOnAction(_ -> model.checkByRule(rules.getValue()));
        return rules;
    }

    private Node createWelcome() {
        boolean ofTable = model.mode().get() == ProofreadingMode.TABLE;
        return Labels.createWelcome(
                560,
                words.sentence(ofTable ? "proof.title" : "proof.text.title"),
                words.sentence(ofTable ? "proof.intro" : "proof.text.intro"),
                words.sentence(ofTable ? "proof.intro.kinds" : "proof.text.kinds"));
    }

    private void pasteClipboard() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        model.pasteText(
                Optional.ofNullable(clipboard.getHtml())
                        .filter(DocumentReader::holdsTable)
                        .or(() -> Optional.ofNullable(clipboard.getString())));
    }

    private void copyLetter() {
        model.letterText().ifPresent(SystemClipboard::copyText);
    }

    private void onKeyPressed(KeyEvent e) {
        if (PASTE.match(e)) pasteClipboard();
        else if (OPEN.match(e)) model.chooseFile();
        else return;
        e.consume();
    }

    private void showProof() {
        Optional<PrintedTable> shown = model.shownTable();
        arrangePanes(shown.isPresent());
        summary.setText(model.summaryText());
        table.getColumns().clear();
        table.getItems().clear();
        shown.ifPresent(
                t -> {
                    t.columns().forEach(c -> table.getColumns().add(createColumn(c)));
                    table.getItems().setAll(t.rows());
                    frozen.onColumnsChanged();
                });
        list.setPlaceholder(Labels.createSmallLabel(model.emptyListText()));
        list.getItems().setAll(model.contradictionItems());
    }

    /** The table alone, or the text above it; beside them the list. */
    private void arrangePanes(boolean something) {
        split.getItems().clear();
        textAndTable.getItems().clear();
        root.setCenter(something ? split : createWelcome());
        if (!something) return;
        if (model.mode().get() == ProofreadingMode.TABLE) split.getItems().setAll(table, list);
        else {
            textAndTable.getItems().setAll(textPane.node(), table);
            textAndTable.setDividerPositions(0.62);
            split.getItems().setAll(textAndTable, list);
            model.textProof().get().ifPresent(textPane::showProof);
        }
        split.setDividerPositions(0.6);
    }

    private void selectContradiction(Contradiction of) {
        list.getItems().stream()
                .filter(i -> i.contradiction().equals(of))
                .findFirst()
                .ifPresent(
                        i -> {
                            list.getSelectionModel().select(i);
                            list.scrollTo(i);
                        });
    }

    private TableColumn<PrintedRow, String> createColumn(PrintedColumn printed) {
        TableColumn<PrintedRow, String> column = new TableColumn<>();
        column.setId("proof-column-" + printed.index());
        column.setUserData(printed);
        column.setGraphic(createHead(printed));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(columnWidth(printed));
        column.setCellValueFactory(
                row ->
                        new ReadOnlyStringWrapper(
                                row.getValue().cells().get(printed.index()).text()));
        column.setCellFactory(
                _ -> {
                    ProofCell cell = new ProofCell(printed);
                    frozen.freezeCell(cell, column);
                    return cell;
                });
        return column;
    }

    /** The number and the name stay in sight, where the table begins with them. */
    private static boolean isLeadingColumn(PrintedColumn printed) {
        return printed.index() < 2
                && (printed.role() == PrintedColumnRole.PlainColumn.NUMBER
                        || printed.role() == PrintedColumnRole.PlainColumn.NAME);
    }

    private static double columnWidth(PrintedColumn printed) {
        if (printed.role() == PrintedColumnRole.PlainColumn.NAME) return NAME_WIDTH;
        return Math.clamp(
                printed.heading().length() * HEAD_CHARACTER + HEAD_PADDING, NARROWEST, NAME_WIDTH);
    }

    private Label createHead(PrintedColumn printed) {
        Label head = new Label(printed.heading());
        List<ContradictionItem> items = model.itemsAt(Optional.empty(), printed);
        head.setTooltip(new Tooltip(items.isEmpty() ? printed.heading() : joinedSentences(items)));
        items.stream()
                .findFirst()
                .ifPresent(
                        i -> head.getStyleClass().add(styleClassOf(i.contradiction().severity())));
        return head;
    }

    private static String joinedSentences(List<ContradictionItem> items) {
        return items.stream().map(ContradictionItem::sentence).collect(Collectors.joining("\n"));
    }

    private static String styleClassOf(ContradictionSeverity severity) {
        return "proof-" + severity.name().toLowerCase(Locale.ROOT);
    }

    /** To the words and the cell that an item of the list speaks of. */
    private void revealItem(ContradictionItem item) {
        if (model.mode().get() == ProofreadingMode.TEXT)
            textPane.revealQuote(item.contradiction().quote());
        Optional<TableColumn<PrintedRow, ?>> column =
                item.contradiction()
                        .location()
                        .column()
                        .map(c -> table.getColumns().get(c.index()));
        column.map(c -> table.getColumns().indexOf(c)).ifPresent(frozen::revealColumn);
        item.contradiction()
                .location()
                .row()
                .ifPresent(
                        row -> {
                            table.scrollTo(Math.max(0, row.index() - 2));
                            column.ifPresent(
                                    c -> table.getSelectionModel().clearAndSelect(row.index(), c));
                        });
    }

    private final class ProofCell extends TableCell<PrintedRow, String> {
        private final PrintedColumn column;

        ProofCell(PrintedColumn column) {
            this.column = column;
            setOnMouseClicked(
                    _ ->
                            itemsOfCell().stream()
                                    .findFirst()
                                    .ifPresent(
                                            i -> {
                                                list.getSelectionModel().select(i);
                                                list.scrollTo(i);
                                            }));
        }

        private List<ContradictionItem> itemsOfCell() {
            PrintedRow row = getTableRow() == null ? null : getTableRow().getItem();
            return row == null ? List.of() : model.itemsAt(Optional.of(row), column);
        }

        @Override
        protected void updateItem(String text, boolean nothing) {
            super.updateItem(text, nothing);
            getStyleClass().removeIf(s -> s.startsWith("proof-"));
            setText(nothing ? null : text);
            setTooltip(null);
            if (nothing) return;
            boolean words =
                    column.role() == PrintedColumnRole.PlainColumn.NAME
                            || column.role() == PrintedColumnRole.PlainColumn.GROUP
                            || column.role() == PrintedColumnRole.PlainColumn.OTHER;
            setAlignment(words ? Pos.CENTER_LEFT : Pos.CENTER);
            List<ContradictionItem> items = itemsOfCell();
            items.stream()
                    .map(i -> i.contradiction().severity())
                    .sorted()
                    .findFirst()
                    .ifPresent(s -> getStyleClass().add(styleClassOf(s)));
            setTooltip(new Tooltip(items.isEmpty() ? text : joinedSentences(items)));
        }
    }

    private final class ContradictionCell extends ListCell<ContradictionItem> {
        private final Label where = new Label();
        private final Label sentence = new Label();
        private final Label quote = Labels.createSmallLabel("");
        private final FontIcon icon = new FontIcon(Feather.INFO);
        private final HBox box = new HBox(10, icon, new VBox(3, where, sentence, quote));

        ContradictionCell() {
            // As wide as the list, so that the sentences wrap.
            setPrefWidth(0);
            where.getStyleClass().add("step-name");
            for (Label label : List.of(where, sentence, quote)) {
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
                label.prefWidthProperty().bind(list.widthProperty().subtract(BESIDE_TEXT));
            }
            HBox.setHgrow(box.getChildren().get(1), Priority.ALWAYS);
            box.setAlignment(Pos.TOP_LEFT);
        }

        @Override
        protected void updateItem(ContradictionItem item, boolean nothing) {
            super.updateItem(item, nothing);
            getStyleClass().removeIf(s -> s.startsWith("proof-"));
            setGraphic(nothing || item == null ? null : box);
            setAccessibleText(
                    nothing || item == null
                            ? null
                            : item.kindText()
                                    + " · "
                                    + item.locationText()
                                    + " · "
                                    + item.sentence());
            if (nothing || item == null) return;
            getStyleClass().add(styleClassOf(item.contradiction().severity()));
            icon.setIconCode(ICONS.get(item.contradiction().severity()));
            where.setText(item.kindText() + " · " + item.locationText());
            sentence.setText(item.sentence());
            quote.setText(words.sentence("proof.quote", item.quote()));
            quote.setVisible(!item.quote().isEmpty());
            quote.setManaged(!item.quote().isEmpty());
        }
    }
}
