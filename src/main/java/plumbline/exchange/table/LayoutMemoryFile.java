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
    record Kept(String fingerprint, String rows, List<Use> columns) {}

    record Use(String use, String indicator, String breakdown, String unit) {}

    private final Path file;

    /** Never changed, but replaced. */
    private volatile Map<String, TableLayout> remembered = Map.of();

    private boolean spoilt;

    public LayoutMemoryFile(Path file) {
        this.file = file;
        if (Files.exists(file)) read();
    }

    private void read() {
        try {
            Map<String, TableLayout> found = new LinkedHashMap<>();
            for (Kept kept : JSON.readValue(file.toFile(), Kept[].class))
                found.put(kept.fingerprint, layout(kept));
            remembered = Collections.unmodifiableMap(found);
        } catch (IOException | RuntimeException _) {
            spoilt = true;
        }
    }

    @Override
    public Map<String, TableLayout> remembered() {
        return remembered;
    }

    @Override
    public void remember(TableLayout layout) throws Problem {
        Map<String, TableLayout> next = new LinkedHashMap<>(remembered);
        next.put(layout.fingerprint(), layout);
        remembered = Collections.unmodifiableMap(next);
        if (spoilt) beginAnew();
        else write();
    }

    private void write() throws Problem {
        List<Kept> all = new ArrayList<>();
        remembered.forEach((print, l) -> all.add(kept(print, l)));
        AtomicFile.write(file, "import.layout", out -> JSON.writeValue(out, all));
    }

    /**
     * @throws Problem to say where the old file lies now
     */
    private void beginAnew() throws Problem {
        Path aside = aside();
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            throw new Problem("import.layout", file).withCause(e);
        }
        spoilt = false;
        write();
        throw new Problem("import.layout.spoilt", aside);
    }

    private Path aside() {
        Path aside = file.resolveSibling("damaged-" + file.getFileName());
        for (int i = 2; Files.exists(aside); i++)
            aside = file.resolveSibling("damaged-" + i + "-" + file.getFileName());
        return aside;
    }

    private static Kept kept(String fingerprint, TableLayout layout) {
        return new Kept(
                fingerprint,
                layout.said().rows().name(),
                layout.columns().stream()
                        .map(
                                c ->
                                        new Use(
                                                ((Enum<?>) c.use()).name(),
                                                c.indicator(),
                                                c.breakdown(),
                                                c.unit()))
                        .toList());
    }

    private static TableLayout layout(Kept kept) {
        List<TableLayout.Column> columns = new ArrayList<>();
        for (Use use : kept.columns)
            columns.add(
                    new TableLayout.Column(
                            columns.size(),
                            "",
                            use(use.use),
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
                new TableLayout.Said(
                        "", "", "", TimeReference.UNSAID, TableLayout.Rows.valueOf(kept.rows), ""));
    }

    private static ColumnRole use(String name) {
        return Stream.concat(
                        Stream.of(FigureRole.values()), Stream.<ColumnRole>of(LabelRole.values()))
                .filter(u -> ((Enum<?>) u).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
