package plumbline.exchange.file;

import plumbline.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Paragraphs and tables of a Word document, in their order, read step by step. What a reviser has
 * inserted is there, what he has deleted is not; headers, footers, comments and text that only
 * repeats a drawing are left out. A table within a table follows it.
 */
final class DocxReader {
    private final ReadBudget budget;
    private final List<DocumentBlock> blocks = new ArrayList<>();

    /** The tables open, the innermost first. */
    private final Deque<TableBuilder> tables = new ArrayDeque<>();

    private final List<DocumentBlock> within = new ArrayList<>();
    private RichText paragraph = new RichText();
    private boolean above;
    private int notes;
    private int begun;
    private boolean unseen;

    private DocxReader(ReadBudget budget) {
        this.budget = budget;
    }

    /**
     * @param main the part that holds the text
     */
    static List<DocumentBlock> readDocument(OfficeZip zip, String main, ReadBudget budget)
            throws Problem, IOException, XMLStreamException {
        DocxReader word = new DocxReader(budget);
        try (InputStream in = zip.openPart(main)) {
            XMLStreamReader xml = XmlStreams.openStream(in);
            while (xml.hasNext()) {
                switch (XmlStreams.nextEvent(xml)) {
                    case XMLStreamConstants.START_ELEMENT -> word.beginElement(xml);
                    case XMLStreamConstants.END_ELEMENT -> word.endElement(xml.getLocalName());
                    default -> {}
                }
            }
        }
        return word.blocks;
    }

    private Optional<TableBuilder> currentTable() {
        return Optional.ofNullable(tables.peek());
    }

    private void beginElement(XMLStreamReader xml) throws Problem, XMLStreamException {
        switch (xml.getLocalName()) {
            case "tbl" -> tables.push(new TableBuilder(++begun, budget));
            case "tr" -> currentTable().ifPresent(TableBuilder::beginRow);
            case "gridBefore" ->
                    currentTable()
                            .ifPresent(
                                    t ->
                                            t.skipColumns(
                                                    XmlStreams.findNumberAttribute(xml, "val")
                                                            .orElse(0)));
            case "tc" -> currentTable().ifPresent(TableBuilder::beginCell);
            case "gridSpan" ->
                    currentTable()
                            .ifPresent(
                                    t ->
                                            t.spanCells(
                                                    XmlStreams.findNumberAttribute(xml, "val")
                                                            .orElse(1),
                                                    1));
            case "vMerge" -> {
                if (XmlStreams.findAttribute(xml, "val").filter("restart"::equals).isEmpty())
                    currentTable().ifPresent(TableBuilder::continueCellAbove);
            }
            case "p" -> paragraph = new RichText();
            case "r" -> {
                above = false;
                unseen = false;
            }
            case "vertAlign" ->
                    above =
                            XmlStreams.findAttribute(xml, "val")
                                    .filter("superscript"::equals)
                                    .isPresent();
            case "vanish" ->
                    unseen =
                            XmlStreams.findAttribute(xml, "val")
                                    .filter(v -> v.matches("0|false|off"))
                                    .isEmpty();
            case "t" -> appendText(xml);
            case "tab" -> paragraph.addRun("\t", false);
            case "br", "cr" -> paragraph.addRun("\n", false);
            case "footnoteReference", "endnoteReference" -> paragraph.addRun("" + ++notes, true);
            case "noBreakHyphen" -> paragraph.addRun("-", false);
            // Deleted or moved away; how a word is pronounced; the second telling of a drawing;
            // what is in a drawing at all.
            case "del",
                    "moveFrom",
                    "rt",
                    "Fallback",
                    "drawing",
                    "pict",
                    "object",
                    "instrText",
                    "tblPrChange",
                    "trPrChange",
                    "tcPrChange",
                    "rPrChange" ->
                    XmlStreams.skipElement(xml);
            default -> {}
        }
    }

    private void appendText(XMLStreamReader xml) throws Problem, XMLStreamException {
        String text = XmlStreams.readElementText(xml, budget);
        budget.takeText(text.length());
        if (!unseen) paragraph.addRun(text, above);
    }

    private void endElement(String name) throws Problem {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> currentTable().ifPresent(TableBuilder::endCell);
            case "tbl" -> endTable();
            default -> {}
        }
    }

    private void endParagraph() throws Problem {
        budget.takeText(0);
        if (tables.isEmpty()) blocks.add(new DocumentBlock.TextBlock(paragraph.shownText()));
        else tables.peek().addParagraph(paragraph);
        paragraph = new RichText();
    }

    private void endTable() throws Problem {
        if (tables.isEmpty()) return;
        DocumentBlock table = new DocumentBlock.TableBlock(tables.pop().toGrid());
        if (!tables.isEmpty()) within.addFirst(table);
        else {
            blocks.add(table);
            blocks.addAll(within);
            within.clear();
        }
    }
}
