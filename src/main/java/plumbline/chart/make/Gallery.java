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
public final class Gallery {
    private final Messages words;

    public Gallery(Messages words) {
        this.words = words;
    }

    /**
     * @param other the plan before or after, for a chart that goes over from one to the next
     */
    public List<Chart> charts(SavedChart choice, Evaluation standing, Optional<Plan> other) {
        List<Chart> charts = of(choice, chosen(choice, standing), other);
        List<Chart> titled = choice.title().isBlank() ? charts : Titles.of(charts, choice.title());
        return choice.labels() == ChartLabels.SHOWN
                ? titled
                : titled.stream().map(Unlabelled::of).toList();
    }

    private static Evaluation chosen(SavedChart choice, Evaluation standing) {
        if (choice.indicators().isEmpty()) return standing;
        List<Assessment> chosen =
                standing.assessments().stream()
                        .filter(a -> choice.indicators().contains(a.indicator().id()))
                        .toList();
        return standing.only(chosen);
    }

    private List<Chart> of(SavedChart choice, Evaluation standing, Optional<Plan> other) {
        SeriesCharts series = new SeriesCharts(words);
        VerdictCharts verdicts = new VerdictCharts(words);
        TaskCharts tasks = new TaskCharts(words);
        int rows = choice.size().rows();
        return switch (choice.kind()) {
            case TRAJECTORY ->
                    each(
                            standing,
                            a ->
                                    Stream.of(
                                            SeriesCharts.shown(
                                                    new Charts(words).trajectory(standing, a),
                                                    choice)));
            case OVERVIEW -> List.copyOf(new Charts(words).overview(standing));
            case RANKING -> verdicts.ranking(standing);
            case TALLY -> verdicts.tally(standing);
            case MATRIX -> verdicts.matrix(standing, choice.periods(), rows);
            case YEARS -> each(standing, a -> Stream.of(series.years(standing, a, choice)));
            case TASKS -> tasks.fields(standing, rows);
            case BURN_UP -> tasks.burnUp(standing);
            case GANTT -> tasks.gantt(standing, rows);
            case SHEET -> series.sheet(standing, choice);
            case RADAR -> verdicts.radar(standing);
            case PLAN_TO_PLAN ->
                    each(
                            standing,
                            a ->
                                    other
                                            .flatMap(plan -> series.acrossPlans(standing, a, plan))
                                            .stream());
        };
    }

    private static List<Chart> each(
            Evaluation standing, Function<Assessment, Stream<? extends Chart>> make) {
        return standing.assessments().stream().<Chart>flatMap(make).toList();
    }
}
