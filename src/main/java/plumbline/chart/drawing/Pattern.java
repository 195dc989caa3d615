package plumbline.chart.drawing;

import java.util.List;

/**
 * How an area is filled where colour does not tell it: all patterns can be told from each other in
 * black on white.
 */
public enum Pattern {
    SOLID,
    RISING(45, 5),
    FALLING(-45, 5),
    CROSSED(45, 6, -45, 6),
    LEVEL(0, 4),
    BLANK;

    private record Strokes(double degrees, double distance) {}

    private final List<Strokes> strokes;

    Pattern(double... anglesAndDistances) {
        strokes =
                switch (anglesAndDistances.length) {
                    case 0 -> List.of();
                    case 2 -> List.of(new Strokes(anglesAndDistances[0], anglesAndDistances[1]));
                    default ->
                            List.of(
                                    new Strokes(anglesAndDistances[0], anglesAndDistances[1]),
                                    new Strokes(anglesAndDistances[2], anglesAndDistances[3]));
                };
    }

    /** The strokes that fill an area, each from one of its edges to another. */
    List<List<Point>> over(List<Point> corners) {
        return strokes.stream()
                .flatMap(s -> Hatching.strokes(corners, s.degrees, s.distance).stream())
                .toList();
    }
}
