package plumbline.report;

import plumbline.base.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files made beside a folder and put into it in one go: those that stand in their way are laid
 * aside first and come back if any one of them, open in another program perhaps, cannot be
 * replaced.
 */
final class StagedFolder implements AutoCloseable {
    /** A file that was made. */
    record StagedFile(String name, Path file) {}

    @FunctionalInterface
    interface FileMaking {
        void makeFile(Path file) throws IOException, Problem;
    }

    private final Path folder;
    private final Path stagingFolder;
    private final boolean isNewFolder;
    private final List<StagedFile> stagedFiles = new ArrayList<>();
    private boolean isHandedOver;

    private StagedFolder(Path folder, Path bench, boolean fresh) {
        this.folder = folder;
        this.stagingFolder = bench;
        this.isNewFolder = fresh;
    }

    /**
     * @throws Problem if the folder cannot be made, or nothing can be written there
     */
    static StagedFolder openIn(Path folder) throws Problem {
        boolean fresh = Files.notExists(folder);
        try {
            Files.createDirectories(folder);
            return new StagedFolder(folder, Files.createTempDirectory(folder, ".part"), fresh);
        } catch (IOException e) {
            throw new Problem("problem.file.unwritable", folder).withCause(e);
        }
    }

    void stageFile(String name, FileMaking making) throws Problem {
        Path file = stagingFolder.resolve("new").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            making.makeFile(file);
        } catch (IOException | UncheckedIOException e) {
            throw new Problem("problem.file.unwritable", folder.resolve(name)).withCause(e);
        } catch (Problem problem) {
            // Nobody knows the bench: said is where the file was to stand.
            throw problem.arguments().contains(file)
                    ? new Problem(problem.messageKey(), folder.resolve(name)).withCause(problem)
                    : problem;
        }
        stagedFiles.add(new StagedFile(name, file));
    }

    List<StagedFile> stagedFiles() {
        return List.copyOf(stagedFiles);
    }

    /**
     * @return where the files are now
     */
    List<Path> handOver() throws Problem {
        List<StagedFile> moved = new ArrayList<>();
        for (StagedFile m : stagedFiles) {
            Path target = folder.resolve(m.name);
            try {
                if (Files.isDirectory(target))
                    throw new IOException("a folder stands there: " + target);
                moveAside(m, target);
                moved.add(m);
                Files.createDirectories(target.getParent());
                Files.move(m.file, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                restoreFiles(moved);
                throw new Problem("problem.file.unwritable", target).withCause(e);
            }
        }
        isHandedOver = true;
        return stagedFiles.stream().map(m -> folder.resolve(m.name)).toList();
    }

    private void moveAside(StagedFile m, Path target) throws IOException {
        if (Files.notExists(target)) return;
        Files.createDirectories(asidePath(m).getParent());
        Files.move(target, asidePath(m));
    }

    private Path asidePath(StagedFile m) {
        return stagingFolder.resolve("old").resolve(m.name);
    }

    private void restoreFiles(List<StagedFile> moved) {
        for (StagedFile m : moved) {
            Path target = folder.resolve(m.name);
            try {
                if (Files.exists(asidePath(m)))
                    Files.move(asidePath(m), target, StandardCopyOption.REPLACE_EXISTING);
                else Files.deleteIfExists(target);
            } catch (IOException e) {
                // What was there before stays in the bench, which is kept then.
                isHandedOver = false;
            }
        }
    }

    /** Clears the bench away; a folder that was made for nothing too. */
    @Override
    public void close() {
        boolean left =
                Files.exists(stagingFolder.resolve("old"))
                        && !isHandedOver
                        && holdsFiles(stagingFolder.resolve("old"));
        if (!left) removeTree(stagingFolder);
        if (!isHandedOver && isNewFolder) removeEmptyFolders(folder);
    }

    private static boolean holdsFiles(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeEmptyFolders(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            if (all.stream().allMatch(Files::isDirectory)) all.forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeTree(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
