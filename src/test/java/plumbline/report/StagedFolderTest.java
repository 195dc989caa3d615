package plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever goes wrong while a file is made, the one that was to be written is named, not the place
 * it was made at.
 */
class StagedFolderTest {
    @TempDir Path folder;

    private Problem failing(StagedFolder.FileMaking making) throws Problem {
        Path kit = folder.resolve("kit");
        try (StagedFolder workshop = StagedFolder.openIn(kit)) {
            return assertThrows(Problem.class, () -> workshop.stageFile("charts/a.pdf", making));
        }
    }

    private void namesTheFile(Problem problem) {
        assertEquals("problem.file.unwritable", problem.messageKey());
        assertEquals(List.of(folder.resolve("kit/charts/a.pdf")), problem.arguments());
        assertEquals(false, Files.exists(folder.resolve("kit")));
    }

    @Test
    void aDiskThatIsFullUnderAPen() throws Problem {
        namesTheFile(
                failing(
                        file ->
                                AtomicFile.write(
                                        file,
                                        _ -> {
                                            throw new IOException("no space left");
                                        })));
    }

    @Test
    void aDiskThatIsFullUnderAFont() throws Problem {
        namesTheFile(
                failing(
                        _ -> {
                            throw new UncheckedIOException(new IOException("no space left"));
                        }));
    }

    @Test
    void anotherProblemIsLeftAsItIs() throws Problem {
        assertEquals(
                List.of("mine"),
                failing(
                                _ -> {
                                    throw new Problem("problem.template.unreadable", "mine");
                                })
                        .arguments());
    }
}
