package plumbline.library;

import plumbline.base.Problem;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files kept as evidence, known by their SHA-256, as the screens see them; the store is behind
 * it.
 */
public interface EvidenceArchive {

    /**
     * Keeps a copy of a file; one that is kept already is kept once.
     *
     * @return its SHA-256
     */
    String keepFile(Path file) throws Problem;

    /** As {@link #keepFile(Path)}, of a file that must have this sum. */
    void keepFile(String sha256, InputStream in) throws Problem;

    /** Where the kept file lies; empty if it was never kept here. */
    Optional<Path> findFile(String sha256);

    /** Saves a copy, held against its sum. */
    void copyFile(String sha256, Path to) throws Problem;
}
