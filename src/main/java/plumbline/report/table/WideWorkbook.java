package plumbline.report.table;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.FigureSeries;
import plumbline.chart.Chart;
import plumbline.chart.drawing.Palette;
import plumbline.chart.make.ChartGallery;
import plumbline.plan.ChartKind;
import plumbline.plan.Observation;
import plumbline.plan.Reading;
import plumbline.plan.SavedChart;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.TotalWording;
import plumbline.words.Wording;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything known, to work on: the table with all its columns, every figure with its source on a
 * line of its own, and the overview as a chart.
 */
public final class WideWorkbook {
    private static final int UNIT = 256;
    private static final float HEIGHT = 14;

    /** The columns that may run over several lines. */
    private static final int[] TEXTS = {1, 7, 8, 9};

    private static final int[] WIDTHS = {6, 34, 12, 18, 10, 16, 8, 46, 24, 46};
    private final Messages words;
    private final Evaluation standing;
    private final Wording wording;
    private final ExplanationWording explanation;

    public WideWorkbook(Messages words, Evaluation standing) {
        this.words = words;
        this.standing = standing;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
    }

    public void writeWorkbook(OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            WorkbookStyles styles = new WorkbookStyles(workbook);
            new AppendixTable(words, allColumns())
                    .addSheet(workbook, styles, new AppendixGrid(words, standing, allColumns()));
            addFigureSheet(workbook, styles);
            NativeChart drawn = new NativeChart(words, Palette.LIGHT);
            List<Chart> charts =
                    Stream.of(ChartKind.OVERVIEW, ChartKind.TALLY)
                            .flatMap(this::chartsOfKind)
                            .filter(drawn::canDraw)
                            .toList();
            for (int i = 0; i < charts.size(); i++)
                drawn.addSheet(
                        charts.get(i),
                        workbook,
                        words.sentence("wide.chart") + (charts.size() == 1 ? "" : " " + (i + 1)));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
    }

    private Stream<Chart> chartsOfKind(ChartKind kind) {
        return new ChartGallery(words)
                        .createCharts(
                                SavedChart.createForWholePlan(standing.plan().id(), kind),
                                standing,
                                Optional.empty())
                        .stream();
    }

    /** The former target only where one was revised: the grid sees to that. */
    private static Set<AppendixColumn> allColumns() {
        return EnumSet.copyOf(AppendixColumn.allColumns());
    }

    private void addFigureSheet(XSSFWorkbook workbook, WorkbookStyles styles) {
        XSSFSheet sheet = workbook.createSheet(words.sentence("wide.figures"));
        List<String> heads =
                List.of(
                        words.sentence("appendix.number"),
                        words.sentence("appendix.name"),
                        words.sentence("appendix.unit"),
                        words.sentence("assess.period"),
                        words.sentence("wide.status"),
                        words.sentence("wide.figure"),
                        words.sentence("inspector.months"),
                        words.sentence("wide.document"),
                        words.sentence("wide.place"),
                        words.sentence("inspector.figure.note"));
        fillHeads(sheet.createRow(0), heads, styles);
        int row = 1;
        for (Assessment a : standing.assessments()) {
            FigureSeries series = a.series();
            for (Observation o : series.observations()) {
                XSSFRow line = sheet.createRow(row++);
                fillRow(line, a, o, series, styles);
                line.setHeightInPoints(
                        HEIGHT
                                        * IntStream.of(TEXTS)
                                                .map(
                                                        c ->
                                                                AppendixTable.countLines(
                                                                        line.getCell(c)
                                                                                .getStringCellValue(),
                                                                        WIDTHS[c] - 2,
                                                                        14,
                                                                        7))
                                                .max()
                                                .orElse(1)
                                + 4);
            }
        }
        IntStream.range(0, WIDTHS.length).forEach(i -> sheet.setColumnWidth(i, WIDTHS[i] * UNIT));
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, row - 1), 0, WIDTHS.length - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, WIDTHS.length - 1));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setCenter("— &P —");
    }

    private static void fillHeads(XSSFRow row, List<String> heads, WorkbookStyles styles) {
        for (int i = 0; i < heads.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(heads.get(i));
            cell.setCellStyle(styles.headStyle());
        }
    }

    private void fillRow(
            XSSFRow row, Assessment a, Observation o, FigureSeries series, WorkbookStyles styles) {
        Cell number = row.createCell(0);
        number.setCellValue(a.number());
        number.setCellStyle(styles.serialStyle());
        putText(row, 1, a.indicator().name(), styles);
        putText(row, 2, a.indicator().unit(), styles);
        putText(row, 3, wording.formatPeriod(o.period()), styles);
        putText(row, 4, words.nameOf(o.status()), styles);
        if (o.reading() instanceof Reading.Value(BigDecimal amount, boolean about, _)) {
            Cell figure = row.createCell(5);
            figure.setCellValue(amount.doubleValue());
            figure.setCellStyle(
                    styles.amountStyle(
                            Math.max(
                                    0,
                                    Wording.readingDecimals(o.reading(), a.indicator().decimals())),
                            about ? words.sentence("wording.about", "") : ""));
        } else {
            putText(row, 5, wording.observationText(o, a.indicator()), styles);
        }
        Cell months = row.createCell(6);
        months.setCellValue(o.monthsCovered());
        months.setCellStyle(styles.serialStyle());
        putText(
                row,
                7,
                series.findTotalBehind(o)
                        .map(new TotalWording(words)::totalSentence)
                        .orElseGet(
                                () ->
                                        o.source().isTyped()
                                                ? explanation.sourceText(o.source())
                                                : o.source().document()),
                styles);
        putText(row, 8, o.source().place(), styles);
        putText(row, 9, o.note(), styles);
    }

    private static void putText(XSSFRow row, int column, String text, WorkbookStyles styles) {
        WorkbookStyles.putText(row.createCell(column), text, styles.textStyle());
    }
}
