package plumbline.chart.pen;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a drawing as SVG: shapes are shapes and text is text, in the first Chinese font of the
 * list that the reader has. One unit is one point.
 */
public final class SvgPen {
    private static final String FAMILIES =
            "'Microsoft YaHei','微软雅黑','PingFang SC','Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC',"
                    + "'HarmonyOS Sans SC','WenQuanYi Micro Hei','SimHei','黑体','SimSun','宋体',sans-serif";

    private SvgPen() {}

    /**
     * @throws Problem if the file cannot be written; a file that was there is unharmed
     */
    public static void writeSvg(Drawing drawing, Palette palette, Path file) throws Problem {
        byte[] text = toSvg(drawing, palette).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    static String toSvg(Drawing drawing, Palette palette) {
        String width = formatNumber(drawing.width());
        String height = formatNumber(drawing.height());
        String marks =
                drawing.withPatterns(palette).marks().stream()
                        .map(mark -> markElement(mark, palette))
                        .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s" role="img" font-family="%s">
                <title>%s</title>
                <desc>%s</desc>
                %s
                </svg>
                """
                .formatted(
                        width,
                        height,
                        width,
                        height,
                        FAMILIES,
                        escapeXml(drawing.title()),
                        escapeXml(drawing.description()),
                        marks);
    }

    private static String markElement(Mark mark, Palette palette) {
        return switch (mark) {
            case Mark.FilledArea area ->
                    elementWithTooltip(
                            "polygon",
                            "points=\""
                                    + formatPoints(area.corners())
                                    + "\" fill=\""
                                    + formatColour(palette, area.ink())
                                    + "\"",
                            mark);
            case Mark.ClosedOutline outline ->
                    elementWithTooltip(
                            "polygon",
                            "points=\""
                                    + formatPoints(outline.corners())
                                    + "\" fill=\""
                                    + formatColour(palette, Ink.PAPER)
                                    + "\" stroke=\""
                                    + formatColour(palette, outline.ink())
                                    + "\" stroke-width=\""
                                    + formatNumber(outline.width())
                                    + "\" stroke-linejoin=\"round\"",
                            mark);
            case Mark.StrokedLine line ->
                    elementWithTooltip(
                            "polyline",
                            "points=\""
                                    + formatPoints(line.points())
                                    + "\" fill=\"none\" stroke=\""
                                    + formatColour(palette, line.ink())
                                    + "\" stroke-width=\""
                                    + formatNumber(line.width())
                                    + "\" stroke-linejoin=\"round\""
                                    + (line.isDashed() ? " stroke-dasharray=\"5 4\"" : ""),
                            mark);
            case Mark.DrawnText text -> textElement(text, palette);
        };
    }

    /** What the mark stands for is shown by browsers when the pointer rests on it. */
    private static String elementWithTooltip(String element, String attributes, Mark mark) {
        return mark.info()
                .map(
                        a ->
                                "<"
                                        + element
                                        + " "
                                        + attributes
                                        + "><title>"
                                        + escapeXml(a.label())
                                        + "</title></"
                                        + element
                                        + ">")
                .orElse("<" + element + " " + attributes + "/>");
    }

    private static String textElement(Mark.DrawnText text, Palette palette) {
        String anchor = text.anchor().name().toLowerCase(Locale.ROOT);
        return "<text x=\""
                + formatNumber(text.position().x())
                + "\" y=\""
                + formatNumber(text.position().y())
                + "\" font-size=\""
                + formatNumber(text.size())
                + "\" fill=\""
                + formatColour(palette, text.ink())
                + "\""
                + (text.anchor() == Mark.TextAnchor.START ? "" : " text-anchor=\"" + anchor + "\"")
                + (text.isBold() ? " font-weight=\"bold\"" : "")
                + ">"
                + escapeXml(text.text())
                + "</text>";
    }

    private static String formatPoints(List<DrawingPoint> points) {
        return points.stream()
                .map(p -> formatNumber(p.x()) + "," + formatNumber(p.y()))
                .collect(Collectors.joining(" "));
    }

    private static String formatNumber(double number) {
        String two = String.format(Locale.ROOT, "%.2f", number);
        return two.replaceAll("\\.?0+$", "");
    }

    private static String formatColour(Palette palette, Ink ink) {
        return String.format(Locale.ROOT, "#%06x", palette.colourOf(ink));
    }

    /** What XML does not allow at all is left out. */
    private static String escapeXml(String text) {
        return text.codePoints()
                .filter(SvgPen::isAllowedInXml)
                .mapToObj(
                        c ->
                                switch (c) {
                                    case '<' -> "&lt;";
                                    case '>' -> "&gt;";
                                    case '&' -> "&amp;";
                                    case '"' -> "&quot;";
                                    default -> Character.toString(c);
                                })
                .collect(Collectors.joining());
    }

    private static boolean isAllowedInXml(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }
}
