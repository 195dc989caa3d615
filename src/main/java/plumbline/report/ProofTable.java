package plumbline.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import plumbline.assessment.Contradiction;
import plumbline.assessment.PrintedColumn;
import plumbline.assessment.PrintedRow;
import plumbline.exchange.Proof;
import plumbline.report.Listing.Measure;
import plumbline.words.ProofWords;
import plumbline.words.Words;

/** The contradictions found in a published table, as a list. */
public final class ProofTable {
    private final Words words;
    private final Proof proof;
    private final ProofWords say;
    private final Listing<Contradiction> listing;

    public ProofTable(Words words, Proof proof) {
        this.words = words;
        this.proof = proof;
        this.say = new ProofWords(words);
        this.listing = new Listing<>(List.of(
                text("cell", c -> c.where().address()),
                Measure.number("number", head("number"), c -> c.where().row().map(PrintedRow::number).map(BigDecimal::valueOf), BigDecimal::toPlainString),
                text("indicator", c -> c.where().row().map(PrintedRow::name).orElse("")),
                text("column", c -> c.where().column().map(PrintedColumn::head).orElse("")),
                text("kind", c -> say.kind(c.kind())),
                text("printed", Contradiction::printed),
                text("recomputed", c -> say.recomputed(c)),
                text("guess", c -> say.guess(c.guess())),
                text("sentence", c -> say.sentence(c))), proof.contradictions());
    }

    private String head(String key) {
        return words.say("proof.head." + key);
    }

    private Measure<Contradiction> text(String key, Function<Contradiction, String> text) {
        return Measure.text(key, head(key), text);
    }

    public String in(Format format) {
        return switch (format) {
            case TABLE -> say.summary(proof.title(), proof.table().rows().size(), proof.contradictions()) + "\n" + listing.table();
            case CSV -> listing.csv();
            case JSON -> listing.json("contradictions", root -> root.put("table", proof.title()).put("rows", proof.table().rows().size())
                    .put("rule", proof.table().note().rule().map(r -> r.name()).orElse("none")), ProofTable::codes);
        };
    }

    private static void codes(ObjectNode row, Contradiction c) {
        row.put("kindCode", code(c.kind().name())).put("severity", code(c.severity().name())).put("guessCode", code(ProofWords.name(c.guess()))).put("quote", c.quote().sentence());
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
