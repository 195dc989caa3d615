package plumbline.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.review.FileReading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person said of a table once serves for the next of the same heads. */
class LayoutMemoryFileTest {
    @TempDir Path folder;

    private static TableReading first(String text, Map<String, TableLayout> remembered)
            throws Problem {
        return FileReading.readBlocks(DocumentReader.readPastedText(text), "a.txt", remembered)
                .tables()
                .getFirst();
    }

    private static List<FigureRole> roles(TableReading table) {
        return table.figures().stream().map(ReadFigure::role).toList();
    }

    @Test
    void nextQuartersTableNeedsNothing() throws Problem {
        TableReading table = first("指标\t单位\t2023年上半年\n甲\t件\t12\n乙\t件\t15\n", Map.of());
        assertEquals(List.of(FigureRole.ACTUAL, FigureRole.ACTUAL), roles(table));
        LayoutMemoryFile file = new LayoutMemoryFile(folder.resolve("layouts.json"));
        file.rememberLayout(
                table.layout()
                        .withColumn(
                                table.layout().columns().getLast().withRole(FigureRole.FORECAST)));

        Map<String, TableLayout> later =
                new LayoutMemoryFile(folder.resolve("layouts.json")).rememberedLayouts();
        TableReading next = first("指标\t单位\t2024年上半年\n甲\t件\t13\n乙\t件\t16\n", later);
        assertEquals(List.of(FigureRole.FORECAST, FigureRole.FORECAST), roles(next));
        assertEquals("2024H1", next.figures().getFirst().period().orElseThrow().code());
    }

    @Test
    void aSpoiltFileIsAsNoneAndIsPutAside() throws Exception {
        Path file = Files.writeString(folder.resolve("layouts.json"), "[{\"fingerprint\":");
        LayoutMemoryFile spoilt = new LayoutMemoryFile(file);
        assertEquals(Map.of(), spoilt.rememberedLayouts());
        TableLayout layout = first("指标\t单位\t2023年\n甲\t件\t12\n", Map.of()).layout();
        Problem told = assertThrows(Problem.class, () -> spoilt.rememberLayout(layout));
        assertEquals("import.layout.spoilt", told.messageKey());
        assertEquals(
                "[{\"fingerprint\":", Files.readString(folder.resolve("damaged-layouts.json")));
        spoilt.rememberLayout(layout);
        assertEquals(
                Set.of(layout.fingerprint()),
                new LayoutMemoryFile(file).rememberedLayouts().keySet());
    }

    /** It is read on one thread while the officer corrects on another. */
    @Test
    void whatIsRememberedDoesNotChangeInTheHand() throws Exception {
        LayoutMemoryFile file = new LayoutMemoryFile(folder.resolve("layouts.json"));
        Map<String, TableLayout> before = file.rememberedLayouts();
        file.rememberLayout(first("指标\t单位\t2023年\n甲\t件\t12\n", Map.of()).layout());
        assertEquals(Map.of(), before);
        assertEquals(1, file.rememberedLayouts().size());
        assertThrows(UnsupportedOperationException.class, () -> file.rememberedLayouts().clear());
    }
}
