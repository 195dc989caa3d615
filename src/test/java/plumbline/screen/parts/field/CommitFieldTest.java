package plumbline.screen.parts.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field that is shown for one, then for another. */
class CommitFieldTest {
    private final Map<String, String> kept = new LinkedHashMap<>(Map.of("a", "one", "b", "two"));
    private final List<String> taken = new ArrayList<>();
    private TextField field;
    private TextField elsewhere;
    private ComboBox<String> box;
    private CommitField<String> typing;
    private CommitField<String> naming;
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() {
        act(
                () -> {
                    field = new TextField();
                    elsewhere = new TextField();
                    box = new ComboBox<>();
                    box.setEditable(true);
                    typing = new CommitField<>(field, this::kept, this::take);
                    naming = new CommitField<>(box, this::kept, this::take);
                    stage = new Stage();
                    stage.setScene(new Scene(new VBox(field, elsewhere, box)));
                    stage.show();
                    typing.showTextOf("a");
                });
    }

    @AfterEach
    void close() {
        act(stage::close);
    }

    private static void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Optional<String> kept(String whose) {
        return Optional.ofNullable(kept.get(whose));
    }

    private Optional<String> take(String whose, String text) {
        taken.add(whose + ":" + text);
        if (text.contains("?")) return Optional.of("no " + text);
        kept.put(whose, text.strip());
        return Optional.empty();
    }

    private void write(String text) {
        act(
                () -> {
                    field.requestFocus();
                    field.setText(text);
                });
    }

    private void press(KeyCode key) {
        act(
                () ->
                        Event.fireEvent(
                                field,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false)));
    }

    private void leave() {
        act(elsewhere::requestFocus);
    }

    @Test
    void leavingTakesWhatWasTyped() {
        write(" uno ");
        leave();
        assertEquals(List.of("a: uno "), taken);
        assertEquals("uno", field.getText());
    }

    @Test
    void whatIsBeingMendedIsNoLongerCalledWrong() {
        write("?");
        leave();
        assertEquals("no ?", typing.errorLabel().getText());
        write("uno");
        assertEquals("", typing.errorLabel().getText());
        write("uno?");
        leave();
        assertEquals("no uno?", typing.errorLabel().getText());
    }

    @Test
    void whatWasTypedGoesToTheOneItWasTypedFor() {
        write("uno");
        act(() -> typing.showTextOf("b"));
        leave();
        assertEquals(Map.of("a", "uno", "b", "two"), kept);
        assertEquals("two", field.getText());
    }

    @Test
    void whatMerelyStoodThereIsNotTaken() {
        act(field::requestFocus);
        kept.put("a", "undone");
        leave();
        act(() -> typing.showTextOf("a"));
        assertEquals(List.of(), taken);
        assertEquals("undone", field.getText());
    }

    @Test
    void anUndoIsSeenInAFieldThatHasTheFocus() {
        write("uno");
        press(KeyCode.ENTER);
        kept.put("a", "one");
        act(() -> typing.showTextOf("a"));
        assertEquals("one", field.getText());
        leave();
        assertEquals(List.of("a:uno"), taken);
    }

    @Test
    void whatIsBeingTypedStaysWhileItsOwnOneChanges() {
        write("half a wo");
        kept.put("a", "changed");
        act(() -> typing.showTextOf("a"));
        assertEquals("half a wo", field.getText());
        press(KeyCode.ESCAPE);
        assertEquals("changed", field.getText());
        leave();
        assertEquals(List.of(), taken);
    }

    @Test
    void aRefusedTextStaysWithItsOneUntilItIsDropped() {
        write("what?");
        leave();
        assertEquals("no what?", typing.errorLabel().getText());
        act(() -> typing.showTextOf("b"));
        assertEquals(List.of("two", ""), List.of(field.getText(), typing.errorLabel().getText()));
        act(() -> typing.showTextOf("a"));
        assertEquals(
                List.of("what?", "no what?"),
                List.of(field.getText(), typing.errorLabel().getText()));
        press(KeyCode.ESCAPE);
        assertEquals(List.of("one", ""), List.of(field.getText(), typing.errorLabel().getText()));
    }

    @Test
    void whatWasTypedForOneThatIsGoneIsNotTaken() {
        write("uno");
        kept.remove("a");
        leave();
        assertEquals(List.of(), taken);
        assertEquals("", field.getText());
    }

    @Test
    void aNameIsPickedOrTyped() {
        act(
                () -> {
                    naming.showTextOf("a");
                    box.getItems().setAll("one", "eins");
                    box.show();
                    box.getSelectionModel().select("eins");
                    box.hide();
                });
        assertEquals(List.of("a:eins"), taken);
        act(
                () -> {
                    box.requestFocus();
                    box.getEditor().setText("uno");
                    naming.showTextOf("b");
                });
        assertEquals(List.of("a:eins", "a:uno"), taken);
        assertEquals("two", box.getEditor().getText());
        leave();
        assertEquals(List.of("a:eins", "a:uno"), taken);
    }
}
