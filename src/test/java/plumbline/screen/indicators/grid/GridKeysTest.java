package plumbline.screen.indicators.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.screen.indicators.grid.GridKeys.CellPosition;

import java.util.List;
import java.util.Optional;

/** Moving over a sheet in which x is filled, as a spreadsheet does. */
class GridKeysTest {
    private static final List<String> CELLS =
            List.of(".x....", "xxx..x", "xx...x", "......", "xx...x");

    private static final GridKeys.GridExtent SHEET =
            new GridKeys.GridExtent() {
                @Override
                public int rowCount() {
                    return CELLS.size();
                }

                @Override
                public int columnCount() {
                    return CELLS.getFirst().length();
                }

                @Override
                public boolean isFilled(int row, int column) {
                    return CELLS.get(row).charAt(column) == 'x';
                }
            };

    @ParameterizedTest
    @CsvSource({
        "UP, false, 0, 3, 0, 3",
        "DOWN, false, 4, 3, 4, 3",
        "LEFT, false, 2, 0, 2, 0",
        "RIGHT, false, 2, 5, 2, 5",
        "RIGHT, false, 2, 1, 2, 2",
        "HOME, false, 2, 3, 2, 0",
        "END, false, 2, 3, 2, 5",
        "HOME, true, 2, 3, 0, 0",
        "END, true, 2, 3, 4, 5",
        "RIGHT, true, 1, 0, 1, 2",
        "RIGHT, true, 1, 2, 1, 5",
        "RIGHT, true, 0, 1, 0, 5",
        "RIGHT, true, 1, 3, 1, 5",
        "LEFT, true, 1, 5, 1, 2",
        "LEFT, true, 1, 2, 1, 0",
        "DOWN, true, 0, 1, 2, 1",
        "DOWN, true, 2, 1, 4, 1",
        "DOWN, true, 0, 3, 4, 3",
        "UP, true, 4, 0, 2, 0",
        "UP, true, 2, 0, 1, 0",
        "UP, true, 1, 0, 0, 0",
        "PAGE_DOWN, false, 0, 1, 3, 1",
        "PAGE_DOWN, false, 3, 1, 4, 1",
        "PAGE_UP, false, 4, 1, 1, 1",
        "PAGE_UP, false, 1, 1, 0, 1"
    })
    void aKeyLeadsFromCellToCell(
            KeyCode key, boolean far, int row, int column, int toRow, int toColumn) {
        assertEquals(
                Optional.of(new CellPosition(toRow, toColumn)),
                GridKeys.findNextPosition(key, far, new CellPosition(row, column), 3, SHEET));
    }

    @Test
    void otherKeysDoNotMove() {
        assertEquals(
                Optional.empty(),
                GridKeys.findNextPosition(KeyCode.DELETE, false, new CellPosition(1, 1), 3, SHEET));
    }

    @Test
    void withoutAnyCellChosenItBeginsAtTheFirst() {
        assertEquals(
                Optional.of(new CellPosition(1, 0)),
                GridKeys.findNextPosition(KeyCode.DOWN, false, new CellPosition(-1, -1), 3, SHEET));
    }
}
