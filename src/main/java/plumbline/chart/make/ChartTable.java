package plumbline.chart.make;

import plumbline.base.FormulaSafeText;
import plumbline.chart.Chart;
import plumbline.chart.ChartNumbers;
import plumbline.chart.ChartNumbers.DatedSeries;
import plumbline.chart.ChartNumbers.NumberSeries;
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
    public String toTabSeparatedText(Chart chart) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(chart.title()));
        lines.add(List.of(chart.subtitle()));
        switch (chart) {
            case Chart.MatrixChart matrix -> addMatrix(matrix, lines);
            case Chart.GanttChart gantt -> addTaskBars(gantt, lines);
            case Chart.TrajectorySheet sheet ->
                    sheet.charts()
                            .forEach(
                                    s -> {
                                        lines.add(List.of(s.chart().title(), s.verdictWord()));
                                        addNumbers(s.chart(), lines);
                                    });
            case Chart.BulletChart bullets -> addBullets(bullets, lines);
            case Chart.TrajectoryChart _, Chart.CategoryChart _, Chart.LineChart _ ->
                    addNumbers(chart, lines);
        }
        lines.add(List.of(chart.note()));
        return lines.stream()
                .map(
                        line ->
                                line.stream()
                                        .map(FormulaSafeText::escapeCell)
                                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private void addNumbers(Chart chart, List<List<String>> lines) {
        new ChartNumbersExtractor(words)
                .extractNumbers(chart)
                .ifPresent(
                        figures -> {
                            switch (figures) {
                                case ChartNumbers.NumbersByName byName ->
                                        addNumbersByName(byName, lines);
                                case ChartNumbers.NumbersByDay byDay ->
                                        addNumbersByDay(byDay, lines);
                            }
                        });
    }

    private void addNumbersByName(ChartNumbers.NumbersByName figures, List<List<String>> lines) {
        List<String> head = new ArrayList<>(List.of(words.sentence("figures.name")));
        figures.series().forEach(r -> head.add(r.name()));
        lines.add(head);
        for (int i = 0; i < figures.names().size(); i++) {
            List<String> line = new ArrayList<>(List.of(figures.names().get(i)));
            for (NumberSeries run : figures.series())
                line.add(formatAmount(run.amounts().get(i), figures.areShares()));
            lines.add(line);
        }
    }

    private static String formatAmount(Optional<BigDecimal> amount, boolean share) {
        return amount.map(a -> share ? Wording.formatPercent(a) : Wording.formatAsWritten(a))
                .orElse("");
    }

    private void addNumbersByDay(ChartNumbers.NumbersByDay figures, List<List<String>> lines) {
        lines.add(
                List.of(
                        words.sentence("figures.series"),
                        words.sentence("figures.day"),
                        words.sentence("figures.amount")));
        for (DatedSeries curve : figures.curves()) {
            curve.numbers().stream()
                    .filter(s -> s.amount().isPresent())
                    .forEach(
                            s ->
                                    lines.add(
                                            List.of(
                                                    curve.name(),
                                                    s.day().toString(),
                                                    formatAmount(s.amount(), false))));
        }
    }

    private void addBullets(Chart.BulletChart chart, List<List<String>> lines) {
        lines.add(
                List.of(
                        words.sentence("figures.name"),
                        words.sentence("formula.PROGRESS"),
                        words.sentence("chart.due"),
                        words.sentence("appendix.verdict")));
        for (Chart.OverviewRow row : chart.rows()) {
            switch (row) {
                case Chart.OverviewHeading heading -> lines.add(List.of(heading.name()));
                case Chart.ProgressBullet b ->
                        lines.add(
                                List.of(
                                        b.name(),
                                        formatAmount(b.progress(), true),
                                        formatAmount(b.due(), true),
                                        b.verdictWord()));
            }
        }
    }

    private void addMatrix(Chart.MatrixChart matrix, List<List<String>> lines) {
        List<String> head = new ArrayList<>(List.of(words.sentence("figures.name")));
        head.addAll(matrix.columns());
        lines.add(head);
        for (Chart.MatrixRow row : matrix.rows()) {
            switch (row) {
                case Chart.MatrixHeading heading -> lines.add(List.of(heading.name()));
                case Chart.MatrixLine line -> {
                    List<String> cells = new ArrayList<>(List.of(line.name()));
                    line.squares().forEach(s -> cells.add(s.verdictWord()));
                    lines.add(cells);
                }
            }
        }
    }

    private void addTaskBars(Chart.GanttChart gantt, List<List<String>> lines) {
        lines.add(
                List.of(
                        words.sentence("figures.name"),
                        words.sentence("chart.gantt.due"),
                        words.sentence("chart.gantt.done"),
                        words.sentence("figures.state")));
        gantt.taskBars()
                .forEach(
                        s ->
                                lines.add(
                                        List.of(
                                                s.name(),
                                                s.dueDay().map(Object::toString).orElse(""),
                                                Wording.formatPercent(s.doneShare()),
                                                s.stateWord())));
    }
}
