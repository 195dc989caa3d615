package plumbline.exchange.planfile;

import plumbline.base.Problem;
import plumbline.base.Progress;
import plumbline.library.EvidenceArchive;
import plumbline.library.PlanLibrary;
import plumbline.plan.Evidence;
import plumbline.plan.Lengths;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.words.EditName;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Plan files between the library and the outside. */
public final class PlanFileTransfer {
    private final PlanLibrary library;
    private final EvidenceArchive archive;

    public PlanFileTransfer(PlanLibrary library, EvidenceArchive archive) {
        this.library = library;
        this.archive = archive;
    }

    /** What may come along with a plan. */
    public enum PlanCompanion {
        SNAPSHOTS,
        EVIDENCE
    }

    /**
     * Writes a plan, or a part of it.
     *
     * @param part true if it is not the whole
     */
    public <X extends Exception> void exportPlan(
            Path file,
            Plan plan,
            boolean part,
            Set<PlanCompanion> companions,
            LocalDate today,
            Progress<X> progress)
            throws Problem, X {
        List<Snapshot> snapshots = new ArrayList<>();
        if (companions.contains(PlanCompanion.SNAPSHOTS))
            for (PlanLibrary.SnapshotSummary frozen : library.listSnapshots(plan.id()))
                snapshots.add(library.loadSnapshot(frozen.id()));
        List<Evidence> evidence = new ArrayList<>(plan.evidence());
        snapshots.forEach(s -> evidence.addAll(s.plan().evidence()));
        Map<String, Path> kept = new LinkedHashMap<>();
        if (companions.contains(PlanCompanion.EVIDENCE))
            evidence.forEach(
                    e ->
                            archive.findFile(e.sha256())
                                    .ifPresent(path -> kept.put(e.sha256(), path)));
        PlanFileWriter.writePlanFile(
                file,
                new PlanFileWriter.PlanFileContents(plan, snapshots, kept, today, part),
                progress);
    }

    /**
     * Keeps what a file holds as a new plan, with new ids for it and its snapshots, and a title
     * that is not taken. It is kept whole or not at all.
     *
     * @param told is told how much of the evidence is kept
     */
    public <X extends Exception> Plan addAsNewPlan(Path file, PlanFile read, Progress<X> told)
            throws Problem, X {
        Plan plan = read.plan().withChanges(d -> d.id = UUID.randomUUID());
        String title = freeTitle(plan.title());
        Plan named = plan.withChanges(d -> d.title = title);
        keepEvidence(file, read, told);
        told.reportShareDone(1);
        library.addPlan(
                named,
                read.snapshots().stream().map(s -> snapshotOfNewPlan(named, s)).toList(),
                EditName.of("edit.plan.fromFile", title, String.valueOf(file.getFileName())));
        return named;
    }

    private static Snapshot snapshotOfNewPlan(Plan plan, Snapshot s) {
        return new Snapshot(
                UUID.randomUUID(),
                s.name(),
                s.evaluationDate(),
                s.frozenAt(),
                s.note(),
                s.plan().withChanges(d -> d.id = plan.id()));
    }

    /** Puts the files of evidence that came with a plan into the archive. */
    public <X extends Exception> void keepEvidence(Path file, PlanFile read, Progress<X> told)
            throws Problem, X {
        if (!read.evidenceSums().isEmpty())
            PlanFileReader.extractEvidence(file, told, archive::keepFile);
    }

    /** {@code title}, or {@code title (2)} and so on. */
    private String freeTitle(String title) throws Problem {
        Set<String> taken = new HashSet<>();
        for (PlanLibrary.PlanSummary entry : library.listPlans()) taken.add(entry.title());
        String base = title.substring(0, Math.min(title.length(), Lengths.TITLE - 8));
        String free = title;
        for (int i = 2; taken.contains(free); i++) free = base + " (" + i + ")";
        return free;
    }
}
