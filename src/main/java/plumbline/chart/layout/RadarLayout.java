package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Cell;
import plumbline.chart.Chart.Strip;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out a radar of shares: the rim is 100 %, the first name stands at the top and the others
 * follow clockwise.
 */
final class RadarLayout {
    private static final int RINGS = 5;
    private static final double DOT = 3.5;
    private final ChartPainter layout;
    private final Chart.Plot chart;
    private Point middle;
    private double radius;

    RadarLayout(ChartPainter layout, Chart.Plot chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        List<Chart.Key> keys =
                chart.strips().stream()
                        .map(s -> new Chart.Key(s.name(), s.ink(), dashed(s)))
                        .toList();
        double top = layout.keys(keys, from + ChartPainter.SMALL) + ChartPainter.SMALL;
        middle = new Point(layout.width() / 2, (top + to) / 2 - ChartPainter.SMALL * 0.4);
        radius =
                Math.max(
                        40,
                        Math.min(
                                (to - top) / 2 - ChartPainter.SMALL * 3.2,
                                layout.width() / 2 - ChartPainter.MARGIN - 90));
        for (int ring = 1; ring <= RINGS; ring++) ring((double) ring / RINGS);
        for (int i = 0; i < chart.items().size(); i++) spoke(i);
        chart.strips().reversed().forEach(this::strip);
        for (int ring = 1; ring <= RINGS; ring++) {
            Point at = place(0, (double) ring / RINGS);
            layout.text(
                    at.x() + 4,
                    at.y() + ChartPainter.SMALL * 0.9,
                    ring * 100 / RINGS + "%",
                    ChartPainter.SMALL - 2,
                    false,
                    Mark.Anchor.START,
                    Ink.MUTED);
        }
    }

    private boolean dashed(Strip strip) {
        return strip != chart.strips().getFirst();
    }

    private void ring(double share) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i <= chart.items().size(); i++)
            corners.add(place(i % chart.items().size(), share));
        layout.line(share == 1 ? Ink.AXIS : Ink.GRID, 0.8, false, corners.toArray(Point[]::new));
    }

    private void spoke(int item) {
        Point end = place(item, 1);
        layout.line(Ink.GRID, 0.8, false, middle, end);
        Point at = place(item, 1 + 10 / radius);
        double side = Math.sin(angle(item));
        Mark.Anchor anchor =
                Math.abs(side) < 0.15
                        ? Mark.Anchor.MIDDLE
                        : side > 0 ? Mark.Anchor.START : Mark.Anchor.END;
        double room =
                anchor == Mark.Anchor.MIDDLE
                        ? layout.width() / 2
                        : anchor == Mark.Anchor.START
                                ? layout.width() - ChartPainter.MARGIN - at.x()
                                : at.x() - ChartPainter.MARGIN;
        double y =
                at.y()
                        - Math.cos(angle(item)) * ChartPainter.SMALL * 0.5
                        + (Math.cos(angle(item)) < -0.5
                                ? ChartPainter.SMALL * 0.6
                                : Math.cos(angle(item)) > 0.5 ? -ChartPainter.SMALL * 1.1 : 0);
        layout.text(
                at.x(),
                y,
                layout.fit(chart.items().get(item).name(), ChartPainter.SMALL, true, room),
                ChartPainter.SMALL,
                true,
                anchor,
                Ink.TEXT);
        String value = chart.strips().getFirst().cells().get(item).label();
        if (!value.isEmpty())
            layout.text(
                    at.x(),
                    y + ChartPainter.SMALL * 1.25,
                    layout.fit(value, ChartPainter.SMALL, false, room),
                    ChartPainter.SMALL,
                    false,
                    anchor,
                    Ink.TEXT);
    }

    /** A missing number leaves the ring open. */
    private void strip(Strip strip) {
        int n = strip.cells().size();
        for (int i = 0; i < n; i++) {
            Cell cell = strip.cells().get(i);
            Cell next = strip.cells().get((i + 1) % n);
            if (cell.amount().isEmpty()) continue;
            if (next.amount().isPresent())
                layout.line(
                        strip.ink(),
                        dashed(strip) ? 1.4 : 2.2,
                        dashed(strip),
                        at(i, cell),
                        at((i + 1) % n, next));
            Optional<MarkInfo> about =
                    Optional.of(new MarkInfo(chart.items().get(i).indicator(), cell.hint()));
            if (dashed(strip))
                layout.outline(
                        VerdictShape.DISC.at(at(i, cell).x(), at(i, cell).y(), DOT),
                        strip.ink(),
                        about);
            else
                layout.area(
                        VerdictShape.DISC.at(at(i, cell).x(), at(i, cell).y(), DOT),
                        strip.ink(),
                        about);
        }
    }

    private Point at(int item, Cell cell) {
        return place(item, Math.clamp(cell.amount().orElseThrow().doubleValue(), 0, 1));
    }

    private double angle(int item) {
        return 2 * Math.PI * item / chart.items().size();
    }

    private Point place(int item, double share) {
        return new Point(
                middle.x() + Math.sin(angle(item)) * radius * share,
                middle.y() - Math.cos(angle(item)) * radius * share);
    }
}
