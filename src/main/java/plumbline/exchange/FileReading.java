package plumbline.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plumbline.words.Problem;

/** All tables of a file, and what is to be said of the file itself. */
public record FileReading(String file, List<TableReading> tables, List<ReadFinding> own) {
    public FileReading {
        tables = List.copyOf(tables);
        own = List.copyOf(own);
    }

    /**
     * @param remembered layouts a person corrected earlier, by their fingerprints
     * @throws Problem if the file cannot be read
     */
    public static FileReading of(Path file, Map<String, Layout> remembered) throws Problem {
        return of(GridReader.read(file), String.valueOf(file.getFileName()), remembered);
    }

    /** @param file the name of the file, which may tell a period */
    public static FileReading of(List<Block> blocks, String file, Map<String, Layout> remembered) {
        List<TableReading> tables = new ArrayList<>();
        for (TableReading table : TableFinder.find(blocks, file)) {
            Layout earlier = remembered.get(table.layout().fingerprint());
            tables.add(earlier == null ? table : table.read(table.layout().like(earlier)));
        }
        boolean empty = tables.stream().allMatch(t -> t.figures().isEmpty());
        return new FileReading(file, tables, empty ? List.of(new ReadFinding(new CellPlace(file, "", ""), ReadFinding.Kind.NO_TABLE, "")) : List.of());
    }

    public List<ReadFigure> figures() {
        return tables.stream().flatMap(t -> t.figures().stream()).toList();
    }

    public List<ReadFinding> findings() {
        List<ReadFinding> all = new ArrayList<>(own);
        tables.forEach(t -> all.addAll(t.findings()));
        return all;
    }
}
