package plumbline.report.table;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.analysis.AnalysisTable;
import plumbline.analysis.AnalysisTable.Cell;
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

    public void csv(Path file) throws Problem {
        List<PlainTable.Measure<List<Cell>>> measures = new ArrayList<>();
        for (int i = 0; i < answer.heads().size(); i++) {
            int at = i;
            AnalysisTable.Head head = answer.heads().get(i);
            measures.add(
                    new PlainTable.Measure<>(
                            "" + i,
                            head.text(),
                            row -> row.get(at).text(),
                            row -> row.get(at).number(),
                            head.number()));
        }
        String text = new PlainTable<>(measures, answer.rows()).csv();
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    public void xlsx(Path file) throws Problem {
        AtomicFile.write(
                file,
                out -> {
                    try (XSSFWorkbook workbook = workbook()) {
                        workbook.write(out);
                    }
                });
    }

    private XSSFWorkbook workbook() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Styles styles = new Styles(workbook);
        XSSFSheet sheet = workbook.createSheet();
        Styles.put(sheet.createRow(0).createCell(0), title, styles.title());
        XSSFRow heads = sheet.createRow(1);
        for (int i = 0; i < answer.heads().size(); i++)
            Styles.put(heads.createCell(i), answer.heads().get(i).text(), styles.head());
        for (List<Cell> cells : answer.rows())
            fill(sheet.createRow(sheet.getLastRowNum() + 1), cells, styles);
        for (String note : notes)
            Styles.put(
                    sheet.createRow(sheet.getLastRowNum() + 1).createCell(0),
                    note,
                    workbook.getCellStyleAt(0));
        IntStream.range(0, answer.heads().size())
                .forEach(i -> sheet.setColumnWidth(i, width(i) * CHARACTER));
        sheet.createFreezePane(0, 2);
        return workbook;
    }

    private static void fill(XSSFRow row, List<Cell> cells, Styles styles) {
        for (int i = 0; i < cells.size(); i++) {
            Cell from = cells.get(i);
            XSSFCell cell = row.createCell(i);
            from.number()
                    .ifPresentOrElse(
                            n -> put(cell, n, styles),
                            () -> Styles.put(cell, from.text(), styles.text()));
        }
    }

    private static void put(XSSFCell cell, BigDecimal number, Styles styles) {
        cell.setCellValue(number.doubleValue());
        cell.setCellStyle(styles.amount(Math.max(0, number.scale()), ""));
    }

    private int width(int column) {
        int longest =
                answer.rows().stream()
                        .mapToInt(r -> 2 * r.get(column).text().length())
                        .max()
                        .orElse(0);
        return Math.clamp(
                Math.max(longest, 2 * answer.heads().get(column).text().length()) + 4L, 10, WIDEST);
    }
}
