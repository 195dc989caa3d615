package plumbline.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a figure comes from.
 *
 * @param document   file or document name; empty for a figure typed in by the officer
 * @param place      sheet and cell, page, or row; may be empty
 * @param department who reported it
 * @param evidence   the archived file, if one was kept
 */
public record Source(String document, String place, Optional<UUID> department, Optional<LocalDate> received, Optional<UUID> evidence) {
    public static final Source TYPED = new Source("", "", Optional.empty(), Optional.empty(), Optional.empty());

    public Source {
        Lengths.check(document, Lengths.NAME);
        Lengths.check(place, Lengths.NAME);
    }

    public static Source of(String document, String place) {
        return new Source(document, place, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean typed() {
        return document.isEmpty();
    }
}
