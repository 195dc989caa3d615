package plumbline.screen.parts;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Optional;
import java.util.stream.Stream;

/** A table and what is told of its lines beside it: F6 leads from one to the other. */
public final class FocusSwitch {
    private FocusSwitch() {}

    /**
     * @param both holds both
     * @param table where Tab has a meaning of its own, so that it leads nowhere
     * @param beside nothing happens while nothing in it can be reached
     */
    public static void switchOnF6(Node both, Node table, Node beside) {
        both.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() != KeyCode.F6 || e.isShortcutDown() || e.isAltDown()) return;
                    Optional<Node> next =
                            isInside(beside, (Node) e.getTarget())
                                    ? Optional.of(table)
                                    : focusableNodes(beside).findFirst();
                    next.ifPresent(Node::requestFocus);
                    e.consume();
                });
    }

    private static boolean isInside(Node outer, Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at == outer) return true;
        return false;
    }

    private static Stream<Node> focusableNodes(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getScene() == null)
            return Stream.empty();
        Stream<Node> inside =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .flatMap(FocusSwitch::focusableNodes)
                        : Stream.empty();
        return node.isFocusTraversable() ? Stream.concat(Stream.of(node), inside) : inside;
    }
}
