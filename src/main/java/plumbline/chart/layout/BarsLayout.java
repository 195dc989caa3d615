package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Cell;
import plumbline.chart.Chart.Item;
import plumbline.chart.Chart.Strip;
import plumbline.chart.ChartNumbers.Form;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Lays out lying bars, beside one another or one after the other. */
final class BarsLayout {
    /** Shares beyond this are cut; their number is printed. */
    private static final double MOST_SHARE = 1.5;

    private static final double TALLEST_ROW = 56;
    private static final double FILLED = 0.72;
    private static final double SMALLEST_TEXT = 6.5;
    private final ChartPainter layout;
    private final Chart.Plot chart;
    private Scale scale;
    private double left;
    private double right;

    BarsLayout(ChartPainter layout, Chart.Plot chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        List<Chart.Key> keys =
                chart.strips().stream().map(s -> new Chart.Key(s.name(), s.ink(), false)).toList();
        double top = layout.swatches(keys, from + ChartPainter.SMALL) + ChartPainter.SMALL * 1.5;
        double row = Math.min(TALLEST_ROW, (to - top - 4) / Math.max(1, chart.items().size()));
        double text = Math.min(ChartPainter.SMALL + 0.5, row * 0.62);
        double names =
                chart.items().stream()
                        .mapToDouble(i -> layout.measure(i.name(), text, false))
                        .max()
                        .orElse(0);
        left =
                ChartPainter.MARGIN
                        + Math.min(names, (layout.width() - 2 * ChartPainter.MARGIN) * 0.36)
                        + 10;
        right = layout.width() - ChartPainter.MARGIN - labelRoom();
        scale = scale();
        grid(top, top + row * chart.items().size());
        for (int i = 0; i < chart.items().size(); i++) {
            Item item = chart.items().get(i);
            double y = top + i * row;
            layout.text(
                    left - 8,
                    y + row / 2 + text * 0.36,
                    layout.fit(item.name(), text, false, left - 8 - ChartPainter.MARGIN),
                    text,
                    false,
                    Mark.Anchor.END,
                    Ink.TEXT);
            if (chart.form() == Form.STACKED_BARS) stack(i, y, row);
            else beside(i, y, row);
        }
    }

    private double labelRoom() {
        if (chart.form() == Form.STACKED_BARS) return 8;
        return 14
                + chart.strips().stream()
                        .flatMap(s -> s.cells().stream())
                        .mapToDouble(c -> layout.measure(c.label(), ChartPainter.SMALL, false))
                        .max()
                        .orElse(0);
    }

    private Scale scale() {
        DoubleStream ends =
                chart.form() == Form.STACKED_BARS
                        ? DoubleStream.of(longest())
                        : cells().mapToDouble(BarsLayout::amount);
        if (!chart.shares())
            return Scale.about(DoubleStream.concat(DoubleStream.of(0), ends).boxed().toList(), 6);
        double least = Math.min(0, cells().mapToDouble(BarsLayout::amount).min().orElse(0));
        double most =
                Math.clamp(cells().mapToDouble(BarsLayout::amount).max().orElse(1), 1, MOST_SHARE);
        return new Scale(Math.max(-0.5, Math.floor(least * 5) / 5), Math.ceil(most * 5) / 5, 0.2);
    }

    private double longest() {
        double longest = 1;
        for (int i = 0; i < chart.items().size(); i++) {
            int at = i;
            longest =
                    Math.max(
                            longest,
                            chart.strips().stream()
                                    .mapToDouble(s -> amount(s.cells().get(at)))
                                    .sum());
        }
        return longest;
    }

    private Stream<Cell> cells() {
        return chart.strips().stream()
                .flatMap(s -> s.cells().stream())
                .filter(c -> c.amount().isPresent());
    }

    private static double amount(Cell cell) {
        return cell.amount().map(Number::doubleValue).orElse(0.0);
    }

    private void grid(double top, double bottom) {
        double taken = Double.NEGATIVE_INFINITY;
        for (double tick : scale.ticks()) {
            if (!chart.shares()
                    && tick != Math.rint(tick)
                    && scale.high() >= 1
                    && chart.form() == Form.STACKED_BARS) continue;
            layout.line(
                    tick == 0 ? Ink.AXIS : Ink.GRID,
                    0.8,
                    false,
                    new Point(x(tick), top - 2),
                    new Point(x(tick), bottom));
            String label = chart.shares() ? Math.round(tick * 100) + "%" : scale.label(tick);
            double half = layout.measure(label, ChartPainter.SMALL - 1, false) / 2;
            if (x(tick) - half < taken + 6) continue;
            layout.text(
                    x(tick),
                    top - 5,
                    label,
                    ChartPainter.SMALL - 1,
                    false,
                    Mark.Anchor.MIDDLE,
                    Ink.MUTED);
            taken = x(tick) + half;
        }
    }

    private void beside(int item, double y, double row) {
        double thick = row * FILLED / chart.strips().size();
        double at = y + row * (1 - FILLED) / 2;
        for (Strip strip : chart.strips()) {
            Cell cell = strip.cells().get(item);
            if (cell.amount().isPresent()) bar(strip, cell, item, at, thick);
            else label(cell, x(0), at, thick);
            at += thick;
        }
    }

    private void bar(Strip strip, Cell cell, int item, double y, double thick) {
        double value = Math.clamp(amount(cell), scale.low(), scale.high());
        double end = x(value);
        layout.area(
                Math.min(x(0), end),
                y,
                Math.max(Math.max(x(0), end), x(0) + 1),
                y + thick,
                strip.ink(),
                about(item, cell));
        if (amount(cell) > scale.high()) cut(end, y, thick);
        label(cell, Math.max(end, x(0)), y, thick);
    }

    private void label(Cell cell, double x, double y, double thick) {
        double text = Math.min(ChartPainter.SMALL, thick * 0.9);
        if (text >= SMALLEST_TEXT && !cell.label().isEmpty())
            layout.text(
                    x + 5,
                    y + thick / 2 + text * 0.36,
                    cell.label(),
                    text,
                    false,
                    Mark.Anchor.START,
                    Ink.TEXT);
    }

    private void cut(double x, double y, double thick) {
        for (double at = x - 9; at <= x - 5; at += 4)
            layout.line(Ink.PAPER, 1.8, false, new Point(at - 2, y + thick), new Point(at + 2, y));
    }

    private void stack(int item, double y, double row) {
        double from = 0;
        for (Strip strip : chart.strips()) {
            Cell cell = strip.cells().get(item);
            double next = from + amount(cell);
            if (next > from)
                segment(
                        strip,
                        cell,
                        item,
                        x(from),
                        x(next),
                        y + row * (1 - FILLED) / 2,
                        row * FILLED);
            from = next;
        }
    }

    /** Its number stands on a piece of paper, so that it is read on any colour and pattern. */
    private void segment(
            Strip strip, Cell cell, int item, double from, double to, double y, double thick) {
        layout.area(from, y, to - 0.8, y + thick, strip.ink(), about(item, cell));
        double text = Math.min(ChartPainter.SMALL, thick * 0.7);
        double wide = layout.measure(cell.label(), text, true) + 8;
        if (cell.label().isEmpty() || text < SMALLEST_TEXT || wide > to - from) return;
        double middle = (from + to) / 2;
        layout.area(
                middle - wide / 2,
                y + (thick - text * 1.3) / 2,
                middle + wide / 2,
                y + (thick + text * 1.3) / 2,
                Ink.PAPER,
                about(item, cell));
        layout.text(
                middle,
                y + thick / 2 + text * 0.36,
                cell.label(),
                text,
                true,
                Mark.Anchor.MIDDLE,
                Ink.TEXT);
    }

    private Optional<MarkInfo> about(int item, Cell cell) {
        return Optional.of(new MarkInfo(chart.items().get(item).indicator(), cell.hint()));
    }

    private double x(double amount) {
        return left + scale.share(amount) * (right - left);
    }
}
