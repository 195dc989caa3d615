package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Projection;
import plumbline.chart.Chart.ChartDot;
import plumbline.chart.Chart.OutlookWedge;
import plumbline.plan.Indicator;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may come of an indicator by the end of the plan, for its chart. */
final class OutlookWedges {
    private final Messages words;

    OutlookWedges(Messages words) {
        this.words = words;
    }

    /** Empty where nothing can be projected: the chart then says nothing of what may come. */
    Optional<OutlookWedge> outlookWedge(Evaluation standing, Assessment a) {
        if (a.latest().isEmpty() || a.value().isEmpty()) return Optional.empty();
        Indicator i = a.indicator();
        Projection projection = Projection.project(standing.plan(), i, standing.evaluationDate());
        List<Figure.Known> ends =
                Stream.of(projection.pace(), projection.growth(), projection.trend())
                        .map(Projection.ProjectedOutlook::valueAtEnd)
                        .filter(Figure.Known.class::isInstance)
                        .map(Figure.Known.class::cast)
                        .sorted(Comparator.comparing(Figure.Known::value))
                        .toList();
        if (ends.isEmpty()) return Optional.empty();
        ChartDot since =
                new ChartDot(a.latest().get().lastCoveredDay(), a.value().get(), "", "", true);
        String hint =
                words.sentence("chart.outlook")
                        + "\n"
                        + ends.stream()
                                .map(
                                        end ->
                                                words.nameOf(end.formula())
                                                        + " "
                                                        + formatAmount(end.value(), i))
                                .reduce((x, y) -> x + "\n" + y)
                                .orElseThrow();
        return Optional.of(
                new OutlookWedge(
                        since,
                        endDot(standing, ends.getFirst().value(), hint),
                        endDot(standing, ends.getLast().value(), hint)));
    }

    private static ChartDot endDot(Evaluation standing, BigDecimal amount, String hint) {
        return new ChartDot(standing.plan().lastDay(), amount, "", hint, true);
    }

    private static String formatAmount(BigDecimal amount, Indicator i) {
        return Wording.formatNumber(amount, Math.max(i.decimals(), 2));
    }
}
