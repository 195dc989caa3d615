package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.Grid;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedNote;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.Proofreading;
import plumbline.proofreading.UncheckedReason;
import plumbline.words.KindNote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A document's table, read and proof-read.
 *
 * @param title what stands above the table
 * @param plan the plan that can be made of it
 */
public record TableProof(
        String title, PrintedTable table, Plan plan, List<Contradiction> contradictions) {
    /** Where a row stands under no heading. */
    private static final String NO_GROUP = "指标";

    public TableProof {
        contradictions = List.copyOf(contradictions);
    }

    /**
     * @param chosen checks the classes in place of the rule in the notes
     * @throws Problem if the file cannot be read, or holds no table of indicators
     */
    public static TableProof of(Path file, Optional<VerdictRule> chosen) throws Problem {
        return of(DocumentReader.read(file), chosen, String.valueOf(file.getFileName()));
    }

    /**
     * @param document what the source of the figures is called in a plan made of them
     */
    public static TableProof of(
            List<DocumentBlock> blocks, Optional<VerdictRule> chosen, String document)
            throws Problem {
        PublishedTable published = PublishedTable.find(shown(blocks));
        TableProof proof = of(published, chosen, document);
        Optional<TableProof> otherwise =
                published.readOtherwise().map(p -> of(p, chosen, document));
        return otherwise.filter(o -> o.wrongQuotients() < proof.wrongQuotients()).orElse(proof);
    }

    /** Why the classes given were not checked; empty if they were, or if there are none. */
    public Optional<UncheckedReason> unchecked() {
        return table.unchecked();
    }

    /** A sheet that is hidden is not published. */
    private static List<DocumentBlock> shown(List<DocumentBlock> blocks) {
        return blocks.stream()
                .filter(
                        b ->
                                !(b instanceof DocumentBlock.Table(Grid grid))
                                        || grid.sight() == Grid.Sight.SHOWN)
                .toList();
    }

    private long wrongQuotients() {
        return contradictions.stream()
                .filter(c -> c.kind() == Contradiction.Kind.QUOTIENT_WRONG)
                .count();
    }

    private static TableProof of(
            PublishedTable published, Optional<VerdictRule> chosen, String document) {
        KindNote.Read kinds = KindNote.read(published.notes());
        List<PrintedRow> rows = new ArrayList<>();
        for (PublishedTable.Line line : published.lines())
            rows.add(new ReadRow(published, line, kinds).read(rows.size(), UUID.randomUUID()));
        ClaimReader text =
                new ClaimReader(
                        new ClaimReader.About(
                                rows, published.years().first() - 1, Map.of(), Map.of()),
                        published.text());
        PrintedTable table =
                new PrintedTable(
                        columns(published),
                        rows,
                        note(published, chosen),
                        text.claims(),
                        text.headlines());
        Plan plan =
                new TablePlan(published, table, kinds, UUID.randomUUID(), document)
                        .plan(groups(published, rows, text));
        return new TableProof(
                published.title().isBlank() ? document : published.title(),
                table,
                plan,
                Proofreading.of(table, plan));
    }

    private static List<PrintedColumn> columns(PublishedTable published) {
        List<PrintedColumn> columns = new ArrayList<>();
        for (int c = 0; c < published.heads().size(); c++)
            columns.add(new PrintedColumn(c, published.heads().get(c), published.roles().get(c)));
        return columns;
    }

    private static PrintedNote note(PublishedTable published, Optional<VerdictRule> chosen) {
        PrintedNote written = new NoteReader(published.notes(), published.years()).read();
        return chosen.isEmpty()
                ? written
                : new PrintedNote(written.judged(), chosen, Set.of(), Optional.empty());
    }

    private static List<String> groups(
            PublishedTable published, List<PrintedRow> rows, ClaimReader text) {
        return rows.stream()
                .map(
                        r ->
                                Optional.of(published.lines().get(r.index()).group())
                                        .filter(g -> !g.isBlank())
                                        .or(() -> text.group(r.number()))
                                        .orElse(NO_GROUP))
                .toList();
    }
}
