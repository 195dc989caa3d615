package plumbline.screen.parts.table;

import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the keyboard in a pane whose content is made anew: it would go to the head of the window
 * with the node that had it.
 */
public final class FocusKeeper {
    private FocusKeeper() {}

    /**
     * Changes what a pane holds. A keyboard that was in it is given to the node of the same id, or
     * else to the heir.
     *
     * @param heir the id of the node to go on from; not of one that takes something back, for Enter
     *     may be pressed once more
     */
    public static void changeKeepingFocus(Parent pane, String heir, Runnable change) {
        Optional<Node> before = findFocusOwner(pane);
        change.run();
        before.filter(_ -> findFocusOwner(pane).isEmpty())
                .flatMap(b -> findNodeById(pane, b.getId()).or(() -> findNodeById(pane, heir)))
                .ifPresent(Node::requestFocus);
    }

    private static Optional<Node> findFocusOwner(Parent pane) {
        Optional<Node> owner =
                Optional.ofNullable(pane.getScene())
                        .flatMap(s -> Optional.ofNullable(s.getFocusOwner()));
        return owner.filter(
                o ->
                        Stream.iterate(o, at -> at != null, Node::getParent)
                                .anyMatch(at -> at == pane));
    }

    private static Optional<Node> findNodeById(Parent pane, String id) {
        return Optional.ofNullable(id).flatMap(i -> Optional.ofNullable(pane.lookup("#" + i)));
    }
}
