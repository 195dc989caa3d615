package plumbline.store;

import static plumbline.store.generated.Tables.EVIDENCE;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.base.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archive of evidence: each file lies under its own SHA-256 in the data folder, so the same
 * file is kept once and a changed one is noticed when it is read. It arrives under another name and
 * is moved when it is whole. Its time is when it last came.
 */
public final class EvidenceFiles {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String ARRIVING_PREFIX = "arriving-";
    private final Path folder;

    public EvidenceFiles(Path dataFolder) {
        this.folder = dataFolder.resolve("evidence");
    }

    /**
     * @return the SHA-256 of what was kept
     */
    public String keepFile(Path file) throws Problem {
        try (InputStream in = Files.newInputStream(file)) {
            return keepStream(in, _ -> true);
        } catch (IOException e) {
            throw new Problem("problem.table.unreadable", file).withCause(e);
        }
    }

    /**
     * @throws Problem if what came has another sum; then it is not kept
     */
    public void keepFile(String sha256, InputStream in) throws Problem {
        keepStream(in, sha256::equals);
    }

    private String keepStream(InputStream in, Predicate<String> wanted) throws Problem {
        Path arriving = folder.resolve(ARRIVING_PREFIX + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            String sha256 = copyAndHash(in, arriving);
            if (!wanted.test(sha256)) throw new Problem("problem.evidence.damaged", sha256);
            Path place = pathOf(sha256);
            Files.createDirectories(place.getParent());
            if (Files.exists(place) && hashFile(place).equals(sha256))
                Files.setLastModifiedTime(place, Files.getLastModifiedTime(arriving));
            else
                Files.move(
                        arriving,
                        place,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            return sha256;
        } catch (IOException e) {
            throw new Problem("problem.evidence.unwritable", folder).withCause(e);
        } finally {
            arriving.toFile().delete();
        }
    }

    /** On the disk when it returns. */
    private static String copyAndHash(InputStream in, Path to) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        Files.copy(new DigestInputStream(in, digest), to);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Sha256.toHex(digest);
    }

    /** Where the file of this sum lies, if it is kept. */
    public Optional<Path> findFile(String sha256) {
        return SHA256.matcher(sha256).matches()
                ? Optional.of(pathOf(sha256)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    private Path pathOf(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** A file that was there is replaced only by one that has the sum. */
    public void copyFile(String sha256, Path to) throws Problem {
        Path from = findFile(sha256).orElseThrow(() -> new Problem("problem.evidence.gone"));
        AtomicFile.write(
                to,
                out -> {
                    MessageDigest digest = Sha256.newDigest();
                    Files.copy(from, new DigestOutputStream(out, digest));
                    if (!Sha256.toHex(digest).equals(sha256))
                        throw new Problem("problem.evidence.damaged", sha256);
                });
    }

    /**
     * Removes what no plan and no snapshot names any more, neither in the library nor in a copy
     * that could be put in its place, and what never arrived whole. What came since the oldest copy
     * stays: a library that was set aside may be the one that names it.
     */
    public void removeUnusedFiles(Database library, Backups backups) throws Problem {
        try {
            for (Path file : filesNamed(name -> name.startsWith(ARRIVING_PREFIX)))
                Files.delete(file);
            for (Path file : unusedFiles(library, backups)) Files.delete(file);
        } catch (IOException e) {
            throw new Problem("problem.evidence.unwritable", folder).withCause(e);
        }
    }

    private List<Path> unusedFiles(Database library, Backups backups) throws IOException, Problem {
        Optional<Instant> since = backups.findOldestBackupTime();
        if (since.isEmpty()) return List.of();
        Set<String> named =
                new HashSet<>(
                        library.read(
                                ctx ->
                                        ctx.selectDistinct(EVIDENCE.SHA256)
                                                .from(EVIDENCE)
                                                .fetch(EVIDENCE.SHA256)));
        List<Path> old = new ArrayList<>();
        for (Path file :
                filesNamed(name -> SHA256.matcher(name).matches() && !named.contains(name))) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(since.get())) old.add(file);
        }
        // The copies are opened only when there is something to ask them.
        Set<String> copies = old.isEmpty() ? Set.of() : backups.evidenceHashesInBackups();
        return old.stream().filter(f -> !copies.contains(f.getFileName().toString())).toList();
    }

    private List<Path> filesNamed(Predicate<String> names) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> names.test(f.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String hashFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hashStream(in);
        }
    }
}
