package plumbline.chart.make;

import plumbline.chart.Chart;
import plumbline.chart.Chart.CategoryValue;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.ProgressBullet;

import java.util.List;

/** A chart without the numbers beside what is drawn; pointing at a mark still tells them. */
final class UnlabelledCharts {
    private UnlabelledCharts() {}

    static Chart withoutLabels(Chart chart) {
        return switch (chart) {
            case Chart.TrajectoryChart t -> trajectoryWithoutLabels(t);
            case Chart.BulletChart b ->
                    new Chart.BulletChart(
                            b.title(),
                            b.subtitle(),
                            b.note(),
                            b.fileName(),
                            b.rows().stream().map(UnlabelledCharts::rowWithoutValue).toList(),
                            b.legend(),
                            b.emptySentence());
            case Chart.CategoryChart p ->
                    new Chart.CategoryChart(
                            p.title(),
                            p.subtitle(),
                            p.note(),
                            p.fileName(),
                            p.form(),
                            p.unit(),
                            p.areShares(),
                            p.categories(),
                            p.series().stream()
                                    .map(
                                            s ->
                                                    new Chart.CategorySeries(
                                                            s.name(),
                                                            s.ink(),
                                                            s.values().stream()
                                                                    .map(
                                                                            c ->
                                                                                    new CategoryValue(
                                                                                            c
                                                                                                    .amount(),
                                                                                            "",
                                                                                            c
                                                                                                    .hint()))
                                                                    .toList()))
                                    .toList(),
                            p.emptySentence());
            case Chart.LineChart l ->
                    new Chart.LineChart(
                            l.title(),
                            l.subtitle(),
                            l.note(),
                            l.fileName(),
                            l.unit(),
                            l.from(),
                            l.to(),
                            l.evaluationDate(),
                            l.evaluationLabel(),
                            l.lines().stream()
                                    .map(
                                            t ->
                                                    new Chart.ChartLine(
                                                            t.name(),
                                                            t.ink(),
                                                            t.lineStyle(),
                                                            dotsWithoutLabels(t.dots()),
                                                            t.indicator()))
                                    .toList(),
                            l.emptySentence());
            case Chart.TrajectorySheet s ->
                    new Chart.TrajectorySheet(
                            s.title(),
                            s.subtitle(),
                            s.note(),
                            s.fileName(),
                            s.charts().stream()
                                    .map(
                                            c ->
                                                    new Chart.SmallTrajectory(
                                                            trajectoryWithoutLabels(c.chart()),
                                                            c.verdict(),
                                                            c.verdictWord()))
                                    .toList(),
                            s.legend());
            case Chart.MatrixChart m -> m;
            case Chart.GanttChart g -> g;
        };
    }

    private static Chart.TrajectoryChart trajectoryWithoutLabels(Chart.TrajectoryChart t) {
        return new Chart.TrajectoryChart(
                t.indicator(),
                t.title(),
                t.unit(),
                t.subtitle(),
                t.note(),
                t.fileName(),
                t.from(),
                t.to(),
                t.evaluationDate(),
                t.evaluationLabel(),
                dotsWithoutLabels(t.actuals()),
                dotsWithoutLabels(t.derived()),
                dotsWithoutLabels(t.forecasts()),
                dotsWithoutLabels(t.course()),
                t.breaks(),
                dotsWithoutLabels(t.targets()),
                t.branches(),
                t.level(),
                t.outlook(),
                t.legend(),
                t.emptySentence());
    }

    private static Chart.OverviewRow rowWithoutValue(Chart.OverviewRow row) {
        return row instanceof ProgressBullet b
                ? new ProgressBullet(
                        b.indicator(),
                        b.name(),
                        b.progress(),
                        b.due(),
                        b.midTerm(),
                        b.yearsHeld(),
                        b.insteadOfBar(),
                        "",
                        b.verdict(),
                        b.verdictWord(),
                        b.hint())
                : row;
    }

    private static List<ChartDot> dotsWithoutLabels(List<ChartDot> dots) {
        return dots.stream()
                .map(d -> new ChartDot(d.day(), d.amount(), "", d.hint(), d.isJoined()))
                .toList();
    }
}
