package plumbline.screen.parts.table;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A title that is typed in place. Leaving it keeps what was typed; only Esc drops it. */
public final class TitleCell<R> extends TableCell<R, R> {
    private final String editor;
    private final Function<R, String> title;
    private final Function<R, String> state;
    private final BiFunction<R, Node, Node> line;
    private final BiConsumer<R, String> take;
    private Optional<TextField> field = Optional.empty();

    /**
     * @param editor the id of the field it is typed in
     * @param state said after the title to those who only hear it
     * @param line puts the title, or the field, behind and before what belongs to it
     * @param take told only of another title
     */
    public TitleCell(
            String editor,
            Function<R, String> title,
            Function<R, String> state,
            BiFunction<R, Node, Node> line,
            BiConsumer<R, String> take) {
        this.editor = editor;
        this.title = title;
        this.state = state;
        this.line = line;
        this.take = take;
    }

    @Override
    protected void updateItem(R row, boolean empty) {
        super.updateItem(row, empty);
        if (!isEditing()) showTitle();
    }

    private void showTitle() {
        R row = getItem();
        setText(null);
        setGraphic(row == null || isEmpty() ? null : line.apply(row, new Label(title.apply(row))));
        setTooltip(row == null || isEmpty() ? null : new Tooltip(title.apply(row)));
        setAccessibleText(
                row == null || isEmpty() ? null : title.apply(row) + " · " + state.apply(row));
    }

    @Override
    public void startEdit() {
        if (getItem() == null) return;
        super.startEdit();
        if (!isEditing()) return;
        TextField typing = new TextField(title.apply(getItem()));
        typing.setId(editor);
        typing.addEventFilter(KeyEvent.KEY_PRESSED, this::onKeyPressed);
        typing.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused && field.filter(f -> f == typing).isPresent())
                                commitTitle();
                        });
        field = Optional.of(typing);
        setGraphic(line.apply(getItem(), typing));
        typing.applyCss();
        typing.requestFocus();
        typing.selectAll();
    }

    private void onKeyPressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) commitTitle();
        else if (e.getCode() == KeyCode.ESCAPE) discardTypedTitle();
        else return;
        e.consume();
        getTableView().requestFocus();
    }

    private void commitTitle() {
        Optional<TextField> typed = field;
        R row = getItem();
        discardTypedTitle();
        if (row != null)
            typed.map(TextField::getText)
                    .filter(t -> !t.equals(title.apply(row)))
                    .ifPresent(t -> take.accept(row, t));
    }

    private void discardTypedTitle() {
        field = Optional.empty();
        super.cancelEdit();
        showTitle();
    }

    @Override
    public void cancelEdit() {
        if (field.isPresent()) commitTitle();
        else super.cancelEdit();
    }
}
