package plumbline.exchange;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.Grid;
import plumbline.exchange.file.ReadLimits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made part by part, as no library would write them. */
public final class MadeFiles {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String LINKS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_LINKS =
            "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private MadeFiles() {}

    /** Fills a workbook. */
    public interface Filling {
        void fill(HSSFWorkbook workbook);
    }

    public static byte[] xls(Filling filling) {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filling.fill(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parts of an .xlsx of which one sheet is given. @param sheet what stands within {@code
     * worksheet}
     */
    public static Map<String, String> workbook(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", links(link("rId1", LINKS + "/officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                links(
                        link("rId1", LINKS + "/worksheet", "worksheets/sheet1.xml")
                                + link("rId2", LINKS + "/sharedStrings", "sharedStrings.xml")
                                + link("rId3", LINKS + "/styles", "/xl/styles.xml")
                                + link("rId4", LINKS + "/worksheet", "worksheets/sheet2.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='"
                        + MAIN
                        + "' xmlns:r='"
                        + LINKS
                        + "'><sheets><sheet name='附表' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put("xl/worksheets/sheet1.xml", sheet(sheet));
        return parts;
    }

    /**
     * @param text what stands within {@code sst}
     */
    public static String shared(String text) {
        return "<sst xmlns='" + MAIN + "'>" + text + "</sst>";
    }

    public static String sheet(String within) {
        return "<worksheet xmlns='" + MAIN + "'>" + within + "</worksheet>";
    }

    /**
     * @param formats number and code; style 1 has the first, style 2 the second, and so on
     */
    public static String styles(Map<Integer, String> formats) {
        StringBuilder codes = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId='0'/>");
        formats.forEach(
                (number, code) -> {
                    if (!code.isEmpty())
                        codes.append("<numFmt numFmtId='")
                                .append(number)
                                .append("' formatCode='")
                                .append(code.replace("\"", "&quot;"))
                                .append("'/>");
                    cells.append("<xf numFmtId='").append(number).append("'/>");
                });
        return "<styleSheet xmlns='"
                + MAIN
                + "'><numFmts>"
                + codes
                + "</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>"
                + cells
                + "</cellXfs></styleSheet>";
    }

    static Map<String, String> strict(Map<String, String> parts) {
        Map<String, String> strict = new LinkedHashMap<>();
        parts.forEach(
                (name, text) ->
                        strict.put(name, text.replace(MAIN, STRICT).replace(LINKS, STRICT_LINKS)));
        return strict;
    }

    /**
     * @param body what stands within {@code w:body}
     */
    public static Map<String, String> document(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels", links(link("rId1", LINKS + "/officeDocument", "word/document.xml")));
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>"
                        + body
                        + "</w:body></w:document>");
        return parts;
    }

    private static String links(String within) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + within
                + "</Relationships>";
    }

    private static String link(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + type + "' Target='" + target + "'/>";
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the same text again and again into a part, so that it grows large without taking
     * memory.
     */
    public static void repeat(OutputStream out, String text, int times) throws IOException {
        byte[] bytes = text.repeat(100).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times / 100; i++) out.write(bytes);
    }

    public static List<Grid> grids(byte[] file, String name) throws Problem {
        return grids(DocumentReader.readBytes(file, name, ReadLimits.USUAL));
    }

    public static List<Grid> grids(List<DocumentBlock> blocks) {
        return blocks.stream()
                .filter(DocumentBlock.TableBlock.class::isInstance)
                .map(b -> ((DocumentBlock.TableBlock) b).grid())
                .toList();
    }

    public static List<List<String>> texts(Grid grid) {
        return grid.rows().stream().map(r -> r.stream().map(Cell::shownText).toList()).toList();
    }
}
