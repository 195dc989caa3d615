package plumbline.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a figure comes from.
 *
 * @param document file or document name; empty for a figure typed in by the officer
 * @param place sheet and cell, page, or row; may be empty
 * @param department who reported it
 * @param evidence the archived file, if one was kept
 */
public record Source(
        String document,
        String place,
        Optional<UUID> department,
        Optional<LocalDate> received,
        Optional<UUID> evidence) {
    public static final Source TYPED =
            new Source("", "", Optional.empty(), Optional.empty(), Optional.empty());

    public Source {
        Lengths.check(document, Lengths.NAME);
        Lengths.check(place, Lengths.NAME);
    }

    public static Source of(String document, String place) {
        return new Source(document, place, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A place in a workbook, as {@link #sheet} and {@link #cell} read it back: {@code 附表!C14}, or
     * what of it there is.
     */
    public static String place(String sheet, String cell) {
        return sheet.isBlank() ? cell.strip() : sheet.strip() + "!" + cell.strip();
    }

    /** The sheet of a place in a workbook; empty where none is named. */
    public String sheet() {
        return place.contains("!") ? place.substring(0, place.lastIndexOf('!')) : "";
    }

    /** The cell, page or row. */
    public String cell() {
        return place.substring(place.lastIndexOf('!') + 1);
    }

    public boolean typed() {
        return document.isEmpty();
    }
}
