package plumbline.exchange.file;

import plumbline.base.Problem;
import plumbline.exchange.file.Grid.Sight;

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
    private record Style(int format, String code) {}

    private static final Style PLAIN = new Style(0, CellNumberFormats.builtin(0));
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private final OfficeZip zip;
    private final ReadBudget budget;
    private final List<Cell> shared = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();
    private boolean from1904;

    private XlsxReader(OfficeZip zip, ReadBudget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    /**
     * @param main the part that lists the sheets
     */
    static List<DocumentBlock> read(OfficeZip zip, String main, ReadBudget budget)
            throws Problem, IOException, XMLStreamException {
        return new XlsxReader(zip, budget).read(main);
    }

    /** A sheet as the workbook lists it. */
    private record Listed(String name, String link, Sight sight) {}

    private List<DocumentBlock> read(String main) throws Problem, IOException, XMLStreamException {
        Map<String, OfficeZip.Link> links = new HashMap<>();
        for (OfficeZip.Link link : zip.links(main)) {
            links.put(link.id(), link);
            if (link.type().equals("styles") && zip.has(link.part())) readStyles(link.part());
            if (link.type().equals("sharedStrings") && zip.has(link.part()))
                readShared(link.part());
        }
        List<Listed> listed = listed(main);
        CellNumberFormats figures = new CellNumberFormats(from1904);
        List<DocumentBlock> blocks = new ArrayList<>();
        for (Listed sheet : listed) {
            OfficeZip.Link link = links.get(sheet.link);
            // Charts and the macro sheets of old hold no cells for us.
            if (link != null && link.type().equals("worksheet"))
                blocks.add(new DocumentBlock.Table(grid(sheet, link.part(), figures)));
        }
        return blocks;
    }

    private List<Listed> listed(String main) throws IOException, XMLStreamException {
        List<Listed> sheets = new ArrayList<>();
        try (InputStream in = zip.open(main)) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("workbookPr")) from1904 = Xml.on(xml, "date1904");
                if (!xml.getLocalName().equals("sheet")) continue;
                boolean hidden =
                        Xml.attribute(xml, "state")
                                .filter(s -> s.toLowerCase(Locale.ROOT).endsWith("hidden"))
                                .isPresent();
                sheets.add(
                        new Listed(
                                Xml.attribute(xml, "name").orElse(""),
                                Xml.qualified(xml, "id").orElse(""),
                                hidden ? Sight.HIDDEN : Sight.SHOWN));
            }
        }
        return sheets;
    }

    private void readStyles(String part) throws IOException, XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        try (InputStream in = zip.open(part)) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs"))
                    ofCells = false;
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("cellXfs")) ofCells = true;
                int format = Xml.number(xml, "numFmtId").orElse(0);
                if (xml.getLocalName().equals("numFmt"))
                    codes.put(format, Xml.attribute(xml, "formatCode").orElse(""));
                if (ofCells && xml.getLocalName().equals("xf"))
                    styles.add(
                            new Style(
                                    format,
                                    codes.getOrDefault(format, CellNumberFormats.builtin(format))));
            }
        }
    }

    private void readShared(String part) throws Problem, IOException, XMLStreamException {
        try (InputStream in = zip.open(part)) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) shared.add(text(xml));
            }
        }
    }

    /** From the beginning of a text with runs to its end. How a word is pronounced is left out. */
    private Cell text(XMLStreamReader xml) throws Problem, XMLStreamException {
        RichText text = new RichText();
        boolean above = false;
        for (int depth = 1; depth > 0; ) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            depth++;
            switch (xml.getLocalName()) {
                case "r" -> above = false;
                case "vertAlign" ->
                        above = Xml.attribute(xml, "val").filter("superscript"::equals).isPresent();
                case "t" -> {
                    text.add(unescaped(Xml.text(xml, budget)), above);
                    depth--;
                }
                case "rPh", "phoneticPr" -> {
                    Xml.skip(xml);
                    depth--;
                }
                default -> {}
            }
        }
        budget.takeText(text.length());
        return text.cell("");
    }

    /** {@code _x000D_} stands for a letter XML cannot hold. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPED.matcher(text)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        "" + (char) Integer.parseInt(m.group(1), 16)));
    }

    private Grid grid(Listed listed, String part, CellNumberFormats figures)
            throws Problem, IOException, XMLStreamException {
        SheetBuilder sheet = new SheetBuilder(listed.name, listed.sight, budget);
        try (InputStream in = zip.open(part)) {
            XMLStreamReader xml = Xml.read(in);
            int row = -1;
            int column = -1;
            while (xml.hasNext() && !sheet.overfull()) {
                if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "col" -> {
                        if (Xml.on(xml, "hidden"))
                            sheet.hideColumns(
                                    Xml.number(xml, "min").orElse(0) - 1,
                                    Xml.number(xml, "max").orElse(0) - 1);
                    }
                    case "row" -> {
                        row = Xml.number(xml, "r").map(r -> r - 1).orElse(row + 1);
                        column = -1;
                        if (Xml.on(xml, "hidden")) sheet.hideRow(row);
                    }
                    case "c" -> {
                        Optional<CellReference> place =
                                Xml.attribute(xml, "r").flatMap(CellReference::of);
                        column = place.map(CellReference::column).orElse(column + 1);
                        int at = place.map(CellReference::row).orElse(Math.max(row, 0));
                        sheet.put(at, column, cell(xml, Cell.address(at, column), figures));
                    }
                    case "mergeCell" ->
                            Xml.attribute(xml, "ref")
                                    .flatMap(CellReference::area)
                                    .ifPresent(sheet::merge);
                    default -> {}
                }
            }
        }
        return sheet.grid();
    }

    private Cell cell(XMLStreamReader xml, String address, CellNumberFormats figures)
            throws Problem, XMLStreamException {
        String type = Xml.attribute(xml, "t").orElse("n");
        Style style =
                Xml.number(xml, "s").filter(s -> s < styles.size()).map(styles::get).orElse(PLAIN);
        boolean formula = false;
        String value = "";
        Optional<Cell> within = Optional.empty();
        for (int event = Xml.next(xml);
                event != XMLStreamConstants.END_ELEMENT;
                event = Xml.next(xml)) {
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "v" -> value = Xml.text(xml, budget);
                case "is" -> within = Optional.of(text(xml));
                case "f" -> {
                    formula = true;
                    Xml.skip(xml);
                }
                default -> Xml.skip(xml);
            }
        }
        Cell cell =
                within.isPresent()
                        ? within.get().at(address)
                        : cell(address, type, value, style, figures);
        if (!formula) return cell;
        boolean calculated = !value.isEmpty() || type.equals("str") || within.isPresent();
        return cell.with(calculated ? Cell.Trait.FORMULA : Cell.Trait.UNCALCULATED);
    }

    private Cell cell(
            String address, String type, String value, Style style, CellNumberFormats figures)
            throws Problem {
        if (value.isEmpty()) return new Cell(address, "", Optional.empty());
        return switch (type) {
            case "s" -> shared.get(Integer.parseInt(value.strip())).at(address);
            case "str" -> text(address, unescaped(value));
            case "inlineStr" -> text(address, value);
            case "e" -> text(address, value).with(Cell.Trait.ERROR);
            case "b" -> text(address, value.strip().equals("1") ? "TRUE" : "FALSE");
            case "d" -> CellNumberFormats.day(address, value.strip());
            default ->
                    figures.cell(
                            address,
                            CellNumberFormats.number(value.strip()),
                            style.format,
                            style.code);
        };
    }

    private Cell text(String address, String text) throws Problem {
        budget.takeText(text.length());
        return new RichText().add(text, false).cell(address);
    }
}
