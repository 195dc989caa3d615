package plumbline.chart.make;

import plumbline.base.SafeText;
import plumbline.chart.Chart;
import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.Curve;
import plumbline.chart.ChartNumbers.Run;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A chart as a table, to be pasted into a spreadsheet: its title, a line of heads, a line for each
 * name or day.
 */
public final class ChartTable {
    private final Messages words;

    public ChartTable(Messages words) {
        this.words = words;
    }

    /** Cells with tabs between, lines with line feeds. Missing is empty. */
    public String text(Chart chart) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(chart.title()));
        lines.add(List.of(chart.subtitle()));
        switch (chart) {
            case Chart.Matrix matrix -> matrix(matrix, lines);
            case Chart.Gantt gantt -> gantt(gantt, lines);
            case Chart.Sheet sheet ->
                    sheet.charts()
                            .forEach(
                                    s -> {
                                        lines.add(List.of(s.chart().title(), s.word()));
                                        figures(s.chart(), lines);
                                    });
            case Chart.Bullets bullets -> bullets(bullets, lines);
            case Chart.Trajectory _, Chart.Plot _, Chart.Lines _ -> figures(chart, lines);
        }
        lines.add(List.of(chart.note()));
        return lines.stream()
                .map(line -> line.stream().map(SafeText::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private void figures(Chart chart, List<List<String>> lines) {
        new ChartNumbersOf(words)
                .chart(chart)
                .ifPresent(
                        figures -> {
                            switch (figures) {
                                case ChartNumbers.ByName byName -> byName(byName, lines);
                                case ChartNumbers.ByDay byDay -> byDay(byDay, lines);
                            }
                        });
    }

    private void byName(ChartNumbers.ByName figures, List<List<String>> lines) {
        List<String> head = new ArrayList<>(List.of(words.say("figures.name")));
        figures.runs().forEach(r -> head.add(r.name()));
        lines.add(head);
        for (int i = 0; i < figures.names().size(); i++) {
            List<String> line = new ArrayList<>(List.of(figures.names().get(i)));
            for (Run run : figures.runs()) line.add(amount(run.amounts().get(i), figures.shares()));
            lines.add(line);
        }
    }

    private static String amount(Optional<BigDecimal> amount, boolean share) {
        return amount.map(a -> share ? Wording.percent(a) : Wording.plain(a)).orElse("");
    }

    private void byDay(ChartNumbers.ByDay figures, List<List<String>> lines) {
        lines.add(
                List.of(
                        words.say("figures.series"),
                        words.say("figures.day"),
                        words.say("figures.amount")));
        for (Curve curve : figures.curves()) {
            curve.spots().stream()
                    .filter(s -> s.amount().isPresent())
                    .forEach(
                            s ->
                                    lines.add(
                                            List.of(
                                                    curve.name(),
                                                    s.on().toString(),
                                                    amount(s.amount(), false))));
        }
    }

    private void bullets(Chart.Bullets chart, List<List<String>> lines) {
        lines.add(
                List.of(
                        words.say("figures.name"),
                        words.say("formula.PROGRESS"),
                        words.say("chart.due"),
                        words.say("appendix.verdict")));
        for (Chart.Row row : chart.rows()) {
            switch (row) {
                case Chart.Heading heading -> lines.add(List.of(heading.name()));
                case Chart.Bullet b ->
                        lines.add(
                                List.of(
                                        b.name(),
                                        amount(b.progress(), true),
                                        amount(b.due(), true),
                                        b.verdictWord()));
            }
        }
    }

    private void matrix(Chart.Matrix matrix, List<List<String>> lines) {
        List<String> head = new ArrayList<>(List.of(words.say("figures.name")));
        head.addAll(matrix.columns());
        lines.add(head);
        for (Chart.MatrixRow row : matrix.rows()) {
            switch (row) {
                case Chart.MatrixHeading heading -> lines.add(List.of(heading.name()));
                case Chart.MatrixLine line -> {
                    List<String> cells = new ArrayList<>(List.of(line.name()));
                    line.squares().forEach(s -> cells.add(s.word()));
                    lines.add(cells);
                }
            }
        }
    }

    private void gantt(Chart.Gantt gantt, List<List<String>> lines) {
        lines.add(
                List.of(
                        words.say("figures.name"),
                        words.say("chart.gantt.due"),
                        words.say("chart.gantt.done"),
                        words.say("figures.state")));
        gantt.spans()
                .forEach(
                        s ->
                                lines.add(
                                        List.of(
                                                s.name(),
                                                s.due().map(Object::toString).orElse(""),
                                                Wording.percent(s.done()),
                                                s.word())));
    }
}
