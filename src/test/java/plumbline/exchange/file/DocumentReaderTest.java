package plumbline.exchange.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is found in files of every kind. */
class DocumentReaderTest {
    private static final String CSV = "序号,指标,目标\r\n1,\"甲,\"\"乙\"\"\",\"1,500\"\r\n2,丙,\r\n";
    @TempDir Path folder;

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Grid grid(List<DocumentBlock> blocks) {
        return blocks.stream()
                .filter(DocumentBlock.TableBlock.class::isInstance)
                .map(b -> ((DocumentBlock.TableBlock) b).grid())
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> texts(Grid grid) {
        return grid.rows().stream().map(r -> r.stream().map(Cell::shownText).toList()).toList();
    }

    private static String running(List<DocumentBlock> blocks) {
        return String.join(
                "|",
                blocks.stream()
                        .filter(DocumentBlock.TextBlock.class::isInstance)
                        .map(b -> ((DocumentBlock.TextBlock) b).text().strip())
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    private static final List<List<String>> EXPECTED =
            List.of(
                    List.of("序号", "指标", "目标"),
                    List.of("1", "甲,\"乙\"", "1,500"),
                    List.of("2", "丙", ""));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void csvIsReadInEveryCharset(String charset) throws Exception {
        assertEquals(
                EXPECTED,
                texts(
                        grid(
                                DocumentReader.readFile(
                                        file("a.csv", CSV.getBytes(Charset.forName(charset)))))));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstCell() throws Exception {
        assertEquals(
                EXPECTED,
                texts(
                        grid(
                                DocumentReader.readFile(
                                        file(
                                                "a.csv",
                                                ("\ufeff" + CSV)
                                                        .getBytes(StandardCharsets.UTF_8))))));
    }

    @Test
    void tabsAndSemicolonsPartCellsToo() throws Exception {
        assertEquals(
                List.of(List.of("a", "b,c"), List.of("1", "2")),
                texts(grid(DocumentReader.readFile(file("a.tsv", "a\tb,c\n1\t2".getBytes())))));
        assertEquals(
                List.of(List.of("a", "b"), List.of("1", "2,5")),
                texts(grid(DocumentReader.readFile(file("b.csv", "a;b\n1;2,5\n".getBytes())))));
    }

    private static void fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("附表");
        Row title = sheet.createRow(0);
        title.createCell(0).setCellValue("标题");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        Row row = sheet.createRow(2);
        CellStyle rounded = workbook.createCellStyle();
        rounded.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
        CellStyle forecast = workbook.createCellStyle();
        forecast.setDataFormat(workbook.createDataFormat().getFormat("\"预计 \"0"));
        row.createCell(0).setCellValue(12.46);
        row.getCell(0).setCellStyle(rounded);
        row.createCell(1).setCellValue(290000);
        row.getCell(1).setCellStyle(forecast);
        row.createCell(2).setCellFormula("A3*2");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        workbook.createSheet("藏").createRow(0).createCell(0).setCellValue("看不见");
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void aWorkbookGivesTheNumberBehindTheCellBesideWhatItShows(String name) throws Exception {
        Path file = folder.resolve(name);
        try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook);
            workbook.write(out);
        }
        List<DocumentBlock> blocks = DocumentReader.readFile(file);
        assertEquals(
                List.of(Grid.GridVisibility.SHOWN, Grid.GridVisibility.HIDDEN),
                blocks.stream()
                        .map(b -> ((DocumentBlock.TableBlock) b).grid().visibility())
                        .toList());
        Grid grid = grid(blocks);
        assertEquals(List.of("标题", "标题", "标题"), texts(grid).getFirst());
        assertEquals(
                new Cell("A3", "12.5", Optional.of(new BigDecimal("12.46"))),
                grid.rows().get(2).get(0));
        assertEquals(
                new Cell("B3", "预计 290000", Optional.of(new BigDecimal("290000"))),
                grid.rows().get(2).get(1));
        assertEquals(
                new BigDecimal("24.92"), grid.rows().get(2).get(2).storedNumber().orElseThrow());
    }

    @Test
    void aWordDocumentGivesItsParagraphsAndTables() throws Exception {
        Path file = folder.resolve("a.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("前言");
            XWPFTable table = document.createTable(3, 3);
            for (int r = 0; r < 3; r++)
                for (int c = 0; c < 3; c++) table.getRow(r).getCell(c).setText("" + r + c);
            table.getRow(0)
                    .getCell(0)
                    .getCTTc()
                    .addNewTcPr()
                    .addNewGridSpan()
                    .setVal(java.math.BigInteger.TWO);
            table.getRow(0).removeCell(2);
            table.getRow(2).getCell(1).getCTTc().addNewTcPr().addNewVMerge();
            document.createParagraph().createRun().setText("注：一");
            document.write(out);
        }
        List<DocumentBlock> blocks = DocumentReader.readFile(file);
        assertEquals("前言|注：一", running(blocks));
        assertEquals(
                List.of(
                        List.of("00", "00", "01"),
                        List.of("10", "11", "12"),
                        List.of("20", "11", "22")),
                texts(grid(blocks)));
    }

    private static final String HTML =
            """
            <html><body><p>正文<b>一</b>句</p><table border=1><tr><th rowspan=2>指标<th colspan=2>实际</tr><tr><th>2021年<th>2022年</tr>
            <tr><td>甲<td>1<td>2</tr></table><div>注：二</div></body></html>""";

    @Test
    void aWebPageGivesItsTextAndTablesWithSpans() throws Exception {
        List<DocumentBlock> blocks =
                DocumentReader.readFile(file("a.html", HTML.getBytes(StandardCharsets.UTF_8)));
        assertEquals("正文一句|注：二", running(blocks));
        assertEquals(
                List.of(
                        List.of("指标", "实际", "实际"),
                        List.of("指标", "2021年", "2022年"),
                        List.of("甲", "1", "2")),
                texts(grid(blocks)));
    }

    @Test
    void aWebPageThatIsCalledAWorkbookIsReadAsWhatItIs() throws Exception {
        assertEquals(
                3,
                grid(DocumentReader.readFile(file("a.xls", HTML.getBytes(Charset.forName("GBK")))))
                        .rows()
                        .size());
    }

    @Test
    void pastedTabsAreATableBetweenItsTexts() throws Exception {
        List<DocumentBlock> blocks =
                DocumentReader.readPastedText("附表\n指标\t2020年\t目标\n甲\t1\t2\n乙\t\t3\n注：三");
        assertEquals("附表|注：三", running(blocks));
        assertEquals(
                List.of(
                        List.of("指标", "2020年", "目标"),
                        List.of("甲", "1", "2"),
                        List.of("乙", "", "3")),
                texts(grid(blocks)));
    }

    @Test
    void oneCellALineIsATableToo() throws Exception {
        String text = "前言\n\n序号\n\n指标\n\n基期\n\n目标\n\n1\n\n甲\n\n1\n\n2\n\n2\n\n乙\n\n3\n\n4\n\n注：四";
        List<DocumentBlock> blocks = DocumentReader.readPastedText(text);
        assertEquals(
                List.of(
                        List.of("序号", "指标", "基期", "目标"),
                        List.of("1", "甲", "1", "2"),
                        List.of("2", "乙", "3", "4")),
                texts(grid(blocks)));
        assertEquals("前言|注：四", running(blocks));
    }

    @Test
    void anEmptyCellOfOneCellALineIsSeenByTheGapItLeaves() throws Exception {
        String text = "序号\n\n指标\n\n基期\n\n目标\n\n1\n\n甲\n\n\n\n2\n\n2\n\n乙\n\n3\n\n4\n";
        assertEquals(
                List.of("1", "甲", "", "2"),
                texts(grid(DocumentReader.readPastedText(text))).get(1));
    }

    @Test
    void whereTheGapDoesNotTellNoCellIsMisplaced() throws Exception {
        String text = "序号\n指标\n基期\n目标\n1\n甲\n2\n2\n乙\n3\n4\n";
        assertEquals(
                List.of(List.of("1", "甲", "…", "…"), List.of("2", "乙", "3", "4")),
                texts(grid(DocumentReader.readPastedText(text))).subList(1, 3));
    }

    @Test
    void aHeadingBetweenTheRowsDoesNotDisturbThem() throws Exception {
        String text = "序号\n指标\n基期\n目标\n1\n甲\n1\n2\n二、民生类\n2\n乙\n3\n4\n";
        assertEquals(
                List.of("二、民生类", "", "", ""),
                texts(grid(DocumentReader.readPastedText(text))).get(2));
    }

    @Test
    void textWithoutATableIsText() throws Exception {
        assertEquals(
                List.of(new DocumentBlock.TextBlock("只有一句话")),
                DocumentReader.readPastedText("只有一句话"));
    }

    private String key(Path file) {
        return assertThrows(Problem.class, () -> DocumentReader.readFile(file)).messageKey();
    }

    @Test
    void whatCannotBeReadIsSaidSo() throws Exception {
        assertEquals("problem.table.gone", key(folder.resolve("gone.xlsx")));
        assertEquals("problem.table.folder", key(folder));
        assertEquals("problem.table.kind", key(file("a.pdf", "%PDF-1.7 …".getBytes())));
        assertEquals(
                "problem.table.damaged",
                key(file("a.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9})));
        assertEquals(
                "problem.table.damaged",
                key(
                        file(
                                "a.xls",
                                new byte[] {
                                    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3
                                })));
        assertEquals("problem.table.kind", key(file("a.txt", new byte[] {0, 1, 2, 0, 0, 7, 1})));
    }

    @Test
    void aWorkbookCutShortIsSaidSo() throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            fill(workbook);
            workbook.write(whole);
        }
        byte[] bytes = whole.toByteArray();
        assertEquals(
                "problem.table.damaged",
                key(file("cut.xlsx", java.util.Arrays.copyOf(bytes, bytes.length / 2))));
    }

    @Test
    void aPasswordIsSaidSo() throws Exception {
        Path file = folder.resolve("locked.xlsx");
        try (POIFSFileSystem store = new POIFSFileSystem();
                Workbook workbook = new XSSFWorkbook()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            workbook.createSheet();
            try (OutputStream inside = encryptor.getDataStream(store)) {
                workbook.write(inside);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                store.writeFilesystem(out);
            }
        }
        assertEquals("problem.table.locked", key(file));
    }

    @Test
    void anEmptyFileHasNoTable() throws Exception {
        assertEquals("problem.table.empty", key(file("a.txt", new byte[0])));
    }
}
