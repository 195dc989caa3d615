package plumbline.store;

import plumbline.base.Problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One copy of the library a day, taken before it is opened, kept only if it opens; the last seven
 * stay.
 */
public final class Backups {
    private static final int COPIES_KEPT = 7;
    private static final String FILE_ENDING = ".mv.db";
    private final Path library;
    private final Path folder;
    private final Clock clock;

    public Backups(Path dataFolder, Clock clock) {
        this.library = dataFolder.resolve(Database.FILE_NAME);
        this.folder = dataFolder.resolve("backups");
        this.clock = clock;
    }

    /**
     * Takes today's copy if there is none yet. A library that is open elsewhere, or whose copy does
     * not open, is passed over: opening it will say what is wrong.
     */
    public void takeDailyBackup() throws Problem {
        Path today = folder.resolve("plumbline-" + LocalDate.now(clock) + FILE_ENDING);
        if (!Files.exists(library) || Files.exists(today)) return;
        Path copy = folder.resolve("copying" + FILE_ENDING);
        try {
            Files.createDirectories(folder);
            if (copyLibrary(copy) && canBeOpened(copy))
                Files.move(
                        copy,
                        today,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(copy);
            for (Path old : backupsNewestFirst().stream().skip(COPIES_KEPT).toList())
                Files.delete(old);
        } catch (IOException e) {
            throw new Problem("problem.backup", folder).withCause(e);
        }
    }

    private boolean copyLibrary(Path copy) throws IOException {
        try (FileChannel from =
                        FileChannel.open(
                                library, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = from.tryLock();
                FileChannel to =
                        FileChannel.open(
                                copy,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING)) {
            if (lock == null) return false;
            long done = 0;
            while (done < from.size()) done += from.transferTo(done, from.size() - done, to);
            to.force(true);
            return true;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static boolean canBeOpened(Path copy) {
        return queryCopy(copy, "select count(*) from plan").isPresent();
    }

    /** The first column of the answer; empty if the copy does not open. */
    private static Optional<List<String>> queryCopy(Path copy, String query) {
        String name = copy.toAbsolutePath().toString();
        String url =
                "jdbc:h2:file:"
                        + name.substring(0, name.length() - FILE_ENDING.length())
                                .replace(";", "\\;")
                        + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) answer.add(rows.getString(1));
            return Optional.of(answer);
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    /** The newest copy that opens. */
    public Optional<Path> findLatestBackup() throws Problem {
        return backupsNewestFirst().stream().filter(Backups::canBeOpened).findFirst();
    }

    /** The day a copy was taken. */
    public static LocalDate backupDay(Path backup) {
        String name = backup.getFileName().toString();
        return LocalDate.parse(
                name.substring("plumbline-".length(), name.length() - FILE_ENDING.length()));
    }

    /** From when the oldest copy is; empty if there is none. */
    Optional<Instant> findOldestBackupTime() throws Problem {
        return backupsNewestFirst().stream()
                .reduce((_, older) -> older)
                .map(oldest -> backupDay(oldest).atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * The sums of the evidence that is named by a copy which could be put in the library's place.
     */
    Set<String> evidenceHashesInBackups() throws Problem {
        Set<String> named = new HashSet<>();
        for (Path copy : backupsNewestFirst())
            named.addAll(queryCopy(copy, "select distinct sha256 from evidence").orElse(List.of()));
        return named;
    }

    /**
     * Puts a copy in the library's place, once it is on the disk. The library that was there is
     * moved aside, never deleted.
     *
     * @return where the old library now lies
     * @throws Problem if it could not be done; the library is where it was
     */
    public Path restoreBackup(Path backup) throws Problem {
        String time =
                LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        Path aside = library.resolveSibling("plumbline-damaged-" + time + FILE_ENDING);
        Path copy = library.resolveSibling("restoring" + FILE_ENDING);
        try {
            Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
            forceToDisk(copy);
            replaceLibrary(copy, aside);
            return aside;
        } catch (IOException e) {
            throw new Problem("problem.backup", folder).withCause(e);
        } finally {
            copy.toFile().delete();
        }
    }

    private static void forceToDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void replaceLibrary(Path copy, Path aside) throws IOException {
        if (Files.exists(library)) Files.move(library, aside);
        try {
            Files.move(copy, library, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(aside)) Files.move(aside, library);
            throw e;
        }
    }

    private List<Path> backupsNewestFirst() throws Problem {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            f ->
                                    f.getFileName()
                                            .toString()
                                            .matches("plumbline-\\d{4}-\\d\\d-\\d\\d\\.mv\\.db"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new Problem("problem.backup", folder).withCause(e);
        }
    }
}
