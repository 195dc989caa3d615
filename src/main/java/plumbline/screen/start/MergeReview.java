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
import plumbline.screen.parts.Texts;
import plumbline.screen.parts.field.Fields;
import plumbline.screen.start.PlanFilesViewModel.Row;
import plumbline.screen.start.PlanFilesViewModel.Step;
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
    private static final Map<MergeChange.State, Feather> ICONS =
            new EnumMap<>(
                    Map.of(
                            MergeChange.State.NEW,
                            Feather.PLUS_CIRCLE,
                            MergeChange.State.SAME,
                            Feather.CHECK,
                            MergeChange.State.CHANGED,
                            Feather.EDIT_3,
                            MergeChange.State.CONFLICT,
                            Feather.ALERT_CIRCLE));
    private final PlanFilesViewModel model;
    private final Step.Reviewing step;
    private final Messages words;
    private final Set<Row> chosen = new HashSet<>();
    private final TableView<Row> table = new TableView<>();
    private final Button accept;

    MergeReview(PlanFilesViewModel model, Step.Reviewing step, Messages words) {
        this.model = model;
        this.step = step;
        this.words = words;
        this.accept = Buttons.verb("", "merge-accept", () -> model.accept(step, chosen));
        accept.getStyleClass().add("accent");
        setId("merge");
        getStyleClass().add("merge");
        step.rows().stream().filter(PlanFilesViewModel::proposed).forEach(chosen::add);
        table.setId("merge-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.say("merge.none")));
        table.getColumns().add(chosenColumn());
        table.getColumns().add(stateColumn());
        table.getColumns().add(column("merge.where", 260, Row::where));
        table.getColumns().add(column("merge.what", 130, Row::what));
        table.getColumns().add(column("merge.now", 240, Row::now));
        table.getColumns().add(column("merge.next", 240, Row::next));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setTop(head());
        setCenter(table);
        setBottom(buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        show(Optional.empty());
        count();
    }

    void toTable() {
        table.requestFocus();
        if (!table.getItems().isEmpty() && table.getSelectionModel().isEmpty())
            table.getSelectionModel().selectFirst();
    }

    private VBox head() {
        Map<MergeChange.State, Long> counts = model.counts(step);
        Label about =
                new Label(
                        words.say(
                                "merge.counts",
                                of(counts, MergeChange.State.NEW),
                                of(counts, MergeChange.State.CHANGED),
                                of(counts, MergeChange.State.CONFLICT),
                                of(counts, MergeChange.State.SAME)));
        about.setId("merge-counts");
        Label note = Texts.small(words.say("merge.note"));
        Node filter = filter();
        HBox choice = new HBox(8, Fields.name(words.say("merge.show"), filter), filter);
        choice.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                8,
                Texts.heading(
                        words.say(
                                "merge.title",
                                step.file().plan().title(),
                                step.merging().mine().title())),
                about,
                note,
                choice);
    }

    private static long of(Map<MergeChange.State, Long> counts, MergeChange.State state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Empty stands for everything that would change something. */
    private ComboBox<Optional<MergeChange.State>> filter() {
        ComboBox<Optional<MergeChange.State>> filter = new ComboBox<>();
        filter.setId("merge-filter");
        filter.getItems().add(Optional.empty());
        for (MergeChange.State state : MergeChange.State.values())
            filter.getItems().add(Optional.of(state));
        filter.setConverter(
                Texts.worded(state -> state.map(words::say).orElse(words.say("merge.differing"))));
        filter.setValue(Optional.empty());
        filter.setOnAction(_ -> show(filter.getValue()));
        return filter;
    }

    private void show(Optional<MergeChange.State> state) {
        table.getItems()
                .setAll(
                        step.rows().stream()
                                .filter(
                                        r ->
                                                state.map(s -> r.offer().state() == s)
                                                        .orElse(
                                                                r.offer().state()
                                                                        != MergeChange.State.SAME))
                                .toList());
    }

    private TableColumn<Row, Row> chosenColumn() {
        TableColumn<Row, Row> column = new TableColumn<>(words.say("merge.take"));
        column.setId("merge-take");
        column.setSortable(false);
        column.setMinWidth(56);
        column.setMaxWidth(56);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(_ -> new ChosenCell());
        return column;
    }

    private final class ChosenCell extends TableCell<Row, Row> {
        private final CheckBox box = new CheckBox();

        ChosenCell() {
            setAlignment(Pos.CENTER);
            box.setFocusTraversable(false);
            box.setAccessibleText(words.say("merge.take"));
            box.setOnAction(_ -> choose(List.of(getItem()), box.isSelected()));
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean none = empty || row == null || row.offer().state() == MergeChange.State.SAME;
            setGraphic(none ? null : box);
            if (!none) box.setSelected(chosen.contains(row));
        }
    }

    private TableColumn<Row, String> stateColumn() {
        TableColumn<Row, String> column =
                column("merge.state", 116, r -> words.say(r.offer().state()));
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String text, boolean empty) {
                                super.updateItem(text, empty);
                                Row row =
                                        empty || getTableRow() == null
                                                ? null
                                                : getTableRow().getItem();
                                getStyleClass().removeIf(s -> s.startsWith("merge-"));
                                setText(row == null ? null : text);
                                setGraphic(
                                        row == null
                                                ? null
                                                : new FontIcon(ICONS.get(row.offer().state())));
                                if (row != null)
                                    getStyleClass()
                                            .add(
                                                    "merge-"
                                                            + row.offer()
                                                                    .state()
                                                                    .name()
                                                                    .toLowerCase(Locale.ROOT));
                            }
                        });
        return column;
    }

    private TableColumn<Row, String> column(String key, double width, Function<Row, String> text) {
        TableColumn<Row, String> column = new TableColumn<>(words.say(key));
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

    private HBox buttons() {
        Button all = button("merge.all", "merge-all", () -> choose(table.getItems(), true));
        Button none =
                button("merge.nothing", "merge-nothing", () -> choose(table.getItems(), false));
        Button leave = button("merge.leave", "merge-leave", model::leave);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox box = new HBox(8, all, none, spacer, leave, accept);
        box.getStyleClass().add("merge-buttons");
        return box;
    }

    private Button button(String key, String id, Runnable action) {
        return Buttons.verb(words.say(key), id, action);
    }

    private void choose(List<Row> rows, boolean taken) {
        List<Row> takeable =
                rows.stream().filter(r -> r.offer().state() != MergeChange.State.SAME).toList();
        if (taken) chosen.addAll(takeable);
        else takeable.forEach(chosen::remove);
        table.refresh();
        count();
    }

    private void count() {
        accept.setText(words.say("merge.accept", chosen.size()));
        accept.setDisable(chosen.isEmpty());
    }

    private void pressed(KeyEvent e) {
        if (ACCEPT.match(e)) accept.fire();
        else if (e.getCode() == KeyCode.ESCAPE) model.leave();
        else if (e.getCode() == KeyCode.SPACE && table.isFocused()) turn();
        else return;
        e.consume();
    }

    /** The selected rows: all taken, or, if they are already, all left. */
    private void turn() {
        List<Row> rows = List.copyOf(table.getSelectionModel().getSelectedItems());
        choose(
                rows,
                !chosen.containsAll(
                        rows.stream()
                                .filter(r -> r.offer().state() != MergeChange.State.SAME)
                                .toList()));
    }
}
