package plumbline.screen.parts.field;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What can be chosen, with a tick before each; by mouse, or with the space bar. As high as its
 * lines, up to six.
 */
public final class CheckList<T> extends ListView<T> {
    private static final double ROW_HEIGHT = 26;
    private static final int MOST_ROWS = 6;
    private final Function<T, String> name;
    private final Predicate<T> checked;
    private final Consumer<T> toggle;

    public CheckList(Function<T, String> name, Predicate<T> checked, Consumer<T> toggle) {
        this.name = name;
        this.checked = checked;
        this.toggle = toggle;
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(_ -> new CheckListCell());
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused && getSelectionModel().isEmpty())
                                getSelectionModel().selectFirst();
                        });
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() != KeyCode.SPACE || getSelectionModel().isEmpty()) return;
                    toggle.accept(getSelectionModel().getSelectedItem());
                    e.consume();
                });
    }

    /** Shows these; which are ticked is asked anew. */
    public void showItems(List<T> items) {
        if (!getItems().equals(items)) getItems().setAll(items);
        double height = Math.clamp(items.size(), 1, MOST_ROWS) * ROW_HEIGHT + 4;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        refresh();
    }

    private final class CheckListCell extends ListCell<T> {
        private final CheckBox box = new CheckBox();

        private CheckListCell() {
            box.setFocusTraversable(false);
            box.setOnAction(_ -> toggle.accept(getItem()));
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.LEFT);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            boolean none = empty || item == null;
            setGraphic(none ? null : box);
            setText(none ? null : name.apply(item));
            setTooltip(none ? null : new Tooltip(name.apply(item)));
            box.setAccessibleText(getText());
            if (!none) box.setSelected(checked.test(item));
        }
    }
}
