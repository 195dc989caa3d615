package plumbline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import plumbline.words.Problem;

/** Paragraphs and tables of a Word document, in their order. */
final class WordBlocks {
    private WordBlocks() { }

    static boolean isWord(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) return true;
            }
            return false;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    static List<Block> read(byte[] bytes, String name) throws Problem {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<Block> blocks = new ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) blocks.add(new Block.Text(paragraph.getText()));
                if (element instanceof XWPFTable table) blocks.add(new Block.Table(grid(table)));
            }
            return blocks;
        } catch (IOException | POIXMLException | IllegalArgumentException | IllegalStateException e) {
            throw new Problem("problem.table.kind", name).because(e);
        }
    }

    private static Grid grid(XWPFTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<String> above = rows.isEmpty() ? List.of() : rows.getLast();
            List<String> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) add(cell, cells, above);
            rows.add(cells);
        }
        return Grid.ofTexts(rows);
    }

    /** A cell over several columns says the same in each; one that continues the cell above says what that says. */
    private static void add(XWPFTableCell cell, List<String> cells, List<String> above) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        boolean continued = properties != null && properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
        int span = properties != null && properties.isSetGridSpan() ? Math.clamp(properties.getGridSpan().getVal().longValue(), 1, 100) : 1;
        for (int i = 0; i < span; i++) cells.add(continued && cells.size() < above.size() ? above.get(cells.size()) : cell.getText());
    }
}
