package plumbline.app;

import plumbline.base.Problem;
import plumbline.command.Commands;
import plumbline.exchange.planfile.PlanFile;
import plumbline.exchange.planfile.PlanFileReader;
import plumbline.exchange.planfile.PlanFileTransfer;
import plumbline.exchange.review.ImportBatch;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReviewDecisions;
import plumbline.exchange.review.ReviewWording;
import plumbline.exchange.table.LayoutMemoryFile;
import plumbline.library.PlanLibrary;
import plumbline.plan.Plan;
import plumbline.store.Backups;
import plumbline.store.ChangeLog;
import plumbline.store.Database;
import plumbline.store.EvidenceFiles;
import plumbline.store.PlanStore;
import plumbline.store.SnapshotStore;
import plumbline.words.Messages;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the command line does with the plans of a library, while no window has it open. */
public final class CommandLinePlans {
    private CommandLinePlans() {}

    /**
     * A plan of the library, by its title.
     *
     * @throws Problem if there is none, or several, or the library is open in a window
     */
    public static Plan loadByTitle(Optional<Path> wanted, String title) throws Problem {
        Path folder = wanted.orElseGet(Startup::platformDataFolder);
        try (Database database = openLibrary(folder)) {
            return findByTitle(title, new PlanStore(database, Clock.systemDefaultZone()));
        }
    }

    /** The evaluation date that the window keeps for a plan. */
    public static Optional<LocalDate> findEvaluationDate(Optional<Path> wanted, UUID plan) {
        return Startup.loadSettings(wanted.orElseGet(Startup::platformDataFolder))
                .evaluationDate(plan);
    }

    /**
     * The library after its daily backup: the first opening by a newer program changes the file.
     */
    private static Database openLibrary(Path folder) throws Problem {
        new Backups(folder, Clock.systemDefaultZone()).takeDailyBackup();
        return Database.openInFolder(folder);
    }

    private static Plan findByTitle(String title, PlanStore plans) throws Problem {
        List<PlanStore.StoredPlanEntry> entries = plans.listPlans();
        List<PlanStore.StoredPlanEntry> found =
                entries.stream().filter(e -> e.title().equals(title)).toList();
        if (found.isEmpty())
            throw new Problem(
                    "problem.plan.unknown",
                    title,
                    String.join(
                            ", ", entries.stream().map(PlanStore.StoredPlanEntry::title).toList()));
        if (found.size() > 1) throw new Problem("problem.plan.ambiguous", title, found.size());
        return plans.loadPlan(found.getFirst().id());
    }

    /**
     * Reads colleagues' files beside a plan of the library, which stays as it is.
     *
     * @throws Problem if there is no such plan, or the library is open in a window
     */
    public static Commands.ImportResult reviewFiles(
            Optional<Path> wanted, String title, List<Path> files) throws Problem {
        Path folder = wanted.orElseGet(Startup::platformDataFolder);
        Plan plan = loadByTitle(Optional.of(folder), title);
        ImportBatch incoming = readFiles(folder, files).withGuessedDepartments(plan);
        return new Commands.ImportResult(
                incoming.createReview(plan, ReviewDecisions.NONE), incoming.failedFiles());
    }

    /**
     * As {@link #reviewFiles}, and keeps what the review takes as one edit.
     *
     * @throws Problem also if it cannot be kept: the plan stays as it was then
     */
    public static Commands.ImportResult importFiles(
            Optional<Path> wanted, String title, List<Path> files) throws Problem {
        Path folder = wanted.orElseGet(Startup::platformDataFolder);
        Clock clock = Clock.systemDefaultZone();
        try (Database database = openLibrary(folder)) {
            PlanStore plans = new PlanStore(database, clock);
            Plan plan = findByTitle(title, plans);
            ImportBatch incoming = readFiles(folder, files).withGuessedDepartments(plan);
            ImportReview review = incoming.createReview(plan, ReviewDecisions.NONE);
            plans.savePlan(
                    plan,
                    incoming.applyToPlan(
                            plan, ReviewDecisions.NONE, UUID.randomUUID(), clock.instant()),
                    ReviewWording.editName(review, Messages.forLocale(Locale.getDefault())));
            return new Commands.ImportResult(review, incoming.failedFiles());
        }
    }

    /** With the layouts the officer corrected in the window. */
    private static ImportBatch readFiles(Path folder, List<Path> files) throws Problem {
        return ImportBatch.<RuntimeException>readFiles(
                files,
                new LayoutMemoryFile(folder.resolve("layouts.json")).rememberedLayouts(),
                LocalDate.now(),
                Set.of(),
                _ -> {});
    }

    /**
     * Keeps what a plan file holds as a new plan of the library.
     *
     * @return its title
     * @throws Problem if the file cannot be read, or the library is open in a window
     */
    public static String addPlanFile(Optional<Path> wanted, Path file) throws Problem {
        Path folder = wanted.orElseGet(Startup::platformDataFolder);
        PlanFile read = PlanFileReader.<RuntimeException>readPlanFile(file, _ -> {});
        try (Database database = openLibrary(folder)) {
            PlanLibrary library =
                    new StoredLibrary(
                            new PlanStore(database, Clock.systemDefaultZone()),
                            new SnapshotStore(database),
                            new ChangeLog(database));
            return new PlanFileTransfer(library, new StoredArchive(new EvidenceFiles(folder)))
                    .<RuntimeException>addAsNewPlan(file, read, _ -> {})
                    .title();
        }
    }
}
