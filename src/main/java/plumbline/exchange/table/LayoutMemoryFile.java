package plumbline.exchange.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.exchange.notation.TimeReference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The layouts that were corrected, in a file of the data folder. A file that cannot be read is as
 * none, and is put aside before a new one takes its place. What is remembered may be asked for on
 * any thread.
 */
public final class LayoutMemoryFile implements LayoutMemory {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What is kept of a layout: times are told by each table's own heads. */
    record StoredLayout(String fingerprint, String rows, List<StoredColumn> columns) {}

    record StoredColumn(String use, String indicator, String breakdown, String unit) {}

    private final Path file;

    /** Never changed, but replaced. */
    private volatile Map<String, TableLayout> remembered = Map.of();

    private boolean spoilt;

    public LayoutMemoryFile(Path file) {
        this.file = file;
        if (Files.exists(file)) readFile();
    }

    private void readFile() {
        try {
            Map<String, TableLayout> found = new LinkedHashMap<>();
            for (StoredLayout kept : JSON.readValue(file.toFile(), StoredLayout[].class))
                found.put(kept.fingerprint, toTableLayout(kept));
            remembered = Collections.unmodifiableMap(found);
        } catch (IOException | RuntimeException _) {
            spoilt = true;
        }
    }

    @Override
    public Map<String, TableLayout> rememberedLayouts() {
        return remembered;
    }

    @Override
    public void rememberLayout(TableLayout layout) throws Problem {
        Map<String, TableLayout> next = new LinkedHashMap<>(remembered);
        next.put(layout.fingerprint(), layout);
        remembered = Collections.unmodifiableMap(next);
        if (spoilt) setDamagedFileAside();
        else writeFile();
    }

    private void writeFile() throws Problem {
        List<StoredLayout> all = new ArrayList<>();
        remembered.forEach((print, l) -> all.add(toStoredLayout(print, l)));
        AtomicFile.write(file, "import.layout", out -> JSON.writeValue(out, all));
    }

    /**
     * @throws Problem to say where the old file lies now
     */
    private void setDamagedFileAside() throws Problem {
        Path aside = damagedFilePath();
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new Problem("import.layout", file).withCause(e);
        }
        spoilt = false;
        writeFile();
        throw new Problem("import.layout.spoilt", aside);
    }

    private Path damagedFilePath() {
        Path aside = file.resolveSibling("damaged-" + file.getFileName());
        for (int i = 2; Files.exists(aside); i++)
            aside = file.resolveSibling("damaged-" + i + "-" + file.getFileName());
        return aside;
    }

    private static StoredLayout toStoredLayout(String fingerprint, TableLayout layout) {
        return new StoredLayout(
                fingerprint,
                layout.subject().rowMeaning().name(),
                layout.columns().stream()
                        .map(
                                c ->
                                        new StoredColumn(
                                                ((Enum<?>) c.role()).name(),
                                                c.indicator(),
                                                c.breakdown(),
                                                c.unit()))
                        .toList());
    }

    private static TableLayout toTableLayout(StoredLayout kept) {
        List<TableLayout.LayoutColumn> columns = new ArrayList<>();
        for (StoredColumn use : kept.columns)
            columns.add(
                    new TableLayout.LayoutColumn(
                            columns.size(),
                            "",
                            parseColumnRole(use.use),
                            TimeReference.UNSAID,
                            use.indicator,
                            use.breakdown,
                            use.unit,
                            1));
        return new TableLayout(
                "",
                0,
                0,
                0,
                columns,
                new TableLayout.TableSubject(
                        "",
                        "",
                        "",
                        TimeReference.UNSAID,
                        TableLayout.RowMeaning.valueOf(kept.rows),
                        ""));
    }

    private static ColumnRole parseColumnRole(String name) {
        return Stream.concat(
                        Stream.of(FigureRole.values()), Stream.<ColumnRole>of(LabelRole.values()))
                .filter(u -> ((Enum<?>) u).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
