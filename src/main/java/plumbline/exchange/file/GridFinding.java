package plumbline.exchange.file;

import plumbline.exchange.file.Cell.Trait;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something odd about a sheet.
 *
 * @param sheet its name; may be empty
 * @param cell an address; rows or columns as {@code 3, 4} or {@code C, D}; empty where it is the
 *     whole sheet
 * @param text what the cell shows
 */
public record GridFinding(GridFault fault, String sheet, String cell, String text) {

    static List<GridFinding> in(Grid grid) {
        List<GridFinding> findings = new ArrayList<>();
        if (grid.sight() == Grid.Sight.LEFT_OUT)
            findings.add(new GridFinding(GridFault.LEFT_OUT, grid.name(), "", ""));
        if (grid.sight() == Grid.Sight.HIDDEN)
            findings.add(new GridFinding(GridFault.HIDDEN_SHEET, grid.name(), "", ""));
        Map<GridFault, Set<String>> hidden = new LinkedHashMap<>();
        for (List<Cell> row : grid.rows()) {
            for (Cell cell : row) {
                if (cell.empty() || cell.has(Trait.MERGED)) continue;
                if (cell.has(Trait.UNCALCULATED))
                    findings.add(
                            new GridFinding(
                                    GridFault.UNCALCULATED, grid.name(), cell.address(), ""));
                if (cell.has(Trait.ERROR))
                    findings.add(
                            new GridFinding(
                                    GridFault.ERROR, grid.name(), cell.address(), cell.shown()));
                if (cell.has(Trait.HIDDEN_ROW))
                    add(hidden, GridFault.HIDDEN_ROWS, cell.address().replaceAll("\\D", ""));
                if (cell.has(Trait.HIDDEN_COLUMN))
                    add(hidden, GridFault.HIDDEN_COLUMNS, cell.address().replaceAll("\\d", ""));
            }
        }
        hidden.forEach(
                (fault, places) ->
                        findings.add(
                                new GridFinding(
                                        fault, grid.name(), String.join(", ", places), "")));
        return findings;
    }

    private static void add(Map<GridFault, Set<String>> hidden, GridFault fault, String place) {
        hidden.computeIfAbsent(fault, _ -> new LinkedHashSet<>()).add(place);
    }

    /** As a sentence. */
    public String say(Messages words) {
        String place = cell.isEmpty() || sheet.isEmpty() ? sheet + cell : sheet + "!" + cell;
        return words.sentence("gridFault." + fault.name(), place, text);
    }
}
