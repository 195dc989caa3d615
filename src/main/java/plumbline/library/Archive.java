package plumbline.library;

import plumbline.base.Problem;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files kept as evidence, known by their SHA-256, as the screens see them; the store is behind
 * it.
 */
public interface Archive {

    /**
     * Keeps a copy of a file; one that is kept already is kept once.
     *
     * @return its SHA-256
     */
    String keep(Path file) throws Problem;

    /** As {@link #keep(Path)}, of a file that must have this sum. */
    void keep(String sha256, InputStream in) throws Problem;

    /** Where the kept file lies; empty if it was never kept here. */
    Optional<Path> find(String sha256);

    /** Saves a copy, held against its sum. */
    void copy(String sha256, Path to) throws Problem;
}
