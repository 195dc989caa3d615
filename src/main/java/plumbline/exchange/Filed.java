package plumbline.exchange;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that was sent in.
 *
 * @param name     its name without folders
 * @param sha256   64 lower-case hexadecimal digits; empty for a pasted text
 * @param evidence where the archive keeps it
 */
public record Filed(String name, String sha256, Optional<UUID> department, LocalDate received, Optional<UUID> evidence) {
    public Filed from(Optional<UUID> department) {
        return new Filed(name, sha256, department, received, evidence);
    }

    public Filed kept(UUID evidence) {
        return new Filed(name, sha256, department, received, Optional.of(evidence));
    }
}
