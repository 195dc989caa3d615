package plumbline.chart.make;

import plumbline.chart.Chart;
import plumbline.chart.Chart.Bullet;
import plumbline.chart.Chart.Cell;
import plumbline.chart.Chart.Dot;

import java.util.List;

/** A chart without the numbers beside what is drawn; pointing at a mark still tells them. */
final class Unlabelled {
    private Unlabelled() {}

    static Chart of(Chart chart) {
        return switch (chart) {
            case Chart.Trajectory t -> trajectory(t);
            case Chart.Bullets b ->
                    new Chart.Bullets(
                            b.title(),
                            b.subtitle(),
                            b.note(),
                            b.fileName(),
                            b.rows().stream().map(Unlabelled::row).toList(),
                            b.keys(),
                            b.empty());
            case Chart.Plot p ->
                    new Chart.Plot(
                            p.title(),
                            p.subtitle(),
                            p.note(),
                            p.fileName(),
                            p.form(),
                            p.unit(),
                            p.shares(),
                            p.items(),
                            p.strips().stream()
                                    .map(
                                            s ->
                                                    new Chart.Strip(
                                                            s.name(),
                                                            s.ink(),
                                                            s.cells().stream()
                                                                    .map(
                                                                            c ->
                                                                                    new Cell(
                                                                                            c
                                                                                                    .amount(),
                                                                                            "",
                                                                                            c
                                                                                                    .hint()))
                                                                    .toList()))
                                    .toList(),
                            p.empty());
            case Chart.Lines l ->
                    new Chart.Lines(
                            l.title(),
                            l.subtitle(),
                            l.note(),
                            l.fileName(),
                            l.unit(),
                            l.from(),
                            l.to(),
                            l.evaluation(),
                            l.evaluationLabel(),
                            l.traces().stream()
                                    .map(
                                            t ->
                                                    new Chart.Trace(
                                                            t.name(),
                                                            t.ink(),
                                                            t.look(),
                                                            dots(t.dots()),
                                                            t.indicator()))
                                    .toList(),
                            l.empty());
            case Chart.Sheet s ->
                    new Chart.Sheet(
                            s.title(),
                            s.subtitle(),
                            s.note(),
                            s.fileName(),
                            s.charts().stream()
                                    .map(
                                            c ->
                                                    new Chart.Small(
                                                            trajectory(c.chart()),
                                                            c.verdict(),
                                                            c.word()))
                                    .toList(),
                            s.keys());
            case Chart.Matrix m -> m;
            case Chart.Gantt g -> g;
        };
    }

    private static Chart.Trajectory trajectory(Chart.Trajectory t) {
        return new Chart.Trajectory(
                t.indicator(),
                t.title(),
                t.unit(),
                t.subtitle(),
                t.note(),
                t.fileName(),
                t.from(),
                t.to(),
                t.evaluation(),
                t.evaluationLabel(),
                dots(t.actuals()),
                dots(t.derived()),
                dots(t.forecasts()),
                dots(t.course()),
                t.breaks(),
                dots(t.stops()),
                t.branches(),
                t.level(),
                t.outlook(),
                t.keys(),
                t.empty());
    }

    private static Chart.Row row(Chart.Row row) {
        return row instanceof Bullet b
                ? new Bullet(
                        b.indicator(),
                        b.name(),
                        b.progress(),
                        b.due(),
                        b.midTerm(),
                        b.held(),
                        b.said(),
                        "",
                        b.verdict(),
                        b.verdictWord(),
                        b.hint())
                : row;
    }

    private static List<Dot> dots(List<Dot> dots) {
        return dots.stream()
                .map(d -> new Dot(d.on(), d.amount(), "", d.hint(), d.joined()))
                .toList();
    }
}
