package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.CategorySeries;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

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
    private final ChartPainter painter;
    private final Chart.CategoryChart chart;
    private DrawingPoint centre;
    private double radius;

    RadarLayout(ChartPainter layout, Chart.CategoryChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        List<Chart.LegendEntry> keys =
                chart.series().stream()
                        .map(s -> new Chart.LegendEntry(s.name(), s.ink(), isDashed(s)))
                        .toList();
        double top =
                painter.drawLineLegend(keys, from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT;
        centre =
                new DrawingPoint(
                        painter.width() / 2, (top + to) / 2 - ChartPainter.SMALL_TEXT * 0.4);
        radius =
                Math.max(
                        40,
                        Math.min(
                                (to - top) / 2 - ChartPainter.SMALL_TEXT * 3.2,
                                painter.width() / 2 - ChartPainter.MARGIN - 90));
        for (int ring = 1; ring <= RINGS; ring++) drawRing((double) ring / RINGS);
        for (int i = 0; i < chart.categories().size(); i++) drawSpoke(i);
        chart.series().reversed().forEach(this::drawSeries);
        for (int ring = 1; ring <= RINGS; ring++) {
            DrawingPoint at = toPoint(0, (double) ring / RINGS);
            painter.drawText(
                    at.x() + 4,
                    at.y() + ChartPainter.SMALL_TEXT * 0.9,
                    ring * 100 / RINGS + "%",
                    ChartPainter.SMALL_TEXT - 2,
                    false,
                    Mark.TextAnchor.START,
                    Ink.MUTED);
        }
    }

    private boolean isDashed(CategorySeries strip) {
        return strip != chart.series().getFirst();
    }

    private void drawRing(double share) {
        List<DrawingPoint> corners = new ArrayList<>();
        for (int i = 0; i <= chart.categories().size(); i++)
            corners.add(toPoint(i % chart.categories().size(), share));
        painter.drawLine(
                share == 1 ? Ink.AXIS : Ink.GRID, 0.8, false, corners.toArray(DrawingPoint[]::new));
    }

    private void drawSpoke(int item) {
        DrawingPoint end = toPoint(item, 1);
        painter.drawLine(Ink.GRID, 0.8, false, centre, end);
        DrawingPoint at = toPoint(item, 1 + 10 / radius);
        double side = Math.sin(angleOf(item));
        Mark.TextAnchor anchor =
                Math.abs(side) < 0.15
                        ? Mark.TextAnchor.MIDDLE
                        : side > 0 ? Mark.TextAnchor.START : Mark.TextAnchor.END;
        double room =
                anchor == Mark.TextAnchor.MIDDLE
                        ? painter.width() / 2
                        : anchor == Mark.TextAnchor.START
                                ? painter.width() - ChartPainter.MARGIN - at.x()
                                : at.x() - ChartPainter.MARGIN;
        double y =
                at.y()
                        - Math.cos(angleOf(item)) * ChartPainter.SMALL_TEXT * 0.5
                        + (Math.cos(angleOf(item)) < -0.5
                                ? ChartPainter.SMALL_TEXT * 0.6
                                : Math.cos(angleOf(item)) > 0.5
                                        ? -ChartPainter.SMALL_TEXT * 1.1
                                        : 0);
        painter.drawText(
                at.x(),
                y,
                painter.shortenToFit(
                        chart.categories().get(item).name(), ChartPainter.SMALL_TEXT, true, room),
                ChartPainter.SMALL_TEXT,
                true,
                anchor,
                Ink.TEXT);
        String value = chart.series().getFirst().values().get(item).label();
        if (!value.isEmpty())
            painter.drawText(
                    at.x(),
                    y + ChartPainter.SMALL_TEXT * 1.25,
                    painter.shortenToFit(value, ChartPainter.SMALL_TEXT, false, room),
                    ChartPainter.SMALL_TEXT,
                    false,
                    anchor,
                    Ink.TEXT);
    }

    /** A missing number leaves the ring open. */
    private void drawSeries(CategorySeries strip) {
        int n = strip.values().size();
        for (int i = 0; i < n; i++) {
            CategoryValue cell = strip.values().get(i);
            CategoryValue next = strip.values().get((i + 1) % n);
            if (cell.amount().isEmpty()) continue;
            if (next.amount().isPresent())
                painter.drawLine(
                        strip.ink(),
                        isDashed(strip) ? 1.4 : 2.2,
                        isDashed(strip),
                        valuePoint(i, cell),
                        valuePoint((i + 1) % n, next));
            Optional<MarkInfo> about =
                    Optional.of(new MarkInfo(chart.categories().get(i).indicator(), cell.hint()));
            if (isDashed(strip))
                painter.drawOutline(
                        VerdictShape.DISC.cornersAround(
                                valuePoint(i, cell).x(), valuePoint(i, cell).y(), DOT),
                        strip.ink(),
                        about);
            else
                painter.drawArea(
                        VerdictShape.DISC.cornersAround(
                                valuePoint(i, cell).x(), valuePoint(i, cell).y(), DOT),
                        strip.ink(),
                        about);
        }
    }

    private DrawingPoint valuePoint(int item, CategoryValue cell) {
        return toPoint(item, Math.clamp(cell.amount().orElseThrow().doubleValue(), 0, 1));
    }

    private double angleOf(int item) {
        return 2 * Math.PI * item / chart.categories().size();
    }

    private DrawingPoint toPoint(int item, double share) {
        return new DrawingPoint(
                centre.x() + Math.sin(angleOf(item)) * radius * share,
                centre.y() - Math.cos(angleOf(item)) * radius * share);
    }
}
