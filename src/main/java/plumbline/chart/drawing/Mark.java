package plumbline.chart.drawing;

import java.util.List;
import java.util.Optional;

/** One thing on a drawing. */
public sealed interface Mark {
    /** What the mark stands for, if anything. */
    Optional<MarkInfo> info();

    /** A filled area. */
    record FilledArea(List<DrawingPoint> corners, Ink ink, Optional<MarkInfo> info)
            implements Mark {
        public FilledArea {
            corners = List.copyOf(corners);
        }
    }

    /** A closed outline, filled with paper. */
    record ClosedOutline(List<DrawingPoint> corners, Ink ink, double width, Optional<MarkInfo> info)
            implements Mark {
        public ClosedOutline {
            corners = List.copyOf(corners);
        }
    }

    /** A line through all points. */
    record StrokedLine(
            List<DrawingPoint> points,
            Ink ink,
            double width,
            boolean isDashed,
            Optional<MarkInfo> info)
            implements Mark {
        public StrokedLine {
            points = List.copyOf(points);
        }
    }

    /**
     * @param position the end of the baseline that the anchor names
     */
    record DrawnText(
            DrawingPoint position,
            String text,
            double size,
            boolean isBold,
            TextAnchor anchor,
            Ink ink,
            Optional<MarkInfo> info)
            implements Mark {}

    enum TextAnchor {
        START,
        MIDDLE,
        END
    }
}
