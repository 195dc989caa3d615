package plumbline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Where unexpected failures leave their trace, for whoever has to find the cause: one text file in
 * the data folder.
 */
record FailureLog(Path file) {
    private static final long MOST_BYTES = 1_000_000;

    static FailureLog inFolder(Path folder) {
        return new FailureLog(folder.resolve("plumbline.log"));
    }

    void append(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            boolean full = Files.exists(file) && Files.size(file) > MOST_BYTES;
            if (full) Files.delete(file);
            Files.writeString(
                    file,
                    Instant.now() + System.lineSeparator() + trace,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            // Nothing more can be done for the trace; the officer is told of the failure itself.
            System.err.println(e);
        }
    }
}
