package plumbline.chart.make;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Bullet;
import plumbline.chart.Chart.Dot;
import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.Curve;
import plumbline.chart.ChartNumbers.Form;
import plumbline.chart.ChartNumbers.Look;
import plumbline.chart.ChartNumbers.Run;
import plumbline.chart.ChartNumbers.Spot;
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
public final class ChartNumbersOf {
    private final Messages words;

    public ChartNumbersOf(Messages words) {
        this.words = words;
    }

    /** Empty for a chart that is no chart to a spreadsheet, or has no numbers. */
    public Optional<ChartNumbers> chart(Chart chart) {
        return switch (chart) {
            case Chart.Trajectory t ->
                    t.empty().isPresent() ? Optional.empty() : Optional.of(trajectory(t));
            case Chart.Bullets b ->
                    b.rows().stream().anyMatch(ChartNumbersOf::bar)
                            ? Optional.of(bullets(b))
                            : Optional.empty();
            case Chart.Plot p ->
                    p.empty().isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new ChartNumbers.ByName(
                                            p.form(),
                                            p.unit(),
                                            p.shares(),
                                            p.items().stream().map(Chart.Item::name).toList(),
                                            some(
                                                    p.strips().stream()
                                                            .map(
                                                                    s ->
                                                                            new Run(
                                                                                    s.name(),
                                                                                    s.ink(),
                                                                                    s
                                                                                            .cells()
                                                                                            .stream()
                                                                                            .map(
                                                                                                    Chart
                                                                                                                    .Cell
                                                                                                            ::amount)
                                                                                            .toList())))));
            case Chart.Lines l ->
                    l.empty().isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new ChartNumbers.ByDay(
                                            l.unit(),
                                            l.from(),
                                            l.to(),
                                            l.traces().stream()
                                                    .map(
                                                            t ->
                                                                    new Curve(
                                                                            t.name(),
                                                                            t.ink(),
                                                                            t.look(),
                                                                            spots(t.dots())))
                                                    .toList()));
            case Chart.Matrix _, Chart.Gantt _, Chart.Sheet _ -> Optional.empty();
        };
    }

    private ChartNumbers trajectory(Chart.Trajectory t) {
        List<Curve> curves = new ArrayList<>();
        if (!t.actuals().isEmpty())
            curves.add(
                    new Curve(
                            words.say(Status.ACTUAL), Ink.ACTUAL, Look.SOLID, spots(t.actuals())));
        if (!t.derived().isEmpty())
            curves.add(
                    new Curve(
                            words.say("figures.derived"),
                            Ink.ACTUAL,
                            Look.DASHED,
                            spots(t.derived())));
        if (!t.forecasts().isEmpty())
            curves.add(
                    new Curve(
                            words.say("figures.forecast"),
                            Ink.FORECAST,
                            Look.DASHED,
                            spots(forecasts(t))));
        if (!t.course().isEmpty())
            curves.add(
                    new Curve(words.say("chart.course"), Ink.COURSE, Look.THIN, spots(t.course())));
        t.level()
                .ifPresent(
                        l ->
                                l.edges()
                                        .forEach(
                                                edge ->
                                                        curves.add(
                                                                new Curve(
                                                                        level(l, edge),
                                                                        Ink.TARGET,
                                                                        Look.THIN,
                                                                        level(t, edge)))));
        t.breaks()
                .forEach(
                        b ->
                                curves.add(
                                        new Curve(
                                                words.say("figures.former", b.at().on()),
                                                Ink.COURSE,
                                                Look.DASHED,
                                                spots(b.former()))));
        if (!t.stops().isEmpty())
            curves.add(
                    new Curve(
                            words.say("figures.stops"), Ink.TARGET, Look.MARKS, spots(t.stops())));
        t.outlook()
                .ifPresent(
                        o -> {
                            outlook(t, "figures.least", o.least()).ifPresent(curves::add);
                            if (o.most().amount().compareTo(o.least().amount()) != 0)
                                outlook(t, "figures.most", o.most()).ifPresent(curves::add);
                        });
        t.branches()
                .forEach(
                        b ->
                                curves.add(
                                        new Curve(
                                                b.name(), Ink.MUTED, Look.THIN, spots(b.dots()))));
        return new ChartNumbers.ByDay(t.unit(), t.from(), t.to(), curves);
    }

    /** None that would flatten all the rest: it is told in words, not drawn. */
    private Optional<Curve> outlook(Chart.Trajectory t, String key, Dot end) {
        List<BigDecimal> known =
                Stream.of(t.actuals(), t.course(), t.stops())
                        .flatMap(List::stream)
                        .map(Dot::amount)
                        .toList();
        BigDecimal least = known.stream().min(Comparator.naturalOrder()).orElse(end.amount());
        BigDecimal most = known.stream().max(Comparator.naturalOrder()).orElse(end.amount());
        BigDecimal room = most.subtract(least);
        boolean near =
                end.amount().compareTo(most.add(room)) <= 0
                        && end.amount().compareTo(least.subtract(room)) >= 0;
        return near
                ? Optional.of(
                        new Curve(
                                words.say(key),
                                Ink.OUTLOOK,
                                Look.DASHED,
                                spots(List.of(t.outlook().orElseThrow().since(), end))))
                : Optional.empty();
    }

    /** From the last actual before them, so that the line hangs together. */
    private static List<Dot> forecasts(Chart.Trajectory t) {
        List<Dot> dots = new ArrayList<>();
        LocalDate first = t.forecasts().getFirst().on();
        t.actuals().stream()
                .filter(d -> d.on().isBefore(first))
                .reduce((_, b) -> b)
                .ifPresent(dots::add);
        dots.addAll(t.forecasts());
        return dots;
    }

    /** Of a range which of its borders. */
    private String level(Chart.Level level, BigDecimal edge) {
        if (!level.relation().bounded()) return words.say("chart.level");
        return words.say(
                edge.equals(level.edges().getFirst()) ? "symbol.RANGE_FROM" : "symbol.RANGE_TO");
    }

    private static List<Spot> level(Chart.Trajectory t, BigDecimal amount) {
        return List.of(
                new Spot(t.from(), Optional.of(amount)), new Spot(t.to(), Optional.of(amount)));
    }

    private static List<Spot> spots(List<Dot> dots) {
        List<Spot> spots = new ArrayList<>();
        for (Dot dot : dots) {
            if (!dot.joined() && !spots.isEmpty())
                spots.add(new Spot(dot.on().withDayOfMonth(1), Optional.empty()));
            spots.add(new Spot(dot.on(), Optional.of(dot.amount())));
        }
        return spots;
    }

    private static boolean bar(Chart.Row row) {
        return row instanceof Bullet b && b.progress().isPresent();
    }

    private ChartNumbers bullets(Chart.Bullets chart) {
        List<Bullet> rows =
                chart.rows().stream()
                        .filter(Bullet.class::isInstance)
                        .map(Bullet.class::cast)
                        .toList();
        Stream<Run> runs =
                Stream.of(
                        new Run(
                                words.say("formula.PROGRESS"),
                                Ink.ACTUAL,
                                rows.stream().map(Bullet::progress).toList()),
                        new Run(
                                words.say("chart.due"),
                                Ink.EVALUATION,
                                rows.stream().map(Bullet::due).toList()),
                        new Run(
                                words.say("role.MID_TERM"),
                                Ink.TARGET,
                                rows.stream().map(Bullet::midTerm).toList()));
        return new ChartNumbers.ByName(
                Form.BARS, "", true, rows.stream().map(Bullet::name).toList(), some(runs));
    }

    /** A line of numbers that has none is not drawn, nor named in the legend. */
    private static List<Run> some(Stream<Run> runs) {
        return runs.filter(r -> r.amounts().stream().anyMatch(Optional::isPresent)).toList();
    }
}
