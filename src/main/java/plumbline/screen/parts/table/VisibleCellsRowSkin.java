package plumbline.screen.parts.table;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Holds only those cells of a row that are in sight, or kept there: a row of seventy columns has
 * the cells of fifteen to be styled and painted. The table's own way of doing so, a fixed cell
 * size, would take away the frozen cells too.
 */
final class VisibleCellsRowSkin<T> extends TableRowSkin<T> {
    private final Predicate<TableColumnBase<?, ?>> kept;
    private final ObservableDoubleValue scrolled;
    private final Map<TableColumnBase<?, ?>, TableCell<?, ?>> cellsByColumn = new HashMap<>();

    /**
     * @param kept columns whose cells are always there
     * @param scrolled how far the table is scrolled to the right, in pixels
     */
    VisibleCellsRowSkin(
            TableRow<T> row,
            Predicate<TableColumnBase<?, ?>> kept,
            ObservableDoubleValue scrolled) {
        super(row);
        this.kept = kept;
        this.scrolled = scrolled;
        registerChangeListener(scrolled, _ -> row.requestLayout());
        registerChangeListener(row.getTableView().widthProperty(), _ -> row.requestLayout());
    }

    @Override
    protected double computePrefHeight(
            double width, double top, double right, double bottom, double left) {
        return getCellSize() + top + bottom;
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        matchColumns();
        List<TableColumn<T, ?>> columns = getVisibleLeafColumns();
        cellsByColumn.keySet().retainAll(columns);
        List<Node> seen = new ArrayList<>();
        double from = scrolled.get();
        double to = from + getSkinnable().getTableView().getWidth();
        double left = x;
        for (TableColumn<T, ?> column : columns) {
            double width = snapSizeX(column.getWidth());
            TableCell<?, ?> cell = cellsByColumn.get(column);
            if (kept.test(column) || left + width > from && left < to) {
                seen.add(cell);
                cell.resizeRelocate(left, y, width, h);
            }
            left += width;
        }
        getChildren().removeIf(child -> !seen.contains(child));
        seen.removeAll(getChildren());
        getChildren().addAll(seen);
    }

    /** The row makes its cells when it is measured, and then has them all. */
    private void matchColumns() {
        super.computeMinHeight(-1, 0, 0, 0, 0);
        for (Node child : getChildren())
            if (child instanceof TableCell<?, ?> cell)
                cellsByColumn.put(cell.getTableColumn(), cell);
    }
}
