package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.exchange.planfile.SamplePlans;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The window closes when everything is kept, and not before. */
class LeavingTest {
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void open() throws Exception {
        office = TestOffice.chinese(folder);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    /** In one go, so that what the button began cannot be over yet. */
    private void pressAndLeave(String button) {
        office.act(
                () -> {
                    robot.lookup(button).queryAs(Button.class).fireEvent(new ActionEvent());
                    office.stage()
                            .fireEvent(
                                    new WindowEvent(
                                            office.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
                    assertTrue(office.stage().isShowing());
                });
    }

    @Test
    void aPlanThatIsBeingAddedIsAddedFirst() throws Exception {
        pressAndLeave("#sample-suizhou");
        office.await(() -> !office.stage().isShowing());
        office.close();
        String title = SamplePlans.openSample("suizhou", new UUID(0, 1)).title();
        assertEquals(title, CommandLinePlans.loadByTitle(Optional.of(folder), title).title());
    }

    @Test
    void whatFailsKeepsTheWindow() throws Exception {
        office.chooses(Files.writeString(folder.resolve("坏.plumb"), "坏"));
        pressAndLeave("#start-planfile");
        office.await(
                () -> office.said.stream().anyMatch(s -> s.startsWith("problem.planfile.kind")));
        assertTrue(office.stage().isShowing());
    }
}
