package plumbline.report.table;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.base.SafeText;

import java.util.HashMap;
import java.util.Map;

/**
 * The cell styles of a workbook, each made once. Fonts are named as offices have them; none is
 * embedded.
 */
final class Styles {
    private static final String SONG = "宋体";
    private static final String HEI = "黑体";

    /**
     * The width of a space, in the number's own format: LibreOffice loses the indent of a number
     * that is not formatted like its neighbour.
     */
    private static final String FROM_THE_EDGE = "_ ";

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * A text, which stays one even if somebody goes into the cell and out again: {@code =1+1} is
     * not calculated then either.
     */
    static void put(Cell cell, String text, XSSFCellStyle style) {
        cell.setCellValue(text);
        cell.setCellStyle(style);
        if (!SafeText.isFormula(text)) return;
        XSSFCellStyle quoted = style.copy();
        quoted.setQuotePrefixed(true);
        cell.setCellStyle(quoted);
    }

    XSSFCellStyle title() {
        return made.computeIfAbsent("title", _ -> plain(HEI, 16, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle note() {
        return made.computeIfAbsent(
                "note",
                _ -> {
                    XSSFCellStyle style = plain(SONG, 9, HorizontalAlignment.LEFT);
                    style.setWrapText(true);
                    style.setVerticalAlignment(VerticalAlignment.TOP);
                    return style;
                });
    }

    XSSFCellStyle label() {
        return made.computeIfAbsent("label", _ -> plain(HEI, 16, HorizontalAlignment.LEFT));
    }

    XSSFCellStyle head() {
        return made.computeIfAbsent("head", _ -> ruled(HEI, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle group() {
        return made.computeIfAbsent(
                "group",
                _ -> {
                    XSSFCellStyle style = ruled(HEI, HorizontalAlignment.LEFT);
                    style.setIndention((short) 1);
                    return style;
                });
    }

    XSSFCellStyle text() {
        return made.computeIfAbsent(
                "text",
                _ -> {
                    XSSFCellStyle style = ruled(SONG, HorizontalAlignment.LEFT);
                    style.setIndention((short) 1);
                    return style;
                });
    }

    XSSFCellStyle serial() {
        return made.computeIfAbsent("serial", _ -> ruled(SONG, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle centred() {
        return made.computeIfAbsent("centred", _ -> ruled(SONG, HorizontalAlignment.CENTER));
    }

    XSSFCellStyle percent(int decimals) {
        return made.computeIfAbsent(
                "percent " + decimals, _ -> formatted("0." + "0".repeat(decimals) + "%"));
    }

    XSSFCellStyle amount(int decimals, String before) {
        return amount(decimals, before, "");
    }

    /**
     * @param before and {@code after}: marks that are shown about the number but are not part of it
     */
    XSSFCellStyle amount(int decimals, String before, String after) {
        String number = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        String above = quoted(before) + number + quoted(after);
        // A minus of the spreadsheet's own would stand before the mark: -≤3.
        String format =
                before.isEmpty()
                        ? above
                        : above
                                + FROM_THE_EDGE
                                + ";"
                                + quoted(before)
                                + "-"
                                + number
                                + quoted(after);
        return made.computeIfAbsent(format, this::formatted);
    }

    private static String quoted(String mark) {
        return mark.isEmpty() ? "" : '"' + mark.replace("\"", "") + '"';
    }

    private XSSFCellStyle formatted(String format) {
        XSSFCellStyle style = ruled(SONG, HorizontalAlignment.RIGHT);
        style.setWrapText(false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format + FROM_THE_EDGE));
        return style;
    }

    private XSSFCellStyle ruled(String face, HorizontalAlignment alignment) {
        XSSFCellStyle style = plain(face, 10.5, alignment);
        style.setWrapText(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle plain(String face, double points, HorizontalAlignment alignment) {
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
