package plumbline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell;
import plumbline.exchange.file.Cell.CellTrait;
import plumbline.exchange.file.CellRange;
import plumbline.exchange.file.Grid;
import plumbline.exchange.file.Grid.GridVisibility;
import plumbline.exchange.file.GridFault;
import plumbline.exchange.file.GridFinding;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One awkwardness of the workbooks people send, one test. */
class AwkwardWorkbooksTest {

    private static Grid xlsx(String sheet) throws Problem {
        return xlsx(MadeFiles.workbook(sheet)).getFirst();
    }

    private static List<Grid> xlsx(Map<String, String> parts) throws Problem {
        return MadeFiles.grids(MadeFiles.zip(parts), "a.xlsx");
    }

    private static Grid xls(MadeFiles.Filling filling) throws Problem {
        return MadeFiles.grids(MadeFiles.xls(filling), "a.xls").getFirst();
    }

    private static Cell cell(Grid grid, String address) {
        return grid.rows().stream()
                .flatMap(List::stream)
                .filter(c -> c.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String row(String cells) {
        return "<sheetData><row r='1'>" + cells + "</row></sheetData>";
    }

    private static Map<String, String> styled(Map<Integer, String> formats, String cells) {
        Map<String, String> parts = MadeFiles.workbook(row(cells));
        parts.put("xl/styles.xml", MadeFiles.styles(formats));
        return parts;
    }

    private static Map<String, String> shared(String texts) {
        Map<String, String> parts = MadeFiles.workbook(row("<c r='A1' t='s'><v>0</v></c>"));
        parts.put("xl/sharedStrings.xml", MadeFiles.shared(texts));
        return parts;
    }

    @Test
    void theNoiseOfBinaryNumbersIsNotPartOfTheFigure() throws Exception {
        assertEquals(
                Optional.of(new BigDecimal("0.3")),
                cell(xlsx(row("<c r='A1'><v>0.30000000000000004</v></c>")), "A1").storedNumber());
        assertEquals(
                Optional.of(new BigDecimal("0.3")),
                cell(
                                xls(
                                        w ->
                                                w.createSheet()
                                                        .createRow(0)
                                                        .createCell(0)
                                                        .setCellValue(0.1 + 0.2)),
                                "A1")
                        .storedNumber());
    }

    @Test
    void aNumberWithAnExponentIsReadWhole() throws Exception {
        Grid grid =
                xlsx(
                        row(
                                "<c r='A1'><v>1.2345E5</v></c><c r='B1'><v>9.9999999999999994E-5</v></c><c r='C1'><v>1e-400</v></c>"));
        assertEquals(
                List.of(new BigDecimal("123450"), new BigDecimal("0.0001"), BigDecimal.ZERO),
                grid.rows().getFirst().stream().map(c -> c.storedNumber().orElseThrow()).toList());
    }

    @Test
    void theLastResultOfAFormulaIsTakenAndNothingIsCalculated() throws Exception {
        Cell cell = cell(xlsx(row("<c r='A1'><f>1+1</f><v>7</v></c>")), "A1");
        assertEquals(Optional.of(new BigDecimal("7")), cell.storedNumber());
        assertEquals(Set.of(CellTrait.FORMULA), cell.traits());
    }

    @Test
    void aFormulaWithoutAResultIsMissingAndSaidSo() throws Exception {
        Grid grid = xlsx(row("<c r='A1' t='str'><f>A2</f><v></v></c><c r='B1'><f>1+1</f></c>"));
        assertEquals("", cell(grid, "B1").shownText());
        assertEquals(
                List.of(new GridFinding(GridFault.UNCALCULATED, "附表", "B1", "")),
                grid.gridFindings());
        Grid old = xls(w -> w.createSheet("附表").createRow(0).createCell(1).setCellFormula("1+1"));
        assertEquals(
                List.of(new GridFinding(GridFault.UNCALCULATED, "附表", "B1", "")),
                old.gridFindings());
    }

    @Test
    void aResultOfZeroIsAFigureAllTheSame() throws Exception {
        assertEquals(
                Optional.of(BigDecimal.ZERO),
                cell(xlsx(row("<c r='A1'><f>1-1</f><v>0</v></c>")), "A1").storedNumber());
    }

    @Test
    void aFormulaThatGivesAnEmptyTextIsNothing() throws Exception {
        assertEquals(
                List.of(),
                xlsx(row("<c r='A1' t='str'><f>A2</f><v></v></c><c r='B1'><v>1</v></c>"))
                        .gridFindings());
    }

    @Test
    void anErrorIsNoFigureAndSaidSo() throws Exception {
        Grid grid = xlsx(row("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>"));
        assertEquals(
                List.of(new GridFinding(GridFault.ERROR, "附表", "A1", "#DIV/0!")),
                grid.gridFindings());
        assertEquals(
                "附表!A1 显示的是错误值 #DIV/0!，不是数值。",
                grid.gridFindings()
                        .getFirst()
                        .findingSentence(Messages.forLocale(Messages.CHINESE)));
        Grid old =
                xls(
                        w -> {
                            w.createSheet("附表").createRow(0).createCell(0).setCellFormula("1/0");
                            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
                        });
        assertEquals(grid.gridFindings(), old.gridFindings());
    }

    @Test
    void aDateStaysADate() throws Exception {
        Map<Integer, String> formats = new LinkedHashMap<>();
        formats.put(57, "");
        formats.put(176, "yyyy\"年\"m\"月\"");
        formats.put(14, "");
        formats.put(31, "");
        Grid grid =
                xlsx(styled(
                                formats,
                                "<c r='A1' s='1'><v>45078</v></c><c r='B1' s='2'><v>45078</v></c><c r='C1' s='3'><v>45107</v></c><c r='D1' s='4'><v>45107.5</v></c>"
                                        + "<c r='E1' t='d'><v>2023-06-30T00:00:00</v></c>"))
                        .getFirst();
        assertEquals(
                List.of("2023年6月", "2023年6月", "2023/6/30", "2023年6月30日", "2023-06-30"),
                MadeFiles.texts(grid).getFirst());
        List<Cell> cells = grid.rows().getFirst();
        assertEquals(
                List.of(1, 1, 30, 30, 30),
                cells.stream().map(c -> c.date().orElseThrow().getDayOfMonth()).toList());
        assertTrue(
                cells.stream()
                        .allMatch(
                                c ->
                                        c.storedNumber().isEmpty()
                                                && c.date().orElseThrow().getMonthValue() == 6));
    }

    @Test
    void daysCountedFrom1904AreFourYearsLater() throws Exception {
        Map<String, String> parts =
                styled(
                        Map.of(14, ""),
                        "<c r='A1' s='1'><v>0</v></c><c r='B1' s='1'><v>43645</v></c>");
        parts.computeIfPresent(
                "xl/workbook.xml",
                (_, text) -> text.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
        assertEquals(
                Optional.of(LocalDate.of(2023, 6, 30)), cell(xlsx(parts).getFirst(), "B1").date());
        assertEquals(
                Optional.of(LocalDate.of(2023, 6, 30)),
                cell(
                                xls(
                                        w -> {
                                            CellStyle day = w.createCellStyle();
                                            day.setDataFormat((short) 14);
                                            w.createSheet()
                                                    .createRow(0)
                                                    .createCell(0)
                                                    .setCellValue(LocalDate.of(2023, 6, 30));
                                            w.getSheetAt(0).getRow(0).getCell(0).setCellStyle(day);
                                        }),
                                "A1")
                        .date());
    }

    @Test
    void aShareIsMarkedAsOne() throws Exception {
        Map<Integer, String> formats = new LinkedHashMap<>();
        formats.put(10, "");
        formats.put(177, "0.0\"%\"");
        Grid grid =
                xlsx(styled(
                                formats,
                                "<c r='A1' s='1'><v>0.125</v></c><c r='B1' s='2'><v>12.5</v></c>"))
                        .getFirst();
        assertEquals(List.of("12.50%", "12.5%"), MadeFiles.texts(grid).getFirst());
        assertEquals(
                List.of(Set.of(CellTrait.PERCENT), Set.of()),
                grid.rows().getFirst().stream().map(Cell::traits).toList());
    }

    @Test
    void aMergedAreaIsKnownAndSaysTheSameInEachOfItsPlaces() throws Exception {
        Grid grid =
                xlsx(
                        "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>指标</t></is></c><c r='C1'><v>1</v></c></row><row r='2'><c r='C2'><v>2</v></c></row></sheetData>"
                                + "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='C1:C1'/></mergeCells>");
        assertEquals(
                List.of(List.of("指标", "指标", "1"), List.of("指标", "指标", "2")), MadeFiles.texts(grid));
        assertEquals(List.of(new CellRange(0, 0, 1, 1)), grid.mergedRanges());
        assertEquals(
                List.of(false, true),
                grid.rows().getFirst().stream()
                        .limit(2)
                        .map(c -> c.hasTrait(CellTrait.MERGED))
                        .toList());
    }

    private static void hide(HSSFWorkbook workbook) {
        HSSFSheet sheet = workbook.createSheet("附表");
        for (int r = 0; r < 3; r++)
            for (int c = 0; c < 3; c++)
                (c == 0 ? sheet.createRow(r) : sheet.getRow(r))
                        .createCell(c)
                        .setCellValue(10 * r + c);
        sheet.getRow(1).setZeroHeight(true);
        sheet.setColumnHidden(2, true);
        workbook.createSheet("底稿").createRow(0).createCell(0).setCellValue("甲");
        workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
    }

    @Test
    void whatIsHiddenIsReadAndSaidSo() throws Exception {
        List<Grid> old = MadeFiles.grids(MadeFiles.xls(AwkwardWorkbooksTest::hide), "a.xls");
        List<GridFinding> hidden =
                List.of(
                        new GridFinding(GridFault.HIDDEN_COLUMNS, "附表", "C", ""),
                        new GridFinding(GridFault.HIDDEN_ROWS, "附表", "2", ""));
        assertEquals(hidden, old.getFirst().gridFindings());
        assertEquals(
                List.of(new GridFinding(GridFault.HIDDEN_SHEET, "底稿", "", "")),
                old.getLast().gridFindings());
        assertEquals(
                Set.of(CellTrait.HIDDEN_ROW, CellTrait.HIDDEN_COLUMN),
                cell(old.getFirst(), "C2").traits());
        Grid grid =
                xlsx(
                        "<cols><col min='3' max='16384' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>0</v></c><c r='C1'><v>2</v></c></row><row r='2' hidden='true'><c r='A2'><v>10</v></c></row></sheetData>");
        assertEquals(hidden, grid.gridFindings());
    }

    @Test
    void formattedEmptyRowsToTheEndOfTheSheetAreNoContent() throws Exception {
        StringBuilder rows =
                new StringBuilder(
                        "<dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>");
        for (int r = 2; r < 3000; r++)
            rows.append("<row r='")
                    .append(r * 349)
                    .append("'><c r='B")
                    .append(r * 349)
                    .append("' s='1'/></row>");
        Grid grid =
                xlsx(
                        rows
                                + "</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>");
        assertEquals(List.of(List.of("1")), MadeFiles.texts(grid));
    }

    @Test
    void aLoneCellFarAwayKeepsItsAddressWithoutTheEmptinessBefore() throws Exception {
        Grid grid =
                xlsx(
                        "<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row></sheetData>");
        assertEquals("XFD1048576", grid.rows().getLast().getLast().address());
        assertTrue(grid.rows().size() < 30 && grid.columnCount() < 30);
    }

    @Test
    void theStrictDialectIsReadLikeTheOther() throws Exception {
        Map<String, String> parts = MadeFiles.workbook(row("<c r='A1'><v>12.46</v></c>"));
        assertEquals(xlsx(parts), xlsx(MadeFiles.strict(parts)));
    }

    @Test
    void cellsWithoutAddressesFollowOneAnother() throws Exception {
        Grid grid =
                xlsx(
                        "<sheetData><row><c><v>1</v></c><c t='inlineStr'><is><t>文</t></is></c></row><row><c><v>2</v></c></row></sheetData>");
        assertEquals(List.of(List.of("1", "文"), List.of("2", "")), MadeFiles.texts(grid));
    }

    @Test
    void aFootnoteMarkSetAboveTheLineIsNoPartOfTheName() throws Exception {
        Cell cell =
                cell(
                        xlsx(shared(
                                        "<si><r><t>达标率</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></si>"))
                                .getFirst(),
                        "A1");
        assertEquals(List.of("达标率", "2"), List.of(cell.shownText(), cell.superscript()));
        Cell old =
                cell(
                        xls(
                                w -> {
                                    HSSFFont above = w.createFont();
                                    above.setTypeOffset(org.apache.poi.ss.usermodel.Font.SS_SUPER);
                                    HSSFRichTextString text = new HSSFRichTextString("12.51");
                                    text.applyFont(4, 5, above);
                                    w.createSheet().createRow(0).createCell(0).setCellValue(text);
                                }),
                        "A1");
        assertEquals(List.of("12.5", "1"), List.of(old.shownText(), old.superscript()));
    }

    @Test
    void theSquareOfAUnitIsNoFootnote() throws Exception {
        Cell cell =
                cell(
                        xlsx(shared(
                                        "<si><r><t>面积(km</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r><r><t>)</t></r></si>"))
                                .getFirst(),
                        "A1");
        assertEquals(List.of("面积(km²)", ""), List.of(cell.shownText(), cell.superscript()));
    }

    @Test
    void howAWordIsPronouncedIsLeftOut() throws Exception {
        assertEquals(
                "指标",
                cell(
                                xlsx(shared(
                                                "<si><t>指标</t><rPh sb='0' eb='2'><t>zhibiao</t></rPh><phoneticPr fontId='1'/></si>"))
                                        .getFirst(),
                                "A1")
                        .shownText());
    }

    @Test
    void lettersXmlCannotHoldAreReadBack() throws Exception {
        assertEquals(
                "两\n行",
                cell(xlsx(shared("<si><t>两_x000A_行</t></si>")).getFirst(), "A1").shownText());
    }

    @Test
    void blanksOfEveryKindAboutATextAreNoPartOfIt() throws Exception {
        assertEquals(
                "市场 主体",
                cell(
                                xlsx(shared(
                                                "<si><t xml:space='preserve'>\u3000\u00a0 市场 主体\u00a0\u3000\u200b</t></si>"))
                                        .getFirst(),
                                "A1")
                        .shownText());
    }

    @Test
    void commentsMacrosAndLinksAreNotLookedAt() throws Exception {
        Map<String, String> parts =
                MadeFiles.workbook(
                        row("<c r='A1'><v>1</v></c>")
                                + "<hyperlinks><hyperlink ref='A1'/></hyperlinks><legacyDrawing/>");
        parts.put("xl/comments1.xml", "<not<xml");
        parts.put("xl/vbaProject.bin", "macro");
        parts.put("xl/externalLinks/externalLink1.xml", "<not<xml");
        assertEquals(List.of(List.of("1")), MadeFiles.texts(xlsx(parts).getFirst()));
    }

    private static final String SHEET_2003 =
            """
            <?xml version="1.0" encoding="GB2312"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
            <Worksheet ss:Name="附表"><Table><Column ss:Index="3" ss:Hidden="1"/>
            <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">指标</Data></Cell><Cell><Data ss:Type="DateTime">2023-06-30T00:00:00.000</Data></Cell></Row>
            <Row ss:Index="3"><Cell><Data ss:Type="Number">12.46</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.125</Data></Cell><Cell ss:Formula="=1"/></Row>
            </Table></Worksheet><Worksheet ss:Name="底稿"><Table><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table>
            <x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>""";

    @Test
    void aWorkbookThatIsOneXmlTextUnderTheNameOfXls() throws Exception {
        List<Grid> grids = MadeFiles.grids(SHEET_2003.getBytes(Charset.forName("GB2312")), "a.xls");
        assertEquals(
                List.of(
                        List.of("指标", "指标", "2023-06-30"),
                        List.of("", "", ""),
                        List.of("12.46", "12.50%", "")),
                MadeFiles.texts(grids.getFirst()));
        assertEquals(List.of(new CellRange(0, 0, 0, 1)), grids.getFirst().mergedRanges());
        assertEquals(Optional.of(LocalDate.of(2023, 6, 30)), cell(grids.getFirst(), "C1").date());
        assertEquals(
                List.of(GridFault.UNCALCULATED, GridFault.HIDDEN_COLUMNS),
                grids.getFirst().gridFindings().stream().map(GridFinding::fault).toList());
        assertEquals(GridVisibility.HIDDEN, grids.getLast().visibility());
    }

    @Test
    void aTextUnderTheNameOfAWorkbook() throws Exception {
        assertEquals(
                List.of(List.of("地区", "值"), List.of("甲", "1")),
                MadeFiles.texts(
                        MadeFiles.grids("地区\t值\n甲\t1\n".getBytes(Charset.forName("GBK")), "a.xls")
                                .getFirst()));
    }

    @Test
    void aWorkbookOfWpsUnderItsOwnName() throws Exception {
        byte[] file =
                MadeFiles.xls(
                        w -> w.createSheet("表").createRow(1).createCell(1).setCellValue(12.46));
        assertEquals(
                Optional.of(new BigDecimal("12.46")),
                cell(MadeFiles.grids(file, "a.et").getFirst(), "B2").storedNumber());
    }

    @Test
    void titleAndTextsOfAnotherSheetAreKeptApart() throws Exception {
        Map<String, String> parts = MadeFiles.workbook(row("<c r='A1'><v>1</v></c>"));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (_, text) ->
                        text.replace(
                                "</sheets>",
                                "<sheet name='另' sheetId='2' state='veryHidden' r:id='rId4'/></sheets>"));
        parts.put("xl/worksheets/sheet2.xml", MadeFiles.sheet(row("<c r='A1'><v>2</v></c>")));
        assertEquals(List.of("附表", "另"), xlsx(parts).stream().map(Grid::name).toList());
        assertEquals(
                List.of(GridVisibility.SHOWN, GridVisibility.HIDDEN),
                xlsx(parts).stream().map(Grid::visibility).toList());
    }

    @Test
    void theMarkOfUtf8BeforeAPartIsNoneOfIt() throws Exception {
        Map<String, String> parts =
                MadeFiles.workbook(row("<c r='A1' t='inlineStr'><is><t>指标</t></is></c>"));
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (_, text) -> "\ufeff" + text);
        assertEquals("指标", cell(xlsx(parts).getFirst(), "A1").shownText());
    }
}
