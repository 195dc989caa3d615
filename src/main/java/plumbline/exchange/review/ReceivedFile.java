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
 * @param evidenceId where the archive keeps it
 */
public record ReceivedFile(
        String name,
        Optional<Path> path,
        String sha256,
        Optional<UUID> departmentId,
        LocalDate receivedOn,
        Optional<UUID> evidenceId) {
    public ReceivedFile withDepartment(Optional<UUID> department) {
        return new ReceivedFile(name, path, sha256, department, receivedOn, evidenceId);
    }

    public ReceivedFile withEvidence(UUID evidence) {
        return new ReceivedFile(
                name, path, sha256, departmentId, receivedOn, Optional.of(evidence));
    }
}
