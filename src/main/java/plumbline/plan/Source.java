package plumbline.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a figure comes from.
 *
 * @param document file or document name; empty for a figure typed in by the officer
 * @param place sheet and cell, page, or row; may be empty
 * @param departmentId who reported it
 * @param evidenceId the archived file, if one was kept
 */
public record Source(
        String document,
        String place,
        Optional<UUID> departmentId,
        Optional<LocalDate> receivedOn,
        Optional<UUID> evidenceId) {
    public static final Source TYPED =
            new Source("", "", Optional.empty(), Optional.empty(), Optional.empty());

    public Source {
        document = VisibleText.onOneLine(document);
        place = VisibleText.onOneLine(place);
        Lengths.requireAtMost(document, Lengths.NAME);
        Lengths.requireAtMost(place, Lengths.NAME);
    }

    public static Source inDocument(String document, String place) {
        return new Source(document, place, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A place in a workbook, as {@link #sheetName} and {@link #cellName} read it back: {@code
     * 附表!C14}, or what of it there is.
     */
    public static String formatPlace(String sheet, String cell) {
        return sheet.isBlank() ? cell.strip() : sheet.strip() + "!" + cell.strip();
    }

    /** The sheet of a place in a workbook; empty where none is named. */
    public String sheetName() {
        return place.contains("!") ? place.substring(0, place.lastIndexOf('!')) : "";
    }

    /** The cell, page or row. */
    public String cellName() {
        return place.substring(place.lastIndexOf('!') + 1);
    }

    public boolean isTyped() {
        return document.isEmpty();
    }
}
