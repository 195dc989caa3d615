package plumbline.chart.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Puts the patterns of a palette into a drawing, as an outline and strokes, so that no pen needs to
 * know of them.
 */
final class PatternHatching {
    private static final double WIDTH = 0.8;

    /** In square points: smaller areas, such as the shapes of verdicts, are told by their form. */
    private static final double SMALLEST = 110;

    private PatternHatching() {}

    static Drawing hatchDrawing(Drawing drawing, Palette palette) {
        return new Drawing(
                drawing.width(),
                drawing.height(),
                drawing.title(),
                drawing.description(),
                drawing.marks().stream().flatMap(mark -> hatchMark(mark, palette)).toList());
    }

    private static Stream<Mark> hatchMark(Mark mark, Palette palette) {
        if (!(mark instanceof Mark.FilledArea area)
                || palette.patternOf(area.ink()) == FillPattern.SOLID
                || isSmall(area.corners())) return Stream.of(mark);
        Stream<Mark> strokes =
                palette.patternOf(area.ink()).strokesOver(area.corners()).stream()
                        .map(s -> new Mark.StrokedLine(s, area.ink(), WIDTH, false, area.info()));
        return Stream.concat(
                Stream.of(new Mark.ClosedOutline(area.corners(), area.ink(), 1, area.info())),
                strokes);
    }

    private static boolean isSmall(List<DrawingPoint> corners) {
        return extent(corners.stream().mapToDouble(DrawingPoint::x))
                        * extent(corners.stream().mapToDouble(DrawingPoint::y))
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
    static List<List<DrawingPoint>> parallelStrokes(
            List<DrawingPoint> corners, double degrees, double distance) {
        double angle = Math.toRadians(degrees);
        List<DrawingPoint> turned = corners.stream().map(p -> rotate(p, angle)).toList();
        var range = turned.stream().mapToDouble(DrawingPoint::y).summaryStatistics();
        List<List<DrawingPoint>> strokes = new ArrayList<>();
        for (double y = Math.ceil(range.getMin() / distance) * distance + 1e-6;
                y < range.getMax();
                y += distance) {
            double[] crossings = crossings(turned, y);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                strokes.add(
                        List.of(
                                rotate(new DrawingPoint(crossings[i], y), -angle),
                                rotate(new DrawingPoint(crossings[i + 1], y), -angle)));
            }
        }
        return strokes;
    }

    private static double[] crossings(List<DrawingPoint> corners, double y) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            DrawingPoint a = corners.get(i);
            DrawingPoint b = corners.get((i + 1) % corners.size());
            if (a.y() <= y != b.y() <= y)
                places.add(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
        }
        return places.stream().mapToDouble(x -> x).sorted().toArray();
    }

    private static DrawingPoint rotate(DrawingPoint p, double angle) {
        return new DrawingPoint(
                p.x() * Math.cos(angle) - p.y() * Math.sin(angle),
                p.x() * Math.sin(angle) + p.y() * Math.cos(angle));
    }
}
