package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.ChartLine;
import plumbline.chart.Chart.LegendEntry;
import plumbline.chart.ChartNumbers.LineStyle;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out several lines over days. */
final class LinesLayout {
    private static final double GAP = 8;
    private static final double DOT = 3.5;
    private static final int MOST_LABELLED = 12;
    private final ChartPainter painter;
    private final Chart.LineChart chart;
    private NumberScale scale;
    private DayAxis days;
    private double top;
    private double bottom;

    LinesLayout(ChartPainter layout, Chart.LineChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        if (chart.emptySentence().isPresent()) {
            painter.drawEmptySentence(chart.emptySentence().get(), from, to);
            return;
        }
        top =
                painter.drawLineLegend(
                                chart.lines().stream()
                                        .map(
                                                t ->
                                                        new LegendEntry(
                                                                t.name(),
                                                                t.ink(),
                                                                t.lineStyle() == LineStyle.DASHED))
                                        .toList(),
                                from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT * 1.8;
        bottom = to - ChartPainter.SMALL_TEXT * 2.2;
        List<Double> amounts =
                chart.lines().stream()
                        .flatMap(t -> t.dots().stream())
                        .map(d -> d.amount().doubleValue())
                        .toList();
        scale = NumberScale.aroundAmounts(amounts, bottom - top > 180 ? 5 : 3);
        double left =
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
        days =
                new DayAxis(
                        chart.from(),
                        chart.to(),
                        left + 12,
                        painter.width() - ChartPainter.MARGIN - 26);
        for (double tick : scale.ticks()) {
            painter.drawLine(
                    Ink.GRID,
                    0.8,
                    false,
                    new DrawingPoint(left, toY(tick)),
                    new DrawingPoint(painter.width() - ChartPainter.MARGIN - 14, toY(tick)));
            painter.drawText(
                    left - GAP,
                    toY(tick) + ChartPainter.SMALL_TEXT * 0.35,
                    scale.formatTick(tick),
                    ChartPainter.SMALL_TEXT,
                    false,
                    Mark.TextAnchor.END,
                    Ink.MUTED);
        }
        days.drawYears(painter, bottom);
        drawEvaluationDate();
        chart.lines().forEach(this::drawChartLine);
        chart.lines().forEach(this::drawDots);
        chart.lines()
                .forEach(
                        t ->
                                t.dots().reversed().stream()
                                        .filter(d -> !d.label().isEmpty())
                                        .limit(MOST_LABELLED)
                                        .forEach(
                                                d ->
                                                        painter.placeLabel(
                                                                toPoint(d),
                                                                d.label(),
                                                                ChartPainter.SMALL_TEXT,
                                                                false,
                                                                t.ink() == Ink.ACTUAL
                                                                        ? Ink.TEXT
                                                                        : t.ink(),
                                                                GAP,
                                                                top - ChartPainter.SMALL_TEXT,
                                                                bottom)));
    }

    private void drawEvaluationDate() {
        if (!days.containsDay(chart.evaluationDate())) return;
        double x = days.toX(chart.evaluationDate());
        painter.drawLine(
                Ink.EVALUATION, 1, true, new DrawingPoint(x, top), new DrawingPoint(x, bottom));
        painter.keepLabelsOffLine(List.of(new DrawingPoint(x, top), new DrawingPoint(x, bottom)));
        painter.drawTextAbove(x, top - 4, chart.evaluationLabel(), Ink.EVALUATION);
    }

    private void drawChartLine(ChartLine trace) {
        if (trace.lineStyle() == LineStyle.MARKS) return;
        List<DrawingPoint> run = new ArrayList<>();
        for (ChartDot dot : trace.dots()) {
            if (!dot.isJoined()) drawRun(trace, run);
            run.add(toPoint(dot));
        }
        drawRun(trace, run);
    }

    private void drawRun(ChartLine trace, List<DrawingPoint> run) {
        if (run.size() > 1)
            painter.drawLine(
                    trace.ink(),
                    trace.lineStyle() == LineStyle.SOLID ? 2.2 : 1.4,
                    trace.lineStyle() == LineStyle.DASHED,
                    run.toArray(DrawingPoint[]::new));
        painter.keepLabelsOffLine(run);
        run.clear();
    }

    private void drawDots(ChartLine trace) {
        if (trace.lineStyle() == LineStyle.THIN) return;
        for (ChartDot dot : trace.dots()) {
            if (dot.hint().isEmpty()) continue;
            DrawingPoint at = toPoint(dot);
            Optional<MarkInfo> about = Optional.of(new MarkInfo(trace.indicator(), dot.hint()));
            switch (trace.lineStyle()) {
                case MARKS ->
                        painter.drawOutline(
                                VerdictShape.DIAMOND.cornersAround(at.x(), at.y(), DOT + 1.5),
                                trace.ink(),
                                about);
                case DASHED ->
                        painter.drawOutline(
                                VerdictShape.DISC.cornersAround(at.x(), at.y(), DOT),
                                trace.ink(),
                                about);
                case SOLID, THIN ->
                        painter.drawArea(
                                VerdictShape.DISC.cornersAround(at.x(), at.y(), DOT),
                                trace.ink(),
                                about);
            }
            painter.keepLabelsOffMark(at.x(), at.y(), DOT);
        }
    }

    private DrawingPoint toPoint(ChartDot dot) {
        return new DrawingPoint(days.toX(dot.day()), toY(dot.amount().doubleValue()));
    }

    private double toY(double amount) {
        return bottom - scale.shareOf(amount) * (bottom - top);
    }
}
