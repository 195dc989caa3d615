package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.OutlookWedge;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.MarkInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The wedge of what may come, behind everything else: a tint between two dashed lines. */
final class OutlookLayout {
    private final ChartPainter painter;
    private final Chart.TrajectoryChart chart;
    private final Function<ChartDot, DrawingPoint> toPoint;

    OutlookLayout(
            ChartPainter layout,
            Chart.TrajectoryChart chart,
            Function<ChartDot, DrawingPoint> place) {
        this.painter = layout;
        this.chart = chart;
        this.toPoint = place;
    }

    /** What runs out of the plot is cut at its edge; its number is told by the mark. */
    void layOut(double top, double bottom) {
        chart.outlook().ifPresent(o -> drawWedge(o, top, bottom));
    }

    private void drawWedge(OutlookWedge outlook, double top, double bottom) {
        DrawingPoint since = toPoint.apply(outlook.since());
        DrawingPoint most = toPoint.apply(outlook.most());
        DrawingPoint least = toPoint.apply(outlook.least());
        List<DrawingPoint> band =
                clipPolygon(
                        clipPolygon(List.of(since, most, least), p -> p.y() - top),
                        p -> bottom - p.y());
        if (band.size() < 3) return;
        painter.drawArea(
                band,
                Ink.OUTLOOK_BAND,
                Optional.of(new MarkInfo(chart.indicator(), outlook.most().hint())));
        drawEdge(since, most, top, bottom);
        if (!most.equals(least)) drawEdge(since, least, top, bottom);
    }

    private void drawEdge(DrawingPoint since, DrawingPoint end, double top, double bottom) {
        DrawingPoint stop = end;
        for (ToDoubleFunction<DrawingPoint> side :
                List.<ToDoubleFunction<DrawingPoint>>of(p -> p.y() - top, p -> bottom - p.y())) {
            if (side.applyAsDouble(stop) < 0) stop = intersection(since, stop, side);
        }
        painter.drawLine(Ink.OUTLOOK, 1, true, since, stop);
        painter.keepLabelsOffLine(List.of(since, stop));
    }

    /** Sutherland and Hodgman: what of a polygon lies where the function is not negative. */
    private static List<DrawingPoint> clipPolygon(
            List<DrawingPoint> corners, ToDoubleFunction<DrawingPoint> side) {
        List<DrawingPoint> left = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            DrawingPoint from = corners.get(i);
            DrawingPoint to = corners.get((i + 1) % corners.size());
            if (side.applyAsDouble(from) >= 0) left.add(from);
            if (side.applyAsDouble(from) < 0 != side.applyAsDouble(to) < 0)
                left.add(intersection(from, to, side));
        }
        return left;
    }

    private static DrawingPoint intersection(
            DrawingPoint from, DrawingPoint to, ToDoubleFunction<DrawingPoint> side) {
        double share =
                side.applyAsDouble(from) / (side.applyAsDouble(from) - side.applyAsDouble(to));
        return new DrawingPoint(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }
}
