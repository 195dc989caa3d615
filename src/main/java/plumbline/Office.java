package plumbline;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
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
import plumbline.chart.Palette;
import plumbline.command.Commands;
import plumbline.desk.Archive;
import plumbline.desk.Desk;
import plumbline.desk.Dialogs;
import plumbline.desk.Frame;
import plumbline.desk.Library;
import plumbline.desk.Place;
import plumbline.desk.Settings;
import plumbline.desk.Work;
import plumbline.exchange.Choices;
import plumbline.exchange.Incoming;
import plumbline.exchange.LayoutFile;
import plumbline.exchange.PlanFile;
import plumbline.exchange.PlanFileReader;
import plumbline.exchange.Review;
import plumbline.exchange.ReviewWords;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.screen.PlanFileDrop;
import plumbline.screen.Shell;
import plumbline.screen.ShellViewModel;
import plumbline.screen.WindowDialogs;
import plumbline.screen.analysis.AnalysisView;
import plumbline.screen.analysis.AnalysisViewModel;
import plumbline.screen.charts.ChartsView;
import plumbline.screen.charts.ChartsViewModel;
import plumbline.screen.checks.ChecksView;
import plumbline.screen.checks.ChecksViewModel;
import plumbline.screen.importing.CollectingViewModel;
import plumbline.screen.importing.ImportingView;
import plumbline.screen.importing.ImportingViewModel;
import plumbline.screen.indicators.IndicatorsView;
import plumbline.screen.indicators.IndicatorsViewModel;
import plumbline.screen.indicators.Inspector;
import plumbline.screen.indicators.InspectorViewModel;
import plumbline.screen.indicators.PartEdits;
import plumbline.screen.indicators.PartsPane;
import plumbline.screen.indicators.PartsViewModel;
import plumbline.screen.indicators.Refusals;
import plumbline.screen.indicators.SourceViewModel;
import plumbline.screen.overview.OverviewView;
import plumbline.screen.overview.OverviewViewModel;
import plumbline.screen.parts.View;
import plumbline.screen.problems.ProblemsView;
import plumbline.screen.problems.ProblemsViewModel;
import plumbline.screen.proofreading.ProofreadingView;
import plumbline.screen.proofreading.ProofreadingViewModel;
import plumbline.screen.reporting.ReportingView;
import plumbline.screen.reporting.ReportingViewModel;
import plumbline.screen.settings.RuleEditor;
import plumbline.screen.settings.RuleEditorViewModel;
import plumbline.screen.settings.RuleWriting;
import plumbline.screen.settings.SettingsView;
import plumbline.screen.settings.SettingsViewModel;
import plumbline.screen.snapshots.SnapshotsView;
import plumbline.screen.snapshots.SnapshotsViewModel;
import plumbline.screen.start.PlanFiles;
import plumbline.screen.start.PlanFilesViewModel;
import plumbline.screen.start.StartView;
import plumbline.screen.start.StartViewModel;
import plumbline.screen.tasks.TasksView;
import plumbline.screen.tasks.TasksViewModel;
import plumbline.store.Backups;
import plumbline.store.ChangeLog;
import plumbline.store.DataFolder;
import plumbline.store.Database;
import plumbline.store.KeptFiles;
import plumbline.store.Plans;
import plumbline.store.Snapshots;
import plumbline.words.EditName;
import plumbline.words.Problem;
import plumbline.words.Words;

/** The only place that makes the parts of the window and introduces them to one another. */
public final class Office {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final List<String> LOOKS = List.of("parts", "places");

    private final Path folder;
    private final Settings settings;
    private final Database database;
    private final Clock clock = Clock.systemDefaultZone();
    private final ExecutorService store = Executors.newSingleThreadExecutor(r -> daemon(r, "store"));
    private final ExecutorService background = Executors.newSingleThreadExecutor(r -> daemon(r, "work"));
    private final ObjectProperty<Settings.Language> language = new SimpleObjectProperty<>();
    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>();
    private final Stage stage;
    private final Scene scene;
    private final Dialogs dialogs;
    private final Library library;
    private final Refusals refusals = new Refusals();
    private final RuleWriting writing = new RuleWriting();
    private final Desk desk;
    private final Work work;
    /** Reads and writes whole plans: on the store's own thread, behind the edits that are still to be kept. */
    private final Work shelf;
    private final Archive archive;
    private final PlanFiles planFiles;
    private Words words;
    private Optional<PlanFilesViewModel> files = Optional.empty();
    private Optional<Shell> shell = Optional.empty();
    /** The window closes as soon as everything is kept. */
    private boolean leaving;

    /** @param asking makes the dialogs, given the words of the language chosen at the time */
    Office(Path folder, Settings settings, Database database, Stage stage, Function<Supplier<Words>, Dialogs> asking) {
        this.folder = folder;
        this.settings = settings;
        this.database = database;
        this.stage = stage;
        this.words = words(settings.language());
        this.dialogs = asking.apply(() -> words);
        Plans plans = new Plans(database, clock);
        this.library = new StoredLibrary(plans, new Snapshots(database), new ChangeLog(database));
        this.archive = new StoredArchive(new KeptFiles(folder));
        this.planFiles = new PlanFiles(library, archive);
        this.desk = new Desk(plans::save, store, Platform::runLater, this::fail);
        this.work = new Work(background, Platform::runLater, this::fail);
        this.shelf = new Work(store, Platform::runLater, this::fail);
        this.scene = new Scene(new Pane(), WIDTH, HEIGHT);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param wanted the data folder; the platform's own if none is given
     * @return 0, or 1 if the library could not be opened, or 2 if there is no display
     */
    static int open(Optional<Path> wanted, PrintWriter err) {
        Words words = Words.of(Locale.getDefault());
        if (!display()) return noDisplay(err, words);
        Path folder = wanted.orElseGet(Office::dataFolder);
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

    /**
     * A plan of the library, by its title.
     *
     * @throws Problem if there is none, or several, or the library is open in a window
     */
    static Plan stored(Optional<Path> wanted, String title) throws Problem {
        Path folder = wanted.orElseGet(Office::dataFolder);
        try (Database database = opened(folder)) {
            return titled(title, new Plans(database, Clock.systemDefaultZone()));
        }
    }

    /** The evaluation date that the window keeps for a plan. */
    static Optional<LocalDate> dated(Optional<Path> wanted, UUID plan) {
        return settings(wanted.orElseGet(Office::dataFolder)).evaluationDate(plan);
    }

    private static Settings settings(Path folder) {
        return Settings.in(folder.resolve("settings.properties"));
    }

    /** The library after its daily backup: the first opening by a newer program changes the file. */
    private static Database opened(Path folder) throws Problem {
        new Backups(folder, Clock.systemDefaultZone()).takeDaily();
        return Database.open(folder);
    }

    private static Plan titled(String title, Plans plans) throws Problem {
        List<Plans.Entry> entries = plans.list();
        List<Plans.Entry> found = entries.stream().filter(e -> e.title().equals(title)).toList();
        if (found.isEmpty()) throw new Problem("problem.plan.unknown", title, String.join(", ", entries.stream().map(Plans.Entry::title).toList()));
        if (found.size() > 1) throw new Problem("problem.plan.ambiguous", title, found.size());
        return plans.load(found.getFirst().id());
    }

    /**
     * Reads colleagues' files beside a plan of the library, which stays as it is.
     *
     * @throws Problem if there is no such plan, or the library is open in a window
     */
    static Commands.Imported looked(Optional<Path> wanted, String title, List<Path> files) throws Problem {
        Path folder = wanted.orElseGet(Office::dataFolder);
        Plan plan = stored(Optional.of(folder), title);
        Incoming incoming = incoming(folder, files).guessed(plan);
        return new Commands.Imported(incoming.review(plan, Choices.NONE), incoming.failed());
    }

    /**
     * As {@link #looked}, and keeps what the review takes as one edit.
     *
     * @throws Problem also if it cannot be kept: the plan stays as it was then
     */
    static Commands.Imported tookIn(Optional<Path> wanted, String title, List<Path> files) throws Problem {
        Path folder = wanted.orElseGet(Office::dataFolder);
        Clock clock = Clock.systemDefaultZone();
        try (Database database = opened(folder)) {
            Plans plans = new Plans(database, clock);
            Plan plan = titled(title, plans);
            Incoming incoming = incoming(folder, files).guessed(plan);
            Review review = incoming.review(plan, Choices.NONE);
            plans.save(plan, incoming.take(plan, Choices.NONE, UUID.randomUUID(), clock.instant()), ReviewWords.edit(review, Words.of(Locale.getDefault())));
            return new Commands.Imported(review, incoming.failed());
        }
    }

    /** With the layouts the officer corrected in the window. */
    private static Incoming incoming(Path folder, List<Path> files) throws Problem {
        return Incoming.<RuntimeException>read(files, new LayoutFile(folder.resolve("layouts.json")).remembered(), LocalDate.now(), Set.of(), _ -> { });
    }

    /**
     * Keeps what a plan file holds as a new plan of the library.
     *
     * @return its title
     * @throws Problem if the file cannot be read, or the library is open in a window
     */
    static String taken(Optional<Path> wanted, Path file) throws Problem {
        Path folder = wanted.orElseGet(Office::dataFolder);
        PlanFile read = PlanFileReader.<RuntimeException>read(file, _ -> { });
        try (Database database = opened(folder)) {
            Library library = new StoredLibrary(new Plans(database, Clock.systemDefaultZone()), new Snapshots(database), new ChangeLog(database));
            return new PlanFiles(library, new StoredArchive(new KeptFiles(folder))).<RuntimeException>add(file, read, _ -> { }).title();
        }
    }

    private static Path dataFolder() {
        return DataFolder.of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
    }

    private static int noDisplay(PrintWriter err, Words words) {
        err.println(words.say("command.noDisplay"));
        return 2;
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
        wear(settings.theme());
        try {
            Database database = library(folder, settings, stage);
            new Office(folder, settings, database, stage, w -> new WindowDialogs(() -> stage, w)).show(closed::countDown);
            return 0;
        } catch (Problem problem) {
            return refuse(problem, settings, stage, closed);
        } catch (RuntimeException unexpected) {
            Traces.in(folder).keep(unexpected);
            return refuse(new Problem("problem.unexpected", unexpected).because(unexpected), settings, stage, closed);
        }
    }

    /** Says why the window cannot open, then ends. */
    private static int refuse(Problem problem, Settings settings, Stage stage, CountDownLatch closed) {
        Words words = words(settings.language());
        Platform.runLater(() -> {
            new WindowDialogs(() -> stage, () -> words).failAndWait(problem);
            closed.countDown();
        });
        return 1;
    }

    /** Opens the library after its daily backup; a damaged one may be put right from the newest copy. */
    private static Database library(Path folder, Settings settings, Stage stage) throws Problem {
        Backups backups = new Backups(folder, Clock.systemDefaultZone());
        backUp(backups, settings, stage);
        try {
            Database database = Database.open(folder);
            tidy(folder, database, backups, settings, stage);
            return database;
        } catch (Problem problem) {
            Optional<Path> copy = problem.key().equals("problem.library.damaged") ? backups.latest() : Optional.empty();
            Words words = words(settings.language());
            Dialogs dialogs = new WindowDialogs(() -> stage, () -> words);
            boolean restore = copy.isPresent() && dialogs.confirm(words.say(problem) + "\n\n" + words.say("library.restore.ask", Backups.day(copy.get()).toString()),
                    words.say("library.restore"));
            if (!restore) throw problem;
            backups.restore(copy.get());
            return Database.open(folder);
        }
    }

    /** Before any plan is open: what an undo could bring back is not missing then. Not in a start that has restored. */
    private static void tidy(Path folder, Database database, Backups backups, Settings settings, Stage stage) {
        try {
            new KeptFiles(folder).tidy(database, backups);
        } catch (Problem problem) {
            tell(problem, settings, stage);
        }
    }

    /** Over the window, once it is there. */
    private static void tell(Problem problem, Settings settings, Stage stage) {
        Words words = words(settings.language());
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

    private static Words words(Settings.Language language) {
        return Words.of(switch (language) {
            case SYSTEM -> Locale.getDefault();
            case CHINESE -> Words.CHINESE;
            case ENGLISH -> Words.ENGLISH;
        });
    }

    /** @param closed run when the window is closed and everything is kept */
    void show(Runnable closed) {
        language.set(settings.language());
        theme.set(settings.theme());
        LOOKS.forEach(look -> scene.getStylesheets().add(Office.class.getResource("/plumbline/look/" + look + ".css").toExternalForm()));
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> Platform.runLater(() -> unexpected(failure)));
        theme.subscribe(this::dress);
        language.subscribe(_ -> furnish());
        stage.setScene(scene);
        stage.getIcons().add(new Image(Office.class.getResourceAsStream("/plumbline/look/plumbline.png")));
        stand();
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        stage.setOnCloseRequest(this::leave);
        stage.setOnHiding(_ -> rememberWindow());
        desk.keeping().subscribe((_, _) -> goOnLeaving());
        shelf.current().subscribe((_, _) -> goOnLeaving());
        stage.setOnHidden(_ -> close(closed));
        stage.show();
        start().openLast();
    }

    /** Where it stood before, if that is still on a screen. */
    private void stand() {
        Optional<Frame> before = settings.window().filter(f -> !Screen.getScreensForRectangle(f.x(), f.y(), f.width(), f.height()).isEmpty());
        stage.setWidth(before.map(Frame::width).map(Integer::doubleValue).orElse(Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth())));
        stage.setHeight(before.map(Frame::height).map(Integer::doubleValue).orElse(Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight())));
        before.ifPresent(f -> {
            stage.setX(f.x());
            stage.setY(f.y());
            stage.setMaximized(f.maximised());
        });
    }

    /** While it fills the screen, where it stood before that is kept. */
    private void rememberWindow() {
        if (stage.isIconified()) return;
        Frame now = new Frame((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(), false);
        Frame normal = stage.isMaximized() ? settings.window().orElse(new Frame(0, 0, (int) WIDTH, (int) HEIGHT, false)) : now;
        try {
            settings.window(new Frame(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized()));
        } catch (Problem problem) {
            System.err.println(words.say(problem));
        }
    }

    /** What is being typed is taken first; the window stays while an edit or a plan is not kept, so that a failure can still be told. */
    private void leave(WindowEvent e) {
        scene.getRoot().requestFocus();
        boolean pending = desk.plan().map(Plan::id).filter(id -> Optional.of(id).equals(writing.pending().get())).isPresent();
        if (pending && !dialogs.confirm(words.say("ruleEditor.leave.ask"), words.say("ruleEditor.leave"))) {
            e.consume();
            leaving = false;
            desk.place().set(Place.SETTINGS);
            return;
        }
        leaving = !kept();
        if (leaving) e.consume();
    }

    private boolean kept() {
        return desk.keeping().get() != Desk.Keeping.SAVING && shelf.current().get().isEmpty();
    }

    /** Not at once: what was kept last may have failed, or go on. */
    private void goOnLeaving() {
        Platform.runLater(() -> {
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

    private static void wear(Settings.Theme chosen) {
        Application.setUserAgentStylesheet(switch (chosen) {
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
        files = Optional.of(new PlanFilesViewModel(desk, planFiles, library::load, shelf, dialogs, words, clock, start()::put));
        Shell made = new Shell(new ShellViewModel(desk, work, dialogs, settings, words), desk, work, writing, words, this::view);
        PlanFileDrop.on(made.node(), files.get()::open);
        if (theme.get() == Settings.Theme.DARK) made.node().getStyleClass().add("dark-look");
        Optional<String> keyboard = Optional.ofNullable(scene.getFocusOwner()).map(Node::getId);
        scene.setRoot(made.node());
        // A control has its children only once it has its skin.
        made.node().applyCss();
        keyboard.flatMap(id -> Optional.ofNullable(made.node().lookup("#" + id))).ifPresent(Node::requestFocus);
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
            case CHARTS -> new ChartsView(new ChartsViewModel(desk, library, shelf, work, dialogs, words), words, this::palette);
            case IMPORTING -> importing();
            case SNAPSHOTS -> new SnapshotsView(new SnapshotsViewModel(desk, library, shelf, dialogs, words, clock), words);
            case CHECKS -> new ChecksView(new ChecksViewModel(desk, words), words);
            case PROOFREADING -> new ProofreadingView(new ProofreadingViewModel(desk, work, dialogs, words, start()::add), words);
            case REPORTING -> new ReportingView(new ReportingViewModel(desk, work, dialogs, words, FolderWindow::open), words);
            case ANALYSIS -> new AnalysisView(new AnalysisViewModel(desk, work, dialogs, words), words);
            case SETTINGS -> new SettingsView(new SettingsViewModel(desk, dialogs, settings, language, theme, folder, words),
                    new RuleEditor(new RuleEditorViewModel(desk, writing, words), words), words);
        };
    }

    private ImportingView importing() {
        ImportingViewModel model = new ImportingViewModel(desk, archive, work, dialogs, new LayoutFile(folder.resolve("layouts.json")), words, clock);
        return new ImportingView(model, new CollectingViewModel(desk, work, dialogs, model.review(), words, clock), words);
    }

    private IndicatorsView indicators() {
        PartEdits parts = new PartEdits(desk, dialogs, words);
        PartsPane pane = new PartsPane(new PartsViewModel(desk, parts, words), words);
        return new IndicatorsView(new IndicatorsViewModel(desk, dialogs, parts, refusals, words),
                new Inspector(new InspectorViewModel(desk, shelf, library, words), pane, new SourceViewModel(desk, archive, shelf, dialogs, words, clock), words, this::palette), words);
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
    Desk desk() {
        return desk;
    }

    /** The archive of evidence as the screens see it. */
    private record StoredArchive(KeptFiles files) implements Archive {
        @Override public String keep(Path file) throws Problem {
            return files.keep(file);
        }

        @Override public void keep(String sha256, InputStream in) throws Problem {
            files.keep(sha256, in);
        }

        @Override public Optional<Path> find(String sha256) {
            return files.find(sha256);
        }

        @Override public void copy(String sha256, Path to) throws Problem {
            files.copy(sha256, to);
        }
    }

    /** The store as the screens see it. */
    private record StoredLibrary(Plans kept, Snapshots frozen, ChangeLog log) implements Library {
        @Override public List<Entry> plans() throws Problem {
            return kept.list().stream().map(e -> new Entry(e.id(), e.title(), e.organisation(), e.firstYear(), e.lastYear(), e.changed())).toList();
        }

        @Override public Plan load(UUID plan) throws Problem {
            return kept.load(plan);
        }

        @Override public void add(Plan plan, List<Snapshot> snapshots, EditName name) throws Problem {
            kept.add(plan, snapshots, name);
        }

        @Override public void delete(UUID plan) throws Problem {
            kept.delete(plan);
        }

        @Override public List<Change> history(UUID plan, UUID indicator, Period period) throws Problem {
            return log.ofFigure(plan, indicator, period).stream().map(c -> new Change(c.at(), c.edit(), c.before(), c.after())).toList();
        }

        @Override public List<Frozen> snapshots(UUID plan) throws Problem {
            return frozen.list(plan).stream().map(e -> new Frozen(e.id(), e.name(), e.evaluated(), e.frozen(), e.note())).toList();
        }

        @Override public Snapshot snapshot(UUID id) throws Problem {
            return frozen.load(id);
        }

        @Override public void freeze(Snapshot snapshot) throws Problem {
            frozen.add(snapshot);
        }

        @Override public void deleteSnapshot(UUID id) throws Problem {
            frozen.delete(id);
        }
    }
}
