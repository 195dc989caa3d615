package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.FigureTrack;
import plumbline.assessment.Series;
import plumbline.chart.Chart.ChartDot;
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
     * @param growthCourse what a rate of growth asks for, from the baseline on
     */
    record IndicatorDots(
            List<ChartDot> actuals,
            List<ChartDot> derived,
            List<ChartDot> forecasts,
            List<ChartDot> growthCourse) {}

    ChartDots(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new Explanation(words);
    }

    IndicatorDots indicatorDots(Plan plan, Indicator i) {
        FigureTrack track = FigureTrack.of(plan, i);
        Series series = Series.of(i);
        return new IndicatorDots(
                toDots(track.figures().stream().filter(FigureTrack.Point::whole).toList(), series),
                toDots(track.figures().stream().filter(p -> !p.whole()).toList(), series),
                toDots(track.forecasts(), series),
                track.way().stream()
                        .map(c -> new ChartDot(c.on(), c.amount(), "", "", true))
                        .toList());
    }

    /** As {@link #indicatorDots}, with the mean that was judged as a level line. */
    IndicatorDots assessmentDots(Plan plan, Assessment a) {
        IndicatorDots traced = indicatorDots(plan, a.indicator());
        boolean mean =
                a.indicator().kind() == Kind.MEAN
                        || a.indicator().kind() == Kind.GROWTH && a.indicator().share();
        List<ChartDot> years =
                traced.actuals.stream().filter(d -> !d.day().isAfter(a.at())).toList();
        if (!mean || a.value().isEmpty() || years.isEmpty()) return traced;
        Figure derived = a.derived().orElseThrow();
        String label =
                words.say(
                        "chart.mean",
                        words.say(derived.formula()),
                        derived.either(known -> explanation.result(known, a.indicator()), _ -> ""));
        BigDecimal height = a.value().get();
        ChartDot first = new ChartDot(years.getFirst().day(), height, "", label, false);
        ChartDot last = new ChartDot(years.getLast().day(), height, label, label, false);
        List<ChartDot> level = years.size() == 1 ? List.of(last) : List.of(first, last);
        return new IndicatorDots(traced.actuals, level, traced.forecasts, traced.growthCourse);
    }

    private List<ChartDot> toDots(List<FigureTrack.Point> points, Series series) {
        return points.stream().map(p -> toDot(p, series)).toList();
    }

    private ChartDot toDot(FigureTrack.Point p, Series series) {
        Indicator i = series.indicator();
        Observation o = p.figure();
        String told =
                wording.period(o.period())
                        + " "
                        + wording.observation(o, i)
                        + "\n"
                        + sourceSentence(series, o);
        String label =
                p.derived()
                        .map(f -> Wording.compact(f.value()))
                        .orElseGet(
                                () ->
                                        Wording.number(
                                                p.amount(),
                                                Wording.decimals(o.reading(), i.decimals())));
        return new ChartDot(
                p.on(),
                p.amount(),
                label,
                p.derived().map(f -> told + "\n" + meanSentence(f, i)).orElse(told),
                p.joined());
    }

    private String meanSentence(Figure.Known f, Indicator i) {
        return words.say("chart.mean", words.say(f.formula()), explanation.result(f, i));
    }

    private String sourceSentence(Series series, Observation o) {
        return series.totalOf(o)
                .map(new TotalWording(words)::of)
                .orElseGet(() -> explanation.source(o.source()));
    }

    /** What the derived dots are, for the legend. */
    Optional<String> derivedDotsName(IndicatorDots traced, Indicator i) {
        if (traced.derived.isEmpty()) return Optional.empty();
        return Optional.of(
                words.say(
                        i.kind() == Kind.MEAN || i.kind() == Kind.GROWTH
                                ? "chart.meanLine"
                                : "chart.partYear"));
    }
}
