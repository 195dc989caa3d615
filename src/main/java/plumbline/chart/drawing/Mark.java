package plumbline.chart.drawing;

import java.util.List;
import java.util.Optional;

/** One thing on a drawing. */
public sealed interface Mark {
    /** What the mark stands for, if anything. */
    Optional<MarkInfo> about();

    /** A filled area. */
    record Area(List<Point> corners, Ink ink, Optional<MarkInfo> about) implements Mark {
        public Area {
            corners = List.copyOf(corners);
        }
    }

    /** A closed outline, filled with paper. */
    record Outline(List<Point> corners, Ink ink, double width, Optional<MarkInfo> about)
            implements Mark {
        public Outline {
            corners = List.copyOf(corners);
        }
    }

    /** A line through all points. */
    record Line(List<Point> points, Ink ink, double width, boolean dashed, Optional<MarkInfo> about)
            implements Mark {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * @param at the end of the baseline that the anchor names
     */
    record Text(
            Point at,
            String text,
            double size,
            boolean bold,
            Anchor anchor,
            Ink ink,
            Optional<MarkInfo> about)
            implements Mark {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
