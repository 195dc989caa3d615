package plumbline.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.plan.Evidence;
import plumbline.plan.Plan;
import plumbline.words.EditName;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A file is kept once, under its sum, and told apart from what it was not. */
class EvidenceFilesTest {
    /** Of “abc”, as FIPS 180-2 prints it. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;
    private EvidenceFiles kept;

    @BeforeEach
    void open() {
        kept = new EvidenceFiles(folder.resolve("data"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder.resolve("data"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileLiesUnderItsSum() throws Exception {
        assertEquals(ABC, kept.keepFile(Files.writeString(folder.resolve("报表.xls"), "abc")));
        assertEquals("abc", Files.readString(kept.findFile(ABC).orElseThrow()));
        assertEquals(List.of(ABC), files().stream().map(f -> f.getFileName().toString()).toList());
    }

    @Test
    void theSameFileIsKeptOnce() throws Exception {
        kept.keepFile(Files.writeString(folder.resolve("a"), "abc"));
        kept.keepFile(Files.writeString(folder.resolve("b"), "abc"));
        assertEquals(1, files().size());
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        assertTrue(kept.findFile(ABC).isEmpty());
        assertTrue(kept.findFile("../../etc/passwd").isEmpty());
        assertEquals(
                "problem.evidence.gone",
                assertThrows(Problem.class, () -> kept.copyFile(ABC, folder.resolve("to")))
                        .messageKey());
    }

    @Test
    void aFileThatIsGoneIsNamed() {
        assertEquals(
                "problem.table.unreadable",
                assertThrows(Problem.class, () -> kept.keepFile(folder.resolve("none")))
                        .messageKey());
    }

    @Test
    void anotherFileThanSaidIsNotKept() throws Exception {
        assertEquals(
                "problem.evidence.damaged",
                assertThrows(Problem.class, () -> kept.keepFile(ABC, stream("abd"))).messageKey());
        assertEquals(List.of(), files());
        kept.keepFile(ABC, stream("abc"));
        assertEquals(1, files().size());
    }

    @Test
    void aCopyIsHeldAgainstItsSum() throws Exception {
        kept.keepFile(ABC, stream("abc"));
        Path to = Files.writeString(folder.resolve("copy"), "before");
        kept.copyFile(ABC, to);
        assertEquals("abc", Files.readString(to));
        Files.writeString(kept.findFile(ABC).orElseThrow(), "abx");
        assertEquals(
                "problem.evidence.damaged",
                assertThrows(Problem.class, () -> kept.copyFile(ABC, to)).messageKey());
        assertArrayEquals("abc".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(to));
        assertFalse(Files.exists(folder.resolve("copy.part")));
    }

    @Test
    void aDamagedFileIsMendedWhenItComesAgain() throws Exception {
        kept.keepFile(ABC, stream("abc"));
        Files.writeString(kept.findFile(ABC).orElseThrow(), "abx");
        kept.keepFile(ABC, stream("abc"));
        assertEquals("abc", Files.readString(kept.findFile(ABC).orElseThrow()));
    }

    /** The only copy is of this day. */
    private static final Clock COPIED =
            Clock.fixed(Instant.parse("2023-03-04T08:00:00Z"), ZoneOffset.UTC);

    private static Plan naming(String sha256) {
        return Plan.empty(new UUID(0, 1), "规划", "", 2021, 2025, 2020)
                .withChanges(
                        d ->
                                d.evidence =
                                        List.of(
                                                new Evidence(
                                                        new UUID(0, 2),
                                                        "报表.xls",
                                                        sha256,
                                                        LocalDate.of(2023, 1, 1))));
    }

    /** Keeps a file as if it had come at that time. */
    private String came(String text, String time) throws Exception {
        String sha256 = kept.keepFile(Files.writeString(folder.resolve("came"), text));
        Files.setLastModifiedTime(
                kept.findFile(sha256).orElseThrow(), FileTime.from(Instant.parse(time)));
        return sha256;
    }

    /** Tidies a library that names the second, and whose only copy names the first. */
    private void tidied(String named, String next) throws Exception {
        Path data = folder.resolve("data");
        Backups backups = new Backups(data, COPIED);
        try (Database library = Database.openInFolder(data)) {
            new PlanStore(library, COPIED).addPlan(naming(named), EditName.of("edit.plan.added"));
        }
        backups.takeDailyBackup();
        try (Database library = Database.openInFolder(data)) {
            new PlanStore(library, COPIED)
                    .savePlan(naming(named), naming(next), EditName.of("edit.plan.added"));
            kept.removeUnusedFiles(library, backups);
        }
    }

    @Test
    void onlyWhatNobodyNamesIsRemoved() throws Exception {
        String other = came("other", "2023-03-03T23:59:59Z");
        came("abc", "2023-03-01T00:00:00Z");
        Path foreign =
                Files.writeString(
                        folder.resolve("data").resolve("evidence").resolve("notes.txt"), "mine");
        Path arriving =
                Files.writeString(
                        folder.resolve("data").resolve("evidence").resolve("arriving-1"), "ha");
        tidied(ABC, ABC);
        assertTrue(kept.findFile(ABC).isPresent());
        assertTrue(kept.findFile(other).isEmpty());
        assertTrue(Files.exists(foreign));
        assertFalse(Files.exists(arriving));
    }

    @Test
    void whatACopyNamesStays() throws Exception {
        String next = came("next", "2023-03-01T00:00:00Z");
        came("abc", "2023-03-01T00:00:00Z");
        tidied(ABC, next);
        assertTrue(kept.findFile(ABC).isPresent());
        assertTrue(kept.findFile(next).isPresent());
    }

    /** A library that was set aside when a copy took its place may name it. */
    @Test
    void whatCameSinceTheOldestCopyStays() throws Exception {
        String since = came("since", "2023-03-04T00:00:00Z");
        String again = came("again", "2023-03-01T00:00:00Z");
        kept.keepFile(again, stream("again"));
        tidied(ABC, ABC);
        assertTrue(kept.findFile(since).isPresent());
        assertTrue(kept.findFile(again).isPresent());
    }

    @Test
    void withoutACopyNothingIsRemoved() throws Exception {
        String other = came("other", "2023-03-01T00:00:00Z");
        try (Database library = Database.openInMemory()) {
            kept.removeUnusedFiles(library, new Backups(folder.resolve("data"), COPIED));
        }
        assertTrue(kept.findFile(other).isPresent());
    }

    @Test
    void anEmptyArchiveIsTidy() throws Exception {
        tidied(ABC, ABC);
        assertTrue(kept.findFile(ABC).isEmpty());
    }
}
