package plumbline.bench;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.testfx.util.WaitForAsyncUtils;

import plumbline.app.TestOffice;
import plumbline.desk.ScreenPlace;
import plumbline.desk.Settings;
import plumbline.plan.Plan;
import plumbline.store.Database;
import plumbline.store.PlanStore;
import plumbline.words.EditName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * From the key to the frame: in the whole program, with 2,000 indicators × 60 months in a library
 * on the disk, a figure is typed over another. Measured is all that the screen's thread has to do
 * between Enter and the painting of the next frame: reading the figure, the edit, judging, the
 * grid, the step to the next line, style and layout. The reasons beside the grid follow when that
 * is done. A frame lasts 16.7 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true"
        })
public class EditBenchmark {
    /** Number and name, unit and baseline come before the months. */
    private static final int LATE_MONTH = 4 + 58;

    private static final int ROW = 1_000;
    private final AtomicInteger typed = new AtomicInteger();
    private Path folder;
    private TestOffice office;
    private TableView<?> grid;
    private Parent root;

    @Setup
    public void openTheGrid() throws Exception {
        folder = Files.createTempDirectory("edit");
        Plan plan = LargePlan.make();
        try (Database database = Database.openInFolder(folder)) {
            new PlanStore(database, Clock.systemDefaultZone())
                    .addPlan(plan, EditName.of("edit.plan.created", plan.title()));
        }
        Settings settings = Settings.loadFrom(folder.resolve("settings.properties"));
        settings.rememberLastPlan(plan.id());
        settings.rememberEvaluationDate(plan.id(), LargePlan.AT);
        office = TestOffice.open(folder);
        office.awaitPlan();
        office.act(() -> office.desk().placeProperty().set(ScreenPlace.INDICATORS));
        root = office.stage().getScene().getRoot();
        grid = (TableView<?>) root.lookup("#indicators-grid");
        office.act(() -> select(grid));
    }

    private static <T> void select(TableView<T> grid) {
        TableColumn<T, ?> column = grid.getColumns().get(LATE_MONTH);
        grid.requestFocus();
        grid.scrollTo(ROW - 10);
        grid.getSelectionModel().clearAndSelect(ROW, column);
    }

    @TearDown
    public void close() throws Exception {
        office.awaitKept();
        office.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
        Platform.exit();
    }

    /** Opens the cell anew, and lets the window come to rest. */
    @Setup(Level.Invocation)
    public void openTheCell() {
        onScreen(
                () -> {
                    select(grid);
                    Event.fireEvent(
                            grid,
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED,
                                    "1",
                                    "",
                                    KeyCode.UNDEFINED,
                                    false,
                                    false,
                                    false,
                                    false));
                    editor().setText("15" + typed.incrementAndGet() % 10);
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Benchmark
    public void fromEnterToTheFrame() {
        onScreen(
                () -> {
                    Event.fireEvent(
                            editor(),
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ENTER,
                                    false,
                                    false,
                                    false,
                                    false));
                    root.applyCss();
                    root.layout();
                });
    }

    private TextField editor() {
        return (TextField) root.lookup("#grid-editor");
    }

    private static void onScreen(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, act);
    }
}
