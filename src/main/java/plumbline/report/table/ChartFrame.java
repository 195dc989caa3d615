package plumbline.report.table;

import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.text.XDDFFont;
import org.apache.poi.xddf.usermodel.text.XDDFTextBody;
import org.apache.poi.xddf.usermodel.text.XDDFTextParagraph;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

import plumbline.chart.Chart;
import plumbline.chart.drawing.FillPattern;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Palette;

import java.util.Locale;

/** What all Office charts have alike: heads, fonts, legend, the colours of an ink. */
final class ChartFrame {
    /** Named, not embedded; where it is missing the office program takes its own Chinese font. */
    private static final String FAMILY = "微软雅黑";

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final double SIZE = 10;
    private static final double TITLE = 14;
    private final XDDFChart officeChart;
    private final Palette palette;

    ChartFrame(XDDFChart made, Palette palette) {
        this.officeChart = made;
        this.palette = palette;
    }

    /**
     * Title, unit, cut-off date and rule above, the legend below; the note is for the text around
     * it and stands on the data sheet.
     */
    void addHead(Chart chart) {
        officeChart.setTitleOverlay(false);
        officeChart.setAutoTitleDeleted(false);
        XDDFTextBody body = officeChart.getFormattedTitle();
        body.setText("");
        XDDFTextParagraph title = body.getParagraph(0);
        addRun(title, chart.title(), TITLE, Ink.TEXT).setBold(true);
        addRun(body.addNewParagraph(), chart.subtitle(), SIZE - 1, Ink.MUTED);
        officeChart.displayBlanksAs(DisplayBlanks.GAP);
        XDDFChartLegend legend = officeChart.getOrAddLegend();
        legend.setPosition(LegendPosition.BOTTOM);
        legend.setOverlay(false);
        setDefaultFonts();
    }

    private XDDFTextRun addRun(XDDFTextParagraph paragraph, String text, double size, Ink ink) {
        XDDFTextRun run = paragraph.appendRegularRun(text);
        run.setFontSize(size);
        run.setBold(false);
        run.setFontColor(toColour(ink));
        run.setFonts(chartFonts());
        return run;
    }

    private static XDDFFont[] chartFonts() {
        return new XDDFFont[] {
            new XDDFFont(FontGroup.LATIN, FAMILY, null, null, null),
            new XDDFFont(FontGroup.EAST_ASIAN, FAMILY, null, null, null)
        };
    }

    /** Of all texts that say nothing else. */
    private void setDefaultFonts() {
        CTTextBody text = officeChart.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties run = text.addNewP().addNewPPr().addNewDefRPr();
        run.setSz((int) (SIZE * 100));
        run.addNewLatin().setTypeface(FAMILY);
        run.addNewEa().setTypeface(FAMILY);
    }

    void addGrid(XDDFChartAxis axis) {
        axis.getOrAddMajorGridProperties().setLineProperties(lineProperties(Ink.GRID, 0.75));
    }

    XDDFColor toColour(Ink ink) {
        return XDDFColor.from(toRgb(ink));
    }

    private byte[] toRgb(Ink ink) {
        int colour = palette.colourOf(ink);
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }

    XDDFSolidFillProperties solidFill(Ink ink) {
        return new XDDFSolidFillProperties(toColour(ink));
    }

    /**
     * Fills an area by pattern where the palette tells areas by that; written as plain elements,
     * because the small schema that comes with POI lacks them.
     */
    void setPatternFill(CTShapeProperties area, Ink ink) {
        FillPattern pattern = palette.patternOf(ink);
        if (pattern == FillPattern.SOLID) return;
        area.unsetSolidFill();
        try (XmlCursor cursor = area.newCursor()) {
            cursor.toFirstContentToken();
            cursor.beginElement("pattFill", DRAWING);
            cursor.insertAttributeWithValue("prst", presetName(pattern));
            addColourElement(cursor, "fgClr", ink);
            addColourElement(cursor, "bgClr", Ink.PAPER);
        }
    }

    private void addColourElement(XmlCursor cursor, String element, Ink ink) {
        cursor.beginElement(element, DRAWING);
        cursor.beginElement("srgbClr", DRAWING);
        cursor.insertAttributeWithValue(
                "val", String.format(Locale.ROOT, "%06X", palette.colourOf(ink)));
        cursor.toNextToken();
        cursor.toNextToken();
    }

    private static String presetName(FillPattern pattern) {
        return switch (pattern) {
            case SOLID, BLANK -> "pct5";
            case RISING -> "wdUpDiag";
            case FALLING -> "ltDnDiag";
            case CROSSED -> "diagCross";
            case LEVEL -> "narHorz";
        };
    }

    XDDFLineProperties lineProperties(Ink ink, double width) {
        XDDFLineProperties line = new XDDFLineProperties(solidFill(ink));
        line.setWidth(width);
        return line;
    }

    static XDDFLineProperties noLine() {
        return new XDDFLineProperties(new XDDFNoFillProperties());
    }
}
