package plumbline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program's own sources, to be read by the guards of the house. */
record Sources(List<File> files) {
    /**
     * @param room the package under {@code plumbline}; empty for the root
     */
    record File(Path path, String room, String text) {
        private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

        List<String> literals() {
            return LITERAL.matcher(text).results().map(r -> r.group(1)).toList();
        }

        List<String> imports() {
            Matcher matcher = Pattern.compile("(?m)^import (?:static )?([\\w.*]+);").matcher(text);
            return matcher.results().map(r -> r.group(1)).toList();
        }
    }

    static Sources main() {
        return below(Path.of("src", "main", "java", "plumbline"));
    }

    /** The program's sources and its tests. */
    static Sources all() {
        List<File> files = new ArrayList<>(main().files());
        files.addAll(below(Path.of("src", "test", "java", "plumbline")).files());
        return new Sources(files);
    }

    private static Sources below(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return new Sources(
                    walk.filter(p -> p.toString().endsWith(".java"))
                            .sorted()
                            .map(p -> file(root, p))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File file(Path root, Path path) {
        Path within = root.relativize(path);
        String room = within.getNameCount() == 1 ? "" : within.getName(0).toString();
        try {
            return new File(path, room, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
