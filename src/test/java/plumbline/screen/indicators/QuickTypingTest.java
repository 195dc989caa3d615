package plumbline.screen.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import plumbline.TestOffice;
import plumbline.desk.Place;
import plumbline.plan.Indicator;

/** Keys that come faster than anything is shown. */
class QuickTypingTest {
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach void open() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "language=CHINESE\n");
        office = TestOffice.open(folder);
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        office.act(() -> office.desk().place().set(Place.INDICATORS));
    }

    @AfterEach void close() throws Exception {
        office.close();
    }

    @RepeatedTest(5) void aNewIndicatorKeepsItsNameUnitAndBaseline() throws Exception {
        office.act(() -> ((Button) office.stage().getScene().lookup("#indicators-add")).fire());
        robot.write("stations", 0);
        robot.push(KeyCode.TAB);
        robot.write("posts", 0);
        robot.push(KeyCode.TAB);
        robot.write("12", 0);
        robot.push(KeyCode.TAB);
        office.settle();
        Indicator made = office.desk().plan().orElseThrow().indicator(office.desk().indicator().get().orElseThrow()).orElseThrow();
        assertEquals(List.of("stations", "posts", "12"), List.of(made.name(), made.unit(), made.course().baseline().orElseThrow().amount().toPlainString()));
    }
}
