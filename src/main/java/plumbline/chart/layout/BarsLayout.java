package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.CategorySeries;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.Chart.ChartCategory;
import plumbline.chart.ChartNumbers.CategoryForm;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

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
    private final ChartPainter painter;
    private final Chart.CategoryChart chart;
    private NumberScale scale;
    private double left;
    private double right;

    BarsLayout(ChartPainter layout, Chart.CategoryChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        List<Chart.LegendEntry> keys =
                chart.series().stream()
                        .map(s -> new Chart.LegendEntry(s.name(), s.ink(), false))
                        .toList();
        double top =
                painter.drawAreaLegend(keys, from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT * 1.5;
        double row = Math.min(TALLEST_ROW, (to - top - 4) / Math.max(1, chart.categories().size()));
        double text = Math.min(ChartPainter.SMALL_TEXT + 0.5, row * 0.62);
        double names =
                chart.categories().stream()
                        .mapToDouble(i -> painter.measureWidth(i.name(), text, false))
                        .max()
                        .orElse(0);
        left =
                ChartPainter.MARGIN
                        + Math.min(names, (painter.width() - 2 * ChartPainter.MARGIN) * 0.36)
                        + 10;
        right = painter.width() - ChartPainter.MARGIN - labelRoom();
        scale = createScale();
        drawGrid(top, top + row * chart.categories().size());
        for (int i = 0; i < chart.categories().size(); i++) {
            ChartCategory item = chart.categories().get(i);
            double y = top + i * row;
            painter.drawText(
                    left - 8,
                    y + row / 2 + text * 0.36,
                    painter.shortenToFit(item.name(), text, false, left - 8 - ChartPainter.MARGIN),
                    text,
                    false,
                    Mark.TextAnchor.END,
                    Ink.TEXT);
            if (chart.form() == CategoryForm.STACKED_BARS) drawStackedBars(i, y, row);
            else drawGroupedBars(i, y, row);
        }
    }

    private double labelRoom() {
        if (chart.form() == CategoryForm.STACKED_BARS) return 8;
        return 14
                + chart.series().stream()
                        .flatMap(s -> s.values().stream())
                        .mapToDouble(
                                c ->
                                        painter.measureWidth(
                                                c.label(), ChartPainter.SMALL_TEXT, false))
                        .max()
                        .orElse(0);
    }

    private NumberScale createScale() {
        DoubleStream ends =
                chart.form() == CategoryForm.STACKED_BARS
                        ? DoubleStream.of(longestStack())
                        : presentValues().mapToDouble(BarsLayout::amountOf);
        if (!chart.areShares())
            return NumberScale.aroundAmounts(
                    DoubleStream.concat(DoubleStream.of(0), ends).boxed().toList(), 6);
        double least =
                Math.min(0, presentValues().mapToDouble(BarsLayout::amountOf).min().orElse(0));
        double most =
                Math.clamp(
                        presentValues().mapToDouble(BarsLayout::amountOf).max().orElse(1),
                        1,
                        MOST_SHARE);
        return new NumberScale(
                Math.max(-0.5, Math.floor(least * 5) / 5), Math.ceil(most * 5) / 5, 0.2);
    }

    private double longestStack() {
        double longest = 1;
        for (int i = 0; i < chart.categories().size(); i++) {
            int at = i;
            longest =
                    Math.max(
                            longest,
                            chart.series().stream()
                                    .mapToDouble(s -> amountOf(s.values().get(at)))
                                    .sum());
        }
        return longest;
    }

    private Stream<CategoryValue> presentValues() {
        return chart.series().stream()
                .flatMap(s -> s.values().stream())
                .filter(c -> c.amount().isPresent());
    }

    private static double amountOf(CategoryValue cell) {
        return cell.amount().map(Number::doubleValue).orElse(0.0);
    }

    private void drawGrid(double top, double bottom) {
        double taken = Double.NEGATIVE_INFINITY;
        for (double tick : scale.ticks()) {
            if (!chart.areShares()
                    && tick != Math.rint(tick)
                    && scale.high() >= 1
                    && chart.form() == CategoryForm.STACKED_BARS) continue;
            painter.drawLine(
                    tick == 0 ? Ink.AXIS : Ink.GRID,
                    0.8,
                    false,
                    new DrawingPoint(toX(tick), top - 2),
                    new DrawingPoint(toX(tick), bottom));
            String label =
                    chart.areShares() ? Math.round(tick * 100) + "%" : scale.formatTick(tick);
            double half = painter.measureWidth(label, ChartPainter.SMALL_TEXT - 1, false) / 2;
            if (toX(tick) - half < taken + 6) continue;
            painter.drawText(
                    toX(tick),
                    top - 5,
                    label,
                    ChartPainter.SMALL_TEXT - 1,
                    false,
                    Mark.TextAnchor.MIDDLE,
                    Ink.MUTED);
            taken = toX(tick) + half;
        }
    }

    private void drawGroupedBars(int item, double y, double row) {
        double thick = row * FILLED / chart.series().size();
        double at = y + row * (1 - FILLED) / 2;
        for (CategorySeries strip : chart.series()) {
            CategoryValue cell = strip.values().get(item);
            if (cell.amount().isPresent()) drawBar(strip, cell, item, at, thick);
            else drawLabel(cell, toX(0), at, thick);
            at += thick;
        }
    }

    private void drawBar(
            CategorySeries strip, CategoryValue cell, int item, double y, double thick) {
        double value = Math.clamp(amountOf(cell), scale.low(), scale.high());
        double end = toX(value);
        painter.drawArea(
                Math.min(toX(0), end),
                y,
                Math.max(Math.max(toX(0), end), toX(0) + 1),
                y + thick,
                strip.ink(),
                markInfo(item, cell));
        if (amountOf(cell) > scale.high()) drawCutMark(end, y, thick);
        drawLabel(cell, Math.max(end, toX(0)), y, thick);
    }

    private void drawLabel(CategoryValue cell, double x, double y, double thick) {
        double text = Math.min(ChartPainter.SMALL_TEXT, thick * 0.9);
        if (text >= SMALLEST_TEXT && !cell.label().isEmpty())
            painter.drawText(
                    x + 5,
                    y + thick / 2 + text * 0.36,
                    cell.label(),
                    text,
                    false,
                    Mark.TextAnchor.START,
                    Ink.TEXT);
    }

    private void drawCutMark(double x, double y, double thick) {
        for (double at = x - 9; at <= x - 5; at += 4)
            painter.drawLine(
                    Ink.PAPER,
                    1.8,
                    false,
                    new DrawingPoint(at - 2, y + thick),
                    new DrawingPoint(at + 2, y));
    }

    private void drawStackedBars(int item, double y, double row) {
        double from = 0;
        for (CategorySeries strip : chart.series()) {
            CategoryValue cell = strip.values().get(item);
            double next = from + amountOf(cell);
            if (next > from)
                drawSegment(
                        strip,
                        cell,
                        item,
                        toX(from),
                        toX(next),
                        y + row * (1 - FILLED) / 2,
                        row * FILLED);
            from = next;
        }
    }

    /** Its number stands on a piece of paper, so that it is read on any colour and pattern. */
    private void drawSegment(
            CategorySeries strip,
            CategoryValue cell,
            int item,
            double from,
            double to,
            double y,
            double thick) {
        painter.drawArea(from, y, to - 0.8, y + thick, strip.ink(), markInfo(item, cell));
        double text = Math.min(ChartPainter.SMALL_TEXT, thick * 0.7);
        double wide = painter.measureWidth(cell.label(), text, true) + 8;
        if (cell.label().isEmpty() || text < SMALLEST_TEXT || wide > to - from) return;
        double middle = (from + to) / 2;
        painter.drawArea(
                middle - wide / 2,
                y + (thick - text * 1.3) / 2,
                middle + wide / 2,
                y + (thick + text * 1.3) / 2,
                Ink.PAPER,
                markInfo(item, cell));
        painter.drawText(
                middle,
                y + thick / 2 + text * 0.36,
                cell.label(),
                text,
                true,
                Mark.TextAnchor.MIDDLE,
                Ink.TEXT);
    }

    private Optional<MarkInfo> markInfo(int item, CategoryValue cell) {
        return Optional.of(new MarkInfo(chart.categories().get(item).indicator(), cell.hint()));
    }

    private double toX(double amount) {
        return left + scale.shareOf(amount) * (right - left);
    }
}
