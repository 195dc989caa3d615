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
import plumbline.screen.indicators.grid.Column.Field;
import plumbline.screen.indicators.grid.Column.Of;
import plumbline.screen.indicators.grid.Row.Cell;
import plumbline.screen.indicators.grid.Row.Look;
import plumbline.screen.parts.HandMark;
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
final class GridCell extends TableCell<ObjectProperty<Row>, Row> {
    private static final Column NAME = new Of(Field.NAME);
    private static final Column VERDICT = new Of(Field.VERDICT);
    private static final Column TREND = new Of(Field.TREND);

    /**
     * What is being edited. A cell may be given to another row meanwhile; what was typed is not.
     *
     * @param anew what was typed over a cell is taken even if it reads the same: a total of parts
     *     becomes the indicator's own. So is what was refused: its unit may have changed since
     */
    private record Begun(UUID row, String own, boolean anew) {}

    private static final double TREND_WIDTH = 72;
    private static final double TREND_HEIGHT = 16;
    private static final double STEP = 30;
    private static final Column UNIT = new Of(Field.UNIT);

    /** What stands about a text: the paddings, and a little for italics. */
    private static final double AROUND = 20;

    /** The mark of a redacted value. */
    private static final double MARK = 26;

    private static final double WIDEST_LETTER = 14;
    private final IndicatorsViewModel model;
    private final Column column;
    private final Supplier<Optional<String>> begun;
    private final DoubleConsumer room;
    private Optional<TextField> field = Optional.empty();
    private Optional<Begun> editing = Optional.empty();

    /**
     * @param begun the text that editing begins with, instead of the cell's own
     * @param room told how wide the cell must be to show its number, or its unit, whole
     */
    GridCell(
            IndicatorsViewModel model,
            Column column,
            Supplier<Optional<String>> begun,
            DoubleConsumer room) {
        this.room = room;
        this.model = model;
        this.column = column;
        this.begun = begun;
        setAlignment(
                column.number() && !column.equals(VERDICT) ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        getStyleClass().add("grid-cell");
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> explain());
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        if (isEditing()) return;
        show(empty ? Optional.empty() : Optional.ofNullable(row));
    }

    private void show(Optional<Row> row) {
        setTooltip(null);
        if (row.isEmpty()) fill("", Look.PLAIN, null);
        row.ifPresent(
                r -> {
                    switch (r) {
                        case Row.Group(IndicatorGroup group, String summary) ->
                                fill(
                                        column.equals(NAME)
                                                ? group.name()
                                                : column.equals(VERDICT) ? summary : "",
                                        Look.PLAIN,
                                        null);
                        case Row.Line line -> show(line, model.cell(line, column));
                    }
                });
    }

    private void show(Row.Line line, Cell cell) {
        Node graphic = graphic(line, cell);
        boolean worded = !column.equals(TREND) && !(column.equals(VERDICT) && graphic != null);
        fill(
                worded ? cell.text() : "",
                cell.look(),
                line.redacted(column) && !cell.text().isEmpty() ? marked(graphic) : graphic);
        measure(cell);
        setAccessibleText(said(line, cell));
        setAccessibleHelp(
                cell.look() != Look.REFUSED && cell.hint().isEmpty() && column.equals(NAME)
                        ? cell.text()
                        : cell.hint());
    }

    /** Each property once: what stays the same is not laid out again. */
    private void fill(String text, Look look, Node graphic) {
        setText(text);
        setGraphic(graphic);
        setAccessibleText(null);
        setAccessibleHelp(null);
        look(look);
    }

    /** Words may be cut, the tooltip has them; what is short for certain is not measured. */
    private void measure(Cell cell) {
        boolean whole =
                column.equals(UNIT)
                        || column.number()
                                && !column.equals(VERDICT)
                                && cell.look() != Look.MISSING
                                && cell.look() != Look.REFUSED;
        double own = getTableColumn().getWidth() - AROUND - (getGraphic() == null ? 0 : MARK);
        if (!whole || cell.text().length() * WIDEST_LETTER <= own) return;
        Text text = new Text(cell.text());
        text.setFont(getFont());
        double needed = Math.ceil(text.getLayoutBounds().getWidth());
        if (needed > own) room.accept(needed + getTableColumn().getWidth() - own);
    }

    private Node graphic(Row.Line line, Cell cell) {
        if (column.equals(NAME)) return nest(line);
        if (column.equals(VERDICT) && !cell.text().isEmpty())
            return verdict(line.assessment(), cell.text());
        return column.equals(TREND) ? trend(CellFormatter.trend(line)) : null;
    }

    /**
     * Made when the mouse comes: each has a window of its own, too dear for every cell that is
     * shown.
     */
    private void explain() {
        if (getTooltip() != null || getAccessibleHelp() == null || getAccessibleHelp().isEmpty())
            return;
        Tooltip tooltip = new Tooltip(getAccessibleHelp());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        setTooltip(tooltip);
    }

    /** Of a value that leaves the house as XX; before whatever stands there. */
    private static Node marked(Node graphic) {
        Label mark = new Label(Redaction.REPLACEMENT_TEXT);
        mark.getStyleClass().add("redaction-mark");
        return graphic == null ? mark : new HBox(4, graphic, mark);
    }

    /** A screen reader hears of which indicator and of which column it is. */
    private String said(Row.Line line, Cell cell) {
        if (column.equals(new Of(Field.NUMBER)) || column.equals(NAME)) return cell.text();
        String text =
                column.equals(TREND)
                        ? CellFormatter.trend(line).stream()
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
    private Node nest(Row.Line line) {
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
                Label mark = new Label(line.nest() == Row.Nest.FOLDED ? "▸" : "▾");
                mark.getStyleClass().add("nest");
                mark.setOnMousePressed(Event::consume);
                mark.setOnMouseClicked(
                        e -> {
                            model.turn(line.id());
                            e.consume();
                        });
                yield mark;
            }
        };
    }

    /** The computed verdict, and beside it the mark of one set by hand. */
    private static Node verdict(Assessment a, String word) {
        HBox both = new HBox(5, new VerdictBadge(a.verdict(), word));
        both.setAlignment(Pos.CENTER_LEFT);
        a.handVerdict().ifPresent(h -> both.getChildren().add(new HandMark(h.verdict())));
        return both;
    }

    private void look(Look look) {
        for (Look each : Look.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == look);
        }
    }

    private static Node trend(List<Double> values) {
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
        if (getItem() == null || !takes(getItem())) return;
        super.startEdit();
        if (!isEditing()) return;
        Optional<String> text = begun.get();
        editing =
                Optional.of(
                        new Begun(getItem().id(), own(), text.isPresent() || refused(getItem())));
        TextField typing = new TextField(text.orElseGet(this::own));
        typing.getStyleClass().add("grid-editor");
        typing.setId("grid-editor");
        typing.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        typing.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused
                                    && field.filter(f -> f == typing).isPresent()
                                    && isEditing()) take();
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

    private boolean takes(Row row) {
        return switch (row) {
            case Row.Group _ -> column.equals(NAME);
            case Row.Line line -> line.takes(column);
        };
    }

    private String own() {
        return switch (getItem()) {
            case Row.Group(IndicatorGroup group, _) -> group.name();
            case Row.Line line -> model.cell(line, column).typing();
        };
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> drop();
            case ENTER -> leave(e.isShiftDown() ? -1 : 1, 0);
            case TAB -> leave(0, e.isShiftDown() ? -1 : 1);
            case UP -> leave(-1, 0);
            case DOWN -> leave(1, 0);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void leave(int down, int right) {
        int row = editing.map(b -> model.indexOf(b.row)).orElseGet(this::getIndex) + down;
        int at = getTableView().getColumns().indexOf(getTableColumn()) + right;
        var table = getTableView();
        take();
        table.requestFocus();
        if (row >= 0
                && row < table.getItems().size()
                && at >= 0
                && at < table.getColumns().size()) {
            table.getSelectionModel().clearAndSelect(row, table.getColumns().get(at));
        }
    }

    /** Ends the editing and hands over what was typed. */
    private void take() {
        String text = field.map(TextField::getText).orElse("");
        Optional<Begun> changed = editing.filter(b -> b.anew || !text.equals(b.own));
        end();
        changed.filter(b -> model.indexOf(b.row) >= 0)
                .ifPresent(b -> model.type(b.row, column, text));
    }

    private boolean refused(Row row) {
        return row instanceof Row.Line line && model.cell(line, column).look() == Look.REFUSED;
    }

    private void drop() {
        Optional<Begun> dropped = editing;
        end();
        getTableView().requestFocus();
        dropped.ifPresent(b -> model.cancel(b.row, column));
    }

    private void end() {
        field = Optional.empty();
        editing = Optional.empty();
        super.cancelEdit();
        show(Optional.ofNullable(getItem()));
    }

    /**
     * Called by the table when another cell is to be edited or clicked: that keeps what was typed.
     */
    @Override
    public void cancelEdit() {
        if (field.isPresent()) take();
        else super.cancelEdit();
    }
}
