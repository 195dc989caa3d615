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
public final class ProblemsViewModel implements MasterDetailModel<ProblemsViewModel.Row> {

    /**
     * A problem, or a countermeasure; one that answers several problems stands under each.
     *
     * @param under the problem it stands under: none for a problem, and for a measure that answers
     *     none
     * @param touches the numbers of the indicators it names
     * @param worst the worst verdict of these
     * @param charge of a measure its day and who leads it, of a problem how many measures are
     *     folded away
     * @param wanting there is no measure yet, or its day has passed
     */
    record Row(
            Issue concern,
            Optional<UUID> under,
            boolean leaf,
            boolean folded,
            String touches,
            Optional<Verdict> worst,
            String verdict,
            String charge,
            boolean wanting)
            implements TreeRow {
        @Override
        public UUID id() {
            return concern.id();
        }

        @Override
        public String title() {
            return concern.title();
        }

        @Override
        public int level() {
            return under.isPresent() ? 1 : 0;
        }

        @Override
        public Object key() {
            return List.of(id(), under);
        }

        boolean problem() {
            return concern instanceof Finding;
        }

        Optional<Countermeasure> measure() {
            return concern instanceof Countermeasure c ? Optional.of(c) : Optional.empty();
        }
    }

    /**
     * Which are shown: problems without a measure, measures whose day has passed, whatever names an
     * indicator that is behind.
     */
    enum Show {
        ALL,
        OPEN,
        PAST,
        BEHIND
    }

    /**
     * What must hold for a problem or a measure to be shown; a problem is shown with all its
     * measures, a measure with its problems.
     */
    record Filter(Show show, Optional<UUID> indicator, String text) {
        static final Filter NONE = new Filter(Show.ALL, Optional.empty(), "");
    }

    private final Workspace desk;
    private final Dialogs dialogs;
    private final Messages words;
    private final ConcernViewModel concern;

    /**
     * Added, or gone to from another place, since the filter was chosen: they are shown whatever it
     * asks for.
     */
    private final Set<UUID> fresh = new HashSet<>();

    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
    private final TreeRows<Row, Filter> lines;
    private final Subscription subscription;

    public ProblemsViewModel(Workspace desk, Dialogs dialogs, Messages words) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.words = words;
        this.concern = new ConcernViewModel(desk, words);
        filter.subscribe((_, _) -> fresh.clear());
        this.lines = new TreeRows<>(desk, desk.selectedIssueProperty(), filter, this::read);
        this.subscription =
                Subscription.combine(
                        desk.selectedIssueProperty().subscribe(this::show),
                        desk.evaluationProperty().subscribe(_ -> forget()));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        lines.close();
    }

    @Override
    public TreeRows<Row, Filter> lines() {
        return lines;
    }

    ConcernViewModel concern() {
        return concern;
    }

    private List<Row> read(Set<UUID> folded) {
        return rows(folded).map(ProblemRows::all).orElse(List.of());
    }

    private Optional<ProblemRows> rows(Set<UUID> folded) {
        return desk.evaluationProperty()
                .get()
                .map(s -> new ProblemRows(s, filter.get(), fresh, folded, words));
    }

    /** An indicator that has gone is not asked for any more. */
    private void forget() {
        boolean gone =
                filter.get()
                        .indicator
                        .filter(i -> desk.shownPlan().flatMap(p -> p.findIndicator(i)).isEmpty())
                        .isPresent();
        if (gone) lines.filter(f -> new Filter(f.show, Optional.empty(), f.text));
    }

    private void show(Optional<UUID> wanted) {
        wanted.filter(id -> lines.rows().get().stream().noneMatch(r -> r.id().equals(id)))
                .ifPresent(
                        id -> {
                            fresh.add(id);
                            lines.unfold(
                                    concern.measure(id)
                                            .map(Countermeasure::findingIds)
                                            .orElse(List.of()));
                        });
    }

    /** Of a measure its problem. A problem that is folded is the one that is looked at then. */
    @Override
    public void fold(Row row, boolean closed) {
        UUID problem = row.under.orElse(row.id());
        if (closed) desk.selectedIssueProperty().set(Optional.of(problem));
        if (closed) lines.fold(problem);
        else lines.unfold(List.of(problem));
    }

    /** The indicators there are, to choose from. */
    List<UUID> indicators() {
        return desk.shownPlan().stream()
                .flatMap(p -> p.indicatorsInOrder().stream())
                .map(Indicator::id)
                .toList();
    }

    /** The name of an indicator after its number. */
    String name(UUID indicator) {
        return desk.evaluationProperty()
                .get()
                .flatMap(s -> s.findAssessment(indicator))
                .map(ProblemRows::name)
                .orElse("");
    }

    /** Of the same kind as the given line, and after it. */
    UUID addBeside(Optional<Row> line) {
        return line.filter(r -> !r.problem()).isPresent() ? addMeasure(line) : addProblem(line);
    }

    /** A new problem after the given line's; about the indicator that is asked for, if one is. */
    UUID addProblem(Optional<Row> after) {
        Finding added =
                Finding.createTitled(UUID.randomUUID(), words.sentence("problems.new"))
                        .withLinks(filter.get().indicator.stream().toList(), List.of());
        return add(added, after.map(r -> r.under.orElse(r.id())));
    }

    /**
     * A new measure under the given line's problem: after the line, if that is a measure; answering
     * none, where there is no problem.
     */
    UUID addMeasure(Optional<Row> at) {
        List<UUID> problem =
                at.flatMap(r -> r.problem() ? Optional.of(r.id()) : r.under).stream().toList();
        lines.unfold(problem);
        return add(
                Countermeasure.createTitled(
                                UUID.randomUUID(), words.sentence("problems.newMeasure"))
                        .withFindings(problem),
                at.map(Row::id));
    }

    private UUID add(Issue added, Optional<UUID> after) {
        if (!desk.isReadOnly()) fresh.add(added.id());
        concern.add(added, after);
        desk.selectedIssueProperty()
                .set(
                        concern.concern(added.id())
                                .map(Issue::id)
                                .or(desk.selectedIssueProperty()::get));
        return added.id();
    }

    /** An empty title is not taken, nor one that is too long to be kept. */
    @Override
    public void rename(UUID id, String title) {
        if (!title.isBlank()) concern.rename(id, title).ifPresent(dialogs::showMessage);
    }

    /** Before (−1) or after (+1) the next line of its kind that is shown under the same problem. */
    @Override
    public void move(Row row, int by) {
        List<UUID> beside =
                lines.rows().get().stream()
                        .filter(r -> r.problem() == row.problem() && r.under.equals(row.under))
                        .map(Row::id)
                        .toList();
        int there = beside.indexOf(row.id()) + by;
        if (there >= 0 && there < beside.size()) concern.move(row.concern, by, beside.get(there));
    }

    /** The next line is looked at then. */
    @Override
    public void delete(Row row) {
        if (!plain(row.concern)
                && !dialogs.confirm(question(row.concern), words.sentence("problems.delete")))
            return;
        int at = lines.rows().get().indexOf(row);
        concern.delete(row.concern);
        List<Row> left = lines.rows().get();
        if (!desk.isReadOnly() && !left.isEmpty())
            desk.selectedIssueProperty()
                    .set(Optional.of(left.get(Math.clamp(at, 0, left.size() - 1)).id()));
    }

    private boolean plain(Issue c) {
        boolean alone =
                c instanceof Countermeasure m ? m.findingIds().size() <= 1 : answers(c).isEmpty();
        return desk.isReadOnly() || alone && c.description().isBlank() && c.quantities().isEmpty();
    }

    private String question(Issue c) {
        return c instanceof Countermeasure m
                ? words.sentence("problems.delete.measure.ask", c.title(), m.findingIds().size())
                : words.sentence("problems.delete.ask", c.title(), answers(c).size());
    }

    private List<Countermeasure> answers(Issue c) {
        return desk.shownPlan().map(p -> p.countermeasuresFor(c.id())).orElse(List.of());
    }

    @Override
    public String copy() {
        return rows(Set.of()).map(r -> r.copy(lines.rows().get())).orElse("");
    }
}
