package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.PartLine;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of an indicator: thin lines behind the others, their names one below the other at the
 * right end, a leader to each.
 */
final class PartLinesLayout {
    private static final double WIDEST = 92;
    private static final double LINE = ChartPainter.SMALL_TEXT * 1.25;
    private static final double LEADER = 10;
    private static final double REACH = 1.6;
    private final ChartPainter painter;
    private final Chart.TrajectoryChart chart;
    private final Function<ChartDot, DrawingPoint> toPoint;

    PartLinesLayout(
            ChartPainter layout,
            Chart.TrajectoryChart chart,
            Function<ChartDot, DrawingPoint> place) {
        this.painter = layout;
        this.chart = chart;
        this.toPoint = place;
    }

    /** How much of the right margin the names take. */
    double namesWidth() {
        return chart.branches().stream()
                .mapToDouble(
                        b -> painter.measureWidth(fittedName(b), ChartPainter.SMALL_TEXT, false))
                .max()
                .stream()
                .map(w -> w + LEADER)
                .findFirst()
                .orElse(0);
    }

    private String fittedName(PartLine branch) {
        return painter.shortenToFit(
                branch.name(),
                ChartPainter.SMALL_TEXT,
                false,
                Math.min(WIDEST, painter.width() / 5));
    }

    void drawLines() {
        for (PartLine branch : chart.branches()) {
            List<DrawingPoint> run = new ArrayList<>();
            for (ChartDot dot : branch.dots()) {
                if (!dot.isJoined()) drawRun(run);
                run.add(toPoint.apply(dot));
                drawHoverArea(branch, dot);
            }
            drawRun(run);
        }
    }

    private void drawRun(List<DrawingPoint> run) {
        if (run.size() > 1) painter.drawLine(Ink.MUTED, 1, false, run.toArray(DrawingPoint[]::new));
        painter.keepLabelsOffLine(run);
        run.clear();
    }

    private void drawHoverArea(PartLine branch, ChartDot dot) {
        DrawingPoint at = toPoint.apply(dot);
        painter.drawArea(
                VerdictShape.DISC.cornersAround(at.x(), at.y(), REACH),
                Ink.MUTED,
                Optional.of(new MarkInfo(chart.indicator(), branch.name() + " " + dot.hint())));
    }

    /** In the order of their ends, pushed apart until none meets another. */
    void drawNames(double right, double top, double bottom) {
        List<PartLine> ordered =
                chart.branches().stream()
                        .sorted(Comparator.comparingDouble(b -> endPoint(b).y()))
                        .toList();
        double y = top;
        for (int i = 0; i < ordered.size(); i++) {
            DrawingPoint end = endPoint(ordered.get(i));
            double lowest = bottom - (ordered.size() - 1 - i) * LINE;
            y = Math.min(Math.max(y, end.y()), lowest);
            painter.drawLine(Ink.GRID, 0.8, true, end, new DrawingPoint(right, y));
            painter.drawText(
                    right + LEADER / 2,
                    y + ChartPainter.SMALL_TEXT * 0.35,
                    fittedName(ordered.get(i)),
                    ChartPainter.SMALL_TEXT,
                    false,
                    Mark.TextAnchor.START,
                    Ink.MUTED);
            y += LINE;
        }
    }

    private DrawingPoint endPoint(PartLine branch) {
        return toPoint.apply(branch.dots().getLast());
    }
}
