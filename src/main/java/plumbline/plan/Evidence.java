package plumbline.plan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 佐证: a file kept in the archive.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Evidence(UUID id, String name, String sha256, LocalDate receivedOn) {
    public Evidence {
        name = VisibleText.onOneLine(name);
        if (name.isBlank()) throw new IllegalArgumentException("evidence needs a name");
        Lengths.requireAtMost(name, Lengths.NAME);
        if (!sha256.matches("[0-9a-f]{64}"))
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
}
