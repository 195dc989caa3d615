package plumbline.exchange.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A cell as it was found.
 *
 * @param address as a spreadsheet names it, {@code C14}
 * @param shownText what a reader sees, without the footnote marks set above the line
 * @param storedNumber the number behind it, where the file keeps one: a share shown as 12.5% is
 *     0.125
 * @param date the day behind it, where the file keeps one
 * @param superscript the footnote marks set above the line: {@code 1} of 达标率¹; may be empty
 * @param traits what else the file tells of it
 */
public record Cell(
        String address,
        String shownText,
        Optional<BigDecimal> storedNumber,
        Optional<LocalDate> date,
        String superscript,
        Set<CellTrait> traits) {

    /** What a file tells of a cell beside its value. */
    public enum CellTrait {
        /** Its number is a share: 0.125 stands for 12.5 %. */
        PERCENT,
        /** Its value is the result that was kept of a formula. */
        FORMULA,
        /** A formula of which no result was kept. */
        UNCALCULATED,
        /** The result is an error, {@code #DIV/0!}. */
        ERROR,
        /** It repeats the first cell of a merged area. */
        MERGED,
        HIDDEN_ROW,
        HIDDEN_COLUMN
    }

    public Cell {
        traits = Set.copyOf(traits);
    }

    public Cell(String address, String shown, Optional<BigDecimal> raw) {
        this(address, shown, raw, Optional.empty(), "", Set.of());
    }

    /** A text; its footnote marks are taken apart. */
    static Cell cellWithText(int row, int column, String text) {
        return new RichText().addRun(text, false).toCell(formatAddress(row, column));
    }

    static Cell blankCellAt(int row, int column) {
        return new Cell(formatAddress(row, column), "", Optional.empty());
    }

    /**
     * @param row and {@code column}: from 0
     */
    static String formatAddress(int row, int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        return letters + (row + 1);
    }

    public boolean isBlank() {
        return shownText.isBlank();
    }

    /** True where there is nothing at all, not even a formula that came to nothing. */
    boolean isEmpty() {
        return isBlank() && superscript.isEmpty() && !hasTrait(CellTrait.UNCALCULATED);
    }

    public boolean hasTrait(CellTrait trait) {
        return traits.contains(trait);
    }

    Cell withShownText(String other) {
        return new Cell(address, other, storedNumber, date, superscript, traits);
    }

    Cell withTrait(CellTrait trait) {
        if (hasTrait(trait)) return this;
        Set<CellTrait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Cell(address, shownText, storedNumber, date, superscript, more);
    }

    Cell withAddress(String other) {
        return new Cell(other, shownText, storedNumber, date, superscript, traits);
    }

    /** The same so many rows further down. */
    Cell movedDown(int rows) {
        String other =
                CellReference.parseReference(address)
                        .map(p -> formatAddress(p.row() + rows, p.column()))
                        .orElse(address);
        return new Cell(other, shownText, storedNumber, date, superscript, traits);
    }
}
