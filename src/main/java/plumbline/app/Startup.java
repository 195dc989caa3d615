package plumbline.app;

import javafx.application.Platform;
import javafx.stage.Stage;

import plumbline.base.Problem;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.screen.WindowDialogs;
import plumbline.store.Backups;
import plumbline.store.DataFolder;
import plumbline.store.Database;
import plumbline.store.KeptFiles;
import plumbline.words.Messages;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * From the start to the window: the data folder, the daily backup, the library, and what is said if
 * one of them fails.
 */
public final class Startup {
    private Startup() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param wanted the data folder; the platform's own if none is given
     * @return 0, or 1 if the library could not be opened, or 2 if there is no display
     */
    public static int open(Optional<Path> wanted, PrintWriter err) {
        Messages words = Messages.of(Locale.getDefault());
        if (!display()) return noDisplay(err, words);
        Path folder = wanted.orElseGet(Startup::dataFolder);
        int[] code = {0};
        CountDownLatch closed = new CountDownLatch(1);
        try {
            // Not within the start-up itself: a question asked there is never painted.
            Platform.startup(() -> Platform.runLater(() -> code[0] = start(folder, closed)));
            closed.await();
        } catch (UnsupportedOperationException | IllegalStateException _) {
            return noDisplay(err, words);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return code[0];
    }

    static Path dataFolder() {
        return DataFolder.of(
                System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    private static int noDisplay(PrintWriter err, Messages words) {
        err.println(words.say("command.noDisplay"));
        return 2;
    }

    static Settings settings(Path folder) {
        return Settings.in(folder.resolve("settings.properties"));
    }

    private static boolean display() {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        String display = System.getenv("DISPLAY");
        return headless || !linux || display != null && !display.isBlank();
    }

    private static int start(Path folder, CountDownLatch closed) {
        Settings settings = settings(folder);
        Stage stage = new Stage();
        PlumblineApp.wear(settings.theme());
        try {
            Database database = library(folder, settings, stage);
            new PlumblineApp(
                            folder,
                            settings,
                            database,
                            stage,
                            w -> new WindowDialogs(() -> stage, w))
                    .show(closed::countDown);
            return 0;
        } catch (Problem problem) {
            return refuse(problem, settings, stage, closed);
        } catch (RuntimeException unexpected) {
            Traces.in(folder).keep(unexpected);
            return refuse(
                    new Problem("problem.unexpected", unexpected).because(unexpected),
                    settings,
                    stage,
                    closed);
        }
    }

    /** Says why the window cannot open, then ends. */
    private static int refuse(
            Problem problem, Settings settings, Stage stage, CountDownLatch closed) {
        Messages words = PlumblineApp.words(settings.language());
        Platform.runLater(
                () -> {
                    new WindowDialogs(() -> stage, () -> words).failAndWait(problem);
                    closed.countDown();
                });
        return 1;
    }

    /**
     * Opens the library after its daily backup; a damaged one may be put right from the newest
     * copy.
     */
    private static Database library(Path folder, Settings settings, Stage stage) throws Problem {
        Backups backups = new Backups(folder, Clock.systemDefaultZone());
        backUp(backups, settings, stage);
        try {
            Database database = Database.open(folder);
            tidy(folder, database, backups, settings, stage);
            return database;
        } catch (Problem problem) {
            Optional<Path> copy =
                    problem.key().equals("problem.library.damaged")
                            ? backups.latest()
                            : Optional.empty();
            Messages words = PlumblineApp.words(settings.language());
            Dialogs dialogs = new WindowDialogs(() -> stage, () -> words);
            boolean restore =
                    copy.isPresent()
                            && dialogs.confirm(
                                    words.say(problem)
                                            + "\n\n"
                                            + words.say(
                                                    "library.restore.ask",
                                                    Backups.day(copy.get()).toString()),
                                    words.say("library.restore"));
            if (!restore) throw problem;
            backups.restore(copy.get());
            return Database.open(folder);
        }
    }

    /**
     * Before any plan is open: what an undo could bring back is not missing then. Not in a start
     * that has restored.
     */
    private static void tidy(
            Path folder, Database database, Backups backups, Settings settings, Stage stage) {
        try {
            new KeptFiles(folder).tidy(database, backups);
        } catch (Problem problem) {
            tell(problem, settings, stage);
        }
    }

    /** Over the window, once it is there. */
    private static void tell(Problem problem, Settings settings, Stage stage) {
        Messages words = PlumblineApp.words(settings.language());
        Platform.runLater(() -> new WindowDialogs(() -> stage, () -> words).fail(problem));
    }

    /** A backup that cannot be written is told; it keeps nobody from the plans themselves. */
    private static void backUp(Backups backups, Settings settings, Stage stage) {
        try {
            backups.takeDaily();
        } catch (Problem problem) {
            tell(problem, settings, stage);
        }
    }
}
