package plumbline.screen.start;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.PlanFile;
import plumbline.exchange.planfile.PlanFileReader;
import plumbline.exchange.planfile.PlanFileTransfer;
import plumbline.plan.Plan;
import plumbline.plan.PlanExtract;
import plumbline.plan.merge.MergeChange;
import plumbline.plan.merge.PlanMerge;
import plumbline.words.EditName;
import plumbline.words.MergeWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A plan goes out as a file, or one comes in: looked at first, then made a new plan or merged into
 * the open one.
 */
public final class PlanFilesViewModel {

    /** What is being done about a plan file. */
    sealed interface PlanFileStep {
        /** It was read, and nothing was done with it yet. */
        record Received(Path path, PlanFile file) implements PlanFileStep {}

        /** What it offers to the open plan is looked at. */
        record Reviewing(Path path, PlanFile file, PlanMerge merging, List<MergeRow> rows)
                implements PlanFileStep {}

        /** What of the plan is to go out is being chosen. */
        record Exporting(Plan plan) implements PlanFileStep {}
    }

    /** An offer as it is listed. */
    record MergeRow(
            MergeChange change,
            String locationText,
            String fieldText,
            String currentText,
            String offeredText) {}

    /** What of a plan goes out. */
    sealed interface ExportExtent {
        record WholePlan() implements ExportExtent {}

        record OfGroups(Set<UUID> groups) implements ExportExtent {}

        record OfDepartment(UUID department) implements ExportExtent {}
    }

    private final Workspace desk;
    private final PlanFileTransfer planFiles;
    private final PlanLoader loader;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final Wording wording;
    private final Clock clock;
    private final Consumer<Plan> planOpener;
    private final ReadOnlyObjectWrapper<Optional<PlanFileStep>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Finds a kept plan. */
    @FunctionalInterface
    public interface PlanLoader {
        Plan load(UUID id) throws Problem;
    }

    /**
     * @param open puts a plan that is kept on the desk
     */
    public PlanFilesViewModel(
            Workspace desk,
            PlanFileTransfer files,
            PlanLoader loader,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            Clock clock,
            Consumer<Plan> open) {
        this.desk = desk;
        this.planFiles = files;
        this.loader = loader;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
        this.planOpener = open;
    }

    ReadOnlyObjectProperty<Optional<PlanFileStep>> step() {
        return step.getReadOnlyProperty();
    }

    void leaveStep() {
        step.set(Optional.empty());
    }

    void chooseFile() {
        dialogs.chooseFile(words.sentence("planfile.open"), PlanFile.ENDING)
                .ifPresent(this::openFile);
    }

    /** Reads the file and shows what it is, at the start place. */
    public void openFile(Path path) {
        work.startJob(
                words.sentence("planfile.reading"),
                progress -> PlanFileReader.readPlanFile(path, progress::reportShareDone),
                file -> {
                    step.set(Optional.of(new PlanFileStep.Received(path, file)));
                    desk.placeProperty().set(ScreenPlace.START);
                });
    }

    /** Who made it and when, and how much is in it. */
    String aboutText(PlanFile file) {
        Plan plan = file.plan();
        String period = plan.firstYear() + "–" + plan.lastYear();
        long figures =
                plan.indicators().stream()
                        .mapToLong(
                                i ->
                                        i.observations().size()
                                                + i.parts().stream()
                                                        .mapToLong(p -> p.observations().size())
                                                        .sum())
                        .sum();
        String holds =
                words.sentence(
                        "planfile.holds",
                        plan.indicators().size(),
                        figures,
                        plan.taskTree().tasksInOrder().size(),
                        file.snapshots().size(),
                        file.evidenceSums().size());
        String made =
                words.sentence(
                        "planfile.made",
                        period,
                        wording.formatDate(file.manifest().writtenOn()),
                        file.manifest().program());
        return file.manifest().isExtract()
                ? made + "\n" + holds + "\n" + words.sentence("planfile.part")
                : made + "\n" + holds;
    }

    /** The title of the plan that the file could be merged into. */
    Optional<String> mergeTargetTitle() {
        return desk.isReadOnly() ? Optional.empty() : desk.shownPlan().map(Plan::title);
    }

    void addAsNew(PlanFileStep.Received arrived) {
        work.startJob(
                words.sentence("planfile.adding"),
                progress ->
                        planFiles.addAsNewPlan(
                                arrived.path, arrived.file, progress::reportShareDone),
                plan -> {
                    leaveStep();
                    planOpener.accept(plan);
                });
    }

    void reviewMerge(PlanFileStep.Received arrived) {
        desk.shownPlan().ifPresent(mine -> startReview(arrived.path, arrived.file, mine));
    }

    private void startReview(Path path, PlanFile file, Plan mine) {
        work.startJob(
                words.sentence("planfile.comparing"),
                _ -> createReview(path, file, mine),
                reviewing -> step.set(Optional.of(reviewing)));
    }

    private PlanFileStep.Reviewing createReview(Path path, PlanFile file, Plan mine) {
        PlanMerge merging = PlanMerge.betweenPlans(mine, file.plan());
        MergeWording say = new MergeWording(words, merging);
        return new PlanFileStep.Reviewing(
                path,
                file,
                merging,
                merging.changes().stream()
                        .map(
                                o ->
                                        new MergeRow(
                                                o,
                                                say.placeText(o),
                                                say.fieldText(o),
                                                say.currentText(o),
                                                say.offeredText(o)))
                        .toList());
    }

    /**
     * What is taken unless the officer says otherwise: what is new or says more, never what
     * contradicts.
     */
    static boolean isProposed(MergeRow row) {
        return row.change.state() == MergeChange.MergeState.NEW
                || row.change.state() == MergeChange.MergeState.CHANGED;
    }

    Map<MergeChange.MergeState, Long> countsByState(PlanFileStep.Reviewing reviewing) {
        Map<MergeChange.MergeState, Long> counts = new EnumMap<>(MergeChange.MergeState.class);
        reviewing.rows.forEach(r -> counts.merge(r.change.state(), 1L, Long::sum));
        return counts;
    }

    /**
     * One edit. If the plan was changed while the list was looked at, or its evidence was kept, the
     * list is made anew instead.
     */
    void acceptChanges(PlanFileStep.Reviewing reviewing, Collection<MergeRow> chosen) {
        if (!isUpToDate(reviewing)) return;
        List<MergeChange> offers = chosen.stream().map(MergeRow::change).toList();
        work.startJob(
                words.sentence("planfile.merging"),
                progress -> {
                    planFiles.keepEvidence(
                            reviewing.path, reviewing.file, progress::reportShareDone);
                    return reviewing.merging.planWithChanges(offers);
                },
                merged -> {
                    if (isUpToDate(reviewing))
                        applyMerged(
                                merged,
                                EditName.of(
                                        "edit.plan.merged",
                                        String.valueOf(reviewing.path.getFileName()),
                                        "" + offers.size()));
                });
    }

    private void applyMerged(Plan merged, EditName name) {
        leaveStep();
        desk.editPlan(name, _ -> merged);
        desk.placeProperty().set(ScreenPlace.OVERVIEW);
    }

    /** If it is not, it is said, and compared again with what is open now. */
    private boolean isUpToDate(PlanFileStep.Reviewing reviewing) {
        Optional<Plan> now = desk.shownPlan();
        if (now.filter(reviewing.merging.mine()::equals).isPresent()) return true;
        dialogs.showMessage(words.sentence("merge.stale"));
        leaveStep();
        now.ifPresent(mine -> startReview(reviewing.path, reviewing.file, mine));
        return false;
    }

    /** Begins to choose what of a kept plan goes out. */
    void startExport(UUID plan) {
        work.startJob(
                words.sentence("start.opening"),
                _ -> loader.load(plan),
                found -> step.set(Optional.of(new PlanFileStep.Exporting(found))));
    }

    void exportPlan(
            Plan plan, ExportExtent extent, Set<PlanFileTransfer.PlanCompanion> companions) {
        Plan chosen =
                switch (extent) {
                    case ExportExtent.WholePlan() -> plan;
                    case ExportExtent.OfGroups(var groups) ->
                            PlanExtract.extractGroups(plan, groups);
                    case ExportExtent.OfDepartment(UUID department) ->
                            PlanExtract.extractDepartment(plan, department);
                };
        boolean part = !(extent instanceof ExportExtent.WholePlan);
        Set<PlanFileTransfer.PlanCompanion> along = new HashSet<>(companions);
        // A snapshot is of the whole plan: it would tell more than the part.
        if (part) along.remove(PlanFileTransfer.PlanCompanion.SNAPSHOTS);
        dialogs.chooseFileToSave(
                        words.sentence("planfile.export"), fileName(plan, extent), PlanFile.ENDING)
                .ifPresent(
                        path ->
                                work.startJob(
                                        words.sentence("planfile.writing"),
                                        progress -> {
                                            planFiles.exportPlan(
                                                    path,
                                                    chosen,
                                                    part,
                                                    along,
                                                    LocalDate.now(clock),
                                                    progress::reportShareDone);
                                            return path;
                                        },
                                        written -> {
                                            leaveStep();
                                            dialogs.showMessage(
                                                    words.sentence("file.written", written));
                                        }));
    }

    private static String fileName(Plan plan, ExportExtent extent) {
        String part =
                switch (extent) {
                    case ExportExtent.WholePlan() -> "";
                    case ExportExtent.OfGroups(var groups) ->
                            plan.groups().stream()
                                    .filter(g -> groups.contains(g.id()))
                                    .map(g -> " " + g.name())
                                    .reduce("", String::concat);
                    case ExportExtent.OfDepartment(UUID department) ->
                            plan.findDepartment(department).map(d -> " " + d.name()).orElse("");
                };
        return Wording.fileName(plan.title() + part) + "." + PlanFile.ENDING;
    }
}
