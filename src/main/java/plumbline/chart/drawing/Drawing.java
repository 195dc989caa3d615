package plumbline.chart.drawing;

import java.util.List;

/**
 * A chart laid out: its marks in the order in which they are painted.
 *
 * @param title what a picture file is called by programs that read it aloud
 * @param description the rest of what is said around the plot
 */
public record Drawing(
        double width, double height, String title, String description, List<Mark> marks) {
    public Drawing {
        marks = List.copyOf(marks);
    }

    /** With the patterns of a palette, as outlines and strokes. */
    public Drawing withPatterns(Palette palette) {
        return PatternHatching.hatchDrawing(this, palette);
    }

    /** Without the paper underneath. */
    public Drawing withoutPaper() {
        return new Drawing(width, height, title, description, marks.subList(1, marks.size()));
    }
}
