package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TablePosition;
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
import plumbline.desk.ScreenPlace;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What is selected in the grid is where the frame is, so that Delete empties what is looked at. */
class GridSelectionTest {
    /**
     * Rows begin with the heading of the first group; number, name, unit and baseline come before
     * the years.
     */
    private static final int FIRST = 1;

    private static final int YEAR_2021 = 4;
    private static final int YEAR_2022 = 5;
    private final FxRobot robot = new FxRobot();
    @TempDir Path folder;
    private TestOffice office;

    @BeforeEach
    void open() throws Exception {
        office = TestOffice.suizhou(folder);
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        office.act(
                () -> {
                    grid().requestFocus();
                    grid().getSelectionModel()
                            .clearAndSelect(FIRST, grid().getColumns().get(YEAR_2021));
                });
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @SuppressWarnings("unchecked")
    private TableView<ObjectProperty<IndicatorRow>> grid() {
        return (TableView<ObjectProperty<IndicatorRow>>)
                office.stage().getScene().lookup("#indicators-grid");
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        office.settle();
    }

    private void selectBlock() {
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(List.of("1,4", "1,5", "2,4", "2,5"), selected());
    }

    private List<String> selected() {
        TreeSet<String> cells = new TreeSet<>();
        for (TablePosition<?, ?> p : grid().getSelectionModel().getSelectedCells())
            cells.add(p.getRow() + "," + p.getColumn());
        return List.copyOf(cells);
    }

    private List<String> focused() {
        TablePosition<?, ?> p = grid().getFocusModel().getFocusedCell();
        return List.of(p.getRow() + "," + p.getColumn());
    }

    @Test
    void everyKeyThatMovesLeavesOneCellSelected() {
        for (List<KeyCode> keys :
                List.of(
                        List.of(KeyCode.RIGHT),
                        List.of(KeyCode.CONTROL, KeyCode.RIGHT),
                        List.of(KeyCode.CONTROL, KeyCode.DOWN),
                        List.of(KeyCode.HOME),
                        List.of(KeyCode.END),
                        List.of(KeyCode.CONTROL, KeyCode.HOME),
                        List.of(KeyCode.CONTROL, KeyCode.END),
                        List.of(KeyCode.PAGE_DOWN),
                        List.of(KeyCode.PAGE_UP))) {
            office.act(
                    () ->
                            grid().getSelectionModel()
                                    .clearAndSelect(FIRST, grid().getColumns().get(YEAR_2021)));
            selectBlock();
            push(keys.toArray(KeyCode[]::new));
            assertEquals(focused(), selected(), keys.toString());
        }
    }

    @Test
    void homeAndEndStayInTheRowAndWithControlGoToTheCorners() {
        int right = grid().getColumns().size() - 1;
        int last = grid().getItems().size() - 1;
        push(KeyCode.HOME);
        assertEquals(List.of("1,0"), selected());
        push(KeyCode.END);
        assertEquals(List.of("1," + right), selected());
        push(KeyCode.CONTROL, KeyCode.HOME);
        assertEquals(List.of("0,0"), selected());
        push(KeyCode.CONTROL, KeyCode.END);
        assertEquals(List.of(last + "," + right), selected());
    }

    @Test
    void shiftExtendsByTheSameWay() {
        push(KeyCode.SHIFT, KeyCode.HOME);
        assertEquals(
                IntStream.rangeClosed(0, YEAR_2021).mapToObj(c -> "1," + c).toList(), selected());
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        push(KeyCode.RIGHT);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of("1,2", "2,2"), selected());
    }

    @Test
    void aBlockBeginsWhereTheLastCellWasTyped() {
        robot.write("1");
        push(KeyCode.ENTER);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of("2,4", "3,4"), selected());
    }

    @Test
    void whatWasPastedIsSelected() {
        office.act(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("1\t2\n3\t4\n");
                    Clipboard.getSystemClipboard().setContent(content);
                });
        push(KeyCode.CONTROL, KeyCode.V);
        assertEquals(List.of("1,4", "1,5", "2,4", "2,5"), selected());
        assertEquals(List.of("1," + YEAR_2021), focused());
        push(KeyCode.CONTROL, KeyCode.Z);
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(List.of("1," + YEAR_2021, "1," + YEAR_2022), selected());
    }
}
