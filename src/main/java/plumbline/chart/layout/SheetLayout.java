package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.SmallTrajectory;
import plumbline.chart.Chart.TrajectoryChart;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lays out many small trajectories, each on a scale of its own, with name, latest value, target and
 * verdict.
 */
public final class SheetLayout {
    private static final double NARROWEST = 175;
    private static final double LOWEST = 112;
    private static final double PAD = 8;
    private static final double TEXT = 9;
    private final ChartPainter painter;
    private final Chart.TrajectorySheet chart;

    SheetLayout(ChartPainter layout, Chart.TrajectorySheet chart) {
        this.painter = layout;
        this.chart = chart;
    }

    /** How many stand on a page. */
    public static int chartsPerPage(double width, double height) {
        return columnsPerRow(width) * Math.max(1, (int) ((height - 105) / LOWEST));
    }

    private static int columnsPerRow(double width) {
        return Math.max(1, (int) ((width - 2 * ChartPainter.MARGIN) / NARROWEST));
    }

    void layOut(double from, double to) {
        double top =
                painter.drawLineLegend(chart.legend(), from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT * 0.8;
        int columns = columnsPerRow(painter.width());
        int rows = Math.max(1, Math.ceilDiv(chart.charts().size(), columns));
        double wide = (painter.width() - 2 * ChartPainter.MARGIN) / columns;
        double tall = Math.min(1.4 * LOWEST, (to - top) / rows);
        for (int i = 0; i < chart.charts().size(); i++) {
            double x = ChartPainter.MARGIN + i % columns * wide;
            double y = top + i / columns * tall;
            drawSmallTrajectory(
                    chart.charts().get(i),
                    x + PAD / 2,
                    y + PAD / 2,
                    x + wide - PAD / 2,
                    y + tall - PAD / 2);
        }
    }

    private void drawSmallTrajectory(
            SmallTrajectory small, double left, double top, double right, double bottom) {
        painter.drawLine(
                Ink.GRID,
                0.8,
                false,
                new DrawingPoint(left, top),
                new DrawingPoint(right, top),
                new DrawingPoint(right, bottom),
                new DrawingPoint(left, bottom),
                new DrawingPoint(left, top));
        TrajectoryChart of = small.chart();
        painter.drawText(
                left + 6,
                top + TEXT * 1.5,
                painter.shortenToFit(of.title(), TEXT, true, right - left - 12),
                TEXT,
                true,
                Mark.TextAnchor.START,
                Ink.TEXT);
        VerdictShape shape = VerdictShape.forVerdict(small.verdict());
        double base = top + TEXT * 3;
        double word = painter.measureWidth(small.verdictWord(), TEXT, false);
        painter.drawArea(
                shape.cornersAround(left + 10, base - TEXT * 0.35, 3.6),
                shape.ink(),
                Optional.of(new MarkInfo(of.indicator(), of.note())));
        painter.drawText(
                left + 17,
                base,
                small.verdictWord(),
                TEXT,
                false,
                Mark.TextAnchor.START,
                shape.ink());
        String unit =
                painter.shortenToFit(
                        of.unit(), TEXT, false, Math.max(10, right - left - 30 - word));
        painter.drawText(right - 6, base, unit, TEXT, false, Mark.TextAnchor.END, Ink.MUTED);
        if (of.emptySentence().isPresent())
            painter.drawText(
                    (left + right) / 2,
                    (base + bottom) / 2,
                    "——",
                    TEXT,
                    false,
                    Mark.TextAnchor.MIDDLE,
                    Ink.MUTED);
        else
            new SmallTrajectoryPlot(
                            of, left + 12, base + TEXT * 1.4, right - 12, bottom - TEXT * 0.9)
                    .drawPlot();
    }

    /** The plot of one. */
    private final class SmallTrajectoryPlot {
        private final TrajectoryChart trajectory;
        private final NumberScale scale;
        private final DayAxis days;
        private final double top;
        private final double bottom;

        SmallTrajectoryPlot(
                TrajectoryChart of, double left, double top, double right, double bottom) {
            this.trajectory = of;
            this.top = top;
            this.bottom = bottom;
            List<Double> amounts =
                    Stream.concat(
                                    Stream.of(
                                                    of.actuals(),
                                                    of.derived(),
                                                    of.forecasts(),
                                                    of.course(),
                                                    of.targets())
                                            .flatMap(List::stream)
                                            .map(ChartDot::amount),
                                    of.level().stream().flatMap(l -> l.edges().stream()))
                            .map(Number::doubleValue)
                            .toList();
            this.scale = NumberScale.aroundAmounts(amounts, 2);
            this.days = new DayAxis(of.from(), of.to(), left, right);
        }

        void drawPlot() {
            painter.drawLine(
                    Ink.AXIS,
                    0.8,
                    false,
                    new DrawingPoint(days.left(), bottom),
                    new DrawingPoint(days.right(), bottom));
            trajectory.level().stream()
                    .flatMap(l -> l.edges().stream())
                    .map(edge -> toY(edge.doubleValue()))
                    .forEach(
                            y ->
                                    painter.drawLine(
                                            Ink.TARGET,
                                            1.2,
                                            false,
                                            new DrawingPoint(days.left(), y),
                                            new DrawingPoint(days.right(), y)));
            drawDots(trajectory.course(), Ink.COURSE, 1, false);
            drawDots(trajectory.actuals(), Ink.ACTUAL, 1.8, false);
            drawDots(trajectory.derived(), Ink.ACTUAL, 1.2, true);
            if (!trajectory.forecasts().isEmpty())
                drawDots(
                        Stream.concat(
                                        trajectory.actuals().reversed().stream().limit(1),
                                        trajectory.forecasts().stream())
                                .toList(),
                        Ink.FORECAST,
                        1.4,
                        true);
            trajectory
                    .actuals()
                    .forEach(
                            d ->
                                    painter.drawArea(
                                            VerdictShape.DISC.cornersAround(toX(d), toY(d), 2.4),
                                            Ink.ACTUAL,
                                            markInfo(d)));
            trajectory
                    .derived()
                    .forEach(
                            d ->
                                    painter.drawOutline(
                                            VerdictShape.DISC.cornersAround(toX(d), toY(d), 2.2),
                                            Ink.ACTUAL,
                                            markInfo(d)));
            trajectory
                    .forecasts()
                    .forEach(
                            d ->
                                    painter.drawOutline(
                                            VerdictShape.DISC.cornersAround(toX(d), toY(d), 2.2),
                                            Ink.FORECAST,
                                            markInfo(d)));
            trajectory
                    .targets()
                    .forEach(
                            d ->
                                    painter.drawOutline(
                                            VerdictShape.DIAMOND.cornersAround(toX(d), toY(d), 3),
                                            Ink.TARGET,
                                            markInfo(d)));
            if (!trajectory.actuals().isEmpty())
                drawLabel(trajectory.actuals().getLast(), Ink.TEXT);
            if (!trajectory.targets().isEmpty())
                drawLabel(trajectory.targets().getLast(), Ink.TARGET);
        }

        private Optional<MarkInfo> markInfo(ChartDot dot) {
            return Optional.of(
                    new MarkInfo(trajectory.indicator(), trajectory.title() + "\n" + dot.hint()));
        }

        private void drawDots(List<ChartDot> dots, Ink ink, double width, boolean dashed) {
            List<DrawingPoint> run = new ArrayList<>();
            for (ChartDot dot : dots) {
                if (!dot.isJoined()) drawRun(run, ink, width, dashed);
                run.add(new DrawingPoint(toX(dot), toY(dot)));
            }
            drawRun(run, ink, width, dashed);
        }

        private void drawRun(List<DrawingPoint> run, Ink ink, double width, boolean dashed) {
            if (run.size() > 1)
                painter.drawLine(ink, width, dashed, run.toArray(DrawingPoint[]::new));
            run.clear();
        }

        private void drawLabel(ChartDot dot, Ink ink) {
            painter.placeLabel(
                    new DrawingPoint(toX(dot), toY(dot)),
                    amountLabel(dot),
                    TEXT - 0.5,
                    false,
                    ink,
                    4.5,
                    top - TEXT,
                    bottom + TEXT * 0.8);
        }

        /** Of a target only the amount: the diamond says what it is. */
        private String amountLabel(ChartDot dot) {
            return dot.label().substring(dot.label().lastIndexOf(' ') + 1);
        }

        private double toX(ChartDot dot) {
            return days.toX(dot.day());
        }

        private double toY(ChartDot dot) {
            return toY(dot.amount().doubleValue());
        }

        private double toY(double amount) {
            return bottom - scale.shareOf(amount) * (bottom - top);
        }
    }
}
