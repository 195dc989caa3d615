package plumbline.exchange.review;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.exchange.table.ReadFigure;
import plumbline.exchange.table.ReadFinding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many files, each read by itself: one that cannot be read does not keep the others from it.
 *
 * @param problems of the files that could not be read
 */
public record ReadFiles(List<FileReading> readings, List<Problem> problems) {
    public ReadFiles {
        readings = List.copyOf(readings);
        problems = List.copyOf(problems);
    }

    /**
     * @param given files, and folders of files
     */
    public static ReadFiles readFiles(List<Path> given) {
        List<FileReading> readings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : given) {
            try {
                for (Path file : ImportBatch.listReadableFiles(List.of(path)))
                    readFile(file, readings, problems);
            } catch (Problem problem) {
                problems.add(problem);
            }
        }
        return new ReadFiles(readings, problems);
    }

    private static void readFile(Path file, List<FileReading> readings, List<Problem> problems) {
        try {
            readings.add(FileReading.readFile(file, Map.of()));
        } catch (Problem problem) {
            problems.add(problem);
        }
    }

    public List<ReadFigure> allFigures() {
        return readings.stream().flatMap(r -> r.allFigures().stream()).toList();
    }

    public List<ReadFinding> allFindings() {
        return readings.stream().flatMap(r -> r.allFindings().stream()).toList();
    }

    /**
     * @throws Problem if it cannot be written
     */
    public static void writeLines(Path file, List<String> lines) throws Problem {
        AtomicFile.write(
                file,
                out ->
                        out.write(
                                lines.stream()
                                        .map(l -> l + System.lineSeparator())
                                        .collect(Collectors.joining())
                                        .getBytes(StandardCharsets.UTF_8)));
    }
}
