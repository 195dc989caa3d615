package plumbline.screen.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Boxes of choices whose choice is an edit: what the arrows pass over changes nothing. */
class ChoosingTest {
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;
    private UUID first;

    @BeforeEach
    void openTheFields() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "language=CHINESE\n");
        office = TestOffice.open(folder);
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        first = office.desk().shownPlan().orElseThrow().indicatorsInOrder().getFirst().id();
        office.act(
                () -> {
                    office.desk().placeProperty().set(ScreenPlace.INDICATORS);
                    office.desk().selectedIndicatorProperty().set(Optional.of(first));
                });
        office.act(
                () -> {
                    TabPane tabs =
                            (TabPane) office.stage().getScene().lookup("#inspector .tab-pane");
                    tabs.getSelectionModel()
                            .select(
                                    tabs.getTabs().stream()
                                            .filter(t -> t.getId().equals("inspector-fields"))
                                            .findFirst()
                                            .orElseThrow());
                    office.stage().getScene().getRoot().applyCss();
                });
        office.act(() -> kinds().requestFocus());
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private ComboBox<?> kinds() {
        return (ComboBox<?>) field("inspector.kind");
    }

    private Node field(String key) {
        return robot.lookup(n -> key.equals(n.getId())).query();
    }

    private Indicator indicator() {
        return office.desk().shownPlan().orElseThrow().findIndicator(first).orElseThrow();
    }

    private void push(KeyCode key, int times) {
        for (int i = 0; i < times; i++) robot.push(key);
        office.settle();
    }

    /** Stock, cumulative, yearly, mean, hold, zero, milestone. */
    @Test
    void theKindIsTakenOnceWhenTheListIsClosed() {
        Indicator before = indicator();
        office.act(() -> kinds().show());
        push(KeyCode.DOWN, 6);
        assertEquals(before, indicator());
        push(KeyCode.ENTER, 1);
        assertFalse(kinds().isShowing());
        assertEquals(
                List.of(IndicatorKind.MILESTONE, Direction.HIGHER),
                List.of(indicator().kind(), indicator().direction()));
        assertEquals(before.course(), indicator().course());
        office.act(() -> office.desk().undo());
        assertEquals(before, indicator());
        assertEquals(Optional.<EditName>empty(), office.desk().nextUndoProperty().get());
        assertEquals(IndicatorKind.STOCK, kinds().getValue());
    }

    @Test
    void escapeGivesTheKindBack() {
        Indicator before = indicator();
        office.act(() -> kinds().show());
        push(KeyCode.DOWN, 5);
        push(KeyCode.ESCAPE, 1);
        assertFalse(kinds().isShowing());
        assertEquals(IndicatorKind.STOCK, kinds().getValue());
        assertEquals(before, indicator());
        push(KeyCode.DOWN, 1);
        push(KeyCode.ESCAPE, 1);
        assertEquals(IndicatorKind.STOCK, kinds().getValue());
        assertEquals(before, indicator());
    }

    @Test
    void withTheListClosedItIsTakenOnLeaving() {
        push(KeyCode.DOWN, 5);
        assertEquals(IndicatorKind.STOCK, indicator().kind());
        office.act(() -> field("inspector.name").requestFocus());
        assertEquals(
                List.of(IndicatorKind.ZERO, Direction.LOWER),
                List.of(indicator().kind(), indicator().direction()));
        office.act(() -> office.desk().undo());
        assertEquals(
                List.of(IndicatorKind.STOCK, Direction.HIGHER),
                List.of(indicator().kind(), indicator().direction()));
    }

    @Test
    void anotherIndicatorDoesNotGetTheChoice() {
        push(KeyCode.DOWN, 1);
        UUID second = office.desk().shownPlan().orElseThrow().indicatorsInOrder().get(1).id();
        Indicator untouched =
                office.desk().shownPlan().orElseThrow().findIndicator(second).orElseThrow();
        office.act(() -> office.desk().selectedIndicatorProperty().set(Optional.of(second)));
        assertEquals(IndicatorKind.CUMULATIVE, indicator().kind());
        assertEquals(
                untouched,
                office.desk().shownPlan().orElseThrow().findIndicator(second).orElseThrow());
        assertEquals(untouched.kind(), kinds().getValue());
    }

    /** A running total may be reported in two ways; a value at a day cannot. */
    @Test
    void theWayOfReportingIsAskedOnlyWhereItMatters() {
        assertFalse(field("inspector.reporting").isVisible());
        push(KeyCode.DOWN, 1);
        push(KeyCode.ENTER, 1);
        assertEquals(IndicatorKind.CUMULATIVE, indicator().kind());
        assertTrue(field("inspector.reporting").isVisible());
    }
}
