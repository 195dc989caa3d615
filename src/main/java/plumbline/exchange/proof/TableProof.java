package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentBlock;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.file.Grid;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;
import plumbline.proofreading.CellCheck;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedNote;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.Proofreading;
import plumbline.proofreading.TableFindings;
import plumbline.proofreading.TableText;
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
 * @param checks what became of every cell
 */
public record TableProof(
        String title,
        PrintedTable table,
        Plan plan,
        List<Contradiction> contradictions,
        List<CellCheck> checks) {
    /** Where a row stands under no heading. */
    private static final String NO_GROUP = "指标";

    public TableProof {
        contradictions = List.copyOf(contradictions);
        checks = List.copyOf(checks);
    }

    /**
     * @param chosen checks the classes in place of the rule in the notes
     * @throws Problem if the file cannot be read, or holds no table of indicators
     */
    public static TableProof fromFile(Path file, Optional<VerdictRule> chosen) throws Problem {
        return fromBlocks(
                DocumentReader.readFile(file), chosen, String.valueOf(file.getFileName()));
    }

    /**
     * @param document what the source of the figures is called in a plan made of them
     */
    public static TableProof fromBlocks(
            List<DocumentBlock> blocks, Optional<VerdictRule> chosen, String document)
            throws Problem {
        PublishedTable published = PublishedTableFinder.findIn(withoutHiddenSheets(blocks));
        TableProof proof = fromPublishedTable(published, chosen, document);
        Optional<TableProof> otherwise =
                published.withMeasuresSwapped().map(p -> fromPublishedTable(p, chosen, document));
        return otherwise
                .filter(o -> o.countWrongQuotients() < proof.countWrongQuotients())
                .orElse(proof);
    }

    /** Why the classes given were not checked; empty if they were, or if there are none. */
    public Optional<UncheckedReason> uncheckedReason() {
        return table.whyClassesUnchecked();
    }

    /** A sheet that is hidden is not published. */
    private static List<DocumentBlock> withoutHiddenSheets(List<DocumentBlock> blocks) {
        return blocks.stream()
                .filter(
                        b ->
                                !(b instanceof DocumentBlock.TableBlock(Grid grid))
                                        || grid.visibility() == Grid.GridVisibility.SHOWN)
                .toList();
    }

    private long countWrongQuotients() {
        return contradictions.stream()
                .filter(c -> c.kind() == Contradiction.Kind.QUOTIENT_WRONG)
                .count();
    }

    private static TableProof fromPublishedTable(
            PublishedTable published, Optional<VerdictRule> chosen, String document) {
        KindNote.KindNoteContent kinds = KindNote.parseNotes(published.notes());
        List<PrintedRow> rows = new ArrayList<>();
        for (PublishedTable.PublishedRow line : published.publishedRows())
            rows.add(
                    new PublishedRowReader(published, line, kinds)
                            .readPrintedRow(rows.size(), UUID.randomUUID()));
        ClaimReader text =
                new ClaimReader(
                        new ClaimReader.ClaimContext(
                                rows, published.years().firstYear() - 1, Map.of(), Map.of()),
                        published.surroundingText());
        PrintedTable table =
                new PrintedTable(
                        printedColumns(published),
                        rows,
                        readNote(published, chosen),
                        text.claims(),
                        text.headlines());
        Plan plan =
                new TablePlanBuilder(published, table, kinds, UUID.randomUUID(), document)
                        .buildPlan(groupOfEachRow(published, rows, text));
        TableFindings findings =
                Proofreading.checkTable(
                        table,
                        plan,
                        new TableText(
                                published.surroundingText(),
                                published.notes(),
                                !kinds.kinds().isEmpty()));
        return new TableProof(
                published.title().isBlank() ? document : published.title(),
                table,
                plan,
                findings.contradictions(),
                findings.checks());
    }

    private static List<PrintedColumn> printedColumns(PublishedTable published) {
        List<PrintedColumn> columns = new ArrayList<>();
        for (int c = 0; c < published.heads().size(); c++)
            columns.add(new PrintedColumn(c, published.heads().get(c), published.roles().get(c)));
        return columns;
    }

    private static PrintedNote readNote(PublishedTable published, Optional<VerdictRule> chosen) {
        PrintedNote written = new NoteReader(published.notes(), published.years()).readNote();
        return chosen.isEmpty()
                ? written
                : new PrintedNote(written.judgedPeriod(), chosen, Set.of(), Optional.empty());
    }

    private static List<String> groupOfEachRow(
            PublishedTable published, List<PrintedRow> rows, ClaimReader text) {
        return rows.stream()
                .map(
                        r ->
                                Optional.of(published.publishedRows().get(r.index()).group())
                                        .filter(g -> !g.isBlank())
                                        .or(() -> text.groupOfNumber(r.number()))
                                        .orElse(NO_GROUP))
                .toList();
    }
}
