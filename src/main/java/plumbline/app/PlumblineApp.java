package plumbline.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import plumbline.base.Problem;
import plumbline.chart.drawing.Palette;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Place;
import plumbline.desk.Settings;
import plumbline.desk.WindowBounds;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.PlanFileTransfer;
import plumbline.exchange.table.LayoutMemoryFile;
import plumbline.library.Archive;
import plumbline.library.Library;
import plumbline.plan.Plan;
import plumbline.screen.PlanFileDrop;
import plumbline.screen.Shell;
import plumbline.screen.ShellViewModel;
import plumbline.screen.analysis.AnalysisView;
import plumbline.screen.analysis.AnalysisViewModel;
import plumbline.screen.charts.ChartsView;
import plumbline.screen.charts.ChartsViewModel;
import plumbline.screen.checks.ChecksView;
import plumbline.screen.checks.ChecksViewModel;
import plumbline.screen.importing.CollectingViewModel;
import plumbline.screen.importing.ImportingView;
import plumbline.screen.importing.ImportingViewModel;
import plumbline.screen.indicators.edit.PartEdits;
import plumbline.screen.indicators.grid.IndicatorsView;
import plumbline.screen.indicators.grid.IndicatorsViewModel;
import plumbline.screen.indicators.grid.RejectedEntries;
import plumbline.screen.indicators.inspector.Inspector;
import plumbline.screen.indicators.inspector.InspectorViewModel;
import plumbline.screen.indicators.inspector.PartsPane;
import plumbline.screen.indicators.inspector.PartsViewModel;
import plumbline.screen.indicators.inspector.SourceViewModel;
import plumbline.screen.overview.OverviewView;
import plumbline.screen.overview.OverviewViewModel;
import plumbline.screen.parts.View;
import plumbline.screen.problems.ProblemsView;
import plumbline.screen.problems.ProblemsViewModel;
import plumbline.screen.proofreading.ProofreadingView;
import plumbline.screen.proofreading.ProofreadingViewModel;
import plumbline.screen.reporting.ReportingView;
import plumbline.screen.reporting.ReportingViewModel;
import plumbline.screen.settings.RuleDrafts;
import plumbline.screen.settings.RuleEditor;
import plumbline.screen.settings.RuleEditorViewModel;
import plumbline.screen.settings.SettingsView;
import plumbline.screen.settings.SettingsViewModel;
import plumbline.screen.snapshots.SnapshotsView;
import plumbline.screen.snapshots.SnapshotsViewModel;
import plumbline.screen.start.PlanFilesViewModel;
import plumbline.screen.start.StartView;
import plumbline.screen.start.StartViewModel;
import plumbline.screen.tasks.TasksView;
import plumbline.screen.tasks.TasksViewModel;
import plumbline.store.ChangeLog;
import plumbline.store.Database;
import plumbline.store.KeptFiles;
import plumbline.store.Plans;
import plumbline.store.Snapshots;
import plumbline.words.Messages;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The only place that makes the parts of the window and introduces them to one another. */
public final class PlumblineApp {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final List<String> LOOKS = List.of("parts", "places");

    private final Path folder;
    private final Settings settings;
    private final Database database;
    private final Clock clock = Clock.systemDefaultZone();
    private final ExecutorService store =
            Executors.newSingleThreadExecutor(r -> daemon(r, "store"));
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(r -> daemon(r, "work"));
    private final ObjectProperty<Settings.Language> language = new SimpleObjectProperty<>();
    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>();
    private final Stage stage;
    private final Scene scene;
    private final Dialogs dialogs;
    private final Library library;
    private final RejectedEntries refusals = new RejectedEntries();
    private final RuleDrafts writing = new RuleDrafts();
    private final Workspace desk;
    private final BackgroundWork work;

    /**
     * Reads and writes whole plans: on the store's own thread, behind the edits that are still to
     * be kept.
     */
    private final BackgroundWork shelf;

    private final Archive archive;
    private final PlanFileTransfer planFiles;
    private Messages words;
    private Optional<PlanFilesViewModel> files = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    /** The window closes as soon as everything is kept. */
    private boolean leaving;

    /**
     * @param asking makes the dialogs, given the words of the language chosen at the time
     */
    PlumblineApp(
            Path folder,
            Settings settings,
            Database database,
            Stage stage,
            Function<Supplier<Messages>, Dialogs> asking) {
        this.folder = folder;
        this.settings = settings;
        this.database = database;
        this.stage = stage;
        this.words = words(settings.language());
        this.dialogs = asking.apply(() -> words);
        Plans plans = new Plans(database, clock);
        this.library = new StoredLibrary(plans, new Snapshots(database), new ChangeLog(database));
        this.archive = new StoredArchive(new KeptFiles(folder));
        this.planFiles = new PlanFileTransfer(library, archive);
        this.desk = new Workspace(plans::save, store, Platform::runLater, this::fail);
        this.work = new BackgroundWork(background, Platform::runLater, this::fail);
        this.shelf = new BackgroundWork(store, Platform::runLater, this::fail);
        this.scene = new Scene(new Pane(), WIDTH, HEIGHT);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    static Messages words(Settings.Language language) {
        return Messages.of(
                switch (language) {
                    case SYSTEM -> Locale.getDefault();
                    case CHINESE -> Messages.CHINESE;
                    case ENGLISH -> Messages.ENGLISH;
                });
    }

    /**
     * @param closed run when the window is closed and everything is kept
     */
    void show(Runnable closed) {
        language.set(settings.language());
        theme.set(settings.theme());
        LOOKS.forEach(
                look ->
                        scene.getStylesheets()
                                .add(
                                        PlumblineApp.class
                                                .getResource("/plumbline/look/" + look + ".css")
                                                .toExternalForm()));
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> Platform.runLater(() -> unexpected(failure)));
        theme.subscribe(this::dress);
        language.subscribe(_ -> furnish());
        stage.setScene(scene);
        stage.getIcons()
                .add(
                        new Image(
                                PlumblineApp.class.getResourceAsStream(
                                        "/plumbline/look/plumbline.png")));
        stand();
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(this::leave);
        stage.setOnHiding(_ -> rememberWindow());
        desk.keeping().subscribe((_, _) -> goOnLeaving());
        shelf.current().subscribe((_, _) -> goOnLeaving());
        stage.setOnHidden(_ -> close(closed));
        stage.show();
        start().openLastPlan();
    }

    /** Where it stood before, if that is still on a screen. */
    private void stand() {
        Optional<WindowBounds> before =
                settings.window()
                        .filter(
                                f ->
                                        !Screen.getScreensForRectangle(
                                                        f.x(), f.y(), f.width(), f.height())
                                                .isEmpty());
        stage.setWidth(
                before.map(WindowBounds::width)
                        .map(Integer::doubleValue)
                        .orElse(Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth())));
        stage.setHeight(
                before.map(WindowBounds::height)
                        .map(Integer::doubleValue)
                        .orElse(
                                Math.min(
                                        HEIGHT,
                                        Screen.getPrimary().getVisualBounds().getHeight())));
        before.ifPresent(
                f -> {
                    stage.setX(f.x());
                    stage.setY(f.y());
                    stage.setMaximized(f.maximised());
                });
    }

    /** While it fills the screen, where it stood before that is kept. */
    private void rememberWindow() {
        if (stage.isIconified()) return;
        WindowBounds now =
                new WindowBounds(
                        (int) stage.getX(),
                        (int) stage.getY(),
                        (int) stage.getWidth(),
                        (int) stage.getHeight(),
                        false);
        WindowBounds normal =
                stage.isMaximized()
                        ? settings.window()
                                .orElse(new WindowBounds(0, 0, (int) WIDTH, (int) HEIGHT, false))
                        : now;
        try {
            settings.window(
                    new WindowBounds(
                            normal.x(),
                            normal.y(),
                            normal.width(),
                            normal.height(),
                            stage.isMaximized()));
        } catch (Problem problem) {
            System.err.println(words.say(problem));
        }
    }

    /**
     * What is being typed is taken first; the window stays while an edit or a plan is not kept, so
     * that a failure can still be told.
     */
    private void leave(WindowEvent e) {
        scene.getRoot().requestFocus();
        boolean pending =
                desk.plan()
                        .map(Plan::id)
                        .filter(id -> Optional.of(id).equals(writing.pendingPlan().get()))
                        .isPresent();
        if (pending
                && !dialogs.confirm(
                        words.say("ruleEditor.leave.ask"), words.say("ruleEditor.leave"))) {
            e.consume();
            leaving = false;
            desk.place().set(Place.SETTINGS);
            return;
        }
        leaving = !kept();
        if (leaving) e.consume();
    }

    private boolean kept() {
        return desk.keeping().get() != Workspace.Keeping.SAVING && shelf.current().get().isEmpty();
    }

    /** Not at once: what was kept last may have failed, or go on. */
    private void goOnLeaving() {
        Platform.runLater(
                () -> {
                    if (leaving && kept()) stage.close();
                });
    }

    /** What has failed is to be seen: the window stays. */
    private void fail(Problem problem) {
        leaving = false;
        dialogs.fail(problem);
    }

    private void unexpected(Throwable failure) {
        Traces.in(folder).keep(failure);
        fail(new Problem("problem.unexpected", String.valueOf(failure)).because(failure));
    }

    static void wear(Settings.Theme chosen) {
        Application.setUserAgentStylesheet(
                switch (chosen) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    private void dress(Settings.Theme chosen) {
        wear(chosen);
        if (shell.isPresent()) furnish();
    }

    /** Makes the window's content anew, in the language and theme that are chosen now. */
    private void furnish() {
        words = words(language.get());
        stage.setTitle(words.say("app.name"));
        files =
                Optional.of(
                        new PlanFilesViewModel(
                                desk,
                                planFiles,
                                library::load,
                                shelf,
                                dialogs,
                                words,
                                clock,
                                start()::openInWorkspace));
        Shell made =
                new Shell(
                        new ShellViewModel(desk, work, dialogs, settings, words),
                        desk,
                        work,
                        writing,
                        words,
                        this::view);
        PlanFileDrop.on(made.node(), files.get()::openFile);
        if (theme.get() == Settings.Theme.DARK) made.node().getStyleClass().add("dark-look");
        Optional<String> keyboard = Optional.ofNullable(scene.getFocusOwner()).map(Node::getId);
        scene.setRoot(made.node());
        // A control has its children only once it has its skin.
        made.node().applyCss();
        keyboard.flatMap(id -> Optional.ofNullable(made.node().lookup("#" + id)))
                .ifPresent(Node::requestFocus);
        shell.ifPresent(Shell::close);
        shell = Optional.of(made);
    }

    private View view(Place place) {
        return switch (place) {
            case START -> new StartView(start(), files.orElseThrow(), words);
            case OVERVIEW -> new OverviewView(new OverviewViewModel(desk, words), words);
            case INDICATORS -> indicators();
            case TASKS -> new TasksView(new TasksViewModel(desk, dialogs, words, clock), words);
            case PROBLEMS -> new ProblemsView(new ProblemsViewModel(desk, dialogs, words), words);
            case CHARTS ->
                    new ChartsView(
                            new ChartsViewModel(desk, library, shelf, work, dialogs, words),
                            words,
                            this::palette);
            case IMPORTING -> importing();
            case SNAPSHOTS ->
                    new SnapshotsView(
                            new SnapshotsViewModel(desk, library, shelf, dialogs, words, clock),
                            words);
            case CHECKS -> new ChecksView(new ChecksViewModel(desk, words), words);
            case PROOFREADING ->
                    new ProofreadingView(
                            new ProofreadingViewModel(desk, work, dialogs, words, start()::addPlan),
                            words);
            case REPORTING ->
                    new ReportingView(
                            new ReportingViewModel(desk, work, dialogs, words, FolderWindow::open),
                            words);
            case ANALYSIS ->
                    new AnalysisView(new AnalysisViewModel(desk, work, dialogs, words), words);
            case SETTINGS ->
                    new SettingsView(
                            new SettingsViewModel(
                                    desk, dialogs, settings, language, theme, folder, words),
                            new RuleEditor(new RuleEditorViewModel(desk, writing, words), words),
                            words);
        };
    }

    private ImportingView importing() {
        ImportingViewModel model =
                new ImportingViewModel(
                        desk,
                        archive,
                        work,
                        dialogs,
                        new LayoutMemoryFile(folder.resolve("layouts.json")),
                        words,
                        clock);
        return new ImportingView(
                model,
                new CollectingViewModel(desk, work, dialogs, model.review(), words, clock),
                words);
    }

    private IndicatorsView indicators() {
        PartEdits parts = new PartEdits(desk, dialogs, words);
        PartsPane pane = new PartsPane(new PartsViewModel(desk, parts, words), words);
        return new IndicatorsView(
                new IndicatorsViewModel(desk, dialogs, parts, refusals, words),
                new Inspector(
                        new InspectorViewModel(desk, shelf, library, words),
                        pane,
                        new SourceViewModel(desk, archive, shelf, dialogs, words, clock),
                        words,
                        this::palette),
                words);
    }

    private StartViewModel start() {
        return new StartViewModel(desk, library, shelf, dialogs, settings, words, clock);
    }

    private Palette palette() {
        return theme.get() == Settings.Theme.DARK ? Palette.DARK : Palette.LIGHT;
    }

    /** Lets what is being kept be kept, then closes the library. */
    private void close(Runnable closed) {
        shell.ifPresent(Shell::close);
        store.shutdown();
        background.shutdown();
        try {
            store.awaitTermination(30, TimeUnit.SECONDS);
            database.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Problem problem) {
            System.err.println(words.say(problem));
        }
        closed.run();
    }

    /** The open plan, for tests of the whole. */
    Workspace desk() {
        return desk;
    }
}
