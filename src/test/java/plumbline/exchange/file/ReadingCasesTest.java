package plumbline.exchange.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.base.Problem;
import plumbline.exchange.review.FileReading;
import plumbline.exchange.table.FigureColumns;
import plumbline.exchange.table.ReadFigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Small tables, each of a kind of its own. Beside each stand all the figures it holds: nothing else
 * may be read. A group that is not told is not looked at.
 */
class ReadingCasesTest {
    private static final Path FOLDER = Path.of("src/test/resources/plumbline/reading-cases");
    private static final String EXPECTED = ".expected.csv";
    private static final List<String> COMPARED =
            List.of(
                    "cell",
                    "indicator",
                    "breakdown",
                    "unit",
                    "group",
                    "role",
                    "period",
                    "value",
                    "relation",
                    "status");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !f.toString().endsWith(EXPECTED)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFigureIsReadAndNothingElse(Path file) throws IOException, Problem {
        List<Map<String, String>> expected = expectedFigures(file);
        List<ReadFigure> figures = FileReading.readFile(file, Map.of()).allFigures();
        Map<String, String> groups =
                expected.stream()
                        .collect(Collectors.toMap(e -> e.get("cell"), e -> e.get("group")));
        assertEquals(
                lines(expected.stream().map(ReadingCasesTest::lineOf)),
                lines(
                        figures.stream()
                                .map(FigureColumns::columnsForFigure)
                                .map(columns -> withToldGroup(columns, groups))
                                .map(ReadingCasesTest::lineOf)));
    }

    private static Map<String, String> withToldGroup(
            Map<String, String> columns, Map<String, String> groups) {
        if (groups.getOrDefault(columns.get("cell"), "").isEmpty()) columns.put("group", "");
        return columns;
    }

    private static String lineOf(Map<String, String> columns) {
        return COMPARED.stream()
                .map(name -> columns.getOrDefault(name, ""))
                .collect(Collectors.joining(" | "));
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", new TreeSet<>(lines.toList()));
    }

    private static List<Map<String, String>> expectedFigures(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", EXPECTED);
        String text = Files.readString(file.resolveSibling(name)).replace("\uFEFF", "");
        List<List<String>> rows = DelimitedText.splitIntoRows(text, ',');
        List<String> heads = rows.getFirst();
        return rows.stream()
                .skip(1)
                .filter(row -> row.size() == heads.size())
                .map(row -> columnsOf(heads, row))
                .toList();
    }

    private static Map<String, String> columnsOf(List<String> heads, List<String> row) {
        return heads.stream()
                .distinct()
                .collect(Collectors.toMap(h -> h, h -> row.get(heads.indexOf(h))));
    }
}
