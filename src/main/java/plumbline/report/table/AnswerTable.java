package plumbline.report.table;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.analysis.AnalysisTable;
import plumbline.analysis.AnalysisTable.AnalysisCell;
import plumbline.base.AtomicFile;
import plumbline.base.Problem;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The answer to a question about the figures, as a workbook or CSV. */
public final class AnswerTable {
    private static final int CHARACTER = 256;
    private static final int WIDEST = 42;
    private final String title;
    private final AnalysisTable answer;
    private final List<String> notes;

    /**
     * @param notes stand below the table
     */
    public AnswerTable(String title, AnalysisTable answer, List<String> notes) {
        this.title = title;
        this.answer = answer;
        this.notes = List.copyOf(notes);
    }

    public void writeCsv(Path file) throws Problem {
        List<PlainTable.PlainTableColumn<List<AnalysisCell>>> measures = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            int at = i;
            AnalysisTable.AnalysisColumn head = answer.columns().get(i);
            measures.add(
                    new PlainTable.PlainTableColumn<>(
                            "" + i,
                            head.heading(),
                            row -> row.get(at).text(),
                            row -> row.get(at).number(),
                            head.isNumeric()));
        }
        String text = new PlainTable<>(measures, answer.rows()).toCsv();
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    public void writeXlsx(Path file) throws Problem {
        AtomicFile.write(
                file,
                out -> {
                    try (XSSFWorkbook workbook = createWorkbook()) {
                        workbook.write(out);
                    }
                });
    }

    private XSSFWorkbook createWorkbook() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        WorkbookStyles styles = new WorkbookStyles(workbook);
        XSSFSheet sheet = workbook.createSheet();
        WorkbookStyles.putText(sheet.createRow(0).createCell(0), title, styles.titleStyle());
        XSSFRow heads = sheet.createRow(1);
        for (int i = 0; i < answer.columns().size(); i++)
            WorkbookStyles.putText(
                    heads.createCell(i), answer.columns().get(i).heading(), styles.headStyle());
        for (List<AnalysisCell> cells : answer.rows())
            fillRow(sheet.createRow(sheet.getLastRowNum() + 1), cells, styles);
        for (String note : notes)
            WorkbookStyles.putText(
                    sheet.createRow(sheet.getLastRowNum() + 1).createCell(0),
                    note,
                    workbook.getCellStyleAt(0));
        IntStream.range(0, answer.columns().size())
                .forEach(i -> sheet.setColumnWidth(i, columnWidth(i) * CHARACTER));
        sheet.createFreezePane(0, 2);
        return workbook;
    }

    private static void fillRow(XSSFRow row, List<AnalysisCell> cells, WorkbookStyles styles) {
        for (int i = 0; i < cells.size(); i++) {
            AnalysisCell from = cells.get(i);
            XSSFCell cell = row.createCell(i);
            from.number()
                    .ifPresentOrElse(
                            n -> putNumber(cell, n, styles),
                            () -> WorkbookStyles.putText(cell, from.text(), styles.textStyle()));
        }
    }

    private static void putNumber(XSSFCell cell, BigDecimal number, WorkbookStyles styles) {
        cell.setCellValue(number.doubleValue());
        cell.setCellStyle(styles.amountStyle(Math.max(0, number.scale()), ""));
    }

    private int columnWidth(int column) {
        int longest =
                answer.rows().stream()
                        .mapToInt(r -> 2 * r.get(column).text().length())
                        .max()
                        .orElse(0);
        return Math.clamp(
                Math.max(longest, 2 * answer.columns().get(column).heading().length()) + 4L,
                10,
                WIDEST);
    }
}
