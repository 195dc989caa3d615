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
import plumbline.library.Library;
import plumbline.plan.Plan;
import plumbline.store.Backups;
import plumbline.store.ChangeLog;
import plumbline.store.Database;
import plumbline.store.KeptFiles;
import plumbline.store.Plans;
import plumbline.store.Snapshots;
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
public final class StoredPlans {
    private StoredPlans() {}

    /**
     * A plan of the library, by its title.
     *
     * @throws Problem if there is none, or several, or the library is open in a window
     */
    public static Plan stored(Optional<Path> wanted, String title) throws Problem {
        Path folder = wanted.orElseGet(Startup::dataFolder);
        try (Database database = opened(folder)) {
            return titled(title, new Plans(database, Clock.systemDefaultZone()));
        }
    }

    /** The evaluation date that the window keeps for a plan. */
    public static Optional<LocalDate> dated(Optional<Path> wanted, UUID plan) {
        return Startup.settings(wanted.orElseGet(Startup::dataFolder)).evaluationDate(plan);
    }

    /**
     * The library after its daily backup: the first opening by a newer program changes the file.
     */
    private static Database opened(Path folder) throws Problem {
        new Backups(folder, Clock.systemDefaultZone()).takeDaily();
        return Database.open(folder);
    }

    private static Plan titled(String title, Plans plans) throws Problem {
        List<Plans.Entry> entries = plans.list();
        List<Plans.Entry> found = entries.stream().filter(e -> e.title().equals(title)).toList();
        if (found.isEmpty())
            throw new Problem(
                    "problem.plan.unknown",
                    title,
                    String.join(", ", entries.stream().map(Plans.Entry::title).toList()));
        if (found.size() > 1) throw new Problem("problem.plan.ambiguous", title, found.size());
        return plans.load(found.getFirst().id());
    }

    /**
     * Reads colleagues' files beside a plan of the library, which stays as it is.
     *
     * @throws Problem if there is no such plan, or the library is open in a window
     */
    public static Commands.Imported looked(Optional<Path> wanted, String title, List<Path> files)
            throws Problem {
        Path folder = wanted.orElseGet(Startup::dataFolder);
        Plan plan = stored(Optional.of(folder), title);
        ImportBatch incoming = incoming(folder, files).guessed(plan);
        return new Commands.Imported(
                incoming.review(plan, ReviewDecisions.NONE), incoming.failed());
    }

    /**
     * As {@link #looked}, and keeps what the review takes as one edit.
     *
     * @throws Problem also if it cannot be kept: the plan stays as it was then
     */
    public static Commands.Imported tookIn(Optional<Path> wanted, String title, List<Path> files)
            throws Problem {
        Path folder = wanted.orElseGet(Startup::dataFolder);
        Clock clock = Clock.systemDefaultZone();
        try (Database database = opened(folder)) {
            Plans plans = new Plans(database, clock);
            Plan plan = titled(title, plans);
            ImportBatch incoming = incoming(folder, files).guessed(plan);
            ImportReview review = incoming.review(plan, ReviewDecisions.NONE);
            plans.save(
                    plan,
                    incoming.take(plan, ReviewDecisions.NONE, UUID.randomUUID(), clock.instant()),
                    ReviewWording.edit(review, Messages.of(Locale.getDefault())));
            return new Commands.Imported(review, incoming.failed());
        }
    }

    /** With the layouts the officer corrected in the window. */
    private static ImportBatch incoming(Path folder, List<Path> files) throws Problem {
        return ImportBatch.<RuntimeException>read(
                files,
                new LayoutMemoryFile(folder.resolve("layouts.json")).remembered(),
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
    public static String taken(Optional<Path> wanted, Path file) throws Problem {
        Path folder = wanted.orElseGet(Startup::dataFolder);
        PlanFile read = PlanFileReader.<RuntimeException>readPlanFile(file, _ -> {});
        try (Database database = opened(folder)) {
            Library library =
                    new StoredLibrary(
                            new Plans(database, Clock.systemDefaultZone()),
                            new Snapshots(database),
                            new ChangeLog(database));
            return new PlanFileTransfer(library, new StoredArchive(new KeptFiles(folder)))
                    .<RuntimeException>addAsNewPlan(file, read, _ -> {})
                    .title();
        }
    }
}
