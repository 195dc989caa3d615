package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Outlook;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The wedge of what may come, behind everything else: a tint between two dashed lines. */
final class OutlookLayout {
    private final ChartPainter layout;
    private final Chart.Trajectory chart;
    private final Function<Dot, Point> place;

    OutlookLayout(ChartPainter layout, Chart.Trajectory chart, Function<Dot, Point> place) {
        this.layout = layout;
        this.chart = chart;
        this.place = place;
    }

    /** What runs out of the plot is cut at its edge; its number is told by the mark. */
    void lay(double top, double bottom) {
        chart.outlook().ifPresent(o -> wedge(o, top, bottom));
    }

    private void wedge(Outlook outlook, double top, double bottom) {
        Point since = place.apply(outlook.since());
        Point most = place.apply(outlook.most());
        Point least = place.apply(outlook.least());
        List<Point> band =
                cut(cut(List.of(since, most, least), p -> p.y() - top), p -> bottom - p.y());
        if (band.size() < 3) return;
        layout.area(
                band,
                Ink.OUTLOOK_BAND,
                Optional.of(new MarkInfo(chart.indicator(), outlook.most().hint())));
        edge(since, most, top, bottom);
        if (!most.equals(least)) edge(since, least, top, bottom);
    }

    private void edge(Point since, Point end, double top, double bottom) {
        Point stop = end;
        for (ToDoubleFunction<Point> side :
                List.<ToDoubleFunction<Point>>of(p -> p.y() - top, p -> bottom - p.y())) {
            if (side.applyAsDouble(stop) < 0) stop = meet(since, stop, side);
        }
        layout.line(Ink.OUTLOOK, 1, true, since, stop);
        layout.avoid(List.of(since, stop));
    }

    /** Sutherland and Hodgman: what of a polygon lies where the function is not negative. */
    private static List<Point> cut(List<Point> corners, ToDoubleFunction<Point> side) {
        List<Point> left = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % corners.size());
            if (side.applyAsDouble(from) >= 0) left.add(from);
            if (side.applyAsDouble(from) < 0 != side.applyAsDouble(to) < 0)
                left.add(meet(from, to, side));
        }
        return left;
    }

    private static Point meet(Point from, Point to, ToDoubleFunction<Point> side) {
        double share =
                side.applyAsDouble(from) / (side.applyAsDouble(from) - side.applyAsDouble(to));
        return new Point(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }
}
