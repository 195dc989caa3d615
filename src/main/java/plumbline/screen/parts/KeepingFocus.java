package plumbline.screen.parts;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Keeps the keyboard in a pane whose content is made anew: it would go to the head of the window with the node that had it. */
public final class KeepingFocus {
    private KeepingFocus() { }

    /** Changes what a pane holds. A keyboard that was in it is given to the node of the same id, or else to the pane's last button or field. */
    public static void in(Parent pane, Runnable change) {
        Optional<Node> before = owner(pane);
        change.run();
        before.filter(_ -> owner(pane).isEmpty()).flatMap(b -> heir(pane, b)).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> owner(Parent pane) {
        Optional<Node> owner = Optional.ofNullable(pane.getScene()).flatMap(s -> Optional.ofNullable(s.getFocusOwner()));
        return owner.filter(o -> Stream.iterate(o, at -> at != null, Node::getParent).anyMatch(at -> at == pane));
    }

    private static Optional<Node> heir(Parent pane, Node before) {
        Optional<Node> same = Optional.ofNullable(before.getId()).flatMap(id -> Optional.ofNullable(pane.lookup("#" + id)));
        return same.or(() -> takers(pane).reduce((_, last) -> last));
    }

    private static Stream<Node> takers(Node in) {
        Stream<Node> below = in instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(KeepingFocus::takers) : Stream.empty();
        return in.isFocusTraversable() && in.isVisible() && !in.isDisabled() ? Stream.of(in) : below;
    }
}
