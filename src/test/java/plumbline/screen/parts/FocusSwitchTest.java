package plumbline.screen.parts;

import static org.junit.jupiter.api.Assertions.assertSame;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** From a table to its details and back, by one key. */
class FocusSwitchTest {
    private final FxRobot robot = new FxRobot();
    private final ListView<String> table = new ListView<>();
    private final TextField field = new TextField();
    private final VBox beside = new VBox(new Label("name"), field);
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() {
        act(
                () -> {
                    HBox both = new HBox(table, beside);
                    FocusSwitch.switchOnF6(both, table, beside);
                    stage = new Stage();
                    stage.setScene(new Scene(both));
                    stage.show();
                    table.requestFocus();
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

    @Test
    void thereAndBack() {
        robot.push(KeyCode.F6);
        assertSame(field, stage.getScene().getFocusOwner());
        robot.push(KeyCode.F6);
        assertSame(table, stage.getScene().getFocusOwner());
    }

    @Test
    void whatIsHiddenIsNotEntered() {
        act(() -> beside.setVisible(false));
        robot.push(KeyCode.F6);
        assertSame(table, stage.getScene().getFocusOwner());
    }
}
