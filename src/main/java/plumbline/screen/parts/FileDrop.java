package plumbline.screen.parts;

import javafx.scene.Node;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Files that are dropped on a place. */
public final class FileDrop {
    private FileDrop() {}

    public static void acceptFiles(Node place, Consumer<List<Path>> open) {
        place.setOnDragOver(
                e -> {
                    if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
                    e.consume();
                });
        place.setOnDragDropped(
                e -> {
                    if (e.getDragboard().hasFiles())
                        open.accept(
                                e.getDragboard().getFiles().stream().map(File::toPath).toList());
                    e.setDropCompleted(e.getDragboard().hasFiles());
                    e.consume();
                });
    }
}
