package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.chart.Chart;
import plumbline.plan.ChartLabels;
import plumbline.plan.Plan;
import plumbline.plan.SavedChart;
import plumbline.words.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the charts that were chosen: a page each, never crowded. */
public final class ChartGallery {
    private final Messages words;

    public ChartGallery(Messages words) {
        this.words = words;
    }

    /**
     * @param other the plan before or after, for a chart that goes over from one to the next
     */
    public List<Chart> createCharts(SavedChart choice, Evaluation standing, Optional<Plan> other) {
        List<Chart> charts =
                createUntitledCharts(choice, withChosenIndicators(choice, standing), other);
        List<Chart> titled =
                choice.title().isBlank()
                        ? charts
                        : ChartTitles.withOwnTitle(charts, choice.title());
        return choice.labels() == ChartLabels.SHOWN
                ? titled
                : titled.stream().map(UnlabelledCharts::withoutLabels).toList();
    }

    private static Evaluation withChosenIndicators(SavedChart choice, Evaluation standing) {
        if (choice.indicatorIds().isEmpty()) return standing;
        List<Assessment> chosen =
                standing.assessments().stream()
                        .filter(a -> choice.indicatorIds().contains(a.indicator().id()))
                        .toList();
        return standing.withAssessments(chosen);
    }

    private List<Chart> createUntitledCharts(
            SavedChart choice, Evaluation standing, Optional<Plan> other) {
        SeriesCharts series = new SeriesCharts(words);
        VerdictCharts verdicts = new VerdictCharts(words);
        TaskCharts tasks = new TaskCharts(words);
        int rows = choice.size().rowsPerPage();
        return switch (choice.kind()) {
            case TRAJECTORY ->
                    chartsPerIndicator(
                            standing,
                            a ->
                                    Stream.of(
                                            SeriesCharts.withChosenPeriods(
                                                    new IndicatorCharts(words)
                                                            .trajectoryChart(standing, a),
                                                    choice)));
            case OVERVIEW -> List.copyOf(new IndicatorCharts(words).overviewCharts(standing));
            case RANKING -> verdicts.rankingCharts(standing);
            case TALLY -> verdicts.tallyCharts(standing);
            case MATRIX -> verdicts.matrixCharts(standing, choice.periods(), rows);
            case YEARS ->
                    chartsPerIndicator(
                            standing, a -> Stream.of(series.yearlyChart(standing, a, choice)));
            case TASKS -> tasks.fieldCharts(standing, rows);
            case BURN_UP -> tasks.burnUpCharts(standing);
            case GANTT -> tasks.ganttCharts(standing, rows);
            case SHEET -> series.trajectorySheets(standing, choice);
            case RADAR -> verdicts.radarCharts(standing);
            case PLAN_TO_PLAN ->
                    chartsPerIndicator(
                            standing,
                            a ->
                                    other
                                            .flatMap(
                                                    plan ->
                                                            series.planToPlanChart(
                                                                    standing, a, plan))
                                            .stream());
        };
    }

    private static List<Chart> chartsPerIndicator(
            Evaluation standing, Function<Assessment, Stream<? extends Chart>> make) {
        return standing.assessments().stream().<Chart>flatMap(make).toList();
    }
}
