package plumbline.proofreading;

import plumbline.assessment.Evaluation;
import plumbline.plan.Plan;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * 附表体检: recomputes a published table from its own figures by its own notes, and lists what does not
 * hold.
 */
public final class Proofreading {
    private static final Pattern NOT_COMPUTED =
            Pattern.compile("(?s).*(不计算|不作评价|不予?评价|not computed|no progress).*");
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
    public static TableFindings checkTable(PrintedTable table, Plan plan, TableText text) {
        List<Contradiction> found = new ArrayList<>(findUnreadableCells(table));
        found.addAll(new AggregateCheck(table).findContradictions());
        Optional<TableRecomputation> recomputation = TableRecomputation.fromPlan(table, plan);
        Set<String> confirmed = new HashSet<>();
        recomputation.ifPresent(
                r -> {
                    QuotientCheck quotients = new QuotientCheck(r);
                    found.addAll(quotients.findContradictions());
                    confirmed.addAll(quotients.confirmedCells());
                    ClassCheck classes = new ClassCheck(r);
                    List<Contradiction> wrong = classes.findContradictions();
                    found.addAll(wrong);
                    confirmed.addAll(classes.confirmedCells(wrong));
                });
        TableVerdicts verdicts =
                new TableVerdicts(table, new SheetCheck(table, text.notes()), confirmed, found);
        verdicts.joinBothSides(text.tellsKinds());
        List<Contradiction> all = new ArrayList<>(verdicts.contradictions());
        all.addAll(new TextCheck(table, recomputation).findContradictions());
        all.addAll(new HeadlineCheck(table, recomputation).findContradictions());
        new ChangeCheck(table, text.notes())
                .matchChanges()
                .forEach(m -> m.contradiction().ifPresent(all::add));
        all.addAll(new NoteFactsCheck(table, text.around(), text.notes()).findContradictions());
        if (NOT_COMPUTED.matcher(text.notes()).matches())
            all.removeIf(c -> isFollowedByRule(c, found));
        return new TableFindings(
                all.stream().sorted(READING_ORDER).toList(), verdicts.cellChecks());
    }

    /**
     * 正文对规划: what a text says, against the table a plan would be printed as.
     *
     * @param table of the standing, with what the text says
     * @param text the whole of it, as the quotes count it
     * @return in the order of the text
     */
    public static List<ClaimMatch> checkText(PrintedTable table, Evaluation standing, String text) {
        Optional<TableRecomputation> recomputation =
                Optional.of(TableRecomputation.fromEvaluation(table, standing));
        Stream<ClaimMatch> said =
                Stream.concat(
                        new TextCheck(table, recomputation).matchClaims().stream(),
                        new HeadlineCheck(table, recomputation).matchHeadlines().stream());
        List<ClaimMatch> changes = new ArrayList<>(new ChangeCheck(table, text).matchChanges());
        List<ClaimMatch> further =
                new ArrayList<>(new QuotedTargetCheck(table, text).matchTargets());
        further.addAll(new DatedVerdictCheck(table, standing.plan(), text).matchVerdicts());
        further.stream()
                .filter(f -> changes.stream().noneMatch(c -> overlap(c, f)))
                .forEach(changes::add);
        List<ClaimMatch> told = said.toList();
        changes.removeIf(
                c -> told.stream().anyMatch(t -> t.contradiction().isPresent() && isSameRow(c, t)));
        Stream<ClaimMatch> other =
                told.stream().filter(t -> changes.stream().noneMatch(c -> overlap(c, t)));
        return Stream.concat(other, changes.stream())
                .sorted(
                        Comparator.comparingInt((ClaimMatch t) -> t.quote().start())
                                .thenComparingInt(t -> t.quote().end()))
                .toList();
    }

    private static boolean isSameRow(ClaimMatch a, ClaimMatch b) {
        return overlap(a, b) && a.location().row().equals(b.location().row());
    }

    private static boolean overlap(ClaimMatch a, ClaimMatch b) {
        return a.quote().start() < b.quote().end() && b.quote().start() < a.quote().end();
    }

    /** A verdict left out because no progress can be computed, as the notes say. */
    private static boolean isFollowedByRule(Contradiction c, List<Contradiction> byPlan) {
        return c.kind() == Kind.BLANK_FILLABLE
                && c.location()
                        .column()
                        .filter(h -> h.role() == PrintedColumnRole.PlainColumn.VERDICT)
                        .isPresent()
                && byPlan.stream()
                        .anyMatch(
                                o ->
                                        o.kind() == Kind.BLANK_IMPOSSIBLE
                                                && o.location().row().equals(c.location().row()));
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
                                            Contradiction.inCell(
                                                    Kind.UNREADABLE,
                                                    PrintedLocation.ofCell(row, c),
                                                    new RecomputedResult.NoResult(),
                                                    ErrorHypothesis.CommonError.NONE)));
        }
        return found;
    }
}
