package plumbline.screen.parts;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

/** Keeps the leading columns of a table in sight: they are moved along by as much as the rest is scrolled away. */
public final class FrozenColumns {
    /** The vertical scroll bar and the borders. */
    private static final double MARGIN = 18;
    private final TableView<?> table;
    private final Predicate<TableColumnBase<?, ?>> frozen;
    private final DoubleProperty shift = new SimpleDoubleProperty();

    /** @param table must not have a fixed cell size, or its skin drops the cells it believes scrolled away */
    public FrozenColumns(TableView<?> table, Predicate<TableColumnBase<?, ?>> frozen) {
        this.table = table;
        this.frozen = frozen;
        table.skinProperty().subscribe(skin -> {
            if (skin != null) Platform.runLater(this::follow);
        });
    }

    /** To be called when the table's columns were made anew. */
    public void columnsChanged() {
        Platform.runLater(() -> {
            table.applyCss();
            table.layout();
            follow();
        });
    }

    /** Scrolls just so far that a column stands free of the frozen ones and inside the window. */
    public void reveal(int index) {
        if (frozen.test(table.getColumns().get(index))) return;
        double from = 0;
        double covered = 0;
        for (int i = 0; i < index; i++) {
            double width = table.getColumns().get(i).getWidth();
            from += width;
            if (frozen.test(table.getColumns().get(i))) covered += width;
        }
        double left = from - covered;
        double right = from + table.getColumns().get(index).getWidth();
        bar().filter(ScrollBar::isVisible).ifPresent(bar -> {
            double seen = table.getWidth() - MARGIN;
            if (bar.getValue() > left) bar.setValue(left);
            else if (right - bar.getValue() > seen) bar.setValue(Math.min(bar.getMax(), right - seen));
        });
    }

    public void freeze(Node cell) {
        cell.translateXProperty().bind(shift);
        cell.setViewOrder(-1);
        cell.getStyleClass().add("frozen");
    }

    private void follow() {
        bar().ifPresent(bar -> shift.bind(bar.valueProperty()));
        heads();
    }

    private Optional<ScrollBar> bar() {
        return table.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast).filter(b -> b.getOrientation() == Orientation.HORIZONTAL).findFirst();
    }

    private void heads() {
        for (Node node : table.lookupAll(".column-header")) {
            boolean first = node instanceof TableColumnHeader head && head.getTableColumn() != null && frozen.test(head.getTableColumn());
            if (first && !node.getStyleClass().contains("frozen")) freeze(node);
        }
    }
}
