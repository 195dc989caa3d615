package plumbline.screen.problems;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
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
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import plumbline.plan.Indicator;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Sides;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.TitleCell;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.View;
import plumbline.screen.problems.ProblemsViewModel.Filter;
import plumbline.screen.problems.ProblemsViewModel.Row;
import plumbline.screen.problems.ProblemsViewModel.Show;
import plumbline.words.Words;

/** The problems with their countermeasures, and the one that is looked at beside them. */
public final class ProblemsView implements View {
    private static final double INDENT = 20;
    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MEASURE = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
    private static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
    private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    private final ProblemsViewModel model;
    private final Words words;
    private final TableView<Row> table = new TableView<>();
    private final TableColumn<Row, Row> title = new TableColumn<>();
    private final ProblemDetail detail;
    private final ToggleButton aside;
    private final BorderPane root = new BorderPane();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final Subscription subscriptions;
    private boolean showing;

    public ProblemsView(ProblemsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.detail = new ProblemDetail(model, words, frozen);
        this.aside = Buttons.aside(words.say("shell.details"), "problems-detail");
        root.setId("problems");
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
        if (model.selected().get().isEmpty()) table.getSelectionModel().selectFirst();
    }

    @Override public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node middle() {
        detail.node().setPadding(new Insets(12));
        ScrollPane scroll = new ScrollPane(detail.node());
        scroll.setId("problems-scroll");
        scroll.setFitToWidth(true);
        scroll.setMinWidth(280);
        MasterDetailPane pane = new MasterDetailPane(Side.RIGHT, left(), scroll, true);
        pane.setAnimated(false);
        pane.setDividerPosition(0.7);
        pane.showDetailNodeProperty().bind(aside.selectedProperty());
        Sides.between(pane, table, scroll);
        return pane;
    }

    // the tools

    private Node tools() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ToolBar tools = new ToolBar(Buttons.tool(words.say("problems.add"), "problems-add", NEW, () -> beginTitle(model.addProblem(line()))),
                Buttons.tool(words.say("problems.addMeasure"), "problems-add-measure", MEASURE, () -> beginTitle(model.addMeasure(line()))),
                Buttons.tool(words.say("problems.delete"), "problems-delete", DELETE, () -> line().ifPresent(model::delete)), find(), which(), indicator(), space, aside);
        tools.getItems().stream().filter(Button.class::isInstance).forEach(b -> b.disableProperty().bind(frozen));
        return tools;
    }

    private TextField find() {
        TextField text = new TextField();
        text.setId("problems-text");
        text.setPromptText(words.say("problems.link.find"));
        text.setAccessibleText(words.say("problems.link.find"));
        text.setPrefColumnCount(5);
        text.textProperty().subscribe(t -> filter(f -> new Filter(f.show(), f.indicator(), t)));
        return text;
    }

    private ComboBox<Show> which() {
        ComboBox<Show> which = new ComboBox<>();
        which.setId("problems-show");
        which.getItems().setAll(Show.values());
        which.setConverter(Texts.worded(s -> words.say("problems.filter." + s.name())));
        which.setAccessibleText(words.say("problems.filter.show"));
        which.setValue(Show.ALL);
        which.valueProperty().subscribe(s -> filter(f -> new Filter(s, f.indicator(), f.text())));
        return which;
    }

    private ComboBox<Optional<UUID>> indicator() {
        ComboBox<Optional<UUID>> of = new ComboBox<>();
        of.setId("problems-indicator");
        of.setConverter(Texts.worded(i -> i.map(model::name).orElse(words.say("problems.filter.indicator"))));
        of.setAccessibleText(words.say("problems.column.touches"));
        of.setPrefWidth(130);
        of.getItems().add(Optional.empty());
        of.setOnShowing(_ -> {
            List<Optional<UUID>> known = model.indicators().stream().map(Indicator::id).map(Optional::of).toList();
            of.getItems().remove(1, of.getItems().size());
            of.getItems().addAll(known);
        });
        model.filter().subscribe(f -> of.setValue(f.indicator()));
        of.valueProperty().subscribe(i -> filter(f -> new Filter(f.show(), i == null ? Optional.empty() : i, f.text())));
        return of;
    }

    private void filter(UnaryOperator<Filter> change) {
        model.filter().set(change.apply(model.filter().get()));
    }

    // the table

    private Node left() {
        table.setId("problems-table");
        table.editableProperty().bind(frozen.not());
        table.setFixedCellSize(32);
        title.setText(words.say("problems.column.title"));
        title.setCellFactory(_ -> new TitleCell<>("problem-editor", r -> r.concern().title(), Row::charge, this::titled, (r, typed) -> model.rename(r.id(), typed)));
        title.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue()));
        title.setPrefWidth(320);
        title.setMinWidth(170);
        table.getColumns().add(title);
        column("problems.column.touches", 160, ProblemsView::touches, Row::touches);
        column("problems.column.charge", 150, ProblemsView::charge, Row::charge);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().forEach(c -> c.setSortable(false));
        table.setRowFactory(_ -> new ConcernRow());
        table.setPlaceholder(nothing());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label keys = Texts.small(words.say("problems.keys"));
        keys.visibleProperty().bind(frozen.not());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox left = new VBox(table, keys);
        left.getStyleClass().add("grid-side");
        return left;
    }

    private Node nothing() {
        Label none = new Label();
        none.setWrapText(true);
        none.setMaxWidth(460);
        model.filter().subscribe(f -> none.setText(words.say(f.equals(Filter.NONE) ? "problems.empty" : "problems.empty.filtered")));
        Button first = Buttons.verb(words.say("problems.add"), "problems-add-first", () -> beginTitle(model.addProblem(Optional.empty())));
        first.disableProperty().bind(frozen);
        VBox empty = new VBox(12, none, first);
        empty.setPadding(new Insets(24));
        empty.setAlignment(Pos.CENTER);
        return empty;
    }

    /** @param said in full by the tooltip */
    private void column(String key, double width, Function<Row, Node> shown, Function<Row, String> said) {
        TableColumn<Row, Row> column = new TableColumn<>(words.say(key));
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                boolean none = empty || row == null || said.apply(row).isEmpty();
                setGraphic(none ? null : shown.apply(row));
                setTooltip(none ? null : new Tooltip(said.apply(row)));
                setAccessibleText(none ? null : said.apply(row));
            }
        });
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.8);
        table.getColumns().add(column);
    }

    private static Node touches(Row row) {
        HBox line = new HBox(6, new Label(row.touches()));
        row.worst().ifPresent(_ -> line.getChildren().addFirst(new VerdictBadge(row.worst(), row.verdict())));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node charge(Row row) {
        Label charge = new Label(row.charge());
        charge.getStyleClass().add(row.wanting() ? "overdue" : row.problem() ? "text-muted" : "text-plain");
        return charge;
    }

    private static final class ConcernRow extends TableRow<Row> {
        @Override protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(TOP, !empty && row != null && row.problem());
        }
    }

    /** The title behind its indent, fold mark and sign. */
    private Node titled(Row row, Node text) {
        Button fold = new Button(row.leaf() ? "" : row.folded() ? "▸" : "▾");
        fold.getStyleClass().add("fold");
        fold.setFocusTraversable(false);
        fold.setDisable(row.leaf());
        fold.setOnAction(_ -> model.fold(row.id(), !row.folded()));
        HBox line = new HBox(6, fold, new FontIcon(row.problem() ? Feather.ALERT_TRIANGLE : Feather.SHIELD), text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, row.under().isPresent() ? INDENT : 0));
        HBox.setHgrow(text, Priority.ALWAYS);
        return line;
    }

    // what is selected

    private Optional<Row> line() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void show(List<Row> rows) {
        Optional<Row> before = line();
        showing = true;
        table.getItems().setAll(rows);
        before.flatMap(b -> rows.stream().filter(b::sameLine).findFirst()).ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        showing = false;
        reveal(model.selected().get());
    }

    private void reveal(Optional<UUID> id) {
        if (showing) return;
        showing = true;
        if (!line().map(Row::id).equals(id)) id.flatMap(this::first).ifPresentOrElse(this::select, table.getSelectionModel()::clearSelection);
        showing = false;
        detail.show(id.flatMap(model::concern));
    }

    private Optional<Row> first(UUID id) {
        return table.getItems().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private void select(Row row) {
        int at = table.getItems().indexOf(row);
        table.getSelectionModel().clearAndSelect(at);
        table.scrollTo(Math.max(0, at - 5));
    }

    private void picked(Row row) {
        if (!showing && row != null) model.selected().set(Optional.of(row.id()));
    }

    private void beginTitle(UUID id) {
        Platform.runLater(() -> first(id).ifPresent(row -> {
            table.requestFocus();
            select(row);
            table.layout();
            table.edit(table.getSelectionModel().getSelectedIndex(), title);
        }));
    }

    // keys

    private void pressed(KeyEvent e) {
        if (table.getEditingCell() != null) return;
        boolean answered = true;
        if (COPY.match(e)) copy();
        else if (MEASURE.match(e)) add(model::addMeasure);
        else if (NEW.match(e) || e.getCode() == KeyCode.INSERT) add(line().filter(r -> !r.problem()).isPresent() ? model::addMeasure : model::addProblem);
        else if (UP.match(e)) change(r -> model.move(r, -1));
        else if (DOWN.match(e)) change(r -> model.move(r, 1));
        else if (e.isShortcutDown() || e.isAltDown()) answered = false;
        else answered = plain(e);
        if (answered) e.consume();
    }

    private boolean plain(KeyEvent e) {
        switch (e.getCode()) {
            case F4 -> aside.fire();
            case F2, ENTER -> table.edit(table.getSelectionModel().getSelectedIndex(), title);
            case DELETE -> change(model::delete);
            case LEFT -> change(r -> model.fold(r.under().orElse(r.id()), true));
            case RIGHT -> change(r -> model.fold(r.id(), false));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void add(Function<Optional<Row>, UUID> adding) {
        beginTitle(adding.apply(line()));
    }

    private void change(Consumer<Row> edit) {
        line().ifPresent(edit);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copy());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
