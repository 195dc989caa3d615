package plumbline.chart.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Puts the patterns of a palette into a drawing, as an outline and strokes, so that no pen needs to
 * know of them.
 */
final class Hatching {
    private static final double WIDTH = 0.8;

    /** In square points: smaller areas, such as the shapes of verdicts, are told by their form. */
    private static final double SMALLEST = 110;

    private Hatching() {}

    static Drawing of(Drawing drawing, Palette palette) {
        return new Drawing(
                drawing.width(),
                drawing.height(),
                drawing.title(),
                drawing.description(),
                drawing.marks().stream().flatMap(mark -> hatched(mark, palette)).toList());
    }

    private static Stream<Mark> hatched(Mark mark, Palette palette) {
        if (!(mark instanceof Mark.Area area)
                || palette.pattern(area.ink()) == Pattern.SOLID
                || small(area.corners())) return Stream.of(mark);
        Stream<Mark> strokes =
                palette.pattern(area.ink()).over(area.corners()).stream()
                        .map(s -> new Mark.Line(s, area.ink(), WIDTH, false, area.about()));
        return Stream.concat(
                Stream.of(new Mark.Outline(area.corners(), area.ink(), 1, area.about())), strokes);
    }

    private static boolean small(List<Point> corners) {
        return extent(corners.stream().mapToDouble(Point::x))
                        * extent(corners.stream().mapToDouble(Point::y))
                < SMALLEST;
    }

    private static double extent(DoubleStream places) {
        var range = places.summaryStatistics();
        return range.getMax() - range.getMin();
    }

    /**
     * Parallel strokes a distance apart, at an angle that turns left from level: where a line of
     * them enters and leaves the area.
     */
    static List<List<Point>> strokes(List<Point> corners, double degrees, double distance) {
        double angle = Math.toRadians(degrees);
        List<Point> turned = corners.stream().map(p -> turn(p, angle)).toList();
        var range = turned.stream().mapToDouble(Point::y).summaryStatistics();
        List<List<Point>> strokes = new ArrayList<>();
        for (double y = Math.ceil(range.getMin() / distance) * distance + 1e-6;
                y < range.getMax();
                y += distance) {
            double[] crossings = crossings(turned, y);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                strokes.add(
                        List.of(
                                turn(new Point(crossings[i], y), -angle),
                                turn(new Point(crossings[i + 1], y), -angle)));
            }
        }
        return strokes;
    }

    private static double[] crossings(List<Point> corners, double y) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            if (a.y() <= y != b.y() <= y)
                places.add(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
        }
        return places.stream().mapToDouble(x -> x).sorted().toArray();
    }

    private static Point turn(Point p, double angle) {
        return new Point(
                p.x() * Math.cos(angle) - p.y() * Math.sin(angle),
                p.x() * Math.sin(angle) + p.y() * Math.cos(angle));
    }
}
