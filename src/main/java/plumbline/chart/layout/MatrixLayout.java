package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.MatrixHeading;
import plumbline.chart.Chart.MatrixLine;
import plumbline.chart.Chart.MatrixRow;
import plumbline.chart.Chart.Square;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.List;
import java.util.Optional;

/**
 * Lays out verdicts in a grid: shape and word in each cell; the shape alone where the word has no
 * room, told by the legend.
 */
final class MatrixLayout {
    private static final double TALLEST_ROW = 24;
    private final ChartPainter layout;
    private final Chart.Matrix chart;

    MatrixLayout(ChartPainter layout, Chart.Matrix chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        double top = from + ChartPainter.SMALL * 1.8;
        double row = Math.min(TALLEST_ROW, (to - top - 4) / Math.max(1, chart.rows().size()));
        double text = Math.min(ChartPainter.SMALL, row * 0.62);
        double names =
                chart.rows().stream()
                                .mapToDouble(r -> layout.measure(name(r), text, false))
                                .max()
                                .orElse(0)
                        + 16;
        double left =
                ChartPainter.MARGIN
                        + Math.min(names, (layout.width() - 2 * ChartPainter.MARGIN) * 0.4);
        double step =
                (layout.width() - ChartPainter.MARGIN - left) / Math.max(1, chart.columns().size());
        for (int c = 0; c < chart.columns().size(); c++) {
            layout.text(
                    left + (c + 0.5) * step,
                    top - 5,
                    layout.fit(chart.columns().get(c), ChartPainter.SMALL - 0.5, true, step - 4),
                    ChartPainter.SMALL - 0.5,
                    true,
                    Mark.Anchor.MIDDLE,
                    Ink.TEXT);
        }
        double y = top;
        for (MatrixRow line : chart.rows()) {
            layout.line(
                    Ink.GRID,
                    0.8,
                    false,
                    new Point(ChartPainter.MARGIN, y),
                    new Point(layout.width() - ChartPainter.MARGIN, y));
            switch (line) {
                case MatrixHeading heading ->
                        layout.text(
                                ChartPainter.MARGIN,
                                y + row * 0.5 + text * 0.36,
                                layout.fit(heading.name(), text, true, left - ChartPainter.MARGIN),
                                text,
                                true,
                                Mark.Anchor.START,
                                Ink.TEXT);
                case MatrixLine of -> line(of, y, row, text, left, step);
            }
            y += row;
        }
    }

    private static String name(MatrixRow row) {
        return switch (row) {
            case MatrixHeading heading -> heading.name();
            case MatrixLine line -> line.name();
        };
    }

    private void line(
            MatrixLine line, double y, double row, double text, double left, double step) {
        double base = y + row * 0.5 + text * 0.36;
        layout.text(
                ChartPainter.MARGIN + 6,
                base,
                layout.fit(line.name(), text, false, left - ChartPainter.MARGIN - 10),
                text,
                false,
                Mark.Anchor.START,
                Ink.TEXT);
        List<Square> squares = line.squares();
        for (int c = 0; c < squares.size(); c++)
            square(
                    line,
                    squares.get(c),
                    left + c * step,
                    y + row / 2,
                    Math.min(4.8, row * 0.26),
                    text,
                    step);
    }

    private void square(
            MatrixLine line,
            Square square,
            double x,
            double middle,
            double radius,
            double text,
            double step) {
        VerdictShape shape = VerdictShape.of(square.verdict());
        double wide = layout.measure(square.word(), text, false);
        boolean worded = 2 * radius + 6 + wide + 8 <= step;
        double from = worded ? x + (step - 2 * radius - 6 - wide) / 2 + radius : x + step / 2;
        layout.area(
                shape.at(from, middle, radius),
                shape.ink(),
                Optional.of(new MarkInfo(line.indicator(), square.hint())));
        if (worded)
            layout.text(
                    from + radius + 6,
                    middle + text * 0.36,
                    square.word(),
                    text,
                    false,
                    Mark.Anchor.START,
                    shape.ink());
    }
}
