package plumbline.screen;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import plumbline.exchange.planfile.PlanFile;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plan file that is dropped anywhere on the window. Whatever else is dropped is left to the place
 * it is dropped on.
 */
public final class PlanFileDrop {
    private PlanFileDrop() {}

    public static void acceptPlanFiles(Node window, Consumer<Path> open) {
        window.addEventFilter(
                DragEvent.DRAG_OVER,
                e ->
                        findPlanFile(e.getDragboard())
                                .ifPresent(
                                        _ -> {
                                            e.acceptTransferModes(TransferMode.COPY);
                                            e.consume();
                                        }));
        window.addEventFilter(
                DragEvent.DRAG_DROPPED,
                e ->
                        findPlanFile(e.getDragboard())
                                .ifPresent(
                                        path -> {
                                            e.setDropCompleted(true);
                                            e.consume();
                                            open.accept(path);
                                        }));
    }

    private static Optional<Path> findPlanFile(Dragboard dragged) {
        return dragged.hasFiles() ? findPlanFile(dragged.getFiles()) : Optional.empty();
    }

    /** The first of them that is a plan file by its name. */
    static Optional<Path> findPlanFile(List<File> files) {
        return files.stream()
                .filter(f -> f.getName().toLowerCase(Locale.ROOT).endsWith("." + PlanFile.ENDING))
                .findFirst()
                .map(File::toPath);
    }
}
