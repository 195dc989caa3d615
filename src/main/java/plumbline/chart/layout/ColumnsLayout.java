package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.CategorySeries;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays out standing columns, the strips of one name beside one another; a strip without a number
 * takes no room.
 */
final class ColumnsLayout {
    private static final double GAP = 8;
    private static final double WIDEST = 70;
    private final ChartPainter painter;
    private final Chart.CategoryChart chart;
    private NumberScale scale;
    private double left;
    private double right;
    private double top;
    private double bottom;

    ColumnsLayout(ChartPainter layout, Chart.CategoryChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        List<Chart.LegendEntry> keys =
                chart.series().stream()
                        .map(s -> new Chart.LegendEntry(s.name(), s.ink(), false))
                        .toList();
        top =
                painter.drawAreaLegend(keys, from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT * 2.2;
        bottom = to - ChartPainter.SMALL_TEXT * 2.2;
        Stream<Double> amounts =
                chart.series().stream()
                        .flatMap(s -> s.values().stream())
                        .flatMap(c -> c.amount().stream())
                        .map(Number::doubleValue);
        scale = NumberScale.aroundAmounts(Stream.concat(Stream.of(0.0), amounts).toList(), 5);
        left =
                ChartPainter.MARGIN
                        + scale.ticks().stream()
                                .mapToDouble(
                                        t ->
                                                painter.measureWidth(
                                                        scale.formatTick(t),
                                                        ChartPainter.SMALL_TEXT,
                                                        false))
                                .max()
                                .orElse(0)
                        + GAP;
        right = painter.width() - ChartPainter.MARGIN;
        for (double tick : scale.ticks()) {
            painter.drawLine(
                    tick == 0 ? Ink.AXIS : Ink.GRID,
                    0.8,
                    false,
                    new DrawingPoint(left, toY(tick)),
                    new DrawingPoint(right, toY(tick)));
            painter.drawText(
                    left - GAP,
                    toY(tick) + ChartPainter.SMALL_TEXT * 0.35,
                    scale.formatTick(tick),
                    ChartPainter.SMALL_TEXT,
                    false,
                    Mark.TextAnchor.END,
                    Ink.MUTED);
        }
        double step = (right - left) / Math.max(1, chart.categories().size());
        for (int i = 0; i < chart.categories().size(); i++) drawColumns(i, left + i * step, step);
    }

    private void drawColumns(int item, double x, double step) {
        painter.drawText(
                x + step / 2,
                bottom + ChartPainter.SMALL_TEXT * 1.6,
                painter.shortenToFit(
                        chart.categories().get(item).name(),
                        ChartPainter.SMALL_TEXT,
                        false,
                        step - 4),
                ChartPainter.SMALL_TEXT,
                false,
                Mark.TextAnchor.MIDDLE,
                Ink.MUTED);
        List<CategorySeries> drawn =
                chart.series().stream()
                        .filter(s -> s.values().get(item).amount().isPresent())
                        .toList();
        double thick = Math.min(WIDEST, step * 0.7 / Math.max(1, drawn.size()));
        double at = x + (step - thick * drawn.size()) / 2;
        for (CategorySeries strip : drawn) {
            drawColumn(strip.values().get(item), strip.ink(), item, at, thick, step / drawn.size());
            at += thick;
        }
    }

    private void drawColumn(
            CategoryValue cell, Ink ink, int item, double x, double thick, double room) {
        double amount = cell.amount().orElseThrow().doubleValue();
        double end =
                amount >= 0 ? Math.min(toY(amount), toY(0) - 1) : Math.max(toY(amount), toY(0) + 1);
        painter.drawArea(
                x + 1,
                Math.min(toY(0), end),
                x + thick - 1,
                Math.max(toY(0), end),
                ink,
                Optional.of(new MarkInfo(chart.categories().get(item).indicator(), cell.hint())));
        String[] lines = cell.label().split("\n");
        double y =
                amount >= 0
                        ? end - 4 - (lines.length - 1) * ChartPainter.SMALL_TEXT * 1.2
                        : end + ChartPainter.SMALL_TEXT * 1.2;
        for (String line : lines) {
            if (!line.isEmpty())
                painter.drawText(
                        x + thick / 2,
                        y,
                        painter.shortenToFit(line, ChartPainter.SMALL_TEXT, false, room - 2),
                        ChartPainter.SMALL_TEXT,
                        false,
                        Mark.TextAnchor.MIDDLE,
                        Ink.TEXT);
            y += ChartPainter.SMALL_TEXT * 1.2;
        }
    }

    private double toY(double amount) {
        return bottom - scale.shareOf(amount) * (bottom - top - ChartPainter.SMALL_TEXT * 1.4);
    }
}
