package plumbline.words;

import plumbline.assessment.Total;
import plumbline.plan.Fraction;
import plumbline.plan.Part;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Says what the parts of an indicator make together: which of them, and which are missing. */
public final class TotalWording {
    private final Messages words;
    private final Explanation explanation;

    public TotalWording(Messages words) {
        this.words = words;
        this.explanation = new Explanation(words);
    }

    /** {@code 200 + 180 = 380}, with each part's name; or the parts that are missing. */
    public String of(Total total) {
        if (total.figure().isEmpty()) return without(total);
        String result =
                Wording.number(
                        total.amount().orElseThrow(),
                        Wording.decimals(total.figure().orElseThrow().reading(), 0));
        return switch (total.by()) {
            case SUM, NONE -> words.say("part.total.SUM", addends(total), result);
            case MEAN ->
                    words.say("part.total.MEAN", addends(total), total.addends().size(), result);
            case RATIO ->
                    words.say(
                            "part.total.RATIO",
                            addends(total),
                            total.fraction().map(Fraction::text).orElse(""),
                            result);
        };
    }

    private String without(Total total) {
        List<String> names = total.missing().stream().map(Part::name).toList();
        if (names.isEmpty()) return words.say("part.total.none");
        return words.say("part.missing." + total.by().name(), explanation.list(names));
    }

    private static String addends(Total total) {
        return total.addends().stream()
                .map(a -> a.part().name() + " " + amount(a))
                .collect(Collectors.joining(" + "));
    }

    private static String amount(Total.Addend addend) {
        BigDecimal amount = addend.amount();
        return Fraction.of(addend.observation().reading())
                .map(Fraction::text)
                .orElse(Wording.number(amount));
    }
}
