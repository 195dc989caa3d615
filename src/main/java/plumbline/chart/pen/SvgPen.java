package plumbline.chart.pen;

import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.Palette;
import plumbline.chart.drawing.Point;

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
    public static void write(Drawing drawing, Palette palette, Path file) throws Problem {
        byte[] text = text(drawing, palette).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    static String text(Drawing drawing, Palette palette) {
        String width = number(drawing.width());
        String height = number(drawing.height());
        String marks =
                drawing.patterned(palette).marks().stream()
                        .map(mark -> element(mark, palette))
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
                        escaped(drawing.title()),
                        escaped(drawing.description()),
                        marks);
    }

    private static String element(Mark mark, Palette palette) {
        return switch (mark) {
            case Mark.Area area ->
                    hinted(
                            "polygon",
                            "points=\""
                                    + points(area.corners())
                                    + "\" fill=\""
                                    + colour(palette, area.ink())
                                    + "\"",
                            mark);
            case Mark.Outline outline ->
                    hinted(
                            "polygon",
                            "points=\""
                                    + points(outline.corners())
                                    + "\" fill=\""
                                    + colour(palette, Ink.PAPER)
                                    + "\" stroke=\""
                                    + colour(palette, outline.ink())
                                    + "\" stroke-width=\""
                                    + number(outline.width())
                                    + "\" stroke-linejoin=\"round\"",
                            mark);
            case Mark.Line line ->
                    hinted(
                            "polyline",
                            "points=\""
                                    + points(line.points())
                                    + "\" fill=\"none\" stroke=\""
                                    + colour(palette, line.ink())
                                    + "\" stroke-width=\""
                                    + number(line.width())
                                    + "\" stroke-linejoin=\"round\""
                                    + (line.dashed() ? " stroke-dasharray=\"5 4\"" : ""),
                            mark);
            case Mark.Text text -> text(text, palette);
        };
    }

    /** What the mark stands for is shown by browsers when the pointer rests on it. */
    private static String hinted(String element, String attributes, Mark mark) {
        return mark.about()
                .map(
                        a ->
                                "<"
                                        + element
                                        + " "
                                        + attributes
                                        + "><title>"
                                        + escaped(a.label())
                                        + "</title></"
                                        + element
                                        + ">")
                .orElse("<" + element + " " + attributes + "/>");
    }

    private static String text(Mark.Text text, Palette palette) {
        String anchor = text.anchor().name().toLowerCase(Locale.ROOT);
        return "<text x=\""
                + number(text.at().x())
                + "\" y=\""
                + number(text.at().y())
                + "\" font-size=\""
                + number(text.size())
                + "\" fill=\""
                + colour(palette, text.ink())
                + "\""
                + (text.anchor() == Mark.Anchor.START ? "" : " text-anchor=\"" + anchor + "\"")
                + (text.bold() ? " font-weight=\"bold\"" : "")
                + ">"
                + escaped(text.text())
                + "</text>";
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(p -> number(p.x()) + "," + number(p.y()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double number) {
        String two = String.format(Locale.ROOT, "%.2f", number);
        return two.replaceAll("\\.?0+$", "");
    }

    private static String colour(Palette palette, Ink ink) {
        return String.format(Locale.ROOT, "#%06x", palette.colour(ink));
    }

    /** What XML does not allow at all is left out. */
    private static String escaped(String text) {
        return text.codePoints()
                .filter(SvgPen::allowed)
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

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000;
    }
}
