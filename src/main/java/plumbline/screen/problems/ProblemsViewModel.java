package plumbline.screen.problems;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.plan.Countermeasure;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.Issue;
import plumbline.plan.Verdict;
import plumbline.screen.parts.table.MasterDetailModel;
import plumbline.screen.parts.table.TreeRow;
import plumbline.screen.parts.table.TreeRows;
import plumbline.words.Messages;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The problems of the open plan, each with the countermeasures that answer it, filtered and folded,
 * and how they are arranged.
 */
public final class ProblemsViewModel implements MasterDetailModel<ProblemsViewModel.ProblemRow> {

    /**
     * A problem, or a countermeasure; one that answers several problems stands under each.
     *
     * @param findingId the problem it stands under: none for a problem, and for a measure that
     *     answers none
     * @param linkedNumbers the numbers of the indicators it names
     * @param worstVerdict the worst verdict of these
     * @param charge of a measure its day and who leads it, of a problem how many measures are
     *     folded away
     * @param needsAttention there is no measure yet, or its day has passed
     */
    record ProblemRow(
            Issue issue,
            Optional<UUID> findingId,
            boolean isLeaf,
            boolean isFolded,
            String linkedNumbers,
            Optional<Verdict> worstVerdict,
            String verdict,
            String charge,
            boolean needsAttention)
            implements TreeRow {
        @Override
        public UUID id() {
            return issue.id();
        }

        @Override
        public String title() {
            return issue.title();
        }

        @Override
        public int level() {
            return findingId.isPresent() ? 1 : 0;
        }

        @Override
        public Object rowKey() {
            return List.of(id(), findingId);
        }

        boolean isFinding() {
            return issue instanceof Finding;
        }

        Optional<Countermeasure> findCountermeasure() {
            return issue instanceof Countermeasure c ? Optional.of(c) : Optional.empty();
        }
    }

    /**
     * Which are shown: problems without a measure, measures whose day has passed, whatever names an
     * indicator that is behind.
     */
    enum ProblemSelection {
        ALL,
        OPEN,
        PAST,
        BEHIND
    }

    /**
     * What must hold for a problem or a measure to be shown; a problem is shown with all its
     * measures, a measure with its problems.
     */
    record ProblemFilter(ProblemSelection selection, Optional<UUID> indicatorId, String text) {
        static final ProblemFilter NONE =
                new ProblemFilter(ProblemSelection.ALL, Optional.empty(), "");
    }

    private final Workspace desk;
    private final Dialogs dialogs;
    private final Messages words;
    private final IssueViewModel concern;

    /**
     * Added, or gone to from another place, since the filter was chosen: they are shown whatever it
     * asks for.
     */
    private final Set<UUID> fresh = new HashSet<>();

    private final ObjectProperty<ProblemFilter> filter =
            new SimpleObjectProperty<>(ProblemFilter.NONE);
    private final TreeRows<ProblemRow, ProblemFilter> lines;
    private final Subscription subscription;

    public ProblemsViewModel(Workspace desk, Dialogs dialogs, Messages words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.words = words;
        this.concern = new IssueViewModel(desk, words);
        filter.subscribe((_, _) -> fresh.clear());
        this.lines = new TreeRows<>(desk, desk.selectedIssueProperty(), filter, this::readRows);
        this.subscription =
                Subscription.combine(
                        desk.selectedIssueProperty().subscribe(this::revealIssue),
                        desk.evaluationProperty().subscribe(_ -> forgetGoneIndicator()));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        lines.close();
    }

    @Override
    public TreeRows<ProblemRow, ProblemFilter> treeRows() {
        return lines;
    }

    IssueViewModel issueModel() {
        return concern;
    }

    private List<ProblemRow> readRows(Set<UUID> folded) {
        return createProblemRows(folded).map(ProblemRows::allRows).orElse(List.of());
    }

    private Optional<ProblemRows> createProblemRows(Set<UUID> folded) {
        return desk.evaluationProperty()
                .get()
                .map(s -> new ProblemRows(s, filter.get(), fresh, folded, words));
    }

    /** An indicator that has gone is not asked for any more. */
    private void forgetGoneIndicator() {
        boolean gone =
                filter.get()
                        .indicatorId
                        .filter(i -> desk.shownPlan().flatMap(p -> p.findIndicator(i)).isEmpty())
                        .isPresent();
        if (gone) lines.changeFilter(f -> new ProblemFilter(f.selection, Optional.empty(), f.text));
    }

    private void revealIssue(Optional<UUID> wanted) {
        wanted.filter(id -> lines.rowsProperty().get().stream().noneMatch(r -> r.id().equals(id)))
                .ifPresent(
                        id -> {
                            fresh.add(id);
                            lines.unfoldRows(
                                    concern.findCountermeasure(id)
                                            .map(Countermeasure::findingIds)
                                            .orElse(List.of()));
                        });
    }

    /** Of a measure its problem. A problem that is folded is the one that is looked at then. */
    @Override
    public void setFolded(ProblemRow row, boolean closed) {
        UUID problem = row.findingId.orElse(row.id());
        if (closed) desk.selectedIssueProperty().set(Optional.of(problem));
        if (closed) lines.foldRow(problem);
        else lines.unfoldRows(List.of(problem));
    }

    /** The indicators there are, to choose from. */
    List<UUID> indicatorIds() {
        return desk.shownPlan().stream()
                .flatMap(p -> p.indicatorsInOrder().stream())
                .map(Indicator::id)
                .toList();
    }

    /** The name of an indicator after its number. */
    String indicatorName(UUID indicator) {
        return desk.evaluationProperty()
                .get()
                .flatMap(s -> s.findAssessment(indicator))
                .map(ProblemRows::indicatorName)
                .orElse("");
    }

    /** Of the same kind as the given line, and after it. */
    UUID addIssueBeside(Optional<ProblemRow> line) {
        return line.filter(r -> !r.isFinding()).isPresent()
                ? addCountermeasure(line)
                : addFinding(line);
    }

    /** A new problem after the given line's; about the indicator that is asked for, if one is. */
    UUID addFinding(Optional<ProblemRow> after) {
        Finding added =
                Finding.createTitled(UUID.randomUUID(), words.sentence("problems.new"))
                        .withLinks(filter.get().indicatorId.stream().toList(), List.of());
        return addIssue(added, after.map(r -> r.findingId.orElse(r.id())));
    }

    /**
     * A new measure under the given line's problem: after the line, if that is a measure; answering
     * none, where there is no problem.
     */
    UUID addCountermeasure(Optional<ProblemRow> at) {
        List<UUID> problem =
                at.flatMap(r -> r.isFinding() ? Optional.of(r.id()) : r.findingId).stream()
                        .toList();
        lines.unfoldRows(problem);
        return addIssue(
                Countermeasure.createTitled(
                                UUID.randomUUID(), words.sentence("problems.newMeasure"))
                        .withFindings(problem),
                at.map(ProblemRow::id));
    }

    private UUID addIssue(Issue added, Optional<UUID> after) {
        if (!desk.isReadOnly()) fresh.add(added.id());
        concern.addIssue(added, after);
        desk.selectedIssueProperty()
                .set(
                        concern.findIssue(added.id())
                                .map(Issue::id)
                                .or(desk.selectedIssueProperty()::get));
        return added.id();
    }

    /** An empty title is not taken, nor one that is too long to be kept. */
    @Override
    public void renameRow(UUID id, String title) {
        if (!title.isBlank()) concern.renameIssue(id, title).ifPresent(dialogs::showMessage);
    }

    /** Before (−1) or after (+1) the next line of its kind that is shown under the same problem. */
    @Override
    public void moveRow(ProblemRow row, int by) {
        List<UUID> beside =
                lines.rowsProperty().get().stream()
                        .filter(
                                r ->
                                        r.isFinding() == row.isFinding()
                                                && r.findingId.equals(row.findingId))
                        .map(ProblemRow::id)
                        .toList();
        int there = beside.indexOf(row.id()) + by;
        if (there >= 0 && there < beside.size())
            concern.moveIssue(row.issue, by, beside.get(there));
    }

    /** The next line is looked at then. */
    @Override
    public void deleteRow(ProblemRow row) {
        if (!canDeleteSilently(row.issue)
                && !dialogs.confirm(deleteQuestion(row.issue), words.sentence("problems.delete")))
            return;
        int at = lines.rowsProperty().get().indexOf(row);
        concern.deleteIssue(row.issue);
        List<ProblemRow> left = lines.rowsProperty().get();
        if (!desk.isReadOnly() && !left.isEmpty())
            desk.selectedIssueProperty()
                    .set(Optional.of(left.get(Math.clamp(at, 0, left.size() - 1)).id()));
    }

    private boolean canDeleteSilently(Issue c) {
        boolean alone =
                c instanceof Countermeasure m
                        ? m.findingIds().size() <= 1
                        : countermeasuresFor(c).isEmpty();
        return desk.isReadOnly() || alone && c.description().isBlank() && c.quantities().isEmpty();
    }

    private String deleteQuestion(Issue c) {
        return c instanceof Countermeasure m
                ? words.sentence("problems.delete.measure.ask", c.title(), m.findingIds().size())
                : words.sentence("problems.delete.ask", c.title(), countermeasuresFor(c).size());
    }

    private List<Countermeasure> countermeasuresFor(Issue c) {
        return desk.shownPlan().map(p -> p.countermeasuresFor(c.id())).orElse(List.of());
    }

    @Override
    public String copyText() {
        return createProblemRows(Set.of())
                .map(r -> r.toCopyText(lines.rowsProperty().get()))
                .orElse("");
    }
}
