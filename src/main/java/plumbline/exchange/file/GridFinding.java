package plumbline.exchange.file;

import plumbline.exchange.file.Cell.CellTrait;
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

    static List<GridFinding> findingsOfGrid(Grid grid) {
        List<GridFinding> findings = new ArrayList<>();
        if (grid.visibility() == Grid.GridVisibility.LEFT_OUT)
            findings.add(new GridFinding(GridFault.LEFT_OUT, grid.name(), "", ""));
        if (grid.visibility() == Grid.GridVisibility.HIDDEN)
            findings.add(new GridFinding(GridFault.HIDDEN_SHEET, grid.name(), "", ""));
        Map<GridFault, Set<String>> hidden = new LinkedHashMap<>();
        for (List<Cell> row : grid.rows()) {
            for (Cell cell : row) {
                if (cell.isEmpty() || cell.hasTrait(CellTrait.MERGED)) continue;
                if (cell.hasTrait(CellTrait.UNCALCULATED))
                    findings.add(
                            new GridFinding(
                                    GridFault.UNCALCULATED, grid.name(), cell.address(), ""));
                if (cell.hasTrait(CellTrait.ERROR))
                    findings.add(
                            new GridFinding(
                                    GridFault.ERROR,
                                    grid.name(),
                                    cell.address(),
                                    cell.shownText()));
                if (cell.hasTrait(CellTrait.HIDDEN_ROW))
                    addHiddenPlace(
                            hidden, GridFault.HIDDEN_ROWS, cell.address().replaceAll("\\D", ""));
                if (cell.hasTrait(CellTrait.HIDDEN_COLUMN))
                    addHiddenPlace(
                            hidden, GridFault.HIDDEN_COLUMNS, cell.address().replaceAll("\\d", ""));
            }
        }
        hidden.forEach(
                (fault, places) ->
                        findings.add(
                                new GridFinding(
                                        fault, grid.name(), String.join(", ", places), "")));
        return findings;
    }

    private static void addHiddenPlace(
            Map<GridFault, Set<String>> hidden, GridFault fault, String place) {
        hidden.computeIfAbsent(fault, _ -> new LinkedHashSet<>()).add(place);
    }

    /** As a sentence. */
    public String findingSentence(Messages words) {
        String place = cell.isEmpty() || sheet.isEmpty() ? sheet + cell : sheet + "!" + cell;
        return words.sentence("gridFault." + fault.name(), place, text);
    }
}
