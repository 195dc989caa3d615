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
import plumbline.chart.ChartNumbers.Curve;
import plumbline.chart.ChartNumbers.Run;
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
    private final XSSFCellStyle number;
    private final XSSFCellStyle day;
    private int columns;

    private DataSheet(XSSFSheet sheet, String format) {
        this.sheet = sheet;
        this.number = style(format);
        this.day = style("yyyy-mm-dd");
    }

    private XSSFCellStyle style(String format) {
        XSSFCellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }

    static DataSheet fill(XSSFSheet sheet, Chart chart, ChartNumbers figures, Messages words) {
        DataSheet data =
                new DataSheet(
                        sheet,
                        figures instanceof ChartNumbers.ByName n && n.shares()
                                ? NamedPlot.PERCENT
                                : "General");
        switch (figures) {
            case ChartNumbers.ByName byName -> data.byName(byName, words.say("figures.name"));
            case ChartNumbers.ByDay byDay -> data.byDay(byDay, words.say("figures.day"));
        }
        data.remarks(chart);
        return data;
    }

    private void byName(ChartNumbers.ByName figures, String head) {
        text(0, 0, head);
        sheet.setColumnWidth(0, WIDE);
        for (int i = 0; i < figures.names().size(); i++) text(i + 1, 0, figures.names().get(i));
        for (int r = 0; r < figures.runs().size(); r++) {
            Run run = figures.runs().get(r);
            text(0, r + 1, run.name());
            sheet.setColumnWidth(r + 1, NARROW);
            for (int i = 0; i < run.amounts().size(); i++)
                amount(i + 1, r + 1, run.amounts().get(i));
        }
        columns = figures.runs().size() + 1;
    }

    private void byDay(ChartNumbers.ByDay figures, String head) {
        for (int c = 0; c < figures.curves().size(); c++) {
            Curve curve = figures.curves().get(c);
            text(0, 2 * c, head);
            text(0, 2 * c + 1, curve.name());
            sheet.setColumnWidth(2 * c, NARROW);
            sheet.setColumnWidth(2 * c + 1, NARROW);
            for (int i = 0; i < curve.spots().size(); i++) {
                day(i + 1, 2 * c, curve.spots().get(i).on());
                amount(i + 1, 2 * c + 1, curve.spots().get(i).amount());
            }
        }
        columns = 2 * figures.curves().size();
    }

    /** Below the numbers and no wider than they, because the chart stands at their right. */
    private void remarks(Chart chart) {
        XSSFCellStyle wrapped = sheet.getWorkbook().createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        int across = IntStream.range(0, columns).map(sheet::getColumnWidth).sum() / 256;
        int row = sheet.getLastRowNum() + 2;
        for (String remark : List.of(chart.title(), chart.subtitle(), chart.note())) {
            Cell cell = cell(row, 0);
            Styles.put(cell, remark, wrapped);
            cell.getRow()
                    .setHeightInPoints(
                            LINE_HEIGHT
                                    * Math.max(1, AppendixTable.lines(remark, across, 15, 7.5)));
            if (columns > 1) sheet.addMergedRegion(new CellRangeAddress(row, row, 0, columns - 1));
            row++;
        }
    }

    private Cell cell(int row, int column) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.createCell(column);
    }

    private void text(int row, int column, String text) {
        Styles.put(cell(row, column), text, sheet.getWorkbook().getCellStyleAt(0));
    }

    private void amount(int row, int column, Optional<BigDecimal> amount) {
        amount.ifPresent(
                a -> {
                    Cell cell = cell(row, column);
                    cell.setCellValue(a.doubleValue());
                    cell.setCellStyle(number);
                });
    }

    private void day(int row, int column, LocalDate on) {
        Cell cell = cell(row, column);
        cell.setCellValue(on);
        cell.setCellStyle(day);
    }

    /** How many the numbers take. */
    int columns() {
        return columns;
    }

    CellReference head(int column) {
        return new CellReference(sheet.getSheetName(), 0, column, true, true);
    }

    XDDFCategoryDataSource names(int rows) {
        return XDDFDataSourcesFactory.fromStringCellRange(sheet, below(0, rows));
    }

    XDDFNumericalDataSource<Double> numbers(int column, int rows) {
        return XDDFDataSourcesFactory.fromNumericCellRange(sheet, below(column, rows));
    }

    private static CellRangeAddress below(int column, int rows) {
        return new CellRangeAddress(1, rows, column, column);
    }
}
