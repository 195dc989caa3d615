package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import plumbline.app.TestOffice;
import plumbline.assessment.Assessment;
import plumbline.desk.ScreenPlace;
import plumbline.plan.Period;
import plumbline.plan.Verdict;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What an officer does in the window, from the first start to the next morning. */
class OfficerDayTest {
    /**
     * Number and name come first, then unit and baseline: the year 2021 is the fifth column, 2022
     * the sixth.
     */
    private static final int YEAR_2021 = 4;

    private static final int YEAR_2022 = 5;

    /** Rows begin with the heading of the first group. */
    private static final int FIRST = 1;

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

    @Test
    void aTypedValueMovesVerdictChartAndOverviewAndUndoBringsThemBack() throws Exception {
        assertEquals(Optional.of(Verdict.AHEAD), first().verdict());
        String headline = headline();
        toCell(FIRST, YEAR_2022);
        robot.write("220000").push(KeyCode.ENTER).push(KeyCode.UP);
        office.settle();

        // (220000 − 217825) ÷ (242854 − 217825) = 8.69 %, and 40 % is due.
        assertEquals(Optional.of(Verdict.BEHIND), first().verdict());
        assertEquals("220000", cell(FIRST, YEAR_2022));
        assertTrue(
                label("#inspector-ground").getText().contains("8.69%"),
                label("#inspector-ground").getText());
        assertTrue(robot.lookup(".chart-canvas").query().getAccessibleText().contains("8.69%"));
        assertNotEquals(headline, headline());

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        office.settle();
        assertEquals(Optional.of(Verdict.AHEAD), first().verdict());
        assertEquals(headline, headline());
        assertEquals(
                new BigDecimal("273104"),
                first().indicator()
                        .displayedObservation(Period.parse("2022"))
                        .orElseThrow()
                        .reading()
                        .findAmount()
                        .orElseThrow());
    }

    @Test
    void whatWasTypedIsThereAtTheNextStart() throws Exception {
        toCell(FIRST, YEAR_2022);
        robot.write("250000").push(KeyCode.ENTER);
        office.awaitKept();
        office.close();
        office = TestOffice.open(folder);
        office.awaitPlan();
        assertEquals(
                new BigDecimal("250000"),
                first().indicator()
                        .displayedObservation(Period.parse("2022"))
                        .orElseThrow()
                        .reading()
                        .findAmount()
                        .orElseThrow());
    }

    @Test
    void aFastTypistLosesNoDigit() {
        toCell(FIRST, YEAR_2022);
        robot.write("123456789", 0).push(KeyCode.ENTER);
        office.settle();
        assertEquals("123456789", cell(FIRST, YEAR_2022));
    }

    @Test
    void aBlockFromASpreadsheetIsOneStep() {
        toCell(FIRST, YEAR_2021);
        copied("230000\t240000\n1300\t预计 1400\n");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        office.settle();
        assertEquals(
                List.of("230000", "240000", "1300", "预计 1400"),
                List.of(
                        cell(FIRST, YEAR_2021),
                        cell(FIRST, YEAR_2022),
                        cell(FIRST + 1, YEAR_2021),
                        cell(FIRST + 1, YEAR_2022)));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        office.settle();
        assertEquals(
                List.of("237837", "273104", "1482", "1721"),
                List.of(
                        cell(FIRST, YEAR_2021),
                        cell(FIRST, YEAR_2022),
                        cell(FIRST + 1, YEAR_2021),
                        cell(FIRST + 1, YEAR_2022)));
    }

    @Test
    void aWrongNumberIsMarkedAndKeptUntilItIsMended() {
        toCell(FIRST, YEAR_2022);
        robot.write("26o000").push(KeyCode.ENTER);
        office.settle();
        assertEquals("26o000", cell(FIRST, YEAR_2022));
        assertTrue(
                label("#indicators-message").getText().contains("26o000"),
                label("#indicators-message").getText());
        assertEquals(
                new BigDecimal("273104"),
                first().indicator()
                        .displayedObservation(Period.parse("2022"))
                        .orElseThrow()
                        .reading()
                        .findAmount()
                        .orElseThrow());
        toCell(FIRST, YEAR_2022);
        robot.push(KeyCode.ESCAPE);
        office.settle();
        assertEquals("273104", cell(FIRST, YEAR_2022));
    }

    @Test
    void tickingALeafRollsUp() {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.TASKS));
        TableView<?> table = robot.lookup("#tasks-table").query();
        office.act(() -> table.getSelectionModel().clearAndSelect(3));
        var before = office.desk().shownPlan().orElseThrow().taskTree();
        robot.push(KeyCode.SPACE);
        office.settle();
        assertNotEquals(before, office.desk().shownPlan().orElseThrow().taskTree());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        office.settle();
        assertEquals(before, office.desk().shownPlan().orElseThrow().taskTree());
    }

    @Test
    void afterATaskIsDeletedTheKeyboardGoesOnFromItsPlace() {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.TASKS));
        TableView<?> table = robot.lookup("#tasks-table").query();
        office.act(() -> table.getSelectionModel().clearAndSelect(3));
        int lines = table.getItems().size();
        robot.push(KeyCode.DELETE);
        office.settle();
        assertTrue(table.getItems().size() < lines);
        assertEquals(3, table.getSelectionModel().getSelectedIndex());
    }

    @Test
    void movingTheDateJudgesEverythingAnew() {
        String before = headline();
        office.act(() -> button("#date-later").fireEvent(new ActionEvent()));
        assertEquals("2023-06-30", office.desk().evaluationDate().orElseThrow().toString());
        assertNotEquals(before, headline());
    }

    @Test
    void theTableIsHandedOver() throws Exception {
        Path file = folder.resolve("appendix.xlsx");
        office.chooses(file);
        office.act(() -> button("#export-appendix").fireEvent(new ActionEvent()));
        office.await(() -> !office.said.isEmpty());
        assertTrue(Files.size(file) > 4000);
    }

    private void copied(String text) {
        office.act(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    private Assessment first() {
        return office.desk().evaluationProperty().get().orElseThrow().assessments().getFirst();
    }

    private Node button(String id) {
        return office.stage().getScene().lookup(id);
    }

    private Labeled label(String id) {
        return robot.lookup(id).query();
    }

    private String headline() {
        ScreenPlace back = office.desk().placeProperty().get();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.OVERVIEW));
        String text = label("#overview-headline").getText();
        office.act(() -> office.desk().placeProperty().set(back));
        return text;
    }

    private TableView<Object> grid() {
        return robot.lookup("#indicators-grid").query();
    }

    private void toCell(int row, int column) {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        office.act(
                () -> {
                    grid().requestFocus();
                    grid().getSelectionModel().clearAndSelect(row, grid().getColumns().get(column));
                });
    }

    /** What a cell shows on the screen. */
    private String cell(int row, int column) {
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        Node found =
                robot.lookup(".grid-cell").queryAll().stream()
                        .filter(
                                n ->
                                        n instanceof TableCell<?, ?> c
                                                && c.getIndex() == row
                                                && c.getTableColumn()
                                                        == grid().getColumns().get(column))
                        .findFirst()
                        .orElseThrow();
        return ((Labeled) found).getText();
    }
}
