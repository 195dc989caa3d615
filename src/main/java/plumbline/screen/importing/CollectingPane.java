package plumbline.screen.importing;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.assessment.ReportingStatus;
import plumbline.plan.Period;
import plumbline.screen.importing.CollectingViewModel.Row;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.table.FrozenColumns;
import plumbline.words.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Departments by periods: who has answered; beside it what to write to those who have not, and
 * about what is doubtful.
 */
final class CollectingPane implements Activatable {
    private static final String NAME = "name";
    private static final double NAME_WIDTH = 150;
    private static final double STATE_WIDTH = 150;
    private final CollectingViewModel model;
    private final Messages words;
    private final TableView<Row> table = new TableView<>();
    private final FrozenColumns frozen =
            new FrozenColumns(table, c -> NAME.equals(c.getUserData()));
    private final ComboBox<Period> period = new ComboBox<>();
    private final ComboBox<String> files = new ComboBox<>();
    private final TextArea chase = new TextArea();
    private final TextArea sendBack = new TextArea();
    private final Label summary = Texts.small("");
    private final BorderPane root = new BorderPane();
    private final Subscription subscription;

    CollectingPane(CollectingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("collecting");
        table.setId("collecting-table");
        table.setPlaceholder(new Label(words.say("indicators.empty")));
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> chase());
        SplitPane split = new SplitPane(table, texts());
        split.setDividerPositions(0.6);
        root.setTop(tools());
        root.setCenter(split);
        subscription =
                Subscription.combine(
                        model.rows().subscribe(_ -> show()),
                        model.review().subscribe(_ -> reviewed()));
    }

    Node node() {
        return root;
    }

    @Override
    public void rest() {
        model.seen().rest();
    }

    @Override
    public void wake() {
        model.seen().wake();
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    private Node tools() {
        period.setId("collecting-period");
        period.setConverter(Texts.worded(model::said));
        period.setOnAction(
                _ ->
                        Optional.ofNullable(period.getValue())
                                .ifPresent(p -> model.period().set(Optional.of(p))));
        Button make = button("kit.make", "collecting-make", Feather.DOWNLOAD, model::make);
        make.disableProperty().bind(model.rows().map(List::isEmpty));
        HBox tools = new HBox(8, Texts.small(words.say("kit.period")), period, make);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("proof-tools");
        summary.getStyleClass().add("proof-summary");
        return new VBox(tools, summary);
    }

    private Button button(String key, String id, Feather icon, Runnable action) {
        Button button = Buttons.verb(words.say(key), id, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    private Node texts() {
        files.setId("collecting-files");
        files.setMaxWidth(Double.MAX_VALUE);
        files.setOnAction(
                _ ->
                        sendBack.setText(
                                Optional.ofNullable(files.getValue())
                                        .map(model::sendBack)
                                        .orElse("")));
        VBox box =
                new VBox(
                        8,
                        part("kit.chase", "collecting-chase", chase),
                        chase,
                        part("kit.sendBack.head", "collecting-send-back", sendBack),
                        files,
                        sendBack);
        for (TextArea area : List.of(chase, sendBack)) {
            area.setWrapText(true);
            area.setPrefRowCount(6);
            VBox.setVgrow(area, Priority.ALWAYS);
        }
        sendBack.setPromptText(words.say("kit.sendBack.nothing"));
        box.getStyleClass().add("import-figure");
        return box;
    }

    private Node part(String key, String id, TextArea area) {
        area.setId(id);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head =
                new HBox(
                        8,
                        Texts.heading(words.say(key)),
                        spacer,
                        button(
                                "indicators.copy",
                                id + "-copy",
                                Feather.COPY,
                                () -> copy(area::getText)));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static void copy(Supplier<String> text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.get());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show() {
        period.getItems().setAll(model.choices());
        model.period().get().ifPresent(period::setValue);
        table.getColumns().setAll(List.of(name()));
        model.columns().forEach(p -> table.getColumns().add(column(p)));
        table.getItems().setAll(model.rows().get());
        reveal();
        chase();
    }

    /** The period that is collected for comes into sight. */
    void reveal() {
        frozen.columnsChanged();
        Platform.runLater(
                () ->
                        model.period()
                                .get()
                                .map(model.columns()::indexOf)
                                .filter(at -> at >= 0)
                                .ifPresent(at -> frozen.reveal(1 + at)));
    }

    private void chase() {
        Optional<Row> one = Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        summary.setText(model.detail(one));
        chase.setText(model.chase(one));
        chase.setPromptText(words.say("kit.chase.nobody"));
    }

    private void reviewed() {
        chase();
        List<String> doubtful = model.doubtful();
        files.getItems().setAll(doubtful);
        files.setDisable(doubtful.isEmpty());
        files.getSelectionModel().selectFirst();
        sendBack.setText(doubtful.isEmpty() ? "" : model.sendBack(doubtful.getFirst()));
    }

    private TableColumn<Row, String> name() {
        TableColumn<Row, String> column = new TableColumn<>(words.say("import.department"));
        column.setPrefWidth(NAME_WIDTH);
        column.setUserData(NAME);
        column.setReorderable(false);
        column.setCellValueFactory(r -> new ReadOnlyStringWrapper(r.getValue().name()));
        column.setCellFactory(
                _ -> {
                    NameCell cell = new NameCell();
                    frozen.freeze(cell, column);
                    return cell;
                });
        return column;
    }

    private TableColumn<Row, ReportingStatus> column(Period of) {
        TableColumn<Row, ReportingStatus> column = new TableColumn<>(model.said(of));
        column.setPrefWidth(STATE_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue().of(of)));
        column.setCellFactory(_ -> new ReturnsCell());
        return column;
    }

    /** A long name is whole in its tooltip. */
    private static final class NameCell extends TableCell<Row, String> {
        @Override
        protected void updateItem(String name, boolean nothing) {
            super.updateItem(name, nothing);
            setText(nothing ? null : name);
            setTooltip(nothing ? null : new Tooltip(name));
        }
    }

    private final class ReturnsCell extends TableCell<Row, ReportingStatus> {
        @Override
        protected void updateItem(ReportingStatus returns, boolean nothing) {
            super.updateItem(returns, nothing);
            getStyleClass().removeIf(s -> s.startsWith("returns-"));
            setText(nothing || returns == null ? null : model.brief(returns));
            setTooltip(nothing || returns == null ? null : new Tooltip(model.said(returns)));
            if (!nothing && returns != null)
                getStyleClass().add("returns-" + returns.state().name().toLowerCase(Locale.ROOT));
        }
    }
}
