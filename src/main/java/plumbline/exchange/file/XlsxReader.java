package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.file.Grid.GridVisibility;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of an .xlsx or .xlsm, each a table: the number behind a cell beside the text it shows.
 * Read step by step, so that a sheet takes the memory of its cells and not of its XML. Formulas,
 * macros, links, comments and pictures are not looked at.
 */
final class XlsxReader {

    /** How the cells with one number of style are shown. */
    private record CellStyle(int format, String code) {}

    private static final CellStyle PLAIN = new CellStyle(0, CellNumberFormats.builtinFormatCode(0));
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private final OfficeZip zip;
    private final ReadBudget budget;
    private final List<Cell> shared = new ArrayList<>();
    private final List<CellStyle> styles = new ArrayList<>();
    private boolean from1904;

    private XlsxReader(OfficeZip zip, ReadBudget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    /**
     * @param main the part that lists the sheets
     */
    static List<DocumentBlock> readWorkbook(OfficeZip zip, String main, ReadBudget budget)
            throws Problem, IOException, XMLStreamException {
        return new XlsxReader(zip, budget).readSheets(main);
    }

    /** A sheet as the workbook lists it. */
    private record ListedSheet(String name, String link, GridVisibility sight) {}

    private List<DocumentBlock> readSheets(String main)
            throws Problem, IOException, XMLStreamException {
        Map<String, OfficeZip.PartLink> links = new HashMap<>();
        for (OfficeZip.PartLink link : zip.readLinks(main)) {
            links.put(link.id(), link);
            if (link.type().equals("styles") && zip.hasPart(link.part())) readStyles(link.part());
            if (link.type().equals("sharedStrings") && zip.hasPart(link.part()))
                readSharedTexts(link.part());
        }
        List<ListedSheet> listed = listSheets(main);
        CellNumberFormats figures = new CellNumberFormats(from1904);
        List<DocumentBlock> blocks = new ArrayList<>();
        for (ListedSheet sheet : listed) {
            OfficeZip.PartLink link = links.get(sheet.link);
            // Charts and the macro sheets of old hold no cells for us.
            if (link != null && link.type().equals("worksheet"))
                blocks.add(new DocumentBlock.TableBlock(readGrid(sheet, link.part(), figures)));
        }
        return blocks;
    }

    private List<ListedSheet> listSheets(String main) throws IOException, XMLStreamException {
        List<ListedSheet> sheets = new ArrayList<>();
        try (InputStream in = zip.openPart(main)) {
            XMLStreamReader xml = XmlStreams.openStream(in);
            while (xml.hasNext()) {
                if (XmlStreams.nextEvent(xml) != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("workbookPr"))
                    from1904 = XmlStreams.isSwitchedOn(xml, "date1904");
                if (!xml.getLocalName().equals("sheet")) continue;
                boolean hidden =
                        XmlStreams.findAttribute(xml, "state")
                                .filter(s -> s.toLowerCase(Locale.ROOT).endsWith("hidden"))
                                .isPresent();
                sheets.add(
                        new ListedSheet(
                                XmlStreams.findAttribute(xml, "name").orElse(""),
                                XmlStreams.findQualifiedAttribute(xml, "id").orElse(""),
                                hidden ? GridVisibility.HIDDEN : GridVisibility.SHOWN));
            }
        }
        return sheets;
    }

    private void readStyles(String part) throws IOException, XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        try (InputStream in = zip.openPart(part)) {
            XMLStreamReader xml = XmlStreams.openStream(in);
            while (xml.hasNext()) {
                int event = XmlStreams.nextEvent(xml);
                if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs"))
                    ofCells = false;
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("cellXfs")) ofCells = true;
                int format = XmlStreams.findNumberAttribute(xml, "numFmtId").orElse(0);
                if (xml.getLocalName().equals("numFmt"))
                    codes.put(format, XmlStreams.findAttribute(xml, "formatCode").orElse(""));
                if (ofCells && xml.getLocalName().equals("xf"))
                    styles.add(
                            new CellStyle(
                                    format,
                                    codes.getOrDefault(
                                            format, CellNumberFormats.builtinFormatCode(format))));
            }
        }
    }

    private void readSharedTexts(String part) throws Problem, IOException, XMLStreamException {
        try (InputStream in = zip.openPart(part)) {
            XMLStreamReader xml = XmlStreams.openStream(in);
            while (xml.hasNext()) {
                if (XmlStreams.nextEvent(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) shared.add(readSharedText(xml));
            }
        }
    }

    /** From the beginning of a text with runs to its end. How a word is pronounced is left out. */
    private Cell readSharedText(XMLStreamReader xml) throws Problem, XMLStreamException {
        RichText text = new RichText();
        boolean above = false;
        for (int depth = 1; depth > 0; ) {
            int event = XmlStreams.nextEvent(xml);
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            switch (xml.getLocalName()) {
                case "r" -> above = false;
                case "vertAlign" ->
                        above =
                                XmlStreams.findAttribute(xml, "val")
                                        .filter("superscript"::equals)
                                        .isPresent();
                case "t" -> {
                    text.addRun(unescapeText(XmlStreams.readElementText(xml, budget)), above);
                    depth--;
                }
                case "rPh", "phoneticPr" -> {
                    XmlStreams.skipElement(xml);
                    depth--;
                }
                default -> {}
            }
        }
        budget.takeText(text.length());
        return text.toCell("");
    }

    /** {@code _x000D_} stands for a letter XML cannot hold. */
    private static String unescapeText(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPED.matcher(text)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        "" + (char) Integer.parseInt(m.group(1), 16)));
    }

    private Grid readGrid(ListedSheet listed, String part, CellNumberFormats figures)
            throws Problem, IOException, XMLStreamException {
        SheetBuilder sheet = new SheetBuilder(listed.name, listed.sight, budget);
        try (InputStream in = zip.openPart(part)) {
            XMLStreamReader xml = XmlStreams.openStream(in);
            int row = -1;
            int column = -1;
            while (xml.hasNext() && !sheet.isOverfull()) {
                if (XmlStreams.nextEvent(xml) != XMLStreamConstants.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "col" -> {
                        if (XmlStreams.isSwitchedOn(xml, "hidden"))
                            sheet.hideColumns(
                                    XmlStreams.findNumberAttribute(xml, "min").orElse(0) - 1,
                                    XmlStreams.findNumberAttribute(xml, "max").orElse(0) - 1);
                    }
                    case "row" -> {
                        row =
                                XmlStreams.findNumberAttribute(xml, "r")
                                        .map(r -> r - 1)
                                        .orElse(row + 1);
                        column = -1;
                        if (XmlStreams.isSwitchedOn(xml, "hidden")) sheet.hideRow(row);
                    }
                    case "c" -> {
                        Optional<CellReference> place =
                                XmlStreams.findAttribute(xml, "r")
                                        .flatMap(CellReference::parseReference);
                        column = place.map(CellReference::column).orElse(column + 1);
                        int at = place.map(CellReference::row).orElse(Math.max(row, 0));
                        sheet.putCell(
                                at, column, readCell(xml, Cell.formatAddress(at, column), figures));
                    }
                    case "mergeCell" ->
                            XmlStreams.findAttribute(xml, "ref")
                                    .flatMap(CellReference::parseRange)
                                    .ifPresent(sheet::mergeCells);
                    default -> {}
                }
            }
        }
        return sheet.toGrid();
    }

    private Cell readCell(XMLStreamReader xml, String address, CellNumberFormats figures)
            throws Problem, XMLStreamException {
        String type = XmlStreams.findAttribute(xml, "t").orElse("n");
        CellStyle style =
                XmlStreams.findNumberAttribute(xml, "s")
                        .filter(s -> s < styles.size())
                        .map(styles::get)
                        .orElse(PLAIN);
        boolean formula = false;
        String value = "";
        Optional<Cell> within = Optional.empty();
        for (int event = XmlStreams.nextEvent(xml);
                event != XMLStreamConstants.END_ELEMENT;
                event = XmlStreams.nextEvent(xml)) {
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "v" -> value = XmlStreams.readElementText(xml, budget);
                case "is" -> within = Optional.of(readSharedText(xml));
                case "f" -> {
                    formula = true;
                    XmlStreams.skipElement(xml);
                }
                default -> XmlStreams.skipElement(xml);
            }
        }
        Cell cell =
                within.isPresent()
                        ? within.get().withAddress(address)
                        : createCell(address, type, value, style, figures);
        if (!formula) return cell;
        boolean calculated = !value.isEmpty() || type.equals("str") || within.isPresent();
        return cell.withTrait(calculated ? Cell.CellTrait.FORMULA : Cell.CellTrait.UNCALCULATED);
    }

    private Cell createCell(
            String address, String type, String value, CellStyle style, CellNumberFormats figures)
            throws Problem {
        if (value.isEmpty()) return new Cell(address, "", Optional.empty());
        return switch (type) {
            case "s" -> shared.get(Integer.parseInt(value.strip())).withAddress(address);
            case "str" -> createTextCell(address, unescapeText(value));
            case "inlineStr" -> createTextCell(address, value);
            case "e" -> createTextCell(address, value).withTrait(Cell.CellTrait.ERROR);
            case "b" -> createTextCell(address, value.strip().equals("1") ? "TRUE" : "FALSE");
            case "d" -> CellNumberFormats.parseDateCell(address, value.strip());
            default ->
                    figures.numberCell(
                            address,
                            CellNumberFormats.parseNumber(value.strip()),
                            style.format,
                            style.code);
        };
    }

    private Cell createTextCell(String address, String text) throws Problem {
        budget.takeText(text.length());
        return new RichText().addRun(text, false).toCell(address);
    }
}
