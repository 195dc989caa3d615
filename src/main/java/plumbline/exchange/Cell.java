package plumbline.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell as it was found.
 *
 * @param address as a spreadsheet names it, {@code C14}
 * @param shown   what a reader sees
 * @param raw     the number behind it, where the file keeps one
 */
public record Cell(String address, String shown, Optional<BigDecimal> raw) {

    static Cell of(int row, int column, String shown) {
        return new Cell(address(row, column), shown.strip(), Optional.empty());
    }

    /** @param row and {@code column}: from 0 */
    static String address(int row, int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char) ('A' + (rest - 1) % 26) + letters;
        return letters + (row + 1);
    }

    boolean blank() {
        return shown.isBlank();
    }
}
