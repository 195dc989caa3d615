package plumbline.screen.snapshots;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.SystemClipboard;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.snapshots.SnapshotsViewModel.ComparisonLine;
import plumbline.screen.snapshots.SnapshotsViewModel.ComparisonPartner;
import plumbline.screen.snapshots.SnapshotsViewModel.ComparisonTable;
import plumbline.screen.snapshots.SnapshotsViewModel.ShownVerdict;
import plumbline.screen.snapshots.SnapshotsViewModel.SnapshotRow;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The snapshots at the left, with the form that makes one; what has changed since at the right. */
public final class SnapshotsView implements ScreenView {
    private static final double[] SHARES = {22, 27, 20, 31};
    private final SnapshotsViewModel model;
    private final Messages words;
    private final ListView<SnapshotRow> list = new ListView<>();
    private final TextField nameField = new TextField();
    private final TextField noteField = new TextField();
    private final Label errorLabel = Labels.createErrorLabel();
    private final ComboBox<ComparisonPartner> partnerChoice = new ComboBox<>();
    private final VBox comparisonBox = new VBox(10);
    private final SplitPane root;
    private final Subscription subscriptions;
    private boolean showing;

    public SnapshotsView(SnapshotsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        Node form = createForm();
        VBox left = new VBox(12, form, createList());
        left.getStyleClass().add("snapshots-side");
        left.setMinWidth(240);
        root = new SplitPane(left, createComparison());
        root.setId("snapshots");
        root.setDividerPositions(0.3);
        SplitPane.setResizableWithParent(left, false);
        subscriptions =
                Subscription.combine(
                        model.rows().subscribe(_ -> showLists()),
                        model.partners().subscribe(_ -> showLists()),
                        model.table().subscribe(this::showTable),
                        model.suggestedName().subscribe(this::suggestName),
                        model.shownSnapshot().subscribe(f -> form.setDisable(f.isPresent())),
                        list.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe(this::onRowSelected));
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        if (list.getItems().isEmpty()) nameField.requestFocus();
        else list.requestFocus();
    }

    @Override
    public Activatable activatable() {
        return model.activatable();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node createForm() {
        nameField.setId("snapshot-name");
        nameField.setText(model.suggestedName().get());
        noteField.setId("snapshot-note");
        noteField.setPromptText(words.sentence("snapshot.note.prompt"));
        errorLabel.setId("snapshot-wrong");
        FieldGrid fields =
                new FieldGrid()
                        .addField(words.sentence("snapshot.name"), nameField)
                        .addField(words.sentence("snapshot.note"), noteField);
        Button freeze = createButton("snapshot.freeze", "snapshot-freeze", this::freezePlan);
        freeze.getStyleClass().add("accent");
        for (TextField each : List.of(nameField, noteField)) each.setOnAction(_ -> freezePlan());
        VBox form =
                new VBox(
                        8,
                        Labels.createHeading(words.sentence("snapshot.new")),
                        fields,
                        freeze,
                        errorLabel);
        form.getStyleClass().add("card");
        return form;
    }

    private void freezePlan() {
        Optional<String> refused = model.freezePlan(nameField.getText(), noteField.getText());
        errorLabel.setText(refused.orElse(""));
        if (refused.isEmpty()) noteField.clear();
    }

    /** A name the officer has typed stays. */
    private void suggestName(String before, String now) {
        if (nameField.getText().equals(before)) nameField.setText(now);
    }

    private Button createButton(String key, String id, Runnable action) {
        return Buttons.createActionButton(words.sentence(key), id, action);
    }

    private Node createList() {
        list.setId("snapshots-list");
        list.setPlaceholder(Labels.createSmallLabel(words.sentence("snapshot.none")));
        list.setCellFactory(_ -> new SnapshotCell());
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER)
                        selectedRow().ifPresent(r -> model.openSnapshot(r.id()));
                    if (e.getCode() == KeyCode.DELETE)
                        selectedRow().ifPresent(model::deleteSnapshot);
                });
        list.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2)
                        selectedRow().ifPresent(r -> model.openSnapshot(r.id()));
                });
        Button open =
                createButton(
                        "snapshot.open",
                        "snapshot-open",
                        () -> selectedRow().ifPresent(r -> model.openSnapshot(r.id())));
        Button delete =
                createButton(
                        "snapshot.delete",
                        "snapshot-delete",
                        () -> selectedRow().ifPresent(model::deleteSnapshot));
        for (Button each : List.of(open, delete))
            each.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        VBox box =
                new VBox(
                        8,
                        Labels.createHeading(words.sentence("snapshot.heading")),
                        list,
                        new FlowPane(8, 8, open, delete));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node createEmptyNote() {
        Label what = Labels.createSmallLabel(words.sentence("snapshot.empty"));
        what.setId("snapshots-empty");
        what.setMaxWidth(420);
        VBox box = new VBox(12, new FontIcon(Feather.ARCHIVE), what);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("snapshots-empty");
        return box;
    }

    private Optional<SnapshotRow> selectedRow() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private final class SnapshotCell extends ListCell<SnapshotRow> {
        SnapshotCell() {
            // As wide as the list, so that what is long wraps.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SnapshotRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : createContent(row));
            setAccessibleText(
                    empty || row == null ? null : row.name() + " · " + row.evaluatedText());
            setTooltip(
                    empty || row == null
                            ? null
                            : new Tooltip(
                                    row.note().isEmpty()
                                            ? row.name()
                                            : row.name() + "\n" + row.note()));
        }

        private Node createContent(SnapshotRow row) {
            Label head = new Label(row.name());
            head.getStyleClass().add("step-name");
            VBox box =
                    new VBox(
                            2, head, createLine(row.evaluatedText()), createLine(row.frozenText()));
            if (!row.note().isEmpty()) box.getChildren().add(createLine(row.note()));
            return box;
        }
    }

    /**
     * One line, because a cell's height does not follow what wraps in it; the tooltip has it whole.
     */
    private static Label createLine(String text) {
        Label label = Labels.createSmallLabel(text);
        label.setWrapText(false);
        return label;
    }

    private Node createComparison() {
        partnerChoice.setId("snapshots-other");
        partnerChoice.setConverter(Labels.converterFor(ComparisonPartner::name));
        partnerChoice
                .valueProperty()
                .subscribe(
                        o -> {
                            if (!showing && o != null) model.compareWith(o);
                        });
        comparisonBox.getStyleClass().add("snapshots-side");
        ScrollPane scroll = new ScrollPane(comparisonBox);
        scroll.setFitToWidth(true);
        scroll.setId("snapshots-compared");
        return scroll;
    }

    private void showLists() {
        showing = true;
        if (!list.getItems().equals(model.rows().get())) list.getItems().setAll(model.rows().get());
        Optional<UUID> selected = model.selectedId();
        list.getItems().stream()
                .filter(r -> selected.equals(Optional.of(r.id())))
                .findFirst()
                .ifPresentOrElse(
                        list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        if (!partnerChoice.getItems().equals(model.partners().get()))
            partnerChoice.getItems().setAll(model.partners().get());
        partnerChoice.setValue(model.chosenPartner().orElse(null));
        showing = false;
    }

    private void onRowSelected(SnapshotRow row) {
        if (!showing && row != null) model.selectSnapshot(Optional.of(row.id()));
    }

    private void showTable(Optional<ComparisonTable> table) {
        comparisonBox.getChildren().clear();
        if (table.isEmpty()) {
            comparisonBox
                    .getChildren()
                    .add(
                            model.rows().get().isEmpty()
                                    ? createEmptyNote()
                                    : Labels.createSmallLabel(
                                            words.sentence("comparison.nothing")));
            return;
        }
        ComparisonTable shown = table.get();
        Label copied = Labels.createSmallLabel("");
        Button copy =
                createButton(
                        "comparison.copy",
                        "comparison-copy",
                        () -> {
                            SystemClipboard.copyText(model.comparisonText());
                            copied.setText(words.sentence("comparison.copied"));
                        });
        FlowPane with =
                new FlowPane(
                        8,
                        8,
                        FieldGrid.createFieldLabel(
                                words.sentence("comparison.with"), partnerChoice),
                        partnerChoice,
                        copy);
        with.setAlignment(Pos.CENTER_LEFT);
        Label title = Labels.createHeading(shown.title());
        Label summary = new Label(shown.summary());
        summary.setWrapText(true);
        summary.setId("comparison-summary");
        comparisonBox.getChildren().addAll(with, copied, title, summary);
        copied.managedProperty().bind(copied.textProperty().isNotEmpty());
        if (!shown.lines().isEmpty())
            comparisonBox.getChildren().add(createComparisonLines(shown.lines()));
    }

    private Node createComparisonLines(List<ComparisonLine> lines) {
        VBox box = new VBox();
        box.setId("comparison-lines");
        GridPane head =
                createColumns(
                        createHead("comparison.indicator"),
                        createHead("appendix.verdict"),
                        createHead("comparison.value"),
                        createHead("comparison.why"));
        head.getStyleClass().add("comparison-head");
        box.getChildren().add(head);
        for (ComparisonLine line : lines) {
            Node row =
                    new LinkRow(
                            createColumns(
                                    createLabel(line.name(), "step-name"),
                                    createVerdicts(line.before(), line.after()),
                                    createNumbers(line),
                                    createLabel(line.reasonText(), "text-small")),
                            () -> model.goToIndicator(line.indicatorId()));
            row.setAccessibleText(
                    line.name() + " " + line.before().word() + " → " + line.after().word());
            row.getStyleClass().add("comparison-line");
            box.getChildren().add(row);
        }
        return box;
    }

    /** Side by side in the widths that all lines share. */
    private static GridPane createColumns(Node... cells) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        for (int i = 0; i < cells.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(SHARES[i]);
            grid.getColumnConstraints().add(column);
            GridPane.setValignment(cells[i], VPos.TOP);
            grid.add(cells[i], i, 0);
        }
        return grid;
    }

    private Label createHead(String key) {
        return createLabel(words.sentence(key), "text-muted");
    }

    private static Label createLabel(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node createVerdicts(ShownVerdict before, ShownVerdict after) {
        if (before.equals(after)) return createBadge(after);
        Label arrow = new Label("→");
        arrow.setMinWidth(Label.USE_PREF_SIZE);
        HBox second = new HBox(4, arrow, createBadge(after));
        second.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, createBadge(before), second);
    }

    /** Where the indicator was not there, no class of its own is drawn. */
    private static Node createBadge(ShownVerdict given) {
        return given.isInPlan()
                ? new VerdictBadge(given.verdict(), given.word())
                : new Label(given.word());
    }

    private static Node createNumbers(ComparisonLine line) {
        return new VBox(
                2,
                createLabel(line.valueText(), "comparison-value"),
                Labels.createSmallLabel(line.progressText()));
    }
}
