package plumbline.chart.make;

import plumbline.chart.Chart;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.ProgressBullet;
import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.CategoryForm;
import plumbline.chart.ChartNumbers.DatedNumber;
import plumbline.chart.ChartNumbers.DatedSeries;
import plumbline.chart.ChartNumbers.LineStyle;
import plumbline.chart.ChartNumbers.NumberSeries;
import plumbline.chart.drawing.Ink;
import plumbline.plan.Status;
import plumbline.words.Messages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the numbers out of charts. */
public final class ChartNumbersExtractor {
    private final Messages words;

    public ChartNumbersExtractor(Messages words) {
        this.words = words;
    }

    /** Empty for a chart that is no chart to a spreadsheet, or has no numbers. */
    public Optional<ChartNumbers> extractNumbers(Chart chart) {
        return switch (chart) {
            case Chart.TrajectoryChart t ->
                    t.emptySentence().isPresent()
                            ? Optional.empty()
                            : Optional.of(trajectoryNumbers(t));
            case Chart.BulletChart b ->
                    b.rows().stream().anyMatch(ChartNumbersExtractor::hasProgressBar)
                            ? Optional.of(bulletNumbers(b))
                            : Optional.empty();
            case Chart.CategoryChart p ->
                    p.emptySentence().isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new ChartNumbers.NumbersByName(
                                            p.form(),
                                            p.unit(),
                                            p.areShares(),
                                            p.categories().stream()
                                                    .map(Chart.ChartCategory::name)
                                                    .toList(),
                                            withoutEmptySeries(
                                                    p.series().stream()
                                                            .map(
                                                                    s ->
                                                                            new NumberSeries(
                                                                                    s.name(),
                                                                                    s.ink(),
                                                                                    s
                                                                                            .values()
                                                                                            .stream()
                                                                                            .map(
                                                                                                    Chart
                                                                                                                    .CategoryValue
                                                                                                            ::amount)
                                                                                            .toList())))));
            case Chart.LineChart l ->
                    l.emptySentence().isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new ChartNumbers.NumbersByDay(
                                            l.unit(),
                                            l.from(),
                                            l.to(),
                                            l.lines().stream()
                                                    .map(
                                                            t ->
                                                                    new DatedSeries(
                                                                            t.name(),
                                                                            t.ink(),
                                                                            t.lineStyle(),
                                                                            datedNumbers(t.dots())))
                                                    .toList()));
            case Chart.MatrixChart _, Chart.GanttChart _, Chart.TrajectorySheet _ ->
                    Optional.empty();
        };
    }

    private ChartNumbers trajectoryNumbers(Chart.TrajectoryChart t) {
        List<DatedSeries> curves = new ArrayList<>();
        if (!t.actuals().isEmpty())
            curves.add(
                    new DatedSeries(
                            words.nameOf(Status.ACTUAL),
                            Ink.ACTUAL,
                            LineStyle.SOLID,
                            datedNumbers(t.actuals())));
        if (!t.derived().isEmpty())
            curves.add(
                    new DatedSeries(
                            words.sentence("figures.derived"),
                            Ink.ACTUAL,
                            LineStyle.DASHED,
                            datedNumbers(t.derived())));
        if (!t.forecasts().isEmpty())
            curves.add(
                    new DatedSeries(
                            words.sentence("figures.forecast"),
                            Ink.FORECAST,
                            LineStyle.DASHED,
                            datedNumbers(forecastsFromLastActual(t))));
        if (!t.course().isEmpty())
            curves.add(
                    new DatedSeries(
                            words.sentence("chart.course"),
                            Ink.COURSE,
                            LineStyle.THIN,
                            datedNumbers(t.course())));
        t.level()
                .ifPresent(
                        l ->
                                l.edges()
                                        .forEach(
                                                edge ->
                                                        curves.add(
                                                                new DatedSeries(
                                                                        levelEdgeName(l, edge),
                                                                        Ink.TARGET,
                                                                        LineStyle.THIN,
                                                                        levelNumbers(t, edge)))));
        t.breaks()
                .forEach(
                        b ->
                                curves.add(
                                        new DatedSeries(
                                                words.sentence(
                                                        "figures.former", b.newCourseDot().day()),
                                                Ink.COURSE,
                                                LineStyle.DASHED,
                                                datedNumbers(b.formerCourse()))));
        if (!t.targets().isEmpty())
            curves.add(
                    new DatedSeries(
                            words.sentence("figures.stops"),
                            Ink.TARGET,
                            LineStyle.MARKS,
                            datedNumbers(t.targets())));
        t.outlook()
                .ifPresent(
                        o -> {
                            outlookSeries(t, "figures.least", o.least()).ifPresent(curves::add);
                            if (o.most().amount().compareTo(o.least().amount()) != 0)
                                outlookSeries(t, "figures.most", o.most()).ifPresent(curves::add);
                        });
        t.branches()
                .forEach(
                        b ->
                                curves.add(
                                        new DatedSeries(
                                                b.name(),
                                                Ink.MUTED,
                                                LineStyle.THIN,
                                                datedNumbers(b.dots()))));
        return new ChartNumbers.NumbersByDay(t.unit(), t.from(), t.to(), curves);
    }

    /** None that would flatten all the rest: it is told in words, not drawn. */
    private Optional<DatedSeries> outlookSeries(Chart.TrajectoryChart t, String key, ChartDot end) {
        List<BigDecimal> known =
                Stream.of(t.actuals(), t.course(), t.targets())
                        .flatMap(List::stream)
                        .map(ChartDot::amount)
                        .toList();
        BigDecimal least = known.stream().min(Comparator.naturalOrder()).orElse(end.amount());
        BigDecimal most = known.stream().max(Comparator.naturalOrder()).orElse(end.amount());
        BigDecimal room = most.subtract(least);
        boolean near =
                end.amount().compareTo(most.add(room)) <= 0
                        && end.amount().compareTo(least.subtract(room)) >= 0;
        return near
                ? Optional.of(
                        new DatedSeries(
                                words.sentence(key),
                                Ink.OUTLOOK,
                                LineStyle.DASHED,
                                datedNumbers(List.of(t.outlook().orElseThrow().since(), end))))
                : Optional.empty();
    }

    /** From the last actual before them, so that the line hangs together. */
    private static List<ChartDot> forecastsFromLastActual(Chart.TrajectoryChart t) {
        List<ChartDot> dots = new ArrayList<>();
        LocalDate first = t.forecasts().getFirst().day();
        t.actuals().stream()
                .filter(d -> d.day().isBefore(first))
                .reduce((_, b) -> b)
                .ifPresent(dots::add);
        dots.addAll(t.forecasts());
        return dots;
    }

    /** Of a range which of its borders. */
    private String levelEdgeName(Chart.TargetLevel level, BigDecimal edge) {
        if (!level.relation().needsBound()) return words.sentence("chart.level");
        return words.sentence(
                edge.equals(level.edges().getFirst()) ? "symbol.RANGE_FROM" : "symbol.RANGE_TO");
    }

    private static List<DatedNumber> levelNumbers(Chart.TrajectoryChart t, BigDecimal amount) {
        return List.of(
                new DatedNumber(t.from(), Optional.of(amount)),
                new DatedNumber(t.to(), Optional.of(amount)));
    }

    private static List<DatedNumber> datedNumbers(List<ChartDot> dots) {
        List<DatedNumber> spots = new ArrayList<>();
        for (ChartDot dot : dots) {
            if (!dot.isJoined() && !spots.isEmpty())
                spots.add(new DatedNumber(dot.day().withDayOfMonth(1), Optional.empty()));
            spots.add(new DatedNumber(dot.day(), Optional.of(dot.amount())));
        }
        return spots;
    }

    private static boolean hasProgressBar(Chart.OverviewRow row) {
        return row instanceof ProgressBullet b && b.progress().isPresent();
    }

    private ChartNumbers bulletNumbers(Chart.BulletChart chart) {
        List<ProgressBullet> rows =
                chart.rows().stream()
                        .filter(ProgressBullet.class::isInstance)
                        .map(ProgressBullet.class::cast)
                        .toList();
        Stream<NumberSeries> runs =
                Stream.of(
                        new NumberSeries(
                                words.sentence("formula.PROGRESS"),
                                Ink.ACTUAL,
                                rows.stream().map(ProgressBullet::progress).toList()),
                        new NumberSeries(
                                words.sentence("chart.due"),
                                Ink.EVALUATION,
                                rows.stream().map(ProgressBullet::due).toList()),
                        new NumberSeries(
                                words.sentence("role.MID_TERM"),
                                Ink.TARGET,
                                rows.stream().map(ProgressBullet::midTerm).toList()));
        return new ChartNumbers.NumbersByName(
                CategoryForm.BARS,
                "",
                true,
                rows.stream().map(ProgressBullet::name).toList(),
                withoutEmptySeries(runs));
    }

    /** A line of numbers that has none is not drawn, nor named in the legend. */
    private static List<NumberSeries> withoutEmptySeries(Stream<NumberSeries> runs) {
        return runs.filter(r -> r.amounts().stream().anyMatch(Optional::isPresent)).toList();
    }
}
