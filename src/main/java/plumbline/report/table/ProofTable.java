package plumbline.report.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.exchange.proof.TableProof;
import plumbline.exchange.proof.TextProof;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.UncheckedReason;
import plumbline.report.table.PlainTable.PlainTableColumn;
import plumbline.words.Messages;
import plumbline.words.ProofWording;

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
    private final ProofWording proofWords;
    private final PlainTable<Contradiction> plainTable;

    public ProofTable(Messages words, TableProof proof) {
        this(
                words,
                proof.title(),
                proof.table(),
                proof.contradictions(),
                new ProofWording(words)
                        .tableSummary(proof.title(), proof.table(), proof.contradictions()),
                proof.uncheckedReason());
    }

    /** The contradictions of a text with a plan. */
    public ProofTable(Messages words, TextProof proof) {
        this(
                words,
                proof.name(),
                proof.table(),
                proof.contradictions(),
                new ProofWording(words)
                        .textSummary(
                                proof.name(),
                                proof.countTied(),
                                proof.countUntied(),
                                proof.contradictions()),
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
        this.proofWords = new ProofWording(words);
        this.plainTable =
                new PlainTable<>(
                        List.of(
                                textColumn("cell", c -> c.location().address()),
                                PlainTableColumn.numberColumn(
                                        "number",
                                        headingOf("number"),
                                        c ->
                                                c.location()
                                                        .row()
                                                        .map(PrintedRow::number)
                                                        .map(BigDecimal::valueOf),
                                        BigDecimal::toPlainString),
                                textColumn(
                                        "indicator",
                                        c -> c.location().row().map(PrintedRow::name).orElse("")),
                                textColumn(
                                        "column",
                                        c ->
                                                c.location()
                                                        .column()
                                                        .map(PrintedColumn::heading)
                                                        .orElse("")),
                                textColumn("kind", c -> proofWords.kindName(c.kind())),
                                textColumn("printed", Contradiction::printedText),
                                textColumn("recomputed", c -> proofWords.recomputedText(c)),
                                textColumn(
                                        "guess",
                                        c -> proofWords.hypothesisSentence(c.hypothesis())),
                                textColumn("sentence", c -> proofWords.contradictionSentence(c))),
                        contradictions);
    }

    private String headingOf(String key) {
        return words.sentence("proof.head." + key);
    }

    private PlainTableColumn<Contradiction> textColumn(
            String key, Function<Contradiction, String> text) {
        return PlainTableColumn.textColumn(key, headingOf(key), text);
    }

    public String formatAs(TableFormat format) {
        return switch (format) {
            case TABLE -> summary + "\n" + plainTable.toAlignedText();
            case CSV -> plainTable.toCsv();
            case JSON ->
                    plainTable.toJson(
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
                                            .put(
                                                    "verdictsUnchecked",
                                                    uncheckedSentence().orElse("")),
                            ProofTable::putCodes);
        };
    }

    /** Says that the classes were not checked, and why. */
    public Optional<String> uncheckedSentence() {
        return unchecked.map(proofWords::uncheckedSentence);
    }

    private static void putCodes(ObjectNode row, Contradiction c) {
        row.put("kindCode", lowerCaseCode(c.kind().name()))
                .put("severity", lowerCaseCode(c.severity().name()))
                .put("guessCode", lowerCaseCode(ProofWording.hypothesisCode(c.hypothesis())))
                .put("quote", c.quote().sentence());
    }

    private static String lowerCaseCode(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
