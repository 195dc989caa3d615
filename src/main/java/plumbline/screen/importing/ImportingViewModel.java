package plumbline.screen.importing;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.CellTarget;
import plumbline.desk.Dialogs;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Workspace;
import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.ImportBatch;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.IndicatorMatch;
import plumbline.exchange.review.NameMatcher;
import plumbline.exchange.review.ReceivedFile;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.exchange.review.ReviewWording;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.LayoutMemory;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;
import plumbline.library.EvidenceArchive;
import plumbline.plan.Department;
import plumbline.plan.Evidence;
import plumbline.plan.FigureSlot;
import plumbline.plan.ImportRecord;
import plumbline.plan.Indicator;
import plumbline.plan.Lengths;
import plumbline.plan.Plan;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Colleagues' files beside the plan: every figure is seen before it is believed, and all come in by
 * one edit.
 */
public final class ImportingViewModel {

    /** Which figures are listed. */
    enum ImportFilter {
        /** Those the officer must say something about. */
        DECIDE,
        ALL,
        TAKEN,
        NEW,
        CHANGED,
        CONFLICT,
        SUSPICIOUS,
        UNREADABLE,
        UNKNOWN,
        SAME,
        UNUSED;

        boolean matches(FigureProposal p) {
            return switch (this) {
                case ALL -> p.status() != FigureProposal.ProposalStatus.UNUSED;
                case TAKEN -> p.taken();
                case DECIDE ->
                        switch (p.status()) {
                            case CHANGED, CONFLICT, SUSPICIOUS, UNREADABLE, UNKNOWN -> true;
                            case NEW, SAME, UNUSED -> false;
                        };
                default -> p.status().name().equals(name());
            };
        }
    }

    /** A figure as it is listed. */
    record ImportItem(
            FigureProposal proposal,
            String indicator,
            String period,
            String currentText,
            String newText,
            String findingText,
            String reason,
            String source) {
        CellAddress address() {
            return proposal.figure().address();
        }
    }

    /** An import as the history lists it. */
    record PastImport(
            ImportRecord importRecord, String timeText, String fileNames, String countText) {}

    private final Workspace desk;
    private final EvidenceArchive archive;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final LayoutMemory layoutMemory;
    private final Messages words;
    private final Wording wording;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<ImportReview>> review =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PastImport>> history =
            new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty keepInArchive = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<ImportItem>> items =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<ImportFilter> filter =
            new SimpleObjectProperty<>(ImportFilter.ALL);
    private final ActiveBinding activeBinding;
    private final Subscription subscription;
    private Optional<ImportBatch> batch = Optional.empty();
    private ReviewDecisions decisions = ReviewDecisions.NONE;

    /** What the last import brought. */
    private String lastImportText = "";

    private Optional<UUID> planId = Optional.empty();

    public ImportingViewModel(
            Workspace desk,
            EvidenceArchive archive,
            BackgroundWork work,
            Dialogs dialogs,
            LayoutMemory layouts,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.archive = archive;
        this.work = work;
        this.dialogs = dialogs;
        this.layoutMemory = layouts;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
        activeBinding = new ActiveBinding(this::onPlanChanged, desk.evaluationProperty());
        subscription = filter.subscribe(_ -> updateItems());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
        subscription.unsubscribe();
    }

    public ReadOnlyObjectProperty<Optional<ImportReview>> review() {
        return review.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ImportItem>> items() {
        return items.getReadOnlyProperty();
    }

    ObjectProperty<ImportFilter> filter() {
        return filter;
    }

    boolean isReadOnly() {
        return desk.isReadOnly();
    }

    /** The imports of the open plan, the newest first. */
    ReadOnlyObjectProperty<List<PastImport>> history() {
        return history.getReadOnlyProperty();
    }

    /** Whether the files go into the archive with their figures. */
    BooleanProperty keepInArchive() {
        return keepInArchive;
    }

    private void onPlanChanged() {
        forgetOtherPlan();
        history.set(desk.shownPlan().map(this::pastImports).orElse(List.of()));
        compareWithPlan();
    }

    /** What came in for another plan is of no use to this one. */
    private void forgetOtherPlan() {
        Optional<UUID> now = desk.shownPlan().map(Plan::id);
        if (now.equals(planId)) return;
        planId = now;
        batch = Optional.empty();
        decisions = ReviewDecisions.NONE;
        lastImportText = "";
    }

    private void compareWithPlan() {
        review.set(desk.shownPlan().flatMap(p -> batch.map(i -> i.createReview(p, decisions))));
        updateItems();
    }

    private void updateItems() {
        items.set(
                review.get()
                        .map(
                                r -> {
                                    ReviewWording say = reviewWording(r.plan());
                                    return r.proposals().stream()
                                            .filter(filter.get()::matches)
                                            .map(p -> createItem(say, p, words.nameOf(p.status())))
                                            .toList();
                                })
                        .orElse(List.of()));
    }

    // What comes in.

    void openFiles() {
        readFiles(dialogs.chooseFiles(words.sentence("import.open")));
    }

    void openFolder() {
        dialogs.chooseFolder(words.sentence("import.folder.open"))
                .ifPresent(f -> readFiles(List.of(f)));
    }

    void readFiles(List<Path> files) {
        if (files.isEmpty() || desk.shownPlan().isEmpty()) return;
        forgetOtherPlan();
        Set<String> taken = namesRead();
        Optional<UUID> of = planId;
        work.startJob(
                words.sentence("import.reading"),
                progress ->
                        ImportBatch.<BackgroundWork.JobStoppedException>readFiles(
                                files,
                                layoutMemory.rememberedLayouts(),
                                today(),
                                taken,
                                progress::reportShareDone),
                more -> onFilesRead(more, of));
    }

    void pasteText(Optional<String> text) {
        Optional<String> some = text.filter(t -> !t.isBlank());
        if (some.isEmpty()) {
            dialogs.showProblem(new Problem("problem.table.pasteboard"));
            return;
        }
        String name = words.sentence("import.pasted", wording.formatMoment(clock.instant()));
        forgetOtherPlan();
        Set<String> taken = namesRead();
        Optional<UUID> of = planId;
        work.startJob(
                words.sentence("import.reading"),
                _ ->
                        ImportBatch.readPastedText(
                                some.get(), name, layoutMemory.rememberedLayouts(), today(), taken),
                more -> onFilesRead(more, of));
    }

    private Set<String> namesRead() {
        return batch.map(ImportBatch::fileNames).orElse(Set.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * @param of the plan that it was read for; another one that was opened meanwhile has no use for
     *     it
     */
    private void onFilesRead(ImportBatch more, Optional<UUID> of) {
        forgetOtherPlan();
        desk.shownPlan()
                .filter(p -> of.equals(Optional.of(p.id())))
                .ifPresent(
                        p -> {
                            lastImportText = "";
                            batch =
                                    Optional.of(
                                            batch.map(i -> i.withBatch(more))
                                                    .orElse(more)
                                                    .withGuessedDepartments(p));
                            compareWithPlan();
                            if (items.get().isEmpty()) filter.set(ImportFilter.ALL);
                        });
    }

    void clearBatch() {
        batch = Optional.empty();
        decisions = ReviewDecisions.NONE;
        lastImportText = "";
        compareWithPlan();
    }

    // What is said of it.

    /**
     * Of figures that contradict each other one is taken: the others are let go. Several at once
     * never decide between them.
     */
    void setTaken(List<ImportItem> some, boolean take) {
        for (ImportItem item : some) {
            boolean undecided =
                    some.size() > 1
                            && item.proposal().status() == FigureProposal.ProposalStatus.CONFLICT;
            if (take && undecided) continue;
            if (take) untakeRivals(item);
            decisions = decisions.withTaken(item.address(), take);
        }
        compareWithPlan();
    }

    private void untakeRivals(ImportItem item) {
        Optional<FigureSlot> slot = item.proposal().slot();
        review.get().stream()
                .flatMap(ImportReview::takenProposals)
                .filter(p -> slot.isPresent() && p.slot().equals(slot))
                .map(p -> p.figure().address())
                .filter(place -> !place.equals(item.address()))
                .forEach(place -> decisions = decisions.withTaken(place, false));
    }

    void typeValue(ImportItem item, String text) {
        untakeRivals(item);
        decisions = decisions.withTyped(item.address(), text);
        compareWithPlan();
    }

    /** The officer knows that the file means the plan's unit, however it calls it. */
    void acceptPlanUnit(FigureProposal proposal) {
        decisions =
                decisions.withTyped(
                        proposal.figure().address(),
                        proposal.figure()
                                .findValue()
                                .map(Wording::formatAsWritten)
                                .orElse(proposal.figure().raw()));
        compareWithPlan();
    }

    /** What a name stands for; empty for none of the plan's. */
    void assignName(String name, Optional<UUID> indicator) {
        decisions = decisions.withIndicatorForName(name, indicator);
        compareWithPlan();
    }

    void addIndicator(String name) {
        decisions = decisions.withAddedName(name);
        compareWithPlan();
    }

    void addParts(UUID indicator) {
        decisions = decisions.withIndicatorBrokenDown(indicator);
        compareWithPlan();
    }

    void assignDepartment(String file, Optional<UUID> department) {
        batch = batch.map(i -> i.withDepartment(file, department));
        compareWithPlan();
    }

    void correctLayout(TableReading table, TableLayout layout) {
        batch = batch.map(i -> i.withCorrectedLayout(table, layout));
        try {
            layoutMemory.rememberLayout(layout);
        } catch (Problem problem) {
            dialogs.showProblem(problem);
        }
        compareWithPlan();
    }

    Optional<TableReading> findTable(ImportItem item) {
        return batch.stream()
                .flatMap(i -> i.readings().stream())
                .filter(r -> r.file().equals(item.address().file()))
                .flatMap(r -> r.tables().stream())
                .filter(t -> t.figures().stream().anyMatch(f -> f.address().equals(item.address())))
                .findFirst();
    }

    Optional<ReceivedFile> findReceivedFile(String file) {
        return batch.map(i -> i.files().get(file));
    }

    List<Department> departments() {
        return desk.shownPlan().map(Plan::departments).orElse(List.of());
    }

    /** The plan's indicators, the likest to the name first. */
    List<Indicator> indicatorsByLikeness(String name) {
        return review.get()
                .map(
                        r -> {
                            List<UUID> alike =
                                    new NameMatcher(r.plan(), Map.of())
                                            .findCandidates(name, 5).stream()
                                                    .map(IndicatorMatch::indicatorId)
                                                    .toList();
                            Stream<Indicator> first =
                                    alike.stream()
                                            .map(id -> r.plan().findIndicator(id).orElseThrow());
                            return Stream.concat(
                                            first,
                                            r.plan().indicatorsInOrder().stream()
                                                    .filter(i -> !alike.contains(i.id())))
                                    .toList();
                        })
                .orElse(List.of());
    }

    // What it comes to.

    long countTaken() {
        return review.get().map(r -> r.takenProposals().count()).orElse(0L);
    }

    long countMatching(ImportFilter which) {
        return review.get()
                .map(r -> r.proposals().stream().filter(which::matches).count())
                .orElse(0L);
    }

    /** What was read, and what could not be. */
    String summaryText() {
        return review.get()
                .map(
                        r -> {
                            List<String> said = new ArrayList<>();
                            said.add(
                                    words.sentence(
                                            "import.summary",
                                            r.files().size(),
                                            countMatching(ImportFilter.ALL),
                                            countMatching(ImportFilter.NEW),
                                            countMatching(ImportFilter.SAME),
                                            countMatching(ImportFilter.DECIDE)));
                            if (countMatching(ImportFilter.UNUSED) > 0)
                                said.add(
                                        words.sentence(
                                                "import.summary.unused",
                                                countMatching(ImportFilter.UNUSED)));
                            batch.ifPresent(
                                    i ->
                                            i.failedFiles()
                                                    .forEach(
                                                            (name, problem) ->
                                                                    said.add(
                                                                            words.sentence(
                                                                                    "import.failed",
                                                                                    name,
                                                                                    words
                                                                                            .problemSentence(
                                                                                                    problem)))));
                            if (!lastImportText.isEmpty()) said.addFirst(lastImportText);
                            return String.join("\n", said);
                        })
                .orElse("");
    }

    /** All that is taken comes into the plan, as one edit. */
    void importTaken() {
        if (countTaken() == 0 || batch.isEmpty()) return;
        ImportBatch files = batch.get();
        List<ReceivedFile> senders =
                review.get().orElseThrow().takenFiles().filter(f -> f.path().isPresent()).toList();
        if (!keepInArchive.get() || senders.isEmpty() || desk.isReadOnly())
            importBatch(files, List.of());
        else
            work.startJob(
                    words.sentence("import.keeping"),
                    progress -> archiveFiles(senders, progress),
                    kept -> {
                        Map<String, Evidence> evidence =
                                kept.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        ReceivedFile::name, this::evidenceOf));
                        importBatch(
                                files.withEvidence(evidenceIds(evidence)),
                                List.copyOf(evidence.values()));
                    });
    }

    /** Each file into the archive, as it was read. */
    private List<ReceivedFile> archiveFiles(
            List<ReceivedFile> senders, BackgroundWork.JobProgress progress)
            throws Problem, BackgroundWork.JobStoppedException {
        for (int i = 0; i < senders.size(); i++) {
            ReceivedFile filed = senders.get(i);
            progress.reportShareDone((double) i / senders.size());
            if (!archive.keepFile(filed.path().orElseThrow()).equals(filed.sha256()))
                throw new Problem("import.changed", filed.name());
        }
        return senders;
    }

    private Evidence evidenceOf(ReceivedFile filed) {
        return desk.shownPlan().stream()
                .flatMap(p -> p.evidence().stream())
                .filter(e -> e.sha256().equals(filed.sha256()))
                .findFirst()
                .orElseGet(
                        () ->
                                new Evidence(
                                        UUID.randomUUID(),
                                        filed.name()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                filed.name().length(),
                                                                Lengths.NAME)),
                                        filed.sha256(),
                                        filed.receivedOn()));
    }

    private static Map<String, UUID> evidenceIds(Map<String, Evidence> kept) {
        Map<String, UUID> ids = new HashMap<>();
        kept.forEach((name, evidence) -> ids.put(name, evidence.id()));
        return ids;
    }

    private void importBatch(ImportBatch files, List<Evidence> evidence) {
        if (!desk.shownPlan().map(Plan::id).equals(planId)) return;
        ReviewDecisions now = decisions;
        UUID id = UUID.randomUUID();
        desk.editPlan(
                ReviewWording.editName(review.get().orElseThrow(), words),
                p -> {
                    Plan with = p;
                    for (Evidence file : evidence) with = with.withEvidence(file);
                    return files.applyToPlan(with, now, id, clock.instant());
                });
        lastImportText =
                desk.shownPlan()
                        .flatMap(
                                p ->
                                        p.importRecords().stream()
                                                .filter(i -> i.id().equals(id))
                                                .findFirst())
                        .map(i -> words.sentence("import.done", i.figureCount()))
                        .orElse("");
        filter.set(ImportFilter.ALL);
        compareWithPlan();
    }

    private List<PastImport> pastImports(Plan p) {
        return p.importRecords().reversed().stream()
                .map(
                        i ->
                                new PastImport(
                                        i,
                                        wording.formatMoment(i.importedAt()),
                                        i.files().stream()
                                                .map(ImportRecord.ImportedFile::name)
                                                .collect(
                                                        Collectors.joining(
                                                                words.sentence("wording.list"))),
                                        i.takenBack()
                                                ? words.sentence(
                                                        "import.past.takenBack", i.figureCount())
                                                : words.sentence(
                                                        "import.past.figures", i.figureCount())))
                .toList();
    }

    /** What an import brought, line by line, and what became of it. */
    List<String> pastImportLines(ImportRecord intake) {
        return desk.shownPlan()
                .map(p -> intake.slots().map(s -> pastImportLine(p, intake, s)).toList())
                .orElse(List.of());
    }

    private String pastImportLine(Plan p, ImportRecord intake, FigureSlot slot) {
        ReviewWording say = reviewWording(p);
        String before =
                intake.findContentBefore(slot)
                        .map(e -> say.contentText(slot, e))
                        .orElseGet(wording::placeholder);
        String after =
                intake.findContentAfter(slot)
                        .map(e -> say.contentText(slot, e))
                        .orElseGet(wording::placeholder);
        String line =
                words.sentence(
                        "import.past.line",
                        say.lineName(slot.indicatorOrPartId()),
                        say.slotPeriodText(slot),
                        before,
                        after);
        return intake.takenBack() || intake.isUntouched(slot, p)
                ? line
                : line + words.sentence("import.past.changed");
    }

    void takeBackImport(ImportRecord intake) {
        if (desk.shownPlan().filter(p -> p.importRecords().contains(intake)).isEmpty()) return;
        String files =
                intake.files().stream()
                        .map(ImportRecord.ImportedFile::name)
                        .collect(Collectors.joining(words.sentence("wording.list")));
        if (!dialogs.confirm(
                words.sentence("import.takeBack.ask", files, intake.figureCount()),
                words.sentence("import.takeBack"))) return;
        desk.editPlan(EditName.of("edit.import.takenBack", files), intake::planWithoutImport);
    }

    /** To the cell of the grid it would stand in. */
    void goToCell(ImportItem item) {
        item.proposal()
                .slot()
                .ifPresent(
                        slot ->
                                desk.shownPlan()
                                        .flatMap(p -> p.findOwner(slot.indicatorOrPartId()))
                                        .ifPresent(
                                                owner -> {
                                                    desk.selectedIndicatorProperty()
                                                            .set(Optional.of(owner.id()));
                                                    desk.cellTargetProperty()
                                                            .set(
                                                                    Optional.of(
                                                                            new CellTarget(
                                                                                    slot
                                                                                            .indicatorOrPartId(),
                                                                                    slot
                                                                                                    instanceof
                                                                                                    FigureSlot
                                                                                                            .ObservationSlot(
                                                                                                            _,
                                                                                                            var
                                                                                                                    period,
                                                                                                            _)
                                                                                            ? Optional
                                                                                                    .of(
                                                                                                            period)
                                                                                            : Optional
                                                                                                    .empty())));
                                                    desk.placeProperty()
                                                            .set(ScreenPlace.INDICATORS);
                                                }));
    }

    // How it is worded.

    private ReviewWording reviewWording(Plan p) {
        return new ReviewWording(words, p);
    }

    private static ImportItem createItem(
            ReviewWording say, FigureProposal proposal, String finding) {
        CellAddress place = proposal.figure().address();
        return new ImportItem(
                proposal,
                say.proposalName(proposal),
                say.periodText(proposal),
                say.currentContentText(proposal),
                say.nextContentText(proposal),
                finding,
                say.reasonSentences(proposal).stream().findFirst().orElse(""),
                place.file() + "  " + ReviewWording.addressText(place));
    }

    /** Every reason in a sentence, the grave ones first. */
    List<String> reasonSentences(FigureProposal proposal) {
        return review.get()
                .map(r -> reviewWording(r.plan()).reasonSentences(proposal))
                .orElse(List.of());
    }

    List<ImportFilter> availableFilters() {
        return Arrays.stream(ImportFilter.values())
                .filter(
                        s ->
                                s == ImportFilter.ALL
                                        || s == ImportFilter.DECIDE
                                        || countMatching(s) > 0)
                .toList();
    }

    String filterText(ImportFilter which) {
        return words.sentence("import.show." + which.name(), countMatching(which));
    }
}
