package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.Projection;
import plumbline.chart.Chart.Dot;
import plumbline.chart.Chart.Outlook;
import plumbline.plan.Indicator;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may come of an indicator by the end of the plan, for its chart. */
final class Outlooks {
    private final Messages words;

    Outlooks(Messages words) {
        this.words = words;
    }

    /** Empty where nothing can be projected: the chart then says nothing of what may come. */
    Optional<Outlook> of(Evaluation standing, Assessment a) {
        if (a.latest().isEmpty() || a.value().isEmpty()) return Optional.empty();
        Indicator i = a.indicator();
        Projection projection = Projection.of(standing.plan(), i, standing.at());
        List<Figure.Known> ends =
                Stream.of(projection.pace(), projection.growth(), projection.trend())
                        .map(Projection.Outlook::atEnd)
                        .filter(Figure.Known.class::isInstance)
                        .map(Figure.Known.class::cast)
                        .sorted(Comparator.comparing(Figure.Known::value))
                        .toList();
        if (ends.isEmpty()) return Optional.empty();
        Dot since = new Dot(a.latest().get().asOf(), a.value().get(), "", "", true);
        String hint =
                words.say("chart.outlook")
                        + "\n"
                        + ends.stream()
                                .map(end -> words.say(end.formula()) + " " + amount(end.value(), i))
                                .reduce((x, y) -> x + "\n" + y)
                                .orElseThrow();
        return Optional.of(
                new Outlook(
                        since,
                        end(standing, ends.getFirst().value(), hint),
                        end(standing, ends.getLast().value(), hint)));
    }

    private static Dot end(Evaluation standing, BigDecimal amount, String hint) {
        return new Dot(standing.plan().ends(), amount, "", hint, true);
    }

    private static String amount(BigDecimal amount, Indicator i) {
        return Wording.number(amount, Math.max(i.decimals(), 2));
    }
}
