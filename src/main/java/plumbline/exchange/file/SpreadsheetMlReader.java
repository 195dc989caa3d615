package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell.Trait;
import plumbline.exchange.file.Grid.Sight;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of a workbook kept as one XML text, “XML Spreadsheet 2003”, which statistical systems
 * hand out under the name .xls.
 */
final class SpreadsheetMlReader {
    private static final Pattern BEGINNING =
            Pattern.compile("(?s)\\A.{0,2000}urn:schemas-microsoft-com:office:spreadsheet.*");
    private static final Map<String, String> NAMED =
            Map.of(
                    "Percent",
                    "0.00%",
                    "Fixed",
                    "0.00",
                    "Standard",
                    "#,##0.00",
                    "Short Date",
                    "yyyy/m/d",
                    "General Date",
                    "yyyy/m/d h:mm",
                    "Long Date",
                    "yyyy\"年\"m\"月\"d\"日\"",
                    "Medium Date",
                    "d-mmm-yy");

    private final ReadBudget budget;
    private final Map<String, String> codes = new HashMap<>();
    private final CellNumberFormats figures = new CellNumberFormats(false);
    private final List<SheetBuilder> sheets = new ArrayList<>();
    private int row;
    private int column;

    private SpreadsheetMlReader(ReadBudget budget) {
        this.budget = budget;
    }

    static boolean looksLikeIt(String text) {
        String beginning = text.substring(0, Math.min(text.length(), 3000));
        return beginning.contains("<Workbook") && BEGINNING.matcher(beginning).matches();
    }

    /**
     * @param text decoded: what it says of its encoding no longer matters
     */
    static List<DocumentBlock> read(String text, ReadBudget budget)
            throws Problem, XMLStreamException {
        SpreadsheetMlReader read = new SpreadsheetMlReader(budget);
        XMLStreamReader xml = Xml.read(new StringReader(text));
        List<DocumentBlock> blocks = new ArrayList<>();
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Style"))
                read.style(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Worksheet"))
                blocks.add(new DocumentBlock.Table(read.sheet(xml)));
        }
        return blocks;
    }

    private void style(XMLStreamReader xml) throws XMLStreamException {
        String id = Xml.attribute(xml, "ID").orElse("");
        for (int depth = 1; depth > 0; ) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            if (xml.getLocalName().equals("NumberFormat"))
                Xml.attribute(xml, "Format")
                        .ifPresent(f -> codes.put(id, NAMED.getOrDefault(f, f)));
        }
    }

    private Grid sheet(XMLStreamReader xml) throws Problem, XMLStreamException {
        String name = Xml.attribute(xml, "Name").orElse("");
        boolean hidden = false;
        SheetBuilder cells = new SheetBuilder(name, Sight.SHOWN, budget);
        row = -1;
        for (int depth = 1, columns = -1; depth > 0; ) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            switch (xml.getLocalName()) {
                case "Column" -> {
                    int from = Xml.number(xml, "Index").map(i -> i - 1).orElse(columns + 1);
                    columns = from + Xml.number(xml, "Span").orElse(0);
                    if (Xml.on(xml, "Hidden")) cells.hideColumns(from, columns);
                }
                case "Row" -> beginRow(xml, cells);
                case "Cell" -> {
                    cell(xml, cells);
                    depth--;
                }
                case "Visible" -> {
                    hidden = content(xml).startsWith("Sheet");
                    depth--;
                }
                default -> {}
            }
        }
        Grid grid = cells.grid();
        return hidden && grid.sight() == Sight.SHOWN
                ? new Grid(grid.rows(), name, Sight.HIDDEN, grid.merged())
                : grid;
    }

    private void beginRow(XMLStreamReader xml, SheetBuilder cells) {
        int from = Xml.number(xml, "Index").map(i -> i - 1).orElse(row + 1);
        int span = Math.min(Xml.number(xml, "Span").orElse(0), SheetBuilder.MOST_ROWS);
        if (Xml.on(xml, "Hidden")) for (int r = from; r <= from + span; r++) cells.hideRow(r);
        row = from + span;
        column = -1;
    }

    private void cell(XMLStreamReader xml, SheetBuilder cells) throws Problem, XMLStreamException {
        int at = Xml.number(xml, "Index").map(i -> i - 1).orElse(column + 1);
        int across = Math.min(Xml.number(xml, "MergeAcross").orElse(0), SheetBuilder.MOST_COLUMNS);
        int down = Math.min(Xml.number(xml, "MergeDown").orElse(0), SheetBuilder.MOST_ROWS);
        boolean formula = Xml.attribute(xml, "Formula").isPresent();
        String code =
                codes.getOrDefault(
                        Xml.attribute(xml, "StyleID").orElse(""), CellNumberFormats.builtin(0));
        column = at + across;
        int there = Math.max(row, 0);
        String address = Cell.address(there, at);
        Optional<Cell> found = Optional.empty();
        for (int event = Xml.next(xml);
                event != XMLStreamConstants.END_ELEMENT;
                event = Xml.next(xml)) {
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("Data")) found = Optional.of(data(xml, address, code));
            else Xml.skip(xml);
        }
        if (found.isPresent())
            cells.put(there, at, formula ? found.get().with(Trait.FORMULA) : found.get());
        else if (formula)
            cells.put(
                    there,
                    at,
                    new Cell(
                            address,
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            Set.of(Trait.UNCALCULATED)));
        cells.merge(new CellRange(there, at, there + down, at + across));
    }

    private Cell data(XMLStreamReader xml, String address, String code)
            throws Problem, XMLStreamException {
        String type = Xml.attribute(xml, "Type").orElse("String");
        if (type.equals("String")) return text(xml).cell(address);
        String text = content(xml).strip();
        if (text.isEmpty()) return new Cell(address, "", Optional.empty());
        return switch (type) {
            case "Number" -> figures.cell(address, CellNumberFormats.number(text), 0, code);
            case "DateTime" -> CellNumberFormats.day(address, text);
            case "Error" -> new Cell(address, text, Optional.empty()).with(Trait.ERROR);
            default -> new Cell(address, text.equals("1") ? "TRUE" : "FALSE", Optional.empty());
        };
    }

    /** With its runs, which may be set above the line. */
    private RichText text(XMLStreamReader xml) throws Problem, XMLStreamException {
        RichText text = new RichText();
        int above = 0;
        for (int depth = 1; depth > 0; ) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            boolean element =
                    event == XMLStreamConstants.START_ELEMENT
                            || event == XMLStreamConstants.END_ELEMENT;
            if (element && xml.getLocalName().equals("Sup"))
                above += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
            if (Xml.isText(event)) text.add(xml.getText(), above > 0);
        }
        budget.takeText(text.length());
        return text;
    }

    private String content(XMLStreamReader xml) throws Problem, XMLStreamException {
        RichText text = text(xml);
        return text.shown();
    }
}
