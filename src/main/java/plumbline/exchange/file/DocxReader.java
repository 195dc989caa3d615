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
    static List<DocumentBlock> read(OfficeZip zip, String main, ReadBudget budget)
            throws Problem, IOException, XMLStreamException {
        DocxReader word = new DocxReader(budget);
        try (InputStream in = zip.open(main)) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                switch (Xml.next(xml)) {
                    case XMLStreamConstants.START_ELEMENT -> word.begin(xml);
                    case XMLStreamConstants.END_ELEMENT -> word.end(xml.getLocalName());
                    default -> {}
                }
            }
        }
        return word.blocks;
    }

    private Optional<TableBuilder> table() {
        return Optional.ofNullable(tables.peek());
    }

    private void begin(XMLStreamReader xml) throws Problem, XMLStreamException {
        switch (xml.getLocalName()) {
            case "tbl" -> tables.push(new TableBuilder(++begun, budget));
            case "tr" -> table().ifPresent(TableBuilder::beginRow);
            case "gridBefore" -> table().ifPresent(t -> t.skip(Xml.number(xml, "val").orElse(0)));
            case "tc" -> table().ifPresent(TableBuilder::beginCell);
            case "gridSpan" -> table().ifPresent(t -> t.span(Xml.number(xml, "val").orElse(1), 1));
            case "vMerge" -> {
                if (Xml.attribute(xml, "val").filter("restart"::equals).isEmpty())
                    table().ifPresent(TableBuilder::continuesAbove);
            }
            case "p" -> paragraph = new RichText();
            case "r" -> {
                above = false;
                unseen = false;
            }
            case "vertAlign" ->
                    above = Xml.attribute(xml, "val").filter("superscript"::equals).isPresent();
            case "vanish" ->
                    unseen =
                            Xml.attribute(xml, "val")
                                    .filter(v -> v.matches("0|false|off"))
                                    .isEmpty();
            case "t" -> say(xml);
            case "tab" -> paragraph.add("\t", false);
            case "br", "cr" -> paragraph.add("\n", false);
            case "footnoteReference", "endnoteReference" -> paragraph.add("" + ++notes, true);
            case "noBreakHyphen" -> paragraph.add("-", false);
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
                    Xml.skip(xml);
            default -> {}
        }
    }

    private void say(XMLStreamReader xml) throws Problem, XMLStreamException {
        String text = Xml.text(xml, budget);
        budget.takeText(text.length());
        if (!unseen) paragraph.add(text, above);
    }

    private void end(String name) throws Problem {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> table().ifPresent(TableBuilder::endCell);
            case "tbl" -> endTable();
            default -> {}
        }
    }

    private void endParagraph() throws Problem {
        budget.takeText(0);
        if (tables.isEmpty()) blocks.add(new DocumentBlock.Text(paragraph.shown()));
        else tables.peek().paragraph(paragraph);
        paragraph = new RichText();
    }

    private void endTable() throws Problem {
        if (tables.isEmpty()) return;
        DocumentBlock table = new DocumentBlock.Table(tables.pop().grid());
        if (!tables.isEmpty()) within.addFirst(table);
        else {
            blocks.add(table);
            blocks.addAll(within);
            within.clear();
        }
    }
}
