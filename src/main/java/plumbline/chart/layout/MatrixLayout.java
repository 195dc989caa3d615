package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.MatrixHeading;
import plumbline.chart.Chart.MatrixLine;
import plumbline.chart.Chart.MatrixRow;
import plumbline.chart.Chart.VerdictSquare;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.util.List;
import java.util.Optional;

/**
 * Lays out verdicts in a grid: shape and word in each cell; the shape alone where the word has no
 * room, told by the legend.
 */
final class MatrixLayout {
    private static final double TALLEST_ROW = 24;
    private final ChartPainter painter;
    private final Chart.MatrixChart chart;

    MatrixLayout(ChartPainter layout, Chart.MatrixChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        double top = from + ChartPainter.SMALL_TEXT * 1.8;
        double row = Math.min(TALLEST_ROW, (to - top - 4) / Math.max(1, chart.rows().size()));
        double text = Math.min(ChartPainter.SMALL_TEXT, row * 0.62);
        double names =
                chart.rows().stream()
                                .mapToDouble(r -> painter.measureWidth(rowName(r), text, false))
                                .max()
                                .orElse(0)
                        + 16;
        double left =
                ChartPainter.MARGIN
                        + Math.min(names, (painter.width() - 2 * ChartPainter.MARGIN) * 0.4);
        double step =
                (painter.width() - ChartPainter.MARGIN - left)
                        / Math.max(1, chart.columns().size());
        for (int c = 0; c < chart.columns().size(); c++) {
            painter.drawText(
                    left + (c + 0.5) * step,
                    top - 5,
                    painter.shortenToFit(
                            chart.columns().get(c), ChartPainter.SMALL_TEXT - 0.5, true, step - 4),
                    ChartPainter.SMALL_TEXT - 0.5,
                    true,
                    Mark.TextAnchor.MIDDLE,
                    Ink.TEXT);
        }
        double y = top;
        for (MatrixRow line : chart.rows()) {
            painter.drawLine(
                    Ink.GRID,
                    0.8,
                    false,
                    new DrawingPoint(ChartPainter.MARGIN, y),
                    new DrawingPoint(painter.width() - ChartPainter.MARGIN, y));
            switch (line) {
                case MatrixHeading heading ->
                        painter.drawText(
                                ChartPainter.MARGIN,
                                y + row * 0.5 + text * 0.36,
                                painter.shortenToFit(
                                        heading.name(), text, true, left - ChartPainter.MARGIN),
                                text,
                                true,
                                Mark.TextAnchor.START,
                                Ink.TEXT);
                case MatrixLine of -> drawMatrixLine(of, y, row, text, left, step);
            }
            y += row;
        }
    }

    private static String rowName(MatrixRow row) {
        return switch (row) {
            case MatrixHeading heading -> heading.name();
            case MatrixLine line -> line.name();
        };
    }

    private void drawMatrixLine(
            MatrixLine line, double y, double row, double text, double left, double step) {
        double base = y + row * 0.5 + text * 0.36;
        painter.drawText(
                ChartPainter.MARGIN + 6,
                base,
                painter.shortenToFit(line.name(), text, false, left - ChartPainter.MARGIN - 10),
                text,
                false,
                Mark.TextAnchor.START,
                Ink.TEXT);
        List<VerdictSquare> squares = line.squares();
        for (int c = 0; c < squares.size(); c++)
            drawVerdictSquare(
                    line,
                    squares.get(c),
                    left + c * step,
                    y + row / 2,
                    Math.min(4.8, row * 0.26),
                    text,
                    step);
    }

    private void drawVerdictSquare(
            MatrixLine line,
            VerdictSquare square,
            double x,
            double middle,
            double radius,
            double text,
            double step) {
        VerdictShape shape = VerdictShape.forVerdict(square.verdict());
        double wide = painter.measureWidth(square.verdictWord(), text, false);
        boolean worded = 2 * radius + 6 + wide + 8 <= step;
        double from = worded ? x + (step - 2 * radius - 6 - wide) / 2 + radius : x + step / 2;
        painter.drawArea(
                shape.cornersAround(from, middle, radius),
                shape.ink(),
                Optional.of(new MarkInfo(line.indicator(), square.hint())));
        if (worded)
            painter.drawText(
                    from + radius + 6,
                    middle + text * 0.36,
                    square.verdictWord(),
                    text,
                    false,
                    Mark.TextAnchor.START,
                    shape.ink());
    }
}
