package plumbline.screen.indicators;

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
final class FrozenColumns {
    private final TableView<?> table;
    private final Predicate<TableColumnBase<?, ?>> frozen;
    private final DoubleProperty shift = new SimpleDoubleProperty();

    /** @param table must not have a fixed cell size, or its skin drops the cells it believes scrolled away */
    FrozenColumns(TableView<?> table, Predicate<TableColumnBase<?, ?>> frozen) {
        this.table = table;
        this.frozen = frozen;
        table.skinProperty().subscribe(skin -> {
            if (skin != null) Platform.runLater(this::follow);
        });
    }

    /** To be called when the table's columns were made anew. */
    void columnsChanged() {
        Platform.runLater(this::heads);
    }

    void freeze(Node cell) {
        cell.translateXProperty().bind(shift);
        cell.setViewOrder(-1);
        cell.getStyleClass().add("frozen");
    }

    /** Scrolls a column into sight, beside the frozen ones rather than below them. */
    void show(TableColumnBase<?, ?> column) {
        Platform.runLater(() -> bar().filter(ScrollBar::isVisible).ifPresent(bar -> {
            if (frozen.test(column)) return;
            double kept = table.getColumns().stream().filter(frozen).mapToDouble(TableColumnBase::getWidth).sum();
            double from = table.getColumns().stream().takeWhile(c -> c != column).mapToDouble(TableColumnBase::getWidth).sum();
            double seen = bar.getWidth();
            double least = from + column.getWidth() - seen;
            double most = from - kept;
            if (bar.getValue() < least) bar.setValue(Math.min(least, bar.getMax()));
            if (bar.getValue() > most) bar.setValue(Math.max(0, most));
        }));
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
