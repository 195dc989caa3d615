package plumbline.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import plumbline.words.Problem;

/** A file that is written whole or not at all. */
final class WholeFile {
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private WholeFile() { }

    /** @throws Problem if the file cannot be written; a file that was there is unharmed */
    static void write(Path file, Content content) throws Problem {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(written)) {
                content.write(out);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            written.toFile().delete();
            throw new Problem("problem.file.unwritable", file).because(e);
        }
    }
}
