package plumbline.screen.parts;

import javafx.scene.Node;

/**
 * A place on the screen. It is made anew when the language changes, so it must let go of the desk
 * when it is closed.
 */
public interface View extends Activatable {
    Node node();

    /** Puts the keyboard where the work of the place is. */
    default void focus() {
        node().requestFocus();
    }

    /** What is computed only while somebody looks at the place. */
    default Activatable seen() {
        return Activatable.all();
    }

    @Override
    default void rest() {
        seen().rest();
    }

    @Override
    default void wake() {
        seen().wake();
    }

    /** Ends every subscription; the view is not used again. */
    void close();
}
