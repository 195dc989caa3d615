package plumbline.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.util.RecordFormatException;
import plumbline.words.Problem;

/** The visible sheets of a workbook, each a table: the number behind a cell beside the text it shows. */
final class WorkbookBlocks {
    private static final int MOST_ROWS = 3000;
    private static final int MOST_COLUMNS = 120;

    private WorkbookBlocks() { }

    static List<Block> read(byte[] bytes, String name) throws Problem {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) blocks.add(new Block.Table(grid(workbook.getSheetAt(i))));
            }
            return blocks;
        } catch (EncryptedDocumentException e) {
            throw new Problem("problem.table.locked", name).because(e);
        } catch (IOException | POIXMLException | RecordFormatException | IllegalArgumentException | IllegalStateException e) {
            throw new Problem("problem.table.kind", name).because(e);
        }
    }

    private static Grid grid(Sheet sheet) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r <= Math.min(sheet.getLastRowNum(), MOST_ROWS); r++) rows.add(row(sheet.getRow(r), r, formatter));
        for (CellRangeAddress region : sheet.getMergedRegions()) spread(rows, region);
        return new Grid(rows, sheet.getSheetName());
    }

    private static List<Cell> row(Row row, int r, DataFormatter formatter) {
        List<Cell> cells = new ArrayList<>();
        int end = row == null ? 0 : Math.min(row.getLastCellNum(), MOST_COLUMNS);
        for (int c = 0; c < end; c++) cells.add(cell(row.getCell(c), r, c, formatter));
        return cells;
    }

    private static Cell cell(org.apache.poi.ss.usermodel.Cell cell, int r, int c, DataFormatter formatter) {
        if (cell == null) return Cell.of(r, c, "");
        return new Cell(Cell.address(r, c), formatter.formatCellValue(cell).strip(), number(cell));
    }

    private static Optional<BigDecimal> number(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type != CellType.NUMERIC || DateUtil.isCellDateFormatted(cell)) return Optional.empty();
        return Optional.of(new BigDecimal(NumberToTextConverter.toText(cell.getNumericCellValue())));
    }

    /** A merged cell says the same in each of its places. */
    private static void spread(List<List<Cell>> rows, CellRangeAddress region) {
        if (region.getFirstRow() >= rows.size() || region.getFirstColumn() >= rows.get(region.getFirstRow()).size()) return;
        Cell first = rows.get(region.getFirstRow()).get(region.getFirstColumn());
        for (int r = region.getFirstRow(); r <= Math.min(region.getLastRow(), rows.size() - 1); r++) {
            List<Cell> row = rows.get(r);
            for (int c = region.getFirstColumn(); c <= Math.min(region.getLastColumn(), MOST_COLUMNS); c++) {
                while (row.size() <= c) row.add(Cell.of(r, row.size(), ""));
                row.set(c, new Cell(Cell.address(r, c), first.shown(), first.raw()));
            }
        }
    }
}
