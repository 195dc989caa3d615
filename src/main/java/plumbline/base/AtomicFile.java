package plumbline.base;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file whole or not at all: what was there stays until the new one is complete. It lives
 * beside the problem it tells of, where every room that writes can reach it.
 */
public final class AtomicFile {

    /** What is to stand in the file; it may break off with a problem of its own or an X. */
    @FunctionalInterface
    public interface FileContent<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, Problem, X;
    }

    private AtomicFile() {}

    /**
     * @throws Problem if it cannot be written; a file that was there is unharmed
     */
    public static <X extends Exception> void write(Path file, FileContent<X> content)
            throws Problem, X {
        write(file, "problem.file.unwritable", content);
    }

    /**
     * @param problem the key of what is said if it cannot be written
     */
    public static <X extends Exception> void write(
            Path file, String problem, FileContent<X> content) throws Problem, X {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(written)) {
                content.writeTo(out);
            }
            moveInPlace(written, file);
        } catch (IOException e) {
            throw new Problem(problem, file).withCause(e);
        } finally {
            written.toFile().delete();
        }
    }

    private static void moveInPlace(Path written, Path file) throws IOException {
        try {
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
