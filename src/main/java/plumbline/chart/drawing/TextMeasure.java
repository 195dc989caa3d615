package plumbline.chart.drawing;

/** How wide a text comes out, in points. */
@FunctionalInterface
public interface TextMeasure {
    double width(String text, double size, boolean bold);
}
