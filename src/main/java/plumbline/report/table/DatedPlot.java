package plumbline.report.table;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;

import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.DatedSeries;
import plumbline.chart.ChartNumbers.LineStyle;
import plumbline.chart.drawing.Ink;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Lines over days. As points with both coordinates rather than over names: the course has corners
 * on days that no figure has, and they must not break the line of the figures.
 */
final class DatedPlot {
    private static final double DAYS_OF_A_YEAR = 365.25;
    private final XDDFChart officeChart;
    private final ChartFrame frame;

    DatedPlot(XDDFChart made, ChartFrame frame) {
        this.officeChart = made;
        this.frame = frame;
    }

    void plotNumbers(ChartNumbers.NumbersByDay figures, DataSheet data) {
        XDDFValueAxis days = officeChart.createValueAxis(AxisPosition.BOTTOM);
        XDDFValueAxis amounts = officeChart.createValueAxis(AxisPosition.LEFT);
        days.setNumberFormat("yyyy");
        days.setMinimum(excelSerial(figures.from()));
        days.setMaximum(excelSerial(figures.to()) + 1);
        days.setMajorUnit(DAYS_OF_A_YEAR);
        days.setCrosses(AxisCrosses.MIN);
        amounts.setCrosses(AxisCrosses.MIN);
        amounts.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        days.setTickLabelPosition(AxisTickLabelPosition.LOW);
        amounts.setTickLabelPosition(AxisTickLabelPosition.LOW);
        if (!figures.unit().isEmpty()) amounts.setTitle(figures.unit());
        frame.addGrid(amounts);
        XDDFScatterChartData plot =
                (XDDFScatterChartData) officeChart.createData(ChartTypes.SCATTER, days, amounts);
        plot.setStyle(ScatterStyle.LINE_MARKER);
        plot.setVaryColors(false);
        // The longest first: LibreOffice gives all series no more rows than the first has.
        IntStream.range(0, figures.curves().size())
                .boxed()
                .sorted(Comparator.comparing(c -> -figures.curves().get(c).numbers().size()))
                .forEach(c -> addSeries(plot, figures.curves().get(c), 2 * c, data));
        officeChart.plot(plot);
    }

    private static double excelSerial(LocalDate day) {
        return DateUtil.getExcelDate(day);
    }

    private void addSeries(
            XDDFScatterChartData plot, DatedSeries curve, int column, DataSheet data) {
        int rows = curve.numbers().size();
        var series =
                (XDDFScatterChartData.Series)
                        plot.addSeries(
                                data.numberSource(column, rows),
                                data.numberSource(column + 1, rows));
        series.setTitle(curve.name(), data.headReference(column + 1));
        series.setSmooth(false);
        series.setLineProperties(seriesLine(curve));
        series.setMarkerStyle(markerStyle(curve.lineStyle()));
        paintMarker(series, curve);
    }

    private XDDFLineProperties seriesLine(DatedSeries curve) {
        if (curve.lineStyle() == LineStyle.MARKS) return ChartFrame.noLine();
        XDDFLineProperties line =
                frame.lineProperties(curve.ink(), curve.lineStyle() == LineStyle.SOLID ? 2.5 : 1.5);
        if (curve.lineStyle() == LineStyle.DASHED)
            line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        return line;
    }

    private static MarkerStyle markerStyle(LineStyle look) {
        return switch (look) {
            case SOLID, DASHED -> MarkerStyle.CIRCLE;
            case THIN -> MarkerStyle.NONE;
            case MARKS -> MarkerStyle.DIAMOND;
        };
    }

    /** A forecast's marks are hollow, all others filled: some office programs draw no outline. */
    private void paintMarker(XDDFScatterChartData.Series series, DatedSeries curve) {
        if (!series.getCTScatterSer().isSetMarker()) return;
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setFillProperties(
                frame.solidFill(curve.lineStyle() == LineStyle.DASHED ? Ink.PAPER : curve.ink()));
        shape.setLineProperties(frame.lineProperties(curve.ink(), 1.5));
        series.getCTScatterSer().getMarker().setSpPr(shape.getXmlObject());
    }
}
