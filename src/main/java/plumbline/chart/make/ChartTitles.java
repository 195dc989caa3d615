package plumbline.chart.make;

import plumbline.chart.Chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Charts under a title of the officer's own; where there are several, each keeps its own behind it.
 */
final class ChartTitles {
    private ChartTitles() {}

    static List<Chart> withOwnTitle(List<Chart> charts, String title) {
        List<Chart> titled = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            titled.add(
                    withTitle(
                            chart,
                            charts.size() == 1 ? title : title + " · " + chart.title(),
                            ChartCaptions.pageFileName(title, i, charts.size())));
        }
        return titled;
    }

    private static Chart withTitle(Chart chart, String title, String file) {
        return switch (chart) {
            case Chart.TrajectoryChart t ->
                    new Chart.TrajectoryChart(
                            t.indicator(),
                            title,
                            t.unit(),
                            t.subtitle(),
                            t.note(),
                            file,
                            t.from(),
                            t.to(),
                            t.evaluationDate(),
                            t.evaluationLabel(),
                            t.actuals(),
                            t.derived(),
                            t.forecasts(),
                            t.course(),
                            t.breaks(),
                            t.targets(),
                            t.branches(),
                            t.level(),
                            t.outlook(),
                            t.legend(),
                            t.emptySentence());
            case Chart.BulletChart b ->
                    new Chart.BulletChart(
                            title,
                            b.subtitle(),
                            b.note(),
                            file,
                            b.rows(),
                            b.legend(),
                            b.emptySentence());
            case Chart.CategoryChart p ->
                    new Chart.CategoryChart(
                            title,
                            p.subtitle(),
                            p.note(),
                            file,
                            p.form(),
                            p.unit(),
                            p.areShares(),
                            p.categories(),
                            p.series(),
                            p.emptySentence());
            case Chart.LineChart l ->
                    new Chart.LineChart(
                            title,
                            l.subtitle(),
                            l.note(),
                            file,
                            l.unit(),
                            l.from(),
                            l.to(),
                            l.evaluationDate(),
                            l.evaluationLabel(),
                            l.lines(),
                            l.emptySentence());
            case Chart.MatrixChart m ->
                    new Chart.MatrixChart(
                            title, m.subtitle(), m.note(), file, m.columns(), m.rows());
            case Chart.GanttChart g ->
                    new Chart.GanttChart(
                            title,
                            g.subtitle(),
                            g.note(),
                            file,
                            g.from(),
                            g.to(),
                            g.evaluationDate(),
                            g.evaluationLabel(),
                            g.taskBars(),
                            g.legend(),
                            g.emptySentence());
            case Chart.TrajectorySheet s ->
                    new Chart.TrajectorySheet(
                            title, s.subtitle(), s.note(), file, s.charts(), s.legend());
        };
    }
}
