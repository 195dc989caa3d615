package plumbline.chart.drawing;

/** A place on a drawing, in points (1/72 inch) from its upper left corner. */
public record DrawingPoint(double x, double y) {}
