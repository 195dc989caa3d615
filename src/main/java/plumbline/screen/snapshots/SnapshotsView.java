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
import plumbline.screen.parts.ClipboardText;
import plumbline.screen.parts.LinkRow;
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.VerdictBadge;
import plumbline.screen.parts.View;
import plumbline.screen.parts.field.Fields;
import plumbline.screen.snapshots.SnapshotsViewModel.Given;
import plumbline.screen.snapshots.SnapshotsViewModel.Line;
import plumbline.screen.snapshots.SnapshotsViewModel.Other;
import plumbline.screen.snapshots.SnapshotsViewModel.Row;
import plumbline.screen.snapshots.SnapshotsViewModel.Table;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The snapshots at the left, with the form that makes one; what has changed since at the right. */
public final class SnapshotsView implements View {
    private static final double[] SHARES = {22, 27, 20, 31};
    private final SnapshotsViewModel model;
    private final Messages words;
    private final ListView<Row> list = new ListView<>();
    private final TextField name = new TextField();
    private final TextField note = new TextField();
    private final Label wrong = Texts.wrong();
    private final ComboBox<Other> other = new ComboBox<>();
    private final VBox compared = new VBox(10);
    private final SplitPane root;
    private final Subscription subscriptions;
    private boolean showing;

    public SnapshotsView(SnapshotsViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        Node form = form();
        VBox left = new VBox(12, form, listed());
        left.getStyleClass().add("snapshots-side");
        left.setMinWidth(240);
        root = new SplitPane(left, right());
        root.setId("snapshots");
        root.setDividerPositions(0.3);
        SplitPane.setResizableWithParent(left, false);
        subscriptions =
                Subscription.combine(
                        model.rows().subscribe(_ -> showLists()),
                        model.others().subscribe(_ -> showLists()),
                        model.table().subscribe(this::show),
                        model.suggestedName().subscribe(this::suggest),
                        model.frozen().subscribe(f -> form.setDisable(f.isPresent())),
                        list.getSelectionModel().selectedItemProperty().subscribe(this::select));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        if (list.getItems().isEmpty()) name.requestFocus();
        else list.requestFocus();
    }

    @Override
    public Activatable seen() {
        return model.seen();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }

    private Node form() {
        name.setId("snapshot-name");
        name.setText(model.suggestedName().get());
        note.setId("snapshot-note");
        note.setPromptText(words.say("snapshot.note.prompt"));
        wrong.setId("snapshot-wrong");
        Fields fields =
                new Fields()
                        .row(words.say("snapshot.name"), name)
                        .row(words.say("snapshot.note"), note);
        Button freeze = button("snapshot.freeze", "snapshot-freeze", this::freeze);
        freeze.getStyleClass().add("accent");
        for (TextField each : List.of(name, note)) each.setOnAction(_ -> freeze());
        VBox form = new VBox(8, Texts.heading(words.say("snapshot.new")), fields, freeze, wrong);
        form.getStyleClass().add("card");
        return form;
    }

    private void freeze() {
        Optional<String> refused = model.freeze(name.getText(), note.getText());
        wrong.setText(refused.orElse(""));
        if (refused.isEmpty()) note.clear();
    }

    /** A name the officer has typed stays. */
    private void suggest(String before, String now) {
        if (name.getText().equals(before)) name.setText(now);
    }

    private Button button(String key, String id, Runnable action) {
        return Buttons.verb(words.say(key), id, action);
    }

    private Node listed() {
        list.setId("snapshots-list");
        list.setPlaceholder(Texts.small(words.say("snapshot.none")));
        list.setCellFactory(_ -> new SnapshotCell());
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) picked().ifPresent(r -> model.open(r.id()));
                    if (e.getCode() == KeyCode.DELETE) picked().ifPresent(model::delete);
                });
        list.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) picked().ifPresent(r -> model.open(r.id()));
                });
        Button open =
                button(
                        "snapshot.open",
                        "snapshot-open",
                        () -> picked().ifPresent(r -> model.open(r.id())));
        Button delete =
                button(
                        "snapshot.delete",
                        "snapshot-delete",
                        () -> picked().ifPresent(model::delete));
        for (Button each : List.of(open, delete))
            each.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        VBox box =
                new VBox(
                        8,
                        Texts.heading(words.say("snapshot.heading")),
                        list,
                        new FlowPane(8, 8, open, delete));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node empty() {
        Label what = Texts.small(words.say("snapshot.empty"));
        what.setId("snapshots-empty");
        what.setMaxWidth(420);
        VBox box = new VBox(12, new FontIcon(Feather.ARCHIVE), what);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("snapshots-empty");
        return box;
    }

    private Optional<Row> picked() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private final class SnapshotCell extends ListCell<Row> {
        SnapshotCell() {
            // As wide as the list, so that what is long wraps.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : content(row));
            setAccessibleText(empty || row == null ? null : row.name() + " · " + row.evaluated());
            setTooltip(
                    empty || row == null
                            ? null
                            : new Tooltip(
                                    row.note().isEmpty()
                                            ? row.name()
                                            : row.name() + "\n" + row.note()));
        }

        private Node content(Row row) {
            Label head = new Label(row.name());
            head.getStyleClass().add("step-name");
            VBox box = new VBox(2, head, line(row.evaluated()), line(row.frozen()));
            if (!row.note().isEmpty()) box.getChildren().add(line(row.note()));
            return box;
        }
    }

    /**
     * One line, because a cell's height does not follow what wraps in it; the tooltip has it whole.
     */
    private static Label line(String text) {
        Label label = Texts.small(text);
        label.setWrapText(false);
        return label;
    }

    private Node right() {
        other.setId("snapshots-other");
        other.setConverter(Texts.worded(Other::name));
        other.valueProperty()
                .subscribe(
                        o -> {
                            if (!showing && o != null) model.compareWith(o);
                        });
        compared.getStyleClass().add("snapshots-side");
        ScrollPane scroll = new ScrollPane(compared);
        scroll.setFitToWidth(true);
        scroll.setId("snapshots-compared");
        return scroll;
    }

    private void showLists() {
        showing = true;
        if (!list.getItems().equals(model.rows().get())) list.getItems().setAll(model.rows().get());
        Optional<UUID> selected = model.selected();
        list.getItems().stream()
                .filter(r -> selected.equals(Optional.of(r.id())))
                .findFirst()
                .ifPresentOrElse(
                        list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        if (!other.getItems().equals(model.others().get()))
            other.getItems().setAll(model.others().get());
        other.setValue(model.other().orElse(null));
        showing = false;
    }

    private void select(Row row) {
        if (!showing && row != null) model.select(Optional.of(row.id()));
    }

    private void show(Optional<Table> table) {
        compared.getChildren().clear();
        if (table.isEmpty()) {
            compared.getChildren()
                    .add(
                            model.rows().get().isEmpty()
                                    ? empty()
                                    : Texts.small(words.say("comparison.nothing")));
            return;
        }
        Table shown = table.get();
        Label copied = Texts.small("");
        Button copy =
                button(
                        "comparison.copy",
                        "comparison-copy",
                        () -> {
                            ClipboardText.text(model.text());
                            copied.setText(words.say("comparison.copied"));
                        });
        FlowPane with =
                new FlowPane(8, 8, Fields.name(words.say("comparison.with"), other), other, copy);
        with.setAlignment(Pos.CENTER_LEFT);
        Label title = Texts.heading(shown.title());
        Label summary = new Label(shown.summary());
        summary.setWrapText(true);
        summary.setId("comparison-summary");
        compared.getChildren().addAll(with, copied, title, summary);
        copied.managedProperty().bind(copied.textProperty().isNotEmpty());
        if (!shown.lines().isEmpty()) compared.getChildren().add(lines(shown.lines()));
    }

    private Node lines(List<Line> lines) {
        VBox box = new VBox();
        box.setId("comparison-lines");
        GridPane head =
                columns(
                        head("comparison.indicator"),
                        head("appendix.verdict"),
                        head("comparison.value"),
                        head("comparison.why"));
        head.getStyleClass().add("comparison-head");
        box.getChildren().add(head);
        for (Line line : lines) {
            Node row =
                    new LinkRow(
                            columns(
                                    words(line.name(), "step-name"),
                                    verdicts(line.before(), line.after()),
                                    numbers(line),
                                    words(line.why(), "text-small")),
                            () -> model.toIndicator(line.indicator()));
            row.setAccessibleText(
                    line.name() + " " + line.before().word() + " → " + line.after().word());
            row.getStyleClass().add("comparison-line");
            box.getChildren().add(row);
        }
        return box;
    }

    /** Side by side in the widths that all lines share. */
    private static GridPane columns(Node... cells) {
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

    private Label head(String key) {
        return words(words.say(key), "text-muted");
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node verdicts(Given before, Given after) {
        if (before.equals(after)) return badge(after);
        Label arrow = new Label("→");
        arrow.setMinWidth(Label.USE_PREF_SIZE);
        HBox second = new HBox(4, arrow, badge(after));
        second.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, badge(before), second);
    }

    /** Where the indicator was not there, no class of its own is drawn. */
    private static Node badge(Given given) {
        return given.there()
                ? new VerdictBadge(given.verdict(), given.word())
                : new Label(given.word());
    }

    private static Node numbers(Line line) {
        return new VBox(2, words(line.value(), "comparison-value"), Texts.small(line.progress()));
    }
}
