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
    record At(int row, int column) {}

    /** What the keys move over. */
    interface Sheet {
        int rows();

        int columns();

        boolean filled(int row, int column);
    }

    private GridKeys() {}

    /**
     * @param far Ctrl is held: an arrow leads to the end of what is filled, or over the empty cells
     *     to the next filled one
     * @param page rows that are seen at once
     * @return empty for a key that does not move
     */
    static Optional<At> lead(KeyCode key, boolean far, At from, int page, Sheet sheet) {
        if (sheet.rows() == 0 || sheet.columns() == 0) return Optional.empty();
        At in = inside(from.row, from.column, sheet);
        IntPredicate across = column -> sheet.filled(in.row, column);
        IntPredicate down = row -> sheet.filled(row, in.column);
        return switch (key) {
            case UP ->
                    Optional.of(
                            inside(
                                    far ? end(in.row, -1, sheet.rows(), down) : in.row - 1,
                                    in.column,
                                    sheet));
            case DOWN ->
                    Optional.of(
                            inside(
                                    far ? end(in.row, 1, sheet.rows(), down) : in.row + 1,
                                    in.column,
                                    sheet));
            case LEFT ->
                    Optional.of(
                            inside(
                                    in.row,
                                    far
                                            ? end(in.column, -1, sheet.columns(), across)
                                            : in.column - 1,
                                    sheet));
            case RIGHT ->
                    Optional.of(
                            inside(
                                    in.row,
                                    far
                                            ? end(in.column, 1, sheet.columns(), across)
                                            : in.column + 1,
                                    sheet));
            case HOME -> Optional.of(new At(far ? 0 : in.row, 0));
            case END -> Optional.of(new At(far ? sheet.rows() - 1 : in.row, sheet.columns() - 1));
            case PAGE_UP -> Optional.of(inside(in.row - page, in.column, sheet));
            case PAGE_DOWN -> Optional.of(inside(in.row + page, in.column, sheet));
            default -> Optional.empty();
        };
    }

    private static At inside(int row, int column, Sheet sheet) {
        return new At(
                Math.clamp(row, 0, sheet.rows() - 1), Math.clamp(column, 0, sheet.columns() - 1));
    }

    private static int end(int from, int by, int size, IntPredicate filled) {
        int edge = by < 0 ? 0 : size - 1;
        if (from == edge) return edge;
        boolean within = filled.test(from) && filled.test(from + by);
        int at = from + by;
        while (at != edge && (within ? filled.test(at + by) : !filled.test(at))) at += by;
        return at;
    }
}
