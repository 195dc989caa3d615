package plumbline.chart.make;

import plumbline.assessment.Assessment;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a chart leaves out because there is nothing of it to draw: how many, which of the table's
 * numbers, and why.
 */
final class UndrawnIndicators {
    private final Messages words;

    UndrawnIndicators(Messages words) {
        this.words = words;
    }

    /** One sentence, the reasons in the order of the indicators; empty where none is left out. */
    String undrawnSentence(List<Assessment> left, Function<Assessment, String> reason) {
        if (left.isEmpty()) return "";
        Map<String, List<Assessment>> byReason =
                left.stream()
                        .collect(
                                Collectors.groupingBy(
                                        reason, LinkedHashMap::new, Collectors.toList()));
        List<String> said =
                byReason.entrySet().stream()
                        .map(
                                e ->
                                        words.sentence(
                                                "chart.undrawn.why",
                                                formatNumberSpans(
                                                        e.getValue().stream()
                                                                .map(Assessment::number)
                                                                .toList()),
                                                e.getKey()))
                        .toList();
        return words.sentence(
                "chart.undrawn",
                left.size(),
                String.join(words.sentence("wording.sentences"), said));
    }

    /** {@code 1～4、7}: three and more in a row as a span. */
    private String formatNumberSpans(List<Integer> numbers) {
        List<String> said = new ArrayList<>();
        for (int from = 0; from < numbers.size(); ) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) to++;
            if (to - from >= 2)
                said.add(words.sentence("chart.undrawn.span", numbers.get(from), numbers.get(to)));
            else for (int i = from; i <= to; i++) said.add("" + numbers.get(i));
            from = to + 1;
        }
        return new ExplanationWording(words).joinNames(said);
    }
}
