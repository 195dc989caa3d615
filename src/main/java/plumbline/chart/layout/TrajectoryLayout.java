package plumbline.chart.layout;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.CourseBreak;
import plumbline.chart.drawing.DrawingPoint;
import plumbline.chart.drawing.Ink;
import plumbline.chart.drawing.Mark;
import plumbline.chart.drawing.MarkInfo;
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

    private final ChartPainter painter;
    private final Chart.TrajectoryChart chart;
    private NumberScale scale;
    private double left;
    private double right;
    private double top;
    private double bottom;

    TrajectoryLayout(ChartPainter layout, Chart.TrajectoryChart chart) {
        this.painter = layout;
        this.chart = chart;
    }

    void layOut(double from, double to) {
        if (chart.emptySentence().isPresent()) {
            painter.drawEmptySentence(chart.emptySentence().get(), from, to);
            return;
        }
        top =
                painter.drawLineLegend(chart.legend(), from + ChartPainter.SMALL_TEXT)
                        + ChartPainter.SMALL_TEXT * 1.6;
        bottom = to - ChartPainter.SMALL_TEXT * 2.2;
        scale = createScale();
        left =
                ChartPainter.MARGIN
                        + scale.ticks().stream()
                                .mapToDouble(
                                        t ->
                                                painter.measureWidth(
                                                        scale.formatTick(t),
                                                        ChartPainter.SMALL_TEXT,
                                                        false))
                                .max()
                                .orElse(0)
                        + GAP;
        PartLinesLayout branches = new PartLinesLayout(painter, chart, this::toPoint);
        right = painter.width() - ChartPainter.MARGIN - 14 - branches.namesWidth();
        drawAxes();
        drawGoodSide();
        new OutlookLayout(painter, chart, this::toPoint).layOut(top, bottom);
        drawEvaluationDate();
        branches.drawLines();
        drawFormerCourses();
        drawDots(chart.course(), Ink.COURSE, 1.4, false);
        drawDots(chart.actuals(), Ink.ACTUAL, 2.2, false);
        drawDashedFromLastActual(chart.derived(), Ink.ACTUAL);
        drawDashedFromLastActual(chart.forecasts(), Ink.FORECAST);
        chart.actuals().forEach(d -> drawDot(d, Ink.ACTUAL, true));
        chart.derived().forEach(d -> drawDot(d, Ink.ACTUAL, false));
        chart.forecasts().forEach(d -> drawDot(d, Ink.FORECAST, false));
        chart.targets().forEach(this::drawTarget);
        chart.breaks().forEach(b -> drawDot(b.newCourseDot(), Ink.TARGET, false));
        branches.drawNames(right, top, bottom);
        drawLabels();
    }

    private NumberScale createScale() {
        List<Double> dots =
                Stream.of(
                                Stream.of(
                                        chart.actuals(),
                                        chart.derived(),
                                        chart.forecasts(),
                                        chart.course(),
                                        chart.targets()),
                                chart.breaks().stream().map(CourseBreak::formerCourse),
                                chart.branches().stream().map(Chart.PartLine::dots))
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
        NumberScale about = NumberScale.aroundAmounts(amounts, ends, bottom - top > 180 ? 5 : 3);
        return chart.level()
                .filter(l -> isGoodSideBelowPlot(l, about))
                .map(_ -> about.withRoomBelow())
                .orElse(about);
    }

    /** True where the good side would lie under the edge of the plot. */
    private static boolean isGoodSideBelowPlot(Chart.TargetLevel level, NumberScale scale) {
        boolean below = level.relation() == Relation.AT_MOST || level.relation() == Relation.BELOW;
        return below && level.amount().doubleValue() - scale.low() < scale.step() / 4;
    }

    private void drawAxes() {
        for (double tick : scale.ticks()) {
            painter.drawLine(
                    Ink.GRID,
                    0.8,
                    false,
                    new DrawingPoint(left, toY(tick)),
                    new DrawingPoint(right, toY(tick)));
            painter.drawText(
                    left - GAP,
                    toY(tick) + ChartPainter.SMALL_TEXT * 0.35,
                    scale.formatTick(tick),
                    ChartPainter.SMALL_TEXT,
                    false,
                    Mark.TextAnchor.END,
                    Ink.MUTED);
        }
        painter.drawLine(
                Ink.AXIS,
                1,
                false,
                new DrawingPoint(left, bottom),
                new DrawingPoint(right, bottom));
        int years = chart.to().getYear() - chart.from().getYear();
        int every = Math.max(1, (int) Math.ceil(years * 44 / (right - left)));
        for (int year = chart.from().getYear(); year <= chart.to().getYear(); year += every) {
            double x = toX(LocalDate.of(year, 12, 31));
            painter.drawLine(
                    Ink.AXIS,
                    1,
                    false,
                    new DrawingPoint(x, bottom),
                    new DrawingPoint(x, bottom + 4));
            painter.drawText(
                    x,
                    bottom + ChartPainter.SMALL_TEXT * 1.6,
                    "" + year,
                    ChartPainter.SMALL_TEXT,
                    false,
                    Mark.TextAnchor.MIDDLE,
                    Ink.MUTED);
        }
    }

    /** The side on which an indicator without a course is good, tinted. */
    private void drawGoodSide() {
        chart.level()
                .ifPresent(
                        level -> {
                            List<Double> edges =
                                    level.edges().stream().map(e -> toY(e.doubleValue())).toList();
                            switch (level.relation()) {
                                case AT_LEAST, ABOVE ->
                                        painter.drawArea(
                                                left,
                                                top,
                                                right,
                                                edges.getFirst(),
                                                Ink.GOOD_SIDE,
                                                Optional.empty());
                                case AT_MOST, BELOW ->
                                        painter.drawArea(
                                                left,
                                                edges.getFirst(),
                                                right,
                                                bottom,
                                                Ink.GOOD_SIDE,
                                                Optional.empty());
                                case BETWEEN, ABOUT ->
                                        painter.drawArea(
                                                left,
                                                edges.getLast(),
                                                right,
                                                edges.getFirst(),
                                                Ink.GOOD_SIDE,
                                                Optional.empty());
                                case EQUAL -> {}
                            }
                            edges.forEach(this::drawLevelEdge);
                        });
    }

    private void drawLevelEdge(double y) {
        painter.drawLine(
                Ink.TARGET, 1.6, false, new DrawingPoint(left, y), new DrawingPoint(right, y));
        painter.keepLabelsOffLine(List.of(new DrawingPoint(left, y), new DrawingPoint(right, y)));
    }

    private void drawEvaluationDate() {
        if (chart.evaluationDate().isBefore(chart.from())
                || chart.evaluationDate().isAfter(chart.to())) return;
        double x = toX(chart.evaluationDate());
        painter.drawLine(
                Ink.EVALUATION, 1, true, new DrawingPoint(x, top), new DrawingPoint(x, bottom));
        painter.keepLabelsOffLine(List.of(new DrawingPoint(x, top), new DrawingPoint(x, bottom)));
        painter.drawTextAbove(x, top - 4, chart.evaluationLabel(), Ink.EVALUATION);
    }

    /**
     * The courses that were in force before, and how far the next one lies above or below at the
     * break.
     */
    private void drawFormerCourses() {
        for (CourseBreak revised : chart.breaks()) {
            List<ChartDot> former = new ArrayList<>(revised.formerCourse());
            former.add(revised.newCourseDot());
            drawDots(former, Ink.COURSE, 1, true);
        }
    }

    private void drawDots(List<ChartDot> dots, Ink ink, double thickness, boolean dashed) {
        List<DrawingPoint> run = new ArrayList<>();
        for (ChartDot dot : dots) {
            if (!dot.isJoined()) {
                drawRun(run, ink, thickness, dashed);
                run.clear();
            }
            run.add(toPoint(dot));
        }
        drawRun(run, ink, thickness, dashed);
    }

    private void drawRun(List<DrawingPoint> run, Ink ink, double thickness, boolean dashed) {
        if (run.size() > 1)
            painter.drawLine(ink, thickness, dashed, run.toArray(DrawingPoint[]::new));
        painter.keepLabelsOffLine(run);
    }

    /** Dashed, from the last actual before them. */
    private void drawDashedFromLastActual(List<ChartDot> beyond, Ink ink) {
        if (beyond.isEmpty()) return;
        List<ChartDot> dots = new ArrayList<>();
        LocalDate first = beyond.getFirst().day();
        chart.actuals().stream()
                .filter(d -> d.day().isBefore(first))
                .reduce((_, b) -> b)
                .filter(_ -> beyond.getFirst().isJoined())
                .ifPresent(dots::add);
        dots.addAll(beyond);
        drawRun(dots.stream().map(this::toPoint).toList(), ink, 2, true);
    }

    private void drawDot(ChartDot dot, Ink ink, boolean filled) {
        DrawingPoint at = toPoint(dot);
        Optional<MarkInfo> about = Optional.of(new MarkInfo(chart.indicator(), dot.hint()));
        List<DrawingPoint> disc = VerdictShape.DISC.cornersAround(at.x(), at.y(), RADIUS);
        if (filled) painter.drawArea(disc, ink, about);
        else painter.drawOutline(disc, ink, about);
        painter.keepLabelsOffMark(at.x(), at.y(), RADIUS);
    }

    private void drawTarget(ChartDot stop) {
        DrawingPoint at = toPoint(stop);
        painter.drawOutline(
                VerdictShape.DIAMOND.cornersAround(at.x(), at.y(), RADIUS + 1.5),
                Ink.TARGET,
                Optional.of(new MarkInfo(chart.indicator(), stop.hint())));
        painter.keepLabelsOffMark(at.x(), at.y(), RADIUS);
    }

    /** Targets first, then the newest values: they matter most where there is little room. */
    private void drawLabels() {
        chart.targets().reversed().forEach(d -> drawLabel(d, Ink.TARGET, true));
        chart.forecasts().reversed().forEach(d -> drawLabel(d, Ink.FORECAST, false));
        chart.derived().reversed().forEach(d -> drawLabel(d, Ink.ACTUAL, false));
        chart.breaks().forEach(b -> drawLabel(b.newCourseDot(), Ink.TARGET, false));
        chart.actuals().reversed().stream()
                .limit(MOST_LABELLED)
                .forEach(d -> drawLabel(d, Ink.TEXT, false));
    }

    private void drawLabel(ChartDot dot, Ink ink, boolean bold) {
        painter.placeLabel(
                toPoint(dot),
                dot.label(),
                ChartPainter.SMALL_TEXT,
                bold,
                ink,
                GAP,
                top - ChartPainter.SMALL_TEXT,
                bottom);
    }

    private DrawingPoint toPoint(ChartDot dot) {
        return new DrawingPoint(toX(dot.day()), toY(dot.amount().doubleValue()));
    }

    private double toX(LocalDate day) {
        double share =
                (double) ChronoUnit.DAYS.between(chart.from(), day)
                        / ChronoUnit.DAYS.between(chart.from(), chart.to());
        return left + 12 + share * (right - left - 24);
    }

    private double toY(double amount) {
        return bottom - scale.shareOf(amount) * (bottom - top);
    }
}
