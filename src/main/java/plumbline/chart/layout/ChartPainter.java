package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.TextMeasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lays a chart out at a size: the same marks for every pen. */
public final class ChartPainter {
    static final double MARGIN = 16;
    static final double TITLE_TEXT = 15;
    public static final double SMALL_TEXT = 10.5;
    private static final double LINE_SPACING = 1.45;
    private static final int NOTE_LINES = 4;

    private final TextMeasure textMeasure;
    private final double width;
    private final double height;
    private final List<Mark> marks = new ArrayList<>();
    private final List<double[]> occupiedBoxes = new ArrayList<>();
    private final List<DrawingPoint> crossedPoints = new ArrayList<>();

    private ChartPainter(TextMeasure measure, double width, double height) {
        this.textMeasure = measure;
        this.width = width;
        this.height = height;
    }

    /**
     * @param width in points, 320 at least
     * @param height in points, 200 at least
     */
    public static Drawing layOut(Chart chart, double width, double height, TextMeasure measure) {
        ChartPainter layout =
                new ChartPainter(measure, Math.max(width, 220), Math.max(height, 200));
        layout.drawArea(0, 0, layout.width, layout.height, Ink.PAPER, Optional.empty());
        double top = layout.drawHead(chart);
        double bottom = layout.drawFoot(chart);
        switch (chart) {
            case Chart.TrajectoryChart trajectory ->
                    new TrajectoryLayout(layout, trajectory).layOut(top, bottom);
            case Chart.BulletChart bullets -> new BulletLayout(layout, bullets).layOut(top, bottom);
            case Chart.CategoryChart plot -> layOutCategories(layout, plot, top, bottom);
            case Chart.LineChart lines -> new LinesLayout(layout, lines).layOut(top, bottom);
            case Chart.MatrixChart matrix -> new MatrixLayout(layout, matrix).layOut(top, bottom);
            case Chart.GanttChart gantt -> new GanttLayout(layout, gantt).layOut(top, bottom);
            case Chart.TrajectorySheet sheet -> new SheetLayout(layout, sheet).layOut(top, bottom);
        }
        return new Drawing(
                layout.width,
                layout.height,
                chart.title(),
                chart.subtitle() + "\n" + chart.note(),
                layout.marks);
    }

    private static void layOutCategories(
            ChartPainter layout, Chart.CategoryChart plot, double top, double bottom) {
        if (plot.emptySentence().isPresent()) {
            layout.drawEmptySentence(plot.emptySentence().get(), top, bottom);
            return;
        }
        switch (plot.form()) {
            case BARS, STACKED_BARS -> new BarsLayout(layout, plot).layOut(top, bottom);
            case COLUMNS -> new ColumnsLayout(layout, plot).layOut(top, bottom);
            case RADAR -> new RadarLayout(layout, plot).layOut(top, bottom);
        }
    }

    /** The sentence that stands where there is nothing to draw. */
    void drawEmptySentence(String sentence, double top, double bottom) {
        List<String> lines = wrapText(sentence, SMALL_TEXT + 2, false, 8);
        double y = (top + bottom) / 2 - (lines.size() - 1) * SMALL_TEXT * LINE_SPACING / 2;
        for (String line : lines) {
            drawText(width / 2, y, line, SMALL_TEXT + 2, false, Mark.TextAnchor.MIDDLE, Ink.MUTED);
            y += (SMALL_TEXT + 2) * LINE_SPACING;
        }
    }

    /**
     * @return where the plot may begin
     */
    private double drawHead(Chart chart) {
        double y = MARGIN + TITLE_TEXT;
        for (String line : wrapText(chart.title(), TITLE_TEXT, true, 2)) {
            drawText(MARGIN, y, line, TITLE_TEXT, true, Mark.TextAnchor.START, Ink.TEXT);
            y += TITLE_TEXT * LINE_SPACING;
        }
        for (String line : wrapText(chart.subtitle(), SMALL_TEXT, false, 2)) {
            drawText(MARGIN, y, line, SMALL_TEXT, false, Mark.TextAnchor.START, Ink.MUTED);
            y += SMALL_TEXT * LINE_SPACING;
        }
        return y;
    }

    /**
     * @return where the plot must end
     */
    private double drawFoot(Chart chart) {
        List<String> lines = wrapText(chart.note(), SMALL_TEXT, false, NOTE_LINES);
        double y = height - MARGIN - (lines.size() - 1) * SMALL_TEXT * LINE_SPACING;
        double top = y - SMALL_TEXT * LINE_SPACING;
        for (String line : lines) {
            drawText(MARGIN, y, line, SMALL_TEXT, false, Mark.TextAnchor.START, Ink.MUTED);
            y += SMALL_TEXT * LINE_SPACING;
        }
        return top;
    }

    double width() {
        return width;
    }

    double measureWidth(String text, double size, boolean bold) {
        return textMeasure.measureWidth(text, size, bold);
    }

    /** Breaks a text into lines that fit; the last one allowed ends with … if there is more. */
    private List<String> wrapText(String text, double size, boolean bold, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            boolean last = lines.size() == most - 1;
            String line =
                    last
                            ? shortenToFit(rest, size, bold, width - 2 * MARGIN)
                            : rest.substring(0, lineBreakIndex(rest, size, bold));
            lines.add(line.strip());
            rest = last ? "" : rest.substring(line.length()).strip();
        }
        return lines;
    }

    private int lineBreakIndex(String text, double size, boolean bold) {
        int end = text.length();
        while (end > 1 && measureWidth(text.substring(0, end), size, bold) > width - 2 * MARGIN)
            end = text.offsetByCodePoints(end, -1);
        if (end == text.length()) return end;
        int space = text.lastIndexOf(' ', end);
        return space > end / 2 ? space : end;
    }

    /** The text, shortened with … if it is wider than the room. */
    String shortenToFit(String text, double size, boolean bold, double room) {
        if (measureWidth(text, size, bold) <= room) return text;
        int end = text.length();
        while (end > 0 && measureWidth(text.substring(0, end) + "…", size, bold) > room)
            end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end) + "…";
    }

    void drawText(
            double x,
            double y,
            String text,
            double size,
            boolean bold,
            Mark.TextAnchor anchor,
            Ink ink) {
        double[] box = textBox(x, y, text, size, bold, anchor);
        occupiedBoxes.add(box);
        marks.add(
                new Mark.DrawnText(
                        new DrawingPoint(x, y), text, size, bold, anchor, ink, Optional.empty()));
    }

    /** A small text over a place, moved aside as far as the edge of the paper asks. */
    void drawTextAbove(double x, double y, String text, Ink ink) {
        double half = measureWidth(text, SMALL_TEXT, false) / 2;
        drawText(
                Math.clamp(
                        x,
                        Math.min(MARGIN + half, width / 2),
                        Math.max(width - MARGIN - half, width / 2)),
                y,
                text,
                SMALL_TEXT,
                false,
                Mark.TextAnchor.MIDDLE,
                ink);
    }

    private double[] textBox(
            double x, double y, String text, double size, boolean bold, Mark.TextAnchor anchor) {
        double wide = measureWidth(text, size, bold);
        double left =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - wide / 2;
                    case END -> x - wide;
                };
        return new double[] {left, y - size, left + wide, y + size * 0.28};
    }

    /**
     * Puts a label at the first place about a point where it stays inside and meets no other text:
     * if possible one where no line crosses it either. Where there is none it is left out.
     */
    void placeLabel(
            DrawingPoint at,
            String text,
            double size,
            boolean bold,
            Ink ink,
            double distance,
            double top,
            double bottom) {
        if (text.isEmpty()) return;
        double middle = at.y() + size * 0.35;
        double[][] places = {
            {at.x(), at.y() - distance, 1},
            {at.x(), at.y() + distance + size * 0.8, 1},
            {at.x() + distance, middle, 0},
            {at.x() - distance, middle, 2},
            {at.x() - distance, at.y() - distance, 2},
            {at.x() + distance, at.y() - distance, 0},
            {at.x() - distance, at.y() + distance + size * 0.8, 2},
            {at.x() + distance, at.y() + distance + size * 0.8, 0},
            {at.x(), at.y() - distance - size * 1.3, 1},
            {at.x(), at.y() + distance + size * 2.1, 1}
        };
        for (boolean clear : new boolean[] {true, false}) {
            for (double[] place : places) {
                Mark.TextAnchor anchor = Mark.TextAnchor.values()[(int) place[2]];
                double[] box = textBox(place[0], place[1], text, size, bold, anchor);
                boolean inside =
                        box[0] >= MARGIN / 2
                                && box[2] <= width - MARGIN / 2
                                && box[1] >= top
                                && box[3] <= bottom;
                boolean free =
                        occupiedBoxes.stream().noneMatch(other -> boxesMeet(box, other))
                                && !(clear
                                        && crossedPoints.stream().anyMatch(p -> isInside(box, p)));
                if (inside && free) {
                    drawText(place[0], place[1], text, size, bold, anchor, ink);
                    return;
                }
            }
        }
    }

    private static boolean isInside(double[] box, DrawingPoint p) {
        return p.x() > box[0] && p.x() < box[2] && p.y() > box[1] && p.y() < box[3];
    }

    /** Labels rather stand where this line does not cross them. */
    void keepLabelsOffLine(List<DrawingPoint> line) {
        for (int i = 1; i < line.size(); i++) {
            DrawingPoint from = line.get(i - 1);
            DrawingPoint to = line.get(i);
            int steps = (int) Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / 3);
            for (int step = 0; step <= steps; step++) {
                double share = steps == 0 ? 0 : (double) step / steps;
                crossedPoints.add(
                        new DrawingPoint(
                                from.x() + share * (to.x() - from.x()),
                                from.y() + share * (to.y() - from.y())));
            }
        }
    }

    private static boolean boxesMeet(double[] a, double[] b) {
        return a[0] < b[2] + 2 && b[0] < a[2] + 2 && a[1] < b[3] && b[1] < a[3];
    }

    /** Keeps labels off a mark. */
    void keepLabelsOffMark(double x, double y, double radius) {
        occupiedBoxes.add(new double[] {x - radius, y - radius, x + radius, y + radius});
    }

    void drawArea(
            double x, double y, double right, double bottom, Ink ink, Optional<MarkInfo> about) {
        marks.add(
                new Mark.FilledArea(
                        List.of(
                                new DrawingPoint(x, y),
                                new DrawingPoint(right, y),
                                new DrawingPoint(right, bottom),
                                new DrawingPoint(x, bottom)),
                        ink,
                        about));
    }

    void drawArea(List<DrawingPoint> corners, Ink ink, Optional<MarkInfo> about) {
        marks.add(new Mark.FilledArea(corners, ink, about));
    }

    void drawOutline(List<DrawingPoint> corners, Ink ink, Optional<MarkInfo> about) {
        marks.add(new Mark.ClosedOutline(corners, ink, 1.6, about));
    }

    void drawLine(Ink ink, double thickness, boolean dashed, DrawingPoint... points) {
        marks.add(new Mark.StrokedLine(List.of(points), ink, thickness, dashed, Optional.empty()));
    }

    /**
     * The legend from the left, in as many lines as it needs; the first stands at y. @return the
     * last one's
     */
    double drawLineLegend(List<Chart.LegendEntry> keys, double y) {
        return drawLegend(
                keys,
                y,
                (key, at) ->
                        drawLine(
                                key.ink(),
                                2,
                                key.isDashed(),
                                new DrawingPoint(at.x(), at.y() - SMALL_TEXT * 0.35),
                                new DrawingPoint(at.x() + 18, at.y() - SMALL_TEXT * 0.35)));
    }

    /** The same with areas instead of lines. @return where what follows may begin */
    double drawAreaLegend(List<Chart.LegendEntry> keys, double y) {
        return drawLegend(
                        keys,
                        y,
                        (key, at) ->
                                drawArea(
                                        at.x(),
                                        at.y() - SMALL_TEXT * 0.85,
                                        at.x() + 16,
                                        at.y() + SMALL_TEXT * 0.05,
                                        key.ink(),
                                        Optional.empty()))
                + SMALL_TEXT * 0.8;
    }

    private double drawLegend(
            List<Chart.LegendEntry> keys,
            double top,
            BiConsumer<Chart.LegendEntry, DrawingPoint> sign) {
        double x = MARGIN;
        double y = top;
        for (Chart.LegendEntry key : keys) {
            double wide = 23 + measureWidth(key.name(), SMALL_TEXT, false);
            if (x > MARGIN && x + wide > width - MARGIN) {
                x = MARGIN;
                y += SMALL_TEXT * LINE_SPACING;
            }
            sign.accept(key, new DrawingPoint(x, y));
            drawText(
                    x + 23,
                    y,
                    shortenToFit(key.name(), SMALL_TEXT, false, width - MARGIN - x - 23),
                    SMALL_TEXT,
                    false,
                    Mark.TextAnchor.START,
                    Ink.TEXT);
            x += wide + 18;
        }
        return y;
    }
}
