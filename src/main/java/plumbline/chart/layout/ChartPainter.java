package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.drawing.Drawing;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;
import plumbline.chart.drawing.TextMeasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lays a chart out at a size: the same marks for every pen. */
public final class ChartPainter {
    static final double MARGIN = 16;
    static final double TITLE = 15;
    public static final double SMALL = 10.5;
    private static final double LINE = 1.45;
    private static final int NOTE_LINES = 4;

    private final TextMeasure measure;
    private final double width;
    private final double height;
    private final List<Mark> marks = new ArrayList<>();
    private final List<double[]> taken = new ArrayList<>();
    private final List<Point> crossed = new ArrayList<>();

    private ChartPainter(TextMeasure measure, double width, double height) {
        this.measure = measure;
        this.width = width;
        this.height = height;
    }

    /**
     * @param width in points, 320 at least
     * @param height in points, 200 at least
     */
    public static Drawing of(Chart chart, double width, double height, TextMeasure measure) {
        ChartPainter layout =
                new ChartPainter(measure, Math.max(width, 220), Math.max(height, 200));
        layout.area(0, 0, layout.width, layout.height, Ink.PAPER, Optional.empty());
        double top = layout.head(chart);
        double bottom = layout.foot(chart);
        switch (chart) {
            case Chart.Trajectory trajectory ->
                    new TrajectoryLayout(layout, trajectory).lay(top, bottom);
            case Chart.Bullets bullets -> new BulletLayout(layout, bullets).lay(top, bottom);
            case Chart.Plot plot -> plot(layout, plot, top, bottom);
            case Chart.Lines lines -> new LinesLayout(layout, lines).lay(top, bottom);
            case Chart.Matrix matrix -> new MatrixLayout(layout, matrix).lay(top, bottom);
            case Chart.Gantt gantt -> new GanttLayout(layout, gantt).lay(top, bottom);
            case Chart.Sheet sheet -> new SheetLayout(layout, sheet).lay(top, bottom);
        }
        return new Drawing(
                layout.width,
                layout.height,
                chart.title(),
                chart.subtitle() + "\n" + chart.note(),
                layout.marks);
    }

    private static void plot(ChartPainter layout, Chart.Plot plot, double top, double bottom) {
        if (plot.empty().isPresent()) {
            layout.nothing(plot.empty().get(), top, bottom);
            return;
        }
        switch (plot.form()) {
            case BARS, STACKED_BARS -> new BarsLayout(layout, plot).lay(top, bottom);
            case COLUMNS -> new ColumnsLayout(layout, plot).lay(top, bottom);
            case RADAR -> new RadarLayout(layout, plot).lay(top, bottom);
        }
    }

    /** The sentence that stands where there is nothing to draw. */
    void nothing(String sentence, double top, double bottom) {
        List<String> lines = wrap(sentence, SMALL + 2, false, 8);
        double y = (top + bottom) / 2 - (lines.size() - 1) * SMALL * LINE / 2;
        for (String line : lines) {
            text(width / 2, y, line, SMALL + 2, false, Mark.Anchor.MIDDLE, Ink.MUTED);
            y += (SMALL + 2) * LINE;
        }
    }

    /**
     * @return where the plot may begin
     */
    private double head(Chart chart) {
        double y = MARGIN + TITLE;
        for (String line : wrap(chart.title(), TITLE, true, 2)) {
            text(MARGIN, y, line, TITLE, true, Mark.Anchor.START, Ink.TEXT);
            y += TITLE * LINE;
        }
        for (String line : wrap(chart.subtitle(), SMALL, false, 2)) {
            text(MARGIN, y, line, SMALL, false, Mark.Anchor.START, Ink.MUTED);
            y += SMALL * LINE;
        }
        return y;
    }

    /**
     * @return where the plot must end
     */
    private double foot(Chart chart) {
        List<String> lines = wrap(chart.note(), SMALL, false, NOTE_LINES);
        double y = height - MARGIN - (lines.size() - 1) * SMALL * LINE;
        double top = y - SMALL * LINE;
        for (String line : lines) {
            text(MARGIN, y, line, SMALL, false, Mark.Anchor.START, Ink.MUTED);
            y += SMALL * LINE;
        }
        return top;
    }

    double width() {
        return width;
    }

    double measure(String text, double size, boolean bold) {
        return measure.width(text, size, bold);
    }

    /** Breaks a text into lines that fit; the last one allowed ends with … if there is more. */
    private List<String> wrap(String text, double size, boolean bold, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            boolean last = lines.size() == most - 1;
            String line =
                    last
                            ? fit(rest, size, bold, width - 2 * MARGIN)
                            : rest.substring(0, breakAt(rest, size, bold));
            lines.add(line.strip());
            rest = last ? "" : rest.substring(line.length()).strip();
        }
        return lines;
    }

    private int breakAt(String text, double size, boolean bold) {
        int end = text.length();
        while (end > 1 && measure(text.substring(0, end), size, bold) > width - 2 * MARGIN)
            end = text.offsetByCodePoints(end, -1);
        if (end == text.length()) return end;
        int space = text.lastIndexOf(' ', end);
        return space > end / 2 ? space : end;
    }

    /** The text, shortened with … if it is wider than the room. */
    String fit(String text, double size, boolean bold, double room) {
        if (measure(text, size, bold) <= room) return text;
        int end = text.length();
        while (end > 0 && measure(text.substring(0, end) + "…", size, bold) > room)
            end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end) + "…";
    }

    void text(
            double x,
            double y,
            String text,
            double size,
            boolean bold,
            Mark.Anchor anchor,
            Ink ink) {
        double[] box = box(x, y, text, size, bold, anchor);
        taken.add(box);
        marks.add(new Mark.Text(new Point(x, y), text, size, bold, anchor, ink, Optional.empty()));
    }

    /** A small text over a place, moved aside as far as the edge of the paper asks. */
    void above(double x, double y, String text, Ink ink) {
        double half = measure(text, SMALL, false) / 2;
        text(
                Math.clamp(
                        x,
                        Math.min(MARGIN + half, width / 2),
                        Math.max(width - MARGIN - half, width / 2)),
                y,
                text,
                SMALL,
                false,
                Mark.Anchor.MIDDLE,
                ink);
    }

    private double[] box(
            double x, double y, String text, double size, boolean bold, Mark.Anchor anchor) {
        double wide = measure(text, size, bold);
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
    void label(
            Point at,
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
                Mark.Anchor anchor = Mark.Anchor.values()[(int) place[2]];
                double[] box = box(place[0], place[1], text, size, bold, anchor);
                boolean inside =
                        box[0] >= MARGIN / 2
                                && box[2] <= width - MARGIN / 2
                                && box[1] >= top
                                && box[3] <= bottom;
                boolean free =
                        taken.stream().noneMatch(other -> meet(box, other))
                                && !(clear && crossed.stream().anyMatch(p -> in(box, p)));
                if (inside && free) {
                    text(place[0], place[1], text, size, bold, anchor, ink);
                    return;
                }
            }
        }
    }

    private static boolean in(double[] box, Point p) {
        return p.x() > box[0] && p.x() < box[2] && p.y() > box[1] && p.y() < box[3];
    }

    /** Labels rather stand where this line does not cross them. */
    void avoid(List<Point> line) {
        for (int i = 1; i < line.size(); i++) {
            Point from = line.get(i - 1);
            Point to = line.get(i);
            int steps = (int) Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / 3);
            for (int step = 0; step <= steps; step++) {
                double share = steps == 0 ? 0 : (double) step / steps;
                crossed.add(
                        new Point(
                                from.x() + share * (to.x() - from.x()),
                                from.y() + share * (to.y() - from.y())));
            }
        }
    }

    private static boolean meet(double[] a, double[] b) {
        return a[0] < b[2] + 2 && b[0] < a[2] + 2 && a[1] < b[3] && b[1] < a[3];
    }

    /** Keeps labels off a mark. */
    void keepClear(double x, double y, double radius) {
        taken.add(new double[] {x - radius, y - radius, x + radius, y + radius});
    }

    void area(double x, double y, double right, double bottom, Ink ink, Optional<MarkInfo> about) {
        marks.add(
                new Mark.Area(
                        List.of(
                                new Point(x, y),
                                new Point(right, y),
                                new Point(right, bottom),
                                new Point(x, bottom)),
                        ink,
                        about));
    }

    void area(List<Point> corners, Ink ink, Optional<MarkInfo> about) {
        marks.add(new Mark.Area(corners, ink, about));
    }

    void outline(List<Point> corners, Ink ink, Optional<MarkInfo> about) {
        marks.add(new Mark.Outline(corners, ink, 1.6, about));
    }

    void line(Ink ink, double thickness, boolean dashed, Point... points) {
        marks.add(new Mark.Line(List.of(points), ink, thickness, dashed, Optional.empty()));
    }

    /**
     * The legend from the left, in as many lines as it needs; the first stands at y. @return the
     * last one's
     */
    double keys(List<Chart.Key> keys, double y) {
        return legend(
                keys,
                y,
                (key, at) ->
                        line(
                                key.ink(),
                                2,
                                key.dashed(),
                                new Point(at.x(), at.y() - SMALL * 0.35),
                                new Point(at.x() + 18, at.y() - SMALL * 0.35)));
    }

    /** The same with areas instead of lines. @return where what follows may begin */
    double swatches(List<Chart.Key> keys, double y) {
        return legend(
                        keys,
                        y,
                        (key, at) ->
                                area(
                                        at.x(),
                                        at.y() - SMALL * 0.85,
                                        at.x() + 16,
                                        at.y() + SMALL * 0.05,
                                        key.ink(),
                                        Optional.empty()))
                + SMALL * 0.8;
    }

    private double legend(List<Chart.Key> keys, double top, BiConsumer<Chart.Key, Point> sign) {
        double x = MARGIN;
        double y = top;
        for (Chart.Key key : keys) {
            double wide = 23 + measure(key.name(), SMALL, false);
            if (x > MARGIN && x + wide > width - MARGIN) {
                x = MARGIN;
                y += SMALL * LINE;
            }
            sign.accept(key, new Point(x, y));
            text(
                    x + 23,
                    y,
                    fit(key.name(), SMALL, false, width - MARGIN - x - 23),
                    SMALL,
                    false,
                    Mark.Anchor.START,
                    Ink.TEXT);
            x += wide + 18;
        }
        return y;
    }
}
