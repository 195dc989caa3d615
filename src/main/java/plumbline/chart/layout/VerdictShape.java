package plumbline.chart.layout;

import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.plan.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The shape that goes with a verdict, so that it can be told in black and white. Corners lie in the
 * square from −1 to 1.
 */
public enum VerdictShape {
    STAR(Ink.AHEAD, starCorners()),
    UP(
            Ink.FASTER,
            List.of(new DrawingPoint(0, -1), new DrawingPoint(1, 0.8), new DrawingPoint(-1, 0.8))),
    DISC(Ink.ON_COURSE, circleCorners()),
    DIAMOND(
            Ink.NEARLY,
            List.of(
                    new DrawingPoint(0, -1),
                    new DrawingPoint(1, 0),
                    new DrawingPoint(0, 1),
                    new DrawingPoint(-1, 0))),
    DOWN(
            Ink.BEHIND,
            List.of(new DrawingPoint(-1, -0.8), new DrawingPoint(1, -0.8), new DrawingPoint(0, 1))),
    BAR(
            Ink.UNJUDGED,
            List.of(
                    new DrawingPoint(-1, -0.25),
                    new DrawingPoint(1, -0.25),
                    new DrawingPoint(1, 0.25),
                    new DrawingPoint(-1, 0.25)));

    private final Ink ink;
    private final List<DrawingPoint> corners;

    VerdictShape(Ink ink, List<DrawingPoint> corners) {
        this.ink = ink;
        this.corners = corners;
    }

    public static VerdictShape forVerdict(Optional<Verdict> verdict) {
        return verdict.map(
                        v ->
                                switch (v) {
                                    case AHEAD -> STAR;
                                    case FASTER -> UP;
                                    case ON_COURSE -> DISC;
                                    case NEARLY -> DIAMOND;
                                    case BEHIND -> DOWN;
                                })
                .orElse(BAR);
    }

    public Ink ink() {
        return ink;
    }

    /** The corners about a centre. */
    public List<DrawingPoint> cornersAround(double x, double y, double radius) {
        return corners.stream()
                .map(c -> new DrawingPoint(x + c.x() * radius, y + c.y() * radius))
                .toList();
    }

    /** The same as an SVG path. */
    public String toSvgPath(double radius) {
        return cornersAround(radius, radius, radius).stream()
                .map(p -> p.x() + " " + p.y())
                .collect(Collectors.joining(" L ", "M ", " Z"));
    }

    private static List<DrawingPoint> circleCorners() {
        List<DrawingPoint> points = new ArrayList<>();
        for (int i = 0; i < 32; i++)
            points.add(
                    new DrawingPoint(
                            0.9 * Math.cos(i * Math.PI / 16), 0.9 * Math.sin(i * Math.PI / 16)));
        return points;
    }

    private static List<DrawingPoint> starCorners() {
        List<DrawingPoint> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 1.1 : 0.48;
            points.add(
                    new DrawingPoint(
                            radius * Math.sin(i * Math.PI / 5),
                            -radius * Math.cos(i * Math.PI / 5)));
        }
        return points;
    }
}
