package plumbline.report.table;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Formula;
import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.plan.Period;
import plumbline.report.table.AppendixGrid.AppendixEntry;
import plumbline.report.table.AppendixGrid.AppendixLine;
import plumbline.report.table.AppendixGrid.GridColumn;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * 附表: the appendix table as a workbook. Attainment and progress are live formulas on the cells
 * beside them wherever the table holds the numbers; their kept values are ours.
 */
public final class AppendixTable {
    private static final int TITLE_ROW = 1;
    private static final int HEAD_ROW = 3;

    /**
     * Of a line of the table and of a note, in points; some fonts of offices are taller than
     * others.
     */
    private static final float LINE_HEIGHT = 16;

    private static final float NOTE_HEIGHT = 14;
    private static final double WIDTH_OF_CHARACTER = 256;

    private final Messages words;
    private final Set<AppendixColumn> columns;

    public AppendixTable(Messages words) {
        this(words, AppendixColumn.standardColumns());
    }

    public AppendixTable(Messages words, Set<AppendixColumn> columns) {
        this.words = words;
        this.columns = columns;
    }

    /**
     * @param file is replaced only once the new table is written whole
     * @throws Problem if it cannot be written
     */
    public void writeWorkbook(Evaluation standing, Path file) throws Problem {
        AtomicFile.write(
                file,
                out -> {
                    try (XSSFWorkbook workbook = createWorkbook(standing)) {
                        workbook.write(out);
                    }
                });
    }

    public XSSFWorkbook createWorkbook(Evaluation standing) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        AppendixGrid grid = new AppendixGrid(words, standing, columns);
        addSheet(workbook, new WorkbookStyles(workbook), grid);
        workbook.getProperties().getCoreProperties().setTitle(grid.title());
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return workbook;
    }

    /** Adds the table to a workbook, as a sheet of its own. */
    XSSFSheet addSheet(XSSFWorkbook workbook, WorkbookStyles styles, AppendixGrid grid) {
        XSSFSheet sheet = workbook.createSheet(words.sentence("appendix.sheet"));
        int last = grid.gridColumns().size() - 1;
        addTitle(sheet, grid, last, styles);
        addHeads(sheet, grid, styles);
        int row = HEAD_ROW + 1;
        for (AppendixLine line : grid.lines()) {
            switch (line) {
                case AppendixLine.AppendixHeading(String name) ->
                        addHeading(sheet, row, name, last, styles);
                case AppendixLine.AppendixRow of -> fillRow(sheet.createRow(row), of, grid, styles);
            }
            row++;
        }
        addNotes(sheet, row + 1, grid, last, styles);
        setUpPage(workbook, sheet, grid, row);
        return sheet;
    }

    private static void mergeRow(XSSFSheet sheet, int row, int last) {
        if (last > 0) sheet.addMergedRegion(new CellRangeAddress(row, row, 0, last));
    }

    private void addTitle(XSSFSheet sheet, AppendixGrid grid, int last, WorkbookStyles styles) {
        // An attachment says at its upper left what it is; its title stands centred below.
        addTitleLine(sheet, 0, 24, words.sentence("appendix.sheet"), styles.labelStyle(), last);
        addTitleLine(sheet, TITLE_ROW, 30, grid.title(), styles.titleStyle(), last);
        addTitleLine(
                sheet,
                TITLE_ROW + 1,
                sheet.getDefaultRowHeightInPoints(),
                grid.aboutLine(),
                styles.noteStyle(),
                last);
    }

    private static void addTitleLine(
            XSSFSheet sheet, int at, float height, String said, XSSFCellStyle style, int last) {
        XSSFRow row = sheet.createRow(at);
        row.setHeightInPoints(height);
        putText(row.createCell(0), said, style);
        mergeRow(sheet, at, last);
    }

    private static void addHeads(XSSFSheet sheet, AppendixGrid grid, WorkbookStyles styles) {
        XSSFRow row = sheet.createRow(HEAD_ROW);
        row.setHeightInPoints(34);
        for (int i = 0; i < grid.gridColumns().size(); i++)
            putText(row.createCell(i), grid.gridColumns().get(i).heading(), styles.headStyle());
    }

    private static void addHeading(
            XSSFSheet sheet, int at, String name, int last, WorkbookStyles styles) {
        XSSFRow row = sheet.createRow(at);
        row.setHeightInPoints(22);
        for (int i = 0; i <= last; i++) row.createCell(i).setCellStyle(styles.groupStyle());
        WorkbookStyles.putText(row.getCell(0), name, styles.groupStyle());
        mergeRow(sheet, at, last);
    }

    private void fillRow(
            XSSFRow row, AppendixLine.AppendixRow line, AppendixGrid grid, WorkbookStyles styles) {
        row.setHeightInPoints(LINE_HEIGHT * Math.max(24 / LINE_HEIGHT, tallestEntry(line, grid)));
        for (int i = 0; i < line.entries().size(); i++) {
            XSSFCell cell = row.createCell(i);
            AppendixColumn kind = grid.gridColumns().get(i).kind();
            switch (line.entries().get(i)) {
                case AppendixEntry.TextEntry(String shown, boolean centred) ->
                        putText(cell, shown, centred ? styles.centredStyle() : styles.textStyle());
                // Each with a period of its own would be as many formats as a workbook can hold.
                case AppendixEntry.AmountEntry amount when kind == AppendixColumn.LATEST_FIGURE ->
                        putText(cell, amount.shownText(), styles.centredStyle());
                case AppendixEntry.AmountEntry amount -> {
                    cell.setCellValue(amount.amount().doubleValue());
                    boolean serial = kind == AppendixColumn.NUMBER;
                    cell.setCellStyle(
                            serial
                                    ? styles.serialStyle()
                                    : styles.amountStyle(
                                            amount.decimals(), amount.prefix(), amount.suffix()));
                }
                case AppendixEntry.ShareEntry share -> {
                    shareFormula(share, grid, row.getRowNum())
                            .ifPresentOrElse(
                                    cell::setCellFormula,
                                    () -> cell.setCellValue(share.fraction().doubleValue()));
                    cell.setCellStyle(
                            styles.percentStyle(
                                    new BigDecimal(Wording.formatPercentNumber(share.fraction()))
                                            .scale()));
                }
            }
        }
    }

    private static void putText(Cell cell, String text, XSSFCellStyle style) {
        WorkbookStyles.putText(cell, text, style);
    }

    /**
     * Where the value that was judged, the target and the baseline stand in the table as they are.
     */
    private static Optional<String> shareFormula(
            AppendixEntry.ShareEntry share, AppendixGrid grid, int row) {
        Optional<String> value =
                share.judgedPeriod().flatMap(grid::columnIndex).map(c -> cellReference(row, c));
        Optional<String> target =
                grid.columnIndex(AppendixColumn.TARGET).map(c -> cellReference(row, c));
        Optional<String> baseline =
                grid.columnIndex(AppendixColumn.BASELINE).map(c -> cellReference(row, c));
        if (value.isEmpty() || target.isEmpty()) return Optional.empty();
        if (share.formula() == Formula.ATTAINMENT)
            return Optional.of(value.get() + "/" + target.get());
        return share.formula() != Formula.PROGRESS
                ? Optional.empty()
                : baseline.map(
                        b -> "(" + value.get() + "-" + b + ")/(" + target.get() + "-" + b + ")");
    }

    private static String cellReference(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    private void addNotes(
            XSSFSheet sheet, int from, AppendixGrid grid, int last, WorkbookStyles styles) {
        int at = from;
        for (String note : grid.notes()) {
            XSSFRow row = sheet.createRow(at);
            putText(row.createCell(0), note, styles.noteStyle());
            mergeRow(sheet, at, last);
            double across =
                    IntStream.rangeClosed(0, last)
                            .mapToDouble(c -> columnWidth(grid.gridColumns().get(c)))
                            .sum();
            row.setHeightInPoints(NOTE_HEIGHT * countLines(note, across, 12, 5.2));
            at++;
        }
    }

    /**
     * How many lines a text takes in so many characters' width, a character being 7 pixels.
     *
     * @param wide pixels of a Chinese character at the text's size
     * @param narrow of any other
     */
    static int countLines(String text, double characters, double wide, double narrow) {
        double pixels =
                text.codePoints()
                        .mapToDouble(c -> Character.isIdeographic(c) || c > 0x2000 ? wide : narrow)
                        .sum();
        return (int) Math.ceil(pixels / (characters * 7 * 0.95));
    }

    private int tallestEntry(AppendixLine.AppendixRow line, AppendixGrid grid) {
        return IntStream.range(0, line.entries().size())
                .map(
                        i ->
                                countLines(
                                        line.entries().get(i).shownText(),
                                        columnWidth(grid.gridColumns().get(i)) - 2,
                                        14,
                                        7))
                .max()
                .orElse(1);
    }

    /** In characters of the standard font. */
    private double columnWidth(GridColumn place) {
        return switch (place.kind()) {
            case NUMBER -> 6;
            case NAME -> 34;
            case UNIT -> 9;
            case DEPARTMENT -> 20;
            case SOURCE -> 40;
            case VERDICT -> words.isChinese() ? 12 : 18;
            case BASELINE,
                    YEARLY_TARGETS,
                    MID_TERM,
                    FORMER_TARGET,
                    TARGET,
                    FIGURES,
                    OTHER_FIGURES,
                    LATER_FIGURES ->
                    place.period().map(Period::code).filter(c -> c.length() > 7).isPresent()
                            ? 18
                            : 14;
            case LATEST_FIGURE -> 24;
            case ATTAINMENT, PROGRESS, PROGRESS_DUE, TIME_PROGRESS, GAP, NEEDED, PROPERTY -> 12;
        };
    }

    private void setUpPage(XSSFWorkbook workbook, XSSFSheet sheet, AppendixGrid grid, int end) {
        List<GridColumn> places = grid.gridColumns();
        int last = places.size() - 1;
        for (int i = 0; i <= last; i++)
            sheet.setColumnWidth(i, (int) (columnWidth(places.get(i)) * WIDTH_OF_CHARACTER));
        sheet.createFreezePane(
                grid.columnIndex(AppendixColumn.NAME).map(c -> c + 1).orElse(0), HEAD_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, 0, last));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("— &P —");
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet), 0, last, 0, Math.max(end, sheet.getLastRowNum()));
    }
}
