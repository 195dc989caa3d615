package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Key;
import plumbline.chart.Chart.Trace;
import plumbline.chart.ChartNumbers.Look;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out several lines over days. */
final class LinesLayout {
    private static final double GAP = 8;
    private static final double DOT = 3.5;
    private static final int MOST_LABELLED = 12;
    private final ChartPainter layout;
    private final Chart.Lines chart;
    private Scale scale;
    private DayAxis days;
    private double top;
    private double bottom;

    LinesLayout(ChartPainter layout, Chart.Lines chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        if (chart.empty().isPresent()) {
            layout.nothing(chart.empty().get(), from, to);
            return;
        }
        top =
                layout.keys(
                                chart.traces().stream()
                                        .map(
                                                t ->
                                                        new Key(
                                                                t.name(),
                                                                t.ink(),
                                                                t.look() == Look.DASHED))
                                        .toList(),
                                from + ChartPainter.SMALL)
                        + ChartPainter.SMALL * 1.8;
        bottom = to - ChartPainter.SMALL * 2.2;
        List<Double> amounts =
                chart.traces().stream()
                        .flatMap(t -> t.dots().stream())
                        .map(d -> d.amount().doubleValue())
                        .toList();
        scale = Scale.about(amounts, bottom - top > 180 ? 5 : 3);
        double left =
                ChartPainter.MARGIN
                        + scale.ticks().stream()
                                .mapToDouble(
                                        t ->
                                                layout.measure(
                                                        scale.label(t), ChartPainter.SMALL, false))
                                .max()
                                .orElse(0)
                        + GAP;
        days =
                new DayAxis(
                        chart.from(),
                        chart.to(),
                        left + 12,
                        layout.width() - ChartPainter.MARGIN - 26);
        for (double tick : scale.ticks()) {
            layout.line(
                    Ink.GRID,
                    0.8,
                    false,
                    new Point(left, y(tick)),
                    new Point(layout.width() - ChartPainter.MARGIN - 14, y(tick)));
            layout.text(
                    left - GAP,
                    y(tick) + ChartPainter.SMALL * 0.35,
                    scale.label(tick),
                    ChartPainter.SMALL,
                    false,
                    Mark.Anchor.END,
                    Ink.MUTED);
        }
        days.years(layout, bottom);
        evaluation();
        chart.traces().forEach(this::line);
        chart.traces().forEach(this::dots);
        chart.traces()
                .forEach(
                        t ->
                                t.dots().reversed().stream()
                                        .filter(d -> !d.label().isEmpty())
                                        .limit(MOST_LABELLED)
                                        .forEach(
                                                d ->
                                                        layout.label(
                                                                place(d),
                                                                d.label(),
                                                                ChartPainter.SMALL,
                                                                false,
                                                                t.ink() == Ink.ACTUAL
                                                                        ? Ink.TEXT
                                                                        : t.ink(),
                                                                GAP,
                                                                top - ChartPainter.SMALL,
                                                                bottom)));
    }

    private void evaluation() {
        if (!days.has(chart.evaluation())) return;
        double x = days.x(chart.evaluation());
        layout.line(Ink.EVALUATION, 1, true, new Point(x, top), new Point(x, bottom));
        layout.avoid(List.of(new Point(x, top), new Point(x, bottom)));
        layout.above(x, top - 4, chart.evaluationLabel(), Ink.EVALUATION);
    }

    private void line(Trace trace) {
        if (trace.look() == Look.MARKS) return;
        List<Point> run = new ArrayList<>();
        for (Dot dot : trace.dots()) {
            if (!dot.joined()) draw(trace, run);
            run.add(place(dot));
        }
        draw(trace, run);
    }

    private void draw(Trace trace, List<Point> run) {
        if (run.size() > 1)
            layout.line(
                    trace.ink(),
                    trace.look() == Look.SOLID ? 2.2 : 1.4,
                    trace.look() == Look.DASHED,
                    run.toArray(Point[]::new));
        layout.avoid(run);
        run.clear();
    }

    private void dots(Trace trace) {
        if (trace.look() == Look.THIN) return;
        for (Dot dot : trace.dots()) {
            if (dot.hint().isEmpty()) continue;
            Point at = place(dot);
            Optional<MarkInfo> about = Optional.of(new MarkInfo(trace.indicator(), dot.hint()));
            switch (trace.look()) {
                case MARKS ->
                        layout.outline(
                                VerdictShape.DIAMOND.at(at.x(), at.y(), DOT + 1.5),
                                trace.ink(),
                                about);
                case DASHED ->
                        layout.outline(
                                VerdictShape.DISC.at(at.x(), at.y(), DOT), trace.ink(), about);
                case SOLID, THIN ->
                        layout.area(VerdictShape.DISC.at(at.x(), at.y(), DOT), trace.ink(), about);
            }
            layout.keepClear(at.x(), at.y(), DOT);
        }
    }

    private Point place(Dot dot) {
        return new Point(days.x(dot.on()), y(dot.amount().doubleValue()));
    }

    private double y(double amount) {
        return bottom - scale.share(amount) * (bottom - top);
    }
}
