package plumbline.screen.parts.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;

/** Ticks by the keyboard. */
class CheckListTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> toggled = new ArrayList<>();
    private CheckList<String> list;
    private Stage stage;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() {
        act(
                () -> {
                    list = new CheckList<>(s -> s, toggled::contains, this::toggle);
                    list.showItems(List.of("a", "b", "c"));
                    stage = new Stage();
                    stage.setScene(new Scene(new VBox(new TextField(), list)));
                    stage.show();
                });
    }

    private void toggle(String item) {
        toggled.add(item);
        list.showItems(List.of("a", "b", "c"));
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
    void theSpaceBarTicksTheLineThatIsLookedAt() {
        robot.push(KeyCode.TAB).push(KeyCode.SPACE);
        assertEquals(List.of("a"), toggled);
        robot.push(KeyCode.DOWN).push(KeyCode.SPACE);
        assertEquals(List.of("a", "b"), toggled);
    }
}
