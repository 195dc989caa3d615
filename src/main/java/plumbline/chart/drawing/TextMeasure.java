package plumbline.chart.drawing;

/** How wide a text comes out, in points. */
@FunctionalInterface
public interface TextMeasure {
    double measureWidth(String text, double size, boolean bold);
}
