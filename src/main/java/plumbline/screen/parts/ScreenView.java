package plumbline.screen.parts;

import javafx.scene.Node;

/**
 * A place on the screen. It is made anew when the language changes, so it must let go of the desk
 * when it is closed.
 */
public interface ScreenView extends Activatable {
    Node rootNode();

    /** Puts the keyboard where the work of the place is. */
    default void focusMainControl() {
        rootNode().requestFocus();
    }

    /** What is computed only while somebody looks at the place. */
    default Activatable activatable() {
        return Activatable.combineActivatables();
    }

    @Override
    default void deactivate() {
        activatable().deactivate();
    }

    @Override
    default void activate() {
        activatable().activate();
    }

    /** Ends every subscription; the view is not used again. */
    void close();
}
