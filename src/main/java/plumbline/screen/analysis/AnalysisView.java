package plumbline.screen.analysis;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import plumbline.analysis.AnalysisQuery;
import plumbline.analysis.AnalysisQuery.AnalysisMeasure;
import plumbline.analysis.AnalysisQuery.AnalysisScope;
import plumbline.analysis.AnalysisQuery.Summary;
import plumbline.analysis.AnalysisTable;
import plumbline.analysis.AnalysisTable.AnalysisCell;
import plumbline.analysis.Dimension;
import plumbline.screen.analysis.AnalysisViewModel.AnalysisMode;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.Buttons;
import plumbline.screen.parts.Labels;
import plumbline.screen.parts.ScreenView;
import plumbline.screen.parts.SystemClipboard;
import plumbline.screen.parts.field.FieldGrid;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A question put together from choices, and the table that answers it. */
public final class AnalysisView implements ScreenView {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final List<Dimension> FILTERS =
            List.of(
                    Dimension.GROUP,
                    Dimension.DEPARTMENT,
                    Dimension.PERIOD,
                    Dimension.VERDICT,
                    Dimension.PROPERTY,
                    Dimension.KIND,
                    Dimension.STATUS);
    private static final double CHARACTER_WIDTH = 14;
    private static final double LETTER_WIDTH = 8;
    private static final int LAST_ASCII = 0x7f;

    /** The padding, and the arrow of the order. */
    private static final double HEAD_MARGIN = 32;

    private static final double CELL_MARGIN = 16;
    private static final double TEXT_WIDTH = 220;
    private static final double NUMBER_WIDTH = 94;
    private final AnalysisViewModel model;
    private final Messages words;
    private final BorderPane root = new BorderPane();
    private final TableView<List<AnalysisCell>> table = new TableView<>();
    private final Label nothing = new Label();
    private final VBox caveats = new VBox(2);
    private final FlowPane choices = new FlowPane(12, 8);
    private final FlowPane filters = new FlowPane(8, 8);
    private final Subscription subscription;

    public AnalysisView(AnalysisViewModel model, Messages words) {
        this.model = model;
        this.words = words;
        root.setId("analysis");
        root.getStyleClass().add("analysis");
        table.setId("analysis-table");
        table.setPlaceholder(nothing);
        caveats.setId("analysis-caveats");
        caveats.getStyleClass().add("analysis-caveats");
        createChoices();
        root.setTop(new VBox(10, createTools(), choices, filters));
        root.setCenter(table);
        root.setBottom(caveats);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        subscription = model.answerProperty().subscribe(this::showAnswer);
    }

    @Override
    public Node rootNode() {
        return root;
    }

    @Override
    public void focusMainControl() {
        table.requestFocus();
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
        ToggleGroup group = new ToggleGroup();
        HBox modes = new HBox();
        for (AnalysisMode mode : AnalysisMode.values()) {
            ToggleButton button =
                    Buttons.createModeButton(
                            words.nameOf(mode),
                            "analysis-" + mode.name(),
                            () -> model.showMode(mode));
            button.setToggleGroup(group);
            button.setSelected(mode == model.currentMode());
            modes.getChildren().add(button);
        }
        return new FlowPane(
                8,
                8,
                modes,
                createButton("analysis.copy", "analysis-copy", Feather.COPY, this::copyTable),
                createButton("analysis.xlsx", "analysis-xlsx", Feather.DOWNLOAD, model::exportXlsx),
                createButton("analysis.csv", "analysis-csv", Feather.DOWNLOAD, model::exportCsv));
    }

    private Button createButton(String key, String id, Feather icon, Runnable action) {
        Button button = Buttons.createActionButton(words.sentence(key), id, icon, action);
        button.disableProperty()
                .bind(
                        model.answerProperty()
                                .map(
                                        a ->
                                                a.map(AnalysisTable::rows)
                                                        .filter(r -> !r.isEmpty())
                                                        .isEmpty()));
        return button;
    }

    private void createChoices() {
        AnalysisQuery q = model.currentQuery();
        ComboBox<Dimension> first =
                createChoiceBox(
                        "analysis-by",
                        List.of(Dimension.values()),
                        q.rowDimensions().getFirst(),
                        words::nameOf);
        ComboBox<Optional<Dimension>> second =
                createOptionalDimensionBox(
                        "analysis-then", q.rowDimensions().stream().skip(1).findFirst());
        ComboBox<Optional<Dimension>> across =
                createOptionalDimensionBox("analysis-across", q.columnDimension());
        ComboBox<AnalysisMeasure> measured =
                createChoiceBox(
                        "analysis-measured",
                        List.of(AnalysisMeasure.values()),
                        q.measure(),
                        words::nameOf);
        ComboBox<Summary> summary =
                createChoiceBox(
                        "analysis-summary", List.of(Summary.values()), q.summary(), words::nameOf);
        ComboBox<AnalysisScope> lines =
                createChoiceBox(
                        "analysis-lines",
                        List.of(AnalysisScope.values()),
                        q.scope(),
                        words::nameOf);
        first.setOnAction(_ -> model.groupBy(first.getValue(), second.getValue()));
        second.setOnAction(_ -> model.groupBy(first.getValue(), second.getValue()));
        across.setOnAction(_ -> model.pivotAcross(across.getValue()));
        measured.setOnAction(_ -> model.setMeasure(measured.getValue(), summary.getValue()));
        summary.setOnAction(_ -> model.setMeasure(measured.getValue(), summary.getValue()));
        lines.setOnAction(_ -> model.setScope(lines.getValue()));
        choices.getChildren()
                .setAll(
                        createLabelledChoice("analysis.by", first),
                        createLabelledChoice("analysis.then", second),
                        createLabelledChoice("analysis.across", across),
                        createLabelledChoice("analysis.measured", measured),
                        createLabelledChoice("analysis.summary", summary),
                        createLabelledChoice("analysis.lines", lines));
    }

    private Node createLabelledChoice(String key, Node choice) {
        HBox box = new HBox(6, FieldGrid.createFieldLabel(words.sentence(key), choice), choice);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private ComboBox<Optional<Dimension>> createOptionalDimensionBox(
            String id, Optional<Dimension> chosen) {
        List<Optional<Dimension>> all = new ArrayList<>(List.of(Optional.empty()));
        for (Dimension dimension : Dimension.values()) all.add(Optional.of(dimension));
        return createChoiceBox(
                id,
                all,
                chosen,
                d -> d.map(words::nameOf).orElse(words.sentence("analysis.nothing")));
    }

    private static <T> ComboBox<T> createChoiceBox(
            String id, List<T> all, T chosen, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(all);
        box.setValue(chosen);
        box.setConverter(Labels.converterFor(name));
        return box;
    }

    private void showAnswer(Optional<AnalysisTable> answer) {
        boolean pivot = model.currentMode() == AnalysisMode.PIVOT;
        choices.setVisible(pivot);
        choices.setManaged(pivot);
        filters.setVisible(pivot);
        filters.setManaged(pivot);
        filters.getChildren().setAll(FILTERS.stream().map(this::createFilterButton).toList());
        nothing.setText(
                words.sentence(answer.isPresent() ? "analysis.empty" : "analysis.reckoning"));
        table.getColumns().clear();
        answer.ifPresent(
                a -> {
                    for (int i = 0; i < a.columns().size(); i++)
                        table.getColumns().add(createColumn(a, i));
                    table.getItems().setAll(a.rows());
                });
        caveats.getChildren()
                .setAll(model.caveatSentences().stream().map(this::createCaveatLabel).toList());
    }

    private Node createCaveatLabel(String sentence) {
        Label label = new Label(sentence, new FontIcon(Feather.INFO));
        label.setWrapText(true);
        return label;
    }

    /** A filter that leaves something out is marked, in words too. */
    private Node createFilterButton(Dimension dimension) {
        boolean some = model.isFiltered(dimension);
        MenuButton menu =
                new MenuButton(
                        some
                                ? words.sentence("analysis.filtered", words.nameOf(dimension))
                                : words.nameOf(dimension),
                        new FontIcon(Feather.FILTER));
        menu.setId("analysis-filter-" + dimension.name());
        menu.setMinWidth(Region.USE_PREF_SIZE);
        if (some) menu.getStyleClass().add("accent");
        for (String value : model.dimensionValues(dimension)) {
            CheckMenuItem item = new CheckMenuItem(value);
            item.setMnemonicParsing(false);
            item.setSelected(model.isCounted(dimension, value));
            item.setOnAction(_ -> model.setCounted(dimension, value, item.isSelected()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static TableColumn<List<AnalysisCell>, AnalysisCell> createColumn(
            AnalysisTable answer, int at) {
        AnalysisTable.AnalysisColumn head = answer.columns().get(at);
        TableColumn<List<AnalysisCell>, AnalysisCell> column = new TableColumn<>();
        Label label = new Label(head.heading());
        label.setTooltip(new Tooltip(head.heading()));
        column.setGraphic(label);
        double longest =
                answer.rows().stream()
                        .mapToDouble(r -> textWidth(r.get(at).text()))
                        .max()
                        .orElse(0);
        column.setPrefWidth(
                Math.clamp(
                        Math.max(
                                head.isNumeric() ? 0 : longest + CELL_MARGIN,
                                textWidth(head.heading()) + HEAD_MARGIN),
                        NUMBER_WIDTH,
                        TEXT_WIDTH));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(at)));
        column.setComparator(
                head.isNumeric()
                        ? Comparator.comparing(
                                c -> c.number().orElse(BigDecimal.valueOf(Long.MIN_VALUE)))
                        : Comparator.comparing(AnalysisCell::text));
        column.setCellFactory(_ -> new AnswerCell(head));
        return column;
    }

    private static double textWidth(String text) {
        return text.chars()
                .mapToDouble(c -> c <= LAST_ASCII ? LETTER_WIDTH : CHARACTER_WIDTH)
                .sum();
    }

    private static final class AnswerCell extends TableCell<List<AnalysisCell>, AnalysisCell> {
        AnswerCell(AnalysisTable.AnalysisColumn head) {
            setAlignment(head.isNumeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(AnalysisCell cell, boolean empty) {
            super.updateItem(cell, empty);
            boolean none = empty || cell == null;
            setText(none ? null : cell.text());
            setTooltip(none || cell.text().isEmpty() ? null : new Tooltip(cell.text()));
        }
    }

    private void copyTable() {
        model.findCopyText().ifPresent(SystemClipboard::copyText);
    }

    private void onKeyPressed(KeyEvent e) {
        if (!COPY.match(e)) return;
        copyTable();
        e.consume();
    }
}
