package plumbline.screen.indicators.grid;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

import plumbline.assessment.Assessment;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.Redaction;
import plumbline.screen.indicators.grid.IndicatorColumn.ColumnField;
import plumbline.screen.indicators.grid.IndicatorColumn.FieldColumn;
import plumbline.screen.indicators.grid.IndicatorRow.CellContent;
import plumbline.screen.indicators.grid.IndicatorRow.IndicatorCellLook;
import plumbline.screen.parts.HandVerdictMark;
import plumbline.screen.parts.VerdictBadge;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A cell of the grid: shows, and is typed in. Leaving it keeps what was typed; only Esc drops it.
 */
final class GridCell extends TableCell<ObjectProperty<IndicatorRow>, IndicatorRow> {
    private static final IndicatorColumn NAME = new FieldColumn(ColumnField.NAME);
    private static final IndicatorColumn VERDICT = new FieldColumn(ColumnField.VERDICT);
    private static final IndicatorColumn TREND = new FieldColumn(ColumnField.TREND);

    /**
     * What is being edited. A cell may be given to another row meanwhile; what was typed is not.
     *
     * @param anew what was typed over a cell is taken even if it reads the same: a total of parts
     *     becomes the indicator's own. So is what was refused: its unit may have changed since
     */
    private record CellEditing(UUID row, String own, boolean anew) {}

    private static final double TREND_WIDTH = 72;
    private static final double TREND_HEIGHT = 16;
    private static final double STEP = 30;
    private static final IndicatorColumn UNIT = new FieldColumn(ColumnField.UNIT);

    /** What stands about a text: the paddings, and a little for italics. */
    private static final double AROUND = 20;

    /** The mark of a redacted value. */
    private static final double MARK = 26;

    private static final double WIDEST_LETTER = 14;
    private final IndicatorsViewModel model;
    private final IndicatorColumn column;
    private final Supplier<Optional<String>> begun;
    private final DoubleConsumer room;
    private Optional<TextField> field = Optional.empty();
    private Optional<CellEditing> editing = Optional.empty();

    /**
     * @param begun the text that editing begins with, instead of the cell's own
     * @param room told how wide the cell must be to show its number, or its unit, whole
     */
    GridCell(
            IndicatorsViewModel model,
            IndicatorColumn column,
            Supplier<Optional<String>> begun,
            DoubleConsumer room) {
        this.room = room;
        this.model = model;
        this.column = column;
        this.begun = begun;
        setAlignment(
                column.holdsNumber() && !column.equals(VERDICT)
                        ? Pos.CENTER_RIGHT
                        : Pos.CENTER_LEFT);
        getStyleClass().add("grid-cell");
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> updateTooltip());
    }

    @Override
    protected void updateItem(IndicatorRow row, boolean empty) {
        super.updateItem(row, empty);
        if (isEditing()) return;
        showRow(empty ? Optional.empty() : Optional.ofNullable(row));
    }

    private void showRow(Optional<IndicatorRow> row) {
        setTooltip(null);
        if (row.isEmpty()) setContent("", IndicatorCellLook.PLAIN, null);
        row.ifPresent(
                r -> {
                    switch (r) {
                        case IndicatorRow.GroupRow(IndicatorGroup group, String summary) ->
                                setContent(
                                        column.equals(NAME)
                                                ? group.name()
                                                : column.equals(VERDICT) ? summary : "",
                                        IndicatorCellLook.PLAIN,
                                        null);
                        case IndicatorRow.LineRow line ->
                                showCell(line, model.formatCell(line, column));
                    }
                });
    }

    private void showCell(IndicatorRow.LineRow line, CellContent cell) {
        Node graphic = createGraphic(line, cell);
        boolean worded = !column.equals(TREND) && !(column.equals(VERDICT) && graphic != null);
        setContent(
                worded ? cell.text() : "",
                cell.look(),
                line.isRedacted(column) && !cell.text().isEmpty()
                        ? createRedactedGraphic(graphic)
                        : graphic);
        requestNeededWidth(cell);
        setAccessibleText(accessibleTextOf(line, cell));
        setAccessibleHelp(
                cell.look() != IndicatorCellLook.REFUSED
                                && cell.hint().isEmpty()
                                && column.equals(NAME)
                        ? cell.text()
                        : cell.hint());
    }

    /** Each property once: what stays the same is not laid out again. */
    private void setContent(String text, IndicatorCellLook look, Node graphic) {
        setText(text);
        setGraphic(graphic);
        setAccessibleText(null);
        setAccessibleHelp(null);
        setLookClass(look);
    }

    /** Words may be cut, the tooltip has them; what is short for certain is not measured. */
    private void requestNeededWidth(CellContent cell) {
        boolean whole =
                column.equals(UNIT)
                        || column.holdsNumber()
                                && !column.equals(VERDICT)
                                && cell.look() != IndicatorCellLook.MISSING
                                && cell.look() != IndicatorCellLook.REFUSED;
        double own = getTableColumn().getWidth() - AROUND - (getGraphic() == null ? 0 : MARK);
        if (!whole || cell.text().length() * WIDEST_LETTER <= own) return;
        Text text = new Text(cell.text());
        text.setFont(getFont());
        double needed = Math.ceil(text.getLayoutBounds().getWidth());
        if (needed > own) room.accept(needed + getTableColumn().getWidth() - own);
    }

    private Node createGraphic(IndicatorRow.LineRow line, CellContent cell) {
        if (column.equals(NAME)) return createFoldMark(line);
        if (column.equals(VERDICT) && !cell.text().isEmpty())
            return createVerdictGraphic(line.assessment(), cell.text());
        return column.equals(TREND) ? createTrendGraphic(CellFormatter.trendValues(line)) : null;
    }

    /**
     * Made when the mouse comes: each has a window of its own, too dear for every cell that is
     * shown.
     */
    private void updateTooltip() {
        if (getTooltip() != null || getAccessibleHelp() == null || getAccessibleHelp().isEmpty())
            return;
        Tooltip tooltip = new Tooltip(getAccessibleHelp());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        setTooltip(tooltip);
    }

    /** Of a value that leaves the house as XX; before whatever stands there. */
    private static Node createRedactedGraphic(Node graphic) {
        Label mark = new Label(Redaction.REPLACEMENT_TEXT);
        mark.getStyleClass().add("redaction-mark");
        return graphic == null ? mark : new HBox(4, graphic, mark);
    }

    /** A screen reader hears of which indicator and of which column it is. */
    private String accessibleTextOf(IndicatorRow.LineRow line, CellContent cell) {
        if (column.equals(new FieldColumn(ColumnField.NUMBER)) || column.equals(NAME))
            return cell.text();
        String text =
                column.equals(TREND)
                        ? CellFormatter.trendValues(line).stream()
                                .map(v -> Wording.formatCompact(BigDecimal.valueOf(v)))
                                .collect(Collectors.joining(" → "))
                        : cell.text();
        return line.assessment().indicator().name()
                + " · "
                + getTableColumn().getText()
                + " · "
                + text;
    }

    /** ▸ before an indicator that can be unfolded, and a step to the right before its parts. */
    private Node createFoldMark(IndicatorRow.LineRow line) {
        return switch (line.nest()) {
            case SINGLE -> null;
            case PART ->
                    new Region() {
                        {
                            setMinWidth(STEP);
                            setPrefWidth(STEP);
                        }
                    };
            case FOLDED, UNFOLDED -> {
                Label mark = new Label(line.nest() == IndicatorRow.PartNesting.FOLDED ? "▸" : "▾");
                mark.getStyleClass().add("nest");
                mark.setOnMousePressed(Event::consume);
                mark.setOnMouseClicked(
                        e -> {
                            model.toggleFolded(line.id());
                            e.consume();
                        });
                yield mark;
            }
        };
    }

    /** The computed verdict, and beside it the mark of one set by hand. */
    private static Node createVerdictGraphic(Assessment a, String word) {
        HBox both = new HBox(5, new VerdictBadge(a.verdict(), word));
        both.setAlignment(Pos.CENTER_LEFT);
        a.handVerdict().ifPresent(h -> both.getChildren().add(new HandVerdictMark(h.verdict())));
        return both;
    }

    private void setLookClass(IndicatorCellLook look) {
        for (IndicatorCellLook each : IndicatorCellLook.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == look);
        }
    }

    private static Node createTrendGraphic(List<Double> values) {
        Polyline line = new Polyline();
        line.getStyleClass().add("trend");
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(1);
        for (int i = 0; i < values.size(); i++) {
            double share = high == low ? 0.5 : (values.get(i) - low) / (high - low);
            line.getPoints()
                    .addAll(
                            TREND_WIDTH * i / Math.max(1, values.size() - 1),
                            TREND_HEIGHT * (1 - share));
        }
        return line;
    }

    @Override
    public void startEdit() {
        if (getItem() == null || !isEditableRow(getItem())) return;
        super.startEdit();
        if (!isEditing()) return;
        Optional<String> text = begun.get();
        editing =
                Optional.of(
                        new CellEditing(
                                getItem().id(),
                                ownText(),
                                text.isPresent() || isRefusedCell(getItem())));
        TextField typing = new TextField(text.orElseGet(this::ownText));
        typing.getStyleClass().add("grid-editor");
        typing.setId("grid-editor");
        typing.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        typing.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused
                                    && field.filter(f -> f == typing).isPresent()
                                    && isEditing()) commitTypedText();
                        });
        field = Optional.of(typing);
        setText(null);
        setGraphic(typing);
        // Its skin must be there before the next key comes, or a fast typist's digits are lost.
        typing.applyCss();
        typing.requestFocus();
        if (text.isPresent()) typing.end();
        else typing.selectAll();
    }

    private boolean isEditableRow(IndicatorRow row) {
        return switch (row) {
            case IndicatorRow.GroupRow _ -> column.equals(NAME);
            case IndicatorRow.LineRow line -> line.isEditable(column);
        };
    }

    private String ownText() {
        return switch (getItem()) {
            case IndicatorRow.GroupRow(IndicatorGroup group, _) -> group.name();
            case IndicatorRow.LineRow line -> model.formatCell(line, column).typing();
        };
    }

    private void onKeyPressed(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> discardTypedText();
            case ENTER -> commitAndMove(e.isShiftDown() ? -1 : 1, 0);
            case TAB -> commitAndMove(0, e.isShiftDown() ? -1 : 1);
            case UP -> commitAndMove(-1, 0);
            case DOWN -> commitAndMove(1, 0);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void commitAndMove(int down, int right) {
        int row = editing.map(b -> model.indexOfRow(b.row)).orElseGet(this::getIndex) + down;
        int at = getTableView().getColumns().indexOf(getTableColumn()) + right;
        var table = getTableView();
        commitTypedText();
        table.requestFocus();
        if (row >= 0
                && row < table.getItems().size()
                && at >= 0
                && at < table.getColumns().size()) {
            table.getSelectionModel().clearAndSelect(row, table.getColumns().get(at));
        }
    }

    /** Ends the editing and hands over what was typed. */
    private void commitTypedText() {
        String text = field.map(TextField::getText).orElse("");
        Optional<CellEditing> changed = editing.filter(b -> b.anew || !text.equals(b.own));
        finishEditing();
        changed.filter(b -> model.indexOfRow(b.row) >= 0)
                .ifPresent(b -> model.enterText(b.row, column, text));
    }

    private boolean isRefusedCell(IndicatorRow row) {
        return row instanceof IndicatorRow.LineRow line
                && model.formatCell(line, column).look() == IndicatorCellLook.REFUSED;
    }

    private void discardTypedText() {
        Optional<CellEditing> dropped = editing;
        finishEditing();
        getTableView().requestFocus();
        dropped.ifPresent(b -> model.cancelRefusedText(b.row, column));
    }

    private void finishEditing() {
        field = Optional.empty();
        editing = Optional.empty();
        super.cancelEdit();
        showRow(Optional.ofNullable(getItem()));
    }

    /**
     * Called by the table when another cell is to be edited or clicked: that keeps what was typed.
     */
    @Override
    public void cancelEdit() {
        if (field.isPresent()) commitTypedText();
        else super.cancelEdit();
    }
}
