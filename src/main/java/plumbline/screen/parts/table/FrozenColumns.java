package plumbline.screen.parts.table;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps the first columns of a table in sight at the left, and others at the right until they are
 * scrolled to, where the table is wide enough for both: they are moved along with the rest.
 */
public final class FrozenColumns {
    /** The vertical scroll bar and the borders. */
    private static final double MARGIN = 18;

    /**
     * So much must be left between the columns at the left and those at the right; else these
     * scroll with the rest.
     */
    private static final double LEAST_SCROLLED_WIDTH = 260;

    private final TableView<?> table;
    private final Predicate<TableColumnBase<?, ?>> first;
    private final Predicate<TableColumnBase<?, ?>> last;
    private final DoubleProperty shift = new SimpleDoubleProperty();

    /** How far the table's right end is out of sight: 0 or less. */
    private final DoubleProperty back = new SimpleDoubleProperty();

    /**
     * @param first the columns kept at the left
     */
    public FrozenColumns(TableView<?> table, Predicate<TableColumnBase<?, ?>> first) {
        this(table, first, _ -> false);
    }

    /**
     * @param table must not have a fixed cell size, or its skin drops the cells it believes
     *     scrolled away; see {@link #createRowSkin} for many columns
     * @param first the columns kept at the left
     * @param last the columns kept in sight at the right
     */
    public FrozenColumns(
            TableView<?> table,
            Predicate<TableColumnBase<?, ?>> first,
            Predicate<TableColumnBase<?, ?>> last) {
        this.table = table;
        this.first = first;
        this.last = last;
        table.skinProperty()
                .subscribe(
                        skin -> {
                            if (skin != null) Platform.runLater(this::bindToScrollBar);
                        });
    }

    /** To be called when the table's columns were made anew. */
    public void onColumnsChanged() {
        Platform.runLater(
                () -> {
                    table.applyCss();
                    table.layout();
                    bindToScrollBar();
                });
    }

    /** Scrolls just so far that a column stands free of the frozen ones and inside the window. */
    public void revealColumn(int index) {
        TableColumnBase<?, ?> column = table.getColumns().get(index);
        if (first.test(column) || last.test(column) && hasRoomForLast()) return;
        double from = 0;
        double covered = 0;
        double coveredAtEnd = 0;
        for (int i = 0; i < table.getColumns().size(); i++) {
            double width = table.getColumns().get(i).getWidth();
            if (i < index) from += width;
            if (first.test(table.getColumns().get(i))) covered += width;
            if (last.test(table.getColumns().get(i)) && hasRoomForLast()) coveredAtEnd += width;
        }
        double left = from - covered;
        double right = from + column.getWidth() + coveredAtEnd;
        findScrollBar()
                .filter(ScrollBar::isVisible)
                .ifPresent(
                        bar -> {
                            double seen = table.getWidth() - MARGIN;
                            if (bar.getValue() > left) bar.setValue(left);
                            else if (right - bar.getValue() > seen)
                                bar.setValue(Math.min(bar.getMax(), right - seen));
                        });
    }

    /** Keeps the cell of a first or last column in its place. */
    public void freezeCell(Node cell, TableColumnBase<?, ?> column) {
        if (!first.test(column) && !last.test(column)) return;
        cell.translateXProperty()
                .bind(
                        first.test(column)
                                ? shift
                                : Bindings.createDoubleBinding(
                                        () -> Math.min(0, back.get() + widthAfter(column)), back));
        cell.setViewOrder(-1);
        cell.getStyleClass().add("frozen");
        if (last.test(column)) cell.getStyleClass().add("frozen-last");
    }

    /** For a row of a table with many columns: it has only the cells that are in sight. */
    public <T> Skin<?> createRowSkin(TableRow<T> row) {
        return new VisibleCellsRowSkin<>(row, first.or(last), shift);
    }

    /** The width of the columns after one. */
    private double widthAfter(TableColumnBase<?, ?> column) {
        return table.getColumns().stream()
                .skip(table.getColumns().indexOf(column) + 1L)
                .mapToDouble(TableColumnBase::getWidth)
                .sum();
    }

    private boolean hasRoomForLast() {
        double held =
                table.getColumns().stream()
                        .filter(first.or(last))
                        .mapToDouble(TableColumnBase::getWidth)
                        .sum();
        return table.getWidth() - MARGIN - held >= LEAST_SCROLLED_WIDTH;
    }

    private void bindToScrollBar() {
        findScrollBar()
                .ifPresent(
                        bar -> {
                            shift.bind(bar.valueProperty());
                            back.bind(
                                    Bindings.createDoubleBinding(
                                            () ->
                                                    bar.isVisible() && hasRoomForLast()
                                                            ? Math.min(
                                                                    0,
                                                                    bar.getValue() - bar.getMax())
                                                            : 0,
                                            bar.valueProperty(),
                                            bar.maxProperty(),
                                            bar.visibleProperty(),
                                            table.widthProperty()));
                        });
        freezeHeads();
    }

    private Optional<ScrollBar> findScrollBar() {
        return table.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(b -> b.getOrientation() == Orientation.HORIZONTAL)
                .findFirst();
    }

    private void freezeHeads() {
        for (Node node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader head
                    && head.getTableColumn() != null
                    && !node.getStyleClass().contains("frozen"))
                freezeCell(node, head.getTableColumn());
        }
    }
}
