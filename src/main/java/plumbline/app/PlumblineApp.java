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
import plumbline.desk.ScreenPlace;
import plumbline.desk.Settings;
import plumbline.desk.WindowBounds;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.PlanFileTransfer;
import plumbline.exchange.table.LayoutMemoryFile;
import plumbline.library.EvidenceArchive;
import plumbline.library.PlanLibrary;
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
import plumbline.screen.parts.ScreenView;
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
import plumbline.store.EvidenceFiles;
import plumbline.store.PlanStore;
import plumbline.store.SnapshotStore;
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
    private static final List<String> STYLESHEETS = List.of("parts", "places");

    private final Path dataFolder;
    private final Settings settings;
    private final Database database;
    private final Clock clock = Clock.systemDefaultZone();
    private final ExecutorService storeExecutor =
            Executors.newSingleThreadExecutor(r -> createDaemonThread(r, "store"));
    private final ExecutorService backgroundExecutor =
            Executors.newSingleThreadExecutor(r -> createDaemonThread(r, "work"));
    private final ObjectProperty<Settings.Language> language = new SimpleObjectProperty<>();
    private final ObjectProperty<Settings.ColourTheme> theme = new SimpleObjectProperty<>();
    private final Stage stage;
    private final Scene scene;
    private final Dialogs dialogs;
    private final PlanLibrary library;
    private final RejectedEntries rejectedEntries = new RejectedEntries();
    private final RuleDrafts ruleDrafts = new RuleDrafts();
    private final Workspace workspace;
    private final BackgroundWork backgroundWork;

    /**
     * Reads and writes whole plans: on the store's own thread, behind the edits that are still to
     * be kept.
     */
    private final BackgroundWork storeWork;

    private final EvidenceArchive archive;
    private final PlanFileTransfer planFiles;
    private Messages messages;
    private Optional<PlanFilesViewModel> planFilesModel = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    /** The window closes as soon as everything is kept. */
    private boolean isLeaving;

    /**
     * @param asking makes the dialogs, given the words of the language chosen at the time
     */
    PlumblineApp(
            Path folder,
            Settings settings,
            Database database,
            Stage stage,
            Function<Supplier<Messages>, Dialogs> asking) {
        this.dataFolder = folder;
        this.settings = settings;
        this.database = database;
        this.stage = stage;
        this.messages = messagesIn(settings.language());
        this.dialogs = asking.apply(() -> messages);
        PlanStore plans = new PlanStore(database, clock);
        this.library =
                new StoredLibrary(plans, new SnapshotStore(database), new ChangeLog(database));
        this.archive = new StoredArchive(new EvidenceFiles(folder));
        this.planFiles = new PlanFileTransfer(library, archive);
        this.workspace =
                new Workspace(
                        plans::savePlan, storeExecutor, Platform::runLater, this::showProblem);
        this.backgroundWork =
                new BackgroundWork(backgroundExecutor, Platform::runLater, this::showProblem);
        this.storeWork = new BackgroundWork(storeExecutor, Platform::runLater, this::showProblem);
        this.scene = new Scene(new Pane(), WIDTH, HEIGHT);
    }

    private static Thread createDaemonThread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    static Messages messagesIn(Settings.Language language) {
        return Messages.forLocale(
                switch (language) {
                    case SYSTEM -> Locale.getDefault();
                    case CHINESE -> Messages.CHINESE;
                    case ENGLISH -> Messages.ENGLISH;
                });
    }

    /**
     * @param closed run when the window is closed and everything is kept
     */
    void showWindow(Runnable closed) {
        language.set(settings.language());
        theme.set(settings.theme());
        STYLESHEETS.forEach(
                look ->
                        scene.getStylesheets()
                                .add(
                                        PlumblineApp.class
                                                .getResource("/plumbline/look/" + look + ".css")
                                                .toExternalForm()));
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> Platform.runLater(() -> onUnexpectedFailure(failure)));
        theme.subscribe(this::changeTheme);
        language.subscribe(_ -> rebuildContent());
        stage.setScene(scene);
        stage.getIcons()
                .add(
                        new Image(
                                PlumblineApp.class.getResourceAsStream(
                                        "/plumbline/look/plumbline.png")));
        restoreWindowBounds();
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(this::onCloseRequest);
        stage.setOnHiding(_ -> rememberWindowBounds());
        workspace.saveStatusProperty().subscribe((_, _) -> closeIfLeaving());
        storeWork.currentJobProperty().subscribe((_, _) -> closeIfLeaving());
        stage.setOnHidden(_ -> closeLibrary(closed));
        stage.show();
        createStartModel().openLastPlan();
    }

    /** Where it stood before, if that is still on a screen. */
    private void restoreWindowBounds() {
        Optional<WindowBounds> before =
                settings.windowBounds()
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
    private void rememberWindowBounds() {
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
                        ? settings.windowBounds()
                                .orElse(new WindowBounds(0, 0, (int) WIDTH, (int) HEIGHT, false))
                        : now;
        try {
            settings.rememberWindowBounds(
                    new WindowBounds(
                            normal.x(),
                            normal.y(),
                            normal.width(),
                            normal.height(),
                            stage.isMaximized()));
        } catch (Problem problem) {
            System.err.println(messages.problemSentence(problem));
        }
    }

    /**
     * What is being typed is taken first; the window stays while an edit or a plan is not kept, so
     * that a failure can still be told.
     */
    private void onCloseRequest(WindowEvent e) {
        scene.getRoot().requestFocus();
        boolean pending =
                workspace
                        .shownPlan()
                        .map(Plan::id)
                        .filter(id -> Optional.of(id).equals(ruleDrafts.pendingPlan().get()))
                        .isPresent();
        if (pending
                && !dialogs.confirm(
                        messages.sentence("ruleEditor.leave.ask"),
                        messages.sentence("ruleEditor.leave"))) {
            e.consume();
            isLeaving = false;
            workspace.placeProperty().set(ScreenPlace.SETTINGS);
            return;
        }
        isLeaving = !isEverythingSaved();
        if (isLeaving) e.consume();
    }

    private boolean isEverythingSaved() {
        return workspace.saveStatusProperty().get() != Workspace.SaveStatus.SAVING
                && storeWork.currentJobProperty().get().isEmpty();
    }

    /** Not at once: what was kept last may have failed, or go on. */
    private void closeIfLeaving() {
        Platform.runLater(
                () -> {
                    if (isLeaving && isEverythingSaved()) stage.close();
                });
    }

    /** What has failed is to be seen: the window stays. */
    private void showProblem(Problem problem) {
        isLeaving = false;
        dialogs.showProblem(problem);
    }

    private void onUnexpectedFailure(Throwable failure) {
        FailureLog.inFolder(dataFolder).append(failure);
        showProblem(new Problem("problem.unexpected", String.valueOf(failure)).withCause(failure));
    }

    static void applyTheme(Settings.ColourTheme chosen) {
        Application.setUserAgentStylesheet(
                switch (chosen) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    private void changeTheme(Settings.ColourTheme chosen) {
        applyTheme(chosen);
        if (shell.isPresent()) rebuildContent();
    }

    /** Makes the window's content anew, in the language and theme that are chosen now. */
    private void rebuildContent() {
        messages = messagesIn(language.get());
        stage.setTitle(messages.sentence("app.name"));
        planFilesModel =
                Optional.of(
                        new PlanFilesViewModel(
                                workspace,
                                planFiles,
                                library::loadPlan,
                                storeWork,
                                dialogs,
                                messages,
                                clock,
                                createStartModel()::openInWorkspace));
        Shell made =
                new Shell(
                        new ShellViewModel(workspace, backgroundWork, dialogs, settings, messages),
                        workspace,
                        backgroundWork,
                        ruleDrafts,
                        messages,
                        this::createView);
        PlanFileDrop.acceptPlanFiles(made.rootNode(), planFilesModel.get()::openFile);
        if (theme.get() == Settings.ColourTheme.DARK)
            made.rootNode().getStyleClass().add("dark-look");
        Optional<String> keyboard = Optional.ofNullable(scene.getFocusOwner()).map(Node::getId);
        scene.setRoot(made.rootNode());
        // A control has its children only once it has its skin.
        made.rootNode().applyCss();
        keyboard.flatMap(id -> Optional.ofNullable(made.rootNode().lookup("#" + id)))
                .ifPresent(Node::requestFocus);
        shell.ifPresent(Shell::close);
        shell = Optional.of(made);
    }

    private ScreenView createView(ScreenPlace place) {
        return switch (place) {
            case START -> new StartView(createStartModel(), planFilesModel.orElseThrow(), messages);
            case OVERVIEW -> new OverviewView(new OverviewViewModel(workspace, messages), messages);
            case INDICATORS -> createIndicatorsView();
            case TASKS ->
                    new TasksView(
                            new TasksViewModel(workspace, dialogs, messages, clock), messages);
            case PROBLEMS ->
                    new ProblemsView(new ProblemsViewModel(workspace, dialogs, messages), messages);
            case CHARTS ->
                    new ChartsView(
                            new ChartsViewModel(
                                    workspace,
                                    library,
                                    storeWork,
                                    backgroundWork,
                                    dialogs,
                                    messages),
                            messages,
                            this::currentPalette);
            case IMPORTING -> createImportingView();
            case SNAPSHOTS ->
                    new SnapshotsView(
                            new SnapshotsViewModel(
                                    workspace, library, storeWork, dialogs, messages, clock),
                            messages);
            case CHECKS -> new ChecksView(new ChecksViewModel(workspace, messages), messages);
            case PROOFREADING ->
                    new ProofreadingView(
                            new ProofreadingViewModel(
                                    workspace,
                                    backgroundWork,
                                    dialogs,
                                    messages,
                                    createStartModel()::addPlan),
                            messages);
            case REPORTING ->
                    new ReportingView(
                            new ReportingViewModel(
                                    workspace,
                                    backgroundWork,
                                    dialogs,
                                    messages,
                                    FolderWindow::showFolder),
                            messages);
            case ANALYSIS ->
                    new AnalysisView(
                            new AnalysisViewModel(workspace, backgroundWork, dialogs, messages),
                            messages);
            case SETTINGS ->
                    new SettingsView(
                            new SettingsViewModel(
                                    workspace,
                                    dialogs,
                                    settings,
                                    language,
                                    theme,
                                    dataFolder,
                                    messages),
                            new RuleEditor(
                                    new RuleEditorViewModel(workspace, ruleDrafts, messages),
                                    messages),
                            messages);
        };
    }

    private ImportingView createImportingView() {
        ImportingViewModel model =
                new ImportingViewModel(
                        workspace,
                        archive,
                        backgroundWork,
                        dialogs,
                        new LayoutMemoryFile(dataFolder.resolve("layouts.json")),
                        messages,
                        clock);
        return new ImportingView(
                model,
                new CollectingViewModel(
                        workspace, backgroundWork, dialogs, model.review(), messages, clock),
                messages);
    }

    private IndicatorsView createIndicatorsView() {
        PartEdits parts = new PartEdits(workspace, dialogs, messages);
        PartsPane pane = new PartsPane(new PartsViewModel(workspace, parts, messages), messages);
        return new IndicatorsView(
                new IndicatorsViewModel(workspace, dialogs, parts, rejectedEntries, messages),
                new Inspector(
                        new InspectorViewModel(workspace, storeWork, library, messages),
                        pane,
                        new SourceViewModel(
                                workspace, archive, storeWork, dialogs, messages, clock),
                        messages,
                        this::currentPalette),
                messages);
    }

    private StartViewModel createStartModel() {
        return new StartViewModel(
                workspace, library, storeWork, dialogs, settings, messages, clock);
    }

    private Palette currentPalette() {
        return theme.get() == Settings.ColourTheme.DARK ? Palette.DARK : Palette.LIGHT;
    }

    /** Lets what is being kept be kept, then closes the library. */
    private void closeLibrary(Runnable closed) {
        shell.ifPresent(Shell::close);
        storeExecutor.shutdown();
        backgroundExecutor.shutdown();
        try {
            storeExecutor.awaitTermination(30, TimeUnit.SECONDS);
            database.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Problem problem) {
            System.err.println(messages.problemSentence(problem));
        }
        closed.run();
    }

    /** The open plan, for tests of the whole. */
    Workspace workspace() {
        return workspace;
    }
}
