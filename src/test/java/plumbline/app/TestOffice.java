package plumbline.app;

import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import plumbline.base.Problem;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.desk.Workspace;
import plumbline.store.Database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The whole program in a headless window; its dialogs answer as they are told. */
public final class TestOffice {
    /** What the program said and asked, in order. */
    public final List<String> said = new ArrayList<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Stage stage;
    private final PlumblineApp office;
    private Optional<Path> file = Optional.empty();

    private TestOffice(Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        Database database = Database.openInFolder(folder);
        Object[] made = new Object[2];
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    Stage window = new Stage();
                    made[0] = window;
                    made[1] =
                            new PlumblineApp(
                                    folder,
                                    Settings.loadFrom(folder.resolve("settings.properties")),
                                    database,
                                    window,
                                    _ -> new Answers());
                    ((PlumblineApp) made[1]).showWindow(closed::countDown);
                });
        stage = (Stage) made[0];
        office = (PlumblineApp) made[1];
        settle();
    }

    /**
     * @param folder the data folder; its settings are used
     */
    public static TestOffice open(Path folder) throws Exception {
        return new TestOffice(folder);
    }

    /** In Chinese, with no plan open. */
    public static TestOffice chinese(Path folder) throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "language=CHINESE\n");
        return open(folder);
    }

    /** In Chinese, with the sample of Suizhou open. */
    public static TestOffice suizhou(Path folder) throws Exception {
        TestOffice office = chinese(folder);
        office.act(() -> ((Button) office.stage().getScene().lookup("#sample-suizhou")).fire());
        office.awaitPlan();
        return office;
    }

    public Stage stage() {
        return stage;
    }

    public Workspace desk() {
        return office.workspace();
    }

    /** The file the next dialog is answered with. */
    public void chooses(Path answer) {
        file = Optional.of(answer);
    }

    /** Runs on the screen's thread and waits for what follows from it. */
    public void act(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
        settle();
    }

    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until something holds; fails after twenty seconds. */
    public void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition::getAsBoolean));
        settle();
    }

    public void awaitPlan() throws Exception {
        await(() -> desk().shownPlan().isPresent());
    }

    public void awaitKept() throws Exception {
        await(() -> desk().saveStatusProperty().get() == Workspace.SaveStatus.SAVED);
    }

    public void close() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(20_000, stage::close);
        if (!closed.await(30, TimeUnit.SECONDS))
            throw new IllegalStateException("the window did not close");
    }

    private final class Answers implements Dialogs {
        @Override
        public boolean confirm(String question, String verb) {
            said.add(question);
            return true;
        }

        @Override
        public void showMessage(String message) {
            said.add(message);
        }

        @Override
        public void showProblem(Problem problem) {
            said.add(problem.messageKey() + " " + problem.arguments());
        }

        @Override
        public Optional<Path> chooseFile(String title, String ending) {
            return file;
        }

        @Override
        public Optional<Path> chooseFolder(String title) {
            return file;
        }

        @Override
        public Optional<Path> chooseFileToSave(String title, String suggestedName, String ending) {
            return file;
        }
    }
}
