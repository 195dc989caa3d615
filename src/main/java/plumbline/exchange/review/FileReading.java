package plumbline.exchange.review;

import plumbline.base.Problem;
import plumbline.exchange.collection.FormReader;
import plumbline.exchange.collection.ReturnedForms;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.ReadFigure;
import plumbline.exchange.table.ReadFinding;
import plumbline.exchange.table.TableFinder;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All tables of a file, and what is to be said of the file itself.
 *
 * @param kit what it tells if it is a returned collection workbook
 */
public record FileReading(
        String file, List<TableReading> tables, List<ReadFinding> own, ReturnedForms kit) {
    public FileReading {
        tables = List.copyOf(tables);
        own = List.copyOf(own);
    }

    /**
     * @param remembered layouts a person corrected earlier, by their fingerprints
     * @throws Problem if the file cannot be read
     */
    public static FileReading of(Path file, Map<String, TableLayout> remembered) throws Problem {
        return of(DocumentReader.read(file), String.valueOf(file.getFileName()), remembered);
    }

    /**
     * @param file the name of the file, which may tell a period
     */
    public static FileReading of(
            List<DocumentBlock> blocks, String file, Map<String, TableLayout> remembered) {
        FormReader.FormSearchResult returned = FormReader.findForms(blocks, file);
        List<TableReading> tables = new ArrayList<>(returned.tables());
        for (TableReading table : TableFinder.find(returned.otherBlocks(), file)) {
            TableLayout earlier = remembered.get(table.layout().fingerprint());
            tables.add(earlier == null ? table : table.read(table.layout().like(earlier)));
        }
        boolean empty = tables.stream().allMatch(t -> t.figures().isEmpty());
        return new FileReading(
                file,
                tables,
                empty
                        ? List.of(
                                new ReadFinding(
                                        new CellAddress(file, "", ""),
                                        ReadFinding.Kind.NO_TABLE,
                                        ""))
                        : List.of(),
                returned.forms());
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
