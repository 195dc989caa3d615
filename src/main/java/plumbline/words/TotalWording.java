package plumbline.words;

import plumbline.assessment.PartsTotal;
import plumbline.plan.Fraction;
import plumbline.plan.Part;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Says what the parts of an indicator make together: which of them, and which are missing. */
public final class TotalWording {
    private final Messages messages;
    private final ExplanationWording explanation;

    public TotalWording(Messages words) {
        this.messages = words;
        this.explanation = new ExplanationWording(words);
    }

    /** {@code 200 + 180 = 380}, with each part's name; or the parts that are missing. */
    public String totalSentence(PartsTotal total) {
        if (total.figure().isEmpty()) return missingPartsSentence(total);
        String result =
                Wording.formatNumber(
                        total.amount().orElseThrow(),
                        Wording.readingDecimals(total.figure().orElseThrow().reading(), 0));
        return switch (total.rollUp()) {
            case SUM, NONE -> messages.sentence("part.total.SUM", addendsText(total), result);
            case MEAN ->
                    messages.sentence(
                            "part.total.MEAN", addendsText(total), total.addends().size(), result);
            case RATIO ->
                    messages.sentence(
                            "part.total.RATIO",
                            addendsText(total),
                            total.fraction().map(Fraction::toText).orElse(""),
                            result);
        };
    }

    private String missingPartsSentence(PartsTotal total) {
        List<String> names = total.missingParts().stream().map(Part::name).toList();
        if (names.isEmpty()) return messages.sentence("part.total.none");
        return messages.sentence(
                "part.missing." + total.rollUp().name(), explanation.joinNames(names));
    }

    private static String addendsText(PartsTotal total) {
        return total.addends().stream()
                .map(a -> a.part().name() + " " + addendAmountText(a))
                .collect(Collectors.joining(" + "));
    }

    private static String addendAmountText(PartsTotal.Addend addend) {
        BigDecimal amount = addend.amount();
        return Fraction.fromReading(addend.observation().reading())
                .map(Fraction::toText)
                .orElse(Wording.formatNumber(amount));
    }
}
