package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.TaskBar;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.util.Optional;

/**
 * Lays out tasks in time: what is done of each is filled, its due day is a mark, and one that is
 * late says so by shape and word.
 */
final class GanttLayout {
    private static final double TALLEST_ROW = 26;
    private static final double INDENT = 10;
    private final ChartPainter painter;
    private final Chart.GanttChart chart;
    private DayAxis days;

    GanttLayout(ChartPainter layout, Chart.GanttChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        if (chart.emptySentence().isPresent()) {
            painter.drawEmptySentence(chart.emptySentence().get(), from, to);
            return;
        }
        double top =
                painter.drawLineLegend(chart.legend(), from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT * 1.9;
        double bottom = to - ChartPainter.SMALL_TEXT * 2;
        double row = Math.min(TALLEST_ROW, (bottom - top) / Math.max(1, chart.taskBars().size()));
        double text = Math.min(ChartPainter.SMALL_TEXT, row * 0.62);
        double end = top + row * chart.taskBars().size();
        double words =
                chart.taskBars().stream()
                                .mapToDouble(s -> painter.measureWidth(s.stateWord(), text, false))
                                .max()
                                .orElse(0)
                        + 10;
        double left = ChartPainter.MARGIN + (painter.width() - 2 * ChartPainter.MARGIN) * 0.36;
        days =
                new DayAxis(
                        chart.from(),
                        chart.to(),
                        left,
                        painter.width() - ChartPainter.MARGIN - words - 10);
        days.drawYears(painter, end);
        if (days.containsDay(chart.evaluationDate())) drawEvaluationDate(top, end);
        for (int i = 0; i < chart.taskBars().size(); i++)
            drawTaskBar(chart.taskBars().get(i), top + i * row, row, text, left);
    }

    private void drawEvaluationDate(double top, double end) {
        double x = days.toX(chart.evaluationDate());
        painter.drawLine(
                Ink.EVALUATION, 1, true, new DrawingPoint(x, top - 2), new DrawingPoint(x, end));
        painter.drawText(
                x,
                top - 5,
                chart.evaluationLabel(),
                ChartPainter.SMALL_TEXT - 1,
                false,
                Mark.TextAnchor.MIDDLE,
                Ink.EVALUATION);
    }

    private void drawTaskBar(TaskBar span, double y, double row, double text, double left) {
        double base = y + row * 0.5 + text * 0.36;
        double indent = span.level() * INDENT;
        painter.drawText(
                ChartPainter.MARGIN + indent,
                base,
                painter.shortenToFit(
                        span.name(),
                        text,
                        span.level() == 0,
                        left - ChartPainter.MARGIN - indent - 8),
                text,
                span.level() == 0,
                Mark.TextAnchor.START,
                Ink.TEXT);
        Optional<MarkInfo> about = Optional.of(new MarkInfo(Optional.empty(), span.hint()));
        double from = days.toX(span.firstDay());
        double to = days.toX(span.dueDay().orElse(chart.to()));
        double thick = row * (span.level() == 0 ? 0.5 : 0.36);
        painter.drawArea(
                from,
                y + (row - thick) / 2,
                Math.max(to, from + 2),
                y + (row + thick) / 2,
                Ink.GRID,
                about);
        double done = from + (to - from) * span.doneShare().doubleValue();
        if (done > from)
            painter.drawArea(
                    from, y + (row - thick) / 2, done, y + (row + thick) / 2, Ink.ACTUAL, about);
        span.dueDay()
                .ifPresent(
                        due ->
                                drawDueMark(
                                        span,
                                        days.toX(due),
                                        y + row / 2,
                                        Math.min(5, row * 0.28),
                                        about));
        painter.drawText(
                painter.width() - ChartPainter.MARGIN,
                base,
                span.stateWord(),
                text,
                false,
                Mark.TextAnchor.END,
                span.isLate() ? Ink.BEHIND : Ink.MUTED);
    }

    private void drawDueMark(
            TaskBar span, double x, double y, double radius, Optional<MarkInfo> about) {
        if (span.isLate())
            painter.drawArea(VerdictShape.DOWN.cornersAround(x, y, radius), Ink.BEHIND, about);
        else
            painter.drawOutline(
                    VerdictShape.DIAMOND.cornersAround(x, y, radius), Ink.TARGET, about);
    }
}
