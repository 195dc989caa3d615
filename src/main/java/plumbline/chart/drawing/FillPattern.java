package plumbline.chart.drawing;

import java.util.List;

/**
 * How an area is filled where colour does not tell it: all patterns can be told from each other in
 * black on white.
 */
public enum FillPattern {
    SOLID,
    RISING(45, 5),
    FALLING(-45, 5),
    CROSSED(45, 6, -45, 6),
    LEVEL(0, 4),
    BLANK;

    private record HatchStrokes(double degrees, double distance) {}

    private final List<HatchStrokes> strokes;

    FillPattern(double... anglesAndDistances) {
        strokes =
                switch (anglesAndDistances.length) {
                    case 0 -> List.of();
                    case 2 ->
                            List.of(new HatchStrokes(anglesAndDistances[0], anglesAndDistances[1]));
                    default ->
                            List.of(
                                    new HatchStrokes(anglesAndDistances[0], anglesAndDistances[1]),
                                    new HatchStrokes(anglesAndDistances[2], anglesAndDistances[3]));
                };
    }

    /** The strokes that fill an area, each from one of its edges to another. */
    List<List<DrawingPoint>> strokesOver(List<DrawingPoint> corners) {
        return strokes.stream()
                .flatMap(
                        s ->
                                PatternHatching.parallelStrokes(corners, s.degrees, s.distance)
                                        .stream())
                .toList();
    }
}
