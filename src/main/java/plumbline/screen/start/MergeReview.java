package plumbline.screen.start;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.plan.merge.MergeChange;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.screen.start.PlanFilesViewModel.MergeRow;
import plumbline.screen.start.PlanFilesViewModel.PlanFileStep;
import plumbline.words.Messages;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Everything a plan file offers to the open plan, each to be taken or left. */
final class MergeReview extends BorderPane {
    private static final KeyCombination ACCEPT =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final Map<MergeChange.MergeState, Feather> ICONS =
            new EnumMap<>(
                    Map.of(
                            MergeChange.MergeState.NEW,
                            Feather.PLUS_CIRCLE,
                            MergeChange.MergeState.SAME,
                            Feather.CHECK,
                            MergeChange.MergeState.CHANGED,
                            Feather.EDIT_3,
                            MergeChange.MergeState.CONFLICT,
                            Feather.ALERT_CIRCLE));
    private final PlanFilesViewModel model;
    private final PlanFileStep.Reviewing step;
    private final Messages words;
    private final Set<MergeRow> chosenRows = new HashSet<>();
    private final TableView<MergeRow> table = new TableView<>();
    private final Button acceptButton;

    MergeReview(PlanFilesViewModel model, PlanFileStep.Reviewing step, Messages words) {
        this.model = model;
        this.step = step;
        this.words = words;
        this.acceptButton =
                Buttons.createActionButton(
                        "", "merge-accept", () -> model.acceptChanges(step, chosenRows));
        acceptButton.getStyleClass().add("accent");
        setId("merge");
        getStyleClass().add("merge");
        step.rows().stream().filter(PlanFilesViewModel::isProposed).forEach(chosenRows::add);
        table.setId("merge-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.sentence("merge.none")));
        table.getColumns().add(createChosenColumn());
        table.getColumns().add(createStateColumn());
        table.getColumns().add(createColumn("merge.where", 260, MergeRow::locationText));
        table.getColumns().add(createColumn("merge.what", 130, MergeRow::fieldText));
        table.getColumns().add(createColumn("merge.now", 240, MergeRow::currentText));
        table.getColumns().add(createColumn("merge.next", 240, MergeRow::offeredText));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setTop(createHead());
        setCenter(table);
        setBottom(createButtons());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        showRows(Optional.empty());
        updateAcceptButton();
    }

    void focusTable() {
        table.requestFocus();
        if (!table.getItems().isEmpty() && table.getSelectionModel().isEmpty())
            table.getSelectionModel().selectFirst();
    }

    private VBox createHead() {
        Map<MergeChange.MergeState, Long> counts = model.countsByState(step);
        Label about =
                new Label(
                        words.sentence(
                                "merge.counts",
                                countOf(counts, MergeChange.MergeState.NEW),
                                countOf(counts, MergeChange.MergeState.CHANGED),
                                countOf(counts, MergeChange.MergeState.CONFLICT),
                                countOf(counts, MergeChange.MergeState.SAME)));
        about.setId("merge-counts");
        Label note = Labels.createSmallLabel(words.sentence("merge.note"));
        Node filter = createFilter();
        HBox choice =
                new HBox(
                        8,
                        FieldGrid.createFieldLabel(words.sentence("merge.show"), filter),
                        filter);
        choice.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                8,
                Labels.createHeading(
                        words.sentence(
                                "merge.title",
                                step.file().plan().title(),
                                step.merging().mine().title())),
                about,
                note,
                choice);
    }

    private static long countOf(
            Map<MergeChange.MergeState, Long> counts, MergeChange.MergeState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Empty stands for everything that would change something. */
    private ComboBox<Optional<MergeChange.MergeState>> createFilter() {
        ComboBox<Optional<MergeChange.MergeState>> filter = new ComboBox<>();
        filter.setId("merge-filter");
        filter.getItems().add(Optional.empty());
        for (MergeChange.MergeState state : MergeChange.MergeState.values())
            filter.getItems().add(Optional.of(state));
        filter.setConverter(
                Labels.converterFor(
                        state ->
                                state.map(words::nameOf)
                                        .orElse(words.sentence("merge.differing"))));
        filter.setValue(Optional.empty());
        filter.setOnAction(_ -> showRows(filter.getValue()));
        return filter;
    }

    private void showRows(Optional<MergeChange.MergeState> state) {
        table.getItems()
                .setAll(
                        step.rows().stream()
                                .filter(
                                        r ->
                                                state.map(s -> r.change().state() == s)
                                                        .orElse(
                                                                r.change().state()
                                                                        != MergeChange.MergeState
                                                                                .SAME))
                                .toList());
    }

    private TableColumn<MergeRow, MergeRow> createChosenColumn() {
        TableColumn<MergeRow, MergeRow> column = new TableColumn<>(words.sentence("merge.take"));
        column.setId("merge-take");
        column.setSortable(false);
        column.setMinWidth(56);
        column.setMaxWidth(56);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(_ -> new MergeChosenCell());
        return column;
    }

    private final class MergeChosenCell extends TableCell<MergeRow, MergeRow> {
        private final CheckBox box = new CheckBox();

        MergeChosenCell() {
            setAlignment(Pos.CENTER);
            box.setFocusTraversable(false);
            box.setAccessibleText(words.sentence("merge.take"));
            box.setOnAction(_ -> setChosen(List.of(getItem()), box.isSelected()));
        }

        @Override
        protected void updateItem(MergeRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean none =
                    empty || row == null || row.change().state() == MergeChange.MergeState.SAME;
            setGraphic(none ? null : box);
            if (!none) box.setSelected(chosenRows.contains(row));
        }
    }

    private TableColumn<MergeRow, String> createStateColumn() {
        TableColumn<MergeRow, String> column =
                createColumn("merge.state", 116, r -> words.nameOf(r.change().state()));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String text, boolean empty) {
                                super.updateItem(text, empty);
                                MergeRow row =
                                        empty || getTableRow() == null
                                                ? null
                                                : getTableRow().getItem();
                                getStyleClass().removeIf(s -> s.startsWith("merge-"));
                                setText(row == null ? null : text);
                                setGraphic(
                                        row == null
                                                ? null
                                                : new FontIcon(ICONS.get(row.change().state())));
                                if (row != null)
                                    getStyleClass()
                                            .add(
                                                    "merge-"
                                                            + row.change()
                                                                    .state()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT));
                            }
                        });
        return column;
    }

    private TableColumn<MergeRow, String> createColumn(
            String key, double width, Function<MergeRow, String> text) {
        TableColumn<MergeRow, String> column = new TableColumn<>(words.sentence(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String said, boolean empty) {
                                super.updateItem(said, empty);
                                setText(empty ? null : said.replaceAll("\\s*\\R\\s*", " "));
                                setTooltip(empty ? null : new Tooltip(said));
                            }
                        });
        return column;
    }

    private HBox createButtons() {
        Button all =
                createButton("merge.all", "merge-all", () -> setChosen(table.getItems(), true));
        Button none =
                createButton(
                        "merge.nothing", "merge-nothing", () -> setChosen(table.getItems(), false));
        Button leave = createButton("merge.leave", "merge-leave", model::leaveStep);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox box = new HBox(8, all, none, spacer, leave, acceptButton);
        box.getStyleClass().add("merge-buttons");
        return box;
    }

    private Button createButton(String key, String id, Runnable action) {
        return Buttons.createActionButton(words.sentence(key), id, action);
    }

    private void setChosen(List<MergeRow> rows, boolean taken) {
        List<MergeRow> takeable =
                rows.stream()
                        .filter(r -> r.change().state() != MergeChange.MergeState.SAME)
                        .toList();
        if (taken) chosenRows.addAll(takeable);
        else takeable.forEach(chosenRows::remove);
        table.refresh();
        updateAcceptButton();
    }

    private void updateAcceptButton() {
        acceptButton.setText(words.sentence("merge.accept", chosenRows.size()));
        acceptButton.setDisable(chosenRows.isEmpty());
    }

    private void onKeyPressed(KeyEvent e) {
        if (ACCEPT.match(e)) acceptButton.fire();
        else if (e.getCode() == KeyCode.ESCAPE) model.leaveStep();
        else if (e.getCode() == KeyCode.SPACE && table.isFocused()) toggleSelectedRows();
        else return;
        e.consume();
    }

    /** The selected rows: all taken, or, if they are already, all left. */
    private void toggleSelectedRows() {
        List<MergeRow> rows = List.copyOf(table.getSelectionModel().getSelectedItems());
        setChosen(
                rows,
                !chosenRows.containsAll(
                        rows.stream()
                                .filter(r -> r.change().state() != MergeChange.MergeState.SAME)
                                .toList()));
    }
}
