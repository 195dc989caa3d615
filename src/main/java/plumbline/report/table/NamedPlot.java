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
import plumbline.chart.ChartNumbers.Form;
import plumbline.chart.ChartNumbers.Run;
import plumbline.chart.drawing.Ink;

import javax.xml.namespace.QName;

/** Bars, columns, lines or a radar over names. */
final class NamedPlot {
    static final String PERCENT = "0.00%";
    private final XDDFChart made;
    private final ChartFrame frame;

    NamedPlot(XDDFChart made, ChartFrame frame) {
        this.made = made;
        this.frame = frame;
    }

    void plot(ChartNumbers.ByName figures, DataSheet data) {
        boolean lying = figures.form() == Form.BARS || figures.form() == Form.STACKED_BARS;
        XDDFCategoryAxis names =
                made.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis amounts =
                made.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        // Names are read from the top; the numbers' axis then crosses at the end, which is below.
        if (lying) names.setOrientation(AxisOrientation.MAX_MIN);
        amounts.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        amounts.setCrossBetween(AxisCrossBetween.BETWEEN);
        names.setTickLabelPosition(AxisTickLabelPosition.LOW);
        amounts.setNumberFormat(figures.shares() ? "0%" : "General");
        if (!figures.unit().isEmpty()) amounts.setTitle(figures.unit());
        frame.grid(amounts);
        XDDFChartData plot = data(figures.form(), names, amounts);
        plot.setVaryColors(false);
        for (int r = 0; r < figures.runs().size(); r++) add(plot, figures, r, data);
        made.plot(plot);
        if (figures.form() == Form.STACKED_BARS) stack();
    }

    /**
     * One bar over the other; written as an attribute, because the small schema that comes with POI
     * lacks the number's type.
     */
    private void stack() {
        try (XmlCursor overlap =
                made.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap().newCursor()) {
            overlap.setAttributeText(new QName("val"), "100");
        }
    }

    private XDDFChartData data(Form form, XDDFCategoryAxis names, XDDFValueAxis amounts) {
        return switch (form) {
            case BARS, STACKED_BARS, COLUMNS -> {
                XDDFBarChartData bars =
                        (XDDFBarChartData) made.createData(ChartTypes.BAR, names, amounts);
                bars.setBarDirection(form == Form.COLUMNS ? BarDirection.COL : BarDirection.BAR);
                bars.setBarGrouping(
                        form == Form.STACKED_BARS ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
                bars.setGapWidth(60);
                yield bars;
            }
            case RADAR -> {
                XDDFRadarChartData radar =
                        (XDDFRadarChartData) made.createData(ChartTypes.RADAR, names, amounts);
                radar.setStyle(RadarStyle.MARKER);
                yield radar;
            }
        };
    }

    private void add(XDDFChartData plot, ChartNumbers.ByName figures, int r, DataSheet data) {
        Run run = figures.runs().get(r);
        int rows = figures.names().size();
        var numbers = data.numbers(r + 1, rows);
        numbers.setFormatCode(figures.shares() ? PERCENT : "General");
        XDDFChartData.Series series = plot.addSeries(data.names(rows), numbers);
        series.setTitle(run.name(), data.head(r + 1));
        switch (series) {
            case XDDFBarChartData.Series bar -> {
                bar.setFillProperties(frame.fill(run.ink()));
                bar.setLineProperties(frame.line(run.ink(), 0.75));
                frame.hatch(bar.getCTBarSer().getSpPr(), run.ink());
                bar.setInvertIfNegative(false);
                if (r == 0 || figures.form() == Form.STACKED_BARS)
                    labels(bar.getCTBarSer(), figures.form());
            }
            default -> series.setLineProperties(frame.line(run.ink(), 2.25));
        }
    }

    /**
     * On a piece of paper where they stand inside the bar, so that they are read on any colour and
     * pattern.
     */
    private void labels(CTBarSer series, Form form) {
        CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        if (form == Form.STACKED_BARS) {
            XDDFShapeProperties paper = new XDDFShapeProperties();
            paper.setFillProperties(frame.fill(Ink.PAPER));
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
