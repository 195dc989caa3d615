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
    record Made(String name, Path file) {}

    @FunctionalInterface
    interface Making {
        void to(Path file) throws IOException, Problem;
    }

    private final Path folder;
    private final Path bench;
    private final boolean fresh;
    private final List<Made> made = new ArrayList<>();
    private boolean done;

    private StagedFolder(Path folder, Path bench, boolean fresh) {
        this.folder = folder;
        this.bench = bench;
        this.fresh = fresh;
    }

    /**
     * @throws Problem if the folder cannot be made, or nothing can be written there
     */
    static StagedFolder in(Path folder) throws Problem {
        boolean fresh = Files.notExists(folder);
        try {
            Files.createDirectories(folder);
            return new StagedFolder(folder, Files.createTempDirectory(folder, ".part"), fresh);
        } catch (IOException e) {
            throw new Problem("problem.file.unwritable", folder).because(e);
        }
    }

    void make(String name, Making making) throws Problem {
        Path file = bench.resolve("new").resolve(name);
        try {
            Files.createDirectories(file.getParent());
            making.to(file);
        } catch (IOException | UncheckedIOException e) {
            throw new Problem("problem.file.unwritable", folder.resolve(name)).because(e);
        } catch (Problem problem) {
            // Nobody knows the bench: said is where the file was to stand.
            throw problem.args().contains(file)
                    ? new Problem(problem.key(), folder.resolve(name)).because(problem)
                    : problem;
        }
        made.add(new Made(name, file));
    }

    List<Made> made() {
        return List.copyOf(made);
    }

    /**
     * @return where the files are now
     */
    List<Path> handOver() throws Problem {
        List<Made> moved = new ArrayList<>();
        for (Made m : made) {
            Path target = folder.resolve(m.name);
            try {
                if (Files.isDirectory(target))
                    throw new IOException("a folder stands there: " + target);
                layAside(m, target);
                moved.add(m);
                Files.createDirectories(target.getParent());
                Files.move(m.file, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                putBack(moved);
                throw new Problem("problem.file.unwritable", target).because(e);
            }
        }
        done = true;
        return made.stream().map(m -> folder.resolve(m.name)).toList();
    }

    private void layAside(Made m, Path target) throws IOException {
        if (Files.notExists(target)) return;
        Files.createDirectories(old(m).getParent());
        Files.move(target, old(m));
    }

    private Path old(Made m) {
        return bench.resolve("old").resolve(m.name);
    }

    private void putBack(List<Made> moved) {
        for (Made m : moved) {
            Path target = folder.resolve(m.name);
            try {
                if (Files.exists(old(m)))
                    Files.move(old(m), target, StandardCopyOption.REPLACE_EXISTING);
                else Files.deleteIfExists(target);
            } catch (IOException e) {
                // What was there before stays in the bench, which is kept then.
                done = false;
            }
        }
    }

    /** Clears the bench away; a folder that was made for nothing too. */
    @Override
    public void close() {
        boolean left = Files.exists(bench.resolve("old")) && !done && holds(bench.resolve("old"));
        if (!left) remove(bench);
        if (!done && fresh) removeEmpty(folder);
    }

    private static boolean holds(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeEmpty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            if (all.stream().allMatch(Files::isDirectory)) all.forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
