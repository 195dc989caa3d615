package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.FigureTrack;
import plumbline.assessment.Series;
import plumbline.chart.Chart.Dot;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.words.Explanation;
import plumbline.words.Messages;
import plumbline.words.TotalWording;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An indicator's figures as dots, on the height and the day at which the verdict reads them. */
final class ChartDots {
    private final Messages words;
    private final Wording wording;
    private final Explanation explanation;

    /**
     * @param actuals preliminary figures are drawn with the actual ones
     * @param derived what is worked out from them: a part of a year taken for the whole, or the
     *     mean over the years
     * @param way what a rate of growth asks for, from the baseline on
     */
    record Traced(List<Dot> actuals, List<Dot> derived, List<Dot> forecasts, List<Dot> way) {}

    ChartDots(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
    }

    Traced of(Plan plan, Indicator i) {
        FigureTrack track = FigureTrack.of(plan, i);
        Series series = Series.of(i);
        return new Traced(
                dots(track.figures().stream().filter(FigureTrack.Point::whole).toList(), series),
                dots(track.figures().stream().filter(p -> !p.whole()).toList(), series),
                dots(track.forecasts(), series),
                track.way().stream().map(c -> new Dot(c.on(), c.amount(), "", "", true)).toList());
    }

    /** As {@link #of}, with the mean that was judged as a level line. */
    Traced of(Plan plan, Assessment a) {
        Traced traced = of(plan, a.indicator());
        boolean mean =
                a.indicator().kind() == Kind.MEAN
                        || a.indicator().kind() == Kind.GROWTH && a.indicator().share();
        List<Dot> years = traced.actuals.stream().filter(d -> !d.on().isAfter(a.at())).toList();
        if (!mean || a.value().isEmpty() || years.isEmpty()) return traced;
        Figure derived = a.derived().orElseThrow();
        String label =
                words.say(
                        "chart.mean",
                        words.say(derived.formula()),
                        derived.either(known -> explanation.result(known, a.indicator()), _ -> ""));
        BigDecimal height = a.value().get();
        Dot first = new Dot(years.getFirst().on(), height, "", label, false);
        Dot last = new Dot(years.getLast().on(), height, label, label, false);
        List<Dot> level = years.size() == 1 ? List.of(last) : List.of(first, last);
        return new Traced(traced.actuals, level, traced.forecasts, traced.way);
    }

    private List<Dot> dots(List<FigureTrack.Point> points, Series series) {
        return points.stream().map(p -> dot(p, series)).toList();
    }

    private Dot dot(FigureTrack.Point p, Series series) {
        Indicator i = series.indicator();
        Observation o = p.figure();
        String told =
                wording.period(o.period())
                        + " "
                        + wording.observation(o, i)
                        + "\n"
                        + source(series, o);
        String label =
                p.derived()
                        .map(f -> Wording.compact(f.value()))
                        .orElseGet(
                                () ->
                                        Wording.number(
                                                p.amount(),
                                                Wording.decimals(o.reading(), i.decimals())));
        return new Dot(
                p.on(),
                p.amount(),
                label,
                p.derived().map(f -> told + "\n" + worked(f, i)).orElse(told),
                p.joined());
    }

    private String worked(Figure.Known f, Indicator i) {
        return words.say("chart.mean", words.say(f.formula()), explanation.result(f, i));
    }

    private String source(Series series, Observation o) {
        return series.totalOf(o)
                .map(new TotalWording(words)::of)
                .orElseGet(() -> explanation.source(o.source()));
    }

    /** What the derived dots are, for the legend. */
    Optional<String> name(Traced traced, Indicator i) {
        if (traced.derived.isEmpty()) return Optional.empty();
        return Optional.of(
                words.say(
                        i.kind() == Kind.MEAN || i.kind() == Kind.GROWTH
                                ? "chart.meanLine"
                                : "chart.partYear"));
    }
}
