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
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Palette;
import plumbline.chart.drawing.Pattern;

import java.util.Locale;

/** What all Office charts have alike: heads, fonts, legend, the colours of an ink. */
final class ChartFrame {
    /** Named, not embedded; where it is missing the office program takes its own Chinese font. */
    private static final String FAMILY = "微软雅黑";

    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final double SIZE = 10;
    private static final double TITLE = 14;
    private final XDDFChart made;
    private final Palette palette;

    ChartFrame(XDDFChart made, Palette palette) {
        this.made = made;
        this.palette = palette;
    }

    /**
     * Title, unit, cut-off date and rule above, the legend below; the note is for the text around
     * it and stands on the data sheet.
     */
    void head(Chart chart) {
        made.setTitleOverlay(false);
        made.setAutoTitleDeleted(false);
        XDDFTextBody body = made.getFormattedTitle();
        body.setText("");
        XDDFTextParagraph title = body.getParagraph(0);
        run(title, chart.title(), TITLE, Ink.TEXT).setBold(true);
        run(body.addNewParagraph(), chart.subtitle(), SIZE - 1, Ink.MUTED);
        made.displayBlanksAs(DisplayBlanks.GAP);
        XDDFChartLegend legend = made.getOrAddLegend();
        legend.setPosition(LegendPosition.BOTTOM);
        legend.setOverlay(false);
        fonts();
    }

    private XDDFTextRun run(XDDFTextParagraph paragraph, String text, double size, Ink ink) {
        XDDFTextRun run = paragraph.appendRegularRun(text);
        run.setFontSize(size);
        run.setBold(false);
        run.setFontColor(colour(ink));
        run.setFonts(fontsOf());
        return run;
    }

    private static XDDFFont[] fontsOf() {
        return new XDDFFont[] {
            new XDDFFont(FontGroup.LATIN, FAMILY, null, null, null),
            new XDDFFont(FontGroup.EAST_ASIAN, FAMILY, null, null, null)
        };
    }

    /** Of all texts that say nothing else. */
    private void fonts() {
        CTTextBody text = made.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties run = text.addNewP().addNewPPr().addNewDefRPr();
        run.setSz((int) (SIZE * 100));
        run.addNewLatin().setTypeface(FAMILY);
        run.addNewEa().setTypeface(FAMILY);
    }

    void grid(XDDFChartAxis axis) {
        axis.getOrAddMajorGridProperties().setLineProperties(line(Ink.GRID, 0.75));
    }

    XDDFColor colour(Ink ink) {
        return XDDFColor.from(rgb(ink));
    }

    private byte[] rgb(Ink ink) {
        int colour = palette.colour(ink);
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }

    XDDFSolidFillProperties fill(Ink ink) {
        return new XDDFSolidFillProperties(colour(ink));
    }

    /**
     * Fills an area by pattern where the palette tells areas by that; written as plain elements,
     * because the small schema that comes with POI lacks them.
     */
    void hatch(CTShapeProperties area, Ink ink) {
        Pattern pattern = palette.pattern(ink);
        if (pattern == Pattern.SOLID) return;
        area.unsetSolidFill();
        try (XmlCursor cursor = area.newCursor()) {
            cursor.toFirstContentToken();
            cursor.beginElement("pattFill", DRAWING);
            cursor.insertAttributeWithValue("prst", preset(pattern));
            coloured(cursor, "fgClr", ink);
            coloured(cursor, "bgClr", Ink.PAPER);
        }
    }

    private void coloured(XmlCursor cursor, String element, Ink ink) {
        cursor.beginElement(element, DRAWING);
        cursor.beginElement("srgbClr", DRAWING);
        cursor.insertAttributeWithValue(
                "val", String.format(Locale.ROOT, "%06X", palette.colour(ink)));
        cursor.toNextToken();
        cursor.toNextToken();
    }

    private static String preset(Pattern pattern) {
        return switch (pattern) {
            case SOLID, BLANK -> "pct5";
            case RISING -> "wdUpDiag";
            case FALLING -> "ltDnDiag";
            case CROSSED -> "diagCross";
            case LEVEL -> "narHorz";
        };
    }

    XDDFLineProperties line(Ink ink, double width) {
        XDDFLineProperties line = new XDDFLineProperties(fill(ink));
        line.setWidth(width);
        return line;
    }

    static XDDFLineProperties noLine() {
        return new XDDFLineProperties(new XDDFNoFillProperties());
    }
}
