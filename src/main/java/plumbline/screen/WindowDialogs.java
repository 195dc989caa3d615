package plumbline.screen;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;

import plumbline.base.Problem;
import plumbline.desk.Dialogs;
import plumbline.words.Messages;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Questions asked over the window. */
public final class WindowDialogs implements Dialogs {
    private final Supplier<Window> owner;
    private final Supplier<Messages> words;
    private Optional<File> lastFolder = Optional.empty();
    private Optional<Alert> messageAlert = Optional.empty();

    public WindowDialogs(Supplier<Window> owner, Supplier<Messages> words) {
        this.owner = owner;
        this.words = words;
    }

    @Override
    public boolean confirm(String question, String verb) {
        ButtonType go = new ButtonType(verb, ButtonBar.ButtonData.OK_DONE);
        ButtonType keep =
                new ButtonType(
                        words.get().sentence("dialog.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = createAlert(Alert.AlertType.CONFIRMATION, question, go, keep);
        // Enter keeps: what cannot be taken back needs a step of its own.
        ((Button) alert.getDialogPane().lookupButton(go)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        return alert.showAndWait().filter(go::equals).isPresent();
    }

    /** Beside the window, which can be gone on with; what was told before goes. */
    @Override
    public void showMessage(String message) {
        messageAlert.ifPresent(Alert::close);
        Alert alert = createAlert(Alert.AlertType.INFORMATION, message, createCloseButtonType());
        alert.initModality(Modality.NONE);
        messageAlert = Optional.of(alert);
        alert.show();
    }

    @Override
    public void showProblem(Problem problem) {
        createAlert(
                        Alert.AlertType.ERROR,
                        words.get().problemSentence(problem),
                        createCloseButtonType())
                .show();
    }

    /** As {@link #showProblem}, and waits until it is read. */
    public void showProblemAndWait(Problem problem) {
        createAlert(
                        Alert.AlertType.ERROR,
                        words.get().problemSentence(problem),
                        createCloseButtonType())
                .showAndWait();
    }

    private ButtonType createCloseButtonType() {
        return new ButtonType(words.get().sentence("dialog.close"), ButtonBar.ButtonData.OK_DONE);
    }

    private Alert createAlert(Alert.AlertType type, String text, ButtonType... buttons) {
        Alert alert = new Alert(type, "", buttons);
        Window window = owner.get();
        if (window != null && window.isShowing()) alert.initOwner(window);
        alert.setTitle(words.get().sentence("app.name"));
        alert.setHeaderText(null);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(440);
        label.setPrefWidth(440);
        alert.getDialogPane().setContent(label);
        if (window != null && window.getScene() != null) {
            alert.getDialogPane().getStylesheets().setAll(window.getScene().getStylesheets());
            alert.getDialogPane().setStyle(window.getScene().getRoot().getStyle());
        }
        return alert;
    }

    @Override
    public Optional<Path> chooseFile(String title, String ending) {
        return rememberChosenFile(createFileChooser(title, ending).showOpenDialog(owner.get()));
    }

    @Override
    public List<Path> chooseFiles(String title) {
        FileChooser chooser = createFileChooser(title, "*");
        List<File> files =
                Optional.ofNullable(chooser.showOpenMultipleDialog(owner.get())).orElse(List.of());
        files.stream()
                .findFirst()
                .ifPresent(f -> lastFolder = Optional.ofNullable(f.getParentFile()));
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(initialFolder());
        Optional<File> folder = Optional.ofNullable(chooser.showDialog(owner.get()));
        folder.ifPresent(f -> lastFolder = Optional.of(f));
        return folder.map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFileToSave(String title, String suggestedName, String ending) {
        FileChooser chooser = createFileChooser(title, ending);
        chooser.setInitialFileName(suggestedName);
        Optional<Path> chosen = rememberChosenFile(chooser.showSaveDialog(owner.get()));
        return chosen.map(p -> withFileEnding(p, ending))
                .filter(p -> chosen.get().equals(p) || !Files.exists(p) || confirmOverwriting(p));
    }

    private static Path withFileEnding(Path file, String ending) {
        return file.toString().endsWith("." + ending)
                ? file
                : file.resolveSibling(file.getFileName() + "." + ending);
    }

    /**
     * The chooser has asked about the name as it was typed; with its ending it may be another file.
     */
    private boolean confirmOverwriting(Path file) {
        return confirm(
                words.get().sentence("dialog.overwrite.ask", file),
                words.get().sentence("dialog.overwrite"));
    }

    private Optional<Path> rememberChosenFile(File file) {
        Optional<File> chosen = Optional.ofNullable(file);
        chosen.ifPresent(f -> lastFolder = Optional.ofNullable(f.getParentFile()));
        return chosen.map(File::toPath);
    }

    /** Begins where the last file was, at first in the officer's own folder. */
    private FileChooser createFileChooser(String title, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(initialFolder());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("*." + ending, "*." + ending));
        return chooser;
    }

    private File initialFolder() {
        return lastFolder
                .filter(File::isDirectory)
                .orElse(new File(System.getProperty("user.home")));
    }
}
