package plumbline.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import plumbline.assessment.Assessment;
import plumbline.assessment.Figure;
import plumbline.assessment.Standing;
import plumbline.plan.Milestone;
import plumbline.report.Listing.Measure;
import plumbline.words.Explanation;
import plumbline.words.Wording;
import plumbline.words.Words;

/** The assessments of a plan as a plain table. Percentages are in percent. */
public final class AssessmentTable {
    private final Words words;
    private final Standing standing;
    private final Listing<Assessment> listing;

    public AssessmentTable(Words words, Standing standing) {
        this.words = words;
        this.standing = standing;
        Wording wording = new Wording(words);
        Explanation explanation = new Explanation(words);
        this.listing = new Listing<>(List.of(
                number("number", a -> Optional.of(BigDecimal.valueOf(a.number())), BigDecimal::toPlainString),
                text("indicator", a -> a.indicator().name()),
                text("unit", a -> a.indicator().unit()),
                number("baseline", a -> a.indicator().course().baseline().map(Milestone::amount), Wording::number),
                new Measure<>("target", head("target"), a -> a.indicator().course().target().map(wording::target).orElse(""),
                        a -> a.indicator().course().target().map(Milestone::amount), true),
                text("period", a -> a.latest().map(o -> o.period().code()).orElse("")),
                number("value", Assessment::value, Wording::number),
                percent("attainment", Assessment::attainment),
                percent("progress", Assessment::progress),
                percent("timeProgress", Assessment::timeProgress),
                text("verdict", wording::verdict),
                text("reason", a -> explanation.ground(a))), standing.assessments());
    }

    private String head(String key) {
        return words.say("assess." + key);
    }

    private Measure<Assessment> text(String key, Function<Assessment, String> text) {
        return Measure.text(key, head(key), text);
    }

    private Measure<Assessment> number(String key, Function<Assessment, Optional<BigDecimal>> number, Function<BigDecimal, String> wording) {
        return Measure.number(key, head(key), number, wording);
    }

    private Measure<Assessment> percent(String key, Function<Assessment, Figure> figure) {
        return new Measure<>(key, head(key), a -> figure.apply(a).number().map(Wording::percentNumber).orElse(""),
                a -> figure.apply(a).number().map(f -> new BigDecimal(Wording.percentNumber(f))), true);
    }

    public String in(Format format) {
        return switch (format) {
            case TABLE -> listing.table();
            case CSV -> listing.csv();
            case JSON -> listing.json("assessments",
                    root -> root.put("plan", standing.plan().title()).put("at", standing.at().toString()).put("rule", standing.plan().rule().name()),
                    (row, a) -> row.put("verdictCode", a.verdict().map(v -> v.name().toLowerCase(Locale.ROOT)).orElse("none")));
        };
    }
}
