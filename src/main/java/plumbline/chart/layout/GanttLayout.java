package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Span;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.Optional;

/**
 * Lays out tasks in time: what is done of each is filled, its due day is a mark, and one that is
 * late says so by shape and word.
 */
final class GanttLayout {
    private static final double TALLEST_ROW = 26;
    private static final double INDENT = 10;
    private final ChartPainter layout;
    private final Chart.Gantt chart;
    private DayAxis days;

    GanttLayout(ChartPainter layout, Chart.Gantt chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        if (chart.empty().isPresent()) {
            layout.nothing(chart.empty().get(), from, to);
            return;
        }
        double top =
                layout.keys(chart.keys(), from + ChartPainter.SMALL) + ChartPainter.SMALL * 1.9;
        double bottom = to - ChartPainter.SMALL * 2;
        double row = Math.min(TALLEST_ROW, (bottom - top) / Math.max(1, chart.spans().size()));
        double text = Math.min(ChartPainter.SMALL, row * 0.62);
        double end = top + row * chart.spans().size();
        double words =
                chart.spans().stream()
                                .mapToDouble(s -> layout.measure(s.word(), text, false))
                                .max()
                                .orElse(0)
                        + 10;
        double left = ChartPainter.MARGIN + (layout.width() - 2 * ChartPainter.MARGIN) * 0.36;
        days =
                new DayAxis(
                        chart.from(),
                        chart.to(),
                        left,
                        layout.width() - ChartPainter.MARGIN - words - 10);
        days.years(layout, end);
        if (days.has(chart.evaluation())) evaluation(top, end);
        for (int i = 0; i < chart.spans().size(); i++)
            span(chart.spans().get(i), top + i * row, row, text, left);
    }

    private void evaluation(double top, double end) {
        double x = days.x(chart.evaluation());
        layout.line(Ink.EVALUATION, 1, true, new Point(x, top - 2), new Point(x, end));
        layout.text(
                x,
                top - 5,
                chart.evaluationLabel(),
                ChartPainter.SMALL - 1,
                false,
                Mark.Anchor.MIDDLE,
                Ink.EVALUATION);
    }

    private void span(Span span, double y, double row, double text, double left) {
        double base = y + row * 0.5 + text * 0.36;
        double indent = span.level() * INDENT;
        layout.text(
                ChartPainter.MARGIN + indent,
                base,
                layout.fit(
                        span.name(),
                        text,
                        span.level() == 0,
                        left - ChartPainter.MARGIN - indent - 8),
                text,
                span.level() == 0,
                Mark.Anchor.START,
                Ink.TEXT);
        Optional<MarkInfo> about = Optional.of(new MarkInfo(Optional.empty(), span.hint()));
        double from = days.x(span.begun());
        double to = days.x(span.due().orElse(chart.to()));
        double thick = row * (span.level() == 0 ? 0.5 : 0.36);
        layout.area(
                from,
                y + (row - thick) / 2,
                Math.max(to, from + 2),
                y + (row + thick) / 2,
                Ink.GRID,
                about);
        double done = from + (to - from) * span.done().doubleValue();
        if (done > from)
            layout.area(
                    from, y + (row - thick) / 2, done, y + (row + thick) / 2, Ink.ACTUAL, about);
        span.due()
                .ifPresent(
                        due ->
                                mark(
                                        span,
                                        days.x(due),
                                        y + row / 2,
                                        Math.min(5, row * 0.28),
                                        about));
        layout.text(
                layout.width() - ChartPainter.MARGIN,
                base,
                span.word(),
                text,
                false,
                Mark.Anchor.END,
                span.late() ? Ink.BEHIND : Ink.MUTED);
    }

    private void mark(Span span, double x, double y, double radius, Optional<MarkInfo> about) {
        if (span.late()) layout.area(VerdictShape.DOWN.at(x, y, radius), Ink.BEHIND, about);
        else layout.outline(VerdictShape.DIAMOND.at(x, y, radius), Ink.TARGET, about);
    }
}
