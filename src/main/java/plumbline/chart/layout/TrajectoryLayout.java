package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Break;
import plumbline.chart.Chart.Dot;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
import plumbline.chart.drawing.Point;
import plumbline.plan.Relation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out one indicator over time. */
final class TrajectoryLayout {
    private static final double RADIUS = 4;
    private static final double GAP = 8;

    /**
     * How far what may come may widen the scale, as a share of what is known: a runaway growth must
     * not flatten the rest.
     */
    private static final int MOST_LABELLED = 14;

    private final ChartPainter layout;
    private final Chart.Trajectory chart;
    private Scale scale;
    private double left;
    private double right;
    private double top;
    private double bottom;

    TrajectoryLayout(ChartPainter layout, Chart.Trajectory chart) {
        this.layout = layout;
        this.chart = chart;
    }

    void lay(double from, double to) {
        if (chart.empty().isPresent()) {
            layout.nothing(chart.empty().get(), from, to);
            return;
        }
        top = layout.keys(chart.keys(), from + ChartPainter.SMALL) + ChartPainter.SMALL * 1.6;
        bottom = to - ChartPainter.SMALL * 2.2;
        scale = scale();
        left =
                ChartPainter.MARGIN
                        + scale.ticks().stream()
                                .mapToDouble(
                                        t ->
                                                layout.measure(
                                                        scale.label(t), ChartPainter.SMALL, false))
                                .max()
                                .orElse(0)
                        + GAP;
        BranchLayout branches = new BranchLayout(layout, chart, this::place);
        right = layout.width() - ChartPainter.MARGIN - 14 - branches.room();
        axes();
        level();
        new OutlookLayout(layout, chart, this::place).lay(top, bottom);
        evaluation();
        branches.lines();
        breaks();
        line(chart.course(), Ink.COURSE, 1.4, false);
        line(chart.actuals(), Ink.ACTUAL, 2.2, false);
        dashed(chart.derived(), Ink.ACTUAL);
        dashed(chart.forecasts(), Ink.FORECAST);
        chart.actuals().forEach(d -> dot(d, Ink.ACTUAL, true));
        chart.derived().forEach(d -> dot(d, Ink.ACTUAL, false));
        chart.forecasts().forEach(d -> dot(d, Ink.FORECAST, false));
        chart.stops().forEach(this::stop);
        chart.breaks().forEach(b -> dot(b.at(), Ink.TARGET, false));
        branches.names(right, top, bottom);
        labels();
    }

    private Scale scale() {
        List<Double> dots =
                Stream.of(
                                Stream.of(
                                        chart.actuals(),
                                        chart.derived(),
                                        chart.forecasts(),
                                        chart.course(),
                                        chart.stops()),
                                chart.breaks().stream().map(Break::former),
                                chart.branches().stream().map(Chart.Branch::dots))
                        .flatMap(s -> s)
                        .flatMap(List::stream)
                        .map(d -> d.amount().doubleValue())
                        .toList();
        List<Double> amounts =
                Stream.concat(
                                dots.stream(),
                                chart.level().stream()
                                        .flatMap(l -> l.edges().stream())
                                        .map(BigDecimal::doubleValue))
                        .toList();
        List<Double> ends =
                chart.outlook().stream()
                        .flatMap(o -> Stream.of(o.least(), o.most()))
                        .map(d -> d.amount().doubleValue())
                        .toList();
        Scale about = Scale.about(amounts, ends, bottom - top > 180 ? 5 : 3);
        return chart.level()
                .filter(l -> goodBelow(l, about))
                .map(_ -> about.deeper())
                .orElse(about);
    }

    /** True where the good side would lie under the edge of the plot. */
    private static boolean goodBelow(Chart.Level level, Scale scale) {
        boolean below = level.relation() == Relation.AT_MOST || level.relation() == Relation.BELOW;
        return below && level.amount().doubleValue() - scale.low() < scale.step() / 4;
    }

    private void axes() {
        for (double tick : scale.ticks()) {
            layout.line(Ink.GRID, 0.8, false, new Point(left, y(tick)), new Point(right, y(tick)));
            layout.text(
                    left - GAP,
                    y(tick) + ChartPainter.SMALL * 0.35,
                    scale.label(tick),
                    ChartPainter.SMALL,
                    false,
                    Mark.Anchor.END,
                    Ink.MUTED);
        }
        layout.line(Ink.AXIS, 1, false, new Point(left, bottom), new Point(right, bottom));
        int years = chart.to().getYear() - chart.from().getYear();
        int every = Math.max(1, (int) Math.ceil(years * 44 / (right - left)));
        for (int year = chart.from().getYear(); year <= chart.to().getYear(); year += every) {
            double x = x(LocalDate.of(year, 12, 31));
            layout.line(Ink.AXIS, 1, false, new Point(x, bottom), new Point(x, bottom + 4));
            layout.text(
                    x,
                    bottom + ChartPainter.SMALL * 1.6,
                    "" + year,
                    ChartPainter.SMALL,
                    false,
                    Mark.Anchor.MIDDLE,
                    Ink.MUTED);
        }
    }

    /** The side on which an indicator without a course is good, tinted. */
    private void level() {
        chart.level()
                .ifPresent(
                        level -> {
                            List<Double> edges =
                                    level.edges().stream().map(e -> y(e.doubleValue())).toList();
                            switch (level.relation()) {
                                case AT_LEAST, ABOVE ->
                                        layout.area(
                                                left,
                                                top,
                                                right,
                                                edges.getFirst(),
                                                Ink.GOOD_SIDE,
                                                Optional.empty());
                                case AT_MOST, BELOW ->
                                        layout.area(
                                                left,
                                                edges.getFirst(),
                                                right,
                                                bottom,
                                                Ink.GOOD_SIDE,
                                                Optional.empty());
                                case BETWEEN, ABOUT ->
                                        layout.area(
                                                left,
                                                edges.getLast(),
                                                right,
                                                edges.getFirst(),
                                                Ink.GOOD_SIDE,
                                                Optional.empty());
                                case EQUAL -> {}
                            }
                            edges.forEach(this::edge);
                        });
    }

    private void edge(double y) {
        layout.line(Ink.TARGET, 1.6, false, new Point(left, y), new Point(right, y));
        layout.avoid(List.of(new Point(left, y), new Point(right, y)));
    }

    private void evaluation() {
        if (chart.evaluation().isBefore(chart.from()) || chart.evaluation().isAfter(chart.to()))
            return;
        double x = x(chart.evaluation());
        layout.line(Ink.EVALUATION, 1, true, new Point(x, top), new Point(x, bottom));
        layout.avoid(List.of(new Point(x, top), new Point(x, bottom)));
        layout.above(x, top - 4, chart.evaluationLabel(), Ink.EVALUATION);
    }

    /**
     * The courses that were in force before, and how far the next one lies above or below at the
     * break.
     */
    private void breaks() {
        for (Break revised : chart.breaks()) {
            List<Dot> former = new ArrayList<>(revised.former());
            former.add(revised.at());
            line(former, Ink.COURSE, 1, true);
        }
    }

    private void line(List<Dot> dots, Ink ink, double thickness, boolean dashed) {
        List<Point> run = new ArrayList<>();
        for (Dot dot : dots) {
            if (!dot.joined()) {
                draw(run, ink, thickness, dashed);
                run.clear();
            }
            run.add(place(dot));
        }
        draw(run, ink, thickness, dashed);
    }

    private void draw(List<Point> run, Ink ink, double thickness, boolean dashed) {
        if (run.size() > 1) layout.line(ink, thickness, dashed, run.toArray(Point[]::new));
        layout.avoid(run);
    }

    /** Dashed, from the last actual before them. */
    private void dashed(List<Dot> beyond, Ink ink) {
        if (beyond.isEmpty()) return;
        List<Dot> dots = new ArrayList<>();
        LocalDate first = beyond.getFirst().on();
        chart.actuals().stream()
                .filter(d -> d.on().isBefore(first))
                .reduce((_, b) -> b)
                .filter(_ -> beyond.getFirst().joined())
                .ifPresent(dots::add);
        dots.addAll(beyond);
        draw(dots.stream().map(this::place).toList(), ink, 2, true);
    }

    private void dot(Dot dot, Ink ink, boolean filled) {
        Point at = place(dot);
        Optional<MarkInfo> about = Optional.of(new MarkInfo(chart.indicator(), dot.hint()));
        List<Point> disc = VerdictShape.DISC.at(at.x(), at.y(), RADIUS);
        if (filled) layout.area(disc, ink, about);
        else layout.outline(disc, ink, about);
        layout.keepClear(at.x(), at.y(), RADIUS);
    }

    private void stop(Dot stop) {
        Point at = place(stop);
        layout.outline(
                VerdictShape.DIAMOND.at(at.x(), at.y(), RADIUS + 1.5),
                Ink.TARGET,
                Optional.of(new MarkInfo(chart.indicator(), stop.hint())));
        layout.keepClear(at.x(), at.y(), RADIUS);
    }

    /** Targets first, then the newest values: they matter most where there is little room. */
    private void labels() {
        chart.stops().reversed().forEach(d -> label(d, Ink.TARGET, true));
        chart.forecasts().reversed().forEach(d -> label(d, Ink.FORECAST, false));
        chart.derived().reversed().forEach(d -> label(d, Ink.ACTUAL, false));
        chart.breaks().forEach(b -> label(b.at(), Ink.TARGET, false));
        chart.actuals().reversed().stream()
                .limit(MOST_LABELLED)
                .forEach(d -> label(d, Ink.TEXT, false));
    }

    private void label(Dot dot, Ink ink, boolean bold) {
        layout.label(
                place(dot),
                dot.label(),
                ChartPainter.SMALL,
                bold,
                ink,
                GAP,
                top - ChartPainter.SMALL,
                bottom);
    }

    private Point place(Dot dot) {
        return new Point(x(dot.on()), y(dot.amount().doubleValue()));
    }

    private double x(LocalDate day) {
        double share =
                (double) ChronoUnit.DAYS.between(chart.from(), day)
                        / ChronoUnit.DAYS.between(chart.from(), chart.to());
        return left + 12 + share * (right - left - 24);
    }

    private double y(double amount) {
        return bottom - scale.share(amount) * (bottom - top);
    }
}
