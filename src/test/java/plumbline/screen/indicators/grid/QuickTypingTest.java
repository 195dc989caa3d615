package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Indicator;
import plumbline.plan.Plan;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys that come faster than anything is shown. */
class QuickTypingTest {
    private static final int FIRST = 1;
    private static final int NAME = 1;
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "language=CHINESE\n");
        office = TestOffice.open(folder);
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    /** Keys that wait behind the click are typed before anything that is put off. */
    @Test
    void aNewIndicatorIsNamedAtOnce() {
        UUID[] named = new UUID[1];
        office.act(
                () -> {
                    ((Button) office.stage().getScene().lookup("#indicators-add")).fire();
                    named[0] = grid().getItems().get(grid().getEditingCell().getRow()).get().id();
                });
        assertEquals(office.desk().selectedIndicatorProperty().get(), Optional.of(named[0]));
    }

    @Test
    void whatIsTypedGoesToTheRowItWasBegunIn() {
        Plan before = office.desk().shownPlan().orElseThrow();
        List<UUID> ids = before.indicatorsInOrder().stream().map(Indicator::id).toList();
        office.act(
                () -> {
                    grid().requestFocus();
                    grid().getSelectionModel().clearAndSelect(FIRST, grid().getColumns().get(NAME));
                });
        robot.push(KeyCode.F2);
        robot.write("stations", 0);
        office.act(
                () ->
                        office.desk()
                                .editPlan(
                                        EditName.of("edit.indicator.moved", ""),
                                        p -> p.withIndicatorMoved(ids.getFirst(), 1)));
        robot.push(KeyCode.ENTER);
        office.settle();
        Plan after = office.desk().shownPlan().orElseThrow();
        assertEquals("stations", after.findIndicator(ids.getFirst()).orElseThrow().name());
        assertEquals(before.findIndicator(ids.get(1)), after.findIndicator(ids.get(1)));
    }

    @SuppressWarnings("unchecked")
    private TableView<ObjectProperty<IndicatorRow>> grid() {
        return (TableView<ObjectProperty<IndicatorRow>>)
                office.stage().getScene().lookup("#indicators-grid");
    }

    @RepeatedTest(3)
    void aNewIndicatorKeepsItsNameUnitAndBaseline() throws Exception {
        office.act(() -> ((Button) office.stage().getScene().lookup("#indicators-add")).fire());
        robot.write("stations", 0);
        robot.push(KeyCode.TAB);
        robot.write("posts", 0);
        robot.push(KeyCode.TAB);
        robot.write("12", 0);
        robot.push(KeyCode.TAB);
        office.settle();
        Indicator made =
                office.desk()
                        .shownPlan()
                        .orElseThrow()
                        .findIndicator(
                                office.desk().selectedIndicatorProperty().get().orElseThrow())
                        .orElseThrow();
        assertEquals(
                List.of("stations", "posts", "12"),
                List.of(
                        made.name(),
                        made.unit(),
                        made.course().baseline().orElseThrow().amount().toPlainString()));
    }
}
