package plumbline.app;

import plumbline.base.Problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Shows a folder in the system's own window for files. */
final class FolderWindow {
    private FolderWindow() {}

    /**
     * @throws Problem if the system has no such window
     */
    static void showFolder(Path folder) throws Problem {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String program =
                system.startsWith("windows")
                        ? "explorer"
                        : system.startsWith("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(program, folder.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new Problem("problem.folder.window", folder).withCause(e);
        }
    }
}
