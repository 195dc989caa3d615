package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.FigureSeries;
import plumbline.assessment.FigureTrack;
import plumbline.chart.Chart.ChartDot;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Plan;
import plumbline.words.ExplanationWording;
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
    private final ExplanationWording explanation;

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
        this.explanation = new ExplanationWording(words);
    }

    IndicatorDots indicatorDots(Plan plan, Indicator i) {
        FigureTrack track = FigureTrack.forIndicator(plan, i);
        FigureSeries series = FigureSeries.forIndicator(i);
        return new IndicatorDots(
                toDots(
                        track.figures().stream()
                                .filter(FigureTrack.TrackPoint::isWholeYear)
                                .toList(),
                        series),
                toDots(track.figures().stream().filter(p -> !p.isWholeYear()).toList(), series),
                toDots(track.forecasts(), series),
                track.growthPath().stream()
                        .map(c -> new ChartDot(c.day(), c.amount(), "", "", true))
                        .toList());
    }

    /** As {@link #indicatorDots}, with the mean that was judged as a level line. */
    IndicatorDots assessmentDots(Plan plan, Assessment a) {
        IndicatorDots traced = indicatorDots(plan, a.indicator());
        boolean mean =
                a.indicator().kind() == IndicatorKind.MEAN
                        || a.indicator().kind() == IndicatorKind.GROWTH
                                && a.indicator().isShareOrLevel();
        List<ChartDot> years =
                traced.actuals.stream().filter(d -> !d.day().isAfter(a.evaluationDate())).toList();
        if (!mean || a.value().isEmpty() || years.isEmpty()) return traced;
        Figure derived = a.derivation().orElseThrow();
        String label =
                words.sentence(
                        "chart.mean",
                        words.nameOf(derived.formula()),
                        derived.foldKnownOrUnknown(
                                known -> explanation.resultText(known, a.indicator()), _ -> ""));
        BigDecimal height = a.value().get();
        ChartDot first = new ChartDot(years.getFirst().day(), height, "", label, false);
        ChartDot last = new ChartDot(years.getLast().day(), height, label, label, false);
        List<ChartDot> level = years.size() == 1 ? List.of(last) : List.of(first, last);
        return new IndicatorDots(traced.actuals, level, traced.forecasts, traced.growthCourse);
    }

    private List<ChartDot> toDots(List<FigureTrack.TrackPoint> points, FigureSeries series) {
        return points.stream().map(p -> toDot(p, series)).toList();
    }

    private ChartDot toDot(FigureTrack.TrackPoint p, FigureSeries series) {
        Indicator i = series.indicator();
        Observation o = p.figure();
        String told =
                wording.formatPeriod(o.period())
                        + " "
                        + wording.observationText(o, i)
                        + "\n"
                        + sourceSentence(series, o);
        String label =
                p.derivation()
                        .map(f -> Wording.formatCompact(f.value()))
                        .orElseGet(
                                () ->
                                        Wording.formatNumber(
                                                p.amount(),
                                                Wording.readingDecimals(
                                                        o.reading(), i.decimals())));
        return new ChartDot(
                p.day(),
                p.amount(),
                label,
                p.derivation().map(f -> told + "\n" + meanSentence(f, i)).orElse(told),
                p.isJoinedToPrevious());
    }

    private String meanSentence(Figure.Known f, Indicator i) {
        return words.sentence(
                "chart.mean", words.nameOf(f.formula()), explanation.resultText(f, i));
    }

    private String sourceSentence(FigureSeries series, Observation o) {
        return series.findTotalBehind(o)
                .map(new TotalWording(words)::totalSentence)
                .orElseGet(() -> explanation.sourceText(o.source()));
    }

    /** What the derived dots are, for the legend. */
    Optional<String> derivedDotsName(IndicatorDots traced, Indicator i) {
        if (traced.derived.isEmpty()) return Optional.empty();
        return Optional.of(
                words.sentence(
                        i.kind() == IndicatorKind.MEAN || i.kind() == IndicatorKind.GROWTH
                                ? "chart.meanLine"
                                : "chart.partYear"));
    }
}
