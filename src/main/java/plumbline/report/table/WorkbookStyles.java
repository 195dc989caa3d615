package plumbline.report.table;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.base.FormulaSafeText;

import java.util.HashMap;
import java.util.Map;

/**
 * The cell styles of a workbook, each made once. Fonts are named as offices have them; none is
 * embedded.
 */
final class WorkbookStyles {
    private static final String SONG = "宋体";
    private static final String HEI = "黑体";

    /**
     * The width of a space, in the number's own format: LibreOffice loses the indent of a number
     * that is not formatted like its neighbour.
     */
    private static final String FROM_THE_EDGE = "_ ";

    private final XSSFWorkbook workbook;

    /** A workbook holds 250 formats of its own. */
    private static final int MOST_FORMATS = 200;

    private final Map<String, XSSFCellStyle> stylesByKey = new HashMap<>();

    WorkbookStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * A text, which stays one even if somebody goes into the cell and out again: {@code =1+1} is
     * not calculated then either.
     */
    static void putText(Cell cell, String text, XSSFCellStyle style) {
        cell.setCellValue(text);
        cell.setCellStyle(style);
        if (!FormulaSafeText.isFormula(text)) return;
        XSSFCellStyle quoted = style.copy();
        quoted.setQuotePrefixed(true);
        cell.setCellStyle(quoted);
    }

    XSSFCellStyle titleStyle() {
        return stylesByKey.computeIfAbsent(
                "title", _ -> plainStyle(HEI, 16, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle noteStyle() {
        return stylesByKey.computeIfAbsent(
                "note",
                _ -> {
                    XSSFCellStyle style = plainStyle(SONG, 9, HorizontalAlignment.LEFT);
                    style.setWrapText(true);
                    style.setVerticalAlignment(VerticalAlignment.TOP);
                    return style;
                });
    }

    XSSFCellStyle labelStyle() {
        return stylesByKey.computeIfAbsent(
                "label", _ -> plainStyle(HEI, 16, HorizontalAlignment.LEFT));
    }

    XSSFCellStyle headStyle() {
        return stylesByKey.computeIfAbsent(
                "head", _ -> ruledStyle(HEI, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle groupStyle() {
        return stylesByKey.computeIfAbsent(
                "group",
                _ -> {
                    XSSFCellStyle style = ruledStyle(HEI, HorizontalAlignment.LEFT);
                    style.setIndention((short) 1);
                    return style;
                });
    }

    XSSFCellStyle textStyle() {
        return stylesByKey.computeIfAbsent(
                "text",
                _ -> {
                    XSSFCellStyle style = ruledStyle(SONG, HorizontalAlignment.LEFT);
                    style.setIndention((short) 1);
                    return style;
                });
    }

    XSSFCellStyle serialStyle() {
        return stylesByKey.computeIfAbsent(
                "serial", _ -> ruledStyle(SONG, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle centredStyle() {
        return stylesByKey.computeIfAbsent(
                "centred", _ -> ruledStyle(SONG, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle percentStyle(int decimals) {
        return stylesByKey.computeIfAbsent(
                "percent " + decimals, _ -> formattedStyle("0." + "0".repeat(decimals) + "%"));
    }

    XSSFCellStyle amountStyle(int decimals, String before) {
        return amountStyle(decimals, before, "");
    }

    /**
     * @param before and {@code after}: marks that are shown about the number but are not part of it
     */
    XSSFCellStyle amountStyle(int decimals, String before, String after) {
        if (stylesByKey.size() >= MOST_FORMATS) return plainAmountStyle();
        String number = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        String above = quoteMark(before) + number + quoteMark(after);
        // A minus of the spreadsheet's own would stand before the mark: -≤3.
        String format =
                before.isEmpty()
                        ? above
                        : above
                                + FROM_THE_EDGE
                                + ";"
                                + quoteMark(before)
                                + "-"
                                + number
                                + quoteMark(after);
        return stylesByKey.computeIfAbsent(format, this::formattedStyle);
    }

    /**
     * Where a workbook has more marks than it can hold formats, the rest of its numbers stand
     * without: formulas go on working, and the documents show the marks.
     */
    private XSSFCellStyle plainAmountStyle() {
        return stylesByKey.computeIfAbsent("General", this::formattedStyle);
    }

    private static String quoteMark(String mark) {
        return mark.isEmpty() ? "" : '"' + mark.replace("\"", "") + '"';
    }

    private XSSFCellStyle formattedStyle(String format) {
        XSSFCellStyle style = ruledStyle(SONG, HorizontalAlignment.RIGHT);
        style.setWrapText(false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format + FROM_THE_EDGE));
        return style;
    }

    private XSSFCellStyle ruledStyle(String face, HorizontalAlignment alignment) {
        XSSFCellStyle style = plainStyle(face, 10.5, alignment);
        style.setWrapText(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle plainStyle(String face, double points, HorizontalAlignment alignment) {
        XSSFFont font = workbook.createFont();
        font.setFontName(face);
        font.setFontHeight(points);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }
}
