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
import plumbline.store.EvidenceFiles;
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
    public static int openWindow(Optional<Path> wanted, PrintWriter err) {
        Messages words = Messages.forLocale(Locale.getDefault());
        if (!hasDisplay()) return reportNoDisplay(err, words);
        Path folder = wanted.orElseGet(Startup::platformDataFolder);
        int[] code = {0};
        CountDownLatch closed = new CountDownLatch(1);
        try {
            // Not within the start-up itself: a question asked there is never painted.
            Platform.startup(() -> Platform.runLater(() -> code[0] = startApp(folder, closed)));
            closed.await();
        } catch (UnsupportedOperationException | IllegalStateException _) {
            return reportNoDisplay(err, words);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return code[0];
    }

    static Path platformDataFolder() {
        return DataFolder.locate(
                System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    private static int reportNoDisplay(PrintWriter err, Messages words) {
        err.println(words.sentence("command.noDisplay"));
        return 2;
    }

    static Settings loadSettings(Path folder) {
        return Settings.loadFrom(folder.resolve("settings.properties"));
    }

    private static boolean hasDisplay() {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        String display = System.getenv("DISPLAY");
        return headless || !linux || display != null && !display.isBlank();
    }

    private static int startApp(Path folder, CountDownLatch closed) {
        Settings settings = loadSettings(folder);
        Stage stage = new Stage();
        PlumblineApp.applyTheme(settings.theme());
        try {
            Database database = openLibrary(folder, settings, stage);
            new PlumblineApp(
                            folder,
                            settings,
                            database,
                            stage,
                            w -> new WindowDialogs(() -> stage, w))
                    .showWindow(closed::countDown);
            return 0;
        } catch (Problem problem) {
            return refuseToStart(problem, settings, stage, closed);
        } catch (RuntimeException unexpected) {
            FailureLog.inFolder(folder).append(unexpected);
            return refuseToStart(
                    new Problem("problem.unexpected", unexpected).withCause(unexpected),
                    settings,
                    stage,
                    closed);
        }
    }

    /** Says why the window cannot open, then ends. */
    private static int refuseToStart(
            Problem problem, Settings settings, Stage stage, CountDownLatch closed) {
        Messages words = PlumblineApp.messagesIn(settings.language());
        Platform.runLater(
                () -> {
                    new WindowDialogs(() -> stage, () -> words).showProblemAndWait(problem);
                    closed.countDown();
                });
        return 1;
    }

    /**
     * Opens the library after its daily backup; a damaged one may be put right from the newest
     * copy.
     */
    private static Database openLibrary(Path folder, Settings settings, Stage stage)
            throws Problem {
        Backups backups = new Backups(folder, Clock.systemDefaultZone());
        takeDailyBackup(backups, settings, stage);
        try {
            Database database = Database.openInFolder(folder);
            removeUnusedEvidence(folder, database, backups, settings, stage);
            return database;
        } catch (Problem problem) {
            Optional<Path> copy =
                    problem.messageKey().equals("problem.library.damaged")
                            ? backups.findLatestBackup()
                            : Optional.empty();
            Messages words = PlumblineApp.messagesIn(settings.language());
            Dialogs dialogs = new WindowDialogs(() -> stage, () -> words);
            boolean restore =
                    copy.isPresent()
                            && dialogs.confirm(
                                    words.problemSentence(problem)
                                            + "\n\n"
                                            + words.sentence(
                                                    "library.restore.ask",
                                                    Backups.backupDay(copy.get()).toString()),
                                    words.sentence("library.restore"));
            if (!restore) throw problem;
            backups.restoreBackup(copy.get());
            return Database.openInFolder(folder);
        }
    }

    /**
     * Before any plan is open: what an undo could bring back is not missing then. Not in a start
     * that has restored.
     */
    private static void removeUnusedEvidence(
            Path folder, Database database, Backups backups, Settings settings, Stage stage) {
        try {
            new EvidenceFiles(folder).removeUnusedFiles(database, backups);
        } catch (Problem problem) {
            showProblem(problem, settings, stage);
        }
    }

    /** Over the window, once it is there. */
    private static void showProblem(Problem problem, Settings settings, Stage stage) {
        Messages words = PlumblineApp.messagesIn(settings.language());
        Platform.runLater(() -> new WindowDialogs(() -> stage, () -> words).showProblem(problem));
    }

    /** A backup that cannot be written is told; it keeps nobody from the plans themselves. */
    private static void takeDailyBackup(Backups backups, Settings settings, Stage stage) {
        try {
            backups.takeDailyBackup();
        } catch (Problem problem) {
            showProblem(problem, settings, stage);
        }
    }
}
