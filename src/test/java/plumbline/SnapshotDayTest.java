package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Period;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The day an evaluation is handed over: freeze with the keyboard, correct a figure, look back,
 * compare, go on.
 */
class SnapshotDayTest {
    private static final int YEAR_2022 = 5;
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void openSample() throws Exception {
        office = TestOffice.suizhou(folder);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private Button button(String id) {
        return (Button) office.stage().getScene().lookup(id);
    }

    private ListView<?> list() {
        return (ListView<?>) office.stage().getScene().lookup("#snapshots-list");
    }

    /** Ctrl+8, and Enter in the field of the name. */
    private void freeze() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT8).push(KeyCode.ENTER);
        office.await(() -> list() != null && list().getItems().size() == 1);
    }

    private void type(String text) {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        TableView<?> grid = robot.lookup("#indicators-grid").query();
        office.act(
                () -> {
                    grid.requestFocus();
                    select(grid);
                });
        robot.write(text).push(KeyCode.ENTER);
        office.settle();
    }

    private static <T> void select(TableView<T> grid) {
        grid.getSelectionModel().clearAndSelect(1, grid.getColumns().get(YEAR_2022));
    }

    private void look() throws Exception {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SNAPSHOTS));
        office.act(() -> button("#snapshot-open").fireEvent(new ActionEvent()));
        office.await(() -> office.desk().isReadOnly());
    }

    private BigDecimal first() {
        return office.desk()
                .shownPlan()
                .orElseThrow()
                .indicatorsInOrder()
                .getFirst()
                .displayedObservation(Period.ofYear(2022))
                .orElseThrow()
                .reading()
                .findAmount()
                .orElseThrow();
    }

    private String text(String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void aSnapshotKeepsTheOldFigureRefusesTypingAndLeavesTheHistory() throws Exception {
        freeze();
        type("220000");
        assertEquals(new BigDecimal("220000"), first());
        look();
        assertEquals(new BigDecimal("273104"), first());
        assertTrue(text("#frozen-name").contains("2022年度评估"));
        type("1");
        robot.push(KeyCode.DELETE);
        office.settle();
        assertEquals(new BigDecimal("273104"), first());
        assertTrue(text("#indicators-message").contains("只读"), text("#indicators-message"));
        // The grid itself refuses; the desk, which would say so in a dialog, is not even asked.
        assertEquals(List.of(), office.said);
        office.act(() -> button("#frozen-back").fireEvent(new ActionEvent()));
        assertEquals(new BigDecimal("220000"), first());
        assertFalse(office.stage().getScene().lookup("#frozen-banner").isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        office.settle();
        assertEquals(new BigDecimal("273104"), first());
        assertEquals(Optional.empty(), office.desk().nextUndoProperty().get());
    }

    @Test
    void theComparisonGoesToTheClipboard() throws Exception {
        freeze();
        type("220000");
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SNAPSHOTS));
        assertTrue(text("#comparison-summary").contains("1 项评价不同"), text("#comparison-summary"));
        office.act(() -> button("#comparison-copy").fireEvent(new ActionEvent()));
        String[] copied = new String[1];
        office.act(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("全市市场主体数\t提前完成\t慢于进度\t273104\t220000"), copied[0]);
    }

    @Test
    void aSnapshotIsThereAtTheNextStart() throws Exception {
        freeze();
        type("220000");
        office.awaitKept();
        office.close();
        office = TestOffice.open(folder);
        office.awaitPlan();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.SNAPSHOTS));
        office.await(() -> list().getItems().size() == 1);
        office.act(() -> list().getSelectionModel().select(0));
        look();
        assertEquals(new BigDecimal("273104"), first());
    }

    @Test
    void theDateASnapshotIsLookedAtIsNotRememberedForThePlan() throws Exception {
        freeze();
        look();
        office.act(() -> button("#date-later").fireEvent(new ActionEvent()));
        assertEquals("2023-06-30", office.desk().evaluationDate().orElseThrow().toString());
        assertFalse(Files.readString(folder.resolve("settings.properties")).contains("2023-06-30"));
        office.act(() -> button("#frozen-back").fireEvent(new ActionEvent()));
        assertEquals("2022-12-31", office.desk().evaluationDate().orElseThrow().toString());
    }

    @Test
    void aMovedDateIsToldInTheHeaderAndPutAway() {
        assertFalse(button("#date-moved").isVisible());
        office.act(() -> button("#date-later").fireEvent(new ActionEvent()));
        assertEquals("1", button("#date-moved").getText());
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.OVERVIEW));
        assertTrue(robot.lookup("#overview-moved").tryQuery().isPresent());
        office.act(() -> button("#overview-moved-close").fireEvent(new ActionEvent()));
        assertTrue(robot.lookup("#overview-moved").tryQuery().isEmpty());
        assertFalse(button("#date-moved").isVisible());
    }
}
