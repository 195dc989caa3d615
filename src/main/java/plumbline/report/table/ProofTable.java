package plumbline.report.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.exchange.proof.TableProof;
import plumbline.exchange.proof.TextProof;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.UncheckedReason;
import plumbline.report.table.PlainTable.Measure;
import plumbline.words.Messages;
import plumbline.words.ProofWords;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The contradictions found in a published table, or in a text, as a list. */
public final class ProofTable {
    private final Messages words;
    private final String title;
    private final PrintedTable table;
    private final String summary;
    private final Optional<UncheckedReason> unchecked;
    private final ProofWords say;
    private final PlainTable<Contradiction> listing;

    public ProofTable(Messages words, TableProof proof) {
        this(
                words,
                proof.title(),
                proof.table(),
                proof.contradictions(),
                new ProofWords(words).summary(proof.title(), proof.table(), proof.contradictions()),
                proof.unchecked());
    }

    /** The contradictions of a text with a plan. */
    public ProofTable(Messages words, TextProof proof) {
        this(
                words,
                proof.name(),
                proof.table(),
                proof.contradictions(),
                new ProofWords(words)
                        .summary(proof.name(), proof.tied(), proof.open(), proof.contradictions()),
                Optional.empty());
    }

    private ProofTable(
            Messages words,
            String title,
            PrintedTable table,
            List<Contradiction> contradictions,
            String summary,
            Optional<UncheckedReason> unchecked) {
        this.words = words;
        this.title = title;
        this.table = table;
        this.summary = summary;
        this.unchecked = unchecked;
        this.say = new ProofWords(words);
        this.listing =
                new PlainTable<>(
                        List.of(
                                text("cell", c -> c.where().address()),
                                Measure.number(
                                        "number",
                                        head("number"),
                                        c ->
                                                c.where()
                                                        .row()
                                                        .map(PrintedRow::number)
                                                        .map(BigDecimal::valueOf),
                                        BigDecimal::toPlainString),
                                text(
                                        "indicator",
                                        c -> c.where().row().map(PrintedRow::name).orElse("")),
                                text(
                                        "column",
                                        c ->
                                                c.where()
                                                        .column()
                                                        .map(PrintedColumn::head)
                                                        .orElse("")),
                                text("kind", c -> say.kind(c.kind())),
                                text("printed", Contradiction::printed),
                                text("recomputed", c -> say.recomputed(c)),
                                text("guess", c -> say.guess(c.guess())),
                                text("sentence", c -> say.sentence(c))),
                        contradictions);
    }

    private String head(String key) {
        return words.say("proof.head." + key);
    }

    private Measure<Contradiction> text(String key, Function<Contradiction, String> text) {
        return Measure.text(key, head(key), text);
    }

    public String in(Format format) {
        return switch (format) {
            case TABLE -> summary + "\n" + listing.table();
            case CSV -> listing.csv();
            case JSON ->
                    listing.json(
                            "contradictions",
                            root ->
                                    root.put("table", title)
                                            .put("rows", table.rows().size())
                                            .put(
                                                    "rule",
                                                    table.note()
                                                            .rule()
                                                            .map(r -> r.name())
                                                            .orElse("none"))
                                            .put("verdictsChecked", unchecked.isEmpty())
                                            .put("verdictsUnchecked", unchecked().orElse("")),
                            ProofTable::codes);
        };
    }

    /** Says that the classes were not checked, and why. */
    public Optional<String> unchecked() {
        return unchecked.map(say::unchecked);
    }

    private static void codes(ObjectNode row, Contradiction c) {
        row.put("kindCode", code(c.kind().name()))
                .put("severity", code(c.severity().name()))
                .put("guessCode", code(ProofWords.name(c.guess())))
                .put("quote", c.quote().sentence());
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
