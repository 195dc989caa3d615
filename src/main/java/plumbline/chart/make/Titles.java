package plumbline.chart.make;

import plumbline.chart.Chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Charts under a title of the officer's own; where there are several, each keeps its own behind it.
 */
final class Titles {
    private Titles() {}

    static List<Chart> of(List<Chart> charts, String title) {
        List<Chart> titled = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            titled.add(
                    titled(
                            chart,
                            charts.size() == 1 ? title : title + " · " + chart.title(),
                            ChartCaptions.numbered(title, i, charts.size())));
        }
        return titled;
    }

    private static Chart titled(Chart chart, String title, String file) {
        return switch (chart) {
            case Chart.Trajectory t ->
                    new Chart.Trajectory(
                            t.indicator(),
                            title,
                            t.unit(),
                            t.subtitle(),
                            t.note(),
                            file,
                            t.from(),
                            t.to(),
                            t.evaluation(),
                            t.evaluationLabel(),
                            t.actuals(),
                            t.derived(),
                            t.forecasts(),
                            t.course(),
                            t.breaks(),
                            t.stops(),
                            t.branches(),
                            t.level(),
                            t.outlook(),
                            t.keys(),
                            t.empty());
            case Chart.Bullets b ->
                    new Chart.Bullets(
                            title, b.subtitle(), b.note(), file, b.rows(), b.keys(), b.empty());
            case Chart.Plot p ->
                    new Chart.Plot(
                            title,
                            p.subtitle(),
                            p.note(),
                            file,
                            p.form(),
                            p.unit(),
                            p.shares(),
                            p.items(),
                            p.strips(),
                            p.empty());
            case Chart.Lines l ->
                    new Chart.Lines(
                            title,
                            l.subtitle(),
                            l.note(),
                            file,
                            l.unit(),
                            l.from(),
                            l.to(),
                            l.evaluation(),
                            l.evaluationLabel(),
                            l.traces(),
                            l.empty());
            case Chart.Matrix m ->
                    new Chart.Matrix(title, m.subtitle(), m.note(), file, m.columns(), m.rows());
            case Chart.Gantt g ->
                    new Chart.Gantt(
                            title,
                            g.subtitle(),
                            g.note(),
                            file,
                            g.from(),
                            g.to(),
                            g.evaluation(),
                            g.evaluationLabel(),
                            g.spans(),
                            g.keys(),
                            g.empty());
            case Chart.Sheet s ->
                    new Chart.Sheet(title, s.subtitle(), s.note(), file, s.charts(), s.keys());
        };
    }
}
