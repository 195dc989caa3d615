package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell.CellTrait;
import plumbline.exchange.file.Grid.GridVisibility;

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

    static boolean looksLikeSpreadsheetMl(String text) {
        String beginning = text.substring(0, Math.min(text.length(), 3000));
        return beginning.contains("<Workbook") && BEGINNING.matcher(beginning).matches();
    }

    /**
     * @param text decoded: what it says of its encoding no longer matters
     */
    static List<DocumentBlock> readSheets(String text, ReadBudget budget)
            throws Problem, XMLStreamException {
        SpreadsheetMlReader read = new SpreadsheetMlReader(budget);
        XMLStreamReader xml = XmlStreams.openStream(new StringReader(text));
        List<DocumentBlock> blocks = new ArrayList<>();
        while (xml.hasNext()) {
            int event = XmlStreams.nextEvent(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Style"))
                read.readStyle(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Worksheet"))
                blocks.add(new DocumentBlock.TableBlock(read.readSheet(xml)));
        }
        return blocks;
    }

    private void readStyle(XMLStreamReader xml) throws XMLStreamException {
        String id = XmlStreams.findAttribute(xml, "ID").orElse("");
        for (int depth = 1; depth > 0; ) {
            int event = XmlStreams.nextEvent(xml);
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            if (xml.getLocalName().equals("NumberFormat"))
                XmlStreams.findAttribute(xml, "Format")
                        .ifPresent(f -> codes.put(id, NAMED.getOrDefault(f, f)));
        }
    }

    private Grid readSheet(XMLStreamReader xml) throws Problem, XMLStreamException {
        String name = XmlStreams.findAttribute(xml, "Name").orElse("");
        boolean hidden = false;
        SheetBuilder cells = new SheetBuilder(name, GridVisibility.SHOWN, budget);
        row = -1;
        for (int depth = 1, columns = -1; depth > 0; ) {
            int event = XmlStreams.nextEvent(xml);
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            switch (xml.getLocalName()) {
                case "Column" -> {
                    int from =
                            XmlStreams.findNumberAttribute(xml, "Index")
                                    .map(i -> i - 1)
                                    .orElse(columns + 1);
                    columns = from + XmlStreams.findNumberAttribute(xml, "Span").orElse(0);
                    if (XmlStreams.isSwitchedOn(xml, "Hidden")) cells.hideColumns(from, columns);
                }
                case "Row" -> beginRow(xml, cells);
                case "Cell" -> {
                    readCell(xml, cells);
                    depth--;
                }
                case "Visible" -> {
                    hidden = readContent(xml).startsWith("Sheet");
                    depth--;
                }
                default -> {}
            }
        }
        Grid grid = cells.toGrid();
        return hidden && grid.visibility() == GridVisibility.SHOWN
                ? new Grid(grid.rows(), name, GridVisibility.HIDDEN, grid.mergedRanges())
                : grid;
    }

    private void beginRow(XMLStreamReader xml, SheetBuilder cells) {
        int from = XmlStreams.findNumberAttribute(xml, "Index").map(i -> i - 1).orElse(row + 1);
        int span =
                Math.min(
                        XmlStreams.findNumberAttribute(xml, "Span").orElse(0),
                        SheetBuilder.MOST_ROWS);
        if (XmlStreams.isSwitchedOn(xml, "Hidden"))
            for (int r = from; r <= from + span; r++) cells.hideRow(r);
        row = from + span;
        column = -1;
    }

    private void readCell(XMLStreamReader xml, SheetBuilder cells)
            throws Problem, XMLStreamException {
        int at = XmlStreams.findNumberAttribute(xml, "Index").map(i -> i - 1).orElse(column + 1);
        int across =
                Math.min(
                        XmlStreams.findNumberAttribute(xml, "MergeAcross").orElse(0),
                        SheetBuilder.MOST_COLUMNS);
        int down =
                Math.min(
                        XmlStreams.findNumberAttribute(xml, "MergeDown").orElse(0),
                        SheetBuilder.MOST_ROWS);
        boolean formula = XmlStreams.findAttribute(xml, "Formula").isPresent();
        String code =
                codes.getOrDefault(
                        XmlStreams.findAttribute(xml, "StyleID").orElse(""),
                        CellNumberFormats.builtinFormatCode(0));
        column = at + across;
        int there = Math.max(row, 0);
        String address = Cell.formatAddress(there, at);
        Optional<Cell> found = Optional.empty();
        for (int event = XmlStreams.nextEvent(xml);
                event != XMLStreamConstants.END_ELEMENT;
                event = XmlStreams.nextEvent(xml)) {
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("Data"))
                found = Optional.of(readData(xml, address, code));
            else XmlStreams.skipElement(xml);
        }
        if (found.isPresent())
            cells.putCell(
                    there, at, formula ? found.get().withTrait(CellTrait.FORMULA) : found.get());
        else if (formula)
            cells.putCell(
                    there,
                    at,
                    new Cell(
                            address,
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            Set.of(CellTrait.UNCALCULATED)));
        cells.mergeCells(new CellRange(there, at, there + down, at + across));
    }

    private Cell readData(XMLStreamReader xml, String address, String code)
            throws Problem, XMLStreamException {
        String type = XmlStreams.findAttribute(xml, "Type").orElse("String");
        if (type.equals("String")) return readRichText(xml).toCell(address);
        String text = readContent(xml).strip();
        if (text.isEmpty()) return new Cell(address, "", Optional.empty());
        return switch (type) {
            case "Number" ->
                    figures.numberCell(address, CellNumberFormats.parseNumber(text), 0, code);
            case "DateTime" -> CellNumberFormats.parseDateCell(address, text);
            case "Error" -> new Cell(address, text, Optional.empty()).withTrait(CellTrait.ERROR);
            default -> new Cell(address, text.equals("1") ? "TRUE" : "FALSE", Optional.empty());
        };
    }

    /** With its runs, which may be set above the line. */
    private RichText readRichText(XMLStreamReader xml) throws Problem, XMLStreamException {
        RichText text = new RichText();
        int above = 0;
        for (int depth = 1; depth > 0; ) {
            int event = XmlStreams.nextEvent(xml);
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            boolean element =
                    event == XMLStreamConstants.START_ELEMENT
                            || event == XMLStreamConstants.END_ELEMENT;
            if (element && xml.getLocalName().equals("Sup"))
                above += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
            if (XmlStreams.isText(event)) text.addRun(xml.getText(), above > 0);
        }
        budget.takeText(text.length());
        return text;
    }

    private String readContent(XMLStreamReader xml) throws Problem, XMLStreamException {
        RichText text = readRichText(xml);
        return text.shownText();
    }
}
