package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.file.Cell.CellTrait;
import plumbline.exchange.file.CellRange;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.Grid;
import plumbline.exchange.file.ReadLimits;
import plumbline.exchange.review.FileReading;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.ReadFigure;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One awkwardness of Word documents, web pages, texts and what is pasted, one test. */
class AwkwardDocumentsTest {

    private static List<DocumentBlock> docx(String body) throws Problem {
        return DocumentReader.readBytes(
                MadeFiles.zip(MadeFiles.document(body)), "a.docx", ReadLimits.USUAL);
    }

    private static List<List<List<String>>> tables(List<DocumentBlock> blocks) {
        return MadeFiles.grids(blocks).stream().map(MadeFiles::texts).toList();
    }

    private static String running(List<DocumentBlock> blocks) {
        return blocks.stream()
                .filter(DocumentBlock.TextBlock.class::isInstance)
                .map(b -> ((DocumentBlock.TextBlock) b).text().strip())
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("|"));
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String tc(String properties, String within) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + within + "</w:tc>";
    }

    private static String tr(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    @Test
    void mergedCellsOfADocumentAreKnown() throws Exception {
        List<DocumentBlock> blocks =
                docx(
                        "<w:tbl>"
                                + tr(
                                        tc("<w:vMerge w:val='restart'/>", p("指标")),
                                        tc("<w:gridSpan w:val='2'/>", p("实际")))
                                + tr(
                                        tc("<w:vMerge/>", "<w:p/>"),
                                        tc("", p("2021年")),
                                        tc("", p("2022年")))
                                + tr(tc("", p("甲")), tc("", p("1")), tc("", p("2")))
                                + "</w:tbl>");
        assertEquals(
                List.of(
                        List.of(
                                List.of("指标", "实际", "实际"),
                                List.of("指标", "2021年", "2022年"),
                                List.of("甲", "1", "2"))),
                tables(blocks));
        assertEquals(
                Set.of(new CellRange(0, 0, 1, 0), new CellRange(0, 1, 0, 2)),
                Set.copyOf(MadeFiles.grids(blocks).getFirst().mergedRanges()));
    }

    @Test
    void aRowThatBeginsFurtherRightKeepsItsColumns() throws Exception {
        assertEquals(
                List.of(List.of(List.of("a", "b"), List.of("", "2"))),
                tables(
                        docx(
                                "<w:tbl>"
                                        + tr(tc("", p("a")), tc("", p("b")))
                                        + "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"
                                        + tc("", p("2"))
                                        + "</w:tr></w:tbl>")));
    }

    private static List<CellAddress> places(List<DocumentBlock> blocks) throws Problem {
        return FileReading.readBlocks(blocks, "a", Map.of()).allFigures().stream()
                .map(ReadFigure::address)
                .toList();
    }

    @Test
    void theSecondTableOfADocumentHasANameOfItsOwn() throws Exception {
        String table =
                "<w:tbl>"
                        + tr(tc("", p("指标")), tc("", p("2022年")))
                        + tr(tc("", p("甲")), tc("", p("1")))
                        + "</w:tbl>";
        assertEquals(
                List.of(new CellAddress("a", "", "B2"), new CellAddress("a", "#2", "B2")),
                places(docx(table + p("又") + table)));
    }

    @Test
    void theSecondTableOfAPageHasANameOfItsOwn() throws Exception {
        String table =
                "<table><tr><td>指标</td><td>2022年</td></tr><tr><td>甲</td><td>1</td></tr></table>";
        assertEquals(
                List.of(new CellAddress("a", "", "B2"), new CellAddress("a", "#2", "B2")),
                places(
                        DocumentReader.readPastedText(
                                "<html><body>" + table + "<p>又</p>" + table + "</body></html>")));
    }

    @Test
    void twoTablesOfATextAreToldByTheirLines() throws Exception {
        String table = "指标\t单位\t2022年\n甲\t件\t1\n乙\t件\t2\n";
        List<CellAddress> places = places(DocumentReader.readPastedText(table + "又\n" + table));
        assertEquals(places.size(), Set.copyOf(places).size(), places::toString);
        assertEquals(4, places.size());
    }

    @Test
    void aTableWithinATableFollowsIt() throws Exception {
        String inner = "<w:tbl>" + tr(tc("", p("内")), tc("", p("3"))) + "</w:tbl>";
        assertEquals(
                List.of(List.of(List.of("外", "文"), List.of("1", "2")), List.of(List.of("内", "3"))),
                tables(
                        docx(
                                "<w:tbl>"
                                        + tr(tc("", p("外")), tc("", p("文") + inner + "<w:p/>"))
                                        + tr(tc("", p("1")), tc("", p("2")))
                                        + "</w:tbl>")));
    }

    @Test
    void whatAReviserInsertedIsThereAndWhatHeDeletedIsNot() throws Exception {
        String changed =
                "<w:p><w:ins w:id='1'><w:r><w:t>13.5</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>12.5</w:delText></w:r></w:del><w:moveFrom w:id='3'><w:r><w:t>9</w:t></w:r></w:moveFrom></w:p>";
        assertEquals(
                List.of(List.of(List.of("甲", "13.5"))),
                tables(docx("<w:tbl>" + tr(tc("", p("甲")), tc("", changed)) + "</w:tbl>")));
    }

    @Test
    void headersFootersAndTextBoxesAreLeftOut() throws Exception {
        Map<String, String> parts =
                MadeFiles.document(
                        p("正文")
                                + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
                                + p("框")
                                + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
                                + p("框")
                                + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        parts.put("word/header1.xml", "<hdr>页眉</hdr>");
        parts.put("word/comments.xml", "<not<xml");
        assertEquals(
                "正文",
                running(
                        DocumentReader.readBytes(
                                MadeFiles.zip(parts), "a.docx", ReadLimits.USUAL)));
    }

    @Test
    void footnoteMarksOfADocumentAreTakenApart() throws Exception {
        String noted =
                "<w:p><w:r><w:t>达标率</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>";
        String set =
                "<w:p><w:r><w:t>12.5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>";
        Grid grid =
                MadeFiles.grids(docx("<w:tbl>" + tr(tc("", noted), tc("", set)) + "</w:tbl>"))
                        .getFirst();
        assertEquals(List.of("达标率", "12.5"), MadeFiles.texts(grid).getFirst());
        assertEquals(
                List.of("1", "2"), grid.rows().getFirst().stream().map(Cell::superscript).toList());
    }

    @Test
    void linesOfACellStayLines() throws Exception {
        assertEquals(
                "市场\n主体\n总数",
                tables(
                                docx(
                                        "<w:tbl>"
                                                + tr(
                                                        tc(
                                                                "",
                                                                p("市场")
                                                                        + "<w:p><w:r><w:t>主体</w:t><w:br/><w:t>总数</w:t></w:r></w:p>"))
                                                + "</w:tbl>"))
                        .getFirst()
                        .getFirst()
                        .getFirst());
    }

    private static List<DocumentBlock> html(String page) throws Problem {
        return DocumentReader.readBytes(
                page.getBytes(StandardCharsets.UTF_8), "a.html", ReadLimits.USUAL);
    }

    @Test
    void aWebPageMayBeArrangedByTables() throws Exception {
        List<DocumentBlock> blocks =
                html(
                        "<html><body><table><tr><td>导航</td><td><table><tr><td>指标<td>2021年</tr><tr><td>甲<td>1</tr></table></td></tr></table></body></html>");
        assertEquals(List.of(List.of(List.of("指标", "2021年"), List.of("甲", "1"))), tables(blocks));
        assertEquals("导航", running(blocks));
    }

    @Test
    void aTableOfFiguresMayHoldAnother() throws Exception {
        assertEquals(
                List.of(
                        List.of(List.of("指标", "2021年"), List.of("甲", ""), List.of("乙", "2")),
                        List.of(List.of("内", "1"))),
                tables(
                        html(
                                "<table><tr><td>指标<td>2021年</tr><tr><td>甲<td><table><tr><td>内<td>1</tr></table></tr><tr><td>乙<td>2</tr></table>")));
    }

    @Test
    void aWebPageSaysItsCharsetItself() throws Exception {
        String page =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=big5'></head><body><table><tr><td>指標名稱</td><td>臺灣</td></tr></table></body></html>";
        assertEquals(
                List.of(List.of(List.of("指標名稱", "臺灣"))),
                tables(
                        DocumentReader.readBytes(
                                page.getBytes(Charset.forName("Big5")),
                                "a.html",
                                ReadLimits.USUAL)));
    }

    @Test
    void theNumberBehindACellOfASpreadsheetsPageIsTaken() throws Exception {
        Cell cell =
                MadeFiles.grids(
                                html(
                                        "<table><tr><td>甲<td x:num=\"0.12460000000000001\" x:fmla=\"=A1\">12.5%</td><td x:num>3</td></tr></table>"))
                        .getFirst()
                        .rows()
                        .getFirst()
                        .get(1);
        assertEquals(
                new Cell(
                        "B1",
                        "12.5%",
                        Optional.of(new BigDecimal("0.1246")),
                        Optional.empty(),
                        "",
                        Set.of(CellTrait.PERCENT, CellTrait.FORMULA)),
                cell);
    }

    @Test
    void hiddenRowsOfAPageAreMarkedAndWhatIsStruckOutIsNotThere() throws Exception {
        Grid grid =
                MadeFiles.grids(
                                html(
                                        "<table><tr><td>甲<td><del>1</del><ins>2</ins></tr><tr style='display: none'><td>乙<td>3</tr></table>"))
                        .getFirst();
        assertEquals(List.of(List.of("甲", "2"), List.of("乙", "3")), MadeFiles.texts(grid));
        assertTrue(grid.rows().getLast().getFirst().hasTrait(CellTrait.HIDDEN_ROW));
    }

    @Test
    void whatWindowsPutsBeforeCopiedRowsIsNoneOfThem() throws Exception {
        String copied =
                "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\nEndFragment:0000000264\r\n<html><body>\r\n<!--StartFragment--><table><tr><td>甲</td><td>1</td></tr></table><!--EndFragment-->\r\n</body></html>";
        List<DocumentBlock> blocks = DocumentReader.readPastedText(copied);
        assertEquals(List.of(List.of(List.of("甲", "1"))), tables(blocks));
        assertEquals("", running(blocks));
    }

    @Test
    void rowsCopiedWithoutTheirTableAreOne() throws Exception {
        assertEquals(
                List.of(List.of(List.of("甲", "1"))),
                tables(
                        DocumentReader.readPastedText(
                                "<!--StartFragment--><tr><td>甲</td><td>1</td></tr><!--EndFragment-->")));
    }

    @Test
    void aPageNestedWithoutEndIsRead() throws Exception {
        assertEquals("文", running(html("<html><body>" + "<div>".repeat(50_000) + "文")));
    }

    private static List<DocumentBlock> txt(String text) throws Problem {
        return DocumentReader.readBytes(
                text.getBytes(Charset.forName("GB18030")), "a.txt", ReadLimits.USUAL);
    }

    private static final List<List<String>> REGIONS =
            List.of(
                    List.of("地区", "2020年", "2021年"),
                    List.of("甲市", "12.5", "13"),
                    List.of("乙县", "", "8"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "地区\t2020年\t2021年\n甲市\t12.5\t13\n乙县\t\t8\n",
                "地区;2020年;2021年\n甲市;12.5;13\n乙县;;8\n",
                "|地区|2020年|2021年|\n|:--|---|---|\n|甲市|12.5|13|\n|乙县||8|\n",
                "地区   2020年   2021年\n甲市     12.5       13\n乙县                8\n",
                "地区,2020年,2021年\n甲市,12.5,13\n乙县,,8\n"
            })
    void columnsOfATextArePartedByAnything(String table) throws Exception {
        List<DocumentBlock> blocks = txt("关于报送数据的函\n" + table + "联系人：甲\n");
        // The line of dashes under a head is a line without cells.
        assertEquals(
                REGIONS,
                tables(blocks).getFirst().stream()
                        .filter(r -> r.stream().anyMatch(t -> !t.isEmpty()))
                        .toList());
        assertEquals("关于报送数据的函|联系人：甲", running(blocks));
    }

    @Test
    void sentencesAreNoTable() throws Exception {
        assertEquals(List.of(), tables(txt("截至年底, 市场主体, 达到\n同比增长, 百分之三, 好于预期\n　　全年目标  完成\n")));
    }

    @Test
    void aCellOfCsvMayHaveSeveralLines() throws Exception {
        assertEquals(
                List.of(List.of(List.of("市场\n主体", "1"), List.of("乙", "2"))),
                tables(
                        DocumentReader.readBytes(
                                "\"市场\r\n主体\",1\r\n乙,2\r\n".getBytes(StandardCharsets.UTF_8),
                                "a.csv",
                                ReadLimits.USUAL)));
    }

    @Test
    void aQuoteThatIsNeverClosedIsALetter() throws Exception {
        assertEquals(
                List.of(List.of(List.of("\"十四五", "1"), List.of("乙", "2"))),
                tables(
                        DocumentReader.readBytes(
                                "\"十四五,1\n乙,2\n".getBytes(StandardCharsets.UTF_8),
                                "a.csv",
                                ReadLimits.USUAL)));
    }

    @Test
    void commasWithinNumbersDoNotPartSemicolons() throws Exception {
        assertEquals(
                List.of(List.of(List.of("a", "b"), List.of("1,721", "2,5"), List.of("3", "4"))),
                tables(
                        DocumentReader.readBytes(
                                "a;b\n1,721;2,5\n3;4\n".getBytes(StandardCharsets.UTF_8),
                                "a.csv",
                                ReadLimits.USUAL)));
    }

    @Test
    void emptyColumnsAndRowsAtTheEndOfCsvAreNoContent() throws Exception {
        assertEquals(
                List.of(List.of(List.of("a", "b"), List.of("1", ""))),
                tables(
                        DocumentReader.readBytes(
                                "a,b,,,,\n1,,,,,\n,,,,,\n,,,,,\n".getBytes(StandardCharsets.UTF_8),
                                "a.csv",
                                ReadLimits.USUAL)));
    }

    @Test
    void footnoteMarksOfATextAreTakenApart() throws Exception {
        Cell cell =
                MadeFiles.grids(
                                DocumentReader.readBytes(
                                        "达标率²,12.5¹\n面积(km²),10⁴\n"
                                                .getBytes(StandardCharsets.UTF_8),
                                        "a.csv",
                                        ReadLimits.USUAL))
                        .getFirst()
                        .rows()
                        .getFirst()
                        .get(1);
        assertEquals(List.of("12.5", "1"), List.of(cell.shownText(), cell.superscript()));
        assertEquals(
                List.of("面积(km²)", "10⁴"),
                tables(
                                DocumentReader.readBytes(
                                        "达标率²,12.5¹\n面积(km²),10⁴\n"
                                                .getBytes(StandardCharsets.UTF_8),
                                        "a.csv",
                                        ReadLimits.USUAL))
                        .getFirst()
                        .getLast());
    }

    @Test
    void aSingleBrokenLetterDoesNotSpoilAText() throws Exception {
        byte[] text =
                ("指标,二〇二一年\n市场主体总数,1\n" + "注：数据来自各科室的年度统计报表。".repeat(3) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        text[9] = (byte) 0xff;
        assertEquals(
                List.of("市场主体总数", "1"),
                tables(DocumentReader.readBytes(text, "a.csv", ReadLimits.USUAL))
                        .getFirst()
                        .get(1));
    }
}
