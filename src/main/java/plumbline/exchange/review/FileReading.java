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
 * @param returnedForms what it tells if it is a returned collection workbook
 */
public record FileReading(
        String file,
        List<TableReading> tables,
        List<ReadFinding> ownFindings,
        ReturnedForms returnedForms) {
    public FileReading {
        tables = List.copyOf(tables);
        ownFindings = List.copyOf(ownFindings);
    }

    /**
     * @param remembered layouts a person corrected earlier, by their fingerprints
     * @throws Problem if the file cannot be read
     */
    public static FileReading readFile(Path file, Map<String, TableLayout> remembered)
            throws Problem {
        return readBlocks(
                DocumentReader.readFile(file), String.valueOf(file.getFileName()), remembered);
    }

    /**
     * @param file the name of the file, which may tell a period
     */
    public static FileReading readBlocks(
            List<DocumentBlock> blocks, String file, Map<String, TableLayout> remembered) {
        FormReader.FormSearchResult returned = FormReader.findForms(blocks, file);
        List<TableReading> tables = new ArrayList<>(returned.tables());
        for (TableReading table : TableFinder.findTables(returned.otherBlocks(), file)) {
            TableLayout earlier = remembered.get(table.layout().fingerprint());
            tables.add(
                    earlier == null
                            ? table
                            : table.readWithLayout(table.layout().withRolesOf(earlier)));
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

    public List<ReadFigure> allFigures() {
        return tables.stream().flatMap(t -> t.figures().stream()).toList();
    }

    public List<ReadFinding> allFindings() {
        List<ReadFinding> all = new ArrayList<>(ownFindings);
        tables.forEach(t -> all.addAll(t.findings()));
        return all;
    }
}
