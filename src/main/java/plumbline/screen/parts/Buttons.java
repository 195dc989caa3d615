package plumbline.screen.parts;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/** Buttons as all places set them; none is ever narrower than its word. */
public final class Buttons {
    private Buttons() {}

    /**
     * @param word where a key presses it together with Alt, that letter behind an underscore:
     *     {@code _Add}, {@code 新增(_A)}
     */
    public static Button createActionButton(String word, String id, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** With a picture before its word. */
    public static Button createActionButton(String word, String id, Feather icon, Runnable action) {
        Button button = createActionButton(word, id, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** One of several that stand side by side: a second press does not take its mark away. */
    public static ToggleButton createModeButton(String word, String id, Runnable action) {
        ToggleButton button = new ToggleButton(word);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    action.run();
                });
        return button;
    }

    /** Above a table or a tree: pressing it leaves the keyboard where it is. */
    public static Button createToolButton(String word, String id, Runnable action) {
        int mark = word.indexOf('_');
        Button button = createActionButton(word, id, action);
        button.setFocusTraversable(false);
        if (mark >= 0)
            button.setTooltip(
                    new Tooltip(
                            "Alt+" + word.substring(mark + 1, mark + 2).toUpperCase(Locale.ROOT)));
        return button;
    }

    /**
     * As {@link #createToolButton(String, String, Runnable)}, for what the table below answers to
     * keys of its own.
     */
    public static Button createToolButton(
            String word, String id, KeyCombination keys, Runnable action) {
        Button button = createToolButton(word, id, action);
        button.setTooltip(new Tooltip(keys.getDisplayText()));
        return button;
    }

    /** Shows and hides what stands beside the table; pressed at first. */
    public static ToggleButton createDetailToggle(String word, String id) {
        ToggleButton button = new ToggleButton(word);
        button.setId(id);
        button.setFocusTraversable(false);
        button.setSelected(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("F4"));
        return button;
    }

    /**
     * @param said by the tooltip and to screen readers
     */
    public static Button createIconButton(Feather icon, String said, String id, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(said);
        button.setTooltip(new Tooltip(said));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
