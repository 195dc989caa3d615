package plumbline.exchange.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.exchange.review.FileReading;
import plumbline.exchange.table.FigureColumns;
import plumbline.exchange.table.ReadFigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tables of every kind that offices send, read without any help; beside each file stand the figures
 * it holds.
 */
class ReadingCorpusTest {
    private static final Path FOLDER = Path.of("src/test/resources/plumbline/reading");
    private static final double LEAST_RIGHT = 0.95;

    private record Told(String file, String cell, Map<String, String> columns) {}

    @Test
    void nearlyEveryFigureIsReadRight() throws IOException, Problem {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Path file : files()) {
            List<ReadFigure> figures = FileReading.readFile(file, Map.of()).allFigures();
            for (Told told : told(file)) {
                all++;
                wrong(told, figures).ifPresent(wrong::add);
            }
        }
        System.out.printf(
                "reading corpus: %d of %d figures right (%.1f %%)%n",
                all - wrong.size(), all, 100.0 * (all - wrong.size()) / all);
        wrong.forEach(System.out::println);
        assertTrue(wrong.size() <= (1 - LEAST_RIGHT) * all, () -> String.join("\n", wrong));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !f.toString().endsWith(".figures.csv")).sorted().toList();
        }
    }

    private static List<Told> told(Path file) throws IOException {
        List<List<Cell>> rows =
                Grid.gridOfTexts(
                                DelimitedText.splitIntoRows(
                                        Files.readString(
                                                file.resolveSibling(
                                                        file.getFileName() + ".figures.csv")),
                                        ','))
                        .rows();
        List<Told> told = new ArrayList<>();
        for (List<Cell> row : rows.subList(1, rows.size())) {
            Map<String, String> columns = new HashMap<>();
            for (int c = 0; c < row.size(); c++)
                columns.put(rows.getFirst().get(c).shownText(), row.get(c).shownText());
            told.add(new Told(file.getFileName().toString(), columns.get("cell"), columns));
        }
        return told;
    }

    private static java.util.Optional<String> wrong(Told told, List<ReadFigure> figures) {
        List<ReadFigure> here =
                figures.stream().filter(f -> f.address().cell().equals(told.cell)).toList();
        if (here.isEmpty())
            return java.util.Optional.of(
                    told.file
                            + " "
                            + told.cell
                            + ": nothing read, but "
                            + told.columns.get("indicator"));
        List<String> differ = new ArrayList<>();
        Map<String, String> read = FigureColumns.columnsForFigure(here.getFirst());
        for (String column :
                List.of(
                        "indicator",
                        "breakdown",
                        "unit",
                        "group",
                        "role",
                        "period",
                        "value",
                        "relation",
                        "status")) {
            String wanted = told.columns.getOrDefault(column, "");
            boolean unsaid =
                    wanted.isEmpty() && (column.equals("status") || column.equals("relation"));
            if (!unsaid && !wanted.equals(read.get(column)))
                differ.add(column + " " + read.get(column) + " for " + wanted);
        }
        return differ.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        told.file + " " + told.cell + ": " + String.join("; ", differ));
    }
}
