package plumbline.chart;

import java.util.List;

/** A chart laid out: its marks in the order in which they are painted. */
public record Drawing(double width, double height, List<Mark> marks) {
    public Drawing { marks = List.copyOf(marks); }
}
