package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Cell;
import plumbline.chart.Chart.Strip;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

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
    private final ChartPainter layout;
    private final Chart.Plot chart;
    private Scale scale;
    private double left;
    private double right;
    private double top;
    private double bottom;

    ColumnsLayout(ChartPainter layout, Chart.Plot chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        List<Chart.Key> keys =
                chart.strips().stream().map(s -> new Chart.Key(s.name(), s.ink(), false)).toList();
        top = layout.swatches(keys, from + ChartPainter.SMALL) + ChartPainter.SMALL * 2.2;
        bottom = to - ChartPainter.SMALL * 2.2;
        Stream<Double> amounts =
                chart.strips().stream()
                        .flatMap(s -> s.cells().stream())
                        .flatMap(c -> c.amount().stream())
                        .map(Number::doubleValue);
        scale = Scale.about(Stream.concat(Stream.of(0.0), amounts).toList(), 5);
        left =
                ChartPainter.MARGIN
                        + scale.ticks().stream()
                                .mapToDouble(
                                        t ->
                                                layout.measure(
                                                        scale.label(t), ChartPainter.SMALL, false))
                                .max()
                                .orElse(0)
                        + GAP;
        right = layout.width() - ChartPainter.MARGIN;
        for (double tick : scale.ticks()) {
            layout.line(
                    tick == 0 ? Ink.AXIS : Ink.GRID,
                    0.8,
                    false,
                    new Point(left, y(tick)),
                    new Point(right, y(tick)));
            layout.text(
                    left - GAP,
                    y(tick) + ChartPainter.SMALL * 0.35,
                    scale.label(tick),
                    ChartPainter.SMALL,
                    false,
                    Mark.Anchor.END,
                    Ink.MUTED);
        }
        double step = (right - left) / Math.max(1, chart.items().size());
        for (int i = 0; i < chart.items().size(); i++) column(i, left + i * step, step);
    }

    private void column(int item, double x, double step) {
        layout.text(
                x + step / 2,
                bottom + ChartPainter.SMALL * 1.6,
                layout.fit(chart.items().get(item).name(), ChartPainter.SMALL, false, step - 4),
                ChartPainter.SMALL,
                false,
                Mark.Anchor.MIDDLE,
                Ink.MUTED);
        List<Strip> drawn =
                chart.strips().stream()
                        .filter(s -> s.cells().get(item).amount().isPresent())
                        .toList();
        double thick = Math.min(WIDEST, step * 0.7 / Math.max(1, drawn.size()));
        double at = x + (step - thick * drawn.size()) / 2;
        for (Strip strip : drawn) {
            stand(strip.cells().get(item), strip.ink(), item, at, thick, step / drawn.size());
            at += thick;
        }
    }

    private void stand(Cell cell, Ink ink, int item, double x, double thick, double room) {
        double amount = cell.amount().orElseThrow().doubleValue();
        double end = amount >= 0 ? Math.min(y(amount), y(0) - 1) : Math.max(y(amount), y(0) + 1);
        layout.area(
                x + 1,
                Math.min(y(0), end),
                x + thick - 1,
                Math.max(y(0), end),
                ink,
                Optional.of(new MarkInfo(chart.items().get(item).indicator(), cell.hint())));
        String[] lines = cell.label().split("\n");
        double y =
                amount >= 0
                        ? end - 4 - (lines.length - 1) * ChartPainter.SMALL * 1.2
                        : end + ChartPainter.SMALL * 1.2;
        for (String line : lines) {
            if (!line.isEmpty())
                layout.text(
                        x + thick / 2,
                        y,
                        layout.fit(line, ChartPainter.SMALL, false, room - 2),
                        ChartPainter.SMALL,
                        false,
                        Mark.Anchor.MIDDLE,
                        Ink.TEXT);
            y += ChartPainter.SMALL * 1.2;
        }
    }

    private double y(double amount) {
        return bottom - scale.share(amount) * (bottom - top - ChartPainter.SMALL * 1.4);
    }
}
