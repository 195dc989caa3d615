package plumbline.report.table;

import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.RadarStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFRadarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.CategoryForm;
import plumbline.chart.ChartNumbers.NumberSeries;
import plumbline.chart.drawing.Ink;

import javax.xml.namespace.QName;

/** Bars, columns, lines or a radar over names. */
final class NamedPlot {
    static final String PERCENT = "0.00%";
    private final XDDFChart officeChart;
    private final ChartFrame frame;

    NamedPlot(XDDFChart made, ChartFrame frame) {
        this.officeChart = made;
        this.frame = frame;
    }

    void plotNumbers(ChartNumbers.NumbersByName figures, DataSheet data) {
        boolean lying =
                figures.form() == CategoryForm.BARS || figures.form() == CategoryForm.STACKED_BARS;
        XDDFCategoryAxis names =
                officeChart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis amounts =
                officeChart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        // Names are read from the top; the numbers' axis then crosses at the end, which is below.
        if (lying) names.setOrientation(AxisOrientation.MAX_MIN);
        amounts.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        amounts.setCrossBetween(AxisCrossBetween.BETWEEN);
        names.setTickLabelPosition(AxisTickLabelPosition.LOW);
        amounts.setNumberFormat(figures.areShares() ? "0%" : "General");
        if (!figures.unit().isEmpty()) amounts.setTitle(figures.unit());
        frame.addGrid(amounts);
        XDDFChartData plot = createChartData(figures.form(), names, amounts);
        plot.setVaryColors(false);
        for (int r = 0; r < figures.series().size(); r++) addSeries(plot, figures, r, data);
        officeChart.plot(plot);
        if (figures.form() == CategoryForm.STACKED_BARS) overlapBars();
    }

    /**
     * One bar over the other; written as an attribute, because the small schema that comes with POI
     * lacks the number's type.
     */
    private void overlapBars() {
        try (XmlCursor overlap =
                officeChart
                        .getCTChart()
                        .getPlotArea()
                        .getBarChartArray(0)
                        .addNewOverlap()
                        .newCursor()) {
            overlap.setAttributeText(new QName("val"), "100");
        }
    }

    private XDDFChartData createChartData(
            CategoryForm form, XDDFCategoryAxis names, XDDFValueAxis amounts) {
        return switch (form) {
            case BARS, STACKED_BARS, COLUMNS -> {
                XDDFBarChartData bars =
                        (XDDFBarChartData) officeChart.createData(ChartTypes.BAR, names, amounts);
                bars.setBarDirection(
                        form == CategoryForm.COLUMNS ? BarDirection.COL : BarDirection.BAR);
                bars.setBarGrouping(
                        form == CategoryForm.STACKED_BARS
                                ? BarGrouping.STACKED
                                : BarGrouping.CLUSTERED);
                bars.setGapWidth(60);
                yield bars;
            }
            case RADAR -> {
                XDDFRadarChartData radar =
                        (XDDFRadarChartData)
                                officeChart.createData(ChartTypes.RADAR, names, amounts);
                radar.setStyle(RadarStyle.MARKER);
                yield radar;
            }
        };
    }

    private void addSeries(
            XDDFChartData plot, ChartNumbers.NumbersByName figures, int r, DataSheet data) {
        NumberSeries run = figures.series().get(r);
        int rows = figures.names().size();
        var numbers = data.numberSource(r + 1, rows);
        numbers.setFormatCode(figures.areShares() ? PERCENT : "General");
        XDDFChartData.Series series = plot.addSeries(data.nameSource(rows), numbers);
        series.setTitle(run.name(), data.headReference(r + 1));
        switch (series) {
            case XDDFBarChartData.Series bar -> {
                bar.setFillProperties(frame.solidFill(run.ink()));
                bar.setLineProperties(frame.lineProperties(run.ink(), 0.75));
                frame.setPatternFill(bar.getCTBarSer().getSpPr(), run.ink());
                bar.setInvertIfNegative(false);
                if (r == 0 || figures.form() == CategoryForm.STACKED_BARS)
                    addLabels(bar.getCTBarSer(), figures.form());
            }
            default -> series.setLineProperties(frame.lineProperties(run.ink(), 2.25));
        }
    }

    /**
     * On a piece of paper where they stand inside the bar, so that they are read on any colour and
     * pattern.
     */
    private void addLabels(CTBarSer series, CategoryForm form) {
        CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        if (form == CategoryForm.STACKED_BARS) {
            XDDFShapeProperties paper = new XDDFShapeProperties();
            paper.setFillProperties(frame.solidFill(Ink.PAPER));
            labels.setSpPr(paper.getXmlObject());
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }
}
