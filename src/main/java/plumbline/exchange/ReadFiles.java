package plumbline.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.words.Problem;

/**
 * Many files, each read by itself: one that cannot be read does not keep the others from it.
 *
 * @param problems of the files that could not be read
 */
public record ReadFiles(List<FileReading> readings, List<Problem> problems) {
    private static final String KINDS = ".*\\.(xlsx|xlsm|xls|et|csv|tsv|txt|docx|html?)";

    public ReadFiles {
        readings = List.copyOf(readings);
        problems = List.copyOf(problems);
    }

    /** @param given files, and folders of files */
    public static ReadFiles of(List<Path> given) {
        List<FileReading> readings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : given) {
            try {
                for (Path file : files(path)) read(file, readings, problems);
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return new ReadFiles(readings, problems);
    }

    private static void read(Path file, List<FileReading> readings, List<Problem> problems) {
        try {
            readings.add(FileReading.of(file, Map.of()));
        } catch (Problem problem) {
            problems.add(problem);
        }
    }

    /** The file itself; of a folder the tables in it and below, without what an open workbook leaves beside itself. */
    public static List<Path> files(Path path) throws Problem {
        if (!Files.isDirectory(path)) return List.of(path);
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).filter(f -> table(f.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            throw new Problem("problem.table.unreadable", path).because(e);
        }
    }

    private static boolean table(String name) {
        return !name.startsWith("~$") && !name.startsWith(".") && name.toLowerCase(Locale.ROOT).matches(KINDS);
    }

    public List<ReadFigure> figures() {
        return readings.stream().flatMap(r -> r.figures().stream()).toList();
    }

    public List<ReadFinding> findings() {
        return readings.stream().flatMap(r -> r.findings().stream()).toList();
    }

    /** @throws Problem if it cannot be written */
    public static void write(Path file, List<String> lines) throws Problem {
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem("problem.file.unwritable", file).because(e);
        }
    }
}
