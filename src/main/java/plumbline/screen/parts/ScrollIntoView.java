package plumbline.screen.parts;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import java.util.Optional;

/** Brings what has just appeared into sight. */
public final class ScrollIntoView {
    private static final double MARGIN = 12;

    private ScrollIntoView() {}

    /**
     * Scrolls the pane a node lies in just so far that the node's lower end is seen, once it is
     * laid out.
     */
    public static void scrollIntoView(Node node) {
        Platform.runLater(() -> findScrollPane(node).ifPresent(pane -> scrollTo(pane, node)));
    }

    private static Optional<ScrollPane> findScrollPane(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent())
            if (at instanceof ScrollPane pane) return Optional.of(pane);
        return Optional.empty();
    }

    private static void scrollTo(ScrollPane pane, Node node) {
        pane.applyCss();
        pane.layout();
        double height = pane.getContent().getBoundsInLocal().getHeight();
        double seen = pane.getViewportBounds().getHeight();
        if (height <= seen) return;
        Bounds in = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = pane.getVvalue() * (height - seen);
        double lowest = in.getMaxY() + MARGIN - seen;
        if (lowest > top) pane.setVvalue(Math.min(1, lowest / (height - seen)));
    }
}
