package plumbline.screen.parts;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons as all places set them; none is ever narrower than its word. */
public final class Buttons {
    private Buttons() { }

    /** @param word with the key that Alt presses it by behind an underscore, if it has one */
    public static Button verb(String word, String id, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Above a table or a tree: pressing it leaves the keyboard where it is. Without a mouse it is reached by Alt and its key. */
    public static Button tool(String word, String id, Runnable action) {
        Button button = verb(word, id, action);
        button.setFocusTraversable(false);
        return button;
    }

    /** Shows and hides what stands beside the table; pressed at first. */
    public static ToggleButton aside(String word, String id) {
        ToggleButton button = new ToggleButton(word);
        button.setId(id);
        button.setFocusTraversable(false);
        button.setSelected(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("F4"));
        return button;
    }

    /** @param said by the tooltip and to screen readers */
    public static Button icon(Feather icon, String said, String id, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(said);
        button.setTooltip(new Tooltip(said));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
