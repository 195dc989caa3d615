package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Small;
import plumbline.chart.Chart.Trajectory;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

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
    private final ChartPainter layout;
    private final Chart.Sheet chart;

    SheetLayout(ChartPainter layout, Chart.Sheet chart) {
        this.layout = layout;
        this.chart = chart;
    }

    /** How many stand on a page. */
    public static int fitting(double width, double height) {
        return columns(width) * Math.max(1, (int) ((height - 105) / LOWEST));
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width - 2 * ChartPainter.MARGIN) / NARROWEST));
    }

    void lay(double from, double to) {
        double top =
                layout.keys(chart.keys(), from + ChartPainter.SMALL) + ChartPainter.SMALL * 0.8;
        int columns = columns(layout.width());
        int rows = Math.max(1, Math.ceilDiv(chart.charts().size(), columns));
        double wide = (layout.width() - 2 * ChartPainter.MARGIN) / columns;
        double tall = Math.min(1.4 * LOWEST, (to - top) / rows);
        for (int i = 0; i < chart.charts().size(); i++) {
            double x = ChartPainter.MARGIN + i % columns * wide;
            double y = top + i / columns * tall;
            small(
                    chart.charts().get(i),
                    x + PAD / 2,
                    y + PAD / 2,
                    x + wide - PAD / 2,
                    y + tall - PAD / 2);
        }
    }

    private void small(Small small, double left, double top, double right, double bottom) {
        layout.line(
                Ink.GRID,
                0.8,
                false,
                new Point(left, top),
                new Point(right, top),
                new Point(right, bottom),
                new Point(left, bottom),
                new Point(left, top));
        Trajectory of = small.chart();
        layout.text(
                left + 6,
                top + TEXT * 1.5,
                layout.fit(of.title(), TEXT, true, right - left - 12),
                TEXT,
                true,
                Mark.Anchor.START,
                Ink.TEXT);
        VerdictShape shape = VerdictShape.of(small.verdict());
        double base = top + TEXT * 3;
        double word = layout.measure(small.word(), TEXT, false);
        layout.area(
                shape.at(left + 10, base - TEXT * 0.35, 3.6),
                shape.ink(),
                Optional.of(new MarkInfo(of.indicator(), of.note())));
        layout.text(left + 17, base, small.word(), TEXT, false, Mark.Anchor.START, shape.ink());
        String unit = layout.fit(of.unit(), TEXT, false, Math.max(10, right - left - 30 - word));
        layout.text(right - 6, base, unit, TEXT, false, Mark.Anchor.END, Ink.MUTED);
        if (of.empty().isPresent())
            layout.text(
                    (left + right) / 2,
                    (base + bottom) / 2,
                    "——",
                    TEXT,
                    false,
                    Mark.Anchor.MIDDLE,
                    Ink.MUTED);
        else new Mini(of, left + 12, base + TEXT * 1.4, right - 12, bottom - TEXT * 0.9).draw();
    }

    /** The plot of one. */
    private final class Mini {
        private final Trajectory of;
        private final Scale scale;
        private final DayAxis days;
        private final double top;
        private final double bottom;

        Mini(Trajectory of, double left, double top, double right, double bottom) {
            this.of = of;
            this.top = top;
            this.bottom = bottom;
            List<Double> amounts =
                    Stream.concat(
                                    Stream.of(
                                                    of.actuals(),
                                                    of.derived(),
                                                    of.forecasts(),
                                                    of.course(),
                                                    of.stops())
                                            .flatMap(List::stream)
                                            .map(Dot::amount),
                                    of.level().stream().flatMap(l -> l.edges().stream()))
                            .map(Number::doubleValue)
                            .toList();
            this.scale = Scale.about(amounts, 2);
            this.days = new DayAxis(of.from(), of.to(), left, right);
        }

        void draw() {
            layout.line(
                    Ink.AXIS,
                    0.8,
                    false,
                    new Point(days.left(), bottom),
                    new Point(days.right(), bottom));
            of.level().stream()
                    .flatMap(l -> l.edges().stream())
                    .map(edge -> y(edge.doubleValue()))
                    .forEach(
                            y ->
                                    layout.line(
                                            Ink.TARGET,
                                            1.2,
                                            false,
                                            new Point(days.left(), y),
                                            new Point(days.right(), y)));
            run(of.course(), Ink.COURSE, 1, false);
            run(of.actuals(), Ink.ACTUAL, 1.8, false);
            run(of.derived(), Ink.ACTUAL, 1.2, true);
            if (!of.forecasts().isEmpty())
                run(
                        Stream.concat(
                                        of.actuals().reversed().stream().limit(1),
                                        of.forecasts().stream())
                                .toList(),
                        Ink.FORECAST,
                        1.4,
                        true);
            of.actuals()
                    .forEach(
                            d ->
                                    layout.area(
                                            VerdictShape.DISC.at(x(d), y(d), 2.4),
                                            Ink.ACTUAL,
                                            about(d)));
            of.derived()
                    .forEach(
                            d ->
                                    layout.outline(
                                            VerdictShape.DISC.at(x(d), y(d), 2.2),
                                            Ink.ACTUAL,
                                            about(d)));
            of.forecasts()
                    .forEach(
                            d ->
                                    layout.outline(
                                            VerdictShape.DISC.at(x(d), y(d), 2.2),
                                            Ink.FORECAST,
                                            about(d)));
            of.stops()
                    .forEach(
                            d ->
                                    layout.outline(
                                            VerdictShape.DIAMOND.at(x(d), y(d), 3),
                                            Ink.TARGET,
                                            about(d)));
            if (!of.actuals().isEmpty()) label(of.actuals().getLast(), Ink.TEXT);
            if (!of.stops().isEmpty()) label(of.stops().getLast(), Ink.TARGET);
        }

        private Optional<MarkInfo> about(Dot dot) {
            return Optional.of(new MarkInfo(of.indicator(), of.title() + "\n" + dot.hint()));
        }

        private void run(List<Dot> dots, Ink ink, double width, boolean dashed) {
            List<Point> run = new ArrayList<>();
            for (Dot dot : dots) {
                if (!dot.joined()) draw(run, ink, width, dashed);
                run.add(new Point(x(dot), y(dot)));
            }
            draw(run, ink, width, dashed);
        }

        private void draw(List<Point> run, Ink ink, double width, boolean dashed) {
            if (run.size() > 1) layout.line(ink, width, dashed, run.toArray(Point[]::new));
            run.clear();
        }

        private void label(Dot dot, Ink ink) {
            layout.label(
                    new Point(x(dot), y(dot)),
                    plain(dot),
                    TEXT - 0.5,
                    false,
                    ink,
                    4.5,
                    top - TEXT,
                    bottom + TEXT * 0.8);
        }

        /** Of a target only the amount: the diamond says what it is. */
        private String plain(Dot dot) {
            return dot.label().substring(dot.label().lastIndexOf(' ') + 1);
        }

        private double x(Dot dot) {
            return days.x(dot.on());
        }

        private double y(Dot dot) {
            return y(dot.amount().doubleValue());
        }

        private double y(double amount) {
            return bottom - scale.share(amount) * (bottom - top);
        }
    }
}
