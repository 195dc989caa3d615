package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Exceptions from a rule of the house, one a line, {@code #} before a reason. The list may only
 * shrink: what is new fails, and so does what no longer needs its exception.
 */
record ShrinkingList(String name, Set<String> excused) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "plumbline", "house");

    static ShrinkingList read(String name) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(name));
            Set<String> excused = new TreeSet<>();
            for (String line : lines) {
                String entry = line.replaceAll("#.*", "").strip();
                if (!entry.isEmpty()) excused.add(entry);
            }
            return new ShrinkingList(name, excused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with both differences: what broke the rule, and what may leave the list. */
    void check(Collection<String> found) {
        Set<String> added = new TreeSet<>(found);
        added.removeAll(excused);
        Set<String> mended = new TreeSet<>(excused);
        mended.removeAll(found);
        assertEquals(Set.of(), added, () -> "new in " + name + ", which may only shrink");
        assertEquals(Set.of(), mended, () -> "mended: take these out of " + name);
    }
}
