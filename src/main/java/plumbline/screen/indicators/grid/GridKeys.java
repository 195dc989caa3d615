package plumbline.screen.indicators.grid;

import javafx.scene.input.KeyCode;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Where the arrows, Home, End and the page keys lead from a cell, as in a spreadsheet; never beyond
 * its edge.
 */
final class GridKeys {

    /** A cell by its row and column, from 0. */
    record CellPosition(int row, int column) {}

    /** What the keys move over. */
    interface GridExtent {
        int rowCount();

        int columnCount();

        boolean isFilled(int row, int column);
    }

    private GridKeys() {}

    /**
     * @param far Ctrl is held: an arrow leads to the end of what is filled, or over the empty cells
     *     to the next filled one
     * @param page rows that are seen at once
     * @return empty for a key that does not move
     */
    static Optional<CellPosition> findNextPosition(
            KeyCode key, boolean far, CellPosition from, int page, GridExtent sheet) {
        if (sheet.rowCount() == 0 || sheet.columnCount() == 0) return Optional.empty();
        CellPosition in = clampPosition(from.row, from.column, sheet);
        IntPredicate across = column -> sheet.isFilled(in.row, column);
        IntPredicate down = row -> sheet.isFilled(row, in.column);
        return switch (key) {
            case UP ->
                    Optional.of(
                            clampPosition(
                                    far
                                            ? indexOfBlockEnd(in.row, -1, sheet.rowCount(), down)
                                            : in.row - 1,
                                    in.column,
                                    sheet));
            case DOWN ->
                    Optional.of(
                            clampPosition(
                                    far
                                            ? indexOfBlockEnd(in.row, 1, sheet.rowCount(), down)
                                            : in.row + 1,
                                    in.column,
                                    sheet));
            case LEFT ->
                    Optional.of(
                            clampPosition(
                                    in.row,
                                    far
                                            ? indexOfBlockEnd(
                                                    in.column, -1, sheet.columnCount(), across)
                                            : in.column - 1,
                                    sheet));
            case RIGHT ->
                    Optional.of(
                            clampPosition(
                                    in.row,
                                    far
                                            ? indexOfBlockEnd(
                                                    in.column, 1, sheet.columnCount(), across)
                                            : in.column + 1,
                                    sheet));
            case HOME -> Optional.of(new CellPosition(far ? 0 : in.row, 0));
            case END ->
                    Optional.of(
                            new CellPosition(
                                    far ? sheet.rowCount() - 1 : in.row, sheet.columnCount() - 1));
            case PAGE_UP -> Optional.of(clampPosition(in.row - page, in.column, sheet));
            case PAGE_DOWN -> Optional.of(clampPosition(in.row + page, in.column, sheet));
            default -> Optional.empty();
        };
    }

    private static CellPosition clampPosition(int row, int column, GridExtent sheet) {
        return new CellPosition(
                Math.clamp(row, 0, sheet.rowCount() - 1),
                Math.clamp(column, 0, sheet.columnCount() - 1));
    }

    private static int indexOfBlockEnd(int from, int by, int size, IntPredicate filled) {
        int edge = by < 0 ? 0 : size - 1;
        if (from == edge) return edge;
        boolean within = filled.test(from) && filled.test(from + by);
        int at = from + by;
        while (at != edge && (within ? filled.test(at + by) : !filled.test(at))) at += by;
        return at;
    }
}
