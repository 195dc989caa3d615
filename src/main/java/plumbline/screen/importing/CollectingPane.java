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
import plumbline.screen.importing.CollectingViewModel.CollectingRow;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
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
    private final TableView<CollectingRow> table = new TableView<>();
    private final FrozenColumns frozen =
            new FrozenColumns(table, c -> NAME.equals(c.getUserData()));
    private final ComboBox<Period> period = new ComboBox<>();
    private final ComboBox<String> doubtfulFiles = new ComboBox<>();
    private final TextArea reminderArea = new TextArea();
    private final TextArea queryArea = new TextArea();
    private final Label summary = Labels.createSmallLabel("");
    private final BorderPane root = new BorderPane();
    private final Subscription subscription;

    CollectingPane(CollectingViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("collecting");
        table.setId("collecting-table");
        table.setPlaceholder(new Label(words.sentence("indicators.empty")));
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showReminder());
        SplitPane split = new SplitPane(table, createTextAreas());
        split.setDividerPositions(0.6);
        root.setTop(createTools());
        root.setCenter(split);
        subscription =
                Subscription.combine(
                        model.rows().subscribe(_ -> showRows()),
                        model.review().subscribe(_ -> showReview()));
    }

    Node node() {
        return root;
    }

    @Override
    public void deactivate() {
        model.activatable().deactivate();
    }

    @Override
    public void activate() {
        model.activatable().activate();
    }

    void close() {
        subscription.unsubscribe();
        model.close();
    }

    private Node createTools() {
        period.setId("collecting-period");
        period.setConverter(Labels.converterFor(model::periodText));
        period.setOnAction(
                _ ->
                        Optional.ofNullable(period.getValue())
                                .ifPresent(p -> model.period().set(Optional.of(p))));
        Button make =
                createButton("kit.make", "collecting-make", Feather.DOWNLOAD, model::createForms);
        make.disableProperty().bind(model.rows().map(List::isEmpty));
        HBox tools =
                new HBox(8, Labels.createSmallLabel(words.sentence("kit.period")), period, make);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("proof-tools");
        summary.getStyleClass().add("proof-summary");
        return new VBox(tools, summary);
    }

    private Button createButton(String key, String id, Feather icon, Runnable action) {
        Button button = Buttons.createActionButton(words.sentence(key), id, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    private Node createTextAreas() {
        doubtfulFiles.setId("collecting-files");
        doubtfulFiles.setMaxWidth(Double.MAX_VALUE);
        doubtfulFiles.setOnAction(
                _ ->
                        queryArea.setText(
                                Optional.ofNullable(doubtfulFiles.getValue())
                                        .map(model::queryLetter)
                                        .orElse("")));
        VBox box =
                new VBox(
                        8,
                        createTextHead("kit.chase", "collecting-chase", reminderArea),
                        reminderArea,
                        createTextHead("kit.sendBack.head", "collecting-send-back", queryArea),
                        doubtfulFiles,
                        queryArea);
        for (TextArea area : List.of(reminderArea, queryArea)) {
            area.setWrapText(true);
            area.setPrefRowCount(6);
            VBox.setVgrow(area, Priority.ALWAYS);
        }
        queryArea.setPromptText(words.sentence("kit.sendBack.nothing"));
        box.getStyleClass().add("import-figure");
        return box;
    }

    private Node createTextHead(String key, String id, TextArea area) {
        area.setId(id);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head =
                new HBox(
                        8,
                        Labels.createHeading(words.sentence(key)),
                        spacer,
                        createButton(
                                "indicators.copy",
                                id + "-copy",
                                Feather.COPY,
                                () -> copyText(area::getText)));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static void copyText(Supplier<String> text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.get());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void showRows() {
        period.getItems().setAll(model.collectablePeriods());
        model.period().get().ifPresent(period::setValue);
        table.getColumns().setAll(List.of(createNameColumn()));
        model.shownPeriods().forEach(p -> table.getColumns().add(createPeriodColumn(p)));
        table.getItems().setAll(model.rows().get());
        revealPeriod();
        showReminder();
    }

    /** The period that is collected for comes into sight. */
    void revealPeriod() {
        frozen.onColumnsChanged();
        Platform.runLater(
                () ->
                        model.period()
                                .get()
                                .map(model.shownPeriods()::indexOf)
                                .filter(at -> at >= 0)
                                .ifPresent(at -> frozen.revealColumn(1 + at)));
    }

    private void showReminder() {
        Optional<CollectingRow> one =
                Optional.ofNullable(table.getSelectionModel().getSelectedItem());
        summary.setText(model.detailText(one));
        reminderArea.setText(model.reminderText(one));
        reminderArea.setPromptText(words.sentence("kit.chase.nobody"));
    }

    private void showReview() {
        showReminder();
        List<String> doubtful = model.doubtfulFiles();
        doubtfulFiles.getItems().setAll(doubtful);
        doubtfulFiles.setDisable(doubtful.isEmpty());
        doubtfulFiles.getSelectionModel().selectFirst();
        queryArea.setText(doubtful.isEmpty() ? "" : model.queryLetter(doubtful.getFirst()));
    }

    private TableColumn<CollectingRow, String> createNameColumn() {
        TableColumn<CollectingRow, String> column =
                new TableColumn<>(words.sentence("import.department"));
        column.setPrefWidth(NAME_WIDTH);
        column.setUserData(NAME);
        column.setReorderable(false);
        column.setCellValueFactory(r -> new ReadOnlyStringWrapper(r.getValue().name()));
        column.setCellFactory(
                _ -> {
                    DepartmentNameCell cell = new DepartmentNameCell();
                    frozen.freezeCell(cell, column);
                    return cell;
                });
        return column;
    }

    private TableColumn<CollectingRow, ReportingStatus> createPeriodColumn(Period of) {
        TableColumn<CollectingRow, ReportingStatus> column =
                new TableColumn<>(model.periodText(of));
        column.setPrefWidth(STATE_WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue().statusFor(of)));
        column.setCellFactory(_ -> new ReportingStatusCell());
        return column;
    }

    /** A long name is whole in its tooltip. */
    private static final class DepartmentNameCell extends TableCell<CollectingRow, String> {
        @Override
        protected void updateItem(String name, boolean nothing) {
            super.updateItem(name, nothing);
            setText(nothing ? null : name);
            setTooltip(nothing ? null : new Tooltip(name));
        }
    }

    private final class ReportingStatusCell extends TableCell<CollectingRow, ReportingStatus> {
        @Override
        protected void updateItem(ReportingStatus returns, boolean nothing) {
            super.updateItem(returns, nothing);
            getStyleClass().removeIf(s -> s.startsWith("returns-"));
            setText(nothing || returns == null ? null : model.briefStatusText(returns));
            setTooltip(
                    nothing || returns == null ? null : new Tooltip(model.fullStatusText(returns)));
            if (!nothing && returns != null)
                getStyleClass().add("returns-" + returns.state().name().toLowerCase(Locale.ROOT));
        }
    }
}
