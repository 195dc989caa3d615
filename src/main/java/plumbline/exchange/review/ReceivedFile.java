package plumbline.exchange.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that was sent in.
 *
 * @param name its name without folders
 * @param path where it was read; empty for a pasted text
 * @param sha256 64 lower-case hexadecimal digits; empty for a pasted text
 * @param evidence where the archive keeps it
 */
public record ReceivedFile(
        String name,
        Optional<Path> path,
        String sha256,
        Optional<UUID> department,
        LocalDate received,
        Optional<UUID> evidence) {
    public ReceivedFile from(Optional<UUID> department) {
        return new ReceivedFile(name, path, sha256, department, received, evidence);
    }

    public ReceivedFile kept(UUID evidence) {
        return new ReceivedFile(name, path, sha256, department, received, Optional.of(evidence));
    }
}
