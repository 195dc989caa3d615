package plumbline.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class AtomicFileTest {
    @TempDir Path folder;

    private static AtomicFile.FileContent<RuntimeException> text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).toList();
        }
    }

    @Test
    void aNewFileIsWrittenWithItsFolder() throws Exception {
        Path file = folder.resolve("a").resolve("b.txt");
        AtomicFile.write(file, text("一"));
        assertEquals("一", Files.readString(file));
    }

    @Test
    void anOldFileIsReplaced() throws Exception {
        Path file = folder.resolve("b.txt");
        AtomicFile.write(file, text("a much longer text"));
        AtomicFile.write(file, text("二"));
        assertEquals("二", Files.readString(file));
        assertEquals(List.of("b.txt"), files());
    }

    @Test
    void aFailureHalfWayLeavesTheOldFileAndNothingBeside() throws Exception {
        Path file = folder.resolve("b.txt");
        AtomicFile.write(file, text("old"));
        Problem problem =
                assertThrows(
                        Problem.class,
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(1);
                                            throw new IOException("disk full");
                                        }));
        assertEquals(
                List.of("problem.file.unwritable", List.of((Object) file)),
                List.of(problem.messageKey(), problem.arguments()));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("b.txt"), files());
    }
}
