package plumbline.screen.parts;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line that leads to its place, by mouse and by keyboard; a pane, because a button's graphic does
 * not wrap to its width.
 */
public final class LinkRow extends StackPane {
    private final Runnable action;

    public LinkRow(Region content, Runnable action) {
        super(content);
        getStyleClass().add("leading");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(
                accessibleTexts(content)
                        .filter(s -> !s.isBlank())
                        .collect(Collectors.joining(" · ")));
        setOnMouseClicked(_ -> action.run());
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) action.run();
                });
        this.action = action;
    }

    /** What stands in it, for screen readers. */
    private static Stream<String> accessibleTexts(Node node) {
        return switch (node) {
            case Labeled labeled -> Stream.of(labeled.getText());
            case Parent parent ->
                    parent.getChildrenUnmodifiable().stream().flatMap(LinkRow::accessibleTexts);
            default -> Stream.empty();
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) action.run();
        else super.executeAccessibleAction(wanted, parameters);
    }
}
