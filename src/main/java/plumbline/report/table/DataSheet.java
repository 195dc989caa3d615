package plumbline.report.table;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

import plumbline.chart.Chart;
import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.DatedSeries;
import plumbline.chart.ChartNumbers.NumberSeries;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers under an Office chart: heads in the first row, then a row for each name; or two
 * columns, day and number, for each curve.
 */
final class DataSheet {
    private static final int WIDE = 30 * 256;
    private static final int NARROW = 15 * 256;
    private static final float LINE_HEIGHT = 15;
    private final XSSFSheet sheet;
    private final XSSFCellStyle numberStyle;
    private final XSSFCellStyle dayStyle;
    private int columnCount;

    private DataSheet(XSSFSheet sheet, String format) {
        this.sheet = sheet;
        this.numberStyle = createStyle(format);
        this.dayStyle = createStyle("yyyy-mm-dd");
    }

    private XSSFCellStyle createStyle(String format) {
        XSSFCellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    static DataSheet fillSheet(XSSFSheet sheet, Chart chart, ChartNumbers figures, Messages words) {
        DataSheet data =
                new DataSheet(
                        sheet,
                        figures instanceof ChartNumbers.NumbersByName n && n.areShares()
                                ? NamedPlot.PERCENT
                                : "General");
        switch (figures) {
            case ChartNumbers.NumbersByName byName ->
                    data.fillByName(byName, words.sentence("figures.name"));
            case ChartNumbers.NumbersByDay byDay ->
                    data.fillByDay(byDay, words.sentence("figures.day"));
        }
        data.addRemarks(chart);
        return data;
    }

    private void fillByName(ChartNumbers.NumbersByName figures, String head) {
        putText(0, 0, head);
        sheet.setColumnWidth(0, WIDE);
        for (int i = 0; i < figures.names().size(); i++) putText(i + 1, 0, figures.names().get(i));
        for (int r = 0; r < figures.series().size(); r++) {
            NumberSeries run = figures.series().get(r);
            putText(0, r + 1, run.name());
            sheet.setColumnWidth(r + 1, NARROW);
            for (int i = 0; i < run.amounts().size(); i++)
                putAmount(i + 1, r + 1, run.amounts().get(i));
        }
        columnCount = figures.series().size() + 1;
    }

    private void fillByDay(ChartNumbers.NumbersByDay figures, String head) {
        for (int c = 0; c < figures.curves().size(); c++) {
            DatedSeries curve = figures.curves().get(c);
            putText(0, 2 * c, head);
            putText(0, 2 * c + 1, curve.name());
            sheet.setColumnWidth(2 * c, NARROW);
            sheet.setColumnWidth(2 * c + 1, NARROW);
            for (int i = 0; i < curve.numbers().size(); i++) {
                putDay(i + 1, 2 * c, curve.numbers().get(i).day());
                putAmount(i + 1, 2 * c + 1, curve.numbers().get(i).amount());
            }
        }
        columnCount = 2 * figures.curves().size();
    }

    /** Below the numbers and no wider than they, because the chart stands at their right. */
    private void addRemarks(Chart chart) {
        XSSFCellStyle wrapped = sheet.getWorkbook().createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        int across = IntStream.range(0, columnCount).map(sheet::getColumnWidth).sum() / 256;
        int row = sheet.getLastRowNum() + 2;
        for (String remark : List.of(chart.title(), chart.subtitle(), chart.note())) {
            Cell cell = createCell(row, 0);
            WorkbookStyles.putText(cell, remark, wrapped);
            cell.getRow()
                    .setHeightInPoints(
                            LINE_HEIGHT
                                    * Math.max(
                                            1, AppendixTable.countLines(remark, across, 15, 7.5)));
            if (columnCount > 1)
                sheet.addMergedRegion(new CellRangeAddress(row, row, 0, columnCount - 1));
            row++;
        }
    }

    private Cell createCell(int row, int column) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.createCell(column);
    }

    private void putText(int row, int column, String text) {
        WorkbookStyles.putText(
                createCell(row, column), text, sheet.getWorkbook().getCellStyleAt(0));
    }

    private void putAmount(int row, int column, Optional<BigDecimal> amount) {
        amount.ifPresent(
                a -> {
                    Cell cell = createCell(row, column);
                    cell.setCellValue(a.doubleValue());
                    cell.setCellStyle(numberStyle);
                });
    }

    private void putDay(int row, int column, LocalDate on) {
        Cell cell = createCell(row, column);
        cell.setCellValue(on);
        cell.setCellStyle(dayStyle);
    }

    /** How many the numbers take. */
    int columnCount() {
        return columnCount;
    }

    CellReference headReference(int column) {
        return new CellReference(sheet.getSheetName(), 0, column, true, true);
    }

    XDDFCategoryDataSource nameSource(int rows) {
        return XDDFDataSourcesFactory.fromStringCellRange(sheet, rangeBelowHead(0, rows));
    }

    XDDFNumericalDataSource<Double> numberSource(int column, int rows) {
        return XDDFDataSourcesFactory.fromNumericCellRange(sheet, rangeBelowHead(column, rows));
    }

    private static CellRangeAddress rangeBelowHead(int column, int rows) {
        return new CellRangeAddress(1, rows, column, column);
    }
}
