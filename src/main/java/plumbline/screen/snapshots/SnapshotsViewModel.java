package plumbline.screen.snapshots;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.comparison.Comparison;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.library.PlanLibrary;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.plan.Verdict;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.ComparisonWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The snapshots of the open plan: freeze, look at, delete one, and compare one with the plan or
 * with another.
 */
public final class SnapshotsViewModel {

    /** A snapshot as it is listed. */
    record SnapshotRow(
            UUID id, String name, String evaluatedText, String frozenText, String note) {}

    /** What a snapshot may be compared with: another, or the plan as it is now. */
    record ComparisonPartner(Optional<UUID> snapshotId, String name) {}

    /**
     * A verdict as it is shown.
     *
     * @param isInPlan false where the indicator was not in the plan
     */
    record ShownVerdict(boolean isInPlan, Optional<Verdict> verdict, String word) {}

    record ComparisonLine(
            UUID indicatorId,
            String name,
            ShownVerdict before,
            ShownVerdict after,
            String valueText,
            String progressText,
            String reasonText) {}

    record ComparisonTable(String title, String summary, List<ComparisonLine> lines) {}

    /** One side of a comparison; the plan as it is now comes after every snapshot. */
    private record ComparisonSide(String name, Instant frozenAt, Evaluation evaluation) {
        private static final Comparator<ComparisonSide> IN_TIME =
                Comparator.comparing((ComparisonSide s) -> s.evaluation.evaluationDate())
                        .thenComparing(ComparisonSide::frozenAt);

        static ComparisonSide fromSnapshot(Snapshot s) {
            return new ComparisonSide(
                    s.name(), s.frozenAt(), Evaluation.evaluate(s.plan(), s.evaluationDate()));
        }

        boolean isBefore(ComparisonSide other) {
            return IN_TIME.compare(this, other) < 0;
        }
    }

    private final Workspace desk;
    private final PlanLibrary library;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final Clock clock;
    private final Wording wording;
    private final ComparisonWording comparisonWording;
    private final ReadOnlyObjectWrapper<List<SnapshotRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ComparisonPartner>> partners =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ComparisonTable>> table =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> suggestedName = new ReadOnlyObjectWrapper<>("");
    private final Map<UUID, ComparisonSide> loadedSides = new HashMap<>();
    private final ActiveBinding activeBinding;
    private Optional<UUID> planId = Optional.empty();
    private Optional<UUID> selectedId = Optional.empty();
    private Optional<UUID> partnerId = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();
    private Optional<BackgroundWork.RunningJob> runningFreeze = Optional.empty();

    public SnapshotsViewModel(
            Workspace desk,
            PlanLibrary library,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.library = library;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.clock = clock;
        this.wording = new Wording(words);
        this.comparisonWording = new ComparisonWording(words);
        this.activeBinding = new ActiveBinding(this::followPlan, desk.evaluationProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
    }

    /** The last frozen first. */
    ReadOnlyObjectProperty<List<SnapshotRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** What the selected snapshot may be compared with; the plan as it is now comes first. */
    ReadOnlyObjectProperty<List<ComparisonPartner>> partners() {
        return partners.getReadOnlyProperty();
    }

    /** The comparison; empty while no snapshot is selected. */
    ReadOnlyObjectProperty<Optional<ComparisonTable>> table() {
        return table.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Snapshot>> shownSnapshot() {
        return desk.shownSnapshotProperty();
    }

    private void followPlan() {
        Optional<UUID> open = desk.workingEvaluation().map(s -> s.plan().id());
        suggestedName.set(suggestFreeName());
        if (open.equals(planId)) compareSides();
        else changePlan(open);
    }

    private void changePlan(Optional<UUID> open) {
        planId = open;
        loadedSides.clear();
        showSnapshots(List.of());
        open.ifPresent(
                id ->
                        work.startJob(
                                words.sentence("snapshot.reading"),
                                _ -> library.listSnapshots(id),
                                entries -> showIfOpen(id, entries)));
    }

    private void showIfOpen(UUID of, List<PlanLibrary.SnapshotSummary> entries) {
        if (planId.filter(of::equals).isPresent()) showSnapshots(entries);
    }

    private void showSnapshots(List<PlanLibrary.SnapshotSummary> entries) {
        rows.set(entries.stream().map(this::createRow).toList());
        suggestedName.set(suggestFreeName());
        selectedId = selectedId.filter(this::isListed);
        partnerId = partnerId.filter(this::isListed);
        updateComparison();
    }

    private boolean isListed(UUID id) {
        return rows.get().stream().anyMatch(r -> r.id.equals(id));
    }

    private SnapshotRow createRow(PlanLibrary.SnapshotSummary f) {
        return new SnapshotRow(
                f.id(),
                f.name(),
                words.sentence("snapshot.evaluated", wording.formatDate(f.evaluationDate())),
                words.sentence("snapshot.frozen", wording.formatMoment(f.frozenAt())),
                f.note());
    }

    Optional<UUID> selectedId() {
        return selectedId;
    }

    void selectSnapshot(Optional<UUID> snapshot) {
        if (selectedId.equals(snapshot)) return;
        selectedId = snapshot;
        partnerId = partnerId.filter(id -> !selectedId.equals(Optional.of(id)));
        updateComparison();
    }

    /** With what the selected one is compared. */
    Optional<ComparisonPartner> chosenPartner() {
        return partners.get().stream().filter(o -> o.snapshotId.equals(partnerId)).findFirst();
    }

    void compareWith(ComparisonPartner other) {
        if (partnerId.equals(other.snapshotId)) return;
        partnerId = other.snapshotId;
        updateComparison();
    }

    private void updateComparison() {
        List<ComparisonPartner> next =
                new ArrayList<>(
                        List.of(
                                new ComparisonPartner(
                                        Optional.empty(), words.sentence("snapshot.now"))));
        rows.get().stream()
                .filter(r -> !selectedId.equals(Optional.of(r.id)))
                .forEach(r -> next.add(new ComparisonPartner(Optional.of(r.id), r.name)));
        partners.set(List.copyOf(next));
        List<UUID> wanted =
                Stream.concat(selectedId.stream(), partnerId.stream())
                        .filter(id -> !loadedSides.containsKey(id))
                        .toList();
        if (wanted.isEmpty()) compareSides();
        else wanted.forEach(id -> loadSnapshot(id, _ -> compareSides()));
    }

    /** A snapshot never changes: what was read and judged once is kept while the plan is open. */
    private void loadSnapshot(UUID id, Consumer<Snapshot> then) {
        work.startJob(
                words.sentence("snapshot.reading"),
                _ -> library.loadSnapshot(id),
                snapshot -> {
                    if (!planId.equals(Optional.of(snapshot.plan().id()))) return;
                    loadedSides.put(id, ComparisonSide.fromSnapshot(snapshot));
                    then.accept(snapshot);
                });
    }

    private void compareSides() {
        Optional<ComparisonSide> one = selectedId.map(loadedSides::get);
        Optional<ComparisonSide> two =
                partnerId.isPresent()
                        ? partnerId.map(loadedSides::get)
                        : desk.workingEvaluation()
                                .map(
                                        s ->
                                                new ComparisonSide(
                                                        words.sentence("snapshot.now"),
                                                        Instant.MAX,
                                                        s));
        boolean turned =
                partnerId.isPresent() && two.flatMap(b -> one.map(b::isBefore)).orElse(false);
        table.set(one.flatMap(a -> two.map(b -> turned ? createTable(b, a) : createTable(a, b))));
        if (table.get().isEmpty()) comparison = Optional.empty();
    }

    private ComparisonTable createTable(ComparisonSide before, ComparisonSide after) {
        Comparison between = Comparison.compare(before.evaluation, after.evaluation);
        comparison = Optional.of(between);
        String title =
                words.sentence(
                        "comparison.title",
                        before.name,
                        wording.formatDate(before.evaluation.evaluationDate()),
                        after.name,
                        wording.formatDate(after.evaluation.evaluationDate()));
        return new ComparisonTable(
                title,
                comparisonWording.summarySentence(between),
                between.changes().stream().map(this::createLine).toList());
    }

    private ComparisonLine createLine(Comparison.IndicatorChange c) {
        Assessment latest = c.latestAssessment();
        String name =
                c.after().isPresent()
                        ? latest.number() + ". " + latest.indicator().name()
                        : latest.indicator().name();
        return new ComparisonLine(
                latest.indicator().id(),
                name,
                shownVerdict(c.before()),
                shownVerdict(c.after()),
                changeText(
                        comparisonWording.valueText(c.before()),
                        comparisonWording.valueText(c.after())),
                changeText(
                        comparisonWording.progressText(c.before()),
                        comparisonWording.progressText(c.after())),
                comparisonWording.reasonsSentence(c));
    }

    private ShownVerdict shownVerdict(Optional<Assessment> a) {
        return new ShownVerdict(
                a.isPresent(), a.flatMap(Assessment::verdict), comparisonWording.verdictText(a));
    }

    private String changeText(String before, String after) {
        return before.equals(after) ? after : words.sentence("comparison.arrow", before, after);
    }

    /** The comparison for the clipboard. */
    String comparisonText() {
        return comparison
                .flatMap(c -> table.get().map(t -> comparisonWording.tabSeparatedText(c, t.title)))
                .orElse("");
    }

    /**
     * What an evaluation at the plan's date is called; with a number if there is one of the name.
     */
    ReadOnlyObjectProperty<String> suggestedName() {
        return suggestedName.getReadOnlyProperty();
    }

    private String suggestFreeName() {
        String name = desk.workingEvaluation().map(s -> nameForDate(s.evaluationDate())).orElse("");
        String free = name;
        for (int i = 2; isNameTaken(free); i++)
            free = words.sentence("snapshot.name.again", name, i);
        return free;
    }

    private String nameForDate(LocalDate at) {
        if (at.getMonthValue() == 12)
            return words.sentence("snapshot.name.year", "" + at.getYear());
        if (at.getMonthValue() == 6) return words.sentence("snapshot.name.half", "" + at.getYear());
        return words.sentence("snapshot.name.month", wording.formatMonth(YearMonth.from(at)));
    }

    private boolean isNameTaken(String name) {
        return rows.get().stream().anyMatch(r -> r.name.equals(name));
    }

    /**
     * @return a sentence where it is refused; then nothing is frozen
     */
    Optional<String> freezePlan(String name, String note) {
        if (desk.shownSnapshotProperty().get().isPresent())
            return desk.shownSnapshotProperty()
                    .get()
                    .map(s -> words.sentence("snapshot.readOnly", s.name()));
        if (name.isBlank()) return Optional.of(words.sentence("snapshot.wrong.name"));
        if (isNameTaken(name.strip()))
            return Optional.of(words.sentence("snapshot.wrong.taken", name.strip()));
        boolean already = runningFreeze.filter(r -> r.runningProperty().get()).isPresent();
        if (!already)
            desk.workingEvaluation()
                    .ifPresent(
                            s ->
                                    storeSnapshot(
                                            new Snapshot(
                                                    UUID.randomUUID(),
                                                    name.strip(),
                                                    s.evaluationDate(),
                                                    clock.instant(),
                                                    note.strip(),
                                                    s.plan())));
        return Optional.empty();
    }

    private void storeSnapshot(Snapshot snapshot) {
        UUID of = snapshot.plan().id();
        runningFreeze =
                Optional.of(
                        work.startJob(
                                words.sentence("snapshot.freezing"),
                                _ -> {
                                    library.addSnapshot(snapshot);
                                    return library.listSnapshots(of);
                                },
                                entries -> {
                                    if (planId.filter(of::equals).isPresent())
                                        selectedId = Optional.of(snapshot.id());
                                    showIfOpen(of, entries);
                                }));
    }

    /** Lays the snapshot over the plan, to be looked at. */
    void openSnapshot(UUID id) {
        loadSnapshot(
                id,
                snapshot -> {
                    desk.showSnapshot(snapshot);
                    desk.placeProperty().set(ScreenPlace.OVERVIEW);
                });
    }

    void deleteSnapshot(SnapshotRow row) {
        if (!dialogs.confirm(
                words.sentence("snapshot.delete.ask", row.name), words.sentence("snapshot.delete")))
            return;
        if (desk.shownSnapshotProperty().get().filter(s -> s.id().equals(row.id)).isPresent())
            desk.returnToPlan();
        Optional<UUID> of = desk.shownPlan().map(Plan::id);
        of.ifPresent(
                id ->
                        work.startJob(
                                words.sentence("snapshot.deleting"),
                                _ -> {
                                    library.deleteSnapshot(row.id);
                                    return library.listSnapshots(id);
                                },
                                entries -> showIfOpen(id, entries)));
    }

    /** Leads to an indicator of what is looked at; one that is gone leads nowhere. */
    void goToIndicator(UUID id) {
        if (desk.shownPlan().flatMap(p -> p.findIndicator(id)).isEmpty()) return;
        desk.selectedIndicatorProperty().set(Optional.of(id));
        desk.placeProperty().set(ScreenPlace.INDICATORS);
    }
}
