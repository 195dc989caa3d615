package plumbline.proofreading;

import plumbline.assessment.Evaluation;
import plumbline.plan.Plan;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 附表体检: recomputes a published table from its own figures by its own notes, and lists what does not
 * hold.
 */
public final class Proofreading {
    private static final Comparator<Contradiction> READING_ORDER =
            Comparator.comparing(
                            (Contradiction c) ->
                                    c.location().row().map(PrintedRow::index).orElse(-1))
                    .thenComparing(c -> c.location().column().map(PrintedColumn::index).orElse(-1));

    private Proofreading() {}

    /**
     * @param plan made of the table: its indicators are those the rows name, its rule is the one
     *     the classes are checked by
     * @return first what concerns the whole, then row by row
     */
    public static List<Contradiction> checkTable(PrintedTable table, Plan plan) {
        List<Contradiction> found = new ArrayList<>(findUnreadableCells(table));
        found.addAll(new AggregateCheck(table).findContradictions());
        Optional<TableRecomputation> recomputation = TableRecomputation.fromPlan(table, plan);
        recomputation.ifPresent(
                r -> {
                    found.addAll(new QuotientCheck(r).findContradictions());
                    found.addAll(new ClassCheck(r).findContradictions());
                });
        found.addAll(new TextCheck(table, recomputation).findContradictions());
        found.addAll(new HeadlineCheck(table, recomputation).findContradictions());
        return found.stream().sorted(READING_ORDER).toList();
    }

    /**
     * 正文对规划: what a text says, against the table a plan would be printed as.
     *
     * @param table of the standing, with what the text says
     * @return in the order of the text
     */
    public static List<ClaimMatch> checkText(PrintedTable table, Evaluation standing) {
        Optional<TableRecomputation> recomputation =
                Optional.of(TableRecomputation.fromEvaluation(table, standing));
        Stream<ClaimMatch> said =
                Stream.concat(
                        new TextCheck(table, recomputation).matchClaims().stream(),
                        new HeadlineCheck(table, recomputation).matchHeadlines().stream());
        return said.sorted(
                        Comparator.comparingInt((ClaimMatch t) -> t.quote().start())
                                .thenComparingInt(t -> t.quote().end()))
                .toList();
    }

    /** The first cell of each row that was not understood. */
    private static List<Contradiction> findUnreadableCells(PrintedTable table) {
        List<Contradiction> found = new ArrayList<>();
        for (PrintedRow row : table.rows()) {
            table.columns().stream()
                    .filter(
                            c ->
                                    row.cells().get(c.index()).content()
                                            instanceof PrintedCell.UnreadablePrint)
                    .findFirst()
                    .ifPresent(
                            c ->
                                    found.add(
                                            contradictionInCell(
                                                    Kind.UNREADABLE,
                                                    PrintedLocation.ofCell(row, c),
                                                    new RecomputedResult.NoResult(),
                                                    ErrorHypothesis.CommonError.NONE)));
        }
        return found;
    }

    /** What stands in a cell against what was recomputed. */
    static Contradiction contradictionInCell(
            Kind kind, PrintedLocation where, RecomputedResult recomputed, ErrorHypothesis guess) {
        String printed =
                where.row()
                        .map(r -> r.cells().get(where.column().orElseThrow().index()).text())
                        .orElse("");
        return new Contradiction(kind, where, printed, recomputed, guess, Quote.NO_QUOTE);
    }
}
