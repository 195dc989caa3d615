package plumbline.report.table;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

import plumbline.chart.Chart;
import plumbline.chart.ChartNumbers;
import plumbline.chart.drawing.Palette;
import plumbline.chart.make.ChartNumbersExtractor;
import plumbline.words.Messages;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart as Office's own, to be edited there: it stands on a data sheet that comes with it and
 * keeps its numbers besides, so that it shows where the sheet is not opened. A number that is
 * missing is a blank cell and a gap, never 0.
 */
public final class NativeChart {
    private static final int COLUMNS = 14;
    private static final int ROWS = 26;

    private static final Pattern WORKBOOK_NAME =
            Pattern.compile("/ppt/embeddings/Microsoft_Excel_Worksheet(\\d{1,6})\\.xlsx");

    private final Messages words;
    private final Palette palette;

    public NativeChart(Messages words, Palette palette) {
        this.words = words;
        this.palette = palette;
    }

    /** Whether a spreadsheet can draw the chart; those it cannot are handed over as pictures. */
    public boolean canDraw(Chart chart) {
        return findNumbers(chart).isPresent();
    }

    private Optional<ChartNumbers> findNumbers(Chart chart) {
        return new ChartNumbersExtractor(words).extractNumbers(chart);
    }

    /**
     * A sheet of its own at the end of the workbook: the numbers, and the chart to their right.
     *
     * @param name of the sheet; made fit for one
     */
    public void addSheet(Chart chart, XSSFWorkbook workbook, String name) {
        ChartNumbers figures = findNumbers(chart).orElseThrow();
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        DataSheet data = DataSheet.fillSheet(sheet, chart, figures, words);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        var drawing = sheet.createDrawingPatriarch();
        int from = data.columnCount() + 1;
        drawNumbers(
                drawing.createChart(
                        drawing.createAnchor(0, 0, 0, 0, from, 1, from + COLUMNS, 1 + ROWS)),
                chart,
                figures,
                data);
    }

    /**
     * @param place on the slide, in points
     */
    public void addToSlide(Chart chart, XMLSlideShow show, XSLFSlide slide, Rectangle2D place) {
        XSLFChart made = show.createChart();
        made.setChartIndex(freeWorkbookIndex(show, partNumber(made)));
        drawWithWorkbook(made, chart);
        slide.addChart(
                made,
                new Rectangle2D.Double(
                        toEmu(place.getX()),
                        toEmu(place.getY()),
                        toEmu(place.getWidth()),
                        toEmu(place.getHeight())));
    }

    /**
     * Free of the workbooks that a template's layouts hold, and of those of the charts made so far,
     * which come into the package only when it is written.
     */
    private static int freeWorkbookIndex(XMLSlideShow show, int chartIndex) {
        try {
            return chartIndex
                    + show.getPackage().getParts().stream()
                            .map(p -> WORKBOOK_NAME.matcher(p.getPartName().getName()))
                            .filter(Matcher::matches)
                            .mapToInt(m -> Integer.parseInt(m.group(1)))
                            .max()
                            .orElse(0);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int partNumber(XSLFChart made) {
        return Integer.parseInt(
                made.getPackagePart().getPartName().getName().replaceAll("\\D", ""));
    }

    private static double toEmu(double points) {
        return points * Units.EMU_PER_POINT;
    }

    /**
     * In line with the run's text.
     *
     * @param width in points
     * @param height in points
     */
    public void addInLine(
            Chart chart, XWPFDocument document, XWPFRun run, double width, double height) {
        try {
            XWPFChart made = document.createChart(run, (int) toEmu(width), (int) toEmu(height));
            drawWithWorkbook(made, chart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On a workbook inside the chart. */
    private void drawWithWorkbook(XDDFChart made, Chart chart) {
        ChartNumbers figures = findNumbers(chart).orElseThrow();
        XSSFWorkbook workbook = new XSSFWorkbook();
        DataSheet data =
                DataSheet.fillSheet(
                        workbook.createSheet(words.sentence("figures.sheet")),
                        chart,
                        figures,
                        words);
        made.setWorkbook(workbook);
        drawNumbers(made, chart, figures, data);
    }

    private void drawNumbers(XDDFChart made, Chart chart, ChartNumbers figures, DataSheet data) {
        ChartFrame frame = new ChartFrame(made, palette);
        frame.addHead(chart);
        switch (figures) {
            case ChartNumbers.NumbersByName byName ->
                    new NamedPlot(made, frame).plotNumbers(byName, data);
            case ChartNumbers.NumbersByDay byDay ->
                    new DatedPlot(made, frame).plotNumbers(byDay, data);
        }
    }
}
