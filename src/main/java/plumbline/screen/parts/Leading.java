package plumbline.screen.parts;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A line that leads to its place, by mouse and by keyboard; a pane, because a button's graphic does not wrap to its width. */
public final class Leading extends StackPane {
    public Leading(Region content, Runnable action) {
        super(content);
        getStyleClass().add("leading");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(_ -> action.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) action.run();
        });
    }
}
