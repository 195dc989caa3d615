package plumbline.report.table;

import com.fasterxml.jackson.databind.node.ObjectNode;

import plumbline.exchange.proof.TableProof;
import plumbline.exchange.proof.TextProof;
import plumbline.proofreading.CellCheck;
import plumbline.proofreading.CellCheck.CheckOutcome;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.UncheckedReason;
import plumbline.report.table.PlainTable.PlainTableColumn;
import plumbline.words.Messages;
import plumbline.words.ProofWording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contradictions found in a published table, or in a text, and after them every other cell or
 * number: whether it was checked, and if not, why.
 */
public final class ProofTable {
    private final Messages words;
    private final String title;
    private final PrintedTable table;
    private final String summary;
    private final Optional<UncheckedReason> unchecked;
    private final ProofWording proofWords;
    private final List<ProofItem> contradictionItems;
    private final List<ProofItem> checkItems;
    private final List<CellCheck> cellChecks;

    /** A line of the answer. */
    private sealed interface ProofItem {}

    private record ContradictionRow(Contradiction contradiction) implements ProofItem {}

    private record CellItem(CellCheck check) implements ProofItem {}

    /** A number of a text. */
    private record MarkItem(TextProof.TextMark mark, String text) implements ProofItem {}

    public ProofTable(Messages words, TableProof proof) {
        this.words = words;
        this.title = proof.title();
        this.table = proof.table();
        this.proofWords = new ProofWording(words);
        this.summary =
                proofWords.tableSummary(proof.title(), proof.table(), proof.contradictions());
        this.unchecked = proof.uncheckedReason();
        this.cellChecks = proof.checks();
        this.contradictionItems = contradictionItems(proof.contradictions());
        this.checkItems =
                proof.checks().stream()
                        .filter(c -> c.outcome() != CheckOutcome.WRONG)
                        .<ProofItem>map(CellItem::new)
                        .toList();
    }

    /** The contradictions of a text with a plan. */
    public ProofTable(Messages words, TextProof proof) {
        this.words = words;
        this.title = proof.name();
        this.table = proof.table();
        this.proofWords = new ProofWording(words);
        this.summary =
                proofWords.textSummary(
                        proof.name(),
                        proof.countTied(),
                        proof.countUntied(),
                        proof.contradictions());
        this.unchecked = Optional.empty();
        this.cellChecks = List.of();
        this.contradictionItems = contradictionItems(proof.contradictions());
        this.checkItems =
                proof.marks().stream()
                        .filter(m -> m.match().flatMap(t -> t.contradiction()).isEmpty())
                        .<ProofItem>map(
                                m -> new MarkItem(m, proof.text().substring(m.from(), m.to())))
                        .toList();
    }

    private static List<ProofItem> contradictionItems(List<Contradiction> contradictions) {
        return contradictions.stream().<ProofItem>map(ContradictionRow::new).toList();
    }

    private PlainTable<ProofItem> plainTable(List<ProofItem> items) {
        return new PlainTable<>(
                List.of(
                        textColumn(
                                "cell",
                                i -> locationOf(i).map(PrintedLocation::address).orElse("")),
                        PlainTableColumn.numberColumn(
                                "number",
                                headingOf("number"),
                                i -> rowOf(i).map(PrintedRow::number).map(BigDecimal::valueOf),
                                BigDecimal::toPlainString),
                        textColumn("indicator", i -> rowOf(i).map(PrintedRow::name).orElse("")),
                        textColumn("column", this::headingOfColumn),
                        textColumn("kind", this::kindText),
                        textColumn("printed", ProofTable::printedText),
                        textColumn(
                                "recomputed", i -> ofContradiction(i, proofWords::recomputedText)),
                        textColumn(
                                "guess",
                                i ->
                                        ofContradiction(
                                                i,
                                                c ->
                                                        proofWords.hypothesisSentence(
                                                                c.hypothesis()))),
                        textColumn(
                                "sentence",
                                i -> ofContradiction(i, proofWords::contradictionSentence))),
                items);
    }

    private static String ofContradiction(ProofItem item, Function<Contradiction, String> text) {
        return item instanceof ContradictionRow(Contradiction c) ? text.apply(c) : "";
    }

    private static Optional<PrintedLocation> locationOf(ProofItem item) {
        return switch (item) {
            case ContradictionRow(Contradiction c) -> Optional.of(c.location());
            case CellItem(CellCheck check) ->
                    Optional.of(PrintedLocation.ofCell(check.row(), check.column()));
            case MarkItem(TextProof.TextMark mark, _) -> mark.match().map(m -> m.location());
        };
    }

    private static Optional<PrintedRow> rowOf(ProofItem item) {
        return locationOf(item).flatMap(PrintedLocation::row);
    }

    private String headingOfColumn(ProofItem item) {
        return locationOf(item)
                .flatMap(PrintedLocation::column)
                .map(PrintedColumn::heading)
                .orElse("");
    }

    private String kindText(ProofItem item) {
        return switch (item) {
            case ContradictionRow(Contradiction c) -> proofWords.kindName(c.kind());
            case CellItem(CellCheck check) -> proofWords.outcomeText(check);
            case MarkItem(TextProof.TextMark mark, _) ->
                    proofWords.numberOutcome(mark.match().isPresent());
        };
    }

    private static String printedText(ProofItem item) {
        return switch (item) {
            case ContradictionRow(Contradiction c) -> c.printedText();
            case CellItem(CellCheck check) -> check.text();
            case MarkItem(_, String text) -> text;
        };
    }

    private String headingOf(String key) {
        return words.sentence("proof.head." + key);
    }

    private PlainTableColumn<ProofItem> textColumn(String key, Function<ProofItem, String> text) {
        return PlainTableColumn.textColumn(key, headingOf(key), text);
    }

    /** As a table the cells are counted by column; the other formats have each of them. */
    public String formatAs(TableFormat format) {
        List<ProofItem> all = new ArrayList<>(contradictionItems);
        all.addAll(checkItems);
        return switch (format) {
            case TABLE ->
                    summary + "\n" + plainTable(contradictionItems).toAlignedText() + checksText();
            case CSV -> plainTable(all).toCsv();
            case JSON ->
                    plainTable(contradictionItems)
                            .toJson(
                                    "contradictions",
                                    root ->
                                            putChecks(root)
                                                    .put("table", title)
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

    private ObjectNode putChecks(ObjectNode root) {
        var checks = root.putArray("checks");
        for (ProofItem item : checkItems) {
            ObjectNode row = checks.addObject();
            row.put("cell", locationOf(item).map(PrintedLocation::address).orElse(""))
                    .put("indicator", rowOf(item).map(PrintedRow::name).orElse(""))
                    .put("column", headingOfColumn(item))
                    .put("printed", printedText(item))
                    .put("kind", kindText(item));
            putCodes(row, item);
        }
        return root;
    }

    private String checksText() {
        if (cellChecks.isEmpty())
            return checkItems.isEmpty() ? "" : plainTable(checkItems).toAlignedText();
        return proofWords.checksSummary(cellChecks)
                + "\n"
                + table.columns().stream()
                        .map(c -> columnChecks(c))
                        .filter(l -> !l.isEmpty())
                        .map(l -> proofWords.columnSummary(l.getFirst().column().heading(), l))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private List<CellCheck> columnChecks(PrintedColumn column) {
        return cellChecks.stream().filter(c -> c.column().equals(column)).toList();
    }

    /** Says that the classes were not checked, and why. */
    public Optional<String> uncheckedSentence() {
        return unchecked.map(proofWords::uncheckedSentence);
    }

    private static void putCodes(ObjectNode row, ProofItem item) {
        switch (item) {
            case ContradictionRow(Contradiction c) ->
                    row.put("kindCode", lowerCaseCode(c.kind().name()))
                            .put("severity", lowerCaseCode(c.severity().name()))
                            .put(
                                    "guessCode",
                                    lowerCaseCode(ProofWording.hypothesisCode(c.hypothesis())))
                            .put("quote", c.quote().sentence());
            case CellItem(CellCheck check) ->
                    row.put("outcome", lowerCaseCode(check.outcome().name())).put("by", check.by());
            case MarkItem(TextProof.TextMark mark, _) ->
                    row.put("outcome", mark.match().isPresent() ? "right" : "untied")
                            .put("from", mark.from());
        }
    }

    private static String lowerCaseCode(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
